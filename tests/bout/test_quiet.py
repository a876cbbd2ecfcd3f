"""When the partner offers to stop, and that the offer stands where a bout is read without a screen."""

import pytest

from sparring.bout.closing import last_question
from sparring.bout.quiet import offered_in, offers_to_stop
from sparring.report.conversation import conversation
from sparring.session import Session
from sparring.speech import speech
from tests.bouts import session_on


async def after(*answers: str) -> Session:
    session = await session_on()
    await session.give_situation(None)
    for answer in answers:
        await session.go_on()
        await session.answer(answer)
    return session


@pytest.mark.parametrize(
    ("answers", "offers"),
    [
        (("no idea", "we don't know"), True),
        (("no idea", "9 of 14 couriers came back in May"), False),
        (("no idea", "no idea"), True),
        (("no idea", "The second objective is not ours, it belongs to sales."), False),
        (("no idea", "We don't know yet, Mira only heard from two couriers that they skip the full ones."), False),
        (
            ("the couriers skip full lockers because nobody empties them", "because nobody empties them the couriers skip full lockers"),
            False,
        ),
        (
            (
                "9 of 14 couriers came back in May",
                "the couriers came back in May, 9 of 14",
                "9 of the 14 couriers came back in May",
            ),
            True,
        ),
    ],
)
async def test_two_rounds_that_bring_nothing_or_the_same_again_are_an_offer_to_stop(answers: tuple[str, ...], offers: bool) -> None:
    assert offers_to_stop((await after(*answers)).bout) is offers


async def test_a_round_that_is_parked_with_a_reason_brought_something() -> None:
    session = await after("no idea", "no idea")
    await session.take_stance("park", "Mira asks the depot on Monday")
    assert not offers_to_stop(session.bout)


async def test_the_offer_stands_once_in_the_record_of_the_bout_where_it_was_first_made() -> None:
    session = await after("no idea", "we don't know", "no idea")
    assert offered_in(session.bout.rounds) == {2}
    said = [part.text for part in conversation(session.bout)]
    offer = said.index(speech("en").stop_offered)
    assert said.count(speech("en").stop_offered) == 1
    assert said.index("we don't know") < offer < said.index(next(text for text in said if text.startswith("round 3")))


async def test_nobody_is_asked_what_stands_of_an_answer_that_held_nothing() -> None:
    assert last_question((await after("no idea")).bout) == speech("en").answer_now
    assert last_question((await after("we stop the newsletter, told marketing yesterday")).bout) == speech("en").still_stands
