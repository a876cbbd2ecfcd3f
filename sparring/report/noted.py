"""What coaches wrote for the team, and asked of it, as the team is told of it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from sparring.bout.state import Aside, Bout
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
        begun = sum(note.entry is not None and each.seq <= note.entry for each in bout.numbered)
        place = f"on round {begun}" if begun else ""
        waits = "a question for your next bout" if note.opens_next else ""
        about = ", ".join(part for part in (visible(note.by), "your coach", place, waits) if part)
        yield Noted(about, visible(note.text, lines=True))


def asked_by_coaches(bout: Bout) -> Iterator[Noted]:
    """Yield what coaches asked in the bout, in order: questions and remarks of theirs, and other angles."""
    for aside in bout.asides:
        if aside.asked.role == "coach":
            yield _asked(aside, "before round one" if bout.rounds else "to begin with")
    for round_ in bout.rounds:
        place = "at the end" if round_.raised.closing else f"on round {bout.counted_as(round_.number)}"
        if coach := visible(round_.raised.asked_by_coach):
            yield Noted(f"{coach}, your coach, {place}", "asked for another angle")
        for exchange in round_.exchanges:
            if isinstance(exchange, Aside) and exchange.asked.role == "coach":
                yield _asked(exchange, place)


def _asked(aside: Aside, place: str) -> Noted:
    about = ", ".join(part for part in (visible(aside.asked.by), "your coach", place) if part)
    return Noted(about, visible(aside.asked.text, lines=True))
