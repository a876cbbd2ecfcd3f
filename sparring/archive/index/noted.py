"""What coaches wrote about bouts, as far as one of them may search it: notes with their tags, and other names for a bout."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

from sparring.archive.index.store import as_key, from_key, storable, writing
from sparring.archive.index.terms import indexed
from sparring.archive.notes import CoachFiles
from sparring.archive.transcript import SUFFIX
from sparring.record.notes import Notes

NotedKind = Literal["named", "note"]

EVERYBODY: Final = ""
"""Whose a line is that every coach may find."""


def bring_notes_up_to_date(store: sqlite3.Connection, folders: Sequence[Path], files: CoachFiles) -> int:
    """Read the notes on the bouts of `folders` that changed; return on how many bouts that was."""
    changed = 0
    for folder in dict.fromkeys(each.resolve() for each in folders):
        there = files.states(folder)
        rows = store.execute("SELECT name, state FROM noted WHERE folder = ?", (as_key(folder),))
        known = {from_key(name).name: state for name, state in rows}
        stale = [name for name in known.keys() | there.keys() if known.get(name) != there.get(name)]
        if not stale:
            continue
        with writing(store):
            for name in stale:
                _remove(store, folder, name)
                if name in there:
                    _keep(store, folder, name, there[name], files.read(folder / f"{name}{SUFFIX}").notes)
        changed += len(stale)
    return changed


def _keep(store: sqlite3.Connection, folder: Path, name: str, state: str, notes: Notes) -> None:
    row = (as_key(folder), as_key(name), state)
    bout = store.execute("INSERT INTO noted (folder, name, state) VALUES (?, ?, ?)", row).lastrowid
    for seq, kind, whose, text in _lines(notes):
        note = store.execute(
            "INSERT INTO note (bout, seq, kind, whose, text) VALUES (?, ?, ?, ?, ?)", (bout, seq, kind, storable(whose), storable(text))
        ).lastrowid
        store.execute("INSERT INTO note_word (rowid, text) VALUES (?, ?)", (note, indexed(storable(text))))


def _remove(store: sqlite3.Connection, folder: Path, name: str) -> None:
    row = store.execute("SELECT id FROM noted WHERE folder = ? AND name = ?", (as_key(folder), as_key(name))).fetchone()
    if row is None:
        return
    for note, text in store.execute("SELECT id, text FROM note WHERE bout = ?", row).fetchall():
        store.execute("INSERT INTO note_word (note_word, rowid, text) VALUES ('delete', ?, ?)", (note, indexed(text)))
    store.execute("DELETE FROM note WHERE bout = ?", row)
    store.execute("DELETE FROM noted WHERE id = ?", row)


def _lines(notes: Notes) -> Iterator[tuple[int, NotedKind, str, str]]:
    """Yield entry, kind, whose it is and words; a note that is not for the team is its coach's alone."""
    if named := " · ".join(part for part in (notes.team, notes.cycle) if part):
        yield 0, "named", EVERYBODY, named
    for each in notes.notes:
        tags = " ".join(f"#{tag}" for tag in each.tags)
        yield each.entry or 0, "note", EVERYBODY if each.for_team else each.by, " ".join(part for part in (each.text, tags) if part)
