"""A model on the screen: typing goes on while it works, nothing typed is lost when it fails, and every way out is a key."""

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from sparring.opening import Ring
from sparring.partner.faults import CallFault, FaultKind
from sparring.record.events import AnswerGiven, CallFailed
from sparring.tui.bout.conversation import Note
from sparring.tui.bout.key_line import KeyLine
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.bout.status_line import status_text
from sparring.tui.bout.waiting import WORDS_WAIT, waiting_text
from sparring.tui.close import CloseScreen
from tests.bouts import START
from tests.scripted_partner import KR, QUESTION, ScriptedPartner
from tests.tui.models import TOLD, model_ring, with_model
from tests.tui.pages import at_close
from tests.tui.rings import app_of, draft, journal_of, ring_of
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

SIZE = (80, 24)


def screen_of(pilot: "Pilot[int]") -> BoutScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BoutScreen)
    return screen


def waits(pilot: "Pilot[int]") -> str:
    """What the line of a model at work says; "" when it is not there."""
    line = screen_of(pilot).waiting
    return str(line.render()) if line.display else ""


def notes(pilot: "Pilot[int]") -> str:
    return "\n".join(note.says for note in screen_of(pilot).query(Note))


def keys(pilot: "Pilot[int]") -> str:
    return str(screen_of(pilot).query_one(KeyLine).render())


def status(pilot: "Pilot[int]", width: int = 120) -> str:
    return status_text(screen_of(pilot).bout, START, width)[1]


def files_with(folder: Path, text: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and text in path.read_text()]


@asynccontextmanager
async def bout(ring: Ring, size: tuple[int, int] = SIZE) -> "AsyncIterator[Pilot[int]]":
    """The bout on the screen, its question waiting for an answer."""
    async with app_of(ring).run_test(size=size) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen) and screen_of(pilot).box.has_focus)
        yield pilot


@asynccontextmanager
async def asking(ring: Ring, partner: ScriptedPartner) -> "AsyncIterator[Pilot[int]]":
    """The bout while the model is asked for the next challenge."""
    partner.gate.clear()
    async with bout(ring) as pilot:
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: partner.under_way and waits(pilot))
        yield pilot
        partner.gate.set()


async def test_what_is_typed_while_the_model_works_is_kept_and_sent_once_its_question_is_there(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner)
    async with asking(ring, partner) as pilot:
        await pilot.press("i", *"the scanner team", "enter")
        await wait_until(pilot, lambda: WORDS_WAIT in waits(pilot))
        assert screen_of(pilot).box.text == "the scanner team"
        partner.gate.set()
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].raised.question == QUESTION and not waits(pilot))
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].answers)
    assert ring.session.bout.rounds[-1].answers[0].text == "the scanner team"
    assert not ring.session.bout.rounds[-2].answers


async def test_the_line_says_whom_it_waits_for_how_long_and_how_to_cancel_and_then_goes(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    async with asking(model_ring(tmp_path, partner), partner) as pilot:
        await wait_until(pilot, lambda: "120 tokens" in waits(pilot))
        assert waits(pilot).startswith("asking gpt-x · ")
        assert "esc cancels" in waits(pilot)
        assert keys(pilot).startswith("esc cancel")
        partner.gate.set()
        await wait_until(pilot, lambda: not waits(pilot))
        assert "esc cancel" not in keys(pilot)


def test_the_line_says_when_a_model_thinks_and_when_it_reads() -> None:
    from sparring.partner.chat import Progress

    assert waiting_text("challenge", "gpt-x", 4, Progress(1200, thinking=True)) == "asking gpt-x · 4 s · 1,200 tokens, thinking"
    assert waiting_text("reading", "gpt-x", 0, None) == "gpt-x reads your answer · 0 s"


@pytest.mark.parametrize("from_the_box", [False, True])
async def test_escape_cancels_also_from_the_box_and_nothing_has_changed(tmp_path: Path, from_the_box: bool) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner)
    async with asking(ring, partner) as pilot:
        before = ring.session.bout
        if from_the_box:
            await pilot.press("i", *"half a thought")
        await pilot.press("escape")
        await wait_until(pilot, lambda: not waits(pilot) and "Cancelled" in notes(pilot))
        assert partner.under_way == 0
        assert ring.session.bout == before
        assert screen_of(pilot).box.text == ("half a thought" if from_the_box else "")
        assert screen_of(pilot).box.has_focus == from_the_box


