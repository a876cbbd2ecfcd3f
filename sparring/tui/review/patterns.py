"""What many bouts have in common, as a picture: angles by teams with the counts in the cells, and lists below."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.bout.glance import BoutRounds
from sparring.report.pattern_sections import FAMILIES, how_many
from sparring.report.patterns import By, Patterns, patterns
from sparring.text import visible
from sparring.tui.page import Page
from sparring.tui.review.page_file import ENDING, PageFileScreen, written_to
from sparring.tui.review.pattern_rows import PatternRow, pattern_rows
from sparring.tui.review.row_list import RowList

BYS: Final[tuple[By, ...]] = ("team", "cycle")

_NOT_IN_NAMES: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class BoutsInCommon:
    """Which bouts are looked at.

    Attributes:
        among: all bouts of the folders, the oldest first.
        paths: of the ones that are counted.
        said: which these are, in words; "" for all.
        said_without_names: likewise, while names are hidden.
    """

    among: tuple[BoutRounds, ...]
    paths: frozenset[Path]
    said: str = ""
    said_without_names: str = ""


class PatternsScreen(Page[None]):
    """Shows counts; nobody is ranked."""

    HELP = (
        "How often each family of angles was raised, of how often it could have been: the darker, the nearer to always. "
        "Below: what came of it, what came back, questions that hardly ever get an answer, who is waited for, every open question with "
        "its date, what was kept and what became of it. Families: "
        + "; ".join(f"{name} - {about}" for name, about in FAMILIES.items())
        + "."
    )
    EXAMPLE = "h x enter: a page without names, to send on"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar = [
        Binding("enter,right", "open", "open", id="patterns.open", tooltip="Open the bout that the row tells of, at that question"),
        Binding("t", "turn", "team/cycle", id="patterns.turn", tooltip="By team, or by cycle"),
        Binding("a", "angles", "angles", id="patterns.angles", tooltip="Families of angles, or every single one"),
        Binding("h", "hide", "hide names", id="patterns.hide", tooltip="Teams by letters, people by numbers, no words of a draft"),
        Binding("x", "page", "as a page", id="patterns.page", tooltip="Write this as a page into a file; names stay hidden if they are"),
        Binding("escape,q,left", "back", "back", id="patterns.back", tooltip="Back to the list"),
    ]
    SHOWN = ("patterns.open", "patterns.hide", "patterns.page", "patterns.turn", "patterns.angles", "patterns.back")
    DEFAULT_CSS = (
        "PatternsScreen Body { padding: 0; } PatternsScreen Body > * { max-width: 100%; } PatternsScreen #rows { height: 1fr; } "
        "PatternsScreen #whole { display: none; height: auto; max-height: 4; padding: 0 1 0 2; color: $quiet; border-top: solid $rule; }"
    )

    def __init__(
        self,
        bouts: BoutsInCommon,
        today: date,
        opening: Callable[[Path, int], Callable[[], Awaitable[None]]],
        again: Callable[[], tuple[BoutRounds, ...]],
    ) -> None:
        """Show.

        Args:
            bouts: which.
            today: what is due is held against it.
            opening: gives what opens a bout at one of its entries.
            again: gives all bouts of the folders anew, with what the coach has noted since; it reads files.
        """
        super().__init__()
        self._bouts = bouts
        self._today = today
        self._opening = opening
        self._again = again
        self._by: By = "team"
        self._families = True
        self._hidden = False
        self._was_left = False
        self._rows: list[PatternRow] = []

    def status(self) -> Widget:
        """Which bouts these are."""
        return Static(id="status", markup=False)

    def body(self) -> Iterable[Widget]:
        """The rows, and the whole of the one under the cursor where it is cut."""
        yield RowList(id="rows")
        yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Count, once it is known how wide a row is."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Rows are laid out for the width."""
        self.call_after_refresh(self._show)

    def on_screen_resume(self) -> None:
        """Count again what the coach judged, read or named in a bout that was opened from here."""
        if self._was_left:
            self._was_left = False
            self.carry_out(self._count_again)

    def on_screen_suspend(self) -> None:
        """What was said does not stand under a dialog."""
        self.say("")

    async def _count_again(self) -> None:
        among = await asyncio.to_thread(self._again)
        self._bouts = BoutsInCommon(among, self._bouts.paths, self._bouts.said, self._bouts.said_without_names)
        self._show()

    def _counted(self) -> Patterns:
        chosen = [each for each in self._bouts.among if each.path in self._bouts.paths]
        return patterns(chosen, self._today, by=self._by, families=self._families, among=self._bouts.among, names=not self._hidden)

    def _show(self) -> None:
        found, rows = self._counted(), self.query_one("#rows", RowList)
        width = rows.scrollable_content_region.width - 1
        if width <= 0:
            return
        self._rows = list(pattern_rows(found, self._today, width))
        rows.show(len(self._rows), lambda number, _: self._rows[number].pieces, rows.at)
        closing = how_many(found.closing, "closing question") if found.closing else ""
        parts = (how_many(found.bouts, "bout"), how_many(found.rounds, "round"), closing, self._said())
        said = " · ".join(part for part in parts if part)
        self.query_one("#status", Static).update(Content.assemble(("Patterns", "bold"), (f"   {visible(said)}", "$quiet")))

    def _said(self) -> str:
        return self._bouts.said_without_names if self._hidden else self._bouts.said

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open what the row tells of."""
        self.action_open()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """What was said is about another row."""
        if not event.again:
            self.say("")
        row = self._rows[event.at]
        shown = "".join(text for text, _ in row.pieces)
        whole = self.query_one("#whole", Static)
        whole.display = bool(row.whole) and cell_len(shown) > self.query_one("#rows", RowList).scrollable_content_region.width - 2
        whole.update(Content(row.whole))

    def action_open(self) -> None:
        """Open the bout that the row tells of."""
        row = self._rows[self.query_one("#rows", RowList).at]
        if row.path is None:
            self.say("This row tells of several bouts. While names are shown, those under “Still open” and “Kept” lead to one.")
        else:
            self._was_left = True
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

    def action_page(self) -> None:
        """Write it as a page, as `sparring patterns --format md` prints it."""
        from sparring.report.pattern_page import as_markdown

        page = as_markdown(self._counted(), self._today, self._said())
        chosen = _NOT_IN_NAMES.sub("-", self._said().casefold())[:40].strip("-.")
        name = f"patterns{f'-{chosen}' if chosen else ''}{ENDING}"
        about = "Names are hidden in it." if self._hidden else "It names teams and people. h before x hides them."

        def written(path: Path | None) -> None:
            if path is not None:
                self.say(written_to(path))

        self.app.push_screen(PageFileScreen(page, name, about), written)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
