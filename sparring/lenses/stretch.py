"""The stretch of a line that a coach would point at: the phrase that was found, with the words that belong to it."""

import re

from sparring.lenses.view import Reading, View
from sparring.lenses.words import Token, is_unspaced
from sparring.text import Span

MOST_BEFORE = 3
MOST_AFTER = 4
"""Words taken in before and after what was found. A finger laid on a line covers a handful of words, not half a sentence."""
A_LITTLE_MORE = 2
"""Words after that are taken in too where the part of the sentence ends with them: a cut in the middle of a name reads badly."""

FEW_WORDS = 3
MOST_WORDS = 6
"""Words of a line's beginning: fewer than this say too little to recognise it by, more are the line."""


def stretch_of(reading: Reading, view: View, phrase: Span) -> Span:
    """Return `phrase` with the words around it that say one thing with it: "Launch the new setup wizard" for "Launch".

    It goes no further than a mark of punctuation or a word that begins another part of the sentence ("for", "and", "bis"): the list
    `stretch-ends`. A number before it belongs to it and begins it ("12 workshops").
    """
    words = reading.words
    inside = [number for number, token in enumerate(words) if token.span.end > phrase.start and token.span.start < phrase.end]
    if not inside:
        return phrase
    ends, fillers = _starts(reading, view, "stretch-ends"), _starts(reading, view, "stretch-fillers")
    first, last = _backward(words, inside[0], reading.opening, ends | fillers), _forward(words, inside[-1], ends)
    while first < inside[0] and words[first].span.start in fillers:
        first += 1
    last = _without_tail(reading, last, inside[-1], fillers | ends)
    links = _starts(reading, view, "stretch-links")
    if last - first <= 2 and last + 1 < len(words) and words[last + 1].span.start in links:
        last = _without_tail(reading, _past_one_end(words, last, ends), last, fillers | ends)
    if first == last and first > 0 and words[first].joined and words[first - 1].span.start in links:
        first = _backward(words, first - 1, reading.opening, ends - links)
    if first == last:
        last = _without_tail(reading, _past_one_end(words, last, ends), last, fillers | ends)
    if first == last and not _is_number(words[first]):
        first = _backward(words, first, reading.opening, ends)
    start, end = min(phrase.start, words[first].span.start), max(phrase.end, words[last].span.end)
    return Span(start, _to_the_end_of_the_word(reading.text, end))


def beginning_of(reading: Reading, view: View) -> Span | None:
    """Return the beginning of a line by which it is recognised; None where that would be all of it."""
    words = reading.words
    ends = _starts(reading, view, "stretch-ends")
    last = 0
    for number, token in enumerate(words[:MOST_WORDS]):
        enough = number >= FEW_WORDS or (number and is_unspaced(words[number - 1].word))
        if enough and (not token.joined or token.span.start in ends):
            break
        last = number
    if not words or last + 1 >= len(words):
        return None
    return Span(words[0].span.start, _to_the_end_of_the_word(reading.text, words[last].span.end))


def _starts(reading: Reading, view: View, name: str) -> frozenset[int]:
    return frozenset(span.start for span in view.phrases(reading, name))


def _is_number(token: Token) -> bool:
    return token.word[0].isdigit()


def _forward(words: tuple[Token, ...], last: int, ends: frozenset[int]) -> int:
    taken, reached = 0, last
    while last + 1 < len(words) and words[last + 1].joined and words[last + 1].span.start not in ends:
        last += 1
        taken += not _is_number(words[last])
        if taken <= MOST_AFTER:
            reached = last
        elif taken > MOST_AFTER + A_LITTLE_MORE:
            return reached
    return last


def _without_tail(reading: Reading, last: int, least: int, empty: frozenset[int]) -> int:
    while last > least and (reading.words[last].span.start in empty or _is_loose_number(reading, last)):
        last -= 1
    return last


def _is_loose_number(reading: Reading, place: int) -> bool:
    """A number at the end says how much; only behind a name it is part of it ("Checkout 2.0")."""
    words = reading.words
    if not _is_number(words[place]):
        return False
    while place > 0 and _is_number(words[place]):
        place -= 1
    return place <= reading.opening or not reading.text[words[place].span.start].isupper()


def _past_one_end(words: tuple[Token, ...], last: int, ends: frozenset[int]) -> int:
    """A word alone is no stretch: take in what hangs on it ("learn more about the map", "deployed at the depot")."""
    following = _forward(words, last, ends) + 1
    if following < len(words) and words[following].joined and words[following].span.start in ends:
        return _forward(words, following, ends)
    return last


def _backward(words: tuple[Token, ...], first: int, opening: int, ends: frozenset[int]) -> int:
    if first <= opening or words[first].span.start in ends:
        return first
    taken = 0
    while first > 0 and words[first].joined and words[first - 1].span.start not in ends:
        if _is_number(words[first]) and not _is_number(words[first - 1]):
            break
        if taken == MOST_BEFORE and not _is_number(words[first - 1]):
            break
        first -= 1
        taken += not _is_number(words[first])
    return first


def _to_the_end_of_the_word(text: str, end: int) -> int:
    """Take in what belongs to the last word though it is no letter: "source{d}", "Y*gov"."""
    if end > 0 and is_unspaced(text[end - 1]):
        return end
    rest = re.match(r"[^\s,.;:!?)\]\"”“»’']*", text[end:])
    return end + (rest.end() if rest and any(map(str.isalnum, rest[0])) else 0)
