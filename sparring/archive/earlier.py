"""Earlier bouts of the same team in a workspace, read before a new one begins.

A workspace may hold hundreds of transcripts. The first line of each tells its team and, where no team has a name, the second which draft it
was about; only the newest that belong are read whole. Whatever cannot be trusted is passed over: a bout begins without its past rather than
not at all.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sparring.archive.errors import ArchiveError
from sparring.archive.notes import notes_for_team
from sparring.archive.places import Workspace
from sparring.archive.transcript import SUFFIX, read_transcript
from sparring.bout.fold import NoBout, fold
from sparring.bout.history import MOST_BOUTS, NO_HISTORY, Earlier, History, earlier_from
from sparring.bout.state import Bout
from sparring.record.events import OwnQuestion
from sparring.text import visible

MOST_LOOKED_AT = 1000
"""Transcripts whose beginning is looked at, the newest first."""
LARGEST = 4_000_000
"""Bytes of a transcript that is read whole; a bout takes some tens of thousands."""
MOST_QUESTIONS = 3
"""Questions of coaches that a bout opens with; the others wait for the next one."""
_LONGEST_OPENING = 100_000

_NAME: Final = re.compile(r"[\w-]{1,80}")
_PATH: Final = re.compile(rb'"path":("(?:[^"\\]|\\.)*+")')


def earlier_bouts(workspace: Workspace, *, team: str, draft: Path | None) -> History:
    """Return the earlier bouts of a team, newest first.

    Args:
        workspace: where bouts are kept.
        team: as the team calls itself, or "": bouts of another name are not its own.
        draft: the draft's file; a bout on the same file is the team's where one of the two has no name. A workspace that was moved, or that
            a colleague has elsewhere, holds the same file where it stands at the same place in it.
    """
    found: list[Earlier] = []
    for path in _newest_first(workspace.transcripts):
        if _is_of(path, team.strip().casefold(), draft, workspace.root) and (earlier := _remembered(path)):
            found.append(earlier)
            if len(found) == MOST_BOUTS:
                break
    return History(tuple(sorted(found, key=lambda each: each.at, reverse=True)))


def bouts_named(folder: Path, names: Iterable[str]) -> History:
    """Return the bouts of these names in `folder`, in the order given; those that are gone or damaged are missing."""
    paths = (folder / f"{name}{SUFFIX}" for name in list(names)[:MOST_BOUTS] if _NAME.fullmatch(name))
    found = tuple(earlier for path in paths if (earlier := _remembered(path)))
    return History(found) if found else NO_HISTORY


def coaches_questions(folder: Path, history: History) -> tuple[OwnQuestion, ...]:
    """Return the questions that coaches left beside these bouts in `folder` for the team's next one, the oldest first.

    What one of these bouts has asked is not asked again.
    """
    asked = {text for each in history.bouts for text in each.asked_by_coaches}
    notes = [note for each in history.bouts for note in notes_for_team(folder / f"{each.bout}{SUFFIX}").notes if note.opens_next]
    waiting = {text: note.by for note in sorted(notes, key=lambda note: note.at) if (text := note.text.strip()) and text not in asked}
    return tuple(OwnQuestion(text=text, by=by, role="coach") for text, by in list(waiting.items())[:MOST_QUESTIONS])


def opens_which(bout: Bout) -> str:
    """Return, in a sentence, which bout a coach's question on this one opens: see `earlier_bouts`, which finds this one then."""
    if earlier_from(bout) is None:
        return "The team said nothing in this bout, so that later ones do not look back at it: this question opens none of them."
    if team := visible(bout.opened.team.strip()):
        return f"It opens the next bout of {team}."
    if bout.draft.source.path:
        name = visible(bout.draft.source.name)
        return (
            f"This bout names no team: it opens the next one on the same file, {name}. A bout begun with --team NAME is found by its team."
        )
    return "This bout names neither a team nor a file: no later bout can be told to be of the same team, and this question opens none."


def _newest_first(folder: Path) -> Iterator[Path]:
    """Yield transcripts by their names, which begin with the day."""
    try:
        names = sorted((path.name for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(".")), reverse=True)
    except OSError:
        return
    yield from (folder / name for name in names[:MOST_LOOKED_AT])


def _is_same_file(recorded: Path, draft: Path, root: Path) -> bool:
    here, root = draft.absolute(), root.absolute()
    if recorded == draft or root / recorded == here:
        return True
    if not recorded.is_absolute() or recorded.exists() or not here.is_relative_to(root):
        return False
    within = here.relative_to(root).parts
    return recorded.parts[-len(within) :] == within


def _is_of(path: Path, team: str, draft: Path | None, root: Path) -> bool:
    try:
        with path.open("rb") as file:
            first = file.readline(_LONGEST_OPENING)
            name = str(json.loads(first)["payload"].get("team", "")).strip().casefold()
            if team and name:
                return team == name
            recorded = _PATH.search(file.readline(LARGEST))
            return draft is not None and recorded is not None and _is_same_file(Path(json.loads(recorded[1])), draft, root)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


def _remembered(path: Path) -> Earlier | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
        transcript = read_transcript(path)
        return None if transcript.fault else earlier_from(fold(transcript.entries))
    except (ArchiveError, NoBout, OSError, ValueError, KeyError, IndexError, RecursionError):
        return None
