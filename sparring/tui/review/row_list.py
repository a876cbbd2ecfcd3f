"""A list of very many rows with a cursor, painted row by row: ten thousand scroll like ten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

Piece = tuple[str, str]
"""Words and how they look, as Textual writes styles."""


class RowList(ScrollView, can_focus=True):
    """Rows; one of them is under the cursor."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", "row", id="row.down", tooltip="The next row", show=False),
        Binding("up", "move(-1)", "row", id="row.up", tooltip="The row before", show=False),
        Binding("pagedown", "move_page(1)", "page down", id="row.page-down", tooltip="A page down", show=False),
        Binding("pageup", "move_page(-1)", "page up", id="row.page-up", tooltip="A page up", show=False),
        Binding("home,ctrl+home", "go(0)", "first row", id="row.first", tooltip="The first row", show=False),
        Binding("end,ctrl+end", "go(-1)", "last row", id="row.last", tooltip="The last row", show=False),
    ]
    DEFAULT_CSS = """
    RowList { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $background; }
    """

    at: reactive[int] = reactive(0, always_update=True)
    """The row under the cursor, from 0."""

    instead: reactive[str] = reactive("")
    """What stands there while there are no rows."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or, `again`, other rows are shown and nobody moved it."""

        at: int
        again: bool = False

    @dataclass
    class Chosen(Message):
        """A row was clicked twice."""

        at: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._count = 0
        self._row: Callable[[int, int], Sequence[Piece]] = lambda number, width: ()
        self._styles: dict[tuple[str, bool], Style] = {}
        self._is_shown_anew = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, row: Callable[[int, int], Sequence[Piece]], at: int = 0) -> None:
        """Show rows.

        Args:
            count: how many.
            row: gives the pieces of a row by its number and the width in cells.
            at: the row under the cursor.
        """
        self._count, self._row = count, row
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self._is_shown_anew = True
        self.at = at
        self._is_shown_anew = False
        self.refresh()

    def on_resize(self) -> None:
        """Rows are as wide as the window."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)
        self.call_after_refresh(self._into_view)

    def notify_style_update(self) -> None:
        """The colours may be others now."""
        super().notify_style_update()
        self._styles = {}

    def validate_at(self, at: int) -> int:
        """Stay in the list."""
        return max(0, min(at, self._count - 1))

    def watch_at(self) -> None:
        """Bring the row into view, and say so."""
        self.refresh()
        self._into_view()
        if self._count:
            self.post_message(self.Moved(self.at, self._is_shown_anew))

    def _into_view(self) -> None:
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False, force=True, x_axis=False)

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self.at += by

    def action_move_page(self, by: int) -> None:
        """Go up or down by what is in sight."""
        self.at += by * max(1, self.scrollable_content_region.height - 1)

    def action_go(self, to: int) -> None:
        """Go to a row; -1 is the last."""
        self.at = to if to >= 0 else self._count - 1

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; twice opens it."""
        row = self.scroll_offset.y + event.y
        if 0 <= row < self._count:
            self.at = row
            if event.chain > 1:
                self.post_message(self.Chosen(row))

    def _style(self, look: str, *, at_cursor: bool) -> Style:
        if (look, at_cursor) not in self._styles:
            variables = self.app.theme_variables
            style = self.visual_style + Style.parse(look, variables=variables)
            bar = "on $secondary 25%" if self.has_focus else "on $panel"
            self._styles[look, at_cursor] = style + Style.parse(bar, variables=variables) if at_cursor else style
        return self._styles[look, at_cursor]

    def on_focus(self) -> None:
        """The bar is brighter now."""
        self._styles = {}

    def on_blur(self) -> None:
        """The bar is quieter now."""
        self._styles = {}

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        width, number = self.size.width, self.scroll_offset.y + y
        if not self._count and self.instead:
            words = Content(self.instead).wrap(max(10, min(width, 92) - 4))
            text = f"  {words[y - 1].plain}" if 0 < y <= len(words) else ""
            return Strip([Segment(text, self._style("$quiet", at_cursor=False).rich_style)]).adjust_cell_length(
                width, self.visual_style.rich_style
            )
        if number >= self._count:
            return Strip.blank(width, self.visual_style.rich_style)
        at_cursor = number == self.at
        pieces = (("›" if at_cursor else " ", "bold"), *self._row(number, self.scrollable_content_region.width - 1))
        segments = [Segment(text, self._style(look, at_cursor=at_cursor).rich_style) for text, look in pieces if text]
        plain, room = self._style("", at_cursor=at_cursor).rich_style, self.scrollable_content_region.width
        strip = Strip(segments)
        if strip.cell_length > room:
            strip = Strip([*strip.crop(0, room - 1), Segment("…", plain)])
        return strip.adjust_cell_length(width, plain)
