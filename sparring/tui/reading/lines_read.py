"""What each line of a draft was understood as. Made once a reading; a line is looked at when it is shown."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sparring.draft.doubts import Doubt, doubts_about
from sparring.draft.model import Draft, KeyResult, LineMark, LineMeaning, Objective, Owner
from sparring.draft.reading import read_draft
from sparring.text import Source

Seen = Literal["objective", "key_result", "more", "field", "heading", "note", "nothing", "unclear", "blank"]
"""What a line is: where an item begins, the rest of one, values beside an item, a name above items, a remark, what the team says is
nothing, what found no place, and marks or white space alone."""

_KEPT_LINES = 4096


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a line that are one thing."""

    start: int
    end: int
    owner: Owner
    is_objective: bool = False


@dataclass(frozen=True, slots=True)
class LineRead:
    """One line as it was understood.

    Attributes:
        seen: what it is.
        key: the item that it is, or belongs to; "" for none.
        id: that item's, for the line that it begins on.
        beside: how many more items begin on the line.
        bracket: "first", "inner" or "last" line of an item of several lines; "" for others.
        pieces: all of the line, in order.
    """

    seen: Seen
    key: str = ""
    id: str = ""
    beside: int = 0
    bracket: Literal["", "first", "inner", "last"] = ""
    pieces: tuple[Piece, ...] = ()


class Understanding:
    """A draft as read, with what speaks against it, line by line.

    Attributes:
        draft: the draft, with its regions.
        doubts: what speaks against the reading.
        unclear: the lines of which nothing was understood, in order.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.doubts: tuple[Doubt, ...] = doubts_about(draft)
        self._marks: dict[int, LineMeaning] = {mark.line: mark.meaning for mark in draft.marks}
        self._starts = [region.span.start for region in draft.regions]
        self._items: dict[str, Objective | KeyResult] = {}
        self._begun: dict[int, list[Objective | KeyResult]] = defaultdict(list)
        for item in draft.items():
            self._items[item.key] = item
            self._begun[item.lines[0]].append(item)
        self._long = sorted((item for item in self._items.values() if item.lines[1] > item.lines[0]), key=lambda item: item.lines)
        self._long_starts = [item.lines[0] for item in self._long]
        self._names = {draft.title, *(name for objective in draft.objectives for name in objective.section)} - {""}
        self.unclear = self._unclear()
        self.line = lru_cache(_KEPT_LINES)(self._line)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The lines to look at, in order."""
        return tuple(sorted({*self.unclear, *(doubt.line for doubt in self.doubts if doubt.line)}))

    @property
    def first_line(self) -> int:
        """The line that the first item begins on; 1 where there is none."""
        return min(self._begun, default=1)

    def _unclear(self) -> tuple[int, ...]:
        source = self.draft.source
        told: set[int] = set(self._begun) | {line for line, meaning in self._marks.items() if meaning == "nothing"}
        lost: set[int] = set()
        for region in self.draft.regions:
            if region.owner in ("item", "field"):
                first, last = source.lines_of(region.span)
                told.update(range(first, last + 1))
            elif region.owner == "unplaced":
                lost.update(source.lines_of(region.span))
        return tuple(sorted(lost - told))

    def _line(self, line: int) -> LineRead:
        """Return what the line (1-based) is."""
        pieces, keys, owners = self._pieces(line)
        begun = self._begun.get(line, ())
        if begun:
            first = begun[0]
            seen: Seen = "objective" if isinstance(first, Objective) else "key_result"
            return LineRead(seen, first.key, first.id, len(begun) - 1, self._bracket(line, first.key), pieces)
        key = keys[0] if keys else ""
        if "item" in owners:
            return LineRead("more", key, bracket=self._bracket(line, key), pieces=pieces)
        if self._marks.get(line) == "nothing":
            return LineRead("nothing", pieces=pieces)
        if "field" in owners:
            return LineRead("field", key, bracket=self._bracket(line, key), pieces=pieces)
        if "unplaced" in owners:
            return LineRead("unclear", pieces=pieces)
        bracket = self._bracket(line, "")
        if "note" in owners:
            span = self.draft.source.line_span(line)
            text = span.of(self.draft.source.text)
            named = any(text[piece.start : piece.end].strip() in self._names for piece in pieces if piece.owner == "note")
            return LineRead("heading" if named else "note", bracket=bracket, pieces=pieces)
        return LineRead("blank", bracket=bracket, pieces=pieces)

    def _pieces(self, line: int) -> tuple[tuple[Piece, ...], list[str], set[Owner]]:
        """Return the line's stretches, the keys of items and fields in it, items first, and what is in it."""
        span = self.draft.source.line_span(line)
        pieces: list[Piece] = []
        of_items: list[str] = []
        of_fields: list[str] = []
        owners: set[Owner] = set()
        at = max(0, bisect_right(self._starts, span.start) - 1)
        for region in self.draft.regions[at : bisect_right(self._starts, max(span.start, span.end - 1))]:
            start, end = max(region.span.start, span.start), min(region.span.end, span.end)
            if start >= end:
                continue
            owners.add(region.owner)
            if region.owner == "item":
                of_items.append(region.key)
            elif region.owner == "field":
                of_fields.append(region.key)
            of_objective = region.owner == "item" and isinstance(self._items.get(region.key), Objective)
            pieces.append(Piece(start - span.start, end - span.start, region.owner, of_objective))
        return tuple(pieces), of_items + of_fields, owners

    def _bracket(self, line: int, key: str) -> Literal["", "first", "inner", "last"]:
        """Tell where in an item of several lines this one stands; the lines between its parts belong to it, other items' lines do not."""
        item = self._items.get(key)
        if item is None:
            at = bisect_right(self._long_starts, line) - 1
            item = self._long[at] if at >= 0 else None
        if item is None or item.lines[0] == item.lines[1] or not item.lines[0] <= line <= item.lines[1]:
            return ""
        return "first" if line == item.lines[0] else "last" if line == item.lines[1] else "inner"


def understanding_of(source: Source, marks: tuple[LineMark, ...]) -> Understanding:
    """Read a draft with these marks; takes as long as reading it."""
    return Understanding(read_draft(source, marks))
