"""A small question with a few answers, each on a letter: why skipped, what to copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer: its letter, its words, and what it stands for."""

    letter: str
    says: str
    value: str


class Chooser(ModalScreen[str | None]):
    """Asks; the result is the value chosen, or None."""

    BINDINGS: ClassVar = [Binding("escape", "cancel", "never mind", id="choice.cancel", tooltip="Choose nothing")]

    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-roomy")]  # noqa: RUF012 - declared by Textual as an instance variable

    def __init__(self, question: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._question = question
        self._answers = tuple(answers)
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(id="chooser"):
            yield Static(self._question, markup=False, id="chooser-question")
            yield OptionList(
                *(Option(Content.assemble((each.letter, "bold"), "  ", each.says), id=each.value) for each in self._answers),
                id="chooser-answers",
            )
            by_name = not any(each.letter for each in self._answers)
            yield Static(Content.styled(f"{'its first letters' if by_name else 'its key'}, or ↑ ↓ enter   esc never mind", "$quiet"))

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        for each in self._answers:
            if event.key == each.letter:
                event.stop()
                self.dismiss(each.value)
                return
        if event.character and event.is_printable:
            self._go_to(event.character.casefold())

    def _go_to(self, character: str) -> None:
        """Go to the answer that begins with what is typed, of those without a letter of their own; the same letter again: the next."""
        answers = self.query_one(OptionList)
        at, count = answers.highlighted or 0, len(self._answers)
        for typed, first in ((self._typed + character, at), (character, at + 1)):
            for place in (number % count for number in range(first, first + count)):
                if not self._answers[place].letter and self._answers[place].says.casefold().startswith(typed):
                    answers.highlighted, self._typed = place, typed
                    return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the answer under the bar."""
        self.dismiss(event.option_id)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
