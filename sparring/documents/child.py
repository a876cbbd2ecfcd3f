"""The process that converts documents, from inside: it takes documents on standard input and answers on standard output.

Converters are large and the documents are anybody's. So they run here, with bounds on memory and time, without network, other programs or
files of the user, and with nowhere to print to.
"""

import json
import logging
import mimetypes
import os
import resource
import select
import sys
import threading
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from sparring.documents.outcome import Converted, Trouble

LARGEST_TEXT = 4_000_000
"""Bytes of UTF-8. More text than this is no strategy and no draft."""

MOST_CPU_SECONDS = 60
"""For one document."""

IDLE_SECONDS = 10.0
MOST_SERVED = 60
"""Documents; a fresh process then gets back what memory the converters kept."""

OUT_OF_MEMORY = 3
"""Exit status."""

_CONVERTERS = {
    "package": "sparring.documents.package",
    "pdf": "sparring.documents.pdf",
    "msg": "sparring.documents.mail",
    "eml": "sparring.documents.mail",
    "html": "sparring.documents.markup",
}
"""Modules with a function named like the format."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = ("socket.", "subprocess.", "shutil.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "tempfile.", "os.exec",
            "os.posix_spawn", "os.spawn")  # fmt: skip
_REFUSED_CALLS = frozenset(
    f"os.{name}"
    for name in ("system", "fork", "forkpty", "kill", "remove", "rename", "mkdir", "rmdir", "link", "symlink", "truncate", "chmod", "chown")
)


def main(most_memory: int) -> None:
    """Serve documents until there are no more, or none came for a while; with more memory than `most_memory` bytes the process ends."""
    documents, answers = _private_pipes()
    _bound_memory(most_memory)
    _forbid()
    for _ in range(MOST_SERVED):
        if not select.select([documents], [], [], IDLE_SECONDS)[0]:
            return
        request = _line(documents)
        if not request:
            return
        asked = json.loads(request)
        data = _exactly(documents, asked["size"])
        _bound_time()
        answer = json.dumps(_answer(asked["format"], data)).encode()
        del data
        _write(answers, b"%d\n%s" % (len(answer), answer))


def _answer(form: str, data: bytes) -> dict[str, Any]:
    try:
        converted: Converted = getattr(import_module(_CONVERTERS[form]), form)(data)
    except Trouble as trouble:
        return {"trouble": trouble.reason}
    except ImportError:
        return {"trouble": "not-installed"}
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (Exception, RecursionError):
        return {"trouble": "broken"}
    if len(converted.text.encode("utf-8", "replace")) > LARGEST_TEXT:
        return {"trouble": "too-large"}
    return {"text": converted.text, "places": converted.places}


def _private_pipes() -> tuple[int, int]:
    """Take standard input and output for ourselves: a converter that prints or asks does so into nothing."""
    documents, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    return documents, answers


def _line(descriptor: int) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(descriptor, 1)
        if not byte:
            return b""
        line += byte
    return line


def _exactly(descriptor: int, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = os.read(descriptor, min(size - len(data), 1 << 20))
        if not piece:
            sys.exit()
        data += piece
    return bytes(data)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _bound_memory(most_memory: int) -> None:
    """Bound memory twice: the kernel's limit works on Linux, looking at what was used works everywhere."""
    for limit, most in ((resource.RLIMIT_AS, most_memory * 3 // 2), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (most, most))
        except (OSError, ValueError):
            continue
    threading.Thread(target=_watch_memory, args=(most_memory, _memory_used()), daemon=True).start()


def _watch_memory(most_memory: int, used: Callable[[], int]) -> None:
    while used() < most_memory:
        time.sleep(0.05)
    os._exit(OUT_OF_MEMORY)


def _memory_used() -> Callable[[], int]:
    """Return what tells the bytes of memory in use: on Linux the peak that is told elsewhere begins with that of the starting program."""
    try:
        pages = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    size = os.sysconf("SC_PAGE_SIZE")
    return lambda: int(os.pread(pages, 200, 0).split()[1]) * size


def _bound_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + MOST_CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _forbid() -> None:
    """From here on nothing but the packages themselves can be opened, and only to read; no network, no other program."""
    roots = tuple({str(Path(place).resolve()) for place in (*sys.path, sys.prefix, sys.base_prefix)} | {"/usr/share/zoneinfo"})
    single = frozenset([os.devnull, *mimetypes.knownfiles])

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int):
                return
            name = os.fsdecode(path)
            allowed = name in single or name.startswith(roots) or str(Path(name).resolve()).startswith(roots)
            if flags & _WRITES or not allowed:
                raise PermissionError("documents are converted without the user's files")
        elif event.startswith(_REFUSED) or event in _REFUSED_CALLS:
            raise PermissionError("documents are converted without network, programs and files")

    sys.addaudithook(refuse)
