from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from sparring.bout.planner import main_objective
from sparring.lenses.catalogue import packaged_catalogue
from sparring.session import Session
from sparring.situation import Situation
from tests.bouts import FLAWED, WELL_MADE, fight, session_on

SITUATIONS = [
    Situation(level=level, moment=moment, in_a_room=room)
    for level, moment, room in product(
        (None, "company", "team", "platform", "discovery"), (None, "before-commitment", "committed", "mid-cycle"), (False, True)
    )
]


async def lenses_of(session: Session, situation: Situation | None = None) -> list[str]:
    await session.give_situation(situation)
    await fight(session)
    return [each.raised.lens for each in session.bout.rounds]


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


async def test_a_well_made_draft_gets_three_rounds_and_is_told_why() -> None:
    session = await session_on(WELL_MADE)
    raised = await lenses_of(session)
    assert len(raised) == 3
    assert raised == ["do-differently", "risk-fit", "change-rule"]
    assert "next to nothing" in (session.bout.closing_because or "")


async def test_the_line_that_the_team_names_is_the_one_it_spars_on() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("we would drop the returns flow")
    await session.go_on()
    await session.answer("waiting for others; O2.KR3 would show it")
    await session.go_on()
    await session.go_on()
    named = session.bout.draft.objectives[1].key_results[2].key
    assert session.bout.rounds[3].raised.anchor.keys == (named,)


async def test_the_objective_that_the_team_chose_is_the_main_one() -> None:
    session = await session_on()
    second = session.bout.draft.objectives[1]
    await session.give_situation(Situation(focus=(second.key,)))
    assert main_objective(session.bout) == second
    await session.go_on()
    await session.go_on()
    assert session.bout.rounds[1].raised.anchor.keys == (second.key,)


async def test_an_objective_alone_is_sparred_on_as_an_objective() -> None:
    session = await session_on("# Plans\n\n## O1: Be the best delivery experience in town\n")
    raised = await lenses_of(session)
    catalogue = packaged_catalogue()
    assert "generic" in raised
    assert not any("key_result" in catalogue[lens].anchors and catalogue[lens].anchors == ("key_result",) for lens in raised)


async def test_without_documents_the_bet_stands_in_for_the_strategy() -> None:
    session = await session_on("# Plans\n\n## O1: Couriers empty a full locker before anybody waits\n\nWe leave out the returns flow.\n")
    await session.give_situation(Situation(bet="If lockers are never full, people stop asking for home delivery."))
    for _ in range(3):
        await session.go_on()
    raised = [each.raised for each in session.bout.rounds]
    bets = [each for each in raised if each.anchor.kind == "bet"]
    assert all(each.quotes[0].text.startswith("If lockers are never full") for each in bets)


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


async def test_a_strategy_line_is_shown_verbatim_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n## Not this year\n\n- No new scanner before the summer.\n- Lockers in two more towns.\n")
    session = await session_on(documents=tmp_path)
    await lenses_of(session)
    cited = [each.raised.passage for each in session.bout.rounds if each.raised.passage]
    assert cited
    lines = (tmp_path / "plan.md").read_text().splitlines()
    for passage in cited:
        assert passage.text in lines[passage.line - 1]


async def test_where_no_line_bears_on_an_item_the_record_says_that_one_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n- Bakery flour prices stay hedged until October.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    on_items = [each.raised for each in session.bout.rounds if each.raised.anchor.kind in ("key_result", "objective")]
    assert on_items
    assert all(raised.searched and raised.passage is None for raised in on_items)
