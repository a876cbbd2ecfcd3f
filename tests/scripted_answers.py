"""What a scripted endpoint answers: replies token by token, errors, pages, and streams that stop or never end (see `scripted_endpoint`)."""

import asyncio
import json
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, repeat
from typing import Any, Literal

PATIENCE = 20.0
"""Seconds that a test waits for what must happen."""


class Flag:
    """Something that happens once; threads and coroutines wait for it."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        self._event.set()

    @property
    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, seconds: float = PATIENCE) -> None:
        if not self._event.wait(seconds):
            raise AssertionError(f"It did not happen within {seconds} seconds.")

    async def seen(self, seconds: float = PATIENCE) -> None:
        await asyncio.to_thread(self.wait, seconds)


class Gate:
    """A place in a script that is not passed before it is opened."""

    def __init__(self) -> None:
        self.reached = Flag()
        self._opened = Flag()

    def open(self) -> None:
        self._opened.set()

    async def pass_through(self) -> None:
        self.reached.set()
        while not self._opened.is_set:  # noqa: ASYNC110 - opened from another thread
            await asyncio.sleep(0.002)


@dataclass(frozen=True)
class Pause:
    """Seconds without a byte: for drips and for a given number of tokens a second."""

    seconds: float


@dataclass(frozen=True)
class Thought:
    """Reasoning, in the field where the server puts it."""

    text: str
    field: Literal["reasoning_content", "reasoning"] = "reasoning_content"


@dataclass(frozen=True)
class Refused:
    """Words in which the model declines, in the field made for them."""

    text: str


class Stop(Enum):
    """How an answer stops before its end."""

    HANG = "nothing more comes, and the connection stays"
    CUT = "the connection breaks off, as with a crashed server or a pulled cable"


HANG = Stop.HANG
CUT = Stop.CUT
Step = bytes | Gate | Pause | Stop


Part = str | bytes | Gate | Pause | Stop | Thought | Refused


@dataclass(frozen=True)
class Answer:
    """What goes back for one request: a head, then a chunked body; a body that is cut lacks the last chunk."""

    steps: Iterable[Step]
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "text/event-stream"})


@dataclass(frozen=True)
class Raw:
    """All the bytes that go back, the status line included."""

    steps: Iterable[Step]


def _event(delta: Mapping[str, Any], finish: str | None = None, **more: Any) -> bytes:
    chunk = {
        "id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted",
        "choices": [{"index": 0, "delta": dict(delta), "finish_reason": finish}], **more,
    }  # fmt: skip
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


def tokens(text: str) -> list[str]:
    """Split a text about as a model would: words with the space before them."""
    return re.findall(r"\s*\S{1,8}|\s+", text)


def _steps(parts: Iterable[Part]) -> Iterator[Step]:
    for part in parts:
        match part:
            case str():
                for token in tokens(part):
                    yield _event({"content": token})
            case Thought():
                for token in tokens(part.text):
                    yield _event({part.field: token})
            case Refused():
                for token in tokens(part.text):
                    yield _event({"refusal": token})
            case bytes() | Gate() | Pause() | Stop():
                yield part


def streamed(*parts: Part, finish: str | None = "stop", done: bool = True, usage: tuple[int, int] | None = None) -> Answer:
    """Return a reply that comes token by token; without `finish` and `done` it just ends."""
    last: list[Step] = [_event({"role": "assistant", "content": ""}), *_steps(parts)]
    if finish is not None:
        last.append(_event({}, finish))
    if usage is not None:
        prompt, reply = usage
        counted = {"prompt_tokens": prompt, "completion_tokens": reply, "total_tokens": prompt + reply}
        last.append(b"data: " + json.dumps({"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted",
                                            "choices": [], "usage": counted}).encode() + b"\n\n")  # fmt: skip
    if done:
        last.append(b"data: [DONE]\n\n")
    return Answer(last)


def whole(text: str) -> Answer:
    """Return a reply in one piece."""
    message = {"role": "assistant", "content": text}
    body = {
        "id": "c1", "object": "chat.completion", "created": 1, "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18},
    }  # fmt: skip
    return Answer([json.dumps(body).encode()], headers={"content-type": "application/json"})


def failing(
    status: int, *, code: str | None = None, message: str = "It went wrong.", kind: str = "error", param: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:  # fmt: skip
    """Return an error as OpenAI words them."""
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return Answer([json.dumps(body).encode()], status, {"content-type": "application/json", **(headers or {})})


def page(html: str = "<html><body>Welcome</body></html>", status: int = 200) -> Answer:
    """Return something that is no API: a login page, a proxy's error page."""
    return Answer([html.encode()], status, {"content-type": "text/html; charset=utf-8"})


class _Endless:
    def __init__(self, first: bytes, event: bytes) -> None:
        self._first, self._event = first, event

    def __iter__(self) -> Iterator[Step]:
        return chain([self._first], repeat(self._event))


def endless(token: str = "la ", *, thought: bool = False) -> Answer:
    """Return a stream that never ends, as fast as it is read."""
    return Answer(_Endless(_event({"role": "assistant"}), _event({"reasoning_content" if thought else "content": token}) * 50))
