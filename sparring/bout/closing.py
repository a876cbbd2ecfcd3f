"""The last question of a bout, which goes back to the team's first answer."""

from sparring.bout.state import Bout
from sparring.speech import speech


def last_question(bout: Bout) -> str:
    """Return what is asked about the first answer: what of it still stands, or what it would be now where its round is open."""
    says = speech(bout.opened.language)
    first = next((each for each in bout.rounds if bout.first_answer in each.exchanges), None)
    return says.answer_now if first and first in bout.open_rounds and first.stance is None else says.still_stands
