"""YAML with the place of every scalar, from the parser's events.

Events rather than nodes: they neither recurse nor expand aliases, so a file cannot blow up in memory or depth. An alias of a scalar has its
words; an alias of a collection stands for nothing here, for an item is read where it is written.
"""

import re

from sparring.draft.model import Segment
from sparring.draft.values import Builder, Mapping, NotThisFormatError, Scalar, Sequence, Value
from sparring.draft.words import Words, joined, verbatim
from sparring.text import Span

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*)|(.))|[ \t]*(?:\r?\n[ \t]*)+", re.DOTALL)
_DEEPEST_FLOW = 200
"""Brackets within brackets; the parser's time grows with the square of the depth."""

_SHORT = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def parse_yaml(text: str) -> list[Value]:
    """Return the documents of a YAML text.

    Raises:
        NotThisFormatError: it is no YAML.
    """
    import yaml

    if _flow_depth(text) > _DEEPEST_FLOW:
        raise NotThisFormatError("nested deeper than any draft")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = Builder()
    anchors: dict[str, Scalar] = {}
    repeated = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            start, end = _index(event.start_mark), _index(event.end_mark)
            match event:
                case yaml.ScalarEvent():
                    scalar = Scalar(_words(text, start, end, event.value, event.style or ""), Span(start, end))
                    if event.anchor:
                        anchors[event.anchor] = scalar
                    builder.scalar(scalar)
                case yaml.AliasEvent():
                    words = anchors[event.anchor].words if event.anchor in anchors else Words("")
                    repeated += len(words.text)
                    if repeated > len(text):
                        raise NotThisFormatError("aliases that grow beyond the text")
                    builder.scalar(Scalar(words, Span(start, end)))
                case yaml.MappingStartEvent():
                    builder.start(Mapping(span=Span(start, start)))
                case yaml.SequenceStartEvent():
                    builder.start(Sequence(span=Span(start, start)))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    builder.end(start)
    except (yaml.YAMLError, ValueError, RecursionError, UnicodeError) as error:
        raise NotThisFormatError("no YAML") from error
    return builder.documents


def _flow_depth(text: str) -> int:
    depth = deepest = 0
    for mark in re.finditer(r"[\[{]|[\]}]", text):
        depth += 1 if mark[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _index(mark: object) -> int:
    """A mark's place in the text; the parser's own type is not the same in C and Python."""
    return int(getattr(mark, "index", 0))


def _words(text: str, start: int, end: int, value: str, style: str) -> Words:
    if style == "" and value in _NULL:
        return Words("")
    if style == '"':
        found = _double_quoted(text, text.find('"', start, end) + 1, end - 1)
        return found if found.text == value else Words(value, (Segment(Span(0, len(value)), Span(start, end)),))
    if style in "|>" and style:
        start = text.find("\n", start, end) + 1
    elif style == "'":
        start, end = text.find("'", start, end) + 1, end - 1
    elif not value:
        return Words("")
    elif text.startswith(("&", "!"), start):
        start = text.find(value.split(None, 1)[0], start, end)
    if text.startswith(value, start):
        return verbatim(text, Span(start, start + len(value))).strip("\n")
    return _aligned(text, start, end, value.strip("\n"), quote=style == "'")


def _aligned(text: str, start: int, end: int, value: str, *, quote: bool) -> Words:
    """Find each word of a folded or indented scalar where it stands; the space between lines is a joint."""
    segments: list[Segment] = []
    position = start
    for word in re.finditer(r"[^\s']+|'" if quote else r"\S+", value):
        written = "''" if quote and word[0] == "'" else word[0]
        found = text.find(written, position, end)
        if found < 0:
            return Words(value, (Segment(Span(0, len(value)), Span(start, end)),))
        position = found + len(written)
        before = segments[-1] if segments else None
        plain = before is not None and len(before.text) == len(before.source) and written == word[0]
        if before and plain and text[before.source.end : found] == value[before.text.end : word.start()]:
            segments[-1] = Segment(Span(before.text.start, word.end()), Span(before.source.start, position))
        else:
            segments.append(Segment(Span(*word.span()), Span(found, position)))
    return Words(value, tuple(segments))


def _double_quoted(text: str, start: int, end: int) -> Words:
    parts, position = [], start
    for escape in _ESCAPE.finditer(text, start, end):
        parts.append(verbatim(text, Span(position, escape.start())))
        position = escape.end()
        if escape[4] is not None:
            continue
        if escape[0][0] != "\\":
            breaks = escape[0].count("\n")
            parts.append(Words(" " if breaks == 1 else "\n" * (breaks - 1)))
            continue
        code = escape[1] or escape[2] or escape[3]
        character = chr(int(code, 16)) if code else _SHORT.get(escape[5], escape[5])
        parts.append(Words(character, (Segment(Span(0, 1), Span(*escape.span())),)))
    parts.append(verbatim(text, Span(position, end)))
    return joined(parts, "")
