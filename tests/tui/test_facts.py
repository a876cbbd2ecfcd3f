"""The fact card before round one."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from sparring.record.events import OpenAssigned
from sparring.speech import speech
from sparring.tui.facts import FactsScreen
from sparring.tui.owner_line import NO_DAY
from sparring.tui.page import Sentence
from tests.tui.pages import at_facts, burst, letters
from tests.tui.rings import app_of, draft, opening, ring_of
from tests.tui.waiting import wait_until


def words(screen: object) -> str:
    assert isinstance(screen, FactsScreen)
    return "\n".join(str(each.render()) for each in screen.query(Static))


async def test_each_gap_is_said_with_the_items_that_have_it(tmp_path: Path) -> None:
    ring = ring_of(at_facts(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
        shown = words(pilot.app.screen)
        assert "No starting point is written here." in shown
        assert "Increase activation rate by 20%" in shown
        assert "left open" in shown


@pytest.mark.parametrize("key", ["enter", "n", "f2"])
async def test_one_key_goes_on_to_round_one_without_an_owner(tmp_path: Path, key: str) -> None:
    ring = ring_of(at_facts(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
        await pilot.press(key, key)
        await wait_until(pilot, lambda: ring.session.bout.rounds)
        await pilot.pause()
    assert len(ring.session.bout.rounds) == 1
    assert ring.session.bout.assigned == ()


async def test_owner_and_day_typed_in_one_burst_are_kept(tmp_path: Path) -> None:
    ring = ring_of(at_facts(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
        await burst(pilot, "tab", *letters("Anna"), "enter", *letters("in two weeks"), "enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds)
    assert ring.session.bout.assigned == (OpenAssigned(round=None, owner="Anna", due=date(2026, 12, 5)),)


async def test_a_day_that_could_be_two_is_asked_back_and_the_same_key_again_goes_on(tmp_path: Path) -> None:
    ring = ring_of(at_facts(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
        screen = pilot.app.screen
        await pilot.press("tab", *letters("Anna"), "tab", *letters("1/12"), "f2")
        await wait_until(pilot, lambda: screen.query_one(Sentence).said == NO_DAY)
        assert not ring.session.bout.rounds
        await pilot.press("f2")
        await wait_until(pilot, lambda: ring.session.bout.rounds)
    assert ring.session.bout.assigned == (OpenAssigned(round=None, owner="Anna", due=None),)


async def test_with_nothing_missing_there_is_one_sentence(tmp_path: Path) -> None:
    ring = ring_of(opening(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
        assert speech("en").nothing_missing in words(pilot.app.screen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds)
