"""JSON with the place of every string: the standard parser gives none."""

import re

from sparring.draft.model import Segment
from sparring.draft.values import Builder, Mapping, NotThisFormatError, Scalar, Sequence, Value
from sparring.draft.words import Words, joined, verbatim
from sparring.text import Span

_TOKEN = re.compile(
    r"[\s\ufeff]*+(?:(?P<open>[{\[])|(?P<close>[}\]])|(?P<mark>[,:])|\"(?P<string>(?:[^\"\\]++|\\.)*+)\"|(?P<plain>[\w.+-]++))", re.DOTALL
)
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity")
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def parse_json(text: str) -> list[Value]:
    """Return the values of a JSON text: one, or several for JSON lines. Trailing commas and raw line ends in strings are forgiven.

    Raises:
        NotThisFormatError: it is no JSON.
    """
    builder = Builder()
    open_marks: list[str] = []
    # What may come next: "value" or "after" (a comma, a closing mark); in a mapping also "key" and "colon".
    state, position, end = "value", 0, len(text.rstrip().rstrip("\ufeff"))
    while position < end:
        token = _TOKEN.match(text, position)
        if token is None:
            raise NotThisFormatError("unknown token")
        position = token.end()
        inside = open_marks[-1] if open_marks else ""
        if token["close"]:
            if not inside or {"{": "}", "[": "]"}[inside] != token["close"] or state == "colon" or (inside == "{" and state == "value"):
                raise NotThisFormatError("closing mark without its partner")
            open_marks.pop()
            builder.end(position)
            state = "after"
        elif token["mark"] == ":":
            if state != "colon":
                raise NotThisFormatError("stray colon")
            state = "value"
        elif token["mark"] == ",":
            if state != "after" or not inside:
                raise NotThisFormatError("stray comma")
            state = "key" if inside == "{" else "value"
        else:
            state = _value(builder, text, token, open_marks, state)
    if open_marks or not builder.documents:
        raise NotThisFormatError("the text ends too early")
    return builder.documents


def _value(builder: Builder, text: str, token: re.Match[str], open_marks: list[str], state: str) -> str:
    if state == "colon" or (state == "after" and open_marks) or (state == "key" and token["string"] is None):
        raise NotThisFormatError("a value where none may stand")
    start = token.start(token.lastgroup or 0)
    if token["open"]:
        builder.start(Mapping(span=Span(start, start)) if token["open"] == "{" else Sequence(span=Span(start, start)))
        open_marks.append(token["open"])
        return "key" if token["open"] == "{" else "value"
    if token["string"] is not None:
        builder.scalar(Scalar(_string(text, *token.span("string")), Span(token.start("string") - 1, token.end())))
    elif _PLAIN.fullmatch(token["plain"]):
        words = Words("") if token["plain"] == "null" else verbatim(text, Span(*token.span("plain")))
        builder.scalar(Scalar(words, Span(*token.span("plain"))))
    else:
        raise NotThisFormatError("a word without quotes")
    return "colon" if state == "key" else "after"


def _string(text: str, start: int, end: int) -> Words:
    if text.find("\\", start, end) < 0:
        return verbatim(text, Span(start, end))
    parts, position = [], start
    for escape in _ESCAPE.finditer(text, start, end):
        parts.append(verbatim(text, Span(position, escape.start())))
        parts.append(Words(_decoded(escape), (Segment(Span(0, 1), Span(*escape.span())),)))
        position = escape.end()
    parts.append(verbatim(text, Span(position, end)))
    return joined(parts, "")


def _decoded(escape: re.Match[str]) -> str:
    high, low, code, short = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if code:
        return chr(int(code, 16))
    return _SHORT.get(short, short)
