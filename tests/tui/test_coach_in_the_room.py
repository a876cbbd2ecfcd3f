"""A coach beside the team: what it asks is the coach's in the transcript, what it notes is in no transcript."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Static

from sparring.archive.notes import CoachFiles, notes_for_team
from sparring.record.events import BoutEnded, CallFailed, ChallengeRaised, CloseBegun, Event, OwnQuestion
from sparring.tui.bout.chooser import Chooser
from sparring.tui.bout.coach import CoachNameScreen
from sparring.tui.bout.conversation import BlockView
from sparring.tui.bout.key_line import KeyLine
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.debrief import DebriefScreen, sections_of
from sparring.tui.facts import FactsScreen
from sparring.tui.page import Sentence
from sparring.tui.review.note_box import NoteScreen, NoteText
from tests.tui.rings import answered, app_of, draft, journal_of, opening, ring_of, second_round
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from sparring.archive.journal import Journal
    from sparring.opening import Ring


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Ring":
    """Round two, its transcript in a folder in which notes can be written."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    return in_folder(ring_of(second_round(draft()), tmp_path), tmp_path / "transcripts")


def in_folder(made: "Ring", folder: Path) -> "Ring":
    folder.mkdir()
    journal = journal_of(made)
    journal.path = folder / journal.path.name
    journal.path.touch(0o600)
    return replace(made, journal=cast("Journal", journal))


def bout_screen(pilot: "Pilot[int]") -> BoutScreen | None:
    return pilot.app.screen if isinstance(pilot.app.screen, BoutScreen) else None


def screen_of(pilot: "Pilot[int]") -> BoutScreen:
    screen = bout_screen(pilot)
    assert screen is not None
    return screen


async def begun(pilot: "Pilot[int]") -> None:
    """Wait until letters are keys."""
    await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
    await pilot.press("escape")


async def as_coach(pilot: "Pilot[int]", letter: str, name: str = "Ana") -> None:
    """Choose what the coach wants, and say who the coach is where it is asked."""
    await pilot.press("C")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
    await pilot.press(letter)
    await wait_until(pilot, lambda: not isinstance(pilot.app.screen, Chooser))
    if isinstance(pilot.app.screen, CoachNameScreen):
        await pilot.press("home", "shift+end", *name, "enter")
        await wait_until(pilot, lambda: not isinstance(pilot.app.screen, CoachNameScreen))


async def noted(pilot: "Pilot[int]", words: str, whom: str, tags: str = "") -> None:
    """Write a note, as far as the question whom it is for, and answer that."""
    await as_coach(pilot, "n")
    await pilot.press(*words, "tab", *tags, "f2")
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
    await pilot.press(whom)


def said(pilot: "Pilot[int]") -> str:
    return "\n".join(note.says for note in screen_of(pilot).conversation.notes)


