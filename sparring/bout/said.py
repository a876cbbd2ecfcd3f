"""Everything that was said and shown in a bout, line by line, each with the entry it stands in: what a search looks through."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sparring.record.entry import Entry
from sparring.record.events import (
    AnswerGiven,
    ChallengeRaised,
    DraftRead,
    DraftRevised,
    OpenAssigned,
    OwnQuestion,
    PressRaised,
    SituationGiven,
    StanceTaken,
)

SaidKind = Literal["answer", "question", "doubt", "reason", "own-question", "draft", "strategy", "bet", "owner"]


@dataclass(frozen=True, slots=True)
class SaidLine:
    """Words of a bout.

    Attributes:
        seq: of the entry they stand in.
        round: number of the round, 0 before the first.
        kind: whose words and what for.
        text: as they stand.
    """

    seq: int
    round: int
    kind: SaidKind
    text: str


def said_in(entries: Iterable[Entry]) -> Iterator[SaidLine]:
    """Yield the lines of a bout in order; what was taken back or struck is not among them, as its words are gone."""
    round_ = 0
    known: set[str] = set()
    for entry in entries:
        if isinstance(entry.event, ChallengeRaised):
            round_ = entry.event.round
        for kind, text in _lines(entry, known):
            if text.strip():
                yield SaidLine(entry.seq, round_, kind, text)


def _lines(entry: Entry, known: set[str]) -> Iterator[tuple[SaidKind, str]]:
    match entry.event:
        case AnswerGiven(text=text):
            yield "answer", text
        case ChallengeRaised() as raised:
            yield "doubt", raised.doubt
            yield "question", raised.question
            if raised.passage:
                yield "strategy", raised.passage.text
        case PressRaised(question=question):
            yield "question", question
        case StanceTaken(reason=reason):
            yield "reason", reason
        case OwnQuestion(text=text):
            yield "own-question", text
        case SituationGiven(situation=situation):
            yield "bet", situation.bet
        case OpenAssigned(owner=owner):
            yield "owner", owner
        case DraftRead(draft=draft) | DraftRevised(draft=draft):
            # A line that stands in several versions is one hit, where it came first.
            for item in draft.items:
                if item.text not in known:
                    known.add(item.text)
                    yield "draft", item.text
        case _:
            pass
