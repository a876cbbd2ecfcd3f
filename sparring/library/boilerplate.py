"""Lines of a document that are about the document, not about what the team wants: dates, authors, page numbers, lists of links."""

import re
from functools import cache
from pathlib import Path

_LONGEST = 120
"""Characters. What is longer says more than who wrote it and when."""

_MOST_WORDS = 3
"""Words after a label ("Owner: Jane van Dijk"); more of them are a sentence."""

_FEWEST_WORDS_OF_A_LINK = 4
"""A link of fewer words is the name of another page."""

_WORD_LISTS = Path(__file__).parent / "wordlists"
_PLACEHOLDER = re.compile(r"^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%.*%>|\$\{[^{}]*\}|\[\[?_?TOC_?\]?\])$")
_LABEL = re.compile(r"[^:：=|\d(]+")
"""What may be a label: all up to the colon or number behind it, or the whole."""
_AROUND = " \t.,;*_-–—[]()"
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINK = re.compile(r"^\[([^\[\]]{1,300})\](?:\([^()\s]*\)|\[[^\[\]]*\])[.,;]?$")
_POINTER = re.compile(r"^(?:see|read|siehe|voir|ver|véase|vgl\.|参见|参照)\b", re.IGNORECASE)


def is_boilerplate(text: str) -> bool:
    """Return whether a passage says only who wrote the page and when, which page it is, or what is on it."""
    if len(text) > _LONGEST:
        return False
    if _PLACEHOLDER.match(text) or text.startswith("©"):
        return True
    low = text.casefold()
    label = _LABEL.match(low)
    if label is not None and label.group().strip(_AROUND) in _labels() and _words_in(low[label.end() :]) <= _MOST_WORDS:
        return True
    return _DIGIT.search(low) is not None and all(word in _date_words() for word in _WORD.findall(low))


def points_elsewhere(raw: str) -> bool:
    """Return whether a line, marks and all, only sends its reader to another page: an entry of a list of links, "See [our plan](...)"."""
    link = _LINK.match(raw.strip())
    if link is not None:
        return _words_in(link.group(1)) < _FEWEST_WORDS_OF_A_LINK
    return len(raw) <= 2 * _LONGEST and _POINTER.match(raw) is not None and ("](" in raw or "://" in raw)


def _words_in(text: str) -> float:
    ideographs = len(_IDEOGRAPH.findall(text))
    return len(_WORD.findall(_IDEOGRAPH.sub(" ", text))) + 0.75 * ideographs


@cache
def _date_words() -> frozenset[str]:
    return frozenset(word for line in _lines("dates") for word in line.split())


@cache
def _labels() -> frozenset[str]:
    return frozenset(_lines("boilerplate"))


def _lines(name: str) -> list[str]:
    lines = (line.strip() for line in (_WORD_LISTS / f"{name}.txt").read_text("utf-8").splitlines())
    return [line.casefold() for line in lines if line and not line.startswith("#")]
