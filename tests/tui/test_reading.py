"""The reading screen: how a draft was understood, set right with one key a line, before a bout begins."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Static

from sparring.archive.places import find_workspace
from sparring.archive.readings import recalled, remember
from sparring.draft.model import LineMark
from sparring.text import Source, read_source
from sparring.tui.app import SparringApp
from sparring.tui.beginning import NewBout
from sparring.tui.bout.chooser import Chooser
from sparring.tui.page import Sentence
from sparring.tui.paste import DraftArea, PasteScreen
from sparring.tui.reading.lines_read import understanding_of
from sparring.tui.reading.screen import NOTHING_MARKED, ReadingScreen
from sparring.tui.situation import SituationScreen
from sparring.tui.welcome import WelcomeScreen
from sparring.wishes import Wishes
from tests.bouts import START
from tests.tui.pages import app_in, burst, letters, team_folder
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

MINUTES = """\
Minutes of the ward meeting, Monday

What we want by spring
Nurses trust the hand-over
We are asked twice less often
Notes are there before the shift begins
Nobody phones back after ten

Next meeting on Thursday
"""
"""Nothing in it reads as an objective or a key result."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = team_folder(tmp_path, monkeypatch)
    (folder / "minutes.txt").write_text(MINUTES)
    return folder


def app_on(folder: Path, name: str = "minutes.txt") -> SparringApp:
    """The app as `sparring spar` starts it."""
    return SparringApp(
        beginning=NewBout(read_source(folder / name), Wishes(seed=1)),
        workspace=find_workspace(folder),
        clock=lambda: START,
        copy_outside=lambda text: None,
    )


async def shown(pilot: "Pilot[int]") -> ReadingScreen:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


