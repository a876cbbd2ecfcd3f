"""A scripted OpenAI-compatible endpoint on loopback: it plays what it is told, byte for byte, and keeps what it was asked.

It runs in a thread of its own, so it serves sync tests, async tests and programs in a terminal alike:

    def test_something(endpoint: ScriptedEndpoint) -> None:          # the fixture is in tests/conftest.py
        endpoint.plays(streamed("Hello ", "there."), failing(500))   # one answer for each call, in order
        ... Endpoint("here", "tiny", endpoint.base_url, key="k") ...
        assert endpoint.asked[0].json["stream"] is True

    endpoint.talks(lambda asked: '{"doubt": "..."}')                 # every call without an answer of its own goes to this function

A function for `talks` gets an `Asked` (`.json`, `.messages`, `.text`, `.schema`, `.headers`, `.path`); it returns the reply's text, or an
answer.

Answers:
    streamed(*parts, finish="stop", done=True, usage=(prompt, reply))
                            parts are texts (sent token by token), Thought, Refused, Gate, Pause, HANG, CUT, or bytes (sent as they stand)
    whole(text)             a reply in one piece, for a client that did not ask for a stream (a stream that was asked for gets streamed())
    failing(status, code="", message="", headers={}, ...)
                            an error as OpenAI words them
    page(html, status=200)  something that is no API at all
    endless(token="la ")    a stream that never ends; `thought=True`: of thinking
    Answer(steps, status, headers), Raw(steps)
                            anything else; the steps of Raw are all that goes over the wire, status line included

Waiting, without sleeps: a `Gate` in a script holds it back: `gate.reached` says that the script got there, `gate.open()` lets it go on.
`asked.left` says that the client closed the connection before the answer ended. Both are `Flag`s: `flag.wait(seconds)`, or
`await flag.seen(seconds)`.

`rejects={"json_schema"}` makes it a server that answers 400 to that kind of `response_format` (or "strict": to a strict one only; or to a
parameter of that name, such as "max_completion_tokens"). `ignores={"response_format"}`: the function of `talks` sees no schema.
"""

import asyncio
import contextlib
import json
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.scripted_answers import (
    CUT,
    HANG,
    PATIENCE,
    Answer,
    Flag,
    Gate,
    Part,
    Pause,
    Raw,
    Refused,
    Step,
    Stop,
    Thought,
    endless,
    failing,
    page,
    streamed,
    tokens,
    whole,
)

__all__ = [
    "CUT",
    "HANG",
    "PATIENCE",
    "Answer",
    "Asked",
    "Flag",
    "Gate",
    "Part",
    "Pause",
    "Raw",
    "Refused",
    "ScriptedEndpoint",
    "Step",
    "Stop",
    "Talker",
    "Thought",
    "endless",
    "failing",
    "page",
    "streamed",
    "tokens",
    "whole",
]


