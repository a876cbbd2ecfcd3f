"""Older transcripts in today's words: one step from each schema to the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sparring.record.events import SCHEMA

JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """What changed from one schema to the next.

    Attributes:
        renamed: types that are called otherwise now; struck entries need this alone.
        payload: turns the payload of a type (its new name) into the next schema's.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    payload: Callable[[str, JsonObject], JsonObject] = lambda type_, payload: payload


@dataclass(frozen=True)
class Upgrades:
    """Every step from schema 1 to the schema that this program writes.

    Attributes:
        current: the schema that the steps lead to.
        steps: by the schema that a step starts from.
    """

    current: int
    steps: Mapping[int, Step]

    def __post_init__(self) -> None:
        if missing := set(range(1, self.current)) ^ set(self.steps):
            raise ValueError(f"upgrade steps do not lead from schema 1 to {self.current}: {sorted(missing)}")

    def apply(self, schema: int, type_: str, payload: JsonObject | None) -> tuple[str, JsonObject | None]:
        """Return type and payload of an entry of `schema` as the current schema has them; no payload where the entry was struck."""
        for number in range(schema, self.current):
            step = self.steps[number]
            type_ = step.renamed.get(type_, type_)
            if payload is not None:
                payload = step.payload(type_, payload)
        return type_, payload


UPGRADES = Upgrades(current=SCHEMA, steps=MappingProxyType({}))
"""The steps of this program. A new one comes with a stored transcript of the schema it starts from, in `tests/record/samples`."""
