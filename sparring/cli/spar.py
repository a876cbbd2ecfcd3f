"""`sparring spar` and `sparring resume`."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sparring.cli.partners import CONSENT_HELP, cast_for, partner_options, refuse_before_opening, refuse_unless_agreed
from sparring.cli.parts import PART_HELP, part_named
from sparring.cli.screen import open_screen, wishes_of
from sparring.cli.sources import Place, place_of, remark, source_of
from sparring.speech import LANGUAGES
from sparring.text import Source
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.casting import Wanted
    from sparring.partner.cast import Cast


@click.command("spar")
@click.argument("draft")
@click.option(
    "--context",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A strategy document or a folder of them; may be repeated.",
)
@click.option("--rounds", type=click.IntRange(1, 12), default=None, metavar="N", help="Rounds planned; 5 take about 25 minutes.")
@click.option("--part", default="", metavar="TITLE", help=PART_HELP)
@click.option(
    "--team",
    default=None,
    metavar="NAME",
    help="Your team's name, for the transcript. It ties your bouts together: earlier ones of this name are remembered.",
)
@click.option("--cycle", default=None, metavar="NAME", help="The cycle's name, for the transcript.")
@click.option(
    "--language", type=click.Choice(list(LANGUAGES)), default=None, help="The language to be asked in; the draft's, where it is spoken."
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="Play a bout from a file, without a screen.",
)
@click.option("--consent", "consents", multiple=True, metavar="HOST", help=f"With --answers: {CONSENT_HELP[0].lower()}{CONSENT_HELP[1:]}")
@click.option("--seed", type=int, default=None, help="The same number asks the same questions.")
@partner_options
@click.pass_context
def spar_command(
    ctx: click.Context,
    draft: str,
    context: tuple[Path, ...],
    rounds: int | None,
    part: str,
    team: str | None,
    cycle: str | None,
    language: str | None,
    answers: Path | None,
    consents: tuple[str, ...],
    seed: int | None,
    wanted: "Wanted | None",
) -> None:
    """Spar with DRAFT, a file or - for standard input.

    Where it is in doubt how DRAFT is meant, you are shown how it was read and say with one key what a line is; that is remembered.

    The bout's transcript is kept on this machine, in the nearest folder named transcripts, or in your own data folder.

    A file for --answers has one entry a paragraph: an answer, or a decision: /press, /angle, /change, /keep because ..., /park,
    /skip, /next, /more, /stop.

    Without --partner or a setting, nothing is sent anywhere. With a model, you are asked once before your words leave this machine.
    """
    source = source_of(draft)
    place = place_of(source.path or Path.cwd())
    usual = wishes_of(place)
    wishes = Wishes(
        context=context or usual.context,
        rounds=rounds or usual.rounds,
        seed=seed,
        team=usual.team if team is None else team,
        cycle=usual.cycle if cycle is None else cycle,
        part=part,
        language=language or usual.language,
        cache=usual.cache,
    )
    if part:
        from sparring.archive.readings import read_as_marked

        read = read_as_marked(source, place.workspace)
        if not read.is_empty:
            part_named(read, part)
    if answers is not None:
        cast = cast_for(place, wanted)
        asyncio.run(_play(source, place, wishes, answers, cast, consents))
        return
    from sparring.tui.beginning import NewBout

    ctx.exit(open_screen(NewBout(source, wishes), place, wanted))


async def _play(source: Source, place: Place, wishes: Wishes, answers: Path, cast: "Cast | None", consents: Sequence[str]) -> None:
    from sparring.cli.script import parse_script, play
    from sparring.opening import leave, open_new
    from sparring.partner.faults import CallFault
    from sparring.report.conversation import conversation
    from sparring.report.plain import as_plain
    from sparring.situation import Situation
    from sparring.text import read_source

    script = parse_script(read_source(answers).text)
    if cast is not None:
        refuse_before_opening(cast, place, consents)
    ring = await open_new(source, place.workspace, wishes, cast=cast)
    try:
        for each in ring.remarks:
            remark(each)
        if needed := ring.session.consent_needed:
            refuse_unless_agreed(needed.host, needed.documents, consents)
            await ring.session.give_consent(needed.host, needed.documents)
        if wishes.part:
            focus = part_named(ring.session.bout.draft, wishes.part)
            await ring.session.give_situation(Situation(focus=focus))
        await play(ring.session, script)
    except CallFault as fault:
        raise CallFault(fault.kind, f"{fault} What was said before is kept: `sparring resume` goes on with it.") from None
    finally:
        await leave(ring)
    click.echo(as_plain(conversation(ring.session.bout)).strip("\n"))
    remark(f"\nThe transcript is {ring.journal.path}. {ring.session.bout.opened.readers}")


@click.command("resume")
@click.argument("bout", default="last", metavar="[ID]")
@click.option(
    "--context",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The strategy documents of the bout, where they moved.",
)
@partner_options
@click.pass_context
def resume_command(ctx: click.Context, bout: str, context: tuple[Path, ...], wanted: "Wanted | None") -> None:
    """Go on with the bout named ID (or the beginning of its name; the last one by default).

    Who challenges from here on is chosen as for a new bout: by these options, your settings, or else offline.
    """
    from sparring.archive.shelf import find_bout
    from sparring.tui.beginning import OldBout

    place = place_of(Path.cwd())
    path = find_bout(place.workspace, bout)
    ctx.exit(open_screen(OldBout(path, context), place, wanted))
