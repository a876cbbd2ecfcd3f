"""A draft and its library as the detectors look at them: read once, looked up often."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sparring.draft.model import Draft, Item, KeyResult, Objective
from sparring.lenses.quantities import Change, Quantity, changes, quantities
from sparring.lenses.words import Token, WordList, WordLists, tokens
from sparring.library.model import Bearing, Library
from sparring.text import Span

MOST_PASSAGES = 6
"""Passages looked at for one item; a line that excludes it is rarely the one that resembles it most."""


@dataclass(frozen=True)
class Reading:
    """One item, with its words and numbers found once.

    Attributes:
        item: the item.
        objective: the objective above it; None for an objective and for a key result under none.
        siblings: the other key results under the same objective.
        opening: index of the token at which it begins to say something.
    """

    item: Item
    objective: Objective | None
    siblings: tuple[KeyResult, ...]
    words: tuple[Token, ...]
    opening: int

    @property
    def key(self) -> str:
        """The item's stable key."""
        return self.item.key

    @property
    def is_key_result(self) -> bool:
        """It is a key result, not an objective."""
        return isinstance(self.item, KeyResult)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the item's text."""
        return quantities(self.item.text)

    @cached_property
    def measures(self) -> tuple[Quantity, ...]:
        """The numbers of the text that can measure something: no dates, no versions."""
        return tuple(q for q in self.quantities if q.measures)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The from-to pairs of the text."""
        return changes(self.item.text, self.quantities)

    @cached_property
    def baseline(self) -> Quantity | None:
        """The number in the cell for today's value, if there is one."""
        return _first(self.item.baseline) if isinstance(self.item, KeyResult) else None

    @cached_property
    def target(self) -> Quantity | None:
        """The number in the cell for the aim, if there is one."""
        return _first(self.item.target) if isinstance(self.item, KeyResult) else None


def _first(cell: str | None) -> Quantity | None:
    return next((q for q in quantities(cell) if q.unit != "calendar"), None) if cell else None


@dataclass(frozen=True)
class View:
    """Everything that a detector may look at.

    Attributes:
        draft: the team's draft.
        library: its strategy documents.
        lists: the word lists.
        found: lens id -> keys of the items on which it was set off; filled for detectors that draw on others.
    """

    draft: Draft
    library: Library
    lists: WordLists
    found: Mapping[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _phrases: dict[tuple[str, str], tuple[Span, ...]] = field(default_factory=dict, repr=False)
    _bearings: dict[str, tuple[Bearing, ...]] = field(default_factory=dict, repr=False)

    @property
    def language(self) -> str:
        """The language whose lists are used; a draft too short to tell is taken for English."""
        return "en" if self.draft.language == "und" else self.draft.language

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Every item in reading order."""
        made = []
        for objective in self.draft.objectives:
            made.append(self._read(objective, None, ()))
            made.extend(
                self._read(kr, objective, tuple(other for other in objective.key_results if other is not kr))
                for kr in objective.key_results
            )
        made.extend(self._read(kr, None, ()) for kr in self.draft.unplaced_key_results)
        return tuple(made)

    def _read(self, item: Item, objective: Objective | None, siblings: tuple[KeyResult, ...]) -> Reading:
        words = tokens(item.text)
        openers = self.word_list("openers")
        opening = 0
        if openers:
            while opening < len(words) and any(openers.find(words[opening].word)):
                opening += 1
        return Reading(item, objective, siblings, words, opening)

    @cached_property
    def by_key(self) -> dict[str, Reading]:
        """Every item by its key."""
        return {reading.key: reading for reading in self.readings}

    def beneath(self, objective: Objective) -> Iterator[Reading]:
        """Yield the key results of an objective."""
        return (self.by_key[kr.key] for kr in objective.key_results)

    def word_list(self, name: str) -> WordList | None:
        """Return a word list of the draft's language, or None."""
        return self.lists.get(self.language, name)

    def phrases(self, reading: Reading, name: str) -> tuple[Span, ...]:
        """Return where phrases of the list `name` stand in an item; none where the language has no such list."""
        key = (reading.key, name)
        if key not in self._phrases:
            words = self.word_list(name)
            self._phrases[key] = tuple(words.find(reading.item.text, reading.words, opening=reading.opening)) if words else ()
        return self._phrases[key]

    def says(self, reading: Reading, name: str) -> bool:
        """Whether an item holds a phrase of a list."""
        return bool(self.phrases(reading, name))

    def cells_say(self, reading: Reading, name: str) -> bool:
        """Whether the baseline or target beside an item's words holds a phrase of a list."""
        item, words = reading.item, self.word_list(name)
        if words is None or not isinstance(item, KeyResult):
            return False
        return any(any(words.find(cell)) for cell in (item.baseline, item.target) if cell)

    def bearings(self, reading: Reading) -> tuple[Bearing, ...]:
        """Return the passages that bear on an item, searched for once."""
        if reading.key not in self._bearings:
            searchable = bool(self.library.passages) and bool(reading.item.text.strip())
            self._bearings[reading.key] = self.library.bearing_on(reading.item.text, most=MOST_PASSAGES) if searchable else ()
        return self._bearings[reading.key]
