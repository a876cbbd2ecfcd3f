"""The common form between the readers and the draft: what was found, still as places in the source.

A reader decides what a stretch means and says so here; `assemble` alone turns an outline into a `Draft` with ids, keys and regions.
"""

from dataclasses import dataclass, field

from sparring.draft.model import FieldName, Kind
from sparring.draft.words import NO_WORDS, Words
from sparring.text import Span


@dataclass(eq=False)
class Entry:
    """An objective or a key result that a reader found.

    Attributes:
        kind: what it is.
        words: what a reader would call it; empty for a gap.
        place: the line or record it stands in; gives a gap its line.
        label: the author's own name for it.
        under: the objective it belongs to (for an objective: the one above it in a tree), if any.
        fields: what stands beside the words.
        mentions: further places that name the same item, such as the objective's cell repeated in each row.
        section: for an objective, the headings, keys or cells above it that name a team or a cycle, outermost first.
    """

    kind: Kind
    words: Words
    place: Span
    label: Words = NO_WORDS
    under: "Entry | None" = None
    fields: dict[FieldName, list[Words]] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)
    section: tuple[Words, ...] = ()

    def add(self, name: FieldName, value: Words) -> None:
        """Keep a value that stands beside the words; an empty one is left out."""
        value = value.strip()
        if value:
            self.fields.setdefault(name, []).append(value)


@dataclass(eq=False)
class Outline:
    """Everything that a reader understood; what it claims nowhere is unplaced text or punctuation."""

    entries: list[Entry] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    syntax: list[Span] = field(default_factory=list)
    title: Words = NO_WORDS

    def include(self, other: "Outline", under: Entry | None = None, section: tuple[Words, ...] = ()) -> None:
        """Take in what was found in a part of the source (a draft inside a string)."""
        for entry in other.entries:
            if entry.kind == "objective":
                entry.under = entry.under or under
                entry.section = section + entry.section
        self.entries.extend(other.entries)
        self.notes.extend(other.notes)
        self.syntax.extend(other.syntax)
        if other.title:
            self.notes.append(other.title)
