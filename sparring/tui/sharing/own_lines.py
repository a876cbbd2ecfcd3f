"""A bout as whoever gets the copy will read it; the cursor goes from one line of the team to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding

from sparring.bout.state import Bout
from sparring.record.notes import Notes
from sparring.tui.review.bout_lines import BoutLines, Stop, bout_lines
from sparring.tui.review.bout_text import BoutText


class OwnLines(BoutText, inherit_bindings=False):
    """The conversation, with what the team said to go to."""

    HELP = (
        "This is what your coach will read. The cursor goes from line to line of what your team said; x keeps the one under it to "
        "yourselves, and x again gives it back. The coach sees that something was said there, and nothing of the words."
    )
    EXAMPLE = "↓ ↓ x enter: the third line stays with you, the rest is shared"
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", "line", id="own-line.down", tooltip="Your next line", key_display="↑ ↓"),
        Binding("up", "move(-1)", "line", id="own-line.up", tooltip="Your line before", show=False),
        Binding("home,ctrl+home", "go(0)", "first line", id="own-line.first", tooltip="Your first line", show=False),
        Binding("end,ctrl+end", "go(-1)", "last line", id="own-line.last", tooltip="Your last line", show=False),
        Binding("pagedown", "page(1)", "page down", id="own-line.page-down", tooltip="A page down", show=False),
        Binding("pageup", "page(-1)", "page up", id="own-line.page-up", tooltip="A page up", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._own: frozenset[int] = frozenset()

    def keep_to(self, own: Iterable[int]) -> None:
        """Let the cursor stand on these entries alone."""
        self._own = frozenset(own)

    def lay(self, bout: Bout, notes: Notes, width: int) -> BoutLines:
        """Lay the bout out, with one place for the cursor an entry: an answer's reading goes with it."""
        laid = bout_lines(bout, notes, width, readings=False)
        return replace(laid, stops=tuple(_one_an_entry(stop for stop in laid.stops if stop.seq in self._own)))


def _one_an_entry(stops: Iterable[Stop]) -> Iterator[Stop]:
    last: Stop | None = None
    for stop in stops:
        if last is not None and last.seq == stop.seq:
            last = replace(last, last=stop.last)
            continue
        if last is not None:
            yield last
        last = stop
    if last is not None:
        yield last
