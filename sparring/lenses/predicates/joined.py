"""Two things in one line: two measures, two states, two pieces of work, a piece of work and its number."""

import re
from collections.abc import Iterator
from itertools import islice

from sparring.expressions import expression
from sparring.lenses.predicates.numbers import is_in_brackets
from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.predicates.wording import starts_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

_WITH = re.compile(r"\s(?:with|mit)\s(?:at least |more than |over |mindestens )?$", re.IGNORECASE)


@finder("two-measures")
def two_measures(view: View) -> Iterator[Sighting]:
    """Key results of which two parts each have a measure of their own, where the second does not guard the first."""
    for reading in view.readings:
        if not reading.is_key_result or view.says(reading, "guarding"):
            continue
        if _changes_apart(reading) > 1:
            yield Sighting(on(reading))
            continue
        for joint in islice(_JOINT.finditer(reading.text), MOST_JOINTS):
            if any(change.span.start < joint.start() < change.span.end for change in reading.changes):
                continue
            rest = _part_end(reading.text, joint.end())
            before, behind = _is_measured(reading, 0, joint.start(), view), _is_measured(reading, joint.end(), rest, view)
            if (before and (behind or _is_work(reading, joint.end(), rest, view))) or (
                not reading.measures and _name_two_measures(reading, joint.start(), joint.end(), rest, view)
            ):
                yield Sighting(on(reading, Span(joint.end(), _end_of_words(reading, joint.end(), rest))))
                break


def _is_work(reading: Reading, start: int, end: int, view: View) -> bool:
    """Whether a part of the line is a piece of work of its own: what is done stands behind its subject, or before what it is done to."""
    words = [word for word in reading.words if start <= word.span.start < end]
    if _ASIDE.search(reading.text, start, end):
        return False
    if len(words) < 3 and not (view.language == "de" and len(words) > 1):
        return False
    if any(words[1].span.end < span.start < end for span in view.phrases(reading, "shipped")):
        return True
    return not view.vocabulary.find(words[0].word).keys().isdisjoint(("falling", "shipping")) and words[0].word.endswith(_NOUNS_OF_DOING)


_ASIDE = expression(r"[:,(]")
_NOUNS_OF_DOING = ("ung", "bau", "tion", "ment")


def _name_two_measures(reading: Reading, joint: int, behind: int, end: int, view: View) -> bool:
    """Whether a line without a number is the names of two measures ("Take rate and volume")."""
    if len(reading.words) > LONGEST_NAMES:
        return False
    named = [span for name in ("metric-nouns", "end-of-chain", "empty-counts") for span in view.phrases(reading, name)]
    return any(span.end == joint for span in named) and any(
        behind <= span.start and span.end >= _end_of_words(reading, behind, end) for span in named
    )


LONGEST_NAMES = 8
"""Words of a line that is nothing but the names of two measures."""


def _changes_apart(reading: Reading) -> int:
    """How many changes a line wants that share no number: "5 to 10 to 20" is one, by steps."""
    pairs = zip((None, *reading.changes), reading.changes, strict=False)
    return sum(before is None or now.span.start >= before.span.end for before, now in pairs)


MOST_JOINTS = 8
"""Places looked at where a line may join two measures; one that joins more is joined at the first of them."""

_JOINT = re.compile(
    r"\s(?:and|und|sowie|as well as|plus|y|e|et|ve|en)\s|\s[&+/]\s|;\s|,\s(?:with|mit|and|und)\s|；|，并|以及|\s及\s|"
    r",\s(?=(?:[\w.]+\s){0,2}(?:[<>≤≥]|zero\b|\d+\s?%))|\s(?:with|mit)\s(?=(?:[\w.-]+\s){0,3}(?:[<>≤≥]|zero\b|\d+\s?%))",
    re.IGNORECASE,
)
_PART_END = re.compile(r"[;；]")
_SIDE = re.compile(
    r"(?:\b(?:within|in|per|every|after|before|during|for|over|across|between|top|last|first|next|from|among|than|to|by|until|"
    r"innerhalb|pro|nach|vor|je|binnen|in den|letzten|ersten|für|über|alle|bis|auf)\s+(?:the\s|den\s|der\s)?)$|[(/]\s*$",
    re.IGNORECASE,
)
"""What stands before a number that only says when, how long or of how many something is measured."""


_BY_THE_VERB = re.compile(
    r"(?:\s(?:(?:back|down|up|wieder)\s)?(?:to|below|under|above|over|auf|unter|über)|(?<=\sto)|(?<=\sbelow)|(?<=\sabove))\s"
)
"""What stands between a verb of change and the value that it leads to ("drops to 4 %")."""

_AT_MOST = re.compile(
    r"\b(?:fewer than|less than|more than|at least|at most|no more than|weniger als|mehr als|höchstens|mindestens)\s$", re.IGNORECASE
)


def _end_of_words(reading: Reading, start: int, end: int) -> int:
    return max((word.span.end for word in reading.words if start <= word.span.start < end), default=end)


def _part_end(text: str, start: int) -> int:
    end = _PART_END.search(text, start)
    return end.start() if end else len(text)


