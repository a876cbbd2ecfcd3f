"""Why a coach raises this, and when they would leave it alone: the lens's own words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sparring.lenses.model import Lens
from sparring.text import visible

SOURCES = {
    "S1": "“You're Not Writing OKRs”, Tim Herbig, Product Practice, 2025",
    "S2": "“Make OKRs Drive Decisions, not Spreadsheets”, Tim Herbig, Product Practice, 2025",
    "S2r": "articles that “Make OKRs Drive Decisions, not Spreadsheets” recommends",
    "P": "checks that several public reviewers of OKRs share",
    "W": "Christina Wodtke's writing",
    "G": "Jeff Gothelf's writing",
}
"""What the short names in lens files stand for."""

UNKNOWN = "This lens is not in the catalogue any more, so its reasons cannot be shown. The challenge stands as it was raised."


def sources_of(lens: Lens) -> str:
    """Return where the lens comes from, in words; what is no short name of ours stands as it is."""
    return "; ".join(SOURCES.get(part.strip(), visible(part.strip())) for part in lens.source.split(","))


class WhyScreen(ModalScreen[None]):
    """Shows a lens; None for one that the catalogue does not know."""

    BINDINGS: ClassVar = [Binding("escape,w,enter,ctrl+r", "dismiss", "close", id="why.close", tooltip="Back to the bout")]

    def __init__(self, title: str, lens: Lens | None) -> None:
        super().__init__()
        self._title = title
        self._lens = lens

    def compose(self) -> ComposeResult:
        """Title, why, when to leave it alone, where it comes from."""
        with VerticalScroll(id="why", classes="sheet"):
            if self._lens is None:
                yield Static(Content.styled(visible(self._title), "bold $accent"))
                yield Static(Content(UNKNOWN), classes="paragraph")
            else:
                name = Content.styled(f"   {visible(self._lens.name)}", "$quiet")
                yield Static(Content.styled(visible(self._lens.title), "bold $accent") + name)
                yield Static(Content(visible(self._lens.why, lines=True)), classes="paragraph")
                yield Static(Content.styled("When to leave it alone", "bold"), classes="paragraph")
                yield Static(Content(visible(self._lens.leave_alone, lines=True)))
                yield Static(Content.styled(f"From {sources_of(self._lens)}", "$quiet"), classes="paragraph")

    def on_mount(self) -> None:
        """Let the arrow keys scroll, and say how to leave where it is always seen."""
        sheet = self.query_one(VerticalScroll)
        sheet.border_subtitle = "esc closes"
        sheet.focus()
