"""`sparring patterns`: what many bouts have in common."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from sparring.cli.sources import place_of, remark
from sparring.text import visible

if TYPE_CHECKING:
    from sparring.bout.glance import BoutRounds
    from sparring.report.chosen import Chosen
    from sparring.report.patterns import By, Patterns, Waiting


@click.command("patterns")
@click.argument("places", nargs=-1, metavar="[FOLDER|FILE...]", type=click.Path(path_type=Path))
@click.option("--by", type=click.Choice(["team", "cycle", "lens", "family"]), default="team", help="What is held against the angles.")
@click.option("--angles", is_flag=True, help="Every single angle instead of families of them.")
@click.option("--team", "teams", multiple=True, metavar="NAME", help="Only bouts of this team; may be given again.")
@click.option("--cycle", default="", metavar="NAME", help="Only bouts of this cycle, as it is named.")
@click.option("--quarter", default="", metavar="2026-Q4", help="Only bouts that began in this quarter, whatever their cycle is named.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="2026-10-01", help="Only bouts that began on this day or later."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "md", "json", "csv"]), default="table", help="How to print it; md is a page to share."
)
@click.option("--hide-names", is_flag=True, help="Teams by letters, people by numbers, no words of a draft.")
@click.pass_context
def patterns_command(
    ctx: click.Context,
    places: tuple[Path, ...],
    by: str,
    teams: tuple[str, ...],
    cycle: str,
    quarter: str,
    since: datetime | None,
    form: str,
    *,
    angles: bool,
    hide_names: bool,
) -> None:
    """Show what the bouts in FOLDER have in common (by default, those of this workspace), or those in FILEs.

    How often each angle was raised, of how often it could have been, and what came of it; what came back; who is waited for; what
    was kept. Counts, never a ranking.

    \b
        sparring patterns bouts --quarter 2026-Q4 --hide-names --format md > quarter.md
    """  # noqa: D301 - click knows a stretch that is not to be wrapped by this character
    from sparring.cli import FOUND_OR_EMPTY
    from sparring.report.patterns import patterns

    chosen = _chosen(teams, cycle, quarter, since)
    among, told = _read(places or (place_of(Path.cwd()).workspace.transcripts,))
    if not told:
        remark("There are no bouts with rounds here yet.")
        ctx.exit(FOUND_OR_EMPTY)
    bouts = [each for each in told if chosen.lets_through(each)]
    if not bouts:
        remark(f"No bout here is of {visible(chosen.said())}. {_what_there_is(told, teams=bool(teams) and not hide_names)}")
        ctx.exit(FOUND_OR_EMPTY)
    today = date.today()
    found = patterns(bouts, today, by=cast("By", by), families=not angles, among=among, names=not hide_names)
    match form:
        case "json":
            click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
        case "csv":
            click.echo(_as_csv(found), nl=False)
        case "md":
            from sparring.report.pattern_page import as_markdown

            click.echo(as_markdown(found, today, chosen.said(names=not hide_names)), nl=False)
        case _:
            from sparring.cli.pattern_text import as_text

            click.echo(as_text(found, today, chosen.said(names=not hide_names)), nl=False)


def _chosen(teams: tuple[str, ...], cycle: str, quarter: str, since: datetime | None) -> "Chosen":
    from sparring.report.chosen import Chosen, as_quarter

    try:
        named = as_quarter(quarter) if quarter else ""
    except ValueError:
        raise click.UsageError(f"{visible(quarter)!r} names no quarter. Write it like 2026-Q4.") from None
    return Chosen(teams, cycle, named, since.date() if since else None)


def _read(places: Sequence[Path]) -> tuple[Sequence["BoutRounds"], Sequence["BoutRounds"]]:
    """Return all bouts of the folders that `places` are or lie in, and of these the ones that `places` name."""
    from sparring.archive.index.store import user_index_file
    from sparring.archive.transcript import SUFFIX
    from sparring.reviewing import Review

    if missing := [each for each in places if not each.is_dir() and not (each.is_file() and each.suffix == SUFFIX)]:
        raise click.UsageError(
            f"{visible(str(missing[0]))} is neither a folder nor a transcript. Name the folder that holds the transcripts, or files in it."
        )
    named = {each.parent.resolve() / each.name for each in places if not each.is_dir()}
    whole = {each.resolve() for each in places if each.is_dir()}
    review = Review(list(dict.fromkeys(each if each.is_dir() else each.parent for each in places)), index_file=user_index_file())
    try:
        review.bring_up_to_date()
        among = review.rounds()
        listed = review.bouts()
    finally:
        review.close()

    # What a coach put away is out of patterns as it is out of the list, unless it is named itself.
    meant = named | {each.kept.path for each in listed if each.kept.path.parent in whole}
    if missed := sum(each.glance is None and each.kept.path in meant for each in listed):
        remark(f"{missed} of the files could not be read as bouts: nothing of them is counted. `sparring review` says why.")
    return among, [each for each in among if each.path in meant]


def _what_there_is(bouts: Sequence["BoutRounds"], *, teams: bool) -> str:
    from sparring.report.chosen import quarter_of

    quarters = Counter(quarter_of(each.opened) for each in bouts)
    cycles = Counter(each.cycle for each in bouts if each.cycle)
    named = Counter(each.team for each in bouts if each.team and teams)
    told = [
        f"{about}: {', '.join(f'{visible(name)} ({count})' for name, count in sorted(counts.items()))}."
        for about, counts in (("Teams", named), ("Quarters", quarters), ("Cycles", cycles))
        if counts
    ]
    return " ".join(told)


def _as_json(found: "Patterns") -> dict[str, object]:
    return {
        "bouts": found.bouts,
        "teams": found.teams,
        "without_a_team": found.unnamed,
        "rounds": found.rounds,
        "closing": found.closing,
        "cells": list(_cells(found)),
        "came_back": [asdict(each) for each in found.came_back],
        "waiting": [_waiting(each) for each in found.waiting],
        "overdue": [_waiting(each) for each in found.overdue],
        "kept_counts": asdict(found.kept_counts),
        "kept": [asdict(each) | {"path": str(each.path)} for each in found.kept],
        "unanswered": [asdict(each) for each in found.unanswered],
    }


def _waiting(each: "Waiting") -> dict[str, object]:
    return asdict(each) | {"path": str(each.path), "due": each.due.isoformat() if each.due else None}


def _cells(found: "Patterns") -> Iterator[dict[str, object]]:
    from sparring.report.pattern_sections import OUTCOMES

    for row in found.table.rows:
        for column in found.table.columns:
            if cell := found.table.cells.get((row, column)):
                counts = {outcome: cell.outcomes[outcome] for outcome in OUTCOMES}
                yield {"row": row, "column": column, "bouts": cell.bouts, "could": cell.could, "raised": cell.raised} | counts


def _as_csv(found: "Patterns") -> str:
    from sparring.report.data import harmless
    from sparring.report.pattern_sections import OUTCOMES

    text = io.StringIO()
    writer = csv.DictWriter(text, ["row", "column", "bouts", "could", "raised", *OUTCOMES], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in cell.items()} for cell in _cells(found))
    return text.getvalue()
