"""Pictures of the screens before and after the rounds."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Static

from sparring.archive.shelf import Spine
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.bouts import BoutsScreen
from sparring.tui.close import CloseScreen
from sparring.tui.debrief import DebriefScreen
from sparring.tui.edit import EditScreen
from sparring.tui.facts import FactsScreen
from sparring.tui.paste import PasteScreen
from sparring.tui.picker import DraftPicker, StrategyPicker
from sparring.tui.situation import SituationScreen
from sparring.tui.welcome import WelcomeScreen
from tests.bouts import START
from tests.tui.pages import SIZES, app_in, at_close, at_facts, letters, opened, team_folder
from tests.tui.rings import DRAFT, app_of, challenge_to_line, draft, opening, ring_of
from tests.tui.test_edit import CHANGED, MINE, change
from tests.tui.test_situation import many
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare = Callable[..., bool]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return team_folder(tmp_path, monkeypatch)


async def at(pilot: "Pilot[int]", screen: type) -> None:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await pilot.pause()


@sizes
def test_welcome(folder: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, WelcomeScreen)

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@sizes
def test_open_a_draft(folder: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    (folder / "plans").mkdir()
    (folder / "plans" / "goals.yaml").write_text("objectives: []")

    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, WelcomeScreen)
        await pilot.press("o")
        await at(pilot, DraftPicker)
        await wait_until(pilot, lambda: pilot.app.screen.query_one("#offers").option_count == 3)  # type: ignore[attr-defined]
        await pilot.press("down")

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@sizes
def test_strategy(folder: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, WelcomeScreen)
        await pilot.press("o")
        await at(pilot, DraftPicker)
        await pilot.press(*letters("okrs-q1.md"), "enter")
        await at(pilot, StrategyPicker)

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@sizes
def test_paste(folder: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, WelcomeScreen)
        await pilot.press("p")
        await at(pilot, PasteScreen)
        pilot.app.post_message(events.Paste(DRAFT))
        await wait_until(pilot, lambda: "key results" in str(pilot.app.screen.query_one("#read", Static).render()))

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@sizes
def test_bouts_to_go_on_with(folder: Path, snap_compare: Compare, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    spines = tuple(
        Spine(f"bout-{number}", folder / f"{number}.jsonl", START, START, team=team, draft=name, rounds=number)
        for number, (name, team) in enumerate(
            [("okrs-q1.md", ""), ("a draft with quite a long name for a file.yaml", "Growth"), ("pasted text", "")]
        )
    )

    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, WelcomeScreen)
        pilot.app.push_screen(BoutsScreen(spines))
        await at(pilot, BoutsScreen)

    assert snap_compare(app_in(folder), terminal_size=size, run_before=before)


@sizes
def test_situation(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, SituationScreen)
        await pilot.press("u", "n")

    assert snap_compare(app_of(ring_of(opened(draft()), tmp_path)), terminal_size=size, run_before=before)


@sizes
def test_situation_of_a_long_draft_with_remarks(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    remarks = ("okrs.md does not say how it is encoded; it was read as cp1252. Look for odd letters.",)

    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, SituationScreen)
        await pilot.press("2", "t")

    assert snap_compare(app_of(ring_of(opened(many()), tmp_path, remarks=remarks)), terminal_size=size, run_before=before)


@sizes
def test_facts(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, FactsScreen)
        await pilot.press("tab", *letters("Anna"), "enter", *letters("in two weeks"))

    assert snap_compare(app_of(ring_of(at_facts(draft()), tmp_path)), terminal_size=size, run_before=before)


@sizes
def test_edit(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, BoutScreen)
        await pilot.press("f5")
        await at(pilot, EditScreen)

    past = [*opening(draft()), challenge_to_line(draft(), 1)]
    assert snap_compare(app_of(ring_of(past, tmp_path)), terminal_size=size, run_before=before)


@sizes
def test_edited(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_of(ring_of([*opening(draft()), challenge_to_line(draft(), 1)], tmp_path))

    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, BoutScreen)
        await pilot.press("f5")
        await at(pilot, EditScreen)
        change(app, MINE, CHANGED)
        change(app, "- KR3: Reach NPS of 45\n", "")
        await pilot.press("f2")
        await wait_until(pilot, lambda: app.screen.has_class("-saved"))

    assert snap_compare(app, terminal_size=size, run_before=before)


@sizes
def test_close(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, CloseScreen)

    assert snap_compare(app_of(ring_of(at_close(draft()), tmp_path)), terminal_size=size, run_before=before)


@sizes
def test_debrief(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await at(pilot, CloseScreen)
        await pilot.press(*letters("all but the billing move"), "enter", *letters("Anna"), "enter", *letters("friday"), "f2")
        await at(pilot, DebriefScreen)

    assert snap_compare(app_of(ring_of(at_close(draft()), tmp_path)), terminal_size=size, run_before=before)
