"""A bout in brief: what a coach's list, triage and patterns need of it, small enough to keep thousands of them. A fold like any other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from sparring.bout.state import Answer, Bout, Round
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import AnswerClass, Family, Finding
from sparring.library.model import NoLibrary
from sparring.record.events import SkipReason, Stance

Outcome = Literal["settled", "standing", "kept", "changed", "open", "skipped"]
"""What a round came to; each is counted once, as in a debrief. "standing": nothing in it was shown as settled or open."""

SETTLING: frozenset[AnswerClass] = frozenset({"fact", "reason", "commits"})
"""Classes of answers on which a doubt may rest."""


@dataclass(frozen=True, slots=True)
class AnswerPrecis:
    """One answer that still stands.

    Attributes:
        seq: of its entry.
        classes: how it was read, the weightiest first; empty where it was not read.
        words: how many it has.
        rests: the reading lets the doubt rest.
        settles: it was shown as settling something, or was not read.
    """

    seq: int
    classes: tuple[AnswerClass, ...]
    words: int
    rests: bool
    settles: bool


@dataclass(frozen=True, slots=True)
class RoundPrecis:
    """One challenge and what it came to.

    Attributes:
        seq: of the entry that raised it; a hit or a note leads there.
        number: in the bout, from 1.
        closing: one of the closing questions.
        lens: its id.
        title: as it was shown.
        family: the lens's.
        ids: of the items it was about, as they were named then; empty for the whole draft.
        question: as it was asked.
        question_id: the bank line's id; None for words of a model.
        origin: "bank" or "model".
        answers: that still stand, in order.
        presses: how often the team had itself pressed.
        stance: that it ended with, or None.
        skipped_because: why it was skipped, if the team said so.
        reason_words: words of the reason given with the stance.
        revised: the team edited the draft in it.
        still_found: the team edited the line, and what the lens saw in it is still there.
        open: its point is open.
        owner: who finds out what is open, or "".
        due: by when, or None.
        kept_back: the team struck something of it before it shared the bout.
    """

    seq: int
    number: int
    closing: bool
    lens: str
    title: str
    family: Family
    ids: tuple[str, ...]
    question: str
    question_id: str | None
    origin: str
    answers: tuple[AnswerPrecis, ...]
    presses: int
    stance: Stance | None
    skipped_because: SkipReason | None
    reason_words: int
    revised: bool
    still_found: bool
    open: bool
    owner: str
    due: date | None
    kept_back: bool = False

    @property
    def outcome(self) -> Outcome:
        """What it came to."""
        match self.stance:
            case "skip":
                return "skipped"
            case "keep":
                return "kept"
            case "will-change":
                return "changed"
            case _ if self.open:
                return "open"
            case _:
                return "changed" if self.revised else "settled" if self.settles else "standing"

    @property
    def settles(self) -> bool:
        """An answer settled something, or nobody can tell what was kept back."""
        return self.kept_back or any(answer.settles for answer in self.answers)

    @property
    def classes(self) -> frozenset[AnswerClass]:
        """Every class that one of its answers was read as."""
        return frozenset(each for answer in self.answers for each in answer.classes)

    @property
    def brought_fact_or_reason(self) -> bool:
        """An answer held a fact, a reason or a commitment, or the team edited its draft."""
        return self.revised or bool(self.classes & SETTLING)


@dataclass(frozen=True, slots=True)
class KeptPrecis:
    """A point that the team kept, and what it said would prove it wrong ("" where it did not say).

    Attributes:
        round: number of its round.
        ids: of the items.
        words: of the item as it stood, or the round's title.
        proof: the team's own words.
    """

    round: int
    ids: tuple[str, ...]
    words: str
    proof: str


@dataclass(frozen=True, slots=True)
class Precis:
    """A bout in brief.

    Attributes:
        bout: its name.
        team: as given, or "".
        cycle: as given, or "".
        opened: when it began.
        touched: when its last entry was written.
        minutes: on its clock, pauses left out.
        language: of the partner.
        partner: who sparred last.
        draft: title of the draft, else the name of its file.
        items: objectives and key results of the draft as it stands last.
        versions: of the draft, the first one among them.
        rounds: in order, closing questions among them.
        kept: points that the team kept.
        could_raise: lenses that were raised or weighed: of these it can be said how often they could have been raised.
        withheld: replies that the referee withheld.
        ended: the debrief was shown.
        kept_back: the team struck something outside the rounds before it shared the bout: it may be who finds out what is open.
    """

    bout: str
    team: str
    cycle: str
    opened: datetime
    touched: datetime
    minutes: int
    language: str
    partner: str
    draft: str
    items: int
    versions: int
    rounds: tuple[RoundPrecis, ...]
    kept: tuple[KeptPrecis, ...]
    could_raise: tuple[str, ...]
    withheld: int
    ended: bool
    kept_back: bool = False

    @property
    def numbered(self) -> int:
        """Rounds that count against the plan."""
        return sum(not each.closing for each in self.rounds)

    @property
    def open_rounds(self) -> tuple[RoundPrecis, ...]:
        """Rounds whose point is open."""
        return tuple(each for each in self.rounds if each.open)


def precis(bout: Bout, catalogue: Catalogue | None = None) -> Precis:
    """Return a bout in brief.

    Args:
        bout: finished or not.
        catalogue: lenses to look again at the lines that the team edited; None: nobody looks, and no line counts as still found.
    """
    still = frozenset(_still_found(bout, catalogue)) if catalogue else frozenset[int]()
    is_open = {each.seq for each in bout.open_rounds}
    raised = [each.raised for each in bout.rounds]
    return Precis(
        bout=bout.opened.bout,
        team=bout.opened.team,
        cycle=bout.opened.cycle,
        opened=bout.opened_at,
        touched=bout.last_at,
        minutes=bout.active // timedelta(minutes=1),
        language=bout.opened.language,
        partner=bout.partner.name,
        draft=(bout.draft.title or bout.draft.source.name) if bout.versions else "",
        items=sum(1 for _ in bout.draft.items()) if bout.versions else 0,
        versions=len(bout.versions),
        rounds=tuple(_round(bout, each, is_open=each.seq in is_open, still_found=each.seq in still) for each in bout.rounds),
        kept=tuple(_kept(bout, each) for each in bout.kept),
        could_raise=tuple(sorted({each.lens for each in raised} | {other.lens for each in raised for other in each.considered})),
        withheld=sum(bout.withheld.values()),
        ended=bout.ended,
        kept_back=bool(bout.kept_back),
    )


def corrected(brief: Precis, readings: Mapping[int, tuple[AnswerClass, ...]]) -> Precis:
    """Return a bout with some answers read as a coach reads them, by the `seq` of their entries."""
    rounds = tuple(replace(each, answers=tuple(_read_by_a_coach(one, readings) for one in each.answers)) for each in brief.rounds)
    return replace(brief, rounds=rounds)


def _read_by_a_coach(answer: AnswerPrecis, readings: Mapping[int, tuple[AnswerClass, ...]]) -> AnswerPrecis:
    if answer.seq not in readings:
        return answer
    classes = readings[answer.seq]
    return replace(answer, classes=classes, settles=not SETTLING.isdisjoint(classes))


def _round(bout: Bout, each: Round, *, is_open: bool, still_found: bool) -> RoundPrecis:
    raised, taken = each.raised, each.decision.taken if each.decision else None
    assigned = next((one for one in bout.assigned if one.round == each.number), None)
    return RoundPrecis(
        seq=each.seq,
        number=each.number,
        closing=raised.closing,
        lens=raised.lens,
        title=raised.title,
        family=raised.family,
        ids=tuple(quote.id for quote in raised.quotes),
        question=raised.question,
        question_id=raised.question_id,
        origin=raised.origin,
        answers=tuple(_answer(answer) for answer in each.answers),
        presses=len(each.presses),
        stance=taken.stance if taken else None,
        skipped_because=taken.skipped_because if taken else None,
        reason_words=len(taken.reason.split()) if taken else 0,
        revised=bool(each.revised),
        still_found=still_found,
        open=is_open,
        owner=assigned.owner if assigned else "",
        due=assigned.due if assigned else None,
        kept_back=bool(each.kept_back),
    )


def _answer(answer: Answer) -> AnswerPrecis:
    reading = answer.reading
    classes = tuple(each.answer_class for each in reading.classes) if reading else ()
    return AnswerPrecis(answer.seq, classes, len(answer.text.split()), reading.rest if reading else True, answer.settles)


def _kept(bout: Bout, each: Round) -> KeptPrecis:
    proof = bout.proofs.get(each.number)
    quotes = each.raised.quotes
    words = quotes[0].text if quotes else each.raised.title
    return KeptPrecis(each.number, tuple(quote.id for quote in quotes), words, proof.text if proof else "")


def _still_found(bout: Bout, catalogue: Catalogue) -> Iterator[int]:
    """Yield rounds whose line the team edited, and whose lens sees the same in the line as it stands last.

    Without the strategy documents, which a transcript does not hold: what only they can tell is not looked for.
    """
    edited = [each for each in bout.rounds if each.revised and each.raised.evidence]
    if not edited:
        return
    found = detect(bout.part, NoLibrary(), catalogue.named({each.raised.lens for each in edited}))
    yield from (each.seq for each in edited if any(_is_about(finding, each) for finding in found))


def _is_about(finding: Finding, each: Round) -> bool:
    about = set(finding.anchor.keys)
    return finding.lens == each.raised.lens and bool(about & set(each.raised.anchor.keys) & set(each.revised))
