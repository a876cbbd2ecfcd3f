"""Number closure: a number that measures a result stands in the ground, or follows from two numbers of one text of the ground."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise, permutations, product

from sparring.expressions import expression
from sparring.referee.amounts import SMALL_COUNT, Amount, amounts, names_unit
from sparring.referee.sentences import sentences

_CLOSE = 0.011
"""How far a ratio said aloud may be rounded: 62.5 % may be called 62 or 63."""
_REST = expression(r"\b(?:other|remaining|rest of the|last|übrigen|anderen|restlichen|verbleibenden)\s+$", re.IGNORECASE)
_SCALE = expression(
    r"\b(?:from|von|between|zwischen)\s+(?:0|1|zero|one|null|eins)\s+(?:to|bis|and|und)\s+(?:5|7|10|100|five|ten|zehn|fünf)$", re.IGNORECASE
)
"""A scale on which the team is to say how sure it is."""
_FROM_TO = expression(r"\b(?:from|von|between|zwischen)\b[^.;?!]{0,12}$", re.IGNORECASE)
_TO = expression(r"\s*(?:[\w%-]+\s+){0,3}?(?:to|auf|bis)\s+(?:about\s+|roughly\s+|etwa\s+|rund\s+)?[€$£]?\s*", re.IGNORECASE)


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

    def leave(self, amount: Amount, before: str) -> bool:
        """Whether the number is called the rest of a share that the ground writes ("the other 4 %" beside 96 %)."""
        if amount.unit != "percent" or not _REST.search(before):
            return False
        shares = [a for _, all_given in self._texts for given in all_given if given.unit == "percent" for a in given.values]
        return any(_near(value, 100 - share, 1e-6) for value in amount.values for share in shares)

    @staticmethod
    def _same(amount: Amount, given: Amount, text: str) -> bool:
        if not any(_near(a, b, 1e-6) for a in amount.values for b in given.values):
            return False
        if not amount.unit or amount.unit == given.unit:
            return True
        return not given.unit and (amount.unit == "points" or names_unit(text, amount.unit))


def number_not_in_ground(text: str, ground: GroundNumbers) -> bool:
    """A measuring number, outside the place of a target, that neither stands in the ground nor follows from it."""
    return any(_measures(each) and not each.target and not _known(each, text, ground) for each in amounts(text))


def _known(amount: Amount, text: str, ground: GroundNumbers) -> bool:
    return ground.hold(amount) or ground.imply(amount) or ground.leave(amount, text[max(0, amount.span.start - 30) : amount.span.start])


def target_not_in_ground(text: str, ground: GroundNumbers) -> bool:
    """A number in the place of a target that the ground does not hold; what follows from two numbers is no target of the team's."""
    return any(_measures(each) and each.target and not ground.hold(each) for each in amounts(text))


def change_not_in_ground(text: str, ground: GroundNumbers) -> bool:
    """A "from 20 to 35" with numbers that no single text of the ground holds together."""
    found = amounts(text)
    for start, end in pairwise(found):
        if "free" in (start.use, end.use) or not _FROM_TO.search(text, max(0, start.span.start - 30), start.span.start):
            continue
        if _SCALE.search(text, max(0, start.span.start - 12), end.span.end):
            continue
        if _TO.fullmatch(text[start.span.end : end.span.start]) and not ground.hold_change(start, end):
            return True
    return False


_NOUN_OF_CHANGE = expression(
    r"\b(?:rise|increase|jump|drop|fall|decrease|growth|gain|decline|leap|anstieg|zuwachs|rückgang|sprung|abfall|steigerung|senkung)"
    r"(?: (?:by|of|um|von))? $",
    re.IGNORECASE,
)


def _speaks_of_a_change(text: str, ground: GroundNumbers) -> bool:
    """Whether the numbers in a target's place are changes spoken of as things ("a rise of 15 points"), which the ground's numbers imply."""
    return all(
        ground.hold(each) or (_NOUN_OF_CHANGE.search(text[max(0, each.span.start - 30) : each.span.start]) and ground.imply(each))
        for each in amounts(text)
        if each.target and _measures(each)
    )


