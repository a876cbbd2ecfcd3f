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

    def __init__(self, question: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._question = question
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(id="chooser"):
            yield Static(self._question, markup=False, id="chooser-question")
            yield OptionList(
                *(Option(Content.assemble((each.letter, "bold"), "  ", each.says), id=each.value) for each in self._answers),
                id="chooser-answers",
            )
            yield Static(Content.styled("its key, or ↑ ↓ enter   esc never mind", "$quiet"))

    def on_key(self, event: events.Key) -> None:
        """Take a letter."""
        for each in self._answers:
            if event.key == each.letter:
                event.stop()
                self.dismiss(each.value)
                return
        self._go_to(event.character or "")

    def _go_to(self, begins: str) -> None:
        """Go to the next answer without a letter of its own that begins so."""
        answers = self.query_one(OptionList)
        at = answers.highlighted or 0
        for place in (*range(at + 1, len(self._answers)), *range(at + 1)):
            each = self._answers[place]
            if begins.isprintable() and begins.strip() and not each.letter and each.says.casefold().startswith(begins.casefold()):
                answers.highlighted = place
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the answer under the bar."""
        self.dismiss(event.option_id)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
