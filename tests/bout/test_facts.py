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


async def test_nought_beside_a_change_is_told_as_what_it_is() -> None:
    table = "| Key result | Baseline | Target |\n|---|---|---|\n| Reduce the cost of a round by 3% | 0 | 4.3 |\n"
    words, named = await said(f"# Plans\n\n## O1: Couriers find a free locker\n\n{table}")
    assert named == 1
    assert "Nought stands here" in words


async def test_numbers_beside_a_single_thing_do_not_say_what_they_count() -> None:
    table = "| Key result | Baseline | Target |\n|---|---|---|\n| A first version of the map is built | 0 | 7 |\n"
    words, _ = await said(f"# Plans\n\n## O1: Couriers find a free locker\n\n{table}")
    assert "not what they count" in words


async def test_where_people_are_named_they_are_what_is_counted() -> None:
    table = "| Key result | Baseline | Target |\n|---|---|---|\n| Couriers who have built a route of their own | 0 | 7 |\n"
    session = await session_on(f"# Plans\n\n## O1: Couriers find a free locker\n\n{table}")
    await session.give_situation(None)
    assert session.bout.facts
    assert not session.bout.facts.facts
