"""Words with their place in the source: what every reader cuts, joins and hands on instead of plain strings."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sparring.draft.model import Segment
from sparring.text import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Some text and the stretches of the source that it was taken from.

    Attributes:
        text: the characters as a reader takes them in (escapes decoded).
        segments: where they stand, in order of `text`; characters in no segment are joints.
    """

    text: str
    segments: tuple[Segment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def span(self) -> Span:
        """The stretch of the source from the first to the last character."""
        if not self.segments:
            return Span(0, 0)
        return Span(self.segments[0].source.start, self.segments[-1].source.end)

    @property
    def spans(self) -> list[Span]:
        """The stretches of the source, one for each segment."""
        return [segment.source for segment in self.segments]

    def part(self, start: int, end: int | None = None) -> "Words":
        """Return the characters `start` to `end` of the text with their places."""
        length = len(self.text)
        if end is None or end > length:
            end = length
        start = max(start, 0)
        if start == 0 and end == length:
            return self
        if start >= end:
            return NO_WORDS
        if len(self.segments) == 1:
            origin = self.segments[0].source
            if origin.end - origin.start == length:
                at = origin.start
                return Words(self.text[start:end], (Segment(Span(0, end - start), Span(at + start, at + end)),))
        kept = []
        first = bisect_right(self.segments, start, key=lambda segment: segment.text.end)
        for index in range(first, len(self.segments)):
            segment = self.segments[index]
            if segment.text.start >= end:
                break
            left, right = max(start, segment.text.start), min(end, segment.text.end)
            if len(segment.text) == len(segment.source):
                offset = segment.source.start - segment.text.start
                source = Span(left + offset, right + offset)
            else:
                source = segment.source
            kept.append(Segment(Span(left - start, right - start), source))
        return Words(self.text[start:end], tuple(kept))

    def strip(self, characters: str | None = None) -> "Words":
        """Return the words without white space (or `characters`) at both ends."""
        text = self.text
        if len(text.strip(characters)) == len(text):
            return self
        return self.part(len(text) - len(text.lstrip(characters)), len(text.rstrip(characters)))

    def without(self, cuts: Iterable[Span]) -> "Words":
        """Return the words without some stretches of the text; `cuts` are in order and do not overlap."""
        parts, position = [], 0
        for cut in cuts:
            parts.append(self.part(position, cut.start))
            position = cut.end
        parts.append(self.part(position))
        return joined(parts, "")

    def lines(self) -> list["Words"]:
        """Return the lines of the text, without their line ends."""
        text, found, start = self.text, [], 0
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            found.append(self.part(start, end - 1 if end > start and text[end - 1] == "\r" else end))
            start = end + 1
        return found


NO_WORDS = Words("")
"""Nothing, shared wherever a label or a number is missing."""


def verbatim(text: str, span: Span) -> Words:
    """Return the characters of the source `text` in `span` as they stand there."""
    if not len(span):
        return NO_WORDS
    return Words(span.of(text), (Segment(Span(0, len(span)), span),))


def joined(parts: Sequence[Words], joint: str = " ") -> Words:
    """Return the parts one after the other with a joint between them; stretches that touch in both texts become one segment."""
    present = [part for part in parts if part.text]
    if len(present) <= 1:
        return present[0] if present else NO_WORDS
    text: list[str] = []
    segments: list[Segment] = []
    length = 0
    for index, part in enumerate(present):
        if index and joint:
            text.append(joint)
            length += len(joint)
        for segment in part.segments:
            moved = Segment(Span(segment.text.start + length, segment.text.end + length), segment.source)
            if segments and _touch(segments[-1], moved):
                moved = Segment(Span(segments[-1].text.start, moved.text.end), Span(segments[-1].source.start, moved.source.end))
                segments[-1] = moved
            else:
                segments.append(moved)
        text.append(part.text)
        length += len(part.text)
    return Words("".join(text), tuple(segments))


def _touch(left: Segment, right: Segment) -> bool:
    verbatim_both = len(left.text) == len(left.source) and len(right.text) == len(right.source)
    return verbatim_both and left.text.end == right.text.start and left.source.end == right.source.start


def on_one_line(words: Words) -> Words:
    """Return the words with a space for each line end."""
    if "\n" not in words.text:
        return words
    return joined([line.strip() for line in words.lines()])
