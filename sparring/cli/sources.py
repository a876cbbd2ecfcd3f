"""Where a command's draft, documents and workspace come from."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sparring.documents.reading import read_document, read_pasted
from sparring.text import Source

if TYPE_CHECKING:
    from sparring.archive.places import Workspace
    from sparring.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace with the settings that hold there."""

    workspace: "Workspace"
    settings: "Settings"

    @property
    def context(self) -> tuple[Path, ...]:
        """The strategy documents that the workspace's settings name."""
        return tuple(self.workspace.root / name for name in self.settings.context)


def place_of(start: Path) -> Place:
    """Return the workspace around `start` (a draft, or a folder) and its settings.

    Raises:
        SettingsError: a settings file cannot be used.
    """
    from sparring.archive.places import SETTINGS_NAME, find_workspace
    from sparring.settings import load_settings, user_settings_file

    found = find_workspace(start)
    settings = load_settings(user_settings_file(), found.root / SETTINGS_NAME if found.found else None)
    return Place(find_workspace(start, shared=settings.share_with_group), settings)


def source_of(name: str) -> Source:
    """Read the draft that `name` means, a text or an office file; "-" is standard input.

    Raises:
        TextError: it cannot be read.
    """
    if name == "-":
        if sys.stdin.isatty():
            click.echo("Paste your draft, then press ctrl+d on an empty line.", err=True)
        return read_pasted(sys.stdin.buffer.read(), "pasted text")
    return read_document(Path(name))


def remark(text: str) -> None:
    """Say something that is not data."""
    click.echo(text, err=True)
