"""Bouts on a draft that leaves next to nothing to raise."""

from sparring.situation import Situation
from tests.bouts import WELL_MADE, fight, lenses_of, session_on


async def test_a_well_made_draft_gets_three_rounds_and_is_told_why() -> None:
    session = await session_on(WELL_MADE)
    raised = await lenses_of(session)
    assert len(raised) == 3
    assert raised == ["do-differently", "risk-fit", "change-rule"]
    assert "next to nothing" in (session.bout.closing_because or "")


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


async def test_a_bout_on_a_well_made_draft_stays_for_the_doubt_that_the_team_names_and_then_closes() -> None:
    for doubt in (
        "Not understanding the problem. We are not sure whether a full locker keeps customers away at all.",
        "Waiting for others, I guess. But honestly we don't know why customers find a locker full.",
        "Am Problem: Wir wissen nicht, warum Kunden vor einem vollen Fach stehen.",
    ):
        session = await session_on(WELL_MADE)
        await session.give_situation(None)
        for answer in ("we stop counting parcels", doubt):
            await session.go_on()
            await session.answer(answer)
        await fight(session)
        assert [each.raised.lens for each in session.bout.rounds[2:]] in (["inputs", "change-rule"], ["whose-behaviour", "change-rule"])
        assert "called in doubt" in (session.bout.closing_because or "")


async def test_a_team_that_only_says_it_was_misread_has_named_no_doubt() -> None:
    session = await session_on(WELL_MADE)
    await session.give_situation(None)
    for answer in ("we stop counting parcels", "You misread that, it is not about parcels."):
        await session.go_on()
        await session.answer(answer)
    await fight(session)
    assert [each.raised.lens for each in session.bout.rounds[2:]] == ["change-rule"]


async def test_asked_for_more_on_a_well_made_draft_it_says_what_it_looked_at_and_raises_nothing_weak() -> None:
    session = await session_on(WELL_MADE)
    await lenses_of(session)
    await session.add_rounds(2)
    await fight(session)
    assert [each.raised.lens for each in session.bout.rounds] == ["do-differently", "risk-fit", "change-rule"]
    assert "O1, O1.KR1, O1.KR2" in (session.bout.closing_because or "")


async def test_asked_for_more_on_a_well_made_draft_it_raises_what_is_really_left() -> None:
    lines = WELL_MADE.replace("\nNot in here", "- KR3: Improve the reliability of the lockers\n\nNot in here")
    lines = lines.replace("- KR2", "- KR4: Calls about a full locker: from 80 to 30 a week\n- KR2")
    session = await session_on(lines)
    assert await lenses_of(session) == ["do-differently", "risk-fit", "change-rule"]
    await session.add_rounds(2)
    await fight(session)
    assert [each.raised.lens for each in session.bout.rounds[3:]] == ["vague-measure"]
