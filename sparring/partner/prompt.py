"""What is sent for one call, made from the turn by templates that coaches can edit; the rule and the schemas are not theirs to change."""

from collections.abc import Mapping
from dataclasses import dataclass

from sparring.library.model import Passage
from sparring.partner.chat import Message, Request, Schema


@dataclass(frozen=True, slots=True)
class Prompt:
    """Everything that one call sends, before it is sent.

    Attributes:
        messages: the stable part first.
        schema: the shape of the reply.
        passages: the lines of the strategy that are sent, by id.
        tokens: of the messages and the schema; an estimate that is rather too high.
        left_out: how many lines of the strategy are not sent, as there is no room for them.
        documents: the documents that lines are sent of, in the library's order.
        most_tokens: of the reply.
    """

    messages: tuple[Message, ...]
    schema: Schema
    passages: Mapping[str, Passage]
    tokens: int
    left_out: int = 0
    documents: tuple[str, ...] = ()
    most_tokens: int = 2_000

    @property
    def request(self) -> Request:
        """The call itself."""
        return Request(self.messages, self.schema, self.most_tokens)
