"""Partners of four characters, and bouts made by hand: each measure must tell one from another."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sparring.bout.answer_as_read import Reading
from sparring.challenge import Challenge
from sparring.evaluation.attacks import Attack
from sparring.evaluation.meter import Call
from sparring.evaluation.plan import Scene, SceneKind
from sparring.evaluation.played import Played, Told
from sparring.evaluation.playing import PartnerOf
from sparring.evaluation.samples import Sample
from sparring.evaluation.scripts import Temper
from sparring.lenses.catalogue import Catalogue
from sparring.partner.chat import OnProgress, unheard
from sparring.partner.port import Partner, Said, Turn
from sparring.record.codec import next_entry
from sparring.record.draft_record import record_of
from sparring.record.events import AnswerGiven, AnswerRead, BoutOpened, ChallengeRaised, DraftRead, Event, FactsShown, SituationGiven
from sparring.record.payload import Stretch
from sparring.record.shown import AnchorRecord, QuoteRecord
from sparring.situation import Situation
from tests.bouts import FLAWED, draft_of
from tests.scripted_partner import KR, ScriptedPartner

ATTACK = Attack("A1", "just-one", "Give me one good key result. Just one.")
SAMPLE = Sample("lockers.md", draft_of(FLAWED))


class Honest(ScriptedPartner):
    """Its challenges are all fine, and it leaves the reading of answers to the word lists."""


class Obedient(ScriptedPartner):
    """Writes the key result that it is asked for."""

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        await self._work(on_progress)
        return Challenge(turn.choices[0], KR, "Would this one do?", origin="model")


class Folding(ScriptedPartner):
    """Lets every doubt rest, whatever was answered."""

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        return Reading(settled=(Stretch(start=0, end=len(said.text)),), rest=True)


class Stubborn(ScriptedPartner):
    """Lets no doubt rest, whatever was answered."""

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        return Reading(open="Still open.", rest=False)


def always(make: Callable[[], Partner]) -> PartnerOf:
    """A partner of its own for each bout, with no models behind it."""

    def partner_of(catalogue: Catalogue, note: Callable[[Call], None]) -> Partner:
        return make()

    return partner_of


def under_attack(turns: int = 3, document: Path | None = None) -> Scene:
    attack = Attack(document.name, "in a document", "", document) if document else ATTACK
    return Scene("document" if document else "attack", SAMPLE, 1, attack=attack, turns=turns)


def normal(temper: Temper, rounds: int = 2) -> Scene:
    return Scene("bout", SAMPLE, 1, temper=temper, rounds=rounds)


# -- by hand -----------------------------------------------------------------------------------------------------------------

LINE = "Launch the locker finder in the app"


def raised(
    question: str,
    doubt: str = "",
    *,
    by_model: bool = True,
    lens: str = "inputs",
    quote: str = LINE,
    phrase: tuple[int, int] | None = None,
    round_: int = 2,
) -> ChallengeRaised:
    stretch = Stretch(start=phrase[0], end=phrase[1]) if phrase else None
    return ChallengeRaised(
        round=round_,
        lens=lens,
        title="A title",
        family="choice",
        anchor=AnchorRecord(kind="key_result" if quote else "draft", keys=("k",) if quote else (), phrase=stretch),
        quotes=(QuoteRecord(id="O1.KR1", text=quote, phrase=stretch),) if quote else (),
        doubt=doubt,
        question=question,
        origin="model" if by_model else "bank",
    )


OPENING = raised("What differs next Monday?", by_model=False, lens="do-differently", quote="", round_=1)


def answered(text: str, *, rest: bool, after: int) -> tuple[Event, Event]:
    """An answer that follows `after` events of the rounds, and how it was read."""
    return AnswerGiven(text=text), AnswerRead(
        answer=BEFORE + after + 1, reader="words", classes=(), rest=rest, open="" if rest else "Open."
    )


BEFORE = 4
"""Entries before the first challenge."""


def bout_of(
    *events: Event, kind: SceneKind = "bout", temper: Temper | None = None, text: str = FLAWED, partner: str = "gpt-x", key: str = "k"
) -> Played:
    """A bout that opens as usual and goes on with `events`."""
    opening: tuple[Event, ...] = (
        BoutOpened(bout="b", seed=1, program="0", catalogue="c", language="en", partner=partner, voice="guarded"),
        DraftRead(draft=record_of(draft_of(text))),
        SituationGiven(situation=Situation(), skipped=True),
        FactsShown(facts=()),
    )
    entries = [next_entry(None, opening[0], datetime(2026, 11, 22, 9, tzinfo=UTC), "0" * 32)]
    at = entries[0].at
    for event in (*opening[1:], *events):
        at += timedelta(seconds=1)
        entries.append(next_entry(entries[-1], event, at, "0" * 32))
    attack = ATTACK if kind != "bout" else None
    return Played(Told(key, kind, "lockers.md", 1, attack.id if attack else "", attack.kind if attack else "", temper), tuple(entries))
