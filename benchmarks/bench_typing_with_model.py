"""Whether a model gets in the way of typing: the delay of a key's echo, in a real pseudo-terminal, against the same screen without a model
in the same run, while the model's library loads and while its reply streams in at 1,000 tokens a second.

usage: python benchmarks/bench_typing_with_model.py
"""

import contextlib
import fcntl
import multiprocessing
import os
import pty
import random
import select
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterator
from itertools import repeat
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.scripted_endpoint import Answer, Asked, Pause, ScriptedEndpoint, Step, streamed

ROUNDS = 6
STREAMED_KEYS = 60
LOADING_KEYS = 30
"""The library loads within the time that these take; a launch each."""

TOKENS_AT_ONCE = 5
WANTED = 0.016
"""Seconds that the slowest key in a hundred may wait longer."""

PATIENCE = 20.0
READY = b"READY"

APP = """
import asyncio, sys
from textual.app import App
from textual.widgets import Static, TextArea
import sparring.text
from sparring.partner.chat import Message, Request
from sparring.partner.endpoint import Endpoint

mode, url = sys.argv[1:]

class Typing(App):
    def compose(self):
        yield Static("Sparring " * 40)
        yield TextArea()
        yield Static(id="state")

    async def on_mount(self):
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.focus()
        if mode == "streaming":
            self.work = asyncio.create_task(stream(self.ready))
        else:
            self.ready()

    def ready(self, progress=None):
        if not hasattr(self, "said"):
            self.said = True
            self.query_one("#state").update("READY")

    def on_text_area_changed(self, event):
        # The first key begins the loading, so that all that follow fall into it.
        if mode == "loading" and not hasattr(self, "work"):
            self.work = asyncio.create_task(load())

async def load():
    from sparring.partner.providers.openai_chat import OpenAIChat
    chat = OpenAIChat(Endpoint("scripted", "tiny", url, key="k"), whole_seconds=600)
    await chat.warm_up()
    return chat

async def stream(heard):
    await (await load()).reply(Request((Message("user", "Go on."),), None, 10_000_000), heard)

Typing().run()
"""


class _Stream:
    """A thousand tokens a second, for as long as somebody listens."""

    def __iter__(self) -> Iterator[Step]:
        first, token, *_ = streamed("word ", finish=None, done=False).steps
        yield first
        while True:
            yield from repeat(token, TOKENS_AT_ONCE)
            yield Pause(TOKENS_AT_ONCE / 1_000)


def serve(told: Connection) -> None:
    """Serve the stream, in a process of its own."""

    def talk(asked: Asked) -> Answer:
        return Answer(_Stream())

    with ScriptedEndpoint() as there:
        there.talks(talk)
        told.send(there.base_url)
        with contextlib.suppress(EOFError):
            told.recv()


def delays(mode: str, url: str, keys: int) -> list[float]:
    """Return seconds from writing a key to the first byte of its echo."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-c", APP, mode, url])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    read_until_quiet(terminal, READY)
    os.write(terminal, b"x")
    read_until_quiet(terminal, quiet=0.02)
    times = []
    for number in range(keys):
        start = time.perf_counter()
        os.write(terminal, b"abcdefghij"[number % 10 : number % 10 + 1])
        select.select([terminal], [], [], PATIENCE)
        times.append(time.perf_counter() - start)
        read_until_quiet(terminal, quiet=random.uniform(0.01, 0.03))
    os.kill(child, 9)
    os.close(terminal)
    os.waitpid(child, 0)
    return times


def read_until_quiet(terminal: int, awaited: bytes = b"", quiet: float = 0.3) -> None:
    seen, since = b"", time.perf_counter()
    while time.perf_counter() - since < PATIENCE:
        ready, _, _ = select.select([terminal], [], [], 1.0 if awaited and awaited not in seen else quiet)
        if ready:
            seen += os.read(terminal, 65536)
        elif not awaited or awaited in seen:
            return
    raise SystemExit(f"The screen never showed {awaited!r}.")


def slowest(times: list[float]) -> float:
    """Return the delay that one key in a hundred exceeds."""
    return statistics.quantiles(times, n=100)[98]


def main() -> None:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    url = ours.recv()
    found: dict[str, list[float]] = {"bare": [], "loading": [], "streaming": []}
    for _ in range(ROUNDS):
        for mode, times in found.items():
            times += delays(mode, url, LOADING_KEYS if mode == "loading" else STREAMED_KEYS)
    ours.send(None)
    for mode, times in found.items():
        more = slowest(times) - slowest(found["bare"])
        print(
            f"{mode:10} {len(times)} keys: median {statistics.median(times) * 1e3:5.1f} ms, p99 {slowest(times) * 1e3:5.1f} ms, "
            f"{more * 1e3:+5.1f} ms beside the bare screen (wanted: at most {WANTED * 1e3:+.0f})"
        )


if __name__ == "__main__":
    main()
