"""What many bouts have in common, as a picture: angles by teams with the counts in the cells, and lists below."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.bout.glance import BoutRounds
from sparring.report.patterns import By, hidden, patterns
from sparring.tui.page import Page
from sparring.tui.review.pattern_rows import FAMILIES, PatternRow, pattern_rows
from sparring.tui.review.row_list import RowList

BYS: Final[tuple[By, ...]] = ("team", "cycle")


class PatternsScreen(Page[None]):
    """Shows counts; nobody is ranked."""

    HELP = (
        "How often each family of angles was raised, of how often it could have been: the darker, the nearer to always. "
        "Below: what came of it, what came back, questions that hardly ever get an answer, who is waited for, every open question with "
        "its date, what was kept. Families: " + "; ".join(f"{name} - {about}" for name, about in FAMILIES.items()) + "."
    )
    EXAMPLE = "f t, choose a team, p, end: what that team kept, and above it what it still owes an answer to"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar = [
        Binding("enter,right", "open", "open", id="patterns.open", tooltip="Open the bout that the row tells of, at that question"),
        Binding("t", "turn", "by team or cycle", id="patterns.turn", tooltip="By team, or by cycle"),
        Binding("a", "angles", "single angles", id="patterns.angles", tooltip="Families of angles, or every single one"),
        Binding("h", "hide", "hide names", id="patterns.hide", tooltip="Teams by letters, people by numbers, no words of a draft"),
        Binding("escape,q,left", "back", "back", id="patterns.back", tooltip="Back to the list"),
    ]
    SHOWN = ("patterns.open", "patterns.turn", "patterns.angles", "patterns.hide", "patterns.back")
    DEFAULT_CSS = (
        "PatternsScreen Body { padding: 0; } PatternsScreen Body > * { max-width: 100%; } PatternsScreen #rows { height: 1fr; } "
        "PatternsScreen #whole { display: none; height: auto; max-height: 4; padding: 0 1 0 2; color: $quiet; border-top: solid $rule; }"
    )

    def __init__(
        self, bouts: tuple[BoutRounds, ...], today: date, chosen: str, opening: Callable[[Path, int], Callable[[], Awaitable[None]]]
    ) -> None:
        """Show.

        Args:
            bouts: the oldest first.
            today: what is due is held against it.
            chosen: which bouts these are, in words; "" for all.
            opening: gives what opens a bout at one of its entries.
        """
        super().__init__()
        self._bouts = bouts
        self._today = today
        self._chosen = chosen
        self._opening = opening
        self._by: By = "team"
        self._families = True
        self._hidden = False
        self._rows: list[PatternRow] = []

    def status(self) -> Widget:
        """Which bouts these are."""
        return Static(id="status", markup=False)

    def body(self) -> Iterable[Widget]:
        """The rows, and the whole of the one under the cursor where it is cut."""
        yield RowList(id="rows")
        yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Count."""
        self._show()

    def _show(self) -> None:
        found = patterns(hidden(self._bouts) if self._hidden else self._bouts, self._today, by=self._by, families=self._families)
        self._rows = list(pattern_rows(found, self._by, self._today, names=not self._hidden))
        rows = self.query_one("#rows", RowList)
        rows.show(len(self._rows), lambda number, width: self._rows[number].pieces)
        chosen = "" if self._hidden else self._chosen
        said = " · ".join(part for part in (f"{found.bouts} bouts", f"{found.rounds} rounds", chosen) if part)
        self.query_one("#status", Static).update(Content.assemble(("Patterns", "bold"), (f"   {said}", "$quiet")))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open what the row tells of."""
        self.action_open()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """What was said is about another row."""
        self.say("")
        words = " ".join("".join(text for text, _ in self._rows[event.at].pieces).split())
        rows, whole = self.query_one("#rows", RowList), self.query_one("#whole", Static)
        whole.display = self._rows[event.at].path is not None and cell_len(words) > rows.scrollable_content_region.width - 5
        whole.update(Content(words))

    def action_open(self) -> None:
        """Open the bout that the row tells of."""
        row = self._rows[self.query_one("#rows", RowList).at]
        if row.path is None:
            self.say("This row tells of several bouts. While names are shown, those under “Still open” and “Kept” lead to one.")
        else:
            self.carry_out(self._opening(row.path, row.seq))

    def action_turn(self) -> None:
        """By team, or by cycle."""
        self._by = BYS[(BYS.index(self._by) + 1) % len(BYS)]
        self._show()

    def action_angles(self) -> None:
        """Families, or single angles."""
        self._families = not self._families
        self._show()

    def action_hide(self) -> None:
        """Hide or show names."""
        self._hidden = not self._hidden
        self._show()

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
