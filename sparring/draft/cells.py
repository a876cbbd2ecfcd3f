"""Cells of a table that hold several items: on lines of their own, as a list, or one after the other with numbers or bullets."""

import re

from sparring.draft.inline import unmarked
from sparring.draft.lines import Line, read_lines
from sparring.draft.oneline import listed_within
from sparring.draft.words import Words, joined, on_one_line

_BREAK = re.compile(r"<br ?/?>|</?(?:ul|ol|li|p|div)\b[^<>]{0,200}>|\r?\n", re.IGNORECASE)
_BEGINS = re.compile(r"[\d≥≤<>%€$£+~\"“„«]|[^\W_]")
_LEADS_ON = (",", ":", ";", "：", "，", "(", "and", "und", "or", "oder")
_LONGEST_LEAD = 60


def items_within(cell: Words, *, markdown: bool) -> list[Line]:
    """Return the items that a cell holds as classified lines; [] where it holds only one.

    Args:
        cell: the cell as it stands in the table.
        markdown: it holds Markdown.
    """
    parts = [part for part in _parts(cell) if part.text.strip()]
    if len(parts) < 2:
        return []
    lines = read_lines(joined([part.strip() for part in parts], "\n"), markdown=markdown)
    if any(_is_item(line) for line in lines):
        return _with_what_follows(lines)
    return lines if _are_separate(lines) else []


def parts_of(cell: Words) -> list[Words]:
    """Return the lines of a cell."""
    return [part.strip() for part in _parts(cell) if part.text.strip()]


def _parts(cell: Words) -> list[Words]:
    breaks = [match.span() for match in _BREAK.finditer(cell.text)]
    bounds = [0, *(edge for span in breaks for edge in span), len(cell.text)]
    pieces = [cell.part(left, right) for left, right in zip(bounds[::2], bounds[1::2], strict=True)]
    return [part for piece in pieces for part in listed_within(piece)]


def _is_item(line: Line) -> bool:
    return line.kind == "item" or line.content.role == "key_result"


def _with_what_follows(lines: list[Line]) -> list[Line]:
    """Each item with the plain lines after it; what stands before the first one leads to it when it is short."""
    items: list[Line] = []
    for line in lines:
        if _is_item(line) or (not items and not _leads(line)):
            items.append(line)
        elif items:
            items[-1].content.words = joined([items[-1].content.words, line.marked.strip()])
    return items if len(items) > 1 else []


def _leads(line: Line) -> bool:
    text = line.marked.text.strip()
    return text[-1:] in ":：" or line.content.role is not None or len(text) <= _LONGEST_LEAD


def _are_separate(lines: list[Line]) -> bool:
    """Plain lines are items of their own when each begins like one and none leads on to the next."""
    texts = [line.marked.text.strip() for line in lines]
    begins = all(_BEGINS.match(text) and not text[0].islower() and len(text.split()) + len(text) // 8 > 2 for text in texts)
    return begins and not any(text.endswith(_LEADS_ON) for text in texts[:-1])


def one_line(cell: Words, *, markdown: bool) -> Words:
    """Return a cell's words on one line and without marks."""
    return unmarked(on_one_line(cell)).words if markdown else on_one_line(cell)
