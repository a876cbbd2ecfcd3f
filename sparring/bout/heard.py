"""What the word lists hear in an answer. People answer in either language whatever the draft's is, so both are always listened for."""

from collections.abc import Mapping
from functools import cache

from sparring.lenses.words import packaged_words
from sparring.text import Span

LANGUAGES = ("en", "de")
"""Languages in which answers are read."""

ASKED_IN = ("fr", "es", "it", "pt", "nl", "tr", "zh")
"""Further languages in which a request to write is understood; they have that list alone."""

Heard = Mapping[str, tuple[Span, ...]]


_WRITING = ("asks-for-writing", "asks-outright", "writing-things", "writing-verbs")
_BESIDE_ANSWERS = ("decision", "people", "rhythm")


def heard_in(text: str, *names: str) -> Heard:
    """Return where the phrases of each list stand in `text`, by the list's name.

    Args:
        text: anything.
        names: the lists to listen with; by default all that answers are read with.
    """
    return packaged_words().only(names or _for_answers(), LANGUAGES).find(text)


def asked_elsewhere(text: str, language: str) -> bool:
    """Return whether `text` asks to write in a `language` in which nothing else is read."""
    return language in ASKED_IN and bool(packaged_words().only(("asks-for-writing",), (language,)).find(text))


@cache
def _for_answers() -> tuple[str, ...]:
    answers = sorted(name for name in packaged_words().names() if name.startswith("answer-"))
    return (*answers, *_WRITING, *_BESIDE_ANSWERS)
