"""Where a model is reached, as the team set it. A plain value: no library and no network is needed to make one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

OPENAI = "https://api.openai.com/v1"
CONTEXT_TOKENS = 32_000
"""What an endpoint is taken to read at once where nobody says: enough for a draft with its strategy, and any current model has it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model asked there.

    Attributes:
        name: what the team calls it.
        model: as the endpoint calls it.
        base_url: up to the version, without a slash at the end.
        key: the secret; "" where none is needed or none was found. Never shown, stored or logged.
        key_from: where the key was found, or looked for ("OPENAI_API_KEY in the environment"), for messages.
        headers: sent with every call; their values may be secrets too.
        connect_seconds: to be connected.
        quiet_seconds: without a token.
        context_tokens: what the model reads at once.
        prompt_price: for a million tokens, in whatever currency the team reckons; None: not given.
        reply_price: likewise.
    """

    name: str
    model: str
    base_url: str = OPENAI
    key: str = field(default="", repr=False)
    key_from: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    connect_seconds: float = 5.0
    quiet_seconds: float = 30.0
    context_tokens: int = CONTEXT_TOKENS
    prompt_price: float | None = None
    reply_price: float | None = None

    @property
    def address(self) -> str:
        """Host and, where it is not the usual one, port."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2]

    @property
    def is_here(self) -> bool:
        """It runs on this machine: what is sent does not leave it."""
        host = urlsplit(self.base_url).hostname or ""
        if host == "localhost":
            return True
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return False
