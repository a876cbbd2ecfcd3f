"""The registry of conditions and finders, by the names that lens files use."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from sparring.lenses.model import Anchor
from sparring.lenses.view import Reading, View
from sparring.library.model import Passage
from sparring.text import Span

Condition = Callable[[Reading, View, Span | None], bool]
"""Whether something holds of an item; the span is the phrase that a word list found in it, if one did."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a finder reports: where, and the line of the strategy that belongs to it."""

    anchor: Anchor
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Finder:
    """A rule that finds anchors by itself.

    Attributes:
        find: the rule.
        draws_on: lenses whose findings it needs in `View.found`; it runs after them.
    """

    find: Callable[[View], Iterable[Sighting]]
    draws_on: tuple[str, ...] = ()


CONDITIONS: dict[str, Condition] = {}
FINDERS: dict[str, Finder] = {}


def condition(name: str) -> Callable[[Condition], Condition]:
    """Register a condition that `when` and `unless` can name."""

    def register(rule: Condition) -> Condition:
        CONDITIONS[name] = rule
        return rule

    return register


def finder(
    name: str, *, draws_on: tuple[str, ...] = ()
) -> Callable[[Callable[[View], Iterable[Sighting]]], Callable[[View], Iterable[Sighting]]]:
    """Register a finder that `structure` can name."""

    def register(rule: Callable[[View], Iterable[Sighting]]) -> Callable[[View], Iterable[Sighting]]:
        FINDERS[name] = Finder(rule, draws_on)
        return rule

    return register


def on(reading: Reading, phrase: Span | None = None) -> Anchor:
    """Return the anchor of one item."""
    return Anchor("key_result" if reading.is_key_result else "objective", (reading.key,), phrase)


DRAFT = Anchor("draft")
MOST_SHOWN = 3
"""Lines that stand for a whole draft beside a challenge: enough to recognise what is meant, few enough to read."""


def whole_draft(keys: Iterable[str]) -> Anchor:
    """Return the anchor of the whole draft, with the first of the lines that make the point."""
    return Anchor("draft", tuple(islice(keys, MOST_SHOWN)))
