"""What holds in a turn, as the tags that lines of the question bank ask for (see `lenses.model.TAGS`)."""

from typing import Final

from sparring.bout.risk import Risk, doubts_in, risk_named_in
from sparring.challenge import Choice
from sparring.lenses.model import AnchorKind, AnswerClass
from sparring.partner.port import Turn

_ABOUT: Final[dict[AnchorKind, str]] = {
    "key_result": "key-result",
    "objective": "objective",
    "items": "items",
    "draft": "draft",
    "bet": "bet",
}
_ASKS_FOR_RISK: Final = "risk-fit"
"""The lens whose presses go on from the risk that was just named."""

_WORD_LISTS: Final = "words"
"""Reader of an answer that no model read (see `AnswerRead`)."""


def tags_of(turn: Turn, choice: Choice) -> frozenset[str]:
    """Return the tags that hold when `choice` is raised in `turn`, the evidence that set its lens off among them."""
    tags = {
        _ABOUT[choice.anchor.kind],
        "passage" if choice.passage else "no-passage",
        "no-library" if turn.library.is_empty else "library",
        "several-objectives" if len(turn.draft.objectives) > 1 else "one-objective",
        *turn.situation.tags,
    }
    if turn.answer_class and _is_surely(turn.answer_class, turn):
        tags.add(turn.answer_class)
    if risk := _risk_to_go_from(turn, choice):
        tags.add(f"risk-{risk}")
    if choice.evidence:
        tags.add(choice.evidence)
    return frozenset(tags)


def _risk_to_go_from(turn: Turn, choice: Choice) -> Risk | None:
    """Return the risk that the team named, where a new challenge or the first press after naming it may take it up."""
    pressed_on = choice.lens == _ASKS_FOR_RISK and turn.rounds and not turn.rounds[-1].presses
    if turn.rung != "open" and not pressed_on:
        return None
    return "problem" if doubts_in(turn.rounds) else risk_named_in(turn.rounds)


def _is_surely(answer_class: AnswerClass, turn: Turn) -> bool:
    """Whether a question may go from what the answer was read as; where the word lists only suspect it, the item is the better start."""
    if not (turn.rounds and turn.rounds[-1].answers):
        return True
    last = turn.rounds[-1]
    answer, asked = last.answers[-1], last.presses[-1] if last.presses else last
    if answer.reading is None or answer.reading.reader != _WORD_LISTS:
        return True
    from sparring.bout.reading import evidence, tells_surely

    question = asked.raised.question
    return tells_surely(answer.text, question, answer_class, evidence(answer.text, question))
