"""What a bout knows of an item beside its words: that the page calls it done, and that the team has decided on it."""

import re
from collections.abc import Set as AbstractSet

from sparring.bout.let_go import let_go
from sparring.bout.state import Bout
from sparring.draft.model import Item, KeyResult, Objective
from sparring.lenses.quantities import changes, quantities

MOST_LINES = 0.65
"""Share of an objective's lines that the team changes or lets go from which on it is being taken apart."""

_DONE = re.compile(
    r"[✅☑✔]|^x$|\b(?:done|completed?|met|achieved|closed|finished|shipped|erledigt|abgeschlossen|erreicht|fertig|conclu[ií]d[oa]|terminad[oa]|hecho|tamamland\w*)\b|완료|完成|完了",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:not|nicht|no|não|un)\b|未|미", re.IGNORECASE)
_TODAY_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]")


def is_done(item: Item) -> bool:
    """Return whether the page itself says that this is done; then there is nothing left to spar over."""
    status = item.fields.get("status", "").strip(" *_")
    return _DONE.search(status) is not None and _NOT_DONE.search(status) is None


def decided(bout: Bout) -> frozenset[str]:
    """Return the keys of items on which the team took a stance, or which it let go in passing: coming back to them would be nagging."""
    stances = frozenset(
        key
        for each in bout.rounds
        if each.decision and each.raised.family != "spine" and len(each.raised.anchor.keys) == 1
        for key in each.raised.anchor.keys
    )
    gone = stances | let_go(bout)
    changing = gone | _to_be_changed(bout)
    return gone.union(objective.key for objective in bout.part.objectives if comes_apart(objective, changing))


def to_be_changed_or_gone(bout: Bout) -> frozenset[str]:
    """Return the keys of what the team means to change, has let go, or skipped as nothing of its own."""
    skipped = (each for each in bout.rounds if each.stance == "skip" and len(each.raised.anchor.keys) == 1)
    does_not_apply = (each for each in skipped if each.decision and each.decision.taken.skipped_because != "misread")
    not_theirs = frozenset(each.raised.anchor.keys[0] for each in does_not_apply if each.raised.family != "spine")
    return _to_be_changed(bout) | let_go(bout) | not_theirs


def comes_apart(aim: Objective, going: AbstractSet[str]) -> bool:
    """Return whether an objective goes itself, or most of its lines do: then nobody asks about it as it stands."""
    lines = aim.key_results
    return aim.key in going or (bool(lines) and MOST_LINES * len(lines) <= sum(kr.key in going for kr in lines))


def _to_be_changed(bout: Bout) -> frozenset[str]:
    return frozenset(
        key for each in bout.rounds if each.stance == "will-change" and each.raised.family != "spine" for key in each.raised.anchor.keys
    )


def barren(bout: Bout) -> frozenset[str]:
    """Return the keys of lines on which a round was fought that brought nothing: another angle right away would be insisting.

    A line about which the team does not know yet is not barren: it has said what there is to say, and may say more.
    """
    return frozenset(
        key
        for each in bout.rounds
        if each.answers
        and not each.brought_something
        and each.answers[-1].main_class != "dont-know"
        and each.raised.anchor.kind == "key_result"
        for key in each.raised.anchor.keys
    )


def says_where_it_starts(key_result: KeyResult) -> bool:
    """Return whether a key result tells from where to where: a pair of numbers, today's value beside the aim, or filled cells."""
    found = quantities(key_result.text)
    if changes(key_result.text, found):
        return True
    if key_result.baseline and key_result.target:
        return bool(quantities(key_result.baseline)) and bool(quantities(key_result.target))
    return sum(each.measures for each in found) > 1 and _TODAY_IN_BRACKETS.search(key_result.text) is not None
