"""The bouts of a workspace: listed at a glance, found by name."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sparring.archive.errors import ArchiveError, NoSuchBout, cannot_read
from sparring.archive.places import Workspace
from sparring.archive.transcript import SUFFIX, lines_of, verify_transcript
from sparring.record.chain import Chain
from sparring.record.codec import decode_line
from sparring.record.errors import RecordError
from sparring.record.events import SCHEMA, BoutOpened, DraftRead
from sparring.text import visible

LAST = "last"
"""The name of the bout that was written to last."""

# Keys of a line are sorted: time comes first, and what tells an entry's kind last. That is enough for a list, and needs no parsing.
_AT: Final = re.compile(rb'\{"at":"([0-9T:.\-]{26})Z"')
_END: Final = re.compile(rb'"schema":(\d{1,9}),"seal":"[0-9a-f]{64}","seq":(\d{1,9}),(?:"struck":true,)?"type":"([a-z_]{1,40})"\}\n\Z')
_LONGEST_END = 250


@dataclass(frozen=True, slots=True)
class Spine:
    """What a list shows of a bout.

    Attributes:
        bout: its name.
        path: its file.
        opened: when it began; None when that cannot be read.
        touched: when its last entry was written, or, failing that, its file.
        team: as given, or "".
        cycle: as given, or "".
        draft: the draft's name, or "".
        rounds: numbered rounds raised.
        ended: the debrief was shown.
        problem: what is wrong with the file, in a sentence, or "". A list looks at the shape of every line, `verify` at every byte.
    """

    bout: str
    path: Path
    opened: datetime | None
    touched: datetime
    team: str = ""
    cycle: str = ""
    draft: str = ""
    rounds: int = 0
    ended: bool = False
    problem: str = ""


def bouts_in(workspace: Workspace) -> tuple[Spine, ...]:
    """List the bouts of a workspace, newest first; files that are no transcripts come with their problem.

    Raises:
        CannotRead: the folder may not be read.
    """
    spines = [_spine(path) for path in _files(workspace)]
    return tuple(sorted(spines, key=lambda spine: (spine.opened or spine.touched, spine.bout), reverse=True))


def find_bout(workspace: Workspace, name: str) -> Path:
    """Return the transcript of the bout that `name` means.

    That is its name, the beginning of it, its word ("kofu"), "last", or the path of its file, in any folder.

    Raises:
        NoSuchBout: there is none, or there are several.
        CannotRead: the folder may not be read.
    """
    wanted = name.strip().lower().removesuffix(SUFFIX)
    if wanted == LAST:
        begun = [spine for spine in bouts_in(workspace) if spine.opened]
        if not begun:
            raise NoSuchBout(f"No bout was fought in {visible(str(workspace.root))} yet. Begin one with `sparring spar` and your draft.")
        return max(begun, key=lambda spine: spine.touched).path
    files = {path.stem.lower(): path for path in _files(workspace)}
    if wanted in files:
        return files[wanted]
    if _is_transcript_file(name):
        return Path(name)
    meant = sorted(bout for bout in files if wanted and (bout.startswith(wanted) or bout.rpartition("-")[2] == wanted))
    if len(meant) == 1:
        return files[meant[0]]
    if meant:
        some = ", ".join(visible(bout) for bout in meant[-5:])
        raise NoSuchBout(f"{len(meant)} bouts answer to {visible(name)}: {some}{', ...' if len(meant) > 5 else ''}. Give more of the name.")
    raise NoSuchBout(
        f"There is no bout {visible(name)} in {visible(str(workspace.root))}. `sparring transcripts` lists those that are there; "
        "a bout of another folder is named by its file: FOLDER/NAME.jsonl."
    )


def _is_transcript_file(name: str) -> bool:
    try:
        return name.endswith(SUFFIX) and Path(name).is_file()
    except (OSError, ValueError):
        return False


def _files(workspace: Workspace) -> list[Path]:
    folder = workspace.transcripts
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file() and not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise cannot_read(folder, error) from None


def _spine(path: Path) -> Spine:
    spine, seq, line = Spine(path.stem, path, opened=None, touched=_changed(path)), 0, b""
    try:
        with path.open("rb") as file:
            for seq, line in enumerate(lines_of(file, path.name), start=1):
                end = _END.search(line[-_LONGEST_END:])
                if not end or int(end[1]) > SCHEMA or int(end[2]) != seq or not _AT.match(line):
                    return replace(spine, problem=_problem(path))
                spine = _with(spine, seq, end[3], line)
        if at := _AT.match(line):
            return replace(spine, touched=datetime.fromisoformat(f"{at[1].decode()}+00:00"))
    except (ArchiveError, OSError, RecordError, ValueError):
        pass
    return replace(spine, problem=_problem(path))


def _with(spine: Spine, seq: int, type_: bytes, line: bytes) -> Spine:
    if seq == 1:
        entry = Chain().take(line)
        opening = entry.event if isinstance(entry.event, BoutOpened) else None
        return replace(spine, opened=entry.at, team=opening.team if opening else "", cycle=opening.cycle if opening else "")
    if type_ == b"draft_read":
        event = decode_line(line).event
        return replace(spine, draft=event.draft.name) if isinstance(event, DraftRead) else spine
    if type_ == b"challenge_raised" and b'"closing":true' not in line:
        return replace(spine, rounds=spine.rounds + 1)
    return replace(spine, ended=True) if type_ == b"bout_ended" else spine


def _problem(path: Path) -> str:
    try:
        return verify_transcript(path).sentence
    except ArchiveError as error:
        return str(error)


def _changed(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return datetime.fromtimestamp(0, UTC)
