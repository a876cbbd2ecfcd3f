"""Numbers as people write them, in digits and in English and German words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sparring.expressions import expression
from sparring.text import Span

_GROUPING = r".,'’\u00a0\u2009\u202f "
_DIGITS = rf"\d{{1,3}}(?:[{_GROUPING}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[½¼¾⅓⅔⅕⅛]"
_SCALES: Final = {
    "k": 1e3,
    "tsd": 1e3,
    "thousand": 1e3,
    "tausend": 1e3,
    "hundred": 1e2,
    "m": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "millionen": 1e6,
    "bn": 1e9,
    "mrd": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "milliarde": 1e9,
    "milliarden": 1e9,
}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_NUMBER = expression(rf"(?P<digits>{_DIGITS})(?:[ \u00a0]?(?P<scale>{_SCALE})\b\.?)?", re.IGNORECASE)

_UNITS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS_EN = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS_EN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH: Final = (
    {word: index for index, word in enumerate(_UNITS_EN, 1)}
    | {word: index for index, word in enumerate(_TEENS_EN, 10)}
    | {word: index * 10 for index, word in enumerate(_TENS_EN, 2)}
    | {"zero": 0, "dozen": 12}
)
_UNIT, _TEEN, _TEN = "|".join(_UNITS_EN), "|".join(_TEENS_EN), "|".join(_TENS_EN)
_BELOW_100 = rf"(?:{_TEN})(?:[-\s](?:{_UNIT}))?|{_TEEN}|{_UNIT}|zero|dozen"
_BELOW_1000 = rf"(?:(?:an?|{_UNIT}|{_TEEN})[\s-]hundred(?:\s+(?:and\s+)?(?:{_BELOW_100}))?|{_BELOW_100})"
_ENGLISH_NUMBER = expression(
    rf"(?<![\w-])(?:(?:{_BELOW_1000}|an?)[\s-](?:thousand|million|billion)(?:\s+(?:and\s+)?{_BELOW_1000})?|{_BELOW_1000})(?=fold|\b)",
    re.IGNORECASE,
)

_UNITS_DE: Final = {
    word: index for index, word in enumerate(("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"), 1)
} | {"eins": 1, "zwo": 2, "zweier": 2, "dreier": 3}
_TEENS_DE: Final = {
    word: index
    for index, word in enumerate(
        ("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"), 10
    )
} | {"null": 0, "dutzend": 12}
_TENS_DE: Final = {
    word: index * 10
    for index, word in enumerate(("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"), 2)
} | {"dreissig": 30}
_BELOW_100_DE: Final = (
    _UNITS_DE | _TEENS_DE | _TENS_DE | {f"{unit}und{ten}": _UNITS_DE[unit] + _TENS_DE[ten] for unit in _UNITS_DE for ten in _TENS_DE}
)
_ENGLISH_WORD = expression(
    rf"\b(?:{'|'.join((*_UNITS_EN[1:], *_TEENS_EN, *_TENS_EN))}|zero|dozen|hundred|thousand|million|billion)", re.IGNORECASE
)
"""Begins a word of every English number but "one"; looked for first, as the pattern of a whole number is a long one."""
_GERMAN_WORD = expression(
    r"(?<![\w-])[a-zäöüß]*(?:zwei|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|eins|null|dutzend)\w*",
    re.IGNORECASE,
)
_WORD_AFTER = expression(rf"[\s-](?P<scale>{_SCALE})\b\.?", re.IGNORECASE)
_TIMES_ENDINGS: Final = ("fache", "fachen", "fach", "mal")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text.

    Attributes:
        span: where it stands.
        values: what it can mean; more than one where the notation is ambiguous ("1.500" is one and a half or fifteen hundred).
        times: its own ending makes it a multiple ("dreifach").
        in_words: written in words.
    """

    span: Span
    values: frozenset[float]
    times: bool = False
    in_words: bool = False


def numerals(text: str) -> list[Numeral]:
    """Return the numbers of `text` in reading order.

    "One" and "ein" alone are articles and pronouns far more often than numbers and are left out.
    """
    found = [*_in_digits(text)] if any(map(str.isnumeric, text)) else []
    if _ENGLISH_WORD.search(text):
        found += _in_english(text)
    found += _in_german(text)
    found.sort(key=lambda numeral: (numeral.span.start, -len(numeral.span)))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.span.start >= kept[-1].span.end:
            kept.append(numeral)
    return kept


def _in_digits(text: str) -> Iterator[Numeral]:
    for match in _NUMBER.finditer(text):
        scale = (match["scale"] or "").lower()
        values = _values_of(match["digits"])
        if scale == "m":
            # "20m" is twenty million or twenty metres, minutes, months.
            values |= {value * 1e6 for value in values}
        elif scale:
            values = frozenset(value * _SCALES[scale] for value in values)
        yield Numeral(Span(*match.span()), values)


def _values_of(digits: str) -> frozenset[float]:
    if len(digits) == 1:
        return frozenset([unicodedata.numeric(digits)])
    plain = re.sub(r"['’\s]", "", digits)
    marks = [character for character in plain if character in ".,"]
    if not marks:
        return frozenset([float(plain)])
    if len(set(marks)) == 2:
        decimal = marks[-1]
        grouping = "," if decimal == "." else "."
        return frozenset([float(plain.replace(grouping, "").replace(decimal, "."))])
    mark = marks[0]
    whole = float(plain.replace(mark, ""))
    if len(marks) > 1:
        return frozenset([whole])
    fraction = float(plain.replace(mark, "."))
    return frozenset([whole, fraction]) if len(plain.partition(mark)[2]) == 3 else frozenset([fraction])


def _in_english(text: str) -> Iterator[Numeral]:
    for match in _ENGLISH_NUMBER.finditer(text):
        words = re.findall(r"[a-z]+", match.group().lower())
        if words == ["one"]:
            continue
        total, current = 0.0, 0.0
        for word in words:
            if word in ("a", "an"):
                current += 1
            elif word in ("hundred", "thousand", "million", "billion"):
                scaled = (current or 1) * _SCALES[word]
                total, current = (total, scaled) if word == "hundred" else (total + scaled, 0.0)
            elif word in _ENGLISH:
                current += _ENGLISH[word]
        yield Numeral(Span(*match.span()), frozenset([total + current]), in_words=True)


def _in_german(text: str) -> Iterator[Numeral]:
    for match in _GERMAN_WORD.finditer(text):
        word, times = match.group().lower(), False
        for ending in _TIMES_ENDINGS:
            if word.endswith(ending):
                word, times = word.removesuffix(ending), True
                break
        value = _german(word)
        if value is None:
            continue
        end = match.end()
        if after := _WORD_AFTER.match(text, end):
            value, end = value * _SCALES[after["scale"].lower()], after.end()
        yield Numeral(Span(match.start(), end), frozenset([value]), times=times, in_words=True)


def _german(word: str) -> float | None:
    for part, scale in (("tausend", 1000), ("hundert", 100)):
        if part in word:
            before, _, after = word.partition(part)
            head = _german(before) if before else 1.0
            tail = _german(after.removeprefix("und")) if after else 0.0
            return None if head is None or tail is None else head * scale + tail
    value = _BELOW_100_DE.get(word)
    return None if value is None else float(value)
