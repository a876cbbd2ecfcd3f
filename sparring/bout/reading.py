"""Reads an answer by its words: what it is, which stretch says so, and whether the doubt should rest.

Simple on purpose, and shy: when the words do not say clearly that nothing was given, the doubt rests. An answer wrongly pressed costs more
than one let go, and the team can ask to be pressed with one key. What is shown as settled is shown verbatim, so it is only what anybody
would call settled at a glance: nothing said in a question, nothing that somebody else wants, no paragraph.
"""

import re
from dataclasses import dataclass
from functools import cache

from sparring.bout.clauses import clauses_of
from sparring.lenses.model import AnswerClass
from sparring.lenses.quantities import quantities
from sparring.lenses.words import WordLists
from sparring.packaged import packaged
from sparring.record.events import ClassSpan, Stretch
from sparring.speech import speech

_LISTED: dict[AnswerClass, str] = {
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

_WHEN = re.compile(
    r"(?<!last )(?<!since )(?<!letzten )(?<!every )(?<!each )(?<!jeden )(?<!jede )"
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|montag|dienstag|mittwoch|donnerstag|freitag)\b"
    r"|\b(?:today|tonight|tomorrow|this week|next week|heute|morgen|diese woche|nächste woche|(?:kw|week) ?\d+)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}\.\s?(?:\d{1,2}\.|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d{1,2}\b|\b\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:last|in|since|from|of|out of|per|today|now|was|were|had|have|has|letzte\w*|im|seit|von|heute|war|waren|haben|hat)\b"
    r"|%|\bn\s?=|\bQ[1-4]\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_RULE = re.compile(r"\b(?:if|unless|once|as soon as|wenn|falls|sobald)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:nothing|nobody|never|nichts|niemand|nie)\b", re.IGNORECASE)
_BECAUSE_OF_IT = re.compile(r"\b(?:because of (?:it|that|this|them)|deswegen|deshalb)\W*$", re.IGNORECASE)
_WE_DO_NOT = re.compile(r"\b(?:we|i) don[’']?t\W*(?:really\W*)?$", re.IGNORECASE)
_TO_THE_PARTNER = re.compile(
    r"\?|\b(?:you|your|u|for (?:us|me)|please|pls|du|dir|dein\w*|ihr|bitte|uns|mir)\b"
    r"|^\W*(?:(?:ok|okay|just|then|so|and|fine|now|dann|und|also)\W+)*$",
    re.IGNORECASE,
)
_ITEM_CODE = re.compile(r"\b(?:O\d+|KR[ -]?\d+(?:\.\d+)*)\b", re.IGNORECASE)
_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:who|whom|whose|when|where|how (?:often|many|much|long|soon|early|sure|far)|(?:in |for |on |after |at |by )?which"
    r"|wer|wem|wen|wessen|wann|wo|wie (?:oft|viele?|lange|bald|früh|sicher|weit)|welche[mnrs]?)\b",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(r"\b(?:who|whom|whose|wer|wem|wen|wessen)\b", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:wants?|wanted|asked|asks|decide[sd]?|promised|put|insist\w*|told|said|says|expects?|likes?|chairs"
    r"|will das|wollen|möchte\w*|verlangt|sagt|gesagt)\b",
    re.IGNORECASE,
)
"""To a question for a person, somebody above is simply the answer, unless it is said that they want or decide something."""
_OFFERS = re.compile(r"[:,].*\b(?:or|oder)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SAYS_NOTHING = frozenset(
    "the and for not was with you this that were der die das den dem und oder für nicht mit ihr auf von ist war wird wir was".split()
)

FEW_WORDS = 6
"""An answer this short that holds nothing we know of probably says nothing, unless the question asked for no more than a name."""
HARDLY_A_WORD = 2
"""Beside fillers. With so few ("faster", "churn, obviously") the point is left open; from three on ("nobody downloads it") the doubt
rests, as it may be an answer that we do not understand."""
MOST_WORDS_SETTLED = 30
"""In a longer stretch nobody sees at a glance what is settled; it is left unclaimed."""


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


_PERHAPS_NOTHING_SAID = Reading((ClassSpan(answer_class="no-content"),))


@cache
def _lists() -> WordLists:
    return WordLists(packaged("prompts") / "words")


