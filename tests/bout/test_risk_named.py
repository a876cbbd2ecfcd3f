"""The risk that the team names in round two steers what follows."""

import pytest

from sparring.bout.risk import risk_named
from sparring.lenses.catalogue import packaged_catalogue
from sparring.session import Session
from sparring.situation import Situation
from tests.bouts import FLAWED, fight, session_on


async def answered_risk(answer: str, text: str = FLAWED, situation: Situation | None = None) -> Session:
    """Fight a bout in which the risk is named in round two and nothing else is said."""
    session = await session_on(text)
    await session.give_situation(situation)
    await session.go_on()
    await session.go_on()
    await session.answer(answer)
    await fight(session)
    return session


async def test_a_team_that_fears_not_to_get_it_done_is_not_asked_whether_its_deliverables_are_results() -> None:
    session = await answered_risk("not getting it done, it is simply too much")
    raised = {each.raised.lens for each in session.bout.rounds}
    assert not raised & {"output-as-result", "roadmap-wrapper", "objective-is-task"}


async def test_a_team_that_waits_for_others_is_asked_for_their_part() -> None:
    session = await answered_risk("waiting for others, as always")
    assert "influence" in {each.raised.lens for each in session.bout.rounds}


async def test_what_was_found_comes_before_any_other_open_question_where_the_team_waits_for_others() -> None:
    for situation in (None, Situation(level="platform")):
        session = await session_on()
        await session.give_situation(situation)
        for answer in ("we stop the newsletter", "waiting for others, as always", "nothing yet"):
            await session.go_on()
            await session.answer(answer)
        await session.go_on()
        raised = session.bout.rounds[3].raised
        ranked = [raised.lens, *(each.lens for each in raised.considered)]
        assert "set off by" in (raised.reason if raised.lens != "influence" else raised.considered[0].reason)
        assert not {"inputs", "by-itself", "whose-behaviour", "work-link"}.intersection(ranked[:2])


@pytest.mark.parametrize(
    ("answer", "risk"),
    [
        ("The problem.", "problem"),
        ("the wrong problem is likeliest, nobody asked the couriers", "problem"),
        ("Hard to say. It could be that couriers do not want a map at all.", "problem"),
        ("Am falschen Problem, wir haben mit keinem Kurier geredet", "problem"),
        ("None of these. The real problem is legal, they sit on everything.", "others"),
        ("You misread that, it is not about couriers", None),
        ("waiting for others, and it is too much work", None),
    ],
)
async def test_the_risk_is_heard_in_the_teams_own_words(answer: str, risk: str | None) -> None:
    session = await session_on()
    await session.give_situation(None)
    for said in ("we stop the newsletter", answer):
        await session.go_on()
        await session.answer(said)
    assert risk_named(session.bout) == risk


async def test_the_first_press_goes_on_from_the_risk_that_was_named() -> None:
    session = await session_on()
    await session.give_situation(None)
    for said in ("we stop the newsletter", "waiting for others, as always"):
        await session.go_on()
        await session.answer(said)
    await session.press()
    asked = session.bout.rounds[-1].presses[0].raised.question_id
    (line,) = [each for each in packaged_catalogue()["risk-fit"].questions["press"] if each.id == asked]
    assert "risk-others" in line.when
