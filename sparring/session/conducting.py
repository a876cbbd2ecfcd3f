"""Conducts a bout: decide, ask the partner, let the referee judge, append and sync, and only then tell the front end.

Front ends call the commands below and render what `on_entry` tells them; a command returns when its entries are on the disk.
Commands refuse what does not fit the moment (`NotNow`) and pass on what the journal raises; the bout is unchanged then.

Commands that ask a model also raise `ConsentNeeded` before anything is sent to a host for the first time, `CallCancelled`, and `CallFault`
once the failure is kept; the same command may be given again. A command that is cancelled has kept what it kept, and nothing half.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sparring import __version__
from sparring.bout.answer_as_read import Reading
from sparring.bout.facts import fact_card
from sparring.bout.fold import begin, follow, opposite
from sparring.bout.history import NO_HISTORY, History
from sparring.bout.moves import BeginClose, Move, Raise
from sparring.bout.open_choice import lenses_open
from sparring.bout.planner import another_angle, next_move, opening_move
from sparring.bout.raised import challenge_raised
from sparring.bout.rules import NotNow, require
from sparring.bout.seeds import seed_for
from sparring.bout.shown import (
    anchor_of,
    passage_of,
    remarks_made,
    words_to_press_from,
)
from sparring.challenge import Choice
from sparring.draft.model import Draft, LineMark
from sparring.draft.reading import read_again, read_draft
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.detect import detect
from sparring.library.model import Library, NoLibrary
from sparring.partner.asked_to_write import reply_to_asking
from sparring.partner.consent import Consents
from sparring.partner.port import Partner, Said
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
    CloseBegun,
    ContextAdded,
    DraftRead,
    DraftRevised,
    During,
    Event,
    FactsShown,
    HistoryRead,
    OpenAssigned,
    OwnQuestion,
    PressRaised,
    RoundsAdded,
    SituationGiven,
    SkipReason,
    Stance,
    StanceTaken,
)
from sparring.session.asking import Asking, partner_changed
from sparring.session.recording import Journal, utc_now
from sparring.situation import Situation
from sparring.speech import speech
from sparring.text import Source

if TYPE_CHECKING:
    from sparring.lenses.model import Rung


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
    questions: Sequence[OwnQuestion] = (),
    rounds: int = 5,
    team: str = "",
    cycle: str = "",
    readers: str = "",
    consents: Consents | None = None,
    clock: Callable[[], datetime] | None = None,
) -> "Session":
    """Begin a bout on `draft`: its first entries are on the disk when this returns.

    `context` tells which documents `library` holds; `questions` are those that coaches left for it: they stand before the first round.
    """
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
    events += questions
    entries = await asyncio.to_thread(_append_all, journal, events, clock)
    bout = begin(entries[0])
    for entry in entries[1:]:
        bout = follow(bout, entry)
    return Session(
        bout, journal=journal, partner=partner, catalogue=catalogue, library=library, history=history, consents=consents, clock=clock
    )


def _append_all(journal: Journal, events: Sequence[Event], clock: Callable[[], datetime]) -> list[Entry]:
    return [journal.append(event, clock()) for event in events]


class Session(Asking):
    """One bout being fought: the team's commands."""

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

    async def another_angle(self, asked_by_coach: str = "") -> None:
        """Challenge the same item from another lens; `asked_by_coach` names the coach in the room who wants it, "" is the team."""
        async with self._one_at_a_time:
            require(self.bout, "angle")
            move = another_angle(self.bout, self.findings, self.catalogue, self.library, self.history)
            if move is None:
                raise NotNow("Every angle on this has been used. Take a stance, or go on.")
            await self._make(move, asked_by_coach)

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

    # -- inside ------------------------------------------------------------------------------------------------------------

    async def _make(self, move: Move, asked_by_coach: str = "") -> None:
        match move:
            case BeginClose():
                await self._record(CloseBegun(why=move.why))
            case Raise():
                during: During = "challenge" if move.angle_on is None else "angle"
                may_raise = lenses_open(self.bout, self.catalogue, move)
                outcome = await self._worded(move.choices, "open", during, may_raise, asked_by_coach)
                raised = challenge_raised(
                    outcome.challenge, move, self.bout, self.catalogue, self.library, outcome.fallback, asked_by_coach
                )
                await self._record(raised)

    def _asked(self) -> str:
        """Return the question that stands in the room."""
        current = self.bout.rounds[-1]
        return current.presses[-1].raised.question if current.presses else current.raised.question

    def _reading_of(self, seq: int, said: Said, read: Reading | None) -> AnswerRead:
        from sparring.bout.reading import read_answer

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
