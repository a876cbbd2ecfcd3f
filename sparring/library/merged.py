"""Indexed documents taken together: their passages counted on over all of them, and where each term stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import overload

from sparring.library.indexed import IndexedDocument, Postings
from sparring.library.model import Passage


class Passages(Sequence[Passage]):
    """All passages of a library, in reading order; each is made when it is asked for."""

    def __init__(self, documents: Sequence[IndexedDocument], files: Sequence[str]) -> None:
        self._documents = tuple(documents)
        self._files = tuple(files)
        self.starts = list(accumulate(map(len, documents), initial=0))

    def __len__(self) -> int:
        return self.starts[-1]

    @overload
    def __getitem__(self, number: int) -> Passage: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, number: int | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(number, slice):
            chosen = range(len(self))[number]
            return tuple(self._in_a_row(chosen)) if chosen.step == 1 else tuple(self[each] for each in chosen)
        index = range(len(self))[number]
        which = bisect_right(self.starts, index) - 1
        first = self.starts[which]
        return self._documents[which].passage(index - first, self._files[which], first + 1)

    def _in_a_row(self, chosen: range) -> Iterator[Passage]:
        """Yield passages that follow each other, without looking for the document of each."""
        for which in range(bisect_right(self.starts, chosen.start) - 1, len(self._documents)):
            first, document, file = self.starts[which], self._documents[which], self._files[which]
            for index in range(max(chosen.start, first), min(chosen.stop, self.starts[which + 1])):
                yield document.passage(index - first, file, first + 1)


class MergedPostings:
    """In which documents each term stands, and where there."""

    def __init__(self, postings: Sequence[Postings]) -> None:
        self._postings = tuple(postings)
        # A dictionary for each document: merging them into one takes several times as long as all searches of a bout.
        self._slots = [dict(zip(each.terms, range(len(each.terms)), strict=True)) for each in self._postings]
        self._counts: dict[str, int] = {}

    def terms(self) -> set[str]:
        """Return every term that stands anywhere."""
        return set().union(*(each.terms for each in self._postings))

    def at(self, term: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield the index of each document that holds `term`, and its places there."""
        for which, slots in enumerate(self._slots):
            if term in slots:
                yield which, self._postings[which].at(slots[term])

    def count(self, term: str) -> int:
        """Return the number of places of `term`."""
        if term not in self._counts:
            slots = zip(self._postings, self._slots, strict=True)
            self._counts[term] = sum(each.count(known[term]) for each, known in slots if term in known)
        return self._counts[term]
