"""Language models that do what a script says: they answer, raise, stream, or hang until they are let go."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sparring.partner.chat import OnProgress, Progress, Reply, Request, Usage, unheard

Said = str | Mapping[str, Any] | BaseException | asyncio.Event | Callable[[Request], "str | Mapping[str, Any]"]
"""One step of a script: a reply's text, a reply as an object, what the call raises, what it hangs on, or what makes the reply."""


class ScriptedChat:
    """A `ChatModel` whose replies come from a script, one a call; the last step is repeated.

    Attributes:
        requests: what it was sent, in order.
        in_flight: calls that have not returned yet.
        closed: `close` was called.
        warm: `warm_up` was called.
    """

    def __init__(self, *script: Said, model: str = "scripted", host: str = "", context_tokens: int = 32_000) -> None:
        self.model = model
        self.host = host
        self.context_tokens = context_tokens
        self.requests: list[Request] = []
        self.in_flight = 0
        self.warm = False
        self.closed = False
        self._script: Iterator[Said] = iter(script)
        self._last: Said = ""

    async def warm_up(self) -> None:
        self.warm = True

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        self.requests.append(request)
        step = self._last = next(self._script, self._last)
        self.in_flight += 1
        try:
            on_progress(Progress(0))
            if isinstance(step, asyncio.Event):
                await step.wait()
                return Reply("{}")
            if isinstance(step, BaseException):
                raise step
            said = step(request) if callable(step) else step
            text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
            for tokens, _ in enumerate(text.split(), 1):
                await asyncio.sleep(0)
                on_progress(Progress(tokens))
            return Reply(text, Usage(len(request.messages[-1].text) // 4, len(text) // 4, 0.01, 0.001))
        finally:
            self.in_flight -= 1

    async def close(self) -> None:
        self.closed = True


def says(
    question: str,
    doubt: str = "",
    *,
    lens: str = "",
    items: Iterable[str] = ("draft",),
    phrase: str = "",
    passage: str | None = None,
) -> Callable[[Request], Mapping[str, Any]]:
    """Return a step that fills the schema it is sent: a challenge, a press, or a choice alone; without `lens` the first one offered."""

    def fill(request: Request) -> Mapping[str, Any]:
        fields = request.schema.fields["properties"] if request.schema else {}
        offered = fields.get("lens", {}).get("enum", [""])
        said = {
            "lens": lens or offered[0],
            "items": list(items),
            "phrase": phrase,
            "passage": passage,
            "doubt": doubt,
            "question": question,
        }
        return {name: said[name] for name in fields if name in said}

    return fill


YES, NO = {"could_be_pasted": True}, {"could_be_pasted": False}
"""What a second reader says."""
