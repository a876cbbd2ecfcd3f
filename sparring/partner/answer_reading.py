"""A model's reading of an answer, held against the answer: what it says counts as far as the answer's own words bear it out."""

from collections.abc import Iterable

from sparring.bout.answer_as_read import Reading
from sparring.bout.reading import left_open_in, weighed
from sparring.bout.settling import MOST_WORDS_SETTLED
from sparring.lenses.model import AnswerClass
from sparring.partner.align import stretch_of
from sparring.partner.port import Said
from sparring.partner.reply import ReadingReply
from sparring.record.payload import Stretch
from sparring.speech import speech

_CLOSING: frozenset[AnswerClass] = frozenset({"fact", "reason", "commits", "disputes"})
"""What a doubt can rest on; anything else settles nothing, whatever a model says."""


def reading_of(reply: ReadingReply, said: Said) -> Reading | None:
    """Return the reading; None where the reply bears on nothing in the answer.

    A class without words of the answer is dropped where it would let the doubt rest. The doubt rests when the model says so and the answer
    holds words of a fact, a reason, a promise or an account of how it is instead. What answers another question settles nothing under this
    one. What is still open is said in the program's words, and in the team's own where the doubt rests all the same.
    """
    found: dict[AnswerClass, Stretch | None] = {}
    for each in reply.classes:
        stretch = _stretch(each.words, said.text)
        if stretch or each.answer_class not in _CLOSING:
            found.setdefault(each.answer_class, stretch)
    if not found:
        return None
    spans = weighed(found)
    if not reply.answers_the_question:
        return Reading(spans, (), speech(said.language).open_unanswered, rest=False)
    closing = bool(_CLOSING & found.keys())
    settled = _short(reply.settled, said.text) if closing else ()
    asked = found.keys() & {"asks-for-writing", "counter-question"}
    if not reply.rest or not closing or asked:
        return Reading(spans, settled, _left_open(next(iter(found)), said), rest=False)
    return Reading(spans, settled, next((_words(each, said.text) for each in _short(reply.open, said.text, settled)), ""), rest=True)


def _left_open(main: AnswerClass, said: Said) -> str:
    """Return what an answer leaves open that is above all of this class; figures are spoken of only where there are any."""
    if main == "fact" and not any(character.isdigit() for character in said.text):
        return speech(said.language).open_unanswered
    return left_open_in(said.language, main)


def _short(told: Iterable[str], answer: str, beside: Iterable[Stretch] = ()) -> tuple[Stretch, ...]:
    """Return where the answer says what was told, in its order: stretches that are seen at a glance, and none of what stands beside."""
    taken = tuple(beside)
    stretches = {stretch for words in told if (stretch := _stretch(words, answer))}
    return tuple(
        sorted(
            (
                each
                for each in stretches
                if len(_words(each, answer).split()) <= MOST_WORDS_SETTLED
                and not any(each.start < other.end and other.start < each.end for other in taken)
            ),
            key=lambda each: (each.start, each.end),
        )
    )


def _words(stretch: Stretch, answer: str) -> str:
    return answer[stretch.start : stretch.end]


def _stretch(words: str, answer: str) -> Stretch | None:
    span = stretch_of(words, answer)
    return Stretch(start=span.start, end=span.end) if span else None
