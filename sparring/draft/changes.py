"""The diff of two versions of a draft: which item became which, what is new, what is gone, and what changed in the words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import count
from typing import Literal

from rapidfuzz import fuzz, process

from sparring.draft.model import Draft, KeyResult, Objective
from sparring.text import Span

ChangeKind = Literal["same", "reworded", "moved", "new", "gone"]
"""`moved`: the same words now under another objective or in another order.
`reworded`: other words, or another baseline or target beside them."""

_ALIKE = 60.0
"""Of 100 (rapidfuzz ratio): below this two texts are two items, unless the author's label says otherwise."""
_ALIKE_IN_PLACE = 45.0
"""The same with the item's label and its objective unchanged."""
_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one item; `old` is None for a new one, `new` for one that is gone."""

    kind: ChangeKind
    old: Objective | KeyResult | None
    new: Objective | KeyResult | None


@dataclass(frozen=True, slots=True)
class WordChange:
    """Stretches of two texts that stand for each other: equal, or replaced, deleted (empty `new`), inserted (empty `old`)."""

    kind: Literal["equal", "replaced", "deleted", "inserted"]
    old: Span
    new: Span


def carry_keys(old: Draft, new: Draft, used: Collection[str] = ()) -> Draft:
    """Return `new` with the keys of `old` for the items that are still there, and fresh keys for the others.

    Args:
        old: the version before, whose keys are known.
        new: the version as just read.
        used: keys of still earlier versions; none is given out a second time.
    """
    matched = _matches(old, new)
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
    matched = _matches(old, new)
    old_of = {new_key: old_key for old_key, new_key in matched.items()}
    olds = {item.key: item for item in old.items()}
    steady = _in_order(old, new, matched)
    found = []
    for item in new.items():
        before = olds.get(old_of.get(item.key, ""))
        if before is None:
            found.append(Change("new", None, item))
        elif _measured(before) != _measured(item):
            found.append(Change("reworded", before, item))
        elif item.key not in steady or _parent(new, item.key) != matched.get(_parent(old, before.key), ""):
            found.append(Change("moved", before, item))
        else:
            found.append(Change("same", before, item))
    found.extend(Change("gone", item, None) for item in old.items() if item.key not in matched)
    return tuple(found)


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the difference of two texts word by word, as spans that cover both; characters of Chinese and Japanese count as words."""
    old_words, new_words = _word_spans(old), _word_spans(new)
    matcher = SequenceMatcher(a=[span.of(old) for span in old_words], b=[span.of(new) for span in new_words], autojunk=False)
    kinds: dict[str, Literal["equal", "replaced", "deleted", "inserted"]]
    kinds = {"equal": "equal", "replace": "replaced", "delete": "deleted", "insert": "inserted"}
    return tuple(
        WordChange(kinds[tag], _cover(old_words, start, end, len(old)), _cover(new_words, new_start, new_end, len(new)))
        for tag, start, end, new_start, new_end in matcher.get_opcodes()
    )


_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:[.,:/'’-][^\W\u3040-\u30ff\u3400-\u9fff]+)*|\s+|[^\w\s]"
)


