"""What an endpoint was found to be able to do for a model: found out by the first calls, then remembered."""

from dataclasses import dataclass
from typing import Final, Literal, Protocol

Structure = Literal["strict", "schema", "object", "instructed"]
"""How a reply of a given shape is asked for: by a schema that the endpoint enforces (`strict`) or takes (`schema`), as some JSON object
whose shape stands in the prompt (`object`), or by the prompt alone (`instructed`).
"""

LADDER: Final[tuple[Structure, ...]] = ("strict", "schema", "object", "instructed")
"""From the surest way to the one that every model understands."""

Limit = Literal["max_completion_tokens", "max_tokens"]
"""The parameter that bounds a reply; endpoints know one, the other, or both."""

LIMITS: Final[tuple[Limit, ...]] = ("max_tokens", "max_completion_tokens")


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an endpoint can.

    Attributes:
        structure: the surest way to a reply of a given shape that it takes.
        limit: the parameter that bounds a reply.
        counts: it says in a stream how many tokens a call took.
    """

    structure: Structure = "strict"
    limit: Limit = "max_tokens"
    counts: bool = True


class AbilityMemory(Protocol):
    """Where findings are kept."""

    def find(self, base_url: str, model: str) -> Abilities | None:
        """Return what was found, if anything was."""
        ...

    def keep(self, base_url: str, model: str, abilities: Abilities) -> None:
        """Keep a finding, where that is possible; never raises."""
        ...


class InMind:
    """Findings that last as long as this object."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Abilities] = {}

    def find(self, base_url: str, model: str) -> Abilities | None:
        """Return what was found, if anything was."""
        return self._found.get((base_url, model))

    def keep(self, base_url: str, model: str, abilities: Abilities) -> None:
        """Keep a finding."""
        self._found[base_url, model] = abilities
