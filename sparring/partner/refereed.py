"""The one path on which a challenge reaches the team: a partner's words, judged; on a breach asked again, then the bank's.

It fails closed: what could not be judged is withheld. A withheld text ends with the call that brought it; its rule's id alone goes on.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sparring.challenge import Challenge, Choice
from sparring.lenses.catalogue import Catalogue
from sparring.partner.bank import is_repetition, last_resort, wordings
from sparring.partner.budget import Budget, Clock, Purse
from sparring.partner.chat import OnProgress, unheard
from sparring.partner.faults import CallFault
from sparring.partner.ground import ground_of
from sparring.partner.permitted import is_permitted
from sparring.partner.port import Breach, Partner, Turn
from sparring.partner.tags import tags_of
from sparring.referee.judge import judge
from sparring.referee.verdicts import withdrawal

MOST_REPEATS = 2
"""How often a partner is asked again with the broken rule named (REFEREE.md, "On a breach")."""

Fallback = Literal["", "withheld", "budget", "reader-away"]
"""Why the bank speaks instead of the model: its replies were withheld, the turn's budget was spent, or the second reader did not answer."""

_GROUNDED = frozenset({"fact", "reason", "commits", "disputes", None})
"""Answers after which a doubt may be let go; None: there was none, or it could not be told."""


@dataclass(frozen=True, slots=True)
class Refereed:
    """What reaches the team, and what did not.

    Attributes:
        challenge: it passed the referee.
        withheld: ids of the broken rules, one for each reply that was refused; never their texts.
        fallback: why the bank speaks instead of a model; "" where nothing stood in for anything.
    """

    challenge: Challenge
    withheld: tuple[str, ...] = ()
    fallback: Fallback = ""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What one request to a partner came to.

    Attributes:
        challenge: it passed.
        rule: the rule that it broke.
        choice: what the refused challenge was about, where that was open.
        refused: a line of the bank that was refused; a model's words are not kept.
        fallback: why no further request is made.
    """

    challenge: Challenge | None = None
    rule: str | None = None
    choice: Choice | None = None
    refused: Challenge | None = None
    fallback: Fallback = ""


async def refereed(
    partner: Partner,
    turn: Turn,
    catalogue: Catalogue,
    *,
    budget: Budget | None = None,
    clock: Clock = time.monotonic,
    on_progress: OnProgress = unheard,
) -> Refereed:
    """Ask `partner` for a challenge until one passes, then take the bank's words.

    Args:
        partner: who is asked.
        turn: what the partner may know.
        catalogue: the lenses that may be raised, and the bank.
        budget: what the turn may take, if not what the partner says; when it is spent, the bank speaks.
        clock: seconds, for the budget.
        on_progress: hears how far a call is.

    Raises:
        CallFault: the first call of the turn failed; nothing was withheld then, and the session reports it.
    """
    try:
        return await _refereed(partner, turn, catalogue, Purse(budget or partner.budget, clock), on_progress)
    except (CallFault, asyncio.CancelledError) as stop:
        # The frames below hold what a model wrote; whoever keeps this must not keep that.
        stop.__context__ = stop.__cause__ = None
        raise stop.with_traceback(None) from None


async def _refereed(partner: Partner, turn: Turn, catalogue: Catalogue, purse: Purse, on_progress: OnProgress) -> Refereed:
    withheld: list[str] = []
    choice = turn.choices[0]
    attempt = _Attempt()
    for _ in range(1 + MOST_REPEATS):
        attempt = await _attempt(partner, turn, catalogue, purse, withheld[-1] if withheld else None, on_progress)
        if attempt.challenge:
            return Refereed(attempt.challenge, tuple(withheld))
        if attempt.rule:
            withheld.append(attempt.rule)
        choice = attempt.choice or choice
        if attempt.refused or attempt.fallback:
            break
    fallback: Fallback = "" if attempt.refused else attempt.fallback or "withheld"
    for challenge in _from_the_bank(turn, choice, catalogue):
        if challenge == attempt.refused:
            continue
        rule = _broken_by(challenge, turn, catalogue)
        if rule is None:
            return Refereed(challenge, tuple(withheld), fallback)
        withheld.append(rule)
    return Refereed(last_resort(choice, turn.rung, turn.language), tuple(withheld), fallback)


async def _attempt(
    partner: Partner, turn: Turn, catalogue: Catalogue, purse: Purse, broken_rule: str | None, on_progress: OnProgress
) -> _Attempt:
    if purse.is_spent:
        return _Attempt(fallback="budget")
    purse.count_call()
    try:
        async with asyncio.timeout(purse.seconds_left):
            challenge = await partner.challenge(turn, broken_rule, on_progress)
    except Breach as breach:
        return _Attempt(rule=breach.rule)
    except TimeoutError:
        return _Attempt(fallback="budget")
    except CallFault:
        if broken_rule is None:
            raise
        return _Attempt(fallback="withheld")
    rule = _broken_by(challenge, turn, catalogue)
    if rule:
        return _Attempt(
            rule=rule,
            choice=None if rule == "choice" else challenge.choice,
            refused=challenge if challenge.origin == "bank" else None,
        )
    if challenge.origin == "bank" or not partner.reader:
        return _Attempt(challenge)
    return await _read_again(partner, challenge, turn, purse, on_progress)


async def _read_again(partner: Partner, challenge: Challenge, turn: Turn, purse: Purse, on_progress: OnProgress) -> _Attempt:
    """Show a model's words to the second reader: they pass when it says no, and only then."""
    if purse.is_spent:
        return _Attempt(choice=challenge.choice, fallback="budget")
    purse.count_call()
    try:
        async with asyncio.timeout(purse.seconds_left):
            found = await partner.could_be_pasted(challenge, turn, on_progress)
    except (CallFault, TimeoutError):
        return _Attempt(choice=challenge.choice, fallback="reader-away")
    return _Attempt(rule="second-reader", choice=challenge.choice) if found else _Attempt(challenge)