@dataclass
class Asked:
    """One request as it came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    ignores: frozenset[str] = frozenset()
    left: Flag = field(default_factory=Flag)

    @property
    def json(self) -> dict[str, Any]:
        loaded = json.loads(self.body)
        assert isinstance(loaded, dict)
        return loaded

    @property
    def messages(self) -> list[dict[str, str]]:
        return list(self.json["messages"])

    @property
    def text(self) -> str:
        """Everything that was said to the model."""
        return "\n".join(message["content"] for message in self.messages)

    @property
    def schema(self) -> dict[str, Any] | None:
        """The schema that the reply shall have, where the request has one."""
        if "response_format" in self.ignores:
            return None
        wanted = self.json.get("response_format") or {}
        schema = wanted.get("json_schema", {}).get("schema")
        assert schema is None or isinstance(schema, dict)
        return schema


Talker = Callable[[Asked], "str | Answer | Raw"]


class ScriptedEndpoint:
    """The server; `with ScriptedEndpoint() as endpoint`, or the fixture `endpoint`.

    Attributes:
        asked: requests for a reply, in order; requests for anything else are in `others`.
        models: what `GET /v1/models` lists.
    """

    def __init__(
        self, *, rejects: Collection[str] = (), ignores: Collection[str] = (), models: Sequence[str] = ("tiny",),
        tls: ssl.SSLContext | None = None,
    ) -> None:  # fmt: skip
        self.asked: list[Asked] = []
        self.others: list[Asked] = []
        self.models = models
        self.rejects = frozenset(rejects)
        self.ignores = frozenset(ignores)
        self._tls = tls
        self._answers: deque[Answer | Raw] = deque()
        self._others: deque[Answer | Raw] = deque()
        self._talker: Talker | None = None
        self._started = Flag()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="scripted endpoint", daemon=True)
        self.port = 0

    @property
    def base_url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}/v1"

    def plays(self, *answers: Answer | Raw) -> None:
        """Answer the next calls with these, in order."""
        self._answers.extend(answers)

    def talks(self, talker: Talker) -> None:
        """Let a function answer every call that has no answer of its own."""
        self._talker = talker

    def lists(self, *answers: Answer | Raw) -> None:
        """Answer the next requests that are no calls (such as for the list of models) with these."""
        self._others.extend(answers)

    @property
    def left_to_play(self) -> int:
        """How many answers nobody asked for yet."""
        return len(self._answers)

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls, limit=1 << 24))
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            asked = await self._request(reader)
            play = asyncio.ensure_future(self._play(self._answer(asked), writer))
            leaving = asyncio.ensure_future(reader.read())
            done, pending = await asyncio.wait({play, leaving}, return_when=asyncio.FIRST_COMPLETED)
            for task in pending:
                task.cancel()
            # A connection that is reset ends both with an error, and that is no news here.
            failed = [task for task in done if task.exception() is not None]
            if play not in done or play in failed:
                asked.left.set()
        with contextlib.suppress(OSError, RuntimeError):
            writer.close()

    async def _request(self, reader: asyncio.StreamReader) -> Asked:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = head[0].split(" ", 2)
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        # A client that speaks through a proxy names the whole address.
        path = urlsplit(target).path if target.startswith("http") else target
        return Asked(method, path, headers, body, self.ignores)

    def _answer(self, asked: Asked) -> Answer | Raw:
        if not asked.path.endswith("/chat/completions"):
            self.others.append(asked)
            if self._others:
                return self._others.popleft()
            if asked.path.endswith("/models"):
                listed = {
                    "object": "list",
                    "data": [{"id": model, "object": "model", "created": 1, "owned_by": "us"} for model in self.models],
                }
                return Answer([json.dumps(listed).encode()], headers={"content-type": "application/json"})
            return failing(404, message="Not Found")
        self.asked.append(asked)
        if self._answers:
            return self._answers.popleft()
        if refused := self._refused(asked):
            return failing(
                400, code="unsupported_parameter", message=f"Unsupported: {refused}", param=refused, kind="invalid_request_error"
            )
        if self._talker is None:
            return failing(500, message="The script has no more answers.")
        said = self._talker(asked)
        if isinstance(said, str):
            return streamed(said, usage=(9, 9)) if asked.json.get("stream") else whole(said)
        return said

    def _refused(self, asked: Asked) -> str:
        if not asked.body:
            return ""
        wanted = asked.json.get("response_format") or {}
        strict = bool(wanted.get("json_schema", {}).get("strict"))
        if wanted and (wanted.get("type") in self.rejects or (strict and "strict" in self.rejects)):
            return "response_format"
        return next((name for name in sorted(self.rejects) if name in asked.json), "")

    async def _play(self, answer: Answer | Raw, writer: asyncio.StreamWriter) -> None:
        raw = isinstance(answer, Raw)
        if isinstance(answer, Answer):
            head = [f"HTTP/1.1 {answer.status} Scripted", "transfer-encoding: chunked", "connection: close"]
            head += [f"{name}: {value}" for name, value in answer.headers.items()]
            writer.write("\r\n".join([*head, "", ""]).encode("latin-1"))
        for step in answer.steps:
            match step:
                case bytes():
                    writer.write(step if raw else f"{len(step):x}\r\n".encode() + step + b"\r\n")
                    await writer.drain()
                    # An endless script must not keep other connections waiting.
                    await asyncio.sleep(0)
                case Gate():
                    await step.pass_through()
                case Pause():
                    await asyncio.sleep(step.seconds)
                case Stop.HANG:
                    await asyncio.Event().wait()
                case Stop.CUT:
                    _reset(writer)
                    return
        if not raw:
            writer.write(b"0\r\n\r\n")
        await writer.drain()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Break the connection off, as a crashed server or a pulled cable would."""
    sock = writer.get_extra_info("socket")
    if isinstance(sock, socket.socket) or hasattr(sock, "setsockopt"):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
