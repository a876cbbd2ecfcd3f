"""A draft version as the transcript keeps it, and back."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from sparring.draft.model import Draft, FieldName, KeyResult, LineMark, LineMeaning, Objective, Remark, Segment
from sparring.record.payload import Payload, Stretch
from sparring.text import Place, Source, Span


class SegmentRecord(Payload):
    """A stretch of an item's text and where it stands in the draft's text."""

    text: Stretch
    source: Stretch


class ItemRecord(Payload):
    """An item of a draft version (see `draft.model.Item`)."""

    kind: Literal["objective", "key_result"]
    id: str
    key: str
    label: str
    text: str
    segments: tuple[SegmentRecord, ...]
    lines: tuple[int, int]
    fields: dict[FieldName, str] = Field(default_factory=dict)
    baseline: str | None = None
    target: str | None = None
    under: str = ""
    """The key of the objective it stands under; "" for objectives and unplaced key results."""
    parent: str | None = None
    """For an objective in a tree, the id of the objective above."""
    section: tuple[str, ...] = ()
    """For an objective, the headings above it (see `draft.model.Objective`)."""


class RemarkRecord(Payload):
    """Words of the draft that are no item (see `draft.model.Remark`)."""

    span: Stretch
    lines: tuple[int, int]
    text: str


class MarkRecord(Payload):
    """What the team itself said of a line of its draft (1-based)."""

    line: int
    meaning: LineMeaning


class PlaceRecord(Payload):
    """A page, slide or sheet of a draft that was converted: where it begins in the text, and its name."""

    start: int
    name: str


class DraftRecord(Payload):
    """A draft version, whole."""

    name: str
    path: str | None
    encoding: str
    digest: str
    language: str
    format: str
    title: str
    text: str
    items: tuple[ItemRecord, ...]
    notes: tuple[RemarkRecord, ...] = ()
    unplaced: tuple[RemarkRecord, ...] = ()
    marks: tuple[MarkRecord, ...] = ()
    guessed: bool = False
    """The encoding was detected, not declared."""
    converted: bool = False
    """The file is no text: the text was made from it, and the file is never written."""
    places: tuple[PlaceRecord, ...] = ()


def record_of(draft: Draft) -> DraftRecord:
    """Return everything of `draft` but its regions, which can be read again from the text."""
    items: list[ItemRecord] = []
    for objective in draft.objectives:
        items.append(_item_record(objective))
        items.extend(_item_record(key_result, under=objective.key) for key_result in objective.key_results)
    items.extend(_item_record(key_result) for key_result in draft.unplaced_key_results)
    source = draft.source
    return DraftRecord(
        name=source.name,
        path=None if source.path is None else str(source.path),
        encoding=source.encoding,
        guessed=source.guessed,
        converted=source.converted,
        places=tuple(PlaceRecord(start=each.start, name=each.name) for each in source.places),
        digest=source.digest,
        language=draft.language,
        format=draft.format,
        title=draft.title,
        text=source.text,
        items=tuple(items),
        notes=_remark_records(draft.notes),
        unplaced=_remark_records(draft.unplaced),
        marks=tuple(MarkRecord(line=each.line, meaning=each.meaning) for each in draft.marks),
    )


def draft_of(record: DraftRecord) -> Draft:
    """Return the draft that `record` keeps; its regions are empty.

    Raises:
        ValueError: a stretch in it ends before it begins: no program of ours wrote it.
    """
    objectives: list[tuple[ItemRecord, list[KeyResult]]] = []
    stray: list[KeyResult] = []
    for item in record.items:
        if item.kind == "objective":
            objectives.append((item, []))
            continue
        siblings = objectives[-1][1] if item.under and objectives else stray
        siblings.append(KeyResult(**_common(item), baseline=item.baseline, target=item.target))
    return Draft(
        source=Source(
            record.name,
            record.text,
            record.encoding,
            guessed=record.guessed,
            path=None if record.path is None else Path(record.path),
            converted=record.converted,
            places=tuple(Place(each.start, each.name) for each in record.places),
        ),
        language=record.language,
        format=record.format,
        title=record.title,
        objectives=tuple(
            Objective(**_common(item), key_results=tuple(below), parent=item.parent, section=item.section) for item, below in objectives
        ),
        unplaced_key_results=tuple(stray),
        notes=_remarks(record.notes),
        unplaced=_remarks(record.unplaced),
        marks=tuple(LineMark(each.line, each.meaning) for each in record.marks),
    )


def _item_record(item: Objective | KeyResult, under: str = "") -> ItemRecord:
    return ItemRecord(
        kind="objective" if isinstance(item, Objective) else "key_result",
        id=item.id,
        key=item.key,
        label=item.label,
        text=item.text,
        segments=tuple(SegmentRecord(text=_stretch(each.text), source=_stretch(each.source)) for each in item.segments),
        lines=item.lines,
        fields=dict(item.fields),
        baseline=item.baseline if isinstance(item, KeyResult) else None,
        target=item.target if isinstance(item, KeyResult) else None,
        under=under,
        parent=item.parent if isinstance(item, Objective) else None,
        section=item.section if isinstance(item, Objective) else (),
    )


def _common(item: ItemRecord) -> dict[str, Any]:
    return {
        "id": item.id,
        "key": item.key,
        "label": item.label,
        "text": item.text,
        "segments": tuple(Segment(_span(each.text), _span(each.source)) for each in item.segments),
        "lines": item.lines,
        "fields": dict(item.fields),
    }


def _remark_records(remarks: Iterable[Remark]) -> tuple[RemarkRecord, ...]:
    return tuple(RemarkRecord(span=_stretch(each.span), lines=each.lines, text=each.text) for each in remarks)


def _remarks(records: Iterable[RemarkRecord]) -> tuple[Remark, ...]:
    return tuple(Remark(_span(each.span), each.lines, each.text) for each in records)


def _stretch(span: Span) -> Stretch:
    return Stretch(start=span.start, end=span.end)


def _span(stretch: Stretch) -> Span:
    return Span(stretch.start, stretch.end)
