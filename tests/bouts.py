"""Bouts for tests: conducted by the real session over real readers and lenses, in memory or on the disk."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sparring.bout.history import NO_HISTORY, History
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.folder import open_library
from sparring.library.model import Library, NoLibrary
from sparring.partner.offline import OfflinePartner
from sparring.record.codec import next_entry
from sparring.record.entry import Entry
from sparring.record.events import Event
from sparring.session import Session, open_bout
from sparring.situation import Situation
from sparring.text import Source

START = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

FLAWED = """\
# Parcel lockers, spring

## O1: Be the best delivery experience in town

- KR1: Launch the locker finder in the app
- KR2: Increase revenue by 15%
- KR3: Improve the reliability of the lockers

## O2: Roll out the new scanner

- KR1: Maintain 99.9% uptime of the locker network
- KR2: Publish the courier handbook
- KR3: 40 training sessions held with couriers
"""

WELL_MADE = """\
# Lockers

## O1: Couriers empty a full locker before the next customer stands in front of it

- KR1: Lockers found full by a customer: from 14% to 6% of pick-ups
- KR2: Couriers who act on a fill warning within two hours: from 22% to 60%

Not in here on purpose: new cities, the returns flow.
"""


def draft_of(text: str = FLAWED) -> Draft:
    return read_draft(Source("draft.md", text))


class Clock:
    """Ten seconds pass between any two looks."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=10)
        return self.now


class MemoryJournal:
    """Keeps entries in a list; fails when told to."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.struck: list[int] = []
        self.failure: Exception | None = None

    def append(self, event: Event, at: datetime) -> Entry:
        if self.failure:
            raise self.failure
        entry = next_entry(self.entries[-1] if self.entries else None, event, at, "0" * 32)
        self.entries.append(entry)
        return entry

    def strike(self, *seqs: int) -> None:
        self.struck += seqs


async def session_on(
    text: str = FLAWED,
    *,
    documents: Path | None = None,
    seed: int = 1,
    rounds: int = 5,
    journal: MemoryJournal | None = None,
    history: History = NO_HISTORY,
    cycle: str = "",
) -> Session:
    library: Library = open_library([documents]).library if documents else NoLibrary()
    catalogue = packaged_catalogue()
    return await open_bout(
        draft_of(text),
        bout_id="2026-11-21-kofu",
        seed=seed,
        language="en",
        journal=journal or MemoryJournal(),
        partner=OfflinePartner(catalogue),
        catalogue=catalogue,
        library=library,
        history=history,
        cycle=cycle,
        rounds=rounds,
        clock=Clock(),
    )


async def fight(session: Session, each_round: Callable[[Session], object] = lambda session: None) -> None:
    """Go through all rounds; `each_round` may return an awaitable."""
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
        if session.bout.stage == "rounds":
            outcome = each_round(session)
            if hasattr(outcome, "__await__"):
                await outcome


async def lenses_of(session: Session, situation: Situation | None = None) -> list[str]:
    """Go through all rounds without a word and return the lenses that were raised."""
    await session.give_situation(situation)
    await fight(session)
    return [each.raised.lens for each in session.bout.rounds]
