"""What many bouts have in common, laid out in rows; a row that tells of one bout leads to it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from rich.cells import cell_len, set_cell_size

from sparring.record.notes import BECAME
from sparring.report.patterns import ALL, By, Cell, KeptLine, Patterns, Waiting, judged_in_words, together
from sparring.text import visible
from sparring.tui.review.row_list import Piece

FAMILIES: Final = {
    "spine": "what will be different, what could sink it, when to drop it",
    "choice": "which choice of the strategy a line serves",
    "signal": "whether a number tells in time that it works",
    "work": "work that is called a result",
    "measure": "how something is measured",
    "facts": "what is not written down: starting points, owners, dates",
}
"""What the families of angles ask about."""

NOBODY: Final = "nobody yet"

_SHADES: Final = ("", "on $secondary 15%", "on $secondary 30%", "on $secondary 45%", "on $secondary 60%")
_OUTCOMES: Final = ("settled", "kept", "changed", "open", "skipped")


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One row.

    Attributes:
        pieces: what stands in it.
        path: of the bout that it tells of, or None.
        seq: of that bout's entry.
    """

    pieces: Sequence[Piece] = ()
    path: Path | None = None
    seq: int = 0


def pattern_rows(found: Patterns, by: By, today: date, *, names: bool) -> Iterable[PatternRow]:
    """Yield what bouts have in common.

    Args:
        found: counted.
        by: what the table's columns are.
        today: what is due is held against it.
        names: teams and people are named; else no row leads to a bout, and what is open is only counted.
    """
    yield _title(f"Raised in so many bouts, of those in which it could have been, by {by}")
    yield from _shares(found)
    yield PatternRow()
    yield _title("What came of the rounds")
    yield from _outcomes(found)
    yield from _list("Raised with a team last cycle, and again in this one", _came_back(found))
    yield from _list("Questions that hardly ever get a fact or a reason", _unanswered(found))
    yield from _list(f"Who is waited for: {len(found.waiting)} open, {len(found.overdue)} overdue", _owners(found))
    if names:
        yield from _list("Still open, the first to be due on top, ! overdue; enter opens the bout there", _open(found, today))
        yield from _list(_kept_title(found), _kept(found))


def _title(said: str) -> PatternRow:
    return PatternRow([(f" {said}", "bold")])


def _list(title: str, rows: Iterable[PatternRow]) -> Iterable[PatternRow]:
    rows = list(rows)
    if rows:
        yield PatternRow()
        yield _title(title)
        yield from rows


def _shares(found: Patterns) -> Iterator[PatternRow]:
    table = found.table
    # Columns are what there are few of: families across, or, of single angles, teams and cycles as they come.
    across, down = (table.rows, table.columns) if len(table.rows) <= 9 else (table.columns, table.rows)
    turned = across is table.rows
    first = max([len(ALL), *(len(name) for name in down)]) + 2
    wide = max([7, *(len(name) + 1 for name in across)]) if turned else 9
    yield PatternRow([(" " * (first + 1), ""), *((_column(_named(name), wide), "$quiet") for name in across)])
    for name in down:
        cells = [table.cells.get((column, name) if turned else (name, column)) for column in across]
        yield PatternRow([(f" {set_cell_size(_named(name), first)}", ""), *(_share(cell, wide) for cell in cells)])
    if len(down) > 1 and turned:
        sums = [together(cell for (row, _), cell in table.cells.items() if row == column) for column in across]
        yield PatternRow([(f" {set_cell_size(ALL, first)}", "bold"), *(_share(cell, wide) for cell in sums)])


def _column(name: str, wide: int) -> str:
    """Return a column's name, right-aligned, cut where there is no room."""
    shown = name if cell_len(name) < wide else set_cell_size(name, wide - 2) + "…"
    return " " * (wide - cell_len(shown)) + shown


def _share(cell: Cell | None, wide: int) -> Piece:
    return (f"{f'{cell.bouts}/{cell.could}' if cell else '·':>{wide}}", _shade(cell.bouts, cell.could) if cell else "$quiet")


def _outcomes(found: Patterns) -> Iterator[PatternRow]:
    table = found.table
    first = max([4, *(len(name) for name in table.rows)]) + 2
    yield PatternRow([(" " * (first + 1), ""), *((f"{outcome:>9}", "$quiet") for outcome in _OUTCOMES)])
    for row in table.rows:
        sums = [sum(cell.outcomes[outcome] for (each, _), cell in table.cells.items() if each == row) for outcome in _OUTCOMES]
        most = max(sum(sums), 1)
        yield PatternRow(
            [
                (f" {set_cell_size(_named(row), first)}", ""),
                *((f"{count or '·':>9}", _shade(count, most)) for count in sums),
                (f"   {FAMILIES[row]}" if row in FAMILIES else "", "$quiet"),
            ]
        )


