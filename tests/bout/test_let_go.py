"""What the team says goes, while it talks of something else."""

import pytest

from sparring.bout.items import decided
from sparring.bout.let_go import let_go
from tests.bouts import session_on


async def gone_after(answer: str, reason: str = "") -> set[str]:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer(answer)
    if reason:
        await session.take_stance("will-change", reason)
    ids = {item.key: item.id for item in session.bout.draft.items()}
    assert let_go(session.bout) <= decided(session.bout)
    return {ids[key] for key in let_go(session.bout)}


@pytest.mark.parametrize(
    ("answer", "gone"),
    [
        ("We'd drop O1.KR2 today.", {"O1.KR2"}),
        ("O2.KR1 came from marketing. We take it out.", {"O2.KR1"}),
        ("O1.KR2 goes back to finance, and O2.KR2 is ours.", {"O1.KR2"}),
        ("O1 is a slogan. We'd strike it and let O2 stand alone.", {"O1", "O1.KR1", "O1.KR2", "O1.KR3"}),
        ("O1.KR3 streichen wir, O2.KR3 bleibt.", {"O1.KR3"}),
        ("If none of them comes by May we drop O1.KR2.", set()),
        ("We would never drop O1.KR2.", set()),
        ("Should we drop O1.KR2?", set()),
        ("O1.KR2 goes from 4 to 5 million.", set()),
        ("We drop the newsletter, O1.KR2 shows it.", set()),
        ("O2.KR2 is not ours.", {"O2.KR2"}),
        ("O2.KR2 gehört nicht uns, wir tragen es nur mit.", {"O2.KR2"}),
        ("The second objective belongs to sales.", {"O2", "O2.KR1", "O2.KR2", "O2.KR3"}),
        ("That fault is not ours.", set()),
    ],
)
async def test_a_line_goes_where_the_team_says_so_and_not_on_a_condition(answer: str, gone: set[str]) -> None:
    assert await gone_after(answer) == gone


async def test_the_reason_of_a_decision_can_let_another_line_go() -> None:
    assert await gone_after("marketing asked for it", "O2.KR1 goes back to marketing on Wednesday") == {"O2.KR1"}


async def test_a_line_that_the_team_let_go_is_not_taken_up() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("we drop O1.KR2, and O1.KR1 comes in March")
    let = let_go(session.bout)
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
    assert let
    assert not [each for each in session.bout.rounds if let.issuperset(each.raised.anchor.keys) and each.raised.anchor.keys]
