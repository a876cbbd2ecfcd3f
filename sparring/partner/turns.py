"""What a partner is told for one challenge, from the bout as it stands. Pure."""

from sparring.bout.history import History, opening_questions
from sparring.bout.open_choice import items_barren, items_left_alone, points_kept_before
from sparring.bout.seeds import seed_for
from sparring.bout.shown import spoken, spoken_texts
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.lenses.model import Rung
from sparring.library.model import Library
from sparring.partner.port import Turn
from sparring.situation import Situation


def turn_on(
    bout: Bout,
    choices: tuple[Choice, ...],
    rung: Rung,
    library: Library,
    history: History,
    may_raise: frozenset[str] = frozenset(),
) -> Turn:
    """Return the turn.

    Args:
        bout: as it stands.
        choices: what the planner would raise, best first.
        rung: "open" for a new challenge, harder for a press.
        library: the strategy documents.
        history: earlier bouts of the same team.
        may_raise: ids of the lenses that are open beside the choices (see `bout.open_choice.lenses_open`).
    """
    answers = bout.rounds[-1].answers if rung != "open" else ()
    return Turn(
        draft=bout.part,
        situation=bout.situation or Situation(),
        library=library,
        choices=choices,
        rung=rung,
        spoken=spoken(bout) | (opening_questions(history) if rung == "open" else frozenset()),
        spoken_texts=spoken_texts(bout),
        answers=tuple(answer.text for answer in answers),
        answer_class=answers[-1].main_class if answers else None,
        seed=seed_for(bout, "words"),
        language=bout.opened.language,
        rounds=bout.rounds,
        may_raise=may_raise,
        left_alone=items_left_alone(bout),
        barren=items_barren(bout),
        kept_before=points_kept_before(bout, history, may_raise),
    )
