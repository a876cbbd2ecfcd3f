"""A count of a total, and what can be said of so few."""

import math
from dataclasses import dataclass

_Z = 1.959964
"""Of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Share:
    """A count of a total with its Wilson interval at 95 %."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.count / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper bound (E. B. Wilson, 1927)."""
        if not self.total:
            return 0.0, 1.0
        share, n = self.count / self.total, self.total
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        # The bounds of none and of all are exact; rounding would put them beside.
        return (0.0 if not self.count else middle - half), (1.0 if self.count == n else middle + half)

    def __add__(self, other: "Share") -> "Share":
        """Return both taken together."""
        return Share(self.count + other.count, self.total + other.total)
