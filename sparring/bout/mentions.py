"""Which items of the draft the team named in what it said: "KR2", "O1.KR2", the author's own label, or "the second objective"."""

import re
from collections.abc import Iterable, Iterator

from sparring.draft.language import is_function_word
from sparring.draft.model import Draft, KeyResult, Objective
from sparring.lenses.words import tokens

_CODE = re.compile(r"\bO\d+\.KR\d+\b|\b(?:[A-Za-z]{1,3}[ -]?)?\d+(?:[.\-]\d+)*\b", re.IGNORECASE)
_POINTED_AT = re.compile(
    r"\b(?:on|in|beside|next to|see|line|drop|auf|bei|unter|neben|siehe|zeile)\s"
    r"(?P<code>\d+(?:\.\d+)+)(?=\s*(?:[,.;:!?)]|$))(?!\.\d)",
    re.IGNORECASE,
)
"""A label of figures alone is a line's name where somebody points at it ("we measure it on 2.1."), and a figure anywhere else."""


_PLACES = ("first|erst", "second|zweit", "third|dritt", "fourth|viert", "fifth|fünft")
_BY_PLACE = re.compile(
    r"\b(?:" + "|".join(f"(?P<at{place}>{words})" for place, words in enumerate(_PLACES)) + r"|(?P<last>last|letzt))(?:e[mnrs]?)?"
    r"\s(?:objective|goal|aim|ziel|key result)s?\b",
    re.IGNORECASE,
)
"""An item called by its place on the page: "the second objective", "im ersten Ziel"."""

LETTERS_OF_A_STEM = 5
"""Words that begin with the same letters are taken for forms of one word."""

FEWEST_LETTERS = 4
"""Shorter words say little of what is spoken about."""

LETTERS_OF_A_LONG_WORD = 10
"""A word so long is enough by itself: German puts into it what English says in two."""

STEMS_IN_COMMON = 2
"""Words that a text and a line share before the text is taken to speak of the line."""


def named_items(texts: Iterable[str], draft: Draft, main: Objective | None) -> tuple[str, ...]:
    """Return the keys of items named, in the order in which they were first named.

    A code that several items share ("KR2" under each objective) means the one under `main`.
    """
    codes = Codes(draft, main)
    return tuple(dict.fromkeys(key for text in texts for _, key in codes.in_text(text)))


def line_described(text: str, draft: Draft) -> KeyResult | None:
    """Return the key result that `text` speaks of in words of its own; None where it fits none, or several equally well."""
    said, told = stems(text), _long_words(text)
    shared = [
        (max(len(said & stems(each.text)), STEMS_IN_COMMON if told & _long_words(each.text) else 0), each) for each in draft.key_results()
    ]
    most = max((count for count, _ in shared), default=0)
    nearest = [each for count, each in shared if count == most]
    return nearest[0] if most >= STEMS_IN_COMMON and len(nearest) == 1 else None


def _long_words(text: str) -> frozenset[str]:
    return frozenset(token.word[:LETTERS_OF_A_LONG_WORD] for token in tokens(text) if len(token.word) >= LETTERS_OF_A_LONG_WORD)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words in `text` that say what it is about."""
    words = (token.word for token in tokens(text))
    return frozenset(
        word[:LETTERS_OF_A_STEM] for word in words if len(word) >= FEWEST_LETTERS and not word.isdigit() and not is_function_word(word)
    )


class Codes:
    """The codes by which the items of a draft can be named."""

    def __init__(self, draft: Draft, main: Objective | None) -> None:
        self._by_code: dict[str, str] = {}
        self._by_figures: dict[str, str] = {}
        self._objectives = [objective.key for objective in draft.objectives]
        self._key_results = [each.key for each in main.key_results] if main else []
        for objective in sorted(draft.objectives, key=lambda each: each is not main):
            self._learn(objective.key, objective.id, objective.label)
            for number, key_result in enumerate(objective.key_results, start=1):
                self._learn(key_result.key, key_result.id, key_result.label, f"KR{number}")

    def in_text(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where an item is named, and its key, in the order of the text."""
        yield from sorted((*self._by_place(text), *self._by_its_code(text)))

    def _by_its_code(self, text: str) -> Iterator[tuple[int, str]]:
        pointed = {match.end("code"): self._by_figures.get(_normal(match["code"])) for match in _POINTED_AT.finditer(text)}
        for match in _CODE.finditer(text):
            key = self._by_code.get(_normal(match[0])) or pointed.get(match.end())
            if key:
                yield match.start(), key

    def _by_place(self, text: str) -> Iterator[tuple[int, str]]:
        for match in _BY_PLACE.finditer(text):
            listed = self._key_results if match[0].lower().endswith(("result", "results")) else self._objectives
            place = -1 if match["last"] else next(at for at in range(len(_PLACES)) if match[f"at{at}"])
            if listed and place < len(listed):
                yield match.start(), listed[place]

    def _learn(self, key: str, *codes: str) -> None:
        for code in codes:
            normal = _normal(code)
            # A bare number in an answer is a number, not the name of a line.
            if normal and not normal.isdigit():
                by_code = self._by_figures if normal.replace(".", "").isdigit() else self._by_code
                by_code.setdefault(normal, key)


def _normal(code: str) -> str:
    return re.sub(r"[\s\-_:]", "", code).lower().rstrip(".")
