"""`sparring eval --rules`: the referee's rules on labelled sentences."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sparring.cli.sources import remark
from sparring.evaluation.labelled import Labelled, read_contexts, read_labelled
from sparring.evaluation.rules import Figures, Judged, by_form, figures, judge_all
from sparring.evaluation.shares import Share
from sparring.text import read_source, visible

SCHEMA = "sparring-rules-eval/1"
_REPORTED_ONLY = ("hedged", "adversarial")
_POOLED = "pooled"


def measure_rules(files: Sequence[Path], contexts: Path | None, *, misses: bool, forms: bool, form: str) -> bool:
    """Print how often the rules are right; return whether the counted files together are as good as wanted.

    Raises:
        TextError: a file cannot be read.
        LabelledError: a file does not hold what it should.
    """
    judged = {_name_of(file, files): judge_all(_sentences(file, contexts)) for file in files}
    counted = [each for file, name in zip(files, judged, strict=True) if _counts(file) for each in judged[name]]
    rows: list[tuple[str, Figures, bool]] = []
    for file, (name, all_judged) in zip(files, judged.items(), strict=True):
        rows.append((name, figures(all_judged), _counts(file)))
        if forms:
            rows += [(f"  {each or '(no form)'}", figures(of_form), False) for each, of_form in by_form(all_judged).items()]
    pooled = figures(counted) if counted else None
    if pooled:
        rows.append((_POOLED, pooled, True))
    if form == "json":
        click.echo(_as_json(rows, judged if misses else None, pooled))
    else:
        _print_table(rows)
        if misses:
            _print_misses(judged)
        if pooled and not pooled.as_wanted:
            remark("Below what is wanted: recall of 97 % or more, false positives of 2 % or less.")
    return pooled is None or pooled.as_wanted


def _sentences(file: Path, contexts: Path | None) -> list[Labelled]:
    beside = contexts or file.with_name("contexts.json")
    known = read_contexts(read_source(beside).text, visible(beside.name)) if contexts or beside.exists() else {}
    return read_labelled(read_source(file).text, visible(file.name), known)


def _name_of(file: Path, files: Sequence[Path]) -> str:
    """A file's name, with its folder where two are called the same."""
    same = sum(each.name == file.name for each in files) > 1
    return visible(str(file) if same else file.name)


def _counts(file: Path) -> bool:
    return not file.name.lower().startswith(_REPORTED_ONLY)


def _print_table(rows: list[tuple[str, Figures, bool]]) -> None:
    width = max(len("sentences"), *(len(name) for name, _, _ in rows)) + 2
    click.echo(f"{'sentences':<{width}}{'recall':<30}{'false positives':<30}{'borderline':<12}{'ms: half, 99 %'}")
    for name, each, counted in rows:
        note = "" if counted or name.startswith("  ") else "   shown, not counted"
        borderline = f"{each.borderline.count}/{each.borderline.total}" if each.borderline.total else "-"
        click.echo(
            f"{name:<{width}}{_share(each.recall):<30}{_share(each.false_positives):<30}{borderline:<12}"
            f"{each.median_ms:.2f}  {each.slow_ms:.2f}{note}"
        )


def _share(share: Share) -> str:
    if share.value is None:
        return "-"
    low, high = share.interval
    return f"{share.value:.3f} ({low:.3f}-{high:.3f}) {share.count}/{share.total}"


def _print_misses(judged: dict[str, list[Judged]]) -> None:
    for name, each in ((name, each) for name, all_judged in judged.items() for each in all_judged if each.missed):
        what = f"withheld by {each.rule}" if each.rule else "passed"
        click.echo(f"\n{name} {visible(each.sentence.id)} {visible(each.sentence.form)}: {what}\n  {visible(each.sentence.text)}")


def _as_json(rows: list[tuple[str, Figures, bool]], judged: dict[str, list[Judged]] | None, pooled: Figures | None) -> str:
    result: dict[str, Any] = {
        "schema": SCHEMA,
        "sets": [{"name": name.strip(), "counted": counted, **_figures(each)} for name, each, counted in rows],
    }
    result["as_wanted"] = pooled.as_wanted if pooled else None
    if judged is not None:
        result["misses"] = [
            {"set": name, "id": each.sentence.id, "form": each.sentence.form, "label": each.sentence.label, "rule": each.rule,
             "text": each.sentence.text}
            for name, all_judged in judged.items() for each in all_judged if each.missed
        ]  # fmt: skip
    return json.dumps(result, ensure_ascii=False, indent=1)


def _figures(each: Figures) -> dict[str, Any]:
    shares = {"recall": each.recall, "false_positives": each.false_positives, "borderline": each.borderline}
    return {
        **{
            name: {"value": s.value, "low": s.interval[0], "high": s.interval[1], "count": s.count, "of": s.total}
            for name, s in shares.items()
        },
        "median_ms": each.median_ms,
        "slow_ms": each.slow_ms,
    }
