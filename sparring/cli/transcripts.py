"""`sparring transcripts`, `show`, `verify`, `export`: what is kept of bouts."""

from collections.abc import Sequence
from pathlib import Path

import click

from sparring.archive.shelf import bouts_in, find_bout
from sparring.cli.sources import place_of, remark
from sparring.text import visible


@click.command("transcripts")
@click.argument("folder", required=False, default=None, type=click.Path(path_type=Path))
@click.pass_context
def transcripts_command(ctx: click.Context, folder: Path | None) -> None:
    """List the bouts kept here, or those in FOLDER, the newest first."""
    from sparring.archive.places import Workspace
    from sparring.cli import FOUND_OR_EMPTY

    if folder is not None and not folder.is_dir():
        raise click.UsageError(f"{visible(str(folder))} is not a folder. Name the folder that holds the transcripts.")
    workspace = Workspace(folder.parent, folder) if folder is not None else place_of(Path.cwd()).workspace
    bouts = bouts_in(workspace)
    if not bouts:
        remark(f"No bouts are kept in {visible(str(workspace.transcripts))} yet. To begin one: sparring spar your-draft.md")
        ctx.exit(FOUND_OR_EMPTY)
    for bout in bouts:
        who = " · ".join(visible(part) for part in (bout.team, bout.cycle, bout.draft) if part)
        state = bout.problem or ("finished" if bout.ended else "not finished")
        opened = f"{bout.opened.astimezone():%Y-%m-%d %H:%M}" if bout.opened else "                "
        click.echo(f"{visible(bout.bout):<18} {opened}  {bout.rounds:>2} rounds  {state:<12}  {who}")


@click.command("show")
@click.argument("bout", default="last", metavar="[ID]")
def show_command(bout: str) -> None:
    """Print the bout named ID (or the beginning of its name, or its file; the last one by default)."""
    from sparring.archive.notes import notes_for_team
    from sparring.archive.transcript import read_transcript
    from sparring.bout.fold import fold
    from sparring.report.conversation import conversation
    from sparring.report.plain import as_plain

    path = find_bout(place_of(Path.cwd()).workspace, bout)
    transcript = read_transcript(path)
    click.echo(as_plain(conversation(fold(transcript.entries), notes_for_team(path))).strip("\n"))
    if transcript.fault:
        remark(f"Only {len(transcript.entries)} entries could be read. {transcript.fault}")


@click.command("verify")
@click.argument("bout", default="last", metavar="[ID]")
@click.option("--head", default=None, metavar="HASH", help="The head that an export carries: shows a cut-off end.")
@click.pass_context
def verify_command(ctx: click.Context, bout: str, head: str | None) -> None:
    """Check that the transcript of the bout named ID is as it was written."""
    from sparring.archive.transcript import verify_transcript
    from sparring.cli import CANNOT, DONE

    report = verify_transcript(find_bout(place_of(Path.cwd()).workspace, bout), head)
    click.echo(report.sentence)
    if report.ok:
        click.echo(f"head {report.head}")
    ctx.exit(DONE if report.ok else CANNOT)


@click.command("export")
@click.argument("bouts", nargs=-1, metavar="[ID...]")
@click.option("--format", "form", type=click.Choice(["md", "html", "json", "csv"]), default="md", help="Markdown, one page, or data.")
@click.option("--notes/--no-notes", "with_notes", default=True, help="Coaches' notes for the team, or none.")
def export_command(bouts: tuple[str, ...], form: str, *, with_notes: bool) -> None:
    """Print bouts as a file to share: sparring export > bout.md (the last one, if you name none).

    A bout of another folder, such as a coach's, is named by its file: FOLDER/NAME.jsonl.

    The page (html) is one file to mail or to print; json and csv are for other programs. These hold several bouts as well.
    """
    workspace = place_of(Path.cwd()).workspace
    paths = [find_bout(workspace, name) for name in bouts or ("last",)]
    if len(paths) > 1 and form in ("md", "html"):
        raise click.UsageError(f"{form} holds one bout a file. Name one, or use --format json or csv.")
    click.echo(_exported(paths, form, with_notes=with_notes), nl=False)


def _exported(paths: Sequence[Path], form: str, *, with_notes: bool) -> str:
    from sparring.archive.notes import notes_for_team
    from sparring.archive.transcript import read_transcript
    from sparring.bout.fold import fold
    from sparring.record.notes import NO_NOTES

    pages, told = [], []
    for path in paths:
        transcript = read_transcript(path)
        if transcript.fault:
            remark(f"{visible(path.name)}: only {len(transcript.entries)} entries could be read. {transcript.fault}")
        bout, head = fold(transcript.entries), transcript.entries[-1].hash
        notes = notes_for_team(path) if with_notes else NO_NOTES
        told.append(bout)
        match form:
            case "html":
                from sparring.report.html import as_html

                pages.append(as_html(bout, head, notes))
            case "json":
                from sparring.report.data import as_json

                pages.append(as_json(bout, head, notes))
            case "md":
                from sparring.report.markdown import as_markdown

                pages.append(as_markdown(bout, head, notes))
    if form == "csv":
        from sparring.report.data import as_csv

        return as_csv(told)
    if form == "json" and len(pages) > 1:
        return f"[{','.join(pages)}]\n"
    return "".join(pages)
