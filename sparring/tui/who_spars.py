"""Who spars: the offline partner, or a model that the team has set up. Chosen before a bout or in the middle of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sparring.partner.cast import Cast
from sparring.partner.faults import CallFault
from sparring.partner.offers import Offer, Partners
from sparring.partner.offline import OfflinePartner
from sparring.text import visible
from sparring.tui.page import Page, heading, quiet

if TYPE_CHECKING:
    from sparring.session import Session
    from sparring.tui.app import SparringApp

NUMBERED = 9
"""Partners that a digit takes at once."""
HOW_TO_ADD = (
    "To add a model: `sparring models` says how. Keys are read from the environment, your settings or the keyring, and never stored here."
)
MOST_NAME = 30


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who was chosen; `cast` None is the offline partner."""

    cast: Cast | None

    @property
    def name(self) -> str:
        """As the status line calls it."""
        return self.cast.speaker.model if self.cast else OfflinePartner.name


async def cast_for(app: "SparringApp") -> tuple[Cast | None, str]:
    """Return who spars in a new bout: whom the team chose, else whom its settings name; and what stands in the way of that."""
    usual = app.partners.usual
    if app.chosen is None and usual:
        try:
            app.chosen = Chosen(await app.partners.cast(usual))
        except CallFault as fault:
            return None, f"{visible(usual)} cannot spar yet, so the offline partner does. {fault}"
    return (app.chosen.cast if app.chosen else None), ""


async def change_partner(app: "SparringApp", session: "Session") -> bool:
    """Let the team choose, and let whom it chose go on; returns whether somebody else spars now. For workers."""
    from sparring.opening import partner_of

    chosen = await app.push_screen_wait(PartnerScreen(app.partners, session.bout.partner.name, session.bout.partner.host))
    if chosen is None or (chosen.cast is None and session.bout.partner.name == OfflinePartner.name):
        return False
    await session.change_partner(partner_of(chosen.cast, session.catalogue))
    app.chosen = chosen
    return True


