"""Whether documents speak of an item at all, if in other words: before anybody is told that they do not.

A search shows the lines that bear on an item, so it has to be sure of those that it names. To say that there is none is another claim, and
a team that knows of one stops believing the rest: here a word of the same meaning, a part of a compound or a heading is enough.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from sparring.lenses.akin import akin_to
from sparring.library.model import Library, Passage

LIGHT = 0.3
"""Weight up to which a term is a mere word of the trade (compare `library.words`)."""

MOST_LOOKED_AT = 120
"""Passages that are compared one by one; all others are searched."""

FAMILY = 6
"""Letters at the beginning or end that words of one family share."""
COMPOUND = 11
"""Letters of a word from which on its end may be a word of its own."""

IN_COMMON = 2
"""Words that an item and a passage share, so that the one may well speak of the other, where none of them is rare."""


def is_spoken_of(words: str, library: Library, first: Sequence[Passage] | None = None) -> bool:
    """Return whether some passage may bear on `words`: only where none does is it fair to say that nothing was found.

    Args:
        words: of an item.
        library: the documents.
        first: their passages from the beginning, where the caller has them.
    """
    from sparring.library.words import bare, terms_of

    terms = {bare(term): weight for term, weight in terms_of(words).items() if not term[0].isdecimal()}
    subject = [stem for stem, weight in terms.items() if weight > LIGHT]
    if any(library.bearing_on(stem, most=1) for each in subject for stem in (each, *akin_to(each))):
        return True
    return _share_several(terms, frozenset(subject), islice(library.passages if first is None else first, MOST_LOOKED_AT))


def _share_several(stems: Iterable[str], subject: frozenset[str], passages: Iterable[Passage]) -> bool:
    """Whether one of `passages` shares several words with an item, one of them of its subject."""
    by_key = {key: stem for stem in stems for each in (stem, *akin_to(stem)) for key in _keys(each)}
    if len(by_key) < IN_COMMON:
        return False
    known = re.compile("|".join(sorted(map(_as_pattern, by_key), key=len, reverse=True)))
    for passage in passages:
        shared = {by_key[key.strip()] for key in known.findall(_stems_of(passage.text, passage.headings))}
        if len(shared) >= IN_COMMON and shared & subject:
            return True
    return False


def _keys(stem: str) -> tuple[str, ...]:
    return (stem[:FAMILY], stem[-FAMILY:]) if len(stem) >= COMPOUND else (stem[:FAMILY],)


def _as_pattern(key: str) -> str:
    """Return what finds a key among stems parted by spaces: a short one is a word, a longer one may stand within one."""
    return re.escape(key) if len(key) == FAMILY else rf" {re.escape(key)} "


@lru_cache(maxsize=4_000)
def _stems_of(text: str, headings: tuple[str, ...]) -> str:
    from sparring.library.words import bare, terms_of

    return "  ".join(["", *(bare(term) for line in (text, *headings[-1:]) for term in terms_of(line)), ""])
