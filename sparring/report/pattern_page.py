"""Patterns as a page of Markdown: to paste, to mail, to keep."""

from collections.abc import Iterator, Sequence
from datetime import date

from sparring.report.markdown import safe
from sparring.report.pattern_sections import head, sections
from sparring.report.patterns import Patterns


def as_markdown(found: Patterns, today: date, chosen: str = "") -> str:
    """Return patterns as one page of Markdown.

    Args:
        found: counted.
        today: what is due is held against it, and the page says it.
        chosen: which bouts these are, in words; "" for all.
    """
    lines = [f"# What the bouts have in common{f': {safe(chosen)}' if chosen else ''}", "", f"{head(found)}. Counted on {today}.", ""]
    for each in sections(found, today):
        lines += [f"## {safe(each.title)}", ""]
        if each.rows:
            lines += [*_table(each.rows), ""]
        if each.lines:
            lines += [*(f"- {safe(line)}" for line in each.lines), ""]
        for note in each.notes:
            lines += [safe(note), ""]
    return "\n".join([*lines, "Counts, never a ranking: teams stand in the order of the alphabet.", ""])


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    first, *others = rows
    yield f"| {' | '.join(safe(cell) for cell in first)} |"
    yield f"|{' --- |' + ' ---: |' * (len(first) - 1)}"
    yield from (f"| {' | '.join(safe(cell) for cell in row)} |" for row in others)
