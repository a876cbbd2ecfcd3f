"""Files that are either as they were or wholly new, also after a power cut."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path


def write_whole(descriptor: int, data: bytes) -> None:
    """Write all of `data`; a single call may write less.

    Raises:
        OSError: part of it may have been written.
    """
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Make names created, renamed or removed in `folder` last.

    Raises:
        OSError: the folder cannot be opened, or the disk failed.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, pieces: Iterable[bytes], mode: int, before_it_counts: Callable[[int], None] | None = None) -> None:
    """Put `pieces` in the place of the file at `path`, atomically and to last.

    Args:
        path: not a symbolic link: that would be replaced itself.
        pieces: what the file holds from now on.
        mode: of the new file.
        before_it_counts: called with the descriptor of the new file, written and synced, just before it takes the name; may raise.

    Raises:
        OSError: the file at `path` is as it was.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".new", dir=path.parent)
    try:
        try:
            for piece in pieces:
                write_whole(descriptor, piece)
            os.fchmod(descriptor, mode)
            os.fsync(descriptor)
            if before_it_counts:
                before_it_counts(descriptor)
        finally:
            os.close(descriptor)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(path.parent)


def remove_unfinished(path: Path) -> None:
    """Remove what a `replace_file` of `path` left behind when its process was killed."""
    for left in path.parent.glob(f".{path.name[:100]}.*.new"):
        with contextlib.suppress(OSError):
            left.unlink()
