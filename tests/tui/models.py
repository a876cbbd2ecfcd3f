"""Bouts with a scripted model on the screen."""

from pathlib import Path

from sparring.opening import Ring
from sparring.partner.cast import Cast
from sparring.partner.chat import OnProgress, Reply, Request, unheard
from sparring.partner.faults import CallFault
from sparring.partner.offers import Offer
from sparring.record.events import CallFailed, ConsentGiven, Event
from sparring.session import partner_changed
from tests.scripted_partner import ScriptedPartner
from tests.tui.rings import draft, ring_of, second_round

TOLD = "models.example asked to wait: too many requests. Wait 20 seconds, then try again."


def with_model(past: list[Event], partner: ScriptedPartner, *, consent: bool = True) -> list[Event]:
    """The same past, with `partner` from its beginning on."""
    agreed = [ConsentGiven(host=partner.host)] if consent and partner.host else []
    return [*past[:2], partner_changed(partner), *agreed, *past[2:]]


def model_ring(folder: Path, partner: ScriptedPartner, *, consent: bool = True, failed: bool = False) -> Ring:
    """A bout in its second round."""
    past = with_model(second_round(draft()), partner, consent=consent)
    if failed:
        past.append(CallFailed(error=TOLD, kind="rate"))
    return ring_of(past, folder, partner=partner, agreed=partner.host if consent else "")


class QuietChat:
    """A model that is chosen and never asked."""

    def __init__(self, model: str, host: str = "") -> None:
        self.model, self.host = model, host
        self.context_tokens = 8_000

    async def warm_up(self) -> None:
        """Nothing is needed."""

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        raise CallFault("refused", "Nobody listens there.")

    async def close(self) -> None:
        """Nothing is held."""


class PartnersSetUp:
    """Three partners; the last one lacks its key."""

    usual = ""

    def __init__(self) -> None:
        self.cast_for: list[tuple[str, str]] = []
        self.fault: CallFault | None = None

    def offers(self) -> tuple[Offer, ...]:
        return (
            Offer("openai", "gpt-x", "api.example", reader="gpt-small"),
            Offer("this machine", "smol.gguf", "", voice="bank", has_models=False),
            Offer("our proxy", "", "llm.corp.example:8443"),
        )

    async def models_of(self, name: str) -> tuple[str, ...]:
        if self.fault:
            raise self.fault
        return ("gpt-small", "gpt-x", "gpt-x-[bold]long")

    async def cast(self, name: str, model: str = "") -> Cast:
        if name == "our proxy":
            raise CallFault("no-key", "No key was found for our proxy. Set PROXY_KEY in the environment, or key in your settings.")
        offer = next(each for each in self.offers() if each.name == name)
        self.cast_for.append((name, model))
        return Cast(QuietChat(model or offer.model, offer.host), offer.voice)
