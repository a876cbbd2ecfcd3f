"""Patterns as text for a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from rich.cells import cell_len

from sparring.report.pattern_sections import head, sections
from sparring.report.patterns import Patterns
from sparring.text import visible

MOST_LISTED: Final = 12
"""Lines of a list in a terminal; a page has all."""
WIDEST: Final = 120
"""Columns of text: longer lines are hard to read."""
_NARROWEST: Final = 40


def as_text(found: Patterns, today: date, chosen: str = "", width: int = 0) -> str:
    """Return patterns as text for a terminal, broken between words.

    Args:
        found: counted.
        today: what is due is held against it.
        chosen: which bouts these are, in words; "" for all.
        width: columns; 0 takes the terminal's.
    """
    wide = max(_NARROWEST, min(width or shutil.get_terminal_size((100, 24)).columns, WIDEST))
    lines = [*_wrapped(f"{head(found)}{f' ({visible(chosen)})' if chosen else ''}", "", wide)]
    for each in sections(found, today):
        lines += ["", *_wrapped(each.title, "", wide), *_grid(each.rows, wide)]
        for line in each.lines[:MOST_LISTED]:
            lines += _wrapped(line, "  ", wide)
        if len(each.lines) > MOST_LISTED:
            lines += _wrapped(f"... and {len(each.lines) - MOST_LISTED} more (--format md has them all)", "  ", wide)
        for note in each.notes:
            lines += _wrapped(note, "  ", wide)
    return "\n".join(lines) + "\n"


def _wrapped(text: str, lead: str, width: int) -> list[str]:
    """Return `text` broken between words; what follows the first line hangs. A word is broken only where it is longer than a line."""
    return textwrap.wrap(visible(text), width, initial_indent=lead, subsequent_indent=f"{lead}  ", break_on_hyphens=False) or [""]


def _grid(rows: Sequence[Sequence[str]], width: int) -> Iterable[str]:
    """Yield a table's lines; columns that find no room stand in another table below."""
    if not rows:
        return
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(cell_len(row[place]) for row in shown) for place in range(len(shown[0]))]
    start = 1
    while start < len(widths):
        end, used = start, 2 + widths[0]
        while end < len(widths) and (end == start or used + 2 + widths[end] <= width):
            used += 2 + widths[end]
            end += 1
        if start > 1:
            yield ""
        for row in shown:
            cells = [_right(row[place], widths[place]) for place in range(start, end)]
            yield "  " + "  ".join([row[0] + " " * (widths[0] - cell_len(row[0])), *cells]).rstrip()
        start = end


def _right(cell: str, width: int) -> str:
    return " " * (width - cell_len(cell)) + cell