async def test_a_model_that_does_not_let_go_keeps_nobody_waiting(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    partner.stubborn = True
    ring = model_ring(tmp_path, partner)
    async with asking(ring, partner) as pilot:
        await pilot.press("escape")
        await wait_until(pilot, lambda: not waits(pilot))
        await pilot.press("o")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].stance == "park")


async def test_a_key_pressed_meanwhile_is_answered_and_not_carried_out_later(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner)
    async with asking(ring, partner) as pilot:
        await pilot.press("o")
        await wait_until(pilot, lambda: "one thing at a time" in waits(pilot))
        partner.gate.set()
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
    assert ring.session.bout.rounds[-1].stance is None
    assert ring.session.bout.rounds[-2].stance is None


@pytest.mark.parametrize("kind", get_args(FaultKind))
async def test_a_call_that_fails_says_what_to_do_and_leaves_the_box_as_it_was(tmp_path: Path, kind: FaultKind) -> None:
    partner = ScriptedPartner([CallFault(kind, TOLD)])
    ring = model_ring(tmp_path, partner)
    async with bout(ring) as pilot:
        await pilot.press(*"half a thought", "escape", "n")
        await wait_until(pilot, lambda: TOLD in notes(pilot))
        assert "gpt-x brought no challenge" in notes(pilot)
        assert "t try again  g go on offline" in keys(pilot)
        assert screen_of(pilot).box.text == "half a thought"
        assert not screen_of(pilot).box.disabled
        await pilot.press("t")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
        await wait_until(pilot, lambda: not notes(pilot))
        assert "try again" not in keys(pilot)
    assert ring.session.bout.rounds[-1].raised.origin == "model"


async def test_one_key_goes_on_offline_with_what_was_asked_for_and_the_change_is_kept(tmp_path: Path) -> None:
    partner = ScriptedPartner([CallFault("refused", "Nobody listens there.")])
    ring = model_ring(tmp_path, partner)
    async with bout(ring) as pilot:
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: notes(pilot))
        await pilot.press("g")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
        assert ring.session.bout.rounds[-1].raised.origin == "bank"
        assert "offline partner" in status(pilot)
    assert [each.name for each in ring.session.bout.partners] == ["gpt-x", "offline partner"]


async def test_while_words_are_typed_the_ways_on_have_keys_of_their_own(tmp_path: Path) -> None:
    partner = ScriptedPartner([CallFault("timeout", "It took too long."), CallFault("timeout", "It took too long.")])
    ring = model_ring(tmp_path, partner)
    async with bout(ring) as pilot:
        await pilot.press(*"tg", "f9")
        await wait_until(pilot, lambda: notes(pilot))
        assert "ctrl+l try again" in keys(pilot)
        await pilot.press("ctrl+l")
        await wait_until(pilot, lambda: len(ring.session.bout.failures) == 2)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
        assert screen_of(pilot).box.text == "tg"


async def test_a_second_failure_takes_the_place_of_the_first(tmp_path: Path) -> None:
    partner = ScriptedPartner([CallFault("server", "First."), CallFault("rate", "Second.")])
    async with bout(model_ring(tmp_path, partner)) as pilot:
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: "First." in notes(pilot))
        await pilot.press("t")
        await wait_until(pilot, lambda: "Second." in notes(pilot) and "First." not in notes(pilot))


async def test_a_bout_gone_on_with_after_a_failure_still_offers_the_ways_on(tmp_path: Path) -> None:
    ring = model_ring(tmp_path, ScriptedPartner(), failed=True)
    async with bout(ring) as pilot:
        await wait_until(pilot, lambda: TOLD in notes(pilot))
        await pilot.press("escape", "t")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)


