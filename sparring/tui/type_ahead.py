"""Keys that arrive faster than the screen changes: over a slow line a key and the words typed after it come in one piece."""

from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.timer import Timer

LONGEST_WAY = 1.0
"""Seconds after which a key counts as done even if what it passed through is gone."""


class TypeAhead(App[int]):
    """Lets a key that may change the screen or the focus do its work before the next key is handed out.

    Textual hands a key to the part that has the focus when it arrives, and looks its binding up only when nobody on the way took it: of
    "k" and a reason typed behind it, the reason would go where the focus was before "k".
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._under_way: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hand keys and pastes out one after the other."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way is not None:
            self._ahead.append(event)
        else:
            await self._hand_out(event)

    async def _hand_out(self, event: events.Key | events.Paste) -> None:
        if self._stays_in_field(event):
            await super().on_event(event)
            return
        way: list[MessagePump | None] = [*(self.focused or self.screen).ancestors_with_self]
        # Then behind what its action puts off (moving the focus), and behind the first steps of a screen that it opened.
        way += [self, None, self]
        self._under_way = self.set_timer(LONGEST_WAY, self._done)
        await super().on_event(event)
        self._follow(way)

    def _stays_in_field(self, event: events.Key | events.Paste) -> bool:
        """Return whether the field that has the focus takes this itself, in order with what comes after it."""
        from textual.widgets import Input, TextArea

        field = self.focused
        if not isinstance(field, (Input, TextArea)):
            return False
        if isinstance(event, events.Paste) or event.is_printable:
            return True
        active = self.screen.active_bindings.get(event.key)
        return active is not None and active.node is field and not active.binding.priority

    def _follow(self, way: list[MessagePump | None]) -> None:
        """Go the way of a key, behind it."""
        while way:
            place = way.pop(0) or self.screen
            if place.call_later(self._follow, way):
                return
        self.call_later(self._done)

    async def _done(self) -> None:
        """Hand the next keys out."""
        if self._under_way is not None:
            self._under_way.stop()
            self._under_way = None
        while self._ahead and self._under_way is None:
            await self._hand_out(self._ahead.popleft())
