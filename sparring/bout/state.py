"""A bout as it stands: the fold of its entries. Every view of a bout, live or stored, starts here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from sparring.draft.model import Draft
from sparring.lenses.model import AnswerClass
from sparring.record.draft_record import draft_of
from sparring.record.entry import Entry
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    BoutEnded,
    BoutOpened,
    BoutPaused,
    BoutResumed,
    CallFailed,
    ChallengeRaised,
    CloseBegun,
    ConsentGiven,
    ContextAdded,
    DocumentRecord,
    DraftRead,
    DraftRevised,
    EntryWithdrawn,
    Event,
    FactsShown,
    OpenAssigned,
    OwnQuestion,
    PartnerChanged,
    PressRaised,
    ReplyWithheld,
    RoundsAdded,
    SituationGiven,
    StanceTaken,
    Stretch,
)
from sparring.situation import Situation

Stage = Literal["opening", "situation", "facts", "rounds", "close", "ended"]

LONGEST_PAUSE = timedelta(minutes=5)
"""A longer silence between two entries is time away from the bout and does not count on its clock."""


class NoBout(ValueError):
    """The entries do not begin like a bout."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Words of the team.

    Attributes:
        seq: of the entry.
        given: the event; None once the team took it back or struck it: a gap is shown.
        reading: how it was read, once it was.
    """

    seq: int
    given: AnswerGiven | None
    reading: AnswerRead | None = None

    @property
    def text(self) -> str:
        """What was said, or "" for a gap."""
        return self.given.text if self.given else ""

    @property
    def main_class(self) -> AnswerClass | None:
        """What the answer is above all: the first class of its reading."""
        return self.reading.classes[0].answer_class if self.reading and self.reading.classes else None

    @property
    def telling_words(self) -> Stretch | None:
        """The stretch that says so, where the reading names one."""
        return self.reading.classes[0].span if self.reading and self.reading.classes else None


@dataclass(frozen=True, slots=True)
class Press:
    """The same doubt, harder."""

    seq: int
    raised: PressRaised


@dataclass(frozen=True, slots=True)
class Aside:
    """A question of the team's or a coach's own."""

    seq: int
    asked: OwnQuestion


@dataclass(frozen=True, slots=True)
class Decision:
    """The round's stance."""

    seq: int
    taken: StanceTaken


Exchange = Answer | Press | Aside