def _is_measured(reading: Reading, start: int, end: int, view: View) -> bool:
    """Whether a part of the line has a value of its own to reach: a share, money, a limit, a change, or a count that begins it."""
    text = reading.text
    words = [w.span.start for w in reading.words if start <= w.span.start < end]
    if any(start <= span.start < end for name in ("doubling", "halving") for span in view.phrases(reading, name)):
        return True
    moved = [span for name in ("rising", "falling") for span in view.phrases(reading, name) if start <= span.start < end]
    for q in reading.measures:
        if not start <= q.span.start < end or is_in_brackets(reading, q):
            continue
        if any(c.start is q or c.end is q for c in reading.changes):
            return True
        before = text[max(start, q.span.start - 24) : q.span.start]
        if any(_BY_THE_VERB.fullmatch(text, span.end, q.span.start) for span in moved):
            return True
        if _AT_MOST.search(before):
            return True
        if _SIDE.search(before) and not q.bound:
            continue
        if q.unit in ("percent", "money", "multiple") or q.bound:
            return True
        place = sum(w < q.span.start for w in words)
        if q.unit in ("count", "time") and place <= 2:
            return True
    return False


@finder("output-with-measure")
def outputs_with_a_measure(view: View) -> Iterator[Sighting]:
    """Key results that ask for a thing and for a number that it moves ("Launch X with 15 % adoption"): either may be met alone."""
    for reading in view.readings:
        made = view.phrases(reading, "shipping") if reading.is_key_result else ()
        if not made:
            continue
        text = reading.text
        joined = next((q for q in reading.measures if _WITH.search(text[made[0].end : q.span.start])), None)
        if joined:
            yield Sighting(on(reading))


@finder("two-states")
def two_states(view: View) -> Iterator[Sighting]:
    """Key results that describe two states, each of something else ("The old page is gone and the guide is updated")."""
    for reading in view.readings:
        if not reading.is_key_result or reading.measures:
            continue
        links = sorted(starts_of(reading, view, "stretch-links"))
        joint = _AND.search(reading.text, links[0]) if len(links) > 1 else None
        if joint is not None and any(_is_far_behind(reading, joint.end(), link) for link in links):
            yield Sighting(on(reading))


def _is_far_behind(reading: Reading, joint: int, link: int) -> bool:
    return sum(joint <= word.span.start < link for word in reading.words) >= 1


_AND = re.compile(r"\s(?:and|und|sowie|&)\s(?:then\s|also\s|dann\s)?", re.IGNORECASE)
_AND_OR_COMMA = re.compile(rf"{_AND.pattern}|,\s(?:(?:and|then|und|dann)\s)*", re.IGNORECASE)
_OWN_OBJECT = 3
"""Words from one verb of work to the "and" before the next, from which on the first has an object of its own ("write and share a plan")."""


_VERBS = ("shipping", "holding", "keeping", "ensuring", "rising", "falling", "improving", "reaching")
_VERBS_WITH_A_COUNT = ("activity-verbs", "obtaining")
"""Verbs after which a second thing is often the next step of the first; with a count in one of the two they are two things."""


@finder("two-works")
def two_works(view: View) -> Iterator[Sighting]:
    """Key results that ask for two things, each with a verb and an object of its own ("Write a mission and agree who decides")."""
    for reading in view.readings:
        if not reading.is_key_result or reading.opening >= len(reading.words) or view.says(reading, "guarding"):
            continue
        verbs = (*_VERBS, *_VERBS_WITH_A_COUNT) if any(q.unit == "count" and q.value > 1 for q in reading.measures) else _VERBS
        if _ends_in_two_verbs(reading, view, verbs):
            yield Sighting(on(reading))
            continue
        start = reading.words[reading.opening].span.start
        first = next((span for name in verbs for span in view.phrases(reading, name) if span.start == start), None)
        joint = _AND_OR_COMMA.search(reading.text, first.end) if first else None
        if first is None or joint is None:
            continue
        before = sum(first.end <= word.span.start < joint.start() for word in reading.words)
        number = next((n for n, word in enumerate(reading.words) if word.span.start >= joint.end()), None)
        if before < _OWN_OBJECT - 1 or number is None or number + 2 >= len(reading.words):
            continue
        if reading.text[joint.start()] == "," and reading.words[number].word.endswith("ing"):
            # "Write a guide, covering both depots" says more of the first.
            continue
        second = view.vocabulary.find(reading.words[number].word)
        if any(name in second for name in verbs) and reading.words[number + 1].word not in _BACK_TO_THE_FIRST:
            yield Sighting(on(reading))


def _ends_in_two_verbs(reading: Reading, view: View, verbs: tuple[str, ...]) -> bool:
    """Whether each of two parts ends in a verb of its own, as German puts it ("Führung entwickeln und 20 Ehrenamtliche schulen")."""
    joint = _AND.search(reading.text) if view.language == "de" else None
    if joint is None or "," in reading.text:
        return False
    first = [word for word in reading.words if word.span.end <= joint.start()]
    second = [word for word in reading.words if word.span.start >= joint.end()]
    if min(len(first), len(second)) < 2:
        return False
    return all(
        part[-1].word.endswith("n") and not view.vocabulary.find(part[-1].word).keys().isdisjoint(verbs) and part[-1].span.end <= end
        for part, end in ((first, joint.start()), (second, len(reading.text.rstrip(" ."))))
    )


_BACK_TO_THE_FIRST = frozenset(("it", "them", "these", "this", "those", "their", "its", "sie", "es", "ihn", "diese", "dieses"))
