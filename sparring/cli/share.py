"""`sparring share` and `sparring collect`: bouts on their way to a coach."""

import sys
from pathlib import Path

import click

from sparring.cli.sources import place_of, remark
from sparring.text import visible


@click.command("share")
@click.argument("bout", default="last", metavar="[ID]")
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder where your coach reads; without it, a screen asks.")
@click.option("--strike", "lines", multiple=True, metavar="LINES", help="Lines whose words stay with you: 12, or 12,15-17 (see --list).")
@click.option("--list", "listing", is_flag=True, help="Print what your team said, line by line, and share nothing.")
@click.option("--group/--only-me", default=True, help="The folder's group may read the copy, or only you.")
@click.pass_context
def share_command(ctx: click.Context, bout: str, folder: Path | None, lines: tuple[str, ...], *, listing: bool, group: bool) -> None:
    """Copy the bout named ID to where your coach reads (the last one, if you name none).

    Without --to, a screen shows the bout as your coach will read it, lets you keep lines to yourself, and asks for the folder.
    Lines that you keep leave a marked gap in the copy, and everything else stays provably as it was.
    """
    from sparring.archive.sharing import share
    from sparring.archive.shelf import find_bout

    path = find_bout(place_of(Path.cwd()).workspace, bout)
    if listing:
        _list(path)
        return
    if folder is None:
        ctx.exit(_on_a_screen(path, _seqs(lines), group=group))
    if not folder.is_dir():
        raise click.UsageError(f"{visible(str(folder))} is not a folder. Name the one where your coach reads, or make it first.")
    shared = share(path, folder, strike=_seqs(lines), group=group)
    gaps = f", {shared.struck} of your lines without their words" if shared.struck else ""
    click.echo(f"{'Brought up to date' if shared.was_there else 'Shared'}: {visible(str(shared.path))} ({shared.entries} entries{gaps})")
    click.echo(f"head {shared.head}")


def _on_a_screen(path: Path, struck: frozenset[int], *, group: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("Name the folder where your coach reads: --to FOLDER. In a terminal, a screen asks for it.")
    from sparring.cli.failure import status_of
    from sparring.cli.screen import RememberedTheme
    from sparring.tui.app import SparringApp
    from sparring.tui.sharing.screen import Sharing

    place = place_of(Path.cwd())
    app = SparringApp(share=Sharing(path, struck, group=group), preferences=RememberedTheme(place.settings.theme), keys=place.settings.keys)
    status = app.run()
    return status_of(app.failure) if isinstance(app.failure, Exception) else status or 0


def _list(path: Path) -> None:
    from sparring.archive.transcript import read_transcript
    from sparring.bout.fold import WORDS_OF_THE_TEAM
    from sparring.bout.said import said_in

    entries = read_transcript(path).entries
    types = {entry.seq: entry.type for entry in entries}
    for line in said_in(entries):
        if types[line.seq] in WORDS_OF_THE_TEAM:
            click.echo(f"{line.seq:>4}  {visible(line.text)}")


def _seqs(lines: tuple[str, ...]) -> frozenset[int]:
    found: set[int] = set()
    for part in ",".join(lines).split(","):
        first, dash, last = part.strip().partition("-")
        if not part.strip():
            continue
        if not first.strip().isdecimal() or (dash and not last.strip().isdecimal()) or len(part) > 20:
            raise click.UsageError(f"{visible(part)!r} names no lines. Write 12, or 12,15-17.")
        found.update(range(int(first), min(int(last) if dash else int(first), int(first) + 10_000) + 1))
    return frozenset(found)


@click.command("collect")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), default=None, help="The folder that takes them (by default, this workspace's).")
@click.option("--notes", "only_notes", is_flag=True, help="Only what coaches wrote for the team, on bouts that are here.")
@click.pass_context
def collect_command(ctx: click.Context, folder: Path, into: Path | None, *, only_notes: bool) -> None:
    """Take in the bouts of a colleague's FOLDER; what is here already is brought up to date.

    A team takes its coach's notes in with --notes: then no transcript is touched.
    """
    from sparring.archive.sharing import collect
    from sparring.cli import DONE, FOUND_OR_EMPTY

    workspace = place_of(Path.cwd()).workspace
    if only_notes:
        from sparring.archive.notes import take_notes

        noted = take_notes(folder, into or workspace.transcripts, mode=workspace.file_mode)
        for name in noted:
            click.echo(f"notes    {visible(name)}")
        if not noted:
            remark(f"There are no new notes in {visible(str(folder))} for the bouts that are here.")
        ctx.exit(DONE if noted else FOUND_OR_EMPTY)
    taken = collect(folder, into or workspace.prepare(), mode=workspace.file_mode)
    for problem in taken.problems:
        remark(problem)
    for name in taken.new:
        click.echo(f"new      {visible(name)}")
    for name in taken.updated:
        click.echo(f"updated  {visible(name)}")
    remark(f"{len(taken.new)} new, {len(taken.updated)} updated, {taken.same} here already, {len(taken.problems)} left where they are.")
    ctx.exit(DONE if taken.new or taken.updated or taken.same else FOUND_OR_EMPTY)
