"""What a check found: one line for people, and the same for programs."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["ok", "note", "wrong"]
"""`note`: worth knowing, and nothing has to be done; `wrong`: something has to be done before it works."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was looked at.

    Attributes:
        id: for programs; the same in every version.
        title: what was looked at.
        outcome: how it is.
        told: what was found, and where something is wrong, what to do.
    """

    id: str
    title: str
    outcome: Outcome
    told: str
