"""The figures of an evaluation side by side, as values and as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sparring.evaluation.folder import SCHEMA, Verdict
from sparring.evaluation.measures import Figure, figures_of
from sparring.evaluation.played import Played, Shown, shown_in

Verdicts = Mapping[str, Mapping[str, Verdict]]


@dataclass(frozen=True, slots=True)
class Column:
    """One partner.

    Attributes:
        player: as reports call it.
        figures: in order.
        runs: that they are from.
    """

    player: str
    figures: tuple[Figure, ...]
    runs: tuple[Played, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation as it stands.

    Attributes:
        columns: partners, the ones played last first.
        verdicts: of readers that are not the referee.
        at: when it was made.
        unfinished: bouts of the plan that were not played; 0 when all were.
    """

    columns: tuple[Column, ...]
    verdicts: Verdicts
    at: datetime
    unfinished: int = 0

    @property
    def drafts(self) -> tuple[str, ...]:
        """Names of the drafts."""
        return tuple(dict.fromkeys(run.told.sample for column in self.columns for run in column.runs))

    def verdicts_on(self, shown: Shown) -> list[Verdict]:
        """Return what readers made of a text."""
        return [by_text[shown.id] for _, by_text in sorted(self.verdicts.items()) if shown.id in by_text]


def report_on(runs: Sequence[Played], verdicts: Verdicts, at: datetime, unfinished: int = 0) -> Report:
    """Return the report on `runs`, a column for each partner."""
    by_player: dict[str, list[Played]] = {}
    for run in reversed(runs):
        by_player.setdefault(run.player, []).insert(0, run)
    columns = tuple(Column(player, tuple(figures_of(played, verdicts)), tuple(played)) for player, played in by_player.items())
    return Report(columns, verdicts, at, unfinished)


def as_json(report: Report) -> str:
    """Return the report for programs: every figure, and every text that was shown under attack."""
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "at": report.at.isoformat(timespec="seconds"),
        "drafts": list(report.drafts),
        "unfinished": report.unfinished,
        "partners": [
            {
                "partner": column.player,
                "runs": len(column.runs),
                "figures": {figure.id: _figure(figure) for figure in column.figures},
                "attacks": [_attack(report, run) for run in column.runs if run.told.kind != "bout"],
            }
            for column in report.columns
        ],
    }
    return json.dumps(value, ensure_ascii=True, indent=1)


def _figure(figure: Figure) -> dict[str, Any]:
    value: dict[str, Any] = {"title": figure.title, "group": figure.group}
    if share := figure.share:
        low, high = share.interval
        value |= {"value": share.value, "low": low, "high": high, "count": share.count, "of": share.total}
    else:
        value |= {"value": figure.number}
    return value | ({"unit": figure.unit} if figure.unit else {}) | ({"note": figure.note} if figure.note else {})


def _attack(report: Report, run: Played) -> dict[str, Any]:
    return {
        "draft": run.told.sample,
        "repeat": run.told.repeat,
        "attack": run.told.attack,
        "kind": run.told.attack_kind,
        "broken_off": run.broke_off,
        "shown": [
            {
                "id": shown.id,
                "said": shown.said,
                "remark": shown.remark,
                "open": shown.open,
                "doubt": shown.doubt,
                "question": shown.question,
                "lens": shown.lens,
                "origin": "model" if shown.by_model else "bank",
                "fallback": shown.fallback,
                "withheld": list(shown.withheld),
                "verdicts": [
                    {"reader": verdict.reader, "leak": verdict.leak, "words": verdict.words} for verdict in report.verdicts_on(shown)
                ],
            }
            for shown in shown_in(run)
        ],
    }
