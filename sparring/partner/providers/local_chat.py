"""A model on this machine: llama.cpp in a process of its own, reached over loopback; nothing leaves the machine."""

import asyncio
import contextlib
import json
import secrets
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sparring.documents.installing import command_that_adds
from sparring.partner.chat import OnProgress, Reply, Request, unheard
from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.openai_chat import OpenAIChat
from sparring.text import visible

LOCAL_CONTEXT_TOKENS: Final = 8_192
"""Read at once; more takes memory whether it is used or not."""

_WHOLE_SECONDS: Final = 900.0
_QUIET_SECONDS: Final = 300.0
"""A machine without a graphics card reads a hundred tokens a second: a long draft takes minutes before the first word."""

_MAGIC: Final = b"GGUF"
_LEAVE_SECONDS: Final = 3.0


class LocalChat:
    """A `ChatModel` in a file (GGUF).

    A process of its own, as native code may crash, and as the screen would stand still while a model is loaded in this one.

    Args:
        model_file: the model.
        context_tokens: what it shall read at once.
    """

    def __init__(self, model_file: Path, *, context_tokens: int = LOCAL_CONTEXT_TOKENS) -> None:
        self._file = model_file
        self._context_tokens = context_tokens
        self._starting = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._chat: OpenAIChat | None = None

    @property
    def model(self) -> str:
        """Its name: that of the file."""
        return self._file.stem

    @property
    def host(self) -> str:
        """Nothing leaves the machine."""
        return ""

    @property
    def context_tokens(self) -> int:
        """How much it reads at once."""
        return self._context_tokens

    async def warm_up(self) -> None:
        """Load the model; never raises."""
        with contextlib.suppress(Exception):
            chat = await asyncio.to_thread(self._served)
            await chat.warm_up()

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Answer; cancelling the task ends the model's work at once.

        Raises:
            CallFault: whatever went wrong.
        """
        chat = await asyncio.to_thread(self._served)
        try:
            return await chat.reply(request, on_progress)
        except CallFault as fault:
            crashed = await self._has_ended() if fault.kind in ("cut", "refused") else False
            if not crashed:
                raise
        raise self._fault(
            "llama.cpp stopped while it worked with {file}. Perhaps it needs more memory than there is: try again, or use a smaller model."
        )

    async def close(self) -> None:
        """End the process and give its memory back."""
        process, chat = self._process, self._chat
        self._process = self._chat = None
        if chat is not None:
            await chat.close()
        if process is not None:
            await asyncio.to_thread(_end, process)

    def _served(self) -> OpenAIChat:
        """Return the model behind its server, started if need be; takes seconds.

        Raises:
            CallFault: the library or the file cannot be used.
        """
        with self._starting:
            if self._chat is None or self._process is None or self._process.poll() is not None:
                self._chat = self._start()
            return self._chat

    def _start(self) -> OpenAIChat:
        if find_spec("xllamacpp") is None:
            command = command_that_adds("local")
            raise CallFault("not-installed", f"A model on this machine needs a library that is not installed. This adds it: {command}")
        self._look_at_file()
        key = secrets.token_urlsafe(32)
        wanted = {"model": str(self._file.resolve()), "key": key, "context": self._context_tokens}
        process = subprocess.Popen(  # noqa: S603 - this Python, with a file of ours
            [sys.executable, "-P", str(Path(__file__).with_name("local_server.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._process = process
        answer = _ask(process, wanted)
        address = answer.get("address")
        if not isinstance(address, str):
            _end(process)
            if "fault" in answer:
                raise self._fault(
                    "llama.cpp cannot load {file}: it is damaged, or of a kind that this version does not know. Choose another file."
                )
            raise self._fault("llama.cpp stopped while it loaded {file}. Perhaps it needs more memory than there is: use a smaller model.")
        endpoint = Endpoint(
            "local", self.model, f"{address}/v1", key=key, quiet_seconds=_QUIET_SECONDS, context_tokens=self._context_tokens
        )
        return OpenAIChat(endpoint, whole_seconds=_WHOLE_SECONDS)

    def _look_at_file(self) -> None:
        try:
            with self._file.open("rb") as opened:
                magic = opened.read(len(_MAGIC))
        except FileNotFoundError:
            raise self._fault("There is no model file {file}. Check its name, and that its disk is there.") from None
        except IsADirectoryError:
            raise self._fault("{file} is a folder. Name the model file in it; its name ends in .gguf.") from None
        except OSError:
            raise self._fault("The model file {file} cannot be read. Check who may read it, and that its disk is there.") from None
        if magic != _MAGIC:
            raise self._fault("{file} is no model in the format GGUF. Choose a file whose name ends in .gguf.")

    async def _has_ended(self) -> bool:
        process = self._process
        if process is None:
            return True
        with contextlib.suppress(subprocess.TimeoutExpired):
            await asyncio.to_thread(process.wait, 1.0)
        return process.poll() is not None

    def _fault(self, sentence: str) -> CallFault:
        return CallFault("model-file", sentence.replace("{file}", visible(self._file.name)[:100]))


def _ask(process: "subprocess.Popen[bytes]", wanted: dict[str, object]) -> dict[str, object]:
    """Send one line to the process and return what it answers with one; nothing where it ended instead."""
    try:
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101 - both are pipes
        process.stdin.write(json.dumps(wanted).encode() + b"\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline() or b"{}")
    except (OSError, ValueError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process: by the end of its input, and if it does not hear, by force."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    try:
        process.wait(_LEAVE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
