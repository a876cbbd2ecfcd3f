"""The clauses and sentences of an answer, without taking "Sec." or "3.2." for the end of one."""

import re
from collections.abc import Iterator

from sparring.text import Span

_END = re.compile(r"[.!?;\n]+")
_MONTH = re.compile(
    r"\s*(?:januar|february?|februar|märz|march|april|mai|may|june?|juni|july?|juli|august|september|o[ck]tober|november|de[cz]ember)\b",
    re.IGNORECASE,
)
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.b|u\.a|d\.h|approx|ca|bzw|etc|ggf|inkl|incl|vs|nr|abs|st|dr|mr|mrs|ms|sek|min|std|mio|mrd|jan|feb|mar|apr|jun|jul|aug"
    r"|sep|sept|oct|okt|nov|dec|dez)|(?<![\w.])\w|\b\d{1,2}\.\d{1,2}|\d)$",
    re.IGNORECASE,
)
"""What a full stop behind it does not end a sentence after: an abbreviation, a single letter, a date, a number before another."""


def clauses_of(text: str) -> Iterator[Span]:
    """Yield the clauses of `text` with the marks that end them, without white space around them."""
    start = 0
    for match in _END.finditer(text):
        if match[0] == "." and _goes_on(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences of `text`: its clauses, with those that a semicolon parts put together again."""
    start: int | None = None
    end = 0
    for clause in clauses_of(text):
        start, end = clause.start if start is None else start, clause.end
        if text[end - 1] != ";":
            yield Span(start, end)
            start = None
    if start is not None:
        yield Span(start, end)


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 2]
    if not following.strip():
        return False
    if following[0].isalnum():
        return True
    before = _NO_END.search(text[start : stop.start()])
    if before is None:
        return False
    # "in week 6. Then we decide": after a plain number a capital letter begins the next sentence, unless it is a month ("am 3. März").
    return _MONTH.match(text, stop.end()) is not None or not (before[0].isdigit() and following.strip()[0].isupper())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))
