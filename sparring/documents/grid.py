"""Cells of a table as they are laid out, and what merged cells say of the rows that they cover."""

from dataclasses import dataclass, field

_LONGEST_REPEATED = 40
"""Characters. A merged cell of fewer (an owner, a status) is told again in each row that it covers; longer ones name a group of rows."""

_LONGEST_CODE = 6
"""Characters of a number or label ("KR 1.1") that may stand left of a group's name."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell that covers others: its first row and column, and how many of each."""

    row: int
    column: int
    high: int
    wide: int


@dataclass
class Grid:
    """Cells by row and column, from 0."""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)
    """Cells that another one covers."""

    def put(self, row: int, column: int, text: str, *, wide: int = 1, high: int = 1) -> None:
        """Put a cell, which may cover others to its right and below."""
        self.cells[row, column] = text
        if wide > 1 or high > 1:
            self.merge(Merged(row, column, high, wide))

    def merge(self, merged: Merged) -> None:
        """Let a cell cover others."""
        self.merged.append(merged)
        self.covered.update(
            (row, column)
            for row in range(merged.row, merged.row + merged.high)
            for column in range(merged.column, merged.column + merged.wide)
            if (row, column) != (merged.row, merged.column)
        )


def filled(grid: Grid) -> list[list[str]]:
    """Return the rows of a grid, each as wide as the widest.

    A merged cell stands in its first row. A short one with words to its left (an owner, a status for several rows) stands in each row that
    it covers: it holds for each. One without names a group of rows, as people expect of an empty cell below it.
    """
    if not grid.cells:
        return []
    height = 1 + max(row for row, _ in grid.cells)
    width = 1 + max(column for _, column in grid.cells)
    rows = [[""] * width for _ in range(height)]
    for (row, column), text in grid.cells.items():
        rows[row][column] = text
    tall = [each for each in grid.merged if each.high > 1]
    for each in tall:
        text = grid.cells.get((each.row, each.column), "")
        leads = all(len(grid.cells.get((each.row, column), "")) <= _LONGEST_CODE for column in range(each.column))
        if leads or len(text) > _LONGEST_REPEATED:
            continue
        for row in range(each.row + 1, min(each.row + each.high, height)):
            rows[row][each.column] = rows[row][each.column] or text
    return rows
