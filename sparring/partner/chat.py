"""What a language model is to a partner: it answers messages with one text, or fails in a way that can be told.

Nothing here knows a library or a network; `partner.providers` does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a request."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The shape that a reply must have.

    Attributes:
        name: short, of letters and underscores; endpoints want one.
        fields: a JSON schema with every object closed (`additionalProperties: false`) and every property required, as strict modes ask.
    """

    name: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that is sent for one call; nothing else leaves the machine.

    Attributes:
        messages: the stable part first, so that servers can keep what they have read of it.
        schema: the shape of the reply; None for plain text.
        most_tokens: of the reply, thinking included.
    """

    messages: tuple[Message, ...]
    schema: Schema | None
    most_tokens: int = 2_000


@dataclass(frozen=True, slots=True)
class Usage:
    """What a call took.

    Attributes:
        prompt_tokens: as the endpoint counts them; None where it does not say.
        reply_tokens: likewise, thinking included.
        seconds: from sending to the last token.
        first_token: seconds to the first token, of thinking or of the reply; None where nothing came.
    """

    prompt_tokens: int | None = None
    reply_tokens: int | None = None
    seconds: float = 0.0
    first_token: float | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A model's reply, not yet looked at by anybody: hostile text.

    Attributes:
        text: what it said, thinking left out; with a schema, one JSON object.
        usage: what the call took.
    """

    text: str
    usage: Usage = Usage()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a call is; never what it says.

    Attributes:
        tokens: that came so far, thinking included; an estimate.
        thinking: no word of the reply itself has come yet, but the model is at work.
    """

    tokens: int
    thinking: bool = False


OnProgress = Callable[[Progress], None]


def unheard(progress: Progress) -> None:
    """Progress that nobody looks at."""


class ChatModel(Protocol):
    """A language model behind an endpoint, in this process, or scripted.

    Attributes:
        model: its name, as the endpoint calls it.
        host: where requests go, as people know it ("api.openai.com"); "" when nothing leaves the machine.
        context_tokens: how much it reads at once, prompt and reply together; the library is searched for what fits.
    """

    @property
    def model(self) -> str:
        """Its name, as the endpoint calls it."""
        ...

    @property
    def host(self) -> str:
        """Where requests go; "" when nothing leaves the machine."""
        ...

    @property
    def context_tokens(self) -> int:
        """How much it reads at once, prompt and reply together."""
        ...

    async def warm_up(self) -> None:
        """Load what a call needs (libraries, a model file) without a call. Never raises: the first call tells what is wrong."""
        ...

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Answer; cancelling the task closes the connection at once.

        Raises:
            CallFault: whatever went wrong, as `partner.faults` tells it.
        """
        ...

    async def close(self) -> None:
        """Let go of connections and memory."""
        ...
