"""The items of a draft as they were read, beside its raw lines: what belongs under what, seen at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from sparring.draft.model import Draft, KeyResult, Objective
from sparring.text import visible
from sparring.tui.reading.gutter import CURSOR, SHAPES

LEFT_OPEN = "left open"
WITHOUT_OBJECTIVE = "under no objective"
_LONGEST_SHOWN = 400


@dataclass(frozen=True, slots=True)
class _Row:
    """An item, or a name above items (then `key` is "")."""

    indent: int
    head: str
    words: str
    key: str = ""
    line: int = 0
    is_objective: bool = False


class ItemTree(ScrollView, can_focus=False):
    """The items; the one under the cursor is brought out."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ItemTree { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $background; }
    """

    @dataclass
    class Chosen(Message):
        """An item was clicked; it begins on this line."""

        line: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: tuple[_Row, ...] = ()
        self._places: dict[str, int] = {}
        self._current = ""

    def show(self, draft: Draft) -> None:
        """Show the items of this draft."""
        self._rows = tuple(_rows_of(draft))
        self._places = {row.key: number for number, row in enumerate(self._rows) if row.key}
        self._fit()
        self.refresh()

    def on_resize(self) -> None:
        """Take the new width."""
        self._fit()

    def _fit(self) -> None:
        if width := self.scrollable_content_region.width:
            self.virtual_size = Size(width, len(self._rows))

    def bring_out(self, key: str) -> None:
        """Bring out the item with this key, if it is shown; "" brings out none."""
        if key != self._current:
            self._current = key
            self.refresh()
        if (at := self._places.get(key)) is not None:
            self.scroll_to_region(Region(0, at, 1, 1), animate=False, force=True, x_axis=False)

    def on_click(self, event: events.Click) -> None:
        """Go to the line of the item that was clicked."""
        row = self.scroll_offset.y + event.y
        if row < len(self._rows) and self._rows[row].line:
            self.post_message(self.Chosen(self._rows[row].line))

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        width, at = self.size.width, self.scroll_offset.y + y
        base = self.visual_style
        if at >= len(self._rows):
            return Strip.blank(width, base.rich_style)
        row = self._rows[at]
        is_current = bool(row.key) and row.key == self._current
        ground = " on $panel" if is_current else ""
        variables = self.app.theme_variables

        def segment(text: str, look: str) -> Segment:
            return Segment(text, (base + Style.parse(f"{look}{ground}", variables=variables)).rich_style)

        before = f"{CURSOR if is_current else ' '}{' ' * row.indent}"
        head = f"{row.head}  " if row.head else ""
        room = max(1, self.scrollable_content_region.width - cell_len(before + head))
        words = Content(row.words or LEFT_OPEN).truncate(room, ellipsis=True).plain
        look = "bold $secondary" if row.is_objective else "$secondary" if row.words else "$quiet italic"
        segments = [
            segment(before, "bold $foreground"),
            segment(head, "bold $secondary" if row.is_objective else "$quiet"),
            segment(words, look if row.key else "$quiet"),
        ]
        return Strip(segments).adjust_cell_length(width, segment("", "").style)


def _rows_of(draft: Draft) -> Iterator[_Row]:
    section: tuple[str, ...] = ()
    for number, objective in enumerate(draft.objectives):
        if objective.section != section:
            section = objective.section
            if number:
                yield _Row(0, "", " ")
            if section:
                yield _Row(0, "", visible(" / ".join(section)))
        yield _row(objective, 0)
        for key_result in objective.key_results:
            yield _row(key_result, 2)
    if draft.unplaced_key_results:
        if draft.objectives:
            yield _Row(0, "", " ")
        yield _Row(0, "", WITHOUT_OBJECTIVE)
        for key_result in draft.unplaced_key_results:
            yield _row(key_result, 2)


def _row(item: Objective | KeyResult, indent: int) -> _Row:
    is_objective = isinstance(item, Objective)
    shape = SHAPES["objective" if is_objective else "key_result"]
    words = visible(item.text[:_LONGEST_SHOWN])
    return _Row(indent, f"{shape} {item.id.rpartition('.')[2]}", words, item.key, item.lines[0], is_objective)
