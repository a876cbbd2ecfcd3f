"""What is asked where nothing was found: by what the team has said, and not the same in every bout."""

from sparring.bout.always_open import open_choices
from sparring.bout.planner import main_objective
from sparring.lenses.catalogue import packaged_catalogue
from tests.bouts import session_on

PLAIN = "# Plans\n\n## O1: Nights stay quiet\n\n- KR1: Gates that squeak: 14 to 6\n- KR2: Lamps on after midnight: 40 to 12\n"


async def offered(*answers: str, seed: int = 1, text: str = PLAIN) -> list[str]:
    session = await session_on(text, seed=seed)
    await session.give_situation(None)
    for answer in answers:
        await session.go_on()
        await session.answer(answer)
    main = main_objective(session.bout)
    return [choice.lens for choice in open_choices(session.bout, packaged_catalogue(), main, (), ())]


async def test_bouts_differ_where_nothing_was_found() -> None:
    assert len({(await offered(seed=seed))[0] for seed in range(12)}) > 1


async def test_what_fits_the_risk_that_the_team_named_comes_first() -> None:
    for seed in range(6):
        assert (await offered("the newsletter stops", "waiting for others", seed=seed))[0] == "influence"
        assert (await offered("the newsletter stops", "it is too much work", seed=seed))[0] in ("not-doing", "work-link")


async def test_a_team_that_does_not_know_is_not_asked_for_what_it_saw() -> None:
    for seed in range(6):
        names = await offered("we don't know yet", "no idea, nobody looked", seed=seed)
        assert names[0] == "whose-behaviour"
        assert names.index("inputs") > 1


async def test_who_uses_the_page_is_asked_where_the_team_answers_twice_that_somebody_wants_it_so() -> None:
    for seed in range(6):
        names = await offered("our VP put it in", "the board wants it like that", seed=seed)
        assert names[0] == "audience"


async def test_whether_a_trend_would_carry_it_is_asked_of_what_moves() -> None:
    still = PLAIN.replace("14 to 6", "under 6").replace("40 to 12", "under 12")
    for seed in range(6):
        assert "by-itself" in await offered(seed=seed)
        assert "by-itself" not in await offered(seed=seed, text=still)


async def test_whose_behaviour_is_not_asked_where_the_line_names_somebody() -> None:
    named = PLAIN.replace("Gates that squeak", "Neighbours who call us").replace("Lamps on", "Customers woken")
    assert "whose-behaviour" not in await offered(text=named)
    assert "whose-behaviour" in await offered()


async def choices_after(risk: str, text: str = PLAIN) -> list[tuple[str, tuple[str, ...]]]:
    session = await session_on(text)
    await session.give_situation(None)
    for answer in ("the newsletter stops", risk):
        await session.go_on()
        await session.answer(answer)
    found = open_choices(session.bout, packaged_catalogue(), main_objective(session.bout), (), ())
    return [(choice.lens, tuple(item.id for key in choice.anchor.keys if (item := session.bout.draft.item(key)))) for choice in found]


async def test_whom_a_team_waits_for_is_asked_about_on_the_line_that_names_them() -> None:
    named = PLAIN.replace("Lamps on", "Lamps that Grid Works leaves on")
    lens, about = (await choices_after("Waiting for others. Grid has to send somebody.", named))[0]
    assert (lens, about) == ("influence", ("O1.KR2",))


async def test_who_told_whom_it_waits_for_is_not_asked_again_on_a_line_that_does_not_hang_on_them() -> None:
    for risk in (
        "Waiting for others. Siemens has to send the parts, that took five weeks.",
        "We wait for the people at Siemens.",
        "Das Warten auf die IT.",
    ):
        assert "influence" not in [lens for lens, _ in await choices_after(risk)]


async def test_no_angle_comes_twice_on_a_line_and_a_line_that_was_talked_about_comes_last() -> None:
    session = await session_on(PLAIN.replace("14 to 6", "6").replace("40 to 12", "12"), rounds=2)
    await session.give_situation(None)
    for answer in ("the newsletter stops", "waiting for others"):
        await session.go_on()
        await session.answer(answer)
    await session.add_rounds(4)
    for _ in range(3):
        await session.go_on()
        await session.answer("hm")
    raised = [(each.raised.lens, each.raised.anchor.keys) for each in session.bout.rounds]
    assert len(raised) == len(set(raised))
