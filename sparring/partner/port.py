"""What a partner is to the session: somebody who turns the planner's choices into one challenge."""

from dataclasses import dataclass
from typing import Protocol

from sparring.challenge import Challenge, Choice
from sparring.draft.model import Draft
from sparring.lenses.model import AnswerClass, Rung
from sparring.library.model import Library
from sparring.situation import Situation


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything a partner may know for one challenge.

    Attributes:
        draft: the version that is on the table.
        situation: what the team said about itself.
        library: its strategy documents.
        choices: what the planner would raise, best first; never empty.
        rung: how hard the challenge presses.
        spoken: ids of the bank's lines already said in this bout.
        spoken_texts: the doubts and questions already said, in order.
        answers: the team's answers in this round, latest last; empty when the round begins.
        answer_class: what the latest answer is above all, or None.
        seed: every draw of this turn comes from it.
        language: of the bout, ISO 639-1.
    """

    draft: Draft
    situation: Situation
    library: Library
    choices: tuple[Choice, ...]
    rung: Rung
    spoken: frozenset[str]
    spoken_texts: tuple[str, ...]
    answers: tuple[str, ...]
    answer_class: AnswerClass | None
    seed: int
    language: str = "en"


class Partner(Protocol):
    """Whoever challenges: the offline partner, or one that asks a language model.

    Attributes:
        name: as the status line and the transcript call it.
        sends: text leaves the machine.
    """

    @property
    def name(self) -> str:
        """As the status line and the transcript call it."""
        ...

    @property
    def sends(self) -> bool:
        """Whether text leaves the machine."""
        ...

    async def challenge(self, turn: Turn, broken_rule: str | None = None) -> Challenge:
        """Return a challenge, not yet judged.

        Args:
            turn: what is known.
            broken_rule: id of the rule that the last reply to this turn broke.
        """
        ...
