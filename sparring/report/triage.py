"""Which bouts a coach should open first, and why. Pure: what counts is where thinking was dodged, never who is better."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sparring.bout.glance import Glance

ReasonKind = Literal["unanswered", "unowned", "overdue", "pressed-then-skipped", "kept-in-short", "edited-in-vain", "question-waits"]

WEIGHTS: Final[dict[ReasonKind, float]] = {
    "overdue": 3.0,
    "pressed-then-skipped": 3.0,
    "edited-in-vain": 2.5,
    "unanswered": 2.0,
    "kept-in-short": 4.0,
    "unowned": 1.0,
    "question-waits": 0.5,
}
"""What one of each is worth. A bout in which everything was kept in a few words says most: nothing was thought about."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bout is worth opening.

    Attributes:
        kind: what was found.
        count: how often.
        said: for people, short enough for a list.
    """

    kind: ReasonKind
    count: int
    said: str


def reasons(glance: Glance, today: date, *, questions_waiting: int = 0) -> tuple[Reason, ...]:
    """Return why a bout is worth opening, the weightiest first; empty where nothing was dodged.

    Args:
        glance: the bout.
        today: what is due is held against it.
        questions_waiting: notes of a coach that ask the team something which it has not seen yet.
    """
    found = [each for each in _found(glance, today, questions_waiting) if each.count]
    return tuple(sorted(found, key=lambda each: -WEIGHTS[each.kind] * each.count))


def rank(found: tuple[Reason, ...]) -> float:
    """Return how much a bout is worth opening; a list is sorted by it, and nobody is shown it."""
    return sum(WEIGHTS[each.kind] * each.count for each in found)


def _found(glance: Glance, today: date, waiting: int) -> Iterator[Reason]:
    overdue = sum(1 for each in glance.open_points if each.due and each.due < today)
    unowned = sum(1 for each in glance.open_points if not each.owner) if glance.ended else 0
    yield Reason("unanswered", glance.unanswered, f"{glance.unanswered} unanswered")
    yield Reason("overdue", overdue, f"{overdue} overdue")
    yield Reason("unowned", unowned, f"{unowned} without an owner")
    skipped = glance.pressed_then_skipped
    yield Reason("pressed-then-skipped", skipped, f"{skipped} pressed, then skipped")
    yield Reason("kept-in-short", int(glance.all_kept_in_short), "all kept in a few words")
    vain = glance.edited_in_vain
    yield Reason("edited-in-vain", vain, f"{vain} edited in vain")
    yield Reason("question-waits", waiting, f"{waiting} of your questions unseen")