async def reading_of(pilot: "Pilot[int]", text: str, name: str = "draft.md") -> ReadingScreen:
    """Show a text's reading over the welcome."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, WelcomeScreen))
    await pilot.app.push_screen(ReadingScreen(understanding_of(Source(name, text), ())))
    return await shown(pilot)


def gutters(screen: ReadingScreen) -> list[str]:
    """The rows of the lines, as words."""
    lines = screen.lines
    return [lines.render_line(y).text.rstrip() for y in range(min(lines.size.height, lines.virtual_size.height))]


def found(screen: ReadingScreen) -> str:
    return str(screen.query_one("#found", Static).render())


async def settled(pilot: "Pilot[int]", screen: ReadingScreen) -> None:
    await wait_until(pilot, lambda: screen.is_settled)


async def test_an_unreadable_draft_is_marked_line_by_line_and_the_bout_begins(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot)
        assert "No objective and no key result was found" in found(screen)
        await pilot.press("down", "down", "down")
        assert screen.lines.line == 4
        await pilot.press("o", "K")
        await settled(pilot, screen)
        assert "1 objective, 4 key results" in found(screen)
        await pilot.press("u", "k", "k", "k")
        await settled(pilot, screen)
        assert "1 objective, 3 key results" in found(screen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert [item.text for item in app.ring.session.bout.draft.items()] == MINUTES.splitlines()[3:7]
    assert len(recalled(read_source(folder / "minutes.txt"), find_workspace(folder))) == 4


async def test_a_reading_that_the_team_confirmed_is_not_asked_about_again_until_the_text_changes(folder: Path) -> None:
    marks = (LineMark(4, "objective"),)
    remember(read_source(folder / "minutes.txt"), marks, find_workspace(folder))
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert [item.text for item in app.ring.session.bout.draft.items()] == ["Nurses trust the hand-over"]
    (folder / "minutes.txt").write_text("Present: everybody\n" + MINUTES)
    again = app_on(folder)
    async with again.run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot)
        assert "▌ 5 ● O1" in gutters(screen)[4]


async def test_a_sure_reading_is_not_shown(folder: Path) -> None:
    app = app_on(folder, "okrs-q1.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
    assert not list((folder / "transcripts").glob("*.marks"))


async def test_going_on_without_a_mark_although_nothing_was_found_is_answered_kindly(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot)
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.query_one(Sentence).said == NOTHING_MARKED)
        assert app.screen is screen
        await pilot.press("o")
        await settled(pilot, screen)
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))


async def test_going_back_from_a_draft_named_on_the_command_line_leads_to_the_welcome_with_its_path(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("o")
        await wait_until(pilot, lambda: app.screen.query("#path"))
        assert str(folder / "minutes.txt") in app.screen.query_one("#path").value  # type: ignore[attr-defined]
    assert not list((folder / "transcripts").glob("*"))


async def test_marks_are_thrown_away_only_when_the_team_says_so(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot)
        await pilot.press("o", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("b")
        await wait_until(pilot, lambda: app.screen is screen)
        await pilot.press("q")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
    assert not list((folder / "transcripts").glob("*"))


async def test_a_pasted_draft_in_doubt_is_asked_about_once(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        app.post_message(events.Paste(MINUTES))
        await wait_until(pilot, lambda: app.screen.query_one(DraftArea).text == MINUTES)
        await pilot.press("f2")
        screen = await shown(pilot)
        await pilot.press("O")
        await settled(pilot, screen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.screen.query("#path"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        await pilot.press("f2")
        await wait_until(pilot, lambda: app.screen.query("#path"))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert len(app.ring.session.bout.draft.objectives) == 7


async def test_marks_that_cannot_be_kept_are_a_remark_and_no_obstacle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "transcripts").chmod(0o700)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sparring.archive.readings.replace_file", full)
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("o", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert "could not be kept for the next time" in app.ring.remarks[-1]


async def test_the_same_key_again_takes_the_mark_back_and_u_takes_back_the_last_step(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading_of(pilot, MINUTES, "minutes.txt")
        before = gutters(screen)
        await pilot.press("down", "down", "down", "o", "up", "o")
        await settled(pilot, screen)
        assert [row[1:] for row in gutters(screen)] == [row[1:] for row in before]
        await pilot.press("o", "t", "x")
        await settled(pilot, screen)
        assert [row[1:15].rstrip() for row in gutters(screen)[3:6]] == ["▌ 4 ● O1", "▌ 5 – note", "▌ 6 × nothing"]
        await pilot.press("u", "backspace")
        await settled(pilot, screen)
        assert [row[1:2] for row in gutters(screen)[3:6]] == ["▌", " ", " "]
        assert screen.lines.line == 5


async def test_a_burst_of_marks_is_read_as_it_was_typed(folder: Path) -> None:
    text = "".join(f"aim {number}\n" + "".join(f"sign {each} of {number}\n" for each in range(4)) for number in range(20))
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading_of(pilot, text, "draft.txt")
        await burst(pilot, "home", *["o", "k", "k", "k", "k"] * 20)
        await wait_until(pilot, lambda: screen.is_settled and "20 objectives, 80 key results" in found(screen))


async def test_the_next_doubtful_line_is_one_key_away_and_after_the_last_comes_the_first(folder: Path) -> None:
    text = "# Plan\n\n## O1: Win\n- KR1: from 1 to 2\n\n" + "## O2: Lose less\n\n## O3: Sleep\n"
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading_of(pilot, text)
        doubtful = understanding_of(Source("draft.md", text), ()).doubtful
        assert screen.lines.line == doubtful[0]
        seen = []
        for _ in doubtful:
            await pilot.press("tab")
            seen.append(screen.lines.line)
        assert seen == [*doubtful[1:], doubtful[0]]
        await pilot.press("N")
        assert screen.lines.line == doubtful[-1]


async def test_the_tree_follows_the_cursor_and_a_click_in_it_leads_to_the_line(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reading_of(pilot, (folder / "okrs-q1.md").read_text())
        tree = screen.query_one("#items")
        await pilot.press("home", "down", "down", "down", "down", "down")
        assert "›" in tree.render_line(2).text
        await pilot.click("#items", offset=(8, 5))
        await pilot.pause()
        assert [row[5:15] for row in gutters(screen) if row.startswith("›")] == ["• O2.KR1  "]
        await pilot.click("#lines", offset=(30, 2))
        assert screen.lines.line == 3


async def test_hostile_lines_can_neither_colour_nor_reorder_the_screen(folder: Path) -> None:
    text = "## O1: \x1b[31mred [bold]x[/bold]\u202e drow\n- KR1: from 1 to 2\ttab\r\n- KR2: \x07\n"
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading_of(pilot, text)
        rows = "\n".join(gutters(screen))
        assert "␛[31mred [bold]x[/bold]· drow" in rows
        assert not any(character in rows for character in "\x1b\u202e\x07\t\r")


async def test_the_smallest_window_shows_the_line_and_its_keys(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(40, 10)) as pilot:
        screen = await shown(pilot)
        assert any(row.startswith("›") for row in gutters(screen))
        await pilot.press("end", "pageup", "home", "pagedown")
        assert any(row.startswith("›") for row in gutters(screen))
        await pilot.resize_terminal(120, 40)
        await wait_until(pilot, lambda: screen.query_one("#items").display)
        assert any(row.startswith("›") for row in gutters(screen))


async def test_a_large_draft_is_moved_through_and_marked(folder: Path) -> None:
    text = "".join(f"# Aim {number}\n" + "- sign of it from 1 to 2, " * 3 + "\n" for number in range(6000)) + "x" * 50_000
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reading_of(pilot, text, "draft.md")
        await pilot.press("end", "pageup", "up", "t")
        await pilot.press(*letters("kk"))
        await settled(pilot, screen)
        assert "of yours" in found(screen)
        assert screen.lines.line > 11_000
