"""What many bouts have in common, as a picture: angles by teams with the counts in the cells, and lists below."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar, Final

from rich.cells import set_cell_size
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.bout.glance import BoutRounds
from sparring.report.patterns import By, Patterns, Waiting, hidden, patterns
from sparring.text import visible
from sparring.tui.page import Page
from sparring.tui.review.row_list import Piece, RowList

BYS: Final[tuple[By, ...]] = ("team", "cycle")
_SHADES: Final = ("", "on $secondary 15%", "on $secondary 30%", "on $secondary 45%", "on $secondary 60%")
_OUTCOMES: Final = ("settled", "kept", "changed", "open", "skipped")

Row = Sequence[Piece]


class PatternsScreen(Page[None]):
    """Shows counts; nobody is ranked."""

    HELP = (
        "How often each family of angles was raised, of how often it could have been: the darker, the nearer to always. "
        "Below: what came of it, what came back, who is waited for, what was kept, and questions that hardly ever get an answer."
    )
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar = [
        Binding("t", "turn", "by team or cycle", id="patterns.turn", tooltip="By team, or by cycle"),
        Binding("a", "angles", "single angles", id="patterns.angles", tooltip="Families of angles, or every single one"),
        Binding("h", "hide", "hide names", id="patterns.hide", tooltip="Teams by letters, people by numbers, no words of a draft"),
        Binding("escape,q,left", "back", "back", id="patterns.back", tooltip="Back to the list"),
    ]
    SHOWN = ("patterns.turn", "patterns.angles", "patterns.hide", "patterns.back")
    DEFAULT_CSS = "PatternsScreen Body { padding: 0; } PatternsScreen Body > * { max-width: 100%; } PatternsScreen #rows { height: 1fr; }"

    def __init__(self, bouts: tuple[BoutRounds, ...], today: date, chosen: str) -> None:
        """Show.

        Args:
            bouts: the oldest first.
            today: what is due is held against it.
            chosen: which bouts these are, in words; "" for all.
        """
        super().__init__()
        self._bouts = bouts
        self._today = today
        self._chosen = chosen
        self._by: By = "team"
        self._families = True
        self._hidden = False
        self._rows: list[Row] = []

    def status(self) -> Widget:
        """Which bouts these are."""
        return Static(id="status", markup=False)

    def body(self) -> Iterable[Widget]:
        """The rows."""
        yield RowList(id="rows")

    def on_mount(self) -> None:
        """Count."""
        self._show()

    def _show(self) -> None:
        found = patterns(hidden(self._bouts) if self._hidden else self._bouts, self._today, by=self._by, families=self._families)
        self._rows = list(pattern_rows(found, self._by))
        rows = self.query_one("#rows", RowList)
        rows.show(len(self._rows), lambda number, width: self._rows[number])
        chosen = "" if self._hidden else self._chosen
        said = " · ".join(part for part in (f"{found.bouts} bouts", f"{found.rounds} rounds", chosen) if part)
        self.query_one("#status", Static).update(Content.assemble(("Patterns", "bold"), (f"   {said}", "$quiet")))

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


def pattern_rows(found: Patterns, by: By) -> Iterable[Row]:
    """Yield what bouts have in common as rows."""
    table = found.table
    yield _title(f"Raised in so many bouts, of those in which it could have been, by {by}")
    # Columns are what there are few of: families across, or, of single angles, teams and cycles as they come.
    across, down = (table.rows, table.columns) if len(table.rows) <= 9 else (table.columns, table.rows)
    turned = across is table.rows
    first = max([len(name) for name in down], default=4) + 2
    wide = max([7, *(len(name) + 1 for name in across)]) if turned else 9
    yield [(" " * (first + 1), ""), *((f"{_named(name)[: wide - 1]:>{wide}}", "$quiet") for name in across)]
    for name in down:
        cells = [table.cells.get((column, name) if turned else (name, column)) for column in across]
        yield [
            (f" {set_cell_size(_named(name), first)}", ""),
            *(
                (f"{f'{cell.bouts}/{cell.could}' if cell else '·':>{wide}}", _shade(cell.bouts, cell.could) if cell else "$quiet")
                for cell in cells
            ),
        ]
    yield []
    yield _title("What came of the rounds")
    yield [(" " * (first + 1), ""), *((f"{outcome:>9}", "$quiet") for outcome in _OUTCOMES)]
    for row in table.rows:
        sums = [sum(cell.outcomes[outcome] for (each, _), cell in table.cells.items() if each == row) for outcome in _OUTCOMES]
        most = max(sum(sums), 1)
        yield [(f" {set_cell_size(_named(row), first)}", ""), *((f"{count or '·':>9}", _shade(count, most)) for count in sums)]
    yield from _list("Raised with a team last cycle, and again in this one", _came_back(found))
    yield from _list(f"Who is waited for: {len(found.waiting)} open, {len(found.overdue)} overdue", _owners(found))
    yield from _list("Kept, and what would prove it wrong", _kept(found))
    yield from _list("Questions that hardly ever get a fact or a reason", _unanswered(found))


def _title(said: str) -> Row:
    return [(f" {said}", "bold")]


def _list(title: str, rows: Iterable[Row]) -> Iterable[Row]:
    rows = list(rows)
    if rows:
        yield []
        yield _title(title)
        yield from rows


def _came_back(found: Patterns) -> Iterable[Row]:
    for each in found.came_back:
        yield [
            (f"   {visible(each.team)}: {_named(each.lens)}", ""),
            (f"   {visible(each.before)} {_said(each.then_outcomes)} → {visible(each.now)} {_said(each.now_outcomes)}", "$quiet"),
        ]


def _owners(found: Patterns) -> Iterable[Row]:
    waited: dict[str, list[Waiting]] = {}
    for each in found.waiting:
        waited.setdefault(each.owner, []).append(each)
    overdue = {id(each) for each in found.overdue}
    for owner in sorted(waited, key=str.casefold):
        points = waited[owner]
        late = sum(id(each) in overdue for each in points)
        teams = ", ".join(sorted({visible(each.team) for each in points if each.team}, key=str.casefold))
        yield [
            (f"   {visible(owner) or 'nobody yet'}: {len(points)}", ""),
            (f", {late} overdue" if late else "", "bold $accent"),
            (f"   {teams}", "$quiet"),
        ]


def _kept(found: Patterns) -> Iterable[Row]:
    for each in found.kept:
        yield [(f"   {visible(each.team)}: {visible(each.words)}", ""), (f"   {visible(each.proof) or 'not said'}", "$quiet")]


def _unanswered(found: Patterns) -> Iterable[Row]:
    for each in found.unanswered:
        yield [(f"   {each.brought} of {each.asked}", "$quiet"), (f"   {visible(each.question)}", "")]


def _said(outcomes: Sequence[str]) -> str:
    return ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in _OUTCOMES if outcome in outcomes)


def _named(name: str) -> str:
    return visible(name).replace("-", " ")


def _shade(count: int, of: int) -> str:
    """Return how dark a cell is: by its share, so that few bouts and many compare."""
    return _SHADES[0 if not count else min(4, 1 + (4 * count - 1) // max(of, 1) if of else 0)] or "$quiet"
