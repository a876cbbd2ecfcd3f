"""What all events and their parts are made of."""

from pydantic import BaseModel, ConfigDict


class Payload(BaseModel):
    """Base of all events: frozen, and strict about what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Stretch(Payload):
    """Characters `start` to `end` (exclusive) of a text named beside it."""

    start: int
    end: int
