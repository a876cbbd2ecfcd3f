"""Naming a bout: whose it counts as in the coach's lists, and of which cycle."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from sparring.text import visible
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import ONWARD, Page, heading


@dataclass(frozen=True, slots=True)
class Names:
    """What a bout goes by; "" is the name that the transcript gives it."""

    team: str
    cycle: str


class NameInput(KeysInOrder, Input):
    """A name."""

    HELP = "The name that this bout goes by in your lists. Empty, it goes by its own."
    EXAMPLE = "Checkout"
    BINDINGS: ClassVar = [ONWARD, Binding("up", "app.focus_previous", "before", show=False)]


class NamesScreen(Page[Names | None]):
    """Takes the names; None is going back without a change."""

    HELP = "Whose bout this is in your lists, searches and patterns. The transcript keeps its own names, and the team sees none of this."
    AUTO_FOCUS = "#team"
    BINDINGS: ClassVar = [
        Binding("f2,ctrl+s,enter", "keep", "keep it", id="names.keep", tooltip="Let the bout go by these names"),
        Binding("escape", "back", "back, nothing is kept", id="names.back", tooltip="Back; the names stay"),
    ]
    SHOWN = ("names.keep", "names.back")
    DEFAULT_CSS = "NamesScreen .label { height: 1; margin: 1 0 0 0; color: $quiet; }"

    def __init__(self, names: Names, which: str) -> None:
        """Show.

        Args:
            names: as they are.
            which: bout this is, in words.
        """
        super().__init__()
        self._names = names
        self._which = which

    def body(self) -> Iterable[Widget]:
        """Two fields."""
        yield heading("What this bout goes by in your lists", visible(self._which))
        yield Static("team", markup=False, classes="label")
        yield NameInput(self._names.team, id="team", name="team", classes="-writes")
        yield Static("cycle", markup=False, classes="label")
        yield NameInput(self._names.cycle, id="cycle", name="cycle", classes="-writes")

    def on_input_submitted(self) -> None:
        """Enter keeps."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the names."""
        team, cycle = (self.query_one(f"#{name}", NameInput).value.strip() for name in ("team", "cycle"))
        self.dismiss(Names(team, cycle))

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
