"""Drafts from spreadsheets: CSV, TSV and cells pasted from one, with or without a header row."""

import re

from sparring.draft.columns import columns_by_cells, is_header
from sparring.draft.model import Segment
from sparring.draft.outline import Outline
from sparring.draft.sideways import upright
from sparring.draft.tables import read_table
from sparring.draft.values import NotThisFormatError
from sparring.draft.words import Words, joined, verbatim
from sparring.text import Source, Span

_DELIMITERS = "\t;,|"
_SAMPLE_ROWS = 50


def read_delimited(source: Source, *, named: bool) -> Outline:
    """Read rows of cells.

    Args:
        source: the text.
        named: the file's name says that it is CSV or TSV; otherwise only a header row that names objectives or key results counts.

    Raises:
        NotThisFormatError: no rows and columns.
    """
    delimiter = _delimiter(source.text)
    if delimiter is None:
        raise NotThisFormatError("no columns")
    rows = upright(_rows(source.text, delimiter))
    header_at = next((index for index, row in enumerate(rows[:10]) if len(row) > 1 and is_header(row)), None)
    if not rows or (header_at is None and not named):
        raise NotThisFormatError("no header")
    outline = Outline()
    if header_at is not None:
        outline.notes.extend(cell for row in rows[:header_at] for cell in row if cell)
        read_table(rows[header_at:], outline, None, markdown=False)
    elif (columns := columns_by_cells(rows, guess=True)) is not None:
        read_table(rows, outline, None, markdown=False, columns=columns)
    return outline


def _delimiter(text: str) -> str | None:
    """The character that divides the first lines most evenly."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:_SAMPLE_ROWS]
    best: tuple[float, str] | None = None
    for delimiter in _DELIMITERS:
        counts = [re.sub(r'"[^"]*"', "", line).count(delimiter) for line in lines]
        with_any = [count for count in counts if count]
        if not with_any or 2 * len(with_any) < len(lines):
            continue
        usual = max(set(with_any), key=with_any.count)
        evenness = with_any.count(usual) / len(lines)
        if best is None or evenness * (1 + 0.01 * usual) > best[0]:
            best = (evenness * (1 + 0.01 * usual), delimiter)
    return best[1] if best else None


def _rows(text: str, delimiter: str) -> list[list[Words]]:
    mark = re.escape(delimiter)
    cell = re.compile(rf'[ ]*+"(?P<quoted>(?:[^"]++|"")*+)"[^{mark}\r\n]*+|(?P<plain>[^{mark}\r\n]*+)')
    rows: list[list[Words]] = []
    row: list[Words] = []
    position = 0
    while position <= len(text):
        match = cell.match(text, position)
        if match is None:
            break
        row.append(
            _quoted(text, *match.span("quoted")) if match["quoted"] is not None else verbatim(text, Span(*match.span("plain"))).strip()
        )
        position = match.end()
        if position < len(text) and text[position] == delimiter:
            position += 1
            continue
        if any(row):
            rows.append(row)
        row = []
        if position >= len(text):
            break
        position += 2 if text.startswith("\r\n", position) else 1
    return rows


def _quoted(text: str, start: int, end: int) -> Words:
    parts, position = [], start
    while (found := text.find('""', position, end)) >= 0:
        parts.append(verbatim(text, Span(position, found)))
        parts.append(Words('"', (Segment(Span(0, 1), Span(found, found + 2)),)))
        position = found + 2
    parts.append(verbatim(text, Span(position, end)))
    return joined(parts, "").strip()
