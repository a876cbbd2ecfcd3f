"""Excel workbooks as Markdown: a heading for each sheet, a table for each block of cells."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries

from sparring.documents.cell_text import cell_text
from sparring.documents.grid import Grid, Merged
from sparring.documents.outcome import Converted, Trouble
from sparring.documents.sheet_blocks import write_sheet
from sparring.documents.writing import Writing

MOST_SHEETS = 100
MOST_ROWS = 5000
MOST_COLUMNS = 120
MOST_CELLS = 200_000
"""Filled cells of a workbook; a workbook of goals has some hundreds."""

_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})["']""")


def workbook(data: bytes) -> Converted:
    """Convert a workbook; hidden sheets are left out, formulas stand with what they came to.

    Raises:
        Trouble: it is damaged, or holds more than anybody reads.
    """
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if len(sheets) > MOST_SHEETS:
        raise Trouble("too-large")
    writing = Writing()
    left = MOST_CELLS
    read = []
    for sheet in sheets:
        grid, bold = _grid(sheet, left, data)
        left -= len(grid.cells)
        if left < 0:
            raise Trouble("too-large")
        if grid.cells:
            read.append((sheet.title, grid, bold))
    for title, grid, bold in read:
        writing.begin_place(f"sheet {title}")
        write_sheet(title, grid, bold, writing, alone=len(read) == 1)
    return writing.done()


def _grid(sheet: Any, most: int, data: bytes) -> tuple[Grid, frozenset[tuple[int, int]]]:
    """Return a sheet's filled cells with what is merged, and which of them are bold."""
    grid = Grid()
    bold = set()
    # What a sheet declares as its size is anything; rows and columns that are there count.
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS):
        for cell in row:
            if cell.value is None:
                continue
            text = cell_text(cell.value, cell.number_format or "General").strip()
            if text:
                at = (cell.row - 1, cell.column - 1)
                grid.cells[at] = text
                if cell.font is not None and cell.font.b:
                    bold.add(at)
        if len(grid.cells) > most or (grid.cells and max(grid.cells)[0] >= MOST_ROWS):
            raise Trouble("too-large")
    for merged in _merged(sheet, data):
        grid.merge(merged)
    return grid, frozenset(bold)


def _merged(sheet: Any, data: bytes) -> Iterator[Merged]:
    """Yield what is merged in a sheet: a reader that takes rows one by one does not tell."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        part = archive.read(sheet._worksheet_path)
    for number, found in enumerate(_MERGE.finditer(part)):
        left, top, right, bottom = range_boundaries(found[1].decode())
        if number >= MOST_CELLS or None in (left, top, right, bottom) or top > MOST_ROWS or left > MOST_COLUMNS:
            continue
        high, wide = min(bottom, MOST_ROWS) - top + 1, min(right, MOST_COLUMNS) - left + 1
        if high * wide <= MOST_ROWS * 4:
            yield Merged(top - 1, left - 1, high, wide)
