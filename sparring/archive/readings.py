"""What a team said of single lines of its draft, kept for the next time that the file is opened."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sparring.archive.durable import replace_file
from sparring.archive.errors import cannot_write
from sparring.archive.places import Workspace, find_workspace
from sparring.draft.marks import Anchored, anchored, found_again
from sparring.draft.model import LINE_MEANINGS, Draft, LineMark
from sparring.draft.reading import read_draft
from sparring.text import Source

SUFFIX = ".marks"
_SCHEMA = 1
_LARGEST = 2_000_000


def read_as_marked(source: Source, workspace: Workspace | None = None) -> Draft:
    """Read a draft as the team understood it the last time.

    Args:
        source: the draft.
        workspace: where marks are kept; by default the one around the draft's file.
    """
    if source.path is None:
        return read_draft(source)
    return read_draft(source, recalled(source, workspace or find_workspace(source.path)))


def recalled(source: Source, workspace: Workspace) -> tuple[LineMark, ...]:
    """Return what the team said of lines that still stand in this file; () for pasted text, and where nothing usable is kept."""
    kept = _kept(_load(source, workspace))
    return found_again(source, kept) if kept else ()


def is_confirmed(source: Source, workspace: Workspace) -> bool:
    """Return whether the team has said of this very text that it was read as it means it; nobody is asked twice."""
    data = _load(source, workspace)
    return isinstance(data, dict) and data.get("schema") == _SCHEMA and data.get("confirmed") == source.digest


def remember(source: Source, marks: Sequence[LineMark], workspace: Workspace) -> None:
    """Keep the marks of a draft's file, in place of what was kept before, and that the team confirmed this text as read with them.

    Pasted text has no file and is not remembered. Lines and text are kept as digests: the file holds none of the team's words.

    Raises:
        CannotWrite: what was kept before is still there.
    """
    if source.path is None:
        return
    path = _place(source.path, workspace)
    lines = [[each.digest, each.nth, each.meaning] for each in anchored(source, marks)]
    kept = {"schema": _SCHEMA, "marks": lines, "confirmed": source.digest}
    try:
        workspace.prepare()
        replace_file(path, (json.dumps(kept).encode(),), workspace.file_mode)
    except OSError as error:
        raise cannot_write(path, error) from None


def _place(draft: Path, workspace: Workspace) -> Path:
    """Name the marks by the draft's place in its workspace, so that they move with the folder."""
    resolved, root = draft.resolve(), workspace.root.resolve()
    name = str(resolved.relative_to(root) if resolved.is_relative_to(root) else resolved)
    return workspace.transcripts / (hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:24] + SUFFIX)


def _load(source: Source, workspace: Workspace) -> Any:
    """Return what is kept of this file; None where nothing usable is."""
    if source.path is None:
        return None
    try:
        with _place(source.path, workspace).open("rb") as file:
            data = file.read(_LARGEST + 1)
        return json.loads(data) if len(data) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        # The reader's own understanding is always at hand: marks that cannot be read are not worth stopping for.
        return None


def _kept(data: Any) -> list[Anchored]:
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA or not isinstance(data.get("marks"), list):
        return []
    found = []
    for each in data["marks"]:
        match each:
            case [str() as digest, int() as nth, str() as meaning] if meaning in LINE_MEANINGS:
                found.append(Anchored(digest, nth, meaning))
            case _:
                return []
    return found
