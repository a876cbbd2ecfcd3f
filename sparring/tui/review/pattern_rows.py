"""What many bouts have in common, laid out in rows; a row that tells of one bout leads to it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from pathlib import Path
from textwrap import wrap
from typing import Final

from rich.cells import cell_len, set_cell_size

from sparring.record.notes import BECAME, Judgement
from sparring.report.pattern_sections import (
    CAME_BACK,
    FAMILIES,
    FEW,
    LEFT_OUT,
    NOBODY,
    OTHER_WORDS,
    OUTCOMES,
    SAME_LETTERS,
    UNANSWERED,
    WHAT_OUTCOMES_ARE,
    WHAT_SHARES_ARE,
    ages,
    angle,
    came_to,
    column,
    has_totals,
    kept_in_words,
    owners,
    share,
    totals,
    whose,
)
from sparring.report.patterns import ALL, Cell, KeptLine, Patterns, Waiting
from sparring.text import visible
from sparring.tui.review.row_list import Piece

WIDEST: Final = 100
"""Cells of a sentence: longer lines are hard to read."""

JUDGED: Final[dict[Judgement, str]] = {"came-true": "✓", "did-not": "✗", "unclear": "~"}
"""Marks of what became of a kept line."""

_SHADES: Final = ("", "on $secondary 15%", "on $secondary 30%", "on $secondary 45%", "on $secondary 60%")
_ROOMY: Final = 100
"""Cells from which names have more room."""


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One row.

    Attributes:
        pieces: what stands in it.
        path: of the bout that it tells of, or None.
        seq: of that bout's entry.
        whole: all of its words, where the row may have no room for them, or "".
    """

    pieces: Sequence[Piece] = ()
    path: Path | None = None
    seq: int = 0
    whole: str = ""


def pattern_rows(found: Patterns, today: date, width: int) -> Iterable[PatternRow]:
    """Yield what bouts have in common.

    Args:
        found: counted; while names are hidden no row leads to a bout.
        today: what is due is held against it.
        width: cells of a row.
    """
    yield _title(f"Raised in so many bouts, of those in which it could have been, by {found.by}")
    yield from _shares(found, width)
    yield from _explained(WHAT_SHARES_ARE, width)
    yield PatternRow()
    yield _title("What came of the rounds and closing questions")
    yield from _outcomes(found, width)
    yield from _explained(WHAT_OUTCOMES_ARE, width)
    yield from _list(CAME_BACK, _came_back(found))
    yield from _list(UNANSWERED, _unanswered(found))
    yield from _list(f"Who is waited for: {len(found.waiting)} open, {len(found.overdue)} overdue", _owners(found, width))
    yield from _list("Open questions by age", _ages(found, today))
    leads = "; enter opens the bout there" if found.names else ""
    yield from _list(f"Still open, the first to be due on top, ! overdue{leads}", _open(found, today, width))
    if found.kept_counts.kept:
        yield PatternRow()
        yield _title(f"Kept, and what would prove it wrong{leads}")
        yield from _explained(kept_in_words(found), width)
        yield from _kept(found, width)
    if not found.names:
        yield PatternRow()
        yield _title("Names are hidden")
        for said in (LEFT_OUT, SAME_LETTERS):
            yield from _explained(said, width)


def _title(said: str) -> PatternRow:
    return PatternRow([(f" {said}", "bold")])


def _explained(said: str, width: int) -> Iterator[PatternRow]:
    yield from (PatternRow([(f"   {line}", "$quiet")]) for line in wrap(said, max(20, min(width, WIDEST) - 4)))


def _list(title: str, rows: Iterable[PatternRow]) -> Iterable[PatternRow]:
    rows = list(rows)
    if rows:
        yield PatternRow()
        yield _title(title)
        yield from rows


