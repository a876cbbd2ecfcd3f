"""Rows of cells, from Markdown or a spreadsheet: what each row says."""

import re
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from sparring.draft.cells import items_within, one_line, parts_of
from sparring.draft.columns import (
    Columns,
    columns_by_cells,
    columns_by_header,
    holds_sentences,
    is_code,
    kind_in_words,
    kind_of_code,
    sums_up,
)
from sparring.draft.inline import unmarked
from sparring.draft.labels import labelled
from sparring.draft.lines import Line
from sparring.draft.outline import Entry, Outline
from sparring.draft.tags import Labelled
from sparring.draft.words import Words
from sparring.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTER_CODE = re.compile(r"(?P<number>[A-Z]\d{0,2})(?P<mark>[.):])?\s+(?=\S)")

_MOST_CODES, _MOST_GROUPS = 8, 8
"""Columns that are looked at; a table with more of them is none that a person wrote."""

Cell = Words
Rows = list[list[Cell]]


def read_table(
    rows: Rows,
    outline: Outline,
    objective: Entry | None,
    *,
    markdown: bool,
    columns: Columns | None = None,
    section: tuple[Words, ...] = (),
    only_named: bool = False,
) -> Entry | None:
    """Read rows into the outline.

    Args:
        rows: the cells; the first row may be a header.
        outline: what has been found so far; grows.
        objective: the objective that the table stands under, if any.
        markdown: cells hold Markdown.
        columns: what the columns hold, where the caller knows that there is no header row.
        section: the headings that the table stands under.
        only_named: key results are named as such elsewhere, so a table that only might hold some does not.

    Returns:
        The last objective that the table names itself.
    """
    body = rows
    if columns is None:
        columns = columns_by_header(rows)
        if sums_up(rows) or (columns is not None and columns.guessed and only_named):
            outline.notes.extend(cell for row in rows for cell in row if cell)
            return None
        if columns is not None:
            outline.syntax.extend(span for cell in rows[0] for span in cell.spans)
            body = rows[1:]
        else:
            columns = columns_by_cells(rows, guess=False)
            if columns is not None and _heads(rows[0], columns):
                outline.syntax.extend(span for cell in rows[0] for span in cell.spans)
                body = rows[1:]
            if columns is None and objective is not None and outline.entries[-1].under is not objective:
                # A table of unknown columns right under an objective that has nothing else: its sentences are the key results.
                columns = columns_by_cells(rows[1:], guess=True) if len(rows) > 1 else None
                if columns is not None and not holds_sentences(rows[1:], columns.key_results):
                    columns = None
                if columns is not None:
                    columns.objective = None
                    outline.syntax.extend(span for cell in rows[0] for span in cell.spans)
                    body = rows[1:]
    if columns is None:
        outline.notes.extend(cell for row in rows for cell in row if cell)
        return None
    if objective is not None and not columns.holds_items:
        columns.kind = "key_result"
    reader = _Rows(columns, outline, objective, markdown=markdown, section=section)
    reader.learn_letters(body)
    for row in body:
        if any(row):
            reader.take(row)
    reader.settle()
    return reader.named


