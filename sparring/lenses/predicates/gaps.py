"""Holes that a line leaves: no text at all, or a place where a number or word is to come."""

import re
from collections.abc import Iterator

from sparring.draft.model import KeyResult
from sparring.lenses.predicates.numbers import counts_one_thing
from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.view import Reading, View
from sparring.text import Span

_GAP = re.compile(
    r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|\b[xX]\s?%|(?:^|\b(?:by|to|of|at|in|min|least|um|auf|mit)\s|[≥≤<>]\s?)[xX]\s(?=[a-zäöü])|_{2,}|\?{2,}|"
    r"(?<![\d.,])(?<!\d[ \u00a0\u202f])0{2,}(?![\d.,%])|…\s?%|<[A-Za-z][\w ]{0,24}>|"
    r"\[(?:date|month|quarter|year|metric|name|number|amount|value|target|percent|team|product|goal|owner)[\w ]{0,24}\]|"
    r"\[(?:datum|monat|quartal|jahr|kennzahl|zahl|betrag|wert|ziel|prozent|produkt|fecha|data|date)[\w ]{0,24}\]|"
    r"\{\{[^{}]{1,40}\}\}|"
    r"\b(?:tbd|tbc|tba|todo|n\.n\.)\b(?=\s*(?:$|[%.,;:)\]|]))|(?-i:\bTB[DCA]\b)|^tb[dca]\b",
    re.IGNORECASE,
)


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


@finder("unnamed-count")
def unnamed_counts(view: View) -> Iterator[Sighting]:
    """Key results with bare numbers beside a single thing to be done: what they count is to be said yet."""
    for reading in view.readings:
        end = reading.target or (reading.changes[0].end if reading.changes else None)
        if reading.is_key_result and end is not None and end.value > 1 and counts_one_thing(reading, view):
            yield Sighting(on(reading))
