"""The blocks of a sheet: titles, lines that tell about it, lists and tables, wherever people put them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sparring.documents.grid import Grid, filled
from sparring.documents.rows import is_form, is_head, set_out
from sparring.documents.writing import Writing

_LONGEST_TITLE = 120
_MOST_ROWS_ABOVE = 8
"""Rows of a block that are looked at for its head."""

_DEFAULT_TITLE = re.compile(r"(?:sheet|tabelle|feuil|feuille|hoja|planilha|foglio|blad|лист|工作表|シート)\s?\d{1,3}", re.IGNORECASE)
"""What programs call a sheet that nobody named."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it.

    Attributes:
        number: from 0.
        cells: as wide as the sheet.
        is_band: one cell stands across it, as a title does.
        is_bold: all that stands in it is bold.
        groups: cells of it stand across several columns, whose names are in the row below.
    """

    number: int
    cells: tuple[str, ...]
    is_band: bool = False
    is_bold: bool = False
    groups: bool = False

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns with something in them."""
        return tuple(index for index, cell in enumerate(self.cells) if cell)

    @property
    def words(self) -> str:
        """What stands in it, as one text."""
        return ": ".join(cell.rstrip(": ") for cell in self.cells if cell)


def write_sheet(title: str, grid: Grid, bold: frozenset[tuple[int, int]], writing: Writing, *, alone: bool) -> None:
    """Write a sheet.

    Args:
        title: the sheet's name; a heading, unless the program gave it.
        grid: its cells.
        bold: which of them are bold.
        writing: where to.
        alone: it is the only sheet: its name says less than what stands in it.
    """
    if not alone and not _DEFAULT_TITLE.fullmatch(title.strip()):
        writing.heading(1, title)
    blocks = _blocks(_rows(grid, bold))
    sheet = _Sheet(writing)
    for index, block in enumerate(blocks):
        sheet.take(block, blocks[index + 1] if index + 1 < len(blocks) else [])
    sheet.end_table()


def _rows(grid: Grid, bold: frozenset[tuple[int, int]]) -> list[Row]:
    wide = [each for each in grid.merged if each.wide > 1 and grid.cells.get((each.row, each.column))]
    across = {each.row for each in wide}
    rows = []
    for number, cells in enumerate(filled(grid)):
        there = [index for index, cell in enumerate(cells) if cell]
        if there:
            own = [index for index in there if (number, index) in grid.cells]
            is_bold = bool(own) and all((number, index) in bold for index in own)
            rows.append(Row(number, tuple(cells), number in across and len(there) == 1, is_bold, number in across and len(there) > 1))
    return rows


def _blocks(rows: Iterable[Row]) -> list[list[Row]]:
    """Cut rows where one is empty."""
    blocks: list[list[Row]] = []
    for row in rows:
        if blocks and blocks[-1][-1].number == row.number - 1:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _width(rows: Iterable[Row]) -> int:
    return len({index for row in rows for index in row.filled})


def _head_at(block: Sequence[Row]) -> int | None:
    """Return where a block's head is: below titles and lines of two cells ("Team", "Growth"), which say something of the table."""
    for index, row in enumerate(block[:_MOST_ROWS_ABOVE]):
        rest = block[index:]
        if len(rest) > 1 and is_head(row.cells, _width(rest)) and not _tells_of_wider(row, rest):
            return index
        if len(row.filled) > 2:
            return None
    return None


def _tells_of_wider(row: Row, rest: Sequence[Row]) -> bool:
    """A line of two cells above a wider head is no head."""
    return len(row.filled) == 2 and any(len(each.filled) > 2 and is_head(each.cells, _width(rest)) for each in rest[1:4])


