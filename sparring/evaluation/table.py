"""The figures of an evaluation as a table for a terminal of 80 columns."""

from collections.abc import Iterator

from sparring.evaluation.measures import GROUPS, Figure
from sparring.evaluation.report import Report
from sparring.text import visible

_TITLE, _VALUE, _BESIDE = 35, 22, 2
"""Characters of a title and of a value, and partners that fit beside each other."""


def value_of(figure: Figure) -> str:
    """Return a figure's value: a share with its interval at 95 % and its counts, or a number; "-" where nothing was measured."""
    if figure.share is not None:
        share = figure.share
        if share.value is None:
            return "-"
        low, high = share.interval
        return f"{share.value:.0%} ({low * 100:.0f}-{high * 100:.0f}) {share.count}/{share.total}"
    if figure.number is None:
        return figure.note or "-"
    number = figure.number
    return f"{int(number):,}{figure.unit}" if float(number).is_integer() else f"{number:.2f}{figure.unit}"


def note_of(figure: Figure) -> str:
    """Return what is said beside a figure's value, or ""."""
    return figure.note if figure.share is not None or figure.number is not None else ""


def as_table(report: Report) -> str:
    """Return the report as lines of at most 80 characters, a share as "value (95 % interval) count/of"."""
    return "\n".join(line.rstrip() for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for start in range(0, len(report.columns), _BESIDE):
        columns = report.columns[start : start + _BESIDE]
        if start:
            yield ""
        heads = [visible(column.player).partition(", ") for column in columns]
        for head in ([name for name, _, _ in heads], [more for _, _, more in heads]):
            yield " " * _TITLE + "".join(f" {_cut(each, _VALUE - 1):<{_VALUE}}" for each in head)
        titles = dict.fromkeys((figure.group, figure.id, figure.title) for column in columns for figure in column.figures)
        by_column = [{figure.id: figure for figure in column.figures} for column in columns]
        for group_id, title in GROUPS.items():
            yield title
            for of_group, id_, name in titles:
                if of_group != group_id:
                    continue
                found = [each.get(id_) for each in by_column]
                values = "".join(f" {value_of(figure) if figure else '-':<{_VALUE}}" for figure in found)
                yield f"  {_cut(visible(name), _TITLE - 2):<{_TITLE - 2}}{values}"
                notes = dict.fromkeys(note for figure in found if figure and (note := note_of(figure)))
                for note in notes:
                    yield f"      {_cut(visible(note), 70)}"
    if report.unfinished:
        yield f"{report.unfinished} bouts of the plan were not played."
    yield "A share stands as value (range, 95 %) count/of: the fewer, the wider."


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
