"""The team's draft beside the bout: every item with its mark, the words under challenge where they stand."""

from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Static

from sparring.bout.marks import marks
from sparring.bout.state import Bout
from sparring.tui.bout.draft_lines import DraftLines, draft_lines
from sparring.tui.bout.marks_shown import NAMES, SHAPES


class DraftText(ScrollView, can_focus=True):
    """The draft's lines, laid out once a change or width and painted line by line: a long draft scrolls like a short one."""

    HELP = "Your draft as it stands, with a mark for every item. The words under challenge are stressed. Arrow keys scroll."
    FOCUS_ON_CLICK: ClassVar = False
    EXAMPLE = "Select words with the mouse; ctrl+c copies them"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._bout: Bout | None = None
        self._laid = DraftLines((), {})
        self._laid_for: tuple[int, int] | None = None
        self._followed: tuple[int, tuple[str, ...]] = (0, ())
        """The round that was scrolled to, and the part that is sparred on."""

    def show(self, bout: Bout) -> None:
        """Show the draft of this bout; scrolls to the challenge when there is a new one."""
        self._bout = bout
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width."""
        if event.size.width:
            self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._bout is None or not width:
            return
        if self._laid_for != (width, self._bout.last_seq):
            self._laid_for = (width, self._bout.last_seq)
            self._laid = draft_lines(self._bout, width)
            self.virtual_size = Size(width, len(self._laid.lines))
            self.refresh()
            # A scroll bar that comes with this many lines takes room from them, and nobody else says so.
            self.call_after_refresh(self._lay_out)
        self._follow(self._bout)

    def _follow(self, bout: Bout) -> None:
        current = bout.round
        focus = bout.situation.focus if bout.situation else ()
        follow = (current.seq if current else 0, focus)
        if follow == self._followed:
            return
        keys = current.raised.anchor.keys if current else ()
        is_new_part = focus != self._followed[1]
        if is_new_part:
            keys = keys or tuple(objective.key for objective in bout.part.objectives)
        self._followed = follow
        places = [self._laid.places[key] for key in keys if key in self._laid.places]
        if places:
            first, last = places[0]
            place = Region(0, max(0, first - 1), 1, last - first + 3)
            self.call_after_refresh(self.scroll_to_region, place, top=is_new_part, animate=False)

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        scroll_x, scroll_y = self.scroll_offset
        width, row = self.size.width, scroll_y + y
        base = self.visual_style
        if row >= len(self._laid.lines):
            return Strip.blank(width, base.rich_style)
        line = self._laid.lines[row]
        if (selection := self.text_selection) is not None and (span := selection.get_span(row)) is not None:
            start, end = span
            line = line.stylize(Style.from_rich_style(self.selection_style), start, len(line.plain) if end == -1 else end)
        parse = partial(Style.parse, variables=self.app.theme_variables)
        segments = [Segment(text, style.rich_style) for text, style in line.render(base, end="", parse_style=parse)]
        return Strip(segments, cell_len(line.plain)).crop_extend(scroll_x, scroll_x + width, base.rich_style).apply_offsets(scroll_x, row)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what the mouse has selected."""
        return selection.extract("\n".join(line.plain for line in self._laid.lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.refresh()


class DraftPane(Vertical):
    """The draft with its heading and, below, what the marks in it mean."""

    def __init__(self, *, id: str, whose: str = "Your draft") -> None:
        super().__init__(id=id)
        self._whose = whose
        self._heading = Static(markup=False, classes="draft-heading")
        self._text = DraftText(id="draft-text")
        self._legend = Static(markup=False, classes="draft-legend")

    def compose(self) -> ComposeResult:
        """Heading, draft, legend."""
        yield self._heading
        yield self._text
        yield self._legend

    def show(self, bout: Bout) -> None:
        """Show the draft of this bout."""
        version = Content.styled(f"  v{bout.version}", "$quiet") if bout.version > 1 else Content("")
        self._heading.update(Content.styled(self._whose, "bold") + version)
        self._text.show(bout)
        used = set(marks(bout).values())
        self._legend.update(
            Content.styled("   ".join(f"{shape} {NAMES[mark]}" for mark, shape in SHAPES.items() if mark in used), "$quiet")
        )

    def focus_text(self) -> None:
        """Let the arrow keys scroll the draft."""
        self._text.focus()


class DraftScreen(ModalScreen[None]):
    """The draft over the conversation, where there is no room for both."""

    BINDINGS: ClassVar = [
        Binding("escape,d,enter,ctrl+t", "dismiss", "back to the bout", id="draft.close", tooltip="Close the draft"),
    ]

    def __init__(self, bout: Bout) -> None:
        super().__init__()
        self._bout = bout

    def compose(self) -> ComposeResult:
        """The pane, over everything."""
        yield DraftPane(id="draft-over")
        yield Static(Content.styled("esc back to the bout   ↑ ↓ scroll", "$quiet"), classes="over-keys")

    def on_mount(self) -> None:
        """Show the draft as it stands."""
        self.query_one(DraftPane).show(self._bout)
        self.query_one(DraftText).focus()