def _shares(found: Patterns, width: int) -> Iterator[PatternRow]:
    """Yield the table; columns that find no room stand in another one below."""
    table = found.table
    # Columns are what there are few of: families across, or, of single angles, teams and cycles as they come.
    few = len(table.rows) <= FEW
    rows, columns = {each: visible(angle(each)) for each in table.rows}, {each: visible(column(found, each)) for each in table.columns}
    across, down = (rows, columns) if few else (columns, rows)
    first = min(max(cell_len(said) for said in (ALL, *down.values())) + 2, max(16, width // 3))
    sums = totals(found)
    if has_totals(found) and not few:
        across |= {ALL: ALL}
    whole_names = max([7, *(cell_len(said) + 2 for said in across.values())])
    least = min(16, whole_names) if few else 9
    # As few tables as there is room for, of about as many columns each: names are as whole as they can be.
    room, count = width - first - 2, max(1, len(across))
    at_once = ceil(count / ceil(count / max(1, room // least)))
    for start in range(0, len(across), at_once):
        some = list(across)[start : start + at_once]
        wide = min(whole_names, max(least, room // len(some)))
        if start:
            yield PatternRow()
        yield PatternRow([(" " * (first + 1), ""), *((_column(across[name], wide), "$quiet") for name in some)])
        for place, name in enumerate(down):
            cells = [table.cells.get((other, name) if few else (name, other)) for other in some]
            if not few and some[-1] == ALL:
                cells[-1] = sums[place]
            yield PatternRow([(f" {_cell(down[name], first)}", ""), *(_share(cell, wide) for cell in cells)])
        if few and has_totals(found):
            whole = sums[start : start + at_once]
            yield PatternRow([(f" {set_cell_size(ALL, first)}", "bold"), *(_share(cell, wide) for cell in whole)])


def _column(name: str, wide: int) -> str:
    """Return a column's name, right-aligned, cut where there is no room."""
    shown = _fitting(name, wide - 1)
    return " " * (wide - cell_len(shown)) + shown


def _share(cell: Cell | None, wide: int) -> Piece:
    return (f"{share(cell):>{wide}}", _shade(cell.bouts, cell.could) if cell else "$quiet")


def _outcomes(found: Patterns, width: int) -> Iterator[PatternRow]:
    first = max([4, *(len(name) for name in found.table.rows)]) + 2
    yield PatternRow([(" " * (first + 1), ""), *((f"{outcome:>9}", "$quiet") for outcome in OUTCOMES)])
    for row, cell in zip(found.table.rows, totals(found), strict=True):
        counts = [cell.outcomes[outcome] for outcome in OUTCOMES]
        yield PatternRow(
            [
                (f" {set_cell_size(visible(angle(row)), first)}", ""),
                *((f"{count or '·':>9}", _shade(count, max(sum(counts), 1))) for count in counts),
                (f"   {FAMILIES[row]}" if row in FAMILIES and width >= _ROOMY else "", "$quiet"),
            ]
        )


def _came_back(found: Patterns) -> Iterator[PatternRow]:
    wide = max((cell_len(f"{visible(each.team)}: {angle(each.lens)}") for each in found.came_back), default=0)
    for each in found.came_back:
        named = f"{visible(each.team)}: {visible(angle(each.lens))}"
        came = f"{visible(each.before)}: {came_to(each.then_outcomes)} → {visible(each.now)}: {came_to(each.now_outcomes)}"
        yield PatternRow([(f"   {set_cell_size(named, wide)}", ""), (f"   {came}", "$quiet")], whole=f"{named}, {came}")


def _owners(found: Patterns, width: int) -> Iterator[PatternRow]:
    told = owners(found)
    wide = min(_room(width, 24), max((cell_len(visible(each.name) or NOBODY) for each in told), default=0))
    for each in told:
        late = f"{each.overdue:>4} overdue" if each.overdue else " " * 12
        pieces: list[Piece] = [
            (f"   {_cell(visible(each.name) or NOBODY, wide)} {each.open:>4} open ", ""),
            (late, "bold $accent"),
            (f"   {visible(each.whose(5))}", "$quiet"),
        ]
        yield PatternRow(pieces, whole=f"{visible(each.name) or NOBODY}: {visible(each.whose(50))}")


def _ages(found: Patterns, today: date) -> Iterator[PatternRow]:
    rows = ages(found.waiting, today)
    wide = max((cell_len(said) for said, _, _ in rows), default=0)
    for said, count, alone in rows:
        nobodys = f", {alone} of them nobody's" if alone != "0" else ""
        look = "bold $accent" if said.startswith("overdue") else ""
        yield PatternRow([(f"   {set_cell_size(said, wide)}", ""), (f"{count:>5}", look), (nobodys, "$quiet")])


def _open(found: Patterns, today: date, width: int) -> Iterator[PatternRow]:
    wide = min(_room(width, 24), max((cell_len(visible(each.owner) or NOBODY) for each in found.waiting), default=0))
    of = _widest(found.waiting, width)
    for each in found.waiting:
        late = each.due is not None and each.due < today
        when = f"{each.due:%Y-%m-%d}" if each.due else "no date   "
        who, bout, question = visible(each.owner) or NOBODY, visible(whose(each)), visible(each.question or OTHER_WORDS)
        pieces: list[Piece] = [
            (f" {'!' if late else ' '} {when}  ", "bold $accent" if late else "$quiet"),
            (_cell(who, wide), ""),
            (f"   {_cell(bout, of)}   ", "$quiet"),
            (question, ""),
        ]
        whole = f"{when.strip()}{', overdue' if late else ''} · {who} · {bout}: {question}"
        yield _leading(found, each, pieces, whole)


def _kept(found: Patterns, width: int) -> Iterator[PatternRow]:
    of = _widest(found.kept, width)
    for each in found.kept if found.names else ():
        bout, words, proof = visible(whose(each)), visible(each.words), visible(each.proof) or "not said"
        pieces: list[Piece] = [
            (f" {JUDGED[each.judged] if each.judged else ' '} ", "bold $accent" if each.judged == "did-not" else "bold"),
            (f"{_cell(bout, of)}   ", "$quiet"),
            (words, ""),
            (f"   {proof}", "$quiet"),
        ]
        became = f"{BECAME[each.judged]} · " if each.judged else ""
        yield _leading(found, each, pieces, f"{became}{bout}: {words} · would prove it wrong: {proof}")


def _leading(found: Patterns, each: Waiting | KeptLine, pieces: Sequence[Piece], whole: str) -> PatternRow:
    return PatternRow(pieces, each.path, each.seq, whole) if found.names else PatternRow(pieces, whole=whole)


def _unanswered(found: Patterns) -> Iterator[PatternRow]:
    for each in found.unanswered:
        told = f"{each.brought} of {each.asked}"
        yield PatternRow([(f"   {told}", "$quiet"), (f"   {visible(each.question)}", "")], whole=f"{told}: {visible(each.question)}")


def _widest(named: Iterable[Waiting | KeptLine], width: int) -> int:
    return min(_room(width, 30), max((cell_len(visible(whose(each))) for each in named), default=0))


def _room(width: int, most: int) -> int:
    """Return the cells that a name has: in a narrow window the words beside it count for more."""
    return most if width >= _ROOMY else most * 3 // 5


def _cell(text: str, wide: int) -> str:
    return set_cell_size(_fitting(text, wide), wide)


def _fitting(text: str, room: int) -> str:
    return text if cell_len(text) <= room else set_cell_size(text, max(0, room - 1)).rstrip() + "…"


def _shade(count: int, of: int) -> str:
    """Return how dark a cell is: by its share, so that few bouts and many compare."""
    return _SHADES[0 if not count else min(4, 1 + (4 * count - 1) // max(of, 1) if of else 0)] or "$quiet"
