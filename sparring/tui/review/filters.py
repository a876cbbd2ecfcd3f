"""Which bouts the coach's list shows: by team, cycle, angle, outcome, answer, age and the coach's own tags. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, get_args

from sparring.archive.index.rounds import Wanted
from sparring.bout.precis import Outcome
from sparring.report.chosen import quarter_of
from sparring.reviewing import Listed
from sparring.text import visible
from sparring.tui.bout.chooser import Answer
from sparring.tui.reading.counts import how_many
from sparring.tui.review.bout_lines import CLASS_NAMES
from sparring.tui.review.bout_rows import NO_TEAM_NAMED, goes_by

ANYTHING: Final = Wanted()

FACETS: Final = (
    Answer("t", "of a team", "team"),
    Answer("c", "of a cycle", "cycle"),
    Answer("q", "that began in a quarter", "quarter"),
    Answer("l", "with an angle", "lens"),
    Answer("o", "with a challenge that was", "outcome"),
    Answer("a", "with an answer that is", "answer"),
    Answer("d", "not older than", "since"),
    Answer("n", "with a note", "note"),
)
ANY_NOTE: Final = "any note"
NO_CYCLE: Final = "no cycle"
AGES: Final = {"30": "a month", "92": "three months", "183": "half a year", "365": "a year"}
OUTCOMES: Final[dict[str, str]] = {
    "settled": "settled",
    "standing": "answered and still standing",
    "kept": "kept",
    "changed": "changed, or to be",
    "open": "open",
    "skipped": "skipped",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which bouts the list shows; "" is any.

    Attributes:
        team: as the coach calls it.
        cycle: likewise.
        quarter: in which a bout began (see `chosen.quarter_of`).
        wanted: what happened in a round.
        days: not older than so many; 0 is any age.
        tag: of a note on it; `ANY_NOTE` for any.
    """

    team: str = ""
    cycle: str = ""
    quarter: str = ""
    wanted: Wanted = ANYTHING
    days: int = 0
    tag: str = ""

    @property
    def said(self) -> str:
        """The filter in words; "" where it lets everything through."""
        answer = next((said for name, said in CLASS_NAMES.items() if name == self.wanted.answer_class), "")
        parts = (
            self.team,
            self.cycle,
            self.quarter,
            self.wanted.lens.replace("-", " "),
            OUTCOMES.get(self.wanted.outcome, ""),
            f"answer: {answer}" if answer else "",
            f"not older than {AGES.get(str(self.days), f'{self.days} days')}" if self.days else "",
            f"noted: {self.tag}" if self.tag and self.tag != ANY_NOTE else "with a note" if self.tag else "",
        )
        return " · ".join(visible(part) for part in parts if part)

    @property
    def said_without_names(self) -> str:
        """The filter in words, without the team's name and the coach's tags."""
        told = (
            "one of the teams" if self.team else "",
            replace(self, team="", tag=ANY_NOTE if self.tag else "").said,
        )
        return " · ".join(part for part in told if part)

    def lets_through(self, listed: Listed, today: date) -> bool:
        """Return whether a bout is of this team, cycle and age; what happened in its rounds is the index's to say."""
        seen = listed.glance
        if self == Filter():
            return True
        if seen is None or (self.team and goes_by(seen) != self.team) or (self.cycle and (seen.cycle or NO_CYCLE) != self.cycle):
            return False
        if self.tag and not (listed.notes.notes if self.tag == ANY_NOTE else any(self.tag in note.tags for note in listed.notes.notes)):
            return False
        if self.quarter and quarter_of(seen.opened) != self.quarter:
            return False
        return not self.days or (today - seen.opened.date()).days <= self.days

    def narrowed(self, facet: str, value: str) -> "Filter":
        """Return the filter with one more condition."""
        match facet:
            case "team":
                return replace(self, team=value)
            case "cycle":
                return replace(self, cycle=value)
            case "quarter":
                return replace(self, quarter=value)
            case "lens":
                return replace(self, wanted=replace(self.wanted, lens=value))
            case "outcome":
                return replace(self, wanted=replace(self.wanted, outcome=value))
            case "answer":
                return replace(self, wanted=replace(self.wanted, answer_class=value))
            case "note":
                return replace(self, tag=value)
            case _:
                return replace(self, days=int(value))


def values_of(facet: str, bouts: Sequence[Listed], lenses: Mapping[str, int]) -> Sequence[Answer]:
    """Return what there is to choose from; empty where there is nothing.

    Args:
        facet: what is chosen by.
        bouts: of the list.
        lenses: that were raised, with the number of bouts.
    """
    seen = [each.glance for each in bouts if each.glance]
    match facet:
        case "team":
            named, called = {each.team for each in seen}, _named([goes_by(each) for each in seen])
            drafts = [replace(each, says=f"{each.says}   {NO_TEAM_NAMED}") for each in called if each.value not in named]
            return [*(each for each in called if each.value in named), *drafts]
        case "cycle":
            return _named([each.cycle or NO_CYCLE for each in seen])
        case "quarter":
            return _named([quarter_of(each.opened) for each in seen])[::-1]
        case "lens":
            return [Answer("", f"{lens.replace('-', ' ')}   {how_many(count, 'bout')}", lens) for lens, count in sorted(lenses.items())]
        case "outcome":
            return [Answer("", said, name) for name in get_args(Outcome) if (said := OUTCOMES[name])]
        case "answer":
            return [Answer("", said, name) for name, said in CLASS_NAMES.items()]
        case "note":
            tags = [tag for each in bouts for tag in {tag for note in each.notes.notes for tag in note.tags}]
            noted = sum(1 for each in bouts if each.notes.notes)
            return [Answer("", f"{ANY_NOTE}   {how_many(noted, 'bout')}", ANY_NOTE), *_named(tags)] if noted else []
        case _:
            return [Answer("", said, days) for days, said in AGES.items()]


def _named(names: Sequence[str]) -> Sequence[Answer]:
    counts = Counter(name for name in names if name)
    return [Answer("", f"{visible(name)}   {how_many(counts[name], 'bout')}", name) for name in sorted(counts, key=str.casefold)]
