"""Pasting a draft: a large text area, and at once what was read in it."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual import events, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from sparring.documents.reading import as_shown
from sparring.text import LARGEST_SOURCE, Source, TextError
from sparring.tui.editable import editable
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import Page, heading
from sparring.tui.picker import Drafted
from sparring.tui.reading.counts import counted

PASTED = "pasted text"
NOTHING_YET = "Nothing reads as an objective or key result yet; you can say which lines are which."


class DraftArea(KeysInOrder, TextArea):
    """A whole draft; what is pasted is made safe to show, and nothing of it is lost."""

    HELP = "Your draft as text. Enter begins a new line; ctrl+s or f2 goes on."
    EXAMPLE = "# Be the tool that new teams recommend, and below it a line for each key result: - Import success from 61% to 80%"

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(text, id=id, name=id, classes="-writes", soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)

    async def _on_paste(self, event: events.Paste) -> None:
        safe = editable(event.text)
        if safe != event.text:
            event.prevent_default()
            event.stop()
            if not self.read_only and (result := self._replace_via_keyboard(safe, *self.selection)):
                self.move_cursor(result.end_location)
            return
        await super()._on_paste(event)
        event.prevent_default()


class PasteScreen(Page[Drafted]):
    """Takes a pasted draft."""

    HELP = "Paste your draft, or type it. What was read in it stands below as you go."
    AUTO_FOCUS = "#draft-text"
    BINDINGS: ClassVar = [
        Binding("f2,ctrl+s", "take", "go on with this", id="paste.take", tooltip="Spar with this draft"),
        Binding("escape", "back", "back; your text stays", id="paste.back", tooltip="Back to the beginning; what you pasted is kept"),
    ]
    SHOWN = ("paste.take", "paste.back")
    DEFAULT_CSS = """
    PasteScreen #draft-text { height: 1fr; min-height: 4; max-width: 100%; }
    PasteScreen #read { height: 1; padding: 0 1; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text
        self._count = 0

    def body(self) -> Iterable[Widget]:
        """The text, what was read in it."""
        yield heading("Paste your draft", "as it is: bullets, a table, lines with O1 and KR1.1")
        yield DraftArea(self._text, id="draft-text")
        yield Static(markup=False, id="read")

    @property
    def source(self) -> Source:
        """The draft as pasted."""
        return Source(PASTED, self.query_one(DraftArea).text)

    def on_text_area_changed(self) -> None:
        """Read it again, once the typing lets up."""
        self._read()

    @work(group="reading", exclusive=True, exit_on_error=False)
    async def _read(self) -> None:
        await asyncio.sleep(0.1)
        says = await asyncio.to_thread(_says, self.source)
        self.query_one("#read", Static).update(says)
        if says.plain:
            self.say("")

    def action_take(self) -> None:
        """Go on."""
        self.carry_out(self._take)

    async def _take(self) -> None:
        source = self.source
        if not source.text.strip():
            raise TextError("There is no text yet. Paste your draft into the box.")
        if len(source.text.encode("utf-8", "surrogatepass")) > LARGEST_SOURCE:
            raise TextError(f"This is more text than a draft holds ({LARGEST_SOURCE / 1e6:.0f} MB at most). Keep the part that matters.")
        self.dismiss(Drafted(await asyncio.to_thread(as_shown, source), source.text))

    def action_back(self) -> None:
        """Back, with the text."""
        text = self.query_one(DraftArea).text
        self.dismiss(Drafted(None, text))


def _says(source: Source) -> Content:
    from sparring.draft.reading import read_draft

    if not source.text.strip():
        return Content("")
    try:
        draft = read_draft(as_shown(source))
    except TextError as error:
        return Content.styled(str(error), "$quiet")
    if draft.is_empty:
        return Content.styled(NOTHING_YET, "$quiet")
    return Content.assemble(("Read: ", "$quiet"), (counted(draft), "bold"), (".", "$quiet"))
