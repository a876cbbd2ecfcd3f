"""What is open to a model that chooses for itself."""

from sparring.bout.history import NO_HISTORY, Earlier, History, Point
from sparring.bout.moves import Raise
from sparring.bout.open_choice import items_barren, items_left_alone, lenses_open, points_kept_before
from sparring.bout.planner import another_angle, next_move
from sparring.session import Session
from sparring.situation import Situation
from tests.bouts import START, session_on


def move_of(session: Session) -> Raise:
    move = next_move(session.bout, session.findings, session.catalogue, session.library, session.history)
    assert isinstance(move, Raise)
    return move


def open_now(session: Session) -> frozenset[str]:
    return lenses_open(session.bout, session.catalogue, move_of(session))


async def at_round(number: int, situation: Situation | None = None) -> Session:
    """A bout in which `number` is the next round, and every round so far was answered."""
    session = await session_on()
    await session.give_situation(situation)
    for _ in range(number - 1):
        await session.go_on()
        await session.answer("Whatever, it depends.")
    return session


async def test_the_first_two_rounds_leave_no_choice() -> None:
    assert open_now(await at_round(1)) == open_now(await at_round(2)) == frozenset()


async def test_round_three_is_for_what_can_break_the_draft() -> None:
    open_lenses = open_now(await at_round(3))
    assert {"strategy-link", "not-doing", "roadmap-wrapper", "influence", "lagging-impact"} <= open_lenses
    assert not {"gameable", "output-as-result", "vague-measure", "do-differently", "missing-baseline", "last-cycle"} & open_lenses


async def test_later_rounds_open_every_lens_that_budgets_leave() -> None:
    session = await at_round(4)
    open_lenses = open_now(session)
    assert {"gameable", "vague-measure"} <= open_lenses
    assert not open_lenses & {each.raised.lens for each in session.bout.rounds}


async def test_a_situation_silences_lenses_for_a_model_too() -> None:
    open_lenses = open_now(await at_round(3, Situation(level="company")))
    assert not {"lagging-impact", "slow-signal", "influence", "roadmap-wrapper"} & open_lenses


async def test_closing_questions_and_another_angle_are_the_planners() -> None:
    session = await at_round(6)
    assert move_of(session).closing
    assert open_now(session) == frozenset()
    session = await at_round(4)
    angle = another_angle(session.bout, session.findings, session.catalogue, session.library)
    assert angle
    assert lenses_open(session.bout, session.catalogue, angle) == frozenset()


async def test_what_the_team_decided_on_is_left_alone() -> None:
    session = await at_round(4)
    await session.go_on()
    raised = session.bout.rounds[-1].raised
    assert len(raised.anchor.keys) == 1
    await session.take_stance("keep", "we keep it")
    assert set(raised.anchor.keys) <= items_left_alone(session.bout)
    assert items_barren(session.bout).isdisjoint(raised.anchor.keys)


async def test_a_line_on_which_a_round_brought_nothing_is_left_alone_and_not_called_decided() -> None:
    session = await at_round(4)
    await session.go_on()
    (key,) = session.bout.rounds[-1].raised.anchor.keys
    await session.answer("everyone does it like that")
    assert key in items_barren(session.bout) <= items_left_alone(session.bout)


async def test_a_point_kept_in_an_earlier_bout_is_known_by_its_line() -> None:
    session = await session_on()
    await session.give_situation(None)
    line = next(item for item in session.bout.part.key_results() if item.text == "Increase revenue by 15%")
    earlier = Earlier(
        bout="2026-08-01-abcd",
        at=START,
        cycle="",
        lenses=frozenset({"lagging-impact"}),
        opening_questions=frozenset(),
        points=(Point("lagging-impact", line.text, "keep", "It is what we are here for."),),
        versions=(),
    )
    kept = points_kept_before(session.bout, History((earlier,)), ("lagging-impact", "inputs"))
    assert kept == {("lagging-impact", line.key)}
    assert points_kept_before(session.bout, NO_HISTORY, ("lagging-impact",)) == frozenset()
