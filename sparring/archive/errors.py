"""What can go wrong on the disk, each kind with a title; the message says what happened and what to do next."""

import errno
from pathlib import Path

from sparring.text import visible


class ArchiveError(Exception):
    """Something could not be kept or found; nothing was changed by the attempt.

    Attributes:
        title: names the kind, for a heading above the message.
    """

    title: str = "Sparring could not save"


class CannotWrite(ArchiveError):
    """The disk, the folder or the file does not take what should be written. Trying again is safe."""


class CannotRead(ArchiveError):
    """A file that is there cannot be read."""

    title = "Sparring could not read"


class OpenElsewhere(ArchiveError):
    """Another process writes to this bout."""

    title = "This bout is open elsewhere"


class TranscriptMoved(ArchiveError):
    """The transcript was moved, deleted or written to while its bout was open."""

    title = "The transcript was changed meanwhile"


class TranscriptUnfit(ArchiveError):
    """A transcript that cannot be gone on with: damaged, changed, newer, or none at all."""

    def __init__(self, message: str, title: str) -> None:
        super().__init__(message)
        self.title = title


class CannotShare(ArchiveError):
    """A bout cannot be copied there as asked."""

    title = "The bout was not shared"


class NotACopy(ArchiveError):
    """What should be deleted is a team's own record, or may be."""

    title = "Nothing was deleted"


class NotDeleted(ArchiveError):
    """A file that should be deleted is still there."""

    title = "Nothing was deleted"


class NoSuchBout(ArchiveError):
    """No transcript, or more than one, answers to a name."""

    title = "Which bout?"


class DraftChanged(ArchiveError):
    """The draft's file is not what was read: saving would lose somebody's work."""

    title = "The draft was changed meanwhile"


class DraftNotSavable(ArchiveError):
    """The draft's encoding cannot hold the new text."""

    title = "The draft could not be saved as it is"


_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space, then try again",
    errno.EDQUOT: "your disk quota is used up. Free some space, then try again",
    errno.EFBIG: "the file would become larger than this account may write. Ask whoever looks after this machine, then try again",
    errno.EROFS: "the disk is read-only. Choose a folder on another disk",
    errno.EACCES: "you may not write there. Ask the folder's owner, or choose another folder",
    errno.EPERM: "you may not write there. Ask the folder's owner, or choose another folder",
    errno.ENOENT: "its folder is gone. Put it back, or choose another folder",
    errno.ENOTDIR: "a file stands where its folder should be. Move that file away, or choose another folder",
    errno.EEXIST: "a file stands where its folder should be. Move that file away, or choose another folder",
    errno.EISDIR: "a folder stands where the file should be. Move that folder away, or choose another place",
    errno.ENAMETOOLONG: "its name is too long for this disk. Choose a folder with a shorter path",
    errno.EIO: "the disk reports a fault. Copy your work to another disk, then try again",
    errno.EBUSY: "it is in use by another program. Close that program, then try again",
}


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Return the error for a failed write to `path`."""
    return CannotWrite(f"{visible(str(path))} could not be written: {_reason(error)}.")


def not_deleted(path: Path, error: OSError) -> NotDeleted:
    """Return the error for a file at `path` that could not be deleted."""
    return NotDeleted(f"{visible(str(path))} could not be deleted: {_reason(error)}.")


def cannot_read(path: Path, error: OSError) -> CannotRead:
    """Return the error for a failed read of `path`."""
    if isinstance(error, PermissionError):
        return CannotRead(f"You may not read {visible(str(path))}. Ask its owner for access.")
    if isinstance(error, FileNotFoundError):
        return CannotRead(f"There is no {visible(str(path))}. `sparring transcripts` lists the bouts that are here.")
    if isinstance(error, NotADirectoryError):
        return CannotRead(f"{visible(str(path))} could not be read: {_reason(error)}.")
    return CannotRead(
        f"{visible(str(path))} could not be read: {error.strerror or 'unknown fault'}. Try again, or copy it to another place."
    )


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or f"{error.strerror or 'unknown fault'}. Try again, or choose another folder"
