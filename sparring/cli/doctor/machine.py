"""What this machine brings: a terminal, folders that can be written, a keyring, and the parts that are installed."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sparring.casting.steps import Step
from sparring.text import visible

_PARTS: Final = (
    ("documents", "Word, PowerPoint, Excel and PDF can be read", "To read Word, PowerPoint, Excel and PDF"),
    ("local", "a model file can be run on this machine", "To run a model file on this machine"),
    ("langchain", "chat models of LangChain can be asked", "To ask chat models of LangChain"),
)


def machine() -> Iterator[Step]:
    """Look at everything of this machine."""
    yield from terminal()
    yield from folders()
    yield from keyring()
    yield from extras()


def terminal() -> Iterator[Step]:
    """Look at the terminal: whether there is one, its size, its colours."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Step("terminal", "terminal", "note", "This is no terminal, so the screens cannot be shown here. Commands that print work.")
        return
    from sparring.tui.app import SMALLEST

    columns, rows = shutil.get_terminal_size()
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        told = f"{columns} columns and {rows} rows are too few: make the window at least {SMALLEST[0]} by {SMALLEST[1]}."
        yield Step("terminal", "terminal", "wrong", told)
    else:
        yield Step("terminal", "terminal", "ok", f"{columns} columns and {rows} rows.")
    yield Step("colours", "colours", "ok", _colours())


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "None, as NO_COLOR asks; marks are told apart by their shapes."
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "All of them."
    if "256" in os.environ.get("TERM", ""):
        return "256, which is enough."
    return "Few. Marks are told apart by their shapes; the theme sparring-clear-dark may suit this terminal better."


def folders() -> Iterator[Step]:
    """Look at whether what is kept can be written."""
    from sparring.archive.places import find_workspace
    from sparring.library.cache import user_cache_folder
    from sparring.settings import user_settings_file

    workspace = find_workspace(Path.cwd())
    for name, title, folder in (
        ("transcripts", "transcripts", workspace.transcripts),
        ("settings_folder", "settings folder", user_settings_file().parent),
        ("cache", "cache", user_cache_folder()),
    ):
        shown = visible(str(folder))
        if _can_be_written(folder):
            yield Step(name, title, "ok", f"{shown}{'' if folder.exists() else ' (will be made when it is needed)'}")
        elif name == "transcripts":
            told = f"{shown} cannot be written, so no bout can be kept. Mend its rights, or spar from another folder."
            yield Step(name, title, "wrong", told)
        else:
            yield Step(name, title, "note", f"{shown} cannot be written. A bout works all the same.")


def _can_be_written(folder: Path) -> bool:
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def keyring() -> Iterator[Step]:
    """Look at whether keys can be kept in a keyring. Nobody needs one."""
    from sparring.casting.keys import KeyringAway, ask_whether_keyring_works

    try:
        yield Step("keyring", "keyring", "ok", f"Keys can be kept in: {ask_whether_keyring_works()}.")
    except KeyringAway as away:
        yield Step("keyring", "keyring", "note", str(away))


def extras() -> Iterator[Step]:
    """Look at which parts are installed."""
    from sparring.documents.installing import command_that_adds, is_installed

    for extra, can, to in _PARTS:
        if is_installed(extra):
            yield Step(extra, extra, "ok", f"Installed: {can}.")
        else:
            yield Step(extra, extra, "note", f"Not installed. {to}: {command_that_adds(extra)}")
