"""The debrief: what a bout leaves behind. Counts of points, the team's own changes, what is open; no score and no praise."""

from dataclasses import dataclass
from datetime import date

from sparring.bout.state import Bout, Round
from sparring.draft.changes import Change, ChangeKind, changes
from sparring.draft.model import KeyResult, Objective
from sparring.draft.wording import beside
from sparring.record.events import FactRecord

WHAT_BECAME: dict[ChangeKind, str] = {"reworded": "changed", "moved": "moved", "new": "new", "gone": "taken out", "same": "as it was"}
"""What became of an item, in a team's own words."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many challenges ended how; each is counted once.

    Attributes:
        settled: an answer was shown as settling something, and there is no stance.
        standing: answered, and nothing was shown as settled or as open: the doubt stands.
        kept: "we keep it".
        to_change: to be changed, or changed in the bout.
        open: parked, or left.
        skipped: did not apply, or misread the draft.
    """

    settled: int
    standing: int
    kept: int
    to_change: int
    open: int
    skipped: int


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something to find out or to change after the bout; owner "" and due None while nobody took it.

    Attributes:
        round: the round's number; None for the gaps on the fact card.
        counted: which of the numbered rounds it is; None for a closing question too.
        about: what it is about: the question that was asked, or the card's line.
        quote: the team's words it is about, or "".
        said: the team's own note with its stance, or "".
    """

    round: int | None
    about: str
    quote: str
    owner: str
    due: date | None
    said: str = ""
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class KeptPoint:
    """A point that the team keeps, its reason, and what would prove it wrong ("" while it has not said); numbers as of an open point."""

    round: int
    quote: str
    reason: str
    proof: str
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that the last screen and an export say of a bout's outcome."""

    first_question: str
    first_answer: str
    still_stands: str
    counts: Counts
    changes: tuple[Change, ...]
    open_points: tuple[OpenPoint, ...]
    """The gaps of the fact card as one point, then the challenges that are open."""
    kept: tuple[KeptPoint, ...]
    to_change: tuple[OpenPoint, ...]

    @property
    def open_challenges(self) -> tuple[OpenPoint, ...]:
        """The challenges that are open, as many as `counts` says."""
        return tuple(each for each in self.open_points if each.round is not None)

    @property
    def to_look_up(self) -> tuple[OpenPoint, ...]:
        """The gaps of the fact card: no challenge, and counted as none."""
        return tuple(each for each in self.open_points if each.round is None)


def debrief(bout: Bout) -> Debrief:
    """Return the debrief of a bout, finished or not."""
    said = bout.first_answer
    first = next((each for each in bout.rounds if said and said in each.exchanges), None)
    between = changes(bout.versions[0].draft, bout.draft) if len(bout.versions) > 1 else ()
    return Debrief(
        first_question=first.raised.question if first else "",
        first_answer=said.text if said else "",
        still_stands=bout.still_stands.text if bout.still_stands else "",
        counts=_counts(bout),
        changes=tuple(change for change in between if change.kind != "same"),
        open_points=open_points(bout),
        kept=tuple(_kept(bout, each) for each in bout.kept),
        to_change=tuple(_point(bout, each) for each in bout.rounds if each.stance == "will-change"),
    )


def before_and_after(change: Change) -> tuple[str, str]:
    """Return an item's words in both versions, "" where it has none; with what stands beside them where that is part of the change."""
    before, after = (beside_in_words(item) for item in (change.old, change.new))
    if before == after:
        before = after = ""
    return _with(change.old.text if change.old else "", before), _with(change.new.text if change.new else "", after)


def beside_in_words(item: Objective | KeyResult | None) -> str:
    """Return what stands beside an item's words and belongs to what it promises: "baseline 20, target 10"."""
    return ", ".join(f"{name} {value}" for name, value in beside(item).items()) if item else ""


def _with(text: str, values: str) -> str:
    return f"{text} ({values})" if text and values else text or values


def open_points(bout: Bout) -> tuple[OpenPoint, ...]:
    """Return what is open: the gaps of the fact card as one point, then the rounds, in order."""
    points = []
    if bout.facts and bout.facts.facts:
        owner, due = _taken_by(bout, None)
        about = " ".join(map(_gap, bout.facts.facts))
        points.append(OpenPoint(None, about, "", owner, due))
    return (*points, *(_point(bout, each) for each in bout.open_rounds))


def _gap(fact: FactRecord) -> str:
    """Return a line of the card with the items it is about, on one line."""
    ids = ", ".join(quote.id for quote in fact.quotes)
    if not ids:
        return fact.said
    return f"{fact.said} {ids}." if fact.said.endswith(":") else f"{fact.said} ({ids})"


def _counts(bout: Bout) -> Counts:
    is_open = {each.seq for each in bout.open_rounds}
    by_words = [each for each in bout.rounds if each.stance is None and not each.revised and each.seq not in is_open]
    return Counts(
        settled=sum(each.settles for each in by_words),
        standing=sum(not each.settles for each in by_words),
        kept=len(bout.kept),
        to_change=sum(1 for each in bout.rounds if each.stance == "will-change" or (each.stance is None and each.revised)),
        open=len(is_open),
        skipped=sum(1 for each in bout.rounds if each.stance == "skip"),
    )


def _quote(each: Round) -> str:
    quote = each.raised.quotes[0] if each.raised.quotes else None
    return quote.text if quote else ""


def _point(bout: Bout, each: Round) -> OpenPoint:
    owner, due = _taken_by(bout, each.number)
    said = each.decision.taken.reason if each.decision else ""
    return OpenPoint(each.number, each.raised.question, _quote(each), owner, due, said, bout.counted_as(each.number))


def _taken_by(bout: Bout, round_: int | None) -> tuple[str, date | None]:
    return next(((each.owner, each.due) for each in bout.assigned if each.round == round_), ("", None))


def _kept(bout: Bout, each: Round) -> KeptPoint:
    proof = bout.proofs.get(each.number)
    reason = (each.decision.taken.reason if each.decision else "") or (each.answers[-1].text if each.answers else "")
    return KeptPoint(each.number, _quote(each) or each.raised.title, reason, proof.text if proof else "", bout.counted_as(each.number))
