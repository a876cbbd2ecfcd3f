"""The fold: a bout from its entries, one entry at a time. Nothing else changes a bout."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sparring.bout.state import Answer, Aside, Bout, Decision, Exchange, Opposite, Press, Round, Version
from sparring.draft.wording import says_the_same
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
    DraftRead,
    DraftRevised,
    EntryWithdrawn,
    Event,
    FactsShown,
    HistoryRead,
    OpenAssigned,
    OwnQuestion,
    PartnerChanged,
    PressRaised,
    ReplyWithheld,
    RoundsAdded,
    SituationGiven,
    StanceTaken,
)

WORDS_OF_THE_TEAM = frozenset({"answer_given", "stance_taken", "own_question", "open_assigned"})
"""Types of entries that hold what somebody in the room said, and nothing that the bout stands on."""

LONGEST_PAUSE = timedelta(minutes=5)
"""A longer silence between two entries is time away from the bout and does not count on its clock."""


class NoBout(ValueError):
    """The entries do not begin like a bout."""


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
    return Bout(opened=entry.event, opened_at=entry.at, last_seq=entry.seq, last_at=entry.at, partners=(opposite(entry.event),))


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
            return _draft_read(bout, seq, event)
        case ContextAdded():
            context = (*bout.context, *(Path(place) for place in event.places))
            return replace(bout, documents=(*bout.documents, *event.documents), context=context)
        case HistoryRead():
            return replace(bout, earlier=event.bouts)
        case SituationGiven():
            return replace(bout, situation=event.situation)
        case FactsShown():
            return replace(bout, facts=event, facts_seq=seq)
        case ChallengeRaised():
            return replace(bout, rounds=(*bout.rounds, Round(seq, event)), failed=None)
        case AnswerGiven():
            return _answered(bout, Answer(seq, event), event)
        case AnswerRead():
            return _read(bout, event)
        case PressRaised():
            return replace(_exchanged(bout, Press(seq, event)), failed=None)
        case OwnQuestion():
            return _exchanged(bout, Aside(seq, event))
        case StanceTaken():
            return _with_round(bout, replace(bout.rounds[-1], decision=Decision(seq, event))) if bout.rounds else bout
        case DraftRevised():
            return _revised(bout, seq, event)
        case EntryWithdrawn():
            return _withdrawn(bout, event.entry)
        case OpenAssigned():
            others = tuple(each for each in bout.assigned if each.round != event.round)
            return replace(bout, assigned=(*others, event), assigned_at={**bout.assigned_at, event.round: seq})
        case RoundsAdded():
            return replace(bout, added_rounds=bout.added_rounds + event.rounds, closing_because=None)
        case CloseBegun():
            return replace(bout, closing_because=event.why, failed=None)
        case PartnerChanged():
            # Who was replaced before raising anything did not spar.
            before = tuple(each for each in bout.partners if each.since < len(bout.rounds))
            return replace(bout, partners=(*before, replace(opposite(event), since=len(bout.rounds))), failed=None)
        case ConsentGiven():
            agreed = bout.consented.get(event.host, frozenset()).union(event.documents)
            return replace(bout, consented={**bout.consented, event.host: agreed})
        case CallFailed():
            failed = bout.failed if event.during == "reading" else event
            return replace(bout, failures=(*bout.failures, event), failed=failed)
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


def opposite(event: BoutOpened | PartnerChanged) -> Opposite:
    """Return who spars from this event on."""
    return Opposite(event.partner, event.voice, event.second_reader, event.host)


def _draft_read(bout: Bout, seq: int, event: DraftRead) -> Bout:
    draft = draft_of(event.draft)
    if not bout.versions:
        return replace(bout, versions=(Version(1, draft, "opened", seq),))
    # The same text, understood as the team says: no version of its own, as nobody changed a word.
    return replace(bout, versions=(*bout.versions[:-1], replace(bout.versions[-1], draft=draft)))


def _struck(bout: Bout, entry: Entry) -> Bout:
    """Words of the team that were struck leave a gap: they were kept back from whoever reads this, unless it took them back later on."""
    if entry.type not in WORDS_OF_THE_TEAM:
        return bout
    if not bout.rounds or bout.stage != "rounds":
        return replace(bout, kept_back=(*bout.kept_back, entry.seq))
    if entry.type == "answer_given":
        bout = _exchanged(bout, Answer(entry.seq, None, kept_back=True))
    current = bout.rounds[-1]
    return _with_round(bout, replace(current, kept_back=(*current.kept_back, entry.seq)))


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
    old = {item.key: item for item in before.items()}
    new = {item.key: item for item in draft.items()}
    changed = tuple(key for key in {**old, **new} if key not in old or key not in new or not says_the_same(old[key], new[key]))
    current = bout.rounds[-1]
    return _with_round(bout, replace(current, revised=(*current.revised, *changed)))


def _withdrawn(bout: Bout, seq: int) -> Bout:
    if seq in bout.kept_back:
        return replace(bout, kept_back=tuple(each for each in bout.kept_back if each != seq))
    for each in bout.rounds:
        if seq in each.kept_back:
            bout = _with_round(bout, replace(each, kept_back=tuple(one for one in each.kept_back if one != seq)))
    if bout.still_stands and bout.still_stands.seq == seq:
        return replace(bout, still_stands=None)
    for each in reversed(bout.rounds):
        if each.decision and each.decision.seq == seq:
            return _with_round(bout, replace(each, decision=None))
        if any(exchange.seq == seq for exchange in each.exchanges):
            exchanges = tuple(Answer(seq, None) if exchange.seq == seq else exchange for exchange in each.exchanges)
            return _with_round(bout, replace(each, exchanges=exchanges))
    return bout
