"""The order of a bout, what it begins with, and that it varies and keeps its budgets."""

from collections import Counter
from itertools import product
from typing import get_args

import pytest

from sparring.lenses.catalogue import packaged_catalogue
from sparring.session import Session
from sparring.situation import Level, Moment, Situation
from tests.bouts import fight, lenses_of, session_on

LEVELS: tuple[Level, ...] = get_args(Level)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
SITUATIONS = [
    Situation(level=level, moment=moment, in_a_room=room)
    for level, moment, room in product((None, *LEVELS), (None, *MOMENTS), (False, True))
]


async def test_a_bout_opens_with_what_differs_then_asks_for_the_risk_and_closes_with_the_rule_for_change() -> None:
    raised = await lenses_of(await session_on())
    assert raised[:2] == ["do-differently", "risk-fit"]
    assert raised[-3:] == ["sufficiency", "decision-use", "change-rule"]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("situation", SITUATIONS, ids=str)
async def test_budgets_hold_in_every_situation(situation: Situation, seed: int) -> None:
    session = await session_on(seed=seed)
    raised = await lenses_of(session, situation)
    catalogue = packaged_catalogue()
    families = Counter(catalogue[lens].family for lens in raised)
    assert max(Counter(raised).values()) == 1
    assert families["measure"] <= 1
    assert families["signal"] <= (0 if situation.level == "company" else 2)
    assert sum(lens in ("output-as-result", "activity-count") for lens in raised) <= 2
    assert len(session.bout.numbered) <= (4 if situation.in_a_room else 5)


async def test_no_question_and_no_doubt_is_said_twice_and_each_fits_the_words_it_is_shown_with() -> None:
    session = await session_on()
    await session.give_situation(None)

    async def press_twice(session: Session) -> None:
        for _ in range(2):
            await session.answer("we would look at it")
            await session.press()

    await fight(session, press_twice)
    said = [each.raised.question for each in session.bout.rounds]
    said += [each.raised.doubt for each in session.bout.rounds if each.raised.doubt]
    said += [press.raised.question for each in session.bout.rounds for press in each.presses]
    assert len(said) == len(set(said))
    texts = {item.text for item in session.bout.draft.items()}
    for each in session.bout.rounds:
        assert all(quote.text in texts for quote in each.raised.quotes)


async def test_the_same_seed_repeats_a_bout_and_another_one_varies_it() -> None:
    async def questions(seed: int) -> list[str]:
        session = await session_on(seed=seed)
        await lenses_of(session)
        return [each.raised.question for each in session.bout.rounds]

    assert await questions(7) == await questions(7)
    assert len({tuple(await questions(seed)) for seed in range(6)}) > 1


async def test_an_objective_alone_is_sparred_on_as_an_objective() -> None:
    session = await session_on("# Plans\n\n## O1: Be the best delivery experience in town\n")
    raised = await lenses_of(session)
    catalogue = packaged_catalogue()
    assert "generic" in raised
    assert not any("key_result" in catalogue[lens].anchors and catalogue[lens].anchors == ("key_result",) for lens in raised)


async def test_another_angle_stays_on_the_item_and_takes_another_lens() -> None:
    session = await session_on()
    await session.give_situation(None)
    for _ in range(4):
        await session.go_on()
    before = session.bout.rounds[-1].raised
    await session.another_angle()
    after = session.bout.rounds[-1].raised
    assert after.anchor.keys == before.anchor.keys
    assert after.lens != before.lens
    assert after.angle_on == before.round


async def test_more_rounds_can_be_asked_for_after_the_last() -> None:
    session = await session_on()
    await lenses_of(session)
    assert session.bout.stage == "close"
    before = len(session.bout.numbered)
    await session.add_rounds(2)
    await fight(session)
    assert len(session.bout.numbered) > before
    assert session.bout.stage == "close"


async def test_what_gives_way_is_asked_once() -> None:
    for seed in range(6):
        raised = await lenses_of(await session_on(seed=seed))
        assert len({"not-doing", "work-link", "coverage"}.intersection(raised)) <= 1


async def test_how_much_of_a_number_is_in_the_teams_hands_is_asked_once_of_a_line() -> None:
    reach = {"lagging-impact", "kpi-in-disguise", "influence", "by-itself", "slow-signal"}
    for seed in range(6):
        session = await session_on(seed=seed)
        await lenses_of(session)
        asked = Counter(each.raised.anchor.keys for each in session.bout.rounds if each.raised.lens in reach)
        assert max(asked.values(), default=0) <= 1


OPEN_ENDS = """\
# Plans

## O1: Couriers find a free locker

- KR1: Reduce full lockers by 40%
- KR2: Reduce detours by 20%
- KR3: Reduce calls by 30%
"""


async def test_a_round_is_spent_on_starting_points_only_where_hardly_a_line_has_one() -> None:
    raised = await lenses_of(await session_on(OPEN_ENDS))
    assert raised.count("missing-baseline") == 1
    one_missing = OPEN_ENDS.replace("by 40%", "from 14% to 6%").replace("by 20%", "from 9 to 4")
    assert "missing-baseline" not in await lenses_of(await session_on(one_missing))
    assert "missing-baseline" not in await lenses_of(await session_on(OPEN_ENDS), Situation(level="discovery"))
