"""What the conversation shows of a round: its parts, and which of its questions waits for an answer. Pure."""

from dataclasses import dataclass

from sparring.bout.state import Round
from sparring.draft.model import Draft
from sparring.report.conversation import Part, round_parts


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the conversation as one widget shows it.

    Attributes:
        part: what is shown.
        waits: it is the question that waits for an answer: the one thing in the accent of the challenge.
    """

    part: Part
    waits: bool = False


def blocks_of(round_: Round, draft: Draft, language: str, *, past: bool = False) -> tuple[Block, ...]:
    """Return a round as the conversation shows it, in order; in a round that is past, no question waits."""
    parts = tuple(round_parts(round_, draft, language))
    last = max((place for place, part in enumerate(parts) if part.kind == "question"), default=-1)
    return tuple(Block(part, waits=place == last and not past) for place, part in enumerate(parts))
