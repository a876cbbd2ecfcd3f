"""Which words of an answer are shown as what settles the doubt: whole sentences, and those that answer the question that was asked.

People answer first and explain afterwards, so the first sentence with something in it is the answer. It is passed over where it is talk,
and it takes the next one along where it is too short to say anything by itself ("In February.").
"""

import re
from collections.abc import Collection

from sparring.bout.claims import only_claims, says_none
from sparring.bout.clauses import sentences_of
from sparring.bout.heard import heard_in
from sparring.bout.signs import signs_of
from sparring.draft.language import is_function_word
from sparring.text import Span

MOST_WORDS_SETTLED = 30
"""In a longer stretch nobody sees at a glance what is settled; it is left unclaimed."""
WORDS_OF_A_SCRAP = 5
"""A sentence of so few words says little without the one behind it."""
WORDS_BY_THEMSELVES = 4
"""Fewer words say nothing at all without it: "In February.", "Not much."."""

_FILLER = re.compile(
    r"^\W*(?:(?:yes|no|nope|yeah|well|ok|okay|sure|hm+|good question|right|ja|nein|doch|nee|na|tja|klar|gute frage|stimmt)\W*)+$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"^\W*(?:(?:but|so|and|aber|also|und)\W+)?(?:probably|maybe|perhaps|possibly|presumably|i guess|i suppose"
    r"|vielleicht|wahrscheinlich|vermutlich|womöglich|eventuell)\b",
    re.IGNORECASE,
)
_TALK = ("answer-hollow", "answer-dont-know", "answer-appeal", "answer-disputes", "answer-authority", "answer-above")
_OURS = re.compile(r"^\W*(?:we|i|it|that['’]s|wir|ich|es|das ist)\b", re.IGNORECASE)
_SOMEBODY_DOES = re.compile(r"\W*([A-ZÄÖÜ][a-zäöüß]+) (?!is\b|was\b|are\b|were\b|of\b|ist\b|war\b|sind\b)[a-zäöüß]+\b")
"""After "nobody": who did it then, or what they did instead."""


def settled_in(text: str, settling: Collection[Span]) -> Span | None:
    """Return the words to show, or None where nobody would call anything settled at a glance.

    Args:
        text: the answer.
        settling: its clauses by which the doubt rests; empty where it rests on the answer as a whole.
    """
    sentences = list(sentences_of(text))
    telling = [each for each in sentences if _says_something(each.of(text))]
    if any(only_claims(each.of(text)) for each in telling):
        telling = [each for each in telling if not only_claims(each.of(text)) and any(_within(span, each) for span in settling)]
    if says_none(text):
        telling = telling if any(_somebody_does(each.of(text)) for each in telling[1:]) else []
    if not telling:
        return None
    chosen = next((each for each in telling if _answers(each.of(text)) or any(_within(span, each) for span in settling)), telling[0])
    words = len(chosen.of(text).split())
    behind = next((each for each in telling if each.start >= chosen.end), None)
    if words <= WORDS_OF_A_SCRAP and behind:
        if _is_short(text[chosen.start : behind.end]):
            chosen = Span(chosen.start, behind.end)
        elif words < WORDS_BY_THEMSELVES:
            chosen = behind
    return chosen if _is_short(chosen.of(text)) else None


def _says_something(sentence: str) -> bool:
    return not sentence.rstrip().endswith("?") and _FILLER.match(sentence) is None and _HEDGED.match(sentence) is None


def _somebody_does(sentence: str) -> bool:
    begins = _SOMEBODY_DOES.match(sentence)
    return begins is not None and not is_function_word(begins[1].lower())


def _answers(sentence: str) -> bool:
    """Whether a sentence gives something, rather than talking about giving it."""
    return not heard_in(sentence).keys() & set(_TALK) and not (_OURS.match(sentence) and "nothing to hold on to" in signs_of(sentence))


def _within(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _is_short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS_SETTLED
