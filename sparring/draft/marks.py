"""What the team itself says a line is, where the reader understood it otherwise; and how that is found again in a changed text."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sparring.draft.lines import read_lines
from sparring.draft.model import LineMark, LineMeaning
from sparring.draft.outline import Entry, Outline
from sparring.draft.words import NO_WORDS, Words, verbatim
from sparring.text import Source, Span

_DATA_KEY = re.compile(r"""^[\s\-{\[]*["']?[\w .-]{1,40}["']?[ \t]*:[ \t]*(?=\S)""")
_DATA_END = " \t\r\n,}]"
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A mark that finds its line again: by the line's own words, not by its number.

    Attributes:
        digest: of the line without the white space around it; the words themselves are not kept twice.
        nth: which of the lines with the same words it is, from 0.
        meaning: what the team says it is.
    """

    digest: str
    nth: int
    meaning: LineMeaning


def anchored(source: Source, marks: Iterable[LineMark]) -> tuple[Anchored, ...]:
    """Return the marks of `source` so that they can be kept."""
    digests = _digests(source)
    before: Counter[str] = Counter()
    nth = []
    for digest in digests:
        nth.append(before[digest])
        before[digest] += 1
    return tuple(Anchored(digests[m.line - 1], nth[m.line - 1], m.meaning) for m in marks if 1 <= m.line <= len(digests))


def found_again(source: Source, kept: Iterable[Anchored]) -> tuple[LineMark, ...]:
    """Return the kept marks whose lines stand in `source`, in order; a line that is gone or was rewritten is read afresh."""
    lines: dict[str, list[int]] = {}
    for number, digest in enumerate(_digests(source), 1):
        lines.setdefault(digest, []).append(number)
    marks = {}
    for each in kept:
        at = lines.get(each.digest, ())
        if 0 <= each.nth < len(at):
            marks[at[each.nth]] = each.meaning
    return tuple(LineMark(line, meaning) for line, meaning in sorted(marks.items()))


def moved(marks: Sequence[LineMark], old: Source, new: Source) -> tuple[LineMark, ...]:
    """Return the marks of `old` where their lines stand in `new`."""
    return found_again(new, anchored(old, marks)) if marks else ()


def understood(source: Source, outline: Outline, marks: Sequence[LineMark], *, markdown: bool) -> Outline:
    """Return what the reader found, with the marked lines as the team says they are.

    A key result belongs to the nearest objective before it; a line made an objective takes the key results that follow it, up to the next
    objective. Marks of lines that the text does not have change nothing.
    """
    marker = _Marker(source, outline, markdown=markdown)
    for mark in sorted(marks, key=lambda each: each.line):
        if 1 <= mark.line <= source.line_count:
            marker.take(mark)
    return marker.outline


def _digests(source: Source) -> list[str]:
    return [_digest(source.line_span(line).of(source.text)) for line in range(1, source.line_count + 1)]


def _digest(line: str) -> str:
    return hashlib.sha256(line.strip().encode("utf-8", "surrogatepass")).hexdigest()[:24]


class _Marker:
    """Changes an outline line by line."""

    def __init__(self, source: Source, outline: Outline, *, markdown: bool) -> None:
        self.source = source
        self.markdown = markdown
        self.outline = replace(outline, entries=list(outline.entries), notes=list(outline.notes), syntax=list(outline.syntax))

    def take(self, mark: LineMark) -> None:
        line = self.source.line_span(mark.line)
        here = [entry for entry in self.outline.entries if line.start <= _start(entry) < line.end]
        if mark.meaning in ("note", "nothing"):
            for entry in here:
                self._remove(entry)
            self._cut_from_items(line)
            self._not_an_item(line, mark.meaning)
        elif here:
            self._as(here, "objective" if mark.meaning == "objective" else "key_result")
        else:
            self._add(line, "objective" if mark.meaning == "objective" else "key_result")

    def _as(self, here: list[Entry], kind: Literal["objective", "key_result"]) -> None:
        if any(entry.kind == kind for entry in here):
            return
        entry = here[0]
        if kind == "key_result":
            above = self._objective_before(entry)
            for below in self._beneath(entry):
                below.under = above
            entry.kind, entry.under = "key_result", above
        else:
            entry.kind, entry.under = "objective", None
            self._take_over(entry)

    def _add(self, line: Span, kind: Literal["objective", "key_result"]) -> None:
        rest = self._cut_from_items(line)
        self.outline.notes = [note for note in self.outline.notes if not _touch(note.span, line)]
        self.outline.syntax = [span for span in self.outline.syntax if not _touch(span, line)]
        if self.outline.title.segments and _touch(self.outline.title.span, line):
            self.outline.title = NO_WORDS
        entry = rest or self._entry_of(line)
        entry.kind = kind
        at = next((n for n, each in enumerate(self.outline.entries) if _start(each) > line.start), len(self.outline.entries))
        self.outline.entries.insert(at, entry)
        if kind == "objective":
            self._take_over(entry)
        else:
            entry.under = self._objective_before(entry)

    def _entry_of(self, line: Span) -> Entry:
        """Make an entry of a line that was none: its words without bullet, label, emphasis and tags."""
        words = verbatim(self.source.text, line)
        read = read_lines(words, markdown=self.markdown)
        if not read or read[0].kind == "table":
            cells = [cell for row in (read[0].rows if read else []) for cell in row]
            return Entry("key_result", max(cells, key=lambda cell: len(cell.text), default=NO_WORDS), line)
        content = read[0].content
        label = content.label or read[0].number_alone
        entry = Entry("key_result", _without_data_marks(content.words or read[0].marked.strip()), line, label)
        for name, value in content.fields:
            entry.add(name, value)
        self.outline.syntax.extend(each.span for each in content.syntax)
        return entry

    def _cut_from_items(self, line: Span) -> Entry | None:
        """End an item before `line`, if it ran on into it; return the rest as an entry of its own."""
        for entry in self.outline.entries:
            if _start(entry) < line.start and any(line.start <= span.start < line.end for span in entry.words.spans):
                first = next(segment for segment in entry.words.segments if segment.source.end > line.start)
                at = first.text.start
                if first.source.start < line.start and len(first.text) == len(first.source):
                    at += line.start - first.source.start
                rest = Entry("key_result", entry.words.part(at).strip(), line)
                entry.words = entry.words.part(0, at).strip()
                return rest
        return None

    def _remove(self, entry: Entry) -> None:
        self.outline.entries.remove(entry)
        above = self._objective_before(entry)
        for below in self._beneath(entry):
            below.under = above if below.kind == "key_result" else entry.under
        for span in entry.words.spans:
            self.outline.notes.append(verbatim(self.source.text, span))

    def _not_an_item(self, line: Span, meaning: LineMeaning) -> None:
        self.outline.notes = [note for note in self.outline.notes if not _touch(note.span, line)]
        self.outline.syntax = [span for span in self.outline.syntax if not _touch(span, line)]
        words = verbatim(self.source.text, line).strip()
        if meaning == "note" and words:
            self.outline.notes.append(words)

    def _take_over(self, objective: Entry) -> None:
        """Give an objective the key results between it and the next objective, as far as they belonged to the one before or to none."""
        start = _start(objective)
        before = self._objective_before(objective)
        following = (_start(each) for each in self.outline.entries if each.kind == "objective" and _start(each) > start)
        end = min(following, default=len(self.source.text) + 1)
        for entry in self.outline.entries:
            if entry.kind == "key_result" and entry.under in (None, before) and start < _start(entry) < end:
                entry.under = objective

    def _objective_before(self, entry: Entry) -> Entry | None:
        before = [each for each in self.outline.entries if each.kind == "objective" and _start(each) < _start(entry)]
        return max(before, key=_start, default=None)

    def _beneath(self, entry: Entry) -> list[Entry]:
        return [each for each in self.outline.entries if each.under is entry]


def _start(entry: Entry) -> int:
    """Where an entry begins: its label or its words; for a gap its line."""
    return min((words.span.start for words in (entry.label, entry.words) if words.segments), default=entry.place.start)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _without_data_marks(words: Words) -> Words:
    """Take key, quotes and comma off a line of YAML or JSON; other lines stay as they are."""
    if not (match := _DATA_KEY.match(words.text)) and words.text[:1] not in _QUOTES:
        return words
    value = words.part(match.end() if match else 0)
    stripped = value.part(0, len(value.text.rstrip(_DATA_END)))
    if stripped.text[:1] not in _QUOTES or stripped.text[:1] != stripped.text[-1:]:
        return words
    return stripped.strip(_QUOTES)
