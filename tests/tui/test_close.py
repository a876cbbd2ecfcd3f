"""The close and the debrief."""

from datetime import date
from pathlib import Path

from textual.widgets import Static

from sparring.record.events import CloseBegun, OpenAssigned
from sparring.record.notes import Note, Notes
from sparring.report.debrief import Counts
from sparring.tui.app import SparringApp
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.close import CloseArea, CloseScreen
from sparring.tui.debrief import DebriefScreen, in_words, sections_of
from sparring.tui.owner_line import NO_DAY
from sparring.tui.page import Sentence
from tests.bouts import START
from tests.tui.pages import at_close, at_facts, burst, letters
from tests.tui.rings import app_of, draft, ring_of
from tests.tui.waiting import wait_until


def read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def shown(app: SparringApp) -> str:
    return "\n".join(str(each.render()) for each in app.screen.query(Static))


async def test_the_first_answer_stands_there_verbatim_with_what_is_open_and_what_is_kept(tmp_path: Path) -> None:
    app = app_of(ring_of(at_close(draft()), tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        words = shown(app)
        assert "mostly the wizard, and the billing move" in words
        assert "What would you see in week three" in words
        assert "the wizard is promised to two customers" in words


async def test_everything_typed_in_one_burst_ends_up_in_its_field_and_in_the_transcript(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        row = [*letters("Anna"), "enter", *letters("friday"), "enter", *letters("Ben"), "tab", *letters("1.12."), "enter"]
        await burst(pilot, *letters("all of it"), "enter", *row, *letters("nobody imports"))
        await wait_until(pilot, lambda: [area.text for area in app.screen.query(CloseArea)] == ["all of it", "nobody imports"])
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, DebriefScreen))
    bout = ring.session.bout
    assert bout.still_stands is not None
    assert bout.still_stands.text == "all of it"
    assert [(each.round, each.owner, each.due) for each in bout.assigned] == [
        (None, "Anna", date(2026, 11, 27)),
        (2, "Ben", date(2026, 12, 1)),
    ]
    assert bout.proofs[1].text == "nobody imports"
    assert bout.stage == "ended"


async def test_what_is_written_is_kept_when_its_field_is_left(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await pilot.press(*letters("AN: half of it"), "enter")
        await wait_until(pilot, lambda: ring.session.bout.still_stands)
        stands = ring.session.bout.still_stands
        assert stands is not None
        assert stands.given is not None
        assert (stands.given.text, stands.given.by) == ("half of it", "AN")
        await pilot.press(*letters("Anna"), "enter", "enter")
        await wait_until(pilot, lambda: ring.session.bout.assigned)
        assert ring.session.bout.assigned == (OpenAssigned(round=None, owner="Anna", due=None),)
        assert ring.session.bout.stage == "close"


async def test_one_key_skips_all_of_it(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, DebriefScreen))
    assert ring.session.bout.assigned == ()
    assert ring.session.bout.still_stands is None


async def test_a_day_that_cannot_be_read_is_said_beside_its_field_and_holds_nothing_up(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await burst(pilot, "enter", *letters("Anna"), "enter", *letters("soonish"), "enter")
        await wait_until(pilot, lambda: "cannot read this as a day" in shown(app))
        await pilot.press("f2")
        await wait_until(pilot, lambda: app.screen.query_one(Sentence).said == NO_DAY)
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, DebriefScreen))
    assert ring.session.bout.assigned == (OpenAssigned(round=None, owner="Anna", due=None),)


async def test_more_rounds_go_on_with_the_next_challenge(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await pilot.press("escape", "m")
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
    assert ring.session.bout.stage == "rounds"
    assert len(ring.session.bout.rounds) == 4


async def test_escape_leaves_the_close_for_later(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await pilot.press(*letters("half"), "escape", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await wait_until(pilot, lambda: ring.session.bout.still_stands)
        await pilot.press("n")
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        assert app.screen.query(CloseArea).first().text == "half"


async def test_a_close_with_nothing_to_go_over_goes_on_with_one_key(tmp_path: Path) -> None:
    past = [*at_facts(draft())[:-1]]
    ring = ring_of([*past, CloseBegun(why="you stopped")], tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        assert "Nothing is left to go over." in shown(app)
        await pilot.press("d")
        await wait_until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        assert "No challenge was raised." in shown(app)


async def test_the_debrief_tells_the_outcome_and_leaving_it_leaves(tmp_path: Path) -> None:
    copied: list[str] = []
    app = app_of(ring_of(at_close(draft()), tmp_path), copied)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, CloseScreen))
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        words = shown(app)
        assert "mostly the wizard, and the billing move" in words
        assert "sparring export 2026-11-21-kofu" in words
        assert "Only you (anna)" in words
        await pilot.press("y")
        await wait_until(pilot, lambda: copied)
        await pilot.press("q")
    assert app.return_code == 0
    assert "Increase activation rate by 20% → Increase activation rate from 31% to 38%" in copied[0]
    assert "taken out: Reach NPS of 45" in copied[0]
    assert "nobody has it yet" in copied[0]


def test_the_debrief_begins_with_what_a_coach_wrote_for_the_team(tmp_path: Path) -> None:
    bout = ring_of(at_close(draft()), tmp_path).session.bout
    note = Note("n", "Ana", START, None, "Well argued.", (), for_team=True, opens_next=False)
    first = sections_of(bout, Notes((note,)))[0]
    assert (first.title, first.paragraphs[0].copied) == ("What your coach wrote", "Ana, your coach: Well argued.")
    assert first.title not in {each.title for each in sections_of(bout)}


def test_the_counts_are_words_and_no_score() -> None:
    assert (
        in_words(Counts(settled=2, standing=0, kept=1, to_change=0, open=1, skipped=0))
        == "Of four challenges: two settled by your answer, one kept, one open."
    )
    assert in_words(Counts(settled=0, standing=0, kept=1, to_change=0, open=0, skipped=0)) == "One challenge: kept."
    assert in_words(Counts(0, 0, 0, 0, 0, 0)) == "No challenge was raised."


async def test_changes_are_shown_struck_through_and_underlined_as_well_as_coloured(tmp_path: Path) -> None:
    ring = ring_of(at_close(draft()), tmp_path)
    changed = next(section for section in sections_of(ring.session.bout) if section.title == "What you changed")
    styles = " ".join(str(span.style) for paragraph in changed.paragraphs for span in paragraph.shown.spans)
    assert "strike" in styles
    assert "underline" in styles


async def test_what_stands_in_a_field_when_the_program_is_killed_is_there_again(tmp_path: Path) -> None:
    of = draft()
    first = app_of(ring_of(at_close(of), tmp_path))
    async with first.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(first.screen, CloseScreen))
        await pilot.press(*letters("half of"))
        await wait_until(pilot, lambda: "half of" in read(tmp_path / "bout.page.scratch"))
    again = app_of(ring_of(at_close(of), tmp_path))
    async with again.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(again.screen, CloseScreen))
        await wait_until(pilot, lambda: again.screen.query(CloseArea).first().text == "half of")
        await pilot.press("f2")
        await wait_until(pilot, lambda: isinstance(again.screen, DebriefScreen))
    assert not (tmp_path / "bout.page.scratch").exists()
