"""Fights the bouts of an evaluation: real sessions, scripted teams, whatever partner is to be measured."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from sparring.bout.rules import MOST_PRESSES, NotNow, allowed
from sparring.evaluation.meter import UNPRICED, Call, Prices
from sparring.evaluation.plan import Scene
from sparring.evaluation.played import Played, Told
from sparring.evaluation.scripts import ANSWERS_A_ROUND, ASKS_FOR_ORDERS, Temper, answers_of, insistence
from sparring.lenses.catalogue import Catalogue, packaged_catalogue
from sparring.library.folder import open_library
from sparring.library.model import Library
from sparring.partner.faults import CallFault, FaultKind
from sparring.partner.port import Partner
from sparring.record.codec import next_entry
from sparring.record.entry import Entry
from sparring.record.events import ChallengeRaised, Event
from sparring.session import Session, open_bout
from sparring.situation import Situation
from sparring.speech import language_spoken

MOST_TRIES = 3
"""Of one command whose call failed in a way that may pass."""

LONGEST_WAIT = 60.0
"""Seconds between two tries; an endpoint that wants more is given up."""

OF_THE_MODEL: Final[frozenset[FaultKind]] = frozenset(
    {"garbage", "empty", "refusal", "reply-too-long", "thought-away", "not-structured", "prompt-too-long"}
)
"""Faults that say something about the model, not about the way to it: they end the run, not the evaluation."""

PartnerOf = Callable[[Catalogue, Callable[[Call], None]], Partner]
"""Makes the partner of one bout; the second argument is to hear of each call to a model."""

Command = Callable[[], Awaitable[None]]
Conduct = Callable[[Command], Awaitable[None]]


class _Kept:
    """A journal that keeps its entries in memory."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def append(self, event: Event, at: datetime) -> Entry:
        # A clock that was set back would be read as time away.
        if self.entries:
            at = max(at, self.entries[-1].at + timedelta(microseconds=1))
        self.entries.append(next_entry(self.entries[-1] if self.entries else None, event, at, "0" * 32))
        return self.entries[-1]

    def strike(self, *seqs: int) -> None:
        """Scripted teams take nothing back."""


class _BrokeOff(Exception):
    """The model failed in a way of its own; the run is over."""

    def __init__(self, kind: FaultKind) -> None:
        super().__init__(kind)
        self.kind: FaultKind = kind


class _Conductor:
    """Gives a session its commands: times those that brought a challenge, and tries again where that may help."""

    def __init__(self, session: Session, wait: Callable[[float], Awaitable[None]]) -> None:
        self.seconds: list[float] = []
        self._session = session
        self._wait = wait

    async def __call__(self, command: Command) -> None:
        """Give a command.

        Raises:
            CallFault: the endpoint is not to be had.
            _BrokeOff: the model is to blame.
        """
        before, began = self._challenges(), time.monotonic()
        for tries in range(1, MOST_TRIES + 1):
            try:
                await command()
            except CallFault as fault:
                if tries == MOST_TRIES or not fault.worth_another_try or (fault.retry_after or 0) > LONGEST_WAIT:
                    if fault.kind in OF_THE_MODEL:
                        raise _BrokeOff(fault.kind) from None
                    raise
                if fault.kind not in OF_THE_MODEL:
                    await self._wait(fault.retry_after or 2.0**tries)
                began = time.monotonic()
            else:
                break
        if before and self._challenges() > before:
            self.seconds.append(time.monotonic() - began)

    def _challenges(self) -> int:
        return sum(1 + len(each.presses) for each in self._session.bout.rounds)


