"""The last question of a bout, which goes back to the team's first answer."""

from sparring.bout.state import EMPTY_CLASSES, Bout
from sparring.speech import speech


def last_question(bout: Bout) -> str:
    """Return what is asked about the first answer: what of it still stands, or what it would be now where it held nothing to stand on."""
    says = speech(bout.opened.language)
    first = bout.first_answer
    return says.answer_now if first and first.main_class in EMPTY_CLASSES else says.still_stands
