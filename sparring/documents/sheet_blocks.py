"""The blocks of a sheet: titles, lines that tell about it, and tables, wherever people put them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sparring.documents.grid import Grid, filled
from sparring.documents.writing import Writing

_LONGEST_HEAD = 60
_LONGEST_TITLE = 120
_AMOUNT = re.compile(r"[-+(]?[^\w\s]{0,3}\s?\d[\d.,:/ %-]*\s?\S{0,4}")
_DEFAULT_TITLE = re.compile(r"(?:sheet|tabelle|feuil|feuille|hoja|planilha|foglio|blad|лист|工作表|シート)\s?\d{1,3}", re.IGNORECASE)
"""What programs call a sheet that nobody named."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with something in it: its number, its cells, and whether one cell stands across it like a title."""

    number: int
    cells: tuple[str, ...]
    is_band: bool

    @property
    def filled(self) -> list[int]:
        return [index for index, cell in enumerate(self.cells) if cell]


def write_sheet(title: str, grid: Grid, bold: frozenset[tuple[int, int]], writing: Writing, *, alone: bool) -> None:
    """Write a sheet.

    Args:
        title: the sheet's name; a heading, unless the program gave it.
        grid: its cells.
        bold: which of them are bold.
        writing: where to.
        alone: it is the only sheet: its name says less than what stands in it.
    """
    if not _DEFAULT_TITLE.fullmatch(title.strip()) and not alone:
        writing.heading(1, title)
    blocks = _blocks(_rows(grid, bold))
    widest = max((_width(block) for block in blocks), default=0)
    head: Sequence[str] | None = None
    for block in blocks:
        head = _write_block(block, head, widest, writing)


def _rows(grid: Grid, bold: frozenset[tuple[int, int]]) -> list[_Row]:
    across = {each.row for each in grid.merged if each.wide > 1 and each.column <= 1 and (each.row, each.column) in grid.cells}
    rows = []
    for number, cells in enumerate(filled(grid)):
        there = [index for index, cell in enumerate(cells) if cell]
        if there:
            rows.append(_Row(number, tuple(cells), len(there) == 1 and number in across))
    return rows


def _blocks(rows: Iterable[_Row]) -> list[list[_Row]]:
    """Cut rows where one is empty."""
    blocks: list[list[_Row]] = []
    for row in rows:
        if blocks and blocks[-1][-1].number == row.number - 1:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _width(rows: Iterable[_Row]) -> int:
    return len({index for row in rows for index in row.filled})


def _write_block(block: list[_Row], head: Sequence[str] | None, widest: int, writing: Writing) -> Sequence[str] | None:
    """Write a block; return the head of the table that it ends with, for rows that go on below an empty one."""
    lead = 0
    while lead < len(block) and len(block[lead].filled) == 1 and (widest > 1 or block[lead].is_band):
        lead += 1
    table = block[lead:]
    if head is not None and table and not _is_head(table[0].cells, _width(table)) and _fits(table, head):
        if lead and not any(row.is_band for row in block[:lead]):
            # Below a table a lone cell is a row that nobody has filled in yet.
            return _write_table(head, block, writing)
        _write_titles(block[:lead], writing)
        return _write_table(head, table, writing)
    _write_titles(block[:lead], writing)
    if not table:
        return head
    if _width(table) <= 2 < widest and all(len(row.filled) <= 2 for row in table):
        for row in table:
            writing.paragraph(": ".join(cell.rstrip(": ") for cell in row.cells if cell))
        return head
    while (
        len(table) > 2
        and not _is_head(table[0].cells, _width(table))
        and _is_head(table[1].cells, _width(table))
        and len(table[0].filled) < len(table[1].filled)
    ):
        # Above the head: groups of columns, or a note.
        writing.paragraph(", ".join(cell for cell in table[0].cells if cell))
        table = table[1:]
    return _write_table(table[0].cells, table[1:], writing)


def _write_titles(rows: Iterable[_Row], writing: Writing) -> None:
    for row in rows:
        text = row.cells[row.filled[0]]
        if len(text) <= _LONGEST_TITLE and "\n" not in text and not text.endswith((".", "!", "?", ":")):
            writing.heading(2, text)
        else:
            writing.paragraph(text)


def _write_table(head: Sequence[str], rows: Iterable[_Row], writing: Writing) -> Sequence[str]:
    """Write a table; a title across it ends it, and it goes on below with the same head."""
    body: list[Sequence[str]] = []
    for row in rows:
        if row.is_band:
            if body:
                writing.table([head, *body])
                body = []
            _write_titles([row], writing)
        elif list(row.cells) != list(head):
            body.append(row.cells)
    if body:
        writing.table([head, *body])
    return head


def _fits(rows: Iterable[_Row], head: Sequence[str]) -> bool:
    """Every cell stands below a word of the head."""
    named = {index for index, cell in enumerate(head) if cell}
    return all(set(row.filled) <= named for row in rows)


def _is_head(cells: Sequence[str], width: int) -> bool:
    """Return whether a row names columns: short words for most of them, no amounts."""
    there = [cell for cell in cells if cell]
    if len(there) < 2 or 2 * len(there) < width:
        return False
    return all(len(cell) <= _LONGEST_HEAD and not _AMOUNT.fullmatch(cell) for cell in there)
