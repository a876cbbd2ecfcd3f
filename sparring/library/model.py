"""Passages of the team's strategy documents: what may be quoted beside a challenge, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a list item or a table's row of a document, verbatim.

    Attributes:
        id: stable within a library: "P1", "P2", ...
        file: the document's name as the team gave it.
        line: where it begins, 1-based; 0 in a document that has neither lines of its own nor a place to name.
        text: verbatim, with wrapped lines joined by one space.
        headings: the headings above it, outermost first.
        place: the page, slide or sheet it stands on, in a document that has them and no lines of its own ("page 3").
    """

    id: str
    file: str
    line: int
    text: str
    headings: tuple[str, ...] = ()
    place: str = ""

    @property
    def source(self) -> str:
        """Where it is found, as people name it."""
        return found_at(self.file, self.line, self.place)


def found_at(file: str, line: int, place: str) -> str:
    """Return where a passage is found, as people name it: "strategy.md:14", "strategy.pdf, page 3", or the document alone."""
    if place:
        return f"{file}, {place}"
    return f"{file}:{line}" if line else file


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
    def passages(self) -> Sequence[Passage]:
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
