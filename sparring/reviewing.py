"""A coach at work on many bouts: which there are, which to open first, one as it went, and the coach's own marks. Front ends begin here."""

import contextlib
import getpass
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sparring.archive.durable import replace_file
from sparring.archive.errors import ArchiveError, cannot_write
from sparring.archive.index.bouts import BoutIndex, Kept, OnIndexed
from sparring.archive.index.rounds import Wanted
from sparring.archive.index.search import Hit
from sparring.archive.notes import CoachFiles, notes_for_team
from sparring.archive.sharing import delete_copy
from sparring.archive.transcript import read_transcript
from sparring.bout.fold import NoBout, fold, follow
from sparring.bout.glance import BoutRounds, Glance, dodged, glance, round_glances
from sparring.bout.precis import Precis, corrected, precis
from sparring.bout.state import Bout
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import AnswerClass
from sparring.record.entry import Entry
from sparring.record.notes import (
    NO_NOTES,
    Archived,
    Judgement,
    KeptJudged,
    Line,
    Named,
    Note,
    NoteAdded,
    NoteChanged,
    NoteRemoved,
    Notes,
    ReadingCorrected,
    Reviewed,
)
from sparring.report.triage import Reason, rank, reasons


@dataclass(frozen=True, slots=True)
class Listed:
    """A bout in the coach's list.

    Attributes:
        kept: the transcript's file.
        glance: the bout, under the names that the coach gave it; None where nothing can be read.
        notes: what coaches wrote about it.
        reasons: why to open it, the weightiest first.
        reviewed: this coach is through with it.
        since: later bouts of the same team in the list.
    """

    kept: Kept
    glance: Glance | None
    notes: Notes
    reasons: tuple[Reason, ...]
    reviewed: bool
    since: int = 0

    @property
    def rank(self) -> float:
        """How much it is worth opening: less with every later bout of its team, and last once the coach is through with it."""
        return rank(self.reasons) / (1 + self.since) - (1_000.0 if self.reviewed else 0.0)

    @property
    def said(self) -> str:
        """Why it stands where it stands, in words."""
        why = ", ".join(each.said for each in self.reasons)
        later = f"{self.since} bout{'' if self.since == 1 else 's'} since" if why and self.since else ""
        return " · ".join(part for part in (why, later) if part)


@dataclass(frozen=True, slots=True)
class OpenedBout:
    """A bout as it went.

    Attributes:
        path: of its transcript.
        bout: as it stands.
        entries: all that can be read.
        notes: what coaches wrote about it.
        remarks: what is wrong with the file, or with files of notes, in sentences.
        dodged: `seq` of the rounds to look at first.
    """

    path: Path
    bout: Bout
    entries: tuple[Entry, ...]
    notes: Notes
    remarks: tuple[str, ...]
    dodged: frozenset[int] = frozenset()

    @property
    def head(self) -> str:
        """Hash of the last entry: what is noted now carries it."""
        return self.entries[-1].hash

    def as_of(self, seq: int) -> Bout:
        """Return the bout as it stood after entry `seq`: with the draft of that moment."""
        bout = fold(self.entries[:1])
        for entry in self.entries[1:]:
            if entry.seq > seq:
                break
            bout = follow(bout, entry)
        return bout


