"""Recognises lines of the strategy that put something off: what asks for it now goes ahead of them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sparring.lenses.words import packaged_words
from sparring.library.model import Passage
from sparring.text import Span

LONGEST_HEADING = 40
"""Characters of a heading that says when; in a longer one the word is an aside."""

LONGEST_BEGINNING = 120
"""Characters of a passage in which it says when."""

_THEN_WHAT = re.compile(r"(?:\s[\w./]+){0,3}(?::|\s[-–—])\s")
_SUBJECT_FIRST = re.compile(r"^[^:(–—]{3,80}?(?:\s[-–—]\s|:\s|\s\()")
_FOLLOWS = re.compile(r"\b(?:follow|folg|come(?:s)? later|komm)", re.IGNORECASE)
_FOLLOWS_LATER = re.compile(
    r"(?:^\W*|[,;:–—]\s(?:und\s|and\s)?)(?P<what>[^,;:.–—]{2,60}?)\s(?:will\s)?"
    r"(?:follow(?:s|ing)?|folg(?:t|en)|come(?:s)? later|komm(?:t|en)(?: erst)? später)\b"
    r"(?:(?<=later)|(?<=später)|\s(?:only\s|erst\s)?(?:(?:in|im|ab|from|after|nach)\s)?(?:20\d\d|Q[1-4]|H[12]|next|later|nächste\w*|später)\b)",
    re.IGNORECASE,
)
"""What a line says of a thing beside the one that comes first: "..., the south follows in 2031"."""
_ALL = ("en", "de")


def is_put_off(passage: Passage) -> bool:
    """Return whether a passage names something for later."""
    return what_is_put_off(passage) is not None


@lru_cache(maxsize=1_024)
def what_is_put_off(passage: Passage) -> str | None:
    """Return the words of a passage that name what is for later; None where nothing is.

    It begins so ("later: an app"), says so of its subject ("App: not before May"), or stands under such a heading ("Later"). The phrases
    stand in `prompts/words/*/put-off.txt`; documents mix languages, so both are listened for.
    """
    beginning = passage.text[:LONGEST_BEGINNING]
    if _FOLLOWS.search(beginning) and (follows := _FOLLOWS_LATER.search(beginning)):
        return follows["what"]
    words = packaged_words().only(("put-off",), _ALL)
    heading = passage.headings[-1] if passage.headings else ""
    if len(heading) <= LONGEST_HEADING and _begins(heading, words.find(heading).get("put-off", ())):
        return passage.text
    if not words.is_met(beginning):
        return None
    spans = words.find(beginning).get("put-off", ())
    subject = _SUBJECT_FIRST.match(beginning)
    if subject is not None and any(0 <= span.start - subject.end() <= 1 for span in spans):
        return subject[0]
    then = next((match for span in spans if _begins(beginning, (span,)) and (match := _THEN_WHAT.match(beginning, span.end))), None)
    return passage.text[then.end() :] if then else None


def _begins(text: str, spans: Iterable[Span]) -> bool:
    first = next((number for number, character in enumerate(text) if character.isalnum()), 0)
    return any(span.start == first for span in spans)
