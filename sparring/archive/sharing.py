"""Bouts on their way to a coach: copied where the coach reads, with lines struck that the team keeps to itself; and taken in from a folder.

Striking removes words and leaves a seal, so a struck copy is the same chain as the original: a later copy of the same bout is known by it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sparring.archive.copies import is_known_copy, remember_copy
from sparring.archive.durable import replace_file
from sparring.archive.errors import ArchiveError, CannotShare, NotACopy, TranscriptUnfit, cannot_read, cannot_write, not_deleted
from sparring.archive.places import TRANSCRIPTS_NAME
from sparring.archive.striking import repeated, struck_with
from sparring.archive.transcript import SUFFIX, lines_of
from sparring.bout.fold import WORDS_OF_THE_TEAM
from sparring.record.chain import Chain, ChainBroken
from sparring.record.codec import strike_line
from sparring.record.entry import Entry
from sparring.text import visible

SHARED_MODE: Final = 0o660
PRIVATE_MODE: Final = 0o600
_MOST_VERSIONS: Final = 50


@dataclass(frozen=True, slots=True)
class Shared:
    """A bout that was copied.

    Attributes:
        path: of the copy.
        entries: in it.
        struck: how many lines the team kept to itself.
        head: hash of the last one: the coach can check against it that the end is there.
        was_there: an earlier copy was brought up to date.
    """

    path: Path
    entries: int
    struck: int
    head: str
    was_there: bool


@dataclass(frozen=True, slots=True)
class Collected:
    """What was taken in from a folder.

    Attributes:
        new: names of bouts that were not here.
        updated: that had gone on, or were struck in, since.
        same: how many were here as they are.
        problems: sentences about files that were left where they are.
    """

    new: tuple[str, ...]
    updated: tuple[str, ...]
    same: int
    problems: tuple[str, ...]


def share(transcript: Path, folder: Path, *, strike: Collection[int] = (), group: bool = True) -> Shared:
    """Copy a bout into `folder`, without the words of the entries in `strike`; what an earlier copy leaves out stays out.

    Args:
        transcript: as the team keeps it; it is not changed.
        folder: where the coach reads.
        strike: `seq` of entries; what hangs on them goes with them (see `striking.struck_with`).
        group: the folder's group may read the copy.

    Raises:
        CannotShare: an entry cannot be struck, the partner said its words again, or another bout of this name is there.
        CannotRead: the transcript cannot be read.
        TranscriptUnfit: it is damaged.
        CannotWrite: nothing can be put there.
    """
    ours = _read(transcript)
    for seq in sorted(strike):
        if not 1 <= seq <= len(ours):
            raise CannotShare(f"There is no line {seq} in {visible(transcript.stem)}: it has {len(ours)}.")
        if ours[seq - 1].entry.type not in WORDS_OF_THE_TEAM:
            raise CannotShare(f"Line {seq} cannot be struck: it holds no words that your team said in the bout.")
    entries = [line.entry for line in ours]
    strike = struck_with(entries, strike)
    if told := next((each for each in repeated(entries, strike) if each.by_partner), None):
        raise CannotShare(
            f"Line {told.struck} cannot be kept back: the partner's line {told.seq} says some of its words again, and a question cannot be "
            "struck. Share the bout with this line, or do not share it."
        )
    target = folder / transcript.name
    if target.exists() and target.samefile(transcript):
        raise CannotShare(f"{visible(str(folder))} is where the bout already is. Name the folder of your coach.")
    theirs = _read(target) if target.exists() else []
    if not _goes_on(theirs, ours):
        raise CannotShare(
            f"Another bout with the name {visible(transcript.stem)} is in {visible(str(folder))}, or one that went on there. "
            "Move it away, or share into another folder."
        )
    lines = _without(ours, strike | _struck(theirs))
    _put(target, lines, entries[-1].hash, SHARED_MODE if group else PRIVATE_MODE)
    kept_back = (strike | _struck(theirs)) & {each.seq for each in entries if each.type in WORDS_OF_THE_TEAM and each.event}
    return Shared(target, len(lines), len(kept_back), ours[-1].entry.hash, bool(theirs))


def collect(folder: Path, into: Path, *, mode: int = PRIVATE_MODE) -> Collected:
    """Take the bouts of `folder` into the folder `into`; files of other kinds are left alone.

    Raises:
        CannotRead: `folder` cannot be read.
        CannotWrite: nothing can be put into `into`.
    """
    new, updated, problems, same = list[str](), list[str](), list[str](), 0
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(".") and path.is_file())
    except OSError as error:
        raise cannot_read(folder, error) from None
    for name in names:
        try:
            theirs = _read(folder / name)
        except ArchiveError as error:
            problems.append(str(error))
            continue
        try:
            target, ours = _place(into, name, theirs)
        except ArchiveError as error:
            problems.append(str(error))
            continue
        longer = theirs if len(theirs) >= len(ours) else ours
        lines = _without(longer, _struck(ours) | _struck(theirs))
        if lines == [line.data for line in ours]:
            same += 1
            continue
        _put(target, lines, longer[-1].entry.hash, mode)
        (updated if ours else new).append(target.stem)
    return Collected(tuple(new), tuple(updated), same, tuple(problems))


def delete_copy(transcript: Path) -> None:
    """Delete a bout that was copied to where a coach reads.

    Raises:
        NotACopy: it stands where bouts are fought, and nobody wrote down that it was copied there: it may be the only one.
        NotDeleted: it is still there.
    """
    if _is_named_like_a_teams(transcript.parent) and not _is_known(transcript):
        raise NotACopy(
            f"{visible(transcript.name)} may be the only one there is: teams keep their own bouts in folders named {TRANSCRIPTS_NAME}, and "
            "this one was not put there by `sparring share` or `sparring collect`. z takes it out of your list."
        )
    try:
        transcript.unlink()
    except OSError as error:
        raise not_deleted(transcript, error) from None


@dataclass(frozen=True, slots=True)
class _Line:
    data: bytes
    entry: Entry

    @property
    def struck(self) -> bool:
        return self.entry.event is None


def _read(path: Path) -> list[_Line]:
    """Return the whole lines of a transcript; a bout that is being fought may have begun another."""
    chain, found = Chain(), list[_Line]()
    try:
        with path.open("rb") as file:
            for data in lines_of(file, path.name):
                try:
                    found.append(_Line(data, chain.take(data)))
                except ChainBroken as broken:
                    if broken.fault == "torn" and found:
                        break
                    raise TranscriptUnfit(f"{visible(path.name)}: {broken}", broken.title) from None
    except OSError as error:
        raise cannot_read(path, error) from None
    if not found:
        raise TranscriptUnfit(f"{visible(path.name)} holds nothing: the bout was left before it began.", "An empty transcript")
    return found


def _goes_on(before: list[_Line], after: list[_Line]) -> bool:
    return len(before) <= len(after) and all(old.entry.hash == new.entry.hash for old, new in zip(before, after, strict=False))


def _struck(lines: list[_Line]) -> frozenset[int]:
    return frozenset(line.entry.seq for line in lines if line.struck)


def _without(lines: list[_Line], out: Collection[int]) -> list[bytes]:
    return [strike_line(line.data) if line.entry.seq in out and not line.struck else line.data for line in lines]


def _place(into: Path, name: str, theirs: list[_Line]) -> tuple[Path, list[_Line]]:
    """Return where a bout goes, and what is there of it; another bout of the same name keeps its place."""
    for target in _names(into, name):
        if not target.exists():
            return target, []
        ours = _read(target)
        if _goes_on(ours, theirs) or _goes_on(theirs, ours):
            return target, ours
    raise CannotShare(f"There are {_MOST_VERSIONS} different bouts named {visible(name)} here already.")


def _names(into: Path, name: str) -> Iterator[Path]:
    yield into / name
    stem = name.removesuffix(SUFFIX)
    yield from (into / f"{stem}-{number}{SUFFIX}" for number in range(2, _MOST_VERSIONS + 1))


def _put(target: Path, lines: list[bytes], head: str, mode: int) -> None:
    # What was here before anybody copied anything may be a bout that was fought here, and stays one.
    new = not target.exists()
    known = not new and _is_known(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(target, lines, mode)
    except OSError as error:
        raise cannot_write(target, error) from None
    if (new or known) and _is_named_like_a_teams(target.parent):
        remember_copy(target, head, mode)


def _is_named_like_a_teams(folder: Path) -> bool:
    return folder.resolve().name == TRANSCRIPTS_NAME


def _is_known(transcript: Path) -> bool:
    """Whether a transcript was put where it is as a copy, and nothing was said in it since."""
    try:
        return is_known_copy(transcript, _read(transcript)[-1].entry.hash)
    except ArchiveError:
        return False
