"""A challenge that passed the referee, as the event that opens its round: everything as it is shown."""

from sparring.bout.moves import Raise
from sparring.bout.passages import searched_in_vain
from sparring.bout.shown import anchor_record, earlier_record, passage_record, quotes_of
from sparring.bout.state import Bout
from sparring.challenge import Challenge
from sparring.lenses.catalogue import Catalogue
from sparring.library.model import Library
from sparring.record.events import ChallengeRaised, Considered, Fallback

MOST_CONSIDERED = 6
"""Candidates that the transcript names beside the one raised: enough for a coach to see what was passed over."""


def challenge_raised(
    challenge: Challenge, move: Raise, bout: Bout, catalogue: Catalogue, library: Library, fallback: Fallback = "", asked_by_coach: str = ""
) -> ChallengeRaised:
    """Return the event.

    Args:
        challenge: as it will be shown.
        move: the planner's, with what else could have been raised.
        bout: before the round.
        catalogue: the lenses.
        library: the strategy documents.
        fallback: why the bank speaks in a model's stead, if it does.
        asked_by_coach: the coach who asked for it as another angle, or "".
    """
    choice, draft = challenge.choice, bout.draft
    lens = catalogue[choice.lens]
    others = tuple(other for other in move.choices if other != choice)[:MOST_CONSIDERED]
    return ChallengeRaised(
        round=len(bout.rounds) + 1,
        closing=move.closing,
        lens=lens.id,
        title=lens.title,
        family=lens.family,
        anchor=anchor_record(choice.anchor),
        quotes=quotes_of(choice.anchor, bout),
        passage=passage_record(choice.passage),
        searched=searched_in_vain(choice, bout, library, catalogue),
        doubt=challenge.doubt,
        question=challenge.question,
        question_id=challenge.question_id,
        rung=challenge.rung,
        origin=challenge.origin,
        evidence=choice.evidence,
        reason=choice.reason,
        considered=tuple(
            Considered(lens=other.lens, ids=tuple(item.id for key in other.anchor.keys if (item := draft.item(key))), reason=other.reason)
            for other in others
        ),
        angle_on=move.angle_on,
        asked_by_coach=asked_by_coach,
        earlier=earlier_record(choice.earlier),
        fallback=fallback,
    )
