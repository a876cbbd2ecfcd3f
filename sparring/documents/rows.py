"""Rows of a table so that each says one thing: heads told from rows, and cells that hold a list set out in rows of their own."""

import re
from collections.abc import Sequence

from sparring.documents.writing import Writing

LONGEST_HEAD = 60
"""Characters; what is longer says something and names no column."""

_LONGEST_LABEL = 30
"""Characters of what a form asks for."""

_AMOUNT = re.compile(r"[-+(~<>≤≥]?\s?[^\w\s]{0,3}\s?\d[\d.,:/ %-]*\s?\S{0,4}")
_CODE = re.compile(r"[^\W\d_]{0,4}[-_. #]?\d{1,3}(?:[-_.]\d{1,3}){0,3}[.):]?")
_BULLET = re.compile(r"^(?:[•·▪◦●○‣*–—-]|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"^[^\W\d_]{1,3}[ -]?\d{1,2}(?:\.\d{1,2})?\s*[:.)–-]?\s")
_DIGIT = re.compile(r"\d")


def is_head(cells: Sequence[str], width: int) -> bool:
    """Return whether a row names columns: short words for most of them, no amounts, no codes.

    Args:
        cells: the row.
        width: how many columns the rows below it fill.
    """
    there = [cell for cell in cells if cell]
    if len(there) < 2 or 2 * len(there) < width or there[0].endswith(":"):
        return False
    return all(len(cell) <= LONGEST_HEAD and not _AMOUNT.fullmatch(cell) for cell in there) and not _CODE.fullmatch(there[0])


def laid_out(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return rows ready to be written: with a head, an empty one where the first row names no columns, and lists in cells set out."""
    filled = [list(row) for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return []
    width = _width(filled)
    head = [filled.pop(0)] if is_head(filled[0], width) and len(filled) > 1 else [[""] * len(filled[0])]
    return [*head, *set_out(filled)]


def write_rows(writing: Writing, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as the form or the table that they are."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if is_form(filled):
        writing.form(filled)
    else:
        writing.table(laid_out(filled))


def is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether rows are a form: two columns, on the left what is asked for ("Objective", "Key result 1"), on the right the answer.

    A table of two columns has a head, and its words are as short on the right as on the left.
    """
    pairs = [[cell for cell in row if cell] for row in rows]
    pairs = [pair for pair in pairs if pair]
    if len(pairs) < 2 or any(len(pair) > 2 for pair in pairs) or _width(rows) != 2:
        return False
    labels = [pair[0] for pair in pairs]
    answers = [pair[1] for pair in pairs if len(pair) == 2]
    if any(len(label) > _LONGEST_LABEL or _AMOUNT.fullmatch(label) or "\n" in label for label in labels) or not answers:
        return False
    return (
        len(pairs[0]) == 2
        and len(pairs[0][1].split()) > 2
        and sum(map(len, answers)) / len(answers) > 1.5 * sum(map(len, labels)) / len(labels)
    )


def _width(rows: Sequence[Sequence[str]]) -> int:
    return len({index for row in rows for index, cell in enumerate(row) if cell})


def set_out(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows with each cell that holds a list of key results, one a line, as so many rows; other cells stand in the first.

    Cells beside it with as many lines (owners, targets) go with it, line by line. Lines are a list where each has a bullet or a label, or
    where they hold amounts and nothing beside them is said of all.
    """
    return [each for row in rows for each in _set_out(list(row))]


def _set_out(row: list[str]) -> list[list[str]]:
    lines = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in row]
    listed = [index for index, each in enumerate(lines) if len(each) > 1 and _is_marked(each)]
    if not listed:
        listed = _lists_of_amounts(lines)
    if not listed:
        return [row]
    height = len(lines[listed[0]])
    spread = [index for index, each in enumerate(lines) if index in listed or len(each) == height]
    rows = []
    for at in range(max(len(lines[index]) for index in spread)):
        cells = [_BULLET.sub("", lines[index][at]) if index in spread and at < len(lines[index]) else "" for index in range(len(row))]
        rows.append([cell if at or index in spread else row[index] for index, cell in enumerate(cells)])
    return rows


def _is_marked(lines: Sequence[str]) -> bool:
    return all(_BULLET.match(line) or _LABEL.match(line) for line in lines)


def _lists_of_amounts(lines: Sequence[Sequence[str]]) -> list[int]:
    """Return the column that lists what is measured, if one cell alone does."""
    tall = [index for index, each in enumerate(lines) if len(each) > 1]
    wordy = [
        index
        for index in tall
        if all(len(line.split()) > 2 and not line[0].islower() for line in lines[index])
        and 2 * sum(1 for line in lines[index] if _DIGIT.search(line)) >= len(lines[index])
    ]
    if len(wordy) != 1:
        return []
    height = len(lines[wordy[0]])
    beside = [each for index, each in enumerate(lines) if index != wordy[0] and each]
    said_of_all = any(_AMOUNT.fullmatch(" ".join(each)) and len(each) != height for each in beside)
    return [] if said_of_all else wordy
