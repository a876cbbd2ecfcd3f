"""Number closure: a number that measures a result stands in the ground, or follows from two numbers of one text of the ground."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise, permutations, product

from sparring.referee.amounts import SMALL_COUNT, Amount, amounts, names_unit
from sparring.referee.sentences import sentences

_CLOSE = 0.011
"""How far a ratio said aloud may be rounded: 62.5 % may be called 62 or 63."""
_FROM_TO = re.compile(r"\b(?:from|von|between|zwischen)\b[^.;?!]{0,12}$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[\w%-]+\s+){0,3}?(?:to|auf|bis)\s+(?:about\s+|roughly\s+|etwa\s+|rund\s+)?[€$£]?\s*", re.IGNORECASE)


class GroundNumbers:
    """The numbers of a ground's texts, read only when a challenge holds a number that needs them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._sources = tuple(texts)

    @cached_property
    def _texts(self) -> tuple[tuple[str, tuple[Amount, ...]], ...]:
        return tuple((text, amounts(text)) for text in self._sources)

    def hold(self, amount: Amount) -> bool:
        """Whether the ground writes this number in this unit; a bare number may stand for one with a unit, not the other way round."""
        return any(self._same(amount, given, text) for text, all_given in self._texts for given in all_given)

    def imply(self, amount: Amount) -> bool:
        """Whether the number is the difference or the ratio of two numbers of one text of the ground, in the same unit."""
        for _, given in self._texts:
            distinct = {(each.values, each.unit): each for each in given if each.use != "free"}.values()
            for one, other in permutations(distinct, 2):
                if one.unit == other.unit and any(_follows(amount, a, b, one.unit) for a, b in _readings(one, other)):
                    return True
        return False

    def hold_change(self, start: Amount, end: Amount) -> bool:
        """Whether one text of the ground holds both numbers, in this order or the other."""
        return any(
            any(self._same(start, given, text) for given in all_given) and any(self._same(end, given, text) for given in all_given)
            for text, all_given in self._texts
        )

    @staticmethod
    def _same(amount: Amount, given: Amount, text: str) -> bool:
        if not any(_near(a, b, 1e-6) for a in amount.values for b in given.values):
            return False
        if not amount.unit or amount.unit == given.unit:
            return True
        return not given.unit and (amount.unit == "points" or names_unit(text, amount.unit))


def number_not_in_ground(text: str, ground: GroundNumbers) -> bool:
    """A measuring number, outside the place of a target, that neither stands in the ground nor follows from it."""
    return any(_measures(each) and not each.target and not ground.hold(each) and not ground.imply(each) for each in amounts(text))


def target_not_in_ground(text: str, ground: GroundNumbers) -> bool:
    """A number in the place of a target that the ground does not hold; what follows from two numbers is no target of the team's."""
    return any(_measures(each) and each.target and not ground.hold(each) for each in amounts(text))


def change_not_in_ground(text: str, ground: GroundNumbers) -> bool:
    """A "from 20 to 35" with numbers that no single text of the ground holds together."""
    found = amounts(text)
    for start, end in pairwise(found):
        if "free" in (start.use, end.use) or not _FROM_TO.search(text, max(0, start.span.start - 30), start.span.start):
            continue
        if _TO.fullmatch(text[start.span.end : end.span.start]) and not ground.hold_change(start, end):
            return True
    return False


_MAY = re.compile(
    r"\b(?:can|may|might|could|would|implies|imply|potentially|possibly|already|was|were|went|had|did|"
    r"gave|said|kann|können|könnt|könnte\w*|würde\w*|mag|war|"
    r"waren|hatte\w*|vielleicht)\b"
)


_ARROW = re.compile(r"\d[\w%.,]{0,12}(?:\s\w{1,12})?\s?(?:→|->|=>|-->)\s?[€$£]?\d")
_STORY = re.compile(
    r"(?:(?:an?|one|some|ein|eine|manche) [\w-]+(?: [\w-]+)?,? (?:who|that|with|whose|which|der|die|das|mit|dem)\b|"
    r"somebody\b|someone\b|jemand\b)"
)
"""Somebody of whom something is told; what is counted there is no goal."""


def goal_in_numbers(text: str, ground: GroundNumbers) -> bool:
    """F1 and F6 in prose: a change, a target or a level that the team did not write is stated, not supposed and not asked for."""
    if _ARROW.search(text):
        return True
    for sentence in sentences(text):
        if not amounts(sentence.whole):
            continue
        if change_not_in_ground(sentence.whole, ground):
            return True
        if sentence.asks or sentence.supposes or _STORY.match(sentence.lower):
            continue
        if target_not_in_ground(sentence.whole, ground):
            return True
        if not _MAY.search(sentence.lower) and any(
            _states_level(each) and not ground.hold(each) and not ground.imply(each) for each in amounts(sentence.whole)
        ):
            return True
    return False


def _readings(one: Amount, other: Amount) -> Iterable[tuple[float, float]]:
    """Return the pairs that two numbers can mean; an author who groups by "." in one number does not put decimals there in the next."""
    if len(one.values) == len(other.values) == 2:
        return ((min(one.values), min(other.values)), (max(one.values), max(other.values)))
    return product(one.values, other.values)


def _states_level(amount: Amount) -> bool:
    return amount.use == "measure" or (amount.span.start == 0 and _measures(amount))


def _measures(amount: Amount) -> bool:
    if amount.use == "count":
        return amount.target or min(amount.values) > SMALL_COUNT
    return amount.use == "measure"


def _follows(amount: Amount, a: float, b: float, unit: str) -> bool:
    difference = abs(a - b)
    units = {"", unit, "points"} if unit in ("", "percent", "points") else {"", unit}
    if amount.unit in units and any(_near(value, difference, 1e-6) for value in amount.values):
        return True
    if not b:
        return False
    ratio = a / b
    if amount.unit in ("", "times") and any(_near(value, ratio, _CLOSE) for value in amount.values):
        return True
    return amount.unit == "percent" and any(
        _near(value, share, _CLOSE) for value in amount.values for share in (ratio * 100, abs(ratio - 1) * 100)
    )


def _near(a: float, b: float, tolerance: float) -> bool:
    return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-9)
