"""Colours, themes and sizes on a real terminal."""

import re
from pathlib import Path

import pytest

from tests.terminal.bout import BOX, WRITING, answer, leave, to_keys, to_round_one
from tests.terminal.conftest import Desk

SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
"""39 and 49 are the terminal's own."""


def colours_in(raw: bytes) -> set[bytes]:
    """The attribute sequences that set a colour."""
    return {found[0] for found in SGR.finditer(raw) if COLOURS & {int(each) for each in re.split(b"[;:]", found[1]) if each}}


def test_no_color_means_none(desk: Desk) -> None:
    team = desk.spar(env={"NO_COLOR": "1"})
    to_round_one(team)
    answer(team, "Because full lockers turn parcels away")
    for key, shown in (("k", "we keep it, because"), ("f1", "This is where you answer"), ("escape", "we keep it"), ("ctrl+p", "App: help")):
        team.key(key)
        team.wait_for(shown)
    team.key("escape")
    team.wait_for("we keep it")
    leave(team)
    assert colours_in(bytes(team.raw)) == set()
    assert SGR.search(team.raw), "bold and underline are no colours"


@pytest.mark.parametrize(("title", "ground"), [("Look: light", "faf9f6"), ("Look: dark, for every colour vision", "14161a")])
def test_a_look_chosen_from_the_palette_is_there_at_the_next_start(desk: Desk, title: str, ground: str) -> None:
    team = desk.start()
    team.wait_for("It never writes an OKR")
    team.wait_until(lambda: team.ground == "17191c", "the dark ground")
    team.key("ctrl+p")
    team.wait_for("Search for commands")
    team.type(title)
    team.wait_for("remembered")
    team.key("enter")
    team.wait_until(lambda: team.ground == ground, "the ground of this look")
    team.key("ctrl+q")
    assert team.status() == 0

    again = desk.start()
    again.wait_for("It never writes an OKR")
    again.wait_until(lambda: again.ground == ground, "the ground of this look")


def test_the_smallest_window_holds_a_challenge_and_an_answer(desk: Desk) -> None:
    team = desk.spar(size=(40, 10))
    team.wait_for("s skips all of it", "enter go on")
    team.type("s")
    team.wait_for("What is not written down")
    team.key("enter")
    team.wait_for("your answer")
    team.type("Mira stops work on the app and rings twenty shops from Monday\r")
    team.wait_for("Mira stops work on the app and rings twenty shops from Monday", "settled")
    to_keys(team)
    team.type("c")
    team.wait_for("✓ We will change this.")
    team.resize(30, 8)
    team.wait_for("This window is too small for a bout.", "Nothing is lost.")
    team.type("x")
    team.resize(80, 24)
    team.wait_for("Mira stops work on the app and rings twenty shops from Monday", "✓ We will change this.", BOX, gone="too small")
    leave(team)


def test_words_being_typed_outlive_a_window_that_was_too_small(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    team.type("half a sentence")
    team.wait_for("half a sentence")
    team.resize(30, 8)
    team.wait_for("Nothing is lost.")
    team.resize(80, 24)
    team.wait_for("half a sentence", WRITING, gone="too small")
    team.type(" and its end")
    team.wait_for("half a sentence and its end")


def test_a_large_window_shows_the_draft_beside_the_bout(desk: Desk) -> None:
    team = desk.spar(size=(160, 50))
    to_round_one(team)
    beside = [row for row in team.rows if "What will you do differently?" in row or "Maintain 99.5% uptime of the locker doors" in row]
    assert len(beside) == 2
    challenge, item = beside
    assert challenge.index("What will you") > 60
    assert item.index("Maintain") < 60
    assert max(map(len, team.rows)) > 150


def test_a_settings_file_that_cannot_be_written_costs_nothing_but_the_memory_of_the_look(desk: Desk) -> None:
    desk.settings.parent.parent.mkdir(parents=True)
    Path(desk.settings.parent).write_text("a file where the folder should be")
    team = desk.start()
    team.wait_for("It never writes an OKR")
    team.key("ctrl+p")
    team.wait_for("Search for commands")
    team.type("Look: light")
    team.wait_for("remembered")
    team.key("enter")
    team.wait_until(lambda: team.ground == "faf9f6", "the light ground")
    leave(team)
