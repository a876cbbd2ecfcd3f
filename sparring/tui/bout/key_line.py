"""The bottom line: which mode holds, and the keys that fit the moment, most wanted first, as many as there is room for."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

ROOMY = 100
"""Columns from which keys stand further apart."""


@dataclass(frozen=True, slots=True)
class ShownKey:
    """One key of the line: the key as bound now, what it does, and the screen's action behind it, for a click."""

    key: str
    says: str
    action: str


class KeyLine(Static):
    """Shows keys; each can be clicked."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._keys: tuple[ShownKey, ...] = ()
        self._last: tuple[ShownKey, ...] = ()
        self._space = 3

    def show(self, keys: Iterable[ShownKey], last: Iterable[ShownKey]) -> None:
        """Show `keys` from the left and always `last` at the right."""
        keys, last = tuple(keys), tuple(last)
        if (keys, last) != (self._keys, self._last):
            self._keys, self._last = keys, last
            self._write()

    def on_resize(self) -> None:
        """Show as many as there is room for."""
        self._write()

    def _write(self) -> None:
        width = self.size.width
        if not width:
            return
        self._space = 3 if width >= ROOMY else 2
        last = list(self._last)
        while last and self._width(last) > width:
            last.pop(0)
        shown: list[ShownKey] = []
        for key in self._keys:
            if self._width([*shown, key]) + 3 + self._width(last) > width:
                break
            shown.append(key)
        gap = max(0, width - self._width(shown) - self._width(last))
        self.update(self._content(shown) + Content(" " * gap) + self._content(last))

    def _width(self, keys: list[ShownKey]) -> int:
        return sum(cell_len(f"{key.key} {key.says}".rstrip()) for key in keys) + self._space * max(0, len(keys) - 1)

    def _content(self, keys: list[ShownKey]) -> Content:
        return keys_written(keys, self._space)


def keys_written(keys: Iterable[ShownKey], space: int) -> Content:
    """Return keys with what they do, `space` cells apart; a click on one is its key."""
    parts = []
    for key in keys:
        click = Style.from_meta({"@click": f"screen.{key.action}"})
        part = Content.assemble((key.key, "bold"), (f" {key.says}" if key.says else "", "$quiet"))
        parts.append(part.stylize(click))
    return Content(" " * space).join(parts)
