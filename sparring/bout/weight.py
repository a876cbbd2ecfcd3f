"""What an answer has that carries weight: what somebody saw, and whether its figures bear on the question or only stand about.

A figure bears on a doubt when it says how many of how many, from where to where, or where it was seen. "We have 14,200 accounts" is a
stock: true, and no answer. The measure behind this is whether a coach would let the doubt rest on it.
"""

import re

from sparring.bout.heard import Heard
from sparring.bout.times import is_a_time, passed
from sparring.lenses.quantities import Quantity, changes, quantities

_SHARE = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)"
    r"\s+(?:out\s+of|of|in|von|aus|der)\s+(?:the\s+|our\s+|those\s+|last\s+|them\b|these\s+|den\s+|unseren\s+|letzten\s+)*"
    r"(?:\d|them\b|those\b|denen\b|ten\b|zehn\b)"
    r"|\bof\s+(?:the\s+)?\d+\W+\d|\bvon\s+(?:den\s+)?\d+\W+\d"
    r"|\d\s?%\s+(?:of|der|des|von|aller|sind|are|were|waren|converted|signed|stayed|left|said)\b|\bn\s?=\s?\d|[+\-−]\d"
    r"|\d (?:\w+ )?(?:for every|pro|je) (?:\d|jede)"
    r"|\b(?:two|three) (?:thirds|quarters)\b|\b(?:zwei|drei) (?:drittel|viertel)\b|\bout of \d+\b|\b\d+ out of\b",
    re.IGNORECASE,
)
"""How many of how many."""
_MOVED = re.compile(
    r"\b(?:fell|dropped|rose|went down|came down|went up|up from|down from|instead of|against|versus|vs|gegen|gegenüber"
    r"|fiel|fielen|sank|sanken|stieg|stiegen|statt"
    r"|vorher|nachher)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:Mrs?|Ms|Dr|Herr|Frau)\.? [A-ZÄÖÜ]\w+")
_NAMED = re.compile(r"(?<=[a-zäöüß,;:()] )(?!I\b|I['’]|KRs?\b|OKRs?\b|[A-Z]{2,}\b)[A-Z][a-z]{2,}\b")
"""A capital letter within an English sentence: a name."""
_DID = re.compile(
    r"\b(?:went|came|got|took|told|said|saw|left|gave|found|broke|built|ran|sold|bought|lost|won|(?!need|use|want|compar)\w{3,}ed"
    r"|kam|kamen|ging|gingen|sagte\w*|blieb\w*|nahm\w*|fand\w*|verlor\w*|(?:haben|hat|sind|ist)\b.*\bge\w{2,}(?:t|en))\b",
    re.IGNORECASE,
)
"""Something was done, rather than had or been."""
_FIGURE = re.compile(r"\d")
_AGE = re.compile(r"\d+s?\W?(?:jährig|year\W?old|years? old|jahre alt)", re.IGNORECASE)
"""How old people are tells who they are and measures nothing; looked for in so many characters behind a figure."""
_BEHIND = 12
_FOR_A_FIGURE = re.compile(
    r"\b(?:how (?:many|much|often|long|far)|(?:what|which) (?:number|figure|share)|wie (?:viele?|oft|lange|weit)|welche (?:zahl|anteil)"
    r"|where (?:does|do|is|are) (?:this|that|it|they|these|you) (?:stand )?(?:today|now)|wo steht)\b",
    re.IGNORECASE,
)
_FOR_A_TIME = re.compile(
    r"\b(?:when (?:did|will|would|do|does|was|have)|how (?:early|soon|long ago)|(?:in )?which week"
    r"|wann|wie (?:früh|bald)|in welcher woche)\b",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"\b(?:and|und)\s+(?:what|why|how|which|who|was|warum|wie|welche\w*|wer)\b", re.IGNORECASE)


def measures(clause: str) -> tuple[Quantity, ...]:
    """Return the quantities of `clause` that are written in digits and measure something."""
    return tuple(
        each
        for each in quantities(clause)
        if each.measures and _FIGURE.search(each.span.of(clause)) and not _AGE.search(clause, each.span.start, each.span.end + _BEHIND)
    )


def was_seen(clause: str, heard: Heard, *, german: bool) -> bool:
    """Return whether somebody looked, or it happened to somebody: with a figure, a day or a name, so that it could be looked up."""
    looked_up = passed(clause) or bool(measures(clause))
    if "answer-evidence" in heard:
        return looked_up or names(clause, german=german)
    if "answer-records" in heard and (passed(clause) or names(clause, german=german)):
        return True
    return looked_up and _SOMEBODY.search(clause) is not None


def compares(clause: str) -> bool:
    """Return whether `clause` says how many of how many, or from where to where."""
    return _SHARE.search(clause) is not None or bool(changes(clause, quantities(clause)))


def bears(clause: str, heard: Heard, question: str, *, german: bool) -> bool:
    """Return whether the facts of a clause bear on a doubt, rather than only being true."""
    figures = measures(clause)
    if compares(clause) or was_seen(clause, heard, german=german):
        return True
    if len(figures) > 1 and _MOVED.search(clause):
        return True
    if figures and asks_for_a_figure(question):
        return True
    if "answer-hollow" not in heard and passed(clause) and _DID.search(clause) and quantities(clause):
        return True
    return _FOR_A_TIME.search(question) is not None and is_a_time(clause)


def asks_for_a_figure(question: str) -> bool:
    """Return whether `question` asks for a number and for nothing else."""
    return _FOR_A_FIGURE.search(question) is not None and _AND_MORE.search(question) is None


def names(clause: str, *, german: bool) -> bool:
    """Return whether somebody or something is called by name.

    A capital letter within a sentence is a name in English only; German writes every noun so.
    """
    return _SOMEBODY.search(clause) is not None or (not german and _NAMED.search(clause) is not None)


def is_particular(text: str, *, german: bool) -> bool:
    """Return whether anything in `text` could be looked up: a figure, a name, a day, words that somebody said."""
    return bool(_FIGURE.search(text) or names(text, german=german) or passed(text) or '"' in text or "“" in text)
