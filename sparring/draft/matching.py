"""Which item of one version of a draft became which of the next: by its words, and by its place where the words changed much.

Everything here is symmetric: compared the other way round, two versions give the same pairs.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from sparring.draft.model import Draft, KeyResult, Objective
from sparring.draft.wording import COMPARED, in_common, wording

Item = Objective | KeyResult

_SAME_LETTERS, _SAME_LETTERS_IN_PLACE = 70.0, 60.0
"""Of 100 (rapidfuzz ratio); two sentences of one language have 30 to 50 in common whatever they are about."""
_SAME_IDEAS = 50.0
"""Of 100, see `in_common`: from here two texts are one item wherever they stand."""
_SAME_IDEAS_BESIDE = 40.0
"""The same among key results of one objective."""
_SAME_IDEAS_IN_PLACE = 20.0
"""The same where an item kept its number or its place in the list; with less in common the line holds another idea."""

_OF_PLACE, _OF_PARENT, _OF_RESULTS = 10.0, 5.0, 40.0
"""What its place, its objective and (for an objective) its key results add to how alike an item is, where several would do."""

_SHARED_RESULTS = 0.5
"""An objective with other words is the same one when so many of its key results are."""
_HOLDERS = 20
"""Objectives that are looked at for one key result that several of them have."""

_MOST_PAIRS = 40_000
"""Items that changed are compared each with each up to here; a page of OKRs has some hundred pairs. Beyond, only those in one place are."""

_Shared = Mapping[tuple[str, str], tuple[int, float]]
_T = TypeVar("_T")
_SortT = TypeVar("_SortT", bound=Hashable)


def matches(old: Draft, new: Draft) -> dict[str, str]:
    """Map keys of `old` to keys of `new`; each is used once. Objectives first, for they say where key results belong."""
    translated = "und" not in (old.language, new.language) and old.language != new.language
    aims = _Pairs(_Side(old.objectives), _Side(new.objectives), translated=translated)
    aims.find(_shared_results(old, new))
    back = {after: before for before, after in aims.matched.items()}
    above_old, above_new = parents(old), parents(new)
    # A matched objective goes by its old key on both sides; one of the new version alone by a name that no key has.
    above_new = {key: back.get(parent, f"new {parent}") if parent else "" for key, parent in above_new.items()}
    results = _Pairs(_Side(tuple(old.key_results()), above_old), _Side(tuple(new.key_results()), above_new), translated=translated)
    results.find({})
    return aims.matched | results.matched


def parents(draft: Draft) -> dict[str, str]:
    """Map the key of each item to the key of the objective above it, "" where there is none."""
    key_of = {objective.id: objective.key for objective in draft.objectives}
    found = {objective.key: key_of.get(objective.parent or "", "") for objective in draft.objectives}
    found |= {key_result.key: objective.key for objective in draft.objectives for key_result in objective.key_results}
    return found | {key_result.key: "" for key_result in draft.unplaced_key_results}


def _shared_results(old: Draft, new: Draft) -> dict[tuple[str, str], tuple[int, float]]:
    """For each two objectives: how many key results they share word by word, and which part of them that is."""
    holders = _grouped((said, objective) for objective in new.objectives for said in _results_of(objective))
    sizes = {objective.key: len(objective.key_results) for objective in new.objectives}
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for objective in old.objectives:
        shared = Counter(after.key for said in _results_of(objective) for after in holders.get(said, [])[:_HOLDERS])
        for key, count in shared.items():
            found[objective.key, key] = count, count / max(len(objective.key_results), sizes[key])
    return found


def _results_of(objective: Objective) -> set[str]:
    return {wording(key_result.text) for key_result in objective.key_results if key_result.text}


class _Side:
    """The items of one kind in one version, in reading order."""

    def __init__(self, items: Sequence[Item], parent: Mapping[str, str] | None = None) -> None:
        self.items = items
        self.parent = {item.key: (parent or {}).get(item.key, "") for item in items}
        self.said = {item.key: wording(item.text) for item in items}
        self.named: dict[str, str] = {}
        """What matched items go by on both sides."""

    @property
    def left(self) -> list[Item]:
        """What is not matched yet."""
        return [item for item in self.items if item.key not in self.named]

    def spots(self) -> dict[Hashable, Item]:
        """The places of the items that are left: a number under an objective, or a position among those that changed together."""
        found: dict[Hashable, Item] = {}
        runs: dict[tuple[str, str], list[Item]] = {}
        anchors: dict[str, str] = {}
        for item in self.items:
            parent = self.parent[item.key]
            if item.key in self.named:
                anchors[parent] = self.named[item.key]
                continue
            runs.setdefault((parent, anchors.get(parent, "")), []).append(item)
            if item.label:
                found.setdefault(("label", parent, item.label), item)
        for run, items in runs.items():
            found |= {("run", *run, len(items), number): item for number, item in enumerate(items)}
        return found


class _Pairs:
    """Finds the pairs of one kind of item."""

    def __init__(self, old: _Side, new: _Side, *, translated: bool) -> None:
        self.old, self.new = old, new
        self.translated = translated
        self.matched: dict[str, str] = {}

    def find(self, shared: _Shared) -> None:
        """Match by the same words in the same place, the same words anywhere, words much alike, and at last gaps with gaps."""
        self._match_equal(lambda item, said, parent: (parent, item.label, said) if said and item.label else None)
        self._match_equal(lambda _, said, parent: (parent, said) if said else None)
        self._match_equal(lambda _, said, __: said or None)
        self._match_equal(lambda item, said, parent: (parent, item.label) if item.label and not said else None)
        self._match_alike(shared)
        self._match_equal(lambda _, said, parent: None if said else parent)
        self._match_equal(lambda _, said, __: None if said else "gap")

    def _pair(self, before: Item, after: Item) -> None:
        self.matched[before.key] = after.key
        self.old.named[before.key] = self.new.named[after.key] = before.key

    def _match_equal(self, respect: Callable[[Item, str, str], Hashable]) -> None:
        """Match what is left and equal in some respect, in order; None is equal to nothing."""
        news, olds = (
            _grouped((respect(item, side.said[item.key], side.parent[item.key]), item) for item in side.left)
            for side in (self.new, self.old)
        )
        for key, befores in olds.items():
            if key is not None:
                for before, after in zip(befores, news.get(key, []), strict=False):
                    self._pair(before, after)

    def _match_alike(self, shared: _Shared) -> None:
        place_of_old, place_of_new = ({item.key: place for place, item in enumerate(side.left)} for side in (self.old, self.new))
        scored = []
        for before, after, in_place in self._candidates():
            score = self._score(before, after, shared.get((before.key, after.key), (0, 0.0)), in_place=in_place)
            if score:
                one, other = place_of_old[before.key], place_of_new[after.key]
                scored.append((-score, abs(one - other), one + other, before, after))
        for *_, before, after in sorted(scored, key=lambda pair: pair[:3]):
            if before.key not in self.old.named and after.key not in self.new.named:
                self._pair(before, after)

    def _candidates(self) -> Iterator[tuple[Item, Item, bool]]:
        """Yield pairs worth a look, and whether both stand in one place."""
        olds, news = self.old.left, self.new.left
        spots = self.new.spots()
        staying = {(before.key, spots[spot].key): (before, spots[spot]) for spot, before in self.old.spots().items() if spot in spots}
        if len(olds) * len(news) > _MOST_PAIRS:
            yield from ((before, after, True) for before, after in staying.values())
            return
        for before in olds:
            yield from ((before, after, (before.key, after.key) in staying) for after in news)

    def _score(self, before: Item, after: Item, shared: tuple[int, float], *, in_place: bool) -> float:
        """How sure it is that one item became the other, 0.0 where it did not."""
        one, other = self.old.said[before.key][:COMPARED], self.new.said[after.key][:COMPARED]
        beside = isinstance(before, KeyResult) and self.old.parent[before.key] == self.new.parent[after.key]
        bonus = _OF_PLACE if in_place else _OF_PARENT if beside else 0.0
        if not (one and other):
            filled = bool(one or other) and in_place
            return _SAME_LETTERS + bonus if filled else 0.0
        letters, ideas = fuzz.ratio(one, other), in_common(one, other)
        enough = _SAME_IDEAS_IN_PLACE if in_place else _SAME_IDEAS_BESIDE if beside else _SAME_IDEAS
        spelled = letters >= (_SAME_LETTERS_IN_PLACE if in_place else _SAME_LETTERS)
        count, part = shared
        same_results = part >= _SHARED_RESULTS and (in_place or count > 1)
        if spelled or ideas >= enough or same_results or (in_place and self.translated):
            return max(letters, ideas) + bonus + _OF_RESULTS * part
        return 0.0


def _grouped(pairs: Iterable[tuple[_SortT, _T]]) -> dict[_SortT, list[_T]]:
    found: dict[_SortT, list[_T]] = {}
    for sort, each in pairs:
        found.setdefault(sort, []).append(each)
    return found
