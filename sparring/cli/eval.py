"""`sparring eval`: how well the partner keeps its promise, measured."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sparring.cli.sources import remark
from sparring.text import read_source, visible

if TYPE_CHECKING:
    from sparring.referee.figures import Figures, Judged, Share
    from sparring.referee.labelled import Labelled

SCHEMA = "sparring-rules-eval/1"
_REPORTED_ONLY = ("hedged", "adversarial")
_POOLED = "pooled"


@click.command("eval")
@click.option("--rules", is_flag=True, help="Measure the referee's rules on the labelled sentences in FILE...")
@click.option("--misses", is_flag=True, help="List every sentence that was judged wrongly, with the rule that withheld it.")
@click.option("--forms", is_flag=True, help="One row more for each form that the files name.")
@click.option(
    "--contexts",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FILE",
    help="The drafts that the sentences speak about. Without it, the contexts.json beside each FILE.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")
@click.pass_context
def eval_command(
    ctx: click.Context, rules: bool, misses: bool, forms: bool, contexts: Path | None, form: str, files: tuple[Path, ...]
) -> None:
    """Measure how well the partner keeps its promise never to write your OKRs.

    Before anything that a language model says reaches the screen, rules look for objectives, key results, targets and wordings in it.
    With --rules you see how often they are right, on sentences that people have labelled:

    \b
        sparring eval --rules sentences.jsonl
        sparring eval --rules sentences.jsonl --misses

    "Recall" is the share of forbidden sentences that the rules withheld (wanted: 97 % or more). "False positives" is the share of honest
    sentences that they withheld by mistake (wanted: 2 % or less). Beside each stand the numbers it comes from, and the range in which the
    true share lies with 95 % certainty: the fewer sentences, the wider.

    A file has one JSON object a line: "text", "label" (1 must be withheld, 0 must pass, "b" borderline: shown, not scored), perhaps "id"
    and "form", and either "draft" (ids with the items' texts) or "ctx", a name in a contexts.json beside the file. Files whose name begins
    with hedged or adversarial are shown and not counted: such hints are for the second reader.

    Ends with status 0 if the counted files together are as good as wanted, 1 if not, 2 for wrong usage, 3 if a file cannot be used.
    """  # noqa: D301 - click knows a stretch that is not to be wrapped by this character
    if not rules:
        raise click.UsageError("Say what to measure: sparring eval --rules FILE...")
    if not files:
        raise click.UsageError("Name at least one file of labelled sentences: sparring eval --rules FILE...")
    from sparring.cli import DONE, FOUND_OR_EMPTY
    from sparring.referee.figures import by_form, figures, judge_all

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
    ctx.exit(DONE if pooled is None or pooled.as_wanted else FOUND_OR_EMPTY)


def _sentences(file: Path, contexts: Path | None) -> list["Labelled"]:
    from sparring.referee.labelled import read_contexts, read_labelled

    beside = contexts or file.with_name("contexts.json")
    known = read_contexts(read_source(beside).text, visible(beside.name)) if contexts or beside.exists() else {}
    return read_labelled(read_source(file).text, visible(file.name), known)


def _name_of(file: Path, files: Sequence[Path]) -> str:
    """A file's name, with its folder where two are called the same."""
    same = sum(each.name == file.name for each in files) > 1
    return visible(str(file) if same else file.name)


def _counts(file: Path) -> bool:
    return not file.name.lower().startswith(_REPORTED_ONLY)


def _print_table(rows: list[tuple[str, "Figures", bool]]) -> None:
    width = max(len("sentences"), *(len(name) for name, _, _ in rows)) + 2
    click.echo(f"{'sentences':<{width}}{'recall':<30}{'false positives':<30}{'borderline':<12}{'ms: half, 99 %'}")
    for name, each, counted in rows:
        note = "" if counted or name.startswith("  ") else "   shown, not counted"
        borderline = f"{each.borderline.count}/{each.borderline.total}" if each.borderline.total else "-"
        click.echo(
            f"{name:<{width}}{_share(each.recall):<30}{_share(each.false_positives):<30}{borderline:<12}"
            f"{each.median_ms:.2f}  {each.slow_ms:.2f}{note}"
        )


def _share(share: "Share") -> str:
    if share.value is None:
        return "-"
    low, high = share.interval
    return f"{share.value:.3f} ({low:.3f}-{high:.3f}) {share.count}/{share.total}"


def _print_misses(judged: dict[str, list["Judged"]]) -> None:
    for name, each in ((name, each) for name, all_judged in judged.items() for each in all_judged if each.missed):
        what = f"withheld by {each.rule}" if each.rule else "passed"
        click.echo(f"\n{name} {visible(each.sentence.id)} {visible(each.sentence.form)}: {what}\n  {visible(each.sentence.text)}")


def _as_json(rows: list[tuple[str, "Figures", bool]], judged: dict[str, list["Judged"]] | None, pooled: "Figures | None") -> str:
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


def _figures(each: "Figures") -> dict[str, Any]:
    shares = {"recall": each.recall, "false_positives": each.false_positives, "borderline": each.borderline}
    return {
        **{
            name: {"value": s.value, "low": s.interval[0], "high": s.interval[1], "count": s.count, "of": s.total}
            for name, s in shares.items()
        },
        "median_ms": each.median_ms,
        "slow_ms": each.slow_ms,
    }
