"""The process that converts documents, from outside: it may hang, die or answer nonsense, and nothing of that reaches the program."""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import sparring

LONGEST_SECONDS = 30.0
"""One document may take so long, start of the process included; it is ended then."""

LARGEST_ANSWER = 32_000_000
"""Bytes. The process itself gives less (see `child.LARGEST_TEXT`); more means that it does not do what we wrote."""

MOST_MEMORY = 1_200_000_000
"""Bytes that the process may have."""

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from sparring.documents.child import main; main(int(sys.argv[2]))"
_KEPT_VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "TZ")


class ConversionTimeout(Exception):
    """The document took longer than anybody waits."""


class ConversionDied(Exception):
    """The process ended over the document: it needed more memory than it may have, or a converter crashed."""


class Worker:
    """One process that converts documents one after the other; it is started when it is needed and again when it died.

    It ends by itself when it has had nothing to do for a while, and with the program. Safe to use from several threads.
    """

    def __init__(self, seconds: float = LONGEST_SECONDS, memory: int = MOST_MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def convert(self, form: str, data: bytes) -> dict[str, Any]:
        """Return what the process makes of a document.

        Raises:
            ConversionTimeout: it had to be ended.
            ConversionDied: it ended by itself, or answered what is no answer.
        """
        with self._lock:
            fresh = self._process is None or self._process.poll() is not None
            try:
                return self._asked(form, data)
            except _GoneBeforeAsking:
                if fresh:
                    raise ConversionDied from None
            # It had just gone for want of work.
            try:
                return self._asked(form, data)
            except _GoneBeforeAsking:
                raise ConversionDied from None

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _asked(self, form: str, data: bytes) -> dict[str, Any]:
        process = self._running()
        ended = threading.Event()

        def end() -> None:
            ended.set()
            process.kill()

        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(process, form, data)
        except (OSError, ValueError, RecursionError, _GoneBeforeAsking) as error:
            self._end()
            if ended.is_set():
                raise ConversionTimeout from None
            if isinstance(error, _GoneBeforeAsking | BrokenPipeError) and process.returncode == 0:
                raise _GoneBeforeAsking from None
            raise ConversionDied from None
        finally:
            timer.cancel()
        return answer

    def _exchange(self, process: subprocess.Popen[bytes], form: str, data: bytes) -> dict[str, Any]:
        if process.stdin is None or process.stdout is None:
            raise ValueError("no pipes")
        process.stdin.write(json.dumps({"format": form, "size": len(data)}).encode() + b"\n")
        process.stdin.write(data)
        process.stdin.flush()
        head = process.stdout.readline(40)
        if not head:
            # A process that dies over a document leaves an exit status; one that was idle too long ends well.
            process.wait()
            raise _GoneBeforeAsking
        size = int(head)
        if not 0 <= size <= LARGEST_ANSWER:
            raise ValueError("too long an answer")
        line = process.stdout.read(size)
        if len(line) != size:
            raise ValueError("half an answer")
        answer = json.loads(line)
        if not isinstance(answer, dict):
            raise ValueError("no answer")  # noqa: TRY004 - what came is wrong, not its type
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - this very Python, no shell
                [sys.executable, "-I", "-B", "-c", _START, json.dumps(_import_path()), str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
                # Ctrl+C in the terminal is for the program; it ends the process itself.
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


class _GoneBeforeAsking(Exception):
    """The process was not there any more to take the document."""


def _import_path() -> list[str]:
    """Return where the process finds packages: where this program does, but nothing that depends on the folder it was started in."""
    home = str(Path(sparring.__file__).resolve().parent.parent)
    here = str(Path.cwd()) if _has_folder() else ""
    return [home, *(place for place in sys.path if Path(place).is_absolute() and place not in (home, here))]


def _has_folder() -> bool:
    try:
        Path.cwd()
    except OSError:
        return False
    return True


_shared = Worker()
atexit.register(_shared.close)


def convert(form: str, data: bytes) -> dict[str, Any]:
    """Convert a document in the process that the whole program shares (see `Worker.convert`)."""
    return _shared.convert(form, data)
