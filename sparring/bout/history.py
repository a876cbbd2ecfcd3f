"""Earlier bouts of the same team, as far as a coach would remember them: pure values, each a fold of an earlier transcript."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sparring.bout.state import Answer, Aside, Bout, Round
from sparring.challenge import EarlierKind, EarlierWords
from sparring.draft.model import Draft, Item
from sparring.lenses.model import Anchor

CYCLE_APART = timedelta(weeks=8)
"""Two bouts this far apart are of different cycles where neither names its own: most cycles take a quarter."""
A_YEAR = timedelta(days=365)
MOST_BOUTS = 5
"""Earlier bouts that are remembered; further back nobody remembers what was said either."""
MOST_ITEMS = 80
"""Lines of an earlier draft that are compared."""
LONGEST_WORDS = 240
"""Characters of what the team said that can be read beside a question at a glance."""
SAME_LINE = 50.0
"""How alike, of 100, two versions of a line are at least, for its wording to have been worked on rather than replaced."""
OPENING_ROUNDS = 3
"""Rounds whose questions a team remembers from the last time."""

_NUMBERS = re.compile(r"\d[\d.,]*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Point:
    """What an earlier bout came to in one of its rounds.

    Attributes:
        lens: the round's lens.
        item: the words of the item that it was about, spaces evened out; "" for the draft or several items.
        kind: left open, kept, or meant to be changed.
        words: the team's own about it, verbatim: its decision, or its answer; "" when it said nothing or took it back.
    """

    lens: str
    item: str
    kind: EarlierKind
    words: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier bout.

    Attributes:
        bout: its name.
        at: when it was opened.
        cycle: as the team named it, or "".
        lenses: those raised.
        opening_questions: ids of the questions of its first rounds.
        points: what its rounds came to.
        versions: the lines of every version of its draft, oldest first.
        asked_by_coaches: words of the questions that coaches put in it.
    """

    bout: str
    at: datetime
    cycle: str
    lenses: frozenset[str]
    opening_questions: frozenset[str]
    points: tuple[Point, ...]
    versions: tuple[tuple[str, ...], ...]
    asked_by_coaches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class History:
    """Earlier bouts of the team, newest first."""

    bouts: tuple[Earlier, ...] = ()

    @property
    def last(self) -> Earlier | None:
        """The last one."""
        return self.bouts[0] if self.bouts else None


NO_HISTORY = History()


def earlier_from(bout: Bout) -> Earlier | None:
    """Return what is remembered of a bout; None for one that was opened and never fought."""
    if not any(each.exchanges or each.decision for each in bout.rounds):
        return None
    return Earlier(
        bout=bout.opened.bout,
        at=bout.opened_at,
        cycle=bout.opened.cycle,
        lenses=frozenset(each.raised.lens for each in bout.rounds),
        opening_questions=frozenset(each.raised.question_id for each in bout.rounds[:OPENING_ROUNDS] if each.raised.question_id),
        points=tuple(_points(bout)),
        versions=tuple(_lines(version.draft) for version in bout.versions),
        asked_by_coaches=frozenset(each.asked.text for each in _asides(bout) if each.asked.role == "coach"),
    )


def _asides(bout: Bout) -> Iterator[Aside]:
    yield from bout.asides
    yield from (each for round_ in bout.rounds for each in round_.exchanges if isinstance(each, Aside))


def opening_questions(history: History) -> frozenset[str]:
    """Return the ids of the questions that the last bout began with: a team hears the same opening as a form."""
    return history.last.opening_questions if history.last else frozenset()


def in_a_later_cycle(bout: Bout, history: History) -> bool:
    """Return whether the team sparred in an earlier cycle than this bout's."""
    return any(_is_another_cycle(bout, each) for each in history.bouts)


def asked_this_cycle(lens: str, bout: Bout, history: History) -> bool:
    """Return whether this lens was raised in an earlier bout of the same cycle."""
    return any(lens in each.lenses and not _is_another_cycle(bout, each) for each in history.bouts)


