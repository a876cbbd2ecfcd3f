"""A few lines to read, in front of a screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class PlainPage(ModalScreen[None]):
    """Shows lines until it is left."""

    BINDINGS: ClassVar = [Binding("escape,q,enter", "dismiss", "back", id="lines.back", tooltip="Back")]
    DEFAULT_CSS = """
    PlainPage { align: center middle; background: $background; }
    PlainPage > Vertical { width: 90%; max-width: 96; height: auto; max-height: 90%; padding: 1 2; background: $panel; }
    PlainPage VerticalScroll { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; background: $panel; }
    PlainPage .line { height: auto; }
    PlainPage .over-keys { height: 1; margin: 1 0 0 0; }
    """

    def __init__(self, lines: Sequence[Content]) -> None:
        super().__init__()
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        """The lines, and how to leave."""
        with Vertical():
            with VerticalScroll():
                yield from (Static(line, classes="line") for line in self._lines)
            yield Static(Content.styled("esc back   ↑ ↓ scroll", "$quiet"), classes="over-keys")
