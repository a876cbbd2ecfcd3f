"""The quiet line of a model at work: the only thing on the screen that moves, and only while there is something to wait for."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from sparring.partner.chat import Progress
from sparring.record.events import During

if TYPE_CHECKING:
    from textual.timer import Timer

EVERY = 0.25
"""Seconds between two looks at how far the call is, however fast its tokens come."""

WORDS_WAIT = "what you typed waits here: enter sends it once the question is there"
ONE_AT_A_TIME = "one thing at a time: esc first"


def waiting_text(during: During, partner: str, seconds: int, progress: Progress | None) -> str:
    """Return what the line says: "asking gpt-x · 4 s · 120 tokens"."""
    parts = [f"{partner} reads your answer" if during == "reading" else f"asking {partner}", f"{seconds} s"]
    if progress is not None and progress.tokens:
        parts.append(f"{progress.tokens:,} tokens{', thinking' if progress.thinking else ''}")
    return " · ".join(parts)


class WaitingLine(Static):
    """Shows how long a call is under way and how much came of it; never what came.

    Attributes:
        clock: seconds that only ever grow.
    """

    DEFAULT_CSS = "WaitingLine { height: auto; display: none; padding: 0 2 0 5; color: $quiet; } .-slim WaitingLine { padding: 0 1; }"

    def __init__(self, clock: Callable[[], float] = time.monotonic, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self.clock = clock
        self._during: During | None = None
        self._partner = self._cancel = self._hint = ""
        self._since = 0.0
        self._progress: Progress | None = None
        self._timer: Timer | None = None

    def begin(self, during: During, partner: str, cancel: str) -> None:
        """A call begins.

        Args:
            during: what it is for.
            partner: the model's name, safe to show.
            cancel: the key that cancels, as bound now.
        """
        self._during, self._partner, self._cancel, self._hint = during, partner, cancel, ""
        self._since, self._progress = self.clock(), None
        self.display = True
        if self._timer is None:
            self._timer = self.set_interval(EVERY, self._write)
        self._write()

    def end(self) -> None:
        """The call is over."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._during = None
        self.display = False

    def hear(self, progress: Progress) -> None:
        """Take how far the call is; shown at the next look."""
        self._progress = progress

    def words_wait(self) -> None:
        """Say that what was typed is not sent into a question that is not there yet."""
        self._say(WORDS_WAIT)

    def one_at_a_time(self) -> None:
        """Say why a key did nothing."""
        self._say(ONE_AT_A_TIME)

    def _say(self, hint: str) -> None:
        if self._during is not None:
            self._hint = hint
            self._write()

    def _write(self) -> None:
        if self._during is None:
            return
        says = waiting_text(self._during, self._partner, int(self.clock() - self._since), self._progress)
        cancels = Content.assemble(" · ", (self._cancel, "bold"), " cancels") if self._cancel else Content("")
        self.update(Content(says) + cancels + Content(f" · {self._hint}" if self._hint else ""))
