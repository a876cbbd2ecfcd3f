"""Which drafts are sparred on, each with its documents."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sparring.documents.reading import read_document
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.library.folder import LibraryReading, open_library
from sparring.library.model import Library
from sparring.text import visible


@dataclass(frozen=True)
class Sample:
    """A draft that bouts are fought on.

    Attributes:
        name: as reports call it.
        draft: as it was read.
        documents: the team's strategy, files or folders.
    """

    name: str
    draft: Draft
    documents: tuple[Path, ...] = ()

    @cached_property
    def library(self) -> Library:
        """What of the documents can be quoted."""
        return self._reading.library

    @property
    def problems(self) -> tuple[str, ...]:
        """What of the documents could not be used."""
        return self._reading.problems

    @cached_property
    def _reading(self) -> LibraryReading:
        return open_library(self.documents)


def samples_at(places: Sequence[Path], documents: Sequence[Path] = ()) -> Iterator[Sample]:
    """Read the drafts at `places`; one in which nothing was found has an empty draft.

    Args:
        places: drafts, and folders as `drafts_in` reads them.
        documents: given to every draft beside its own.

    Raises:
        TextError: a draft cannot be read.
    """
    found = [each for place in places for each in (drafts_in(place) if place.is_dir() else [(place, ())])]
    names = Counter(path.name for path, _ in found)
    for path, beside in found:
        name = f"{path.absolute().parent.name}/{path.name}" if beside or names[path.name] > 1 else path.name
        yield Sample(visible(name), read_draft(read_document(path)), (*beside, *documents))


def drafts_in(folder: Path) -> list[tuple[Path, tuple[Path, ...]]]:
    """Return the drafts of a folder, each with its documents.

    A workspace is a folder with a draft.* beside strategy documents; any other folder holds drafts, or workspaces.
    """
    if (workspace := _workspace(folder)) is not None:
        return [workspace]
    found: list[tuple[Path, tuple[Path, ...]]] = []
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            found += [inside] if (inside := _workspace(path)) else []
        elif not path.name.startswith("."):
            found.append((path, ()))
    return found


def _workspace(folder: Path) -> tuple[Path, tuple[Path, ...]] | None:
    drafts = sorted(folder.glob("draft.*"))
    if not drafts:
        return None
    beside = (each for each in sorted(folder.iterdir()) if each not in drafts and (each.is_dir() or each.suffix in (".md", ".txt")))
    return drafts[0], tuple(beside)
