"""`sparring patterns`: what many bouts have in common."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast, get_args

import click

from sparring.cli.sources import place_of, remark
from sparring.text import visible

if TYPE_CHECKING:
    from sparring.bout.precis import Outcome
    from sparring.report.patterns import By, Patterns, Waiting

_MOST_LISTED: Final = 12
"""Lines of a list in the text; the other formats have them all."""
_OUTCOMES: Final = ("settled", "kept", "changed", "open", "skipped")


@click.command("patterns")
@click.argument("folders", nargs=-1, metavar="[FOLDER...]", type=click.Path(path_type=Path))
@click.option("--by", type=click.Choice(["team", "cycle", "lens", "family"]), default="team", help="What is held against the angles.")
@click.option("--angles", is_flag=True, help="Every single angle instead of families of them.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", help="How to print it.")
@click.option("--hide-names", is_flag=True, help="Teams by letters, people by numbers, no words of a draft.")
@click.pass_context
def patterns_command(ctx: click.Context, folders: tuple[Path, ...], by: str, form: str, *, angles: bool, hide_names: bool) -> None:
    """Show what the bouts in FOLDER have in common (by default, those of this workspace).

    How often each angle was raised, of how often it could have been, and what came of it; what came back; who is waited for; what
    was kept. Counts, never a ranking.
    """
    from sparring.archive.index.store import user_index_file
    from sparring.cli import FOUND_OR_EMPTY
    from sparring.report.patterns import hidden, patterns
    from sparring.reviewing import Review

    places = folders or (place_of(Path.cwd()).workspace.transcripts,)
    if missing := [each for each in places if not each.is_dir()]:
        raise click.UsageError(f"{visible(str(missing[0]))} is not a folder. Name the folder that holds the transcripts.")
    review = Review(places, index_file=user_index_file())
    try:
        review.bring_up_to_date()
        told = review.rounds()
        unread = sum(1 for each in review.bouts() if each.glance is None)
    finally:
        review.close()
    if unread:
        remark(f"{unread} of the files could not be read as bouts and are left out. `sparring transcripts` says why.")
    if not told:
        remark("There are no bouts with rounds here yet.")
        ctx.exit(FOUND_OR_EMPTY)
    found = patterns(hidden(told) if hide_names else told, date.today(), by=cast("By", by), families=not angles)
    match form:
        case "json":
            click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
        case "csv":
            click.echo(_as_csv(found), nl=False)
        case _:
            click.echo("\n".join(_as_text(found, by)))


def _as_json(found: "Patterns") -> dict[str, object]:
    return {
        "bouts": found.bouts,
        "rounds": found.rounds,
        "cells": list(_cells(found)),
        "came_back": [asdict(each) for each in found.came_back],
        "waiting": [_waiting(each) for each in found.waiting],
        "overdue": [_waiting(each) for each in found.overdue],
        "kept": [asdict(each) | {"path": str(each.path)} for each in found.kept],
        "unanswered": [asdict(each) for each in found.unanswered],
    }


def _waiting(each: "Waiting") -> dict[str, object]:
    return asdict(each) | {"path": str(each.path), "due": each.due.isoformat() if each.due else None}


def _cells(found: "Patterns") -> Iterator[dict[str, object]]:
    for row in found.table.rows:
        for column in found.table.columns:
            if cell := found.table.cells.get((row, column)):
                counts = {outcome: cell.outcomes[outcome] for outcome in _outcomes()}
                yield {"row": row, "column": column, "bouts": cell.bouts, "could": cell.could, "raised": cell.raised} | counts


def _outcomes() -> tuple["Outcome", ...]:
    from sparring.bout.precis import Outcome

    return cast("tuple[Outcome, ...]", get_args(Outcome))


def _as_csv(found: "Patterns") -> str:
    from sparring.report.data import harmless

    text = io.StringIO()
    writer = csv.DictWriter(text, ["row", "column", "bouts", "could", "raised", *_OUTCOMES], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in cell.items()} for cell in _cells(found))
    return text.getvalue()


def _as_text(found: "Patterns", by: str) -> Iterator[str]:
    from sparring.report.patterns import ALL, judged_in_words, together

    table = found.table
    yield f"{found.bouts} {'bout' if found.bouts == 1 else 'bouts'}, {found.rounds} rounds"
    yield ""
    yield f"Bouts in which an angle was raised, of those in which it could have been, by {by}"
    rows = [[visible(column), *(_share(found, row, column) for row in table.rows)] for column in table.columns]
    if by in ("team", "cycle") and len(table.columns) > 1:
        sums = [together(cell for (each, _), cell in table.cells.items() if each == row) for row in table.rows]
        rows.append([ALL, *(f"{cell.bouts}/{cell.could}" for cell in sums)])
    yield from _grid([["", *table.rows], *rows])
    yield ""
    yield "What came of the rounds"
    yield from _grid([["", "rounds", *_OUTCOMES], *([row, *_sums(found, row)] for row in table.rows)])
    if found.came_back:
        yield ""
        yield "Raised with a team last cycle, and again in this one"
        lines = [
            f"{visible(each.team)}: {each.lens.replace('-', ' ')} ({visible(each.before)}: {_said(each.then_outcomes)}; "
            f"{visible(each.now)}: {_said(each.now_outcomes)})"
            for each in found.came_back
        ]
        yield from _some(lines)
    if found.waiting:
        yield ""
        yield f"Who is waited for ({len(found.waiting)} open, {len(found.overdue)} overdue)"
        yield from _some(_owners(found))
    if found.overdue and any(each.team or each.owner for each in found.overdue):
        yield ""
        yield "Overdue, the longest first"
        named = [(each, " · ".join(part for part in (each.team, each.cycle) if part)) for each in found.overdue]
        yield from _some(
            [f"{each.due}  {visible(each.owner) or 'nobody yet'} ({visible(of)}): {visible(each.question)}" for each, of in named]
        )
    if found.kept:
        proven = sum(1 for each in found.kept if each.proof)
        yield ""
        became = judged_in_words(found.kept)
        yield f"Kept ({len(found.kept)}; for {proven} the team said what would prove it wrong{f'; {became}' if became else ''})"
        yield from _some([f"{visible(each.team)}: “{visible(each.words)}” - {visible(each.proof)}" for each in found.kept if each.proof])
    if found.unanswered:
        yield ""
        yield "Questions that hardly ever get a fact or a reason"
        yield from _some([f"{each.brought} of {each.asked}  {visible(each.question)}" for each in found.unanswered])


def _share(found: "Patterns", row: str, column: str) -> str:
    cell = found.table.cells.get((row, column))
    return f"{cell.bouts}/{cell.could}" if cell else "·"


def _sums(found: "Patterns", row: str) -> list[str]:
    cells = [cell for (each, _), cell in found.table.cells.items() if each == row]
    raised = sum(cell.raised for cell in cells)
    return [str(raised), *(str(sum(cell.outcomes[outcome] for cell in cells)) for outcome in _outcomes())]


def _owners(found: "Patterns") -> list[str]:
    waited: dict[str, list[Waiting]] = {}
    for each in found.waiting:
        waited.setdefault(each.owner or "nobody yet", []).append(each)
    overdue = {id(each) for each in found.overdue}
    lines = []
    for owner, points in sorted(waited.items(), key=lambda item: -len(item[1])):
        teams = sorted({visible(each.team) or "(no name)" for each in points})
        late = sum(id(each) in overdue for each in points)
        named = ", ".join(teams[:3]) + (f" and {len(teams) - 3} more" if len(teams) > 3 else "")
        lines.append(f"{visible(owner)}: {len(points)}{f', {late} overdue' if late else ''} ({named})")
    return lines


def _said(outcomes: Sequence[str]) -> str:
    return ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in _OUTCOMES if outcome in outcomes)


def _some(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:_MOST_LISTED])
    if len(lines) > _MOST_LISTED:
        yield f"  ... and {len(lines) - _MOST_LISTED} more (--format json has them all)"


def _grid(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    from rich.cells import cell_len

    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        first, *others = row
        cells = [" " * (width - cell_len(cell)) + cell for cell, width in zip(others, widths[1:], strict=True)]
        yield "  " + "  ".join([first + " " * (widths[0] - cell_len(first)), *cells]).rstrip()
