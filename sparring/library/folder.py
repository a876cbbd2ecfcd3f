"""Opens the documents and folders that a team names as its strategy."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.documents.formats import OFFICE_ENDINGS
from sparring.library.model import Library, NoLibrary
from sparring.text import TextError, visible

if TYPE_CHECKING:
    from sparring.library.cache import LibraryCache
    from sparring.library.indexed import IndexedDocument

READABLE = frozenset([".md", ".markdown", ".txt"]) | OFFICE_ENDINGS
"""Suffixes of the documents that are looked at: what cannot be read of them is told."""

_READABLE_NAMES = (
    "Markdown (.md, .markdown), text (.txt), Word (.docx), PowerPoint (.pptx), Excel (.xlsx), PDF, web pages (.html), mail (.eml, .msg)"
)

MOST_DOCUMENTS = 300
MOST_CHARACTERS = 12_000_000
MOST_OPENED = 1_000
MOST_ENTRIES = 200_000
"""Limits of what is used, opened and looked at, so that a home folder named by mistake keeps nobody waiting; reaching one is a problem that
is told."""

_SKIPPED_FOLDERS = frozenset(["transcripts", "node_modules", "__pycache__"])


@dataclass(frozen=True, slots=True)
class LibraryReading:
    """What came of reading the documents.

    Attributes:
        library: what can be quoted.
        problems: one sentence each about what could not be used; the rest was.
    """

    library: Library
    problems: tuple[str, ...] = ()


def open_library(paths: Sequence[Path], cache: "LibraryCache | bool" = True) -> LibraryReading:
    """Read documents and folders of documents. Never raises: what cannot be read is told, and the rest is used.

    Folders are read with their subfolders, in alphabetical order; hidden files, `transcripts` and files of other types in them are passed
    over silently. A file that is named twice, or is reached over a link as well, is read once.

    Args:
        paths: what the team named.
        cache: where documents are kept that were read before: True in the user's cache folder, False nowhere.
    """
    if not paths:
        return LibraryReading(NoLibrary())
    # A bout without documents, and the first challenge of one with them, need none of this.
    from sparring.library.cache import LibraryCache
    from sparring.library.search import PassageLibrary

    shelf = _Shelf((LibraryCache() if cache else LibraryCache.none()) if isinstance(cache, bool) else cache)
    for path in paths:
        shelf.put(path)
    shelf.cache.tidy()
    problems = (*shelf.problems, *shelf.without_passages())
    return LibraryReading(PassageLibrary(shelf.documents, shelf.files) if shelf.documents else NoLibrary(), problems)


@dataclass
class _Shelf:
    """Documents as they are taken up."""

    cache: "LibraryCache"
    documents: "list[IndexedDocument]" = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _empty: list[str] = field(default_factory=list)
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _met: int = 0
    _characters: int = 0
    _entries: int = 0
    _full: bool = False

    def put(self, path: Path) -> None:
        """Take up a document or a folder that was named."""
        shown = visible(str(path))
        try:
            state = path.stat()
        except FileNotFoundError:
            self.problems.append(f"There is no file or folder {shown}. Check the name of the strategy document.")
            return
        except (OSError, ValueError) as error:
            self.problems.append(f"{shown} could not be opened: {_reason(error)}. Check its name and that you may read it.")
            return
        if stat.S_ISDIR(state.st_mode):
            before = self._met + len(self.problems)
            self._put_folder(path)
            if self._met + len(self.problems) == before:
                self.problems.append(f"The folder {shown} holds no document that can be read: {_READABLE_NAMES}.")
        elif path.suffix.lower() not in READABLE or not stat.S_ISREG(state.st_mode):
            self.problems.append(
                f"{shown} cannot be read as a strategy document. Readable: {_READABLE_NAMES}; save it as one of these and name that file."
            )
        else:
            self._put_file(path, path.name, state)

    def without_passages(self) -> Iterator[str]:
        """Tell which documents hold nothing to quote: all in one sentence, as a folder may have many of them."""
        if len(self._empty) == 1:
            yield f"{self._empty[0]} holds no sentence that could be quoted."
        elif self._empty:
            yield f"{', '.join(self._empty[:-1])} and {self._empty[-1]} hold no sentence that could be quoted."

    def _put_folder(self, folder: Path) -> None:
        for path in self._files_below(folder):
            if self._full:
                return
            try:
                state = path.stat()
            except OSError as error:
                self.problems.append(f"{visible(str(path))} could not be opened: {_reason(error)}.")
                continue
            if stat.S_ISREG(state.st_mode):
                self._put_file(path, path.relative_to(folder).as_posix(), state)
            else:
                self.problems.append(f"{visible(str(path))} is a pipe or a device, not a file, and was left out.")

    def _files_below(self, folder: Path) -> Iterator[Path]:
        """Yield the readable files of a folder and its subfolders; each folder once, whatever links lead to it."""
        entered: set[tuple[int, int]] = set()
        self._enters(folder, entered)

        def unreadable(error: OSError) -> None:
            self.problems.append(f"The folder {visible(str(error.filename))} could not be opened: {_reason(error)}. The rest was read.")

        for place, folders, files in os.walk(folder, onerror=unreadable, followlinks=True):
            here = Path(place)
            self._entries += len(files) + len(folders)
            if self._entries > MOST_ENTRIES:
                folders.clear()
            else:
                folders[:] = sorted(name for name in folders if _is_open(name) and self._enters(here / name, entered))
            yield from (here / name for name in sorted(files) if _is_open(name) and _is_looked_at(here / name))
            if self._entries > MOST_ENTRIES:
                self._stop(f"{visible(str(folder))} holds more than {MOST_ENTRIES:,} files; the search for documents stopped there.")
                return

    def _enters(self, folder: Path, entered: set[tuple[int, int]]) -> bool:
        """Return whether a folder is to be read: it can be opened, and was not read yet."""
        try:
            state = folder.stat()
        except OSError as error:
            self.problems.append(f"The folder {visible(str(folder))} could not be opened: {_reason(error)}. The rest was read.")
            return False
        place = (state.st_dev, state.st_ino)
        if place in entered:
            if folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve()):
                self.problems.append(f"{visible(str(folder))} is a link back to a folder that it stands in, so it was not followed.")
            return False
        entered.add(place)
        return True

    def _stop(self, what: str) -> None:
        if not self._full:
            self._full = True
            self.problems.append(f"{what} Name the documents that hold the strategy.")

    def _put_file(self, path: Path, name: str, state: os.stat_result) -> None:
        self._met += 1
        if self._full or (state.st_dev, state.st_ino) in self._seen:
            return
        self._seen.add((state.st_dev, state.st_ino))
        if len(self._seen) > MOST_OPENED:
            self._stop(f"{MOST_OPENED:,} files were opened and the others left alone.")
            return
        if len(self.documents) >= MOST_DOCUMENTS or self._characters > MOST_CHARACTERS:
            self._stop(f"Only the first {len(self.documents)} documents were read, as there are too many or too large ones.")
            return
        shown = visible(name)
        if shown in self.files:
            shown = visible(str(path))
        from sparring.library.reading import read_indexed

        try:
            document = read_indexed(path, self.cache)
        except TextError as error:
            self.problems.append(str(error))
            return
        self._characters += len(document.joined)
        if not document:
            self._empty.append(shown)
        elif document.explains_method:
            self.problems.append(
                f"{shown} explains how OKRs work and is no strategy, so none of its lines are quoted. "
                "If it holds strategy too, copy that part into a file of its own."
            )
        else:
            self.documents.append(document)
            self.files.append(shown)


def _is_open(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in _SKIPPED_FOLDERS


def _is_looked_at(path: Path) -> bool:
    """Return whether something in a folder is opened: by its suffix, or because it is a link that may have led to a folder."""
    return path.suffix.lower() in READABLE or (not path.suffix and path.is_symlink() and not path.exists())


_REASONS = {
    errno.ELOOP: "it is a link that leads in a circle",
    errno.ENOENT: "it is a link to something that is not there",
    errno.EACCES: "you may not read it",
}


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return str(error)
