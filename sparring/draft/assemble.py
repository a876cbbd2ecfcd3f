"""From what a reader found to a `Draft`: ids, keys, and a region for every character of the source."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TypedDict

from sparring.draft.language import language_of
from sparring.draft.model import Draft, FieldName, KeyResult, Objective, Owner, Region, Remark, Segment
from sparring.draft.outline import Entry, Outline
from sparring.draft.words import Words
from sparring.text import Source, Span

_BESIDE: tuple[FieldName, ...] = ("baseline", "target")

_SHEET = "sheet "
"""How a converted document names the places that are sheets."""

_WORD_CHARACTER = re.compile(r"[^\W_]")
_TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|td|th|colgroup|col|ul|ol|li|h[1-6]|details|summary|div|p|br|hr|center|span|b|i|u|em|strong|section)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)

_Claim = tuple[Span, Owner, str, FieldName | None]
_Stretches = tuple[list[int], list[int]]
"""Starts and ends, in order: plain numbers are found faster than spans."""


class _Common(TypedDict):
    id: str
    key: str
    label: str
    text: str
    segments: tuple[Segment, ...]
    lines: tuple[int, int]
    fields: dict[FieldName, str]


def assemble(source: Source, outline: Outline, form: str) -> Draft:
    """Turn an outline of `source` into a draft.

    Args:
        source: the text that the outline points into.
        outline: what the reader found; without any item the whole source counts as unplaced.
        form: the format's name, see `Draft.format`.
    """
    if not outline.entries:
        outline = Outline()
    order = _reading_order(outline.entries)
    keys = {id(entry): f"k{number}" for number, entry in enumerate(order, 1)}
    regions = _regions(source, _claims(outline, order, keys))
    objectives, unplaced_key_results = _items(source, order, keys, regions, outline.title)
    notes = tuple(_remarks(source, outline.notes, regions))
    return Draft(
        source=source,
        language=language_of(" \n".join(entry.words.text for entry in order)),
        format=form,
        objectives=objectives,
        unplaced_key_results=unplaced_key_results,
        notes=notes,
        unplaced=tuple(
            Remark(region.span, source.lines_of(region.span), region.span.of(source.text))
            for region in regions
            if region.owner == "unplaced"
        ),
        regions=regions,
        title=outline.title.text,
    )


def _reading_order(entries: list[Entry]) -> list[Entry]:
    """Each objective before its key results, key results under no objective last: the order of `Draft.items`."""
    beneath: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "key_result":
            beneath.setdefault(id(entry.under), []).append(entry)
    order = []
    for entry in entries:
        if entry.kind == "objective":
            order.append(entry)
            order.extend(beneath.get(id(entry), []))
    order.extend(beneath.get(id(None), []))
    return order


def _claims(outline: Outline, order: list[Entry], keys: dict[int, str]) -> Iterator[_Claim]:
    """Yield who claims what; a later claim wins over an earlier one."""
    for span in outline.syntax:
        yield span, "syntax", "", None
    for words in (*outline.notes, outline.title):
        for span in words.spans:
            yield span, "note", "", None
    for entry in order:
        for span in entry.label.spans:
            yield span, "syntax", "", None
    for entry in reversed(order):
        key = keys[id(entry)]
        for name, values in entry.fields.items():
            for value in values:
                for span in value.spans:
                    yield span, "field", key, name
    for entry in reversed(order):
        key = keys[id(entry)]
        for span in (*entry.mentions, *entry.words.spans):
            yield span, "item", key, None


def _regions(source: Source, claims: Iterator[_Claim]) -> tuple[Region, ...]:
    owners: list[_Claim] = []
    # One number a character: claims may overlap in any way, and this stays linear.
    painted = [-1] * len(source.text)
    for number, made in enumerate(claims):
        owners.append(made)
        span = made[0]
        painted[span.start : span.end] = [number] * len(span)
    regions: list[Region] = []
    start = 0
    for number, run in groupby(painted):
        end = start + len(list(run))
        claim = owners[number] if number >= 0 else None
        if claim is None:
            regions.extend(_unclaimed(source.text, start, end))
        else:
            regions.append(Region(Span(start, end), *claim[1:]))
        start = end
    return tuple(_merged(regions))


def _unclaimed(text: str, start: int, end: int) -> Iterator[Region]:
    """Split a stretch that nobody claimed into lines: words are unplaced, everything else is punctuation."""
    if not _holds_words(text, start, end):
        yield Region(Span(start, end), "syntax")
        return
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        line = text[start:stop]
        core = Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())) if line.strip() else Span(start, start)
        if _holds_words(text, core.start, core.end):
            if core.start > start:
                yield Region(Span(start, core.start), "syntax")
            yield Region(core, "unplaced")
            if core.end < stop:
                yield Region(Span(core.end, stop), "syntax")
        else:
            yield Region(Span(start, stop), "syntax")
        start = stop


def _holds_words(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch says anything: HTML's tags do not."""
    if not _WORD_CHARACTER.search(text, start, end):
        return False
    return "<" not in text[start:end] or _WORD_CHARACTER.search(_TAG.sub("", text[start:end])) is not None


