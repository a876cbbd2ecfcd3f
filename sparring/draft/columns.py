"""What the columns of a table hold, by their header or, without one, by their cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sparring.draft.labels import labelled
from sparring.draft.model import FieldName, Kind
from sparring.draft.tags import Role
from sparring.draft.vocabulary import (
    announces_notes,
    column_field,
    field_named,
    means_code,
    means_details,
    means_group,
    means_key_result,
    means_kind,
    means_objective,
    means_parent,
    means_task,
    means_words,
    normal,
    without_period,
)
from sparring.draft.wordcount import length_in_words
from sparring.draft.words import Words

_SAMPLE_ROWS = 50
_LONGEST_KIND = 40
_WORDS_IN_SENTENCE = 3
_WIDEST = 500
"""Columns that are looked at; no draft has as many."""

_ENOUGH_LABELS = 2
_CODE = re.compile(r"[^\W\d_]{0,4}[-_. #]?\d{1,3}(?:[-_.]\d{1,3}){0,3}[.):]?")
_WHOLE = re.compile(r"\d{1,2}[.):]?")
_IN_TWO_PARTS = re.compile(r"(?:[OA-H]?\d{1,2}|[A-H])\.\d{1,2}[.):]?")
_CODE_WITH_PERIOD = re.compile(r"(?:O|KR|OKR)[-_ ]?(?=[\w.-]*\d)[A-Z0-9]+(?:[-_.][A-Z0-9]+){0,3}")
_RANGE_OF_CODES = re.compile(r"KR[-_ ]?\d[\d.]*(?:\s*(?:[-–,;&+]|to|bis)\s*(?:KR[-_ ]?)?\d[\d.]*)+", re.IGNORECASE)
_SERVE_TWICE = frozenset(map(normal, ("goal", "ziel", "hedef", "meta", "doel", "objectif", "obiettivo", "目标", "目標", "목표")))
"""Alone at a column's head these rather mean the target."""


@dataclass
class Columns:
    """What the columns of a table hold, by index.

    Attributes:
        objective: the objective's words.
        key_results: the key results' words: one column, or several in a wide table.
        words: words of either kind; a label or code in the row says which.
        kind: which kind `words` hold where rows do not say.
        codes: the author's own names.
        kinds: whether the row is an objective or a key result, in so many words.
        parent: the name of the objective that a key result belongs to.
        fields: what stands beside the words.
        groups: the team or the cycle that a row belongs to.
        guessed: no heading says that there are objectives or key results; other columns suggest it.
        counted: the codes name objectives by whole numbers and key results by numbers beneath them.
    """

    objective: int | None = None
    key_results: list[int] = field(default_factory=list)
    words: int | None = None
    kind: Kind | None = None
    codes: list[int] = field(default_factory=list)
    kinds: int | None = None
    parent: int | None = None
    fields: dict[int, FieldName] = field(default_factory=dict)
    groups: list[int] = field(default_factory=list)
    guessed: bool = False
    counted: bool = False

    @property
    def known(self) -> int:
        """How many columns are understood."""
        named = [index for index in (self.objective, self.words) if index is not None]
        return len(named) + len(self.key_results) + len(self.codes) + len(self.fields)

    @property
    def holds_items(self) -> bool:
        """Objectives or key results are among the columns."""
        return self.objective is not None or bool(self.key_results)


def columns_by_header(rows: Sequence[Sequence[Words]]) -> Columns | None:
    """Read the first row as a header; None when it is none."""
    names = [cell.text.strip("*_` ") for cell in rows[0][:_WIDEST]]
    columns = Columns()
    unknown = []
    for index, name in enumerate(names):
        if not name:
            continue
        if means_key_result(name):
            columns.key_results.append(index)
        elif means_code(name):
            columns.codes.append(index)
        elif without_period(name) not in _SERVE_TWICE and columns.objective is None and means_objective(name):
            columns.objective = index
        elif (known := column_field(name)) is not None:
            columns.fields[index] = known
        elif means_group(name):
            columns.groups.append(index)
        elif columns.parent is None and means_parent(name):
            columns.parent = index
        elif columns.words is None and means_words(name) and not means_details(name):
            columns.words = index
        else:
            unknown.append(index)
    if _settle_rows_of_counted(columns, rows[1:]):
        return columns
    _settle_target(columns, names, rows[1:])
    _settle_codes(columns, names, unknown, rows[1:])
    _settle_words(columns, names, unknown, rows[1:])
    return columns if columns.holds_items or columns.words is not None else None


