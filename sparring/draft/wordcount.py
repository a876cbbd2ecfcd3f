"""How many words a text has, whether its language writes spaces or not."""

from sparring.expressions import expression

UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
"""Characters of scripts without spaces between words, for use within brackets of a pattern."""

_WORD = expression(rf"[{UNSPACED}]{{1,2}}|[^\s{UNSPACED}]+")


def length_in_words(text: str) -> int:
    """Return about how many words a text has; where no spaces are written, two characters count as one."""
    return sum(1 for _ in _WORD.finditer(text))
