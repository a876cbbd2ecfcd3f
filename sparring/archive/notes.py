"""Coaches' files beside a transcript: one a coach for the coach alone, one for what the team may see.

Lines are appended under a lock and never rewritten, so what two coaches, or one in two terminals, write at once all stays. Where the
folder cannot be written, the files go to the coach's own data folder instead.
"""

import contextlib
import fcntl
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from sparring.archive.durable import sync_folder, write_whole
from sparring.archive.errors import cannot_read, cannot_write
from sparring.archive.transcript import SUFFIX
from sparring.record.notes import NO_NOTES, Line, Notes, decoded, encoded, folded
from sparring.text import visible

FOR_TEAM: Final = ".team.notes"
PRIVATE: Final = ".private.notes"
LARGEST: Final = 5_000_000
"""Bytes of a file of notes that is read."""

_LONGEST_OPENING: Final = 100_000
_NOT_IN_NAMES: Final = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class NotesRead:
    """What stands in the files about a bout.

    Attributes:
        notes: of all coaches whose files can be read.
        problems: sentences about lines and files that cannot.
    """

    notes: Notes
    problems: tuple[str, ...] = ()


class CoachFiles:
    """Reads every coach's notes and writes one coach's."""

    def __init__(self, coach: str, aside: Path | None = None, *, shared: bool = False) -> None:
        """Name the coach.

        Args:
            coach: as the notes are signed.
            aside: the folder for notes on bouts whose own folder cannot be written; by default in the platform's data folder.
            shared: notes for the team can be read by the folder's group.
        """
        self.coach = coach
        self._aside = aside
        self._shared = shared

    def read(self, transcript: Path) -> NotesRead:
        """Return what coaches wrote about a bout."""
        return _read(each for folder in (transcript.parent, self._aside_for(transcript)) for each in _files(folder, transcript))

    def with_notes(self, folder: Path) -> frozenset[str]:
        """Return the names of the bouts in `folder` that somebody wrote about; the others need no look."""
        names: set[str] = set()
        for each in (folder, self._aside_for(folder / "any.jsonl")):
            with contextlib.suppress(OSError), os.scandir(each) as entries:
                names.update(entry.name.rsplit(".", 3)[0] for entry in entries if entry.name.endswith((FOR_TEAM, PRIVATE)))
        return frozenset(names)

    def states(self, folder: Path) -> dict[str, str]:
        """Return the bouts in `folder` that somebody wrote about, by name, each with what changes when one of its files does."""
        found: dict[str, list[str]] = {}
        for each in (folder, self._aside_for(folder / "any.jsonl")):
            with contextlib.suppress(OSError), os.scandir(each) as entries:
                for entry in entries:
                    if entry.name.endswith((FOR_TEAM, PRIVATE)):
                        state = entry.stat()
                        said = f"{sha256(os.fsencode(entry.path)).hexdigest()[:16]} {state.st_size} {state.st_mtime_ns} {state.st_ino}"
                        found.setdefault(entry.name.rsplit(".", 3)[0], []).append(said)
        return {name: "\n".join(sorted(states)) for name, states in found.items()}

    def write(self, transcript: Path, lines: Iterable[Line], *, for_team: bool = False) -> str:
        """Append lines about a bout; they are on the disk when this returns.

        Returns:
            Where they went, in a sentence, if that is not beside the transcript; else "".

        Raises:
            CannotWrite: neither there nor in the coach's own folder.
        """
        data = b"".join(encoded(line) for line in lines)
        name = self._name(transcript, FOR_TEAM if for_team else PRIVATE)
        mode = 0o660 if for_team and self._shared else 0o600
        try:
            _append(transcript.parent / name, data, mode)
        except OSError:
            pass
        else:
            return ""
        aside = self._aside_for(transcript)
        try:
            aside.mkdir(parents=True, exist_ok=True, mode=0o700)
            _append(aside / name, data, 0o600)
        except OSError as error:
            raise cannot_write(aside / name, error) from None
        seen = " The team does not see them there." if for_team else ""
        return f"{visible(str(transcript.parent))} cannot be written: your notes are kept in {visible(str(aside))}.{seen}"

    def remove(self, transcript: Path) -> None:
        """Take away what this coach wrote about a bout; other coaches' files stay.

        Raises:
            OSError: a file cannot be removed.
        """
        for folder in (transcript.parent, self._aside_for(transcript)):
            for ending in (FOR_TEAM, PRIVATE):
                (folder / self._name(transcript, ending)).unlink(missing_ok=True)

    def _name(self, transcript: Path, ending: str) -> str:
        return f"{transcript.stem}.{_slug(self.coach)}{ending}"

    def _aside_for(self, transcript: Path) -> Path:
        if self._aside is None:
            self._aside = user_notes_folder()
        return self._aside / sha256(os.fsencode(transcript.parent.resolve())).hexdigest()[:16]


