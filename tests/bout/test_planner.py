from collections import Counter
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from sparring.bout.planner import main_objective
from sparring.lenses.catalogue import packaged_catalogue
from sparring.session import Session
from sparring.situation import Level, Moment, Situation
from tests.bouts import FLAWED, WELL_MADE, fight, session_on

LEVELS: tuple[Level, ...] = get_args(Level)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
SITUATIONS = [
    Situation(level=level, moment=moment, in_a_room=room)
    for level, moment, room in product((None, *LEVELS), (None, *MOMENTS), (False, True))
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


async def test_that_nothing_bears_on_an_item_is_said_at_first_and_then_where_it_matters(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n- Bakery flour prices stay hedged until October.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    on_items = [each.raised for each in session.bout.rounds if each.raised.anchor.kind in ("key_result", "objective")]
    told = [raised for raised in on_items if raised.searched]
    assert all(raised.passage is None for raised in on_items)
    assert told[0] == on_items[0]
    assert {raised.lens for raised in told[1:]} <= {"strategy-link", "inputs", "output-as-result", "lagging-impact", "kpi-in-disguise"}
    assert len({raised.anchor.keys for raised in told}) == len(told)


async def test_no_line_of_the_strategy_is_shown_twice(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n- The best delivery in town is the one that comes when people are at home.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    shown = [each.raised.passage.text for each in session.bout.rounds if each.raised.passage]
    assert len(shown) == 1


async def test_only_what_the_company_is_for_is_shown_where_no_line_bears_by_its_words(tmp_path: Path) -> None:
    (tmp_path / "why.md").write_text("# Mission\n\nNobody in this country waits for something that is already theirs.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    linked = [each.raised for each in session.bout.rounds if each.raised.lens == "strategy-link"]
    assert all(raised.evidence == "assumption" and raised.passage and "already theirs" in raised.passage.text for raised in linked)


async def test_a_draft_in_a_language_without_word_lists_is_not_called_well_made() -> None:
    session = await session_on(
        "# 목표\n\n## O1: 배송 기사가 빈 보관함을 바로 찾는다\n\n- KR1: 보관함 지도 출시\n- KR2: 첫 배송 완료율 60%\n"
    )
    raised = await lenses_of(session)
    assert raised[-1] == "change-rule"
    assert "next to nothing" not in (session.bout.closing_because or "")


async def test_a_draft_without_starting_points_is_not_called_well_made_in_discovery() -> None:
    text = (
        "# Plans\n\n## O1: We know why couriers skip a locker\n\n- KR1: Skipped lockers per tour below 2\n- KR2: Tours without a skip 60%\n"
    )
    session = await session_on(text)
    await lenses_of(session, Situation(level="discovery"))
    assert "next to nothing" not in (session.bout.closing_because or "")


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


async def test_a_line_on_which_the_team_has_decided_is_left_alone() -> None:
    session = await session_on()
    await session.give_situation(None)
    decided: set[str] = set()
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
        if session.bout.stage == "rounds":
            current = session.bout.rounds[-1].raised
            if current.family != "spine" and len(current.anchor.keys) == 1:
                assert current.anchor.keys[0] not in decided
                decided.add(current.anchor.keys[0])
                await session.take_stance("will-change", "we take it out")
    assert decided


async def test_what_the_page_calls_done_is_left_alone() -> None:
    done = FLAWED.replace("- KR1: Launch the locker finder in the app", "- [x] KR1: Launch the locker finder in the app")
    session = await session_on(done)
    await lenses_of(session)
    first = session.bout.draft.objectives[0].key_results[0]
    assert all(each.raised.anchor.keys != (first.key,) for each in session.bout.rounds)


async def test_an_open_lens_is_no_way_around_the_silence_of_a_situation() -> None:
    for seed in range(6):
        session = await session_on(seed=seed)
        assert "influence" not in await lenses_of(session, Situation(level="company"))


async def test_the_bet_is_shown_with_the_aim_that_it_is_held_against() -> None:
    session = await session_on("# Plans\n\n## O1: Couriers empty a full locker before anybody waits\n\nWe leave out the returns flow.\n")
    await session.give_situation(Situation(bet="If lockers are never full, people stop asking for home delivery."))
    for _ in range(3):
        await session.go_on()
    raised = session.bout.rounds[2].raised
    assert raised.anchor.kind == "bet"
    assert [quote.id for quote in raised.quotes] == ["bet", "O1"]


async def test_a_page_that_was_handed_down_is_asked_who_uses_it_and_one_of_their_own_is_not() -> None:
    given = await lenses_of(
        await session_on("# Plans\n\n## O1: Couriers find a free locker\n\n- KR1: Lockers found full: 6%\n"), Situation(written_by="given")
    )
    own = await lenses_of(
        await session_on("# Plans\n\n## O1: Couriers find a free locker\n\n- KR1: Lockers found full: 6%\n"), Situation(written_by="us")
    )
    assert "audience" in given
    assert "audience" not in own


@pytest.mark.parametrize("seed", range(4))
async def test_halfway_through_nobody_is_asked_about_wording(seed: int) -> None:
    raised = await lenses_of(await session_on(seed=seed), Situation(moment="mid-cycle"))
    wording = {"vague-measure", "compound", "generic", "objective-compound", "objective-is-task", "objective-is-metric", "polishing"}
    assert not wording.intersection(raised)


async def test_what_gives_way_is_asked_once() -> None:
    for seed in range(6):
        raised = await lenses_of(await session_on(seed=seed))
        assert len({"not-doing", "work-link", "coverage"}.intersection(raised)) <= 1


async def test_after_all_deliverables_were_talked_about_none_of_them_is_taken_up_alone() -> None:
    for seed in range(6):
        raised = await lenses_of(await session_on(seed=seed))
        if "roadmap-wrapper" in raised:
            assert not {"output-as-result", "activity-count"}.intersection(raised[raised.index("roadmap-wrapper") :])


async def test_a_line_about_which_nothing_came_is_left_alone() -> None:
    session = await session_on()
    await session.give_situation(None)
    for _ in range(4):
        await session.go_on()
    line = session.bout.rounds[3].raised.anchor.keys
    await session.answer("everyone does it like that")
    await session.go_on()
    assert session.bout.rounds[4].raised.anchor.keys != line


async def test_the_bout_stays_on_a_line_about_which_the_team_does_not_know_yet() -> None:
    lines = ("Reach 500 sign-ups of couriers", "Improve the reliability of the lockers")
    session = await session_on(
        "# Plans\n\n## O1: Couriers find a free locker\n\n" + "".join(f"- KR{n}: {line}\n" for n, line in enumerate(lines, 1))
    )
    counted, vague = (each.key for each in session.bout.draft.key_results())
    await session.give_situation(None)
    for answer in ("we drop the newsletter", "waiting for others, KR1 shows it", "nothing yet"):
        await session.go_on()
        await session.answer(answer)
    await session.go_on()
    assert session.bout.rounds[3].raised.anchor.keys == (counted,)
    await session.answer("we don't know yet")
    await session.go_on()
    assert session.bout.rounds[4].raised.anchor.keys == (counted,)
    assert session.bout.rounds[4].raised.lens == "gameable"
    assert vague not in session.bout.rounds[4].raised.anchor.keys


async def test_a_plain_no_of_the_strategy_is_asked_about_first_and_its_line_is_not_spent_before(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n## Not this year\n\n- No new scanner.\n\n## Bets\n\n- Deliver when people are at home.\n")
    session = await session_on(documents=tmp_path)
    await session.give_situation(None)
    for _ in range(3):
        await session.go_on()
    against = [finding for finding in session.findings if finding.evidence == "against"]
    assert against
    raised = session.bout.rounds[2].raised
    assert raised.lens == "strategy-link"
    assert raised.passage
    assert raised.passage.text in {finding.passage.text for finding in against if finding.passage}


async def test_once_a_decision_was_named_only_the_rhythm_is_asked_for() -> None:
    session = await session_on()
    await session.give_situation(None)

    async def decide(session: Session) -> None:
        await session.answer("if the lockers are full again we decide to move two couriers over")

    await fight(session, decide)
    raised = [each.raised.lens for each in session.bout.rounds]
    assert "check-in" in raised
    assert "decision-use" not in raised


async def test_nobody_asks_whether_the_lines_of_an_aim_suffice_that_the_team_gives_up() -> None:
    session = await session_on()
    await session.give_situation(None)

    async def give_up(session: Session) -> None:
        if session.bout.round and session.bout.round.raised.anchor.kind == "objective":
            await session.take_stance("will-change", "it goes")

    await fight(session, give_up)
    given_up = {each.raised.anchor.keys for each in session.bout.rounds if each.stance == "will-change"}
    assert given_up
    assert not [
        each
        for each in session.bout.rounds
        if each.raised.lens == "sufficiency" and not each.stance and each.raised.anchor.keys in given_up
    ]


async def test_the_aim_that_the_team_named_last_is_the_main_one() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("O1 is there because the template has such a line. What we want is O2.")
    assert main_objective(session.bout) == session.bout.draft.objectives[1]


async def test_a_slogan_on_top_is_not_the_main_aim_where_another_says_what_is_wanted() -> None:
    text = FLAWED.replace("## O2: Roll out the new scanner", "## O2: Couriers see at once which locker is free")
    session = await session_on(text)
    await session.give_situation(None)
    await session.go_on()
    await session.go_on()
    assert session.bout.rounds[1].raised.anchor.keys == (session.bout.draft.objectives[1].key,)
    alone = await session_on(text[: text.index("## O2")])
    await alone.give_situation(None)
    await alone.go_on()
    await alone.go_on()
    assert alone.bout.rounds[1].raised.anchor.keys == (alone.bout.draft.objectives[0].key,)


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


async def test_how_much_of_a_number_is_in_the_teams_hands_is_asked_once_of_a_line() -> None:
    reach = {"lagging-impact", "kpi-in-disguise", "influence", "by-itself", "slow-signal"}
    for seed in range(6):
        session = await session_on(seed=seed)
        await lenses_of(session)
        asked = Counter(each.raised.anchor.keys for each in session.bout.rounds if each.raised.lens in reach)
        assert max(asked.values(), default=0) <= 1


async def test_whether_all_lines_suffice_is_not_asked_of_a_deliverable_where_another_aim_stands_beside_it() -> None:
    text = FLAWED.replace("## O1: Be the best delivery experience in town", "## O1: Couriers see at once which locker is free")
    for answer in ("O2 is what we talk about", "O1 is what we talk about"):
        session = await session_on(text)
        await session.give_situation(None)
        await session.go_on()
        await session.answer(answer)
        await fight(session)
        (asked,) = [each.raised for each in session.bout.rounds if each.raised.lens == "sufficiency"]
        assert asked.anchor.keys == (session.bout.draft.objectives[0].key,)
