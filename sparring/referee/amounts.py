"""What a number in a text stands for: a date, an ordinal, a name's number, a count of things to name, or the measure of a result."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from sparring.expressions import expression
from sparring.referee.numerals import Numeral, numerals
from sparring.text import Span

Use = Literal["free", "count", "measure"]
"""`free`: calendar, ordinal or part of a name; `count`: how many of something; `measure`: with a unit, or as the value of a metric."""

SMALL_COUNT = 10
"""Up to this, a bare count outside the place of a target is a count of people to ask or things to name."""

_UNIT_WORDS: Final = (
    ("percent", r"%|％|per\s?cent\b|pct\b|prozent\b|v\.\s?h\."),
    (
        "points",
        r"percentage[ -]points?\b|basis[ -]points?\b|points?\b|pts?\b|pp\b|p\.p\.|prozentpunkten?\b|prozentpunkt\b|punkten?\b|punkt\b",
    ),
    ("EUR", r"€|eur\b|euros?\b"),
    ("USD", r"\$|usd\b|dollars?\b"),
    ("GBP", r"£|gbp\b|pounds?\b|pfund\b"),
    ("CHF", r"chf\b|francs?\b|franken\b"),
    ("JPY", r"¥|jpy\b|yen\b"),
    ("times", r"[x×](?![\w-])|-?fold\b|-?fache?n?\b"),
    ("millisecond", r"ms\b|milliseconds?\b|millisekunden?\b"),
    ("second", r"s\b|secs?\b|seconds?\b|sekunden?\b"),
    ("minute", r"mins?\b|minutes?\b|minuten?\b"),
    ("hour", r"h\b|hrs?\b|hours?\b|stunden?\b"),
    ("megabyte", r"mb\b"),
    ("gigabyte", r"gb\b"),
    ("kilogram", r"kgs?\b"),
    ("kilometre", r"kms?\b"),
    ("day", r"(?:working |business )?days?\b|(?:werk|arbeits)?tage?n?\b"),
    ("week", r"weeks?\b|wochen?\b"),
    ("month", r"months?\b|monate?n?\b"),
    ("quarter", r"quarters?\b|quartale?n?\b"),
    ("year", r"years?\b|jahre?n?\b"),
    ("sprint", r"sprints?\b|cycles?\b|zykl(?:us|en)\b"),
)
_ANY_UNIT = expression(
    r"[ \u00a0\u202f-]{0,2}(?:" + "|".join(f"(?P<u{index}>{pattern})" for index, (_, pattern) in enumerate(_UNIT_WORDS)) + ")",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = expression(r"(?P<mark>€|\$|£|¥|EUR|USD|GBP|CHF|JPY)\s?$")
_CURRENCIES: Final = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
CALENDAR_UNITS = frozenset(["day", "week", "month", "quarter", "year", "sprint"])

_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|"
    r"o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b\.?"
)
_DATE = expression(r"\d{4}-\d{1,2}(?:-\d{1,2})?|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})?(?!\d)|\b\d{1,2}:\d{2}\b|\b24/7\b|\b1:1\b")
_REFERENCE_BEFORE = expression(
    r"(?:(?<!\d)(?<!\d[ -])\b(?:weeks?|days?|months?|quarters?|years?|sprints?|cycles?|rounds?|pages?|lines?|phases?|"
    r"steps?|versions?|levels?|tiers?|"
    r"chapters?|questions?|options?|"
    r"key results?|objectives?|items?|number|no\.|nr\.|woche|tag|monat|quartal|jahr|kw|zyklus|runde|seite|zeile|schritt|stufe|kapitel|"
    r"frage|schlüsselergebnis)"
    rf"[\s-]+|\b{_MONTH}\s+|#)$",
    re.IGNORECASE,
)
_REFERENCE_PAIR = expression(
    r"\b(?:weeks|days|months|quarters|years|sprints|lines|wochen|tagen?|monate?n?)\s+\w+\s*(?:and|to|or|or even|und|bis|oder|[-–])\s*$",
    re.IGNORECASE,
)
_IDENTIFIER_BEFORE = expression(r"(?:^|[^\w])[^\W\d_]{1,2}$|[^\W\d_]\d*[.-]$|\.(?:KR|O)$")
_ORDINAL_AFTER = expression(
    rf"(?:st|nd|rd|th)\b|\.\s?(?:{_MONTH}|quartal|woche|monat|jahr|tag|platz|mal\b)|\s+{_MONTH}|\s?(?:am|pm|uhr|o'clock)\b", re.IGNORECASE
)
_HOUR_BEFORE = expression(r"\b(?:at|until|before|after|since|um|bis|vor|nach|ab)\s+$", re.IGNORECASE)
_PART_OF_A_DAY_AFTER = expression(
    r"\s(?:at night|in the (?:morning|evening|afternoon|night)|nachts|abends|morgens|früh|mittags|nachmittags)\b", re.IGNORECASE
)
"""With `_HOUR_BEFORE` a time of day: "at eleven at night"."""
_FREE_TIME_BEFORE = expression(
    r"\b(?:in|after|for|next|last|past|previous|coming|first|final|remaining|every|the|these|those|your|over the|ago|nach|seit|vor|für|"
    r"über|letzten?|nächsten?|"
    r"kommenden?|vergangenen?|ersten?|alle|jede|diese[nr]?|den|die|der|dieser)\s+(?:about\s+|another\s+|only\s+|just\s+|etwa\s+|"
    r"rund\s+|noch\s+)?$",
    re.IGNORECASE,
)
_TIME_AFTER = expression(
    r"\s*(?:ago|from now|later|earlier|before|after|into|in a row|of (?:work|silence|waiting)|zuvor|später|"
    r"vorher|nachher|lang|nach|vor)\b",
    re.IGNORECASE,
)
_OVER = expression(r"\b(?:over|über)\s+$", re.IGNORECASE)
_SCALE_BEFORE = expression(r"\b(?:scale|skala)\s+(?:of|from|von)\s+(?:\w+\s+(?:to|bis)\s+)?$", re.IGNORECASE)
_IDIOM_AFTER = expression(r"\s+augen\b", re.IGNORECASE)
_LASTING = frozenset(["week", "month", "quarter", "year", "sprint"])
_LEVEL_AFTER = expression(
    r"\s+(?:is|are|was|were|would|should|could|at most|at least|or less|or faster|instead|rather|ist|sind|"
    r"war|wäre\w*|würde\w*|statt|höchstens)\b|\s*[.!]?\s*$",
    re.IGNORECASE,
)
_TAKES = expression(
    r"\b(?:tak(?:e|es|ing)|of|last(?:s|ing)?|is|are|dauer\w*|brauch\w*|von|bei|auf|ist|sind)\s+(?:\w+\s+)"
    r"?$",
    re.IGNORECASE,
)
_WITHIN = expression(r"\b(?:with)?in\s+$", re.IGNORECASE)

_COMPARATORS = (
    r"at least|at most|no (?:more|less|fewer) than|(?:more|less|fewer|better|faster|higher|lower) than|under|below|above|over|beyond|"
    r"up to|within|exceed(?:s|ing|ed)?|"
    r"reach(?:es|ing|ed)?|hit(?:s|ting)?|achiev(?:e|es|ed|ing)|attain(?:s|ed|ing)?|target(?:s|ed|ing)?(?:\s+(?:of|is|at|should be|"
    r"would be|could be))?|"
    r"goals?\s+(?:of|is|should be)|aim(?:s|ed|ing)?\s+(?:for|at)|[<>≤≥=]|\+|mindestens|höchstens|maximal|minimal|wenigstens|unter|über|"
    r"mehr als|weniger als|besser als|"
    r"innerhalb von|erreich\w*|bis zu|ziel(?:wert)?e?(?:\s+(?:von|ist|wäre|sind))"
)
_HEDGE = (
    r"(?:\s*(?:about|around|roughly|some|a|an|the|only|just|say|ca\.?|etwa|rund|circa|ungefähr|nur|zirka|den|die|das)\b\.?,?)*"
    r"\s*[€$£¥]?\s*$"
)
_TARGET_BEFORE = expression(rf"(?:\b|(?=[<>≤≥=+]))(?:{_COMPARATORS}){_HEDGE}", re.IGNORECASE)
_TO_BEFORE = expression(rf"\b(?:to|by|auf|um){_HEDGE}", re.IGNORECASE)
CHANGE_VERBS = (
    r"increas\w*|grow\w*|rais\w*|reduc\w*|decreas\w*|cut(?:s|ting)?|lower\w*|drop\w*|bring\w*|mov(?:e|es|ed|ing)|lift\w*|boost\w*|"
    r"improv\w*|shorten\w*|"
    r"shrink\w*|expand\w*|push\w*|get(?:s|ting)?|tak(?:e|es|ing)|go(?:es|ing)?|climb\w*|rise[sn]?|rising|fall\w*|scal(?:e|es|ing)|"
    r"halv\w*|doubl\w*|"
    r"steiger\w*|rückgang|anstieg|zuwachs|erhöh\w*|senk\w*|reduzier\w*|verringer\w*|verbesser\w*|verkürz\w*|"
    r"heb(?:en|t)|bring\w*|wachs\w*|wächst|steig\w*|"
    r"sink\w*|verdoppel\w*|halbier\w*"
)
_CHANGE = expression(rf"\b(?:{CHANGE_VERBS}|from|von)\b", re.IGNORECASE)
_CHANGE_AFTER = expression(rf"[^.;:?!]{{0,30}}?\s(?:{CHANGE_VERBS})\b", re.IGNORECASE)
_METRIC_BEFORE = expression(
    r"\b(?:nps|csat|ces|enps|arr|mrr|arpu|ltv|cac|gmv|mttr|mtbf|wau|dau|mau|scores?|ratings?|rates?|ratios?|index|percentile|"
    r"conversion|retention|churn|uptime|"
    r"latency|revenue|\w*quote|\w*rate|\w*wert|\w*zeit|\w*zahl|umsatz|note|anteil)\s*(?:(?:of|is|at|was|stays?|von|bei|ist|liegt bei)"
    r"\s+)?$",
    re.IGNORECASE,
)
_RATE_AFTER = expression(
    r"\s+(?:[\w-]+\s+){1,2}?(?:per|pro|je|a|an)\s+(?:week|day|month|quarter|year|user|team|customer|account|\w*woche|\w*tag|\w*monat|"
    r"\w*kunde\w*)\b",
    re.IGNORECASE,
)
_OUT_OF = expression(r"\s+(?:(?:out )?of|von)\s+$|\s*/\s*$", re.IGNORECASE)
_OF_PARTS = expression(
    r"\s+(?:key results?|results?|objectives?|items?|lines?|goals?|krs?\b|okrs?\b|measures?|metrics?|zielen?|ergebnissen?|zeilen?|"
    r"schlüsselergebnissen?|kennzahlen)",
    re.IGNORECASE,
)
_DETERMINED = expression(r"\b(?:the|these|those|your|our|all|den|die|diesen|euren|allen)\s+$", re.IGNORECASE)
_JOINT = expression(r"\s*(?:-|–|—|to|bis|auf|or|oder|and|und|and not|und nicht|not)\s*", re.IGNORECASE)

_FRACTION_WORDS: Final = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 200 / 3,
    "quarter": 25.0,
    "quarters": 75.0,
    "hälfte": 50.0,
    "drittel": 100 / 3,
    "viertel": 25.0,
}
_FRACTION = expression(
    r"\b(?P<count>two|three|zwei|drei|a|one|ein(?:e[nmrs]?)?|die|der)[\s-](?P<part>half|thirds?|quarters?|hälfte|drittel|viertel)"
    r"\b(?P<of>\s+(?:of|der|aller|des)\b)?",
    re.IGNORECASE,
)
_BY = expression(r"\b(?:by|um)\s+(?:about\s+|etwa\s+)?$", re.IGNORECASE)
_NOUN_AFTER = expression(r"\s+(?!in\b|of\b|by\b|this\b|until\b|before\b|within\b|over\b|or\b|and\b|bis\b|und\b|oder\b)\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it stands for.

    Attributes:
        span: the number with its unit.
        values: what it can mean.
        unit: canonical name, "" for a bare number.
        use: see `Use`.
        target: it stands in the place of a target ("at least 20", "grow to 20").
    """

    span: Span
    values: frozenset[float]
    unit: str
    use: Use
    target: bool


