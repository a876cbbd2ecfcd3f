"""Reads an answer by its words: what it is, which stretch says so, and whether the doubt should rest.

A doubt rests on what could be looked up or held against the team later: a figure that bears on the question, somebody who looked, a cause
of the team's own, a decision. It also rests where the words are particular and not understood, or in a language that is not read: an answer
wrongly pressed costs more than one let go, and the team can ask to be pressed with one key. What is shown as settled is shown verbatim, so
it is only what anybody would call settled at a glance: nothing said in a question, nothing that somebody else wants, no paragraph.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sparring.bout.asking import asks_for_writing
from sparring.bout.clauses import clauses_of
from sparring.bout.heard import LANGUAGES, Heard, asked_elsewhere, heard_in
from sparring.bout.promises import promises
from sparring.bout.times import is_a_time
from sparring.bout.weight import bears, compares, is_particular, measures
from sparring.draft.language import language_of
from sparring.lenses.model import AnswerClass
from sparring.record.events import ClassSpan, Stretch
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

_NOBODY = re.compile(r"(?:nobody|no ?one|none|neither|keiner|niemand)\b", re.IGNORECASE)
_FOR_IT = re.compile(r"\s*(?:for|us|me|nach)\b", re.IGNORECASE)
"""What follows "nobody asked" when it tells of others: "nobody asked for it"."""
_OURS_BEFORE = re.compile(
    r"(?:\b(?:we|i|us|wir|ich|uns)\b(?:\s+\w+){0,3}|^\W*(?:(?:hm+|no|nope|well|honestly|sorry|uff|puh|nee|nein|ehrlich|tja)\W+)*)\s*$",
    re.IGNORECASE,
)
_BECAUSE_OF_IT = re.compile(r"\b(?:because of (?:it|that|this|them)|deswegen|deshalb)\W*$", re.IGNORECASE)
_BECAUSE = re.compile(r"^\W*(?:because|bc|cos|cuz|weil)\b", re.IGNORECASE)
_WE_DO_NOT = re.compile(r"\b(?:we|i) don[’']?t\W*(?:really\W*|yet\W*)?(?:[:;][-)D]+\W*)?$", re.IGNORECASE)
_ITEM_CODE = re.compile(r"\b(?:O\d+|KR[ -]?\d+(?:\.\d+)*)\b", re.IGNORECASE)
_ASKS_FOR_A_NAME = re.compile(
    r"\b(?:who|whom|whose|when|where|how (?:often|many|much|long|soon|early|sure|far)|(?:in |for |on |after |at |by )?which"
    r"|wer|wem|wen|wessen|wann|wo|wie (?:oft|viele?|lange|früh|sicher|weit)|welche[rsnm]?)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|i|wir|ich)\b", re.IGNORECASE)
_ASKS_WHO = re.compile(r"\b(?:who|whom|whose|wer|wem|wen|wessen)\b", re.IGNORECASE)
_PART = re.compile(r"[,:;–—]")
_OFFERS = re.compile(r"[:,].*\b(?:or|oder)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SAYS_NOTHING = frozenset(
    {"the", "and", "for", "not", "was", "with", "you", "this", "that", "were"}
    | {"der", "die", "das", "den", "dem", "und", "oder", "für", "nicht", "mit", "ihr", "auf", "von", "ist", "war", "wird", "wir"}
)
_TO_BE_REPLIED_TO = frozenset({"asks-for-writing", "counter-question", "dont-know", "authority", "commits"})
_LETTER = re.compile(r"\w")

MOST_BETWEEN = 3
"""Words between a "not" and what was not found out."""
FEW_WORDS = 6
"""An answer this short can be a whole one where the question asks for no more than a name."""
WORDS_OF_A_NAME = 3
"""Words of a name, with a family name or a part beside it."""
WORDS_OF_A_GROUND = 8
"""Words beside "you misread that" that say how it is instead."""
WORDS_OF_A_DISPUTE = 15
"""Words of an answer that does not leave it at "you misread that"."""
WORDS_OF_A_CAUSE = 5
"""Words behind "because" that a cause of the team's own takes at least; "because it is better" has fewer."""
MOST_WORDS_SETTLED = 30
"""In a longer stretch nobody sees at a glance what is settled; it is left unclaimed."""
LONGEST_READ = 20_000
"""Characters of an answer that are read: behind a pasted page nobody looks for one."""
WORDS_OF_AN_ANSWER = 300
"""More than anybody types: a pasted text, in which nothing is called settled or open."""


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


