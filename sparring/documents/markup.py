"""Web pages as Markdown: what a browser would show, and only what stands in the page itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sparring.documents.grid import Grid, filled
from sparring.documents.markup_tree import BLOCKS, HEADINGS, Element, tree_of
from sparring.documents.outcome import Converted
from sparring.documents.rows import write_rows
from sparring.documents.writing import Writing, shown

_MOST_COLUMNS = 60

# fmt: off
_UNSEEN = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "nav", "button", "select", "textarea", "iframe", "object", "head", "title",
    "audio", "video", "canvas", "dialog", "footer",
])
# fmt: on
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[?\d{1,3}\]?")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)


def html(data: bytes) -> Converted:
    """Convert a web page."""
    writing = Writing(places_by_heading=True)
    write_markup(decoded(data), writing)
    return writing.done()


def decoded(data: bytes) -> str:
    """Return a page's text: in the encoding that its mark or itself declares, else UTF-8, else the one that the web falls back to."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(codec, "replace")
    declared = _CHARSET.search(data[:4096])
    for codec in (declared[1].decode("ascii") if declared else "utf-8", "utf-8"):
        try:
            return data.decode(codec)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def write_markup(text: str, writing: Writing) -> None:
    """Write what a page shows: its main part where it names one, else all of it."""
    root = tree_of(text)
    main = next(root.all("main"), None)
    _Page(writing).blocks(main if main is not None and _words(main) else root)


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    bold: bool = False
    struck: bool = False


