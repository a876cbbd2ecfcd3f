"""Which choices may be raised in a turn, whoever makes them."""

from sparring.challenge import Choice
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor
from sparring.partner.port import Turn


def is_permitted(choice: Choice, turn: Turn, catalogue: Catalogue) -> bool:
    """Return whether `choice` may be raised in `turn`: the planner would, or budgets and situation leave it open to a model."""
    if choice in turn.choices:
        return True
    anchor = choice.anchor
    if choice.lens not in catalogue or any(turn.draft.item(key) is None for key in anchor.keys):
        return False
    if any(choice.lens == each.lens and about_the_same(anchor, each.anchor) for each in turn.choices):
        return True
    if choice.lens not in turn.may_raise or anchor.kind not in catalogue[choice.lens].anchors:
        return False
    if any(each.raised.lens == choice.lens and each.raised.anchor.keys == anchor.keys for each in turn.rounds):
        return False
    if len(anchor.keys) == 1 and (choice.lens, anchor.keys[0]) in turn.kept_before:
        return False
    return not anchor.keys or not turn.left_alone.issuperset(anchor.keys)


def about_the_same(one: Anchor, other: Anchor) -> bool:
    """Return whether two anchors are about the same, whichever words of it they quote."""
    return (one.kind, one.keys) == (other.kind, other.keys)
