"""The catalogue: every lens of the prompt folders in use, in a fixed order."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from sparring.lenses.errors import LensError
from sparring.lenses.lens_file import LARGEST_LENS, read_lens
from sparring.lenses.model import Family, Lens
from sparring.lenses.words import WordLists
from sparring.packaged import packaged

MOST_LENSES = 300
_FAMILIES: tuple[Family, ...] = ("facts", "spine", "choice", "signal", "work", "measure")


@dataclass(frozen=True)
class Catalogue:
    """The lenses of a bout, by family and then by id.

    Attributes:
        lenses: all of them.
        words: the word lists that their `set_off_by` names.
        digest: SHA-256 over ids and texts; a transcript names it, so that it can be told which catalogue a team met.
    """

    lenses: tuple[Lens, ...]
    words: WordLists = field(repr=False)
    digest: str

    @cached_property
    def _by_id(self) -> dict[str, Lens]:
        return {lens.id: lens for lens in self.lenses}

    def __iter__(self) -> Iterator[Lens]:
        return iter(self.lenses)

    def __len__(self) -> int:
        return len(self.lenses)

    def __contains__(self, lens_id: object) -> bool:
        return lens_id in self._by_id

    def __getitem__(self, lens_id: str) -> Lens:
        """Return the lens with this id; KeyError if there is none."""
        return self._by_id[lens_id]

    def only(self, family: Family) -> "Catalogue":
        """Return the catalogue of one family."""
        return replace(self, lenses=tuple(lens for lens in self.lenses if lens.family == family))

    def get(self, lens_id: str) -> Lens | None:
        """Return the lens with this id, or None."""
        return self._by_id.get(lens_id)


def load_catalogue(*prompts: Path) -> Catalogue:
    """Load the lenses and word lists of prompt folders.

    Args:
        prompts: folders that hold `lenses/*.md` and `words/<language>/*.txt`. A lens or list of an earlier folder stands in for one of a
            later folder with the same name: a coach can put their own questions to a known lens.

    Raises:
        LensError: a file cannot be used; the message names it, the line, and what to do.
    """
    words = WordLists(*(folder / "words" for folder in prompts))
    names = words.names()
    lenses: dict[str, Lens] = {}
    texts: dict[str, str] = {}
    for folder in prompts:
        here: dict[str, str] = {}
        for path in _files(folder / "lenses"):
            text = _text_of(path, folder)
            lens = read_lens(text, path.name, names)
            if lens.id in here:
                raise LensError(f"{path.name}: the id {lens.id!r} is taken by {here[lens.id]}. Give one of the two another id.")
            here[lens.id] = path.name
            if lens.id not in lenses:
                lenses[lens.id], texts[lens.id] = lens, text
    order = sorted(lenses.values(), key=lambda lens: (_FAMILIES.index(lens.family), lens.id))
    digest = hashlib.sha256()
    for lens_id in sorted(texts):
        digest.update(f"{lens_id}\0{texts[lens_id]}\0".encode())
    return Catalogue(tuple(order), words, digest.hexdigest())


@cache
def packaged_catalogue() -> Catalogue:
    """Return the catalogue that travels with the program."""
    return load_catalogue(packaged("prompts"))


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.md"))
    if len(files) > MOST_LENSES:
        raise LensError(f"The folder {folder.name} holds {len(files)} lenses; at most {MOST_LENSES} can be used. Take some out.")
    return files


def _text_of(path: Path, folder: Path) -> str:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise LensError(f"{path.name} is a link to another place. Put the file itself into the folder.")
    try:
        if path.stat().st_size > LARGEST_LENS:
            raise LensError(f"{path.name} is larger than {LARGEST_LENS // 1000} kB: that is no lens. Shorten it or take it out.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LensError(f"{path.name} is not UTF-8 text. Save it again as UTF-8.") from None
    except OSError as error:
        raise LensError(f"{path.name} could not be read: {error.strerror or error}. Check who may read it.") from None
