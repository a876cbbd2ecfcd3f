"""A model's reading of an answer, held against the answer: what it says counts as far as the answer's own words bear it out."""

from sparring.bout.reading import MOST_WORDS_SETTLED, Reading, left_open_in, weighed
from sparring.lenses.model import AnswerClass
from sparring.partner.align import stretch_of
from sparring.partner.port import Said
from sparring.partner.reply import ReadingReply
from sparring.record.events import Stretch

_CLOSING: frozenset[AnswerClass] = frozenset({"fact", "reason", "commits", "disputes"})
"""What a doubt can rest on; anything else settles nothing, whatever a model says."""


def reading_of(reply: ReadingReply, said: Said) -> Reading | None:
    """Return the reading; None where the reply bears on nothing in the answer.

    A class without words of the answer is dropped where it would let the doubt rest. The doubt rests when the model says so and the answer
    holds words of a fact, a reason, a promise or an account of how it is instead; what is still open is said in the program's words.
    """
    found: dict[AnswerClass, Stretch | None] = {}
    for each in reply.classes:
        stretch = _stretch(each.words, said.text)
        if stretch or each.answer_class not in _CLOSING:
            found.setdefault(each.answer_class, stretch)
    settled = tuple(
        dict.fromkeys(
            stretch
            for words in reply.settled
            if (stretch := _stretch(words, said.text)) and len(said.text[stretch.start : stretch.end].split()) <= MOST_WORDS_SETTLED
        )
    )
    if not found:
        return None
    spans = weighed(found)
    asked = found.keys() & {"asks-for-writing", "counter-question"}
    rest = reply.rest and bool(_CLOSING & found.keys()) and not asked
    settled = tuple(sorted(settled, key=lambda stretch: stretch.start)) if _CLOSING & found.keys() else ()
    return Reading(spans, settled, "" if rest else left_open_in(said.language, spans[0].answer_class), rest)


def _stretch(words: str, answer: str) -> Stretch | None:
    span = stretch_of(words, answer)
    return Stretch(start=span.start, end=span.end) if span else None
