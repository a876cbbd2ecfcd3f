"""Which lines of the strategy are sent: all of a small library, of a large one what bears on what may be talked about now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.library.model import Library, Passage
from sparring.partner.material import line, passage_line
from sparring.partner.port import Turn
from sparring.partner.tokens import tokens_of

MOST_TOKENS = 8_000
"""Of passages: more than a model takes in beside the draft, and than a team wants to pay for at every turn."""
MOST_PASSAGES = 200
NEAR_A_CHOICE = 6
NEAR_AN_ITEM = 2
AROUND = 2
IN_THE_SCHEMA = 8
"""Tokens of a passage's id among those that a reply may name."""
BEGINNING = 15
"""Lines of a document that say what it is about."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The lines of the strategy that are sent.

    Attributes:
        passages: in reading order.
        left_out: how many lines are not sent.
    """

    passages: tuple[Passage, ...] = ()
    left_out: int = 0


def passages_for(turn: Turn, room: int) -> Sent:
    """Return what is sent in `turn` where there is room for so many tokens; the least relevant is left out first.

    Args:
        turn: its library is searched.
        room: tokens.
    """
    library = turn.library
    if library.is_empty:
        return Sent()
    room = min(room, MOST_TOKENS)
    everything = library.passages
    if len(everything) <= MOST_PASSAGES and sum(map(_tokens, everything)) + _named(library) <= room:
        return Sent(tuple(everything))
    left = room
    kept: dict[str, Passage] = {}
    files: set[str] = set()
    for passage in _with_what_stands_around(tuple(_by_relevance(turn)), library):
        if passage.id in kept:
            continue
        cost = _tokens(passage) + (0 if passage.file in files else tokens_of(line({"document": passage.file})))
        if cost <= left and len(kept) < MOST_PASSAGES:
            kept[passage.id] = passage
            files.add(passage.file)
            left -= cost
    in_order = tuple(passage for passage in everything if passage.id in kept) if kept else ()
    return Sent(in_order, len(everything) - len(in_order))


def _by_relevance(turn: Turn) -> Iterator[Passage]:
    """Yield what the planner would show, what bears on its choices and on the last answers, then on every item in turn."""
    library = turn.library
    shown = {choice.passage.text for choice in turn.choices if choice.passage}
    if shown:
        yield from (passage for passage in library.passages if passage.text in shown)
    near_choices = (item.text for choice in turn.choices for key in choice.anchor.keys if (item := turn.draft.item(key)))
    last_answers = [answer.text for each in turn.rounds[-2:] for answer in each.answers]
    for words in dict.fromkeys((*near_choices, *turn.answers, *reversed(last_answers), turn.situation.bet)):
        if words.strip():
            yield from (each.passage for each in library.bearing_on(words[:600], most=NEAR_A_CHOICE))
    for item in turn.draft.items():
        if item.text:
            yield from (each.passage for each in library.bearing_on(item.text, most=NEAR_AN_ITEM))


def _with_what_stands_around(found: Sequence[Passage], library: Library) -> Iterator[Passage]:
    """Yield what was found, then what stands around it, then how each document begins: what a line means is seldom in it alone."""
    yield from found
    everything = library.passages
    places = {passage.id: place for place, passage in enumerate(everything)}
    for passage in dict.fromkeys(found):
        place = places.get(passage.id, 0)
        around = everything[max(0, place - AROUND) : place + AROUND + 1]
        yield from (each for each in around if each.file == passage.file)
    begun: Counter[str] = Counter()
    for passage in everything:
        begun[passage.file] += 1
        if begun[passage.file] <= BEGINNING:
            yield passage


def _tokens(passage: Passage) -> int:
    return tokens_of(passage_line(passage)) + IN_THE_SCHEMA


def _named(library: Library) -> int:
    return sum(tokens_of(line({"document": document.file})) for document in library.documents)
