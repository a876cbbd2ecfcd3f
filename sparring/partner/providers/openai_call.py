"""One call to an OpenAI-compatible endpoint, from the request to a whole reply or to why there is none."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sparring.partner.chat import Message, OnProgress, Reply, Request, Usage
from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.abilities import Abilities, Limit, Structure
from sparring.partner.providers.causes import Cause
from sparring.partner.providers.ending import cause_of_end
from sparring.partner.providers.errors import cause_and_fault
from sparring.partner.providers.hearing import Heard
from sparring.partner.providers.structured import NotOfTheShape, Unsupported, response_format, structured
from sparring.partner.providers.told import fault

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_AFTER_THE_END: Final = 0.5
"""Seconds for what an endpoint may still say when the reply has ended: how many tokens it took."""

_AT_ONCE: Final = 0.004
"""Seconds of reading a stream in one go; then keys and screen have their turn."""

_OTHER_LIMIT: Final[dict[Limit, Limit]] = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}


class Call:
    """One request, with as many tries as it takes to find out what the endpoint can.

    Attributes:
        abilities: what is known of the endpoint by now.
    """

    def __init__(self, client: "AsyncOpenAI", endpoint: Endpoint, abilities: Abilities, request: Request, on_progress: OnProgress) -> None:
        self._client = client
        self._endpoint = endpoint
        self._request = request
        self._on_progress = on_progress
        self.abilities = abilities
        self._started = time.monotonic()
        self._first_token: float | None = None
        self._heard: list[Heard] = []

    async def answered(self) -> Reply:
        """Return the reply; `abilities` then holds what was found out about the endpoint on the way.

        Raises:
            CallFault: whatever went wrong.
        """
        schema = self._request.schema
        if schema is None:
            text = await self._said(self._request.messages, None)
        else:
            told: CallFault | None = None
            try:
                text, way = await structured(self._request, schema, self.abilities.structure, self._said)
                self.abilities = replace(self.abilities, structure=way)
            except NotOfTheShape:
                told = fault("not-structured", self._endpoint)
            except Unsupported:
                told = fault("structure", self._endpoint)
            if told:
                raise told
        return Reply(text, self._usage())

    async def _said(self, messages: tuple[Message, ...], way: Structure | None) -> str:
        """Return the text of one reply; parameters that the endpoint rejects are asked for in its own way, or not at all.

        Raises:
            Unsupported: the endpoint rejects this way of asking for a shape.
            CallFault: whatever else went wrong.
        """
        limits_tried = 1
        while True:
            cause, told, text = await self._one(messages, way)
            if told is None:
                return text
            if cause == "counts" and self.abilities.counts:
                self.abilities = replace(self.abilities, counts=False)
            elif cause == "limit" and limits_tried == 1:
                limits_tried += 1
                self.abilities = replace(self.abilities, limit=_OTHER_LIMIT[self.abilities.limit])
            elif way not in (None, "instructed") and cause in ("structure", "bad-request"):
                raise Unsupported
            else:
                raise told

    async def _one(self, messages: tuple[Message, ...], way: Structure | None) -> tuple[Cause, CallFault | None, str]:
        """Send one request and listen to the end.

        A failure is returned, not raised: so no error of the library, with key and prompt, hangs on to it.
        """
        heard = Heard(self._request.most_tokens)
        self._heard.append(heard)
        quiet = self._endpoint.quiet_seconds
        streaming = False
        cause: Cause = "timeout"
        told: CallFault | None = None
        try:
            async with asyncio.timeout(quiet) as patience:
                loop = asyncio.get_running_loop()
                stream = await self._client.chat.completions.create(**self._parameters(messages, way))
                streaming = True
                async with stream:
                    await self._listen(stream, heard, lambda seconds: patience.reschedule(loop.time() + seconds))
        except TimeoutError:
            told = None if heard.finish else fault("timeout", self._endpoint)
        except Exception as error:
            cause, told = cause_and_fault(error, self._endpoint, in_stream=streaming, shaped=way not in (None, "instructed"))
            if heard.finish:
                told = None
        if told is not None:
            return cause, told, ""
        ended = cause_of_end(heard, self._request.schema if way is not None else None)
        return ("empty", None, heard.text) if ended is None else (ended, fault(ended, self._endpoint), "")

    async def _listen(self, stream: Any, heard: Heard, be_patient_for: Callable[[float], None]) -> None:
        import openai

        quiet = self._endpoint.quiet_seconds
        kind = stream.response.headers.get("content-type", "").lower()
        if "application/json" in kind:
            await stream.response.aread()
            body = stream.response.json()
            if isinstance(body, dict) and body.get("error"):
                raise openai.APIError("", stream.response.request, body=body["error"])
            heard.take_whole(body)
            self._hear(heard)
            return
        if "html" in kind:
            raise ValueError("a web page")
        since = time.monotonic()
        async for chunk in stream:
            if heard.take(chunk):
                self._hear(heard)
            if heard.is_too_much:
                heard.finish = "length"
                return
            be_patient_for(min(_AFTER_THE_END, quiet) if heard.finish else quiet)
            if time.monotonic() - since > _AT_ONCE:
                await asyncio.sleep(0)
                since = time.monotonic()

    def _hear(self, heard: Heard) -> None:
        if self._first_token is None:
            self._first_token = time.monotonic() - self._started
        self._on_progress(heard.progress())

    def _parameters(self, messages: tuple[Message, ...], way: Structure | None) -> dict[str, Any]:
        parameters: dict[str, Any] = {
            "model": self._endpoint.model,
            "messages": [{"role": message.role, "content": message.text} for message in messages],
            self.abilities.limit: self._request.most_tokens,
            "stream": True,
        }
        if self.abilities.counts:
            parameters["stream_options"] = {"include_usage": True}
        if way is not None and self._request.schema is not None and (wanted := response_format(self._request.schema, way)):
            parameters["response_format"] = wanted
        return parameters

    def _usage(self) -> Usage:
        def total(counts: list[int | None]) -> int | None:
            return sum(count or 0 for count in counts) if any(count is not None for count in counts) else None

        return Usage(
            total([heard.prompt_tokens for heard in self._heard]),
            total([heard.reply_tokens for heard in self._heard]),
            time.monotonic() - self._started,
            self._first_token,
        )
