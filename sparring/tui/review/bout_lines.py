"""A bout laid out in lines of a given width, with coaches' notes where they belong; the cursor goes from part to part. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from sparring.bout.state import Answer, Bout, Round
from sparring.lenses.model import AnswerClass
from sparring.record.notes import BECAME, Note, Notes
from sparring.report.conversation import Part, PartKind, sections
from sparring.text import visible

MARGIN: Final = 5
"""Cells before the words."""
WIDEST: Final = 88
"""Cells; longer lines are hard to read."""

CLASS_NAMES: Final[dict[AnswerClass, str]] = {
    "fact": "a fact",
    "reason": "a reason",
    "dont-know": "does not know yet",
    "commits": "commits to something",
    "authority": "somebody else wants it",
    "no-content": "says nothing to the question",
    "counter-question": "asks back",
    "asks-for-writing": "asks for wording",
    "disputes": "disputes the reading",
}
"""How an answer was read, for a coach's eyes alone."""

_LOOKS: Final[dict[PartKind, str]] = {
    "heading": "bold",
    "quote": "",
    "passage": "$quiet",
    "about": "$quiet italic",
    "no-passage": "$quiet italic",
    "said": "$quiet",
    "question": "bold $accent",
    "answer": "$secondary",
    "gap": "$quiet italic",
    "stance": "bold $secondary",
    "aside": "$secondary",
}
_BARRED: Final = frozenset({"quote", "passage", "said"})


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the cursor can stand.

    Attributes:
        first: line, from 0.
        last: line, inclusive.
        seq: of the entry; 0 where it stands in none of its own.
        kind: of the part; "note" for a coach's.
        round: number of its round, 0 outside the rounds.
        opens: it is the heading of a challenge.
        note: the note, if it is one.
    """

    first: int
    last: int
    seq: int
    kind: PartKind | str
    round: int
    opens: bool = False
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class BoutLines:
    """The lines, and where the cursor can stand, in order."""

    lines: tuple[Content, ...]
    stops: tuple[Stop, ...]


def bout_lines(bout: Bout, notes: Notes, width: int, *, readings: bool = True) -> BoutLines:
    """Lay a bout out.

    Args:
        bout: as it stands.
        notes: of coaches.
        width: cells.
        readings: how answers were read stands below them: for a coach, never for the team.
    """
    laid = _Laid(min(max(width, 30), WIDEST))
    for note in notes.notes:
        if note.entry is None:
            laid.note(note, 0)
    if any(note.entry is None for note in notes.notes):
        laid.space()
    rest = [note for note in notes.notes if note.entry is not None]
    for section in sections(bout):
        number = section.round.number if section.round else 0
        laid.space()
        for place, part in enumerate(section.parts):
            laid.part(part, number, opens=part.kind == "heading" and section.round is not None)
            if readings and part.kind == "answer":
                laid.reading(_read_as(section.round, part.seq, notes))
            following = section.parts[place + 1].seq if place + 1 < len(section.parts) else None
            if part.seq and part.seq != following:
                for note in [each for each in rest if each.entry == part.seq]:
                    laid.note(note, number)
                    rest.remove(note)
        if section.round and section.round.seq in notes.judged:
            laid.reading(BECAME[notes.judged[section.round.seq]])
    for note in rest:
        laid.note(note, 0)
    return BoutLines(tuple(laid.lines), tuple(laid.stops))


def _read_as(round_: Round | None, seq: int, notes: Notes) -> str:
    """Return how an answer was read, and how a coach reads it."""
    answer = next((each for each in round_.exchanges if isinstance(each, Answer) and each.seq == seq), None) if round_ else None
    if answer is None or answer.reading is None:
        return ""
    read = _in_words(tuple(each.answer_class for each in answer.reading.classes))
    corrected = notes.readings.get(seq)
    return f"read as: {read}" + (f"; you: {_in_words(corrected)}" if corrected is not None else "")


def _in_words(classes: Sequence[AnswerClass]) -> str:
    return ", ".join(CLASS_NAMES[each] for each in classes) or "not sure"


class _Laid:
    """Lines as they are laid."""

    def __init__(self, width: int) -> None:
        self.lines: list[Content] = []
        self.stops: list[Stop] = []
        self._width = width

    def space(self) -> None:
        if self.lines and self.lines[-1].plain:
            self.lines.append(Content(""))

    def part(self, part: Part, round_: int, *, opens: bool) -> None:
        if part.kind in ("answer", "question", "doubt", "stance", "aside", "remark", "gap"):
            self.space()
        words = Content.styled(part.text, _LOOKS.get(part.kind, "")) if _LOOKS.get(part.kind) else Content(part.text)
        for start, end in part.stress:
            words = words.stylize("bold underline", start, end)
        if part.beside:
            words = words.append(Content.styled(f"  {part.beside}", "$quiet"))
        mark = part.mark[:3] if part.kind != "settled" else ""
        if part.kind in ("settled", "settled-whole", "open"):
            words = Content.assemble((f"{part.mark}  ", "$quiet"), words)
            mark = ""
        if part.kind == "answer":
            mark = part.mark[:3] or "•"
        first = len(self.lines)
        self._hang(mark, words, "$accent" if part.kind in ("heading", "question") else "$secondary", barred=part.kind in _BARRED)
        self.stops.append(Stop(first, len(self.lines) - 1, part.seq, part.kind, round_, opens))

    def reading(self, said: str) -> None:
        if said:
            self._hang("", Content.styled(said, "$quiet italic"), "")

    def note(self, note: Note, round_: int) -> None:
        self.space()
        beside = [visible(note.by), *(visible(tag) for tag in note.tags)]
        beside.append("opens their next bout" if note.opens_next else "the team sees it" if note.for_team else "for you alone")
        words = Content.assemble(Content(visible(note.text, lines=True)), ("  " + " · ".join(beside), "$quiet"))
        first = len(self.lines)
        self._hang("◆", words, "$warning", look="on $panel")
        self.stops.append(Stop(first, len(self.lines) - 1, note.entry or 0, "note", round_, note=note))
        self.space()

    def _hang(self, mark: str, words: Content, mark_look: str, *, barred: bool = False, look: str = "") -> None:
        bar = "▌ " if barred else ""
        room = max(10, self._width - MARGIN - len(bar))
        for number, line in enumerate(words.wrap(room) or [Content("")]):
            before = f" {mark:<3} " if number == 0 else " " * MARGIN
            shown = line.pad_right(room - line.cell_length) if look and line.cell_length < room else line
            shown = shown.stylize_before(look) if look else shown
            self.lines.append(Content.assemble((before, f"bold {mark_look}".strip()), (bar, "$secondary"), shown))


def challenges(laid: BoutLines) -> Iterator[int]:
    """Yield the places of the stops that open a challenge."""
    yield from (place for place, stop in enumerate(laid.stops) if stop.opens)
