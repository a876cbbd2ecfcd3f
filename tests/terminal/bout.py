"""What a team does again and again in a bout, and how it sees that it was done."""

from tests.terminal.terminal import Terminal

WRITING = "enter send"
"""Stands in the key line while letters are text."""

BOX = "Say it as it is"
"""Stands in the empty answer box."""


def to_round_one(terminal: Terminal) -> None:
    """Skip what comes before round one."""
    terminal.wait_for("Who is here?", "skip all")
    terminal.type("s")
    terminal.wait_for("What is not written down", "enter round one")
    terminal.key("enter")
    terminal.wait_for("round 1 of 5", "About the draft as a whole", WRITING)


def to_keys(terminal: Terminal) -> None:
    """Leave the answer box."""
    terminal.key("escape")
    terminal.wait_for(gone=WRITING)


def answer(terminal: Terminal, text: str) -> None:
    """Answer, and go back to the keys."""
    terminal.wait_for(WRITING)
    terminal.type(text + "\r")
    terminal.wait_for(text.partition(": ")[2] or text, BOX)
    to_keys(terminal)


def go_on(terminal: Terminal, to: str) -> None:
    """Go to the round in which `to` is shown, and to its keys."""
    terminal.type("n")
    terminal.wait_for(to, WRITING)
    terminal.wait_until(lambda: any(terminal.rows[2:4]), "the beginning of the conversation at its top")
    to_keys(terminal)


def leave(terminal: Terminal) -> None:
    """Leave the program; the terminal is as it was."""
    terminal.key("ctrl+q")
    assert terminal.status() == 0
    assert terminal.is_left_clean()