@dataclass(frozen=True, slots=True)
class Round:
    """One challenge and all that was said to it.

    Attributes:
        seq: of the entry that raised it.
        raised: the challenge as shown.
        exchanges: in the order in which they were said.
        decision: the team's stance, if it took one.
        revised: the team edited its draft in this round; keys of the items that changed.
    """

    seq: int
    raised: ChallengeRaised
    exchanges: tuple[Exchange, ...] = ()
    decision: Decision | None = None
    revised: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """Its number in the bout, from 1."""
        return self.raised.round

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that still stand, in order."""
        return tuple(each for each in self.exchanges if isinstance(each, Answer) and each.given)

    @property
    def presses(self) -> tuple[Press, ...]:
        """The presses, in order."""
        return tuple(each for each in self.exchanges if isinstance(each, Press))

    def quoted_by(self, press: Press) -> str:
        """Return the words of an answer that `press` shows beside its question; "" when they were taken back."""
        answer = next((each for each in self.answers if each.seq == press.raised.answer), None)
        said = press.raised.said
        return answer.text[said.start : said.end] if answer and said else ""

    @property
    def awaits_answer(self) -> bool:
        """The last thing said was the partner's."""
        last = next((each for each in reversed(self.exchanges) if not isinstance(each, Aside)), None)
        return last is None or isinstance(last, Press) or last.given is None

    @property
    def stance(self) -> str | None:
        """The name of the stance, or None while the round is open."""
        return self.decision.taken.stance if self.decision else None

    @property
    def brought_something(self) -> bool:
        """An answer held a fact, a reason or a commitment, or the team decided or edited something."""
        if self.revised or self.stance in ("will-change", "keep"):
            return True
        new = {"fact", "reason", "commits"}
        return any(span.answer_class in new for answer in self.answers if answer.reading for span in answer.reading.classes)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the draft.

    Attributes:
        number: 1 for the draft as it was read.
        draft: as read then.
        where: "opened", "in-app" or "outside".
        seq: of the entry.
    """

    number: int
    draft: Draft
    where: Literal["opened", "in-app", "outside"]
    seq: int


@dataclass(frozen=True)
class Bout:
    """A bout after `last_seq` entries."""

    opened: BoutOpened
    opened_at: datetime
    last_seq: int
    last_at: datetime
    active: timedelta = timedelta()
    versions: tuple[Version, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    situation: Situation | None = None
    facts: FactsShown | None = None
    facts_seq: int = 0
    rounds: tuple[Round, ...] = ()
    asides: tuple[Aside, ...] = ()
    """Own questions outside any round."""
    added_rounds: int = 0
    closing_because: str | None = None
    still_stands: Answer | None = None
    proofs: Mapping[int, Answer] = field(default_factory=dict)
    """What would prove the team wrong, by the number of the round whose point it keeps."""
    assigned: tuple[OpenAssigned, ...] = ()
    partner: str = ""
    withheld: Mapping[str, int] = field(default_factory=dict)
    """How many replies the referee withheld, by rule."""
    failures: tuple[CallFailed, ...] = ()
    consented: frozenset[str] = frozenset()
    paused: bool = False
    ended: bool = False

    @property
    def stage(self) -> Stage:
        """Where the bout is."""
        if self.ended:
            return "ended"
        if self.closing_because is not None:
            return "close"
        if not self.versions:
            return "opening"
        if self.situation is None:
            return "situation"
        return "rounds" if self.rounds else "facts"

    @property
    def draft(self) -> Draft:
        """The draft as it stands now."""
        return self.versions[-1].draft

    @property
    def version(self) -> int:
        """Number of the draft's version."""
        return self.versions[-1].number

    @property
    def round(self) -> Round | None:
        """The round being fought: the last one raised."""
        return self.rounds[-1] if self.rounds else None

    @property
    def planned_rounds(self) -> int:
        """Numbered rounds planned, with those that the team asked for."""
        return self.opened.rounds + self.added_rounds

    @property
    def numbered(self) -> tuple[Round, ...]:
        """Rounds that count against the plan: neither closing questions nor other angles on the same item."""
        return tuple(each for each in self.rounds if not each.raised.closing)

    @property
    def first_answer(self) -> Answer | None:
        """The team's first answer, which the close returns to."""
        return next((answer for each in self.rounds for answer in each.answers), None)

    @property
    def open_rounds(self) -> tuple[Round, ...]:
        """Rounds whose point is open: parked, or left without a stance and without an answer that lets the doubt rest."""
        return tuple(each for each in self.rounds if _is_open(each))

    @property
    def kept(self) -> tuple[Round, ...]:
        """Rounds that ended with "we keep it"."""
        return tuple(each for each in self.rounds if each.stance == "keep")


def _is_open(round_: Round) -> bool:
    if round_.stance is not None:
        return round_.stance == "park"
    if round_.revised:
        return False
    readings = [answer.reading for answer in round_.answers if answer.reading]
    return not readings or bool(readings[-1].open)


def fold(entries: Iterable[Entry]) -> Bout:
    """Return the bout that these entries tell.

    Raises:
        NoBout: they do not begin with the opening of a bout.
    """
    bout: Bout | None = None
    for entry in entries:
        bout = begin(entry) if bout is None else follow(bout, entry)
    if bout is None:
        raise NoBout("The transcript is empty.")
    return bout


def begin(entry: Entry) -> Bout:
    """Return the bout after its first entry.

    Raises:
        NoBout: the entry does not open a bout.
    """
    if not isinstance(entry.event, BoutOpened):
        raise NoBout("The transcript does not begin with the opening of a bout.")
    return Bout(opened=entry.event, opened_at=entry.at, last_seq=entry.seq, last_at=entry.at, partner=entry.event.partner)


def follow(bout: Bout, entry: Entry) -> Bout:
    """Return the bout after one more entry."""
    away = isinstance(entry.event, BoutResumed)
    passed = min(max(entry.at - bout.last_at, timedelta()), LONGEST_PAUSE)
    bout = replace(bout, last_seq=entry.seq, last_at=entry.at, active=bout.active if away else bout.active + passed)
    if entry.event is None:
        return _struck(bout, entry)
    return _after(bout, entry.seq, entry.event)


