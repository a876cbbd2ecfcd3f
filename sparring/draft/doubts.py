"""Whether a draft was understood: what speaks against it, so that the team is asked before a bout is fought on a misread draft."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.draft.model import Draft, KeyResult, Objective, Remark
from sparring.draft.vocabulary import PERIOD
from sparring.text import visible

_LISTED = re.compile(r"[ \t\u3000]*(?:[-*+•◦‣·●○■□–—]|\d{1,3}[.)]|\[[ xX]\]|\|)[ \t\u3000|]*(?=\S)")
_QUANTITY = re.compile(r"\d+(?:[.,]\d+)*\s?%|(?:from|von|de|vom)\s+\d|\d\s*(?:->|→|=>)\s*\d|(?:\bto\b|\bauf\b|≥|>=)\s*\d")
_LONGEST_ITEM = 420
"""Characters; in 48 public drafts fewer than one key result in a hundred is longer, and most of those are."""
_MOST_KEY_RESULTS = 12
_LONGEST_DATE = 40
_TAG = re.compile(r"\S{1,20}[ \t]*(?:[-–—|:]|\s-)[ \t]")
_MANY_TAGGED = 4
_SHARE_TAGGED = 0.3
_MANY_LEFT_OVER = 3
_SHARE_LEFT_OVER = 0.3


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that speaks against the reading.

    Attributes:
        says: a sentence for the team.
        line: where to look, 1-based; None for the draft as a whole.
    """

    says: str
    line: int | None = None


def doubts_about(draft: Draft) -> tuple[Doubt, ...]:
    """Return what speaks against the reading, the gravest first; empty when the reader is sure."""
    if draft.is_empty:
        return (Doubt("No objective and no key result was found. Say which lines are which."),)
    return tuple(_doubts(draft))


def _doubts(draft: Draft) -> Iterator[Doubt]:
    items = list(draft.items())
    key_results = list(draft.key_results())
    if not draft.objectives:
        yield Doubt("No objective was found, only key results. Which lines are the objectives?", items[0].lines[0])
    elif draft.unplaced_key_results:
        yield Doubt(
            f"{_count(len(draft.unplaced_key_results), 'key result')} could not be put under an objective.",
            draft.unplaced_key_results[0].lines[0],
        )
    if not key_results:
        yield Doubt("No key result was found, only objectives. Which lines are the key results?", items[0].lines[0])
    else:
        bare = [each for each in draft.objectives if not each.key_results and not _has_below(draft, each)]
        if len(bare) > len(draft.objectives) / 2:
            yield Doubt(f"{len(bare)} of {len(draft.objectives)} objectives have no key result.", bare[0].lines[0])
    crowded = next((each for each in draft.objectives if len(each.key_results) > _MOST_KEY_RESULTS), None)
    if crowded:
        yield Doubt(f"{crowded.id} has {len(crowded.key_results)} key results: are all of them its own?", crowded.lines[0])
    long = next((each for each in items if len(each.text) > _LONGEST_ITEM), None)
    if long:
        yield Doubt(f"{long.id} is very long: where does it end?", long.lines[0])
    dated = next((each for each in draft.objectives if len(each.text) <= _LONGEST_DATE and PERIOD.match(each.text)), None)
    if dated:
        yield Doubt(f"{dated.id} seems to be a date, not an objective.", dated.lines[0])
    leading = next((each for each in draft.objectives if each.text.rstrip().endswith((":", "："))), None)
    if leading:
        yield Doubt(f"{leading.id} ends with a colon: is it an objective, or does it lead to one?", leading.lines[0])
    tag, tagged = _commonest_tag(items)
    if len(tagged) >= max(_MANY_TAGGED, _SHARE_TAGGED * len(items)):
        yield Doubt(f"{len(tagged)} lines begin with “{visible(tag)}”: does that belong to their words?", tagged[0].lines[0])
    left = _like_items(draft)
    if len(left) >= max(_MANY_LEFT_OVER, _SHARE_LEFT_OVER * len(items)):
        yield Doubt(f"{_count(len(left), 'line')} with figures were taken for notes, or for nothing.", left[0].lines[0])


def _commonest_tag(items: Sequence[Objective | KeyResult]) -> tuple[str, list[Objective | KeyResult]]:
    """Return the mark that most items begin with ("PX - "), and those items."""
    by_tag: dict[str, list[Objective | KeyResult]] = {}
    for each in items:
        if match := _TAG.match(each.text):
            by_tag.setdefault(match[0].strip(), []).append(each)
    return max(by_tag.items(), key=lambda pair: len(pair[1]), default=("", []))


def _has_below(draft: Draft, objective: Objective) -> bool:
    return any(each.parent == objective.id for each in draft.objectives)


def _like_items(draft: Draft) -> list[Remark]:
    """Return listed lines with figures that were taken for no item."""
    found = []
    results = sorted((each.lines[0], _indent(draft, each.lines[0])) for each in draft.key_results())
    starts = [line for line, _ in results]
    for each in (*draft.notes, *draft.unplaced):
        line = each.lines[0]
        start = draft.source.line_span(line).start
        if not _LISTED.match(draft.source.text, start, each.span.end) or not _QUANTITY.search(each.text):
            continue
        above = bisect_right(starts, line) - 1
        # What is listed beneath a key result says more about it.
        if above < 0 or _indent(draft, line) <= results[above][1]:
            found.append(each)
    return sorted(found, key=lambda each: each.span.start)


def _indent(draft: Draft, line: int) -> int:
    text = draft.source.line_span(line).of(draft.source.text).expandtabs(4)
    return len(text) - len(text.lstrip())


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
