"""The team edits its draft: nobody's work is lost, and the file keeps every character that was not touched."""

from pathlib import Path

import pytest
from textual.widgets import Static

from sparring.opening import Ring
from sparring.text import Source
from sparring.tui.app import SparringApp
from sparring.tui.bout.chooser import Chooser
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.edit import IN_THE_BOUT_ONLY, EditScreen
from sparring.tui.page import Sentence
from sparring.tui.paste import DraftArea
from tests.tui.pages import ring_in, team_folder
from tests.tui.rings import DRAFT, app_of, challenge_to_line, draft, opening, ring_of
from tests.tui.waiting import wait_until

MINE = "Increase activation rate by 20%"
CHANGED = "Increase import success to 80%"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return team_folder(tmp_path, monkeypatch)


async def in_round_one(folder: Path) -> Ring:
    ring = await ring_in(folder)
    await ring.session.give_situation(None)
    await ring.session.go_on()
    return ring


def area(app: SparringApp) -> DraftArea:
    return app.screen.query_one("#source", DraftArea)


def change(app: SparringApp, old: str, new: str) -> None:
    box = area(app)
    at = box.text.index(old)
    row, column = box.text.count("\n", 0, at), at - (box.text.rfind("\n", 0, at) + 1)
    box.replace(new, (row, column), (row, column + len(old)))


def shown(app: SparringApp) -> str:
    return "\n".join(str(each.render()) for each in app.screen.query(Static))


async def test_the_draft_is_saved_with_its_line_ends_and_what_changed_is_shown(folder: Path) -> None:
    path = folder / "okrs-q1.md"
    before = "\ufeff".encode() + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        change(app, MINE, CHANGED)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: app.screen.has_class("-saved"))
        assert "What you changed" in shown(app)
        assert "import success" in shown(app)
        assert "Launch the new setup wizard" not in shown(app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
    assert path.read_bytes() == before.replace(MINE.encode(), CHANGED.encode())
    assert ring.session.bout.version == 2
    assert ring.session.bout.versions[-1].where == "in-app"


async def test_the_cursor_stands_at_the_item_under_challenge(tmp_path: Path) -> None:
    of = draft()
    ring = ring_of([*opening(of), challenge_to_line(of, 1)], tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        row, column = area(app).cursor_location
        assert area(app).document[row][column:].startswith(MINE)


async def test_a_draft_without_a_file_is_kept_in_the_bout_and_says_so(tmp_path: Path) -> None:
    ring = ring_of([*opening(draft()), challenge_to_line(draft(), 1)], tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        assert IN_THE_BOUT_ONLY in shown(app)
        change(app, MINE, CHANGED)
        await pilot.press("f2")
        await wait_until(pilot, lambda: app.screen.has_class("-saved"))
    assert CHANGED in ring.session.bout.draft.source.text


async def changed_by_both(app: SparringApp, folder: Path) -> str:
    """Somebody else saves the file while the team edits it; returns theirs."""
    path = folder / "okrs-q1.md"
    theirs = path.read_text().replace("Maintain 99.9% uptime", "Maintain 99.95% uptime")
    path.write_text(theirs)
    change(app, MINE, CHANGED)
    return theirs


async def test_a_file_changed_by_somebody_else_is_not_saved_over_and_mine_can_stay_in_the_bout(folder: Path) -> None:
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        theirs = await changed_by_both(app, folder)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        assert "Somebody changed" in shown(app)
        await pilot.press("m")
        await wait_until(pilot, lambda: app.screen.has_class("-saved"))
    assert (folder / "okrs-q1.md").read_text() == theirs
    assert CHANGED in ring.session.bout.draft.source.text


async def test_theirs_can_be_taken_as_a_version_with_mine_still_in_the_box(folder: Path) -> None:
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        theirs = await changed_by_both(app, folder)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen) and "version 2" in app.screen.query_one(Sentence).said)
        assert CHANGED in area(app).text
        assert ring.session.bout.draft.source.text == theirs
        assert ring.session.bout.versions[-1].where == "outside"
        assert (folder / "okrs-q1.md").read_text() == theirs
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: app.screen.has_class("-saved"))
    assert CHANGED in (folder / "okrs-q1.md").read_text()
    assert [version.where for version in ring.session.bout.versions] == ["opened", "outside", "in-app"]


async def test_neither_choice_leaves_both_texts_as_they_are(folder: Path) -> None:
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        theirs = await changed_by_both(app, folder)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen) and app.screen.query_one(Sentence).said)
        assert CHANGED in area(app).text
    assert (folder / "okrs-q1.md").read_text() == theirs
    assert ring.session.bout.version == 1


async def test_a_text_without_any_okr_is_not_saved_and_stays(folder: Path) -> None:
    ring = await in_round_one(folder)
    before = (folder / "okrs-q1.md").read_text()
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        area(app).text = "nothing of it"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: app.screen.query_one(Sentence).said)
        assert area(app).text == "nothing of it"
    assert (folder / "okrs-q1.md").read_text() == before


@pytest.mark.parametrize(("key", "version"), [("s", 2), ("t", 1)])
async def test_leaving_with_changes_asks(folder: Path, key: str, version: int) -> None:
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        change(app, MINE, CHANGED)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen) or app.screen.has_class("-saved"))
    assert ring.session.bout.version == version
    assert (CHANGED in (folder / "okrs-q1.md").read_text()) is (version == 2)


async def test_text_left_unsaved_waits_until_the_editor_is_opened_again(folder: Path) -> None:
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        change(app, MINE, CHANGED)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        assert CHANGED in area(app).text
        assert ring.session.bout.version == 1


async def test_leaving_without_changes_asks_nothing_and_makes_no_version(folder: Path) -> None:
    ring = await in_round_one(folder)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        for key in ("escape", "ctrl+s"):
            await pilot.press("f5")
            await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
            await pilot.press(key)
            await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
    assert ring.session.bout.version == 1


async def test_an_edit_in_progress_outlives_a_killed_program_and_is_dropped_for_another_version(folder: Path) -> None:
    ring = await in_round_one(folder)
    first = app_of(ring)
    async with first.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(first.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(first.screen, EditScreen))
        change(first, MINE, CHANGED)
        await wait_until(pilot, lambda: any(CHANGED in path.read_text() for path in (folder / "transcripts").glob("*.scratch")))
    again = app_of(ring)
    async with again.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(again.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(again.screen, EditScreen) and again.screen.query_one(Sentence).said)
        assert CHANGED in area(again).text
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(again.screen, Chooser))
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(again.screen, BoutScreen))
        await ring.session.revise(Source("okrs-q1.md", DRAFT + "\n- KR9: Another line\n"), outside=True)
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(again.screen, EditScreen))
        await pilot.pause()
        assert CHANGED not in area(again).text
