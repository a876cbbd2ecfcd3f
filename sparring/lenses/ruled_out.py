"""What a strategy rules out, thing by thing, and whether an item asks for one of them, if under another name.

A search finds what a draft and the documents have in common; what is ruled out is named in few words, and a draft that goes against it
often has one of them only. So these lines, which are few, are compared with each item on their own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from sparring.expressions import expression
from sparring.lenses.akin import akin_to, groups_of
from sparring.library.model import Passage

ENOUGH = 0.65
"""Share of what is said of a thing ("private practices": two words) that an item has to name, so that it is the same thing."""

LIGHT = 0.3
"""Weight up to which a term is a mere word of the trade (compare `library.words`)."""

FEWEST_LETTERS = 6
"""Letters at the beginning that two words of one family share."""

COMPOUND = 11
FEWEST_BEFORE = 4
"""Letters of a word from which on another may stand within it, and before that other: German puts words together."""

SHORTEST_END = 4
"""Letters of the word with which a compound of an item ends, so that it is one of those things ("Lagerkosten" where it says "Kosten")."""

_CODE = expression(r"^\W*(?:[A-Z]{0,2}\d{1,2}[.):]?\s+)?")
_CONDITION = expression(
    r"\b(?:before|until|unless|as long as|because|since|bevor|vor|bis|solange|außer|sofern|weil|da)\b|[:;]|\s[-–—]\s|\.\s|"
    r",\s(?:we|they|it|this|that|which|wir|sie|es|das|die|der)\s|\s(?:with|who|mit)\s",
    re.IGNORECASE,
)
"""Where what follows says when, why or of what kind."""
_BRACKETS = expression(r"[(\[]([^()\[\]]*)[)\]]")
_OR = expression(r",|/|\s(?:and|or|nor|und|oder|sowie|noch)\s", re.IGNORECASE)
_NEGATION = expression(
    r"\b(?:not|no|never|nor|don't|won't|do not|will not|kein\w*|nicht|nie|niemals|without|ohne|deliberately|bewusst|anymore|mehr|"
    r"keep(?:s|ing)? away from|stay(?:s|ing)? (?:away from|out of)|say(?:ing)? no to|decided against|gegen|verzichten auf)\b",
    re.IGNORECASE,
)
_WHAT_IS_DONE = frozenset(
    (
        *(
            "accept",
            "buil",
            "build",
            "buy",
            "chas",
            "compet",
            "enter",
            "forc",
            "go",
            "mak",
            "offer",
            "own",
            "pursu",
            "sell",
            "serv",
            "support",
        ),
        *("want", "work", "anybody", "anyon", "everybody", "anbiet", "bau", "bedien", "biet", "mach", "verkauf", "verfolg", "woll", "eig"),
        *("year", "cycl", "quarter", "jahr", "quartal", "zyklus"),
    )
)
"""Stems that say what is (not) done with a thing, not which thing."""

Thing = frozenset[str]
"""What is ruled out, as the stems that name it."""


class RuledOut:
    """Lines that rule something out, found by the words of an item.

    A thing that most items name is left out: it is what the team works on, whatever else is ruled out of it.
    """

    def __init__(
        self, passages: Iterable[Passage], items: Iterable[str], named_by: "Callable[[Passage], tuple[Thing, ...]] | None" = None
    ) -> None:
        """Take up lines, with what they name (`things_of`, unless told otherwise), and the texts of all items."""
        things_in_line = named_by or things_of
        self._passages: list[Passage] = []
        self._things: list[tuple[int, Thing]] = []
        self._named_by: dict[str, set[tuple[int, str]]] = defaultdict(set)
        self._by_end: dict[str, set[int]] = defaultdict(set)
        for passage in passages:
            for thing in things_in_line(passage):
                for stem in thing:
                    self._by_end[stem].add(len(self._things))
                    for key in _keys(stem):
                        self._named_by[key].add((len(self._things), stem))
                self._things.append((len(self._passages), thing))
            self._passages.append(passage)
        texts = list(items)
        said_by = Counter(number for words in texts for number in self._asked_for(words))
        self._own = {number for number, times in said_by.items() if 2 * times > len(texts)}

    def against(self, words: str) -> Passage | None:
        """Return the first line that rules out what an item asks for."""
        asked = [self._things[number][0] for number in self._asked_for(words) if number not in self._own]
        return self._passages[min(asked)] if asked else None

    def _asked_for(self, words: str) -> list[int]:
        """Return the numbers of the things of which an item names most."""
        if not self._things:
            return []
        named: dict[int, set[str]] = defaultdict(set)
        for said in _stems(words):
            for number, stem in self._named_by.get(_key(said), ()):
                named[number].add(stem)
            for at in range(FEWEST_BEFORE, len(said) - SHORTEST_END + 1):
                for number in self._by_end.get(said[at:], ()):
                    named[number].add(said[at:])
        return [number for number, stems in named.items() if len(stems) >= ENOUGH * len(self._things[number][1])]


@lru_cache(maxsize=2_000)
def things_of(passage: Passage) -> tuple[Thing, ...]:
    """Return the things that a line rules out; none where only words of the trade are left."""
    from sparring.library.sentences import sentences_of

    first = next(sentences_of(passage.text), None)
    text = _CODE.sub("", first.of(passage.text) if first else passage.text)
    named = [_CONDITION.split(_BRACKETS.sub(" ", text), maxsplit=1)[0], *_BRACKETS.findall(text)]
    if says_no_new(passage):
        # For whom or where they would be is what the team works on anyway.
        named = [_FOR_WHOM.split(_NEW.sub(" ", named[0]), maxsplit=1)[0]]
    things = (_stems(_NEGATION.sub(" ", part)) - _WHAT_IS_DONE for each in named for part in _OR.split(each))
    return tuple(dict.fromkeys(_apart(thing) for thing in things if thing))


def things_in(text: str) -> tuple[Thing, ...]:
    """Return the things that a few words name, parted by commas or "and"."""
    things = (_stems(part) - _WHAT_IS_DONE for part in _OR.split(text))
    return tuple(dict.fromkeys(_apart(thing) for thing in things if thing))


@lru_cache(maxsize=2_000)
def says_no_new(passage: Passage) -> bool:
    """Return whether a line rules out more of something ("no further apps"): it says nothing against those that there are."""
    return _NO_NEW.search(_CONDITION.split(passage.text, maxsplit=1)[0]) is not None


_NEW = expression(r"\b(?:new|further|more|additional|other|another|neu\w*|weiter\w*|zusätzlich\w*|mehr|andere\w*)\b", re.IGNORECASE)
_NO_NEW = expression(
    r"\b(?:no|not|never|n't(?:\s\w+)?|kein\w*|nicht)\s(?:any\s|noch\s)?(?:new|further|more(?!\sthan)|additional|neue\w*|weitere\w*|zusätzliche\w*|mehr(?!\sals))\s",
    re.IGNORECASE,
)
_FOR_WHOM = expression(r"\s(?:for|to|at|in|on|with|by|für|in|im|an|am|auf|bei|mit|zu|zum|zur)\s", re.IGNORECASE)


def _apart(thing: Thing) -> Thing:
    """Return a thing without words that only join others of its words by a hyphen."""
    return frozenset(stem for stem in thing if not any(other != stem and other in stem for other in thing))


@lru_cache(maxsize=4_000)
def _stems(text: str) -> frozenset[str]:
    from sparring.library.words import bare, terms_of

    terms = ((bare(term), weight) for term, weight in terms_of(text).items() if not term[0].isdecimal())
    return frozenset(stem for stem, weight in terms if weight > LIGHT or groups_of(stem))


def _key(stem: str) -> str:
    return stem[:FEWEST_LETTERS]


def _keys(stem: str) -> set[str]:
    """Return by what a stem is found: how its family begins, or a word within it, and all that means the same."""
    within = (
        {stem[at : at + FEWEST_LETTERS] for at in range(FEWEST_BEFORE, len(stem) - FEWEST_LETTERS + 1)} if len(stem) >= COMPOUND else set()
    )
    return {_key(stem)} | within | {_key(other) for other in akin_to(stem)}
