"""The app around the screens: size, looks, faults, help, commands, leaving."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.widgets import Static

from sparring.fault import sentence_for
from sparring.record.events import BoutPaused
from sparring.tui import clipboard
from sparring.tui.app import SparringApp, TooSmall
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.help import HelpScreen, keys_of
from sparring.tui.keymap import ANSWER_BOX, APP, BOUT
from sparring.tui.themes import THEMES
from tests.tui.rings import app_of, draft, journal_of, ring_of, second_round
from tests.tui.waiting import wait_until


async def test_a_window_too_small_says_so_and_goes_on_when_it_grows(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(40, 10)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen) and pilot.app.screen.box.has_focus)
        await pilot.press("h")
        await pilot.resize_terminal(39, 9)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, TooSmall))
        assert "Nothing is lost" in str(pilot.app.screen.query_one(Static).render())
        await pilot.resize_terminal(80, 24)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen))
        screen = pilot.app.screen
        assert isinstance(screen, BoutScreen)
        assert screen.box.text == "h"


async def test_leaving_pauses_the_bout(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_of(ring).run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen))
        await pilot.press("ctrl+q")
    assert isinstance(journal_of(ring).entries[-1].event, BoutPaused)


async def test_a_fault_ends_the_program_without_printing_anything_of_the_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app = app_of(ring_of(second_round(draft()), tmp_path))
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(80, 24)) as pilot:
            await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
            app.call_later(lambda: 1 // 0)
            await wait_until(pilot, lambda: app.failure)
    assert isinstance(app.failure, ZeroDivisionError)
    printed = capsys.readouterr()
    assert "activation" not in printed.out + printed.err
    assert "Traceback" not in printed.out + printed.err


def test_the_sentence_for_a_fault_holds_none_of_its_values() -> None:
    try:
        int("secret words of a draft")
    except ValueError as error:
        sentence = sentence_for(error)
    assert "secret" not in sentence
    assert "ValueError" in sentence
    assert "sparring resume" in sentence


class Remembering:
    """Preferences in memory."""

    def __init__(self, name: str | None = None) -> None:
        self.name = name

    def theme(self) -> str | None:
        return self.name

    def remember_theme(self, name: str) -> None:
        self.name = name


async def test_the_theme_chosen_is_remembered(tmp_path: Path) -> None:
    kept = Remembering()
    app = app_of(ring_of(second_round(draft()), tmp_path), preferences=kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.theme = "sparring-light"
        await wait_until(pilot, lambda: kept.name == "sparring-light")
    assert app_of(ring_of(second_round(draft()), tmp_path), preferences=kept).theme == "sparring-light"


def test_a_theme_that_does_not_exist_falls_back(tmp_path: Path) -> None:
    app = app_of(ring_of(second_round(draft()), tmp_path), preferences=Remembering("no-such-theme"))
    assert app.theme == "sparring-dark"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_theme_paints_and_its_text_can_be_read(tmp_path: Path, theme: str) -> None:
    app = app_of(ring_of(second_round(draft()), tmp_path), preferences=Remembering(theme))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        ground = Color.parse(app.theme_variables["background"])
        for name, least in (("foreground", 7.0), ("accent", 4.5), ("secondary", 4.5), ("quiet", 4.5)):
            assert _contrast(Color.parse(app.theme_variables[name]), ground) >= least, name


def _contrast(one: Color, other: Color) -> float:
    """Contrast of two colours by WCAG 2."""

    def luminance(colour: Color) -> float:
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


async def test_no_color_means_no_colour_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(ring_of(second_round(draft()), tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen) and app.screen.box.has_focus)
        for row in range(40):
            for segment in app.screen._compositor.render_strips()[row]:
                for each in app._filters:
                    filtered = each.apply([segment], app.screen.background_colors[1])[0]
                style = filtered.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default


async def test_help_shows_the_focused_part_and_its_keys_as_they_are_bound_now(tmp_path: Path) -> None:
    app = app_of(ring_of(second_round(draft()), tmp_path), keys={"stance.keep": "b,f6"})
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen) and app.screen.box.has_focus)
        await pilot.press("f1")
        await wait_until(pilot, lambda: isinstance(app.screen, HelpScreen))
        assert "This is where you answer" in _text(app)
        await pilot.press("escape", "escape", "question_mark")
        await wait_until(pilot, lambda: isinstance(app.screen, HelpScreen))
        assert "This is the conversation" in _text(app)
        keys = dict(keys_of(app.screen_stack[-2])["Stance"])
        assert "b  F6" in keys


def _text(app: SparringApp) -> str:
    return " ".join(str(widget.render()) for widget in app.screen.query(Static))


async def test_every_command_stands_in_the_palette_under_its_group(tmp_path: Path) -> None:
    app = app_of(ring_of(second_round(draft()), tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen))
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert len(titles) == len(set(titles))
        for title in ("Stance: keep", "Round: press me", "Bout: stop here", "Look: light", "App: leave"):
            assert title in titles
        assert all(": " in title for title in titles)


def test_every_binding_has_an_id_a_tooltip_and_a_description() -> None:
    for binding in (*APP, *BOUT, *ANSWER_BOX):
        assert binding.id, binding
        assert binding.tooltip, binding
        assert binding.description, binding


def test_no_key_of_the_bout_is_one_that_the_answer_box_needs_for_editing() -> None:
    taken = {f"ctrl+{letter}" for letter in "acdefkuvwxyz"}
    for binding in (*APP, *BOUT):
        assert not taken & set(binding.key.split(",")), binding


async def test_copied_text_goes_to_the_terminal_and_outside_even_with_broken_characters(tmp_path: Path) -> None:
    copied: list[str] = []
    app = app_of(ring_of(second_round(draft()), tmp_path), copied)
    async with app.run_test(size=(80, 24)):
        app.copy_to_clipboard("half \ud800 a pair")
    assert copied == ["half ? a pair"]


def test_in_tmux_the_text_goes_through_its_buffer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "buffer"
    program = tmp_path / "tmux"
    program.write_text(f'#!/bin/sh\n[ "$2" = "-w" ] && exit 1\ncat > "{out}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    clipboard._to_tmux("words of ours")
    assert out.read_text() == "words of ours"


def test_a_machine_without_any_clipboard_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("TMUX", "anything")
    clipboard._to_tmux("words")
    clipboard._to_system("words")
