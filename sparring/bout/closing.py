"""The last question of a bout, which goes back to the team's first answer."""

from sparring.bout.state import Bout
from sparring.speech import speech


def last_question(bout: Bout) -> str:
    """Return what is asked about the first answer: what of it still stands, or what it would be now where it was shown as open."""
    says = speech(bout.opened.language)
    reading = bout.first_answer.reading if bout.first_answer else None
    return says.answer_now if reading and reading.open and not reading.settled else says.still_stands
