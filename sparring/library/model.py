"""Passages of the team's strategy documents: what may be quoted beside a challenge, and nothing else."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or list item of a document, verbatim.

    Attributes:
        id: stable within a library: "P1", "P2", ...
        file: the document's name as the team gave it.
        line: where it begins, 1-based.
        text: verbatim, with wrapped lines joined by one space.
        headings: the headings above it, outermost first.
    """

    id: str
    file: str
    line: int
    text: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearing:
    """A passage that bears on an item, and how strongly (0 to 1, comparable within one library)."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the library: its name, SHA-256 of its text, and how many passages it gave."""

    file: str
    digest: str
    passages: int


class Library(Protocol):
    """The strategy documents of a bout."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order given."""
        ...

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, in reading order."""
        ...

    @property
    def is_empty(self) -> bool:
        """The team gave nothing that could be cited."""
        ...

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        """Return the passages that bear on `words`, best first; empty where none reaches the threshold."""
        ...


class NoLibrary:
    """The library of a team that gave no documents."""

    documents: tuple[Document, ...] = ()
    passages: tuple[Passage, ...] = ()
    is_empty: bool = True

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        """Return nothing: there is nothing to search."""
        return ()