def user_notes_folder() -> Path:
    """Return where this user's notes on bouts go whose own folder cannot be written."""
    from platformdirs import user_data_path

    return user_data_path("sparring", appauthor=False) / "notes"


def notes_for_team(transcript: Path) -> Notes:
    """Return what coaches wrote for the team about a bout."""
    return _read(each for each in _files(transcript.parent, transcript) if each.name.endswith(FOR_TEAM)).notes


def take_notes(folder: Path, into: Path, *, mode: int = 0o600) -> tuple[str, ...]:
    """Take coaches' notes for the team from `folder` to the same bouts in `into`; the transcripts there stay as they are.

    Returns:
        The names of the bouts that have new notes.

    Raises:
        CannotRead: `folder` cannot be read.
        CannotWrite: nothing can be put into `into`.
    """
    try:
        names = sorted(path.name for path in folder.iterdir() if path.name.endswith(FOR_TEAM) and path.is_file())
    except OSError as error:
        raise cannot_read(folder, error) from None
    taken: set[str] = set()
    for name in names:
        bout = name.rsplit(".", 3)[0]
        ours = _first_line(into / f"{bout}{SUFFIX}")
        if not ours or ours != _first_line(folder / f"{bout}{SUFFIX}"):
            continue
        known = _whole_lines(into / name)
        new = [line for line in _whole_lines(folder / name) if line not in known and decoded(line) is not None]
        if not new:
            continue
        try:
            _append(into / name, b"".join(line + b"\n" for line in new), mode)
        except OSError as error:
            raise cannot_write(into / name, error) from None
        taken.add(bout)
    return tuple(sorted(taken))


def _first_line(transcript: Path) -> bytes:
    try:
        with transcript.open("rb") as file:
            return file.readline(_LONGEST_OPENING)
    except OSError:
        return b""


def _whole_lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines() if path.stat().st_size <= LARGEST else []
    except OSError:
        return []


def _files(folder: Path, transcript: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.startswith(f"{transcript.stem}.") and entry.is_file()]
    except OSError:
        return []
    return [folder / name for name in sorted(names) if name.endswith((FOR_TEAM, PRIVATE))]


def _read(files: Iterable[Path]) -> NotesRead:
    lines: list[tuple[Line, bool]] = []
    problems: list[str] = []
    for path in files:
        try:
            lines += _lines(path, problems)
        except PermissionError:
            # A colleague's private notes are none of ours.
            continue
        except OSError as error:
            problems.append(f"{visible(path.name)} could not be read: {error.strerror}.")
    return NotesRead(folded(lines) if lines else NO_NOTES, tuple(problems))


def _lines(path: Path, problems: list[str]) -> Iterator[tuple[Line, bool]]:
    if path.stat().st_size > LARGEST:
        problems.append(f"{visible(path.name)} is larger than any file of notes; it was left out.")
        return
    damaged = 0
    for data in path.read_bytes().splitlines():
        line = decoded(data)
        if line is None:
            damaged += 1
        else:
            yield line, path.name.endswith(FOR_TEAM)
    if damaged:
        problems.append(f"{damaged} of the lines in {visible(path.name)} cannot be read; the others are shown.")


def _append(path: Path, data: bytes, mode: int) -> None:
    new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if new:
            os.fchmod(descriptor, mode)
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            # A line that was cut off ends here, so that it costs none of ours.
            data = b"\n" + data
        try:
            write_whole(descriptor, data)
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)
    if new:
        sync_folder(path.parent)


def _slug(coach: str) -> str:
    """Return a coach's name as part of a file's name; two coaches whose names look alike there still have files of their own."""
    plain = _NOT_IN_NAMES.sub("-", coach.strip())[:30].strip("-")
    return plain if plain == coach else f"{plain or 'coach'}-{sha256(coach.encode('utf-8', 'replace')).hexdigest()[:6]}"
