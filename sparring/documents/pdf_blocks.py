"""Paragraphs, list items and headings found again in the lines of a PDF's page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sparring.documents.pdf_lines import Line, Page, Table, body_size
from sparring.documents.rows import write_rows
from sparring.documents.writing import Writing

_LARGER = 1.12
_LONGEST_HEADING = 160
_LONGEST_BOLD_LINE = 100
_MOST_LEVELS = 4
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010]$")
_CONTINUED = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"(?:KR|O|OKR|KPI)[ -]?\d|(?:objective|key result|ziel|schlüsselergebnis)\b[^.]{0,12}[:.]", re.IGNORECASE)
"""Lines that begin with a label of their own are not the rest of the line before."""

_ENDED = tuple(".!?:;。！？…")


@dataclass(slots=True)
class Block:
    """A heading, paragraph, list item or table; `level` is a heading's (1 to 6) or an item's depth (from 0)."""

    kind: str
    text: str
    level: int = 0
    marker: str = "-"
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def goes_on(self) -> bool:
        """It ends in the middle of a sentence."""
        return self.kind in ("paragraph", "item") and not self.text.endswith(_ENDED)

    @property
    def continues(self) -> bool:
        """It begins in the middle of a sentence."""
        return self.kind == "paragraph" and self.text[:1].islower()

    def write(self, writing: Writing) -> None:
        """Write it."""
        match self.kind:
            case "heading":
                writing.heading(self.level, self.text)
            case "item":
                writing.item(self.level, self.text, self.marker)
            case "table":
                write_rows(writing, self.rows)
            case "bold":
                writing.paragraph(f"**{self.text}**")
            case _:
                writing.paragraph(self.text)


@dataclass(frozen=True, slots=True)
class Levels:
    """Which sizes are headings, largest first, and whether bold letters stand out."""

    sizes: tuple[float, ...]
    bold_stands_out: bool

    def of(self, size: float) -> int:
        """Return the level of a heading of this size; 0 where it is none."""
        return next((level for level, each in enumerate(self.sizes, 1) if size >= each), 0)


def levels_of(pages: Iterable[Page]) -> Levels:
    """Return which sizes are headings in a document."""
    pages = list(pages)
    body = body_size(pages)
    lines = [line for page in pages for line in page.lines]
    sizes = sorted({line.size for line in lines if line.size > body * _LARGER}, reverse=True)
    # Sizes that nearly meet are one level.
    apart = [size for index, size in enumerate(sizes) if index == 0 or sizes[index - 1] - size > 0.75]
    letters = sum(len(line.text) for line in lines)
    bold = sum(len(line.text) for line in lines if line.bold)
    lowest = [*apart[: _MOST_LEVELS - 1], *([sizes[-1]] if len(apart) >= _MOST_LEVELS else [])]
    return Levels(tuple(lowest), 3 * bold < letters)


def known_words(pages: Iterable[Page]) -> frozenset[str]:
    """Return the words that stand within the document's lines, small: what a word broken at a line's end may be."""
    return frozenset(
        word.casefold() for page in pages for line in page.lines for word in _WORD.findall(re.sub(r"^\S+|\S+$", " ", line.text))
    )


def joined(before: str, after: str, words: frozenset[str]) -> str:
    """Return two lines as one.

    A word that is broken at the line's end is mended only where the document shows how it is written: by a soft hyphen, or by having it
    whole elsewhere. Otherwise the hyphen stays: it may be its own, and a quotation must not take it away.
    """
    if before.endswith("\u00ad"):
        return before[:-1] + after
    broken, rest = _HYPHENATED.search(before), _CONTINUED.match(after)
    if broken is None or rest is None or not after[0].islower():
        return f"{before} {after}"
    whole = f"{broken[1]}{rest[0]}".casefold()
    with_hyphen = f"{broken[1]}-{rest[0]}".casefold()
    return before[:-1] + after if whole in words and with_hyphen not in words else before + after


def blocks_of(page: Page, levels: Levels, words: frozenset[str]) -> list[Block]:
    """Return a page's blocks in reading order; `words` are the document's."""
    blocks: list[Block] = []
    tables = sorted(page.tables, key=lambda table: table.top)
    edges = _right_edges(page.lines)
    previous: Line | None = None
    indents: list[float] = []
    for line in page.lines:
        while tables and tables[0].bottom <= line.middle:
            blocks.append(_of_table(tables.pop(0)))
            previous = None
        if previous is not None and _goes_on(previous, line, edges[previous], blocks[-1]):
            blocks[-1].text = joined(blocks[-1].text, line.text, words)
        else:
            blocks.append(_begun(line, levels, indents))
        previous = line
    blocks.extend(map(_of_table, tables))
    return [_settled(block) for block in blocks]


def _of_table(table: Table) -> Block:
    return Block("table", "", rows=table.rows)


def _begun(line: Line, levels: Levels, indents: list[float]) -> Block:
    level = levels.of(line.size)
    if line.marker and not level:
        while indents and indents[-1] > line.marker_left + 4:
            indents.pop()
        if not indents or indents[-1] < line.marker_left - 4:
            indents.append(line.marker_left)
        return Block("item", line.text, len(indents) - 1, line.marker)
    indents.clear()
    number = f"{line.marker} " if line.marker and line.marker != "-" else ""
    if level:
        return Block("heading", f"{number}{line.text}", level)
    return Block("bold" if line.bold and levels.bold_stands_out else "paragraph", line.text)


def _settled(block: Block) -> Block:
    """What is too long for a heading or a line in bold is a paragraph."""
    if (block.kind == "heading" and len(block.text) > _LONGEST_HEADING) or (block.kind == "bold" and len(block.text) > _LONGEST_BOLD_LINE):
        return Block("paragraph", block.text)
    return block


def _goes_on(before: Line, line: Line, edge: float, block: Block) -> bool:
    """Return whether a line is the rest of the one before: wrapped, not broken by its author."""
    if line.marker or abs(line.size - before.size) > 0.1 * before.size or _LABEL.match(line.text):
        return False
    if line.bold != before.bold and (block.kind == "bold" or line.bold):
        return False
    if _HYPHENATED.search(before.text) and line.text[:1].islower():
        return True
    gap = line.top - before.bottom
    if gap > 0.9 * before.size or gap < -before.size:
        # Another column or page part: only a sentence in the middle goes on there.
        return gap < 0 and block.goes_on and line.text[:1].islower()
    if block.kind == "heading":
        return True
    if line.left > before.left + 2 * before.size and not before.marker and line.box != before.box:
        return False
    first_word = line.text.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    # Where the next word would have had room, the author ended the line.
    return before.right + letter * (len(first_word) + 1) > edge - letter


def _right_edges(lines: Iterable[Line]) -> dict[Line, float]:
    """Return how far to the right each line could have gone: as far as any that begins at its left edge or stands in its box."""
    lines = list(lines)
    by_left: dict[int, float] = {}
    by_box: dict[int, float] = {}
    for line in lines:
        left = round(line.left / 3)
        by_left[left] = max(by_left.get(left, 0.0), line.right)
        by_box[line.box] = max(by_box.get(line.box, 0.0), line.right)
    edges = {}
    for line in lines:
        left = round(line.left / 3)
        edges[line] = max(by_box[line.box], *(by_left.get(near, 0.0) for near in (left - 1, left, left + 1)))
    return edges
