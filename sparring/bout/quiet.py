"""Rounds that brought nothing new: after two in a row, stopping is the better use of the team's time, and the partner offers it."""

import re

from sparring.bout.state import Bout, Round

QUIET_ROUNDS = 2
"""Rounds in a row that brought neither fact nor reason, or only what was said before, until the partner offers to stop."""

SAID_BEFORE = 0.8
"""Share of an answer's words that one earlier answer had too, from which on the team repeats itself."""

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
    if not round_.brought_something:
        return False
    if round_.revised or round_.decision or not round_.answers:
        return True
    before = [_words(answer.text) for each in rounds if each.number < round_.number for answer in each.answers]
    return any(not _was_said(_words(answer.text), before) for answer in round_.answers)


def _was_said(words: frozenset[str], before: list[frozenset[str]]) -> bool:
    return any(len(words & earlier) >= SAID_BEFORE * len(words) for earlier in before)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
