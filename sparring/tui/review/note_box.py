"""Writing a note: its words, the coach's tags, and then whom it is for."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from sparring.record.notes import Note
from sparring.text import visible
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import ONWARD, Page, heading

FOR_ME = Answer("m", "me alone", "me")
FOR_TEAM = Answer("t", "the team: it sees the note when it opens this bout", "team")
OPENS_NEXT = Answer("q", "the team, as a question that opens its next bout", "next")


@dataclass(frozen=True, slots=True)
class Written:
    """A note as it was written.

    Attributes:
        text: the words; "" takes a note away.
        tags: the coach's own.
        for_team: the team sees it.
        opens_next: it opens the team's next bout.
    """

    text: str
    tags: tuple[str, ...]
    for_team: bool
    opens_next: bool


class NoteText(KeysInOrder, TextArea):
    """The words of a note."""

    HELP = "Your note, in as many lines as you like. f2 keeps it. An empty one takes the note away."
    EXAMPLE = "They never said who decides."
    BINDINGS: ClassVar = [ONWARD]

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(text, id=id, name=id, classes="-writes", soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)


class TagsInput(KeysInOrder, Input):
    """Tags, separated by commas."""

    HELP = "Tags of your own, separated by commas. They may stay empty."
    EXAMPLE = "dodged, ask in the retro"
    BINDINGS: ClassVar = [Binding("tab,up", "app.focus_previous", "note", show=False, priority=True)]


class NoteScreen(Page[Written | None]):
    """Takes a note; None is going back without one."""

    HELP = "A note of your own on this bout. It stands in a file of yours beside the transcript, never in the team's record."
    AUTO_FOCUS = "#note-text"
    BINDINGS: ClassVar = [
        Binding("f2,ctrl+s", "keep", "keep it", id="note.keep", tooltip="Keep this note"),
        Binding("escape", "back", "back, nothing is kept", id="note.back", tooltip="Back without this note"),
    ]
    SHOWN = ("note.keep", "note.back")
    DEFAULT_CSS = """
    NoteScreen #about { height: auto; max-height: 5; color: $quiet; margin: 0 0 1 0; }
    NoteScreen #note-text { height: 8; }
    NoteScreen #tags-label { height: 1; margin: 1 0 0 0; color: $quiet; }
    """

    def __init__(self, about: str, note: Note | None = None, keep: Callable[[Written], Awaitable[object]] | None = None) -> None:
        """Show.

        Args:
            about: what the note is on, in the words that stand there.
            note: the one to change; None for a new one.
            keep: writes the note before the page is left, so that words that could not be kept still stand on it.
        """
        super().__init__()
        self._about = about
        self._note = note
        self._keep = keep

    def body(self) -> Iterable[Widget]:
        """What it is on, the words, the tags."""
        yield heading("Your note", "" if self._note else "f2 asks next whom it is for")
        yield Static(visible(self._about), markup=False, id="about")
        yield NoteText(self._note.text if self._note else "", id="note-text")
        yield Static("tags, separated by commas", markup=False, id="tags-label")
        yield TagsInput(", ".join(self._note.tags) if self._note else "", id="tags", name="tags", classes="-writes")

    def action_keep(self) -> None:
        """Keep the note; a new one asks first whom it is for."""
        text = self.query_one(NoteText).text.strip()
        if self._note is not None:
            self._leave_with(self._written(text, for_team=self._note.for_team, opens_next=self._note.opens_next))
        elif not text:
            self.say("There is nothing to keep yet. Type your note, or press esc to go back.")
        else:
            self.app.push_screen(Chooser("Who is this for?", (FOR_ME, FOR_TEAM, OPENS_NEXT)), self._keep_for)

    def _keep_for(self, whom: str | None) -> None:
        if whom is not None:
            text = self.query_one(NoteText).text.strip()
            self._leave_with(self._written(text, for_team=whom != FOR_ME.value, opens_next=whom == OPENS_NEXT.value))

    def _leave_with(self, written: Written) -> None:
        keep = self._keep
        if keep is None:
            self.dismiss(written)
        else:
            self.carry_out(lambda: keep(written), lambda: self.dismiss(written))

    def _written(self, text: str, *, for_team: bool, opens_next: bool) -> Written:
        typed = self.query_one(TagsInput).value.split(",")
        return Written(text, tuple(dict.fromkeys(tag.strip() for tag in typed if tag.strip())), for_team, opens_next)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
