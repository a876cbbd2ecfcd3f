"""Whose numbers and words a challenge may rest on."""

from sparring.challenge import Choice, Ground
from sparring.draft.model import Draft, Item, KeyResult
from sparring.partner.port import Turn


def ground_of(turn: Turn, choice: Choice) -> Ground:
    """Return the ground of `choice` in `turn`: the anchored items (all, for the draft), the cited passage, the bet, the answers."""
    return Ground(
        items=tuple(text for item in _anchored(turn.draft, choice) if (text := _whole_row(item))),
        passage=choice.passage.text if choice.passage else "",
        bet=turn.situation.bet,
        answers=last_answers(turn),
    )


def last_answers(turn: Turn) -> tuple[str, ...]:
    """Return the team's last answers: those of the last round that was answered before this one, and all that it said in this one.

    What a round began with stays its ground while it is pressed: the challenge in the room rests on it.
    """
    before = turn.rounds if turn.rung == "open" else turn.rounds[:-1]
    answered = [each for each in before if each.answers]
    return (*(answer.text for answer in (answered[-1].answers if answered else ())), *turn.answers)


def _anchored(draft: Draft, choice: Choice) -> tuple[Item, ...]:
    if choice.anchor.kind == "draft":
        return tuple(draft.items())
    return tuple(item for key in choice.anchor.keys if (item := draft.item(key)))


def _whole_row(item: Item) -> str:
    """The words with what stands in the row's other cells; a table gives the unit in a column of its own."""
    if not isinstance(item, KeyResult):
        return item.text
    unit = item.fields.get("unit", "")
    cells = (item.fields.get("measure", ""), *(f"{value} {unit}".strip() for value in (item.baseline, item.target) if value))
    return " ".join(part for part in (item.text, *cells) if part)
