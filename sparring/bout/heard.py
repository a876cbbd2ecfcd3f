"""What the word lists hear in an answer. People answer in either language whatever the draft's is, so both are always listened for."""

from collections.abc import Mapping
from functools import cache

from sparring.lenses.words import WordLists
from sparring.packaged import packaged
from sparring.text import Span

LANGUAGES = ("en", "de")
"""Languages in which answers are read."""

ASKED_IN = ("fr", "es", "it", "pt", "nl", "tr", "zh")
"""Further languages in which a request to write is understood; they have that list alone."""

Heard = Mapping[str, tuple[Span, ...]]


def heard_in(text: str) -> Heard:
    """Return where the phrases of each list stand in `text`, by the list's name."""
    found: dict[str, tuple[Span, ...]] = {}
    for language in LANGUAGES:
        for name, spans in _lists().of(language).find(text).items():
            found[name] = (*found.get(name, ()), *spans)
    return found


def asked_elsewhere(text: str, language: str) -> bool:
    """Return whether `text` asks to write in a `language` in which nothing else is read."""
    return language in ASKED_IN and "asks-for-writing" in _lists().of(language).find(text)


@cache
def _lists() -> WordLists:
    return WordLists(packaged("prompts") / "words")
