"""Pictures of the reading screen and of the choice of a part."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sparring.draft.reading import read_draft
from sparring.text import Source
from sparring.tui.parts import PartScreen
from sparring.tui.reading.lines_read import understanding_of
from sparring.tui.reading.screen import ReadingScreen
from tests.tui.pages import SIZES, app_in, opened, team_folder
from tests.tui.rings import app_of, ring_of
from tests.tui.test_parts import hotel
from tests.tui.test_reading import MINUTES, settled, shown
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare = Callable[..., bool]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

DRAFT = """\
# Locker squad, Q1 2027

Draft of Monday, not agreed yet

## O1: Parcels leave our lockers on the day they arrive

- KR1: Increase same-day pickups from 40% to 55%
- KR2: Launch the reminder service in all cities
  before the holidays
  - Status: on track
- KR3:

## O2: Make lockers a reliable place for shops

## O3: Sleep well at night

## O4: Q1 2027
| who | what |
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return team_folder(tmp_path, monkeypatch)


async def reading(pilot: "Pilot[int]", name: str, text: str, *keys: str) -> None:
    await pilot.pause()
    await pilot.app.push_screen(ReadingScreen(understanding_of(Source(name, text), ())))
    screen = await shown(pilot)
    await pilot.press(*keys)
    await settled(pilot, screen)
    await pilot.pause()


@sizes
def test_a_reading_in_doubt(folder: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await reading(pilot, "okrs.md", DRAFT, "home", "down", "down", "x", "down")

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@sizes
def test_nothing_found(folder: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await reading(pilot, "minutes.txt", MINUTES, "enter")

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", ["sparring-light", "sparring-clear-dark", "sparring-clear-light"])
def test_a_reading_in_every_theme(folder: Path, snap_compare: Compare, theme: str) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        pilot.app.theme = theme
        await reading(pilot, "minutes.txt", MINUTES, "down", "down", "down", "o", "K", "x")

    assert snap_compare(app_in(folder), terminal_size=(80, 24), run_before=before)


def test_a_reading_in_the_smallest_window(folder: Path, snap_compare: Compare) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await reading(pilot, "minutes.txt", MINUTES, "down", "down", "down", "o")

    assert snap_compare(app_in(folder), terminal_size=(40, 10), run_before=before)


@sizes
def test_the_parts_of_a_big_file(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    ring = ring_of(opened(read_draft(Source("hotel.md", hotel()))), tmp_path)

    async def before(pilot: "Pilot[int]") -> None:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PartScreen))
        await pilot.pause()
        await pilot.press("down", "space", "down")

    assert snap_compare(app_of(ring), terminal_size=size, run_before=before)
