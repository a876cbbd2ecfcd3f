"""Word lists: which words a lens listens for, as data, per language.

A list is a text file, one word or phrase a line. `#` begins a comment. A `*` at the end or the beginning of a word stands for the rest of
it ("launch*", "*quote": German puts words together); a `*` of its own stands for one to four words. A `+` at the end of a verb stands for
its English forms ("add+": add, adds, added, adding, not "address"). A `^` before a phrase asks for it at
the beginning of the item, where a sentence says what is done, and for the word by itself: "add-to-cart" adds nothing. Elsewhere hyphen
and space are the same: "sign up" also finds "sign-up".

Lists are matched word by word through dictionaries, all of a language in one pass, rather than by a regular expression each: compiling
alternations of a hundred words for every list of a catalogue would cost more time than a whole challenge may take.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sparring.lenses.errors import LensError
from sparring.packaged import packaged
from sparring.text import Span

LARGEST_LIST = 100_000
"""Bytes of one word list."""
MOST_BETWEEN = 4
"""Words that a `*` of its own stands for at most."""

_TOKEN = re.compile(r"\w+|%")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that put no space between words, or hang particles on them: their phrases are found anywhere."""
_JOINT = re.compile(r"[.,](?=\d)|(?<=\d)\.\s+|[\s\-\u2010-\u2014'’/&]*")
_DOUBLING = re.compile(r"[^aeiou]?[aeiou][bdgklmnprt]")
"""End of a verb that doubles its last letter before an ending, when it has one syllable ("plan", "ship")."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


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


def is_unspaced(word: str) -> bool:
    """Return whether `word` is of a script in which a run of letters may be a clause."""
    return _UNSPACED.search(word) is not None


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text`; hyphens and apostrophes part words, so that both spellings of a compound are the same."""
    low = lowered(text)
    found = []
    end = 0
    for match in _TOKEN.finditer(low):
        joint = _JOINT.match(low, end)
        joined = joint is not None and joint.end() == match.start()
        found.append(Token(match[0], Span(match.start(), match.end()), joined))
        end = match.end()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of the list `name`, as patterns of words; `opens`: only where the text begins to say something."""

    name: str
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


def _forms(verb: str, *, opens: bool) -> tuple[str, ...]:
    """Return an English verb as it is inflected by rule; without its -s where a line opens: "Tests", "Reports" and "Releases" are nouns."""
    if verb.endswith("e"):
        forms = (verb, verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        forms = (verb, verb[:-1] + "ied", verb + "ing")
    else:
        doubled = len(verb) < 6 and _DOUBLING.fullmatch(verb[-3:]) and sum(letter in "aeiou" for letter in verb) == 1
        stem = verb + verb[-1] if doubled else verb
        forms = (verb, stem + "ed", stem + "ing")
    if opens:
        return forms
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (*forms, verb[:-1] + "ies")
    return (*forms, verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"))


def _is_hyphenated(text: str, end: int) -> bool:
    return text[end : end + 1] in ("-", "\u2010", "\u2011") and text[end + 1 : end + 2].isalpha()


def _word_fits(pattern: str, word: str) -> bool:
    if pattern[0] == "*":
        return pattern[1:-1] in word if pattern[-1] == "*" else word.endswith(pattern[1:])
    return word.startswith(pattern[:-1]) if pattern[-1] == "*" else word == pattern


@dataclass(frozen=True)
class WordList:
    """One list of one language.

    Attributes:
        name: as lenses name it.
        phrases: those of scripts that part words by spaces.
        anywhere: those of other scripts, found wherever they stand.
    """

    name: str
    phrases: tuple[_Phrase, ...]
    anywhere: tuple[str, ...]

    @classmethod
    def of(cls, name: str, text: str) -> "WordList":
        """Read the text of a list."""
        phrases: list[_Phrase] = []
        anywhere: list[str] = []
        for line in text.splitlines():
            entry = lowered(line.partition("#")[0].strip())
            if entry.isascii() and entry.isalpha():
                phrases.append(_Phrase(name, (entry,), False))
                continue
            if _UNSPACED.search(entry):
                anywhere.append(entry.strip("*^ "))
                continue
            words = tuple(re.findall(r"\*?\w+[*+]?|[%*]", entry))
            if not words or "*" in (words[0], words[-1]):
                continue
            opens = entry.startswith("^")
            first = _forms(words[0][:-1], opens=opens) if words[0].endswith("+") else (words[0],)
            phrases.extend(_Phrase(name, (form, *words[1:]), opens) for form in first)
        return cls(name, tuple(phrases), tuple(anywhere))


class Vocabulary:
    """All word lists of a language, searched for in one pass over a text."""

    def __init__(self, *lists: WordList) -> None:
        self._names = frozenset(words.name for words in lists)
        self._exact: dict[str, list[_Phrase]] = {}
        self._by_beginning: dict[str, list[_Phrase]] = {}
        self._by_ending: dict[str, list[_Phrase]] = {}
        self._within: list[tuple[str, _Phrase]] = []
        self._anywhere = [(entry, words.name) for words in lists for entry in words.anywhere]
        for words in lists:
            for phrase in words.phrases:
                self._index(phrase)
        self._longest = max(map(len, (*self._by_beginning, *self._by_ending)), default=0)

    def _index(self, phrase: _Phrase) -> None:
        first = phrase.words[0]
        bare = first.strip("*")
        if first[0] == "*" and first[-1] == "*":
            self._within.append((bare, phrase))
        elif first[0] == "*":
            self._by_ending.setdefault(bare, []).append(phrase)
        elif first[-1] == "*":
            self._by_beginning.setdefault(bare, []).append(phrase)
        else:
            self._exact.setdefault(bare, []).append(phrase)

    def __contains__(self, name: str) -> bool:
        """Whether this language has a list of that name."""
        return name in self._names

    def is_met(self, text: str) -> bool:
        """Return whether any phrase of any list stands in `text`; for a few lists, looked for in much text."""
        return self._beginnings.search(lowered(text)) is not None and bool(self.find(text))

    def may_meet(self, text: str) -> bool:
        """Return whether what some phrase begins with stands in `text`: quickly told, and most texts hold none of it."""
        return self._beginnings.search(lowered(text)) is not None

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        """Finds what some phrase begins with."""
        begun = "|".join([*(rf"{re.escape(word)}(?!\w)" for word in self._exact), *map(re.escape, self._by_beginning)])
        inside = (*self._by_ending, *(part for part, _ in self._within), *(entry for entry, _ in self._anywhere))
        return re.compile("|".join([rf"(?<!\w)(?:{begun})"] * bool(begun) + list(map(re.escape, inside))) or r"(?!)")

    def find(self, text: str, words: tuple[Token, ...] | None = None, *, openings: Collection[int] = (0,)) -> dict[str, tuple[Span, ...]]:
        """Return where phrases of each list stand in `text`, in reading order, the longest where several of a list begin at one word.

        Args:
            text: anything.
            words: its `tokens`, where the caller has them.
            openings: the tokens at which a sentence begins to say something ("We also" before "launch" does not).
        """
        text_words = tokens(text) if words is None else words
        found: dict[str, list[Span]] = {}
        for at, token in enumerate(text_words):
            ends: dict[str, int] = {}
            for phrase in self._beginning_with(token.word):
                if phrase.opens and at not in openings:
                    continue
                end = phrase.end(text_words, at)
                if end > ends.get(phrase.name, 0) and not (phrase.opens and _is_hyphenated(text, text_words[end - 1].span.end)):
                    ends[phrase.name] = end
            for name, end in ends.items():
                found.setdefault(name, []).append(Span(token.span.start, text_words[end - 1].span.end))
        if self._anywhere:
            low = lowered(text)
            for entry, name in self._anywhere:
                if (start := low.find(entry)) >= 0:
                    found.setdefault(name, []).append(Span(start, start + len(entry)))
        return {name: tuple(sorted(spans)) for name, spans in found.items()}

    def _beginning_with(self, word: str) -> Iterator[_Phrase]:
        yield from self._exact.get(word, ())
        for length in range(1, min(len(word), self._longest) + 1):
            yield from self._by_beginning.get(word[:length], ())
            yield from self._by_ending.get(word[-length:], ())
        for part, phrase in self._within:
            if part in word:
                yield phrase


class WordLists:
    """The word lists of several folders, `<folder>/<language>/<name>.txt`; a list of an earlier folder stands in for one of a later.

    Raises:
        LensError: a list is too large, not text, or a link that leads out of its folder.
    """

    def __init__(self, *folders: Path) -> None:
        self._texts: dict[str, dict[str, str]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}
        self._parts: dict[tuple[tuple[str, ...], tuple[str, ...]], Vocabulary] = {}
        for folder in reversed(folders):
            home = folder.resolve()
            for path in sorted(folder.glob("*/*.txt")):
                language, name = path.parent.name, path.stem
                if _LANGUAGE.fullmatch(language) and _NAME.fullmatch(name):
                    self._texts.setdefault(language, {})[name] = _text_of(path, home)

    def names(self) -> frozenset[str]:
        """Return the names that some language has a list for."""
        return frozenset(name for texts in self._texts.values() for name in texts)

    def of(self, language: str) -> Vocabulary:
        """Return all lists of a language, made ready when first asked for; an empty vocabulary for a language that has none."""
        if language not in self._vocabularies:
            texts = self._texts.get(language, {})
            self._vocabularies[language] = Vocabulary(*(WordList.of(name, text) for name, text in texts.items()))
        return self._vocabularies[language]

    def only(self, names: tuple[str, ...], languages: tuple[str, ...]) -> Vocabulary:
        """Return a few lists, in all of some languages, to be looked for in more text than all lists could be."""
        if (names, languages) not in self._parts:
            texts = ((name, self._texts.get(language, {}).get(name)) for language in dict.fromkeys(languages) for name in names)
            self._parts[names, languages] = Vocabulary(*(WordList.of(name, text) for name, text in texts if text is not None))
        return self._parts[names, languages]


@cache
def packaged_words() -> WordLists:
    """Return the word lists that travel with the program, read once."""
    return WordLists(packaged("prompts") / "words")


def _text_of(path: Path, home: Path) -> str:
    """Return a list's text; `home` is the resolved folder that it must not lead out of."""
    name = f"{path.parent.name}/{path.name}"
    if not path.resolve().is_relative_to(home):
        raise LensError(f"The word list {name} is a link to another place. Put the file itself there.")
    try:
        if path.stat().st_size > LARGEST_LIST:
            raise LensError(f"The word list {name} is larger than {LARGEST_LIST // 1000} kB. Shorten or split it.")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise LensError(f"The word list {name} is not UTF-8 text. Save it again as UTF-8.") from None
    except OSError as error:
        raise LensError(f"The word list {name} could not be read: {error.strerror or error}. Check who may read it.") from None
