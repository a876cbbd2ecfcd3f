"""What a power cut, a dropped line and a full disk leave of a bout: everything that was shown, and what was being typed."""

import fcntl
import os
import pty
import resource
import struct
import subprocess
import sys
import termios
from functools import partial

from tests.terminal.bout import BOX, WRITING, answer, leave, to_keys, to_round_one
from tests.terminal.conftest import Desk
from tests.terminal.terminal import Terminal

TYPED = "What we have not sent yet: Dora counts the full lockers"
LAST_SECOND = " and nobody has looked at the count"


def conversation(team: Terminal) -> list[str]:
    """The rows of the conversation."""
    return team.rows[2 : next(number for number, row in enumerate(team.rows) if "your answer" in row)]


def test_a_killed_bout_is_resumed_with_all_that_was_shown_and_all_but_a_second_of_what_was_typed(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    answer(team, "AN: Because full lockers turn parcels away")
    team.type("p")
    team.wait_for("“Because full lockers turn parcels away”", WRITING)
    team.type(TYPED)
    team.wait_for(TYPED)
    scratch = desk.transcript.with_suffix(".scratch")
    team.wait_until(lambda: scratch.exists() and scratch.read_text() == TYPED, "what is typed on the disk")
    shown = conversation(team)
    team.type(LAST_SECOND)
    team.kill()

    assert "none missing" in desk.run("verify")
    again = desk.start("resume", "--context", "strategy")
    again.wait_for("round 1 of 5", TYPED, WRITING)
    again.wait_until(lambda: conversation(again) == shown, "the conversation as it was")
    box = again.words.partition("your answer ")[2]
    assert box.startswith(TYPED)
    assert (TYPED + LAST_SECOND).startswith(box.partition(" enter send")[0])

    # The bout goes on from there.
    again.key("enter")
    again.wait_for(BOX, TYPED)
    assert [each["text"] for each in desk.events("answer_given")][-1].startswith(TYPED)
    leave(again)
    assert "none missing" in desk.run("verify")


def test_a_dropped_line_ends_the_program_and_the_bout_can_be_resumed(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    answer(team, "Because full lockers turn parcels away")
    team.hang_up()
    team.process.wait(30)
    again = desk.start("resume")
    again.wait_for("round 1 of 5", "Because full lockers turn parcels away")
    leave(again)


def test_a_program_that_lost_its_terminal_without_a_signal_keeps_what_was_typed_and_ends(desk: Desk) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, "-m", "sparring", "spar", "okrs.md"]
    orphan = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=desk.folder, env=desk.env, start_new_session=True, close_fds=True
    )
    os.close(theirs)
    seen = b""
    while b"skip all" not in seen:
        seen += os.read(ours, 65536)
    os.close(ours)
    assert orphan.wait(30) == 129
    assert desk.events("bout_paused")


def test_an_answer_that_the_full_disk_did_not_take_stays_in_the_box(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    answer(team, "Because full lockers turn parcels away")
    leave(team)

    most = desk.transcript.stat().st_size + 1500
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    full = desk.start("resume", before=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, hard)))
    full.wait_for("round 1 of 5", "Because full lockers turn parcels away")
    long = "It was a long story that nobody wrote down. " * 50 + "That is where it ended."
    full.key("i")
    full.wait_for(WRITING)
    full.paste(long)
    full.wait_for("That is where it ended.")
    full.key("enter")
    full.wait_for("could not be written", "What you typed stays here.", "That is where it ended.")
    assert len(desk.events("answer_given")) == 1
    to_keys(full)
    full.type("w")
    full.wait_for("When to leave it alone")
    full.key("escape")
    full.wait_for("your answer")
    full.key("ctrl+q")
    full.status()
    assert full.is_left_clean()

    # With room on the disk the same words go.
    again = desk.start("resume")
    again.wait_for("round 1 of 5", "That is where it ended.", "enter answer")
    again.key("i")
    again.wait_for(WRITING)
    again.key("enter")
    again.wait_until(lambda: len(desk.events("answer_given")) == 2, "the answer on the disk")
    assert desk.events("answer_given")[1]["text"] == long
    leave(again)
    assert "none missing" in desk.run("verify")