@dataclass(frozen=True, slots=True)
class _Said:
    """One clause: what it says, by which of its classes the doubt may rest, and whether it says only what does not stand there."""

    span: Span
    classes: frozenset[AnswerClass]
    closing: frozenset[AnswerClass]
    denies: bool = False


def read_answer(text: str, question: str = "", language: str = "en") -> Reading:
    """Read an answer; the words of English and German are known.

    Args:
        text: what the team said.
        question: what was asked: to some questions a name or a line of the page is a whole answer.
        language: of the bout: what is open is said in it.
    """
    text = text[:LONGEST_READ]
    if not _LETTER.search(text):
        return _left_open("no-content", None, language)
    german = "de" in (language_of(text), language_of(question))
    said = [_said(clause, clause.of(text), question, german=german) for clause in clauses_of(text)]
    found: dict[AnswerClass, Stretch] = {}
    settling: dict[AnswerClass, Stretch] = {}
    for each in said:
        stretch = Stretch(start=each.span.start, end=each.span.end)
        for answer_class in each.classes:
            found.setdefault(answer_class, stretch)
        for answer_class in each.closing:
            settling.setdefault(answer_class, stretch)
    if "disputes" in found and len(text.split()) >= WORDS_OF_A_DISPUTE and not any(each.denies for each in said):
        settling.setdefault("disputes", found["disputes"])
    found |= settling
    if not found and asked_elsewhere(text, language_of(text)):
        found["asks-for-writing"] = _whole(text)
    if not set(found) - {"disputes"} and text.rstrip().endswith("?"):
        found["counter-question"] = _whole(text)
    if len(text.split()) > WORDS_OF_AN_ANSWER:
        return Reading(spans=weighed(found))
    if not found:
        return _without_class(text, question, language, german=german)
    reading = _with_classes(text, found, settling, language)
    if not reading.rest and not reading.classes & _TO_BE_REPLIED_TO and _begins_with_an_answer(text, question):
        return replace(reading, open="", rest=True)
    return reading


def _begins_with_an_answer(text: str, question: str) -> bool:
    """Whether the first clause is what a small question asked for, whatever follows it."""
    first = next(clauses_of(text), None)
    words = first.of(text) if first else ""
    if len(chosen := _PART.split(words)[0].split()) <= FEW_WORDS and _picks_one(" ".join(chosen), question):
        return True
    return 0 < len(words.split()) <= FEW_WORDS and not words.endswith("?") and _answers_shortly(words, question, heard_in(words))


def names_rhythm_and_decision(texts: Sequence[str], page: str = "") -> tuple[bool, bool]:
    """Return whether the team named how often it looks, and which decision hangs on that.

    Args:
        texts: its answers. A decision is heard only in one that gives something: no question, no "nothing was ever decided because of it".
        page: its draft; a rhythm may stand there.
    """
    told = [text for text in texts if not _NOTHING.search(text) and not text.rstrip().endswith("?")]
    heard = [heard_in(text, "rhythm", "decision").keys() for text in told]
    rhythm = any("rhythm" in each for each in heard) or "rhythm" in heard_in(page[:LONGEST_READ], "rhythm")
    # "We stop the newsletter" is a decision, and none that hangs on a number.
    return rhythm, any({"rhythm", "decision"} <= each or _DECIDES.search(text) for text, each in zip(told, heard, strict=True))


_DECIDES = re.compile(r"\b(?:we|i|it|then|monday|wir|ich|dann|wird)\b[^.?!]*\b(?:decid|decision|entscheid|entschied)\w*", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:nothing|nobody|never|nichts|niemand|nie)\b", re.IGNORECASE)