def _settle_rows_of_counted(columns: Columns, body: Sequence[Sequence[Words]]) -> bool:
    """A column of codes that names objectives and key results alike says what each row is, whatever the columns are called.

    The words stand where the rows of objectives have theirs: such rows leave the other cells empty.
    """
    width = min(max((len(row) for row in body), default=0), _WIDEST)
    for codes in range(width):
        coded = [row for row in body[:_SAMPLE_ROWS] if codes < len(row) and row[codes]]
        if len(coded) == 1:
            continue
        counted = _counts_beneath([row[codes].text.strip("*_` ") for row in coded])
        found = [kind_in_words(row[codes]) or kind_of_code(row[codes], counted=counted) for row in coded]
        if not {"objective", "key_result"} <= set(found):
            continue
        in_words = any(kind_in_words(row[codes]) for row in coded) and all(
            kind_in_words(row[codes]) or not labelled(Words(row[codes].text[:80])).role for row in coded
        )
        if (in_words and 2 * sum(kind is not None for kind in found) > len(found)) or _only_codes(body, codes):
            aims = [row for row, kind in zip(coded, found, strict=True) if kind == "objective"]
            named = columns.words if columns.words not in (None, codes) and all(_filled(row, columns.words) for row in aims) else None
            holder = (
                named if named is not None else _wordiest(aims, [index for index in range(width) if index not in (codes, columns.parent)])
            )
            if holder is None:
                return False
            columns.objective, columns.key_results, columns.words, columns.kind = None, [], holder, "key_result"
            if in_words:
                columns.kinds, columns.codes = codes, [index for index in columns.codes if index != codes]
            else:
                columns.codes, columns.counted = [codes], counted
            columns.fields.pop(holder, None)
            columns.fields.pop(codes, None)
            return True
    return False


def _filled(row: Sequence[Words], index: int | None) -> bool:
    return index is not None and index < len(row) and bool(row[index])


def kind_in_words(cell: Words) -> Kind | None:
    """Return what a cell says of its row in so many words: "Objective", "Key Result"."""
    name = cell.text.strip("*_` ")
    if not name or len(name) > _LONGEST_KIND or re.search(r"\d", name):
        return None
    return "key_result" if means_key_result(name) else "objective" if means_objective(name) else None


def _counts_beneath(codes: list[str]) -> bool:
    """Tell whether codes count key results within objectives: each "1.2" has its "1" or "O1", and each objective comes before its own."""
    wholes: set[str] = set()
    beneath = 0
    for code in codes:
        if _IN_TWO_PARTS.fullmatch(code):
            if code.partition(".")[0].lstrip("O") not in wholes:
                return False
            beneath += 1
        else:
            wholes.add(code.strip(".):").lstrip("O"))
    return beneath > 0


def kind_of_code(cell: Words, *, counted: bool) -> Role | None:
    """Return what an author's name for a row says of it: "O2" is an objective, "KR 1.1" a key result.

    Where a column is `counted`, it names both kinds by numbers: "1" is an objective, "1.2" a key result.
    """
    code = cell.text.strip("*_` ")[:80]
    if counted and _WHOLE.fullmatch(code):
        return "objective"
    return "key_result" if counted and _IN_TWO_PARTS.fullmatch(code) else labelled(Words(code)).role


def _settle_target(columns: Columns, names: list[str], body: Sequence[Sequence[Words]]) -> None:
    """A word that serves twice is the objective before the key results or beside another column for the target, else the target."""
    if columns.objective is not None:
        return
    targets = [index for index, name in columns.fields.items() if name == "target"]
    twice = [index for index in targets if means_objective(names[index])]
    if columns.key_results:
        before = [index for index in twice if index < columns.key_results[0] and (not body or _words_in(body, index) > 1)]
    else:
        before = twice if len(targets) > len(twice) else []
    if before:
        columns.objective = before[0]
        columns.guessed = not columns.key_results
        del columns.fields[before[0]]


def _settle_codes(columns: Columns, names: list[str], unknown: list[int], body: Sequence[Sequence[Words]]) -> None:
    """A column named for key results that holds only codes ("KR 1.1") gives labels; the column with the most prose holds the words."""
    if len(columns.key_results) != 1 or not _only_codes(body, codes := columns.key_results[0]):
        return
    measures = [index for index, name in columns.fields.items() if name == "measure" and _words_in(body, index)]
    targets = [index for index, name in columns.fields.items() if name == "target"]
    others = [index for index in unknown if not announces_notes(names[index])] + targets
    wordy = [columns.words] if columns.words is not None else measures or others
    holder = _wordiest(body, wordy) if any(_words_in(body, index) for index in wordy) else _wordiest(body, list(columns.fields))
    if holder is None:
        return
    columns.codes.append(codes)
    columns.fields.pop(holder, None)
    columns.key_results, columns.words = [holder], None
    if holder in unknown:
        unknown.remove(holder)
    both = any(labelled(row[codes]).role == "objective" for row in body[:_SAMPLE_ROWS] if codes < len(row))
    if both and columns.objective is None:
        # The codes name objectives as well, so each row says what it is.
        columns.key_results, columns.words, columns.kind = [], holder, "key_result"


def _only_codes(rows: Sequence[Sequence[Words]], index: int) -> bool:
    cells = [row[index].text.strip("*_` ") for row in rows[:_SAMPLE_ROWS] if index < len(row) and row[index]]
    return bool(cells) and all(is_code(cell) for cell in cells)


def sums_up(rows: Sequence[Sequence[Words]]) -> bool:
    """Tell whether a table only points at key results that stand elsewhere: its cells are like "KR1–KR4"."""
    return any(_RANGE_OF_CODES.fullmatch(cell.text.strip("*_` ")) for row in rows[1:_SAMPLE_ROWS] for cell in row)


