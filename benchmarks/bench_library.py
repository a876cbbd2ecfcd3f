"""A library of 200 documents of 50 kB: opened cold, opened from the cache, searched, and looked through for findings.

usage: python benchmarks/bench_library.py

The documents are made of words drawn as natural text has them: a few very often, most of them seldom. Beside the time by the clock stands
that of the processor: on a machine that others use too it tells more.
"""

import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.library.cache import LibraryCache
from sparring.library.folder import open_library
from sparring.library.model import Library
from sparring.text import decode

DOCUMENTS = 200
CHARACTERS = 50_000
WORDS = 40_000
IN_ALL = 800
IN_ONE = 1_800
"""Words that stand in all documents, and those of one document's own subject: 50 kB hold some 2,000 different words, a little more than a
real handbook."""
ITEMS = 40
RUNS = 3

_GLUE = ["the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "are", "as", "with", "they", "be", "at"]
_BEGINNINGS = ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w", ""]
_MIDDLES = ["a", "e", "i", "o", "u", "ea", "ou", "ai"]
_ENDS = ["", "n", "r", "l", "t", "s", "nd", "ck", "m", "ng"]

Value = TypeVar("Value")


class Prose:
    """Made-up sentences."""

    def __init__(self) -> None:
        self.draw = random.Random(7)
        words: set[str] = set()
        while len(words) < WORDS:
            syllables = (
                self.draw.choice(_BEGINNINGS) + self.draw.choice(_MIDDLES) + self.draw.choice(_ENDS)
                for _ in range(self.draw.choice((1, 2, 2, 3, 3)))
            )
            words.add("".join(syllables) + self.draw.choice(("", "", "s", "ing", "ed", "er")))
        in_order = sorted(words)
        self.draw.shuffle(in_order)
        self._everywhere = [*_GLUE, *in_order[:IN_ALL]]
        self._others = in_order[IN_ALL:]
        self._often = list(itertools.accumulate(1 / (rank + 3) ** 0.95 for rank in range(IN_ALL + IN_ONE)))
        self.change_subject()

    def change_subject(self) -> None:
        self._words = [*self._everywhere[:IN_ALL], *self.draw.sample(self._others, IN_ONE)]

    def words(self, count: int) -> str:
        return " ".join(self.draw.choices(self._words, cum_weights=self._often, k=count)).capitalize()

    def sentence(self) -> str:
        return self.words(self.draw.randint(8, 26)) + "."

    def document(self) -> str:
        self.change_subject()
        text = f"# {self.words(3)}\n"
        while len(text) < CHARACTERS:
            text += f"\n## {self.words(3)}\n\n" + "\n".join(f"- {self.sentence()}" for _ in range(self.draw.randint(4, 12))) + "\n"
            text += "\n" + " ".join(self.sentence() for _ in range(self.draw.randint(0, 8))) + "\n"
        return text


def timed(what: str, act: Callable[[], Value]) -> Value:
    clock, processor = time.perf_counter(), time.process_time()
    value = act()
    print(f"{what:<38} {time.perf_counter() - clock:7.3f} s by the clock, {time.process_time() - processor:7.3f} of the processor")
    return value


def items_about(library: Library, draw: random.Random) -> list[str]:
    """Items that share some words with a passage, and some with another."""
    passages = library.passages
    return [" ".join(word for _ in range(2) for word in draw.choice(passages).text.rstrip(".").split()[:7]) for _ in range(ITEMS)]


def search(library: Library, items: Sequence[str]) -> list[float]:
    taken = []
    for item in items:
        start = time.perf_counter()
        library.bearing_on(item, most=6)
        taken.append((time.perf_counter() - start) * 1e3)
    return taken


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, prose = Path(name) / "strategy", Prose()
        folder.mkdir()
        for number in range(DOCUMENTS):
            (folder / f"{number:03}.md").write_text(prose.document())
        size = sum(path.stat().st_size for path in folder.iterdir())
        cache = LibraryCache(Path(name) / "cache")
        timed("opened cold (wanted: 5)", lambda: open_library([folder], cache))
        for _ in range(RUNS):
            library = timed("opened from the cache (wanted: 0.3)", lambda: open_library([folder], cache)).library
        kept = sum(path.stat().st_size for path in (Path(name) / "cache").iterdir())
        print(f"{len(library.documents)} documents, {len(library.passages):,} passages, {size / 1e6:.1f} MB; kept: {kept / 1e6:.1f} MB")
        first, *others = search(library, items_about(library, prose.draw))
        print(f"an item searched: the first {first:.0f} ms, then {statistics.median(others):.1f} (at most {max(others):.1f}; wanted: 50)")
        lines = "\n".join(f"- KR{number}: {item} from 10 to 20" for number, item in enumerate(items_about(library, prose.draw)[:25], 1))
        draft = read_draft(decode(f"# O1: {prose.words(5)}\n\n{lines}\n".encode(), "draft.md"))
        catalogue = packaged_catalogue()
        detect(draft, open_library([]).library, catalogue)
        timed("findings on 25 key results", lambda: detect(draft, library, catalogue))


if __name__ == "__main__":
    main()
