"""Keeps a bout: an event is on the disk before anybody hears of it, and the bout is what was kept."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

from sparring.bout.fold import follow
from sparring.bout.state import Bout
from sparring.record.entry import Entry
from sparring.record.events import (
    EntryWithdrawn,
    Event,
)

Result = TypeVar("Result")


class Journal(Protocol):
    """Where entries are kept. `append` returns when the entry is safe on the disk."""

    def append(self, event: Event, at: datetime) -> Entry:
        """Keep an event; raises when it could not be kept, and nothing is kept then."""
        ...

    def strike(self, *seqs: int) -> None:
        """Remove the words of these entries, leaving their seals."""
        ...


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


class Recording:
    """A bout and where it is kept.

    Attributes:
        bout: the bout as it stands; replaced, never changed.
        on_entry: told of every entry, once it is on the disk.
    """

    def __init__(self, bout: Bout, journal: Journal, clock: Callable[[], datetime], on_entry: Callable[[Entry], None]) -> None:
        self.bout = bout
        self.on_entry = on_entry
        self._journal = journal
        self._clock = clock

    async def _record(self, event: Event) -> Entry:
        return await _to_the_end(asyncio.to_thread(self._journal.append, event, self._clock()), self._kept)

    def _kept(self, entry: Entry) -> None:
        self.bout = follow(self.bout, entry)
        self.on_entry(entry)

    async def _withdraw(self, seq: int) -> None:
        await self._record(EntryWithdrawn(entry=seq))
        await _to_the_end(asyncio.to_thread(self._journal.strike, seq))


async def _to_the_end(doing: Coroutine[Any, Any, Result], done: Callable[[Result], None] = lambda result: None) -> Result:
    """Return what `doing` returns, once `done` knows: a cancelled command waits for the disk, so that nothing is kept unseen."""
    task = asyncio.ensure_future(doing)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    result = task.result()
    done(result)
    if cancelled:
        raise cancelled
    return result
