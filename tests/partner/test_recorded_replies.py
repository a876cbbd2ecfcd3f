"""Replies recorded from a large model that sparred over the example drafts, good and bad as judged afterwards: what comes of each.

The referee keeps the team's words the team's own. Whether a question is a good one it cannot tell: what a coach would cut is shown too.
"""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sparring.challenge import Choice
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor
from sparring.library.folder import open_library
from sparring.library.model import Library
from sparring.packaged import packaged
from sparring.partner.cast import Cast
from sparring.partner.model import ModelPartner
from sparring.partner.port import Said, Turn
from sparring.partner.refereed import refereed
from sparring.situation import Situation
from sparring.text import read_source
from tests.partner.obedient import OPENED
from tests.partner.scripted_chat import ScriptedChat

ROWS = [json.loads(line) for line in (Path(__file__).parent / "recorded.jsonl").read_text(encoding="utf-8").splitlines()]
CATALOGUE = packaged_catalogue()


def of(*kinds: str) -> list[Any]:
    name = "{bout} {call}{again}"
    return [
        pytest.param(row, id=name.format(**{**row, "again": " again" if row.get("again") else ""})) for row in ROWS if row["kind"] in kinds
    ]


@cache
def example(name: str) -> tuple[Draft, Library]:
    folder = packaged("examples") / name
    return read_draft(read_source(folder / "draft.md")), open_library([folder / "strategy"]).library


def chosen(about: dict[str, Any], draft: Draft, library: Library) -> Choice:
    keys = tuple(item.key for item in draft.items() if item.id in about["items"])
    passage = next((each for each in library.passages if each.id == about.get("passage")), None)
    return Choice(about["lens"], Anchor(about["anchor"], keys), passage)


def turn_of(row: dict[str, Any]) -> Turn:
    draft, library = example(row["bout"])
    pressed = row.get("about") or row.get("open")
    return Turn(
        draft=draft,
        situation=Situation(),
        library=library,
        choices=(chosen(pressed, draft, library) if pressed else Choice("not-doing", Anchor("draft")),),
        rung="press" if row["kind"] == "press" else "open",
        spoken=frozenset(),
        spoken_texts=(),
        answers=tuple(row["said"]),
        answer_class=None,
        seed=1,
        rounds=(OPENED,),
        may_raise=frozenset() if pressed else frozenset({row["reply"]["lens"]}),
    )


@pytest.mark.parametrize("row", of("challenge", "press"))
async def test_a_recorded_challenge_or_press_is_shown_as_it_was_written_or_withheld(row: dict[str, Any]) -> None:
    outcome = await refereed(ModelPartner(Cast(ScriptedChat(row["reply"])), CATALOGUE), turn_of(row), CATALOGUE)
    shown = outcome.challenge
    assert (shown.origin == "model") is row["shown"], outcome.withheld
    if row["shown"]:
        assert (shown.doubt, shown.question) == (row["reply"].get("doubt", ""), row["reply"]["question"])
    else:
        assert set(outcome.withheld) == {row["rule"]}


@pytest.mark.parametrize("row", of("reading"))
async def test_a_recorded_reading_shows_what_is_settled_and_what_is_open(row: dict[str, Any]) -> None:
    draft, _ = example(row["bout"])
    asked = replace(OPENED, raised=OPENED.raised.model_copy(update={"question": row["question"]}))
    said = Said(row["answer"], row["question"], (asked,), draft)
    reading = await ModelPartner(Cast(ScriptedChat(row["reply"])), CATALOGUE).read(said)
    assert reading
    settled = [row["answer"][each.start : each.end] for each in reading.settled]
    assert (reading.rest, settled, reading.open) == (row["rest"], row["settled"], row["open"])
