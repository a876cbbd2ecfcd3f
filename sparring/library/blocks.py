"""Documents cut into blocks by their lines: paragraphs, list items, table rows, each with the headings above it.

No full Markdown parser: a document is read to be quoted, not to be rendered, and a megabyte has to be read while people wait.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sparring.library.inline import without_marks

LONGEST_HEADING = 80
"""Characters. What is longer says something, so it is a sentence rather than the name of a section."""

_SHORTEST_WRAPPED_LINE = 55
"""Characters. A line shorter than this was ended by its author, not by a line wrap."""

_BOLD_LEVEL = 7
"""Headings that Markdown does not know as such rank below its own six: a line in bold ..."""
_LEAD_IN_LEVEL = 8
"""... and a line that announces a list."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, without bullets, indentation and quote marks.

    Attributes:
        line: of the first, 1-based.
        lines: the words, still with inline marks.
        headings: above it, outermost first, without marks.
    """

    line: int
    lines: tuple[str, ...]
    headings: tuple[str, ...]


_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_ATX = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_FENCE = re.compile(r"^\s{0,12}(`{3,}|~{3,})")
_BULLET = re.compile(r"^(\s*)(?:[-*+•·‣▪◦●○–—]|(\d{1,3})[.)]|\((?:\d{1,3}|[a-z])\)|[a-z]\))[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={2,}[ \t]*|--[ \t]*)$")
_TABLE_RULE = re.compile(r"^[ \t]*[|:+-][ \t|:+=-]*$")
_CELL_MARK = re.compile(r"(?<!\\)\|")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_BOLD_LINE = re.compile(r"^(\*\*|__)(?=\S)([^*_\n]+)\1[ \t]*:?$")
_ATTRIBUTES = re.compile(r"^\s*\{[:%][^{}\n]*\}\s*$")
_NO_TITLE_ENDS_WITH = tuple(".!?;,。！？…")
_LINE_ENDS = tuple('.!?。！？…:："”»)')


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown or plain text, in reading order.

    Left out: front matter, code, comments, table heads and rules, link definitions. Headings become the path of what stands below them.
    """
    lines = [line.rstrip() for line in _without_comments(text).split("\n")]
    return _Reader(lines).read()


def _without_comments(text: str) -> str:
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        pieces.append(text[at:start])
        pieces.append("\n" * text.count("\n", start, end))
        at = end + 3
    pieces.append(text[at:])
    return "".join(pieces)


def _after_front_matter(lines: list[str]) -> int:
    """Return the index of the first line below a front matter (0 where there is none)."""
    mark = lines[0]
    if mark not in ("---", "+++"):
        return 0
    for index in range(1, min(len(lines), 200)):
        if lines[index] == mark or (mark == "---" and lines[index] == "..."):
            return index + 1
        if mark == "---" and not lines[index]:
            # YAML of a front matter seldom has empty lines; a rule above a text is always followed by one.
            return 0
    return 0


def _unquoted(line: str) -> str:
    return _QUOTE.sub("", line) if ">" in line else line


def _cells(line: str) -> Iterator[str]:
    return (cell.strip() for cell in _CELL_MARK.split(line))


