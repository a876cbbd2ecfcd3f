"""A whole bout with a model that plays well: its words from round two on, about the team's own words, within the budgets."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sparring.bout.moves import Raise
from sparring.bout.planner import next_move
from sparring.partner.cast import Cast
from sparring.partner.chat import Request
from sparring.partner.model import ModelPartner
from sparring.session import Session
from tests.bouts import session_on
from tests.partner.scripted_chat import NO, ScriptedChat

SAID = (
    ("Whoever waits in front of a full locker does not wait for your team.", "Who would tell you first that this goes wrong?"),
    ("The finder can be out while people walk past the lockers.", "What did the last person do who found no free one?"),
    ("A promise to sales is a date, and no reason.", "Which courier would miss this if it never came?"),
    ("Nobody argued over this line when it was written.", "Where do two of you disagree about it?"),
    ("This comes in when the weeks are over.", "How do you spend a Monday on which it looks bad?"),
    ("All of it is done in spring and nothing has moved.", "What happened in between?"),
    ("No meeting is named in which this would be opened.", "When did a number last change your plans?"),
    ("People hold on to a page out of habit.", "What would you have to see before Easter to let it go?"),
)


class Coach(ScriptedChat):
    """Answers as a model would: the planner's first choice about what it named, or a reading that lets nothing rest."""

    def __init__(self) -> None:
        super().__init__(self.said)
        self._lines = iter(SAID)

    def said(self, request: Request) -> Mapping[str, Any]:
        assert request.schema
        fields = request.schema.fields["properties"]
        if "classes" in fields:
            return {"classes": [{"class": "no-content", "words": ""}], "settled": [], "open": [], "rest": False}
        doubt, question = next(self._lines)
        first = request.messages[-1].text.split("ranked by the planner, best first:\n<bout>\n")[1].splitlines()[0]
        planned = json.loads(first)
        return {
            "lens": planned["lens"],
            "items": planned["items"],
            "phrase": planned.get("phrase", ""),
            "passage": "none",
            "doubt": doubt,
            "question": question,
        }


async def fought(chat: ScriptedChat, reader: ScriptedChat | None = None) -> Session:
    session = await session_on()
    session.partner = ModelPartner(Cast(chat, second_reader=reader), session.catalogue)
    await session.give_situation(None)
    for _ in SAID:
        await session.go_on()
        if session.bout.stage != "rounds":
            break
        await session.answer("Whatever, it depends.")
    return session


async def test_a_bout_is_in_the_models_words_but_for_its_opening() -> None:
    reader = ScriptedChat(NO)
    session = await fought(Coach(), reader)
    raised = [each.raised for each in session.bout.rounds]
    assert [each.origin for each in raised] == ["bank", *["model"] * (len(raised) - 1)]
    assert len(raised) >= 7
    assert session.bout.withheld == {}
    assert len(reader.requests) == len(raised) - 1


async def test_a_line_that_a_model_has_shown_is_no_reason_to_raise_what_it_speaks_against(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n## Not this year\n\n- No new scanner.\n\n## Bets\n\n- Deliver when people are at home.\n")
    session = await session_on(documents=tmp_path)
    against = {each.passage.text: each.passage.id for each in session.findings if each.evidence == "against" and each.passage}
    await session.give_situation(None)
    await session.go_on()
    await session.answer("We would have built the locker finder anyway.")
    (text, id_), *others = against.items()
    assert not others

    def shows_it(request: Request) -> Mapping[str, Any]:
        return {**Coach().said(request), "passage": id_}

    session.partner = ModelPartner(Cast(ScriptedChat(shows_it)), session.catalogue)
    await session.go_on()
    raised = session.bout.rounds[-1].raised
    assert (raised.origin, raised.passage and raised.passage.text) == ("model", text)
    await session.answer("Not understanding the problem.")
    move = next_move(session.bout, session.findings, session.catalogue, session.library, session.history)
    assert isinstance(move, Raise)
    assert text not in {each.passage.text for each in move.choices if each.passage}
    assert "against" not in {each.evidence for each in move.choices}


async def test_quotes_are_the_teams_own_words_whatever_a_model_copies() -> None:
    session = await fought(Coach())
    for each in (round_.raised for round_ in session.bout.rounds):
        for quote in each.quotes:
            item = next(item for item in session.bout.draft.items() if item.id == quote.id)
            assert quote.text == item.text
            assert quote.phrase is None or 0 <= quote.phrase.start < quote.phrase.end <= len(item.text)


async def test_a_lens_comes_once_in_a_bout() -> None:
    session = await fought(Coach())
    lenses = [each.raised.lens for each in session.bout.rounds]
    assert len(set(lenses)) == len(lenses)


async def test_a_press_goes_from_the_answer_in_the_models_words() -> None:
    session = await fought(Coach())
    assert session.bout.stage == "rounds"
    chat = ScriptedChat(lambda request: {"question": "Which of them did you ask yourself?"})
    session.partner = ModelPartner(Cast(chat), session.catalogue)
    await session.press()
    press = session.bout.rounds[-1].presses[-1].raised
    assert (press.question, press.origin) == ("Which of them did you ask yourself?", "model")
    assert "Whatever, it depends." in chat.requests[-1].messages[-1].text.split("<answer>")[1]