def _after(bout: Bout, seq: int, event: Event) -> Bout:
    match event:
        case DraftRead():
            return replace(bout, versions=(Version(1, draft_of(event.draft), "opened", seq),))
        case ContextAdded():
            return replace(bout, documents=(*bout.documents, *event.documents))
        case SituationGiven():
            return replace(bout, situation=event.situation)
        case FactsShown():
            return replace(bout, facts=event, facts_seq=seq)
        case ChallengeRaised():
            return replace(bout, rounds=(*bout.rounds, Round(seq, event)))
        case AnswerGiven():
            return _answered(bout, Answer(seq, event), event)
        case AnswerRead():
            return _read(bout, event)
        case PressRaised():
            return _exchanged(bout, Press(seq, event))
        case OwnQuestion():
            return _exchanged(bout, Aside(seq, event))
        case StanceTaken():
            return _with_round(bout, replace(bout.rounds[-1], decision=Decision(seq, event))) if bout.rounds else bout
        case DraftRevised():
            return _revised(bout, seq, event)
        case EntryWithdrawn():
            return _withdrawn(bout, event.entry)
        case OpenAssigned():
            return replace(bout, assigned=(*(each for each in bout.assigned if each.round != event.round), event))
        case RoundsAdded():
            return replace(bout, added_rounds=bout.added_rounds + event.rounds, closing_because=None)
        case CloseBegun():
            return replace(bout, closing_because=event.why)
        case PartnerChanged():
            return replace(bout, partner=event.partner)
        case ConsentGiven():
            return replace(bout, consented=bout.consented | {event.host})
        case CallFailed():
            return replace(bout, failures=(*bout.failures, event))
        case ReplyWithheld():
            return replace(bout, withheld={**bout.withheld, event.rule: bout.withheld.get(event.rule, 0) + 1})
        case BoutPaused():
            return replace(bout, paused=True)
        case BoutResumed():
            return replace(bout, paused=False)
        case BoutEnded():
            return replace(bout, ended=True)
        case BoutOpened():
            raise NoBout("The transcript opens a second bout.")


def _struck(bout: Bout, entry: Entry) -> Bout:
    """Words that were struck leave a gap where the conversation shows one."""
    return _exchanged(bout, Answer(entry.seq, None)) if entry.type == "answer_given" and bout.rounds and bout.stage == "rounds" else bout


def _exchanged(bout: Bout, exchange: Exchange) -> Bout:
    if not bout.rounds:
        return replace(bout, asides=(*bout.asides, exchange)) if isinstance(exchange, Aside) else bout
    current = bout.rounds[-1]
    return _with_round(bout, replace(current, exchanges=(*current.exchanges, exchange)))


def _with_round(bout: Bout, changed: Round) -> Bout:
    return replace(bout, rounds=tuple(changed if each.seq == changed.seq else each for each in bout.rounds))


def _answered(bout: Bout, answer: Answer, given: AnswerGiven) -> Bout:
    if given.to == "still-stands":
        return replace(bout, still_stands=answer)
    if given.to == "prove-wrong" and given.about is not None:
        return replace(bout, proofs={**bout.proofs, given.about: answer})
    return _exchanged(bout, answer)


def _read(bout: Bout, reading: AnswerRead) -> Bout:
    for each in reversed(bout.rounds):
        if any(exchange.seq == reading.answer for exchange in each.exchanges):
            exchanges = tuple(
                replace(exchange, reading=reading) if isinstance(exchange, Answer) and exchange.seq == reading.answer else exchange
                for exchange in each.exchanges
            )
            return _with_round(bout, replace(each, exchanges=exchanges))
    return bout


def _revised(bout: Bout, seq: int, event: DraftRevised) -> Bout:
    before, draft = bout.draft, draft_of(event.draft)
    bout = replace(bout, versions=(*bout.versions, Version(event.version, draft, event.where, seq)))
    if not bout.rounds or event.where != "in-app":
        return bout
    old = {item.key: item.text for item in before.items()}
    new = {item.key: item.text for item in draft.items()}
    changed = tuple(key for key in {**old, **new} if old.get(key) != new.get(key))
    current = bout.rounds[-1]
    return _with_round(bout, replace(current, revised=(*current.revised, *changed)))


def _withdrawn(bout: Bout, seq: int) -> Bout:
    if bout.still_stands and bout.still_stands.seq == seq:
        return replace(bout, still_stands=None)
    for each in reversed(bout.rounds):
        if each.decision and each.decision.seq == seq:
            return _with_round(bout, replace(each, decision=None))
        if any(exchange.seq == seq for exchange in each.exchanges):
            exchanges = tuple(Answer(seq, None) if exchange.seq == seq else exchange for exchange in each.exchanges)
            return _with_round(bout, replace(each, exchanges=exchanges))
    return bout