def is_code(text: str) -> bool:
    """Tell whether a cell holds an author's name for an item and no words: "KR 1.1", "A3", "2"."""
    found = labelled(Words(text[:80]))
    if found.role in ("objective", "key_result") and found.label:
        return not found.words
    return _CODE.fullmatch(text.strip()) is not None or _CODE_WITH_PERIOD.fullmatch(text.strip()) is not None


def _settle_words(columns: Columns, names: list[str], unknown: list[int], body: Sequence[Sequence[Words]]) -> None:
    results = set(columns.key_results)
    task = next((index for index, name in enumerate(names) if means_task(name) and index not in results), None)
    measured = bool({"baseline", "target"} & set(columns.fields.values()))
    if columns.key_results:
        if columns.words is None:
            columns.words = next((index for index in unknown if means_details(names[index])), None)
    elif columns.objective is not None:
        holder = task if task is not None else columns.words
        if holder is not None:
            columns.key_results, columns.words = [holder], None
            columns.fields.pop(holder, None)
    elif task is not None and measured and columns.words is None:
        columns.guessed = True
        columns.key_results = [task]
        columns.fields.pop(task, None)
    else:
        columns.guessed = True
        if columns.words is None:
            details = [index for index in unknown if means_details(names[index])]
            # Two columns understood make a header; then the wordiest of the rest holds the words.
            columns.words = details[0] if details else _wordiest(body, unknown) if columns.known >= 2 else None
        columns.kind = (
            "key_result" if measured or task is not None else "objective" if columns.codes and columns.words is not None else None
        )


def columns_by_cells(rows: Sequence[Sequence[Words]], *, guess: bool) -> Columns | None:
    """Without a header: a column of labels says what each row is; else the wordiest column holds key results.

    Args:
        rows: all rows.
        guess: read key results and objectives out of a table without any label.
    """
    sample = rows[:_SAMPLE_ROWS]
    width = min(max(len(row) for row in sample), _WIDEST)
    for index in range(min(width, 4)):
        cells = [row[index] for row in sample if index < len(row) and row[index]]
        roles = [labelled(Words(re.sub(r"[*_`]", "", cell.text[:300]))) for cell in cells]
        said = [role for role in roles if role.role in ("objective", "key_result") and not role.loose]
        # "Objective" and "Key Result" alone among other names are rows that explain a sheet.
        named = sum(bool(role.number or role.words) for role in said)
        if named >= _ENOUGH_LABELS or 2 * len(said) > len(cells):
            if all(not role.words for role in roles if role.role):
                others = [other for other in range(width) if other != index]
                return Columns(words=_wordiest(rows, others), codes=[index])
            return Columns(words=index)
    if not guess:
        return None
    wordy = [index for index in range(min(width, 50)) if _words_in(rows, index)]
    if not wordy:
        return None
    heads = len(wordy) > 1 and _repeats([row[wordy[0]].text for row in rows if wordy[0] < len(row)])
    result = _wordiest(rows, wordy[1:] if heads else wordy)
    if result is None:
        return None
    before = [index for index in range(result) if _words_in(rows, index)]
    repeated = [index for index in before if _repeats([row[index].text for row in rows if index < len(row)])]
    return Columns(objective=repeated[-1] if repeated else before[-1] if before else None, key_results=[result])


def _wordiest(rows: Sequence[Sequence[Words]], indexes: list[int]) -> int | None:
    scored = [(_words_in(rows, index), -index) for index in indexes]
    best = max(scored, default=(0, 0))
    return -best[1] if best[0] else None


def _words_in(rows: Sequence[Sequence[Words]], index: int) -> int:
    cells = (row[index].text for row in rows[:_SAMPLE_ROWS] if index < len(row))
    return sum(len(re.findall(r"[^\W\d_]{2,}", cell)) for cell in cells if not re.fullmatch(r"[\d.,%€$/: -]*", cell))


def _repeats(cells: list[str]) -> bool:
    return len(set(cells)) < len(cells) or any(not cell for cell in cells)


def holds_sentences(rows: Sequence[Sequence[Words]], indexes: list[int]) -> bool:
    """Tell whether the cells of some columns say several words each, unlike names and values."""
    cells = [row[index].text for row in rows[:_SAMPLE_ROWS] for index in indexes if index < len(row) and row[index]]
    return sum(length_in_words(cell) for cell in cells) >= _WORDS_IN_SENTENCE * len(cells) > 0


def is_header(row: Sequence[Words]) -> bool:
    """Tell whether a row of a spreadsheet names columns of a draft."""
    names = [cell.text for cell in row[:_WIDEST]]
    columns = columns_by_header([row])
    if columns is None and sum(_names_a_column(name) or field_named(name) is not None for name in names) < 2:
        return False
    if columns is not None and columns.holds_items and columns.known >= 1:
        return all(len(name) <= 60 for name in names) and (columns.known >= 2 or len(names) <= 2)
    return sum(_names_a_column(name) or column_field(name) is not None for name in names) >= 2


def _names_a_column(name: str) -> bool:
    return means_code(name) or means_words(name) or means_parent(name) or means_kind(name)