class _Page:
    """One walk over a page."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    def blocks(self, parent: Element) -> None:
        waiting: list[_Run] = []
        for child in parent.children:
            if isinstance(child, str) or not _is_block(child):
                waiting.extend(_runs(child))
                continue
            self._paragraph(waiting)
            waiting = []
            if _is_seen(child):
                self._block(child)
        self._paragraph(waiting)

    def _paragraph(self, runs: list[_Run]) -> None:
        if words := _text(runs):
            self.writing.paragraph(words)

    def _block(self, element: Element) -> None:
        if element.tag in HEADINGS:
            self.writing.heading(HEADINGS[element.tag], _words(element))
        elif element.tag in ("ul", "ol"):
            self._list(element, 0)
        elif element.tag == "li":
            self._item(element, 0, "-")
        elif element.tag == "table":
            self._table(element)
        elif element.tag == "pre":
            self.writing.paragraph("".join(run.text for run in _runs(element, kept=True)))
        else:
            self.blocks(element)

    def _list(self, element: Element, depth: int) -> None:
        start = element.attributes.get("start", "1")
        number = int(start) if start.isdecimal() and len(start) < 4 else 1
        for child in element.children:
            if isinstance(child, str) or not _is_seen(child):
                continue
            if child.tag in ("ul", "ol"):
                self._list(child, depth + 1)
            elif child.tag == "li":
                self._item(child, depth, f"{number}." if element.tag == "ol" else "-")
                number += 1
            else:
                self.blocks(child)

    def _item(self, item: Element, depth: int, marker: str) -> None:
        lines: list[str] = []
        runs: list[_Run] = []
        written = False

        def write() -> None:
            nonlocal written, lines, runs
            if words := _text(runs):
                lines.append(words)
            if lines:
                self.writing.item(depth + 1 if written else depth, "\n".join(lines), "-" if written else marker)
                written = True
            lines, runs = [], []

        waiting = list(reversed(item.children))
        while waiting:
            child = waiting.pop()
            if isinstance(child, str) or not _is_block(child):
                runs.extend(_runs(child))
            elif not _is_seen(child):
                continue
            elif child.tag in ("ul", "ol"):
                write()
                self._list(child, depth + 1)
                written = True
            elif child.tag == "table":
                write()
                self._table(child)
            elif any(child.all("ul", "ol", "table")):
                waiting.extend(reversed(child.children))
            else:
                if words := _text(runs):
                    lines.append(words)
                runs = []
                if words := _words(child):
                    lines.append(words)
        write()

    def _table(self, table: Element) -> None:
        rows = [row for row in _rows_of(table) if _is_seen(row)]
        cells = [
            [cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th") and _is_seen(cell)] for row in rows
        ]
        if any(table.all("table")) or max(map(len, cells), default=0) < 2:
            # Laid out by a table, or boxed in: what stands in it is no row of anything.
            for caption in table.children:
                if isinstance(caption, Element) and caption.tag == "caption":
                    self.blocks(caption)
            for row in cells:
                for cell in row:
                    self.blocks(cell)
            return
        for caption in table.all("caption"):
            self._paragraph(list(_runs(caption)))
        grid = Grid()
        for number, row in enumerate(cells):
            column = 0
            for cell in row:
                while (number, column) in grid.covered:
                    column += 1
                if column >= _MOST_COLUMNS:
                    break
                wide, high = _count(cell, "colspan"), _count(cell, "rowspan")
                grid.put(number, column, _cell_words(cell), wide=min(wide, _MOST_COLUMNS - column), high=min(high, len(cells) - number))
                column += wide
        write_rows(self.writing, filled(grid))


def _is_block(element: Element) -> bool:
    return element.tag in BLOCKS or (element.tag not in _UNSEEN and any(element.all(*BLOCKS)))


def _is_seen(element: Element) -> bool:
    if element.tag in _UNSEEN or "hidden" in element.attributes or element.attributes.get("aria-hidden") == "true":
        return False
    return not _NOT_SHOWN.search(element.attributes.get("style", ""))


def _rows_of(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from (row for row in child.children if isinstance(row, Element) and row.tag == "tr")


def _count(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1").strip()
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1


def _runs(node: Element | str, *, bold: bool = False, struck: bool = False, kept: bool = False) -> Iterator[_Run]:
    """Yield the words of inline content; `kept` keeps its line ends."""
    if isinstance(node, str):
        yield _Run(node if kept else re.sub(r"[ \t\n\r\f]+", " ", node), bold, struck)
        return
    if not _is_seen(node) or node.tag == "img":
        return
    if node.tag == "br":
        yield _Run("\n", bold, struck)
        return
    if node.tag == "input":
        if node.attributes.get("type", "").lower() == "checkbox":
            yield _Run("[x] " if "checked" in node.attributes else "[ ] ")
        return
    if node.tag == "sup" and _FOOTNOTE.fullmatch(_plain(node).strip()) and any(node.all("a")):
        return
    style = node.attributes.get("style", "")
    bold = bold or node.tag in ("b", "strong") or _BOLD_STYLE.search(style) is not None
    struck = struck or node.tag in ("s", "del", "strike") or "line-through" in style
    apart = node.tag in BLOCKS
    if apart:
        yield _Run("\n")
    for child in node.children:
        yield from _runs(child, bold=bold, struck=struck, kept=kept)
    if apart:
        yield _Run("\n")


def _plain(element: Element) -> str:
    return "".join(run.text for run in _runs_below(element))


def _runs_below(element: Element) -> Iterator[_Run]:
    for child in element.children:
        yield from _runs(child)


def _words(element: Element) -> str:
    return _text(list(_runs_below(element)))


def _text(runs: Iterable[_Run]) -> str:
    """Return the words of a paragraph; where all of them are bold or struck out, marked so."""
    spoken = list(runs)
    words = shown(re.sub(r"\n{2,}", "\n", "".join(f"~~{run.text}~~" if run.struck and run.text.strip() else run.text for run in spoken)))
    words = words.replace("~~~~", "")
    if words and "\n" not in words and "**" not in words and all(run.bold for run in spoken if run.text.strip()):
        return f"**{words}**"
    return words


def _cell_words(cell: Element) -> str:
    """Return a cell's words, each paragraph and list item on a line of its own; bold says nothing in a table."""
    return shown(re.sub(r"\n\s*", "\n", _plain(cell)))
