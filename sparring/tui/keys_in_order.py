"""Fields whose keys are carried out in the order in which they arrive, however fast they come."""

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.widget import Widget as _Field
else:
    # Textual takes the first base that is a widget for the one whose looks are inherited.
    _Field = object


class KeysInOrder(_Field):
    """Stands before `Input` or `TextArea` among the bases of a field.

    A binding is looked up only when its key has travelled to the screen: characters typed after it overtake it, and a burst such as a
    word, backspace, another letter comes out in another order. So the field carries its own bindings out at once.
    """

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable:
            return
        active = self.screen.active_bindings.get(event.key)
        # What does not apply here (copying without a selection) is left to the screen.
        if active is not None and active.node is self and await self.app.run_action(active.binding.action, self):
            event.stop()
            event.prevent_default()