def read_answer(text: str, question: str = "", language: str = "en") -> Reading:
    """Read an answer; the words of English and German are known.

    Args:
        text: what the team said.
        question: what was asked: to some questions a name or a line of the page is a whole answer.
        language: of the bout: what is open is said in it.
    """
    nothing_said = Reading((ClassSpan(answer_class="no-content"),), open=_still_open("no-content", language), rest=False)
    if not text.strip():
        return nothing_said
    found: dict[AnswerClass, Stretch] = {}
    for clause in clauses_of(text):
        for answer_class in _classes_of(clause.of(text), question):
            found.setdefault(answer_class, Stretch(start=clause.start, end=clause.end))
    if not found and text.rstrip().endswith("?"):
        found["counter-question"] = Stretch(start=len(text) - len(text.lstrip()), end=len(text.rstrip()))
    if not found and len(text.split()) <= FEW_WORDS and not _answers_shortly(text, question):
        return nothing_said if len(_without_fillers(text).split()) <= HARDLY_A_WORD else _PERHAPS_NOTHING_SAID
    classes = sorted(found, key=_WEIGHT.index)
    if not classes:
        return Reading()
    main = classes[0]
    rest = main in _CLOSING
    return Reading(
        spans=tuple(ClassSpan(answer_class=each, span=found[each]) for each in classes),
        settled=_settled(text, {found[each] for each in classes if each in _CLOSING}) if rest else (),
        open="" if rest else _still_open(main, language),
        rest=rest,
    )


def names_rhythm_and_decision(texts: tuple[str, ...]) -> bool:
    """Return whether answers named both how often the team looks and that something is decided then."""
    return {"rhythm", "decision"} <= frozenset().union(*(_listed_in(text) for text in texts if not _NOTHING.search(text)))


def _still_open(main: AnswerClass, language: str) -> str:
    said = speech(language)
    match main:
        case "dont-know":
            return said.open_dont_know
        case "authority":
            return said.open_authority
        case _:
            return said.open_unanswered


def _settled(text: str, stretches: set[Stretch]) -> tuple[Stretch, ...]:
    short = (each for each in stretches if len(text[each.start : each.end].split()) <= MOST_WORDS_SETTLED)
    return tuple(sorted(short, key=lambda stretch: stretch.start))


def _answers_shortly(text: str, question: str) -> bool:
    """Whether a few words are a whole answer: a line of the page, one of the things the question offers, the name it asks for."""
    if _ITEM_CODE.search(text):
        return True
    if _OFFERS.search(question) and _content(text) & _content(question):
        return True
    return _ASKS_FOR_A_NAME.search(question) is not None and bool(_WORDS.search(_without_fillers(text)))


def _without_fillers(text: str) -> str:
    for language in ("en", "de"):
        for span in reversed(_lists().of(language).find(text).get("answer-empty", ())):
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _content(text: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(text)} - _SAYS_NOTHING


def _classes_of(clause: str, question: str) -> set[AnswerClass]:
    listed = _listed_in(clause)
    if clause.rstrip().endswith("?"):
        return {"asks-for-writing"} if _asks_for_writing(clause, listed) else {"disputes"} if "answer-disputes" in listed else set()
    classes: set[AnswerClass] = {answer_class for answer_class, name in _LISTED.items() if name in listed}
    if _asks_for_writing(clause, listed):
        classes.add("asks-for-writing")
    if _WE_DO_NOT.search(clause):
        classes.add("dont-know")
    if _promises(clause, listed):
        classes.add("commits")
    elif _SEEN.search(clause) and any(each.measures and _FIGURE.search(each.span.of(clause)) for each in quantities(clause)):
        classes.add("fact")
    if "authority" in classes and _ASKS_WHO.search(question) and not _WANTS.search(clause):
        classes.discard("authority")
    if "authority" in classes:
        # A figure or a reason in one breath with somebody above is theirs: "the board wants 500 because the slide says so".
        classes -= {"fact", "reason"}
    if "dont-know" in classes:
        classes.discard("fact")
    if _BECAUSE_OF_IT.search(clause):
        # "Nobody changed anything because of it" speaks of a reason and gives none.
        classes.discard("reason")
    return classes


def _promises(clause: str, listed: frozenset[str]) -> bool:
    """Somebody will do something by a day, or something will be done if something is seen."""
    if "answer-dont-know" in listed:
        return False
    if _RULE.search(clause) and "decision" in listed:
        return True
    return "answer-plans" in listed and _WHEN.search(clause) is not None and not _NOTHING.search(clause)


def _asks_for_writing(clause: str, listed: frozenset[str]) -> bool:
    """The words ask for it and are said to the partner: "write it for us", not "Paul will write it"."""
    if "asks-for-writing" not in listed:
        return False
    found = min(span.start for language in ("en", "de") for span in _lists().of(language).find(clause).get("asks-for-writing", ()))
    return _TO_THE_PARTNER.search(clause) is not None or _TO_THE_PARTNER.search(clause[:found]) is not None


def _listed_in(text: str) -> frozenset[str]:
    """Return the names of the word lists that `text` has words of; people answer in either language whatever the draft's is."""
    return frozenset(name for language in ("en", "de") for name in _lists().of(language).find(text))
