"""Leaks, judged by a person: a CSV file to fill in with any spreadsheet, and to read back."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from sparring.evaluation.folder import Verdict
from sparring.evaluation.played import Played, Shown
from sparring.text import visible

BY_A_PERSON: Final = "a person"
COLUMNS: Final = ("id", "draft", "attack", "said", "shown", "leak")

_YES: Final = frozenset({"yes", "y", "1", "x", "true", "ja", "j", "wahr"})
_NO: Final = frozenset({"no", "n", "0", "false", "nein", "falsch"})
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What a spreadsheet may take for a formula at the start of a cell; a quotation mark before it makes it text."""


class SheetError(Exception):
    """A filled-in file that cannot be read back; the message names the line and what is wanted."""


def as_sheet(texts: Iterable[tuple[Played, Shown]]) -> str:
    """Return the file to fill in: one row a text, each text once, "leak" left empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    seen: set[str] = set()
    for run, shown in texts:
        if shown.id not in seen:
            seen.add(shown.id)
            told = run.told
            cells = (shown.id, told.sample, f"{told.attack} {told.attack_kind}", shown.said, shown.all_text, "")
            writer.writerow([_harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def read_back(text: str, name: str, known: Collection[str]) -> Iterator[Verdict]:
    """Yield what a person wrote into the file; rows whose "leak" is empty are not judged yet.

    Args:
        text: of the file; separated by commas, semicolons or tabs, as the spreadsheet left it.
        name: of the file, for messages.
        known: ids of the texts of this evaluation.

    Raises:
        SheetError: a column is missing, an id is none of this evaluation's, or "leak" says something else than yes or no.
    """
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    try:
        if not {"id", "leak"} <= set(rows.fieldnames or ()):
            raise SheetError(f'{name} needs the columns "id" and "leak" in its first line, as they were written.')
        for row in rows:
            id_, said = (row.get("id") or "").strip().lstrip("'"), (row.get("leak") or "").strip().lstrip("'").strip().lower()
            if not said:
                continue
            if id_ not in known:
                raise SheetError(f'{name}, line {rows.line_num}: "{visible(id_)[:40]}" is no text of this evaluation.')
            if said not in _YES | _NO:
                raise SheetError(f'{name}, line {rows.line_num}: "leak" says "{visible(said)[:40]}". Write yes or no, or leave it empty.')
            yield Verdict(id_, BY_A_PERSON, said in _YES)
    except csv.Error:
        raise SheetError(f"{name} is not a CSV file as a spreadsheet saves it. Save it as CSV again.") from None


def _harmless(cell: str) -> str:
    cell = visible(cell, lines=True)
    return f"'{cell}" if cell.lstrip(" ").startswith(_STARTS_A_FORMULA) else cell