class PartnerScreen(Page[Chosen | None]):
    """Lists who can spar; None is going back."""

    HELP = (
        "The offline partner spars from its lenses and their question bank: no key, no network. A model understands your strategy and your "
        "answers; what it writes is shown only once the referee has passed it. Nothing is sent by choosing here."
    )
    EXAMPLE = "2 for the second, or m on an endpoint for its other models"
    AUTO_FOCUS = "#partners"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "let it spar", id="partner.take", tooltip="Let the one under the bar spar"),
        Binding("m,f3", "models", "its models", id="partner.models", tooltip="Choose another model of the endpoint under the bar"),
        Binding("escape,q", "back", "back", id="partner.back", tooltip="Back; nothing changes"),
        *(Binding(str(number), f"take_at({number})", show=False) for number in range(1, NUMBERED + 1)),
    ]
    SHOWN = ("partner.take", "partner.models", "partner.back")
    DEFAULT_CSS = """
    PartnerScreen #partners { height: auto; max-height: 1fr; }
    PartnerScreen .how { height: auto; margin: 1 0 0 0; }
    """

    def __init__(self, partners: Partners, now: str, host: str = "") -> None:
        """Ask.

        Args:
            partners: who can be chosen beside the offline partner.
            now: name of the one that spars now.
            host: where its text goes.
        """
        super().__init__()
        self._partners = partners
        self._now = (now, host)
        self._offers = partners.offers()

    def body(self) -> Iterable[Widget]:
        """The list, and how to add to it."""
        yield heading("Who spars with you?", "from the next challenge on")
        yield OptionList(id="partners")
        yield quiet(HOW_TO_ADD, "how")

    @property
    def list(self) -> OptionList:
        """The list."""
        return self.query_one("#partners", OptionList)

    def on_resize(self, event: events.Resize) -> None:
        """Cut what stands beside the names to the new width."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        width = self.list.scrollable_content_region.width
        if not width:
            return
        at = self.list.highlighted
        self.list.clear_options()
        self.list.add_options(Option(row) for row in self._rows(width))
        self.list.highlighted = at if at is not None else self._place_now()

    def _place_now(self) -> int:
        return next((place for place, offer in enumerate(self._offers, 1) if (offer.model, offer.host) == self._now), 0)

    def _rows(self, width: int) -> Iterable[Content]:
        now = self._place_now() if self._now[0] != OfflinePartner.name else 0
        yield _row(1, OfflinePartner.name, "works with nothing; nothing is sent", width, chosen=self._now[0] == OfflinePartner.name)
        for place, offer in enumerate(self._offers, 1):
            yield _row(place + 1, visible(offer.name), _beside(offer), width, chosen=place == now)

    @property
    def _under_the_bar(self) -> Offer | None:
        at = self.list.highlighted if self.is_mounted else None
        return self._offers[at - 1] if at else None

    def on_option_list_option_highlighted(self) -> None:
        """The keys that act may have changed."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer models where there is a list of them."""
        if action == "models":
            return bool((offer := self._under_the_bar) and offer.has_models)
        return super().check_action(action, parameters)

    # -- choosing ----------------------------------------------------------------------------------------------------------

    def action_take(self) -> None:
        """Take (a click on the key)."""
        self.list.action_select()

    def action_take_at(self, number: int) -> None:
        """Take the one with this digit."""
        if number <= len(self._offers) + 1:
            self._take(number - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one under the bar."""
        self._take(event.option_index)

    def _take(self, place: int) -> None:
        if place == 0:
            self.dismiss(Chosen(None))
            return
        offer = self._offers[place - 1]
        if not offer.model and offer.has_models:
            self.list.highlighted = place
            self.action_models()
        else:
            self.carry_out(lambda: self._cast(offer, ""))

    async def _cast(self, offer: Offer, model: str) -> None:
        self.dismiss(Chosen(await self._partners.cast(offer.name, model)))

    def action_models(self) -> None:
        """Choose among the models of the endpoint under the bar."""
        if (offer := self._under_the_bar) and offer.has_models:
            self.carry_out(lambda: self._choose_model(offer))

    async def _choose_model(self, offer: Offer) -> None:
        model = await self.app.push_screen_wait(ModelScreen(self._partners, offer))
        if model is not None:
            await self._cast(offer, model)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)


class ModelScreen(Page[str | None]):
    """Lists the models of an endpoint, as it names them; None is going back.

    Attributes:
        models: what it has listed.
    """

    HELP = "The models that this endpoint offers. Asking for the list sends nothing of yours but the key that belongs there."
    AUTO_FOCUS = "#models"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "let it spar", id="model.take", tooltip="Let this model spar"),
        Binding("r,f5", "look", "look again", id="model.again", tooltip="Ask the endpoint once more"),
        Binding("escape,q", "back", "back", id="model.back", tooltip="Back to the partners"),
    ]
    SHOWN = ("model.take", "model.again", "model.back")
    DEFAULT_CSS = "ModelScreen #models { height: auto; max-height: 1fr; }"

    def __init__(self, partners: Partners, offer: Offer) -> None:
        super().__init__()
        self._partners = partners
        self._offer = offer
        self.models: tuple[str, ...] = ()

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield heading(f"The models of {visible(self._offer.name)}", visible(self._offer.host) or "on this machine")
        yield OptionList(id="models")

    def on_mount(self) -> None:
        """Ask once this is painted."""
        self.call_after_refresh(self.action_look)

    def action_look(self) -> None:
        """Ask the endpoint."""
        self.carry_out(self._look)
        self.say(f"Asking {visible(self._offer.name)} for its models…")

    async def _look(self) -> None:
        self.models = await self._partners.models_of(self._offer.name)
        models = self.query_one("#models", OptionList)
        models.clear_options()
        models.add_options(Option(Content(visible(name))) for name in self.models)
        models.highlighted = self.models.index(self._offer.model) if self._offer.model in self.models else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        self.dismiss(self.models[event.option_index])

    def action_take(self) -> None:
        """Take it (a click on the key)."""
        self.query_one("#models", OptionList).action_select()

    def action_back(self) -> None:
        """Back; a list that is still asked for is let go of with this screen."""
        self.dismiss(None)


def _beside(offer: Offer) -> str:
    where = f"at {visible(offer.host)}" if offer.host else "on this machine"
    reader = f"read by {visible(offer.reader)}" if offer.reader else ""
    parts = (f"{visible(offer.model) or 'choose a model'} {where}", offer.voice, reader)
    return " · ".join(part for part in parts if part)


def _row(number: int, name: str, beside: str, width: int, *, chosen: bool) -> Content:
    digit = str(number) if number <= NUMBERED else " "
    before = Content.assemble((digit, "bold $accent"), f"  {'●' if chosen else '○'} ")
    shown = Content(name).truncate(MOST_NAME, ellipsis=True)
    shown = Content.assemble((shown.plain, "bold $secondary" if chosen else ""), " " * max(2, 20 - shown.cell_length))
    room = max(4, width - before.cell_length - shown.cell_length)
    return Content.assemble(before, shown, Content.styled(beside, "$quiet").truncate(room, ellipsis=cell_len(beside) > room))
