"""When: what an answer says of a time that has passed, of one that comes, and of a rhythm. English and German."""

import re

_MONTHS = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
_WEEKDAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
_SMALL = r"(?:\d+|one|two|three|four|five|six|eins|zwei|drei|vier|fünf|sechs)"

_PASSED = re.compile(
    rf"\b(?:last (?:week|month|year|quarter|autumn|fall|spring|summer|winter|cycle|{_WEEKDAYS})|yesterday"
    rf"|(?:in|since|from) {_MONTHS}|since (?:last )?(?:spring|summer|autumn|fall|winter)"
    rf"|in q[1-4]|on \d{{1,2}} {_MONTHS}|on {_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS}"
    rf"|letzte[nrs]? (?:woche|monat|jahr|quartal|herbst|frühjahr|sommer|winter|{_WEEKDAYS})|gestern"
    rf"|(?:im|seit|vom) (?:{_MONTHS}|herbst|sommer|winter)"
    r"|(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.)",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"(?<!last )(?<!since )(?<!letzten )(?<!every )(?<!each )(?<!jeden )(?<!jede )"
    rf"\b(?:(?:{_WEEKDAYS}|mon|tues?|wed|thurs?|thu|fri)\b"
    r"|(?:today|tonight|tomorrow|this week|next week|right away|end of (?:the )?(?:week|month|day)|over the weekend)\b"
    r"|(?:heute|morgen|diese woche|nächste woche|ende der woche|ende des monats|am wochenende|(?:kw|week|woche) ?\d+)\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONTHS}\b)|bis (?:zum )?\d{{1,2}}\."
    rf"|{_MONTHS}\.?\s\d{{1,2}}\b|\d{{1,2}}\s{_MONTHS}\b"
    rf"|(?:in|by|until|before|im|bis|vor) {_MONTHS}\b)",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:tomorrow|tonight|next week|over the weekend|later today|(?:by|before) the end of the week"
    rf"|(?:by|from|until|starting|before) (?:the |next )?(?:\d\w*|{_WEEKDAYS})"
    rf"|morgen|nächste[nr]? (?:woche|{_WEEKDAYS})|am wochenende|bis ende (?:der woche|des monats)"
    rf"|(?:ab|bis|vor) (?:zum |dem )?(?:\d\w*|{_WEEKDAYS}))\b",
    re.IGNORECASE,
)
_WEEK = re.compile(rf"\b(?:week|woche|kw|month|monat|sprint|day|tag)\s?{_SMALL}\b", re.IGNORECASE)
_RHYTHM = re.compile(rf"\b(?:{_WEEKDAYS}s?|daily|weekly|monthly|quarterly|täglich|wöchentlich|monatlich)\b", re.IGNORECASE)


def passed(text: str) -> bool:
    """Return whether `text` tells of a time that has passed."""
    return _PASSED.search(text) is not None


def coming(text: str) -> bool:
    """Return whether `text` names a day by which, or from which, something may be done."""
    return _COMING.search(text) is not None


def soon(text: str) -> bool:
    """Return whether `text` names a day that can only lie ahead."""
    return _SOON.search(text) is not None


def is_a_time(text: str) -> bool:
    """Return whether `text` says when at all: a time that has passed, a week, a day, a rhythm."""
    return passed(text) or _WEEK.search(text) is not None or _RHYTHM.search(text) is not None
