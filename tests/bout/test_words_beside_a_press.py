"""Which of the team's words stand beside a press."""

import pytest

from tests.bouts import session_on


@pytest.mark.parametrize(
    ("answer", "beside"),
    [
        ("I don't know.", ""),
        ("idk", ""),
        ("Not sure. We talked to nobody who left since the mail.", "We talked to nobody who left since the mail."),
        ("The couriers.", "The couriers."),
        ("Honestly, 9 of 14 couriers came back in May.", "Honestly, 9 of 14 couriers came back in May."),
    ],
)
async def test_a_scrap_is_shown_with_what_follows_it_and_a_shrug_not_at_all(answer: str, beside: str) -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer(answer)
    await session.press()
    current = session.bout.rounds[-1]
    quoted = current.quoted_by(current.presses[0])
    assert quoted.endswith(beside)
    assert bool(quoted) is bool(beside)
