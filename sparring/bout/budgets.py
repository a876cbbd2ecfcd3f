"""How often a lens may be raised in one bout, and when it stays silent (LENSES.md, "Order of a bout")."""

from sparring.bout.state import Bout
from sparring.lenses.model import Family, Lens
from sparring.situation import Situation

SAME_POINT = (frozenset({"not-doing", "work-link", "coverage"}),)
"""Lenses that come down to one question, what gives way; a second of them sounds like the first asked again."""

OUTPUTS = frozenset({"output-as-result", "activity-count", "roadmap-wrapper"})
"""Rounds about deliverables and activities; together they have a budget."""
MOST_OUTPUT_ROUNDS = 2
ABOUT_WORK = OUTPUTS | {"objective-is-task"}
"""What comes down to the same to a team: that it wrote down its work. An aim that is a task counts against the budget of its outputs."""
FAMILY_BUDGETS: dict[Family, int] = {"signal": 2, "measure": 1}
ROUNDS_IN_A_ROOM = 4
"""Several people at one screen talk longer about each challenge."""

_NOT_FOR_A_COMPANY = frozenset({"influence", "objective-is-metric"})
_WORDING = frozenset(
    {"vague-measure", "compound", "generic", "objective-compound", "objective-is-task", "objective-is-metric", "polishing"}
)
"""Lenses that lead to rewording: out of place once the cycle runs."""


def is_silent(lens: Lens, situation: Situation) -> bool:
    """Return whether a coach would leave this lens alone in the team's situation."""
    if situation.level == "company" and (lens.family == "signal" or lens.id in OUTPUTS | _NOT_FOR_A_COMPANY):
        return True
    if situation.level == "discovery" and lens.id == "missing-baseline":
        return True
    if situation.level == "platform" and lens.id == "influence":
        return True
    if situation.written_by == "us" and lens.id == "audience":
        return True
    if situation.written_by == "given" and situation.moment != "mid-cycle" and lens.id == "purpose":
        # Somebody has just ordered the practice; what it is good for cannot be known yet.
        return True
    if situation.moment == "committed" and lens.id == "sandbagged":
        return True
    return situation.moment == "mid-cycle" and lens.id in _WORDING


def fits_budget(lens: Lens, bout: Bout) -> bool:
    """Return whether one more round with this lens stays within the budgets; a lens comes once unless the team asked for more rounds."""
    raised = [each.raised for each in bout.rounds]
    if not bout.added_rounds and any(each.lens == lens.id for each in raised):
        return False
    if not bout.added_rounds and any(lens.id in point and each.lens in point for point in SAME_POINT for each in raised):
        return False
    if lens.id == "roadmap-wrapper" and any(each.lens in OUTPUTS for each in raised if each.lens != lens.id):
        # One of the deliverables has been talked about; the whole list of them is the same point, made weaker.
        return False
    if lens.id in OUTPUTS - {"roadmap-wrapper"} and any(
        each.raised.lens == "roadmap-wrapper" and each.stance in ("keep", "will-change", "skip") for each in bout.rounds
    ):
        # The team has just decided about all of its deliverables; taking up one of them would ask the same again.
        return False
    if lens.id in ABOUT_WORK and sum(each.lens in ABOUT_WORK for each in raised) >= MOST_OUTPUT_ROUNDS:
        return False
    most = FAMILY_BUDGETS.get(lens.family)
    return most is None or sum(each.family == lens.family for each in raised) < most


def planned_rounds(bout: Bout) -> int:
    """Return how many numbered rounds this bout has, with those that the team added."""
    alone = bout.opened.rounds
    first = min(alone, ROUNDS_IN_A_ROOM) if bout.situation and bout.situation.in_a_room else alone
    return first + bout.added_rounds
