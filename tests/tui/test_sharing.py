"""A team shares a bout with its coach, and keeps lines to itself."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from sparring.archive.places import Workspace
from sparring.archive.transcript import read_transcript, verify_transcript
from sparring.bout.fold import WORDS_OF_THE_TEAM
from sparring.opening import go_on_with, leave
from sparring.record.events import AnswerGiven, BoutEnded, StanceTaken
from sparring.tui.app import SparringApp
from sparring.tui.close import CloseScreen
from sparring.tui.debrief import DebriefScreen
from sparring.tui.review.plain_page import PlainPage
from sparring.tui.sharing.folder import FolderScreen
from sparring.tui.sharing.own_lines import OwnLines
from sparring.tui.sharing.screen import ShareScreen, Sharing
from sparring.tui.welcome import WelcomeScreen
from tests.transcripts import scripted
from tests.tui.test_review import SIZES
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)
    scripted(tmp_path / "transcripts")
    (tmp_path / "for-ana").mkdir()
    return tmp_path


def transcript_in(workspace: Path) -> Path:
    return min((workspace / "transcripts").glob("*.jsonl"))


def app_of(workspace: Path) -> SparringApp:
    return SparringApp(share=Sharing(transcript_in(workspace)))


async def shown(pilot: "Pilot[int]") -> OwnLines:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ShareScreen) and pilot.app.screen.query_one(OwnLines).stop is not None)
    return pilot.app.screen.query_one(OwnLines)


def on_screen(lines: OwnLines) -> str:
    return "\n".join(line.plain for line in lines._laid.lines)


def said(pilot: "Pilot[int]") -> str:
    return str(pilot.app.screen.query_one("#sentence .words", Static).content)


async def shared_into(pilot: "Pilot[int]", folder: str) -> None:
    await pilot.press("enter")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, FolderScreen))
    await pilot.press(*folder, "enter")


@sizes
async def test_a_line_that_is_kept_back_is_shown_as_a_gap_and_is_nowhere_in_the_copy(workspace: Path, size: tuple[int, int]) -> None:
    path = transcript_in(workspace)
    before = path.read_bytes()
    async with app_of(workspace).run_test(size=size) as pilot:
        lines = await shown(pilot)
        await pilot.press("down", "x")
        stop = lines.stop
        assert stop is not None
        event = read_transcript(path).entries[stop.seq - 1].event
        assert isinstance(event, (AnswerGiven, StanceTaken))
        words = event.text if isinstance(event, AnswerGiven) else event.reason
        await wait_until(pilot, lambda: "keeps this line to itself" in on_screen(lines))
        assert words not in on_screen(lines)
        await shared_into(pilot, "for-ana")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PlainPage))
        await pilot.press("enter")
        await pilot.pause()
    assert pilot.app.return_value == 0
    (copy,) = (workspace / "for-ana").glob("*.jsonl")
    assert words.encode() not in copy.read_bytes()
    assert verify_transcript(copy, read_transcript(path).entries[-1].hash).ok
    assert path.read_bytes() == before


async def test_the_cursor_goes_to_every_line_of_the_team_and_x_gives_a_line_back(workspace: Path) -> None:
    entries = read_transcript(transcript_in(workspace)).entries
    async with app_of(workspace).run_test(size=(120, 40)) as pilot:
        lines = await shown(pilot)
        whole = on_screen(lines)
        assert "read as" not in whole
        met = [stop.seq for stop in lines._laid.stops]
        assert sorted(met) == [each.seq for each in entries if each.type in WORDS_OF_THE_TEAM]
        for _ in met:
            await pilot.press("x", "down")
        await wait_until(pilot, lambda: on_screen(lines).count("keeps this line to itself") == len(met))
        assert sorted(stop.seq for stop in lines._laid.stops) == sorted(met)
        await pilot.press("home")
        for _ in met:
            await pilot.press("x", "down")
        await wait_until(pilot, lambda: on_screen(lines) == whole)


async def test_escape_leaves_without_sharing(workspace: Path) -> None:
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await pilot.press("x", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FolderScreen))
        await pilot.press(*"for-ana", "escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ShareScreen))
        await pilot.press("escape")
        await pilot.pause()
    assert pilot.app.return_value == 1
    assert list((workspace / "for-ana").iterdir()) == []


async def test_a_folder_that_is_not_there_is_said_and_another_is_asked_for(workspace: Path) -> None:
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await shown(pilot)
        await shared_into(pilot, "for-ben")
        await wait_until(pilot, lambda: "is not a folder" in said(pilot))
        await pilot.press("ctrl+u", "enter")
        await wait_until(pilot, lambda: "Choose a folder" in said(pilot))
        await pilot.press("down", "enter", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PlainPage))
    assert len(list((workspace / "for-ana").iterdir())) == 1


async def test_a_damaged_bout_is_not_shared_and_says_so(workspace: Path) -> None:
    path = transcript_in(workspace)
    path.write_bytes(path.read_bytes().replace(b"the", b"thy", 1))
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ShareScreen) and "damaged" in said(pilot))
        await pilot.press("x", "enter", "escape")
        await pilot.pause()
    assert list((workspace / "for-ana").iterdir()) == []


async def test_a_bout_that_is_over_is_shared_from_the_first_screen(workspace: Path) -> None:
    app = SparringApp(workspace=Workspace(workspace, workspace / "transcripts"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and app.screen._over)
        await pilot.press("s")
        await wait_until(pilot, lambda: not isinstance(app.screen, WelcomeScreen))
        await pilot.press("enter")
        await shown(pilot)
        await shared_into(pilot, "for-ana")
        await wait_until(pilot, lambda: isinstance(app.screen, PlainPage))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and "Shared" in said(pilot))
    assert len(list((workspace / "for-ana").iterdir())) == 1


async def test_the_debrief_shares_the_bout_whole(workspace: Path) -> None:
    source = transcript_in(workspace)
    entries = read_transcript(source).entries
    assert isinstance(entries[-1].event, BoutEnded)
    source.write_bytes(b"".join(source.read_bytes().splitlines(keepends=True)[:-1]))
    ring = await go_on_with(source)
    app = SparringApp(ring=ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await app.push_screen(DebriefScreen(ring))
        await pilot.press("s")
        await shown(pilot)
        await shared_into(pilot, "for-ana")
        await wait_until(pilot, lambda: isinstance(app.screen, PlainPage))
    await leave(ring)
    (copy,) = (workspace / "for-ana").glob("*.jsonl")
    assert isinstance(read_transcript(copy).entries[-1].event, BoutEnded)


@sizes
def test_before_sharing(workspace: Path, snap_compare: "Callable[..., bool]", size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await shown(pilot)
        await pilot.press("down", "x")
        await pilot.pause()

    assert snap_compare(app_of(workspace), terminal_size=size, run_before=before)
