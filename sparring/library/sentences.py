"""Where one sentence ends and the next begins, in running text of several languages."""

import re
from collections.abc import Iterator
from pathlib import Path

from sparring.text import Span

_END = re.compile(
    r"[.!?…]{1,6}[\"'”’»)\]]{0,3}(?=\s)"  # a full stop counts only before white space
    r"|[。！？｡]{1,6}[」』”’）)】]{0,3}"  # a Chinese, Japanese or Korean one always
)
_LAST_WORD = re.compile(r"[\w.&-]{0,30}$")
_OPENING = "\"'“‘„«‚»([¿¡—–-*"

_ABBREVIATIONS = frozenset((Path(__file__).parent / "wordlists" / "abbreviations.txt").read_text("utf-8").split())
_ENDS_LISTS = frozenset(["etc", "usw", "inc", "co", "corp", "ltd", "p.a"])
"""Abbreviations that often end a sentence: before a capital letter they do."""


def sentences_of(text: str) -> Iterator[Span]:
    """Yield the sentences of `text` without the white space between them.

    A stop ends no sentence after an abbreviation ("e.g.", "z. B."), an initial, an ordinal ("31. Mai"), or before a small letter. In doubt
    two sentences stay together.
    """
    start = 0
    for end in _END.finditer(text):
        if _ends(text, end):
            yield from _stripped(text, start, end.end())
            start = end.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends(text: str, end: re.Match[str]) -> bool:
    if end.group()[0] in "。！？｡":
        return True
    following = text[end.end() : end.end() + 40].lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENING)[:1]
    if first.islower():
        return False
    if end.group()[0] != ".":
        return True
    if end.group().startswith(("..", "…")):
        return first.isupper()
    word = _last_word(text, end.start())
    if word.isdigit():
        return len(word) > 2
    if len(word) == 1 and word.isalpha():
        return False
    return word not in _ABBREVIATIONS or (word in _ENDS_LISTS and first.isupper())


def _last_word(text: str, end: int) -> str:
    match = _LAST_WORD.search(text[max(0, end - 30) : end])
    return match.group().casefold().strip("-") if match else ""
