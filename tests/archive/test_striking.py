"""What loses its words when a team keeps a line to itself."""

from datetime import UTC, datetime

import pytest

from sparring.archive.striking import as_struck, repeated, struck_with
from sparring.bout.fold import fold
from sparring.bout.glance import glance
from sparring.bout.precis import precis
from sparring.draft.reading import read_draft
from sparring.record.codec import next_entry
from sparring.record.draft_record import record_of
from sparring.record.entry import Entry
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    BoutEnded,
    BoutOpened,
    ChallengeRaised,
    ClassSpan,
    CloseBegun,
    DraftRead,
    Event,
    OpenAssigned,
    OwnQuestion,
    PressRaised,
    SituationGiven,
    StanceTaken,
)
from sparring.report.conversation import conversation
from sparring.report.debrief import debrief
from sparring.report.html import as_html
from sparring.report.triage import reasons
from sparring.situation import Situation
from sparring.text import Source

SECRET = "Marta leaves in June and nobody replaces her"
DRAFT = "# O1: Trusted refunds\n- KR1: Refunds without a call from 20% to 60%\n"


def raised(number: int, question: str = "What would you see first?", origin: str = "bank") -> ChallengeRaised:
    return ChallengeRaised.model_validate(
        {
            "round": number,
            "lens": "lagging-impact",
            "title": "Would you know in time?",
            "family": "signal",
            "anchor": {"kind": "draft"},
            "quotes": (),
            "doubt": "",
            "question": question,
            "question_id": None if origin == "model" else "lagging-impact/1",
            "origin": origin,
        }
    )


def entries_of(*events: Event) -> tuple[Entry, ...]:
    made: list[Entry] = []
    opened = BoutOpened(bout="2026-11-21-kofu", seed=1, program="0.1.0", catalogue="0" * 64, language="en", partner="offline partner")
    draft = DraftRead(draft=record_of(read_draft(Source("draft.md", DRAFT))))
    for event in (opened, draft, SituationGiven(situation=Situation()), *events):
        made.append(next_entry(made[-1] if made else None, event, datetime(2026, 11, 21, 9, len(made), tzinfo=UTC), "0" * 32))
    return tuple(made)


def read(answer: int, open_: str) -> AnswerRead:
    return AnswerRead(answer=answer, reader="a model", classes=(ClassSpan(answer_class="dont-know"),), open=open_, rest=False)


def press(answer: int, question: str, origin: str) -> PressRaised:
    return PressRaised.model_validate(
        {"question": question, "rung": "press", "origin": origin, "answer": answer, "question_id": None if origin == "model" else "x/1"}
    )


def test_with_an_answer_go_its_reading_and_a_press_in_a_models_words() -> None:
    entries = entries_of(
        raised(1),
        AnswerGiven(text=SECRET),
        read(5, "nobody replaces her"),
        press(5, "Who replaces Marta?", "model"),
        press(5, "Who?", "bank"),
    )
    assert struck_with(entries, {5}) == {5, 6, 7}
    page = as_html(fold(as_struck(entries, struck_with(entries, {5}))), "0" * 64)
    assert "Marta" not in page
    assert "replaces her" not in page
    assert "the team keeps this line to itself" in page


def test_what_was_said_before_of_the_same_goes_with_it_and_never_comes_back() -> None:
    entries = entries_of(
        raised(1),
        StanceTaken(stance="keep", reason="for Marta"),
        StanceTaken(stance="park", reason="for Ben"),
        CloseBegun(why="over"),
        AnswerGiven(text="nothing of it", to="still-stands"),
        AnswerGiven(text="half of it", to="still-stands"),
        OpenAssigned(round=1, owner="Marta"),
        OpenAssigned(round=1, owner="Ben"),
    )
    assert struck_with(entries, {6, 9, 11}) == {5, 6, 8, 9, 10, 11}
    assert struck_with(entries, {5}) == {5}


@pytest.mark.parametrize(
    ("question", "origin", "found"),
    [
        ("If Marta leaves in June, what then?", "model", True),
        ("If Marta leaves in June, what then?", "bank", False),
        ("Who looks at it in June?", "model", False),
    ],
)
def test_a_question_in_a_models_words_that_repeats_a_struck_line_is_found(question: str, origin: str, found: bool) -> None:
    entries = entries_of(raised(1), AnswerGiven(text=SECRET), raised(2, question, origin))
    assert [(each.seq, each.struck, each.by_partner) for each in repeated(entries, {5})] == ([(6, 5, True)] if found else [])


def test_the_teams_own_repetition_is_found_in_any_script_and_words_of_the_draft_are_none() -> None:
    entries = entries_of(
        raised(1),
        AnswerGiven(text="来月の予算はまだ決まっていません"),
        AnswerGiven(text="実は予算はまだ決まっていませんでした"),
        AnswerGiven(text="refunds without a call from 20% to 60%"),
        StanceTaken(stance="keep", reason="Refunds without a call from 20% to 60% it is"),
    )
    assert [each.seq for each in repeated(entries, {5})] == [6]
    assert repeated(entries, {7}) == ()


def test_gaps_stand_where_something_was_said_and_nobody_is_blamed_for_them() -> None:
    entries = entries_of(
        OwnQuestion(text="why now"),
        raised(1),
        AnswerGiven(text=SECRET),
        read(6, ""),
        OwnQuestion(text="and then"),
        raised(2),
        StanceTaken(stance="park", reason="later"),
        CloseBegun(why="over"),
        AnswerGiven(text="all of it", to="still-stands"),
        OpenAssigned(round=2, owner="Marta"),
        BoutEnded(),
    )
    chosen = {4, 6, 8, 10, 12, 13}
    bout = fold(as_struck(entries, struck_with(entries, chosen)))
    gaps = [part for part in conversation(bout) if part.kind == "gap"]
    assert [part.seq for part in gaps] == sorted(chosen)
    seen = glance(precis(bout))
    assert (seen.unanswered, seen.open_points) == (0, ())
    assert reasons(seen, datetime(2027, 1, 1, tzinfo=UTC).date()) == ()


def test_another_answer_never_stands_for_a_first_one_that_was_kept_back() -> None:
    entries = entries_of(
        raised(1),
        AnswerGiven(text=SECRET),
        raised(2),
        AnswerGiven(text="the second"),
        CloseBegun(why="over"),
        AnswerGiven(text="all of it", to="still-stands"),
    )
    assert debrief(fold(entries)).first_answer == SECRET
    copy = fold(as_struck(entries, {5}))
    assert debrief(copy).first_answer == ""
    assert "first answer" not in "".join(part.beside for part in conversation(copy))
