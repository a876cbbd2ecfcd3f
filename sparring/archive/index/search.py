"""Searching everything that was said in bouts."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from sparring.archive.index.store import from_key, keys
from sparring.archive.index.terms import match_for
from sparring.bout.said import SaidKind

MOST_HITS: Final = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A line in which something was found.

    Attributes:
        path: of the transcript.
        seq: of the entry; the line is there.
        round: its number, 0 before the first.
        kind: whose words and what for.
        text: the whole line.
    """

    path: Path
    seq: int
    round: int
    kind: SaidKind
    text: str


def search(
    store: sqlite3.Connection, query: str, folders: Sequence[Path], kinds: Sequence[SaidKind] = (), most: int = MOST_HITS
) -> tuple[Hit, ...]:
    """Return the lines that `query` finds, those read last first.

    Args:
        store: the index.
        query: as somebody typed it (see `terms.match_for`).
        folders: where to look.
        kinds: of lines to look at; all by default.
        most: hits to return.
    """
    match = match_for(query)
    if not match or not folders:
        return ()
    rows = store.execute(
        """
        SELECT bout.folder, bout.name, line.seq, line.round, line.kind, line.text
        FROM word JOIN line ON line.id = word.rowid JOIN bout ON bout.id = line.bout
        WHERE word MATCH ? AND bout.folder IN (SELECT value FROM json_each(?))
          AND (? OR line.kind IN (SELECT value FROM json_each(?)))
        ORDER BY word.rowid DESC LIMIT ?
        """,
        (match, keys(folders), not kinds, json.dumps(list(kinds)), most),
    )
    return tuple(
        Hit(from_key(folder) / from_key(name), seq, round_, cast("SaidKind", kind), text) for folder, name, seq, round_, kind, text in rows
    )
