"""One document as a search needs it: its passages, and in which of them each word stands, packed into plain arrays.

Packed, as a library may hold a hundred thousand passages of which a bout shows five: a passage becomes an object when somebody asks for it,
and a document that was read before comes back from the disk in one piece.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from sparring.library.model import Passage
from sparring.library.words import terms_of

NUMBERS = "I"
"""Type code of the arrays that count: 32 bits without sign on every platform that Python runs on today."""
SIZES = "f"


@dataclass(frozen=True)
class Postings:
    """Where terms stand.

    Attributes:
        terms: each once, in order.
        starts: for each term the index in `numbers` at which its places begin, and a last one at which they end.
        numbers: places, rising for each term.
    """

    terms: tuple[str, ...]
    starts: Sequence[int]
    numbers: Sequence[int]

    def at(self, slot: int) -> Sequence[int]:
        """Return the places of the term with this index in `terms`."""
        return self.numbers[self.starts[slot] : self.starts[slot + 1]]

    def count(self, slot: int) -> int:
        """Return the number of places of the term with this index in `terms`."""
        return self.starts[slot + 1] - self.starts[slot]


class Section(NamedTuple):
    """Passages in a row that stand below the same headings, in the same place of a converted document; it reaches to the next."""

    first: int
    headings: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True)
class IndexedDocument:
    """A document's passages and their words.

    Attributes:
        digest: SHA-256 of its text.
        explains_method: it teaches OKRs and is no strategy.
        joined: the passages' texts, a line each.
        lines: where each passage begins, 1-based; 0 where the document has no lines.
        sections: in reading order, the first at passage 0.
        sizes: how much each passage says: the summed weights of its terms, at least 1.
        in_text: the passages that hold a term.
        in_headings: the sections whose headings hold a term.
    """

    digest: str
    explains_method: bool
    joined: str
    lines: Sequence[int]
    sections: tuple[Section, ...]
    sizes: Sequence[float]
    in_text: Postings
    in_headings: Postings

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def texts(self) -> list[str]:
        """The passages' texts."""
        return self.joined.split("\n") if self.lines else []

    @cached_property
    def _firsts(self) -> list[int]:
        return [section.first for section in self.sections]

    def section_of(self, number: int) -> Section:
        """Return the section that the passage with this index stands in."""
        return self.sections[bisect_right(self._firsts, number) - 1]

    def passages_in(self, section: int) -> range:
        """Return the indices of the passages of the section with this index."""
        end = self.sections[section + 1].first if section + 1 < len(self.sections) else len(self)
        return range(self.sections[section].first, end)

    def passage(self, number: int, file: str, first: int) -> Passage:
        """Return the passage with this index, in a library that calls the document `file` and its first passage P`first`."""
        section = self.section_of(number)
        return Passage(f"P{first + number}", file, self.lines[number], self.texts[number], section.headings, section.place)


def indexed(passages: Sequence[Passage], digest: str, *, explains_method: bool = False) -> IndexedDocument:
    """Return the passages of one document, in reading order, with an index of their words."""
    sections: list[Section] = []
    sizes: array[float] = array(SIZES)
    in_text: defaultdict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        if not sections or (sections[-1].headings, sections[-1].place) != (passage.headings, passage.place):
            sections.append(Section(number, passage.headings, passage.place))
        terms = terms_of(passage.text)
        sizes.append(max(1.0, sum(terms.values())))
        for term in terms:
            in_text[term].append(number)
    in_headings: defaultdict[str, list[int]] = defaultdict(list)
    for number, section in enumerate(sections):
        for term in terms_of("\n".join(section.headings)):
            in_headings[term].append(number)
    return IndexedDocument(
        digest=digest,
        explains_method=explains_method,
        joined="\n".join(passage.text for passage in passages),
        lines=array(NUMBERS, (passage.line for passage in passages)),
        sections=tuple(sections),
        sizes=sizes,
        in_text=_packed(in_text),
        in_headings=_packed(in_headings),
    )


def _packed(places: Mapping[str, Sequence[int]]) -> Postings:
    terms = tuple(sorted(places))
    lists = [places[term] for term in terms]
    return Postings(terms, array(NUMBERS, accumulate(map(len, lists), initial=0)), array(NUMBERS, chain.from_iterable(lists)))