class Review:
    """The coach's view on folders. Calls read and write files: make them from a thread of their own; they wait for each other."""

    def __init__(
        self,
        folders: Sequence[Path],
        *,
        coach: str = "",
        index_file: Path | None,
        aside: Path | None = None,
        shared: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Begin.

        Args:
            folders: of transcripts.
            coach: as notes are signed; by default the user of this machine.
            index_file: of the index; None keeps it nowhere.
            aside: where notes go whose folder cannot be written; by default the platform's data folder.
            shared: notes for the team can be read by the folder's group.
            now: the clock.
        """
        self.folders = tuple(folders)
        self.coach = coach or _user()
        self._files = CoachFiles(self.coach, aside, shared=shared)
        self._now = now
        self._turn = threading.Lock()
        self._index_file = index_file
        self._corrected: dict[Path, tuple[object, Precis]] = {}
        self._index: BoutIndex | None = None
        self._noted = False

    @property
    def today(self) -> date:
        """The day that due dates are held against."""
        return self._now().astimezone().date()

    def close(self) -> None:
        """Let go of the index."""
        with self._turn:
            if self._index:
                self._index.close()
                self._index = None

    def bring_up_to_date(self, on_indexed: OnIndexed = lambda done, of: None) -> int:
        """Read the transcripts that changed; return how many.

        Raises:
            CannotRead: a folder may not be read.
        """
        with self._turn:
            read = self._opened().update(self.folders, on_indexed)
            self._opened().update_notes(self.folders, self._files)
            return read

    def bouts(self, *, put_away: bool = False) -> tuple[Listed, ...]:
        """Return the bouts as the index knows them, what to open first on top: the coach's list, or what was put away from it."""
        with self._turn:
            kept = self._opened().bouts(self.folders)
        noted = {folder: self._files.with_notes(folder) for folder in {each.path.parent for each in kept}}
        listed = [self._listed(each, noted[each.path.parent]) for each in kept]
        wanted = (each for each in _with_later(listed) if each.notes.archived == put_away)
        return tuple(sorted(wanted, key=lambda each: -each.rank))

    def listed_again(self, listed: Listed) -> Listed:
        """Return a bout of the list with what coaches noted since; how many later bouts its team has stays."""
        path = listed.kept.path
        return replace(self._listed(listed.kept, self._files.with_notes(path.parent)), since=listed.since)

    def rounds(self) -> tuple[BoutRounds, ...]:
        """Return the rounds of every bout, as the coach named, read and judged them, the oldest first."""
        with self._turn:
            told = self._opened().rounds(self.folders)
        noted = {folder: self._files.with_notes(folder) for folder in {each.path.parent for each in told}}
        return tuple(self._renamed(each) if each.path.stem in noted[each.path.parent] else each for each in told)

    def search(self, query: str) -> tuple[Hit, ...]:
        """Return the lines that `query` finds, the newest first: this coach's notes and those for teams, then what was said."""
        with self._turn:
            if self._noted:
                self._noted = False
                self._opened().update_notes(self.folders, self._files)
            return self._opened().search(query, self.folders, coach=self.coach)

    def bouts_with(self, wanted: Wanted) -> frozenset[Path]:
        """Return the transcripts that hold such a round."""
        with self._turn:
            return self._opened().bouts_with(self.folders, wanted)

    def lenses(self) -> dict[str, int]:
        """Return the lenses that were raised, each with the number of bouts."""
        with self._turn:
            return self._opened().lenses(self.folders)

    def open(self, path: Path) -> OpenedBout:
        """Return a bout as it went.

        Raises:
            ArchiveError: the file cannot be read, or holds nothing that can be trusted.
            NoBout: it tells no bout.
        """
        transcript = read_transcript(path)
        notes = self._files.read(path)
        bout = fold(transcript.entries)
        remarks = [transcript.fault] if transcript.fault else []
        known = {entry.hash for entry in transcript.entries}
        if missing := notes.notes.heads - known:
            count = "A note was" if len(missing) == 1 else f"{len(missing)} notes were"
            remarks.append(f"{count} written when this transcript held an entry that it does not hold now: its end was cut off or changed.")
        brief = _as_read(bout, notes.notes)
        return OpenedBout(path, bout, transcript.entries, notes.notes, (*remarks, *notes.problems), dodged(brief))

    # -- the coach's own marks ---------------------------------------------------------------------------------------------

    def note(
        self,
        opened: OpenedBout,
        text: str,
        *,
        entry: int | None = None,
        tags: tuple[str, ...] = (),
        for_team: bool = False,
        opens_next: bool = False,
    ) -> str:
        """Write a note on a bout, or on one of its entries.

        Args:
            opened: the bout.
            text: the words.
            entry: `seq`; None for the bout as a whole.
            tags: the coach's own.
            for_team: the team sees it when it opens the bout.
            opens_next: it is a question that opens the team's next bout; then the team sees it too.

        Returns:
            Where it went, in a sentence, if that is not beside the transcript.

        Raises:
            CannotWrite: it could not be kept anywhere.
        """
        line = NoteAdded(
            at=self._now(),
            by=self.coach,
            head=opened.head,
            note=secrets.token_hex(8),
            entry=entry,
            text=text,
            tags=tags,
            opens_next=opens_next,
        )
        return self._write(opened, [line], for_team=for_team or opens_next)

    def change_note(self, opened: OpenedBout, note: Note, text: str, *, tags: tuple[str, ...] = ()) -> str:
        """Give a note of this coach's other words; "" takes it away. Raises as `note`."""
        at, head = self._now(), opened.head
        line: Line = NoteRemoved(at=at, by=self.coach, head=head, note=note.note)
        if text.strip():
            line = NoteChanged(at=at, by=self.coach, head=head, note=note.note, text=text, tags=tags, opens_next=note.opens_next)
        return self._write(opened, [line], for_team=note.for_team)

    def mark_reviewed(self, opened: OpenedBout, *, done: bool = True) -> str:
        """Say that this coach is through with a bout, or not. Raises as `note`."""
        return self._write(opened, [Reviewed(at=self._now(), by=self.coach, head=opened.head, done=done)])

    def correct_reading(self, opened: OpenedBout, answer: int, classes: tuple[AnswerClass, ...]) -> str:
        """Say how an answer is to be read. Raises as `note`."""
        return self._write(opened, [ReadingCorrected(at=self._now(), by=self.coach, head=opened.head, answer=answer, classes=classes)])

    def judge_kept(self, opened: OpenedBout, round_: int, judgement: Judgement) -> str:
        """Say what became of a line that the team kept; `round_` is the `seq` of its round. Raises as `note`."""
        return self._write(opened, [KeptJudged(at=self._now(), by=self.coach, head=opened.head, round=round_, judgement=judgement)])

    def name(self, opened: OpenedBout, team: str, cycle: str) -> str:
        """Let a bout count as another team's or cycle's; the transcript keeps its own names. Raises as `note`."""
        return self._write(opened, [Named(at=self._now(), by=self.coach, head=opened.head, team=team, cycle=cycle)])

    def delete(self, path: Path) -> None:
        """Delete a copy of a bout, and what this coach wrote about it; other coaches' notes stay.

        Raises:
            NotACopy: it may be the team's own record.
            NotDeleted: it is still there.
        """
        delete_copy(path)
        with contextlib.suppress(OSError):
            self._files.remove(path)
        self._noted = True

    def put_away(self, opened: OpenedBout, *, away: bool = True) -> str:
        """Take a bout out of the list, or back into it. Raises as `note`."""
        return self._write(opened, [Archived(at=self._now(), by=self.coach, head=opened.head, away=away)])

    def write_page(self, opened: OpenedBout, folder: Path) -> Path:
        """Write a bout as one page to mail or to print, with coaches' notes for the team and no private ones; return its file.

        Args:
            opened: the bout.
            folder: takes the page, named like the bout; a page of this name is replaced.

        Raises:
            CannotWrite: nothing was written.
        """
        from sparring.report.html import as_html

        path = folder / f"{opened.path.stem}.html"
        page = as_html(opened.bout, opened.head, notes_for_team(opened.path)).encode()
        try:
            replace_file(path, [page], 0o600)
        except OSError as error:
            raise cannot_write(path, error) from None
        return path

    # -- inside ------------------------------------------------------------------------------------------------------------

    def _write(self, opened: OpenedBout, lines: Sequence[Line], *, for_team: bool = False) -> str:
        said = self._files.write(opened.path, lines, for_team=for_team)
        self._noted = True
        return said

    def _opened(self) -> BoutIndex:
        if self._index is None:
            self._index = BoutIndex(self._index_file, packaged_catalogue)
        return self._index

    def _listed(self, kept: Kept, noted: frozenset[str]) -> Listed:
        notes = self._files.read(kept.path).notes if kept.path.stem in noted else NO_NOTES
        brief = self._as_corrected(kept.path, notes) if kept.glance else None
        seen = glance(brief) if brief else kept.glance
        if seen and (notes.team is not None or notes.cycle is not None):
            seen = replace(seen, team=notes.team or seen.team, cycle=notes.cycle or seen.cycle)
        why = reasons(seen, self.today) if seen else ()
        return Listed(kept, seen, notes, why, self.coach in notes.reviewed_by)

    def _as_corrected(self, path: Path, notes: Notes) -> Precis | None:
        """Return a bout whose readings somebody corrected, read again only when it, or a correction, changed.

        None where nobody corrected one, or the file is no longer there: what the index knows holds then.
        """
        if not notes.readings:
            return None
        try:
            state = path.stat()
            key = (state.st_mtime_ns, state.st_size, dict(notes.readings))
            if (known := self._corrected.get(path)) and known[0] == key:
                return known[1]
            brief = _as_read(fold(read_transcript(path).entries), notes)
        except (OSError, ArchiveError, NoBout):
            return None
        self._corrected[path] = (key, brief)
        return brief

    def _renamed(self, told: BoutRounds) -> BoutRounds:
        notes = self._files.read(told.path).notes
        brief = self._as_corrected(told.path, notes)
        rounds = round_glances(brief) if brief else told.rounds
        rounds = tuple(replace(each, judged=notes.judged.get(each.seq, "")) for each in rounds)
        return replace(told, team=notes.team or told.team, cycle=notes.cycle or told.cycle, rounds=rounds)


def _as_read(bout: Bout, notes: Notes) -> Precis:
    """Return a bout in brief, its answers read as coaches read them."""
    return corrected(precis(bout, packaged_catalogue(bout.opened.language)), notes.readings)


def _with_later(listed: Iterable[Listed]) -> Iterator[Listed]:
    """Yield bouts with how many later ones there are of the same team; a bout without a team's name stands alone."""
    since: Counter[str] = Counter()
    for each in sorted(listed, key=lambda one: one.kept.opened, reverse=True):
        team = each.glance.team.casefold() if each.glance else ""
        yield replace(each, since=since[team] if team else 0)
        since[team] += 1


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "coach"
