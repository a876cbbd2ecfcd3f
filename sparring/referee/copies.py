"""F2 and F5: edited copies of the team's lines and quotations that are not verbatim."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from sparring.referee.language import FUNCTION_WORDS
from sparring.referee.normalise import plain
from sparring.referee.sentences import form, sentences

_OWN_LEAST_WORDS = 3
"""A shorter item is a word or two that any sentence may hold."""
_EDITED_LEAST_WORDS = 4
_EDITED_LIKENESS = 78.0
_EXTENSION = form(
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
    """F2: a statement that is nearly an item, and not the item; or that is put together from the words of items."""
    items = tuple(items)
    return _nearly_an_item(text, items) or _assembled(text, items)


_ASSEMBLED_LEAST_WORDS = 3
_ASSEMBLED_SHARE = 0.74
"""Of the statement's words, those that the items hold."""
_ASSEMBLED_OF_AN_ITEM = 0.5
"""Of one item's words, those that the statement holds."""
_STEM = 5
"""Letters of a word that inflection leaves alone, mostly."""
_TOKEN = form(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_COMMENTS = form(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|should|must|means?|says?|said|takes?|tells?|"
    r"stands?|comes?|goes|counts?|"
    r"names?|depends?|seems?|sounds?|looks?|hides?|leaves?|rests?|assumes?|if|when|who|which|what|why|how|but|not|nobody|you(?! "
    r"want|'d|'ll| would)|your|this|that|"
    r"ist|sind|war|waren|hat|haben|kann|können|könnte\w*|soll|wird|werden(?! \w*$)|würde\w*|wäre\w*|sagt|heißt|steht|stehen|gibt|"
    r"geht|kommt|liegt|bleibt|zählt|"
    r"klingt|hängt|wenn|ob|wer|was|wie|warum|aber|nicht|niemand|kein\w*|(?<!wollt )(?<!würdet )ihr(?! wollt| würdet)|euer|"
    r"eure\w*|das|dies\w*)\b"
)
"""What speaks about a line instead of giving it."""


def _assembled(text: str, items: tuple[str, ...]) -> bool:
    """Nearly all words of a statement come from the items, a number or a verb of change among them, and none speaks about them."""
    own: tuple[frozenset[str], ...] = ()
    for sentence in sentences(text):
        said = sentence.lower.rstrip(" .!\"'“”’)")
        if not sentence.tells or said.endswith(":") or not any(map(str.isdigit, said)) or _COMMENTS.pattern.search(said):
            continue
        stems = _stems(said)
        if len(stems) < _ASSEMBLED_LEAST_WORDS or any(said in plain(item).lower() for item in items):
            continue
        own = own or tuple(frozenset(_stems(plain(item).lower())) for item in items)
        covers_one = any(sum(stem in stems for stem in item) >= _ASSEMBLED_OF_AN_ITEM * len(item) for item in own if item)
        if covers_one and sum(any(stem in item for item in own) for stem in stems) >= _ASSEMBLED_SHARE * len(stems):
            return True
    return False


def _stems(text: str) -> list[str]:
    return [
        token[:_STEM] for token in _TOKEN.pattern.findall(text) if token[0].isdigit() or (len(token) > 2 and token not in FUNCTION_WORDS)
    ]


def _nearly_an_item(text: str, items: tuple[str, ...]) -> bool:
    statements = [sentence.lower.rstrip(" .!\"'“”’)") for sentence in sentences(text) if not sentence.is_question]
    for item in items:
        own = plain(item).strip(" .").lower()
        if len(own.split()) < _EDITED_LEAST_WORDS:
            continue
        for said in statements:
            if said.startswith(own) and _EXTENSION.pattern.match(said, len(own)):
                return True
            if said not in own and own not in said and fuzz.ratio(said, own, score_cutoff=_EDITED_LIKENESS):
                return True
    return False


_QUOTED = form(r"[\"“„«»”]([^\"“”„«»]{3,})[\"“”„«»]|(?<!\w)['‘‚]([^'‘’]{3,})['’‘](?!\w)")
_QUOTED_LEAST_WORDS = 3
"""One word or two between marks name a word; they quote no line."""


def false_quotation(text: str, sources: Iterable[str]) -> bool:
    """F5: words in quotation marks that no text of the team holds."""
    quoted = [
        words
        for match in _QUOTED.pattern.finditer(text)
        if len((words := _bare(next(filter(None, match.groups())))).split()) >= _QUOTED_LEAST_WORDS
    ]
    if not quoted:
        return False
    own = [_bare(source) for source in sources]
    return any(not any(words in source for source in own) for words in quoted)


def _bare(text: str) -> str:
    return " ".join(plain(text).strip(" .,;:!?…").lower().split())
