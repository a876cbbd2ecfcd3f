"""Any chat model of LangChain, by its import path."""

import asyncio
import contextlib
import os
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from sparring.documents.installing import command_that_adds
from sparring.partner.chat import Message, OnProgress, Reply, Request, Usage, unheard
from sparring.partner.endpoint import CONTEXT_TOKENS, Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.abilities import Structure
from sparring.partner.providers.causes import Cause
from sparring.partner.providers.ending import cause_of_end
from sparring.partner.providers.hearing import Heard
from sparring.partner.providers.langchain_errors import cause_and_fault
from sparring.partner.providers.loading import quieten, without_pauses
from sparring.partner.providers.names import named
from sparring.partner.providers.structured import NotOfTheShape, Unsupported, response_format, structured
from sparring.partner.providers.told import fault

_TRACING: Final = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_HANDLER")
"""Set in somebody's environment, each would send drafts to a service that nobody was asked about."""

_QUIET_SECONDS: Final = 60.0
_WHOLE_SECONDS: Final = 180.0
_AT_ONCE: Final = 0.004
_LENGTH: Final = frozenset({"length", "max_tokens", "max_length", "max_output_tokens"})
_FILTERED: Final = frozenset({"content_filter", "safety", "refusal", "prohibited_content", "blocklist", "recitation"})


