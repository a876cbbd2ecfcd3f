"""The second reader: it sees the anchored items and one challenge, and says whether something could be pasted from it."""

from sparring.challenge import Challenge
from sparring.partner.chat import ChatModel, OnProgress, unheard
from sparring.partner.faults import CallFault
from sparring.partner.port import Turn
from sparring.partner.prompt import second_reader_prompt
from sparring.partner.reply import SecondReply, understood


async def could_be_pasted(reader: ChatModel, challenge: Challenge, turn: Turn, on_progress: OnProgress = unheard) -> bool:
    """Return what `reader` says of `challenge`.

    Raises:
        CallFault: it is away or slow, or said neither yes nor no.
    """
    request = second_reader_prompt(challenge, turn, reader.context_tokens).request
    reply = understood(SecondReply, (await reader.reply(request, on_progress)).text)
    if reply is None:
        raise CallFault("not-structured", "The second reader said neither yes nor no. Choose another model to read for you.")
    return reply.could_be_pasted
