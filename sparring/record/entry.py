"""One line of a transcript: an event, its place in the chain, and the seal that survives striking its words."""

from dataclasses import dataclass
from datetime import datetime

from sparring.record.events import Event

GENESIS = "0" * 64
"""The previous hash of a transcript's first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it stands in a transcript.

    The chain runs over seals, not over words: `seal` = SHA-256 of everything but itself, salt and payload among it; `hash` = SHA-256
    of everything but payload and salt. A team can therefore strike the words of an entry (payload and salt go, seal stays) and the
    chain still holds, while nobody can put other words there. The salt keeps a short answer from being guessed back from its seal.

    Attributes:
        schema: version of the event types (see `events.SCHEMA`).
        seq: 1 for the first entry, without gaps.
        at: UTC.
        type: the event's type; known even when the words were struck.
        event: None when the entry was struck.
        salt: 32 hexadecimal digits, or "" when struck.
        seal: SHA-256 over the line without it; over its place in the chain too, so that damage to the last line shows.
        prev: `hash` of the entry before, `GENESIS` for the first.
        hash: of this entry.
    """

    schema: int
    seq: int
    at: datetime
    type: str
    event: Event | None
    salt: str
    seal: str
    prev: str
    hash: str
