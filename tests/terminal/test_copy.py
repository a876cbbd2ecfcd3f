"""Copying through the terminal: the clipboard gets the right words."""

import base64
import re
from pathlib import Path

from tests.terminal.bout import answer, leave, to_round_one
from tests.terminal.conftest import Desk
from tests.terminal.terminal import Terminal

OSC_52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
FIRST = "Weil volle Schließfächer Pakete abweisen ✓"


def copied(team: Terminal) -> list[str]:
    """What the terminal was told to put on the clipboard, in order."""
    return [base64.b64decode(found[1]).decode() for found in OSC_52.finditer(team.raw)]


def _wait_for_copies(team: Terminal, count: int) -> None:
    team.wait_until(lambda: len(copied(team)) == count, f"{count} copies")


def test_the_question_the_answer_the_round_and_the_conversation_can_be_copied(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    answer(team, f"AN: {FIRST}")
    raised = desk.events("challenge_raised")[0]
    for number, letter in enumerate("qarc", start=1):
        team.type("y")
        team.wait_for("the whole conversation", "esc never mind")
        team.type(letter)
        team.wait_for("Copied", gone="esc never mind")
        _wait_for_copies(team, number)
    question, answered, round_one, everything = copied(team)
    assert question == raised["question"]
    assert answered == FIRST
    assert [raised["title"] in round_one, raised["doubt"] in round_one, question in round_one, f"AN: {FIRST}" in round_one] == [True] * 4
    assert round_one in everything
    leave(team)


def test_inside_tmux_its_buffer_gets_the_words_too(desk: Desk, tmp_path: Path) -> None:
    stand_in = tmp_path / "bin" / "tmux"
    stand_in.parent.mkdir()
    stand_in.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > {tmp_path}/buffer.new && mv {tmp_path}/buffer.new {tmp_path}/buffer\n'
    )
    stand_in.chmod(0o755)
    team = desk.spar(env={"TMUX": "/nowhere/default,1,0", "PATH": f"{stand_in.parent}:{desk.env['PATH']}"})
    to_round_one(team)
    answer(team, FIRST)
    team.type("y")
    team.wait_for("my answer")
    team.type("a")
    buffer = tmp_path / "buffer"
    team.wait_until(buffer.exists, "words in tmux's buffer")
    assert buffer.read_text() == FIRST
    assert (tmp_path / "asked").read_text().split() == ["load-buffer", "-w", "-"]
    team.wait_until(lambda: copied(team) == [FIRST], "the words for the terminal")
