"""`sparring locate`: where things are kept."""

from pathlib import Path

import click

from sparring.archive.consents import user_consents_folder
from sparring.archive.index.store import user_index_file
from sparring.archive.notes import user_notes_folder
from sparring.archive.places import find_workspace
from sparring.casting import found_out_file
from sparring.library.cache import user_cache_folder
from sparring.packaged import packaged
from sparring.settings import user_settings_file
from sparring.text import visible


@click.command("locate")
def locate_command() -> None:
    """Print where Sparring keeps transcripts and settings, and where its lenses and examples are.

    Documents read before and the index may be deleted at any time: they only spare you waiting. Without the hosts you agreed to, you are
    asked again before anything is sent. A key is in none of these places, unless you wrote one into your settings.
    """
    workspace = find_workspace(Path.cwd())
    for name, path in (
        ("transcripts", workspace.transcripts),
        ("your settings", user_settings_file()),
        ("this workspace's settings", workspace.root / "sparring.toml"),
        ("documents read before", user_cache_folder()),
        ("index of reviewed bouts", user_index_file()),
        ("notes kept aside", user_notes_folder()),
        ("hosts you agreed to", user_consents_folder()),
        ("what endpoints can do", found_out_file()),
        ("lenses", packaged("prompts") / "lenses"),
        ("examples", packaged("examples")),
    ):
        click.echo(f"{name:<27} {visible(str(path))}" + ("" if path.exists() else "   (not there yet)"))
