"""Replies as a capable model gives them to the prompts on the example draft, good and bad: what is shown of each, and what is quoted."""

import json
from pathlib import Path
from typing import Any

import pytest

from sparring.bout.moves import Raise
from sparring.bout.open_choice import lenses_open
from sparring.bout.planner import next_move
from sparring.draft.reading import read_draft
from sparring.opening import open_unkept
from sparring.packaged import packaged
from sparring.partner.cast import Cast
from sparring.partner.model import ModelPartner
from sparring.partner.port import Turn
from sparring.partner.refereed import refereed
from sparring.partner.turns import turn_on
from sparring.session import Session
from sparring.text import read_source
from sparring.wishes import Wishes
from tests.partner.scripted_chat import ScriptedChat

EXAMPLE = packaged("examples") / "growth-squad"
ROWS = [json.loads(line) for line in (Path(__file__).parent / "replies.jsonl").read_text(encoding="utf-8").splitlines()]
ANSWERS = {
    "en": ("The wizard would have been built anyway.", "Not understanding the problem. We never watched anybody import."),
    "de": ("Den Wizard hätten wir sowieso gebaut.", "Dass wir das Problem nicht verstehen. Wir haben nie beim Import zugesehen."),
}


async def round_three(language: str) -> tuple[Session, Turn]:
    wishes = Wishes(context=(EXAMPLE / "strategy",), seed=1, language=language)
    session = (await open_unkept(read_draft(read_source(EXAMPLE / "draft.md")), wishes)).session
    await session.give_situation(None)
    for answer in ANSWERS[language]:
        await session.go_on()
        await session.answer(answer)
    move = next_move(session.bout, session.findings, session.catalogue, session.library, session.history)
    assert isinstance(move, Raise)
    open_now = lenses_open(session.bout, session.catalogue, move)
    return session, turn_on(session.bout, move.choices, "open", session.library, session.history, open_now)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["reply"]["question"][:40])
async def test_a_reply_is_shown_or_withheld_as_a_reader_would(row: dict[str, Any]) -> None:
    session, turn = await round_three(row["language"])
    outcome = await refereed(ModelPartner(Cast(ScriptedChat(row["reply"])), session.catalogue), turn, session.catalogue)
    shown = outcome.challenge
    assert (shown.origin == "model") is row["shown"], outcome.withheld
    if not row["shown"]:
        assert set(outcome.withheld) == {row.get("rule", outcome.withheld[0])}
        return
    assert (shown.doubt, shown.question) == (row["reply"]["doubt"], row["reply"]["question"])
    anchor = shown.choice.anchor
    item = turn.draft.item(anchor.keys[0]) if anchor.keys else None
    assert (anchor.phrase.of(item.text) if item and anchor.phrase else None) == row.get("quoted")
