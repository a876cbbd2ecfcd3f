"""Recognises lines of the strategy that say what comes second: an item that goes after it goes against what was chosen.

"Reliability before cost", "Pflegezeit geht vor Lagerkosten: ...", "First the customers we have, then new ones". What a line of
observations prefers ("Price beats comfort for most guests") was chosen by nobody, so the heading above has to announce choices.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sparring.expressions import expression
from sparring.lenses.words import packaged_words
from sparring.library.model import Passage

LONGEST_HEADING = 120
LONGEST_FIRST_PART = 100
"""Characters of a line in which it says how to choose, if it does."""
MOST_WORDS = 6
"""Words that name what is preferred, or what comes second: more of them are a clause about something else."""

_ALL = ("en", "de")
_OWN_NUMBER = expression(r"^\W*(?:[a-z]{0,2}|bet|choice|rule|wette|regel)\s?\d{1,2}\s*[-–—.:)]\s*", re.IGNORECASE)
_FIRST_PART = expression(r"[:.;(–—]|\s-\s")
_IN_TURN = expression(
    r"^\W*(?:erst|zuerst|zunächst|first)\s(?P<first>[^,;:.]{3,60})[,;]\s(?:(?:and|und)\s)?(?:only\s)?(?:erst\s)?(?:dann|danach|then|later|später)\s"
    r"(?P<second>[^,;:.]{3,60})",
    re.IGNORECASE,
)
_NO_NAME = expression(
    r"^(?:the|a|an|this|that|we|you|they|it|he|she|each|every|all|der|die|das|dem|den|ein\w*|wir|sie|es|er|ihr|jede\w*|alle\w*)\b|\d",
    re.IGNORECASE,
)
"""How words go on that say where or when, not what comes second: "before the harvest", "vor 8 Uhr"."""
_A_VERB_WITH_OVER = expression(r"\b(?:hand|take|took|win|won|carry|roll|turn|go|goes|went|all|half|left|just|well)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Preference:
    """What a line puts first, and what it puts second, in its own words."""

    first: str
    second: str


def preference_in(passage: Passage) -> Preference | None:
    """Return what a line among the choices of a strategy prefers to what; None where it prefers nothing."""
    if not passage.headings or not _announces_choices(passage.headings[-1][:LONGEST_HEADING]):
        return None
    return _preference(passage.text)


@lru_cache(maxsize=1_024)
def _preference(line: str) -> Preference | None:
    if in_turn := _IN_TURN.match(line):
        return Preference(in_turn["first"], in_turn["second"])
    number = _OWN_NUMBER.match(line)
    text = line[number.end() :] if number else line
    part = _FIRST_PART.split(text, maxsplit=1)[0][:LONGEST_FIRST_PART]
    if not packaged_words().only(("preferring",), _ALL).may_meet(part):
        return None
    return next((found for language in _ALL for found in _preferences(part, language)), None)


def _preferences(part: str, language: str) -> Iterator[Preference]:
    words = packaged_words().only(("preferring",), (language,))
    for span in words.find(part).get("preferring", ()):
        if span.of(part).lower().startswith(("not", "nicht")):
            continue
        first, second = part[: span.start].strip(" ,"), part[span.end :].strip(" ,")
        if not (_is_a_name(first) and _is_a_name(second)) or _NO_NAME.search(second) or _A_VERB_WITH_OVER.search(first):
            continue
        # German writes things with a capital: what is done comes second in how, not in what ("vorbeugen statt erklären").
        if language != "de" or any(word[:1].isupper() for word in second.split()):
            yield Preference(first, second)


def _is_a_name(words: str) -> bool:
    return 0 < len(words.split()) <= MOST_WORDS


@lru_cache(maxsize=512)
def _announces_choices(heading: str) -> bool:
    return packaged_words().only(("priorities", "choosing"), _ALL).is_met(heading)
