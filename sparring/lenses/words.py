"""Word lists: which words a lens listens for, as data, per language.

A list is a text file, one word or phrase a line. `#` begins a comment. A `*` at the end or the beginning of a word stands for the rest of it ("launch*",
"*quote": German puts words together); a `*` of its own stands for one to four words. A `^` before a phrase asks for it at the beginning of the item, where a sentence says what is done. Hyphen and space
are the same: "sign up" also finds "sign-up".

Lists are matched token by token through dictionaries rather than by a regular expression: compiling alternations of a hundred words for every list of a
catalogue would cost more time than a whole challenge may take.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sparring.text import Span

LARGEST_LIST = 100_000
"""Bytes of one word list."""
MOST_BETWEEN = 4
"""Words that a `*` of its own stands for at most."""

_TOKEN = re.compile(r"\w+|%")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that put no space between words, or hang particles on them: their phrases are found anywhere."""
_JOINT = re.compile(r"[\s\-\u2010-\u2014'’/&]*|[.,](?=\d)")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


class WordListError(Exception):
    """A word list that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text in lower case. `joined`: nothing but space or a hyphen stands between it and the word before."""

    word: str
    span: Span
    joined: bool


def lowered(text: str) -> str:
    """Return `text` in lower case with as many characters as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text`; hyphens and apostrophes part words, so that both spellings of a compound are the same."""
    low = lowered(text)
    found = []
    end = 0
    for match in _TOKEN.finditer(low):
        joined = _JOINT.fullmatch(low, end, match.start()) is not None
        found.append(Token(match[0], Span(match.start(), match.end()), joined))
        end = match.end()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    opens: bool

    def end(self, text: tuple[Token, ...], at: int) -> int:
        """Return the token after this phrase when it begins at token `at`, or 0 if it does not."""
        joined = False
        for place, word in enumerate(self.words):
            if word == "*":
                following = self.words[place + 1]
                near = range(at + 1, min(at + MOST_BETWEEN + 1, len(text)))
                at = next((n for n in near if _word_fits(following, text[n].word) and all(t.joined for t in text[at : n + 1])), len(text))
                joined = False
                continue
            if at >= len(text) or (joined and not text[at].joined) or not _word_fits(word, text[at].word):
                return 0
            at += 1
            joined = True
        return at


def _word_fits(pattern: str, word: str) -> bool:
    if pattern[0] == "*":
        return pattern[1:-1] in word if pattern[-1] == "*" else word.endswith(pattern[1:])
    return word.startswith(pattern[:-1]) if pattern[-1] == "*" else word == pattern


@dataclass(frozen=True)
class WordList:
    """One list of one language, ready to be searched for in time linear in the text.

    Attributes:
        name: as lenses name it.
        language: ISO 639-1.
    """

    name: str
    language: str
    _exact: dict[str, list[_Phrase]] = field(default_factory=dict, repr=False)
    _by_prefix: dict[str, list[_Phrase]] = field(default_factory=dict, repr=False)
    _by_ending: dict[str, list[_Phrase]] = field(default_factory=dict, repr=False)
    _within: list[tuple[str, _Phrase]] = field(default_factory=list, repr=False)
    _anywhere: list[str] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, name: str, language: str, text: str) -> "WordList":
        """Read the text of a list."""
        made = cls(name, language)
        for line in text.splitlines():
            entry = lowered(line.partition("#")[0].strip())
            if entry:
                made._add(entry)
        return made

    def _add(self, entry: str) -> None:
        opens = entry.startswith("^")
        entry = entry.lstrip("^").strip()
        if _UNSPACED.search(entry):
            self._anywhere.append(entry.strip("*"))
            return
        words = tuple(re.findall(r"\*?\w+\*?|[%*]", entry))
        if not words or "*" in (words[0], words[-1]):
            return
        phrase, first = _Phrase(words, opens), words[0]
        bare = first.strip("*")
        if first[0] == "*" and first[-1] == "*":
            self._within.append((bare, phrase))
        elif first[0] == "*":
            self._by_ending.setdefault(bare, []).append(phrase)
        elif first[-1] == "*":
            self._by_prefix.setdefault(bare, []).append(phrase)
        else:
            self._exact.setdefault(bare, []).append(phrase)

    def find(self, text: str, words: tuple[Token, ...] | None = None, *, opening: int = 0) -> Iterator[Span]:
        """Yield where phrases of this list stand in `text`, in reading order, the longest where several begin at one word.

        Args:
            text: anything.
            words: its `tokens`, where the caller has them.
            opening: the token at which the sentence begins to say something ("We also" before "launch" does not).
        """
        text_words = tokens(text) if words is None else words
        for at, token in enumerate(text_words):
            phrases = (phrase for phrase in self._beginning_with(token.word) if at == opening or not phrase.opens)
            if end := max((phrase.end(text_words, at) for phrase in phrases), default=0):
                yield Span(token.span.start, text_words[end - 1].span.end)
        if self._anywhere:
            low = lowered(text)
            for entry in self._anywhere:
                if (start := low.find(entry)) >= 0:
                    yield Span(start, start + len(entry))

    def _beginning_with(self, word: str) -> Iterator[_Phrase]:
        yield from self._exact.get(word, ())
        for length in range(2, len(word) + 1):
            if self._by_prefix:
                yield from self._by_prefix.get(word[:length], ())
            if self._by_ending:
                yield from self._by_ending.get(word[-length:], ())
        for part, phrase in self._within:
            if part in word:
                yield phrase


class WordLists:
    """The word lists of several folders `<folder>/<language>/<name>.txt`; a list of an earlier folder replaces one of a later. Read when first asked for."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._read: dict[tuple[str, str], WordList | None] = {}

    def names(self) -> frozenset[str]:
        """Return the names that some language has a list for."""
        return frozenset(path.stem for folder in self._folders for path in folder.glob("*/*.txt") if _NAME.fullmatch(path.stem))

    def get(self, language: str, name: str) -> WordList | None:
        """Return a list, or None where this language has none.

        Raises:
            WordListError: too large, not text, or a link that leads out of its folder.
        """
        key = (language, name)
        if key not in self._read:
            self._read[key] = self._load(language, name)
        return self._read[key]

    def _load(self, language: str, name: str) -> WordList | None:
        if not _NAME.fullmatch(name) or not re.fullmatch(r"[a-z]{2,3}", language):
            return None
        for folder in self._folders:
            path = folder / language / f"{name}.txt"
            if not path.is_file():
                continue
            if not path.resolve().is_relative_to(folder.resolve()):
                raise WordListError(f"The word list {language}/{name}.txt is a link to another place. Put the file itself there.")
            if path.stat().st_size > LARGEST_LIST:
                raise WordListError(f"The word list {language}/{name}.txt is larger than {LARGEST_LIST // 1000} kB. Shorten or split it.")
            try:
                return WordList.of(name, language, path.read_text("utf-8-sig"))
            except UnicodeDecodeError:
                raise WordListError(f"The word list {language}/{name}.txt is not UTF-8 text. Save it again as UTF-8.") from None
        return None
