"""Loading large libraries in a thread, while people type in another."""

import asyncio
import contextlib
import gc
import json
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Final

NO_KEY: Final = "none"
"""The openai library wants some key, also where none is sent."""

_LIBRARIES: Final = ("httpx2", "openai", "openai.resources.chat.completions", "anyio", "anyio._backends._asyncio", "json_repair")
_CHATTY: Final = ("openai", "httpx2", "httpcore2", "hpack")
_TURN: Final = 0.0005
"""Seconds that a loading thread may go on when another one wants its turn; Python's own 5 ms add up, a key takes several turns."""

_REST: Final = 0.0003
"""Seconds of rest before each module; there are about 700."""

_one_at_a_time: Final = threading.Lock()
_rehearsed: Final[list[bool]] = []


class _Resting:
    """Finds nothing, but lets the loading thread rest at every module that is looked for: then whoever types need not wait for a turn."""

    def __init__(self, thread: int) -> None:
        self._thread = thread

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        """Find nothing."""
        if threading.get_ident() == self._thread:
            time.sleep(_REST)


@contextlib.contextmanager
def without_pauses() -> Iterator[None]:
    """Load large libraries without stopping the threads beside this one.

    Collecting garbage stops every thread, for longer the more there is; a library's modules are none. They are left out of all collections
    to come, too: with them, each full one would take a twentieth of a second.
    """
    with _one_at_a_time:
        collects, turn = gc.isenabled(), sys.getswitchinterval()
        gc.disable()
        sys.setswitchinterval(_TURN)
        resting = _Resting(threading.get_ident())
        sys.meta_path.insert(0, resting)
        try:
            yield
            gc.freeze()
        finally:
            sys.meta_path.remove(resting)
            sys.setswitchinterval(turn)
            if collects:
                gc.enable()


@contextlib.contextmanager
def loaded() -> Iterator[None]:
    """Load what a call over the openai library needs, and what the block imports.

    The libraries write addresses and headers to their logs, and where OPENAI_LOG is set one of them sends its log to the terminal.
    """
    with without_pauses() if not _rehearsed else contextlib.nullcontext():
        yield
        if not _rehearsed:
            os.environ.pop("OPENAI_LOG", None)
            for name in _LIBRARIES:
                import_module(name)
            quieten()
            asyncio.run(_rehearse())
            _rehearsed.append(True)


def quieten() -> None:
    """Keep what passes over the wire, headers with keys among it, out of every log."""
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


async def _rehearse() -> None:
    """Have one short reply read.

    With the first reply the library builds what it reads replies with; then no key should have to wait for that.
    """
    import httpx2
    from openai import AsyncOpenAI

    event = {"choices": [{"index": 0, "delta": {"content": "."}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 1}}
    said = b"data: " + json.dumps(event).encode() + b"\n\ndata: [DONE]\n\n"
    stage = httpx2.MockTransport(lambda request: httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=said))
    async with httpx2.AsyncClient(transport=stage) as http:
        client = AsyncOpenAI(api_key=NO_KEY, base_url="http://rehearsal.invalid/v1", max_retries=0, http_client=http)
        stream = await client.chat.completions.create(model="m", messages=[{"role": "user", "content": "."}], stream=True)
        async for chunk in stream:
            assert chunk.choices  # noqa: S101 - reading is all that is wanted
