"""Four short questions before round one."""

from pathlib import Path

import pytest
from textual import events

from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.situation import Situation
from sparring.text import Source
from sparring.tui.facts import FactsScreen
from sparring.tui.situation import BetArea, SituationScreen
from tests.tui.pages import burst, letters, opened
from tests.tui.rings import app_of, draft, ring_of
from tests.tui.waiting import wait_until

MANY = "".join(f"# Objective {number}: Win market {number}\n\n- KR1: Raise share from {number}% to 20%\n\n" for number in range(1, 6))


def many() -> Draft:
    return read_draft(Source("many.md", MANY))


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (("u", "n", "t", "a", "enter"), Situation(written_by="us", moment="before-commitment", level="team")),
        (("g", "c", "o", "r", "f2"), Situation(written_by="given", moment="committed", level="company", in_a_room=True)),
        (("b", "m", "l", "d", "enter"), Situation(written_by="both", moment="mid-cycle", level="discovery")),
        (("u", "u", "enter"), Situation()),
        (("u", "s"), Situation()),
        (("enter",), Situation()),
    ],
)
async def test_letters_answer_and_a_letter_again_takes_back(tmp_path: Path, keys: tuple[str, ...], given: Situation) -> None:
    ring = ring_of(opened(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await pilot.press(*keys)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
    assert ring.session.bout.situation == given


async def test_the_bet_may_be_pasted_over_several_lines_and_letters_in_it_are_text(tmp_path: Path) -> None:
    ring = ring_of(opened(draft()), tmp_path)
    bet = "We believe that trial teams stay\nif importing takes minutes, not days. " + "It matters. " * 40
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await pilot.press("tab")
        pilot.app.post_message(events.Paste(bet))
        await wait_until(pilot, lambda: pilot.app.screen.query_one(BetArea).text == bet)
        await pilot.press("s", "u", "enter", "g", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
    assert ring.session.bout.situation == Situation(written_by="given", bet=bet + "su")


async def test_a_burst_of_keys_ends_up_where_it_was_typed(tmp_path: Path) -> None:
    ring = ring_of(opened(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await burst(pilot, "u", "tab", *letters("minutes not days"), "enter", "n", "t")
        await wait_until(pilot, lambda: pilot.app.screen.query_one(BetArea).text == "minutes not days")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
    assert ring.session.bout.situation == Situation(written_by="us", moment="before-commitment", level="team", bet="minutes not days")


async def test_in_a_long_draft_the_team_chooses_its_objectives(tmp_path: Path) -> None:
    of = many()
    ring = ring_of(opened(of), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await pilot.press("2", "4", "5", "4", "enter")
        await wait_until(pilot, lambda: ring.session.bout.situation)
    situation = ring.session.bout.situation
    assert situation is not None
    assert situation.focus == (of.objectives[1].key, of.objectives[4].key)


async def test_all_objectives_chosen_is_the_whole_draft(tmp_path: Path) -> None:
    ring = ring_of(opened(many()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await pilot.press("u", "1", "2", "3", "4", "5", "enter")
        await wait_until(pilot, lambda: ring.session.bout.situation)
    assert ring.session.bout.situation == Situation(written_by="us")


async def test_a_click_answers_too(tmp_path: Path) -> None:
    ring = ring_of(opened(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await pilot.click("#written_by", offset=(23, 0))
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.situation)
    assert ring.session.bout.situation == Situation(written_by="us")
