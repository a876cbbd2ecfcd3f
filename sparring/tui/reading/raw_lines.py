"""The draft as it stands in the file, with what each line is before it. Painted row by row: a long draft scrolls like a short one."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from sparring.draft.model import LineMeaning
from sparring.tui.reading.gutter import BRACKETS, CURSOR, MARKED, SHAPES, TEAMS, Gutter, gutter_for, words_of
from sparring.tui.reading.lines_read import LineRead, Piece, Seen, Understanding
from sparring.tui.reading.rows import Rows, expanded, moved

_LOOKS: dict[str, str] = {
    "cursor": "bold $foreground",
    "team": "bold $secondary",
    "number": "$quiet",
    "objective": "bold $secondary",
    "key_result": "$secondary",
    "unclear": "bold $accent",
    "quiet": "$quiet",
    "words of objective": "bold $secondary",
    "words of key result": "$secondary",
    "words of field": "$foreground",
    "words of note": "$quiet italic",
    "words of syntax": "$quiet",
    "words of unplaced": "$accent underline",
    "words of nothing": "$quiet strike",
    "left over": "$quiet underline",
}
"""The team's colour for what is understood as its items, the accent for what wants to be looked at, everything else quiet."""

_KEPT_LINES = 256
"""More than a screen shows: a line of a megabyte is not made safe to show anew for each of its rows."""


