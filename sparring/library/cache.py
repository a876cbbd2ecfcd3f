"""What was made of documents that were read before, so that a large folder of them is open at once the next time.

Entries hold a document's sentences and words, so they are as confidential as the document: they lie in the user's own cache folder, for
nobody else to read, and go when they were not used for a while. `sparring locate` prints the folder; deleting it costs only time.

Nothing here ever fails for a user: what cannot be kept, found or understood is made anew.
"""

import contextlib
import os
import stat
import sys
import time
import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path

from sparring.library.indexed import IndexedDocument
from sparring.library.stored import NotAnEntry, as_bytes, from_bytes

MOST_KEPT = 150_000_000
"""Bytes of all entries together; from there on those that were not used for the longest time go, down to three quarters of it."""

UNUSED_FOR = 60 * 86_400
"""Seconds after which an entry that nobody used goes."""

_LARGEST_ENTRY = 60_000_000
_DAY = 86_400
_HOUR = 3_600
_SUFFIX = ".passages"
_PARTIAL = ".partial"


def user_cache_folder() -> Path:
    """Return where entries of this user are."""
    from platformdirs import user_cache_path

    return user_cache_path("sparring", appauthor=False) / "library"


@cache
def _rules() -> bytes:
    """Return what tells this program's way of reading from any other: a digest of the code and lists that make passages of a document."""
    room = Path(__file__).parent
    rules = sha256(f"{sys.byteorder} {sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for path in sorted((*room.glob("*.py"), *room.rglob("*.txt"), room.parent / "text.py", *(room.parent / "documents").glob("*.py"))):
        rules.update(path.read_bytes())
    return rules.digest()


def entry_name(data: bytes, suffix: str) -> str:
    """Return the name of the entry for a file with these bytes and this suffix, read as this version of the program reads it."""
    return sha256(b"\0".join((sha256(data).digest(), suffix.lower().encode("utf-8", "surrogateescape"), _rules()))).hexdigest() + _SUFFIX


class LibraryCache:
    """Indexed documents in a folder, a file each. Several processes may use one folder at the same time."""

    def __init__(self, folder: Path | None = None) -> None:
        self._named = folder
        self._usable: bool | None = None
        self._wrote = False

    @property
    def _folder(self) -> Path:
        if self._named is None:
            self._named = user_cache_folder()
        return self._named

    def find(self, name: str) -> IndexedDocument | None:
        """Return the document kept under `name`, if there is one and it is whole."""
        if not self._is_usable():
            return None
        path = self._folder / name
        try:
            return from_bytes(_read(path))
        except FileNotFoundError:
            return None
        except (OSError, NotAnEntry, MemoryError):
            with contextlib.suppress(OSError):
                path.unlink()
            return None

    def keep(self, name: str, document: IndexedDocument) -> None:
        """Keep `document` under `name`, where that is possible."""
        if not self._is_usable():
            return
        data = as_bytes(document)
        if len(data) > _LARGEST_ENTRY:
            return
        partial = self._folder / f".{os.urandom(8).hex()}{_PARTIAL}"
        try:
            file = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with open(file, "wb") as opened:  # noqa: PTH123 - a descriptor
                opened.write(data)
            partial.replace(self._folder / name)
            self._wrote = True
        except OSError:
            # A full disk stays full for the next document too.
            self._usable = False
            with contextlib.suppress(OSError):
                partial.unlink()

    def tidy(self) -> None:
        """Let go of entries that are old or too many. Does nothing where this object kept nothing."""
        if not self._wrote:
            return
        self._wrote = False
        with contextlib.suppress(OSError):
            self._let_go()

    @classmethod
    def none(cls) -> "LibraryCache":
        """Return a cache that keeps and finds nothing, for those who want no copy of their documents' words."""
        cache = cls()
        cache._usable = False
        return cache

    def _is_usable(self) -> bool:
        if self._usable is None:
            self._usable = False
            with contextlib.suppress(OSError, RuntimeError):
                _rules()
                self._usable = self._prepare()
        return self._usable

    def _prepare(self) -> bool:
        """Make the folder, private; return whether it is one that nobody else can write to or read."""
        folder = self._folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        state = folder.lstat()
        if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
            return False
        if stat.S_IMODE(state.st_mode) != 0o700:
            folder.chmod(0o700)
        return True

    def _let_go(self) -> None:
        now, entries = time.time(), []
        for entry in os.scandir(self._folder):
            state = entry.stat(follow_symlinks=False)
            age = now - state.st_mtime
            if entry.name.endswith(_PARTIAL):
                if age > _HOUR:
                    _remove(entry.path)
            elif age > UNUSED_FOR:
                _remove(entry.path)
            elif entry.name.endswith(_SUFFIX):
                entries.append((age, state.st_size, entry.path))
        kept = sum(size for _, size, _ in entries)
        if kept <= MOST_KEPT:
            return
        for _, size, path in sorted(entries, reverse=True):
            if kept <= MOST_KEPT * 3 // 4:
                return
            _remove(path)
            kept -= size


def _read(path: Path) -> bytes:
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST_ENTRY:
            raise NotAnEntry
        if time.time() - state.st_mtime > _DAY:
            with contextlib.suppress(OSError):
                os.utime(file)
        with open(file, "rb", closefd=False) as opened:
            return opened.read(_LARGEST_ENTRY)
    finally:
        os.close(file)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)  # noqa: PTH108 - a path of scandir
