"""The first screen: every way to begin, and what stands in the way said on the screen."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, OptionList, Static

from sparring.opening import leave
from sparring.packaged import packaged
from sparring.tui.app import SparringApp
from sparring.tui.bouts import BoutsScreen
from sparring.tui.page import Sentence
from sparring.tui.paste import NOTHING_YET, DraftArea, PasteScreen
from sparring.tui.picker import DraftPicker, StrategyPicker
from sparring.tui.reading.screen import ReadingScreen
from sparring.tui.situation import SituationScreen
from sparring.tui.welcome import WelcomeScreen
from tests.tui.pages import app_in, burst, letters, ring_in, team_folder
from tests.tui.rings import DRAFT
from tests.tui.waiting import wait_until


def said(app: SparringApp) -> str:
    return app.screen.query_one(Sentence).said


def typed(app: SparringApp) -> str:
    return app.screen.query_one("#path", Input).value


def options(app: SparringApp, id_: str) -> list[str]:
    listed = app.screen.query_one(id_, OptionList)
    return [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return team_folder(tmp_path, monkeypatch)


@pytest.mark.parametrize("keys", [("e",), ("enter",), ("down", "up", "enter")])
async def test_the_example_begins_a_bout_in_the_folder_and_writes_nothing_beside_itself(folder: Path, keys: tuple[str, ...]) -> None:
    shipped = {path: path.stat().st_mtime_ns for path in packaged("examples").rglob("*")}
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press(*keys)
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert app.ring.journal.path.parent == folder / "transcripts"
        assert app.ring.session.bout.documents
        assert app.ring.session.bout.draft.source.path is None
    assert {path: path.stat().st_mtime_ns for path in packaged("examples").rglob("*")} == shipped


async def test_a_draft_is_opened_from_the_list_with_the_strategy_beside_it(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("o")
        await wait_until(pilot, lambda: isinstance(app.screen, DraftPicker) and options(app, "#offers"))
        assert options(app, "#offers")[0] == "okrs-q1.md"
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
        assert typed(app) == "strategy/"
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert [each.file for each in app.ring.session.bout.documents] == ["strategy.md"]


async def test_going_back_from_the_strategy_keeps_the_typed_path_and_without_documents_is_one_key(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("o")
        await wait_until(pilot, lambda: isinstance(app.screen, DraftPicker))
        await pilot.press(*letters("okr"), "tab", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, DraftPicker))
        assert typed(app) == "okrs-q1.md"
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert app.ring.session.bout.documents == ()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.md", None, "There is no file"),
        ("strategy", None, "is a folder"),
        ("empty.md", b"", "is empty"),
        ("photo.md", bytes(range(256)) * 40, "photo.md"),
        ("huge.md", b"x" * 5_000_000, "huge.md has 5.0 MB"),
    ],
    ids=["missing", "folder", "empty", "binary", "too large"],
)
async def test_a_file_that_cannot_be_used_is_said_and_the_path_stays(folder: Path, name: str, content: bytes | None, says: str) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("o")
        await wait_until(pilot, lambda: isinstance(app.screen, DraftPicker))
        await pilot.press(*letters(name), "enter")
        await wait_until(pilot, lambda: said(app))
        assert says in said(app)
        assert typed(app) == name


async def test_a_pasted_draft_of_many_lines_arrives_whole_and_is_counted_at_once(folder: Path) -> None:
    draft = DRAFT + "".join(
        f"\r\n## O{number}: Win market {number}\r\n\r\n"
        + "".join(f"- KR{each}: Raise adoption of module {each} from 10% to 20%\r\n" for each in (1, 2, 3))
        for number in range(3, 103)
    )
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        app.post_message(events.Paste(draft))
        await wait_until(pilot, lambda: "305 key results" in str(app.screen.query_one("#read", Static).render()))
        assert app.screen.query_one(DraftArea).text == draft.replace("\r\n", "\n")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        assert app.ring is not None
        assert app.ring.session.bout.draft.source.text == draft.replace("\r\n", "\n")


async def test_a_paste_without_brackets_arrives_in_order_and_sends_nothing(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        keys = [key for line in DRAFT.splitlines() for key in (*letters(line), "enter")]
        await burst(pilot, *keys)
        await wait_until(pilot, lambda: app.screen.query_one(DraftArea).text == DRAFT)


async def test_pasted_words_without_okrs_are_shown_line_by_line_and_stay(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        await pilot.press(*letters("hello"))
        await wait_until(pilot, lambda: NOTHING_YET in str(app.screen.query_one("#read", Static).render()))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        assert app.screen.query_one(DraftArea).text == "hello"
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        assert app.screen.query_one(DraftArea).text == "hello"


async def test_a_workspace_that_takes_nothing_is_said_and_the_pasted_text_is_kept(folder: Path) -> None:
    (folder / "transcripts").rmdir()
    (folder / "sparring.toml").write_text("")
    (folder / "transcripts").write_text("in the way")
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        app.post_message(events.Paste(DRAFT))
        await wait_until(pilot, lambda: app.screen.query_one(DraftArea).text == DRAFT)
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and "transcripts" in said(app))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        assert app.screen.query_one(DraftArea).text == DRAFT


async def test_a_bout_that_was_left_is_offered_and_gone_on_with(folder: Path) -> None:
    ring = await ring_in(folder)
    await ring.session.give_situation(None)
    await ring.session.go_on()
    await leave(ring)
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and len(options(app, "#choices")) == 6)
        assert "okrs-q1.md" in options(app, "#choices")[3]
        assert "1 round" in options(app, "#choices")[3]
        await pilot.press("g")
        await wait_until(pilot, lambda: app.ring)
        assert app.ring is not None
        assert app.ring.journal.bout == ring.journal.bout
        assert app.ring.session.bout.stage == "rounds"


async def test_of_several_bouts_one_is_chosen_and_an_ended_one_is_not_offered(folder: Path) -> None:
    bouts = []
    for number in range(3):
        ring = await ring_in(folder)
        await ring.session.give_situation(None)
        if number == 1:
            await ring.session.stop()
            await ring.session.end()
        bouts.append(ring.journal.bout)
        await leave(ring)
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and len(options(app, "#choices")) == 7)
        await pilot.press("g")
        await wait_until(pilot, lambda: isinstance(app.screen, BoutsScreen))
        assert len(options(app, "#bouts")) == 2
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: app.ring)
        assert app.ring is not None
        assert app.ring.journal.bout == bouts[0]


async def test_without_a_bout_that_was_left_none_is_offered(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("g")
        await wait_until(pilot, lambda: said(app))
        assert len(options(app, "#choices")) == 5
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_bout_gone_on_with_has_its_documents_again(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("e")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("ctrl+q")
    again = app_in(folder)
    async with again.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(again.screen, WelcomeScreen) and len(options(again, "#choices")) == 6)
        await pilot.press("g")
        await wait_until(pilot, lambda: again.ring)
        assert again.ring is not None
        assert again.ring.session.library.documents
