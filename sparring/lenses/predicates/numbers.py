"""What an item's numbers measure: a share, a count, a change, a level of service, an aim that is a number."""

import re
from collections.abc import Iterator

from sparring.expressions import expression
from sparring.lenses.predicates.registry import Sighting, condition, finder, on
from sparring.lenses.quantities import Quantity
from sparring.lenses.stretch import stretch_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

_NUMBER_BEHIND = expression(
    r"(?:[^:;,.()\d]{0,30}:\s*[≥>~]?\s?|\s(?:for|with|across|at|für|mit|an|in)\s(?:all\s|the\s|alle\s|die\s)?)\d[\d.,]*(?!\s?[%\d])"
)
"""A count behind its name: "Sessions held: 40", "Training for 25 drivers"."""


@condition("key-result")
def is_key_result(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It is a key result."""
    return reading.is_key_result


@condition("objective")
def is_objective(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It is an objective."""
    return not reading.is_key_result


@condition("has-number")
def has_number(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A number that can measure something stands in the words or in the cells beside them; to double is to give one."""
    if reading.target is not None or reading.baseline is not None:
        return True
    if reading.measures:
        # "More visits within 60 days" says in what time, not how many more.
        within = all(q.unit == "time" and _WITHIN.search(reading.text[: q.span.start + 1]) for q in reading.measures)
        return not (within and any(view.says(reading, name) for name in ("rising", "improving")))
    return view.says(reading, "doubling") or view.says(reading, "halving")


@condition("nought-at-start")
def starts_at_nought(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Nought stands in the cell for today's value."""
    return reading.baseline is not None and reading.baseline.value == 0


@condition("no-number")
def has_no_number(reading: Reading, view: View, phrase: Span | None) -> bool:
    """No number that could measure anything."""
    return not has_number(reading, view, phrase)


@condition("unmeasured")
def is_unmeasured(reading: Reading, view: View, phrase: Span | None) -> bool:
    """No number to reach: none in the words but in brackets, none in the cell for the aim."""
    return reading.is_key_result and reading.target is None and all(is_in_brackets(reading, q) for q in reading.measures)


@condition("has-share")
def has_share(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A percentage or a share ("7 of 10")."""
    return any(q.unit == "percent" for q in reading.measures)


@condition("target-beside")
def has_a_target_beside(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A number stands in the cell for the aim, and the words name what is measured: several of something, or how much."""
    return reading.target is not None and not counts_one_thing(reading, view)


def counts_one_thing(reading: Reading, view: View) -> bool:
    """Return whether bare numbers from nought on stand beside a single thing to be done: the words do not name what they count.

    Where people are named, they may be counted ("teams that publish a table").
    """
    text, beside = reading.text, (reading.baseline, reading.target)
    if len(reading.changes) == 1 and not text[reading.changes[0].span.end :].strip(" .)"):
        change = reading.changes[0]
        text, beside = text[: change.span.start], (change.start, change.end)
    elif reading.measures:
        return False
    start, end = beside
    if start is None or end is None or start.value != 0 or end.unit != "count" or view.says(reading, "people"):
        return False
    return any(view.says(reading, name) for name in ("shipped", "shipping", "releasing")) and _ONE_THING.search(text) is not None


_ONE_THING = expression(
    r"(?:^|\s)(?:an?|one|das|ein|eine|einen|neues|neuer|erste[rs]?)\s(?!weiter|further|other|additional|zusätzlich)(?:[a-zäöüß]\S*\s){0,2}[A-ZÄÖÜ]?[^\W\d_]{2,}",
    re.IGNORECASE,
)


@condition("measured-change")
def says_from_where_to_where(reading: Reading, view: View, phrase: Span | None) -> bool:
    """From a value to another; a start of nought tells nothing ("launched: 0 to 1")."""
    if any(change.start.value or change.end.unit == "percent" for change in reading.changes):
        return True
    start = reading.baseline
    return start is not None and start.value != 0 and reading.target is not None


@condition("counted")
def is_counted(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A count stands close before the phrase ("12 customer interviews"), or in the cell for the aim."""
    if phrase is None:
        return has_number(reading, view, phrase)
    if reading.target is not None and reading.target.value > 1:
        return True
    text = reading.text
    if _NUMBER_BEHIND.match(text, phrase.end):
        return True
    parted = {span.start for span in view.phrases(reading, "stretch-ends")}
    # "3 people post about it" counts people; "20 customer stories" counts stories.
    parted |= {span.start for span in view.phrases(reading, "people") if _is_plural(span.of(text))}
    return any(
        q.unit in ("count", "multiple")
        and 0 <= phrase.start - q.span.end <= 40
        and not re.search(r"[,;:(]", text[q.span.end : phrase.start])
        and not any(q.span.end <= start < phrase.start for start in parted)
        for q in reading.measures
    )


def _is_plural(word: str) -> bool:
    return word.lower().endswith("s") or word.lower() in ("people", "men", "women", "leute", "kunden", "menschen")


@condition("within-a-time")
def is_within_a_time(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A time limit stands in it."""
    return any(q.unit == "time" for q in reading.measures)


@finder("whole-of-things")
def whole_of_things(view: View) -> Iterator[Sighting]:
    """Key results by which all of some things have or show something ("100 % of pages carry a date"): work that is done to the last one."""
    for reading in view.readings:
        share = next((q for q in reading.measures if q.unit == "percent" and q.value == 100), None) if reading.is_key_result else None
        if share is not None:
            yield Sighting(on(reading, stretch_of(reading, view, share.span)))


@finder("nines")
def nines(view: View) -> Iterator[Sighting]:
    """Key results that hold a service to nearly all of the time or of the calls ("99.9 %"): a promise of any quarter, in any language."""
    for reading in view.readings:
        share = next((q for q in reading.measures if q.unit == "percent" and NEARLY_ALL <= q.value < 100), None)
        if share is None and reading.target is not None and reading.target.unit == "percent" and NEARLY_ALL <= reading.target.value < 100:
            share = reading.target
        if reading.is_key_result and share is not None:
            yield Sighting(on(reading, stretch_of(reading, view, share.span) if share is not reading.target else None))


@finder("within-a-limit")
def within_a_limit(view: View) -> Iterator[Sighting]:
    """Key results by which most of what comes in is dealt with in time ("95 % of requests within a day"): a level of service."""
    for reading in view.readings:
        if reading.is_key_result and is_a_service_level(reading, view, None):
            share = next(q for q in reading.measures if q.unit == "percent" and q.value >= MOST_OF_WHAT_COMES_IN)
            yield Sighting(on(reading, stretch_of(reading, view, share.span)))


@condition("service-level")
def is_a_service_level(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Nearly all of something within a time, with no change from today."""
    if reading.changes or reading.baseline is not None:
        return False
    most = any(q.unit == "percent" and q.value >= MOST_OF_WHAT_COMES_IN for q in reading.measures)
    return most and any(q.unit == "time" and _WITHIN.search(reading.text[: q.span.start + 1]) for q in reading.measures)


@condition("wants-less")
def wants_less(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Its numbers go down from today's: what it counts is to become rare."""
    if any(change.end.value < change.start.value for change in reading.changes):
        return True
    return reading.target is not None and reading.baseline is not None and reading.target.value < reading.baseline.value


@condition("counted-against")
def is_counted_against(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found is only what something else is counted by ("requests per 1,000 visits")."""
    return phrase is not None and _COUNTED_BY.search(reading.text[: phrase.start]) is not None


_COUNTED_BY = expression(r"\b(?:per|pro|je|out of|of|von)\s(?:[\d.,]+\s)?$", re.IGNORECASE)
_WITHIN = expression(r"\b(?:within|in|under|in under|in less than|inside|innerhalb(?: von)?|binnen|in unter)\s(?:of\s)?\S$", re.IGNORECASE)
MOST_OF_WHAT_COMES_IN = 90
"""Percent from which on a share that is reached within a time is a service that is kept up."""

NEARLY_ALL = 99
"""Percent from which on a share is a level of service."""


@finder("number-as-aim")
def number_as_aim(view: View) -> Iterator[Sighting]:
    """Objectives that are a number: a share, money, a rate, or a metric with a value."""
    for reading in view.readings:
        if reading.is_key_result or not reading.measures or view.says(reading, "shipping"):
            continue
        measure = next((q for q in reading.measures if q.unit in ("percent", "money", "multiple") or q.value >= 100), None)
        measure = measure or (reading.measures[0] if view.says(reading, "metrics") or reading.changes else None)
        if measure:
            yield Sighting(on(reading, stretch_of(reading, view, measure.span)))


def is_in_brackets(reading: Reading, q: Quantity) -> bool:
    """Return whether a number stands in a remark in brackets."""
    return reading.text.count("(", 0, q.span.start) > reading.text.count(")", 0, q.span.start)