def _indent(line: str) -> int:
    expanded = line[: len(line) - len(line.lstrip())].expandtabs(4)
    return len(expanded)


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._headings: list[tuple[int, str]] = []
        self._parents: list[tuple[int, str]] = []
        self._open: list[str] = []
        self._open_line = 0
        self._open_is_item = False
        self._indent = 0
        self._blank_before = True
        self._in_table = False

    def read(self) -> Iterator[Block]:
        lines = self._lines
        index = _after_front_matter(lines)
        while index < len(lines):
            line = _unquoted(lines[index])
            if fence := _FENCE.match(line):
                yield from self._close(index)
                index = self._after_fence(index, fence.group(1))
                continue
            if not line.strip():
                yield from self._close(index)
                self._blank_before, self._in_table = True, False
            else:
                yield from self._take(index, line)
                self._blank_before = False
            index += 1
        yield from self._close(index)

    def _after_fence(self, index: int, mark: str) -> int:
        for after in range(index + 1, len(self._lines)):
            if _unquoted(self._lines[after]).strip().startswith(mark):
                return after + 1
        # Never closed: a stray mark costs its own line, not the rest of the document.
        return index + 1

    def _take(self, index: int, line: str) -> Iterator[Block]:
        first = line.lstrip()[0]
        if first == "#" and (heading := _ATX.match(line)):
            yield from self._close(index)
            self._head(len(heading.group(1)), heading.group(2))
        elif first in "-*_=" and _RULE.match(line):
            yield from self._rule(index, line)
        elif first in "[{" and (_REFERENCE.match(line) or _ATTRIBUTES.match(line)):
            yield from self._close(index)
        elif self._is_table_row(index, line):
            yield from self._close(index)
            if not _TABLE_RULE.match(line) and not self._is_table_rule(index + 1):
                yield Block(index + 1, (" | ".join(cell for cell in _cells(line) if cell),), self._path(None))
        elif bullet := self._bullet(line):
            yield from self._close(index)
            self._start_item(index, line, bullet)
        elif self._is_heading_line(index, line):
            yield from self._close(index)
            bold = _BOLD_LINE.match(line.strip())
            self._parents.clear()
            self._head(_BOLD_LEVEL if bold else _LEAD_IN_LEVEL, line)
        elif self._open:
            self._open.append(line.strip())
        else:
            self._start_paragraph(index, line)

    def _rule(self, index: int, line: str) -> Iterator[Block]:
        underlined = self._open and not self._open_is_item and len(self._open) == 1 and line.strip()[0] in "=-" and " " not in line.strip()
        if not underlined:
            yield from self._close(index)
            return
        title = self._open[0]
        self._open = []
        self._head(1 if line.strip()[0] == "=" else 2, title)

    def _bullet(self, line: str) -> re.Match[str] | None:
        bullet = _BULLET.match(line)
        interrupts = self._open and not self._open_is_item
        if bullet and interrupts and (bullet.group(2) not in (None, "1")):
            # "... until the\n15. of May": a number opens a list inside a paragraph only when the list starts at one.
            return None
        return bullet

    def _start_item(self, index: int, line: str, bullet: re.Match[str]) -> None:
        self._indent = _indent(line)
        while self._parents and self._parents[-1][0] >= self._indent:
            self._parents.pop()
        self._open, self._open_line, self._open_is_item = [line[bullet.end() :].strip()], index + 1, True

    def _start_paragraph(self, index: int, line: str) -> None:
        indent = _indent(line)
        belongs_to_list = self._parents and indent > self._parents[0][0]
        if indent >= 4 and self._blank_before and not belongs_to_list:
            return  # indented code
        if not belongs_to_list:
            self._parents.clear()
            if self._headings and self._headings[-1][0] == _LEAD_IN_LEVEL:
                self._headings.pop()
        self._indent = indent
        self._open, self._open_line, self._open_is_item = [line.strip()], index + 1, False

    def _is_heading_line(self, index: int, line: str) -> bool:
        words = line.strip()
        announces = self._next_is_bullet(index + 1)
        if _BOLD_LINE.match(words):
            return len(words) <= LONGEST_HEADING and words[-3] != "." and (self._blank_before or announces or not self._open)
        if not announces or _indent(line) > 0 or len(words) > LONGEST_HEADING or words.endswith(_NO_TITLE_ENDS_WITH):
            return False
        return not self._open or len(self._open[-1]) < _SHORTEST_WRAPPED_LINE

    def _next_is_bullet(self, index: int) -> bool:
        return index < len(self._lines) and _BULLET.match(_unquoted(self._lines[index])) is not None

    def _list_follows(self, index: int) -> bool:
        while index < len(self._lines) and not self._lines[index].strip():
            index += 1
        return self._next_is_bullet(index)

    def _is_table_row(self, index: int, line: str) -> bool:
        if "|" not in line:
            self._in_table = False
            return False
        self._in_table = self._in_table or self._is_table_rule(index)
        return self._in_table or self._is_table_rule(index + 1) or line.lstrip().startswith("|")

    def _is_table_rule(self, index: int) -> bool:
        if not 0 <= index < len(self._lines):
            return False
        line = self._lines[index]
        return "|" in line and "-" in line and _TABLE_RULE.match(line) is not None

    def _head(self, level: int, title: str) -> None:
        self._parents.clear()
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        if words := " ".join(without_marks(title).split()).rstrip(":："):
            self._headings.append((level, words))

    def _path(self, indent: int | None) -> tuple[str, ...]:
        above = tuple(title for _, title in self._headings)
        if indent is None:
            return above
        return above + tuple(title for depth, title in self._parents if depth < indent and len(title) <= LONGEST_HEADING)

    def _close(self, index: int) -> Iterator[Block]:
        """Yield what is open; `index` is the line after it."""
        if not self._open:
            return
        lines, self._open = self._open, []
        path = self._path(self._indent)
        if self._open_is_item:
            yield from self._close_item(lines, path, index)
        elif lines[-1].endswith((":", "：")) and len(lines) == 1 and self._list_follows(index):
            self._head(_LEAD_IN_LEVEL, lines[0])
        elif len(lines) > 1 and all(line.endswith(_LINE_ENDS) for line in lines):
            # Each line ends as a sentence does: the author broke the lines, not a line wrap.
            for offset, line in enumerate(lines):
                yield Block(self._open_line + offset, (line,), path)
        else:
            yield Block(self._open_line, tuple(lines), path)

    def _close_item(self, lines: list[str], path: tuple[str, ...], index: int) -> Iterator[Block]:
        title = " ".join(without_marks(" ".join(lines)).split())
        self._parents.append((self._indent, title.rstrip(":：")))
        if not (title.endswith((":", "：")) and self._list_follows(index)):
            yield Block(self._open_line, tuple(lines), path)
