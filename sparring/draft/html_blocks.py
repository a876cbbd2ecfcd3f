"""Blocks that people write as HTML within Markdown: tables, lists, headings."""

import re
from typing import Literal

from sparring.draft.words import NO_WORDS, Words, on_one_line

_TABLE = re.compile(r"\s*(?:<(?:div|p|center)\b[^<>]{0,200}>\s*)?<table\b", re.IGNORECASE)
_CELL_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|tr|td|th)\b(?P<attributes>[^<>]{0,500})>", re.IGNORECASE)
_SPAN = re.compile(r"\b(?P<way>row|col)span\s*=\s*[\"']?(?P<count>\d{1,3})", re.IGNORECASE)
_FIRST = re.compile(r"\s*</?(?:h[1-6]|ul|ol|li|summary|details)\b", re.IGNORECASE)
_BLOCK = re.compile(r"<(?P<close>/?)(?P<name>h[1-6]|ul|ol|li|summary|details)\b[^<>]{0,300}>", re.IGNORECASE)
_MOST_COLUMNS = 100

_BOLD_LEVEL = 7
"""A summary that opens and closes ranks like a bold line, below all headings."""

BlockKind = Literal["heading", "item", "text"]


def begins_table(text: str) -> bool:
    """Tell whether a line opens a table."""
    return _TABLE.match(text) is not None


def closes_table(text: str) -> bool:
    """Tell whether a line closes a table."""
    return "</table" in text.lower()


def rows_of(words: Words) -> list[list[Words]]:
    """Return the cells of a table; those that a cell reaches into are empty, as in a spreadsheet."""
    rows: list[list[Words]] = []
    row: list[Words] = []
    reaching: dict[int, int] = {}
    opened: re.Match[str] | None = None
    for tag in _CELL_TAG.finditer(words.text):
        if opened is not None:
            _add_cell(row, reaching, on_one_line(words.part(opened.end(), tag.start()).strip()), opened["attributes"])
            opened = None
        name = tag["name"].lower()
        if name in ("td", "th") and not tag["close"]:
            opened = tag
        elif name in ("tr", "table"):
            if any(row):
                rows.append(row)
            row = []
    if any(row):
        rows.append(row)
    return rows


def _add_cell(row: list[Words], reaching: dict[int, int], cell: Words, attributes: str) -> None:
    spans = {match["way"].lower(): int(match["count"]) for match in _SPAN.finditer(attributes)}
    while reaching.get(len(row)) and len(row) < _MOST_COLUMNS:
        reaching[len(row)] -= 1
        row.append(NO_WORDS)
    reaching[len(row)] = spans.get("row", 1) - 1
    row.append(cell)
    row.extend([NO_WORDS] * min(spans.get("col", 1) - 1, _MOST_COLUMNS))


class Blocks:
    """Headings, lists and summaries, line by line; remembers what is open."""

    def __init__(self) -> None:
        self._depth = 0
        self._open = ""

    def of(self, raw: Words) -> list[tuple[BlockKind, int, Words]] | None:
        """Return the blocks of a line, each with its level and its words; None for a line that is no HTML."""
        if not self._open and not _FIRST.match(raw.text):
            return None
        found: list[tuple[BlockKind, int, Words]] = []
        position = 0
        for tag in _BLOCK.finditer(raw.text):
            self._take(raw.part(position, tag.start()).strip(), found)
            position = tag.end()
            name = tag["name"].lower()
            self._open = "" if tag["close"] or name in ("ul", "ol", "details") else name
            if name in ("ul", "ol"):
                self._depth = max(0, self._depth + (-1 if tag["close"] else 1))
        self._take(raw.part(position).strip(), found)
        return found

    def _take(self, words: Words, found: list[tuple[BlockKind, int, Words]]) -> None:
        if not words:
            return
        if self._open == "li":
            found.append(("item", max(self._depth - 1, 0), words))
        elif self._open:
            found.append(("heading", int(self._open[1]) if self._open[0] == "h" else _BOLD_LEVEL, words))
        else:
            found.append(("text", 0, words))
        self._open = ""
