"""What holds in a turn, as the tags that lines of the question bank ask for (see `lenses.model.TAGS`)."""

from typing import Final

from sparring.challenge import Choice
from sparring.lenses.model import AnchorKind
from sparring.partner.port import Turn

_ABOUT: Final[dict[AnchorKind, str]] = {
    "key_result": "key-result",
    "objective": "objective",
    "items": "items",
    "draft": "draft",
    "bet": "bet",
}


def tags_of(turn: Turn, choice: Choice) -> frozenset[str]:
    """Return the tags that hold when `choice` is raised in `turn`, the evidence that set its lens off among them."""
    tags = {
        _ABOUT[choice.anchor.kind],
        "passage" if choice.passage else "no-passage",
        "no-library" if turn.library.is_empty else "library",
        "several-objectives" if len(turn.draft.objectives) > 1 else "one-objective",
        *turn.situation.tags,
    }
    if turn.answer_class:
        tags.add(turn.answer_class)
    if choice.evidence:
        tags.add(choice.evidence)
    return frozenset(tags)
