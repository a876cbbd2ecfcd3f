"""What a text is about, by its terms: the subject of an item, the name of a priority, what a line rules out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sparring.expressions import expression
from sparring.library.model import Passage

SMALL = 0.3
"""What a term says about the subject that is a mere word of the trade or a number (compare `library.words`)."""
_FAMILY = 6
_BESIDE_IT = expression(
    r"\b(?:before|until|unless|as long as|bevor|solange|außer|sofern)\b|[:;(]|\.\s|,\s(?!(?:no|nor|or|kein\w*|noch)\b)", re.IGNORECASE
)
_PART = expression(r"[^\W\d_]+")
_COMPOUND = expression(r"\b[^\W\d_]+-[^\W\d_]+\b")
_NAME_ENDS = expression(r"[:.;,(–—]|\s-\s")
_BET_NUMBER = expression(r"^\W*(?:(?:bet|choice|priority|wette|schwerpunkt|[a-z])\s*)?\d*\s*[-–—.:)]\s*", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def subject_terms(text: str) -> frozenset[str]:
    """Return what a text is about: its terms without mere words of the trade and numbers."""
    from sparring.library.words import terms_of

    return frozenset(term for term, weight in terms_of(text).items() if weight > SMALL)


def terms_in_order(text: str) -> Iterator[str]:
    """Yield what a text is about in the order in which it is named."""
    from sparring.library.words import terms_of

    return (term for term, weight in terms_of(text).items() if weight > SMALL)


def name_of(passage: Passage) -> frozenset[str]:
    """Return the terms by which a priority is named: those of its first part ("Tutors as a safety net: ...")."""
    return subject_terms(_NAME_ENDS.split(without_number(passage.text), maxsplit=1)[0])


def without_number(text: str) -> str:
    """Return a line without the number or letter that counts it."""
    return text[number.end() :] if (number := _BET_NUMBER.match(text)) else text


def is_met(name: frozenset[str], said: frozenset[str]) -> bool:
    """Return whether one of the terms of a name is said, by itself or by a relative of it; a name without terms always is."""
    return not name or any(term in said or any(_are_related(term, other) for other in said) for term in name)


def is_about(words: str, excluded: str) -> bool:
    """Return whether what is ruled out shares its subject with `words`.

    The subject stands before any condition or explanation ("no ads before complaints are down", "no ads: they annoy people" are about ads).
    A compound with a hyphen is meant as a whole: "no e-books" says nothing about books.
    """
    from sparring.library.words import terms_of

    said = terms_of(words)
    spoken = {part.casefold() for part in _PART.findall(words)}
    subject = _BESIDE_IT.split(excluded, maxsplit=1)[0]
    for compound in _COMPOUND.findall(subject):
        if not all(part.casefold() in spoken or terms_of(part).keys() & said.keys() for part in compound.split("-")):
            subject = subject.replace(compound, " ")
    return any(
        weight > SMALL and any(term == other or _are_related(term, other) for other in said) for term, weight in terms_of(subject).items()
    )


def _are_related(term: str, other: str) -> bool:
    return len(term) >= _FAMILY and len(other) >= _FAMILY and (term[:_FAMILY] == other[:_FAMILY] or term in other or other in term)
