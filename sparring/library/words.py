"""Words as a search compares them: folded, lightly stemmed, without those that carry no subject."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_NUMBER = r"\d+(?:[.,\u202f\u00a0]\d+)*"
_WORD = r"[^\W\d_][^\W_]*(?:['’](?=[^\W\d_]{2})[^\W_]*)*"
_TOKEN = re.compile(f"{_NUMBER}|{_WORD}")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+")
"""Kana, Chinese characters and Hangul: writing in which words are found by pairs of characters rather than by the space between them."""
_THOUSANDS = re.compile(r"[.,\u202f\u00a0](?=\d{3}(?!\d))")
_LONGEST_WORD = 40

TRADE_WORD = 0.25
FREQUENT_WORD = 0.6
NUMBER = 0.5
SMALL_NUMBER = 0.1
IDEOGRAPH_PAIR = 0.5
"""What a term says about the subject, beside 1 for a word of its own: a word of the trade, a frequent word, a number, one digit, two
neighbouring ideographs (a word of three is two such pairs)."""

_WORD_LISTS = Path(__file__).parent / "wordlists"
"""They tune the search and are nothing a pack replaces, so they stand beside it."""

_SUFFIXES = (
    *("ungen", "ings", "ers", "ies", "ied", "ern", "est", "ing", "ung"),
    *("es", "ed", "er", "en", "em", "ly", "e", "n", "s"),
)


def fold(word: str) -> str:
    """Return `word` in small letters without accents and possessive: "Schäden" as "schaden", "carriers'" as "carriers"."""
    folded = word.casefold().replace("’", "'")
    if folded.isascii():
        return folded.removesuffix("'s")
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).removesuffix("'s")


def stem_of(word: str) -> str:
    """Return the stem of a folded word: endings of plural, case and verb off, in English and German alike; at least three letters stay.

    Made for comparing, not for reading: "planners", "planning" and "plan" give one stem. No language is asked for, as documents mix them.
    """
    stem = word
    for _ in range(2):
        for suffix in _SUFFIXES:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= (3 if len(suffix) < 3 else 4):
                stem = stem[: -len(suffix)]
                break
        else:
            break
    if stem != word and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls":
        stem = stem[:-1]
    return stem


def _words_of(name: str) -> frozenset[str]:
    """Return the folded words of a list, of all languages together: documents mix them."""
    lines = (line for path in sorted(_WORD_LISTS.glob(f"*/{name}.txt")) for line in path.read_text("utf-8").splitlines())
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


_EMPTY = _words_of("empty")
_TRADE = frozenset(map(stem_of, _words_of("trade")))
_FREQUENT = frozenset(map(stem_of, _words_of("frequent")))


def terms_of(text: str) -> dict[str, float]:
    """Return the terms of `text` and how much each says about its subject (0 to 1), before rarity.

    A term is a word's stem, a number, or two neighbouring characters of Chinese, Japanese or Korean.
    """
    terms: dict[str, float] = {}
    if not text.isascii():
        for run in _IDEOGRAPHS.findall(text):
            terms.update(dict.fromkeys(_pairs(run), IDEOGRAPH_PAIR))
        text = _IDEOGRAPHS.sub(" ", text)
    terms.update(map(_term_of, _TOKEN.findall(text)))
    terms.pop("", None)
    return terms


@lru_cache(maxsize=20_000)
def _term_of(token: str) -> tuple[str, float]:
    """Return the term of a word or number; "" for one that says nothing about the subject."""
    if len(token) > _LONGEST_WORD:
        return "", 0.0
    if token[0].isdecimal():
        number = _THOUSANDS.sub("", token).replace(",", ".")
        return number, NUMBER if len(number) > 1 else SMALL_NUMBER
    folded = fold(token)
    if len(folded) < 2 or folded in _EMPTY:
        return "", 0.0
    stem = stem_of(folded)
    return stem, TRADE_WORD if stem in _TRADE else FREQUENT_WORD if stem in _FREQUENT else 1.0


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[index : index + 2] for index in range(len(run) - 1)]
