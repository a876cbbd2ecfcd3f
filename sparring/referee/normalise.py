"""The plain reading of a text: what a person sees, whatever characters it was typed with.

A goal must not pass because a letter comes from another alphabet, a word is cut by characters that show nothing, or digits stand on their
side. The rules on meaning read this; the rules on shape read the text as it is.
"""

import re
import unicodedata
from typing import Final

from sparring.expressions import expression

_KEPT = frozenset("½¼¾⅓⅔⅕⅛…²³€£¥")
"""Characters that compatibility forms would change into something else than what is meant."""

_LOOKALIKES: Final = str.maketrans(
    "аасеёорхуіїјѕԁһвкмнтАВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχıɡ",
    "aaceeopxyiijsdhbkmhtABCEHIJKMOPSTXYABEZHIKMNOPTYXaeiknoptuxig",
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘´`ʼ", "'") | dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))
_SPACES = expression(r" {2,}")
_WORD = expression(r"\S+")
_SPREAD = expression(r"(?<!\w)(?:[^\W\d_][ .·*_-]){4,}[^\W\d_](?!\w)")
_BETWEEN_LETTERS = expression(r"[ .·*_-]")
_PART = r"(?:[^\W\d_]+(?:'[^\W\d_]+)?\d*|\d+(?:[.,]\d+)*%?)"
_CHAIN = expression(rf"(?<!\w){_PART}(?:(?:[-_]{{1,3}}{_PART}){{2,}}|(?:[-_.,/+~·•]{_PART}){{3,}})")
_LINK = expression(r"(?<!\d)[-_.,/+~·•]{1,3}|[-_.,/+~·•]{1,3}(?!\d)|[-_/+~·•]{1,3}")
_LETTERS = expression(r"[^\W\d_]+")
_ABBREVIATIONS = (
    (expression(r"\be\. ?g\.", re.IGNORECASE), "for example"),
    (expression(r"\bi\. ?e\.", re.IGNORECASE), "that is"),
    (expression(r"\bz\. ?b\.", re.IGNORECASE), "zum beispiel"),
    (expression(r"\bd\. ?h\.", re.IGNORECASE), "das heißt"),
    (expression(r"\bbspw\.", re.IGNORECASE), "zum beispiel"),
)


def plain(text: str) -> str:
    """Return `text` as it looks: one kind of dash and apostrophe, no invisible characters, no letters of another alphabet inside a word.

    Three words or more that are chained into one ("end-of-quarter") are words of their own: a goal is one with hyphens too.
    """
    if not text.isascii():
        shown = "".join(
            character if character.isascii() or character in _KEPT else unicodedata.normalize("NFKC", character) for character in text
        )
        shown = unicodedata.normalize("NFC", shown)
        nothing = {character for character in set(shown) if _shows_nothing(character)}
        shown = "".join(character for character in shown if character not in nothing) if nothing else shown
        text = _WORD.sub(_in_one_alphabet, shown).translate(_DASHES)
    text = _SPACES.sub(" ", text)
    text = _SPREAD.sub(lambda match: _BETWEEN_LETTERS.sub("", match.group()), text)
    text = _CHAIN.sub(_unchained, text)
    if "." in text:
        for abbreviation, words in _ABBREVIATIONS:
            text = abbreviation.sub(words, text)
    return text


def _unchained(match: re.Match[str]) -> str:
    """Return a chain as its words; a date and an abbreviation are none."""
    words = _LETTERS.findall(match.group())
    return _LINK.sub(" ", match.group()) if sum(len(word) > 1 for word in words) > 1 else match.group()


def _shows_nothing(character: str) -> bool:
    """Whether it is a format character, or a mark drawn over the letter before it (what is no accent is left over by composing)."""
    category = unicodedata.category(character)
    return (category == "Cc" and character not in "\n\r\t") or category in ("Cf", "Mn", "Me", "Co", "Cn")


def _in_one_alphabet(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii() or not any(character.isascii() and character.isalpha() for character in word):
        return word
    return word.translate(_LOOKALIKES)
