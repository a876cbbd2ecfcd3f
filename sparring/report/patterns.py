"""What many bouts have in common: angles by team, what comes back, who is waited for, what was kept. Pure counts, and never a ranking."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal

from sparring.bout.glance import BoutRounds, RoundGlance
from sparring.bout.precis import Outcome
from sparring.record.notes import BECAME, Judgement
from sparring.report.hidden import aliases, hidden

By = Literal["team", "cycle", "lens", "family"]

NO_TEAM: Final = "without a team"
"""Bouts of which nobody knows whose they are: several teams, perhaps, and never shown as one."""
NO_CYCLE: Final = "without a cycle"
ALL: Final = "all together"
"""The row of all teams, or of all cycles."""
ASKED_OFTEN: Final = 5
"""Times that a question was asked from which on it can be said that it gets no answers."""
RARELY: Final = 0.25
"""Share of its rounds that brought a fact or reason, up to which a question is a bad one."""


@dataclass(slots=True)
class Cell:
    """How often an angle was raised, and what came of it.

    Attributes:
        bouts: in which it was raised.
        could: bouts in which it was raised, or weighed and left for another: of so many it could have been.
        raised: rounds.
        outcomes: rounds by what they came to.
    """

    bouts: int = 0
    could: int = 0
    raised: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)


def together(cells: Iterable[Cell]) -> Cell:
    """Return cells as one; right for those of a row whose columns are teams or cycles: a bout stands in one of them only."""
    whole = Cell()
    for cell in cells:
        whole.bouts += cell.bouts
        whole.could += cell.could
        whole.raised += cell.raised
        whole.outcomes += cell.outcomes
    return whole


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of two things held against each other.

    Attributes:
        rows: names, in the order of the alphabet.
        columns: likewise; what has no name comes last.
        cells: by row and column; what never met has none.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]


@dataclass(frozen=True, slots=True)
class CameBack:
    """An angle that a team met in one cycle and again in the next.

    Attributes:
        team: whose.
        lens: the angle.
        before: the earlier cycle.
        now: the later one.
        then_outcomes: what its rounds came to in the earlier cycle.
        now_outcomes: and in the later one.
    """

    team: str
    lens: str
    before: str
    now: str
    then_outcomes: tuple[Outcome, ...]
    now_outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody, or nobody, who is to find something out.

    Attributes:
        owner: "" where nobody took it.
        team: whose bout, or "".
        cycle: likewise.
        draft: what the bout goes by where nobody named a team.
        path: of its transcript.
        seq: of the round's entry.
        question: what was asked; "" while names are hidden and the words are not the bank's.
        due: by when, or None.
    """

    owner: str
    team: str
    cycle: str
    draft: str
    path: Path
    seq: int
    question: str
    due: date | None

    @property
    def whose(self) -> str:
        """Return what the bout goes by."""
        return self.team or self.draft or NO_TEAM


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line that a team kept, what it said would prove it wrong, and what a coach says became of it ("" where nobody said)."""

    team: str
    cycle: str
    draft: str
    path: Path
    seq: int
    words: str
    proof: str
    judged: Judgement | Literal[""]

    @property
    def whose(self) -> str:
        """Return what the bout goes by."""
        return self.team or self.draft or NO_TEAM


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """How many lines were kept, and what became of them; all that is told of them while names are hidden.

    Attributes:
        kept: lines.
        with_proof: for so many the team said what would prove them wrong.
        judged: as coaches judged them.
    """

    kept: int
    with_proof: int
    judged: dict[Judgement, int]

    @property
    def said(self) -> str:
        """Return what became of them, in words; "" where nothing was kept."""
        waiting = self.kept - sum(self.judged.values())
        told = [f"{self.judged[each]} {said}" for each, said in BECAME.items() if self.judged.get(each)]
        return ", ".join([*told, f"{waiting} not judged yet"] if waiting else told)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that hardly ever gets a fact or a reason: it may be a bad one.

    Attributes:
        question_id: of the bank.
        lens: whose.
        question: as it was asked last.
        asked: rounds that it opened.
        brought: of them brought something.
    """

    question_id: str
    lens: str
    question: str
    asked: int
    brought: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """What bouts have in common.

    Attributes:
        bouts: how many.
        teams: of how many teams that are named.
        unnamed: bouts without a team.
        rounds: numbered rounds.
        closing: closing questions, which are none.
        by: what the table's columns are.
        names: teams and people go by their names; else by letters and numbers, and no words of a draft or an answer are here.
        table: how often which angle was raised, and what came of it; closing questions among them.
        came_back: what teams met in the cycle before, and again.
        waiting: what is open, the first to be due on top.
        overdue: of these, what is due.
        kept: lines that were kept.
        kept_counts: of these.
        unanswered: questions that hardly ever bring anything.
    """

    bouts: int
    teams: int
    unnamed: int
    rounds: int
    closing: int
    by: By
    names: bool
    table: Table
    came_back: tuple[CameBack, ...]
    waiting: tuple[Waiting, ...]
    overdue: tuple[Waiting, ...]
    kept: tuple[KeptLine, ...]
    kept_counts: KeptCounts
    unanswered: tuple[Unanswered, ...]