class _Sheet:
    """One walk over the blocks; remembers the table that a block may go on with."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self.head: Row | None = None
        self.names: tuple[str, ...] = ()
        self.body: list[Sequence[str]] = []

    def take(self, block: list[Row], following: list[Row]) -> None:
        """Take up a block; `following` is the one below it."""
        if all(len(row.filled) == 1 for row in block):
            self._take_lone_cells(block, following)
            return
        at = _head_at(block)
        if self.head is not None and self._fits(block) and not (at is not None and self._is_head_anew(block, at)):
            self._take_rows(block)
            return
        self.end_table()
        if is_form([row.cells for row in block]):
            self.writing.form([row.cells for row in block])
            return
        if at is None and all(len(row.filled) <= 2 for row in block) and _width(following) > 2:
            self._write_lead(block)
            return
        if at is None:
            lead = next((index for index, row in enumerate(block) if len(row.filled) > 1), 0)
            self._write_lead(block[:lead])
            self._begin(None, block[lead:])
            return
        self._write_lead(block[:at])
        rows = block[at + 1 :]
        names = block[at].cells
        if block[at].groups and rows and is_head(rows[0].cells, len(rows[0].filled)):
            # Columns in groups: the row below names each.
            names = tuple(below or above for above, below in zip(names, rows.pop(0).cells, strict=True))
        self._begin(block[at], rows, names)

    def _take_lone_cells(self, block: list[Row], following: list[Row]) -> None:
        columns = {row.filled[0] for row in block}
        titles = len(columns) == 1 and bool(following) and _head_at(following) is not None and len(block) <= 2
        bands = any(row.is_band for row in block)
        if self.head is not None and self._fits(block) and not bands and not titles:
            self._take_rows(block)
            return
        if self.head is not None and bands:
            self._take_rows(block)
            return
        self.end_table()
        if titles or bands or (len(block) <= 2 and following and _width(following) > 1):
            self._write_lead(block)
        elif len(columns) == 1:
            self.writing.lines([row.words.replace("\n", " ") for row in block])
        else:
            depths = sorted(columns)
            for row in block:
                self.writing.item(depths.index(row.filled[0]), row.words)

    def _fits(self, rows: Iterable[Row]) -> bool:
        """Every cell stands below a name of the head; titles across stand anywhere."""
        named = {index for index, name in enumerate(self.names) if name}
        return all(row.is_band or set(row.filled) <= named for row in rows)

    def _is_head_anew(self, block: Sequence[Row], at: int) -> bool:
        """Below an empty row a head begins another table; a row of short words looks like one and may go on with the table."""
        if at > 0 or self.head is None:
            return True
        row = block[0]
        if row.is_bold != self.head.is_bold:
            return row.is_bold
        alike = sum(1 for name, cell in zip(self.names, row.cells, strict=False) if cell and name == cell)
        return row.is_bold or 2 * alike >= len(row.filled)

    def _begin(self, head: Row | None, rows: Sequence[Row], names: Sequence[str] = ()) -> None:
        width = len(rows[0].cells) if rows else len(names)
        self.head = head
        self.names = tuple(names) or ("",) * width
        self._take_rows(rows)
        if head is None:
            self.end_table()

    def _take_rows(self, rows: Iterable[Row]) -> None:
        """Take rows of the table; a title across ends it, and it goes on below with the same head."""
        for row in rows:
            if row.is_band:
                self._write_body()
                self._write_title(row, 3)
            elif row.cells != self.names:
                self.body.append(row.cells)

    def _write_body(self) -> None:
        if self.body:
            self.writing.table([self.names, *set_out(self.body)])
        self.body = []

    def end_table(self) -> None:
        """Write what is left of the table."""
        if self.head is not None and not self.body and any(self.names):
            # A table that nobody has filled in yet.
            self.writing.table([self.names])
        self._write_body()
        self.head, self.names = None, ()

    def _write_lead(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if len(row.filled) == 1:
                self._write_title(row, 2)
            else:
                self.writing.paragraph(row.words)

    def _write_title(self, row: Row, level: int) -> None:
        text = row.words
        if len(text) <= _LONGEST_TITLE and "\n" not in text and not text.endswith((".", "!", "?", ":")):
            self.writing.heading(level, text)
        else:
            self.writing.paragraph(text)
