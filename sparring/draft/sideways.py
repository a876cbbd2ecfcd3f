"""Tables that stand on their side: objectives as columns, with the names of the parts in the first column or with none."""

from collections import Counter
from dataclasses import dataclass, field

from sparring.draft.labels import labelled
from sparring.draft.model import FieldName, Segment
from sparring.draft.vocabulary import column_field, means_code, means_group, means_key_result, means_notes, means_objective
from sparring.draft.words import NO_WORDS, Words, joined
from sparring.text import Span

Rows = list[list[Words]]

_MOST_ROWS, _MOST_COLUMNS = 40, 20
"""A larger table is none that somebody laid on its side."""

_PARTS = ("team", "#", "objective", "key result")
_MARKS = "*_` \t:："
_FEWEST_WORDS = 3
_ENOUGH_NAMES = 0.7


def upright(rows: Rows) -> Rows:
    """Return the rows of a table that lies on its side as rows with a header, each other table as it is."""
    if not 1 < len(rows) <= _MOST_ROWS or not 1 < max(map(len, rows)) <= _MOST_COLUMNS:
        return rows
    names = [_Name.of(row[0] if row else NO_WORDS) for row in rows]
    if _aims_as_columns(rows):
        return _Turned(rows, names, named=bool(_first_is_name(rows))).rows()
    if _parts_as_rows(rows, names):
        return _Turned(rows, names, named=True).rows()
    return rows


@dataclass
class _Name:
    """What the first cell of a row says of the rest of the row."""

    cell: Words
    kind: str = ""
    number: str = ""
    field: FieldName | None = None

    @classmethod
    def of(cls, cell: Words) -> "_Name":
        text = cell.text.strip(_MARKS)
        found = labelled(Words(text[:100]))
        if found.role in ("objective", "objectives", "key_result", "key_results") and not found.words:
            return cls(cell, "objective" if found.role.startswith("objective") else "key_result", found.number)
        if means_key_result(text) or means_objective(text):
            return cls(cell, "key_result" if means_key_result(text) else "objective")
        if (known := column_field(text)) is not None:
            return cls(cell, "field", field=known)
        return cls(cell, "group" if means_group(text) else "code" if means_code(text) else "note" if means_notes(text) else "")


def _plain(cell: Words) -> str:
    return cell.text.strip(_MARKS)


def _first_is_name(rows: Rows) -> bool:
    """The first column names the rows: it is empty at the head, or says there something else than an objective."""
    first = labelled(Words(_plain(rows[0][0])[:200])) if rows[0] else None
    return first is not None and not (first.role == "objective" and (first.words or first.number))


def _aims_as_columns(rows: Rows) -> bool:
    """Two columns at least are headed by objectives that say so, and no column by anything else."""
    heads = rows[0][1:] if _first_is_name(rows) else rows[0]
    found = [labelled(Words(_plain(cell)[:200])) for cell in heads if cell]
    if len(found) < 2 or any(said.role != "objective" or not said.number or said.loose for said in found):
        return False
    return all(said.words for said in found) or any(_Name.of(row[0]).kind == "objective" for row in rows[1:] if row)


def _parts_as_rows(rows: Rows, names: list[_Name]) -> bool:
    """The first column names an objective, key results and what belongs to them; the other columns hold the words."""
    said = [name for name in names if name.cell]
    known = [name for name in said if name.kind]
    if not said or len(known) < _ENOUGH_NAMES * len(said) or any(map(_names_a_column, rows[0][1:])):
        return False
    aims = sum(name.kind == "objective" for name in said)
    results = sum(name.kind == "key_result" for name in said)
    fields = sum(name.kind == "field" for name in said)
    if not results or aims + fields < 1 or (not aims and fields < 2):
        return False
    width = max(map(len, rows))
    if width == 2:
        # "Column | Content" over such names rather explains a sheet, unless key results are numbered.
        return bool(names[0].kind or not names[0].cell or any(name.kind == "key_result" and name.number for name in names))
    wordy = [row for row, name in zip(rows, names, strict=True) if name.kind in ("objective", "key_result")]
    return aims <= 1 and any(sum(len(cell.text.split()) + len(cell.text) // 8 >= _FEWEST_WORDS for cell in row[1:]) > 1 for row in wordy)


def _names_a_column(cell: Words) -> bool:
    text = _plain(cell)
    return means_objective(text) or means_key_result(text) or column_field(text) is not None or labelled(Words(text[:100])).role is not None


@dataclass
class _Turned:
    """One walk down each column of such a table."""

    table: Rows
    names: list[_Name]
    named: bool
    columns: dict[str, list[Words]] = field(default_factory=dict)
    about_all: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        # A field that is named once below several key results is about the objective.
        results = sum(name.kind == "key_result" for name in self.names)
        fields = Counter(name.cell.text for name in self.names if name.kind == "field")
        self.about_all = {name for name, count in fields.items() if count < results}

    def rows(self) -> Rows:
        body: list[dict[str, Words]] = []
        width = max(map(len, self.table))
        for column in range(1 if self.named else 0, width):
            body += self._down([row[column] if column < len(row) else NO_WORDS for row in self.table])
        present = [name for name in dict.fromkeys((*_PARTS, *self.columns)) if any(row.get(name) for row in body)]
        header = [_at(name, self.columns.get(name, [])) for name in present]
        return [header, *([row.get(name, NO_WORDS) for name in present] for row in body)]

    def _down(self, cells: list[Words]) -> list[dict[str, Words]]:
        found: list[dict[str, Words]] = []
        group = NO_WORDS
        headed = self.named and not self.names[0].kind
        for at, (name, cell) in enumerate(zip(self.names, cells, strict=True)):
            if not cell:
                continue
            kind = name.kind if self.named else "key_result"
            said = labelled(Words(_plain(cell)[:200])) if at == 0 else None
            if at == 0 and said is not None and said.role == "objective":
                kind = "objective"
            elif at == 0 and headed:
                group = cell
                continue
            if (
                kind == "objective"
                and len(found) == 1
                and not found[0].get("key result")
                and at
                and not labelled(found[0]["objective"]).words
            ):
                # The head of the column gave its name alone.
                found[0]["objective"] = joined([found[0]["objective"], cell], ": ")
                self.columns.setdefault("objective", []).append(name.cell)
            elif kind == "objective":
                found.append({"objective": cell, "team": group})
                self._claim("objective", name, at)
                group = NO_WORDS
            elif kind == "key_result":
                found.append({"key result": cell, "#": name.cell if self.named and name.number else NO_WORDS})
                if not found[-1]["#"]:
                    self._claim("key result", name, at)
            elif kind == "field" and found:
                key = name.cell.text
                self.columns.setdefault(key, []).append(name.cell)
                (self._aim(found) if key in self.about_all else found[-1])[key] = cell
            elif kind == "group":
                group = cell
                self._claim("team", name, at)
        return found

    def _aim(self, found: list[dict[str, Words]]) -> dict[str, Words]:
        return next((row for row in reversed(found) if "objective" in row), found[-1])

    def _claim(self, key: str, name: _Name, at: int) -> None:
        if self.named and name.cell:
            self.columns.setdefault(key, []).append(name.cell)


def _at(name: str, cells: list[Words]) -> Words:
    """A column's name that stands wherever the table had it."""
    places = sorted(
        {segment.source.start: segment.source for cell in cells for segment in cell.segments}.values(), key=lambda span: span.start
    )
    length = len(name)
    return Words(name, tuple(Segment(Span(0 if index == 0 else length, length), place) for index, place in enumerate(places)))
