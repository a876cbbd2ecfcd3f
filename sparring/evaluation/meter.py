"""What each call took, whoever made it: a chat model that notes its calls."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from sparring.partner.cast import Cast
from sparring.partner.chat import ChatModel, OnProgress, Reply, Request, unheard
from sparring.partner.faults import CallFault


@dataclass(frozen=True, slots=True)
class Call:
    """One call to a model.

    Attributes:
        seconds: from sending to the last token, or to the failure.
        prompt_tokens: as the endpoint counts them; None where it does not say, or the call failed.
        reply_tokens: likewise.
        by_second_reader: the second reader's, not the partner's.
        fault: kind of the failure, or "".
    """

    seconds: float
    prompt_tokens: int | None = None
    reply_tokens: int | None = None
    by_second_reader: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Prices:
    """For a million tokens, in whatever currency the team reckons; None: not given."""

    prompt: float | None = None
    reply: float | None = None

    def of(self, prompt_tokens: int, reply_tokens: int) -> float | None:
        """Return what tokens cost; None where a price is not known."""
        if self.prompt is None or self.reply is None:
            return None
        return (prompt_tokens * self.prompt + reply_tokens * self.reply) / 1e6


UNPRICED = Prices()


class Metered:
    """A chat model whose calls are noted."""

    def __init__(self, chat: ChatModel, note: Callable[[Call], None], *, by_second_reader: bool = False) -> None:
        """Stand before `chat`; `note` hears of each call when it is over."""
        self._chat = chat
        self._note = note
        self._by_second_reader = by_second_reader

    @property
    def model(self) -> str:
        """The model's name."""
        return self._chat.model

    @property
    def host(self) -> str:
        """Where requests go; "" when nothing leaves the machine."""
        return self._chat.host

    @property
    def context_tokens(self) -> int:
        """How much it reads at once."""
        return self._chat.context_tokens

    async def warm_up(self) -> None:
        """Load what a call needs."""
        await self._chat.warm_up()

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Answer, and note what it took.

        Raises:
            CallFault: as the model itself.
        """
        began = time.monotonic()
        try:
            reply = await self._chat.reply(request, on_progress)
        except CallFault as fault:
            self._note(Call(time.monotonic() - began, by_second_reader=self._by_second_reader, fault=fault.kind))
            raise
        usage = reply.usage
        self._note(Call(time.monotonic() - began, usage.prompt_tokens, usage.reply_tokens, self._by_second_reader))
        return reply

    async def close(self) -> None:
        """Nothing: the same model plays the next bout, and whoever made it closes it."""


def metered(cast: Cast, note: Callable[[Call], None]) -> Cast:
    """Return `cast` with every call noted."""
    reader = cast.second_reader
    return replace(
        cast, speaker=Metered(cast.speaker, note), second_reader=Metered(reader, note, by_second_reader=True) if reader else None
    )
