"""`sparring challenge`: challenges on standard output, without a bout."""

import asyncio
import json
from pathlib import Path
from typing import Any

import click

from sparring.cli.sources import place_of, remark, source_of
from sparring.draft.model import Draft
from sparring.lenses.model import Anchor, Finding
from sparring.text import visible

SCHEMA = 1


@click.command("challenge")
@click.argument("draft")
@click.option(
    "--context",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A strategy document or a folder of them; may be repeated.",
)
@click.option(
    "--rounds",
    type=click.IntRange(1, 12),
    default=None,
    metavar="N",
    help="Print the bout that would be fought, N rounds long (5 by default).",
)
@click.option("--all", "everything", is_flag=True, help="Print everything that the draft sets off. A coach would raise very little of it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.option("--seed", type=int, default=0, help="Another number, other questions.")
@click.pass_context
def challenge_command(
    ctx: click.Context, draft: str, context: tuple[Path, ...], rounds: int | None, everything: bool, form: str, seed: int
) -> None:
    """Print challenges to DRAFT, a file or - for standard input.

    Ends with status 1 when --all found something, or when no objectives and key results were found.
    """
    from sparring.cli import DONE, FOUND_OR_EMPTY
    from sparring.draft.reading import NOTHING_FOUND, read_draft

    if everything and rounds:
        raise click.UsageError("Choose one: --rounds for a bout, --all for everything that is set off.")
    source = source_of(draft)
    understood = read_draft(source)
    if understood.is_empty:
        remark(f"{visible(source.name)}: {NOTHING_FOUND}")
        if form == "json":
            click.echo(_as_json(understood, []))
        ctx.exit(FOUND_OR_EMPTY)
    paths = context or (place_of(source.path).context if source.path else ())
    found = _everything(understood, paths) if everything else asyncio.run(_bout(understood, paths, rounds or 5, seed))
    click.echo(_as_json(understood, found) if form == "json" else _as_text(understood, found))
    ctx.exit(FOUND_OR_EMPTY if everything and found else DONE)


def _everything(draft: Draft, paths: tuple[Path, ...]) -> list[dict[str, Any]]:
    from sparring.lenses.catalogue import packaged_catalogue
    from sparring.lenses.detect import detect
    from sparring.library.folder import open_library

    reading = open_library(paths)
    for problem in reading.problems:
        remark(problem)
    return [_finding(draft, finding) for finding in detect(draft, reading.library, packaged_catalogue())]


async def _bout(draft: Draft, paths: tuple[Path, ...], rounds: int, seed: int) -> list[dict[str, Any]]:
    from sparring.bout.shown import anchor_of
    from sparring.opening import Wishes, open_unkept

    session, remarks = await open_unkept(draft, Wishes(context=paths, rounds=rounds, seed=seed))
    for each in remarks:
        remark(each)
    await session.give_situation(None)
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
    strengths = {(finding.lens, finding.anchor.keys): finding.strength for finding in session.findings}
    found = []
    for raised in (each.raised for each in session.bout.rounds):
        anchor = anchor_of(raised.anchor)
        passage = {"file": raised.passage.file, "line": raised.passage.line, "text": raised.passage.text} if raised.passage else None
        found.append(
            {
                "lens": raised.lens,
                **_place(draft, anchor),
                "passage": passage,
                "doubt": raised.doubt,
                "question": raised.question,
                "strength": strengths.get((raised.lens, anchor.keys), "medium"),
            }
        )
    return found


def _finding(draft: Draft, finding: Finding) -> dict[str, Any]:
    passage = finding.passage
    return {
        "lens": finding.lens,
        **_place(draft, finding.anchor),
        "passage": {"file": passage.file, "line": passage.line, "text": passage.text} if passage else None,
        "doubt": None,
        "question": None,
        "strength": finding.strength,
    }


def _place(draft: Draft, anchor: Anchor) -> dict[str, Any]:
    items = [item for key in anchor.keys if (item := draft.item(key))]
    single = items[0] if len(items) == 1 and anchor.kind in ("key_result", "objective") else None
    quote = (anchor.phrase.of(single.text) if anchor.phrase else single.text) if single else ""
    return {
        "target": single.id if single else "draft",
        "targets": [item.id for item in items],
        "quote": quote,
        "lines": list(single.lines) if single else None,
    }


def _as_json(draft: Draft, found: list[dict[str, Any]]) -> str:
    from sparring.draft.as_json import draft_as_json

    return json.dumps({"schema": SCHEMA, "draft": draft_as_json(draft), "findings": found}, ensure_ascii=False, indent=1)


def _as_text(draft: Draft, found: list[dict[str, Any]]) -> str:
    from sparring.report.conversation import Part
    from sparring.report.plain import as_plain

    parts = []
    for each in found:
        parts.append(Part("heading", each["lens"].replace("-", " "), "" if each["doubt"] is not None else each["strength"]))
        shown = each["targets"] or []
        quoted = [item for item in draft.items() if item.id in shown]
        parts += [Part("quote", each["quote"] if len(quoted) == 1 else item.text, item.id) for item in quoted]
        if each["passage"]:
            parts.append(Part("passage", each["passage"]["text"], f"{each['passage']['file']}:{each['passage']['line']}"))
        if each["doubt"]:
            parts.append(Part("doubt", each["doubt"]))
        if each["question"]:
            parts.append(Part("question", each["question"]))
    return as_plain(parts).strip("\n") if parts else "Nothing was set off."
