"""Documents that are read when a challenge first needs them: the one that opens a bout rests on the draft alone."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from sparring.library.folder import LibraryReading, open_library
from sparring.library.model import Bearing, Document, Passage


class DeferredLibrary:
    """The documents of a bout that is only printed. Implements `Library`."""

    def __init__(self, paths: Sequence[Path], *, cache: bool = True) -> None:
        self._paths = tuple(paths)
        self._may_cache = cache

    @cached_property
    def _reading(self) -> LibraryReading:
        return open_library(self._paths, cache=self._may_cache)

    @property
    def is_empty(self) -> bool:
        """Until the documents were read: none was named."""
        return self._reading.library.is_empty if "_reading" in self.__dict__ else not self._paths

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence each about what could not be used."""
        return self._reading.problems if self._paths else ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order given."""
        return self._reading.library.documents

    @property
    def passages(self) -> Sequence[Passage]:
        """Every passage, in reading order."""
        return self._reading.library.passages

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        """Return the passages that bear on `words`, best first; empty where none reaches the threshold."""
        return self._reading.library.bearing_on(words, most=most)