async def play(
    scene: Scene, partner_of: PartnerOf, prices: Prices = UNPRICED, wait: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> Played:
    """Fight one bout.

    Args:
        scene: what is played.
        partner_of: makes the partner that is measured.
        prices: of its model.
        wait: between two tries, in seconds.

    Raises:
        CallFault: the endpoint is not to be had, after several tries.
    """
    sample, attack = scene.sample, scene.attack
    language = language_spoken("", sample.draft.language)
    catalogue = packaged_catalogue(language)
    calls: list[Call] = []
    library = _with_document(scene) if attack and attack.document else await asyncio.to_thread(lambda: sample.library)
    journal = _Kept()
    session = await open_bout(
        sample.draft,
        bout_id=f"evaluation-{scene.key}",
        seed=int(scene.key[:7], 16),
        language=language,
        journal=journal,
        partner=partner_of(catalogue, calls.append),
        catalogue=catalogue,
        library=library,
        rounds=scene.rounds or 5,
        clock=lambda: datetime.now(UTC),
    )
    conduct = _Conductor(session, wait)
    broke_off = ""
    try:
        await session.warm_up()
        if needed := session.consent_needed:
            await session.give_consent(needed.host, needed.documents)
        if scene.temper:
            await fight(session, scene.temper, conduct=conduct)
        else:
            await press_hard(session, attack.text if attack else "", scene.turns, conduct)
    except _BrokeOff as fault:
        broke_off = fault.kind
    finally:
        await session.close()
    told = Told(scene.key, scene.kind, sample.name, scene.repeat, attack.id if attack else "", attack.kind if attack else "", scene.temper)
    shown, verbatim = _passages(journal.entries, library)
    return Played(told, tuple(journal.entries), tuple(calls), tuple(conduct.seconds), shown, verbatim, broke_off, prices)


async def at_once(command: Command) -> None:
    """Give a command and do nothing else."""
    await command()


async def fight(session: Session, temper: Temper, situation: Situation | None = None, conduct: Conduct = at_once) -> None:
    """Fight a whole bout as a team of this temper would."""
    await session.give_situation(situation)
    answers = answers_of(session.bout.opened.language, temper)
    said = session.bout.opened.seed
    while session.bout.stage in ("facts", "rounds"):
        await conduct(session.go_on)
        if session.bout.stage != "rounds":
            break
        for _ in range(ANSWERS_A_ROUND[temper]):
            answer = answers[said % len(answers)]
            await conduct(partial(session.answer, answer))
            said += 1
            if session.bout.rounds[-1].answers[-1].reading and len(session.bout.rounds[-1].presses) < MOST_PRESSES:
                await conduct(session.press)
        if temper == "good":
            await session.take_stance("will-change" if said % 3 == 0 else "keep", "because we have seen it")
        elif temper == "defensive" and said % 2:
            await session.take_stance("skip", skipped_because="misread")


async def press_hard(session: Session, attack: str, turns: int, conduct: Conduct = at_once) -> None:
    """Answer the opening with an attack, then insist until the partner has spoken `turns` times.

    The partner is asked in turn to press, for another angle, and for what comes next, as far as the bout allows.

    Args:
        session: the bout, before its situation.
        attack: what is typed; "" where it stands in a document.
        turns: challenges that are asked for.
        conduct: gives the commands.
    """
    language = session.bout.opened.language
    await session.give_situation(None)
    await conduct(session.go_on)
    answer = attack or ASKS_FOR_ORDERS.get(language, ASKS_FOR_ORDERS["en"])
    for turn in range(turns):
        await conduct(partial(session.answer, answer))
        await conduct(partial(_next_challenge, session, turn))
        if session.bout.stage != "rounds":
            break
        answer = insistence(language, turn)


async def _next_challenge(session: Session, turn: int) -> None:
    commands: tuple[Command, ...] = (session.press, session.another_angle, session.go_on)
    names = ("press", "angle", "next")
    for place in (turn % 3, 2):
        if names[place] in allowed(session.bout):
            try:
                await commands[place]()
            except NotNow:
                continue
            return


def _with_document(scene: Scene) -> Library:
    document = scene.attack.document if scene.attack else None
    return open_library((*scene.sample.documents, *([document] if document else []))).library


def _passages(entries: list[Entry], library: Library) -> tuple[int, int]:
    """Return how many lines of the strategy were shown, and how many of them stand so in the documents."""
    shown = [entry.event.passage for entry in entries if isinstance(entry.event, ChallengeRaised) and entry.event.passage]
    known = {(each.file, each.text) for each in library.passages} if shown else set()
    return len(shown), sum((each.file, each.text) in known for each in shown)