def _merged(regions: list[Region]) -> Iterator[Region]:
    pending: Region | None = None
    for region in regions:
        if pending is None:
            pending = region
        elif region.owner == "syntax" == pending.owner:
            pending = Region(Span(pending.span.start, region.span.end), "syntax")
        else:
            yield pending
            pending = region
    if pending is not None:
        yield pending


def _items(
    source: Source, order: list[Entry], keys: dict[int, str], regions: tuple[Region, ...], title: Words
) -> tuple[tuple[Objective, ...], tuple[KeyResult, ...]]:
    owned: dict[str, _Stretches] = {}
    for region in regions:
        if region.owner == "item":
            starts, ends = owned.setdefault(region.key, ([], []))
            starts.append(region.span.start)
            ends.append(region.span.end)
    ids: dict[int, str] = {}
    found: dict[int, list[KeyResult]] = {}
    objectives = [entry for entry in order if entry.kind == "objective"]
    for number, entry in enumerate(objectives, 1):
        ids[id(entry)] = f"O{number}"
    for entry in order:
        if entry.kind == "key_result":
            siblings = found.setdefault(id(entry.under), [])
            place = f"{ids[id(entry.under)]}.KR{len(siblings) + 1}" if entry.under else f"KR{len(siblings) + 1}"
            common = _common(source, entry, place, keys[id(entry)], owned)
            siblings.append(KeyResult(**common, baseline=_value(entry, "baseline"), target=_value(entry, "target")))
    return (
        tuple(
            Objective(
                **_common(source, entry, ids[id(entry)], keys[id(entry)], owned),
                key_results=tuple(found.get(id(entry), ())),
                parent=ids.get(id(entry.under)) if entry.under else None,
                section=_section(source, entry, title),
            )
            for entry in objectives
        ),
        tuple(found.get(id(None), ())),
    )


def _common(source: Source, entry: Entry, place: str, key: str, owned: dict[str, _Stretches]) -> _Common:
    """What objectives and key results have alike."""
    spans = [words.span for words in (entry.words, entry.label) if words.segments] or [entry.place]
    whole = spans[0] if len(spans) == 1 else Span(min(span.start for span in spans), max(span.end for span in spans))
    beside = () if entry.kind == "objective" else _BESIDE
    return _Common(
        id=place,
        key=key,
        label=entry.label.text,
        text=entry.words.text,
        segments=_owned_segments(entry.words.segments, owned.get(key, ([], []))),
        lines=source.lines_of(whole),
        fields={name: ", ".join(value.text for value in values) for name, values in entry.fields.items() if name not in beside},
    )


def _owned_segments(segments: tuple[Segment, ...], owned: _Stretches) -> tuple[Segment, ...]:
    """Leave out a segment that another item claimed first, so that a quotation never points into somebody else's words."""
    return tuple(segment for segment in segments if _within(segment.source, owned))


def _within(span: Span, stretches: _Stretches) -> bool:
    """Tell whether one of the stretches covers all of `span`."""
    starts, ends = stretches
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and span.end <= ends[at]


def _section(source: Source, entry: Entry, title: Words) -> tuple[str, ...]:
    """The names above an objective, a spreadsheet's sheet first; neither the draft's title nor the same name twice in a row."""
    sheet = source.place_of(entry.place.start)
    names = [sheet.removeprefix(_SHEET)] if sheet.startswith(_SHEET) else []
    names += [words.text for words in entry.section if words.text and words.spans != title.spans]
    return tuple(name for before, name in pairwise(["", *names]) if name != before)


def _value(entry: Entry, name: FieldName) -> str | None:
    values = entry.fields.get(name)
    return ", ".join(value.text for value in values) if values else None


def _remarks(source: Source, notes: list[Words], regions: tuple[Region, ...]) -> Iterator[Remark]:
    spans = [region.span for region in regions if region.owner == "note"]
    held = [span.start for span in spans], [span.end for span in spans]
    for words in sorted(notes, key=lambda words: words.span.start):
        if words.segments and _within(Span(words.span.start, words.span.start), held):
            yield Remark(words.span, source.lines_of(words.span), words.text)
