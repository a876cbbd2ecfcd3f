"""What does not come out: numbers that go against the words, and aims that leave nothing over."""

import re
from collections.abc import Iterator

from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.predicates.starts import PERCENT_CHANGE
from sparring.lenses.quantities import Quantity
from sparring.lenses.stretch import stretch_of
from sparring.lenses.view import Reading, View
from sparring.text import Span


@finder("same-number")
def same_numbers(view: View) -> Iterator[Sighting]:
    """Start and aim are the same number."""
    for reading in view.readings:
        for start, end, span in _pairs(reading):
            if start.value == end.value and start.unit == end.unit:
                yield Sighting(on(reading, span))
                break


@finder("against-the-verb")
def against_the_verb(view: View) -> Iterator[Sighting]:
    """The numbers go one way and the verb the other; or the verb doubles and the numbers do not; or it keeps, and they move."""
    for reading in view.readings:
        pairs = _pairs(reading)
        if len(pairs) != 1:
            continue
        start, end, span = pairs[0]
        if start.unit == "time" and not _are_of_one_unit(reading, start, end):
            continue
        rises, falls = view.says(reading, "rising"), view.says(reading, "falling")
        wrong = (rises and not falls and end.value < start.value) or (falls and not rises and end.value > start.value)
        if start.value and start.unit == end.unit:
            ratio = end.value / start.value
            wrong = (
                wrong
                or (view.says(reading, "doubling") and not 1.9 <= ratio <= 2.1)
                or (view.says(reading, "halving") and not 0.45 <= ratio <= 0.55)
            )
        if wrong or (_holds(reading, view) and end.value != start.value):
            yield Sighting(on(reading, span))


def _are_of_one_unit(reading: Reading, start: Quantity, end: Quantity) -> bool:
    """Whether two times are given in the same unit: "2 h" is more than "5 min"."""
    units = [_TIME_UNIT.search(q.span.of(reading.text)) for q in (start, end)] if start is not reading.baseline else [None, None]
    return (units[0] and units[0][0].lower()[:2]) == (units[1] and units[1][0].lower()[:2])


_TIME_UNIT = re.compile(r"[^\W\d_]+$")


def _holds(reading: Reading, view: View) -> bool:
    kept = view.phrases(reading, "keeping")
    return bool(kept) and kept[0].start == (reading.words[reading.opening].span.start if reading.opening < len(reading.words) else 0)


def _pairs(reading: Reading) -> list[tuple[Quantity, Quantity, Span | None]]:
    """Every start with its aim; the span only where both stand in the words."""
    pairs: list[tuple[Quantity, Quantity, Span | None]] = [(c.start, c.end, c.span) for c in reading.changes if c.start.unit == c.end.unit]
    start, end = reading.baseline, reading.target
    filler = start is not None and start.value == 0 and PERCENT_CHANGE.search(reading.text)
    if not pairs and start is not None and end is not None and start.unit == end.unit and not filler:
        pairs.append((start, end, None))
    return pairs


def _is_tenfold(reading: Reading) -> bool:
    """At least ten times today's value, by its own numbers."""
    if any(q.unit == "multiple" and q.value >= 10 for q in reading.measures):
        return True
    return any(start.value and start.unit == end.unit != "time" and end.value / start.value >= 10 for start, end, _ in _pairs(reading))


@finder("tenfold")
def tenfold(view: View) -> Iterator[Sighting]:
    """Key results that want at least ten times today's value."""
    for reading in view.readings:
        if reading.is_key_result and _is_tenfold(reading):
            yield Sighting(on(reading))


@finder("all-of-it")
def all_of_it(view: View) -> Iterator[Sighting]:
    """Key results that leave no exception: everything, or nothing ever, of what people do."""
    for reading in view.readings:
        if not reading.is_key_result:
            continue
        start, end = reading.baseline, reading.target
        if start is not None and end is not None and start.unit == end.unit == "percent" and start.value < 95 and end.value >= 100:
            yield Sighting(on(reading))
            continue
        change = next((c for c in reading.changes if c.end.unit == "percent" and c.end.value >= 100 and c.start.value < 95), None)
        if change:
            yield Sighting(on(reading, change.span))


@finder("all-gone")
def all_gone(view: View) -> Iterator[Sighting]:
    """Key results that want all of something gone ("Reduce failures by 100 %")."""
    for reading in view.readings:
        share = next((q for q in reading.measures if q.unit == "percent" and q.value == 100), None) if reading.is_key_result else None
        if share is not None and view.says(reading, "falling") and not reading.changes:
            yield Sighting(on(reading, stretch_of(reading, view, share.span)))
