"""A coach beside a team while a bout is fought: notes of the coach's own, in the coach's files beside the transcript, never in it."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sparring.archive.errors import ArchiveError, CannotWrite
from sparring.archive.notes import CoachFiles, notes_for_team
from sparring.bout.state import Aside, Bout
from sparring.record.notes import NoteAdded, Notes
from sparring.text import visible


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note that is on the disk.

    Attributes:
        said: where it is and who sees it, for the screen that everybody looks at: never its words; "" where the team sees it at once.
        for_team: what coaches wrote for the team about the bout, as it stands now.
    """

    said: str
    for_team: Notes


def coach_heard(bout: Bout, notes: Notes) -> str:
    """Return the coach whose words stand last in the bout, else of the last note for the team; "" where none was heard of.

    Whoever sits there today is asked all the same: another may have come.
    """
    names = [each.asked.by for each in bout.asides if each.asked.role == "coach"]
    for round_ in bout.rounds:
        names.append(round_.raised.asked_by_coach)
        names += [each.asked.by for each in round_.exchanges if isinstance(each, Aside) and each.asked.role == "coach"]
    return next((name for name in (*reversed(names), *(note.by for note in reversed(notes.notes))) if name), "")


def note_on(
    bout: Bout, head: str, coach: str, text: str, *, at: datetime, tags: tuple[str, ...] = (), opens_next: bool = False
) -> NoteAdded:
    """Return a note on a bout as it stands: on the last thing said in the round that is fought, outside the rounds on the bout.

    Args:
        bout: as it stands.
        head: hash of its last entry.
        coach: as the note is signed.
        text: the words.
        at: when.
        tags: the coach's own.
        opens_next: it is a question that opens the team's next bout.
    """
    said = (bout.rounds[-1].seq, *(each.seq for each in bout.rounds[-1].exchanges)) if bout.stage == "rounds" else (None,)
    return NoteAdded(at=at, by=coach, head=head, note=secrets.token_hex(8), entry=said[-1], text=text, tags=tags, opens_next=opens_next)


def keep_note(transcript: Path, note: NoteAdded, *, for_team: bool = False, aside: Path | None = None) -> KeptNote:
    """Write a note into the coach's own file.

    Args:
        transcript: of the bout; it is not touched.
        note: as `note_on` makes it.
        for_team: the team sees it; so it does what opens its next bout.
        aside: the folder for notes whose own folder cannot be written; by default in the platform's data folder.

    Raises:
        CannotWrite: it could not be kept anywhere, and stands in memory alone.
    """
    for_team = for_team or note.opens_next
    files = CoachFiles(note.by, aside, shared=_is_shared(transcript))
    try:
        elsewhere = files.write(transcript, [note], for_team=for_team)
    except ArchiveError as error:
        raise CannotWrite(f"{error} The note stands on this screen alone: copy it, or try once more; it goes when you leave it.") from None
    coach, folder = visible(note.by), visible(str(transcript.parent))
    here = f"Kept for {coach} alone, in a file of {coach}'s own in {folder}. To read it on another machine, take the file along."
    return KeptNote(elsewhere or ("" if for_team else here), notes_for_team(transcript))


def _is_shared(transcript: Path) -> bool:
    """Whether the transcript's group reads it: then it reads notes for the team as well."""
    try:
        return bool(transcript.stat().st_mode & 0o040)
    except OSError:
        return False
