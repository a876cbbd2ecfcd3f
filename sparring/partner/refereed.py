"""The one path on which a challenge reaches the team: a partner's words, judged; on a breach asked again, then the bank's."""

from collections.abc import Iterator
from dataclasses import dataclass

from sparring.challenge import Challenge, Choice
from sparring.lenses.catalogue import Catalogue
from sparring.partner.bank import last_resort, wordings
from sparring.partner.ground import ground_of
from sparring.partner.port import Partner, Turn
from sparring.partner.tags import tags_of
from sparring.referee.judge import judge

MOST_REPEATS = 2
"""How often a partner is asked again with the broken rule named (REFEREE.md, "On a breach")."""


@dataclass(frozen=True, slots=True)
class Refereed:
    """What reaches the team, and what did not.

    Attributes:
        challenge: it passed the referee.
        withheld: ids of the broken rules, one for each reply that was refused; never their texts.
    """

    challenge: Challenge
    withheld: tuple[str, ...] = ()


async def refereed(partner: Partner, turn: Turn, catalogue: Catalogue) -> Refereed:
    """Ask `partner` for a challenge until one passes, then take the bank's words.

    Args:
        partner: raises whatever its call raises: a failed call is the session's to report.
        turn: what the partner may know.
        catalogue: the lenses that may be raised, and the bank.
    """
    withheld: list[str] = []
    choice = turn.choices[0]
    for _ in range(1 + MOST_REPEATS):
        challenge = await partner.challenge(turn, withheld[-1] if withheld else None)
        rule = _broken_by(challenge, turn, catalogue)
        if rule is None:
            return Refereed(challenge, tuple(withheld))
        withheld.append(rule)
        if rule != "choice":
            choice = challenge.choice
        if challenge.origin == "bank":
            break
    refused = challenge
    for challenge in _from_the_bank(turn, choice, catalogue):
        if challenge == refused:
            continue
        rule = _broken_by(challenge, turn, catalogue)
        if rule is None:
            return Refereed(challenge, tuple(withheld))
        withheld.append(rule)
    return Refereed(last_resort(choice, turn.rung, turn.language), tuple(withheld))


def _broken_by(challenge: Challenge, turn: Turn, catalogue: Catalogue) -> str | None:
    choice = challenge.choice
    if choice not in turn.choices and (choice.lens not in catalogue or any(turn.draft.item(key) is None for key in choice.anchor.keys)):
        return "choice"
    return judge(challenge, ground_of(turn, choice), language=_language_of(challenge, turn, catalogue)).rule


def _language_of(challenge: Challenge, turn: Turn, catalogue: Catalogue) -> str:
    """Return the bout's language, but for lines of a lens that does not speak it: a coach's own may have its questions in English only."""
    lens = catalogue.get(challenge.choice.lens)
    return lens.language if lens and challenge.origin == "bank" and challenge.question_id else turn.language


def _from_the_bank(turn: Turn, choice: Choice, catalogue: Catalogue) -> Iterator[Challenge]:
    """The lens's own lines first, then those of what else the planner would raise."""
    for each in (choice, *(other for other in turn.choices if other != choice)):
        if lens := catalogue.get(each.lens):
            yield from wordings(lens, each, tags_of(turn, each), turn.rung, turn.spoken, turn.seed, spoken_texts=turn.spoken_texts)
