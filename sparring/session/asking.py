"""Whoever spars: asked one call at a time, under the referee, and only with consent where words leave the machine."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sparring.bout.answer_as_read import Reading
from sparring.bout.history import NO_HISTORY, History
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.fault import sentence_for
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import Finding, Rung
from sparring.library.model import Library
from sparring.partner.chat import OnProgress, Progress, unheard
from sparring.partner.consent import ConsentNeeded, Consents, NoConsents, consent_needed, documents_of, is_said
from sparring.partner.faults import CallFault
from sparring.partner.in_hand import CallCancelled, CallInHand
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Partner, Said
from sparring.partner.preview import AsksModel, next_prompt
from sparring.partner.prompt import Prompt
from sparring.partner.refereed import Refereed, refereed
from sparring.partner.turns import turn_on
from sparring.record.entry import Entry
from sparring.record.events import (
    CallFailed,
    ConsentGiven,
    During,
    PartnerChanged,
    ReplyWithheld,
)
from sparring.session.recording import Journal, Recording, Result, utc_now


class Asking(Recording):
    """A bout with its partner.

    Attributes:
        partner: who spars; `change_partner` changes it.
        on_progress: hears how far the call under way is.
        calls: the call under way, if any.
    """

    def __init__(
        self,
        bout: Bout,
        *,
        journal: Journal,
        partner: Partner,
        catalogue: Catalogue,
        library: Library,
        history: History = NO_HISTORY,
        consents: Consents | None = None,
        clock: Callable[[], datetime] = utc_now,
        on_entry: Callable[[Entry], None] = lambda entry: None,
        on_progress: OnProgress = unheard,
    ) -> None:
        super().__init__(bout, journal, clock, on_entry)
        self.partner = partner
        self.catalogue = catalogue
        self.library = library
        self.history = history
        self.on_progress = on_progress
        self.calls = CallInHand()
        self._findings: tuple[Finding, ...] | None = None
        self._consents = consents or NoConsents()
        self._one_at_a_time = asyncio.Lock()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the detectors see in what is sparred on as it stands; they look when they are first asked."""
        if self._findings is None:
            self._findings = detect(self.bout.part, self.library, self.catalogue)
        return self._findings

    # -- who spars ---------------------------------------------------------------------------------------------------------

    async def change_partner(self, partner: Partner) -> None:
        """Go on with another partner; the old one is let go of, and its call with it."""
        self.cancel_call()
        async with self._one_at_a_time:
            await self._record(partner_changed(partner))
            before, self.partner = self.partner, partner
        if before is not partner:
            await _let_go(before)

    @property
    def offline(self) -> OfflinePartner:
        """The partner that needs nothing, over the same lenses."""
        return OfflinePartner(self.catalogue)

    async def warm_up(self) -> None:
        """Let the partner load what its first call needs, while the team reads; sends nothing."""
        with suppress(Exception):  # the first call says what is wrong
            await self.partner.warm_up()

    @property
    def consent_needed(self) -> ConsentNeeded | None:
        """What somebody has to agree to before the partner can ask its model; None when nothing leaves the machine, or they did."""
        return consent_needed(self.partner, self.library, self._consents)

    async def give_consent(self, host: str, documents: Sequence[str]) -> None:
        """Agree that the draft, answers and passages of these documents are sent to `host`, in this bout and in this workspace."""
        async with self._one_at_a_time:
            await self._record(ConsentGiven(host=host, documents=tuple(documents)))
            await asyncio.to_thread(self._consents.remember, host, tuple(documents))

    async def preview(self) -> Prompt | None:
        """Return what would be sent for the next challenge that a model is asked for; None when none would be. Nothing is recorded."""
        if not isinstance(self.partner, AsksModel) or self.bout.stage == "ended":
            return None
        return await next_prompt(self.partner, self.bout, self.findings, self.catalogue, self.library, self.history)

    def cancel_call(self) -> bool:
        """Let go of the call under way; returns whether there was one."""
        return self.calls.cancel()

    async def close(self) -> None:
        """Let go of the partner; a call under way is cancelled, and no other is made."""
        self.calls.refuse()
        await _let_go(self.partner)

    # -- inside ------------------------------------------------------------------------------------------------------------

    async def _worded(
        self,
        choices: tuple[Choice, ...],
        rung: Rung,
        during: During,
        may_raise: frozenset[str] = frozenset(),
        asked_by_coach: str = "",
    ) -> Refereed:
        """Ask the partner under the referee; what was withheld is recorded by its rule alone. The bank opens every bout at once."""
        turn = turn_on(self.bout, choices, rung, self.library, self.history, may_raise)
        partner = self.partner if self.bout.rounds else self.offline
        if partner.will_call(turn) if isinstance(partner, AsksModel) else partner.host:
            await self._require_consent()
            outcome = await self._call(during, refereed(partner, turn, self.catalogue, on_progress=self._heard), asked_by_coach)
        else:
            outcome = await refereed(partner, turn, self.catalogue)
        for rule in outcome.withheld:
            await self._record(ReplyWithheld(rule=rule))
        return outcome

    def _heard(self, progress: Progress) -> None:
        self.on_progress(progress)

    async def _require_consent(self) -> None:
        """Raise what is missing; what was agreed to in an earlier bout of this workspace is said in this one's transcript too."""
        if needed := self.consent_needed:
            raise needed
        if self.partner.host and not is_said(self.partner, self.library, self.bout):
            await self._record(ConsentGiven(host=self.partner.host, documents=documents_of(self.library), remembered=True))

    async def _call(self, during: During, call: Coroutine[Any, Any, Result], asked_by_coach: str = "") -> Result:
        """Make a call; a failure is kept before it is passed on."""
        try:
            return await self.calls.make(during, call)
        except CallFault as fault:
            await self._record(CallFailed(error=str(fault), kind=fault.kind, during=during, asked_by_coach=asked_by_coach))
            raise

    async def _read_by_partner(self, said: Said) -> Reading | None:
        """Return how the partner reads an answer; None where it leaves that to the word lists, cannot, or must not send it yet."""
        if not isinstance(self.partner, AsksModel) or self.consent_needed:
            return None
        await self._require_consent()
        try:
            return await self._call("reading", self.partner.read(said, self._heard))
        except (CallFault, CallCancelled):
            return None
        except Exception as error:  # the answer is kept already, and a fault of ours must not hand it back as if it were not
            await self._record(CallFailed(error=sentence_for(error), during="reading"))
            return None


def partner_changed(partner: Partner) -> PartnerChanged:
    """Return the event that says who spars from here on."""
    return PartnerChanged(partner=partner.name, voice=partner.voice, second_reader=partner.reader, host=partner.host)


LETTING_GO = 1.0
"""Seconds that a partner has to close its connections."""


async def _let_go(partner: Partner) -> None:
    with suppress(Exception):
        await asyncio.wait_for(partner.close(), LETTING_GO)