def _broken_by(challenge: Challenge, turn: Turn, catalogue: Catalogue) -> str | None:
    try:
        return _judged(challenge, turn, catalogue)
    except Exception:
        # Fails closed; what went wrong may hold the text, so it is not kept either.
        return "unjudged"


def _judged(challenge: Challenge, turn: Turn, catalogue: Catalogue) -> str | None:
    choice = challenge.choice
    if not is_permitted(choice, turn, catalogue):
        return "choice"
    ground = ground_of(turn, choice)
    if rule := judge(challenge, ground, language=_language_of(challenge, turn, catalogue)).rule:
        return rule
    if challenge.origin == "bank":
        return None
    if turn.answer_class not in _GROUNDED and withdrawal(f"{challenge.doubt} {challenge.question}"):
        return "withdrawal"
    said = (challenge.doubt, challenge.question)
    return "repetition" if any(is_repetition(text, turn.spoken_texts, ground.texts) for text in said if text) else None


def _language_of(challenge: Challenge, turn: Turn, catalogue: Catalogue) -> str:
    """Return the bout's language, but for lines of a lens that does not speak it: a coach's own may have its questions in English only."""
    lens = catalogue.get(challenge.choice.lens)
    return lens.language if lens and challenge.origin == "bank" and challenge.question_id else turn.language


def _from_the_bank(turn: Turn, choice: Choice, catalogue: Catalogue) -> Iterator[Challenge]:
    """The lens's own lines first, then those of what else the planner would raise."""
    for each in (choice, *(other for other in turn.choices if other != choice)):
        if lens := catalogue.get(each.lens):
            tags, said = tags_of(turn, each), turn.spoken_texts
            yield from wordings(lens, each, tags, turn.rung, turn.spoken, turn.seed, spoken_texts=said, answers=turn.answers)
