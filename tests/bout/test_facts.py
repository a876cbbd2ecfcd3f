"""The fact card is read in a minute."""

from sparring.bout.facts import MOST_NAMED
from sparring.situation import Situation
from tests.bouts import session_on

MANY_GAPS = "# Plans\n\n## O1: Couriers find a free locker\n\n" + "".join(
    f"- KR{n}: Increase pick-ups in town {n} by {n}0%\n" for n in range(1, 7)
)


async def said(text: str, situation: Situation | None = None) -> tuple[str, int]:
    session = await session_on(text)
    await session.give_situation(situation)
    assert session.bout.facts
    (fact,) = session.bout.facts.facts
    return fact.said, len(fact.quotes)


async def test_many_gaps_of_a_kind_are_counted_and_few_are_named() -> None:
    words, named = await said(MANY_GAPS)
    assert named == MOST_NAMED
    assert "6 of these" in words
    assert "these" in words


async def test_one_gap_is_spoken_of_as_one() -> None:
    words, named = await said("# Plans\n\n## O1: Couriers find a free locker\n\n- KR1: Increase pick-ups by 20%\n")
    assert named == 1
    assert "No starting point" in words
    assert "of these" not in words


async def test_the_card_speaks_to_the_moment_of_the_cycle() -> None:
    words, _ = await said(
        "# Plans\n\n## O1: Couriers find a free locker\n\n- KR1: Increase pick-ups by 20%\n", Situation(moment="mid-cycle")
    )
    assert "start" in words
    assert "harder to find out" in words
