"""What is open to somebody who chooses for himself what to raise, as a language model does: within the budgets and the situation.

The opening, round two, the closing questions and another angle are the planner's alone (LENSES.md, "Order of a bout").
"""

from collections.abc import Iterable

from sparring.bout.budgets import fits_budget, is_silent
from sparring.bout.history import History
from sparring.bout.items import barren, decided, is_done
from sparring.bout.moves import Raise
from sparring.bout.risk import POINTLESS, risk_named
from sparring.bout.standing import left_behind
from sparring.bout.state import Bout
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor
from sparring.situation import Situation

FIXED_ROUNDS = 2
"""The first rounds of every bout: what differs, and the risk."""

_FIRST_OF_ALL = frozenset({"choice", "signal"})
_BREAKS_A_DRAFT = frozenset({"roadmap-wrapper", "influence", "by-itself"})
"""The round after those is for what can break the whole draft: these families, and these lenses of others."""

_NOT_FOR_CHOOSING = frozenset({"facts", "spine"})
_BY_HISTORY = frozenset({"last-cycle", "polishing", "purpose"})
"""What only the team's earlier bouts can set off; the planner knows those."""


def lenses_open(bout: Bout, catalogue: Catalogue, move: Raise) -> frozenset[str]:
    """Return the ids of the lenses that may be raised instead of what `move` names; none where it leaves no choice."""
    if move.closing or move.angle_on is not None or len(bout.rounds) < FIXED_ROUNDS:
        return frozenset()
    situation = bout.situation or Situation()
    risk = risk_named(bout)
    pointless = POINTLESS[risk] if risk else frozenset()
    breakers_only = sum(each.raised.angle_on is None for each in bout.numbered) == FIXED_ROUNDS
    return frozenset(
        lens.id
        for lens in catalogue
        if lens.family not in _NOT_FOR_CHOOSING
        and lens.id not in _BY_HISTORY | pointless
        and (not breakers_only or lens.family in _FIRST_OF_ALL or lens.id in _BREAKS_A_DRAFT)
        and fits_budget(lens, bout)
        and not is_silent(lens, situation)
    )


def points_kept_before(bout: Bout, history: History, lenses: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return the points that the team kept in an earlier bout, each a lens and an item's key: it gave its reason then."""
    if history.last is None:
        return frozenset()
    items = [item for item in bout.part.items() if item.text]
    return frozenset(
        (lens, item.key) for lens in lenses for item in items if left_behind(lens, Anchor("items", (item.key,)), bout, history)
    )


def items_left_alone(bout: Bout) -> frozenset[str]:
    """Return the keys of items that are decided, done, or brought nothing: nobody comes back to them unasked."""
    return _decided_or_done(bout) | items_barren(bout)


def items_barren(bout: Bout) -> frozenset[str]:
    """Return the keys of those among them that are left alone only because a round on them brought nothing."""
    return frozenset() if bout.added_rounds else barren(bout) - _decided_or_done(bout)


def _decided_or_done(bout: Bout) -> frozenset[str]:
    done = frozenset(item.key for item in bout.part.items() if is_done(item))
    return done if bout.added_rounds else done | decided(bout)
