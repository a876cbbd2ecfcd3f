"""Raw lines laid out in rows of a given width: only a line that may be too long is looked at character by character."""

from bisect import bisect_right
from itertools import accumulate

from rich.cells import get_character_cell_size

from sparring.text import Source, Span, visible

TAB = "    "


def expanded(source: Source, line: int) -> tuple[str, tuple[int, ...]]:
    """Return a line (1-based) safe to show, without its line end, its tabs widened; and where those stood, as each moves what follows."""
    raw = source.line_span(line).of(source.text).rstrip("\r\n")
    tabs = tuple(index for index, character in enumerate(raw) if character == "\t") if "\t" in raw else ()
    return visible(raw.replace("\t", TAB) if tabs else raw), tabs


def moved(offset: int, tabs: tuple[int, ...]) -> int:
    """Return where the character at `offset` of the raw line stands once tabs are widened."""
    return offset + (len(TAB) - 1) * bisect_right(tabs, offset - 1)


class Rows:
    """Which rows each line takes.

    Attributes:
        count: all rows.
    """

    def __init__(self, source: Source, width: int) -> None:
        """Lay out.

        Args:
            source: the text.
            width: cells of a row.
        """
        self._breaks: dict[int, tuple[int, ...]] = {}
        heights = []
        for line in range(1, source.line_count + 1):
            span = source.line_span(line)
            breaks = (0,) if 2 * len(span) <= width and "\t" not in span.of(source.text) else breaks_of(expanded(source, line)[0], width)
            if len(breaks) > 1:
                self._breaks[line] = breaks
            heights.append(len(breaks))
        self._firsts = list(accumulate(heights, initial=0))
        self.count = self._firsts.pop()

    def line_at(self, row: int) -> tuple[int, int]:
        """Return the line (1-based) that `row` (from 0) shows, and the how-manieth of its rows it is, from 0."""
        at = bisect_right(self._firsts, row) - 1
        return at + 1, row - self._firsts[at]

    def rows_of(self, line: int) -> Span:
        """Return the rows of a line."""
        first = self._firsts[line - 1]
        return Span(first, first + len(self._breaks.get(line, (0,))))

    def part(self, line: int, nth: int) -> tuple[int, int | None]:
        """Return where the `nth` row of a line begins and ends in its shown text."""
        breaks = self._breaks.get(line, (0,))
        return breaks[nth], breaks[nth + 1] if nth + 1 < len(breaks) else None


def breaks_of(text: str, width: int) -> tuple[int, ...]:
    """Return where each row of a line begins: after a space where there is one in the second half of the row."""
    if len(text) <= width and text.isascii():
        return (0,)
    breaks, cells, space = [0], 0, 0
    for index, character in enumerate(text):
        size = 1 if character.isascii() else get_character_cell_size(character)
        if cells + size > width:
            start = space if space > breaks[-1] + (index - breaks[-1]) // 2 else index
            breaks.append(start)
            cells = sum(1 if each.isascii() else get_character_cell_size(each) for each in text[start:index])
        cells += size
        if character == " ":
            space = index + 1
    return tuple(breaks)
