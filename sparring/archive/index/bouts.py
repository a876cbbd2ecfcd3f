"""Which bouts there are in folders, each in brief; brought up to date by the files that changed."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Final, TypeVar

from pydantic import TypeAdapter

from sparring.archive.errors import ArchiveError, cannot_read
from sparring.archive.index.noted import bring_notes_up_to_date
from sparring.archive.index.readers import read_batches
from sparring.archive.index.rounds import Wanted, bouts_with, keep_rounds, lenses_in, rounds_in
from sparring.archive.index.search import MOST_HITS, Hit, HitKind, search
from sparring.archive.index.store import as_key, discard, from_key, in_memory, keys, open_store, storable, writing
from sparring.archive.index.terms import indexed
from sparring.archive.notes import CoachFiles
from sparring.archive.transcript import SUFFIX, Transcript, read_transcript
from sparring.bout.fold import NoBout, fold
from sparring.bout.glance import BoutRounds, Glance, glance, round_glances
from sparring.bout.precis import Precis, precis
from sparring.bout.said import SaidLine, said_in
from sparring.lenses.catalogue import Catalogue
from sparring.text import visible

LARGEST: Final = 50_000_000
"""Bytes of a transcript that is read; a bout takes some tens of thousands."""
_AT_ONCE: Final = 50
"""Transcripts that are read before what was found in them is written."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Kept:
    """A transcript's file, as far as it could be understood.

    Attributes:
        path: of the file.
        name: of the bout, from the file's name.
        opened: when it began; failing that, when the file was changed.
        glance: the bout up to the first fault; None where nothing can be read.
        problem: what is wrong with the file, in a sentence, or "".
    """

    path: Path
    name: str
    opened: datetime
    glance: Glance | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the folder tells it: what differs from the last time is read again."""

    folder: str
    name: str
    size: int
    changed: int
    inode: int

    @property
    def path(self) -> Path:
        return from_key(self.folder) / from_key(self.name)


_Found = tuple[_File, Kept, Precis | None, list[SaidLine]]

OnIndexed = Callable[[int, int], None]
"""Hears how many transcripts of how many were read."""


def _nobody(done: int, of: int) -> None:
    """Nobody listens."""


class BoutIndex:
    """The bouts of folders. One thread at a time; several processes may use one file."""

    def __init__(self, path: Path | None, catalogue: Callable[[str], Catalogue] | None = None) -> None:
        """Open the index.

        Args:
            path: of its file; None, or one where nothing can be kept: it is made anew each time.
            catalogue: gives the lenses of a language, to look again at lines that a team edited; None: nobody looks.
        """
        self._path = path
        self._catalogue = catalogue
        self.store = self._opened()

    def _opened(self) -> sqlite3.Connection:
        if self._path is not None:
            try:
                return open_store(self._path)
            except OSError:
                pass
        return in_memory()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def update(self, folders: Sequence[Path], on_indexed: OnIndexed = _nobody) -> int:
        """Bring the index up to date with the transcripts in `folders`; return how many were read.

        Raises:
            CannotRead: a folder may not be read; the index is as it was for it.
        """
        try:
            return self._update(folders, on_indexed)
        except sqlite3.DatabaseError:
            self._begin_anew()
            return self._update(folders, on_indexed)

    def refresh(self, path: Path) -> None:
        """Bring the index up to date with one transcript that is known to have changed, or to be gone."""
        path = path.parent.resolve() / path.name
        folder, name = as_key(path.parent), as_key(path.name)
        try:
            state = path.stat()
        except OSError:
            self._forget(folder, [name])
            return
        file = _File(folder, name, state.st_size, state.st_mtime_ns, state.st_ino)
        self._keep(_read_all([file], self._catalogue))

    def bouts(self, folders: Sequence[Path]) -> tuple[Kept, ...]:
        """Return the bouts of `folders`, the newest first."""
        return self._sound(folders, lambda: self._bouts(folders))

    def rounds(self, folders: Sequence[Path]) -> tuple[BoutRounds, ...]:
        """Return the rounds of every bout in `folders`, the oldest bout first."""
        return self._sound(folders, lambda: tuple(rounds_in(self.store, folders)))

    def bouts_with(self, folders: Sequence[Path], wanted: Wanted) -> frozenset[Path]:
        """Return the transcripts in `folders` that hold such a round."""
        return self._sound(folders, lambda: bouts_with(self.store, folders, wanted))

    def lenses(self, folders: Sequence[Path]) -> dict[str, int]:
        """Return the lenses that were raised in bouts of `folders`, each with the number of bouts."""
        return self._sound(folders, lambda: lenses_in(self.store, folders))

    def update_notes(self, folders: Sequence[Path], files: CoachFiles) -> int:
        """Bring the index up to date with what coaches wrote about the bouts in `folders`; return on how many bouts that was new."""
        return self._sound(folders, lambda: bring_notes_up_to_date(self.store, folders, files))

    def search(
        self, query: str, folders: Sequence[Path], kinds: Sequence[HitKind] = (), most: int = MOST_HITS, coach: str = ""
    ) -> tuple[Hit, ...]:
        """Return the lines that `query` finds (see `search.search`)."""
        return self._sound(folders, lambda: search(self.store, query, folders, kinds, most, coach))

    def _bouts(self, folders: Sequence[Path]) -> tuple[Kept, ...]:
        rows = self.store.execute(
            "SELECT folder, name, opened, problem, glance FROM bout WHERE folder IN (SELECT value FROM json_each(?))"
            " ORDER BY opened DESC, name DESC",
            (keys(folders),),
        )
        return tuple(
            Kept(path := from_key(folder) / from_key(name), path.stem, datetime.fromisoformat(opened), _unpacked(stored), problem)
            for folder, name, opened, problem, stored in rows
        )

    def _sound(self, folders: Sequence[Path], look: Callable[[], Found]) -> Found:
        """Look something up; in an index that turns out to be damaged, make it anew first."""
        try:
            return look()
        except (sqlite3.DatabaseError, ValueError):
            self._begin_anew()
            self._update(folders, _nobody)
            return look()

    def _begin_anew(self) -> None:
        self.store.close()
        if self._path is not None:
            discard(self._path)
        self.store = self._opened()

    def _update(self, folders: Sequence[Path], on_indexed: OnIndexed) -> int:
        stale: list[_File] = []
        for folder in dict.fromkeys(as_key(folder.resolve()) for folder in folders):
            there = {file.name: file for file in _files(folder)}
            rows = self.store.execute("SELECT name, size, changed, inode FROM bout WHERE folder = ?", (folder,))
            known = {name: _File(folder, name, size, changed, inode) for name, size, changed, inode in rows}
            if gone := [name for name in known if name not in there]:
                self._forget(folder, gone)
            # By name, which begins with the day: rows follow each other as bouts did.
            stale += [there[name] for name in sorted(there) if known.get(name) != there[name]]
        batches = [stale[start : start + _AT_ONCE] for start in range(0, len(stale), _AT_ONCE)]
        done = 0
        for found in read_batches(partial(_read_all, catalogue=self._catalogue), batches):
            self._keep(found)
            done += len(found)
            on_indexed(done, len(stale))
        return len(stale)

    def _keep(self, found: Iterable[_Found]) -> None:
        with writing(self.store):
            for file, kept, brief, lines in found:
                self._remove(file.folder, file.name)
                opened = kept.opened.astimezone(UTC).isoformat()
                could = " ".join(brief.could_raise) if brief else ""
                row = (file.folder, file.name, file.size, file.changed, file.inode, kept.problem, opened, _packed(kept.glance), could)
                id_ = self.store.execute(
                    "INSERT INTO bout (folder, name, size, changed, inode, problem, opened, glance, could_raise)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    row,
                ).lastrowid
                if brief and id_:
                    keep_rounds(self.store, id_, round_glances(brief))
                (last,) = self.store.execute("SELECT coalesce(max(id), 0) FROM line").fetchone()
                told: list[tuple[int, int, HitKind, str]] = [(line.seq, line.round, line.kind, storable(line.text)) for line in lines]
                if named := " · ".join(part for part in (brief.team, brief.cycle, brief.draft) if part) if brief else "":
                    told.insert(0, (0, 0, "named", named))
                numbered = list(enumerate(told, start=last + 1))
                self.store.executemany(
                    "INSERT INTO line (id, bout, seq, round, kind, text) VALUES (?, ?, ?, ?, ?, ?)",
                    ((number, id_, *line) for number, line in numbered),
                )
                words = ((number, indexed(line[-1])) for number, line in numbered)
                self.store.executemany("INSERT INTO word (rowid, text) VALUES (?, ?)", words)

    def _forget(self, folder: str, names: Sequence[str]) -> None:
        with writing(self.store):
            for name in names:
                self._remove(folder, name)

    def _remove(self, folder: str, name: str) -> None:
        row = self.store.execute("SELECT id FROM bout WHERE folder = ? AND name = ?", (folder, name)).fetchone()
        if row is None:
            return
        lines = self.store.execute("SELECT id, text FROM line WHERE bout = ?", row).fetchall()
        self.store.executemany(
            "INSERT INTO word (word, rowid, text) VALUES ('delete', ?, ?)", ((number, indexed(text)) for number, text in lines)
        )
        self.store.execute("DELETE FROM line WHERE bout = ?", row)
        self.store.execute("DELETE FROM round WHERE bout = ?", row)
        self.store.execute("DELETE FROM bout WHERE id = ?", row)


def _files(folder: str) -> Iterator[_File]:
    try:
        with os.scandir(from_key(folder)) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX) and not entry.name.startswith(".") and entry.is_file():
                    state = entry.stat()
                    yield _File(folder, as_key(entry.name), state.st_size, state.st_mtime_ns, state.st_ino)
    except FileNotFoundError:
        return
    except OSError as error:
        raise cannot_read(from_key(folder), error) from None


def _read_all(files: Sequence[_File], catalogue: Callable[[str], Catalogue] | None) -> list[_Found]:
    return [(file, *_read(file, catalogue)) for file in files]


def _read(file: _File, catalogue: Callable[[str], Catalogue] | None) -> tuple[Kept, Precis | None, list[SaidLine]]:
    changed = datetime.fromtimestamp(file.changed / 1e9, UTC)
    name = file.path.stem
    try:
        transcript = _transcript(file)
        bout = fold(transcript.entries)
        brief = precis(bout, catalogue(bout.opened.language) if catalogue and any(each.revised for each in bout.rounds) else None)
    except (ArchiveError, NoBout) as error:
        return Kept(file.path, name, changed, None, str(error)), None, []
    except (ValueError, KeyError, IndexError, RecursionError, OSError):
        unfit = f"{visible(file.path.name)} is sealed as a transcript, but it does not tell a bout. Take a copy of the file from a backup."
        return Kept(file.path, name, changed, None, unfit), None, []
    brief = replace(
        brief,
        bout=storable(brief.bout),
        team=storable(brief.team),
        cycle=storable(brief.cycle),
        partner=storable(brief.partner),
        draft=storable(brief.draft),
    )
    return Kept(file.path, name, brief.opened, glance(brief), transcript.fault), brief, list(said_in(transcript.entries))


def _transcript(file: _File) -> Transcript:
    if file.size > LARGEST:
        raise ArchiveError(
            f"{visible(file.path.name)} is larger than any bout ({file.size // 1_000_000} MB). Look whether it is a transcript."
        )
    return read_transcript(file.path)


@cache
def _shape() -> TypeAdapter[Glance]:
    return TypeAdapter(Glance)


def _packed(seen: Glance | None) -> bytes | None:
    return _shape().dump_json(seen) if seen else None


def _unpacked(stored: bytes | None) -> Glance | None:
    return _shape().validate_json(stored) if stored else None
