"""Lines that look like one line: so that a list is marked with one key."""

import re
from dataclasses import dataclass

from sparring.draft.model import Draft
from sparring.text import Source

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]")
_BULLET = re.compile(r"(?:\d{1,3}[.)、]|\(\d{1,2}\)|[^\w\s])(?:[ \t]*(?:\[[ xX]?\]|[^\w\s]))*")
_LABEL = re.compile(r"(?P<word>[^\W\d_]{1,12})[ .\-]?\d+(?:\.\d+)*[ \t]*[:：.)\]–—|-]")
_DATA_NAME = re.compile(r"(?P<name>[\w .-]{1,40}?)[\"']?[ \t]*:(?:[ \t]|$)")
_WORD = re.compile(r"[^\W_]")
_LOOKED_AT = 400
"""Characters of a line that show what it is like."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How deep a line stands, and what it begins with."""

    depth: int
    begins: tuple[str, ...]


def alike(draft: Draft, line: int) -> tuple[int, ...]:
    """Return `line` (1-based) and the lines after it that stand as deep and begin alike, up to the next line that stands less deep.

    A table ends with its last row.
    """
    source, is_data = draft.source, draft.format in ("json", "yaml")
    wanted = _look(_text(source, line), is_data=is_data)
    in_table = wanted.begins[:1] == ("|",)
    found = [line]
    for number in range(line + 1, source.line_count + 1):
        text = _text(source, number)
        if not _WORD.search(text):
            if in_table and not text.strip():
                break
            continue
        look = _look(text, is_data=is_data)
        if look.depth < wanted.depth or (in_table and look.begins[:1] != ("|",)):
            break
        if look == wanted:
            found.append(number)
    return tuple(found)


def _text(source: Source, line: int) -> str:
    start = source.line_span(line).start
    return source.text[start : min(source.line_span(line).end, start + _LOOKED_AT)]


def _look(text: str, *, is_data: bool) -> _Look:
    if (heading := _HEADING.match(text)) and not is_data:
        depth, marks, rest = len(heading[1]) - 100, heading[1], text[heading.end() :]
    else:
        body = text.expandtabs(4).lstrip()
        depth = len(text.expandtabs(4)) - len(body)
        bullet = _BULLET.match(body)
        marks = bullet[0] if bullet else ""
        rest = body[len(marks) :].lstrip()
        marks = "|" if marks.startswith("|") else re.sub(r"\d+", "1", re.sub(r"\[[ xX]?\]|\s", "", marks))
    named = (_DATA_NAME if is_data else _LABEL).match(rest)
    return _Look(depth, (marks, named[1].casefold()) if named else (marks,))
