"""Words as a search compares them: folded, lightly stemmed, without those that carry no subject."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_NUMBER = r"\d+(?:[.,\u202f\u00a0]\d+)*"
_WORD = r"[^\W\d_][^\W_]*(?:['’](?=[^\W\d_]{2})[^\W_]*)*"
_HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]{1,20}(?:-[^\W\d_]{1,20}){1,2}(?![\w-])")
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

_TRADE_MARK, _FREQUENT_MARK = '"', "'"
MARKS = _TRADE_MARK + _FREQUENT_MARK
"""They end the term of a listed word, so that "planners" are not met by every "plan"."""

_WORD_LISTS = Path(__file__).parent / "wordlists"
"""They tune the search and are nothing a pack replaces, so they stand beside it."""

_ENDINGS = {
    5: frozenset(["ungen"]),
    4: frozenset(["ings"]),
    3: frozenset(["ers", "est", "ing", "ung"]),
    2: frozenset(["es", "ed", "er", "en", "em", "ly"]),
    1: frozenset("ens"),
}
"""Endings by their length, in the order in which they are tried."""
_FEWEST_LETTERS = 4
_FEWEST_BEFORE_S = 3
"""Letters that stay before an ending."""

_INFLECTED = ("s", "es", "d", "ed", "e", "n", "en", "t", "te", "ten")
"""Endings with which a listed word counts as listed. No "er", no "ing": who pick are pickers, and a booking is a thing of its own."""


def fold(word: str) -> str:
    """Return `word` in small letters without accents and possessive: "Schäden" as "schaden", "carriers'" as "carriers"."""
    folded = word.casefold().replace("’", "'")
    if folded.isascii():
        return folded.removesuffix("'s")
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).removesuffix("'s")


def stem_of(word: str) -> str:
    """Return the stem of a folded word: endings of plural, case and verb off, in English and German alike; most of it stays.

    Made for comparing, not for reading: "planners", "planning" and "plan" give one stem. No language is asked for, as documents mix them.
    """
    if word.endswith(("ies", "ied")) and len(word) > _FEWEST_LETTERS + 2:
        return word[:-3] + "y"
    for length, endings in _ENDINGS.items():
        ending = word[-length:]
        if ending not in endings or len(word) - length < (_FEWEST_BEFORE_S if ending == "s" else _FEWEST_LETTERS):
            continue
        if word.endswith("ss"):
            break
        stem = word[:-length]
        return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "aeiouls" else stem
    return word


def _words_of(name: str) -> frozenset[str]:
    """Return the folded words of a list, of all languages together: documents mix them."""
    lines = (line for path in sorted(_WORD_LISTS.glob(f"*/{name}.txt")) for line in path.read_text("utf-8").splitlines())
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in line.split())


_EMPTY = _words_of("empty")
_TRADE = _words_of("trade")
_FREQUENT = _words_of("frequent")


def terms_of(text: str) -> dict[str, float]:
    """Return the terms of `text` and how much each says about its subject (0 to 1), before rarity.

    A term is a word's stem, a number, or two neighbouring characters of Chinese, Japanese or Korean.
    """
    terms: dict[str, float] = {}
    if not text.isascii():
        for run in _IDEOGRAPHS.findall(text):
            terms.update(map(_pair, _pairs(run)))
        text = _IDEOGRAPHS.sub(" ", text)
    terms.update(map(_term_of, _TOKEN.findall(text)))
    if "-" in text:
        terms.update(_joined(each) for each in _HYPHENATED.findall(text))
    terms.pop("", None)
    return terms


@lru_cache(maxsize=60_000)
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
    if _is_listed(folded, _TRADE):
        return stem + _TRADE_MARK, TRADE_WORD
    if _is_listed(folded, _FREQUENT):
        return stem + _FREQUENT_MARK, FREQUENT_WORD
    return stem, 1.0


def _joined(hyphenated: str) -> tuple[str, float]:
    """Return the term of a word with a hyphen as a whole: a "check-in" is more than a check, and the same as a "checkin"."""
    return stem_of(fold(hyphenated.replace("-", ""))), 1.0


def bare(term: str) -> str:
    """Return the stem of a term that is a word."""
    return term.rstrip(MARKS)


def weight_of(term: str) -> float:
    """Return what a word's term says about the subject."""
    return TRADE_WORD if term.endswith(_TRADE_MARK) else FREQUENT_WORD if term.endswith(_FREQUENT_MARK) else 1.0


def _is_listed(word: str, listed: frozenset[str]) -> bool:
    if word in listed:
        return True
    if word.endswith(("ies", "ied")) and word[:-3] + "y" in listed:
        return True
    return any(word.endswith(ending) and word[: -len(ending)] in listed for ending in _INFLECTED)


@lru_cache(maxsize=20_000)
def _pair(pair: str) -> tuple[str, float]:
    """Return two neighbouring characters, and what they say: little where they only bind words together."""
    if pair in _TRADE or all("\u3040" <= character <= "\u309f" for character in pair):
        return pair, IDEOGRAPH_PAIR * TRADE_WORD
    return pair, IDEOGRAPH_PAIR


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[index : index + 2] for index in range(len(run) - 1)]
