"""What stands in a page's fields and is not in the transcript yet, kept so that a dropped line costs at most a second of typing."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widgets import Input, TextArea

from sparring.archive.errors import ArchiveError
from sparring.archive.scratch import Scratch
from sparring.text import visible
from sparring.tui.bout.unsent import Unsent

if TYPE_CHECKING:
    from sparring.opening import Ring


class Typed:
    """Keeps the named fields of one page beside its bout, and brings them back when the page is opened again.

    Attributes:
        about: what the fields are about: text kept for something else is not brought back.
    """

    def __init__(self, ring: "Ring", page: Screen[Any], about: str, failed: Callable[[ArchiveError], None]) -> None:
        """Look after a page.

        Args:
            ring: the bout.
            page: its fields with a `name` are kept.
            about: what the fields are about.
            failed: told once when nothing can be kept.
        """
        self._page = page
        self.about = about
        # Its own file: the answer box keeps its text in the bout's.
        self._scratch = Scratch(ring.scratch.path.with_suffix(".page.jsonl"))
        self._unsent = Unsent(self._scratch, page, self._read, failed)
        self._over = False
        self._first: dict[str, str] = {}

    def bring_back(self) -> bool:
        """Fill the fields with what was typed the last time; returns whether there was anything."""
        self._first = self._fields()
        kept = _unpacked(self._unsent.load(), self.about)
        for field in self._named():
            if (text := kept.get(field.name or "")) is not None:
                _fill(field, visible(text, lines=True))
        return bool(kept)

    def touch(self) -> None:
        """Something was typed."""
        if not self._over:
            self._unsent.touch()

    async def save(self) -> None:
        """Keep what is typed now: the page is left for later."""
        await self._unsent.save()

    def forget(self) -> None:
        """Everything is in the transcript, or was thrown away on purpose."""
        self._over = True
        with suppress(ArchiveError):  # a leftover is offered once more, and harms nobody
            self._scratch.clear()

    def _named(self) -> list[Input | TextArea]:
        return [field for field in self._page.query("*") if isinstance(field, (Input, TextArea)) and field.name]

    def _fields(self) -> dict[str, str]:
        return {field.name or "": field.value if isinstance(field, Input) else field.text for field in self._named()}

    def _read(self) -> str:
        fields = {name: text for name, text in self._fields().items() if text != self._first.get(name, "")}
        return json.dumps({"about": self.about, "fields": fields}) if fields and not self._over else ""


def _unpacked(kept: str, about: str) -> dict[str, str]:
    try:
        found = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    if not isinstance(found, dict) or found.get("about") != about or not isinstance(found.get("fields"), dict):
        return {}
    return {str(name): text for name, text in found["fields"].items() if isinstance(text, str)}


def _fill(field: Input | TextArea, text: str) -> None:
    if isinstance(field, Input):
        field.value = " ".join(text.split("\n"))
    else:
        field.text = text
