"""How words are indexed and looked for, in any language.

Scripts that put no spaces between words are indexed by pairs of neighbouring characters, so that any two characters find each other.
Everything else is left to SQLite's own division into words, without case; accents are taken off before.
"""

import re
import unicodedata
from itertools import combinations
from typing import Final

from sparring.archive.index.store import storable

_UNSPACED: Final = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff\u31f0-\u31ff"  # Japanese syllables
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Chinese characters
    "\uac00-\ud7af"  # Korean syllables, whose endings hang on to the word
    "\U00020000-\U0003ffff"
)
_RUN: Final = re.compile(f"[{_UNSPACED}]+")
_QUOTED: Final = re.compile(r'["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)')
# Vowel signs of these scripts are no word characters by themselves.
_WORD: Final = re.compile(rf"[\w{_UNSPACED}]+")
_STROKES: Final = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_UMLAUT: Final = re.compile("[äöüøåÄÖÜØÅ]")
_OUT: Final = re.compile("([aou])e")
_MOST_SPELLED: Final = 3
"""Words of a phrase that are looked for in both spellings."""
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
LONGEST_QUERY: Final = 300
"""Characters of a search that are looked at."""


def indexed(text: str) -> str:
    """Return `text` as it goes into the index."""
    if text.isascii():
        return text
    plain = _RUN.sub(lambda run: f" {_pairs(run[0])} ", _plain(text))
    composed = unicodedata.normalize("NFC", text)
    if not _UMLAUT.search(composed):
        return plain
    # Where a keyboard has no umlauts, people spell them out: such words are there a second time.
    spelled = (word.casefold().translate(_SPELLED_OUT) for word in _WORD.findall(composed) if _UMLAUT.search(word))
    return f"{plain} {_plain(' '.join(spelled))}"


def match_for(query: str) -> str:
    """Return an FTS5 expression for what somebody typed; "" where there is nothing to look for.

    Words must all be there, in any order; what stands in quotation marks or is joined by hyphens stands together; the last word may be
    the beginning of one.
    """
    query = _plain(query[:LONGEST_QUERY])
    phrases = [(found.start(), found[1], True) for found in _QUOTED.finditer(query)]
    rest = _QUOTED.sub(lambda found: " " * len(found[0]), query)
    phrases += [(found.start(), found[0], False) for found in re.finditer(r"\S+", rest)]
    terms = []
    ordered = sorted(phrases)
    for place, (_, phrase, closed) in enumerate(ordered):
        words = _words(phrase)
        if words:
            open_ended = not closed and place == len(ordered) - 1 and _WORD.match(query[-1:]) is not None
            terms.append(_either(words, open_ended=open_ended))
    return " AND ".join(terms)


def _either(words: list[str], *, open_ended: bool) -> str:
    """Return words that stand together, and the same with umlauts that somebody spelled out; alone, a word is indexed in both ways."""
    out = [place for place, word in enumerate(words) if _OUT.search(word)][:_MOST_SPELLED] if len(words) > 1 else []
    ways = [
        [_OUT.sub(r"\1", word) if place in chosen else word for place, word in enumerate(words)]
        for count in range(len(out) + 1)
        for chosen in combinations(out, count)
    ]
    phrases = [_phrase(way, open_ended=open_ended) for way in ways]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"


def place_of(word: str, text: str) -> tuple[int, int] | None:
    """Return where `word` stands in `text` as a search finds it, accents and case aside; None where it does not."""
    wanted = _plain(word).casefold()
    composed = _UMLAUT.search(text) is not None
    for spelling in (_plain, _spelled_out) if composed else (_plain,):
        bare, origins = "", []
        for place, character in enumerate(text):
            piece = spelling(character).casefold()
            bare += piece
            origins += [place] * len(piece)
        start = bare.find(wanted) if wanted else -1
        if start >= 0:
            return origins[start], origins[start + len(wanted) - 1] + 1
    return None


def _spelled_out(character: str) -> str:
    return character.casefold().translate(_SPELLED_OUT)


def _plain(text: str) -> str:
    """Return `text` without accents: people type names as their keyboard has them."""
    if text.isascii():
        return text
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_STROKES)
    return storable(unicodedata.normalize("NFC", bare))


def _words(phrase: str) -> list[str]:
    """Return the words of a phrase as the index has them."""
    words = []
    for word in _WORD.findall(phrase):
        start = 0
        for run in _RUN.finditer(word):
            words += [word[start : run.start()], *_pairs(run[0]).split()]
            start = run.end()
        words.append(word[start:])
    return [word for word in words if word]


def _phrase(words: list[str], *, open_ended: bool) -> str:
    # One character of an unspaced script alone is the beginning of a pair.
    alone = len(words) == 1 and len(words[0]) == 1 and _RUN.fullmatch(words[0]) is not None
    return f'"{" ".join(words)}"{" *" if alone or (open_ended and not _RUN.search(words[-1])) else ""}'


def _pairs(run: str) -> str:
    return " ".join(run[at : at + 2] for at in range(len(run) - 1)) if len(run) > 1 else run
