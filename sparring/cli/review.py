"""`sparring review`: a coach's screen of many bouts."""

from pathlib import Path

import click

from sparring.cli.sources import place_of
from sparring.text import visible


@click.command("review")
@click.argument("folders", nargs=-1, metavar="[FOLDER...]", type=click.Path(path_type=Path))
@click.option("--as", "coach", default="", metavar="NAME", help="How your notes are signed (by default, your user name).")
@click.pass_context
def review_command(ctx: click.Context, folders: tuple[Path, ...], coach: str) -> None:
    """Look through the bouts in FOLDER (by default, those of this workspace): which to open first and why, and your notes on them."""
    from sparring.archive.index.store import user_index_file
    from sparring.cli.failure import status_of
    from sparring.cli.screen import RememberedTheme
    from sparring.reviewing import Review
    from sparring.tui.app import SparringApp

    place = place_of(Path.cwd())
    places = folders or (place.workspace.transcripts,)
    if missing := [each for each in places if not each.is_dir()]:
        raise click.UsageError(f"{visible(str(missing[0]))} is not a folder. Name the folder that holds the transcripts.")
    review = Review(places, coach=coach, index_file=user_index_file(), shared=place.settings.share_with_group)
    app = SparringApp(review=review, workspace=place.workspace, preferences=RememberedTheme(place.settings.theme), keys=place.settings.keys)
    try:
        status = app.run()
    finally:
        review.close()
    ctx.exit(status_of(app.failure) if isinstance(app.failure, Exception) else status or 0)
