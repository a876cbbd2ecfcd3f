"""How many tokens a text may be, without a tokenizer: those differ from model to model and fetch their tables from the net.

The estimate is meant to be too high for any model in use: what does not fit is refused by an endpoint, what is left out is only missed.
"""

from typing import Final

_LETTER: Final = 0.36
"""Tokens a character of words in basic Latin letters: English has about 0.23, German up to 0.33."""
_OTHER: Final = 1.0
"""Digits, punctuation, and letters of alphabets that a tokenizer may know less well."""
_IDEOGRAPH: Final = 2.0
_FIRST_IDEOGRAPH: Final = "\u2e80"
A_MESSAGE: Final = 12
"""Tokens that an endpoint adds around each message."""


def tokens_of(text: str) -> int:
    """Return how many tokens `text` has at most, for all that can be told."""
    letters = sum(character.isascii() and (character.isalpha() or character == " ") for character in text)
    ideographs = 0 if text.isascii() else sum(character >= _FIRST_IDEOGRAPH for character in text)
    return 1 + int(_LETTER * letters + _IDEOGRAPH * ideographs + _OTHER * (len(text) - letters - ideographs))