def _came_back(found: Patterns) -> Iterator[PatternRow]:
    wide = max((cell_len(f"{visible(each.team)}: {_named(each.lens)}") for each in found.came_back), default=0)
    for each in found.came_back:
        yield PatternRow(
            [
                (f"   {set_cell_size(f'{visible(each.team)}: {_named(each.lens)}', wide)}", ""),
                (f"   {visible(each.before)} {_said(each.then_outcomes)} → {visible(each.now)} {_said(each.now_outcomes)}", "$quiet"),
            ]
        )


def _owners(found: Patterns) -> Iterator[PatternRow]:
    waited: dict[str, list[Waiting]] = {}
    for each in found.waiting:
        waited.setdefault(each.owner, []).append(each)
    overdue = {id(each) for each in found.overdue}
    wide = min(24, max((cell_len(visible(owner) or NOBODY) for owner in waited), default=0))
    for owner in sorted(waited, key=_as_counted):
        points = waited[owner]
        late = sum(id(each) in overdue for each in points)
        teams = sorted({visible(each.team) for each in points if each.team}, key=str.casefold)
        yield PatternRow(
            [
                (f"   {set_cell_size(visible(owner) or NOBODY, wide)} {len(points):>4} open", ""),
                (f" {late:>4} overdue" if late else " " * 13, "bold $accent"),
                (f"   {', '.join(teams) if len(teams) <= 5 else f'{len(teams)} teams'}", "$quiet"),
            ]
        )


def _as_counted(owner: str) -> tuple[str, int]:
    """Return what sorts names by the alphabet and "Person 2" before "Person 10"."""
    name, _, number = owner.casefold().rpartition(" ")
    return (name, int(number)) if number.isdecimal() and len(number) < 9 else (owner.casefold(), 0)


def _open(found: Patterns, today: date) -> Iterator[PatternRow]:
    wide = min(24, max((cell_len(visible(each.owner) or NOBODY) for each in found.waiting), default=0))
    of = _widest(found.waiting)
    for each in found.waiting:
        late = each.due is not None and each.due < today
        when = f"{each.due:%Y-%m-%d}" if each.due else "no date   "
        pieces: list[Piece] = [
            (f" {'!' if late else ' '} {when}  ", "bold $accent" if late else "$quiet"),
            (set_cell_size(visible(each.owner) or NOBODY, wide), ""),
            (f"   {set_cell_size(_of(each.team, each.cycle), of)}   ", "$quiet"),
            (visible(each.question), ""),
        ]
        yield PatternRow(pieces, each.path, each.seq)


def _kept_title(found: Patterns) -> str:
    counts = judged_in_words(found.kept)
    return f"Kept, and what would prove it wrong{f' ({counts})' if counts else ''}; enter opens the bout there"


def _kept(found: Patterns) -> Iterator[PatternRow]:
    of = _widest(found.kept)
    for each in found.kept:
        pieces: list[Piece] = [
            (f"   {set_cell_size(_of(each.team, each.cycle), of)}   ", "$quiet"),
            (visible(each.words), ""),
            (f"   {visible(each.proof) or 'not said'}", "$quiet"),
            (f"   {BECAME[each.judged]}" if each.judged else "", "bold $accent" if each.judged == "did-not" else "bold"),
        ]
        yield PatternRow(pieces, each.path, each.seq)


def _unanswered(found: Patterns) -> Iterator[PatternRow]:
    for each in found.unanswered:
        yield PatternRow([(f"   {each.brought} of {each.asked}", "$quiet"), (f"   {visible(each.question)}", "")])


def _widest(named: Iterable[Waiting | KeptLine]) -> int:
    return min(30, max((cell_len(_of(each.team, each.cycle)) for each in named), default=0))


def _of(team: str, cycle: str) -> str:
    return " · ".join(visible(part) for part in (team, cycle) if part)


def _said(outcomes: Sequence[str]) -> str:
    return ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in _OUTCOMES if outcome in outcomes)


def _named(name: str) -> str:
    return visible(name).replace("-", " ")


def _shade(count: int, of: int) -> str:
    """Return how dark a cell is: by its share, so that few bouts and many compare."""
    return _SHADES[0 if not count else min(4, 1 + (4 * count - 1) // max(of, 1) if of else 0)] or "$quiet"