_MAY = expression(
    r"\b(?:can|may|might|could|would|implies|imply|potentially|possibly|already|was|were|went|had|did|"
    r"gave|said|kann|können|könnt|könnte\w*|würde\w*|mag|war|"
    r"waren|hatte\w*|vielleicht)\b"
)


_ARROW = expression(r"\d[\w%.,]{0,12}(?:\s\w{1,12})?\s?(?:→|->|=>|-->)\s?[€$£]?\d")
_STORY = expression(
    r"(?:(?:an?|one|some|ein|eine|manche) [\w-]+(?: [\w-]+)?,? (?:who|that|with|whose|which|der|die|das|mit|dem)\b|"
    r"somebody\b|someone\b|jemand\b)"
)
"""Somebody of whom something is told; what is counted there is no goal."""


_CONDITION = expression(
    r"(?:if|once|wenn|falls|sobald|wäre[nt]?|ginge|gelänge|hätte[nt]?|were|should|had)\b[^,]*(?:,[^,]*?)??,\s+(?:then |dann |so "
    r")?(?P<main>.+)$"
)
_REASONED = expression(
    r"\b(?:that(?:'s| is| means| makes| leaves| would)|this (?:is|means)|das (?:sind|ist|wären|wäre|heißt|macht|bedeutet)|it "
    r"(?:is|means|takes|would)|es (?:sind|wären)|who|what|how|why|wer|was|wie|warum)\b"
)


def _brings_a_level(lower: str, ground: GroundNumbers) -> bool:
    """A condition whose consequence holds a number of its own: "If they trusted you, 8 of 10 would come back"."""
    match = _CONDITION.match(lower)
    if match is None or _REASONED.match(match["main"]):
        return False
    return any(_measures(each) and not ground.hold(each) and not ground.imply(each) for each in amounts(match["main"]))


_SETS = expression(
    r"\b(?:commit\w*|aim|target|sign|state|stating|say|says|saying|read|reads|define\w*|set|reach|promise|pledge|key results?|"
    r"objective|kr|accept|live with|considered|"
    r"isn't|wouldn't|shouldn't|couldn't|not|nicht|eher|lieber|festhalten|festzuhalten|fassen|formulieren|lauten|heißen|als "
    r"(?:ziel|ergebnis)\w*|vornehmen|anpeilen|zielen)\b"
)
"""A question for yes or no that sets something: what it names is no longer asked."""


def goal_in_numbers(text: str, ground: GroundNumbers) -> bool:
    """F1 and F6 in prose: a change, a target or a level that the team did not write is stated, not supposed and not asked for."""
    if _ARROW.search(text):
        return True
    said = sentences(text)
    for index, sentence in enumerate(said):
        if not amounts(sentence.whole):
            continue
        asked_about = index + 1 < len(said) and said[index + 1].asks
        if change_not_in_ground(sentence.whole, ground):
            return True
        if sentence.tells and _brings_a_level(sentence.lower, ground):
            return True
        if sentence.supposes or sentence.asks_openly or _STORY.match(sentence.lower):
            continue
        if asked_about and sentence.whole.endswith(":") and not target_not_in_ground(sentence.whole, ground):
            continue
        if not sentence.tells and not _SETS.search(sentence.lower):
            continue
        if target_not_in_ground(sentence.whole, ground) and not (asked_about and _speaks_of_a_change(sentence.whole, ground)):
            return True
        if not _MAY.search(sentence.lower) and any(
            _states_level(each) and not _known(each, sentence.whole, ground) and not (asked_about and max(each.values) == 0)
            for each in amounts(sentence.whole)
        ):
            return True
        if (
            not asked_about
            and not _MAY.search(sentence.lower)
            and any(
                each.use == "count" and min(each.values) >= _MANY and not ground.hold(each) and not ground.imply(each)
                for each in amounts(sentence.whole)
            )
        ):
            return True
    return False


_MANY = 100
"""From here a bare count that nobody has written down is a level that is wished for, not people to ask."""


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
