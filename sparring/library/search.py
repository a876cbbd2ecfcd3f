"""Which passages bear on an item: shared words, weighed by how rare they are in this library.

What is packed stays packed: only the passages that share a word with the item are looked at. Nothing is changed once built but what is
remembered of earlier searches: a library may be built in one thread and searched from others.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice

from sparring.library.families import Families
from sparring.library.indexed import IndexedDocument
from sparring.library.merged import MergedPostings, Passages
from sparring.library.model import Bearing, Document, Passage
from sparring.library.words import terms_of, weight_of

THRESHOLD = 0.5
"""Below this score no passage bears on an item (see `_score`)."""

_EVIDENCE_LEFT_OUT = 3.1
"""Nats. How much less evidence than a random text would ask for is enough, as a strategy is about what the draft is about. Measured, not
derived (`benchmarks/bearing.py`): items find a right line of their own strategy in more than 8 of 10 cases, and in 9 of 10 nothing in that
of another team. Chosen anew without each of ten workspaces in turn, it came out the same every time."""

_UNSEEN_PASSAGES = 60
"""Passages that a library is thought to have beside its own, so that a word of a page with three lines does not count as known."""

_RELATED = 0.7
"""What a word of the same family counts ("delivered" for "delivery", "Rechnung" for "Rechnungsstellung"), beside 1 for the same word."""
_PART = 0.7
"""What each of the two words of a compound counts."""
_HEADING = 0.35
"""What a word counts that stands only in a heading above the passage."""

_DAMPING = 0.25
"""Power of the share of an item that a passage covers, by which its evidence is dampened."""

_FIRST_UNSPACED = "\u1100"
"""From here on scripts mostly part words by nothing, so that a sentence may be one run of characters."""

_MOST_REMEMBERED = 500
"""Searches whose outcome is remembered: a bout asks about the same items again and again."""


class PassageLibrary:
    """The documents of a bout, searchable. Implements `Library`."""

    def __init__(self, documents: Sequence[IndexedDocument], files: Sequence[str]) -> None:
        """Take up documents, none of them empty, with the names that people know them by."""
        self.documents = tuple(Document(file, each.digest, len(each)) for file, each in zip(files, documents, strict=True))
        self.passages = Passages(documents, files)
        self.is_empty = not self.passages
        self._index = _Index(documents, self.passages.starts)
        self._found: dict[tuple[str, int], tuple[Bearing, ...]] = {}

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        """Return the passages that bear on `words`, best first, no text twice; empty where none reaches the threshold."""
        if most < 1:
            return ()
        if (words, most) not in self._found:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            self._found[words, most] = tuple(islice(self._bearing_on(words), most))
        return self._found[words, most]

    def _bearing_on(self, words: str) -> Iterator[Bearing]:
        seen: set[str] = set()
        for score, number in self._index.ranked(words):
            passage = self.passages[number]
            if passage.text not in seen and _says_something(passage):
                seen.add(passage.text)
                yield Bearing(passage, score)


def _says_something(passage: Passage) -> bool:
    """Return whether a passage can be quoted: a single word says nothing, unless it names what the team will not do ("Resellers")."""
    if len(passage.text.split()) > 1 or max(passage.text) >= _FIRST_UNSPACED:
        return True
    from sparring.library.exclusions import is_exclusion

    return is_exclusion(passage)


@dataclass(frozen=True, slots=True)
class _Layer:
    """Passages that meet a word of the item equally well.

    Attributes:
        numbers: of the passages; none of them meets the same word better.
        nats: the evidence in that.
        share: how much of a word that is.
    """

    numbers: AbstractSet[int]
    nats: float
    share: float


class _Index:
    """The words of all documents together."""

    def __init__(self, documents: Sequence[IndexedDocument], starts: Sequence[int]) -> None:
        self._documents = tuple(documents)
        self._starts = starts
        self._size = starts[-1] + _UNSEEN_PASSAGES
        self._mean = sum(sum(each.sizes) for each in documents) / max(1, starts[-1])
        self._needed = self._rarity_of(0) - _EVIDENCE_LEFT_OUT
        self._in_text = MergedPostings([each.in_text for each in documents])
        self._in_headings = MergedPostings([each.in_headings for each in documents])
        self._families = Families(self._in_text.terms() | self._in_headings.terms())

    def _rarity_of(self, passages_with_it: int) -> float:
        """Return the evidence (nats) of sharing a word that stands in so many passages: the less likely by chance, the more."""
        return math.log(1 + (self._size - passages_with_it + 0.5) / (passages_with_it + 0.5))

    def _rarity(self, term: str) -> float:
        return self._rarity_of(self._in_text.count(term))

    def ranked(self, words: str) -> Iterator[tuple[float, int]]:
        """Yield the score and number of each passage that reaches the threshold, best first, earlier ones first among equals."""
        item = self._with_parts(terms_of(words))
        possible = sum(weight * self._rarity(term) for term, weight in item.items())
        meetings = [self._meetings(term, weight) for term, weight in item.items()]
        least = self._least(possible)
        evidence = self._evidence(meetings, least)
        layers = [layer for meeting in meetings for layer in meeting]
        waiting: list[tuple[float, int]] = []
        hopeful = sorted(((self._score(nats, 0.0, possible), number) for number, nats in evidence.items() if nats >= least), reverse=True)
        for at_most, number in hopeful:
            if at_most < THRESHOLD:
                break
            while waiting and -waiting[0][0] > at_most:
                score, found = heappop(waiting)
                yield -score, found
            score = self._score(evidence[number], self._void(number, layers), possible)
            if score >= THRESHOLD:
                heappush(waiting, (-score, number))
        while waiting:
            score, found = heappop(waiting)
            yield -score, found

    def _with_parts(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Return `terms` with the parts of compounds that this library knows only in parts ("Abschlagsänderung" beside "Abschlag")."""
        item: dict[str, float] = {}
        for term, weight in terms.items():
            parts = self._families.parts_of(term)
            for each in parts or [term]:
                share = _PART * weight if parts else weight
                item[each] = max(item.get(each, 0.0), share)
        return item

    def _meetings(self, term: str, weight: float) -> list[_Layer]:
        """Return where a word of the item is met, the strongest meetings first; each passage stands in one layer only."""
        near = {relative: _RELATED * min(weight, weight_of(relative)) for relative in self._families.of(term)}
        near[term] = weight
        ways = [
            (share * place * self._rarity(relative), share * place, relative, in_headings)
            for relative, share in near.items()
            for in_headings, place in ((False, 1.0), (True, _HEADING))
        ]
        met: set[int] = set()
        layers = []
        for nats, share, relative, in_headings in sorted(ways, reverse=True):
            numbers = (self._below(relative) if in_headings else self._holding(relative)) - met
            if numbers:
                met |= numbers
                layers.append(_Layer(numbers, nats, share))
        return layers

    def _holding(self, term: str) -> set[int]:
        """Return the passages that hold a term."""
        return {self._starts[which] + number for which, numbers in self._in_text.at(term) for number in numbers}

    def _below(self, term: str) -> set[int]:
        """Return the passages below a heading that holds a term."""
        below: set[int] = set()
        for which, numbers in self._in_headings.at(term):
            document, start = self._documents[which], self._starts[which]
            for section in numbers:
                passages = document.passages_in(section)
                below.update(range(start + passages.start, start + passages.stop))
        return below

    @staticmethod
    def _evidence(meetings: Sequence[list[_Layer]], least: float) -> dict[int, float]:
        """Return the evidence (nats) in each passage that may hold as much as `least`."""
        ranked = sorted((layers for layers in meetings if layers), key=lambda layers: -layers[0].nats)
        still_possible = sum(layers[0].nats for layers in ranked)
        evidence: defaultdict[int, float] = defaultdict(float)
        for layers in ranked:
            for layer in layers:
                # Passages that were not met so far cannot come up any more once too little is left.
                numbers = layer.numbers if still_possible >= least else evidence.keys() & layer.numbers
                for number in numbers:
                    evidence[number] += layer.nats
            still_possible -= layers[0].nats
        return evidence

    def _void(self, number: int, layers: Sequence[_Layer]) -> float:
        """Return the evidence that a passage owes to its length: a long one meets any word by chance more often, in proportion to it."""
        which = bisect_right(self._starts, number) - 1
        excess = math.log(self._documents[which].sizes[number - self._starts[which]] / self._mean)
        return excess * sum(layer.share for layer in layers if number in layer.numbers) if excess > 0 else 0.0

    def _least(self, possible: float) -> float:
        """Return the evidence below which no passage reaches the threshold, however short it is."""
        part = 1 / (1 + _DAMPING)
        return math.pow(self._needed * THRESHOLD / (1 - THRESHOLD), part) * math.pow(possible, 1 - part)

    def _score(self, nats: float, void: float, possible: float) -> float:
        """Return how strongly a passage bears on an item: 0.5 where the evidence is just enough, towards 1 with more.

        The evidence of the shared words, dampened by the share of the item that they cover, against what chance alone
        yields in a library of this size: of a thousand passages, some share two rare words with anything.
        """
        held = max(0.0, nats * math.pow(nats / possible, _DAMPING) - void)
        return held / (held + self._needed)
