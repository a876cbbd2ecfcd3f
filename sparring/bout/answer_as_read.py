"""How an answer was read: the value that word lists and models make of it. The reading itself is loaded when there is an answer."""

from dataclasses import dataclass

from sparring.lenses.model import AnswerClass
from sparring.record.events import ClassSpan
from sparring.record.payload import Stretch


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