class _Rows:
    """One walk over the rows; remembers the objective that an empty cell repeats."""

    def __init__(self, columns: Columns, outline: Outline, objective: Entry | None, *, markdown: bool, section: tuple[Words, ...]) -> None:
        self.columns = columns
        self.outline = outline
        self.objective = objective
        self.named: Entry | None = None
        self.markdown = markdown
        self.clean: Callable[[Cell], Words] = partial(one_line, markdown=markdown)
        self.known: dict[tuple[str, ...], Entry] = {}
        self.above = section
        self.parents: list[tuple[Entry, Cell]] = []
        self.letters: set[str] = set()
        self.groups: dict[int, Words] = {}
        # A row may end before most of the columns: nothing here looks at more columns than a row has cells.
        self.fields = sorted(columns.fields)
        self.measures = [index for index in self.fields if columns.fields[index] in ("baseline", "target")]

    def learn_letters(self, rows: Rows) -> None:
        """Find out which letters begin codes: "A1 ..." and "A2 ..." do, a lone "D7 retention" does not."""
        columns = [index for index in (self.columns.objective, self.columns.words, *self.columns.key_results[:1]) if index is not None]
        for index in columns:
            cells = [row[index].text[:8] for row in rows if index < len(row) and row[index]]
            codes = {match["number"] for cell in cells if (match := _LETTER_CODE.match(cell))}
            if len(codes) > 1 and 2 * len(codes) > len(cells):
                self.letters |= {code[0] for code in codes}

    @property
    def section(self) -> tuple[Words, ...]:
        """The headings above the table, then the cells that name a team or a cycle."""
        return (*self.above, *(self.groups[index] for index in sorted(self.groups)))

    def take(self, row: list[Cell]) -> None:
        columns = self.columns
        for index in columns.groups[:_MOST_GROUPS]:
            if index < len(row) and row[index]:
                self.groups[index] = self.clean(row[index])
                self.outline.syntax.extend(row[index].spans)
        spans = [cell.span for cell in row if cell]
        place = Span(min(span.start for span in spans), max(span.end for span in spans))
        code = self.clean(next((row[index] for index in columns.codes[:_MOST_CODES] if index < len(row) and row[index]), Words("")))
        if not columns.holds_items:
            entry = self._row_of_either_kind(row, place, code)
        else:
            entry = self._objective_cell(row, place, code)
            for index in columns.key_results if len(columns.key_results) == 1 else _within(row, columns.key_results):
                several = items_within(row[index], markdown=self.markdown) if index < len(row) else []
                if several:
                    self._several(row, several, place)
                    entry = None
                else:
                    entry = self._key_result_cell(row, index, place, code) or entry
        if entry is not None:
            for index in _within(row, self.fields):
                entry.add(columns.fields[index], self.clean(row[index]))

    def _cell(self, row: list[Cell], index: int | None) -> Cell:
        return row[index] if index is not None and index < len(row) else Words("")

    def _read(self, cell: Cell) -> Labelled:
        found = labelled(self.clean(cell))
        if (
            found.role is None
            and not found.label
            and (match := _LETTER_CODE.match(found.words.text[:8]))
            and (match["mark"] or (len(match["number"]) > 1 and match["number"][0] in self.letters))
        ):
            found.label, found.words = found.words.part(*match.span("number")), found.words.part(match.end())
        return found

    def _objective_cell(self, row: list[Cell], place: Span, code: Words) -> Entry | None:
        cell = self._cell(row, self.columns.objective)
        if not cell:
            return None
        found = self._read(cell)
        name = (*(words.text for words in self.section), found.label.text.casefold(), found.words.text.casefold())
        if name in self.known:
            self.objective = self.known[name]
            self.objective.mentions.extend(cell.spans)
            return None
        alone = not any(row[index] for index in _within(row, self.columns.key_results))
        entry = self.known[name] = Entry("objective", found.words, place, found.label or (code if alone else Words("")))
        self._keep(entry, found)
        self.objective = self.named = entry
        return entry if alone else None

    def _key_result_cell(self, row: list[Cell], index: int, place: Span, code: Words) -> Entry | None:
        cell = self._cell(row, index)
        found = self._read(cell)
        words, label = found.words, found.label or (code if len(self.columns.key_results) == 1 else Words(""))
        if not words or (not found.label and is_code(cell.text)):
            other = self._cell(row, self.columns.words)
            if other:
                label, words = label or cell, self._read(other).words
        if found.role == "objective" and found.label and words:
            entry = Entry("objective", words, place, label)
            self._keep(entry, found)
            self.objective = self.named = entry
            return entry
        if not words and not found.label:
            may_be_gap = len(self.columns.key_results) == 1 and self.objective is not None
            if not (may_be_gap and any(row[at] for at in _within(row, self.measures))):
                return None
        entry = Entry("key_result", words, place, label, under=self.objective)
        self._keep(entry, found)
        return entry

    def _several(self, row: list[Cell], lines: list[Line], place: Span) -> None:
        """Key results in one cell; a cell beside them that holds as many values has one for each, any other one is about them all."""
        entries = []
        for line in lines:
            entry = Entry("key_result", line.content.words, place, line.content.label or line.number_alone, under=self.objective)
            self._keep(entry, line.content)
            if line.box is not None and line.box.text.strip():
                entry.add("status", line.box)
            entries.append(entry)
        for index in _within(row, self.fields):
            values = [value.marked for value in items_within(row[index], markdown=self.markdown)] or parts_of(row[index])
            if len(values) != len(entries):
                values = [self.clean(row[index])] * len(entries)
            for entry, value in zip(entries, values, strict=True):
                entry.add(self.columns.fields[index], value)

    def _row_of_either_kind(self, row: list[Cell], place: Span, code: Words) -> Entry | None:
        cell = self._cell(row, self.columns.words)
        found = self._read(cell)
        role, label = found.role, found.label
        if self.columns.kinds is not None:
            said = self._cell(row, self.columns.kinds)
            role, label = kind_in_words(said), label or code
            if role is None:
                self.outline.notes.extend(cell for cell in row if cell)
                return None
            self.outline.syntax.extend(said.spans)
        elif role is None and code:
            role, label = kind_of_code(code, counted=self.columns.counted), code
        kind = role if role in ("objective", "key_result") else self.columns.kind if found.words else None
        if kind is None:
            self.outline.notes.extend(cell for cell in row if cell)
            return None
        if kind == "objective":
            entry = self.objective = self.named = Entry("objective", found.words, place, label)
        else:
            entry = Entry("key_result", found.words, place, label, under=self.objective)
            self.parents.append((entry, self._cell(row, self.columns.parent)))
        self._keep(entry, found)
        return entry

    def settle(self) -> None:
        """Put each key result under the objective that its row names as its parent, by its words or its label."""
        if self.columns.parent is None:
            return
        aims: dict[str, Entry] = {}
        for entry in self.outline.entries:
            if entry.kind == "objective":
                aims |= {words.text.casefold(): entry for words in (entry.label, entry.words) if words}
        for entry, cell in self.parents:
            above = aims.get(self.clean(cell).text.casefold())
            if above is not None:
                entry.under = above
                self.outline.syntax.extend(cell.spans)

    def _keep(self, entry: Entry, found: Labelled) -> None:
        if entry.kind == "objective":
            entry.section = self.section
        for name, value in found.fields:
            entry.add(name, value)
        self.outline.syntax.extend(words.span for words in found.syntax)
        self.outline.entries.append(entry)


def _within(row: list[Cell], columns: list[int]) -> list[int]:
    """Those of the columns, which stand in order, that the row reaches."""
    return columns[: bisect_left(columns, len(row))]


def _heads(row: list[Cell], columns: Columns) -> bool:
    """Above rows that each carry a label, a row without one names the columns."""
    labels = columns.codes[0] if columns.codes else columns.words
    cell = unmarked(row[labels]).words if labels is not None and labels < len(row) else Words("")
    return labelled(cell).role is None and not is_code(cell.text)
