"""Recognises passages in which a strategy says no: what bears on them in a draft goes against the strategy."""

import re
from dataclasses import dataclass
from functools import cache

from sparring.library.model import Passage
from sparring.library.sentences import sentences_of
from sparring.packaged import packaged


def is_exclusion(passage: Passage) -> bool:
    """Return whether the strategy rules out what this passage is about.

    It does where a heading above the passage says so ("What we will not do"), or its first sentence ("No resellers."). A "not"
    further on ("quality, not price") is none: the passage is then mostly about what the team does do. The phrases stand in
    `prompts/words/*/exclusions.txt`.
    """
    phrases = _phrases()
    for heading in reversed(passage.headings):
        if phrases.allowed.search(plain := _plain(heading)):
            return False
        if phrases.anywhere.search(plain) or phrases.headings.fullmatch(plain):
            return True
    first = next(sentences_of(passage.text), None)
    if first is None:
        return False
    sentence = _plain(first.of(passage.text))
    if phrases.allowed.search(sentence):
        return False
    return bool(phrases.anywhere.search(sentence) or phrases.start.match(sentence))


@dataclass(frozen=True, slots=True)
class _Phrases:
    anywhere: re.Pattern[str]
    start: re.Pattern[str]
    headings: re.Pattern[str]
    allowed: re.Pattern[str]


@cache
def _phrases() -> _Phrases:
    """Read the lists of all languages: documents mix them."""
    by_mark: dict[str, list[str]] = {"": [], "^": [], "=": [], "!": []}
    for path in sorted((packaged("prompts") / "words").glob("*/exclusions.txt")):
        for line in path.read_text("utf-8").splitlines():
            phrase = line.strip()
            if not phrase or phrase.startswith("#"):
                continue
            mark = phrase[0] if phrase[0] in by_mark else ""
            by_mark[mark].append(_plain(phrase.removeprefix(mark)))
    anywhere, start, headings, allowed = (_any_of(by_mark[mark]) for mark in ("", "^", "=", "!"))
    return _Phrases(anywhere, start, headings, allowed)


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    if not phrases:
        return re.compile(r"(?!)")
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r")(?!\w)")


_OUTER = " \t\"'“”„«»()[]:.!?-–—"


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).strip(_OUTER)
