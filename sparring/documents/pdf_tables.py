"""Ruled tables of a PDF's page."""

import re
from collections.abc import Iterator
from io import BytesIO

import pdfplumber

from sparring.documents.pdf_lines import BULLETS, Table

_FEWEST = 2
_NEW_LINE = re.compile(rf"\n(?=[{re.escape(BULLETS)}] |\d{{1,2}}[.)] |[A-Z]{{1,3}}\d)")


def tables_of(data: bytes, page: int) -> Iterator[Table]:
    """Yield the tables of at least two rows and columns that have lines or shades around their cells; `page` counts from 0."""
    with pdfplumber.open(BytesIO(data), pages=[page + 1]) as document:
        for found in document.pages[0].find_tables():
            rows = tuple(tuple(_words(cell) for cell in row) for row in found.extract())
            filled = [row for row in rows if any(row)]
            if len(filled) >= _FEWEST and sum(1 for column in zip(*rows, strict=False) if any(column)) >= _FEWEST:
                left, top, right, bottom = found.bbox
                yield Table(tuple(filled), left, top, right, bottom)


def _words(cell: str | None) -> str:
    """Return a cell's words: lines in a cell are mostly wrapped, unless the next begins with a bullet or a label."""
    return "\n".join(" ".join(line.split()) for line in _NEW_LINE.split(cell or ""))
