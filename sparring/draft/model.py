"""A draft as the team wrote it: objectives, key results, and what every character of the source belongs to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from sparring.text import Source, Span

Kind = Literal["objective", "key_result"]
FieldName = Literal["status", "owner", "score", "due", "priority", "links", "baseline", "target", "unit", "confidence", "measure"]
Owner = Literal["item", "field", "note", "syntax", "unplaced"]
"""What a stretch of the source is: words of an item, one of its fields, a remark, marks (bullets, labels, rules), or not understood."""
LineMeaning = Literal["objective", "key_result", "note", "nothing"]
"""What a team says that a line is."""
LINE_MEANINGS: frozenset[LineMeaning] = frozenset(("objective", "key_result", "note", "nothing"))


@dataclass(frozen=True, slots=True)
class LineMark:
    """The team's own word on a line (1-based); it holds against what the reader understood."""

    line: int
    meaning: LineMeaning


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an item's `text` and where it stands in the source.

    Both spans have the same length where the words stand there verbatim; they differ where one character is written as several (an escape
    in JSON), and then the stretch is one unit. Characters of the text in no segment are joints (the space between two wrapped lines).
    """

    text: Span
    source: Span


@dataclass(frozen=True, kw_only=True)
class Item:
    """An objective or a key result.

    Attributes:
        id: its place: "O1", "O1.KR2"; "KR1" for a key result under no objective. Changes when the draft is renumbered.
        key: stable for as long as a bout lasts: the diff of two versions carries it over.
        label: the author's own name for it ("KR 2.1", "A3"), or "".
        text: what a reader would call the item: without bullets, labels, emphasis, statuses. Empty for a gap the author left open.
        segments: where `text` stands in the source, in order.
        lines: first and last line, 1-based, inclusive.
        fields: what stands beside the words: status, owner, score, due, priority, links, unit, confidence, measure; values verbatim.
    """

    id: str
    key: str
    label: str
    text: str
    segments: tuple[Segment, ...]
    lines: tuple[int, int]
    fields: Mapping[FieldName, str] = field(default_factory=dict)

    def project(self, phrase: Span) -> tuple[Span, ...]:
        """Return where a stretch of `text` stands in the source: one span a segment that it touches."""
        spans = []
        for segment in self.segments:
            start, end = max(phrase.start, segment.text.start), min(phrase.end, segment.text.end)
            if start >= end:
                continue
            if len(segment.text) == len(segment.source):
                offset = segment.source.start - segment.text.start
                spans.append(Span(start + offset, end + offset))
            else:
                spans.append(segment.source)
        return tuple(spans)


@dataclass(frozen=True, kw_only=True)
class KeyResult(Item):
    """A line that is meant to show progress; `baseline` and `target` only where they stand beside the words (a table's cell, a field)."""

    baseline: str | None = None
    target: str | None = None

    @property
    def measured_text(self) -> str:
        """The words with baseline and target as a reader of the whole row takes them in; for rules, never for quoting."""
        return " ".join(part for part in (self.text, self.baseline, self.target) if part)


@dataclass(frozen=True, kw_only=True)
class Objective(Item):
    """A qualitative aim with the key results beneath it; in a tree of teams, `parent` is the id of the objective above.

    `section` holds the headings or nested keys above it as the author wrote them, outermost first ("2031", "Kitchen team"): without the
    draft's title, the objectives above it and headings that only say that objectives follow.
    """

    key_results: tuple[KeyResult, ...] = ()
    parent: str | None = None
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of the source that are no item: a note of the authors, or text that found no place."""

    span: Span
    lines: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source and what it is. `key` is the item's, for items and fields."""

    span: Span
    owner: Owner
    key: str = ""
    field: FieldName | None = None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One version of a team's OKRs.

    `regions` cover the source from its first character to its last without gap or overlap: nothing the team wrote is lost.

    Attributes:
        language: of the items, as ISO 639-1 ("en", "de"), or "und" when there is too little to tell.
        format: the reader that read it: "markdown", "yaml", "json", "csv", "text".
        title: the draft's own heading, or "".
        marks: what the team itself said of single lines.
    """

    source: Source
    language: str
    format: str
    objectives: tuple[Objective, ...]
    unplaced_key_results: tuple[KeyResult, ...] = ()
    notes: tuple[Remark, ...] = ()
    unplaced: tuple[Remark, ...] = ()
    regions: tuple[Region, ...] = ()
    title: str = ""
    marks: tuple[LineMark, ...] = ()

    def items(self) -> Iterator[Objective | KeyResult]:
        """Yield every item in reading order: each objective before its key results, unplaced key results last."""
        for objective in self.objectives:
            yield objective
            yield from objective.key_results
        yield from self.unplaced_key_results

    def key_results(self) -> Iterator[KeyResult]:
        """Yield every key result in reading order."""
        for objective in self.objectives:
            yield from objective.key_results
        yield from self.unplaced_key_results

    def item(self, key: str) -> Objective | KeyResult | None:
        """Return the item with this stable key, if this version has it."""
        return self._by_key.get(key)

    def objective_of(self, key: str) -> Objective | None:
        """Return the objective that the item with this key belongs to (itself, for an objective)."""
        return self._objective_by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Objective | KeyResult]:
        return {item.key: item for item in self.items()}

    @cached_property
    def _objective_by_key(self) -> dict[str, Objective]:
        return {item.key: objective for objective in self.objectives for item in (objective, *objective.key_results)}

    @property
    def is_empty(self) -> bool:
        """Nothing was read that could be sparred on."""
        return not self.objectives and not self.unplaced_key_results
