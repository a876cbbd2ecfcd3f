"""LangChain chat models for tests, found by their import path."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.exceptions import (
    ContextOverflowError,
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelInvalidRequestError,
    ModelNotFoundError,
    ModelPermissionDeniedError,
    ModelRateLimitError,
    ModelTimeoutError,
)
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from pydantic import Field

from tests.partner.providers.calls import KEY, OBJECT, SECRET_WORD

STOP = {"finish_reason": "stop"}
Script = Callable[[list[BaseMessage]], list[Any]]


class Scripted(BaseChatModel):
    """Plays chunks; an exception among them is raised, `...` hangs."""

    script: Script
    seen: list[list[BaseMessage]] = Field(default_factory=list)
    left: bool = False

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any
    ) -> ChatResult:
        raise NotImplementedError

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        self.seen.append(messages)
        try:
            for part in self.script(messages):
                if isinstance(part, BaseException):
                    raise part
                if part is ...:
                    await asyncio.Event().wait()
                yield ChatGenerationChunk(message=part if isinstance(part, AIMessageChunk) else AIMessageChunk(content=part))
        finally:
            self.left = True


def ending(**about: Any) -> AIMessageChunk:
    return AIMessageChunk(content="", response_metadata=about or STOP)


def of(*parts: Any) -> Callable[[], Scripted]:
    return lambda: Scripted(script=lambda messages: list(parts))


class BaseChatOpenAI(Scripted):
    """As langchain-openai names what speaks OpenAI's interface; this one takes schemas, but no strict ones."""

    formats: list[Any] = Field(default_factory=list)

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        wanted = kwargs.get("response_format")
        self.formats.append(wanted)
        if wanted and wanted["json_schema"]["strict"]:
            raise ModelInvalidRequestError("Invalid value for response_format: strict")
        async for chunk in super()._astream(messages, stop, run_manager):
            yield chunk


speaks_openai = BaseChatOpenAI(script=lambda messages: [OBJECT, ending()])

usage = AIMessageChunk(content="", usage_metadata={"input_tokens": 12, "output_tokens": 5, "total_tokens": 17}, response_metadata=STOP)
speaks = of("Who ", "looked", "?", usage)
thinks = of(AIMessageChunk(content="", additional_kwargs={"reasoning_content": "hm {"}), "<think>hm</think>", "Who looked?", ending())
in_parts = of([{"type": "reasoning", "reasoning": "hm"}], [{"type": "text", "text": "Who looked?"}], ending())
shaped = of("Here: ", OBJECT, ending())
hangs = of("Half", ...)
silent = of(...)

second_time = Scripted(
    script=lambda messages: ["Prose.", ending()] if "not such a JSON object" not in str(messages[-1].content) else [OBJECT, ending()]
)
never = of("Prose.", ending())
an_object = Scripted(script=lambda messages: ["Who looked?", ending()])


class StreamChunkTimeoutError(TimeoutError):
    """As langchain-openai names it."""


class OpenAIError(Exception):
    """As openai names it."""


class LengthFinishReasonError(OpenAIError):
    """As openai names it."""


class Anthropics(Exception):
    """As some clients do: an error with a status."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{KEY} {SECRET_WORD}")
        self.status_code = status


ECHO = f"You said {SECRET_WORD} with {KEY}."
FAILURES: dict[str, tuple[list[Any], str]] = {
    "authentication": ([ModelAuthenticationError(ECHO)], "wrong-key"),
    "permission": ([ModelPermissionDeniedError(ECHO)], "forbidden"),
    "not_found": ([ModelNotFoundError(ECHO)], "no-model"),
    "rate": ([ModelRateLimitError(ECHO)], "rate"),
    "quota": ([ModelRateLimitError("insufficient_quota: check your billing")], "quota"),
    "invalid": ([ModelInvalidRequestError(ECHO)], "bad-request"),
    "context": ([ContextOverflowError(ECHO)], "prompt-too-long"),
    "api": ([ModelAPIError(ECHO)], "server"),
    "timeout": ([ModelTimeoutError(ECHO)], "timeout"),
    "connection": ([ModelConnectionError(ECHO)], "refused"),
    "connection_lost": (["Half", ModelConnectionError(ECHO)], "cut"),
    "garbage": (["Half", json.JSONDecodeError(ECHO, "{", 0)], "garbage"),
    "page": ([ValueError("No generation chunks were returned")], "garbage"),
    "chunk_timeout": (["Half", StreamChunkTimeoutError(ECHO)], "timeout"),
    "no_key": ([OpenAIError(ECHO)], "no-key"),
    "length_error": ([LengthFinishReasonError(ECHO)], "reply-too-long"),
    "status": ([Anthropics(429)], "rate"),
    "status_server": ([Anthropics(529)], "server"),
    "unknown": ([RuntimeError(ECHO)], "server"),
    "pulled_cable": (["Half", ConnectionResetError(ECHO)], "cut"),
    "cut_at_length": (["Half", ending(finish_reason="length")], "reply-too-long"),
    "cut_at_tokens": (["Half", ending(stop_reason="max_tokens")], "reply-too-long"),
    "filtered": (["Half", ending(finish_reason="SAFETY")], "refusal"),
    "declined": ([AIMessageChunk(content="", additional_kwargs={"refusal": "No."}), ending()], "refusal"),
    "empty": ([ending()], "empty"),
    "nothing": ([AIMessageChunk(content="")], "empty"),
    "thought_away": (
        [AIMessageChunk(content="", additional_kwargs={"reasoning_content": "hm"}), ending(finish_reason="length")],
        "thought-away",
    ),
    "nothing_without_end": ([AIMessageChunk(content="")] * 5_000, "thought-away"),
    "too_much": (["la " * 50_000, ending()], "reply-too-long"),
}


def failing_with() -> Scripted:
    """Play the failure that the environment names; the tests set it."""
    parts, _ = FAILURES[os.environ["SPARRING_TEST_FAILURE"]]
    return Scripted(script=lambda messages: list(parts))


def broken() -> Scripted:
    raise ValueError(f"The key {KEY} is no key.")


no_model = 5


def makes_nothing() -> str:
    return "nothing"
