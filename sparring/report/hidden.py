"""Bouts without anybody's name or words: teams by letters, people by numbers, and only the bank's own questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sparring.bout.glance import BoutRounds, RoundGlance


@dataclass(frozen=True, slots=True)
class Aliases:
    """What teams and people are called while their names are hidden.

    Attributes:
        teams: by their names.
        people: by their names, case aside.
    """

    teams: dict[str, str]
    people: dict[str, str]


def aliases(bouts: Iterable[BoutRounds]) -> Aliases:
    """Return letters and numbers in the order in which names first come: give it all bouts of the folders, so that a choice keeps them."""
    found = Aliases({}, {})
    for each in bouts:
        if each.team:
            found.teams.setdefault(each.team, f"Team {_letters(len(found.teams))}")
        for one in each.rounds:
            if one.owner:
                found.people.setdefault(one.owner.casefold(), f"Person {len(found.people) + 1}")
    return found


def hidden(bouts: Sequence[BoutRounds], known: Aliases | None = None) -> tuple[BoutRounds, ...]:
    """Return the bouts without names and without words of a draft or an answer.

    Args:
        bouts: the oldest first. One without a team stays without: it is nobody's letter.
        known: what everybody is called; by default as `bouts` alone give it.
    """
    called = known or aliases(bouts)
    return tuple(_hidden(each, Path(f"bout-{number}"), called) for number, each in enumerate(bouts, start=1))


def _hidden(bout: BoutRounds, path: Path, called: Aliases) -> BoutRounds:
    team = called.teams.get(bout.team, "")
    return replace(bout, path=path, team=team, draft="", rounds=tuple(_without_words(each, called) for each in bout.rounds))


def _without_words(one: RoundGlance, called: Aliases) -> RoundGlance:
    # The bank's questions hold no words of a draft; a model's and a coach's may.
    question = one.question if one.question_id else ""
    return replace(one, words="", proof="", owner=called.people.get(one.owner.casefold(), ""), question=question)


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
