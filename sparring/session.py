"""Conducts a bout: decide, ask the partner, let the referee judge, append and sync, and only then tell the front end.

Front ends call the commands below and render what `on_entry` tells them; a command returns when its entries are on the disk.
Commands refuse what does not fit the moment (`NotNow`) and pass on what the journal raises; the bout is unchanged then.

Commands that ask a model also raise `ConsentNeeded` before anything is sent to a host for the first time, `CallCancelled`, and `CallFault`
once the failure is kept; the same command may be given again. A command that is cancelled has kept what it kept, and nothing half.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar

from sparring import __version__
from sparring.bout.facts import fact_card
from sparring.bout.fold import begin, follow, opposite
from sparring.bout.history import NO_HISTORY, History
from sparring.bout.moves import BeginClose, Move, Raise
from sparring.bout.open_choice import lenses_open
from sparring.bout.planner import another_angle, next_move, opening_move
from sparring.bout.raised import challenge_raised
from sparring.bout.reading import Reading, read_answer
from sparring.bout.rules import NotNow, require
from sparring.bout.seeds import seed_for
from sparring.bout.shown import (
    anchor_of,
    passage_of,
    remarks_made,
    words_to_press_from,
)
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.draft.model import Draft, LineMark
from sparring.draft.reading import read_again, read_draft
from sparring.fault import sentence_for
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import Finding, Rung
from sparring.library.model import Library, NoLibrary
from sparring.partner.asked_to_write import reply_to_asking
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
from sparring.record.draft_record import record_of
from sparring.record.entry import Entry
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    AnswerTo,
    BoutEnded,
    BoutOpened,
    BoutPaused,
    BoutResumed,
    CallFailed,
    CloseBegun,
    ConsentGiven,
    ContextAdded,
    DraftRead,
    DraftRevised,
    During,
    EntryWithdrawn,
    Event,
    FactsShown,
    HistoryRead,
    OpenAssigned,
    OwnQuestion,
    PartnerChanged,
    PressRaised,
    ReplyWithheld,
    RoundsAdded,
    SituationGiven,
    SkipReason,
    Stance,
    StanceTaken,
)
from sparring.situation import Situation
from sparring.speech import speech
from sparring.text import Source

Result = TypeVar("Result")


class Journal(Protocol):
    """Where entries are kept. `append` returns when the entry is safe on the disk."""

    def append(self, event: Event, at: datetime) -> Entry:
        """Keep an event; raises when it could not be kept, and nothing is kept then."""
        ...

    def strike(self, *seqs: int) -> None:
        """Remove the words of these entries, leaving their seals."""
        ...


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


async def open_bout(
    draft: Draft,
    *,
    bout_id: str,
    seed: int,
    language: str,
    journal: Journal,
    partner: Partner,
    catalogue: Catalogue,
    library: Library,
    context: ContextAdded | None = None,
    history: History = NO_HISTORY,
    rounds: int = 5,
    team: str = "",
    cycle: str = "",
    readers: str = "",
    consents: Consents | None = None,
    clock: Callable[[], datetime] | None = None,
) -> "Session":
    """Begin a bout on `draft`: its first entries are on the disk when this returns; `context` tells which documents `library` holds."""
    clock = clock or utc_now
    opening = BoutOpened(
        bout=bout_id,
        seed=seed,
        program=__version__,
        catalogue=catalogue.digest,
        language=language,
        partner=partner.name,
        voice=partner.voice,
        second_reader=partner.reader,
        host=partner.host,
        team=team,
        cycle=cycle,
        rounds=rounds,
        readers=readers,
    )
    events: list[Event] = [opening, DraftRead(draft=record_of(draft)), *([context] if context else [])]
    if history.bouts:
        events.append(HistoryRead(bouts=tuple(each.bout for each in history.bouts)))
    entries = await asyncio.to_thread(_append_all, journal, events, clock)
    bout = begin(entries[0])
    for entry in entries[1:]:
        bout = follow(bout, entry)
    return Session(
        bout, journal=journal, partner=partner, catalogue=catalogue, library=library, history=history, consents=consents, clock=clock
    )


def _append_all(journal: Journal, events: Sequence[Event], clock: Callable[[], datetime]) -> list[Entry]:
    return [journal.append(event, clock()) for event in events]


class Session:
    """One bout being fought.

    Attributes:
        bout: the bout as it stands; replaced, never changed.
        partner: who spars; `change_partner` changes it.
        on_entry: told of every entry, once it is on the disk.
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
        self.bout = bout
        self.partner = partner
        self.catalogue = catalogue
        self.library = library
        self.history = history
        self.on_entry = on_entry
        self.on_progress = on_progress
        self.calls = CallInHand()
        self._findings: tuple[Finding, ...] | None = None
        self._journal = journal
        self._consents = consents or NoConsents()
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the detectors see in what is sparred on as it stands; they look when they are first asked."""
        if self._findings is None:
            self._findings = detect(self.bout.part, self.library, self.catalogue)
        return self._findings

    # -- beginning ---------------------------------------------------------------------------------------------------------

    async def give_situation(self, situation: Situation | None) -> None:
        """Take the team's situation (None: skipped) and show the fact card."""
        async with self._one_at_a_time:
            require(self.bout, "give-situation")
            await self._record(SituationGiven(situation=situation or Situation(), skipped=situation is None))
            self._findings = None
            gaps = detect(self.bout.part, NoLibrary(), self.catalogue.only("facts"))
            await self._record(FactsShown(facts=fact_card(self.bout, gaps, self.catalogue)))

    # -- rounds ------------------------------------------------------------------------------------------------------------

    async def go_on(self) -> None:
        """Leave the fact card or the round, with or without a stance, for what the planner wants next."""
        async with self._one_at_a_time:
            require(self.bout, "next")
            await self._make(opening_move(self.bout) or next_move(self.bout, self.findings, self.catalogue, self.library, self.history))

    async def another_angle(self) -> None:
        """Challenge the same item from another lens."""
        async with self._one_at_a_time:
            require(self.bout, "angle")
            move = another_angle(self.bout, self.findings, self.catalogue, self.library, self.history)
            if move is None:
                raise NotNow("Every angle on this has been used. Take a stance, or go on.")
            await self._make(move)

    async def answer(self, text: str, by: str = "") -> None:
        """Take the team's answer to the challenge and read it."""
        async with self._one_at_a_time:
            require(self.bout, "answer")
            said = Said(text, self._asked(), self.bout.rounds, self.bout.part, self.bout.opened.language)
            seq, read = self.bout.last_seq + 1, None
            try:
                await self._record(AnswerGiven(text=text, by=by))
                read = await self._read_by_partner(said)
            finally:
                if self.bout.last_seq >= seq:
                    await self._record(self._reading_of(seq, said, read))

    async def press(self) -> None:
        """Put the same doubt one rung harder, from what the team answered."""
        async with self._one_at_a_time:
            require(self.bout, "press")
            current = self.bout.rounds[-1]
            rung: Rung = "press-harder" if current.presses else "press"
            raised = current.raised
            choice = Choice(raised.lens, anchor_of(raised.anchor), passage_of(raised.passage), raised.evidence, "pressed by the team")
            outcome = await self._worded((choice,), rung, "press")
            challenge = outcome.challenge
            await self._record(
                PressRaised(
                    question=challenge.question,
                    question_id=challenge.question_id,
                    rung=rung,
                    origin=challenge.origin,
                    answer=current.answers[-1].seq,
                    said=words_to_press_from(current.answers[-1]),
                    fallback=outcome.fallback,
                )
            )

    async def take_stance(self, stance: Stance, reason: str = "", skipped_because: SkipReason | None = None, by: str = "") -> None:
        """Take the round's stance."""
        async with self._one_at_a_time:
            require(self.bout, "stance")
            await self._record(StanceTaken(stance=stance, reason=reason, skipped_because=skipped_because, by=by))

    async def take_back_stance(self) -> None:
        """Take the round's stance back."""
        async with self._one_at_a_time:
            require(self.bout, "take-back-stance")
            if decision := self.bout.rounds[-1].decision:
                await self._withdraw(decision.seq)

    async def take_back_answer(self) -> None:
        """Take the round's last answer back: its words leave the screen and the file, a gap stays."""
        async with self._one_at_a_time:
            require(self.bout, "take-back-answer")
            await self._withdraw(self.bout.rounds[-1].answers[-1].seq)

    async def ask_own(self, text: str, by: str = "", *, of_coach: bool = False) -> None:
        """Record a question of the team's or a coach's own."""
        async with self._one_at_a_time:
            require(self.bout, "own-question")
            await self._record(OwnQuestion(text=text, by=by, role="coach" if of_coach else "team"))

    async def revise(self, source: Source, *, outside: bool = False) -> Draft:
        """Take a new version of the draft, edited here or found changed; returns it as read, keys carried over."""
        async with self._one_at_a_time:
            require(self.bout, "revise")
            from sparring.draft.changes import carry_keys

            known = {item.key for version in self.bout.versions for item in version.draft.items()}
            draft = carry_keys(self.bout.draft, await asyncio.to_thread(read_again, self.bout.draft, source), known)
            version = self.bout.version + 1
            await self._record(DraftRevised(version=version, where="outside" if outside else "in-app", draft=record_of(draft)))
            self._findings = None
            return draft

    async def mark_lines(self, marks: Sequence[LineMark]) -> Draft:
        """Read the draft once more, with single lines as the team says they are, before the rounds begin.

        Raises:
            NotNow: the rounds have begun, or nothing to spar on would be left.
        """
        async with self._one_at_a_time:
            require(self.bout, "mark-lines")
            from sparring.draft.changes import carry_keys

            draft = await asyncio.to_thread(read_draft, self.bout.draft.source, marks)
            if draft.is_empty:
                raise NotNow("With these marks no objective and no key result is left to spar on.")
            known = {item.key for version in self.bout.versions for item in version.draft.items()}
            draft = carry_keys(self.bout.draft, draft, known)
            await self._record(DraftRead(draft=record_of(draft)))
            self._findings = None
            return draft

    async def add_rounds(self, rounds: int = 2) -> None:
        """Plan more rounds than were planned."""
        async with self._one_at_a_time:
            require(self.bout, "add-rounds")
            await self._record(RoundsAdded(rounds=rounds))

    # -- close -------------------------------------------------------------------------------------------------------------

    async def stop(self) -> None:
        """End the rounds early."""
        async with self._one_at_a_time:
            require(self.bout, "stop")
            await self._record(CloseBegun(why=speech(self.bout.opened.language).you_stopped))

    async def say_at_close(self, text: str, to: AnswerTo, about: int | None = None, by: str = "") -> None:
        """Take what still stands of the first answer, or what would prove the kept point of round `about` wrong."""
        async with self._one_at_a_time:
            require(self.bout, "still-stands" if to == "still-stands" else "prove-wrong")
            await self._record(AnswerGiven(text=text, by=by, to=to, about=about))

    async def assign_open(self, round_: int | None, owner: str, due: date | None) -> None:
        """Say who finds out what is open, by when; `round_` None for the gaps on the fact card."""
        async with self._one_at_a_time:
            require(self.bout, "assign-open")
            await self._record(OpenAssigned(round=round_, owner=owner, due=due))

    async def end(self) -> None:
        """The debrief was shown; the bout is over."""
        async with self._one_at_a_time:
            require(self.bout, "end")
            await self._record(BoutEnded())

    async def resume(self) -> None:
        """Go on with a bout that was left."""
        async with self._one_at_a_time:
            await self._record(BoutResumed(program=__version__))
            now = partner_changed(self.partner)
            if opposite(now) != self.bout.partner:
                await self._record(now)

    async def pause(self) -> None:
        """Leave in the middle; harmless when the bout is over."""
        async with self._one_at_a_time:
            if self.bout.stage != "ended" and not self.bout.paused:
                await self._record(BoutPaused())

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

    async def _record(self, event: Event) -> Entry:
        return await _to_the_end(asyncio.to_thread(self._journal.append, event, self._clock()), self._kept)

    def _kept(self, entry: Entry) -> None:
        self.bout = follow(self.bout, entry)
        self.on_entry(entry)

    async def _withdraw(self, seq: int) -> None:
        await self._record(EntryWithdrawn(entry=seq))
        await _to_the_end(asyncio.to_thread(self._journal.strike, seq))

    async def _make(self, move: Move) -> None:
        match move:
            case BeginClose():
                await self._record(CloseBegun(why=move.why))
            case Raise():
                during: During = "challenge" if move.angle_on is None else "angle"
                outcome = await self._worded(move.choices, "open", during, lenses_open(self.bout, self.catalogue, move))
                await self._record(challenge_raised(outcome.challenge, move, self.bout, self.catalogue, self.library, outcome.fallback))

    async def _worded(self, choices: tuple[Choice, ...], rung: Rung, during: During, may_raise: frozenset[str] = frozenset()) -> Refereed:
        """Ask the partner under the referee; what was withheld is recorded by its rule alone. The bank opens every bout at once."""
        turn = turn_on(self.bout, choices, rung, self.library, self.history, may_raise)
        partner = self.partner if self.bout.rounds else self.offline
        if partner.will_call(turn) if isinstance(partner, AsksModel) else partner.host:
            await self._require_consent()
            outcome = await self._call(during, refereed(partner, turn, self.catalogue, on_progress=self._heard))
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

    async def _call(self, during: During, call: Coroutine[Any, Any, Result]) -> Result:
        """Make a call; a failure is kept before it is passed on."""
        try:
            return await self.calls.make(during, call)
        except CallFault as fault:
            await self._record(CallFailed(error=str(fault), kind=fault.kind, during=during))
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

    def _asked(self) -> str:
        """Return the question that stands in the room."""
        current = self.bout.rounds[-1]
        return current.presses[-1].raised.question if current.presses else current.raised.question

    def _reading_of(self, seq: int, said: Said, read: Reading | None) -> AnswerRead:
        reading = read or read_answer(said.text, said.question, said.language)
        asked = "asks-for-writing" in reading.classes
        remark = reply_to_asking(remarks_made(self.bout), seed_for(self.bout, "asked"), said.language) if asked else ""
        return AnswerRead(
            answer=seq,
            reader=self.partner.name if read else "words",
            classes=reading.spans,
            settled=reading.settled,
            open=reading.open,
            rest=reading.rest,
            remark=remark,
        )


async def _to_the_end(doing: Coroutine[Any, Any, Result], done: Callable[[Result], None] = lambda result: None) -> Result:
    """Return what `doing` returns, once `done` knows: a cancelled command waits for the disk, so that nothing is kept unseen."""
    task = asyncio.ensure_future(doing)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    result = task.result()
    done(result)
    if cancelled:
        raise cancelled
    return result


def partner_changed(partner: Partner) -> PartnerChanged:
    """Return the event that says who spars from here on."""
    return PartnerChanged(partner=partner.name, voice=partner.voice, second_reader=partner.reader, host=partner.host)


LETTING_GO = 1.0
"""Seconds that a partner has to close its connections."""


async def _let_go(partner: Partner) -> None:
    with suppress(Exception):
        await asyncio.wait_for(partner.close(), LETTING_GO)