class RawLines(ScrollView, can_focus=True):
    """The raw lines; one of them is under the cursor."""

    HELP = (
        "Every line of your draft and what it was read as: ● an objective, • a key result, = values beside one, § a name above them, "
        "– a note, ? not understood. Go to a line and say what it is; the draft is read again at once. Nothing is written into your file."
    )
    EXAMPLE = "n o K: to the next line in doubt, it is an objective, and the list after it holds its key results"
    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", "line", id="line.down", tooltip="The next line", key_display="↑ ↓"),
        Binding("up", "move(-1)", "line", id="line.up", tooltip="The line before", show=False),
        Binding("pagedown", "move_page(1)", "page down", id="line.page-down", tooltip="A page down", show=False),
        Binding("pageup", "move_page(-1)", "page up", id="line.page-up", tooltip="A page up", show=False),
        Binding("home,ctrl+home", "go(1)", "first line", id="line.first", tooltip="The first line", show=False),
        Binding("end,ctrl+end", "go(0)", "last line", id="line.last", tooltip="The last line", show=False),
    ]
    DEFAULT_CSS = """
    RawLines { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $background; }
    """

    line: reactive[int] = reactive(1)
    """The line under the cursor, from 1."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another line."""

        line: int

    def __init__(self, understanding: Understanding, *, id: str) -> None:
        super().__init__(id=id)
        self._understanding = understanding
        self._source = understanding.draft.source
        self._marks: dict[int, LineMeaning] = {mark.line: mark.meaning for mark in understanding.draft.marks}
        self._longest_id = _longest_id(understanding)
        self._expanded = lru_cache(_KEPT_LINES)(partial(expanded, self._source))
        self._rows: Rows | None = None
        self._gutter = Gutter(2, 7)
        self._laid_for = 0
        self._styles: dict[tuple[str, bool], Style] = {}

    def show(self, understanding: Understanding, marks: dict[int, LineMeaning]) -> None:
        """Show another reading of the same text; `marks` may be ahead of it while it is being read again."""
        self._understanding = understanding
        self._marks = marks
        longest = _longest_id(understanding)
        if longest != self._longest_id:
            self._longest_id = longest
            self._lay_out(anew=True)
        self.refresh()

    @property
    def line_count(self) -> int:
        """How many lines there are; the empty one after the last line end is none."""
        text, count = self._source.text, self._source.line_count
        return count - 1 if count > 1 and text.endswith("\n") else count

    # -- layout ------------------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width."""
        if event.size.width:
            self._lay_out()

    def _lay_out(self, *, anew: bool = False) -> None:
        width = self.scrollable_content_region.width
        if not width or (width == self._laid_for and not anew):
            return
        self._laid_for = width
        self._gutter = gutter_for(self.line_count, self._longest_id, self.app.size.width)
        self._rows = Rows(self._source, max(8, width - self._gutter.width))
        self.virtual_size = Size(width, self._rows.rows_of(self.line_count).end)
        self.refresh()
        self.call_after_refresh(self._into_view)

    def notify_style_update(self) -> None:
        """The colours may be others now."""
        super().notify_style_update()
        self._styles = {}

    # -- cursor ------------------------------------------------------------------------------------------------------------

    def validate_line(self, line: int) -> int:
        """Stay in the text."""
        return max(1, min(line, self.line_count))

    def watch_line(self) -> None:
        """Bring the line into view, and say so."""
        self.refresh()
        self._into_view()
        self.post_message(self.Moved(self.line))

    def _into_view(self) -> None:
        if self._rows is None:
            return
        rows = self._rows.rows_of(self.line)
        height = min(len(rows), max(1, self.scrollable_content_region.height))
        self.scroll_to_region(Region(0, rows.start, 1, height), animate=False, force=True, x_axis=False)

    def action_move(self, by: int) -> None:
        """Go up or down by lines."""
        self.line += by

    def action_move_page(self, by: int) -> None:
        """Go up or down by what is in sight."""
        if self._rows is None:
            return
        row = self._rows.rows_of(self.line).start + by * max(1, self.scrollable_content_region.height - 1)
        line = self._rows.line_at(max(0, min(row, self._rows.count - 1)))[0]
        self.line = line if line != self.line else line + by

    def action_go(self, line: int) -> None:
        """Go to a line; 0 is the last."""
        self.line = line or self.line_count

    def on_click(self, event: events.Click) -> None:
        """Go to the line that was clicked."""
        if self._rows is not None and 0 <= (row := self.scroll_offset.y + event.y) < self.virtual_size.height:
            self.line = self._rows.line_at(row)[0]

    # -- painting ----------------------------------------------------------------------------------------------------------

    def _style(self, name: str, *, at_cursor: bool) -> Style:
        if (name, at_cursor) not in self._styles:
            variables = self.app.theme_variables
            look = self.visual_style + Style.parse(_LOOKS[name], variables=variables)
            self._styles[name, at_cursor] = look + Style.parse("on $panel", variables=variables) if at_cursor else look
        return self._styles[name, at_cursor]

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        width, row = self.size.width, self.scroll_offset.y + y
        if self._rows is None or row >= self.virtual_size.height:
            return Strip.blank(width, self.visual_style.rich_style)
        line, nth = self._rows.line_at(row)
        at_cursor = line == self.line
        read = self._understanding.line(line)
        parts = [*self._before(line, nth, read), *self._words(line, self._rows.part(line, nth), read)]
        segments = [Segment(text, self._style(look, at_cursor=at_cursor).rich_style) for text, look in parts if text]
        return Strip(segments).adjust_cell_length(width, self._style("quiet", at_cursor=at_cursor).rich_style)

    def _before(self, line: int, nth: int, read: LineRead) -> list[tuple[str, str]]:
        """Return the gutter of a line's `nth` row."""
        mark = self._marks.get(line)
        first = nth == 0
        seen: Seen = MARKED[mark] if mark and MARKED[mark] != read.seen else read.seen
        look = seen if seen in ("objective", "key_result", "unclear") else "quiet"
        room = self._gutter.words
        word = words_of(read, seen, room) if first else ""
        bracket = BRACKETS[read.bracket] if first or read.bracket in ("first", "inner") else " "
        if not first and read.bracket == "first":
            bracket = BRACKETS["inner"]
        return [
            (CURSOR if first and line == self.line else " ", "cursor"),
            (TEAMS if mark else " ", "team"),
            (f"{line if first else '':>{self._gutter.numbers}} ", "cursor" if line == self.line else "number"),
            (f"{SHAPES[seen] if first else ' '} {word:<{room}} ", look),
            (f"{bracket} ", "quiet"),
        ]

    def _words(self, line: int, part: tuple[int, int | None], read: LineRead) -> list[tuple[str, str]]:
        """Return the words of one row of a line."""
        text, tabs = self._expanded(line)
        start, end = part[0], len(text) if part[1] is None else part[1]
        found = []
        first = bisect_right(read.pieces, start, key=lambda piece: moved(piece.end, tabs))
        for piece in islice(read.pieces, first, None):
            left, right = max(start, moved(piece.start, tabs)), min(end, moved(piece.end, tabs))
            if left >= end:
                break
            if left < right:
                found.append((text[left:right], self._look_of(piece, read)))
        return found

    def _look_of(self, piece: Piece, read: LineRead) -> str:
        if read.seen == "nothing":
            return "words of nothing" if piece.owner != "syntax" else "words of syntax"
        if piece.owner == "item":
            return "words of objective" if piece.is_objective else "words of key result"
        if piece.owner == "unplaced" and read.seen != "unclear":
            return "left over"
        if piece.owner == "unplaced" and self._understanding.draft.is_empty:
            # Where every line is unclear, none stands out.
            return "words of field"
        return f"words of {piece.owner}"


def _longest_id(understanding: Understanding) -> int:
    return max((len(item.id) for item in understanding.draft.items()), default=2)
