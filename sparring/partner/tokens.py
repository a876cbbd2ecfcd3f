"""How many tokens a text may be, without a tokenizer: those differ from model to model and fetch their tables from the net.

The estimate is meant to be too high for any model in use: what does not fit is refused by an endpoint, what is left out is only missed.
"""

import re
from typing import Final

_LETTER: Final = 0.3
"""Tokens a character of words in basic Latin letters: English has about 0.23, German up to 0.3."""
_MARK: Final = 0.7
"""Punctuation: marks that follow each other, as in JSON, often are one token."""
_OTHER: Final = 1.0
"""Digits, and letters of alphabets that a tokenizer may know less well."""
_IDEOGRAPH: Final = 2.0
_FIRST_IDEOGRAPH: Final = "\u2e80"
_LETTERS: Final = re.compile(r"[A-Za-z ]")
_MARKS: Final = re.compile(r"[!-/:-@\[-`{-~]")
A_MESSAGE: Final = 12
"""Tokens that an endpoint adds around each message."""


def tokens_of(text: str) -> int:
    """Return how many tokens `text` has at most, for all that can be told."""
    letters = len(_LETTERS.findall(text))
    marks = len(_MARKS.findall(text))
    ideographs = 0 if text.isascii() else sum(character >= _FIRST_IDEOGRAPH for character in text)
    others = len(text) - letters - marks - ideographs
    return 1 + int(_LETTER * letters + _MARK * marks + _IDEOGRAPH * ideographs + _OTHER * others)
