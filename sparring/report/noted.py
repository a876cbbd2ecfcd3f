"""Coaches' notes for the team, as it is told of them when it opens the bout. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from sparring.bout.state import Bout
from sparring.record.notes import Notes
from sparring.text import visible


@dataclass(frozen=True, slots=True)
class Noted:
    """A note, safe to show.

    Attributes:
        about: whose it is, and on what.
        text: the words.
    """

    about: str
    text: str


def noted(bout: Bout, notes: Notes) -> Iterator[Noted]:
    """Yield the notes in the order in which they were written; `notes` are those for the team."""
    for note in notes.notes:
        # A note on an entry belongs to the round in which it stands.
        numbers = [each.number for each in bout.rounds if note.entry is not None and each.seq <= note.entry and not each.raised.closing]
        place = f"on round {numbers[-1]}" if numbers else ""
        waits = "a question for your next bout" if note.opens_next else ""
        about = ", ".join(part for part in (visible(note.by), "your coach", place, waits) if part)
        yield Noted(about, visible(note.text, lines=True))
