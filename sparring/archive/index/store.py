"""The index's file: one SQLite database in the user's cache folder, private; all that it holds is in transcripts and in files of notes.

It holds their words, so it is as confidential as they are. Several processes may read and update it at once. Whatever is wrong with it, it
is deleted and made anew.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

VERSION: Final = 4
"""Of the tables below and of what is read out of transcripts; an index of another version is made anew."""

_BUSY_SECONDS: Final = 10.0
_TABLES: Final = """
CREATE TABLE bout (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    problem TEXT NOT NULL,
    opened TEXT NOT NULL,
    glance BLOB,
    could_raise TEXT NOT NULL,
    UNIQUE (folder, name)
);
CREATE TABLE round (
    bout INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    number INTEGER NOT NULL,
    closing INTEGER NOT NULL,
    lens TEXT NOT NULL,
    family TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    classes TEXT NOT NULL,
    brought INTEGER NOT NULL,
    presses INTEGER NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    words TEXT NOT NULL,
    proof TEXT NOT NULL
);
CREATE INDEX round_of_bout ON round (bout);
CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    bout INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    round INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX line_of_bout ON line (bout);
CREATE VIRTUAL TABLE word USING fts5 (text, content='', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE TABLE noted (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (folder, name)
);
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    bout INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    whose TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX note_of_bout ON note (bout);
CREATE VIRTUAL TABLE note_word USING fts5 (text, content='', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
"""


class IndexDamaged(Exception):
    """The index cannot be read; it is to be made anew."""


def user_index_file() -> Path:
    """Return where the index of this user is."""
    from platformdirs import user_cache_path

    return user_cache_path("sparring", appauthor=False) / "review" / "bouts.sqlite"


def open_store(path: Path) -> sqlite3.Connection:
    """Open the index at `path`, making it (anew) where it is missing, damaged or of another version.

    Raises:
        OSError: it can neither be opened nor made.
    """
    for _ in range(2):
        try:
            return _open(path)
        except (sqlite3.DatabaseError, IndexDamaged):
            discard(path)
    raise OSError(f"no index can be kept at {path}")


def in_memory() -> sqlite3.Connection:
    """Return an index that is kept nowhere, for where none can be kept."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))


def discard(path: Path) -> None:
    """Delete the index's files."""
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with contextlib.suppress(OSError):
            each.unlink()


def as_key(path: Path | str) -> str:
    """Return a path as a database takes it, whatever bytes its name has."""
    return os.fsencode(path).decode("latin-1")


def from_key(key: str) -> Path:
    """Return the path that `as_key` made a key of."""
    return Path(os.fsdecode(key.encode("latin-1")))


def keys(folders: Sequence[Path]) -> str:
    """Return folders as one parameter of a query: a JSON list of their keys."""
    return json.dumps([as_key(folder.resolve()) for folder in folders])


def storable(text: str) -> str:
    """Return `text` as a database takes it: halves of characters, which broken files bring along, become question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


@contextlib.contextmanager
def writing(store: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing, while others wait."""
    store.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        store.execute("ROLLBACK")
        raise
    store.execute("COMMIT")


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # SQLite gives its side files the rights of this one.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600))
    store = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        return _prepared(store)
    except BaseException:
        store.close()
        raise


def _prepared(store: sqlite3.Connection) -> sqlite3.Connection:
    store.execute("PRAGMA journal_mode = WAL")
    # Losing the last moments in a power cut costs reading a few transcripts again.
    store.execute("PRAGMA synchronous = NORMAL")
    with writing(store):
        (version,) = store.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            raise IndexDamaged(f"version {version}")
        if version == 0:
            for statement in _TABLES.split(";\n"):
                store.execute(statement)
            store.execute(f"PRAGMA user_version = {VERSION}")
    return store
