"""The closing questions, and when they are left out."""

from sparring.session import Session
from tests.bouts import FLAWED, fight, session_on


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


async def answered(*answers: str, text: str = FLAWED) -> Session:
    session = await session_on(text)
    await session.give_situation(None)
    for answer in answers:
        await session.go_on()
        await session.answer(answer)
    await fight(session)
    return session


async def test_nobody_asks_whether_the_lines_of_an_aim_suffice_that_is_not_the_teams_own() -> None:
    session = await answered("The first objective is not ours, it belongs to marketing. O1 is on the page for the report.")
    (asked,) = [each.raised for each in session.bout.rounds if each.raised.lens == "sufficiency"]
    assert asked.anchor.keys == (session.bout.draft.objectives[1].key,)
    session = await answered("we stop the newsletter", "This one is not ours.")
    about = session.bout.rounds[1].raised.anchor.keys
    assert all(each.raised.anchor.keys != about for each in session.bout.rounds if each.raised.lens == "sufficiency")


async def test_an_aim_that_was_skipped_as_nothing_of_the_teams_is_not_asked_about_again() -> None:
    session = await session_on(
        "# Plans\n\n## O1: Be the best delivery experience in town\n\n- KR1: Lockers found full: 6%\n- KR2: Tours without a detour: 60%\n"
    )
    await session.give_situation(None)

    async def skip(session: Session) -> None:
        current = session.bout.rounds[-1].raised
        if current.anchor.kind == "objective" and current.family != "spine":
            await session.take_stance("skip", skipped_because="does-not-apply")

    await fight(session, skip)
    skipped = {each.raised.anchor.keys for each in session.bout.rounds if each.stance == "skip"}
    assert skipped
    assert not [each for each in session.bout.rounds if each.raised.lens == "sufficiency" and each.raised.anchor.keys in skipped]


async def test_a_rule_that_was_stated_is_not_asked_for() -> None:
    session = await answered("we stop the newsletter", "If fewer than five come back by week four we drop O1.KR2.")
    assert "change-rule" not in {each.raised.lens for each in session.bout.rounds}


async def test_the_page_itself_can_name_when_the_team_looks_and_what_it_decides_then() -> None:
    session = await answered(text=FLAWED + "\nWe look at this every Monday and decide which depot goes first.\n")
    assert not {"decision-use", "check-in"} & {each.raised.lens for each in session.bout.rounds}