def _word_spans(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _cover(words: list[Span], start: int, end: int, length: int) -> Span:
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    position = words[start].start if start < len(words) else length
    return Span(position, position)


def _measured(item: Objective | KeyResult) -> tuple[str, ...]:
    if isinstance(item, KeyResult):
        return (item.text, item.baseline or "", item.target or "")
    return (item.text,)


def _parents(draft: Draft) -> dict[str, str]:
    return {key_result.key: objective.key for objective in draft.objectives for key_result in objective.key_results}


def _parent(draft: Draft, key: str) -> str:
    objective = draft.objective_of(key)
    return objective.key if objective is not None and objective.key != key else ""


def _matches(old: Draft, new: Draft) -> dict[str, str]:
    """Map keys of `old` to keys of `new`; each is used once. Objectives first, for they say where key results belong."""
    objectives = _matched(list(old.objectives), list(new.objectives), {}, {}, {})
    return objectives | _matched(list(old.key_results()), list(new.key_results()), _parents(old), _parents(new), objectives)


def _matched(
    olds: Sequence[Objective | KeyResult],
    news: Sequence[Objective | KeyResult],
    old_parents: dict[str, str],
    new_parents: dict[str, str],
    objectives: dict[str, str],
) -> dict[str, str]:
    def in_place(before: Objective | KeyResult, after: Objective | KeyResult) -> bool:
        return objectives.get(old_parents.get(before.key, ""), "") == new_parents.get(after.key, "")

    matched = _same_words(olds, news, in_place)
    left_old = [item for item in olds if item.key not in matched]
    taken = set(matched.values())
    left_new = [item for item in news if item.key not in taken]
    scored = sorted(_scored(left_old, left_new, in_place), key=lambda pair: (-pair[0], pair[1], pair[2]))
    for _, before, after in scored:
        if left_old[before].key not in matched and left_new[after].key not in taken:
            matched[left_old[before].key] = left_new[after].key
            taken.add(left_new[after].key)
    return matched


_InPlace = Callable[[Objective | KeyResult, Objective | KeyResult], bool]


def _same_words(olds: Sequence[Objective | KeyResult], news: Sequence[Objective | KeyResult], in_place: _InPlace) -> dict[str, str]:
    """Match items whose words did not change, those in their old place first, then the others in order."""
    waiting: dict[str, list[Objective | KeyResult]] = {}
    for item in news:
        waiting.setdefault(item.text, []).append(item)
    matched: dict[str, str] = {}
    for staying in (True, False):
        for before in olds:
            candidates = waiting.get(before.text, [])
            if not before.text or before.key in matched:
                continue
            after = next((item for item in candidates if not staying or in_place(before, item)), None)
            if after is not None:
                candidates.remove(after)
                matched[before.key] = after.key
    return matched


def _scored(
    olds: Sequence[Objective | KeyResult], news: Sequence[Objective | KeyResult], in_place: _InPlace
) -> Iterator[tuple[float, int, int]]:
    """Yield likely pairs with a score: how alike the words are, and a little for the same label and place."""
    texts = [item.text.casefold() for item in news]
    by_label: dict[str, list[int]] = {}
    for index, item in enumerate(news):
        by_label.setdefault(item.label or item.id, []).append(index)
    for number, before in enumerate(olds):
        alike = process.extract(before.text.casefold(), texts, scorer=fuzz.ratio, limit=_CANDIDATES) if before.text else []
        scores = {index: score for _, score, index in alike}
        for index in by_label.get(before.label or before.id, [])[:_CANDIDATES]:
            scores.setdefault(index, fuzz.ratio(before.text.casefold(), texts[index]))
        for index, score in scores.items():
            after = news[index]
            stays = in_place(before, after) and (before.label or before.id) == (after.label or after.id)
            gap_filled = stays and not (before.text and after.text)
            if score >= (_ALIKE_IN_PLACE if stays else _ALIKE) or gap_filled:
                yield score + (5.0 if in_place(before, after) else 0.0) + (5.0 if stays else 0.0), number, index


def _in_order(old: Draft, new: Draft, matched: dict[str, str]) -> set[str]:
    """Keys of `new` that keep their order: the longest run of matched items in the same order, so that an insertion moves nobody."""
    steady: set[str] = set()
    for kind in (Objective, KeyResult):
        place = {item.key: number for number, item in enumerate(new.items()) if isinstance(item, kind)}
        groups: dict[str, list[str]] = {}
        for item in old.items():
            if isinstance(item, kind) and item.key in matched:
                after = matched[item.key]
                groups.setdefault(_parent(new, after), []).append(after)
        for keys in groups.values():
            steady |= _longest_rising(keys, place)
    return steady


def _longest_rising(keys: list[str], place: dict[str, int]) -> set[str]:
    tails: list[int] = []
    tail_keys: list[str] = []
    before: dict[str, str | None] = {}
    for key in keys:
        at = bisect_left(tails, place[key])
        before[key] = tail_keys[at - 1] if at else None
        tails[at : at + 1] = [place[key]]
        tail_keys[at : at + 1] = [key]
    chain: set[str] = set()
    step = tail_keys[-1] if tail_keys else None
    while step is not None:
        chain.add(step)
        step = before[step]
    return chain
