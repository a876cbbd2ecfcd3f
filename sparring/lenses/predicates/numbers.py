"""What an item's numbers show: a measure, a start, a direction, a sum that does not come out."""

import re
from collections.abc import Iterator
from itertools import islice

from sparring.draft.model import KeyResult
from sparring.lenses.predicates.registry import Sighting, condition, finder, on
from sparring.lenses.quantities import Quantity
from sparring.lenses.stretch import stretch_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

_START_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*?(?:[:=]\s?|\s)[<>~]?\s?\d[^()\[\]]*[)\]]")
_PERCENT_CHANGE = re.compile(r"(?:\bby|\bum|[-+±])\s?\d+(?:[.,]\d+)?\s?(?:%|percent|prozent)", re.IGNORECASE)
_GAP = re.compile(
    r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|\b[xX]\s?%|(?:^|\b(?:by|to|of|at|in|min|least|um|auf|mit)\s|[≥≤<>]\s?)[xX]\s(?=[a-zäöü])|_{2,}|\?{2,}|"
    r"(?<![\d.,])(?<!\d[ \u00a0\u202f])0{2,}(?![\d.,%])|…\s?%|<[A-Za-z][\w ]{0,24}>|"
    r"\[(?:date|month|quarter|year|metric|name|number|amount|value|target|percent|team|product|goal|owner)[\w ]{0,24}\]|"
    r"\[(?:datum|monat|quartal|jahr|kennzahl|zahl|betrag|wert|ziel|prozent|produkt|fecha|data|date)[\w ]{0,24}\]|"
    r"\{\{[^{}]{1,40}\}\}|"
    r"\b(?:tbd|tbc|tba|todo|n\.n\.)\b(?=\s*(?:$|[%.,;:)\]|]))",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"\W*(?:tbd|tbc|tba|n/?a|unknown|unclear|unbekannt|unklar|offen|\?+|-+|—|–)?\W*(?:$|[—–(\[-])|.*\b(?:tbd|tbc)\b|"
    r"(?:(?:not|never)\s(?:yet\s)?(?:measured|tracked|captured|recorded|known)|unmeasured|"
    r"(?:nicht|nie|noch\snicht)\s(?:gemessen|erhoben|erfasst|bekannt)|"
    r"ungemessen|no\s(?:data|metric|baseline|measurement)|keine\s(?:daten|messung|zahlen))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"[^\W\d_]{3,}")
"""A word; a cell of words without a number names a state ("shipped", "reported every run"), which has no value today."""


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
    """A number that can measure something stands in the words or in the cells beside them."""
    return bool(reading.measures) or reading.target is not None or reading.baseline is not None


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
    """A number stands in the cell for the aim: the words name what is measured."""
    return reading.target is not None


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


@condition("has-start")
def has_a_start(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Today's value is given: a from-to pair, a remark in brackets with a number, a filled cell, or "today" beside a number."""
    if reading.changes:
        return True
    if reading.baseline is not None:
        # Nought in the cell is a filler where the words want a change of something that is there: nobody raises what is not.
        filler = _PERCENT_CHANGE.search(reading.text) or view.says(reading, "rising") or view.says(reading, "falling")
        return not (reading.baseline.value == 0 and filler)
    text = reading.text
    if len(reading.measures) > 1 and (_START_IN_BRACKETS.search(text) or view.says(reading, "today")):
        return True
    return view.says(reading, "from-here") and bool(reading.measures)


@finder("relative-change")
def relative_changes(view: View) -> Iterator[Sighting]:
    """Key results that want a change in percent of something ("by 20 %")."""
    for reading in view.readings:
        change = _PERCENT_CHANGE.search(reading.text) if reading.is_key_result else None
        if change:
            yield Sighting(on(reading, Span(*change.span())))


@condition("limit-only")
def is_a_limit(reading: Reading, view: View, phrase: Span | None) -> bool:
    """The only measures are limits of time, money or share ("< 2 s", "> 90 %")."""
    return bool(reading.measures) and all(q.bound and q.unit in ("time", "money", "percent") for q in reading.measures)


@condition("share-or-limit")
def is_a_share_or_limit(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It aims at a share, at money or at a limit, with nothing said of today ("80 % of orders", "below 2 s")."""
    of_a_metric = view.says(reading, "metric-nouns") or view.says(reading, "end-of-chain")

    def is_aim(q: Quantity) -> bool:
        # "10+ guides" counts things; "a rating of 4+" is a limit.
        counts_things = reading.text[q.span.end : q.span.end + 1] == "+" and not of_a_metric
        return q.unit in ("percent", "money") or (q.bound and q.unit in ("time", "count") and not counts_things)

    measures = [q for q in reading.measures if is_aim(q)]
    return bool(measures) and not any(q.unit == "percent" and q.value in (0, 100) for q in measures)


@finder("aimed-at")
def aimed_at(view: View) -> Iterator[Sighting]:
    """Key results with a value to reach; conditions choose among them, and the value is quoted."""
    for reading in view.readings:
        measure = next((q for q in reading.measures if q.bound or q.unit in ("percent", "money")), None)
        if reading.is_key_result and measure is not None:
            yield Sighting(on(reading, stretch_of(reading, view, measure.span)))


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


@finder("empty-baseline-cell")
def empty_baseline_cells(view: View) -> Iterator[Sighting]:
    """Key results whose cell for today's value stands there and holds none, while others or the aim are filled."""
    for reading in view.readings:
        item = reading.item
        if (
            isinstance(item, KeyResult)
            and item.baseline is not None
            and reading.baseline is None
            and item.baseline.strip()
            and _NO_VALUE.match(item.baseline)
            and item.target
            and (reading.target is not None or not _SAYS.search(item.target) or _NO_VALUE.match(item.target))
        ):
            yield Sighting(on(reading))


def has_a_gap(reading: Reading) -> bool:
    """Return whether an item holds a place where a number or word is to come."""
    return _GAP.search(reading.text) is not None


@finder("gap")
def gaps(view: View) -> Iterator[Sighting]:
    """Items without text, or with a hole where a number or word is to come."""
    for reading in view.readings:
        item = reading.item
        if not reading.text.strip():
            yield Sighting(on(reading))
        elif hole := _GAP.search(reading.text):
            yield Sighting(on(reading, Span(*hole.span())))
        elif isinstance(item, KeyResult) and item.target and _GAP.search(item.target):
            yield Sighting(on(reading))


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
    filler = start is not None and start.value == 0 and _PERCENT_CHANGE.search(reading.text)
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


@finder("nines")
def nines(view: View) -> Iterator[Sighting]:
    """Key results that hold a service to nearly all of the time or of the calls ("99.9 %"): a promise of any quarter, in any language."""
    for reading in view.readings:
        share = next((q for q in reading.measures if q.unit == "percent" and NEARLY_ALL <= q.value < 100), None)
        if share is None and reading.target is not None and reading.target.unit == "percent" and NEARLY_ALL <= reading.target.value < 100:
            share = reading.target
        if reading.is_key_result and share is not None:
            yield Sighting(on(reading, stretch_of(reading, view, share.span) if share is not reading.target else None))


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


@finder("two-measures")
def two_measures(view: View) -> Iterator[Sighting]:
    """Key results of which two parts each have a measure of their own, where the second does not guard the first."""
    for reading in view.readings:
        if not reading.is_key_result or view.says(reading, "guarding"):
            continue
        if len(reading.changes) > 1:
            yield Sighting(on(reading))
            continue
        for joint in islice(_JOINT.finditer(reading.text), MOST_JOINTS):
            rest = _part_end(reading.text, joint.end())
            if _is_measured(reading, 0, joint.start(), view) and _is_measured(reading, joint.end(), rest, view):
                yield Sighting(on(reading, Span(joint.end(), _end_of_words(reading, joint.end(), rest))))
                break


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


_BY_THE_VERB = re.compile(r"\s(?:(?:back|down|up|wieder)\s)?(?:to|below|under|above|over|auf|unter|über)\s")
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


def is_in_brackets(reading: Reading, q: Quantity) -> bool:
    """Return whether a number stands in a remark in brackets."""
    return reading.text.count("(", 0, q.span.start) > reading.text.count(")", 0, q.span.start)
