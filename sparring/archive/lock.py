"""One writer a bout: a lock that the system takes back when its process dies."""

import contextlib
import errno
import fcntl
import json
import os
from datetime import datetime
from pathlib import Path

from sparring.archive.durable import write_whole
from sparring.archive.errors import CannotWrite, OpenElsewhere, cannot_write
from sparring.text import visible

_UNABLE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class Lock:
    """Held from creation until `release`, or until the process ends in whatever way.

    The file tells others who holds it. It is the system's lock on the file that counts, not that the file is there.
    """

    def __init__(self, path: Path, mode: int) -> None:
        """Take the lock.

        Raises:
            OpenElsewhere: another writer has it.
            CannotWrite: the folder takes no lock.
        """
        self._path = path
        try:
            self._descriptor = _take(path, mode)
        except OSError as error:
            if error.errno in _UNABLE:
                raise CannotWrite(
                    f"{visible(str(path.parent))} is on a disk that cannot protect a bout from being written by two at once. "
                    "Choose a folder on a disk of this machine."
                ) from None
            raise cannot_write(path, error) from None

    def release(self) -> None:
        """Let others write; further calls do nothing."""
        if self._descriptor >= 0:
            # Removed while still held: who waits for this very file finds that it is gone and makes a new one.
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(self._descriptor)
            self._descriptor = -1


def _take(path: Path, mode: int) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise OpenElsewhere(_who(descriptor, path)) from None
            if not _is_at(descriptor, path):
                os.close(descriptor)
                continue
            with contextlib.suppress(PermissionError):
                os.fchmod(descriptor, mode)
            os.ftruncate(descriptor, 0)
            since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
            write_whole(descriptor, json.dumps({"process": os.getpid(), "host": os.uname().nodename, "since": since}).encode())
        except BaseException:
            with contextlib.suppress(OSError):
                os.close(descriptor)
            raise
        return descriptor


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _who(descriptor: int, path: Path) -> str:
    bout = visible(path.stem)
    try:
        holder = json.loads(os.pread(descriptor, 1000, 0))
        process, host, since = (visible(str(holder[key])) for key in ("process", "host", "since"))
    except (OSError, ValueError, KeyError, TypeError):
        where = "in another window or on another machine"
    else:
        where = f"in process {process} on {host}, since {since}"
    return (
        f"The bout {bout} is open {where}. Leave it there first, then try again; if that window is gone, end that process. "
        f"`sparring show {bout}` reads the bout meanwhile."
    )
