"""A draft and its library as the detectors look at them: read once, looked up often."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from sparring.draft.model import Draft, Item, KeyResult, Objective
from sparring.lenses.quantities import Change, Quantity, changes, quantities
from sparring.lenses.words import Token, Vocabulary, WordLists, tokens
from sparring.library.model import Bearing, Library, Passage
from sparring.text import Span

MOST_PASSAGES = 6
"""Passages looked at for one item; a line that excludes it is rarely the one that resembles it most."""

MOST_LOOKED_AT = 5_000
"""Passages of all documents together that rules look through ..."""
FEWEST_OF_A_DOCUMENT = 20
"""... and of each document at least."""

LONGEST_LOOKED_AT = 1_000
"""Characters of an item that rules look at; what is longer is no line of an OKR, and nobody waits for it."""

MOST_FOR_LANGUAGE = 40
OTHER_LETTERS = 10
"""One letter in so many that English does not have, and a text is not taken for English."""

LONGEST_TITLE = 5
"""Words before a colon or full stop that may be the name of a line ("Frame rate: hold 60 frames"); what follows opens it again."""

LONGEST_LEAD = 12
"""Words before the work by which a line gets where it wants."""

_TITLE_ENDS = re.compile(r"\s*(?:[.:]|\s[-–—])\s+")


@dataclass(frozen=True)
class Reading:
    """One item, with its words and numbers found once.

    Attributes:
        item: the item.
        objective: the objective above it; None for an objective and for a key result under none.
        opening: index of the token at which it begins to say something.
        openings: that one, and the one after a title of its own.
    """

    item: Item
    objective: Objective | None
    words: tuple[Token, ...]
    opening: int
    openings: tuple[int, ...]

    @property
    def key(self) -> str:
        """The item's stable key."""
        return self.item.key

    @cached_property
    def text(self) -> str:
        """The item's words, as far as rules look at them."""
        return self.item.text[:LONGEST_LOOKED_AT]

    @property
    def aim(self) -> Objective | None:
        """The objective that it belongs to: itself, for an objective."""
        return self.item if isinstance(self.item, Objective) else self.objective

    @property
    def is_key_result(self) -> bool:
        """It is a key result, not an objective."""
        return isinstance(self.item, KeyResult)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the item's text."""
        return quantities(self.text)

    @cached_property
    def measures(self) -> tuple[Quantity, ...]:
        """The numbers of the text that can measure something: no dates, no versions."""
        return tuple(q for q in self.quantities if q.measures)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The from-to pairs of the text."""
        return changes(self.text, self.quantities)

    @cached_property
    def baseline(self) -> Quantity | None:
        """The number in the cell for today's value, if there is one."""
        return _first(self.item.baseline) if isinstance(self.item, KeyResult) else None

    @cached_property
    def target(self) -> Quantity | None:
        """The number in the cell for the aim, if there is one."""
        return _first(self.item.target) if isinstance(self.item, KeyResult) else None


def _first(cell: str | None) -> Quantity | None:
    return next((q for q in quantities(cell[:200]) if q.unit != "calendar"), None) if cell else None


