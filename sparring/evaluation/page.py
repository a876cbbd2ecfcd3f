"""The report as one HTML page that needs nothing else: no script, nothing loaded, and text of drafts and models is never markup."""

from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from sparring.evaluation.measures import GROUPS, Figure, Group
from sparring.evaluation.played import Played, shown_in
from sparring.evaluation.report import Report
from sparring.evaluation.table import note_of, value_of
from sparring.text import visible


@dataclass(frozen=True, slots=True)
class _Row:
    group: Group
    title: str
    figures: tuple[Figure | None, ...]


def as_page(report: Report) -> str:
    """Return the page."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters["safe_text"] = lambda text: visible(str(text), lines=True)
    template = environment.from_string((files("sparring.evaluation") / "page.html.j2").read_text(encoding="utf-8"))
    return template.render(
        report=report,
        day=report.at.strftime("%Y-%m-%d %H:%M"),
        groups=GROUPS,
        rows=_rows(report),
        value=_short,
        range_of=_range,
        note=note_of,
        shown_in=shown_in,
        leaked=lambda run: _leaked(report, run),
    )


def _rows(report: Report) -> list[_Row]:
    titles = dict.fromkeys((figure.id, figure.group, figure.title) for column in report.columns for figure in column.figures)
    by_column = [{figure.id: figure for figure in column.figures} for column in report.columns]
    return [_Row(group, title, tuple(each.get(id_) for each in by_column)) for id_, group, title in titles]


def _short(figure: Figure) -> str:
    value = figure.share.value if figure.share else None
    return value_of(figure) if value is None else f"{value:.1%}"


def _range(figure: Figure) -> str:
    if figure.share is None:
        return ""
    low, high = figure.share.interval
    return f"{low:.1%} to {high:.1%} · {figure.share.count} of {figure.share.total}"


def _leaked(report: Report, run: Played) -> bool:
    return any(verdict.leak for shown in shown_in(run) for verdict in report.verdicts_on(shown))
