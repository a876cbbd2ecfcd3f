"""Whether an objective wants several things at once: verbs, what they are about, and what joins them."""

import re
from itertools import pairwise

from sparring.expressions import expression
from sparring.lenses.predicates.registry import condition
from sparring.lenses.view import Reading, View
from sparring.lenses.words import Token
from sparring.text import Span


@condition("two-aims")
def has_two_aims(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Two parts joined by "and" or a comma, each with a verb of aiming and something that it is about.

    "Find and keep a plot" is one aim, as its verbs are about the same; so are two things that merely stand finished side by side.
    """
    aims = {
        span.start
        for name in ("aiming", "rising", "falling")
        for span in view.phrases(reading, name)
        if not _DOER_OR_BEING.fullmatch(span.of(reading.text))
    }
    joints = [match.span() for match in _BETWEEN_AIMS.finditer(reading.text)]
    aims |= {end for _, end in joints if _NEXT_WORK.match(reading.text, end) and _is_work(view, reading.text, end)}
    bounds = [0, *(place for joint in joints for place in joint), len(reading.text)]
    parts = [
        _Part(reading.text, [word for word in reading.words if start <= word.span.start < end], aims, verbs_last=view.language == "de")
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    ]
    return any(
        (first.has_its_own and second.goes_on) or (first.ends_as_verbs_do and second.ends_as_verbs_do) for first, second in pairwise(parts)
    )


def _is_work(view: View, text: str, at: int) -> bool:
    return "shipping" in view.vocabulary.find(_NEXT_WORK.match(text, at)[1])  # type: ignore[index]  # the caller has matched it


_NEXT_WORK = expression(r"([a-z]+)(?:\s(?:up|out|off|down|over))?\s(?:the|our|a|an|its|their|all|every)\s")
"""A verb of work and what it is done to."""

_BETWEEN_AIMS = expression(r"\s(?:and|und|&|sowie)\s|,\s(?:and\s|und\s)?", re.IGNORECASE)
_DOER_OR_BEING = expression(r"\w+ers?|be|being|is|are|have|having|sein|ist|sind|wird|werden|hat|haben|wir", re.IGNORECASE)
"""What a list of verbs finds although nobody aims at anything: people who do it ("growers"), and what merely is so."""
_OF_SOMETHING_ELSE = frozenset(
    ("the", "our", "their", "its", "a", "an", "die", "der", "das", "unsere", "unser", "ihre", "ihr", "eine", "ein")
)
_HANGS_ON_THE_OTHER = frozenset(
    (
        *("when", "while", "where", "if", "before", "after", "as", "once", "so", "that", "wenn", "bevor", "nachdem", "während"),
        *(
            "sobald",
            "damit",
            "dass",
            "wo",
            "als",
            "ohne",
            "um",
            "statt",
            "anstatt",
            "without",
            "who",
            "what",
            "which",
            "how",
            "wer",
            "wen",
            "was",
            "wie",
            "welche",
        ),
    )
)
_THE_SAME = frozenset(("it", "them", "these", "those", "this", "sie", "es", "ihn", "diese"))

_INFINITIVE = expression(r"[a-zäöüß]+(?:e[nrl]n?|rn|ln)(?!\w)")
"""A German word in small letters that ends as infinitives do: no list holds all verbs."""


class _Part:
    """A part of an objective, by its words and where verbs of aiming stand."""

    def __init__(self, text: str, words: list[Token], aims: set[int], *, verbs_last: bool) -> None:
        self._words = [word.word for word in words]
        self._verbs = [number for number, word in enumerate(words) if word.span.start in aims]
        self._ends_in_verb = verbs_last and bool(self._verbs) and self._verbs[-1] == len(words) - 1 >= 1
        self.ends_as_verbs_do = (
            verbs_last
            and len(words) > 1
            and words[0].word not in _HANGS_ON_THE_OTHER
            and _INFINITIVE.match(text, words[-1].span.start) is not None
        )

    @property
    def has_its_own(self) -> bool:
        """A verb with something after it, or a German one that ends the part; or a sentence of at least three words."""
        if not self._words or self._words[0] in _HANGS_ON_THE_OTHER:
            return False
        return self.ends_as_verbs_do or any(n + 1 < len(self._words) for n in self._verbs) or len(self._words) >= 3

    @property
    def goes_on(self) -> bool:
        """It begins with a verb that has something after it, ends in a German infinitive, or is a sentence about something else."""
        if not self._verbs or len(self._words) < 2 or self._words[0] in _HANGS_ON_THE_OTHER:
            return False
        first = self._verbs[0]
        if self._words[0] in _OF_SOMETHING_ELSE:
            return first > 0
        return self._ends_in_verb or (first <= 1 and first + 1 < len(self._words) and self._words[first + 1] not in _THE_SAME)


@condition("list-of-three")
def is_a_list_of_three(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Three things in a row, the last joined by "and", each of more than one word; places and times are no things."""
    found = re.search(r"[^,]+,\s([^,]+),?\s(?:and|und|sowie)\s(.+)", reading.text)
    opening = reading.words[0].word if reading.words else ""
    if found is None or opening in _HANGS_ON_THE_OTHER or any(_WHERE_OR_WHEN.match(part) for part in found.groups()):
        return False
    return len(found[1].split()) > 1 and len(found[2].split()) > 1


_WHERE_OR_WHEN = expression(
    r"(?:a|an|at|on|in|for|by|with|from|to|of|before|after|during|who|whom|what|which|how|"
    r"ein|eine|einen|am|an|auf|bei|beim|im|in|mit|von|vor|nach|zu|zum|zur|für|wer|wen|was|wie|welche\w?)\s",
    re.IGNORECASE,
)
