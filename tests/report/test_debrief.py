from datetime import date

from sparring.report.debrief import debrief, open_points
from sparring.session import Session
from sparring.text import Source
from tests.bouts import FLAWED, session_on


async def finished() -> Session:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("we would drop the returns flow")
    await session.go_on()
    await session.answer("because nobody empties them after noon")
    await session.go_on()
    await session.take_stance("keep", "couriers see it every day")
    await session.go_on()
    await session.take_stance("park")
    await session.go_on()
    await session.take_stance("will-change")
    await session.revise(Source("draft.md", FLAWED.replace("Increase revenue by 15%", "Increase revenue from lockers by 15%")))
    await session.stop()
    return session


async def test_each_challenge_is_counted_once() -> None:
    session = await finished()
    counts = debrief(session.bout).counts
    assert (counts.kept, counts.to_change, counts.skipped) == (1, 1, 0)
    assert counts.settled + counts.standing + counts.kept + counts.to_change + counts.open + counts.skipped == len(session.bout.rounds)


async def test_the_teams_own_changes_are_told_by_item() -> None:
    session = await finished()
    changed = debrief(session.bout).changes
    assert [(change.kind, change.new.text if change.new else "") for change in changed] == [
        ("reworded", "Increase revenue from lockers by 15%")
    ]


async def test_an_open_point_carries_its_owner_and_date() -> None:
    session = await finished()
    parked = session.bout.rounds[3].number
    await session.assign_open(parked, "Mira", date(2026, 12, 4))
    point = next(each for each in open_points(session.bout) if each.round == parked)
    assert (point.owner, point.due) == ("Mira", date(2026, 12, 4))


async def test_the_first_answer_comes_back_with_what_still_stands_of_it() -> None:
    session = await finished()
    await session.say_at_close("all but the second sentence", "still-stands")
    summary = debrief(session.bout)
    assert summary.first_answer == "we would drop the returns flow"
    assert summary.still_stands == "all but the second sentence"


async def test_what_would_prove_a_kept_point_wrong_stands_with_it() -> None:
    session = await finished()
    kept = session.bout.kept[0]
    await session.say_at_close("if couriers stop reporting full lockers", "prove-wrong", kept.number)
    assert debrief(session.bout).kept[0].proof == "if couriers stop reporting full lockers"


async def test_a_challenge_counts_as_settled_only_where_an_answer_was_shown_as_settling_it() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("We would have built the courier app anyway; because of this page we drop it and work on the lockers.")
    await session.go_on()
    await session.answer("We don't know yet.")
    await session.go_on()
    await session.answer("Well, lockers are lockers.")
    await session.stop()
    settled, unknown, empty = session.bout.rounds[:3]
    assert settled.settles
    assert not unknown.settles
    assert unknown in session.bout.open_rounds
    assert not empty.settles
    counts = debrief(session.bout).counts
    assert counts.settled == sum(each.settles for each in session.bout.rounds)


async def test_what_the_team_noted_with_its_stance_stands_with_the_point() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.take_stance("will-change", "Mira talks to finance on the 14th")
    await session.stop()
    assert [point.said for point in debrief(session.bout).to_change] == ["Mira talks to finance on the 14th"]