@lru_cache(maxsize=512)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return every number of `text` with its unit and use, in reading order.

    Kept for texts read lately: several rules ask for those of one challenge, and every challenge of a bout for those of the same draft.
    """
    given = numerals(text)
    dates = [match.span() for match in _DATE.finditer(text)] if given else []
    found = [_amount(text, numeral, dates) for numeral in given]
    found = _share_units(text, found)
    found = _read_shares(text, found)
    return tuple(sorted((*found, *_fractions(text)), key=lambda amount: amount.span))


def names_unit(text: str, unit: str) -> bool:
    """Whether `text` writes this unit anywhere (a table's heading gives the unit of the cells below)."""
    pattern = dict(_UNIT_WORDS).get(unit)
    return pattern is not None and re.search(pattern, text, re.IGNORECASE) is not None


def _amount(text: str, numeral: Numeral, dates: list[tuple[int, int]]) -> Amount:
    start, end = numeral.span.start, numeral.span.end
    before = text[max(0, start - 60) : start]
    if any(a <= start and end <= b for a, b in dates):
        return Amount(numeral.span, numeral.values, "", "free", target=False)
    unit = "times" if numeral.times and not text[start:end].lower().endswith("mal") else ""
    if not unit and (match := _ANY_UNIT.match(text, end)):
        unit = _UNIT_WORDS[next(index for index in range(len(_UNIT_WORDS)) if match[f"u{index}"])][0]
        end = match.end()
    if mark := _CURRENCY_BEFORE.search(before):
        unit = _CURRENCIES.get(mark["mark"], mark["mark"])
        start -= len(mark.group())
    span = Span(start, end)
    target = _in_target_place(text, before, end) and not (unit in CALENDAR_UNITS and _OVER.search(before))
    return Amount(span, numeral.values, unit, _use(text, numeral, unit, before, end, target=target), target)


def _in_target_place(text: str, before: str, end: int) -> bool:
    if _TARGET_BEFORE.search(before):
        return True
    if not _TO_BEFORE.search(before):
        return False
    clause = re.split(r"[.;:?!](?=\s)", before)[-1]
    return _CHANGE.search(clause) is not None or _CHANGE_AFTER.match(text, end) is not None


def _use(text: str, numeral: Numeral, unit: str, before: str, end: int, *, target: bool) -> Use:
    after_number = text[numeral.span.end : numeral.span.end + 20]
    if _ORDINAL_AFTER.match(after_number) or _SCALE_BEFORE.search(before) or _IDIOM_AFTER.match(after_number):
        return "free"
    if _PART_OF_A_DAY_AFTER.match(after_number) and _HOUR_BEFORE.search(before):
        return "free"
    if unit in ("", *CALENDAR_UNITS) and (_REFERENCE_BEFORE.search(before) or _REFERENCE_PAIR.search(before)):
        return "free"
    if not numeral.in_words and _IDENTIFIER_BEFORE.search(before):
        return "free"
    if unit in CALENDAR_UNITS:
        free = (
            _FREE_TIME_BEFORE.search(before)
            or _OVER.search(before)
            or _TIME_AFTER.match(text, end)
            or _lasts(text, numeral, unit, before, end)
        )
        return (
            "free" if free and not (target and not _WITHIN.search(before)) and not before.lower().rstrip().endswith("within") else "measure"
        )
    if unit:
        return "measure"
    if target:
        return "count"
    if len(digits := text[numeral.span.start : numeral.span.end]) == 4 and digits.isdecimal() and 1990 <= int(digits) <= 2100:
        return "free"
    if _METRIC_BEFORE.search(before) or _RATE_AFTER.match(text, end):
        return "measure"
    return "count"


def _lasts(text: str, numeral: Numeral, unit: str, before: str, end: int) -> bool:
    """Whether a few weeks or months only say how long something goes on in a story ("and keep silent three weeks")."""
    if unit not in _LASTING or max(numeral.values) > SMALL_COUNT:
        return False
    return not (_METRIC_BEFORE.search(before) or _TAKES.search(before) or _LEVEL_AFTER.match(text, end))


def _share_units(text: str, found: list[Amount]) -> list[Amount]:
    """Give the first number of a range ("20-30 %", "von 12 auf 4 Stunden") the unit of the second."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        one, other = shared[index], shared[index + 1]
        if not one.unit and other.unit and one.use != "free" and _JOINT.fullmatch(text[one.span.end : other.span.start]):
            shared[index] = Amount(one.span, one.values, other.unit, other.use if other.use != "free" else one.use, one.target)
    return shared


def _read_shares(text: str, found: list[Amount]) -> list[Amount]:
    """Read "8 of 10 admins" and "7/10" as measures; "two of the three results" names parts of the draft."""
    shares = list(found)
    for index, (one, other) in enumerate(pairwise(found)):
        if one.unit or other.unit or "free" in (one.use, other.use):
            continue
        between = text[one.span.end : other.span.start]
        if _OUT_OF.fullmatch(between) and not _OF_PARTS.match(text, other.span.end) and not _DETERMINED.search(between):
            shares[index] = Amount(one.span, one.values, "", "measure", one.target)
            shares[index + 1] = Amount(other.span, other.values, "", "measure", other.target)
    return shares


def _fractions(text: str) -> list[Amount]:
    found: list[Amount] = []
    if not any(part in text.lower() for part in _FRACTION_WORDS):
        return found
    for match in _FRACTION.finditer(text):
        part, count = match["part"].lower(), match["count"].lower()
        before = text[max(0, match.start() - 60) : match.start()]
        by = _BY.search(before) is not None and not _NOUN_AFTER.match(text, match.end())
        if not match["of"] and not by and part not in ("thirds", "drittel"):
            continue
        if (part in ("half", "hälfte") and not by and not _TARGET_BEFORE.search(before)) or (
            count == "der" and part in ("drittel", "viertel")
        ):
            continue
        value = {"two": 2, "three": 3, "zwei": 2, "drei": 3}.get(count, 1) * _FRACTION_WORDS[
            part.removesuffix("s") if part.endswith("s") else part
        ]
        found.append(
            Amount(Span(*match.span()), frozenset([value]), "percent", "measure", by or _in_target_place(text, before, match.end()))
        )
    return found
