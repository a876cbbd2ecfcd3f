"""The box for the team's words: several lines, Enter sends, nothing typed or pasted is ever lost."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from sparring.text import visible
from sparring.tui.keymap import ANSWER_BOX
from sparring.tui.keys_in_order import KeysInOrder

Purpose = Literal["answer", "keep", "own-question", "coachs-question"]

TITLES: dict[Purpose, str] = {
    "answer": "your answer",
    "keep": "we keep it, because",
    "own-question": "a question of your own",
    "coachs-question": "the coach asks",
}
PLACEHOLDERS: dict[Purpose, str] = {
    "answer": "Say it as it is. “AN: …” says who speaks",
    "keep": "The reason, in your words",
    "own-question": "It is recorded as yours",
    "coachs-question": "It is recorded as the coach's. “AN: …” says whose",
}


class AnswerBox(KeysInOrder, TextArea):
    """Takes an answer, the reason for keeping a line, or a question of the team's or a coach's own, as `purpose` says."""

    HELP = "This is where you answer. Everything you type is kept, also what you have not sent yet."
    EXAMPLE = "AN: we look at it in the weekly, but nobody has acted on it so far"
    BINDINGS: ClassVar = list(ANSWER_BOX)

    @dataclass
    class Sent(Message):
        """The team sent `text` (stripped at its ends); the box is empty now."""

        box: "AnswerBox"
        text: str
        purpose: Purpose

    @dataclass
    class Held(Message):
        """Somebody wants to send while nothing can be; the text stays."""

        box: "AnswerBox"

    @dataclass
    class Left(Message):
        """The team wants its keys back."""

        box: "AnswerBox"

    purpose: Purpose = "answer"
    holds = False
    """Words stay in the box for now: the question that they would answer is not there yet."""
    _put_by = ""
    """An answer that was begun before somebody put a question of their own; it comes back after it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False, highlight_cursor_line=False)
        self.cursor_blink = False
        # The screen uses these two for stances.
        self._bindings.key_to_bindings.pop("f6", None)
        self._bindings.key_to_bindings.pop("f7", None)

    def on_mount(self) -> None:
        """Say what the box is for."""
        self.serve("answer")

    @property
    def is_empty(self) -> bool:
        """Nothing is typed (cheap also for a long text)."""
        return self.document.line_count == 1 and not self.document[0]

    @property
    def typed(self) -> str:
        """Everything that was typed and not sent, also what is put by."""
        return "\n".join(text for text in (self._put_by, self.text) if text)

    def serve(self, purpose: Purpose) -> None:
        """Take words for `purpose` from here on; what is typed already stays, but an answer never becomes a question: it is put by."""
        if purpose in ("own-question", "coachs-question") and self.purpose == "answer" and not self.is_empty:
            self._put_by = self.text
            self.clear()
        self.purpose = purpose
        if purpose == "answer" and self._put_by:
            put_by, self._put_by = self._put_by, ""
            self.give_back(put_by)
        self.border_title = TITLES[purpose]
        self.placeholder = PLACEHOLDERS[purpose]

    def give_back(self, text: str) -> None:
        """Put back words that could not be kept elsewhere, before whatever was typed since."""
        self.text = f"{text}\n{self.text}" if not self.is_empty else text
        self.move_cursor(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take every line; what could act on a terminal becomes visible first."""
        event.prevent_default()
        event.stop()
        text = visible(event.text.replace("\r\n", "\n").replace("\r", "\n"), lines=True)
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)

    def action_send(self) -> None:
        """Send what is typed; an empty box sends only where an empty answer means something."""
        text = self.text.strip()
        if not text and self.purpose != "keep":
            return
        if self.holds:
            self.post_message(self.Held(self))
            return
        purpose = self.purpose
        self.clear()
        self.serve("answer")
        self.post_message(self.Sent(self, text, purpose))

    def action_newline(self) -> None:
        """Begin a new line."""
        if result := self._replace_via_keyboard("\n", *self.selection):
            self.move_cursor(result.end_location)

    def action_leave(self) -> None:
        """Give the keys back; an unsent reason or question goes on waiting as an answer."""
        self.serve("answer")
        self.post_message(self.Left(self))
