"""Sentences of a text, as the rules on forms read them."""

import re
from collections.abc import Iterable, Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+|(?<=:)\s+|\s[-–—]\s")
_LEADING = re.compile(
    r"^[\s\-–—*+•>\"'“„«»‘’(\[]*(?:(?:and|or|but|so|then|just|simply|maybe|perhaps|please|try to|try and|und|oder|also|einfach|"
    r"vielleicht)\s+)*",
    re.IGNORECASE,
)

NOT_IN_A_CLAUSE = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "before",
        "until",
        "unless",
        "if",
        "when",
        "whether",
        "how",
        "what",
        "why",
        "where",
        "than",
        "which",
        "who",
        "that",
        "anything",
        "what else",
    )
)
"""Put before a subject: "before you could say" offers nothing, "you could say" may."""


def holds_any(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    """Return whether any of `patterns` stands in `text`."""
    return any(pattern.search(text) for pattern in patterns)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of `text`, and what follows a colon or dash, without bullets, quotation marks and opening particles."""
    for part in _SENTENCE_END.split(text):
        if sentence := _LEADING.sub("", part).strip():
            yield sentence
