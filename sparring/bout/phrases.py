"""What the phrases of the word lists say of an answer: which classes, by which clause, and by which of them a doubt may rest.

Phrases are sure where they are heard and miss what is said in other words; the grammar beside them is weighed in `signs` and `weighing`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sparring.bout.asking import asks_for_writing
from sparring.bout.claims import only_mentions_above
from sparring.bout.clauses import clauses_of
from sparring.bout.heard import LANGUAGES, Heard, asked_elsewhere, heard_in
from sparring.bout.promises import promises
from sparring.bout.times import is_a_time
from sparring.bout.weight import bears, compares, is_particular, measures
from sparring.draft.language import language_of
from sparring.lenses.model import AnswerClass
from sparring.text import Span

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
_OTHERWISE = re.compile(r"\b(?:otherwise|or else|so that|sonst|damit)\b.*\b(?:nobody|no one|we|niemand|keiner|wir)\b", re.IGNORECASE)
"""Not knowing is what would happen without it: "otherwise nobody knows which one is due"."""
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


@dataclass(frozen=True, slots=True)
class _Said:
    """One clause: what it says, by which of its classes the doubt may rest, and whether it says only what does not stand there."""

    span: Span
    classes: frozenset[AnswerClass]
    closing: frozenset[AnswerClass]
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """What was heard in an answer.

    Attributes:
        found: the classes, each with the clause that says so.
        settling: those among them that a doubt may rest on.
        answers: it begins with all that a small question asked for: a name, a line of the page, one of two things.
        particular: no class, and yet something that could be looked up.
    """

    found: Mapping[AnswerClass, Span]
    settling: Mapping[AnswerClass, Span]
    answers: bool = False
    particular: bool = False

    @property
    def rest(self) -> bool:
        """Whether the phrases by themselves would let the doubt rest."""
        if not self.found:
            return self.answers or self.particular
        if self.settling and not {"asks-for-writing", "counter-question"} & self.found.keys():
            return True
        return self.answers and not _TO_BE_REPLIED_TO & self.found.keys()


def phrases_of(text: str, question: str = "") -> Phrases:
    """Return what the word lists hear in an answer; those of English and German are both listened with.

    Args:
        text: the answer.
        question: what was asked: to some questions a name or a line of the page is a whole answer.
    """
    language = language_of(text)
    german = "de" in (language, language_of(question))
    said = [_said(clause, clause.of(text), question, german=german) for clause in clauses_of(text)]
    found: dict[AnswerClass, Span] = {}
    settling: dict[AnswerClass, Span] = {}
    for each in said:
        for answer_class in each.classes:
            found.setdefault(answer_class, each.span)
        for answer_class in each.closing:
            settling.setdefault(answer_class, each.span)
    if "disputes" in found and len(text.split()) >= WORDS_OF_A_DISPUTE and not any(each.denies for each in said):
        settling.setdefault("disputes", found["disputes"])
    found |= settling
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    if not found and asked_elsewhere(text, language):
        found["asks-for-writing"] = whole
    if not set(found) - {"disputes"} and text.rstrip().endswith("?"):
        found["counter-question"] = whole
    particular = not found and (language not in (*LANGUAGES, "und") or _is_particular(text, german=german))
    return Phrases(found, settling, _begins_with_an_answer(text, question), particular)


def _is_particular(text: str, *, german: bool) -> bool:
    heard = heard_in(text)
    return "answer-hollow" not in heard and is_particular(_without_fillers(text, heard), german=german)


def _begins_with_an_answer(text: str, question: str) -> bool:
    """Whether the first clause is what a small question asked for, whatever follows it."""
    first = next(clauses_of(text), None)
    words = first.of(text) if first else ""
    if len(chosen := _PART.split(words)[0].split()) <= FEW_WORDS and _picks_one(" ".join(chosen), question):
        return True
    return 0 < len(words.split()) <= FEW_WORDS and not words.endswith("?") and _answers_shortly(words, question, heard_in(words))


def _answers_shortly(text: str, question: str, heard: Heard) -> bool:
    """Whether a few words are a whole answer: a line of the page, one of the things the question offers, the name it asks for."""
    if _ITEM_CODE.search(text):
        return True
    if "answer-hollow" in heard:
        return False
    if _picks_one(text, question):
        return True
    if "answer-roles" in heard and "answer-others" in heard and _OFFERS.search(question):
        # "Waiting for others?" is answered by saying for whom.
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
    if ("answer-dont-know" in heard or _WE_DO_NOT.search(clause) or _do_not_know(clause, heard)) and not _OTHERWISE.search(clause):
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
    if "answer-authority" in heard and not only_mentions_above(clause):
        # To a question for a person, somebody above is simply the answer, unless it is said that they want or decide something.
        return bool(heard.keys() & {"answer-wanting", "answer-watching"}) or _ASKS_WHO.search(question) is None
    if any(span.start > 0 and not _WE.search(clause[: span.start]) for span in heard.get("answer-imposing", ())):
        return "people" not in heard and not compares(clause)
    return any(
        other.end <= wanting.start and not _WE.search(clause[other.end : wanting.start])
        for other in heard.get("answer-others", ())
        for wanting in heard.get("answer-wanting", ())
    )
