"""Which models a bout is fought with, and whose words are shown."""

from dataclasses import dataclass
from typing import Literal

from sparring.partner.budget import TURN, Budget
from sparring.partner.chat import ChatModel

Voice = Literal["guarded", "bank"]
"""`guarded`: the model chooses and words, under the referee; `bank`: it only chooses, and every sentence is the bank's."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks, and who reads a challenge before it is shown.

    Attributes:
        speaker: chooses, and in the voice `guarded` words.
        voice: whose words are shown.
        second_reader: looks at each challenge in the model's words for something that could be pasted (REFEREE.md); None: nobody does.
        budget: what a turn may take; a model on this machine without a graphics card needs minutes.
    """

    speaker: ChatModel
    voice: Voice = "guarded"
    second_reader: ChatModel | None = None
    budget: Budget = TURN
