"""What a bout leaves alone: decided, done, barren, out of place in the situation."""

import pytest

from sparring.situation import Situation
from tests.bouts import FLAWED, lenses_of, session_on


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