def patterns(
    bouts: Sequence[BoutRounds],
    today: date,
    *,
    by: By = "team",
    families: bool = True,
    among: Sequence[BoutRounds] | None = None,
    names: bool = True,
) -> Patterns:
    """Return what `bouts` have in common.

    Args:
        bouts: the oldest first.
        today: what is due is held against it.
        by: what the table's columns are.
        families: its rows are families of lenses, else lenses.
        among: all bouts that `bouts` were chosen from, the oldest first: the cycle before is looked for there, and whoever has a letter
            or a number has it there. By default `bouts`.
        names: teams and people are named (see `Patterns`).
    """
    kept_counts = _kept_counts(bouts)
    among = bouts if among is None else among
    came_back = tuple(_came_back(bouts, among))
    if not names:
        called = aliases(among)
        bouts = hidden(bouts, called)
        came_back = tuple(sorted((replace(each, team=called.teams[each.team]) for each in came_back), key=lambda each: each.team))
    waiting = tuple(sorted(_waiting(bouts), key=lambda each: (each.due or date.max, each.owner, each.team)))
    return Patterns(
        bouts=len(bouts),
        teams=len({each.team for each in bouts if each.team}),
        unnamed=sum(not each.team for each in bouts),
        rounds=sum(not one.closing for each in bouts for one in each.rounds),
        closing=sum(one.closing for each in bouts for one in each.rounds),
        by=by,
        names=names,
        table=_table(bouts, _rows(bouts, families=families), _column(by)),
        came_back=came_back,
        waiting=waiting,
        overdue=tuple(each for each in waiting if each.due and each.due < today),
        kept=tuple(_kept(bouts)),
        kept_counts=kept_counts,
        unanswered=tuple(_unanswered(bouts)),
    )


_Column = Callable[[BoutRounds, RoundGlance | None], str]


def _column(by: By) -> _Column:
    match by:
        case "team":
            return lambda bout, _: bout.team or NO_TEAM
        case "cycle":
            return lambda bout, _: bout.cycle or NO_CYCLE
        case "lens":
            return lambda _, round_: round_.lens if round_ else ""
        case "family":
            return lambda _, round_: round_.family if round_ else ""


def _rows(bouts: Sequence[BoutRounds], *, families: bool) -> dict[str, str]:
    """Return the row of each lens; the family of one that was weighed and never raised in any of these bouts is not known."""
    family = {one.lens: one.family for each in bouts for one in each.rounds}
    return {lens: family[lens] if families else lens for lens in family}


