"""Keeps what is typed and not sent: at most a second of typing can be lost, and typing never waits for the disk."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widget import Widget

from sparring.archive.errors import ArchiveError
from sparring.archive.scratch import Scratch

if TYPE_CHECKING:
    from textual.timer import Timer

EVERY = 1.0
"""Seconds between two saves while somebody types."""


class Unsent:
    """Saves the text that `read` returns into the bout's scratch file."""

    def __init__(self, scratch: Scratch, owner: Widget, read: Callable[[], str], failed: Callable[[ArchiveError], None]) -> None:
        self._scratch = scratch
        self._owner = owner
        self._read = read
        self._failed = failed
        self._timer: Timer | None = None
        self._saved: str | None = None
        self._one_at_a_time = asyncio.Lock()
        self._told = False

    def load(self) -> str:
        """Return what was typed and not sent the last time."""
        try:
            text = self._scratch.load()
        except ArchiveError as error:
            self._failed(error)
            return ""
        self._saved = text
        return text

    def touch(self) -> None:
        """Something was typed: save within a second."""
        if self._timer is None:
            self._timer = self._owner.set_timer(EVERY, self._save_soon)

    def _save_soon(self) -> None:
        self._timer = None
        self._owner.run_worker(self.save(), group="scratch", exit_on_error=False)

    async def save(self) -> None:
        """Save now."""
        async with self._one_at_a_time:
            text = self._read()
            if text == self._saved or (not text and self._saved is None):
                return
            try:
                await asyncio.to_thread(self._scratch.save if text else lambda _: self._scratch.clear(), text)
            except ArchiveError as error:
                if not self._told:
                    self._told = True
                    self._failed(error)
                return
            self._saved = text
            self._told = False
