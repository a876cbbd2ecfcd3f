"""The rounds of all bouts, as patterns count them."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from sparring.archive.index.store import from_key, keys, storable
from sparring.bout.glance import BoutRounds, RoundGlance


def keep_rounds(store: sqlite3.Connection, bout: int, rounds: Sequence[RoundGlance]) -> None:
    """Put the rounds of a bout into the index."""
    store.executemany(
        "INSERT INTO round"
        " (bout, seq, number, closing, lens, family, question_id, question, outcome, classes, brought, presses, owner, due, words, proof)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(bout, each.seq, each.number, each.closing, each.lens, each.family),
                *(each.question_id, storable(each.question), each.outcome),
                *(
                    " ".join(sorted(each.classes)),
                    each.brought,
                    each.presses,
                    storable(each.owner),
                    each.due.isoformat() if each.due else None,
                ),
                *(storable(each.words), storable(each.proof)),
            )
            for each in rounds
        ),
    )


def rounds_in(store: sqlite3.Connection, folders: Sequence[Path]) -> Iterator[BoutRounds]:
    """Yield the rounds of every bout in `folders`, the oldest bout first."""
    # What a bout is called stands in JSON that is worth reading once for a bout and not for every round of it.
    bouts = store.execute(
        """
        SELECT id, folder, name, opened, could_raise,
               json_extract(glance, '$.team'), json_extract(glance, '$.cycle'), json_extract(glance, '$.draft')
        FROM bout
        WHERE folder IN (SELECT value FROM json_each(?))
        """,
        (keys(folders),),
    )
    named = {id_: told for id_, *told in bouts}
    rows = store.execute(
        """
        SELECT bout.id,
               seq, number, closing, lens, family, question_id, question, outcome, classes, brought, presses, owner, due, words, proof
        FROM round JOIN bout ON bout.id = round.bout
        WHERE bout.folder IN (SELECT value FROM json_each(?))
        ORDER BY bout.opened, bout.id, seq
        """,
        (keys(folders),),
    )
    for id_, of_bout in groupby(rows, key=itemgetter(0)):
        if id_ in named:
            folder, name, opened, could, team, cycle, draft = named[id_]
            path, rounds = from_key(folder) / from_key(name), tuple(_round(row[1:]) for row in of_bout)
            yield BoutRounds(path, datetime.fromisoformat(opened), team, cycle, draft, _words(could), rounds)


@lru_cache(maxsize=4_096)
def _words(kept: str) -> frozenset[Any]:
    """Return names that were kept as one text; the same few sets recur in tens of thousands of rounds."""
    return frozenset(kept.split())


def _round(row: Sequence[Any]) -> RoundGlance:
    """Return a row of the columns that `keep_rounds` put there."""
    seq, number, closing, lens, family, question_id, question, outcome, classes, brought, presses, owner, due, words, proof = row
    return RoundGlance(
        seq=seq,
        number=number,
        closing=bool(closing),
        lens=lens,
        family=family,
        question_id=question_id,
        question=question,
        outcome=outcome,
        classes=_words(classes),
        brought=bool(brought),
        presses=presses,
        owner=owner,
        due=date.fromisoformat(due) if due else None,
        words=words,
        proof=proof,
    )


def lenses_in(store: sqlite3.Connection, folders: Sequence[Path]) -> dict[str, int]:
    """Return the lenses that were raised in bouts of `folders`, each with the number of bouts."""
    rows = store.execute(
        "SELECT lens, count(DISTINCT round.bout) FROM round JOIN bout ON bout.id = round.bout"
        " WHERE bout.folder IN (SELECT value FROM json_each(?)) GROUP BY lens",
        (keys(folders),),
    )
    return dict(rows.fetchall())


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which bouts to look at: those with a round that has all of these; "" is any.

    Attributes:
        lens: its id.
        outcome: what it came to (`precis.Outcome`).
        answer_class: one of its answers was read as this.
    """

    lens: str = ""
    outcome: str = ""
    answer_class: str = ""


def bouts_with(store: sqlite3.Connection, folders: Sequence[Path], wanted: Wanted) -> frozenset[Path]:
    """Return the transcripts in `folders` that hold such a round."""
    rows = store.execute(
        """
        SELECT DISTINCT bout.folder, bout.name FROM round JOIN bout ON bout.id = round.bout
        WHERE bout.folder IN (SELECT value FROM json_each(?))
          AND (? = '' OR round.lens = ?) AND (? = '' OR round.outcome = ?)
          AND (? = '' OR instr(' ' || round.classes || ' ', ' ' || ? || ' '))
        """,
        (
            *(keys(folders), wanted.lens, wanted.lens, wanted.outcome, wanted.outcome),
            *(wanted.answer_class, wanted.answer_class),
        ),
    )
    return frozenset(from_key(folder) / from_key(name) for folder, name in rows)
