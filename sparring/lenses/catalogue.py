"""The catalogue: every lens of the prompt folders in use, in a fixed order."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from sparring.lenses.errors import LensError
from sparring.lenses.lens_file import LARGEST_LENS, read_companion, read_lens
from sparring.lenses.model import Family, Lens
from sparring.lenses.words import WordLists, packaged_words
from sparring.packaged import packaged

ENGLISH = "en"
"""What the lens files themselves speak."""
MOST_LENSES = 300
_FAMILIES: tuple[Family, ...] = ("facts", "spine", "choice", "signal", "work", "measure")


@dataclass(frozen=True)
class Catalogue:
    """The lenses of a bout, by family and then by id.

    Attributes:
        lenses: all of them, each in the catalogue's language where it speaks it, else in English.
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

    def named(self, ids: Collection[str]) -> "Catalogue":
        """Return the catalogue of the lenses with these ids."""
        return replace(self, lenses=tuple(lens for lens in self.lenses if lens.id in ids))

    def get(self, lens_id: str) -> Lens | None:
        """Return the lens with this id, or None."""
        return self._by_id.get(lens_id)


def load_catalogue(*prompts: Path, language: str = ENGLISH) -> Catalogue:
    """Load the lenses and word lists of prompt folders.

    Args:
        prompts: folders that hold `lenses/*.md`, companions in `lenses/<language>/*.md` and `words/<language>/*.txt`. A lens, companion or
            list of an earlier folder stands in for one of a later folder with the same name: a coach can put their own questions to a
            known lens. A lens that an earlier folder words anew in English alone speaks English.
        language: what the lenses are to speak, ISO 639-1; the companions of other languages are not read.

    Raises:
        LensError: a file cannot be used; the message names it, the line, and what to do.
    """
    return _catalogue(prompts, language, WordLists(*(folder / "words" for folder in prompts)))


def _catalogue(prompts: tuple[Path, ...], language: str, words: WordLists) -> Catalogue:
    names = words.names()
    lenses: dict[str, Lens] = {}
    texts: dict[str, str] = {}
    evidences: dict[str, frozenset[str]] = {}
    companions: dict[str, tuple[str, str]] = {}
    for folder in prompts:
        here: dict[str, str] = {}
        home = folder.resolve()
        if language != ENGLISH:
            for path in _files(folder / "lenses" / language):
                if path.stem not in lenses:
                    companions.setdefault(path.stem, (f"{language}/{path.name}", _text_of(path, home)))
        for path in _files(folder / "lenses"):
            text = _text_of(path, home)
            lens = read_lens(text, path.name, names, spoken=path.stem not in companions)
            if lens.id not in companions and not lens.questions:
                lens = read_lens(text, path.name, names)
            if lens.id in here:
                raise LensError(f"{path.name}: the id {lens.id!r} is taken by {here[lens.id]}. Give one of the two another id.")
            here[lens.id] = path.name
            evidences[lens.id] = evidences.get(lens.id, frozenset()) | lens.evidences
            if lens.id not in lenses:
                lenses[lens.id], texts[lens.id] = lens, text
    for lens_id, (name, text) in companions.items():
        if lens_id not in lenses:
            raise LensError(f"{name}: there is no lens {lens_id!r}. A companion is called like the lens it belongs to: rename it.")
        lenses[lens_id] = read_companion(text, name, lenses[lens_id], language, evidences[lens_id])
        texts[lens_id] += f"\0{text}"
    order = sorted(lenses.values(), key=lambda lens: (_FAMILIES.index(lens.family), lens.id))
    digest = hashlib.sha256()
    for lens_id in sorted(texts):
        digest.update(f"{lens_id}\0{texts[lens_id]}\0".encode())
    return Catalogue(tuple(order), words, digest.hexdigest())


@cache
def packaged_catalogue(language: str = ENGLISH) -> Catalogue:
    """Return the catalogue that travels with the program, speaking `language` as far as it can."""
    return _catalogue((packaged("prompts"),), language, packaged_words())


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.md"))
    if len(files) > MOST_LENSES:
        raise LensError(f"The folder {folder.name} holds {len(files)} lenses; at most {MOST_LENSES} can be used. Take some out.")
    return files


def _text_of(path: Path, home: Path) -> str:
    """Return a file's text; `home` is the resolved folder that it must not lead out of."""
    if not path.resolve().is_relative_to(home):
        raise LensError(f"{path.name} is a link to another place. Put the file itself into the folder.")
    try:
        if path.stat().st_size > LARGEST_LENS:
            raise LensError(f"{path.name} is larger than {LARGEST_LENS // 1000} kB: that is no lens. Shorten it or take it out.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LensError(f"{path.name} is not UTF-8 text. Save it again as UTF-8.") from None
    except OSError as error:
        raise LensError(f"{path.name} could not be read: {error.strerror or error}. Check who may read it.") from None
