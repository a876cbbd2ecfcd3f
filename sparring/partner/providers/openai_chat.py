"""A model behind an OpenAI-compatible endpoint.

This module is there when a model is chosen, so it loads nothing: what a call needs is imported in a thread, while people type.
"""

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

from sparring.partner.chat import OnProgress, Reply, Request, unheard
from sparring.partner.endpoint import OPENAI, Endpoint
from sparring.partner.providers.abilities import Abilities, AbilityMemory, InMind
from sparring.partner.providers.names import host_of

if TYPE_CHECKING:
    from openai import AsyncOpenAI

WHOLE_SECONDS: Final = 180.0
"""For one reply with everything that it takes; whoever has less patience cancels."""


class OpenAIChat:
    """A `ChatModel` over the openai library; one call at a time.

    Args:
        endpoint: where, which model, and with which key and limits.
        memory: what was found out about endpoints before; without one, it lasts as long as this object.
        whole_seconds: for one reply.
    """

    def __init__(self, endpoint: Endpoint, *, memory: AbilityMemory | None = None, whole_seconds: float = WHOLE_SECONDS) -> None:
        self.endpoint = endpoint
        self._memory = memory if memory is not None else InMind()
        self._whole_seconds = whole_seconds
        self._abilities: Abilities | None = None
        self._client: AsyncOpenAI | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def model(self) -> str:
        """Its name, as the endpoint calls it."""
        return self.endpoint.model

    @property
    def host(self) -> str:
        """Where requests go; "" when that is this machine."""
        try:
            here = self.endpoint.is_here
        except ValueError:
            here = False
        return "" if here else host_of(self.endpoint)

    @property
    def context_tokens(self) -> int:
        """How much it reads at once."""
        return self.endpoint.context_tokens

    @property
    def found(self) -> Abilities:
        """What is known of the endpoint by now."""
        return self._abilities or Abilities(limit="max_completion_tokens" if self.endpoint.base_url == OPENAI else "max_tokens")

    async def warm_up(self) -> None:
        """Load the library and certificates, without a call; never raises."""
        with contextlib.suppress(Exception):
            await self._prepared()

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        """Answer; cancelling the task closes the connection at once.

        Raises:
            CallFault: whatever went wrong.
        """
        try:
            async with asyncio.timeout(self._whole_seconds):
                client = await self._prepared()
                return await self._asked(client, request, on_progress)
        except TimeoutError:
            pass
        from sparring.partner.providers.told import fault

        raise fault("timeout", self.endpoint)

    async def close(self) -> None:
        """Let go of the connections."""
        client, self._client = self._client, None
        if client is not None and self._loop is asyncio.get_running_loop():
            with contextlib.suppress(Exception):
                await client.close()

    async def _asked(self, client: "AsyncOpenAI", request: Request, on_progress: OnProgress) -> Reply:
        from sparring.partner.providers.openai_call import Call

        call = Call(client, self.endpoint, self.found, request, on_progress)
        reply = await call.answered()
        if call.abilities != self._abilities:
            self._abilities = call.abilities
            await asyncio.to_thread(self._memory.keep, self.endpoint.base_url, self.endpoint.model, call.abilities)
        return reply

    async def _prepared(self) -> "AsyncOpenAI":
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._client = await asyncio.to_thread(self._load)
            self._loop = loop
        return self._client

    def _load(self) -> "AsyncOpenAI":
        """Load the library and make a client; takes most of a second the first time.

        Raises:
            CallFault: something is wrong with the settings on their face.
        """
        from sparring.partner.providers.loading import loaded

        with loaded():
            from sparring.partner.providers import openai_call  # noqa: F401 - so that it is there when the call comes
            from sparring.partner.providers.client import make_client
            from sparring.partner.providers.told import fault, unusable_secret, wrong_address

        if wrong := wrong_address(self.endpoint) or unusable_secret(self.endpoint):
            raise wrong
        if not self.endpoint.key and self.endpoint.base_url == OPENAI and not self.endpoint.headers:
            raise fault("no-key", self.endpoint)
        if self._abilities is None:
            self._abilities = self._memory.find(self.endpoint.base_url, self.endpoint.model)
        return make_client(self.endpoint)
