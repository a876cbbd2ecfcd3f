"""What has been found so far on the walk over the lines, and where it stands."""

from collections.abc import Iterator

from sparring.draft.lines import Line
from sparring.draft.outline import Entry, Outline
from sparring.draft.words import Words

_NEAR = 40
"""Items that are looked at for a name; an objective hardly has more key results."""


class Finds:
    """The items found so far, each with its line.

    Attributes:
        outline: everything understood so far.
        objective: the objective that the next line stands under.
        last: the item found last.
        last_line: its line.
        entry_of: the item that a line holds, by the line's id.
        numbered: objectives by the author's number.
    """

    def __init__(self) -> None:
        self.outline = Outline()
        self.objective: Entry | None = None
        self.last: Entry | None = None
        self.last_line: Line | None = None
        self.entry_of: dict[int, Entry] = {}
        self.numbered: dict[str, Entry] = {}

    def objective_of(self, line: Line) -> Entry | None:
        """The objective that a key result's number names ("KR2.1") where there is one, else the one it stands under."""
        first, dot, _ = line.content.number.replace("-", ".").replace("_", ".").partition(".")
        above = self.objective_above(line)
        current = above or self.objective
        if dot and first in self.numbered and current is not None and current.label and self.numbered[first] is not current:
            return self.numbered[first] if above is None else above
        return current

    def is_known(self, label: Words) -> bool:
        """Tell whether the current objective has a key result of that name."""
        name = label.text.casefold()
        near = self.outline.entries[-_NEAR:]
        return any(entry.under is self.objective and entry.label.text.casefold() == name for entry in near if entry.kind == "key_result")

    def keep(self, line: Line, entry: Entry) -> None:
        """Take an item into the outline."""
        self.claim_marks(line, entry)
        self.entry_of[id(line)] = entry
        self.outline.entries.append(entry)
        self.last, self.last_line = entry, line

    def claim_marks(self, line: Line, entry: Entry | None) -> None:
        """Give an item what stands beside its words; without an item only the label is claimed."""
        self.outline.syntax.extend(words.span for words in line.content.syntax)
        if entry is None:
            return
        for name, value in line.content.fields:
            entry.add(name, value)
        for link in line.links:
            entry.add("links", link)
        if line.box is not None and line.box.text.strip(" ☐"):
            entry.add("status", line.box)

    def note(self, line: Line) -> None:
        """Keep a line as a remark."""
        words = line.marked.strip() or line.raw.strip()
        self.outline.notes.append(words)
        self.outline.notes.extend(line.links)

    def entries_above(self, line: Line) -> Iterator[Entry]:
        """Yield the items that a line stands beneath, the nearest first."""
        parent = line.parent
        while parent is not None:
            if (entry := self.entry_of.get(id(parent))) is not None:
                yield entry
            parent = parent.parent

    def result_above(self, line: Line) -> Entry | None:
        """Return the key result that a line stands right beneath, if it does."""
        nearest = next(self.entries_above(line), None)
        return nearest if nearest is not None and nearest.kind == "key_result" else None

    def objective_above(self, line: Line) -> Entry | None:
        """Return the nearest objective that a line stands beneath."""
        return next((entry for entry in self.entries_above(line) if entry.kind == "objective"), None)
