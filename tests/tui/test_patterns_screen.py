"""Patterns as a coach reads them, hides names in them and writes them as a page."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from benchmarks.many_bouts import TEAMS
from sparring.tui.bout.chooser import Chooser
from sparring.tui.review.opened import OpenedScreen
from sparring.tui.review.page_file import PageFileScreen
from sparring.tui.review.patterns import PatternsScreen
from sparring.tui.review.row_list import RowList
from tests.transcripts import copied, many
from tests.tui.test_review import app_of, listed, opened, rows, shown
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory, 14, 8, 4, seed=3)


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)
    return copied(made, tmp_path / "transcripts")


async def patterns_shown(pilot: "Pilot[int]") -> PatternsScreen:
    await listed(pilot)
    await pilot.press("p")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, PatternsScreen) and len(rows(pilot)) > 0)
    assert isinstance(pilot.app.screen, PatternsScreen)
    return pilot.app.screen


async def test_counts_and_dates_stay_while_names_are_hidden_and_what_is_left_out_is_said(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        screen = await patterns_shown(pilot)
        named = rows(pilot)
        await pilot.press("h")
        await wait_until(pilot, lambda: any("Team A" in row for row in rows(pilot)))
        without = rows(pilot)
        assert not any(team in row for row in without for team in TEAMS[:4])
        for told in ("Open questions by age", "Still open", "not judged yet", "Questions that hardly ever"):
            assert any(told in row for row in without) == any(told in row for row in named), told
        assert any("Left out" in row for row in without)
        assert sum(row.strip().startswith(("!", "20", "no date")) for row in without) == len(screen._counted().waiting)
        assert all(row.path is None for row in screen._rows)


async def test_a_line_that_was_judged_in_a_bout_opened_from_here_is_marked_and_counted_at_once(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        screen = await patterns_shown(pilot)
        place = next(number for number, row in enumerate(screen._rows) if row.seq and number > _title(screen, "Kept"))
        screen.query_one("#rows", RowList).at = place
        await opened(pilot)
        assert isinstance(pilot.app.screen, OpenedScreen)
        await pilot.press("j")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("y")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, OpenedScreen) and bool(pilot.app.screen._opened.notes.judged))
        while isinstance(pilot.app.screen, OpenedScreen):
            await pilot.press("escape")
        await wait_until(pilot, lambda: any("1 came true" in row for row in rows(pilot)))
        assert rows(pilot)[place].startswith(" ✓ ")
        assert screen.query_one("#rows", RowList).at == place


def _title(screen: PatternsScreen, begins: str) -> int:
    return next(number for number, row in enumerate(screen._rows) if "".join(text for text, _ in row.pieces).strip().startswith(begins))


async def test_one_quarter_is_written_as_a_page_without_names(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("f", "q")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "2026-Q4" in shown(pilot))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PatternsScreen) and "2026-Q4" in shown(pilot))
        assert any("last cycle, and again" in row for row in rows(pilot))
        await pilot.press("h", "x")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PageFileScreen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Written: " in str(pilot.app.screen.query_one("#sentence .words", Static).content))
        await pilot.press("x")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PageFileScreen))
        assert pilot.app.screen.query_one(Input).value == "patterns-2026-q4-2.md"
        await pilot.press("ctrl+u", *"patterns-2026-q4", "enter")
        await wait_until(pilot, lambda: "is there already" in str(pilot.app.screen.query_one("#sentence .words", Static).content))
        await pilot.press("escape")
    (page,) = folder.parent.glob("*.md")
    assert page.stat().st_mode & 0o777 == 0o600
    told = page.read_text()
    assert told.startswith("# What the bouts have in common: 2026")
    assert "Team A" in told
    assert not any(team in told for team in TEAMS[:4])


async def test_a_search_without_a_word_says_so_and_a_team_is_found_by_its_name(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("slash", *'"-')
        found = pilot.app.screen.query_one("#rows", RowList)
        await wait_until(pilot, lambda: "no word in that" in found.instead)
        await pilot.press("ctrl+u", *"claims")
        await wait_until(pilot, lambda: any(" name " in row and "Claims · Q" in row for row in rows(pilot)))


@pytest.mark.parametrize("width", [40, 80, 120])
async def test_every_column_of_angles_has_room_in_some_block(folder: Path, width: int) -> None:
    async with app_of(folder).run_test(size=(width, 24)) as pilot:
        screen = await patterns_shown(pilot)
        await pilot.press("a")
        await wait_until(pilot, lambda: any("change rule" in row for row in rows(pilot)))
        table = screen._counted().table
        heads = screen._rows[: _title(screen, "What came")]
        shares = [text for row in heads for text, _ in row.pieces if "/" in text]
        assert len([each for each in shares if ":" not in each]) == len(table.cells) + len(table.rows)
        told = ["".join(text for text, _ in row.pieces) for row in heads]
        assert any("all together" in row for row in told) or width < 120
        assert sum("all tog" in row for row in told) == 1
        room = screen.query_one("#rows", RowList).scrollable_content_region.width
        assert all(sum(len(text) for text, _ in row.pieces) < room for row in heads[1:])
