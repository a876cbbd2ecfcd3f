"""F2 and F5: edited copies of the team's lines and quotations that are not verbatim."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from sparring.referee.sentences import sentences

_OWN_LEAST_WORDS = 3
"""A shorter item is a word or two that any sentence may hold."""
_EDITED_LEAST_WORDS = 4
_EDITED_LIKENESS = 78.0


def own_words_removed(text: str, items: Iterable[str]) -> str:
    """Take whole items out of `text`: repeating the team's own line states no new goal."""
    lowered = text.lower()
    present = [own for item in items if (own := item.strip(" .")) and own.lower() in lowered and len(own.split()) >= _OWN_LEAST_WORDS]
    for own in sorted(present, key=len, reverse=True):
        text = re.sub(re.escape(own), "this line", text, flags=re.IGNORECASE)
    return text


def edited_copy(text: str, items: Iterable[str]) -> bool:
    """F2: a statement that is nearly an item, and not the item."""
    statements = [sentence.rstrip(" .!\"'“”’)").lower() for sentence in sentences(text) if not sentence.endswith("?")]
    for item in items:
        own = item.strip(" .").lower()
        if len(own.split()) < _EDITED_LEAST_WORDS:
            continue
        for said in statements:
            if said not in own and own not in said and fuzz.ratio(said, own) >= _EDITED_LIKENESS:
                return True
    return False


_QUOTED = re.compile(r"[\"“„«»”]([^\"“”„«»]{3,})[\"“”„«»]|(?<!\w)['‘‚]([^'‘’]{3,})['’‘](?!\w)")


def false_quotation(text: str, sources: Iterable[str]) -> bool:
    """F5: words in quotation marks that no text of the team holds."""
    own = [_plain(source) for source in sources]
    return any(not any(_plain(next(filter(None, match.groups()))) in source for source in own) for match in _QUOTED.finditer(text))


def _plain(text: str) -> str:
    return " ".join(text.strip(" .,;:!?…").lower().replace("’", "'").split())
