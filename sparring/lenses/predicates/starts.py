"""Where a number stands today: whether a line says it, and lines that aim at a value without it."""

import re
from collections.abc import Iterator

from sparring.draft.model import KeyResult
from sparring.lenses.predicates.registry import Sighting, condition, finder, on
from sparring.lenses.quantities import Quantity
from sparring.lenses.stretch import stretch_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

_START_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*?(?:[:=]\s?|\s)[<>~≈]?\s?[€$£]?\s?\d[^()\[\]]*[)\]]")
PERCENT_CHANGE = re.compile(r"(?:\bby|\bum|[-+±])\s?\d+(?:[.,]\d+)?\s?(?:%|percent|prozent)", re.IGNORECASE)
_BY_SO_MUCH = re.compile(r"\b(?:by|um)\s\d", re.IGNORECASE)
_NO_VALUE = re.compile(
    r"\W*(?:tbd|tbc|tba|n/?a|unknown|unclear|unbekannt|unklar|offen|\?+|-+|—|–)?\W*(?:$|[—–(\[-])|.*\b(?:tbd|tbc)\b|"
    r"(?:(?:not|never)\s(?:yet\s)?(?:measured|tracked|captured|recorded|known)|unmeasured|"
    r"(?:nicht|nie|noch\snicht)\s(?:gemessen|erhoben|erfasst|bekannt)|"
    r"ungemessen|no\s(?:data|metric|baseline|measurement)|keine\s(?:daten|messung|zahlen))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"[^\W\d_]{3,}")
"""A word; a cell of words without a number names a state ("shipped", "reported every run"), which has no value today."""


@condition("has-start")
def has_a_start(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Today's value is given: a from-to pair, a remark in brackets with a number, a filled cell, or "today" beside a number."""
    if reading.changes:
        return True
    if reading.baseline is not None:
        # Nought in the cell is a filler where the words want so much more or less of something that is there.
        filler = PERCENT_CHANGE.search(reading.text) or _BY_SO_MUCH.search(reading.text) or view.says(reading, "falling")
        return not (reading.baseline.value == 0 and filler)
    text = reading.text
    if len(reading.measures) > 1 and (_START_IN_BRACKETS.search(text) or view.says(reading, "today")):
        return True
    return view.says(reading, "from-here") and bool(reading.measures)


@finder("relative-change")
def relative_changes(view: View) -> Iterator[Sighting]:
    """Key results that want a change in percent of something ("by 20 %")."""
    for reading in view.readings:
        change = PERCENT_CHANGE.search(reading.text) if reading.is_key_result else None
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
