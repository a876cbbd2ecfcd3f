"""The bout screen: what it shows of a bout, and that each key sends its command."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sparring.record.events import AnswerGiven, AnswerRead, ChallengeRaised, ClassSpan, Event, StanceTaken
from sparring.report.conversation import conversation
from sparring.report.plain import as_pasted
from sparring.speech import speech
from sparring.tui.bout.blocks import blocks_of
from sparring.tui.bout.conversation import BlockView, FoldedRound, Note, RoundView
from sparring.tui.bout.draft_lines import draft_lines
from sparring.tui.bout.draft_pane import DraftScreen, DraftText
from sparring.tui.bout.key_line import KeyLine
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.why import WhyScreen
from tests.tui.rings import (
    answered,
    app_of,
    challenge_to_line,
    challenge_to_whole,
    draft,
    journal_of,
    opening,
    pressed,
    ring_of,
    second_round,
)
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot


def screen_of(pilot: "Pilot[int]") -> BoutScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BoutScreen)
    return screen


def shown(screen: BoutScreen) -> list[str]:
    """The words of the blocks on the screen, in order."""
    return [f"{view.block.part.text} {view.block.part.beside}".strip() for view in screen.query(BlockView)]


def keys_shown(screen: BoutScreen) -> str:
    return str(screen.query_one(KeyLine).render())


async def test_a_challenge_shows_the_words_of_the_draft_and_the_line_of_the_strategy_with_its_place(tmp_path: Path) -> None:
    of = draft()
    async with app_of(ring_of(second_round(of), tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).query(BlockView))
        text = "\n".join(shown(screen_of(pilot)))
        assert "Increase activation rate by 20%" in text
        assert "strategy.md:14" in text
        assert "9 of 14 churned trial teams gave up while importing their spreadsheet data" in text


def test_where_the_documents_hold_nothing_it_says_that_none_was_found() -> None:
    of = draft()
    past = [*opening(of), challenge_to_line(of, 1, passage=False)]
    round_ = ring_of(past, Path("unused")).session.bout.rounds[0]
    assert speech("en").no_line in [block.part.text for block in blocks_of(round_, of, "en")]


def test_only_the_question_that_waits_carries_the_accent() -> None:
    of = draft()
    round_ = ring_of(pressed(of), Path("unused")).session.bout.rounds[-1]
    waits = [block.waits for block in blocks_of(round_, of, "en") if block.part.kind == "question"]
    assert waits == [False, True]
    assert not any(block.waits for block in blocks_of(round_, of, "en", past=True))


def test_hostile_words_are_shown_without_their_controls() -> None:
    of = draft()
    past: list[Event] = [*second_round(of), AnswerGiven(text="a\x1b]0;owned\x07b\u202e[bold]c[/]", by="AN")]
    round_ = ring_of(past, Path("unused")).session.bout.rounds[-1]
    text = blocks_of(round_, of, "en")[-1].part.text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.endswith("[bold]c[/]")


async def test_markup_in_an_answer_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press(*"[/] [@click=quit]x[/]", "enter")
        await wait_until(pilot, lambda: "[/] [@click=quit]x[/]" in shown(screen_of(pilot)))


async def test_rounds_that_are_over_are_folded_to_one_line_and_open_on_a_key(tmp_path: Path) -> None:
    async with app_of(ring_of(second_round(draft()), tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).query(FoldedRound))
        assert "What would you do without it?" in str(screen_of(pilot).query_one(FoldedRound).render())
        await pilot.press("escape", "left_square_bracket")
        await wait_until(pilot, lambda: len(screen_of(pilot).query(RoundView)) == 2)
        assert any("the wizard is promised" in text for text in shown(screen_of(pilot)))
        await pilot.press("right_square_bracket")
        await wait_until(pilot, lambda: len(screen_of(pilot).query(FoldedRound)) == 1 and len(screen_of(pilot).query(RoundView)) == 1)


async def test_a_long_bout_mounts_no_more_than_a_short_one_but_a_line_a_round(tmp_path: Path) -> None:
    of = draft()
    past = opening(of)
    for number in range(1, 41):
        past.append(challenge_to_whole(number, f"Round {number}"))
        past += answered(len(past) + 1)
    async with app_of(ring_of(past, tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).query(BlockView))
        screen = screen_of(pilot)
        assert len(screen.query(FoldedRound)) == 39
        assert len(screen.query(RoundView)) == 1


async def test_an_answer_mounts_its_own_blocks_and_leaves_the_others_alone(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        before = list(screen_of(pilot).query(BlockView))
        await pilot.press(*"because two customers asked for it", "enter")
        await wait_until(pilot, lambda: len(screen_of(pilot).query(BlockView)) > len(before))
        assert list(screen_of(pilot).query(BlockView))[: len(before)] == before


async def test_going_on_raises_the_next_challenge_and_gives_the_box_the_focus(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3 and screen_of(pilot).box.has_focus)
        assert isinstance(journal_of(ring).entries[-1].event, ChallengeRaised)


async def test_a_command_that_does_not_fit_is_answered_with_a_sentence_in_the_conversation(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("escape", "p")
        await wait_until(pilot, lambda: screen_of(pilot).query(".note"))
        assert "Answer first" in screen_of(pilot).query_one(Note).says


@pytest.mark.parametrize(
    ("keys", "stance", "because"),
    [
        (("c",), "will-change", None),
        (("o",), "park", None),
        (("s", "1"), "skip", "does-not-apply"),
        (("s", "2"), "skip", "misread"),
        (("s", "down", "enter"), "skip", "misread"),
        (("f4",), "will-change", None),
        (("f8", "1"), "skip", "does-not-apply"),
    ],
)
async def test_each_stance_has_its_key(tmp_path: Path, keys: tuple[str, ...], stance: str, because: str | None) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("escape", *keys)
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].decision)
        taken = journal_of(ring).entries[-1].event
        assert isinstance(taken, StanceTaken)
        assert (taken.stance, taken.skipped_because) == (stance, because)
        await wait_until(pilot, lambda: "u take back" in keys_shown(screen_of(pilot)))
        await pilot.press("u")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].decision is None)


async def test_an_answer_taken_back_leaves_a_gap_on_the_screen(tmp_path: Path) -> None:
    of = draft()
    past = second_round(of)
    ring = ring_of([*past, *answered(len(past) + 1, "rather not in the file")], tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "rather not in the file" in shown(screen_of(pilot)))
        await pilot.press("escape", "z")
        await wait_until(pilot, lambda: speech("en").taken_back in shown(screen_of(pilot)))
        assert not any("rather not" in text for text in shown(screen_of(pilot)))
        assert journal_of(ring).struck


async def test_pressing_quotes_the_answer_and_the_box_waits_for_more(tmp_path: Path) -> None:
    of = draft()
    past = second_round(of)
    ring = ring_of([*past, *answered(len(past) + 1)], tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).query(BlockView))
        await pilot.press("escape", "p")
        await wait_until(pilot, lambda: ring.session.bout.rounds[-1].presses and screen_of(pilot).box.has_focus)
        said = [view.block.part.text for view in screen_of(pilot).query(BlockView) if view.block.part.kind == "said"]
        assert said
        assert said[-1].strip("“”") in "we look at import success in the weekly, it was 61% on Monday"


async def test_two_rounds_that_brought_nothing_end_in_a_quiet_offer_to_stop(tmp_path: Path) -> None:
    of = draft()
    past = opening(of)
    for number in (1, 2):
        past.append(challenge_to_whole(number, f"Round {number}"))
        past.append(AnswerGiven(text="dunno"))
        past.append(AnswerRead(answer=len(past), reader="words", classes=(ClassSpan(answer_class="no-content"),), rest=False))
    async with app_of(ring_of(past, tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).query_one("#hint").display)
        assert str(screen_of(pilot).query_one("#hint").render()) == speech("en").stop_offer


async def test_the_draft_stands_beside_the_bout_in_a_wide_window_and_over_it_in_a_narrow_one(tmp_path: Path) -> None:
    async with app_of(ring_of(second_round(draft()), tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        assert screen_of(pilot).query_one("#draft").display
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: not screen_of(pilot).query_one("#draft").display)
        await pilot.press("escape", "d")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        assert pilot.app.screen.query_one(DraftText).virtual_size.height > 5
        await pilot.press("d")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen))


def test_the_draft_marks_the_item_under_challenge_and_keeps_every_word_at_any_width() -> None:
    of = draft()
    bout = ring_of(second_round(of), Path("unused")).session.bout
    for width in (16, 24, 40, 80, 200):
        laid = draft_lines(bout, width)
        text = " ".join(" ".join(line.plain for line in laid.lines).split())
        for item in of.items():
            for word in item.text.split():
                assert word in text or width < 24
        first, _ = laid.places[next(of.key_results()).key]
        assert "◆" in laid.lines[first].plain
        assert all(line.cell_length <= max(width, 16) for line in laid.lines)


async def test_the_why_of_a_lens_is_one_key_away(tmp_path: Path) -> None:
    async with app_of(ring_of(second_round(draft()), tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await pilot.press("escape", "w")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen))
        text = " ".join(str(widget.render()) for widget in pilot.app.screen.query("Static"))
        assert "When to leave it alone" in text
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen))


@pytest.mark.parametrize(
    ("key", "part"),
    [("q", "week three"), ("a", "61% on Monday"), ("r", "strategy.md:14"), ("c", "What would you do without it?")],
)
async def test_any_part_of_the_bout_can_be_copied(tmp_path: Path, key: str, part: str) -> None:
    of = draft()
    past = second_round(of)
    copied: list[str] = []
    app = app_of(ring_of([*past, *answered(len(past) + 1)], tmp_path), copied)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).query(BlockView))
        await pilot.press("escape", "y", key)
        await wait_until(pilot, lambda: copied)
        assert part in copied[0]
        assert app.clipboard == copied[0]


def test_the_whole_conversation_as_text_has_questions_answers_and_stances() -> None:
    text = as_pasted(conversation(ring_of(pressed(draft()), Path("unused")).session.bout))
    for part in ("What would you see in week three", "AN: we look at", "We keep it: the wizard is promised to two customers", "> O1.KR1"):
        assert part in text


async def test_the_key_line_says_which_mode_holds(tmp_path: Path) -> None:
    async with app_of(ring_of(second_round(draft()), tmp_path)).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        await wait_until(pilot, lambda: "enter send" in keys_shown(screen_of(pilot)))
        await pilot.press("escape")
        await wait_until(pilot, lambda: "k keep" in keys_shown(screen_of(pilot)))
        await pilot.press("k")
        await wait_until(pilot, lambda: "enter keep" in keys_shown(screen_of(pilot)))


async def test_a_key_pressed_twice_before_its_command_is_done_is_one_command(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        screen = screen_of(pilot)
        screen.action_go_on()
        screen.action_go_on()
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) > 2)
        await pilot.pause()
        assert len(ring.session.bout.rounds) == 3


async def test_words_selected_with_the_mouse_are_copied_and_the_box_keeps_the_focus(tmp_path: Path) -> None:
    copied: list[str] = []
    app = app_of(ring_of(second_round(draft()), tmp_path), copied)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus)
        screen = screen_of(pilot)
        question = next(view for view in screen.query(BlockView) if view.block.part.kind == "question").query_one(".words")
        await wait_until(pilot, lambda: question.region.width > 20 and screen.conversation.region.contains_region(question.region))
        await wait_until(pilot, lambda: screen.get_widget_at(question.region.x, question.region.y)[0] is question)
        await pilot.mouse_down(question, offset=(0, 0))
        await pilot.hover(question, offset=(9, 0))
        await pilot.mouse_up(question, offset=(9, 0))
        await pilot.press("ctrl+c")
        await wait_until(pilot, lambda: copied)
        assert copied[0]
        assert "What would you see".startswith(copied[0])
        assert screen.box.has_focus


async def test_the_conversation_scrolls_while_somebody_writes(tmp_path: Path) -> None:
    async with app_of(ring_of(pressed(draft()), tmp_path)).run_test(size=(80, 16)) as pilot:
        await wait_until(pilot, lambda: screen_of(pilot).box.has_focus and screen_of(pilot).conversation.scroll_y > 0)
        at = screen_of(pilot).conversation.scroll_y
        await pilot.press("a", "ctrl+up")
        await wait_until(pilot, lambda: screen_of(pilot).conversation.scroll_y < at)
        assert screen_of(pilot).box.text == "a"


async def test_a_bout_goes_from_its_situation_to_its_debrief_and_out(tmp_path: Path) -> None:
    of = draft()
    ring = ring_of(opening(of)[:2], tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: type(app.screen).__name__ == "SituationScreen")
        await ring.session.give_situation(None)
        app.pop_screen()
        await wait_until(pilot, lambda: type(app.screen).__name__ == "FactsScreen")
        await ring.session.go_on()
        app.pop_screen()
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen) and app.screen.box.has_focus)
        await pilot.press("escape", "x")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "CloseScreen")
        app.pop_screen()
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "CloseScreen")
        await ring.session.end()
        app.pop_screen()
        await wait_until(pilot, lambda: type(app.screen).__name__ == "DebriefScreen")
