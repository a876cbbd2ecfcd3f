"""Exactly what would be sent for the next challenge, before it is. Opening it sends nothing."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sparring.fault import sentence_for
from sparring.partner.offline import OfflinePartner
from sparring.partner.prompt import Prompt
from sparring.text import visible
from sparring.tui.sending.told import summary, verbatim

if TYPE_CHECKING:
    from sparring.session import Session

OFFLINE = "Nothing is sent. The offline partner works on this machine alone, from the lenses and their questions."
NOTHING_NEXT = "Nothing would be sent now: what comes next needs no model."
LOOKING = "Putting together what would be sent…"
PIECE = 40
"""Lines that are laid out together."""


class SentScreen(ModalScreen[None]):
    """Shows the messages verbatim; they can be selected and copied.

    Attributes:
        text: what is shown.
    """

    HELP = "What you see is everything that one call sends: the rule, your draft, lines of your strategy, what was said. Nothing else goes."
    BINDINGS: ClassVar = [
        Binding("escape,v,q,enter,ctrl+o", "dismiss", "back", id="sent.close", tooltip="Back to the bout", priority=True),
        Binding("y,f12", "copy", "copy all", id="sent.copy", tooltip="Copy all of it", priority=True),
    ]
    DEFAULT_CSS = """
    SentScreen #sent { width: 100%; height: 1fr; padding: 1 2 0 2; background: $background; }
    SentScreen #sent-title { height: auto; text-style: bold; }
    SentScreen #sent-summary { height: auto; color: $quiet; margin: 0 0 1 0; }
    SentScreen #sent-text {
        height: 1fr; border-top: solid $rule; background: $background; scrollbar-size-vertical: 1; scrollbar-gutter: stable; display: none;
    }
    SentScreen #sent-text > Static { height: auto; max-width: 110; }
    """

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self.text = ""

    def compose(self) -> ComposeResult:
        """Where it would go, how much it is, all of it."""
        with Vertical(id="sent"):
            yield Static(markup=False, id="sent-title")
            yield Static(markup=False, id="sent-summary")
            yield VerticalScroll(id="sent-text")
        yield Static(Content.styled("esc back   ↑ ↓ scroll   y copy all", "$quiet"), classes="over-keys")

    def on_mount(self) -> None:
        """Put it together behind the first paint: it takes a moment with many documents."""
        if self._session.partner.name == OfflinePartner.name:
            self._say(OFFLINE)
            return
        self._say(LOOKING)
        self.call_after_refresh(lambda: self.run_worker(self._look(), exit_on_error=False))

    async def _look(self) -> None:
        try:
            prompt = await self._session.preview()
        except Exception as error:  # a fault of ours is no reason to lose the bout behind this
            self._say(sentence_for(error))
            return
        if prompt is None:
            self._say(NOTHING_NEXT)
        else:
            self._show(prompt)

    def _say(self, text: str) -> None:
        self.query_one("#sent-title", Static).update(Content(text))

    def _show(self, prompt: Prompt) -> None:
        partner = self._session.partner
        where = f"to {visible(partner.host)}" if partner.host else "to a model on this machine; nothing leaves it"
        self._say(f"What would be sent for the next challenge, {where}")
        self.query_one("#sent-summary", Static).update(Content(f"{visible(partner.name)} · {summary(prompt)}"))
        self.text = verbatim(prompt)
        area = self.query_one("#sent-text", VerticalScroll)
        lines = self.text.split("\n")
        # In pieces: of a long text only what is in sight is painted.
        pieces = ("\n".join(lines[start : start + PIECE]) for start in range(0, len(lines), PIECE))
        area.mount_all(Static(Content(piece or " ")) for piece in pieces)
        area.display = True
        area.focus()

    def action_copy(self) -> None:
        """Copy all of it."""
        if self.text:
            self.app.copy_to_clipboard(self.text)
            self.notify("Copied what would be sent.", markup=False, timeout=3)
