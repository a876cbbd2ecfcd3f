"""Which objective, and which line, a bout is about."""

from sparring.bout.planner import main_objective
from sparring.situation import Situation
from tests.bouts import FLAWED, session_on


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
