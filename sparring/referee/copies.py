"""F2 and F5: edited copies of the team's lines and quotations that are not verbatim."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from sparring.referee.normalise import plain
from sparring.referee.sentences import sentences

_OWN_LEAST_WORDS = 3
"""A shorter item is a word or two that any sentence may hold."""
_EDITED_LEAST_WORDS = 4
_EDITED_LIKENESS = 78.0
_EXTENSION = re.compile(
    r",? (?:in|for|by|with|at|on|from|to|within|across|among|and|so that|until|für|bei|mit|bis|im|auf|"
    r"um|und|ohne|without|while|per|every)\b"
    r"(?!.*\b(?:is|are|was|were|has|have|do|does|did|can|could|may|might|will|would|should|says?|means?|"
    r"tells?|leaves?|counts?|pulls?|sounds?|"
    r"looks?|reads?|ist|sind|war|hat|haben|kann|könnte|wird|würde|sagt|heißt|klingt|steht|ziehen|widersprechen)\b)"
)
"""What makes a line longer without saying anything about it."""


def own_words_removed(text: str, items: Iterable[str]) -> str:
    """Take whole items out of `text`: repeating the team's own line states no new goal."""
    lowered = text.lower()
    present = [own for item in items if (own := item.strip(" .")) and own.lower() in lowered and len(own.split()) >= _OWN_LEAST_WORDS]
    for own in sorted(present, key=len, reverse=True):
        text = re.sub(re.escape(own), "this line", text, flags=re.IGNORECASE)
    return text


def edited_copy(text: str, items: Iterable[str]) -> bool:
    """F2: a statement that is nearly an item, and not the item."""
    statements = [sentence.lower.rstrip(" .!\"'“”’)") for sentence in sentences(text) if not sentence.is_question]
    for item in items:
        own = plain(item).strip(" .").lower()
        if len(own.split()) < _EDITED_LEAST_WORDS:
            continue
        for said in statements:
            if said.startswith(own) and _EXTENSION.match(said, len(own)):
                return True
            if said not in own and own not in said and fuzz.ratio(said, own, score_cutoff=_EDITED_LIKENESS):
                return True
    return False


_QUOTED = re.compile(r"[\"“„«»”]([^\"“”„«»]{3,})[\"“”„«»]|(?<!\w)['‘‚]([^'‘’]{3,})['’‘](?!\w)")
_QUOTED_LEAST_WORDS = 3
"""One word or two between marks name a word; they quote no line."""


def false_quotation(text: str, sources: Iterable[str]) -> bool:
    """F5: words in quotation marks that no text of the team holds."""
    quoted = [
        words
        for match in _QUOTED.finditer(text)
        if len((words := _bare(next(filter(None, match.groups())))).split()) >= _QUOTED_LEAST_WORDS
    ]
    if not quoted:
        return False
    own = [_bare(source) for source in sources]
    return any(not any(words in source for source in own) for words in quoted)


def _bare(text: str) -> str:
    return " ".join(plain(text).strip(" .,;:!?…").lower().split())
