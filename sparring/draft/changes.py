"""The diff of two versions of a draft, item by item: what is the same, reworded, moved, new or gone."""

import zlib
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

from sparring.draft.matching import Item, matches, parents
from sparring.draft.model import Draft, KeyResult, Objective
from sparring.draft.wording import says_the_same, wording

ChangeKind = Literal["same", "reworded", "moved", "new", "gone"]
"""`same`: the item promises what it did; at most its number, typography, owner or status is another.
`reworded`: other words, or another baseline, target, unit, measure or date beside them, wherever it stands now.
`moved`: the same promise under another objective or in another order."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one item; `old` is None for a new one, `new` for one that is gone."""

    kind: ChangeKind
    old: Objective | KeyResult | None
    new: Objective | KeyResult | None


def carry_keys(old: Draft, new: Draft, used: Collection[str] = ()) -> Draft:
    """Return `new` with the keys of `old` for the items that are still there, and fresh keys for the others.

    Args:
        old: the version before, whose keys are known.
        new: the version as just read.
        used: keys of still earlier versions; none is given out a second time.
    """
    matched = matches(old, new)
    taken = {item.key for item in old.items()} | set(used)
    fresh = (key for number in count(1) if (key := f"k{number}") not in taken)
    old_key_of = {new_key: old_key for old_key, new_key in matched.items()}
    keys = {item.key: old_key_of.get(item.key) or next(fresh) for item in new.items()}
    return replace(
        new,
        objectives=tuple(
            replace(
                objective,
                key=keys[objective.key],
                key_results=tuple(replace(key_result, key=keys[key_result.key]) for key_result in objective.key_results),
            )
            for objective in new.objectives
        ),
        unplaced_key_results=tuple(replace(key_result, key=keys[key_result.key]) for key_result in new.unplaced_key_results),
        regions=tuple(replace(region, key=keys[region.key]) if region.key else region for region in new.regions),
    )


def changes(old: Draft, new: Draft) -> tuple[Change, ...]:
    """Return what became of each item: in the new version's reading order, then what is gone.

    Keys are not looked at, so the versions may be compared before or after `carry_keys`.
    """
    matched = matches(old, new)
    olds = {item.key: item for item in old.items()}
    old_of = {after: olds[before] for before, after in matched.items()}
    steady = _steady(old, new, matched)
    found = []
    for item in new.items():
        before = old_of.get(item.key)
        if before is None:
            found.append(Change("new", None, item))
        elif not says_the_same(before, item):
            found.append(Change("reworded", before, item))
        else:
            found.append(Change("same" if item.key in steady else "moved", before, item))
    found.extend(Change("gone", item, None) for item in old.items() if item.key not in matched)
    return tuple(found)


def _steady(old: Draft, new: Draft, matched: dict[str, str]) -> set[str]:
    """Keys of `new` that stand where they stood: under the same objective, and in the longest run of items in the same order.

    So an insertion moves nobody, and of two that changed places one has moved.
    """
    items = {item.key: (place, item) for place, item in enumerate(new.items())}
    above_old, above_new = parents(old), parents(new)
    groups: dict[tuple[type, str], list[_Step]] = {}
    for before in old.items():
        after = matched.get(before.key)
        if after is None or above_new[after] != matched.get(above_old[before.key], ""):
            continue
        if above_old[before.key] and above_old[before.key] not in matched:
            continue
        place, item = items[after]
        groups.setdefault((type(item), above_new[after]), []).append(_Step(after, place, _weight(before, item)))
    return {key for steps in groups.values() for key in _heaviest_rising(steps)}


@dataclass(frozen=True, slots=True)
class _Step:
    key: str
    place: int
    weight: int


_ONE_ITEM = 1 << 64


def _weight(before: Item, after: Item) -> int:
    """One item each, and a little that depends on the words alone: which of two runs of one length stays is the same in both directions."""
    said = sorted((wording(before.text), wording(after.text)))
    return _ONE_ITEM + zlib.crc32("\n".join(said).encode("utf-8", "surrogatepass"))


def _heaviest_rising(steps: list[_Step]) -> set[str]:
    """Return the keys of the run with rising places that weighs most."""
    places: list[int] = []
    best: list[tuple[int, _Step]] = []
    before: dict[str, _Step | None] = {}
    for step in steps:
        at = bisect_left(places, step.place)
        before[step.key] = best[at - 1][1] if at else None
        total = step.weight + (best[at - 1][0] if at else 0)
        beyond = at
        while beyond < len(best) and best[beyond][0] <= total:
            beyond += 1
        places[at:beyond] = [step.place]
        best[at:beyond] = [(total, step)]
    run: set[str] = set()
    last = best[-1][1] if best else None
    while last is not None:
        run.add(last.key)
        last = before[last.key]
    return run
