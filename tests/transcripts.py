"""Folders of transcripts for tests: many, as teams leave them, and a few that never change, for pictures."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.many_bouts import make_folder
from sparring.record.codec import encode_line, next_entry
from sparring.record.events import AnswerGiven, BoutEnded, BoutOpened, CloseBegun, Event, OpenAssigned, StanceTaken
from tests.tui.rings import challenge_to_line, draft, pressed, second_round

if TYPE_CHECKING:
    from sparring.record.entry import Entry


def many(factory: pytest.TempPathFactory, bouts: int, distinct: int, teams: int, seed: int = 1) -> Path:
    """Return a folder of bouts that the real session conducted."""
    folder = factory.mktemp("made")
    make_folder(folder, bouts, distinct=distinct, teams=teams, seed=seed)
    return folder


def copied(made: Path, folder: Path) -> Path:
    """Return `folder` with the transcripts of `made` in it: to be changed by one test alone."""
    folder.mkdir(parents=True)
    for path in made.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def write_transcript(path: Path, events: list[Event], at: datetime) -> Path:
    """Write events as a transcript, fifty seconds from each to the next."""
    last: Entry | None = None
    lines = []
    for number, event in enumerate(events):
        last = next_entry(last, event, at + timedelta(seconds=50 * number), "0" * 32)
        lines.append(encode_line(last))
    path.write_bytes(b"".join(lines))
    return path


def scripted(folder: Path) -> Path:
    """Return `folder` with four bouts of two teams that depend on no planner, no bank and no reading."""
    folder.mkdir(parents=True)
    of = draft()
    close: list[Event] = [
        CloseBegun(why="The rounds are over."),
        AnswerGiven(text="the billing move stands, the wizard does not", to="still-stands", by="AN"),
        OpenAssigned(round=2, owner="Mira", due=date(2026, 11, 2)),
        BoutEnded(),
    ]
    kept: list[Event] = [StanceTaken(stance="keep", reason="sales has sold it", by="BK"), challenge_to_line(of, 3)]
    told = (
        ("Growth squad", "Q3 2026", datetime(2026, 7, 8, 9, 0, tzinfo=UTC), [*pressed(of), StanceTaken(stance="skip"), *close]),
        ("Growth squad", "Q4 2026", datetime(2026, 10, 5, 9, 0, tzinfo=UTC), [*pressed(of), *close]),
        ("Lockers", "Q4 2026", datetime(2026, 10, 12, 9, 0, tzinfo=UTC), [*second_round(of), *kept, *close]),
        ("Lockers", "Q1 2027", datetime(2026, 11, 20, 9, 0, tzinfo=UTC), second_round(of)),
    )
    for team, cycle, at, events in told:
        name = f"{at.date()}-kofu"
        opened = BoutOpened(
            bout=name, seed=1, program="0", catalogue="", language="en", partner="offline partner", rounds=5, team=team, cycle=cycle
        )
        write_transcript(folder / f"{name}.jsonl", [opened, *events[1:]], at)
    return folder
