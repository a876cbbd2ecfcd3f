"""Rows of cells, from Markdown or CSV: which columns mean what, and what each row says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sparring.draft.inline import unmarked
from sparring.draft.labels import Labelled, labelled
from sparring.draft.model import FieldName
from sparring.draft.outline import Entry, Outline
from sparring.draft.vocabulary import CODE_COLUMN, TASK, WORDS_COLUMN, field_named, means_key_result, means_objective, normal
from sparring.draft.words import Words
from sparring.text import Span

_LETTER_CODE = re.compile(r"(?P<number>[A-Z]\d{0,2})(?:[.):]\s*|\s+)(?=\S)")


@dataclass
class Columns:
    """What the columns of a table hold, by index."""

    objective: int | None = None
    key_result: int | None = None
    words: int | None = None
    code: list[int] = field(default_factory=list)
    fields: dict[int, FieldName] = field(default_factory=dict)

    @property
    def holds_items(self) -> bool:
        """Objectives or key results are among the columns."""
        return self.objective is not None or self.key_result is not None


def columns_of(header: Sequence[Words]) -> Columns:
    """Read a header row; columns that mean nothing known are left out."""
    columns = Columns()
    names = [normal(unmarked(cell).words.text) for cell in header]
    for index, name in enumerate(names):
        if columns.key_result is None and means_key_result(name):
            columns.key_result = index
        elif columns.objective is None and name not in ("goal", "ziel", "hedef") and means_objective(name):
            columns.objective = index
        elif name in CODE_COLUMN:
            columns.code.append(index)
        elif (known := field_named(name)) is not None:
            columns.fields[index] = known
        elif columns.words is None and name in WORDS_COLUMN:
            columns.words = index
    _resolve(columns, names)
    return columns


def _resolve(columns: Columns, names: list[str]) -> None:
    """Settle words that serve twice, by what the other columns hold."""
    if columns.key_result is not None and columns.objective is None:
        # "Ziel" before the key results is the objective, after them the target.
        before = [index for index, name in columns.fields.items() if name == "target" and index < columns.key_result and means_objective(names[index])]
        if before:
            columns.objective = before[0]
            del columns.fields[before[0]]
    if columns.objective is not None and columns.key_result is None:
        task = next((index for index, name in enumerate(names) if name in TASK), None)
        if task is not None:
            columns.key_result = task
            columns.fields.pop(task, None)
        elif columns.words is not None:
            columns.key_result, columns.words = columns.words, None
    if not columns.holds_items and columns.words is None:
        measured = {"baseline", "target"} & set(columns.fields.values())
        task = next((index for index, name in enumerate(names) if name in TASK), None)
        if measured and task is not None:
            columns.key_result = task
            columns.fields.pop(task, None)


def read_table(
    rows: list[list[Words]], outline: Outline, objective: Entry | None, *, markdown: bool, header: Columns | None = None
) -> Entry | None:
    """Read rows into the outline.

    Args:
        rows: the cells; the first row is the header unless `header` is given.
        outline: what has been found so far; grows.
        objective: the objective that the table stands under, if any.
        markdown: cells hold Markdown.
        header: what the columns hold, where the table has no header row.

    Returns:
        The objective of the last row, where the table names objectives itself.
    """
    if not rows:
        return None
    columns = header or columns_of(rows[0])
    body = rows if header else rows[1:]
    clean: Callable[[Words], Words] = (lambda cell: unmarked(cell).words) if markdown else (lambda cell: cell)
    labelled_rows = columns.words is not None and not columns.holds_items
    if not columns.holds_items and not labelled_rows:
        outline.notes.extend(cell for row in rows for cell in row if cell)
        return None
    if header is None:
        outline.syntax.extend(cell.span for cell in rows[0] if cell)
    reader = _Rows(columns, outline, objective, clean)
    for row in body:
        if any(row):
            reader.take(row)
    return reader.named


class _Rows:
    """One walk over the rows; remembers the objective that an empty cell repeats."""

    def __init__(self, columns: Columns, outline: Outline, objective: Entry | None, clean: Callable[[Words], Words]) -> None:
        self.columns = columns
        self.outline = outline
        self.objective = objective
        self.named: Entry | None = None
        self.clean = clean
        self.known: dict[str, Entry] = {}

    def take(self, row: list[Words]) -> None:
        columns = self.columns
        place = Span(min(cell.span.start for cell in row if cell), max(cell.span.end for cell in row if cell))
        code = next((row[index] for index in columns.code if index < len(row) and row[index]), Words(""))
        if columns.holds_items:
            entry = self._objective_cell(row, place)
            if columns.key_result is not None:
                entry = self._key_result_cell(row, place, code, fallback=entry)
        else:
            entry = self._labelled_row(row, place, code)
        if entry is not None:
            self._fields(row, entry)

    def _cell(self, row: list[Words], index: int | None) -> Words:
        return row[index] if index is not None and index < len(row) else Words("")

    def _read(self, cell: Words) -> Labelled:
        found = labelled(self.clean(cell))
        if found.role is None and not found.label and (match := _LETTER_CODE.match(found.words.text[:8])):
            letter_only = len(match["number"]) == 1
            if not letter_only or match[0].strip()[-1:] in ".):":
                found.label, found.words = found.words.part(*match.span("number")), found.words.part(match.end())
        return found

    def _objective_cell(self, row: list[Words], place: Span) -> Entry | None:
        cell = self._cell(row, self.columns.objective)
        if not cell:
            return None
        found = self._read(cell)
        name = f"{found.label.text}|{found.words.text}".casefold()
        if name in self.known:
            self.objective = self.known[name]
            self.objective.mentions.extend(cell.spans)
            return None
        entry = self.known[name] = Entry("objective", found.words, place, found.label)
        self._keep(entry, found)
        self.objective = self.named = entry
        return entry if not self._cell(row, self.columns.key_result) else None

    def _key_result_cell(self, row: list[Words], place: Span, code: Words, *, fallback: Entry | None) -> Entry | None:
        cell = self._cell(row, self.columns.key_result)
        found = self._read(cell)
        words, label = found.words, found.label or code
        if self.columns.words is not None and (not words or (not found.label and cell and _is_code(cell.text))):
            label = label or cell
            words = self.clean(self._cell(row, self.columns.words))
        if found.role == "objective" and found.number and found.words:
            entry = Entry("objective", words, place, label)
            self._keep(entry, found)
            self.objective = self.named = entry
            return entry
        beside = any(self._cell(row, index) for index, name in self.columns.fields.items() if name in ("baseline", "target"))
        if not words and not (label or beside):
            return fallback
        entry = Entry("key_result", words, place, label, under=self.objective)
        self._keep(entry, found)
        return entry

    def _labelled_row(self, row: list[Words], place: Span, code: Words) -> Entry | None:
        """Rows that say in a code or label which kind they are."""
        found = self._read(self._cell(row, self.columns.words))
        role = found.role
        label = found.label
        if role is None and code:
            of_code = labelled(joined_code(code))
            role, label = of_code.role, code
        if role == "objective":
            entry = Entry("objective", found.words, place, label)
            self.objective = self.named = entry
        elif role == "key_result":
            entry = Entry("key_result", found.words, place, label, under=self.objective)
        else:
            return None
        self._keep(entry, found)
        return entry

    def _keep(self, entry: Entry, found: Labelled) -> None:
        for name, value in found.fields:
            entry.add(name, value)
        self.outline.syntax.extend(words.span for words in found.syntax)
        self.outline.entries.append(entry)

    def _fields(self, row: list[Words], entry: Entry) -> None:
        for index, name in self.columns.fields.items():
            if index < len(row):
                entry.add(name, row[index])


def _is_code(text: str) -> bool:
    return len(text) <= 10 and any(character.isdigit() for character in text) and " " not in text.strip()


def joined_code(code: Words) -> Words:
    """Return a code as a label reads it: alone, a code is followed by nothing."""
    return code.strip()
