"""One bout as it went, painted line by line; the cursor goes from part to part."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from sparring.bout.state import Bout
from sparring.record.notes import NO_NOTES, Notes
from sparring.tui.review.bout_lines import BoutLines, Stop, bout_lines, challenges


class BoutText(ScrollView, can_focus=True):
    """The conversation of a bout with its notes."""

    HELP = (
        "The bout as it went. Arrows go from part to part, n and b from challenge to challenge, o to the next that was dodged: "
        "open, unanswered, pressed and then skipped, or edited in vain. The draft beside it is as it stood then. "
        "A note belongs to the part under the cursor. Marks: ● Sparring speaks; • or initials (AN): an answer, and who gave it; "
        "▌ words of the draft, of a document or said before; = ✓ ? – kept, to change, open, skipped; ▒ kept back by the team; ◆ a note."
    )
    EXAMPLE = "o w: to what was dodged first, and a note on it"
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", "part", id="part.down", tooltip="The next part", show=False),
        Binding("up", "move(-1)", "part", id="part.up", tooltip="The part before", show=False),
        Binding("n,right_square_bracket", "challenge(1)", "next challenge", id="part.next-challenge", tooltip="The next challenge"),
        Binding("b,left_square_bracket", "challenge(-1)", "one back", id="part.challenge-before", tooltip="The challenge before"),
        Binding("o", "dodged", "next dodged", id="part.next-dodged", tooltip="The next challenge that is open, or was dodged"),
        Binding("home,ctrl+home", "go(0)", "first part", id="part.first", tooltip="The first part", show=False),
        Binding("end,ctrl+end", "go(-1)", "last part", id="part.last", tooltip="The last part", show=False),
        Binding("pagedown,space", "page(1)", "page down", id="part.page-down", tooltip="A page down", show=False),
        Binding("pageup", "page(-1)", "page up", id="part.page-up", tooltip="A page up", show=False),
    ]
    DEFAULT_CSS = """
    BoutText { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $background; }
    """

    at: reactive[int] = reactive(0, always_update=True)
    """The stop under the cursor, from 0."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another part, or, `again`, the bout is laid out anew and nobody moved it."""

        part: Stop
        again: bool = False

    class WentRound(Message):
        """The first part of a kind comes again after the last."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._bout: Bout | None = None
        self._notes = NO_NOTES
        self._laid = BoutLines((), ())
        self._wanted_seq = 0
        self._wanted_note = ""
        self._dodged: frozenset[int] = frozenset()
        self._is_laid_anew = False

    @property
    def stop(self) -> Stop | None:
        """The stop under the cursor."""
        return self._laid.stops[self.at] if self._laid.stops else None

    def show(self, bout: Bout, notes: Notes, seq: int = 0, dodged: frozenset[int] = frozenset(), note: str = "") -> None:
        """Show a bout.

        Args:
            bout: as it stands.
            notes: of coaches.
            seq: of the entry to go to; 0 stays where the cursor is.
            dodged: entries of rounds to look at first.
            note: words of a note to go to, failing that to the entry.
        """
        self._bout, self._notes, self._dodged = bout, notes, dodged
        self._wanted_seq, self._wanted_note = seq, note
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width."""
        if event.size.width:
            self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._bout is None or not width:
            return
        before = self._laid
        self._laid = self.lay(self._bout, self._notes, width - 1)
        self.virtual_size = Size(width, len(self._laid.lines))
        self._is_laid_anew = True
        self.at = self._place_of(self._wanted_seq) if self._wanted_seq or self._wanted_note else self._same_place(before)
        self._is_laid_anew = False
        self._wanted_seq, self._wanted_note = 0, ""
        self.refresh()

    def lay(self, bout: Bout, notes: Notes, width: int) -> BoutLines:
        """Lay the bout out in lines."""
        return bout_lines(bout, notes, width)

    def _place_of(self, seq: int) -> int:
        """Return the stop of the note that is wanted, or of an entry: its words rather than the heading above them."""
        if noted := [place for place, stop in enumerate(self._laid.stops) if stop.note and stop.note.text == self._wanted_note]:
            return noted[0]
        places = [place for place, stop in enumerate(self._laid.stops) if stop.seq == seq and stop.kind != "note"]
        later = (place for place, stop in enumerate(self._laid.stops) if stop.seq >= seq)
        return places[0] if places else next(later, 0)

    def _same_place(self, before: BoutLines) -> int:
        """Return where the part under the cursor stands now: a note may have come or gone above it."""
        if self.at >= len(before.stops):
            return self.at
        same = _identity(before.stops[self.at])
        nth = sum(_identity(stop) == same for stop in before.stops[: self.at])
        places = [place for place, stop in enumerate(self._laid.stops) if _identity(stop) == same]
        return places[nth] if nth < len(places) else self.at

    # -- cursor ------------------------------------------------------------------------------------------------------------

    def validate_at(self, at: int) -> int:
        """Stay in the bout."""
        return max(0, min(at, len(self._laid.stops) - 1))

    def watch_at(self) -> None:
        """Bring the part into view, and say so."""
        self.refresh()
        if (stop := self.stop) is not None:
            top = self._laid.lines and stop.opens
            region = Region(0, max(0, stop.first - 1), 1, stop.last - stop.first + 3)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False, top=bool(top))
            self.post_message(self.Moved(stop, self._is_laid_anew))

    def action_move(self, by: int) -> None:
        """Go from part to part."""
        self.at += by

    def action_go(self, to: int) -> None:
        """Go to a part; -1 is the last."""
        self.at = to if to >= 0 else len(self._laid.stops) - 1

    def action_challenge(self, by: int) -> None:
        """Go from challenge to challenge."""
        places = list(challenges(self._laid))
        onward = [place for place in places if place > self.at] if by > 0 else [place for place in reversed(places) if place < self.at]
        if onward:
            self.at = onward[0]

    def action_dodged(self) -> None:
        """Go to the next challenge that was dodged; after the last comes the first."""
        places = [place for place in challenges(self._laid) if self._laid.stops[place].seq in self._dodged]
        if places:
            onward = [place for place in places if place > self.at]
            self.at = onward[0] if onward else places[0]
            if not onward:
                self.post_message(self.WentRound())

    def action_page(self, by: int) -> None:
        """Go by what is in sight."""
        stop = self.stop
        if stop is None:
            return
        row = stop.first + by * max(1, self.scrollable_content_region.height - 2)
        self.at = next((place for place, each in enumerate(self._laid.stops) if each.last >= row), len(self._laid.stops) - 1)

    def on_click(self, event: events.Click) -> None:
        """Go to the part that was clicked."""
        row = self.scroll_offset.y + event.y
        place = next((place for place, stop in enumerate(self._laid.stops) if stop.first <= row <= stop.last), None)
        if place is not None:
            self.at = place

    # -- painting ----------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width, row = self.size.width, self.scroll_offset.y + y
        base = self.visual_style
        if row >= len(self._laid.lines):
            return Strip.blank(width, base.rich_style)
        stop = self.stop
        at_cursor = stop is not None and stop.first <= row <= stop.last
        line = Content.assemble(("▎" if at_cursor else " ", "bold $secondary"), self._laid.lines[row])
        if (selection := self.text_selection) is not None and (span := selection.get_span(row)) is not None:
            start, end = span
            line = line.stylize(Style.from_rich_style(self.selection_style), start, len(line.plain) if end == -1 else end)
        parse = partial(Style.parse, variables=self.app.theme_variables)
        segments = [Segment(text, style.rich_style) for text, style in line.render(base, end="", parse_style=parse)]
        strip = Strip(segments, cell_len(line.plain)).crop_extend(0, width, base.rich_style)
        return strip.apply_offsets(0, row)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what the mouse has selected."""
        return selection.extract("\n".join(f" {line.plain}" for line in self._laid.lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.refresh()


def _identity(stop: Stop) -> tuple[int, str, int, str]:
    """Return what tells a part from others, wherever it stands; parts of one entry and kind are told by their order."""
    return stop.seq, stop.kind, stop.round, stop.note.note if stop.note else ""
