"""What stands before each raw line: whose word it is, its number, and what it is, by shape and letters first."""

from dataclasses import dataclass

from sparring.draft.model import LineMeaning
from sparring.tui.reading.lines_read import LineRead, Seen

SHAPES: dict[Seen, str] = {
    "objective": "●",
    "key_result": "•",
    "more": " ",
    "field": "=",
    "heading": "§",
    "note": "–",
    "nothing": "×",
    "unclear": "?",
    "blank": " ",
}
WORDS: dict[Seen, str] = {
    "objective": "O",
    "key_result": "KR",
    "more": "",
    "field": "field",
    "heading": "heading",
    "note": "note",
    "nothing": "nothing",
    "unclear": "unclear",
    "blank": "",
}
BRACKETS = {"": " ", "first": "╭", "inner": "│", "last": "╰"}
MARKED: dict[LineMeaning, Seen] = {"objective": "objective", "key_result": "key_result", "note": "note", "nothing": "nothing"}
"""What a line will be once it is read with the team's mark."""

CURSOR, TEAMS = "›", "▌"
NARROW = 60
"""Columns; below, ids and names are cut short so that the words keep their room."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """How wide its columns are.

    Attributes:
        numbers: cells of the line number.
        words: cells of id or name.
    """

    numbers: int
    words: int

    @property
    def width(self) -> int:
        """Cells of all of it, with the space before the text."""
        return 2 + self.numbers + 1 + 2 + self.words + 3


def gutter_for(lines: int, longest_id: int, columns: int) -> Gutter:
    """Return the gutter of a draft of so many lines in a window of so many columns."""
    return Gutter(max(2, len(str(lines))), 4 if columns < NARROW else max(7, min(longest_id, 10)))


def words_of(read: LineRead, seen: Seen, room: int) -> str:
    """Return id or name in at most `room` cells; an id too long for it loses what all of its neighbours share."""
    if seen not in ("objective", "key_result") or not read.id:
        return WORDS[seen] if len(WORDS[seen]) <= room else ""
    more = f"+{read.beside}" if read.beside else ""
    long = f"{read.id} {more}".rstrip()
    if len(long) <= room:
        return long
    short = read.id.rpartition(".")[2]
    return next((each for each in (f"{short} {more}".rstrip(), f"{short}{more}", short) if len(each) <= room), short[:room])
