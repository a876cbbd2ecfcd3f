"""The answer box: nothing typed or pasted is lost, nothing is sent by accident."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events

from sparring.archive.errors import CannotWrite
from sparring.bout.speaker import speaker_of
from sparring.record.events import AnswerGiven, OwnQuestion, StanceTaken
from sparring.record.notes import Note as CoachsNote
from sparring.record.notes import Notes
from sparring.tui.bout.conversation import Note
from sparring.tui.bout.screen import BoutScreen
from tests.bouts import START
from tests.tui.rings import app_of, draft, journal_of, ring_of, second_round
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot


def screen_of(pilot: "Pilot[int]") -> BoutScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BoutScreen)
    return screen


def burst(pilot: "Pilot[int]", *keys: str) -> None:
    """Let keys arrive as one piece of input: all of them wait before the first is handled."""
    for key in keys:
        names = {"\n": "enter"}
        pilot.app.post_message(events.Key(names.get(key, key), key if len(key) == 1 and key != "\n" else None))


async def test_the_box_has_the_focus_when_a_challenge_waits_and_enter_sends(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"kept", "enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
        assert ring.session.bout.rounds[-1].answers[-1].text == "kept"
        assert screen_of(pilot).box.text == ""


async def test_twelve_messages_in_one_burst_arrive_whole_and_in_order(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        said = [f"message number {number} of a burst" for number in range(12)]
        burst(pilot, *"".join(f"{each}\n" for each in said))
        await wait_until(pilot, lambda: len(ring.session.bout.rounds[-1].answers) == len(said))
        assert [each.text for each in ring.session.bout.rounds[-1].answers] == said


async def test_editing_keys_in_a_burst_act_where_they_were_typed(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        burst(pilot, *"abx", "backspace", *"c", "ctrl+j", *"d", "\n")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
        assert ring.session.bout.rounds[-1].answers[-1].text == "abc\nd"


async def test_pasting_many_lines_puts_all_of_them_in_the_box_and_sends_nothing(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    before = len(journal_of(ring).entries)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        lines = [f"line {number}" for number in range(200)]
        pilot.app.post_message(events.Paste("\r\n".join(lines)))
        await wait_until(pilot, lambda: not screen_of(pilot).box.is_empty)
        assert screen_of(pilot).box.text.splitlines() == lines
        assert len(journal_of(ring).entries) == before


async def test_a_paste_with_terminal_escapes_is_made_harmless(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        pilot.app.post_message(events.Paste("a\x1b[31mred\u202e[/] done"))
        await wait_until(pilot, lambda: not screen_of(pilot).box.is_empty)
        assert "\x1b" not in screen_of(pilot).box.text
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
        assert "[/] done" in ring.session.bout.rounds[-1].answers[-1].text


@pytest.mark.parametrize("key", ["ctrl+j", "alt+enter", "shift+enter"])
async def test_a_new_line_can_be_begun_in_three_ways(tmp_path: Path, key: str) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("a", key, "b")
        assert screen_of(pilot).box.text == "a\nb"


async def test_the_keys_of_the_box_can_be_bound_otherwise(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring, keys={"answer.send": "ctrl+g", "answer.new-line": "enter", "round.own-question": "q"}).run_test() as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("a", "enter", "b", "ctrl+g")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
        assert ring.session.bout.rounds[-1].answers[-1].text == "a\nb"


@pytest.mark.parametrize("key", ["escape", "tab"])
async def test_leaving_the_box_gives_the_keys_back_and_keeps_the_text(tmp_path: Path, key: str) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("h", "m", key, "c")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].stance == "will-change")
        assert screen_of(pilot).box.text == "hm"


async def test_keep_takes_what_is_typed_for_its_reason(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"BO: we", "escape", "k", *" owe it", "enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].decision)
        taken = journal_of(ring).entries[-1].event
        assert taken == StanceTaken(stance="keep", reason="we owe it", by="BO")


async def test_keep_without_a_reason_is_allowed(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("f6", "enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].decision)
        assert ring.session.bout.rounds[-1].stance == "keep"


async def test_a_question_of_ones_own_is_recorded_as_such_and_the_box_serves_answers_again(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("ctrl+g", *"who decides?", "enter")
        await wait_until(pilot, lambda: isinstance(journal_of(ring).entries[-1].event, OwnQuestion))
        await pilot.press(*"Anna", "enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
        assert any(isinstance(entry.event, AnswerGiven) and entry.event.text == "Anna" for entry in journal_of(ring).entries)


async def test_an_empty_box_sends_nothing(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    before = len(journal_of(ring).entries)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
        assert len(journal_of(ring).entries) == before


async def test_when_an_answer_cannot_be_kept_it_comes_back_and_the_conversation_says_what_to_do(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    journal_of(ring).failure = CannotWrite("The disk is full. Free some space, then send again.")
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"precious", "enter")
        await wait_until(pilot, lambda: screen_of(pilot).query(".note"))
        assert screen_of(pilot).box.text == "precious"
        assert "Free some space" in screen_of(pilot).query_one(Note).says
        journal_of(ring).failure = None
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
        await wait_until(pilot, lambda: not screen_of(pilot).query(".note"))


async def test_what_was_typed_and_not_sent_comes_back(tmp_path: Path) -> None:
    past = second_round(draft())
    first = app_of(ring_of(past, tmp_path))
    async with first.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"half a thou", "ctrl+q")
    async with app_of(ring_of(past, tmp_path)).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.text == "half a thou")


@pytest.mark.parametrize(
    ("typed", "by", "said"),
    [
        ("AN: we look at it", "AN", "we look at it"),
        ("ÄÖ: gut", "ÄÖ", "gut"),
        ("we: no", "", "we: no"),
        ("ANNA: hm", "", "ANNA: hm"),
        ("AN:", "", "AN:"),
        ("A1: x", "", "A1: x"),
    ],
)
def test_two_or_three_capitals_and_a_colon_say_who_speaks(typed: str, by: str, said: str) -> None:
    assert speaker_of(typed) == (by, said)


async def test_coaches_notes_are_said_when_the_bout_is_opened(tmp_path: Path) -> None:
    note = CoachsNote("n", "Ana", START, 12, "Who could \x1b[2J stop it?", (), for_team=True, opens_next=False)
    ring = ring_of(second_round(draft()), tmp_path, notes=Notes((note,)))
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).conversation.notes)
        (said,) = screen_of(pilot).conversation.notes
        assert said.says.startswith("Ana, your coach, on round")
        assert "stop it?" in said.says
        assert "\x1b" not in said.says
