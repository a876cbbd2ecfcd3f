"""Asked once in a workspace, before anything is sent: to whom, what of the team's words, and that it may also stay offline."""

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sparring.fault import sentence_for
from sparring.partner.consent import ConsentNeeded
from sparring.text import visible
from sparring.tui.bout.key_line import ShownKey, keys_written
from sparring.tui.sending.told import items_sent, summary

if TYPE_CHECKING:
    from sparring.session import Session

Decision = Literal["agree", "offline"]

AGREED = "You are asked once in this workspace, and again when documents are added."


async def settle(app: App[Any], session: "Session", needed: ConsentNeeded) -> bool:
    """Ask, and do what the team decides: agree, or stay offline. False when it leaves that for later. For workers."""
    decision = await app.push_screen_wait(ConsentScreen(session, needed))
    match decision:
        case "agree":
            await session.give_consent(needed.host, needed.documents)
        case "offline":
            await session.change_partner(session.offline)
        case _:
            return False
    return True


class ConsentScreen(ModalScreen[Decision | None]):
    """Takes yes or no; escape decides nothing, and nothing is sent."""

    HELP = "Nothing has been sent yet. Read what would be sent, then agree, or stay offline: the offline partner needs no model."
    BINDINGS: ClassVar = [
        Binding("y", "agree", "agree", id="consent.agree", tooltip="Agree that this is sent; remembered for this workspace"),
        Binding("n,g", "offline", "stay offline", id="consent.offline", tooltip="Spar with the offline partner; nothing is sent"),
        Binding("v,ctrl+o", "read", "read what is sent", id="consent.read", tooltip="Read every word before you decide"),
        Binding("escape", "later", "not now", id="consent.later", tooltip="Decide nothing yet; nothing is sent"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012 - declared by Textual as an instance variable

    def __init__(self, session: "Session", needed: ConsentNeeded) -> None:
        super().__init__()
        self._session = session
        self._needed = needed

    def compose(self) -> ComposeResult:
        """To whom, what, how much, and the keys."""
        host, model = visible(self._needed.host), visible(self._session.partner.name)
        with Vertical(id="consent-sheet", classes="sheet"):
            with VerticalScroll(id="consent"):
                yield Static(Content.styled(f"Before anything is sent to {host}", "bold $accent"))
                reader = visible(self._session.partner.reader)
                reads = f", and {reader} reads its words before you do" if reader and reader != model else ""
                says = f"{model} spars with you there{reads}. For each challenge, and to read an answer, this is sent:"
                yield Static(Content(says), classes="paragraph consent-says")
                for name, what in items_sent(self._session.bout, self._needed.documents):
                    with Horizontal(classes="consent-row"):
                        yield Static(name, markup=False, classes="name")
                        yield Static(Content(what), classes="what")
                yield Static(Content(f"Nothing else. Whoever runs {host} can read it. {AGREED}"), classes="paragraph")
                yield Static(id="consent-much")
            yield Static(id="consent-keys")

    def on_mount(self) -> None:
        """Show the keys as bound, and count what would be sent."""
        self.query_one("#consent", VerticalScroll).focus()
        bound: dict[str, ShownKey] = {}
        for active in self.active_bindings.values():
            shown = ShownKey(self.app.get_key_display(active.binding), active.binding.description, active.binding.action)
            bound.setdefault(active.binding.id or "", shown)
        names = ("consent.agree", "consent.offline", "consent.read", "consent.later")
        self.query_one("#consent-keys", Static).update(keys_written([bound[name] for name in names if name in bound], 3))
        self.call_after_refresh(lambda: self.run_worker(self._count(), exit_on_error=False))

    async def _count(self) -> None:
        try:
            prompt = await self._session.preview()
        except Exception as error:  # a fault of ours is no reason to keep anybody from deciding
            self.query_one("#consent-much", Static).update(Content(sentence_for(error)))
            return
        if prompt is not None:
            self.query_one("#consent-much", Static).update(Content(f"The next challenge: {summary(prompt)}."))

    def action_agree(self) -> None:
        """Agree."""
        self.dismiss("agree")

    def action_offline(self) -> None:
        """Stay offline."""
        self.dismiss("offline")

    def action_read(self) -> None:
        """Read every word."""
        from sparring.tui.sending.sent import SentScreen

        self.app.push_screen(SentScreen(self._session))

    def action_later(self) -> None:
        """Decide nothing."""
        self.dismiss(None)