def _with_classes(text: str, found: dict[AnswerClass, Stretch], settling: dict[AnswerClass, Stretch], language: str) -> Reading:
    spans = weighed(found)
    asked = "asks-for-writing" in found or "counter-question" in found
    if settling and not asked:
        return Reading(spans=spans, settled=_settled(text, set(settling.values())))
    main = spans[0].answer_class
    if main == "fact" and not measures(text):
        main = "no-content"
    # A promise in one breath with a question back is one to be talked about, and nothing else of it is open.
    return Reading(spans=spans, open=left_open_in(language, main), rest=False)


def _without_class(text: str, question: str, language: str, *, german: bool) -> Reading:
    """Words of no class: a whole answer to a small question, something particular that was not understood, or nothing."""
    heard = heard_in(text)
    hollow = "answer-hollow" in heard
    if _begins_with_an_answer(text, question):
        return Reading()
    if language_of(text) not in (*LANGUAGES, "und"):
        return Reading()
    if not hollow and is_particular(_without_fillers(text, heard), german=german):
        return Reading(spans=(ClassSpan(answer_class="fact"),))
    return _left_open("no-content", None, language)


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


def _left_open(answer_class: AnswerClass, stretch: Stretch | None, language: str) -> Reading:
    spans = (ClassSpan(answer_class=answer_class, span=stretch),)
    return Reading(spans=spans, open=left_open_in(language, answer_class), rest=False)


def weighed(found: Mapping[AnswerClass, Stretch | None]) -> tuple[ClassSpan, ...]:
    """Return classes with the stretches that say so, the weightiest first."""
    return tuple(ClassSpan(answer_class=each, span=found[each]) for each in sorted(found, key=_WEIGHT.index))


def _whole(text: str) -> Stretch:
    return Stretch(start=len(text) - len(text.lstrip()), end=len(text.rstrip()))


def _settled(text: str, stretches: set[Stretch]) -> tuple[Stretch, ...]:
    short = (each for each in stretches if len(text[each.start : each.end].split()) <= MOST_WORDS_SETTLED)
    return tuple(sorted(short, key=lambda stretch: stretch.start))


def _answers_shortly(text: str, question: str, heard: Heard) -> bool:
    """Whether a few words are a whole answer: a line of the page, one of the things the question offers, the name it asks for."""
    if _ITEM_CODE.search(text):
        return True
    if "answer-hollow" in heard:
        return False
    if _picks_one(text, question):
        return True
    if not _ASKS_FOR_A_NAME.search(question):
        return False
    if heard.keys() & {"answer-authority", "answer-others", "answer-negations"} or is_a_time(text):
        return True
    left = _without_fillers(text, heard).split()
    return 0 < len(left) <= WORDS_OF_A_NAME and left[0][:1].isupper() and "people" not in heard


def _picks_one(text: str, question: str) -> bool:
    """Whether the words name one of the things that the question offers."""
    offers = _OFFERS.search(question)
    return offers is not None and bool(_content(text) & _content(question[offers.start() :]))


def _without_fillers(text: str, heard: Heard) -> str:
    for span in sorted(heard.get("answer-empty", ()), reverse=True):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _content(text: str) -> set[str]:
    return {word.lower() for word in _WORDS.findall(text)} - _SAYS_NOTHING


def _said(span: Span, clause: str, question: str, *, german: bool) -> _Said:
    heard = heard_in(clause)
    if clause.rstrip().endswith("?"):
        return _Said(span, _in_a_question(clause, heard), frozenset())
    classes: set[AnswerClass] = set()
    closing: set[AnswerClass] = set()
    if asks_for_writing(clause, heard):
        return _Said(span, frozenset({"asks-for-writing"}), frozenset())
    if "answer-dont-know" in heard or _WE_DO_NOT.search(clause) or _do_not_know(clause, heard):
        classes.add("dont-know")
    if "answer-disputes" in heard:
        classes.add("disputes")
    decided_above = _decided_above(clause, heard, question)
    if decided_above:
        classes.add("authority")
    if promises(clause, heard):
        classes.add("commits")
        closing.add("commits")
    if decided_above and "answer-choice" in heard:
        # Somebody above is part of it, and the team stands by it all the same.
        classes.add("reason")
        closing.add("reason")
    if "dont-know" not in classes and not decided_above:
        _weigh(clause, heard, classes, closing, bearing=bears(clause, heard, question, german=german))
    return _Said(span, frozenset(classes), frozenset(closing), denies="answer-denials" in heard)


