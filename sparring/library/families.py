"""Words of one family: "delivered" beside "delivery", "Rechnung" within "Rechnungsstellung", and what was meant by a misspelt one."""

from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sparring.library.words import MARKS, bare

_FAMILY = 6
"""Letters that two stems have to share, from the start or one within the other, to be of one family; five where one has no more."""

_SHORTEST_COMPOUND = 10
_SHORTEST_PART = 4
_LINKS = ("", "s", "es", "n", "en", "er")
"""What German puts between the words of a compound."""


class Families:
    """The terms of a library that belong to a word's family, found without comparing it with every one of them."""

    def __init__(self, terms: AbstractSet[str]) -> None:
        self._terms = terms
        stems = {term[:-1] if term[-1] in MARKS else term for term in terms if len(term) >= _FAMILY - 1}
        self._stems = sorted(stem for stem in stems if len(stem) >= _FAMILY - 1 and stem[0].isalpha())
        self._known = frozenset(self._stems)
        self._joined = "\n" + "\n".join(self._stems) + "\n"

    def of(self, term: str) -> list[str]:
        """Return the related terms, the term itself left out, in alphabetical order."""
        stem = bare(term)
        if not stem[0].isalpha():
            return []
        stems = {stem}
        if len(stem) >= _FAMILY - 1:
            stems.update(self._with_same_start(stem))
        if len(stem) >= _FAMILY:
            stems.update(self._containing(stem))
            stems.update(self._within(stem))
        related = self._terms_of(stems) - {term}
        if not related and term not in self._terms and len(stem) >= _FAMILY:
            related = self._terms_of(self._misspelt(stem))
        return sorted(related)

    def _terms_of(self, stems: Iterable[str]) -> set[str]:
        return {each for stem in stems for mark in ("", *MARKS) if (each := stem + mark) in self._terms}

    def _misspelt(self, stem: str) -> list[str]:
        """Return the stems that differ in one letter, or in two that changed places; the first letter is mostly right."""
        alike = process.extract(stem, self._starting_with(stem[0]), scorer=OSA.distance, score_cutoff=1, limit=None)
        return [found for found, _, _ in alike]

    def _starting_with(self, start: str) -> list[str]:
        first = bisect_left(self._stems, start)
        last = first
        while last < len(self._stems) and self._stems[last].startswith(start):
            last += 1
        return self._stems[first:last]

    def _with_same_start(self, stem: str) -> list[str]:
        if len(stem) >= _FAMILY:
            short = stem[: _FAMILY - 1]
            return self._starting_with(stem[:_FAMILY]) + ([short] if short in self._known and len(stem) <= len(short) + 2 else [])
        return [other for other in self._starting_with(stem) if len(other) <= len(stem) + 2]

    def _containing(self, stem: str) -> list[str]:
        found = []
        at = self._joined.find(stem)
        while at >= 0:
            start, end = self._joined.rfind("\n", 0, at) + 1, self._joined.find("\n", at)
            found.append(self._joined[start:end])
            at = self._joined.find(stem, end)
        return found

    def _within(self, stem: str) -> list[str]:
        parts = (stem[start:end] for start in range(len(stem) - _FAMILY + 1) for end in range(start + _FAMILY, len(stem) + 1))
        return [part for part in parts if part in self._known]

    def parts_of(self, term: str) -> list[str]:
        """Return the two words that a compound consists of, where the library holds both and not the compound; else nothing."""
        stem = bare(term)
        if len(stem) < _SHORTEST_COMPOUND or stem in self._terms or not stem[0].isalpha():
            return []
        for end in range(len(stem) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            for link in _LINKS:
                first = stem[:end].removesuffix(link) if stem[:end].endswith(link) else ""
                if len(first) >= _SHORTEST_PART and first in self._terms and stem[end:] in self._terms:
                    return [first, stem[end:]]
        return []
