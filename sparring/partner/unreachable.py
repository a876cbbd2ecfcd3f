"""A model that nobody can ask: prompts are made for it, and stay here."""

from dataclasses import dataclass

from sparring.partner.chat import OnProgress, Reply, Request, unheard
from sparring.partner.faults import CallFault


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Stands where a model would, to see what it would be sent.

    Attributes:
        context_tokens: what the model would read at once.
    """

    context_tokens: int
    model: str = "none"
    host: str = ""

    async def warm_up(self) -> None:
        """Nothing is needed."""

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Never reply."""
        raise CallFault("refused", "There is no model here to ask. Choose one, or go on offline.")

    async def close(self) -> None:
        """Nothing is held."""
