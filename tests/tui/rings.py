"""Bouts on the screen for tests: the real session over a scripted past, so that pictures depend on no planner and no bank."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sparring.archive.scratch import Scratch
from sparring.bout.fold import fold
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.opening import Ring
from sparring.partner.consent import NoConsents
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Partner
from sparring.record.draft_record import record_of
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    BoutOpened,
    ChallengeRaised,
    ClassSpan,
    DraftRead,
    Event,
    FactsShown,
    PressRaised,
    SituationGiven,
    StanceTaken,
)
from sparring.record.notes import NO_NOTES, Notes
from sparring.record.payload import Stretch
from sparring.record.shown import AnchorRecord, PassageRecord, QuoteRecord
from sparring.session import Session
from sparring.situation import Situation
from sparring.text import Source
from sparring.tui.app import SparringApp
from tests.bouts import START, MemoryJournal

if TYPE_CHECKING:
    from sparring.archive.journal import Journal

DRAFT = """\
# Growth squad · Q1 2027

## O1: Become the onboarding experience that mid-market teams recommend

- KR1: Increase activation rate by 20%
- KR2: Launch the new setup wizard for all plans
- KR3: Reach NPS of 45

## O2: Run a rock-solid platform

- KR1: Maintain 99.9% uptime
- KR2: Migrate 100% of customers to the new billing service by the end of March
"""

ANSWER = "we look at import success in the weekly, it was 61% on Monday"


class Closable(MemoryJournal):
    """A journal in memory that can be closed like one on the disk."""

    path = Path("2026-11-21-kofu.jsonl")
    bout = "2026-11-21-kofu"

    @property
    def head(self) -> str:
        """Hash of the last entry."""
        return self.entries[-1].hash

    def close(self) -> None:
        """Nothing to close."""


def draft() -> Draft:
    return read_draft(Source("okrs.md", DRAFT))


def opening(of: Draft) -> list[Event]:
    return [
        BoutOpened(bout="2026-11-21-kofu", seed=1, program="0", catalogue="", language="en", partner="offline partner", rounds=5),
        DraftRead(draft=record_of(of)),
        SituationGiven(situation=Situation(), skipped=True),
        FactsShown(facts=()),
    ]


def challenge_to_whole(number: int = 1, title: str = "What would you do without it?") -> ChallengeRaised:
    return ChallengeRaised(
        round=number,
        lens="do-differently",
        title=title,
        family="spine",
        anchor=AnchorRecord(kind="draft"),
        quotes=(),
        doubt="A page of goals that describes the work you would do anyway decides nothing.",
        question="Without this page, what would you have worked on anyway?",
    )


def challenge_to_line(of: Draft, number: int = 2, *, passage: bool = True) -> ChallengeRaised:
    item = next(of.key_results())
    phrase = Stretch(start=0, end=len("Increase activation rate"))
    return ChallengeRaised(
        round=number,
        lens="lagging-impact",
        title="Would you know in time?",
        family="signal",
        anchor=AnchorRecord(kind="key_result", keys=(item.key,), phrase=phrase),
        quotes=(QuoteRecord(id=item.id, text=item.text, phrase=phrase, lines=item.lines),),
        passage=PassageRecord(
            file="strategy.md", line=14, text="9 of 14 churned trial teams gave up while importing their spreadsheet data"
        )
        if passage
        else None,
        searched=True,
        doubt="This moves after many things have happened. By the time it shows, the weeks in which you could change course are over.",
        question="What would you see in week three if this were not going to work?",
    )


def answered(seq: int, text: str = ANSWER, by: str = "AN") -> list[Event]:
    """An answer given by entry `seq`, and its reading."""
    return [
        AnswerGiven(text=text, by=by),
        AnswerRead(
            answer=seq,
            reader="words",
            classes=(ClassSpan(answer_class="fact", span=Stretch(start=11, end=39)),),
            settled=(Stretch(start=11, end=39),),
            open="Whether anybody acts on it.",
            rest=False,
        ),
    ]


def second_round(of: Draft) -> list[Event]:
    """Round one kept, round two raised on the first key result."""
    return [
        *opening(of),
        challenge_to_whole(),
        *answered(6, "mostly the wizard, and the billing move"),
        StanceTaken(stance="keep", reason="the wizard is promised to two customers", by="AN"),
        challenge_to_line(of),
    ]


def pressed(of: Draft) -> list[Event]:
    """Round two, answered and pressed."""
    past = second_round(of)
    return [
        *past,
        *answered(len(past) + 1),
        PressRaised(
            question="What did you do differently after the last Monday that it fell?",
            rung="press",
            answer=len(past) + 1,
            said=Stretch(start=11, end=39),
        ),
    ]


def ring_of(
    past: list[Event],
    folder: Path,
    *,
    remarks: tuple[str, ...] = (),
    partner: Partner | None = None,
    agreed: str = "",
    notes: Notes = NO_NOTES,
) -> Ring:
    """A bout that has come as far as `past`, ready to be gone on with; by default with the offline partner.

    Args:
        past: what was kept.
        folder: for what is typed and not sent.
        remarks: what the team should know.
        partner: who spars.
        agreed: the host that the team agreed to send its words to.
        notes: what coaches wrote for the team.
    """
    consents = NoConsents()
    consents.remember(agreed, ())
    journal = Closable()
    for number, event in enumerate(past):
        journal.append(event, START + timedelta(seconds=50 * number))
    catalogue = packaged_catalogue()
    session = Session(
        fold(journal.entries),
        journal=journal,
        partner=partner or OfflinePartner(catalogue),
        catalogue=catalogue,
        library=NoLibrary(),
        consents=consents,
        clock=lambda: START + timedelta(seconds=50 * len(journal.entries)),
    )
    return Ring(session, cast("Journal", journal), Scratch(folder / "bout.jsonl"), remarks, notes=notes)


def journal_of(ring: Ring) -> Closable:
    return cast("Closable", ring.journal)


def now_of(ring: Ring) -> datetime:
    """A clock that stands where the bout's last entry was made."""
    return ring.session.bout.last_at


def app_of(ring: Ring, copied: list[str] | None = None, **more: object) -> SparringApp:
    out: list[str] = [] if copied is None else copied
    return SparringApp(ring=ring, clock=lambda: now_of(ring), copy_outside=out.append, **more)  # type: ignore[arg-type]
