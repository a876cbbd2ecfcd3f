"""What the team itself says a line is, where the reader understood it otherwise; and how that is found again in a changed text."""

import hashlib
import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

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
    """Changes an outline line by line. Everything is found by its line or by its place: a long list is marked as fast as a short one."""

    def __init__(self, source: Source, outline: Outline, *, markdown: bool) -> None:
        self.source = source
        self.markdown = markdown
        self._read = outline
        self._title = outline.title
        self._entries: list[Entry] = []
        self._in_order = True
        self._starts: dict[int, int] = {}
        self._begun: dict[int, list[Entry]] = defaultdict(list)
        self._running_on: dict[int, list[Entry]] = defaultdict(list)
        """By line, the entries that begin before it and have words on it."""
        self._objectives: list[Entry] = []
        self._beneath: dict[int, dict[int, Entry]] = defaultdict(dict)
        """By the identity of an objective, or of None, what is under it."""
        self._notes: _ByLine[Words] = _ByLine(source)
        self._syntax: _ByLine[Span] = _ByLine(source)
        for entry in outline.entries:
            self._insert(entry, len(self._entries))
        for note in outline.notes:
            self._notes.add(note, note.span)
        for span in outline.syntax:
            self._syntax.add(span, span)

    @property
    def outline(self) -> Outline:
        """What was found, with the marks taken so far."""
        return replace(self._read, entries=list(self._entries), notes=self._notes.left(), syntax=self._syntax.left(), title=self._title)

    def take(self, mark: LineMark) -> None:
        line = self.source.line_span(mark.line)
        here = list(self._begun[mark.line])
        if mark.meaning in ("note", "nothing"):
            for entry in here:
                self._remove(entry)
            self._cut_from_items(mark.line)
            self._not_an_item(mark)
        elif here:
            self._as(here, "objective" if mark.meaning == "objective" else "key_result")
        else:
            self._add(mark.line, line, "objective" if mark.meaning == "objective" else "key_result")

    # -- places ------------------------------------------------------------------------------------------------------------

    def _insert(self, entry: Entry, at: int) -> None:
        start = self._place(entry)
        before = self._starts[id(self._entries[at - 1])] if at else -1
        after = self._starts[id(self._entries[at])] if at < len(self._entries) else start
        self._in_order = self._in_order and before <= start <= after
        self._entries.insert(at, entry)
        self._beneath[id(entry.under)][id(entry)] = entry
        for number in {self.source.line_of(span.start) for span in entry.words.spans} - {self.source.line_of(start)}:
            self._running_on[number].append(entry)

    def _place(self, entry: Entry) -> int:
        """Take down where an entry begins."""
        start = self._starts[id(entry)] = _start(entry)
        self._begun[self.source.line_of(start)].append(entry)
        if entry.kind == "objective":
            insort(self._objectives, entry, key=self._start_of)
        return start

    def _lift(self, entry: Entry) -> None:
        """Forget where an entry begins."""
        self._begun[self.source.line_of(self._starts[id(entry)])].remove(entry)
        if entry.kind == "objective":
            self._objectives.remove(entry)

    def _start_of(self, entry: Entry) -> int:
        return self._starts[id(entry)]

    def _put_under(self, entry: Entry, above: Entry | None) -> None:
        self._beneath[id(entry.under)].pop(id(entry), None)
        entry.under = above
        self._beneath[id(above)][id(entry)] = entry

    def _under(self, entry: Entry | None) -> list[Entry]:
        return list(self._beneath[id(entry)].values())

    def _objective_before(self, entry: Entry) -> Entry | None:
        at = bisect_left(self._objectives, self._starts[id(entry)], key=self._start_of)
        if not at:
            return None
        nearest = self._starts[id(self._objectives[at - 1])]
        return self._objectives[bisect_left(self._objectives, nearest, key=self._start_of)]

    # -- meanings ----------------------------------------------------------------------------------------------------------

    def _as(self, here: list[Entry], kind: Literal["objective", "key_result"]) -> None:
        if any(entry.kind == kind for entry in here):
            return
        entry = here[0]
        self._lift(entry)
        if kind == "key_result":
            above = self._objective_before(entry)
            for below in self._under(entry):
                self._put_under(below, above)
            self._put_under(entry, above)
        else:
            self._put_under(entry, None)
        entry.kind = kind
        self._place(entry)
        if kind == "objective":
            self._take_over(entry)

    def _add(self, number: int, line: Span, kind: Literal["objective", "key_result"]) -> None:
        rest = self._cut_from_items(number)
        self._notes.clear(number)
        self._syntax.clear(number)
        if self._title.segments and _touch(self._title.span, line):
            self._title = NO_WORDS
        entry = rest or self._entry_of(line)
        entry.kind = kind
        if self._in_order:
            at = bisect_right(self._entries, line.start, key=self._start_of)
        else:
            at = next((n for n, each in enumerate(self._entries) if self._starts[id(each)] > line.start), len(self._entries))
        self._insert(entry, at)
        if kind == "objective":
            self._take_over(entry)
        else:
            self._put_under(entry, self._objective_before(entry))

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
        for each in content.syntax:
            self._syntax.add(each.span, each.span)
        return entry

    def _cut_from_items(self, number: int) -> Entry | None:
        """End an item before a line, if it ran on into it; return the rest as an entry of its own."""
        line = self.source.line_span(number)
        for entry in self._running_on[number]:
            if self._starts[id(entry)] < line.start and any(line.start <= span.start < line.end for span in entry.words.spans):
                first = next(segment for segment in entry.words.segments if segment.source.end > line.start)
                at = first.text.start
                if first.source.start < line.start and len(first.text) == len(first.source):
                    at += line.start - first.source.start
                rest = Entry("key_result", entry.words.part(at).strip(), line)
                self._lift(entry)
                entry.words = entry.words.part(0, at).strip()
                self._place(entry)
                return rest
        return None

    def _remove(self, entry: Entry) -> None:
        self._entries.remove(entry)
        self._lift(entry)
        self._beneath[id(entry.under)].pop(id(entry), None)
        for entries in (self._running_on[self.source.line_of(span.start)] for span in entry.words.spans):
            if entry in entries:
                entries.remove(entry)
        above = self._objective_before(entry)
        for below in self._under(entry):
            self._put_under(below, above if below.kind == "key_result" else entry.under)
        for span in entry.words.spans:
            self._notes.add(words := verbatim(self.source.text, span), words.span)

    def _not_an_item(self, mark: LineMark) -> None:
        self._notes.clear(mark.line)
        self._syntax.clear(mark.line)
        words = verbatim(self.source.text, self.source.line_span(mark.line)).strip()
        if mark.meaning == "note" and words:
            self._notes.add(words, words.span)

    def _take_over(self, objective: Entry) -> None:
        """Give an objective the key results between it and the next objective, as far as they belonged to the one before or to none."""
        start = self._starts[id(objective)]
        before = self._objective_before(objective)
        following = bisect_right(self._objectives, start, key=self._start_of)
        end = self._starts[id(self._objectives[following])] if following < len(self._objectives) else len(self.source.text) + 1
        for entry in (*self._under(None), *(self._under(before) if before else ())):
            if entry.kind == "key_result" and start < self._starts[id(entry)] < end:
                self._put_under(entry, objective)


_Thing = TypeVar("_Thing")


class _ByLine(Generic[_Thing]):
    """Stretches of a source that can be cleared away line by line."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._things: dict[int, _Thing] = {}
        self._at: dict[int, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, thing: _Thing, span: Span) -> None:
        """Keep something that takes up `span`."""
        self._things[self._count] = thing
        first, last = self._source.lines_of(span) if span else (1, 0)
        for line in range(first, last + 1):
            self._at[line].append(self._count)
        self._count += 1

    def clear(self, line: int) -> None:
        """Let go of everything that touches a line."""
        for number in self._at.pop(line, ()):
            self._things.pop(number, None)

    def left(self) -> list[_Thing]:
        """Return what was not cleared away, in order."""
        return list(self._things.values())


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
