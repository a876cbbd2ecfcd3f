"""A model behind an OpenAI-compatible endpoint."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sparring.partner.chat import Message, OnProgress, Reply, Request, Usage, unheard
from sparring.partner.endpoint import OPENAI, Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.abilities import Abilities, AbilityMemory, InMind, Limit, Structure
from sparring.partner.providers.causes import Cause
from sparring.partner.providers.client import load_library, make_client
from sparring.partner.providers.ending import cause_of_end
from sparring.partner.providers.errors import cause_and_fault
from sparring.partner.providers.hearing import Heard
from sparring.partner.providers.structured import NotOfTheShape, Unsupported, response_format, structured
from sparring.partner.providers.told import fault, host_of, unusable_secret, wrong_address

if TYPE_CHECKING:
    from openai import AsyncOpenAI

WHOLE_SECONDS: Final = 180.0
"""For one reply with everything that it takes; whoever has less patience cancels."""

_AFTER_THE_END: Final = 0.5
"""Seconds for what an endpoint may still say when the reply has ended: how many tokens it took."""

_AT_ONCE: Final = 0.004
"""Seconds of reading a stream in one go; then keys and screen have their turn."""

_OTHER_LIMIT: Final[dict[Limit, Limit]] = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}


class OpenAIChat:
    """A `ChatModel` over the openai library; one call at a time.

    Args:
        endpoint: where, which model, and with which key and limits.
        memory: what was found out about endpoints before; without one, it lasts as long as this object.
        whole_seconds: for one reply.
    """

    def __init__(self, endpoint: Endpoint, *, memory: AbilityMemory | None = None, whole_seconds: float = WHOLE_SECONDS) -> None:
        self.endpoint = endpoint
        self._memory = memory if memory is not None else InMind()
        self._whole_seconds = whole_seconds
        self._abilities: Abilities | None = None
        self._client: AsyncOpenAI | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def model(self) -> str:
        """Its name, as the endpoint calls it."""
        return self.endpoint.model

    @property
    def host(self) -> str:
        """Where requests go; "" when that is this machine."""
        return "" if wrong_address(self.endpoint) is None and self.endpoint.is_here else host_of(self.endpoint)

    @property
    def context_tokens(self) -> int:
        """How much it reads at once."""
        return self.endpoint.context_tokens

    @property
    def found(self) -> Abilities:
        """What is known of the endpoint by now."""
        return self._abilities or Abilities(limit="max_completion_tokens" if self.endpoint.base_url == OPENAI else "max_tokens")

    async def warm_up(self) -> None:
        """Load the library and certificates, without a call; never raises."""
        with contextlib.suppress(Exception):
            await self._prepared()

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Answer; cancelling the task closes the connection at once.

        Raises:
            CallFault: whatever went wrong.
        """
        if wrong := wrong_address(self.endpoint) or unusable_secret(self.endpoint):
            raise wrong
        if not self.endpoint.key and self.endpoint.base_url == OPENAI and not self.endpoint.headers:
            raise fault("no-key", self.endpoint)
        try:
            async with asyncio.timeout(self._whole_seconds):
                client = await self._prepared()
                return await _Call(self, client, request, on_progress).answered()
        except TimeoutError:
            late = fault("timeout", self.endpoint)
        raise late

    async def close(self) -> None:
        """Let go of the connections."""
        client, self._client = self._client, None
        if client is not None and self._loop is asyncio.get_running_loop():
            with contextlib.suppress(Exception):
                await client.close()

    async def _prepared(self) -> "AsyncOpenAI":
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._client = await asyncio.to_thread(self._load)
            self._loop = loop
        return self._client

    def _load(self) -> "AsyncOpenAI":
        load_library()
        if self._abilities is None:
            self._abilities = self._memory.find(self.endpoint.base_url, self.endpoint.model)
        return make_client(self.endpoint)

    async def learn(self, abilities: Abilities) -> None:
        """Keep what a call found out."""
        if abilities != self._abilities:
            self._abilities = abilities
            await asyncio.to_thread(self._memory.keep, self.endpoint.base_url, self.endpoint.model, abilities)


class _Call:
    """One request, with as many tries as it takes to find out what the endpoint can."""

    def __init__(self, chat: OpenAIChat, client: "AsyncOpenAI", request: Request, on_progress: OnProgress) -> None:
        self._chat = chat
        self._client = client
        self._request = request
        self._on_progress = on_progress
        self._abilities = chat.found
        self._started = time.monotonic()
        self._first_token: float | None = None
        self._heard: list[Heard] = []

    async def answered(self) -> Reply:
        """Return the reply, and keep what was found out about the endpoint on the way."""
        schema = self._request.schema
        if schema is None:
            text = await self._said(self._request.messages, None)
        else:
            told: CallFault | None = None
            try:
                text, way = await structured(self._request, schema, self._abilities.structure, self._said)
                self._abilities = replace(self._abilities, structure=way)
            except NotOfTheShape:
                told = fault("not-structured", self._chat.endpoint)
            except Unsupported:
                told = fault("structure", self._chat.endpoint)
            if told:
                raise told
        await self._chat.learn(self._abilities)
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
            if cause == "counts" and self._abilities.counts:
                self._abilities = replace(self._abilities, counts=False)
            elif cause == "limit" and limits_tried == 1:
                limits_tried += 1
                self._abilities = replace(self._abilities, limit=_OTHER_LIMIT[self._abilities.limit])
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
        quiet = self._chat.endpoint.quiet_seconds
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
            told = None if heard.finish else fault("timeout", self._chat.endpoint)
        except Exception as error:
            cause, told = cause_and_fault(error, self._chat.endpoint, in_stream=streaming)
            if heard.finish:
                told = None
        if told is not None:
            return cause, told, ""
        ended = cause_of_end(heard, self._request.schema if way is not None else None)
        return ("empty", None, heard.text) if ended is None else (ended, fault(ended, self._chat.endpoint), "")

    async def _listen(self, stream: Any, heard: Heard, be_patient_for: Callable[[float], None]) -> None:
        quiet = self._chat.endpoint.quiet_seconds
        kind = stream.response.headers.get("content-type", "").lower()
        if "application/json" in kind:
            await stream.response.aread()
            heard.take_whole(stream.response.json())
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
            "model": self._chat.model,
            "messages": [{"role": message.role, "content": message.text} for message in messages],
            self._abilities.limit: self._request.most_tokens,
            "stream": True,
        }
        if self._abilities.counts:
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