@dataclass(frozen=True)
class View:
    """Everything that a detector may look at.

    Attributes:
        draft: the team's draft.
        library: its strategy documents.
        lists: the word lists.
        found: lens id -> keys of the items on which it was set off; filled for detectors that draw on others.
        passages: lines of the documents that detectors share, by what they are looked for, once found.
    """

    draft: Draft
    library: Library
    lists: WordLists
    found: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _phrases: dict[str, dict[str, tuple[Span, ...]]] = field(default_factory=dict, repr=False)
    _bearings: dict[str, tuple[Bearing, ...]] = field(default_factory=dict, repr=False)
    _beside: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False)
    passages: dict[str, Passage | None] = field(default_factory=dict, repr=False)

    @cached_property
    def language(self) -> str:
        """The language whose lists are used; a draft too short to tell is taken for English where it is written with English letters."""
        if self.draft.language != "und":
            return self.draft.language
        letters = [letter for item in islice(self.draft.items(), MOST_FOR_LANGUAGE) for letter in item.text[:200] if letter.isalpha()]
        return "en" if OTHER_LETTERS * sum(not letter.isascii() for letter in letters) <= len(letters) else "und"

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every item in reading order."""
        made = []
        for objective in self.draft.objectives:
            made.append(self._read(objective, None))
            made.extend(self._read(kr, objective) for kr in objective.key_results)
        made.extend(self._read(kr, None) for kr in self.draft.unplaced_key_results)
        return tuple(made)

    def _read(self, item: Item, objective: Objective | None) -> Reading:
        words = tokens(item.text[:LONGEST_LOOKED_AT])
        opening = self._opening(words, 0)
        openings = [opening]
        for number in range(1, min(len(words), LONGEST_TITLE + 1)):
            if _TITLE_ENDS.fullmatch(item.text, words[number - 1].span.end, words[number].span.start):
                openings.append(self._opening(words, number))
                break
        openings.extend(self._means(words))
        return Reading(item, objective, words, opening, tuple(openings))

    def _means(self, words: tuple[Token, ...]) -> Iterator[int]:
        """Yield where a line without a number so far names the work by which it gets there ("Broaden my view by reading")."""
        for number, token in enumerate(words[: LONGEST_LEAD + 1]):
            if token.word[0].isdigit() or number + 1 == len(words):
                return
            following = words[number + 1].word
            if following.endswith("ing") and "means" in self.vocabulary.find(token.word):
                yield number + 1

    def _opening(self, words: tuple[Token, ...], at: int) -> int:
        while at < len(words) and "openers" in self.vocabulary.find(words[at].word):
            at += 1
        return len(words) if self._is_subject(words, at) else at

    def _is_subject(self, words: tuple[Token, ...], at: int) -> bool:
        """Whether a word that looks like a verb is what the sentence is about ("Deploys are boring")."""
        return at + 1 < len(words) and words[at].word.endswith("s") and "linking-verbs" in self.vocabulary.find(words[at + 1].word)

    @cached_property
    def by_key(self) -> dict[str, Reading]:
        """Every item by its key."""
        return {reading.key: reading for reading in self.readings}

    def beneath(self, objective: Objective) -> Iterator[Reading]:
        """Yield the key results of an objective."""
        return (self.by_key[kr.key] for kr in objective.key_results)

    def is_beside(self, reading: Reading, name: str, holds: Callable[[Reading], bool]) -> bool:
        """Return whether something holds of another key result under the same objective; looked up once an objective, by `name`."""
        if reading.objective is None:
            return False
        place = (reading.objective.key, name)
        if place not in self._beside:
            self._beside[place] = frozenset(each.key for each in self.beneath(reading.objective) if holds(each))
        return bool(self._beside[place] - {reading.key})

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The word lists of the draft's language."""
        return self.lists.of(self.language)

    def phrases(self, reading: Reading, name: str) -> tuple[Span, ...]:
        """Return where phrases of the list `name` stand in an item; none where the language has no such list."""
        if reading.key not in self._phrases:
            self._phrases[reading.key] = self.vocabulary.find(reading.text, reading.words, openings=reading.openings)
        return self._phrases[reading.key].get(name, ())

    def says(self, reading: Reading, name: str) -> bool:
        """Whether an item holds a phrase of a list."""
        return bool(self.phrases(reading, name))

    @cached_property
    def beginnings(self) -> tuple[Passage, ...]:
        """The passages near the top of each document, more of each the fewer documents there are: no rule looks further."""
        most = max(FEWEST_OF_A_DOCUMENT, MOST_LOOKED_AT // max(1, len(self.library.documents)))
        return tuple(self._first_of_each(most))

    @cached_property
    def near_the_top(self) -> tuple[Passage, ...]:
        """The first passages of each document: what it is about is told there."""
        return tuple(self._first_of_each(FEWEST_OF_A_DOCUMENT))

    def _first_of_each(self, most: int) -> Iterator[Passage]:
        start = 0
        for document in self.library.documents:
            yield from self.library.passages[start : start + min(most, document.passages)]
            start += document.passages

    def bearings(self, reading: Reading) -> tuple[Bearing, ...]:
        """Return the passages that bear on an item, searched for once."""
        if reading.key not in self._bearings:
            searchable = bool(self.library.passages) and bool(reading.text.strip())
            self._bearings[reading.key] = self.library.bearing_on(reading.text, most=MOST_PASSAGES) if searchable else ()
        return self._bearings[reading.key]
