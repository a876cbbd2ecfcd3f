"""Whether a model answers as a bout needs it: asked with a test sentence, never with words of a draft."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from sparring.casting import Model, chat_of, listed_models, structure_of
from sparring.casting.steps import Step
from sparring.partner.budget import Budget
from sparring.partner.chat import ChatModel, Message, Progress, Reply, Request, Schema
from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.text import visible

TEST_SENTENCE: Final = "This is a test of the connection. Count from one to thirty, in words."
_TEST_SCHEMA: Final = Schema(
    "connection_test",
    {
        "type": "object",
        "properties": {"heard": {"type": "boolean"}, "word": {"type": "string", "enum": ["one", "two"]}},
        "required": ["heard", "word"],
        "additionalProperties": False,
    },
)
_SCHEMA_SENTENCE: Final = "This is a test of the connection. Say that you heard it, and the word one."
_MOST_TOKENS: Final = 1_000
_TOKENS_OF_A_CHALLENGE: Final = 300

_STRUCTURES: Final = {
    "strict": "It keeps to the form that a challenge needs (by a strict schema).",
    "schema": "It keeps to the form that a challenge needs (by a schema).",
    "object": "It keeps to the form that a challenge needs (asked for in words, as JSON).",
    "instructed": "It keeps to the form that a challenge needs (asked for in words alone), so more replies may have to be asked for again.",
}


@dataclass
class _Pace:
    """What came while a reply streamed."""

    pieces: int = 0
    thinking: bool = False

    def hear(self, progress: Progress) -> None:
        self.pieces += 1
        self.thinking = self.thinking or progress.thinking


async def key_and_model(endpoint: Endpoint) -> AsyncIterator[Step]:
    """Look at whether an endpoint accepts the key, and has the model."""
    key = f"with the key from {visible(endpoint.key_from)}" if endpoint.key else "without a key"
    try:
        models = await listed_models(endpoint)
    except CallFault as fault:
        if fault.kind in ("wrong-key", "no-key", "forbidden", "refused", "certificate", "proxy", "quota"):
            yield Step("key", "key", "wrong", str(fault))
            return
        yield Step("key", "key", "note", f"{visible(endpoint.address)} does not list its models, so the key is tried with a reply.")
    else:
        yield Step("key", "key", "ok", f"{visible(endpoint.address)} lists its models {key}.")
        if endpoint.model and models and endpoint.model not in models:
            told = f"{visible(endpoint.model)} is not among the {len(models)} models that it lists (`sparring models`); a reply will tell."
            yield Step("model", "model", "note", told)
        elif endpoint.model and models:
            yield Step("model", "model", "ok", f"{visible(endpoint.model)} is there.")
    if not endpoint.model:
        shown = visible(endpoint.name)
        told = f"No model is named. Add one: sparring doctor {shown}/MODEL. `sparring models {shown}` lists them."
        yield Step("model", "model", "wrong", told)


async def replies(model: Model) -> AsyncIterator[Step]:
    """Look at whether a model replies, how fast, and in the form that a challenge needs. Two short calls."""
    try:
        chat = chat_of(model, learn_anew=True)
    except CallFault as fault:
        yield Step("reply", "reply", "wrong", str(fault))
        return
    try:
        pace = _Pace()
        try:
            reply = await chat.reply(Request((Message("user", TEST_SENTENCE),), None, _MOST_TOKENS), pace.hear)
        except CallFault as fault:
            yield Step("reply", "reply", "wrong", str(fault))
            return
        yield Step("reply", "reply", "ok", f"{visible(chat.model)} replies.")
        yield _streaming(reply, pace)
        yield await _structured(chat, "structure", "form of the reply")
    finally:
        await chat.close()


async def second_reader(model: Model | None) -> Step:
    """Look at whether the second reader answers; None: it is the partner's own model, which was looked at already."""
    if model is None:
        return Step("second_reader", "second reader", "ok", "The same model reads each challenge once more before it is shown.")
    try:
        chat = chat_of(model, learn_anew=True)
    except CallFault as fault:
        return Step("second_reader", "second reader", "wrong", str(fault))
    try:
        return await _structured(chat, "second_reader", "second reader")
    finally:
        await chat.close()


async def _structured(chat: ChatModel, name: str, title: str) -> Step:
    try:
        await chat.reply(Request((Message("user", _SCHEMA_SENTENCE),), _TEST_SCHEMA, _MOST_TOKENS))
    except CallFault as fault:
        return Step(name, title, "wrong", str(fault))
    told = _STRUCTURES.get(structure_of(chat), "It keeps to the form that a challenge needs.")
    return Step(name, title, "ok", told if name == "structure" else f"{visible(chat.model)} answers. {told}")


def _streaming(reply: Reply, pace: _Pace) -> Step:
    usage = reply.usage
    tokens = usage.reply_tokens or pace.pieces
    first = usage.first_token if usage.first_token is not None else usage.seconds
    if pace.pieces < 2:
        told = (
            f"It does not stream: the reply came whole after {usage.seconds:.1f} s. A bout works; you only do not see how far a reply is."
        )
        return Step("streaming", "speed", "note", told)
    rate = tokens / max(usage.seconds - first, 1e-3)
    measured = f"First token after {first:.1f} s, then {rate:.0f} tokens a second" + (", thinking included." if pace.thinking else ".")
    needed = first + _TOKENS_OF_A_CHALLENGE / rate
    limit = Budget().seconds
    if needed > limit:
        told = f"{measured} That is slow: where a challenge takes longer than {limit:.0f} s, the question bank asks instead."
        return Step("streaming", "speed", "note", told)
    return Step("streaming", "speed", "ok", measured)
