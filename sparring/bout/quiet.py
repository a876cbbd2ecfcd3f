"""Rounds that brought nothing new: after two in a row, stopping is the better use of the team's time, and the partner offers it."""

import re

from sparring.bout.heard import heard_in
from sparring.bout.state import EMPTY_CLASSES, Answer, Bout, Round

QUIET_ROUNDS = 2
"""Rounds in a row that brought neither fact nor reason, or only what was said before, until the partner offers to stop."""

SAID_BEFORE = 0.8
"""Share of an answer's words that one earlier answer had too, from which on the team repeats itself."""

WORDS_OF_NOT_KNOWING = 8
"""In more words, who does not know says what there is to go by."""

_WORD = re.compile(r"[^\W_]+")


def offers_to_stop(bout: Bout) -> bool:
    """Return whether the last rounds brought nothing new."""
    return bout.stage == "rounds" and is_quiet_after(bout.rounds)


def is_quiet_after(rounds: tuple[Round, ...]) -> bool:
    """Return whether the last of `rounds`, closing questions left out, brought nothing new."""
    finished = [each for each in rounds if not each.raised.closing and (each.exchanges or each.decision)]
    last = finished[-QUIET_ROUNDS:]
    return len(last) == QUIET_ROUNDS and not any(_brought_something_new(each, rounds) for each in last)


def offered_in(rounds: tuple[Round, ...]) -> frozenset[int]:
    """Return the numbers of the rounds at whose end the partner first offered to stop, one for each run of quiet rounds."""
    quiet = [is_quiet_after(rounds[: place + 1]) and not each.raised.closing for place, each in enumerate(rounds)]
    return frozenset(each.number for place, each in enumerate(rounds) if quiet[place] and not (place and quiet[place - 1]))


def _brought_something_new(round_: Round, rounds: tuple[Round, ...]) -> bool:
    if round_.revised or (round_.decision and (round_.stance in ("keep", "will-change") or round_.decision.taken.reason)):
        return True
    before = [_words(answer.text) for each in rounds if each.number < round_.number for answer in each.answers]
    return any(_holds_something(answer) and not _was_said(_words(answer.text), before) for answer in round_.answers)


def _holds_something(answer: Answer) -> bool:
    """Whether an answer has more in it than that there is nothing: what could be looked up, or a guess beside "we don't know"."""
    if answer.main_class not in EMPTY_CLASSES or heard_in(answer.text, "disowning", "letting-go"):
        return True
    from sparring.bout.weight import is_particular  # a screen that opens has no answers to weigh yet

    if is_particular(answer.text, german=True):
        return True
    return answer.main_class == "dont-know" and len(answer.text.split()) > WORDS_OF_NOT_KNOWING


def _was_said(words: frozenset[str], before: list[frozenset[str]]) -> bool:
    return any(len(words & earlier) >= SAID_BEFORE * len(words) for earlier in before)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
