"""The coach's screens, as a coach uses them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Static

from sparring.bout.glance import RoundGlance, round_glances
from sparring.bout.precis import precis
from sparring.lenses.catalogue import packaged_catalogue
from sparring.reviewing import Review
from sparring.tui.app import SparringApp
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.page import Sentence
from sparring.tui.review.bout_text import BoutText
from sparring.tui.review.filters import FACETS
from sparring.tui.review.names_box import NamesScreen
from sparring.tui.review.note_box import NoteScreen
from sparring.tui.review.opened import OpenedScreen
from sparring.tui.review.orders import ORDERS, ordered
from sparring.tui.review.patterns import PatternsScreen
from sparring.tui.review.plain_page import PlainPage
from sparring.tui.review.row_list import RowList
from sparring.tui.review.screen import ReviewScreen
from tests.transcripts import copied, many, scripted
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare = Callable[..., bool]
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SIZES = [(80, 24), (120, 40)]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory, 14, 8, 4, seed=3)


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TZ", "UTC")
    return copied(made, tmp_path / "transcripts")


@pytest.fixture
def pictured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TZ", "UTC")
    return scripted(tmp_path / "transcripts")


def review_of(folder: Path) -> Review:
    return Review([folder], coach="Ana", index_file=folder.parent / "index.sqlite", aside=folder.parent / "aside", now=lambda: NOW)


def app_of(folder: Path) -> SparringApp:
    return SparringApp(review=review_of(folder), clock=lambda: NOW)


def shown(pilot: "Pilot[int]", selector: str = "#status") -> str:
    return str(pilot.app.screen.query_one(selector, Static).content)


def rows(pilot: "Pilot[int]") -> list[str]:
    listed = pilot.app.screen.query_one("#rows", RowList)
    return ["".join(text for text, _ in listed._row(number, 150)) for number in range(listed.count)]


def chosen_by(pilot: "Pilot[int]") -> str:
    questions = pilot.app.screen.query("#chooser-question").results(Static)
    return str(next(questions).content)


def round_glances_of(screen: OpenedScreen) -> tuple[RoundGlance, ...]:
    bout = screen._opened.bout
    return round_glances(precis(bout, packaged_catalogue(bout.opened.language)))


def transcripts_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def moved(folder: Path, name: str) -> Path:
    return folder.rename(folder.parent / name)


async def listed(pilot: "Pilot[int]", bouts: int = 14) -> None:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and "…" not in shown(pilot) and len(rows(pilot)) == bouts)


async def opened(pilot: "Pilot[int]") -> None:
    await pilot.press("enter")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, OpenedScreen) and pilot.app.screen.query_one(BoutText).stop is not None)


async def test_bouts_are_listed_with_the_reason_to_open_them(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        assert "unanswered" in rows(pilot)[0] or "overdue" in rows(pilot)[0]
        assert "14 bouts" in shown(pilot)


async def test_a_note_is_written_on_the_part_under_the_cursor_and_comes_back_after_a_restart(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        await pilot.press("n", "n")
        stop = pilot.app.screen.query_one(BoutText).stop
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press(*"Who decides", "tab", *"dodged, retro", "f2")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, OpenedScreen) and pilot.app.screen._opened.notes.notes)
    review = review_of(folder)
    review.bring_up_to_date()
    (note,) = [note for each in review.bouts() for note in each.notes.notes]
    assert stop is not None
    assert (note.text, note.tags, note.entry, note.for_team) == ("Who decides", ("dodged", "retro"), stop.seq, True)
    review.close()


async def test_a_bout_that_is_through_goes_to_the_end_of_the_list(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        first = rows(pilot)[0]
        await opened(pilot)
        await pilot.press("v")
        await wait_until(pilot, lambda: "reviewed" in shown(pilot))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and "1 reviewed" in shown(pilot))
        assert rows(pilot)[-1].split()[1:6] == first.split()[:5]


async def test_a_coach_who_is_through_with_a_bout_goes_on_with_the_next(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        second = rows(pilot)[1]
        await opened(pilot)
        await pilot.press("v")
        await wait_until(pilot, lambda: "reviewed" in shown(pilot))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and "1 reviewed" in shown(pilot))
        assert rows(pilot)[pilot.app.screen.query_one("#rows", RowList).at] == second


async def test_one_key_goes_from_what_was_dodged_to_what_was_dodged_next(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OpenedScreen)
        dodged = screen._opened.dodged
        assert dodged
        assert dodged == {each.seq for each in round_glances_of(screen) if each.outcome in ("open", "skipped") or not each.brought}
        met: list[int] = []
        for _ in dodged:
            await pilot.press("o")
            stop = screen.query_one(BoutText).stop
            assert stop is not None
            met.append(stop.seq)
        assert met == sorted(dodged)
        await pilot.press("o")
        stop = screen.query_one(BoutText).stop
        assert stop is not None
        assert stop.seq == min(dodged)


async def test_escape_ends_the_filter_and_never_the_program(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("f", "t")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("r", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and " of 14 bouts" in shown(pilot))
        assert {row.split()[0] for row in rows(pilot)} == {"Route"}
        await pilot.press("escape")
        await listed(pilot)
        await pilot.press("escape", "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_an_open_question_among_the_patterns_leads_to_its_bout(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PatternsScreen))
        told = rows(pilot)
        assert any(row.strip().startswith("all together") for row in told)
        first = next(number for number, row in enumerate(told) if "Still open" in row) + 1
        patterns = pilot.app.screen
        assert isinstance(patterns, PatternsScreen)
        leads = patterns._rows[first]
        patterns.query_one("#rows", RowList).at = 0
        await pilot.press("enter")
        await wait_until(pilot, lambda: "several bouts" in str(pilot.app.screen.query_one("#sentence .words", Static).content))
        patterns.query_one("#rows", RowList).at = first
        await opened(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OpenedScreen)
        stop = screen.query_one(BoutText).stop
        assert stop is not None
        assert (screen._opened.path, stop.seq) == (leads.path, leads.seq)


async def test_an_opened_bout_is_written_as_a_page_without_private_notes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = folder.parent / "away"
    away.mkdir()
    monkeypatch.chdir(away)
    review = review_of(folder)
    review.bring_up_to_date()
    for each in review.bouts():
        review.note(review.open(each.kept.path), "only for Ana")
        review.note(review.open(each.kept.path), "who decides", for_team=True)
    review.close()
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        await pilot.press("x")
        await wait_until(pilot, lambda: ".html" in str(pilot.app.screen.query_one("#sentence .words", Static).content))
    (page,) = away.glob("*.html")
    assert page.stat().st_mode & 0o777 == 0o600
    assert "who decides" in page.read_text()
    assert "only for Ana" not in page.read_text()


async def test_a_line_that_was_found_opens_the_bout_there(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("slash", *"nobody looked")
        await wait_until(pilot, lambda: "line" in shown(pilot) and len(rows(pilot)) > 0)
        assert all("obody looked" in row for row in rows(pilot))
        await pilot.press("enter")
        await opened(pilot)
        text = pilot.app.screen.query_one(BoutText)
        stop = text.stop
        assert stop is not None
        assert "obody looked" in " ".join(line.plain for line in text._laid.lines[stop.first : stop.last + 1])


async def test_a_note_that_was_found_opens_the_bout_at_the_note(folder: Path) -> None:
    review = review_of(folder)
    review.bring_up_to_date()
    bout = review.open(review.bouts()[3].kept.path)
    review.note(bout, "hedgehogs decide", entry=bout.bout.rounds[1].seq)
    review.close()
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("slash", *"hedgehogs")
        await wait_until(pilot, lambda: len(rows(pilot)) == 1)
        await pilot.press("enter")
        await opened(pilot)
        stop = pilot.app.screen.query_one(BoutText).stop
        assert stop is not None
        assert stop.note is not None
        assert stop.note.text == "hedgehogs decide"


async def test_it_is_said_which_bout_a_question_for_the_next_one_opens(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OpenedScreen)
        team = screen._opened.bout.opened.team
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press(*"Who decides?", "f2")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("q")
        await wait_until(pilot, lambda: screen.query_one(Sentence).said == f"It opens the next bout of {team}.")


async def test_the_key_that_leaves_ends_a_search_first_and_says_so(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        keys = pilot.app.screen.query_one("#keys", Static)
        await wait_until(pilot, lambda: "q leave" in str(keys.content))
        await pilot.press("slash", *"nobody", "enter")
        await wait_until(pilot, lambda: "q end the search" in str(keys.content))
        await pilot.press("q")
        await listed(pilot)
        await wait_until(pilot, lambda: "q leave" in str(keys.content))
        await pilot.press("q")
    assert pilot.app.return_code == 0


async def test_the_list_is_filtered_and_the_filter_is_said(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("f", "t")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and " of 14 bouts" in shown(pilot))
        assert len({row.split()[0] for row in rows(pilot)}) == 1
        await pilot.press("F")
        await listed(pilot)


async def test_another_order_is_said_and_holds(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("s")
        await wait_until(pilot, lambda: "newest first" in shown(pilot))
        review = review_of(folder)
        newest = max(review.bouts(), key=lambda each: each.kept.opened)
        assert newest.glance is not None
        assert newest.glance.team in rows(pilot)[0]
        review.close()


async def test_files_that_hold_no_bout_come_last_and_the_newest_cycle_first(folder: Path) -> None:
    (folder / "foreign.jsonl").write_text("[]\n")
    review = review_of(folder)
    review.bring_up_to_date()
    bouts = review.bouts()
    review.close()
    for order, (name, _) in enumerate(ORDERS):
        told = ordered(bouts, order)
        assert len(told) == 15
        assert name in ("what to open first", "the newest first") or told[-1].glance is None
    cycles = list(dict.fromkeys(each.glance.cycle for each in ordered(bouts, 3) if each.glance))
    assert cycles == ["Q4 2026", "Q3 2026", "Q2 2026", "Q1 2026"]


@pytest.mark.parametrize("facet", [answer.letter for answer in FACETS])
async def test_every_filter_narrows_the_list_and_one_key_shows_all_again(folder: Path, facet: str) -> None:
    review = review_of(folder)
    review.bring_up_to_date()
    review.note(review.open(review.bouts()[0].kept.path), "who decides", tags=("retro",))
    review.close()
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("f", facet)
        asked = next(each.says for each in FACETS if each.letter == facet)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser) and asked in chosen_by(pilot))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and " of 14 bouts" in shown(pilot))
        assert len(rows(pilot)) <= 14
        await wait_until(pilot, lambda: "F all again" in str(pilot.app.screen.query_one("#keys", Static).content))
        await pilot.press("F")
        await listed(pilot)


async def test_where_no_bout_is_left_the_list_says_how_to_get_out(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        screen._take_filter("team", "Nobody")
        await wait_until(pilot, lambda: not rows(pilot) and "F shows all again" in screen.rows.instead)
        await pilot.press("enter", "z", "R", "X", "p", "escape", "slash", *"zzzz")
        await wait_until(pilot, lambda: "esc ends the search" in screen.rows.instead)
        await pilot.press("escape", "F")
        await listed(pilot)


async def test_patterns_are_counted_over_the_bouts_in_the_list_and_names_can_be_hidden(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PatternsScreen))
        assert "14 bouts" in shown(pilot)
        assert any("Claims" in row for row in rows(pilot))
        await pilot.press("h")
        await wait_until(pilot, lambda: any("Team A" in row for row in rows(pilot)))
        assert not any("Claims" in row for row in rows(pilot))


async def test_what_is_put_away_is_said_and_is_brought_back_with_the_same_key(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        first = rows(pilot)[0]
        await pilot.press("z")
        await wait_until(pilot, lambda: "Z shows" in str(pilot.app.screen.query_one("#sentence .words", Static).content))
        assert first not in rows(pilot)
        await pilot.press("Z")
        await wait_until(pilot, lambda: rows(pilot) == [first] and "1 bout put away" in shown(pilot))
        await pilot.press("z")
        await wait_until(pilot, lambda: not rows(pilot) and "Nothing is put away" in pilot.app.screen.query_one("#rows", RowList).instead)
        await pilot.press("Z")
        await listed(pilot)


async def test_escape_takes_what_was_said_away_before_it_leaves_the_bout(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        await pilot.press("home", "r")
        await wait_until(pilot, lambda: "Go to an answer" in str(pilot.app.screen.query_one("#sentence .words", Static).content))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, OpenedScreen)
        await pilot.press("escape")
        await listed(pilot)


async def test_a_bout_goes_by_the_coachs_names(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await pilot.press("R")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NamesScreen))
        await pilot.press("ctrl+u", *"Lockers", "f2")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen) and any("Lockers" in row for row in rows(pilot)))
    assert not any(b"Lockers" in path.read_bytes() for path in transcripts_in(folder))


async def test_the_cursor_follows_its_bout_when_the_list_is_sorted_or_counted_anew(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        await pilot.press("down", "down")
        path = screen._current()
        await pilot.press("R")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NamesScreen))
        await pilot.press("ctrl+u", *"Aardvark", "f2")
        await wait_until(pilot, lambda: pilot.app.screen is screen and any("Aardvark" in row for row in rows(pilot)))
        for _ in ORDERS:
            assert screen._current() == path
            assert "Aardvark" in rows(pilot)[screen.rows.at]
            await pilot.press("s")
        await pilot.press("slash", *"zzzz")
        await wait_until(pilot, lambda: "Nothing was found" in screen.rows.instead)
        await pilot.press("escape")
        await listed(pilot)
        assert screen._current() == path


async def test_after_a_bout_is_put_away_the_cursor_is_on_the_next(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        await pilot.press("down")
        following = screen._shown[2].kept.path
        await pilot.press("z")
        await listed(pilot, 13)
        assert screen._current() == following


async def test_enter_stays_in_the_search_box_while_nothing_is_found(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        await pilot.press("slash", *"zzzz")
        await wait_until(pilot, lambda: "Nothing was found" in screen.rows.instead)
        await pilot.press("enter", "s", "z", "down", "s")
        assert screen.query_one(Input).value == "zzzzszs"
        await pilot.press("ctrl+u", *"nobody")
        await wait_until(pilot, lambda: "line" in shown(pilot) and len(rows(pilot)) > 0)
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.focused is screen.rows)


async def test_what_is_put_away_shows_its_keys_and_is_left_with_escape(folder: Path) -> None:
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("z")
        await listed(pilot, 13)
        await pilot.press("Z")
        keys = pilot.app.screen.query_one("#keys", Static)
        await wait_until(pilot, lambda: "z bring back" in str(keys.content) and "Z your list" in str(keys.content))
        await pilot.press("escape")
        await listed(pilot, 13)
        await wait_until(pilot, lambda: "Z your list" not in str(keys.content))


async def test_what_was_said_goes_with_the_next_step_and_stands_under_no_dialog(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        screen = pilot.app.screen
        sentence = screen.query_one(Sentence)
        await pilot.press("home", "r")
        await wait_until(pilot, lambda: "Go to an answer" in sentence.said)
        await pilot.press("down")
        await wait_until(pilot, lambda: not sentence.said)
        await pilot.press("home", "r")
        await wait_until(pilot, lambda: "Go to an answer" in sentence.said)
        await pilot.press("W")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen) and not sentence.said)


async def test_a_note_on_the_whole_bout_leaves_the_cursor_on_its_part(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OpenedScreen)
        text = screen.query_one(BoutText)
        await pilot.press("n", "n", "down", "down")
        before = text.stop
        await pilot.press("W")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press(*"Who decides", "f2")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(screen._opened.notes.notes))
        after = text.stop
        assert before is not None
        assert after is not None
        assert (after.seq, after.kind) == (before.seq, before.kind)
        assert after.first > before.first


async def test_the_reasons_above_a_bout_follow_a_corrected_reading(folder: Path) -> None:
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        await opened(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, OpenedScreen)
        assert screen._listed is not None
        assert screen._listed.glance is not None
        unanswered = screen._listed.glance.unanswered
        assert f"{unanswered} unanswered" in shown(pilot, "#why")
        await pilot.press("o")
        text = screen.query_one(BoutText)
        place = next(place for place, stop in enumerate(text._laid.stops) if place > text.at and stop.kind == "answer")
        text.at = place
        await pilot.press("r")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("f")
        await wait_until(pilot, lambda: pilot.app.screen is screen and f"{unanswered - 1} unanswered" in shown(pilot, "#why"))


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_reason_stands_in_the_row_and_at_the_foot_of_a_window_of_any_size(folder: Path, size: tuple[int, int]) -> None:
    async with app_of(folder).run_test(size=size) as pilot:
        await listed(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        reason = screen._shown[0].reasons[0].said
        foot = screen.query_one("#why", Static)
        await wait_until(pilot, lambda: reason in " ".join(str(foot.content).split()) and foot.region.height > 1)
        assert foot.region.bottom <= size[1] - 1
        room = screen.rows.scrollable_content_region.width - 1
        row = "".join(text for text, _ in screen.rows._row(0, room))
        assert reason.split()[0] in row[20:]


async def test_a_copy_is_deleted_after_a_yes_and_a_teams_own_record_never(folder: Path) -> None:
    copies = moved(folder, "coach")
    async with app_of(copies).run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        for key in ("n", "escape", "enter"):
            await pilot.press("X")
            await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
            assert re.search(r"copy of [A-Z].*, 20\d\d-\d\d-\d\d, and", chosen_by(pilot))
            await pilot.press(key)
            await wait_until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        assert len(transcripts_in(copies)) == 14
        await pilot.press("X")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("y")
        await listed(pilot, 13)
        await wait_until(pilot, lambda: pilot.app.screen.query_one(Sentence).said == "The copy is deleted.")
    assert len(transcripts_in(copies)) == 13
    folder = moved(copies, "transcripts")
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot, 13)
        await pilot.press("X")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("y")
        await wait_until(pilot, lambda: "only one" in str(pilot.app.screen.query_one("#sentence .words", Static).content))
    assert len(transcripts_in(folder)) == 13


@pytest.mark.parametrize(
    ("typed", "chosen"), [("c", "Checkout"), ("cl", "Claims"), ("cc", "Claims"), ("r", "Route planning"), ("rx", "Route planning")]
)
async def test_a_name_is_chosen_by_its_first_letters(folder: Path, typed: str, chosen: str) -> None:
    answers = [Answer("", name, name) for name in ("Checkout", "Claims", "Route planning", "Čapek")]
    taken: list[str | None] = []
    async with app_of(folder).run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        pilot.app.push_screen(Chooser("Whose?", answers), taken.append)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press(*typed, "enter")
        await wait_until(pilot, lambda: bool(taken))
    assert taken == [chosen]


async def test_the_draft_beside_a_challenge_is_the_one_of_that_moment(folder: Path) -> None:
    review = review_of(folder)
    review.bring_up_to_date()
    edited = next(each for each in (review.open(one.kept.path) for one in review.bouts()) if len(each.bout.versions) > 1)
    app = SparringApp(review=review, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await listed(pilot)
        screen = OpenedScreen(review, edited)
        await pilot.app.push_screen(screen)
        await wait_until(pilot, lambda: screen.query_one(BoutText).stop is not None)
        await pilot.press("end")
        await wait_until(pilot, lambda: screen._as_of(screen._shown_as_of).version == edited.bout.version)
        await pilot.press("home", "n")
        await wait_until(pilot, lambda: screen._as_of(screen._shown_as_of).version == 1)
        await pilot.press("d")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PlainPage))


async def test_bad_files_stand_in_the_list_and_say_why_when_opened(folder: Path) -> None:
    (folder / "foreign.jsonl").write_text("[]\n")
    async with app_of(folder).run_test(size=(120, 40)) as pilot:
        await listed(pilot, 15)
        place = next(number for number, row in enumerate(rows(pilot)) if "foreign" in row)
        pilot.app.screen.query_one("#rows", RowList).at = place
        await pilot.press("enter")
        await wait_until(pilot, lambda: "not a transcript" in str(pilot.app.screen.query_one("#sentence .words", Static).content))


async def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    async with app_of(tmp_path / "none").run_test(size=(80, 24)) as pilot:
        await wait_until(
            pilot,
            lambda: (
                isinstance(pilot.app.screen, ReviewScreen) and "No bouts here yet" in pilot.app.screen.query_one("#rows", RowList).instead
            ),
        )
        await pilot.press("enter", "p", "z", "q")


async def four_listed(pilot: "Pilot[int]") -> None:
    await listed(pilot, 4)


@sizes
def test_the_list(pictured: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app_of(pictured), terminal_size=size, run_before=four_listed)


@sizes
def test_an_opened_bout(pictured: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await four_listed(pilot)
        await opened(pilot)
        await pilot.press("n", "n")
        await pilot.pause()

    assert snap_compare(app_of(pictured), terminal_size=size, run_before=before)


@sizes
def test_patterns(pictured: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await four_listed(pilot)
        await pilot.press("p")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, PatternsScreen))
        await pilot.pause()

    assert snap_compare(app_of(pictured), terminal_size=size, run_before=before)
