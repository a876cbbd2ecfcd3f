"""An office file as a draft on the screen: chosen like any other, edited in the bout, and never written."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList, Static

from sparring.archive.places import find_workspace
from sparring.documents.reading import read_document
from sparring.opening import open_new
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.edit import EditScreen
from sparring.tui.paste import DraftArea, PasteScreen
from sparring.tui.picker import DraftPicker, StrategyPicker
from sparring.tui.welcome import WelcomeScreen
from sparring.wishes import Wishes
from tests.documents.files import workbook
from tests.tui.pages import app_in, team_folder
from tests.tui.rings import app_of
from tests.tui.waiting import wait_until

ROWS: list[list[Any]] = [
    ["Objective", "Key Result", "Target"],
    ["New teams recommend us", "Import success", 80],
    [None, "NPS among new teams", 40],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = team_folder(tmp_path, monkeypatch)
    (folder / "okrs-q1.md").unlink()
    workbook(folder / "okrs.xlsx", {"Growth": ROWS})
    (folder / "~$okrs.xlsx").write_bytes(b"somebody has it open")
    return folder


async def test_a_workbook_is_offered_and_opened_like_any_draft(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("o")
        await wait_until(pilot, lambda: isinstance(app.screen, DraftPicker) and app.screen.query_one("#offers", OptionList).option_count)
        listed = app.screen.query_one("#offers", OptionList)
        offered = [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]
        assert offered[0] == "okrs.xlsx"
        assert not any("~$" in each for each in offered)
        await pilot.press("down", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
        assert "1 objective, 2 key results" in "\n".join(str(each.render()) for each in app.screen.query(Static))


async def test_an_edit_stays_in_the_bout_and_the_workbook_as_it_is(folder: Path) -> None:
    path = folder / "okrs.xlsx"
    before = path.read_bytes()
    ring = await open_new(read_document(path), find_workspace(folder), Wishes(seed=1))
    await ring.session.give_situation(None)
    await ring.session.go_on()
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("f5")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        assert "okrs.xlsx itself stays as it is" in "\n".join(str(each.render()) for each in app.screen.query(Static))
        box = app.screen.query_one("#source", DraftArea)
        box.text = box.text.replace("NPS among new teams", "Trust among new teams")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: app.screen.has_class("-saved"))
    assert path.read_bytes() == before
    assert ring.session.bout.version == 2
    assert [item.text for item in ring.session.bout.draft.key_results()] == ["Import success", "Trust among new teams"]


async def test_markup_copied_from_a_page_is_pasted_as_the_page_shows_it(folder: Path) -> None:
    app = app_in(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(app.screen, PasteScreen))
        app.screen.query_one(DraftArea).text = "<ul><li>O1: New teams recommend us<ul><li>KR1: NPS from 23 to 40</ul></ul>"
        await wait_until(pilot, lambda: "1 objective, 1 key result" in str(app.screen.query_one("#read", Static).render()))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, StrategyPicker))
