"""Reads an answer: what it is, which stretch says so, and whether the doubt should rest.

Two things are weighed together: the phrases that the word lists hear, and the signs of grammar (who does what, when, and how the clauses
hang together), which carry to people whose phrases nobody listed. The weights are learned from answers that we wrote ourselves
(`benchmarks/learn_answers.py`) and stand as plain numbers beside the names of the signs.

An answer wrongly pressed costs more than one let go, as the team can ask to be pressed with one key: where it is unsure, the doubt rests.
What is shown as settled is shown verbatim, so it is only what anybody would call settled at a glance: nothing said in a question, nothing
that somebody else wants, no paragraph.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import get_args

from sparring.bout.answer_as_read import Reading
from sparring.bout.asides import admits, without_tails
from sparring.bout.claims import hands_it_up, only_claims, only_mentions_above, says_none
from sparring.bout.clauses import clauses_of, sentences_of
from sparring.bout.heard import LANGUAGES, heard_in
from sparring.bout.phrases import Phrases, phrases_of
from sparring.bout.settling import settled_in
from sparring.bout.signs import TELLS_WHAT_WOULD_HAVE_BEEN, signs_of
from sparring.bout.times import coming
from sparring.bout.weighing import weights
from sparring.bout.weight import compares, measures
from sparring.bout.whole_answers import is_whole
from sparring.draft.language import language_of
from sparring.lenses.model import AnswerClass
from sparring.record.events import ClassSpan
from sparring.record.payload import Stretch
from sparring.speech import speech
from sparring.text import Span

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

_CLASSES: tuple[AnswerClass, ...] = get_args(AnswerClass)
_CLOSING: tuple[AnswerClass, ...] = ("commits", "disputes", "reason", "fact")
"""Classes that a doubt may rest on."""
_ASKS_BACK: frozenset[AnswerClass] = frozenset({"asks-for-writing", "counter-question"})
_REPLIED_TO: frozenset[AnswerClass] = _ASKS_BACK | {"disputes"}
"""What the partner must reply to; no other sign weighs it away."""
_LETTER = re.compile(r"\w")


_SETTLED_BY_PHRASES = "phrases let it rest"

LIKELY = 0.5
"""Weight of evidence (0 to 1) from which an answer is said to be of a class."""
RESTS_FROM = 0.4
"""Weight of evidence from which a doubt rests: below one half, as resting is the cheaper mistake."""
RESTS_ON_NO_CLASS_FROM = 0.5
"""The same where no class was heard that a doubt may rest on."""
RESTS_ON_PHRASES_FROM = 0.15
"""The same where a phrase of the lists settles something."""
SURELY_RESTS = 0.85
"""Weight of evidence from which something is shown as settled that no phrase of the lists settles."""
SURELY_ANSWERS = 0.9
"""Weight of evidence from which something is shown as settled where no class was heard that a doubt may rest on."""
SURE = 0.6
"""Weight of evidence from which a class is told to the team: a line on what is open, or a question that goes on from it."""
LONGEST_READ = 6_000
"""Characters of an answer that are read: behind a pasted page nobody looks for one."""
LONGEST_PAGE = 20_000
"""Characters of a draft in which a rhythm is looked for."""
WORDS_OF_AN_ANSWER = 300
"""More than anybody types: a pasted text, in which nothing is called settled or open."""


def read_answer(text: str, question: str = "", language: str = "en") -> Reading:
    """Read an answer; English and German are understood, other languages as far as a request to write goes.

    Args:
        text: what the team said.
        question: what was asked: to some questions a name or a line of the page is a whole answer.
        language: of the bout: what is open is said in it.
    """
    text = text[:LONGEST_READ]
    reading = _read(text, question, language)
    if reading.settled or reading.classes & (_REPLIED_TO - {"counter-question"}):
        return reading
    # "Happy?" or "never thought about that" behind a full answer takes nothing from it.
    without = without_tails(text)
    core = _read(without, question, language) if without != text.rstrip() else reading
    return core if core.rest and (core.settled or not reading.rest) else reading


def _read(text: str, question: str, language: str) -> Reading:
    if not _LETTER.search(text):
        return _left_open(text, question, {"no-content": None}, frozenset(), language)
    phrases = phrases_of(text, question)
    if len(text.split()) > WORDS_OF_AN_ANSWER:
        return Reading(spans=weighed(_stretches(phrases.found)))
    if language_of(text) not in (*LANGUAGES, "und"):
        return _by_phrases(text, question, phrases, language)
    signs = evidence(text, question, phrases)
    found = _classes(text, phrases, signs)
    if _ASKS_BACK & found.keys():
        return _left_open(text, question, found, signs, language)
    likely = weights().of("closes", signs)
    whole = "" if "disputes" in found else is_whole(text, question)
    answers = bool(whole) or (phrases.answers and not phrases.found)
    if not answers and not rests(likely, found, signs, hollow=weights().of("no-content", signs)):
        return _left_open(text, question, found, signs, language)
    if phrases.answers and not phrases.found:
        found = {}
    settled = _settled(text, question, phrases, found, likely)
    if whole == "sure" and not settled and "commits" not in found:
        settled = _shown(text, question, {}, begins=True)
    if not settled and not whole and (admitted := _only_admits(text, question, found, signs)):
        return Reading(spans=weighed({**found, admitted: found.get(admitted)}), open=left_open_in(language, admitted), rest=False)
    if whole:
        found = {each: span for each, span in found.items() if each in _CLOSING or each == "dont-know"}
    return Reading(spans=weighed(found), settled=settled)


def _only_admits(text: str, question: str, found: Mapping[AnswerClass, Stretch | None], signs: frozenset[str]) -> AnswerClass | None:
    """Return "dont-know" or "authority" where an answer is nothing else, and surely that."""
    if not any(each in found for each in _CLOSING) and _surely_hands_it_up(text, question):
        return "authority"
    if len(found) != 1 or ("dont-know" in found and coming(text)):
        return None
    only = next(iter(found))
    if only == "dont-know" and admits(next(sentences_of(text)).of(text)):
        return only
    return only if only in ("dont-know", "authority") and tells_surely(text, question, only, signs) else None


def evidence(text: str, question: str, phrases: Phrases | None = None) -> frozenset[str]:
    """Return all that an answer is weighed by: the signs that it shows and what the phrases of the lists say.

    Args:
        text: the answer.
        question: what was asked.
        phrases: what `phrases_of` heard, where the caller has it.
    """
    phrases = phrases or phrases_of(text, question)
    told = {f"phrases say {each}" for each in phrases.found} | {_SETTLED_BY_PHRASES if phrases.rest else "phrases leave it open"}
    return signs_of(text, question) | told | (set() if phrases.found else {"phrases say nothing"})


def rests(likely: float, classes: Collection[AnswerClass], signs: frozenset[str], *, hollow: float) -> bool:
    """Return whether a doubt rests on an answer.

    Args:
        likely: that it closes the doubt, from 0 to 1.
        classes: what it is.
        signs: its `evidence`.
        hollow: how likely it says nothing, from 0 to 1.
    """
    if TELLS_WHAT_WOULD_HAVE_BEEN in signs:
        return True
    if _SETTLED_BY_PHRASES in signs:
        return likely >= RESTS_ON_PHRASES_FROM
    if hollow >= SURE and not any(each in classes for each in _CLOSING):
        return False
    return likely >= (RESTS_FROM if any(each in classes for each in _CLOSING) else RESTS_ON_NO_CLASS_FROM)


def _by_phrases(text: str, question: str, phrases: Phrases, language: str) -> Reading:
    if not phrases.rest:
        return _left_open(text, question, _stretches(phrases.found) or {"no-content": None}, frozenset(), language)
    return Reading(spans=weighed(_stretches(phrases.found)), settled=_shown(text, question, phrases.settling) if phrases.settling else ())


def _classes(text: str, phrases: Phrases, signs: frozenset[str]) -> dict[AnswerClass, Stretch | None]:
    """Return the likely classes, or the likeliest; what the partner must reply to is never weighed away."""
    likely = {each: weights().of(each, signs) for each in _CLASSES}
    chosen = {each for each, value in likely.items() if value >= LIKELY} or {max(likely, key=likely.__getitem__)}
    if TELLS_WHAT_WOULD_HAVE_BEEN in signs and not chosen - {"no-content"}:
        chosen = {"fact"}
    if len(chosen) > 1 and "authority" in chosen and only_mentions_above(text):
        chosen -= {"authority"}
    chosen |= _REPLIED_TO & phrases.found.keys()
    return {each: _stretch(text, phrases, each) for each in chosen}


def _stretch(text: str, phrases: Phrases, answer_class: AnswerClass) -> Stretch | None:
    """Return the clause that says so: the one whose phrases do, otherwise the one that shows most signs of it."""
    if answer_class == "no-content":
        return None
    said = phrases.settling.get(answer_class) or phrases.found.get(answer_class)
    if said is None:
        said = max(_signs_of_clauses(text), key=lambda each: weights().of(answer_class, each[1]))[0]
    return Stretch(start=said.start, end=said.end)


@lru_cache(maxsize=1)
def _signs_of_clauses(text: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    clauses = tuple(clauses_of(text))
    return tuple((clause, signs_of(clause.of(text)) if len(clauses) > 1 else frozenset()) for clause in clauses)


def _settled(text: str, question: str, phrases: Phrases, found: Mapping[AnswerClass, Stretch | None], likely: float) -> tuple[Stretch, ...]:
    settling = {each: span for each, span in phrases.settling.items() if each in found}
    needed = SURELY_RESTS if any(each in found for each in _CLOSING) else SURELY_ANSWERS
    rests_surely = bool(settling) or (likely >= needed and ("dont-know" not in found or "commits" in found))
    return _shown(text, question, settling) if rests_surely else ()


def _shown(text: str, question: str, settling: Mapping[AnswerClass, Span], *, begins: bool = False) -> tuple[Stretch, ...]:
    span = settled_in(text, question, settling, begins=begins)
    return (Stretch(start=span.start, end=span.end),) if span else ()


def _stretches(found: Mapping[AnswerClass, Span]) -> dict[AnswerClass, Stretch | None]:
    return {each: Stretch(start=span.start, end=span.end) for each, span in found.items()}


def names_rhythm_and_decision(texts: Sequence[str], page: str = "") -> tuple[bool, bool]:
    """Return whether the team named how often it looks, and which decision hangs on that.

    Args:
        texts: its answers. A decision is heard only in one that gives something: no question, no "nothing was ever decided because of it".
        page: its draft; a rhythm may stand there.
    """
    told = [text for text in texts if not _NOTHING.search(text) and not text.rstrip().endswith("?")]
    heard = [heard_in(text, "rhythm", "decision").keys() for text in told]
    rhythm = any("rhythm" in each for each in heard) or "rhythm" in heard_in(page[:LONGEST_PAGE], "rhythm")
    # "We stop the newsletter" is a decision, and none that hangs on a number.
    return rhythm, any({"rhythm", "decision"} <= each or _DECIDES.search(text) for text, each in zip(told, heard, strict=True))


_DECIDES = re.compile(r"\b(?:we|i|it|then|monday|wir|ich|dann|wird)\b[^.?!]*\b(?:decid|decision|entscheid|entschied)\w*", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:nothing|nobody|never|nichts|niemand|nie)\b", re.IGNORECASE)


def left_open_in(language: str, main: AnswerClass) -> str:
    """Return what an answer that is above all of the class `main` leaves open, in the words of the bout's language."""
    said = speech(language)
    match main:
        case "dont-know":
            return said.open_dont_know
        case "authority":
            return said.open_authority
        case "fact":
            return said.open_fact
        case "reason":
            return said.open_reason
        case "disputes":
            return said.open_disputes
        case _:
            return said.open_unanswered


