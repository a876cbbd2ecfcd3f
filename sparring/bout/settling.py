"""Which words of an answer are shown as what settles the doubt: whole sentences, and those that answer the question that was asked.

People answer first and explain afterwards, so the first sentence with something in it is the answer. It is passed over where it is talk,
and it takes the next one along where it is too short to say anything by itself ("In February.").
"""

import re
from collections.abc import Collection, Mapping

from sparring.bout.asides import admits, is_no_answer, refuses, sets_aside, used_to_be
from sparring.bout.claims import only_claims, says_none
from sparring.bout.clauses import sentences_of
from sparring.bout.heard import heard_in
from sparring.bout.signs import signs_of
from sparring.bout.times import coming
from sparring.lenses.model import AnswerClass
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
    r"^\W*(?:(?:but|so|and|aber|also|und)\W+)?(?:probably|maybe|perhaps|possibly|presumably|i guess|i suppose|i['’]d (?:guess|say)"
    r"|my guess|ich (?:tippe|rate|vermute)|vielleicht|wahrscheinlich|vermutlich|womöglich|eventuell)\b",
    re.IGNORECASE,
)
_TALK = frozenset({"answer-hollow", "answer-dont-know", "answer-appeal", "answer-disputes"})
_FROM_ABOVE = frozenset({"answer-authority", "answer-above"})
_ASKS_WHO = re.compile(r"\b(?:who|whom|whose|we[rmn]|wessen)\b", re.IGNORECASE)
_OURS = re.compile(r"^\W*(?:we|i|it|that['’]s|wir|ich|es|das ist)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:no|not|never|nothing|nobody|no one|none|\w+n['’]t|nicht|nie|nichts|niemand\w*|kein\w*)\b|\w+n['’]t\b", re.IGNORECASE
)
_SETS_RIGHT = frozenset({"says how the partner reads", "contradicts", "an idiom of being wrong", "says you do it"})
"""Signs of a sentence that only tells the partner that it is wrong: how it is instead stands in another."""
_NEVER = re.compile(r"^\W*(?:noch nie|nie|never)\b(?! (?:gefragt|gemessen|gezählt|asked|measured|counted|looked|checked))", re.IGNORECASE)
"""To "when did you last?" that is an answer, and no gap."""
_FOLLOWS = re.compile(r"^\W*(?:then|dann)\b", re.IGNORECASE)
_HALF = re.compile(r"^\W*(?:whether|if|ob|wenn|falls)\b", re.IGNORECASE)
_SAYS_WHO_DECIDES = re.compile(r"^\W*(?:\S+ ){1,3}(?:decid|entscheid)", re.IGNORECASE)
_WHY_OR_WHAT_NEXT: tuple[AnswerClass, ...] = ("reason", "commits")
"""By one of these a doubt may rest on an answer that says that there is none."""


def settled_in(text: str, question: str, settling: Mapping[AnswerClass, Span], *, begins: bool = False) -> Span | None:
    """Return the words to show, or None where nobody would call anything settled at a glance.

    Args:
        text: the answer.
        question: what was asked: where it asks who, somebody above is an answer.
        settling: its clauses by which the doubt rests, by what they say; empty where it rests on the answer as a whole.
        begins: it begins with all that was asked for, which is shown.
    """
    if refuses(text):
        return None
    telling = [each for each in sentences_of(text) if _says_something(each.of(text))]
    # What takes something back is no answer beside another; behind what was only admitted, it may be.
    telling = [each for each in telling if not sets_aside(each.of(text))] or telling
    if any(only_claims(each.of(text)) for each in telling):
        telling = [each for each in telling if not only_claims(each.of(text)) and _holds(each, settling.values())]
    if says_none(text) and not any(_holds(each, [settling[kind]]) for each in telling for kind in _WHY_OR_WHAT_NEXT if kind in settling):
        telling = []
    if not telling:
        return None
    talk = _TALK if _ASKS_WHO.search(question) else _TALK | _FROM_ABOVE
    settles = next((each for each in telling if _holds(each, settling.values())), None)
    chosen = next((each for each in telling if _answers(each.of(text), talk, instead=settles) or each == settles), telling[0])
    if begins:
        chosen = telling[0]
    if any(_has_not_found_out(each.of(text)) for each in sentences_of(text[: chosen.start])) and not _goes_on(chosen, text, settling):
        return None
    words = len(chosen.of(text).split())
    if words <= WORDS_OF_A_SCRAP and any(used_to_be(each.of(text)) for each in sentences_of(text[: chosen.start])):
        # "Gone since Monday." says nothing without what is gone.
        return None
    behind = next((each for each in telling if each.start >= chosen.end and not text[chosen.end : each.start].strip()), None)
    if behind and _leans(chosen.of(text), behind.of(text)) and _is_short(text[chosen.start : behind.end]):
        return Span(chosen.start, behind.end)
    if words <= WORDS_OF_A_SCRAP and behind:
        if _is_short(text[chosen.start : behind.end]) and "\n" not in text[chosen.end : behind.start]:
            chosen = Span(chosen.start, behind.end)
        elif words < WORDS_BY_THEMSELVES:
            chosen = behind
    return chosen if _is_short(chosen.of(text)) else None


def _says_something(sentence: str) -> bool:
    return not is_no_answer(sentence) and _FILLER.match(sentence) is None and _HEDGED.match(sentence) is None


def _has_not_found_out(sentence: str) -> bool:
    return admits(sentence) and _NEVER.match(sentence) is None


def _goes_on(sentence: Span, text: str, settling: Mapping[AnswerClass, Span]) -> bool:
    """Whether `sentence` says what is done about what was admitted before it; a story told in its place does not make up for it."""
    return coming(sentence.of(text)) or ("commits" in settling and _holds(sentence, [settling["commits"]]))


def _leans(sentence: str, behind: str) -> bool:
    """Whether `sentence` is half of what is said: a condition or a choice, with what follows from it `behind`."""
    return _FOLLOWS.match(behind) is not None or (_HALF.match(sentence) is not None and _SAYS_WHO_DECIDES.match(behind) is not None)


def _answers(sentence: str, talk: frozenset[str], *, instead: Span | None) -> bool:
    """Whether a sentence gives something and shows none of the lists of `talk`; `instead` is the one shown where it does not."""
    signs = signs_of(sentence)
    if instead and (_DENIES.search(sentence) or signs & _SETS_RIGHT):
        return False
    return not heard_in(sentence).keys() & talk and not (_OURS.match(sentence) and "nothing to hold on to" in signs)


def _holds(sentence: Span, spans: Collection[Span]) -> bool:
    return any(sentence.start <= span.start and span.end <= sentence.end for span in spans)


def _is_short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS_SETTLED
