"""A bout at a glance: the line that a list of thousands shows, and what decides which of them to open first."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Final, Literal

from sparring.bout.precis import Outcome, Precis, RoundPrecis
from sparring.lenses.model import AnswerClass, Family
from sparring.record.notes import Judgement

SHORT_ANSWER: Final = 12
"""Words up to which an answer is short."""
FEW_KEPT: Final = 3
"""Kept points from which on "all were kept" says something."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something to find out.

    Attributes:
        round: number of its round.
        owner: who finds out, or "".
        due: by when, or None.
    """

    round: int
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Glance:
    """A bout at a glance.

    Attributes:
        bout: its name.
        team: as given, or "".
        cycle: as given, or "".
        opened: when it began.
        touched: when its last entry was written.
        minutes: on its clock.
        partner: who sparred last.
        draft: title of the draft, else the name of its file.
        rounds: numbered rounds.
        settled: rounds by what they came to, in the order of `precis.Outcome`.
        standing: likewise.
        kept: likewise.
        changed: likewise.
        open: likewise.
        skipped: likewise.
        open_points: what is to be found out.
        unanswered: doubts that got neither fact nor reason, and no edit; those that were skipped as misread are not counted.
        pressed_then_skipped: rounds in which the team had itself pressed and then skipped.
        edited_in_vain: rounds in which the team edited a line and the lens still sees the same in it.
        all_kept_in_short: every point that was decided was kept, and in a few words each.
        ended: the debrief was shown.
    """

    bout: str
    team: str
    cycle: str
    opened: datetime
    touched: datetime
    minutes: int
    partner: str
    draft: str
    rounds: int
    settled: int
    standing: int
    kept: int
    changed: int
    open: int
    skipped: int
    open_points: tuple[OpenPoint, ...]
    unanswered: int
    pressed_then_skipped: int
    edited_in_vain: int
    all_kept_in_short: bool
    ended: bool

    @property
    def asked(self) -> int:
        """Challenges, the closing questions among them: as many as the outcomes add up to."""
        return self.settled + self.standing + self.kept + self.changed + self.open + self.skipped


@dataclass(frozen=True, slots=True)
class RoundGlance:
    """A round at a glance, as patterns over many bouts count it.

    Attributes:
        seq: of the entry that raised it.
        number: in its bout.
        closing: a closing question, which is no numbered round.
        lens: its id.
        family: the lens's.
        question_id: the bank line's id; "" for words of a model.
        question: as it was asked.
        outcome: what it came to.
        classes: that its answers were read as.
        brought: an answer held a fact, a reason or a commitment, or the draft was edited.
        presses: how often the team had itself pressed.
        owner: who finds out what is open, or "".
        due: by when, or None.
        words: the kept line, where the outcome is "kept".
        proof: what the team said would prove it wrong, or "".
        judged: what a coach says became of the kept line (`notes.Judgement`), or "".
    """

    seq: int
    number: int
    closing: bool
    lens: str
    family: Family
    question_id: str
    question: str
    outcome: Outcome
    classes: frozenset[AnswerClass]
    brought: bool
    presses: int
    owner: str
    due: date | None
    words: str
    proof: str
    judged: Judgement | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class BoutRounds:
    """One bout's rounds, as patterns count them.

    Attributes:
        path: of the transcript.
        opened: when the bout began.
        team: as given, or "".
        cycle: as given, or "".
        draft: title of the draft, else the name of its file.
        could_raise: lenses that were raised or weighed in it.
        rounds: in order.
    """

    path: Path
    opened: datetime
    team: str
    cycle: str
    draft: str
    could_raise: frozenset[str]
    rounds: tuple[RoundGlance, ...]


def round_glances(brief: Precis) -> tuple[RoundGlance, ...]:
    """Return the rounds of a bout at a glance, in order."""
    kept = {each.round: each for each in brief.kept}
    return tuple(
        RoundGlance(
            seq=each.seq,
            number=each.number,
            closing=each.closing,
            lens=each.lens,
            family=each.family,
            question_id=each.question_id or "",
            question=each.question,
            outcome=each.outcome,
            classes=each.classes,
            brought=each.brought_fact_or_reason,
            presses=each.presses,
            owner=each.owner if each.open else "",
            due=each.due if each.open else None,
            words=kept[each.number].words if each.number in kept else "",
            proof=kept[each.number].proof if each.number in kept else "",
        )
        for each in brief.rounds
    )


def glance(brief: Precis) -> Glance:
    """Return a bout at a glance."""
    outcomes = [each.outcome for each in brief.rounds]
    points = [OpenPoint(each.number, each.owner, each.due) for each in brief.open_rounds if each.owner or not brief.kept_back]
    return Glance(
        bout=brief.bout,
        team=brief.team,
        cycle=brief.cycle,
        opened=brief.opened,
        touched=brief.touched,
        minutes=brief.minutes,
        partner=brief.partner,
        draft=brief.draft,
        rounds=brief.numbered,
        settled=outcomes.count("settled"),
        standing=outcomes.count("standing"),
        kept=outcomes.count("kept"),
        changed=outcomes.count("changed"),
        open=outcomes.count("open"),
        skipped=outcomes.count("skipped"),
        open_points=tuple(points),
        unanswered=sum(1 for each in brief.rounds if _is_unanswered(each)),
        pressed_then_skipped=sum(1 for each in brief.rounds if each.presses and each.outcome == "skipped"),
        edited_in_vain=sum(1 for each in brief.rounds if each.still_found),
        all_kept_in_short=_all_kept_in_short(brief),
        ended=brief.ended,
    )


def dodged(brief: Precis) -> frozenset[int]:
    """Return the `seq` of the rounds that a coach should look at: open, unanswered, pressed and then skipped, or edited in vain."""
    return frozenset(
        each.seq
        for each in brief.rounds
        if each.outcome == "open" or each.still_found or _is_unanswered(each) or (each.presses and each.outcome == "skipped")
    )


def _is_unanswered(each: RoundPrecis) -> bool:
    """Whether a doubt was met by nothing; an answer that no reader understood, or that was kept back, counts as one that held something."""
    if each.kept_back or each.skipped_because == "misread" or each.brought_fact_or_reason:
        return False
    return not any(answer.rests and not answer.classes for answer in each.answers)


def _all_kept_in_short(brief: Precis) -> bool:
    decided = [each for each in brief.rounds if each.stance]
    if len(decided) < FEW_KEPT or any(each.outcome != "kept" for each in decided):
        return False
    return median(sum(answer.words for answer in each.answers) + each.reason_words for each in decided) <= SHORT_ANSWER