class LangChainChat:
    """A `ChatModel` over any `BaseChatModel` of LangChain.

    Args:
        path: "package.module:name" of a chat model, or of something that makes one when it is called without arguments.
        context_tokens: what the model reads at once.
        traced: LangSmith may be told of calls, if the environment says so.
        quiet_seconds: without a token.
        whole_seconds: for one reply.
    """

    def __init__(
        self, path: str, *, context_tokens: int = CONTEXT_TOKENS, traced: bool = False, quiet_seconds: float = _QUIET_SECONDS,
        whole_seconds: float = _WHOLE_SECONDS,
    ) -> None:  # fmt: skip
        self._path = path
        self._context_tokens = context_tokens
        self._traced = traced
        self._quiet_seconds = quiet_seconds
        self._whole_seconds = whole_seconds
        self._structure: Structure | None = None
        self._loaded: Any = None
        self._endpoint = Endpoint(path, path, "", key_from=f"as {named(path)} finds it")

    @property
    def model(self) -> str:
        """Its name: what it calls itself, once it is loaded."""
        return self._endpoint.model

    @property
    def host(self) -> str:
        """Where requests go is the model's own affair, so its path has to do."""
        return named(self._path)

    @property
    def context_tokens(self) -> int:
        """How much it reads at once."""
        return self._context_tokens

    async def warm_up(self) -> None:
        """Load LangChain and the model, without a call; never raises."""
        with contextlib.suppress(Exception):
            await asyncio.to_thread(self._load)

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Answer; cancelling the task closes the stream at once.

        Raises:
            CallFault: whatever went wrong.
        """
        try:
            async with asyncio.timeout(self._whole_seconds):
                await asyncio.to_thread(self._load)
                return await self._answered(request, on_progress)
        except TimeoutError:
            late = fault("timeout", self._endpoint)
        raise late

    async def close(self) -> None:
        """Let go of the model."""
        self._loaded = None

    async def _answered(self, request: Request, on_progress: OnProgress) -> Reply:
        call = _Call(self._loaded, self._endpoint, request, on_progress, self._quiet_seconds, traced=self._traced)
        schema = request.schema
        if schema is None:
            return Reply(await call.said(request.messages, None), call.usage())
        first = self._structure or ("strict" if _takes_response_format(self._loaded) else "instructed")
        told: CallFault
        try:
            text, self._structure = await structured(request, schema, first, call.said)
            return Reply(text, call.usage())
        except NotOfTheShape:
            told = fault("not-structured", self._endpoint)
        except Unsupported:
            told = fault("structure", self._endpoint)
        raise told

    def _load(self) -> None:
        """Import the model; takes a second or more.

        Raises:
            CallFault: LangChain is not installed, or there is no model at the path.
        """
        if self._loaded is not None:
            return
        if find_spec("langchain_core") is None:
            command = command_that_adds("langchain")
            raise CallFault("not-installed", f"A LangChain model needs a library that is not installed. This adds it: {command}")
        if not self._traced:
            for name in _TRACING:
                os.environ.pop(name, None)
        os.environ.pop("OPENAI_LOG", None)
        with without_pauses():
            self._loaded = self._found()
        quieten()
        name = next(
            (each for each in (getattr(self._loaded, a, None) for a in ("model_name", "model")) if isinstance(each, str) and each), ""
        )
        self._endpoint = Endpoint(self._path, name or self._path, "", key_from=self._endpoint.key_from)

    def _found(self) -> Any:
        from langchain_core.language_models.chat_models import BaseChatModel

        module, _, name = self._path.partition(":")
        if not all(part.isidentifier() for part in (*module.split("."), name)):
            raise self._fault("{path} is no import path. It looks like langchain:package.module:name.")
        wrong: CallFault
        try:
            found: Any = getattr(import_module(module), name)
            if not isinstance(found, BaseChatModel):
                found = found()
            if isinstance(found, BaseChatModel):
                return found
            wrong = self._fault("{path} is no chat model of LangChain, and makes none when it is called. Name one that does.")
        except ModuleNotFoundError as error:
            missing = named(error.name or module)
            wrong = self._fault(
                f"{{path}} needs the Python package {missing}, which is not installed beside Sparring. Add it, or correct the path."
            )
        except AttributeError:
            wrong = self._fault("{path} cannot be found: its module has nothing of that name. Correct the path.")
        except Exception as error:
            kind = named(type(error).__name__)
            wrong = self._fault(
                f"{{path}} could not be made ready ({kind}). Is its key set? If so, whoever set this model up can look at it."
            )
        raise wrong

    def _fault(self, sentence: str) -> CallFault:
        return CallFault("bad-request", sentence.replace("{path}", named(self._path)))


class _Call:
    """One request to a loaded model."""

    def __init__(self, model: Any, endpoint: Endpoint, request: Request, on_progress: OnProgress, quiet: float, *, traced: bool) -> None:
        self._model = model
        self._endpoint = endpoint
        self._request = request
        self._on_progress = on_progress
        self._quiet = quiet
        self._traced = traced
        self._started = time.monotonic()
        self._first_token: float | None = None
        self._heard: list[Heard] = []

    async def said(self, messages: tuple[Message, ...], way: Structure | None) -> str:
        """Return the text of one reply.

        Raises:
            Unsupported: the model's endpoint rejects this way of asking for a shape.
            CallFault: whatever else went wrong.
        """
        cause, told, heard = await self._one(messages, way)
        if told is None:
            ended = cause_of_end(heard, self._request.schema if way is not None else None)
            if ended is None:
                return heard.text
            told = fault(ended, self._endpoint)
        elif way not in (None, "instructed") and cause in ("structure", "bad-request"):
            raise Unsupported
        raise told

    async def _one(self, messages: tuple[Message, ...], way: Structure | None) -> tuple[Cause, CallFault | None, Heard]:
        heard = Heard(self._request.most_tokens)
        self._heard.append(heard)
        cause: Cause = "timeout"
        told: CallFault | None = None
        try:
            async with asyncio.timeout(self._quiet) as patience:
                loop = asyncio.get_running_loop()
                await self._listen(messages, way, heard, lambda: patience.reschedule(loop.time() + self._quiet))
        except TimeoutError:
            told = fault("timeout", self._endpoint)
        except Exception as error:
            cause, told = cause_and_fault(error, self._endpoint, in_stream=bool(heard.tokens), shaped=way not in (None, "instructed"))
        return cause, None if heard.finish else told, heard

    async def _listen(self, messages: tuple[Message, ...], way: Structure | None, heard: Heard, be_patient: Callable[[], None]) -> None:
        from langsmith.run_helpers import tracing_context

        schema = self._request.schema
        wanted = response_format(schema, way) if schema is not None and way is not None else None
        model = self._model.bind(response_format=wanted) if wanted else self._model
        since = time.monotonic()
        with contextlib.nullcontext() if self._traced else tracing_context(enabled=False):
            async with contextlib.aclosing(model.astream(_as_langchain(messages))) as stream:
                async for chunk in stream:
                    if _take(heard, chunk):
                        if self._first_token is None:
                            self._first_token = time.monotonic() - self._started
                        self._on_progress(heard.progress())
                    if heard.is_too_much:
                        heard.finish = "length"
                        return
                    be_patient()
                    if time.monotonic() - since > _AT_ONCE:
                        await asyncio.sleep(0)
                        since = time.monotonic()
        if not heard.text and heard.finish is None:
            heard.finish = "stop"

    def usage(self) -> Usage:
        """Return what all tries took together."""
        return Usage(
            _total([heard.prompt_tokens for heard in self._heard]),
            _total([heard.reply_tokens for heard in self._heard]),
            time.monotonic() - self._started,
            self._first_token,
        )


def _total(counts: list[int | None]) -> int | None:
    return sum(count or 0 for count in counts) if any(count is not None for count in counts) else None


def _as_langchain(messages: tuple[Message, ...]) -> list[Any]:
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    kinds = {"system": SystemMessage, "user": HumanMessage, "assistant": AIMessage}
    return [kinds[message.role](content=message.text) for message in messages]


def _take(heard: Heard, chunk: Any) -> bool:
    more = chunk.additional_kwargs if isinstance(chunk.additional_kwargs, Mapping) else {}
    about = chunk.response_metadata if isinstance(chunk.response_metadata, Mapping) else {}
    usage = getattr(chunk, "usage_metadata", None)
    if isinstance(usage, Mapping):
        heard.prompt_tokens, heard.reply_tokens = usage.get("input_tokens"), usage.get("output_tokens")
    for name in ("finish_reason", "stop_reason", "done_reason"):
        if isinstance(why := about.get(name), str) and why:
            heard.finish = "length" if why.lower() in _LENGTH else "content_filter" if why.lower() in _FILTERED else why.lower()
    return heard.take_message(
        {"content": chunk.content, "reasoning_content": more.get("reasoning_content"), "refusal": more.get("refusal")}
    )


def _takes_response_format(model: Any) -> bool:
    """Tell whether the model speaks OpenAI's interface, where a shape can be asked for as OpenAI does."""
    return any(each.__name__ == "BaseChatOpenAI" for each in type(model).__mro__)
