"""Reads an answer by its words: what it is, which stretch says so, and whether the doubt should rest.

Simple on purpose, and shy: when the words do not say clearly that nothing was given, the doubt rests. An answer wrongly pressed costs more
than one let go, and the team can ask to be pressed with one key.
"""

import re
from dataclasses import dataclass
from functools import cache

from sparring.lenses.model import AnswerClass
from sparring.lenses.words import WordLists
from sparring.packaged import packaged
from sparring.record.events import ClassSpan, Stretch
from sparring.text import Span

_LISTED: dict[AnswerClass, str] = {
    "asks-for-writing": "asks-for-writing",
    "disputes": "answer-disputes",
    "reason": "answer-reason",
    "authority": "answer-authority",
    "dont-know": "answer-dont-know",
}
"""Classes that words alone give away, and the list of those words."""

_WEIGHT: tuple[AnswerClass, ...] = (
    "asks-for-writing",
    "commits",
    "disputes",
    "reason",
    "fact",
    "dont-know",
    "authority",
    "counter-question",
    "no-content",
)
"""What an answer is above all when it is several things at once: first what must be replied to, then what brings the bout on."""

_CLOSING = frozenset({"commits", "disputes", "reason", "fact"})

_STILL_OPEN: dict[AnswerClass, str] = {
    "dont-know": "What you would have to learn before you commit to this.",
    "authority": "What is still yours to decide here.",
    "no-content": "The question above.",
    "counter-question": "The question above.",
    "asks-for-writing": "The question above.",
}

_WHEN = re.compile(
    r"(?<!last )(?<!since )(?<!letzten )\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sun)(?:day)?s?\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag)s?\b"
    r"|\b(?:today|tonight|tomorrow|this week|next week|heute|morgen|diese woche|nächste woche|kw ?\d+)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}\.\s?(?:\d{1,2}\.|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b|\b\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_PAST = re.compile(
    r"\b(?:last|in|since|from|of|out of|per|today|now|was|were|had|have|has|letzte\w*|im|seit|von|heute|war|waren|haben|hat)\b"
    r"|%|\bn\s?=|\bQ[1-4]\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^.!?;\n]+(?:\.(?=\d)[^.!?;\n]+)*[.!?;]*")
_NAME = re.compile(r"(?<=[a-z,;:)] )[A-ZÄÖÜ][a-zäöüß]{2,}\b")

FEW_WORDS = 6
"""An answer this short that holds nothing we know of says nothing; a longer one may say something that we do not understand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How an answer was read.

    Attributes:
        spans: classes, the weightiest first, each with the stretch of the answer that says so.
        settled: stretches that settle something.
        open: what is still open, in a sentence; "" when nothing is, or when the reading is unsure.
        rest: the doubt should rest.
    """

    spans: tuple[ClassSpan, ...] = ()
    settled: tuple[Stretch, ...] = ()
    open: str = ""
    rest: bool = True

    @property
    def classes(self) -> frozenset[AnswerClass]:
        """The classes, without order."""
        return frozenset(each.answer_class for each in self.spans)


@cache
def _lists() -> WordLists:
    return WordLists(packaged("prompts") / "words")


def read_answer(text: str) -> Reading:
    """Read an answer; the words of English and German are known."""
    if not text.strip():
        return Reading((ClassSpan(answer_class="no-content"),), open=_STILL_OPEN["no-content"], rest=False)
    found: dict[AnswerClass, Stretch] = {}
    for clause in _CLAUSE.finditer(text):
        for answer_class in _classes_of(clause[0]):
            found.setdefault(answer_class, _trimmed(text, clause.start(), clause.end()))
    if not found and text.rstrip().endswith("?"):
        found["counter-question"] = _trimmed(text, 0, len(text))
    if not found and len(text.split()) <= FEW_WORDS:
        return Reading((ClassSpan(answer_class="no-content"),), open=_STILL_OPEN["no-content"], rest=False)
    classes = sorted(found, key=_WEIGHT.index)
    if not classes:
        return Reading()
    main = classes[0]
    rest = main in _CLOSING
    return Reading(
        spans=tuple(ClassSpan(answer_class=each, span=found[each]) for each in classes),
        settled=tuple(sorted({found[each] for each in classes if each in _CLOSING}, key=lambda stretch: stretch.start)) if rest else (),
        open="" if rest else _STILL_OPEN[main],
        rest=rest,
    )


def names_rhythm_and_decision(texts: tuple[str, ...]) -> bool:
    """Return whether answers named both how often the team looks and that something is decided then."""
    return {"rhythm", "decision"} <= frozenset().union(*(_listed_in(text) for text in texts))


def _classes_of(clause: str) -> set[AnswerClass]:
    listed = _listed_in(clause)
    classes: set[AnswerClass] = {answer_class for answer_class, name in _LISTED.items() if name in listed}
    asks = clause.rstrip().endswith("?")
    if _WHEN.search(clause) and not asks and ("answer-plans" in listed or _NAME.search(_WHEN.sub("", clause))):
        classes.add("commits")
    if _FIGURE.search(clause) and _PAST.search(clause) and not asks and "commits" not in classes:
        classes.add("fact")
    return classes


def _listed_in(text: str) -> frozenset[str]:
    """Return the names of the word lists that `text` has words of; people answer in either language whatever the draft's is."""
    return frozenset(name for language in ("en", "de") for name in _lists().of(language).find(text))


def _trimmed(text: str, start: int, end: int) -> Stretch:
    span = Span(start, end)
    words = span.of(text)
    return Stretch(start=start + len(words) - len(words.lstrip()), end=end - (len(words) - len(words.rstrip())))
