"""What can be copied out of a bout, each on a letter, and its text."""

from sparring.bout.state import Bout
from sparring.report.conversation import conversation, round_parts
from sparring.report.plain import as_pasted
from sparring.text import visible
from sparring.tui.bout.chooser import Answer

COPIES = (
    Answer("q", "the question", "question"),
    Answer("a", "my answer", "answer"),
    Answer("r", "this round", "round"),
    Answer("c", "the whole conversation", "conversation"),
)
COPIED = {"question": "the question", "answer": "your answer", "round": "this round", "conversation": "the whole conversation"}


def copied_text(bout: Bout, what: str, unsent: str) -> str:
    """Return the text of one of `COPIES`, "" where there is none yet; an answer not sent yet is an answer too."""
    current = bout.round
    if current is None:
        return ""
    match what:
        case "question":
            return visible(current.presses[-1].raised.question if current.presses else current.raised.question)
        case "answer":
            return visible(current.answers[-1].text, lines=True) if current.answers else unsent
        case "round":
            return as_pasted(round_parts(current, bout.draft, bout.opened.language))
        case _:
            return as_pasted(conversation(bout))