def _table(bouts: Sequence[BoutRounds], row_of: dict[str, str], column: _Column) -> Table:
    cells: defaultdict[tuple[str, str], Cell] = defaultdict(Cell)
    for bout in bouts:
        met: set[tuple[str, str]] = set()
        for one in bout.rounds:
            place = (row_of[one.lens], column(bout, one))
            cell = cells[place]
            cell.raised += 1
            cell.outcomes[one.outcome] += 1
            met.add(place)
        for place in met:
            cells[place].bouts += 1
        could = {(row_of[lens], column(bout, None)) for lens in bout.could_raise if lens in row_of}
        for place in met | {each for each in could if each[1]}:
            cells[place].could += 1
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    return Table(tuple(sorted(rows)), tuple(sorted(columns, key=_named_first)), dict(cells))


def _named_first(column: str) -> tuple[bool, str]:
    return column in (NO_TEAM, NO_CYCLE), column.casefold()


def _came_back(bouts: Sequence[BoutRounds], among: Sequence[BoutRounds]) -> Iterator[CameBack]:
    """Yield angles that a team met in its last cycle of `bouts`, and in the cycle before among all of its bouts.

    Those that open or close every bout say nothing.
    """
    chosen, of_team = _by_cycle(bouts), _by_cycle(among)
    for team in sorted(chosen, key=str.casefold):
        now, cycles = list(chosen[team])[-1], list(of_team[team])
        if now not in cycles[1:]:
            continue
        before = cycles[cycles.index(now) - 1]
        then, later = _outcomes(of_team[team][before]), _outcomes(chosen[team][now])
        yield from (CameBack(team, lens, before, now, then[lens], later[lens]) for lens in sorted(then.keys() & later.keys()))


def _by_cycle(bouts: Iterable[BoutRounds]) -> dict[str, dict[str, list[BoutRounds]]]:
    """Return bouts by team and cycle, the cycle that began first first."""
    found: defaultdict[str, dict[str, list[BoutRounds]]] = defaultdict(dict)
    for each in bouts:
        if each.team and each.cycle:
            found[each.team].setdefault(each.cycle, []).append(each)
    return found


def _outcomes(bouts: Iterable[BoutRounds]) -> dict[str, tuple[Outcome, ...]]:
    found: defaultdict[str, tuple[Outcome, ...]] = defaultdict(tuple)
    for each in bouts:
        for one in each.rounds:
            if one.family != "spine":
                found[one.lens] += (one.outcome,)
    return dict(found)


def _waiting(bouts: Sequence[BoutRounds]) -> Iterator[Waiting]:
    for each in bouts:
        for one in each.rounds:
            if one.outcome == "open":
                yield Waiting(one.owner, each.team, each.cycle, each.draft, each.path, one.seq, one.question, one.due)


def _kept(bouts: Sequence[BoutRounds]) -> Iterator[KeptLine]:
    for each in bouts:
        for one in each.rounds:
            if one.outcome == "kept" and one.words:
                yield KeptLine(each.team, each.cycle, each.draft, each.path, one.seq, one.words, one.proof, one.judged)


def _kept_counts(bouts: Sequence[BoutRounds]) -> KeptCounts:
    kept = [one for each in bouts for one in each.rounds if one.outcome == "kept"]
    judged = Counter(one.judged for one in kept if one.judged)
    return KeptCounts(len(kept), sum(bool(one.proof) for one in kept), dict(judged))


def _unanswered(bouts: Sequence[BoutRounds]) -> Iterator[Unanswered]:
    asked: Counter[str] = Counter()
    brought: Counter[str] = Counter()
    last: dict[str, RoundGlance] = {}
    for each in bouts:
        for one in each.rounds:
            if one.question_id:
                asked[one.question_id] += 1
                brought[one.question_id] += one.brought
                last[one.question_id] = one
    # Those that brought nothing at all first, of these the ones asked most.
    for question_id, times in sorted(asked.items(), key=lambda item: (brought[item[0]] / item[1], -item[1])):
        if times >= ASKED_OFTEN and brought[question_id] <= RARELY * times:
            one = last[question_id]
            yield Unanswered(question_id, one.lens, one.question, times, brought[question_id])
