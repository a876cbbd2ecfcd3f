"""Which passages bear on an item: shared words, weighed by how rare they are in this library.

The index is plain data, never changed once built: it may be built in one thread and searched from others. A library has some thousand
passages, so an index of its words in memory is small, quick to build and needs no database.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sparring.library.model import Bearing, Document, Passage
from sparring.library.words import terms_of

THRESHOLD = 0.5
"""Below this score no passage bears on an item (see `_score`)."""

_EVIDENCE_LEFT_OUT = 2.75
"""Nats. How much less evidence than a random text would ask for is enough, as a strategy is about what the draft is about. Measured, not
derived (`benchmarks/bearing.py`): items find a right line of their own strategy in nearly 8 of 10 cases, and in nearly 9 of 10 nothing in
that of another team."""

_UNSEEN_PASSAGES = 20
"""Passages that a library is thought to have beside its own, so that a word of a page with three lines does not count as known."""

_RELATED = 0.7
"""What a word of the same family counts ("delivered" for "delivery", "Rechnung" for "Rechnungsstellung"), beside 1 for the same word."""
_HEADING = 0.35
"""What a word counts that stands only in a heading above the passage."""

_FAMILY = 6
"""Letters that two stems have to share, from the start or one within the other, to be of one family; five where one has no more."""


class PassageLibrary:
    """The documents of a bout, searchable. Implements `Library`."""

    def __init__(self, documents: Sequence[Document], passages: Sequence[Passage]) -> None:
        self.documents = tuple(documents)
        self.passages = tuple(passages)
        self.is_empty = not self.passages
        self._index = _Index(self.passages)

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        """Return the passages that bear on `words`, best first, no text twice; empty where none reaches the threshold."""
        if most < 1:
            return ()
        found: list[Bearing] = []
        seen: set[str] = set()
        for score, number in self._index.ranked(words):
            passage = self.passages[number]
            if passage.text in seen:
                continue
            seen.add(passage.text)
            found.append(Bearing(passage, score))
            if len(found) == most:
                break
        return tuple(found)


class _Index:
    def __init__(self, passages: Sequence[Passage]) -> None:
        self._in_text: defaultdict[str, list[int]] = defaultdict(list)
        self._in_headings: defaultdict[str, list[int]] = defaultdict(list)
        sizes: list[float] = []
        headings: dict[tuple[str, ...], dict[str, float]] = {}
        for number, passage in enumerate(passages):
            terms = terms_of(passage.text)
            sizes.append(max(1.0, sum(terms.values())))
            for term in terms:
                self._in_text[term].append(number)
            if passage.headings not in headings:
                headings[passage.headings] = terms_of("\n".join(passage.headings))
            for term in headings[passage.headings]:
                if term not in terms:
                    self._in_headings[term].append(number)
        mean = sum(sizes) / len(sizes) if sizes else 1.0
        # A long passage meets any word by chance more often, in proportion to its length: that much of each word's evidence is void.
        self._void = [max(0.0, math.log(size / mean)) for size in sizes]
        self._size = len(passages) + _UNSEEN_PASSAGES
        self._needed = self._rarity_of(0) - _EVIDENCE_LEFT_OUT
        self._families = _Families([*self._in_text, *self._in_headings])

    def _rarity_of(self, passages_with_it: int) -> float:
        """Return the evidence (nats) of sharing a word that stands in so many passages: the less likely by chance, the more."""
        return math.log(1 + (self._size - passages_with_it + 0.5) / (passages_with_it + 0.5))

    def _rarity(self, term: str) -> float:
        return self._rarity_of(len(self._in_text.get(term, ())))

    def ranked(self, words: str) -> list[tuple[float, int]]:
        """Return the score and number of each passage that reaches the threshold, best first, earlier ones first among equals."""
        item = terms_of(words)
        evidence: defaultdict[int, float] = defaultdict(float)
        shared: defaultdict[int, float] = defaultdict(float)
        possible = 0.0
        for term, weight in item.items():
            possible += weight * self._rarity(term)
            for number, (nats, share) in self._best_meetings(term, weight).items():
                evidence[number] += nats
                shared[number] += share
        scored = ((self._score(nats, shared[number] * self._void[number], possible), number) for number, nats in evidence.items())
        return sorted((pair for pair in scored if pair[0] >= THRESHOLD), key=lambda pair: (-pair[0], pair[1]))

    def _best_meetings(self, term: str, weight: float) -> Mapping[int, tuple[float, float]]:
        """Return for each passage that `term` meets the evidence there and how much of a word that is; the strongest meeting counts."""
        best: dict[int, tuple[float, float]] = {}
        family = [(term, 1.0), *((relative, _RELATED) for relative in self._families.of(term))]
        for relative, closeness in family:
            rarity = self._rarity(relative)
            for numbers, place in ((self._in_text.get(relative, ()), 1.0), (self._in_headings.get(relative, ()), _HEADING)):
                share = weight * closeness * place
                meeting = (share * rarity, share)
                for number in numbers:
                    if number not in best or best[number] < meeting:
                        best[number] = meeting
        return best

    def _score(self, nats: float, void: float, possible: float) -> float:
        """Return how strongly a passage bears on an item: 0.5 where the evidence is just enough, towards 1 with more.

        The evidence of the shared words, dampened by the share of the item that they cover (its fourth root), against what chance alone
        yields in a library of this size: of a thousand passages, some share two rare words with anything.
        """
        held = max(0.0, nats * math.pow(nats / possible, 0.25) - void)
        return held / (held + self._needed)


class _Families:
    """The stems of a library that belong to a word's family, found without comparing it with every one of them."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._stems = sorted({term for term in terms if len(term) >= _FAMILY - 1 and term[0].isalpha()})
        self._known = frozenset(self._stems)
        self._joined = "\n" + "\n".join(self._stems) + "\n"

    def of(self, stem: str) -> list[str]:
        """Return the related stems, the stem itself left out, in alphabetical order."""
        if len(stem) < _FAMILY - 1 or not stem[0].isalpha():
            return []
        related = set(self._with_same_start(stem))
        if len(stem) >= _FAMILY:
            related.update(self._containing(stem))
            related.update(self._within(stem))
        related.discard(stem)
        return sorted(related)

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