def _in_a_question(clause: str, heard: Heard) -> frozenset[AnswerClass]:
    if asks_for_writing(clause, heard):
        return frozenset({"asks-for-writing"})
    listed: tuple[tuple[str, AnswerClass], ...] = (("answer-disputes", "disputes"), ("answer-dont-know", "dont-know"))
    return frozenset(answer_class for name, answer_class in listed if name in heard)


def _do_not_know(clause: str, heard: Heard) -> bool:
    """Whether it is the team that has not found something out: "we never measured it", not "they never measure it"."""
    knowing = heard.get("answer-knowing", ())
    return any(
        (_NOBODY.match(clause, negation.start) or _OURS_BEFORE.search(clause[: negation.start]))
        and any(_near(negation, known, clause) for known in knowing)
        for negation in heard.get("answer-negations", ())
    )


def _near(negation: Span, known: Span, clause: str) -> bool:
    between = clause[negation.end : known.start]
    if _FOR_IT.match(clause, known.end):
        return False
    return negation.end <= known.start and len(between.split()) <= MOST_BETWEEN and "," not in between


def _weigh(clause: str, heard: Heard, classes: set[AnswerClass], closing: set[AnswerClass], *, bearing: bool) -> None:
    """Add facts and reasons, and say which of them a doubt may rest on."""
    if compares(clause) or (
        "commits" not in classes
        and (bearing or measures(clause) or heard.keys() & {"answer-evidence", "answer-hollow"} == {"answer-evidence"})
    ):
        classes.add("fact")
        if bearing:
            closing.add("fact")
    if "answer-appeal" in heard:
        classes.add("reason")
        classes.discard("fact")
        closing.discard("fact")
        return
    if "answer-choice" in heard or ("answer-reason" in heard and "answer-hollow" not in heard and _is_a_cause(clause)):
        classes.add("reason")
        closing.add("reason")
    if "disputes" in classes and "answer-denials" not in heard and _says_what_holds(clause, heard):
        closing.add("disputes")


def _says_what_holds(clause: str, heard: Heard) -> bool:
    """Whether a clause that disputes the challenge also says how it is instead: with a figure, where it was seen, or at some length."""
    denied = sum(len(span.of(clause).split()) for span in heard["answer-disputes"])
    return (
        bool(measures(clause))
        or "answer-evidence" in heard
        or "answer-records" in heard
        or len(clause.split()) - denied >= WORDS_OF_A_GROUND
    )


def _is_a_cause(clause: str) -> bool:
    """Whether more follows "because" than a word or two, and it is a reason given, not one spoken about ("nobody came because of it")."""
    return not _BECAUSE_OF_IT.search(clause) and not (_BECAUSE.search(clause) and len(clause.split()) <= WORDS_OF_A_CAUSE)


def _decided_above(clause: str, heard: Heard, question: str) -> bool:
    if "answer-authority" in heard:
        # To a question for a person, somebody above is simply the answer, unless it is said that they want or decide something.
        return bool(heard.keys() & {"answer-wanting", "answer-watching"}) or _ASKS_WHO.search(question) is None
    if any(span.start > 0 and not _WE.search(clause[: span.start]) for span in heard.get("answer-imposing", ())):
        return "people" not in heard and not compares(clause)
    return any(
        other.end <= wanting.start and not _WE.search(clause[other.end : wanting.start])
        for other in heard.get("answer-others", ())
        for wanting in heard.get("answer-wanting", ())
    )
