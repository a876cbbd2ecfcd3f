"""Searching everything that was said in bouts, what they are called, and what coaches wrote about them."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from sparring.archive.index.noted import EVERYBODY, NotedKind
from sparring.archive.index.store import from_key, keys, storable
from sparring.archive.index.terms import match_for
from sparring.archive.transcript import SUFFIX
from sparring.bout.said import SaidKind

HitKind = SaidKind | NotedKind

MOST_HITS: Final = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A line in which something was found.

    Attributes:
        path: of the transcript.
        seq: of the entry; the line is there.
        round: its number, 0 before the first.
        kind: whose words and what for; "named" is what a bout is called: team, cycle, draft.
        text: the whole line; of a note, with its tags.
    """

    path: Path
    seq: int
    round: int
    kind: HitKind
    text: str


def search(
    store: sqlite3.Connection, query: str, folders: Sequence[Path], kinds: Sequence[HitKind] = (), most: int = MOST_HITS, coach: str = ""
) -> tuple[Hit, ...]:
    """Return the lines that `query` finds: what coaches wrote, then what was said; those read last first.

    Args:
        store: the index.
        query: as somebody typed it (see `terms.match_for`).
        folders: where to look.
        kinds: of lines to look at; all by default.
        most: hits to return.
        coach: finds notes of their own, beside those for the team; private notes of others are nobody else's.
    """
    match = match_for(query)
    if not match or not folders:
        return ()
    noted = store.execute(
        """
        SELECT noted.folder, noted.name, note.seq, note.kind, note.text
        FROM note_word JOIN note ON note.id = note_word.rowid JOIN noted ON noted.id = note.bout
        WHERE note_word MATCH ? AND noted.folder IN (SELECT value FROM json_each(?))
          AND (? OR note.kind IN (SELECT value FROM json_each(?))) AND note.whose IN (?, ?)
        ORDER BY note_word.rowid DESC LIMIT ?
        """,
        (match, keys(folders), not kinds, json.dumps(list(kinds)), EVERYBODY, storable(coach), most),
    )
    notes = [
        Hit(from_key(folder) / f"{from_key(name)}{SUFFIX}", seq, 0, cast("HitKind", kind), text) for folder, name, seq, kind, text in noted
    ]
    rows = store.execute(
        """
        SELECT bout.folder, bout.name, line.seq, line.round, line.kind, line.text
        FROM word JOIN line ON line.id = word.rowid JOIN bout ON bout.id = line.bout
        WHERE word MATCH ? AND bout.folder IN (SELECT value FROM json_each(?))
          AND (? OR line.kind IN (SELECT value FROM json_each(?)))
        ORDER BY word.rowid DESC LIMIT ?
        """,
        (match, keys(folders), not kinds, json.dumps(list(kinds)), most - len(notes)),
    )
    said = (
        Hit(from_key(folder) / from_key(name), seq, round_, cast("HitKind", kind), text) for folder, name, seq, round_, kind, text in rows
    )
    return (*notes, *said)
