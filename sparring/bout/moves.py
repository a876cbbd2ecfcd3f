"""What comes next in a bout: a challenge, or the close."""

from dataclasses import dataclass

from sparring.challenge import Choice


@dataclass(frozen=True, slots=True)
class Raise:
    """Raise a challenge.

    Attributes:
        choices: ranked, best first; never empty. A model may take another than the first, the offline partner takes the first.
        closing: one of the closing questions, beyond the numbered rounds.
        angle_on: the number of the round that this is another angle on.
    """

    choices: tuple[Choice, ...]
    closing: bool = False
    angle_on: int | None = None


@dataclass(frozen=True, slots=True)
class BeginClose:
    """The rounds are over; `why` is said to the team."""

    why: str


Move = Raise | BeginClose
