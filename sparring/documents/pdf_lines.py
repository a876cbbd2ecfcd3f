"""The lines of a PDF's pages: their words, where they stand and how large; without headers and footers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage, LTPage, LTTextLine

from sparring.documents.repeated import repeated

BULLETS = "•▪▫◦●○‣⁃∙·■□–—-*➢➤►✓✔❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8"
_PICTURED_BULLETS = re.compile(r"^\(cid:\d+\)(?=\s|$)")
_CID = re.compile(r"\(cid:\d+\)")
_BULLET = re.compile(rf"^[{re.escape(BULLETS)}](?:\s+|$)")
_NUMBER = re.compile(r"^(\d{1,2}[.)])(?:\s+|$)")
_MARGIN = 0.12
"""Share of a page's height at its top and foot, where headers and footers stand."""

_PAGE_NUMBER = re.compile(r"(?:page|seite|página|pagina|p\.|s\.)?\s*\d{1,4}(?:\s*(?:of|von|de|di|/|\|)\s*\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_FEWEST_RULES = 4
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page.

    Attributes:
        text: its words, without a bullet.
        left, right, top, bottom: in points from the page's left and upper edge.
        size: height of most of its letters, in points.
        bold: all of its letters are.
        box: which of the page's boxes of text it stands in.
        marker: its bullet ("-") or number ("1."), or "".
        marker_left: where that stands.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    box: int
    marker: str = ""
    marker_left: float = 0.0

    @property
    def middle(self) -> float:
        """Height at which its letters stand."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its rows, and the part of the page that it takes."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, line: Line) -> bool:
        """Return whether a line stands in it."""
        return self.top - 1 <= line.middle <= self.bottom + 1 and self.left - 2 <= (line.left + line.right) / 2 <= self.right + 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page: lines in reading order, tables, and whether it has pictures or rules."""

    lines: tuple[Line, ...]
    height: float
    has_pictures: bool = False
    ruled: bool = False
    tables: tuple[Table, ...] = ()

    def with_tables(self, tables: Iterable[Table]) -> "Page":
        """Return the page with these tables; their words stand in them alone."""
        found = tuple(tables)
        return replace(self, tables=found, lines=tuple(line for line in self.lines if not any(table.holds(line) for table in found)))


def page_of(layout: LTPage) -> Page:
    """Read a page's layout."""
    lines: list[Line] = []
    rules = 0
    pictures = False
    for box, (kind, each) in enumerate(_parts(layout)):
        if kind == "picture":
            pictures = True
        elif kind == "rule":
            rules += 1
        elif isinstance(each, LTContainer):
            lines.extend(_lines(each, layout.height, box))
    return Page(tuple(_with_markers(lines)), layout.height, pictures, rules >= _FEWEST_RULES)


def _parts(container: Iterable[LTComponent]) -> Iterator[tuple[str, LTComponent]]:
    """Yield boxes of text, pictures and rules, those inside of figures in the figure's place."""
    for each in container:
        if isinstance(each, LTImage):
            yield "picture", each
        elif isinstance(each, LTCurve):
            yield "rule", each
        elif isinstance(each, LTContainer):
            if any(isinstance(inner, LTTextLine) for inner in each):
                yield "text", each
            else:
                yield from _parts(each)


def _lines(box: Iterable[LTComponent], height: float, number: int) -> Iterator[Line]:
    for each in box:
        if not isinstance(each, LTTextLine):
            continue
        letters = [letter for letter in each if isinstance(letter, LTChar) and letter.get_text().strip()]
        text = " ".join(each.get_text().translate(_LIGATURES).split())
        if not letters or not text:
            continue
        size = Counter(round(letter.size * 2) / 2 for letter in letters).most_common(1)[0][0]
        bold = all(_is_bold(letter.fontname) for letter in letters)
        first = letters[0].fontname.lower()
        if _PICTURED_BULLETS.match(text) or (len(text.split(" ", 1)[0]) == 1 and ("wingding" in first or "symbol" in first)):
            text = re.sub(r"^\S+", "•", text)
        elif text.split(" ", 1)[0] == "o" and "courier" in first:
            text = f"•{text[1:]}"
        text = _CID.sub("", text).strip()
        if text:
            yield Line(text, each.x0, each.x1, height - each.y1, height - each.y0, size, bold, number)


def _is_bold(font: str) -> bool:
    name = font.lower()
    return "bold" in name or "black" in name or "heavy" in name


def _with_markers(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, each bullet or number with the line that it stands before, where the layout tore them apart."""
    alone = {index: line for index, line in enumerate(lines) if _is_marker(line.text)}
    given: dict[int, Line] = {}
    used: set[int] = set()
    for at, marker in alone.items():
        beside = [
            (line.left, index)
            for index, line in enumerate(lines)
            if index not in alone
            and index not in given
            and line.left >= marker.right - 1
            and abs(line.middle - marker.middle) < 0.6 * line.size
        ]
        if beside:
            given[min(beside)[1]] = marker
            used.add(at)
    for index, line in enumerate(lines):
        if index in used:
            continue
        if index in given:
            yield replace(line, marker=_marker(given[index].text), marker_left=given[index].left)
            continue
        found = _BULLET.match(line.text) or _NUMBER.match(line.text)
        if found and found.end() < len(line.text):
            yield replace(line, text=line.text[found.end() :], marker=_marker(found[0].strip()), marker_left=line.left)
        else:
            yield line


def _is_marker(text: str) -> bool:
    found = _BULLET.match(text) or _NUMBER.match(text)
    return found is not None and found.end() == len(text)


def _marker(text: str) -> str:
    return f"{text[:-1]}." if text[:1].isdigit() else "-"


def without_furniture(pages: list[Page]) -> list[Page]:
    """Return the pages without the headers and footers that stand on most of them."""
    body = body_size(pages)
    forms = [{line: _form(line, body) for line in page.lines if _in_margin(line, page)} for page in pages]
    often = repeated([each.values() for each in forms])
    return [
        replace(page, lines=tuple(line for line in page.lines if each.get(line) not in often and not _is_page_number(line, page)))
        for page, each in zip(pages, forms, strict=True)
    ]


def body_size(pages: Iterable[Page]) -> float:
    """Return the size of most letters, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _is_page_number(line: Line, page: Page) -> bool:
    return _in_margin(line, page) and _PAGE_NUMBER.fullmatch(line.text) is not None


def _form(line: Line, body: float) -> str:
    """Return what makes two headers the same: place and words; in small print whatever the numbers, else they may be the pages' titles."""
    words = _DIGITS.sub("#", line.text) if line.size < body else line.text
    return f"{round(line.top / 4)} {words}"
