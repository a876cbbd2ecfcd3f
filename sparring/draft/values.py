"""Nested data with places: the common form of YAML and JSON before anybody asks what it means."""

from dataclasses import dataclass, field

from sparring.draft.words import Words
from sparring.text import Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Scalar:
    """A string, number, boolean or null: its characters (quotes and escapes gone) and the stretch it takes up."""

    words: Words
    span: Span


@dataclass(eq=False)
class Mapping:
    """Keys with values, in order; keys may repeat."""

    pairs: "list[tuple[Scalar, Value]]" = field(default_factory=list)
    span: Span = _NOWHERE


@dataclass(eq=False)
class Sequence:
    """Values in order."""

    items: "list[Value]" = field(default_factory=list)
    span: Span = _NOWHERE


Value = Scalar | Mapping | Sequence


class NotThisFormatError(Exception):
    """The text is not what its name says; another reader should try."""


class Builder:
    """Puts values together from a stream of starts, scalars and ends, without recursion (drafts from outside may nest without end)."""

    def __init__(self) -> None:
        self.documents: list[Value] = []
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []

    def start(self, value: Mapping | Sequence) -> None:
        """Open a mapping or sequence; it is added where it stands."""
        self._add(value)
        self._open.append(value)
        self._keys.append(None)

    def end(self, position: int) -> None:
        """Close the innermost mapping or sequence."""
        value = self._open.pop()
        self._keys.pop()
        value.span = Span(value.span.start, max(position, value.span.start))

    def scalar(self, value: Scalar) -> None:
        """Add a scalar: a key where a mapping waits for one, else a value."""
        self._add(value)

    def _add(self, value: Value) -> None:
        if not self._open:
            self.documents.append(value)
            return
        holder = self._open[-1]
        if isinstance(holder, Sequence):
            holder.items.append(value)
        elif (key := self._keys[-1]) is not None:
            holder.pairs.append((key, value))
            self._keys[-1] = None
        else:
            # A mapping or sequence as a key means nothing here; its place is kept by an empty name.
            self._keys[-1] = value if isinstance(value, Scalar) else Scalar(Words(""), value.span)
