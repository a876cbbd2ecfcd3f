"""The numbers of a line: what each counts, and which two say from where to where.

Works on digits and signs, so it holds in every language; number words are read for English and German only.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sparring.expressions import expression
from sparring.text import Span

Unit = Literal["percent", "money", "time", "multiple", "count", "calendar", "name"]
"""What a number counts. "calendar" is a date or period, "name" a version, code or ordinal: neither measures anything."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text.

    Attributes:
        span: with its sign, currency and unit.
        value: with thousands and millions multiplied in; a share ("7 of 10") in percent.
        bound: it is a limit ("< 2 s", "at least 80 %", "50+").
    """

    span: Span
    value: float
    unit: Unit
    bound: bool = False

    @property
    def measures(self) -> bool:
        """It can be the measure of something, unlike a date or a version."""
        return self.unit not in ("calendar", "name")


@dataclass(frozen=True, slots=True)
class Change:
    """From one value to another, in the same text."""

    start: Quantity
    end: Quantity

    @property
    def span(self) -> Span:
        """From the number that stands first to the other."""
        first, second = sorted((self.start.span, self.end.span))
        return Span(first.start, second.end)


_SPELLED = {
    **{w: n for n, w in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2)},
    **{w: n for n, w in enumerate(["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"], 2)},
    "dozen": 12,
    "half": 0.5,
    "single": 1,
    "zero": 0,
    "twice": 2,
}
_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|"
    r"de[cz](?:ember)?)\b"
)
_NUMBER = expression(
    r"""
    (?P<bound> (?:
        (?<![-=–—])[<>≤≥~]=?
      | \b(?: at\ least | at\ most | more\ than | less\ than | over | under | below | above | up\ to )
      | \b(?: mindestens | höchstens | maximal | unter | über | min\. | max\. )
    )\s* )?
    (?P<money> [€$£¥₩₫₺] | \b(?:usd|eur|chf|gbp)\b )? \s?
    (?P<percent> (?<![\w%])%(?=\d) )?
    (?P<sign> [+\-−]? )
    (?:
        (?P<digits> \d{1,3} (?: [,.'’\u00a0\u202f\u2009 ] \d{3} )+ (?!\d) (?: [.,]\d+ )? | \d+ (?: [.,]\d+ )? )
      | \b (?P<word> """
    + "|".join(sorted(_SPELLED, key=len, reverse=True))
    + r"""|one(?=\s+(?:(?:working|business|calendar)\s)?(?:million|billion|hundred|thousand|second|minute|hour|day|week|month|year)) ) \b
    )
    (?P<scale> \s?(?:k|tsd\.?|thousand|tausend|mio\.?|m|million(?:en|s)?|mn|bn|mrd\.?|billion|milliarden?|hundred)\b (?!\w) )?
    (?P<unit>
        \s? (?: %  | ％ | pp\b | p\.p\. ) | \s (?: percent | per\ cent | prozent | percentage | points? | pp | punkte | prozentpunkte ) \b
      | \s?-? (?: x\b | × | fold\b | -?fach\w*\b | times\b )
      | \s? (?: [€$£¥] | usd\b | eur\b | euros?\b | dollars?\b | chf\b | gbp\b )
      | [\s-]? (?: (?:working|business|calendar)[\s-](?=days?\b) )?
        (?: ms | sec(?:ond)?s? | s | min(?:ute)?s? | h | hrs? | hours? | days? | d | weeks? | months? | years?
        | (?:arbeits|werk)tage?n?
        | sekunden? | minuten? | stunden? | std | tagen? | tage | wochen? | monaten? | monate | jahren? | jahre ) \b
      | \s? (?: 秒 | 分 | 小时 | 天 | 周 | 个月 | 초 | 분 | 시간 | 일 )
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCALES = {"k": 1e3, "ts": 1e3, "th": 1e3, "ta": 1e3, "hu": 1e2, "mi": 1e6, "m": 1e6, "mn": 1e6, "mr": 1e9, "bn": 1e9, "bi": 1e9}
_BEFORE_CALENDAR = expression(
    r"(?:\b(?:q|h|kw|cw|week|woche|sprint|fy|in|by|until|end\ of|bis|ende|seit|since|cycle|quarter|quartal|jahr|year|month)\s?|"
    rf"{_MONTH}\.?\s)$",
    re.IGNORECASE,
)
_AFTER_CALENDAR = expression(
    rf"\.?(?:st|nd|rd|th)?\.?\s?(?:of\s)?{_MONTH}|\.\d{{1,2}}\.|[-/.]\d{{1,2}}[-/.]\d|\.\s?(?:quartal|halbjahr|kw)\b|年|月|日",
    re.IGNORECASE,
)
_DAY_OF_MONTH = expression(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_BEFORE_DAY = expression(r"\b(?:bis|zum|am|ab|vom|seit|spätestens|vor dem|nach dem|until|by)\s$|\.\s(?:und|bis)\s$|\.[-–]$", re.IGNORECASE)
"""What stands before a day and month in figures: "bis 30.9.", "am 3.4."."""
_YEAR = expression(r"19[5-9]\d|20(?!00)[0-4]\d")
"""No year is 2000: in aims it is a round number."""
_BEFORE_NAME = expression(
    r"(?:[A-Za-z\u00c0-\u052f]|[#_@]|\b(?:version|phase|stufe|level|tier|iso|stage|part|step|kr|wave|sprint)\s|[A-Za-z][\w]*[-.:/])$",
    re.IGNORECASE,
)
_BEFORE_VERSION = expression(
    r"(?:^|\s)(?!From|To|At|By|Of|Than|Von|Auf|Achieve|Reach|Hit|Attain|Exceed|Maintain|Keep|Get|Score|Rating|Average|Under|Over|Below|Above|Erreich)"
    r"[A-Z][\w-]*\s$"
)
_NUMBERED = expression(r"(?:^|\s)(?!To|Of|At|By)[A-Z][a-z]+\s$")
_AFTER_NAME = expression(r"(?:st|nd|rd|th)\b|(?!x\b|k\b|m\b)[A-Za-zÄÖÜäöü]{1,}|/\d|\.\d+\.\d")
_ARROW = expression(r"\s*[^\W\d_]{0,12}\s*(?:→|->|=>|⇒|➔|➜|-->|—>|–>|»|>)\s*(?:[^\W\d_]{2,14}[:.]?\s)?\S{0,3}", re.IGNORECASE)
_TO = expression(
    r"[^\d.;]{0,24}?\b(?:to|auf|bis|à|a|al|hasta|para|naar|tot|fino a|down to|up to|nach|lên|xuống|đến|thành)\s"
    r"(?:only |just |at least |mindestens |über |unter |under |over )?",
    re.IGNORECASE,
)
_TO_AT_THE_WORD = expression(r"[^\d\s.;,，；]{0,4}(?:(?:到|至|から|에서)[^\d\s.;,，；]{0,6}|['’][dt][ea]n)\s?%?")
"""The same in writing that hangs it on the number or the word: 从40降到25, 40から25, 40건에서 25건, 40'tan 25'e."""
_OF = expression(
    r"\s(?:in|of|von|out of)\s(?:(?:the|our|every|den|unseren)\s)?(?:(?:next|last|first|nächsten|letzten|ersten)\s)?", re.IGNORECASE
)
_OF_AGE = expression(r"[\s-]?(?:year|jähr)", re.IGNORECASE)
_AND = expression(r"\s(?:and|und|sowie)\s", re.IGNORECASE)
_FROM = expression(r"\b(?:from|von|de|desde|vom)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)


_TODAY = (
    r"(?:today|now|currently|at present|at the moment|last (?:week|month|quarter|year|cycle)|this quarter|so far|baseline|"
    r"heute|jetzt|aktuell|derzeit|momentan|bisher|zuletzt|(?:im )?(?:vor|letzten |letztes )(?:monat|quartal|jahr)|ausgangswert|istwert|ist)"
)
_AIM = r"(?:target(?: value)?|goal|aim|to|then|soll(?:[- ]?wert)?|ziel(?:[- ]?wert)?|auf|dann|künftig)"
_NOW_THEN = expression(rf"\s?(?:{_TODAY}\)?\s?[,;/|–—-]\s?(?:{_AIM}\b)?[\s:=]*|[,;/|–—-]\s?{_AIM}\b[\s:=]*)(?:of\s|von\s)?", re.IGNORECASE)
"""Between today's value and the aim, when one of them is called so: "9 % today, 25 %", "Ist 31 %, Soll 45 %"."""
_THEN_NOW = expression(
    rf"[^.;:\d]{{0,60}}?[\s,;(\[](?:(?:up|down|coming)\sfrom|instead\sof|rather\sthan|compared\s(?:to|with)|versus|vs\.?|"
    rf"{_TODAY}|(?:start|ist)[- ]?wert|(?:an)?statt|gegenüber|(?<=\()(?:from|von|was|war))[\s:=]*"
    r"(?:it\sis\s|is\s|at\s|bei\s|sind\ses\s|ist\ses\s|[~≈]\s?)?",
    re.IGNORECASE,
)
"""Between the aim and the value that it starts from: "80 % of orders, up from 55 %", "40 % laufen online (heute 17 %)"."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of `text` in reading order."""
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        number = _quantity(text, match)
        if found and _are_a_share(text, found[-1], number):
            part = found.pop()
            number = Quantity(Span(part.span.start, number.span.end), 100 * part.value / number.value, "percent", part.bound)
        found.append(number)
    return tuple(found)


def _are_a_share(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether the two say one thing: "7 of 10", "1 in 12", "30 of the 44"."""
    return (
        part.unit == whole.unit == "count"
        and part.value <= whole.value > 0
        and _OF.fullmatch(text, part.span.end, whole.span.start) is not None
    )


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    core = match.start("digits") if match["digits"] else match.start("word")
    bare = match["bound"] is None and match["money"] is None and match["percent"] is None and not match["sign"]
    start = core if bare else start
    start += len(text[start:end]) - len(text[start:end].lstrip())
    digits, scale, unit = match["digits"], (match["scale"] or "").strip().lower(), (match["unit"] or "").strip(" -").lower()
    value = _value(digits) if digits else float(_SPELLED.get(match["word"].lower(), 1))
    if scale:
        value *= next((factor for sign, factor in _SCALES.items() if len(sign) > 1 and scale.startswith(sign)), _SCALES.get(scale, 1))
    kind = _kind(text, core, match, digits or "", scale, unit)
    return Quantity(Span(start, end), value, kind, match["bound"] is not None or text[end : end + 1] == "+")


def _kind(text: str, core: int, match: re.Match[str], digits: str, scale: str, unit: str) -> Unit:
    before, after = text[max(0, core - 24) : core], text[match.end() : match.end() + 16]
    if match["money"] or unit in {"€", "$", "£", "¥", "usd", "eur", "euro", "euros", "dollar", "dollars", "chf", "gbp"}:
        return "money"
    if match["percent"] or unit in {
        "%",
        "％",
        "percent",
        "per cent",
        "prozent",
        "percentage",
        "point",
        "points",
        "pp",
        "p.p.",
        "punkte",
        "prozentpunkte",
    }:
        return "percent"
    if digits and not unit and not scale and not match["bound"]:
        if _YEAR.fullmatch(digits) or _AFTER_CALENDAR.match(after) or (len(digits) < 3 and _is_calendar(before)):
            return "calendar"
        if "." in digits and after.startswith(".") and _DAY_OF_MONTH.fullmatch(digits) and _BEFORE_DAY.search(before):
            return "calendar"
        if len(digits) < 3 and _NUMBERED.search(before) and not text[match.end() :].strip(" .)"):
            return "name"
        if (
            _BEFORE_NAME.search(before)
            or _AFTER_NAME.match(after)
            or ("." in digits and _BEFORE_VERSION.search(before) and not after.startswith(("+", "/")))
        ):
            return "name"
    elif digits and before and (before[-1].isalpha() or before[-1] in "_#") and before[-1].isascii():
        return "name"
    if unit.startswith(("x", "×", "fold", "fach", "times")):
        return "multiple"
    return "time" if unit else "count"


def _is_calendar(before: str) -> bool:
    found = _BEFORE_CALENDAR.search(before)
    # "in 3 markets" and "by 5 people" count; "in 24" alone would be a year, but nobody writes that.
    return found is not None and not re.search(r"\b(?:in|by|until|bis|since|seit|year|jahr|month)\s$", before, re.IGNORECASE)


def _value(digits: str) -> float:
    compact = re.sub(r"['’\u00a0\u202f\u2009 ]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", compact):
        return float(compact.replace(",", ""))
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", compact):
        return float(compact.replace(".", "").replace(",", "."))
    return float(compact.replace(",", "."))


def changes(text: str, found: tuple[Quantity, ...]) -> tuple[Change, ...]:
    """Return the pairs of `found` that say from where to where.

    "From 3 to 5", "12 % → 40 %", "von 7 auf 20", "6.2 days to 3 days", "Ist 31 %, Soll 45 %", "80 %, up from 55 %".
    """
    pairs = []
    for first, second in pairwise(found):
        if not (first.measures and second.measures):
            continue
        between = text[first.span.end : second.span.start]
        if not first.bound and (
            _ARROW.fullmatch(between)
            or _TO_AT_THE_WORD.fullmatch(between)
            or (
                _TO.fullmatch(between)
                and not (first.unit != second.unit and _AND.search(between))
                and not _OF_AGE.match(text, second.span.end)
                and (_FROM.search(text[: first.span.start]) or first.unit == second.unit or "count" in (first.unit, second.unit))
            )
            or (first.unit == second.unit and _NOW_THEN.fullmatch(between))
        ):
            pairs.append(Change(first, second))
        elif first.unit == second.unit and _THEN_NOW.fullmatch(between):
            pairs.append(Change(second, first))
    return tuple(pairs)