def asked_within_a_year(lens: str, bout: Bout, history: History) -> bool:
    """Return whether this lens was raised in a bout of the last twelve months."""
    return any(lens in each.lenses and bout.opened_at - each.at < A_YEAR for each in history.bouts)


def on_wording_alone(bout: Bout, history: History) -> bool:
    """Return whether this is at least the third version of the draft in a row that differs in wording alone.

    Versions of this cycle count, those of earlier bouts with those of this one: the lines stay, their numbers stay, their words change.
    """
    kept = [each for each in reversed(history.bouts) if not _is_another_cycle(bout, each)]
    versions = [lines for each in kept for lines in each.versions] + [_lines(version.draft) for version in bout.versions]
    steps = [(old, new) for old, new in pairwise(versions) if old != new]
    return len(steps) > 1 and all(_is_wording(old, new) for old, new in steps[-2:])


def remembered(lens: str, anchor: Anchor, bout: Bout, history: History) -> EarlierWords | None:
    """Return what an earlier bout left of the same point: the same lens on a line that stands as it stood."""
    if history.last is None:
        return None
    if lens == "last-cycle":
        return _first_with_words(history)
    item = bout.draft.item(anchor.keys[0]) if len(anchor.keys) == 1 else None
    if item is None:
        return None
    for each in history.bouts:
        for point in each.points:
            if point.lens == lens and point.item and point.item == _even(item):
                return EarlierWords(point.kind, each.bout, each.at.date(), point.words)
    return None


def _first_with_words(history: History) -> EarlierWords | None:
    """What the team would be asked first about its last bout: what it left open, then what it meant to change, then what it kept."""
    order: tuple[EarlierKind, ...] = ("open", "will-change", "keep")
    for each in history.bouts:
        for kind in order:
            words = next((point.words for point in each.points if point.kind == kind and point.words), "")
            if words:
                return EarlierWords(kind, each.bout, each.at.date(), words)
    return None


def _is_another_cycle(bout: Bout, earlier: Earlier) -> bool:
    if bout.opened.cycle and earlier.cycle:
        return bout.opened.cycle.casefold() != earlier.cycle.casefold()
    return bout.opened_at - earlier.at >= CYCLE_APART


def _points(bout: Bout) -> Iterator[Point]:
    open_rounds = {each.seq for each in bout.open_rounds}
    for each in bout.rounds:
        kind: EarlierKind | None = "open" if each.seq in open_rounds else None
        match each.stance:
            case "keep":
                kind = "keep"
            case "will-change":
                kind = "will-change"
            case _:
                pass
        if kind is None:
            continue
        keys = each.raised.anchor.keys
        item = bout.draft.item(keys[0]) if len(keys) == 1 else None
        yield Point(each.raised.lens, _even(item) if item else "", kind, _words(each))


def _words(round_: Round) -> str:
    """Return the team's words that tell what the round came to: its decision, else its last answer or the stretch of it that says so."""
    if round_.decision and round_.decision.taken.reason.strip():
        return _short(round_.decision.taken.reason)
    answer = round_.answers[-1] if round_.answers else None
    return _short(_telling(answer)) if answer else ""


def _telling(answer: Answer) -> str:
    telling = answer.telling_words
    return answer.text[telling.start : telling.end] if telling and len(answer.text) > LONGEST_WORDS else answer.text


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= LONGEST_WORDS else ""


def _lines(draft: Draft) -> tuple[str, ...]:
    return tuple(_even(item) for item in list(draft.items())[:MOST_ITEMS] if item.text)


def _even(item: Item) -> str:
    return _SPACE.sub(" ", item.text).strip()


def _is_wording(old: Iterable[str], new: Iterable[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    before, after = list(old), list(new)
    if len(before) != len(after):
        return False
    return all(
        was == now or (_NUMBERS.findall(was) == _NUMBERS.findall(now) and ratio(was, now) >= SAME_LINE)
        for was, now in zip(before, after, strict=True)
    )
