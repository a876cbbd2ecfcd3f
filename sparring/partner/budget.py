"""What a turn may cost: seconds and calls, whatever goes wrong in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

Clock = Callable[[], float]
"""Seconds that only ever grow."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What one turn may take.

    Attributes:
        seconds: from the first call to the last token of the last one.
        calls: to the speaker and the second reader together.
    """

    seconds: float = 20.0
    calls: int = 6


TURN = Budget()
"""What a turn may take where nobody says (REFEREE.md)."""


TURN_ON_THIS_MACHINE = Budget(seconds=300.0)
"""What a turn may take with a model that runs here: without a graphics card it reads about a hundred tokens a second."""


@dataclass(slots=True)
class Purse:
    """A budget being spent."""

    budget: Budget
    clock: Clock = time.monotonic
    _calls: int = field(default=0, init=False)
    _begun: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        self._begun = self.clock()

    @property
    def seconds_left(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self.budget.seconds - (self.clock() - self._begun))

    @property
    def is_spent(self) -> bool:
        """No further call may begin."""
        return self._calls >= self.budget.calls or self.seconds_left <= 0

    def count_call(self) -> None:
        """A call begins."""
        self._calls += 1
