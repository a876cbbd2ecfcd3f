"""Reads a day as people type it: 2026-12-01, 1.12., 1 Dec, friday, in two weeks. What could be two days is no day, and says so."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

FORMS = "2026-12-01, 1.12., friday, in two weeks"
"""Examples for a field's hint."""


@dataclass(frozen=True, slots=True)
class When:
    """What was read.

    Attributes:
        day: the day meant; None for an empty field and for a problem.
        problem: what could not be read and how to write it, or "".
    """

    day: date | None = None
    problem: str = ""


_WEEKDAYS = (
    ("monday", "mon", "montag", "mo"),
    ("tuesday", "tue", "tues", "dienstag", "di"),
    ("wednesday", "wed", "mittwoch", "mi"),
    ("thursday", "thu", "thur", "thurs", "donnerstag", "do"),
    ("friday", "fri", "freitag", "fr"),
    ("saturday", "sat", "samstag", "sonnabend", "sa"),
    ("sunday", "sun", "sonntag", "so"),
)
_MONTHS = (
    ("january", "jan", "januar"), ("february", "feb", "februar"), ("march", "mar", "märz"), ("april", "apr"),
    ("may", "mai"), ("june", "jun", "juni"), ("july", "jul", "juli"), ("august", "aug"),
    ("september", "sep", "sept"), ("october", "oct", "oktober", "okt"), ("november", "nov"), ("december", "dec", "dezember", "dez"),
)  # fmt: skip
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("one", "a", "an", "ein", "einem", "einer"), ("two", "zwei"), ("three", "drei"), ("four", "vier"),
            ("five", "fünf"), ("six", "sechs"), ("seven", "sieben"), ("eight", "acht"),
            ("nine", "neun"), ("ten", "zehn"), ("eleven", "elf"), ("twelve", "zwölf"),
        ),
        start=1,
    )
    for word in words
}  # fmt: skip
_WEEKDAY_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4}|\d{2})?)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([^\W\d_]+)\.?,?(?: (\d{2}|\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?")
_IN = re.compile(r"(?:in )?(\d{1,3}|[^\W\d_]+) (day|week|month|tag|woche|monat)(?:s|en?|n)?")
_END_OF = re.compile(r"(?:by |until )?(?:the )?end of (?:the |this )?([^\W\d_]+)(?: (\d{4}))?")


def read_when(text: str, today: date) -> When:
    """Return the day that `text` means, seen from `today`.

    A day without a year is the next one to come. English and German names are read. Days that are past, that no calendar has, or that
    could be two (1/12, "next friday") are problems.
    """
    words = " ".join(text.lower().split()).strip(" ,;")
    for lead in ("by ", "on ", "until ", "till ", "bis ", "am "):
        words = words.removeprefix(lead)
    if not words:
        return When()
    try:
        found = _relative(words, today) or _absolute(words, today)
    except (ValueError, OverflowError):
        return When(problem="The calendar has no such day.")
    if found is None:
        return When(problem=f"I cannot read this as a day. Write it like {FORMS}.")
    if found.day is not None and found.day < today:
        return When(problem=f"{said(found.day)} is past.")
    return found


def said(day: date) -> str:
    """Return a day in words: "Tue 1 December 2026"."""
    return f"{calendar.day_abbr[day.weekday()]} {day.day} {calendar.month_name[day.month]} {day.year}"


def _relative(words: str, today: date) -> When | None:
    match words:
        case "today" | "heute":
            return When(today)
        case "tomorrow" | "morgen":
            return When(today + timedelta(days=1))
        case "next week" | "nächste woche":
            return When(problem="Which day of next week?")
        case "next month" | "nächsten monat":
            return When(problem="Which day of next month?")
    if (weekday := _WEEKDAY_OF.get(words.removeprefix("this "))) is not None:
        ahead = (weekday - today.weekday()) % 7
        if ahead == 0:
            return When(problem=f"Today is {calendar.day_name[weekday]}. Write today, or in a week.")
        return When(today + timedelta(days=ahead))
    if words.startswith("next ") and (weekday := _WEEKDAY_OF.get(words.removeprefix("next "))) is not None:
        first = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
        return _one_of(first, first + timedelta(days=7))
    if found := _IN.fullmatch(words):
        count = int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])
        return None if count is None else When(_later(today, count, found[2]))
    if found := _END_OF.fullmatch(words):
        return _end_of(found[1], found[2], today)
    return None


def _absolute(words: str, today: date) -> When | None:
    if found := _ISO.fullmatch(words):
        return When(date(int(found[1]), int(found[2]), int(found[3])))
    if found := _DOTTED.fullmatch(words):
        return When(_day(int(found[1]), int(found[2]), found[3], today))
    if found := _SLASHED.fullmatch(words):
        return _slashed(int(found[1]), int(found[2]), found[3], today)
    if (found := _DAY_MONTH.fullmatch(words)) and found[2] in _MONTH_OF:
        return When(_day(int(found[1]), _MONTH_OF[found[2]], found[3], today))
    if (found := _MONTH_DAY.fullmatch(words)) and found[1] in _MONTH_OF:
        return When(_day(int(found[2]), _MONTH_OF[found[1]], found[3], today))
    if words in _MONTH_OF:
        return When(problem=f"Which day of {calendar.month_name[_MONTH_OF[words]]}?")
    return None


def _slashed(first: int, second: int, year: str | None, today: date) -> When:
    """Read 12/31 and 31/12; 1/12 is the first of December to some and the twelfth of January to others."""
    if first > 12:
        return When(_day(first, second, year, today))
    if second > 12 or first == second:
        return When(_day(second, first, year, today))
    return _one_of(_day(first, second, year, today), _day(second, first, year, today))


def _one_of(first: date, second: date) -> When:
    return When(problem=f"{said(first)} or {said(second)}? Write {first:%Y-%m-%d} or {second:%Y-%m-%d}.")


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if not 1 <= month <= 12:
        raise ValueError(month)
    coming = (date(each, month, day) for each in range(today.year, today.year + 9) if 1 <= day <= calendar.monthrange(each, month)[1])
    if (found := next((each for each in coming if each >= today), None)) is None:
        raise ValueError(day)
    return found


def _later(today: date, count: int, unit: str) -> date:
    if unit in ("month", "monat"):
        years, month = divmod(today.month - 1 + count, 12)
        year = today.year + years
        return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    return today + timedelta(days=count * (7 if unit in ("week", "woche") else 1))


def _end_of(unit: str, year: str | None, today: date) -> When | None:
    if unit == "year":
        return When(date(int(year) if year else today.year, 12, 31))
    if unit == "month" or unit in _MONTH_OF:
        month = today.month if unit == "month" else _MONTH_OF[unit]
        in_year = int(year) if year else today.year + (month < today.month)
        return When(date(in_year, month, calendar.monthrange(in_year, month)[1]))
    return None
