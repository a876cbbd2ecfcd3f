"""What coaches write about a bout, in files of their own beside it; never a part of the team's record.

One JSON object a line, appended and never changed: a note is changed or removed by a later line. What everybody's lines come to is a fold.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from sparring.lenses.model import AnswerClass

Judgement = Literal["came-true", "did-not", "unclear"]
"""Whether what a team said would prove a kept line wrong has come."""

BECAME: dict[Judgement, str] = {"came-true": "came true", "did-not": "did not come true", "unclear": "unclear what became of it"}
"""What became of a kept line, in words."""


class CoachLine(BaseModel):
    """Base of all lines: who wrote it when, and up to where the transcript went then."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    at: datetime
    by: str
    head: str = ""
    """Hash of the transcript's last entry at that time: against it a cut-off end is found."""


class NoteAdded(CoachLine):
    """A note on a bout, on a round or on a line."""

    type: Literal["note_added"] = "note_added"
    note: str
    """Its name: random, so that two coaches never take the same."""
    entry: int | None = None
    """`seq` of the entry that it is about; None for the bout as a whole."""
    text: str
    tags: tuple[str, ...] = ()
    opens_next: bool = False
    """It is a question that opens the team's next bout."""


class NoteChanged(CoachLine):
    """A note has another text, other tags, or asks something now."""

    type: Literal["note_changed"] = "note_changed"
    note: str
    text: str
    tags: tuple[str, ...] = ()
    opens_next: bool = False


class NoteRemoved(CoachLine):
    """A note was taken away."""

    type: Literal["note_removed"] = "note_removed"
    note: str


class Reviewed(CoachLine):
    """The coach is through with the bout, or takes that back."""

    type: Literal["reviewed"] = "reviewed"
    done: bool = True


class ReadingCorrected(CoachLine):
    """An answer is to be read otherwise than the program read it."""

    type: Literal["reading_corrected"] = "reading_corrected"
    answer: int
    """`seq` of the answer's entry."""
    classes: tuple[AnswerClass, ...]


class KeptJudged(CoachLine):
    """What became of a line that the team kept."""

    type: Literal["kept_judged"] = "kept_judged"
    round: int
    """`seq` of the entry that raised it."""
    judgement: Judgement


class Named(CoachLine):
    """The bout counts as another team's or cycle's in the coach's lists; the transcript keeps its own names."""

    type: Literal["named"] = "named"
    team: str
    cycle: str


class Archived(CoachLine):
    """The bout is out of the coach's list, or back in it."""

    type: Literal["archived"] = "archived"
    away: bool = True


Line = Annotated[
    NoteAdded | NoteChanged | NoteRemoved | Reviewed | ReadingCorrected | KeptJudged | Named | Archived, Field(discriminator="type")
]


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands.

    Attributes:
        note: its name.
        by: the coach.
        at: when it was written, or changed last.
        entry: `seq` of the entry that it is about; None for the bout.
        text: the words.
        tags: the coach's own.
        for_team: the team sees it.
        opens_next: it is a question that opens the team's next bout.
    """

    note: str
    by: str
    at: datetime
    entry: int | None
    text: str
    tags: tuple[str, ...]
    for_team: bool
    opens_next: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """What coaches wrote about a bout.

    Attributes:
        notes: in the order in which they were written.
        reviewed_by: coaches who are through with it.
        readings: how answers are to be read, by `seq`.
        judged: what became of kept lines, by the round's `seq`.
        team: the name that it goes by, or None for its own.
        cycle: likewise.
        archived: it is out of the list.
        heads: hashes that the transcript still has to hold.
    """

    notes: tuple[Note, ...] = ()
    reviewed_by: frozenset[str] = frozenset()
    readings: dict[int, tuple[AnswerClass, ...]] = field(default_factory=dict)
    judged: dict[int, Judgement] = field(default_factory=dict)
    team: str | None = None
    cycle: str | None = None
    archived: bool = False
    heads: frozenset[str] = frozenset()


NO_NOTES = Notes()


def encoded(line: Line) -> bytes:
    """Return a line as it stands in a file, with its line end."""
    return json.dumps(line.model_dump(mode="json")).encode() + b"\n"


def decoded(data: bytes) -> Line | None:
    """Return the line, or None for one that is damaged, cut, or of a kind that this version does not know."""
    try:
        return _shape().validate_python(json.loads(data))
    except (ValueError, ValidationError, RecursionError):
        return None


def folded(lines: Iterable[tuple[Line, bool]]) -> Notes:
    """Return what lines come to.

    Args:
        lines: of all coaches, each with whether it stands in a file that is meant for the team.
    """
    notes = NO_NOTES
    for line, for_team in sorted(lines, key=lambda each: each[0].at):
        notes = _after(notes, line, for_team=for_team)
        if line.head:
            notes = replace(notes, heads=notes.heads | {line.head})
    return notes


def _after(notes: Notes, line: Line, *, for_team: bool) -> Notes:
    match line:
        case NoteAdded():
            rest = tuple(each for each in notes.notes if each.note != line.note)
            note = Note(line.note, line.by, line.at, line.entry, line.text, line.tags, for_team, line.opens_next)
            return replace(notes, notes=(*rest, note))
        case NoteChanged():
            changed = tuple(
                replace(each, at=line.at, text=line.text, tags=line.tags, opens_next=line.opens_next) if _is(each, line) else each
                for each in notes.notes
            )
            return replace(notes, notes=changed)
        case NoteRemoved():
            return replace(notes, notes=tuple(each for each in notes.notes if not _is(each, line)))
        case Reviewed():
            through = notes.reviewed_by | {line.by} if line.done else notes.reviewed_by - {line.by}
            return replace(notes, reviewed_by=through)
        case ReadingCorrected():
            return replace(notes, readings={**notes.readings, line.answer: line.classes})
        case KeptJudged():
            return replace(notes, judged={**notes.judged, line.round: line.judgement})
        case Named():
            return replace(notes, team=line.team, cycle=line.cycle)
        case Archived():
            return replace(notes, archived=line.away)


def _is(note: Note, line: NoteChanged | NoteRemoved) -> bool:
    """Nobody changes another coach's note."""
    return note.note == line.note and note.by == line.by


@cache
def _shape() -> TypeAdapter[Line]:
    return TypeAdapter(Line)
