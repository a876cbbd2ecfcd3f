"""How the beginning of an answer fits its question: a name to "who", a time to "when", a thing to "what would you drop".

People answer first and explain afterwards, often in a word or two. Such a scrap shows no grammar, so what it is depends on the question:
"the newsletter" is all that "what has to make room?" asked for, and "everybody involved" is nothing to "who?".
"""

import re
from collections.abc import Set as AbstractSet

from sparring.draft.language import is_function_word
from sparring.text import Span

MOST_WORDS_OF_A_SCRAP = 6
"""More words than that have a grammar of their own."""

_SCRAP_ENDS = re.compile(r"[,;:!?()\n–—]|\.(?!\d)| - ")
_OPENERS = re.compile(
    r"(?:(?:yes|no|nope|well|ok|okay|sure|hm+|uff?|puh|ugh|honestly|probably|mostly|only|just|maybe|still|right|so|also|mainly|vielleicht|ja|nein|nee|na|tja|gut"
    r"|klar|ehrlich(?: gesagt)?|wahrscheinlich|vermutlich|wohl|nur|eher|vor allem|hauptsächlich|also|eigentlich)\b[\s,.:…-]*)+",
    re.IGNORECASE,
)
_SAYS_WHAT_IS_DONE = re.compile(
    r"\b(?:we|i|you|it|that|this|there|they|he|she|that['’]s|it['’]s|isn['’]?t|is|are|was|were"
    r"|wir|ich|ihr|du|sie|es|das ist|da|man|ist|sind|war)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|last|both|one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half"
    r"|ours|mine|theirs|me|us|all three"
    r"|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|letzte[nrs]?|beide\w*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\w+mal"
    r"|ich|wir|unser\w*|O ?\d|KR ?\d"
    r"|nummer \w+|number \w+)\b|\d",
    re.IGNORECASE,
)
"""Words that say something by themselves, short as they are."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def beginning(text: str) -> Span | None:
    """Return the first words of an answer, without a "well" before them, when they are a scrap; None when they are a sentence."""
    start = len(text) - len(text.lstrip())
    opener = _OPENERS.match(text, start)
    if opener:
        start = min(opener.end(), len(text.rstrip()))
    end = _SCRAP_ENDS.search(text, start)
    span = Span(start, end.start() if end else len(text.rstrip()))
    words = span.of(text).split()
    if not 0 < len(words) <= MOST_WORDS_OF_A_SCRAP or (end is not None and end[0] == "?"):
        return None
    return span


def fits(text: str, question: str, asked: AbstractSet[str], *, vague: bool, time: bool, denies: bool) -> set[str]:
    """Return the signs of how the scrap with which an answer begins fits what was asked; none when it begins with a sentence.

    Args:
        text: the scrap.
        question: what was asked.
        asked: what the question asks for, by name.
        vague: the scrap holds a word that would fit any question.
        time: it says when, or how often.
        denies: it says that there is none.
    """
    if vague:
        kind = "something vague"
    elif denies:
        kind = "none"
    elif time:
        kind = "a time"
    elif _SAYS_WHAT_IS_DONE.search(text) and not _ORDINAL.search(text):
        kind = "a few words of a sentence"
    elif _ORDINAL.search(text) or _says_something_new(text, question):
        kind = "a thing by itself"
    else:
        kind = "the question's own words"
    return {f"begins with {kind}", *(f"{name}: {kind}" for name in asked)}


def _says_something_new(text: str, question: str) -> bool:
    asked = {word.lower() for word in _WORD.findall(question)}
    return any(not is_function_word(word.lower()) and word.lower() not in asked for word in _WORD.findall(text))
