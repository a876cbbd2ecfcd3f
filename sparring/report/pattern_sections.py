"""What patterns come to for people to read: titled sections of rows and lines, in the order in which they are worth reading. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, get_args

from sparring.bout.precis import Outcome
from sparring.record.notes import BECAME
from sparring.report.patterns import ALL, NO_TEAM, CameBack, Cell, KeptLine, Patterns, Waiting, together

FAMILIES: Final = {
    "spine": "what will be different, what could sink it, when to drop it",
    "choice": "which choice of the strategy a line serves",
    "signal": "whether a number tells in time that it works",
    "work": "work that is called a result",
    "measure": "how something is measured",
    "facts": "what is not written down: starting points, owners, dates",
}
"""What the families of angles ask about."""

OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
WHAT_OUTCOMES_ARE: Final = (
    "Settled: an answer took the doubt away. Standing: it was answered, and no answer took the doubt away or left it open by its words. "
    "Kept: the line stays as it is, with a reason. Changed: the line was changed, or will be. Open: it is still to be found out. "
    "Skipped: it was passed over."
)
WHAT_SHARES_ARE: Final = "3/5: raised in three of the five bouts in which it could have been; ·: it could have been in none."
NOBODY: Final = "nobody yet"
OTHER_WORDS: Final = "(a question in words of its own)"
"""Stands for a question that is hidden with the names."""
CAME_BACK: Final = "Raised with a team last cycle, and again in this one"
UNANSWERED: Final = "Questions that hardly ever get a fact or a reason"
LEFT_OUT: Final = (
    "Left out: names of teams and people, the words of kept lines and of what would prove them wrong, and questions that a model or "
    "somebody in the room asked in words of their own. Everything is counted all the same."
)
SAME_LETTERS: Final = (
    "A letter is the same team, and a number the same name, whatever is chosen of these folders; in other folders they are others. "
    "People of one name in two teams have one number."
)
FEW: Final = 9
"""Columns up to which angles stand beside each other; more stand below each other."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page.

    Attributes:
        title: what it tells.
        rows: of a table, the names of its columns first; or none.
        lines: of a list; or none.
        notes: sentences below.
    """

    title: str
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who is waited for.

    Attributes:
        name: or "" where nobody took it.
        open: questions.
        overdue: of these.
        teams: whose questions they are, in the order of the alphabet.
        unnamed: bouts without a team that are waiting too.
    """

    name: str
    open: int
    overdue: int
    teams: tuple[str, ...]
    unnamed: int

    def whose(self, most: int) -> str:
        """Return whose questions they are, in words; more than `most` teams are counted."""
        named = ", ".join(self.teams) if len(self.teams) <= most else f"{len(self.teams)} teams"
        alone = f"{how_many(self.unnamed, 'bout')} {NO_TEAM}" if self.unnamed else ""
        return ", ".join(part for part in (named, alone) if part)


def head(found: Patterns) -> str:
    """Return how much was counted, in words."""
    of = " and ".join(part for part in (_count(found.teams, "team"), f"{found.unnamed} {NO_TEAM}" if found.unnamed else "") if part)
    asked = " and ".join(part for part in (how_many(found.rounds, "round"), _count(found.closing, "closing question")) if part)
    return f"{how_many(found.bouts, 'bout')}{f' of {of}' if found.teams else f' {NO_TEAM}'}, {asked}"


def sections(found: Patterns, today: date) -> Iterator[Section]:
    """Yield what there is to tell."""
    yield Section(
        f"Bouts in which an angle was raised, of those in which it could have been, by {found.by}", shares(found), notes=_about(found)
    )
    yield Section("What came of the rounds and closing questions", outcomes(found), notes=(WHAT_OUTCOMES_ARE,))
    if found.came_back:
        yield Section(CAME_BACK, lines=tuple(came_back(each) for each in found.came_back))
    if found.waiting:
        told = tuple(
            f"{each.name or NOBODY}: {each.open}{f', {each.overdue} overdue' if each.overdue else ''} ({each.whose(5)})"
            for each in owners(found)
        )
        yield Section(f"Who is waited for ({len(found.waiting)} open, {len(found.overdue)} overdue)", lines=told)
        yield Section("Open questions by age", (("", "open", "nobody's"), *ages(found.waiting, today)))
    if found.overdue:
        yield Section("Overdue, the longest first", lines=tuple(_overdue(each) for each in found.overdue))
    if found.kept_counts.kept:
        lines = tuple(_kept(each) for each in found.kept if each.proof or each.judged) if found.names else ()
        yield Section(f"Kept: {how_many(found.kept_counts.kept, 'line')}", lines=lines, notes=(kept_in_words(found),))
    if found.unanswered:
        told = tuple(f"{each.brought} of {each.asked}: {each.question}" for each in found.unanswered)
        yield Section(UNANSWERED, lines=told)
    if not found.names:
        yield Section("Names are hidden", notes=(LEFT_OUT, SAME_LETTERS))


def how_many(count: int, name: str) -> str:
    """Return a number with its noun."""
    return f"{count} {name}{'' if count == 1 else 's'}"


def _count(count: int, name: str) -> str:
    return how_many(count, name) if count else ""


