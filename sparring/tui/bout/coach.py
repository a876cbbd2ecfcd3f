"""A coach who sits beside the team: asks, asks for another angle, writes a note of its own. Who the coach is, is asked once."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from sparring.bout.rules import allowed
from sparring.coaching import coach_heard, keep_note, note_on
from sparring.report.noted import noted
from sparring.text import visible
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import Page, heading
from sparring.tui.review.note_box import NoteScreen, Written

if TYPE_CHECKING:
    from sparring.tui.bout.screen import BoutScreen
    from sparring.tui.page import BoutPage

QUESTION = Answer("q", "ask the team something, or say something", "question")
ANGLE = Answer("a", "ask for another angle on this", "angle")
NOTE = Answer("n", "write a note, in a file of your own", "note")
ANOTHER = Answer("w", "I am another coach", "another")

SEEN = "Kept. The team sees it when it opens this bout."

COACHS_NOTE = Binding("C", "coachs_note", "the coach's note", id="coach.note", tooltip="A coach in the room writes a note, in its own file")
"""For pages that stand in front of the bout."""

LONGEST_NAME = 60
"""Characters of a name; notes are in a file that is named by it."""


class Coach:
    """The coach beside the team of a bout's screen.

    Attributes:
        name: as what the coach does is recorded; "" until the coach has said it.
    """

    def __init__(self, screen: "BoutScreen", clock: Callable[[], datetime]) -> None:
        self.name = ""
        self._screen = screen
        self._clock = clock

    @property
    def is_here(self) -> bool:
        """Whether a coach sits there, as far as can be told: one did something in this sitting, or in the bout before."""
        return bool(self.name or coach_heard(self._screen.bout, self._screen.ring.notes))

    def choose(self) -> None:
        """Ask what the coach wants, of what fits the moment."""
        question = f"As your coach, {visible(self.name)}:" if self.name else "As the coach in the room:"
        self._screen.app.push_screen(Chooser(question, tuple(self._offers())), self._chosen)

    def _offers(self) -> Iterator[Answer]:
        now = allowed(self._screen.bout)
        if "own-question" in now:
            yield QUESTION
        if "angle" in now:
            yield ANGLE
        yield NOTE
        if self.name:
            yield ANOTHER

    def _chosen(self, what: str | None) -> None:
        doing: dict[str | None, Callable[[], None]] = {
            QUESTION.value: self._ask,
            ANGLE.value: self._want_another_angle,
            NOTE.value: self._write,
            ANOTHER.value: self.choose,
        }
        if what in doing:
            self._once_known(doing[what], anew=what == ANOTHER.value)

    def _once_known(self, doing: Callable[[], None], *, anew: bool) -> None:
        if self.name and not anew:
            doing()
            return

        def named(name: str | None) -> None:
            if name:
                self.name = name
                doing()

        known = coach_heard(self._screen.bout, self._screen.ring.notes)
        self._screen.app.push_screen(CoachNameScreen("" if anew else known), named)

    def _ask(self) -> None:
        self._screen.action_ask_own("coachs-question")

    def _want_another_angle(self) -> None:
        session, name = self._screen.ring.session, self.name
        self._screen.commands.give(lambda: session.another_angle(name))

    def note(self, say: Callable[[str], object]) -> None:
        """Take a note on a page that stands in front of the bout; `say` shows a sentence there."""
        self._once_known(lambda: self._write(say), anew=False)

    def _write(self, say: Callable[[str], object] | None = None) -> None:
        current = self._screen.bout.round if self._screen.bout.stage == "rounds" else None
        counted = self._screen.bout.counted_as(current.number) if current else None
        place = f"round {counted}" if counted else "the closing question"
        about = f"On {place}: {current.raised.question}" if current else "On the bout as a whole"
        said: list[str] = []

        async def keep(written: Written) -> None:
            said.append(await self._keep(written))

        def kept(written: Written | None) -> None:
            if say and written:
                say(said[-1] or SEEN)

        self._screen.app.push_screen(NoteScreen(about, keep=keep), kept)

    async def _keep(self, written: Written) -> str:
        """Write the note, and show the team the one that is meant for it; return what is to be said of it."""
        screen, ring = self._screen, self._screen.ring
        note = note_on(
            ring.session.bout,
            ring.journal.head,
            self.name,
            written.text,
            at=self._clock(),
            tags=written.tags,
            opens_next=written.opens_next,
        )
        kept = await asyncio.to_thread(keep_note, ring.journal.path, note, for_team=written.for_team)
        screen.ring = replace(ring, notes=kept.for_team)
        said_before = screen.conversation.notes
        shown = replace(kept.for_team, notes=tuple(each for each in kept.for_team.notes if each.note == note.note))
        for each in noted(ring.session.bout, shown):
            screen.conversation.note(each.text, each.about)
        if kept.said:
            screen.conversation.note(kept.said)
        screen.conversation.clear_notes(said_before)
        return kept.said


def note_over_bout(page: "BoutPage[Any]") -> None:
    """Take a coach's note on a page in front of the bout."""
    from sparring.tui.bout.screen import BoutScreen

    for screen in page.app.screen_stack:
        if isinstance(screen, BoutScreen):
            screen.coach.note(page.say)


class CoachNameInput(KeysInOrder, Input):
    """The coach's name."""

    HELP = "The coach's name, as it will stand beside questions and notes. It is asked once in a sitting."
    EXAMPLE = "Ana"


class CoachNameScreen(Page[str | None]):
    """Takes the coach's name; None is going back."""

    HELP = "What a coach in the room asks stands in the transcript under this name; notes stand in a file of the coach's own."
    AUTO_FOCUS = "#coach"
    BINDINGS: ClassVar = [
        Binding("f2,ctrl+s,enter", "keep", "go on", id="coach-name.keep", tooltip="Go on under this name"),
        Binding("escape", "back", "back, nothing is asked", id="coach-name.back", tooltip="Back to the bout"),
    ]
    SHOWN = ("coach-name.keep", "coach-name.back")

    def __init__(self, known: str = "") -> None:
        """Show.

        Args:
            known: the coach that the bout has heard of, or "".
        """
        super().__init__()
        self._known = known

    def body(self) -> Iterable[Widget]:
        """A field."""
        yield heading("Who is the coach?", "asked once")
        yield CoachNameInput(self._known, id="coach", name="coach", classes="-writes", max_length=LONGEST_NAME)
        yield Static("What you ask is recorded as yours. Your notes stand in a file of your own.", markup=False, classes="page-quiet gap")

    def on_input_submitted(self) -> None:
        """Enter goes on."""
        self.action_keep()

    def action_keep(self) -> None:
        """Go on."""
        name = " ".join(self.query_one(CoachNameInput).value.split())
        if name:
            self.dismiss(name)
        else:
            self.say("Type the coach's name, as it should stand beside what is asked, or press esc to go back to the bout.")

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
