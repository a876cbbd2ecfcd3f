"""A team's folder on the disk, and bouts that have come to a page before or after the rounds."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events

from sparring.archive.places import find_workspace
from sparring.draft.changes import carry_keys
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.opening import Ring, open_new
from sparring.record.draft_record import record_of
from sparring.record.events import (
    BoutOpened,
    CloseBegun,
    DraftRead,
    DraftRevised,
    Event,
    FactRecord,
    FactsShown,
    SituationGiven,
    StanceTaken,
)
from sparring.record.shown import QuoteRecord
from sparring.situation import Situation
from sparring.text import Source, read_source
from sparring.tui.app import SparringApp
from sparring.wishes import Wishes
from tests.bouts import START
from tests.tui.rings import DRAFT, answered, challenge_to_line, challenge_to_whole

if TYPE_CHECKING:
    from textual.pilot import Pilot

STRATEGY = "# Strategy\n\n9 of 14 churned trial teams gave up while importing their spreadsheet data.\n"
READERS = "Only you (anna) and this machine's administrators can read this transcript."
SIZES = [(80, 24), (120, 40)]


def team_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a workspace with a draft and a strategy."""
    folder = tmp_path / "team"
    (folder / "transcripts").mkdir(parents=True)
    (folder / "strategy").mkdir()
    (folder / "strategy" / "strategy.md").write_text(STRATEGY)
    (folder / "okrs-q1.md").write_text(DRAFT)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sparring.archive.places._user", lambda: "anna")
    return folder


def app_in(folder: Path, copied: list[str] | None = None) -> SparringApp:
    """The app as it starts without arguments."""
    out: list[str] = [] if copied is None else copied
    return SparringApp(workspace=find_workspace(folder), wishes=Wishes(seed=1), clock=lambda: START, copy_outside=out.append)


async def ring_in(folder: Path, name: str = "okrs-q1.md") -> Ring:
    """A real bout on a file of the folder."""
    return await open_new(read_source(folder / name), find_workspace(folder), Wishes(seed=1))


def opened(of: Draft) -> list[Event]:
    """A bout before its situation."""
    opening = BoutOpened(
        bout="2026-11-21-kofu", seed=1, program="0", catalogue="", language="en", partner="offline partner", rounds=5, readers=READERS
    )
    return [opening, DraftRead(draft=record_of(of))]


def at_facts(of: Draft) -> list[Event]:
    """A bout whose card shows two gaps."""
    items = list(of.key_results())
    quotes = tuple(QuoteRecord(id=item.id, text=item.text, lines=item.lines) for item in (items[0], items[2]))
    facts = (
        FactRecord(lens="missing-baseline", said="No starting point is written here.", quotes=quotes),
        FactRecord(lens="placeholder", said="A number is left open here.", quotes=(QuoteRecord(id="O2.KR3", text=""),)),
    )
    return [*opened(of), SituationGiven(situation=Situation(), skipped=True), FactsShown(facts=facts)]


def at_close(of: Draft) -> list[Event]:
    """Round one kept, round two parked, round three answered and edited."""
    past = [
        *at_facts(of),
        challenge_to_whole(),
        *answered(6, "mostly the wizard, and the billing move"),
        StanceTaken(stance="keep", reason="the wizard is promised to two customers", by="AN"),
        challenge_to_line(of),
        StanceTaken(stance="park"),
        challenge_to_whole(3, "Who would notice?"),
    ]
    past += answered(len(past) + 1, "the account managers, within the week")
    changed = DRAFT.replace("Increase activation rate by 20%", "Increase activation rate from 31% to 38%").replace(
        "- KR3: Reach NPS of 45\n", ""
    )
    after = carry_keys(of, read_draft(Source("okrs.md", changed)))
    return [*past, DraftRevised(version=2, where="in-app", draft=record_of(after)), CloseBegun(why="five rounds are over")]


async def burst(pilot: "Pilot[int]", *keys: str) -> None:
    """Send keys as a paste without brackets or a laggy line does: all before the app has seen the first."""
    for key in keys:
        character = key if len(key) == 1 else {"space": " ", "enter": "\r", "tab": "\t"}.get(key)
        pilot.app.post_message(events.Key(key, character))
    await pilot.pause()


def letters(text: str) -> list[str]:
    """The keys of a text."""
    return ["space" if letter == " " else letter for letter in text]