def shares(found: Patterns) -> tuple[tuple[str, ...], ...]:
    """Return how often angles were raised as rows of words: teams or cycles below each other while the angles are few, else the angles."""
    table = found.table
    few = len(table.rows) <= FEW
    down, across = (table.columns, table.rows) if few else (table.rows, table.columns)

    def cell(one: str, other: str) -> Cell | None:
        return table.cells.get((other, one) if few else (one, other))

    said = dict(
        zip((*table.rows, *table.columns), (*map(angle, table.rows), *(column(found, each) for each in table.columns)), strict=True)
    )
    rows = [(said[one], *(share(cell(one, other)) for other in across)) for one in down]
    heads = ("", *(said[each] for each in across))
    if has_totals(found):
        whole = tuple(share(each) for each in totals(found))
        if few:
            rows.append((ALL, *whole))
        else:
            heads, rows = (*heads, ALL), [(*row, each) for row, each in zip(rows, whole, strict=True)]
    return (heads, *rows)


def has_totals(found: Patterns) -> bool:
    """Return whether all teams, or all cycles, are told together: where there are several."""
    return len(found.table.columns) > 1 and found.by in ("team", "cycle")


def totals(found: Patterns) -> tuple[Cell, ...]:
    """Return the cells of all teams, or cycles, for each row of the table."""
    return tuple(together(cell for (each, _), cell in found.table.cells.items() if each == row) for row in found.table.rows)


def share(cell: Cell | None) -> str:
    """Return in how many bouts of how many; a dot where it never came up."""
    return f"{cell.bouts}/{cell.could}" if cell else "·"


def outcomes(found: Patterns) -> tuple[tuple[str, ...], ...]:
    """Return what came of the angles as rows of words."""
    rows = [(angle(row), str(cell.raised), *(str(cell.outcomes[each]) for each in OUTCOMES)) for row, cell in _each_row(found)]
    return (("", "asked", *OUTCOMES), *rows)


def _each_row(found: Patterns) -> Iterable[tuple[str, Cell]]:
    return zip(found.table.rows, totals(found), strict=True)


def _about(found: Patterns) -> tuple[str, ...]:
    return (WHAT_SHARES_ARE, *(f"{row}: {FAMILIES[row]}" for row in found.table.rows if row in FAMILIES))


def owners(found: Patterns) -> tuple[Owner, ...]:
    """Return who is waited for: what nobody took first, then by the alphabet."""
    waited: dict[str, list[Waiting]] = {}
    for each in found.waiting:
        waited.setdefault(each.owner, []).append(each)
    overdue = {id(each) for each in found.overdue}
    return tuple(
        Owner(
            name,
            len(points),
            sum(id(each) in overdue for each in points),
            tuple(sorted({each.team for each in points if each.team}, key=str.casefold)),
            len({each.path for each in points if not each.team}),
        )
        for name, points in sorted(waited.items(), key=lambda item: _as_counted(item[0]))
    )


def _as_counted(owner: str) -> tuple[str, int]:
    """Return what sorts names by the alphabet and "Person 2" before "Person 10"."""
    name, _, number = owner.casefold().rpartition(" ")
    return (name, int(number)) if number.isdecimal() and len(number) < 9 else (owner.casefold(), 0)


_AGES: Final = (("overdue for more than three months", 91), ("overdue for one to three months", 31), ("overdue for up to a month", 1))


def ages(waiting: Sequence[Waiting], today: date) -> tuple[tuple[str, str, str], ...]:
    """Return how long open questions have been overdue as rows: how many there are, and how many of them are nobody's."""
    left = [each for each in waiting if each.due]
    rows: list[tuple[str, list[Waiting]]] = []
    for said, days in _AGES:
        old = [each for each in left if each.due and today - each.due >= timedelta(days)]
        left = [each for each in left if each not in old]
        rows.append((said, old))
    rows += [("due today or later", left), ("without a date", [each for each in waiting if not each.due])]
    return tuple((said, str(len(points)), str(sum(not each.owner for each in points))) for said, points in rows if points)


def came_back(each: CameBack) -> str:
    """Return what came back, in words."""
    return f"{each.team}: {angle(each.lens)} ({each.before}: {came_to(each.then_outcomes)}; {each.now}: {came_to(each.now_outcomes)})"


def came_to(told: Sequence[Outcome]) -> str:
    """Return what rounds came to, counted."""
    return ", ".join(f"{told.count(outcome)} {outcome}" for outcome in OUTCOMES if outcome in told)


def whose(each: Waiting | KeptLine) -> str:
    """Return what a bout goes by, and its cycle."""
    return " · ".join(part for part in (each.whose, each.cycle) if part)


def kept_in_words(found: Patterns) -> str:
    """Return what is said about kept lines, counted."""
    counts = found.kept_counts
    return f"For {counts.with_proof} of {counts.kept} the team said what would prove it wrong; {counts.said}."


def _overdue(each: Waiting) -> str:
    return f"{each.due}  {each.owner or NOBODY} ({whose(each)}): {each.question or OTHER_WORDS}"


def _kept(each: KeptLine) -> str:
    proof = f" - {each.proof}" if each.proof else ""
    return f"{f'{BECAME[each.judged]}: ' if each.judged else ''}{whose(each)}: “{each.words}”{proof}"


def angle(name: str) -> str:
    """Return a lens or a family as people read it."""
    return name.replace("-", " ")


def column(found: Patterns, name: str) -> str:
    """Return a column as people read it: teams and cycles as they are named."""
    return name if found.by in ("team", "cycle") else angle(name)