def _left_open(text: str, question: str, found: Mapping[AnswerClass, Stretch | None], signs: frozenset[str], language: str) -> Reading:
    spans = weighed(found)
    main = spans[0].answer_class
    told = main if tells_surely(text, question, main, signs) else "no-content"
    if main in ("authority", "no-content") and _surely_hands_it_up(text, question):
        told = "authority"
    return Reading(spans=spans, open=left_open_in(language, told), rest=False)


def _surely_hands_it_up(text: str, question: str) -> bool:
    # Where it is asked who decides, somebody above is simply the answer.
    return hands_it_up(text) and _ASKS_WHO_DECIDES.search(question) is None


def tells_surely(text: str, question: str, answer_class: AnswerClass, signs: frozenset[str]) -> bool:
    """Return whether an answer is so surely of a class that the team may be told so, or asked a question that goes on from it.

    A wrong one is heard at once: somebody who said "none" is told to go and find out. So figures must be there to be spoken of, a reason
    must be one of the team's own and no claim, and who says that there is none does not say that they do not know.

    Args:
        text: the answer.
        question: what was asked: to some, somebody above is simply the answer.
        answer_class: what it was read as.
        signs: its `evidence`.
    """
    if answer_class in _ASKS_BACK or answer_class == "no-content":
        return True
    if weights().of(answer_class, signs) < SURE or says_none(text):
        return False
    sentences = [each.of(text) for each in sentences_of(text)]
    if answer_class == "fact":
        return any(measures(each) or compares(each) for each in sentences)
    if answer_class == "authority":
        return _ASKS_WHO_DECIDES.search(question) is None
    return answer_class == "dont-know" or not any(only_claims(each) for each in sentences)


_ASKS_WHO_DECIDES = re.compile(r"\b(?:who\w*|last word|we[rmn]|wessen|letzte wort|decided|entschieden)\b", re.IGNORECASE)


def weighed(found: Mapping[AnswerClass, Stretch | None]) -> tuple[ClassSpan, ...]:
    """Return classes with the stretches that say so, the weightiest first."""
    return tuple(ClassSpan(answer_class=each, span=found[each]) for each in sorted(found, key=_WEIGHT.index))
