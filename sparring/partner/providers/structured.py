"""How a reply of a given shape is got from a model: from the surest way that it takes down to the one that all understand."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from sparring.partner.chat import Message, Request, Schema
from sparring.partner.providers.abilities import LADDER, Structure
from sparring.partner.providers.shape import object_in

_IN_PROMPT: Final[frozenset[Structure]] = frozenset({"object", "instructed"})
_INSTRUCTION: Final = (
    "\n\nReply with exactly one JSON object and nothing else: no text before or after it, no code fence. It has all the fields that this "
    "JSON schema requires, filled with values (do not repeat the schema):\n{schema}"
)
_ONCE_MORE: Final = "\n\nThe reply before this one was not such a JSON object. Reply with the JSON object alone, beginning with {."


class Unsupported(Exception):
    """The endpoint rejects this way of asking for a shape."""


class NotOfTheShape(Exception):
    """The model did not keep to the shape, not even when asked again."""


Ask = Callable[[tuple[Message, ...], Structure], Awaitable[str]]
"""Sends messages, asking for the shape in one way, and returns the reply's text; raises `Unsupported`."""


async def structured(request: Request, schema: Schema, first: Structure, ask: Ask) -> tuple[str, Structure]:
    """Return a reply of the asked shape as one JSON object, and the way that brought it.

    A way that is rejected costs a short call, once; a reply of another shape is asked for once more, in a way that says the shape in words.

    Raises:
        NotOfTheShape: the second reply was no better.
        Unsupported: even the last way was rejected.
    """
    rung = LADDER.index(first)
    asked_again = False
    while True:
        way = LADDER[rung]
        try:
            text = await ask(_messages(request, schema, way, once_more=asked_again), way)
        except Unsupported:
            if rung == len(LADDER) - 1:
                raise
            rung += 1
            continue
        # Mending a long reply takes a while, and keys have to be heard meanwhile.
        if (found := await asyncio.to_thread(object_in, text, schema.fields)) is not None:
            return found, way
        if asked_again:
            raise NotOfTheShape
        asked_again = True
        rung = max(rung + 1, LADDER.index("object")) if rung < len(LADDER) - 1 else rung


def response_format(schema: Schema, way: Structure) -> dict[str, Any] | None:
    """Return how OpenAI's interface calls a way; None for words alone."""
    if way == "instructed":
        return None
    if way == "object":
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": schema.name, "schema": dict(schema.fields), "strict": way == "strict"}}


def _messages(request: Request, schema: Schema, way: Structure, *, once_more: bool) -> tuple[Message, ...]:
    if way not in _IN_PROMPT or not request.messages:
        return request.messages
    *before, last = request.messages
    said = _INSTRUCTION.format(schema=json.dumps(dict(schema.fields), ensure_ascii=False)) + (_ONCE_MORE if once_more else "")
    return (*before, Message(last.role, last.text + said))