async def test_a_coachs_question_is_recorded_as_the_coachs_and_the_name_is_asked_once(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await as_coach(pilot, "q")
        await pilot.press(*"who decides", "enter")
        await wait_until(pilot, lambda: isinstance(journal_of(ring).entries[-1].event, OwnQuestion))
        assert journal_of(ring).entries[-1].event == OwnQuestion(text="who decides", by="Ana", role="coach")
        await pilot.press("escape", "C")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("q")
        await wait_until(pilot, lambda: bool(bout_screen(pilot)))
        assert screen_of(pilot).box.purpose == "coachs-question"


async def test_initials_before_a_coachs_words_say_which_of_several_coaches_speaks(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await as_coach(pilot, "q")
        await pilot.press(*"BK: who decides", "enter")
        await wait_until(pilot, lambda: isinstance(journal_of(ring).entries[-1].event, OwnQuestion))
        assert journal_of(ring).entries[-1].event == OwnQuestion(text="who decides", by="BK", role="coach")


async def test_an_answer_that_was_begun_never_becomes_a_coachs_question(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"we look at", "escape")
        await as_coach(pilot, "q")
        assert screen_of(pilot).box.text == ""
        await pilot.press(*"who decides", "enter")
        await wait_until(pilot, lambda: isinstance(journal_of(ring).entries[-1].event, OwnQuestion))
        assert journal_of(ring).entries[-1].event == OwnQuestion(text="who decides", by="Ana", role="coach")
        assert screen_of(pilot).box.text == "we look at"


async def test_leaving_a_coachs_question_gives_the_begun_answer_back(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"we look at", "escape")
        await as_coach(pilot, "q")
        await pilot.press("escape")
        await wait_until(pilot, lambda: screen_of(pilot).box.purpose == "answer")
        assert screen_of(pilot).box.text == "we look at"


async def test_another_angle_asked_for_by_a_coach_says_so_on_the_screen_and_in_the_debrief(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await begun(pilot)
        await as_coach(pilot, "a")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
        raised = journal_of(ring).entries[-1].event
        assert isinstance(raised, ChallengeRaised)
        assert (raised.asked_by_coach, raised.angle_on) == ("Ana", 2)
        says = "Ana, your coach, asked for another angle."
        await wait_until(pilot, lambda: says in [view.block.part.text for view in screen_of(pilot).query(BlockView)])
    copied = [each.copied for section in sections_of(ring.session.bout) for each in section.paragraphs]
    assert "Ana, your coach, on round 3: asked for another angle" in copied


async def test_an_angle_that_the_team_asks_for_is_nobody_elses(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await pilot.press("a")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
        raised = journal_of(ring).entries[-1].event
        assert isinstance(raised, ChallengeRaised)
        assert raised.asked_by_coach == ""


async def test_a_private_note_stands_in_the_coachs_file_and_nowhere_else(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        entries = len(journal_of(ring).entries)
        await noted(pilot, "nobody listens to KR", "m", tags="room, dodged")
        await wait_until(pilot, lambda: bout_screen(pilot) and screen_of(pilot).conversation.notes)
        assert "for Ana alone" in said(pilot)
        assert "nobody listens" not in said(pilot)
        assert len(journal_of(ring).entries) == entries
        assert screen_of(pilot).ring.notes.notes == ()
        assert "nobody listens" not in screen_of(pilot).box.text
    (kept,) = CoachFiles("Ana").read(ring.journal.path).notes.notes
    assert (kept.text, kept.tags, kept.for_team, kept.by) == ("nobody listens to KR", ("room", "dodged"), False, "Ana")
    assert kept.entry == ring.session.bout.rounds[-1].seq
    assert notes_for_team(ring.journal.path).notes == ()
    assert not any(
        "What your coach wrote" in section.title for section in sections_of(ring.session.bout, notes_for_team(ring.journal.path))
    )


async def test_a_note_for_the_team_is_on_its_screen_and_in_its_debrief(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await noted(pilot, "ask Support", "t")
        await wait_until(pilot, lambda: bout_screen(pilot) and "ask Support" in said(pilot))
        assert "Ana, your coach, on round 2" in said(pilot)
        first = sections_of(ring.session.bout, screen_of(pilot).ring.notes)[0]
        assert first.paragraphs[0].copied == "Ana, your coach, on round 2: ask Support"


async def test_a_note_belongs_to_the_last_thing_that_was_said(tmp_path: Path) -> None:
    past = second_round(draft())
    made = in_folder(ring_of([*past, *answered(len(past) + 1)], tmp_path), tmp_path / "transcripts")
    async with app_of(made).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: bool(bout_screen(pilot)))
        screen_of(pilot).conversation.focus()
        await noted(pilot, "well said", "t")
        await wait_until(pilot, lambda: notes_for_team(made.journal.path).notes)
    (note,) = notes_for_team(made.journal.path).notes
    assert note.entry == len(past) + 1


async def test_a_question_for_the_next_bout_can_be_left_from_the_room(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await noted(pilot, "who says no", "q")
        await wait_until(pilot, lambda: notes_for_team(ring.journal.path).notes)
    assert notes_for_team(ring.journal.path).notes[0].opens_next


async def test_an_empty_note_keeps_nothing_and_says_what_to_do(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await as_coach(pilot, "n")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press("f2")
        await wait_until(pilot, lambda: "press esc" in pilot.app.screen.query_one(Sentence).said)
        await pilot.press("escape")
        await wait_until(pilot, lambda: bool(bout_screen(pilot)))
    assert [path.name for path in ring.journal.path.parent.iterdir()] == [ring.journal.path.name]


async def test_nobody_is_a_coach_without_a_name_and_escape_goes_back(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await pilot.press("C", "a")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CoachNameScreen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Type the coach's name" in pilot.app.screen.query_one(Sentence).said)
        await pilot.press("escape")
        await wait_until(pilot, lambda: bool(bout_screen(pilot)))
        assert len(ring.session.bout.rounds) == 2


async def test_where_the_folder_cannot_be_written_the_note_goes_to_the_own_folder_and_it_says_so(ring: "Ring", tmp_path: Path) -> None:
    elsewhere = ring.journal.path.parent
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        ring.journal.path.unlink()
        elsewhere.rmdir()
        await noted(pilot, "ask Support", "t")
        await wait_until(pilot, lambda: bout_screen(pilot) and screen_of(pilot).conversation.notes)
        assert "cannot be written" in said(pilot)
        assert "The team does not see them there" in said(pilot)
    assert [note.text for note in CoachFiles("Ana").read(ring.journal.path).notes.notes] == ["ask Support"]


async def test_a_note_that_can_be_kept_nowhere_stays_on_the_screen(ring: "Ring", tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where a folder should be")
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        ring.journal.path.unlink()
        ring.journal.path.parent.rmdir()
        await noted(pilot, "ask Support", "m")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen) and pilot.app.screen.query_one(Sentence).said)
        assert "on this screen alone" in pilot.app.screen.query_one(Sentence).said
        assert pilot.app.screen.query_one(NoteText).text == "ask Support"


async def test_the_coachs_key_is_shown_once_a_coach_is_in_the_room(ring: "Ring") -> None:
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await as_coach(pilot, "q")
        await pilot.press(*"who decides", "enter")
        await wait_until(pilot, lambda: isinstance(journal_of(ring).entries[-1].event, OwnQuestion))
        await pilot.press("escape")
        await wait_until(pilot, lambda: "C coach" in str(screen_of(pilot).query_one(KeyLine).render()))


async def test_what_is_asked_before_round_one_stands_there_at_once(tmp_path: Path) -> None:
    asked = OwnQuestion(text="Who decides?", by="Ana", role="coach")
    made = ring_of([*opening(draft()), asked], tmp_path)
    async with app_of(made).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
        await wait_until(pilot, lambda: "Who decides?" in "".join(str(each.render()) for each in pilot.app.screen.query(Static)))
        await pilot.press("escape")
        await wait_until(pilot, lambda: bool(bout_screen(pilot)))
        await wait_until(pilot, lambda: "Who decides?" in [view.block.part.text for view in screen_of(pilot).query(BlockView)])


async def test_tried_again_an_angle_is_still_the_coachs(ring: "Ring") -> None:
    journal_of(ring).append(CallFailed(error="It is away.", during="angle", asked_by_coach="Ana"), ring.session.bout.last_at)
    made = ring_of([entry.event for entry in journal_of(ring).entries if entry.event], ring.scratch.path.parent)
    async with app_of(made).run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await pilot.press("t")
        await wait_until(pilot, lambda: len(made.session.bout.rounds) == 3)
        assert made.session.bout.rounds[-1].raised.asked_by_coach == "Ana"


async def test_a_coach_notes_on_the_debrief_as_well_and_is_told_there_where_the_note_is(tmp_path: Path) -> None:
    past: list[Event] = [*second_round(draft()), CloseBegun(why="you stopped"), BoutEnded()]
    made = in_folder(ring_of(past, tmp_path), tmp_path / "transcripts")
    async with app_of(made).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        await pilot.press("C")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CoachNameScreen))
        await pilot.press(*"Ana", "enter")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press(*"well fought", "f2")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Chooser))
        await pilot.press("t")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen))
        await wait_until(pilot, lambda: "The team sees it" in pilot.app.screen.query_one(Sentence).said)
    (note,) = notes_for_team(made.journal.path).notes
    assert (note.text, note.entry, note.by) == ("well fought", None, "Ana")
