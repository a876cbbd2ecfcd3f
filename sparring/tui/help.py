"""F1: what the focused part is for, its keys as they are bound now, and one example of use. The text comes from the part itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from sparring.tui.keymap import group_of

GENERAL = "Sparring asks about your draft and never writes it. Letters are keys wherever no box for text has the focus."


def help_of(screen: Screen[object]) -> tuple[str, str]:
    """Return what the focused part (or the nearest around it that says so) is for, and an example of its use."""
    widget: object = screen.focused or screen
    while isinstance(widget, Widget):
        text = vars(type(widget)).get("HELP")
        if isinstance(text, str) and text:
            return text, getattr(widget, "EXAMPLE", "")
        widget = widget.parent
    return GENERAL, ""


def keys_of(screen: Screen[object]) -> dict[str, list[tuple[str, str]]]:
    """Return the keys that act now by group: how they are written, and what they do."""
    named: dict[str, tuple[Binding, list[str]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and active.enabled:
            display = screen.app.get_key_display(binding)
            named.setdefault(binding.id.removesuffix("-too"), (binding, []))[1].append(display)
    groups: dict[str, list[tuple[str, str]]] = {}
    for binding, keys in named.values():
        groups.setdefault(group_of(binding), []).append(("  ".join(dict.fromkeys(keys)), binding.tooltip or binding.description))
    return groups


class HelpScreen(ModalScreen[None]):
    """Shows the help of the screen it is opened over."""

    BINDINGS: ClassVar = [Binding("escape,f1,question_mark,q,enter", "dismiss", "close", id="help.close", tooltip="Close the help")]

    def __init__(self, over: Screen[object]) -> None:
        super().__init__()
        self._text, self._example = help_of(over)
        self._keys = keys_of(over)

    def compose(self) -> ComposeResult:
        """The text, the keys, the example."""
        with VerticalScroll(id="help", classes="sheet"):
            yield Static(Content(self._text))
            if self._example:
                yield Static(Content.assemble(("For example  ", "$quiet"), (self._example, "$secondary")), classes="paragraph")
            for group, rows in self._keys.items():
                yield Static(Content.styled(group, "bold"), classes="paragraph")
                for keys, says in rows:
                    with Horizontal(classes="help-row"):
                        yield Static(keys, markup=False, classes="keys")
                        yield Static(says, markup=False, classes="says")

    def on_mount(self) -> None:
        """Let the arrow keys scroll, and say how to leave where it is always seen."""
        sheet = self.query_one(VerticalScroll)
        sheet.border_subtitle = "esc closes"
        sheet.focus()
