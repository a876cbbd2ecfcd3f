"""The risk that the team names in round two steers what follows."""

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
