"""`sparring challenge`: challenges on standard output, without a bout."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sparring.bout.shown import anchor_of
from sparring.bout.state import Round
from sparring.cli.partners import CONSENT_HELP, cast_for, partner_options, refuse_unless_agreed
from sparring.cli.parts import PART_HELP, part_named
from sparring.cli.sources import place_of, remark, source_of
from sparring.draft.as_json import draft_as_json
from sparring.draft.model import Draft
from sparring.draft.reading import NOTHING_FOUND
from sparring.draft.sections import part_of
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import Anchor, Finding
from sparring.library.folder import open_library
from sparring.library.model import Passage
from sparring.opening import open_unkept
from sparring.record.shown import PassageRecord
from sparring.report.conversation import Part, round_parts
from sparring.report.plain import as_plain
from sparring.session import Session
from sparring.situation import Situation
from sparring.speech import LANGUAGES
from sparring.text import visible
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.casting import Wanted
    from sparring.partner.cast import Cast

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
@click.option("--part", default="", metavar="TITLE", help=PART_HELP)
@click.option("--all", "everything", is_flag=True, help="Print everything that the draft sets off. A coach would raise very little of it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.option(
    "--language", type=click.Choice(list(LANGUAGES)), default=None, help="The language to be asked in; the draft's, where it is spoken."
)
@click.option("--seed", type=int, default=None, help="Another number, other questions; without one a draft always gets the same.")
@click.option("--consent", "consents", multiple=True, metavar="HOST", help=f"With a model: {CONSENT_HELP[0].lower()}{CONSENT_HELP[1:]}")
@partner_options
@click.pass_context
def challenge_command(
    ctx: click.Context,
    draft: str,
    context: tuple[Path, ...],
    rounds: int | None,
    part: str,
    everything: bool,
    form: str,
    language: str | None,
    seed: int | None,
    consents: tuple[str, ...],
    wanted: "Wanted | None",
) -> None:
    """Print challenges to DRAFT, a file or - for standard input.

    A model is asked only when one of the options for a model is given, whatever your settings say; the first challenge is always the
    question bank's.

    Ends with status 1 when --all found something, or when no objectives and key results were found.
    """
    from sparring.archive.readings import read_as_marked
    from sparring.cli import DONE, FOUND_OR_EMPTY

    if everything and rounds:
        raise click.UsageError("Choose one: --rounds for a bout, --all for everything that is set off.")
    if everything and wanted:
        raise click.UsageError("--all prints what the draft sets off; no model is asked for it. Leave the options for a model out.")
    source = source_of(draft)
    understood = read_as_marked(source)
    if understood.is_empty:
        remark(f"{visible(source.name)}: {NOTHING_FOUND}")
        if form == "json":
            click.echo(_as_json(understood, []))
        ctx.exit(FOUND_OR_EMPTY)
    focus = part_named(understood, part) if part else ()
    place = place_of(source.path) if source.path else None
    paths = context or (place.context if place else ())
    if everything:
        findings = _findings(part_of(understood, focus), paths, cache=place.settings.cache if place else True)
        click.echo(
            _as_json(understood, [_finding(understood, each) for each in findings]) if form == "json" else _listed(understood, findings)
        )
        ctx.exit(FOUND_OR_EMPTY if findings else DONE)
    say = _print_round if form == "text" else _say_nothing
    wishes = Wishes(
        context=paths,
        rounds=rounds or 5,
        seed=seed,
        language=language or (place.settings.language if place else ""),
        cache=place.settings.cache if place else True,
    )
    cast = cast_for(place or place_of(Path.cwd()), wanted) if wanted else None
    session = asyncio.run(_fought(understood, Situation(focus=focus), wishes, say, cast, consents))
    if form == "json":
        click.echo(_as_json(understood, _rounds(session)))


def _findings(draft: Draft, paths: tuple[Path, ...], *, cache: bool) -> tuple[Finding, ...]:
    reading = open_library(paths, cache)
    for problem in reading.problems:
        remark(problem)
    return detect(draft, reading.library, packaged_catalogue())


async def _fought(
    draft: Draft,
    situation: Situation,
    wishes: Wishes,
    say: Callable[[Round, Draft, str], None],
    cast: "Cast | None",
    consents: tuple[str, ...],
) -> Session:
    """Raise every challenge of a bout in which nobody answers; each is said as soon as it is there."""
    unkept = await open_unkept(draft, wishes, cast)
    for each in unkept.remarks:
        remark(each)
    session = unkept.session
    try:
        if cast and (needed := session.consent_needed):
            refuse_unless_agreed(needed.host, needed.documents, consents)
            await session.give_consent(needed.host, needed.documents)
        await session.give_situation(situation if situation.focus else None)
        await session.go_on()
        while session.bout.stage == "rounds":
            say(session.bout.rounds[-1], draft, session.bout.opened.language)
            await session.go_on()
    finally:
        if cast:
            await session.close()
    for each in unkept.library.problems:
        remark(each)
    return session


def _print_round(each: Round, draft: Draft, language: str) -> None:
    text = as_plain(round_parts(each, draft, language))
    click.echo(text.lstrip("\n") if each.number == 1 else text, nl=False)


def _say_nothing(each: Round, draft: Draft, language: str) -> None:
    """JSON is one value, printed at the end."""


def _rounds(session: Session) -> list[dict[str, Any]]:
    strengths = {(finding.lens, finding.anchor.keys): finding.strength for finding in session.findings}
    rounds = []
    for raised in (each.raised for each in session.bout.rounds):
        anchor = anchor_of(raised.anchor)
        rounds.append(
            {
                "lens": raised.lens,
                **_place(session.bout.draft, anchor),
                "passage": _passage(raised.passage),
                "doubt": raised.doubt,
                "question": raised.question,
                "strength": strengths.get((raised.lens, anchor.keys), "medium"),
            }
        )
    return rounds


def _finding(draft: Draft, finding: Finding) -> dict[str, Any]:
    return {
        "lens": finding.lens,
        **_place(draft, finding.anchor),
        "passage": _passage(finding.passage),
        "doubt": None,
        "question": None,
        "strength": finding.strength,
    }


def _passage(passage: Passage | PassageRecord | None) -> dict[str, Any] | None:
    return {"file": passage.file, "line": passage.line, "place": passage.place, "text": passage.text} if passage else None


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


def _as_json(draft: Draft, findings: list[dict[str, Any]]) -> str:
    return json.dumps({"schema": SCHEMA, "draft": draft_as_json(draft), "findings": findings}, ensure_ascii=False, indent=1)


def _listed(draft: Draft, findings: tuple[Finding, ...]) -> str:
    parts = []
    for finding in findings:
        parts.append(Part("heading", finding.lens.replace("-", " "), beside=finding.strength))
        items = [item for key in finding.anchor.keys if (item := draft.item(key))]
        phrase = finding.anchor.phrase
        parts += [Part("quote", visible(phrase.of(item.text) if phrase else item.text), beside=item.id) for item in items]
        if finding.passage:
            parts.append(Part("passage", f"“{visible(finding.passage.text)}”", beside=visible(finding.passage.source)))
    return as_plain(parts).strip("\n") if parts else "Nothing was set off."