async def test_an_answer_is_kept_at_once_and_read_by_the_word_lists_where_the_model_fails(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    partner.reading = CallFault("cut", "models.example broke off.")
    partner.gate.clear()
    ring = model_ring(tmp_path, partner)
    async with bout(ring) as pilot:
        await pilot.press(*"61% on Monday", "enter")
        await wait_until(pilot, lambda: "gpt-x reads your answer" in waits(pilot))
        assert any(isinstance(entry.event, AnswerGiven) and entry.event.text == "61% on Monday" for entry in journal_of(ring).entries)
        partner.gate.set()
        await wait_until(pilot, lambda: "Your answer was read without gpt-x" in notes(pilot))
        assert screen_of(pilot).box.is_empty
        assert "try again" not in keys(pilot)
    reading = ring.session.bout.rounds[-1].answers[0].reading
    assert reading
    assert reading.reader == "words"


async def test_leaving_while_the_model_works_keeps_what_is_typed_and_pauses_the_bout(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner)
    partner.gate.clear()
    async with bout(ring) as pilot:
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: partner.under_way)
        await pilot.press("i", *"half a thought", "ctrl+q")
        await wait_until(pilot, lambda: ring.session.bout.paused)
    assert ring.scratch.load() == "half a thought"
    assert partner.closed
    assert partner.under_way == 0


async def test_what_was_withheld_is_counted_said_and_stands_in_no_file(tmp_path: Path) -> None:
    partner = ScriptedPartner([KR] * 3)
    ring = model_ring(tmp_path, partner)
    async with bout(ring, (120, 40)) as pilot:
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
        await wait_until(pilot, lambda: "3 withheld" in status(pilot))
        hint = str(screen_of(pilot).query_one("#hint").render())
        assert "what gpt-x wrote broke the rule and was withheld" in hint
        assert "90%" not in "\n".join(str(widget.render()) for widget in screen_of(pilot).query("Static"))
    kept = "".join(str(entry.event) for entry in journal_of(ring).entries)
    assert "90%" not in kept
    assert not files_with(tmp_path, KR)


async def test_a_failure_cannot_write_on_the_screen_what_it_wants(tmp_path: Path) -> None:
    partner = ScriptedPartner([CallFault("server", "a\x1b]0;owned\x07b[bold]c[/]\u202e")])
    async with bout(model_ring(tmp_path, partner)) as pilot:
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: "[bold]c[/]" in notes(pilot))
        assert "\x1b" not in notes(pilot)
        assert "\u202e" not in notes(pilot)


async def test_two_rounds_more_are_asked_for_where_the_wait_can_be_seen(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    partner.gate.clear()
    ring = ring_of(with_model(at_close(draft()), partner), tmp_path, partner=partner, agreed=partner.host)
    async with app_of(ring).run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, CloseScreen))
        await pilot.press("escape", "m")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen) and partner.under_way)
        await wait_until(pilot, lambda: "asking gpt-x" in waits(pilot))
        partner.gate.set()
        await wait_until(pilot, lambda: ring.session.bout.stage == "rounds" and not waits(pilot))


async def test_the_partner_loads_what_it_needs_while_the_team_reads(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    async with bout(model_ring(tmp_path, partner)) as pilot:
        await wait_until(pilot, lambda: partner.warm)
    assert partner.calls == 0


@pytest.mark.parametrize(
    ("width", "says"),
    [
        (160, "round 2 of 5 · 8 min · gpt-x guarded · reader on · sent to models.example"),
        (80, "2/5 · 8 min · gpt-x guarded · reader on · sent to models.example"),
        (60, "2/5 · gpt-x guarded · sent to models.example"),
    ],
)
async def test_the_status_line_says_who_spars_who_reads_and_what_was_sent(tmp_path: Path, width: int, says: str) -> None:
    ring = model_ring(tmp_path, ScriptedPartner())
    assert status_text(ring.session.bout, START, width) == ("Growth squad · Q1 2027", says)


def test_a_model_on_this_machine_sends_nothing(tmp_path: Path) -> None:
    ring = model_ring(tmp_path, ScriptedPartner(host=""))
    assert status_text(ring.session.bout, START, 120)[1].endswith("nothing is sent")


def test_before_anybody_agreed_nothing_was_sent(tmp_path: Path) -> None:
    ring = model_ring(tmp_path, ScriptedPartner(), consent=False)
    assert status_text(ring.session.bout, START, 120)[1].endswith("nothing sent yet")


def test_a_failure_is_told_in_the_transcript(tmp_path: Path) -> None:
    ring = model_ring(tmp_path, ScriptedPartner(), failed=True)
    assert ring.session.bout.failed == CallFailed(error=TOLD, kind="rate")
