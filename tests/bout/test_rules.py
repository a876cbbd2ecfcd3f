import pytest

from sparring.bout.rules import NotNow, allowed
from tests.bouts import fight, session_on


async def test_only_the_situation_comes_before_the_fact_card() -> None:
    session = await session_on()
    assert "give-situation" in allowed(session.bout)
    with pytest.raises(NotNow):
        await session.go_on()


async def test_a_press_needs_an_answer_and_comes_at_most_twice() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    with pytest.raises(NotNow, match="Answer first"):
        await session.press()
    for _ in range(2):
        await session.answer("we would look at it")
        await session.press()
    await session.answer("we would look at it")
    with pytest.raises(NotNow, match="Twice is enough"):
        await session.press()


async def test_a_stance_comes_once_a_round_and_can_be_taken_back() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.take_stance("keep", "it is what the couriers see")
    with pytest.raises(NotNow, match="has its stance"):
        await session.take_stance("park")
    await session.take_back_stance()
    assert session.bout.rounds[-1].decision is None
    await session.take_stance("park")
    assert session.bout.rounds[-1].stance == "park"


async def test_nothing_is_allowed_once_the_bout_is_over() -> None:
    session = await session_on()
    await session.give_situation(None)
    await fight(session)
    await session.end()
    assert allowed(session.bout) == frozenset()
    with pytest.raises(NotNow, match="over"):
        await session.answer("one more thing")
