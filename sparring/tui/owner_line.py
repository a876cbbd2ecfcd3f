"""Who finds something out, and by when: two fields, and beside them the day as it was read."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from sparring.text import visible
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import ONWARD
from sparring.tui.when import FORMS, When, read_when, said

NO_DAY = "A day could not be read; write it otherwise, or press the same key again to go on without it."


class OwnerInput(KeysInOrder, Input):
    """A name or initials."""

    HELP = "Who finds this out: a name or initials. It may stay empty."
    EXAMPLE = "Anna"
    BINDINGS: ClassVar = [
        ONWARD,
        Binding("enter,down", "app.focus_next", "next field", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", "field before", show=False, priority=True),
    ]


class DayInput(KeysInOrder, Input):
    """A day as people type it."""

    HELP = f"By when: {FORMS}, or nothing. What it was read as stands beside it."
    EXAMPLE = "in two weeks"
    BINDINGS: ClassVar = [
        ONWARD,
        Binding("down", "app.focus_next", "next field", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", "field before", show=False, priority=True),
    ]


class DayInputAbove(DayInput):
    """A day with more fields below it."""

    BINDINGS: ClassVar = [Binding("enter", "app.focus_next", "next field", show=False, priority=True)]


class OwnerLine(Vertical):
    """The two fields of one open point.

    Attributes:
        about: the round whose point it is; None for the gaps on the fact card.
        kept: owner and day as they are in the transcript.
    """

    DEFAULT_CSS = """
    OwnerLine { height: auto; }
    OwnerLine > Horizontal { height: 1; }
    OwnerLine .owner { width: 22; }
    OwnerLine .day { width: 24; margin: 0 0 0 1; }
    OwnerLine .read { width: 1fr; height: 1; padding: 0 0 0 2; color: $quiet; }
    OwnerLine .problem { height: auto; display: none; }
    OwnerLine.-unread .problem { display: block; }
    """

    @dataclass
    class Left(Message):
        """A field was left, or enter was pressed in the second."""

        line: "OwnerLine"
        onward: bool

    def __init__(
        self, today: date, owner: str = "", due: date | None = None, *, about: int | None = None, more_below: bool = False
    ) -> None:
        """Make the line.

        Args:
            today: from where "friday" is read.
            owner: who took it already.
            due: by when.
            about: the round whose point it is; None for the gaps on the fact card.
            more_below: enter in the second field goes to the next line's first at once.
        """
        super().__init__()
        self._more_below = more_below
        self._today = today
        self._owner = owner
        self._due = due
        self.about = about
        self.kept = (owner, due)

    def compose(self) -> ComposeResult:
        """The fields, the day as read."""
        with Horizontal():
            yield OwnerInput(visible(self._owner), placeholder="who", name=f"owner {self.about}", classes="owner -writes")
            typed = f"{self._due:%Y-%m-%d}" if self._due else ""
            kind = DayInputAbove if self._more_below else DayInput
            yield kind(typed, placeholder="by when: friday, 1.12.", name=f"day {self.about}", classes="day -writes")
            yield Static(markup=False, classes="read")
        yield Static(markup=False, classes="problem")

    def on_mount(self) -> None:
        """Typing goes on where a field was left."""
        for field in self.query(Input):
            field.select_on_focus = False

    @property
    def owner(self) -> str:
        """Who."""
        return self.query_one(OwnerInput).value.strip()

    @property
    def when(self) -> When:
        """By when; what was kept before stays even when it is past by now."""
        typed = self.query_one(DayInput).value
        if self._due and typed.strip() == f"{self._due:%Y-%m-%d}":
            return When(self._due)
        return read_when(typed, self._today)

    def on_input_changed(self) -> None:
        """Say which day was read; a problem is said when the field is left. Characters of a burst may arrive after that."""
        left = not any(field.has_focus for field in self.query(Input))
        self._show(problems=left)
        if left:
            self.post_message(self.Left(self, onward=False))

    def on_descendant_blur(self) -> None:
        """Say what could not be read."""
        self._show(problems=True)
        self.post_message(self.Left(self, onward=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the last field."""
        event.stop()
        self._show(problems=True)
        self.post_message(self.Left(self, onward=True))

    def _show(self, *, problems: bool) -> None:
        read = self.when
        self.query_one(".read", Static).update(said(read.day) if read.day else "")
        unread = bool(read.problem) and problems
        self.set_class(unread, "-unread")
        self.query_one(".problem", Static).update(Content.assemble(("!  ", "bold $accent"), read.problem) if unread else "")
