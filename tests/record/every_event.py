"""One event of every type, told as a short bout; the texts hold what breaks careless files."""

from datetime import UTC, date, datetime, timedelta

from sparring.record.codec import encode_line, next_entry
from sparring.record.draft_record import DraftRecord, ItemRecord, RemarkRecord, SegmentRecord
from sparring.record.entry import Entry
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    BoutEnded,
    BoutOpened,
    BoutPaused,
    BoutResumed,
    CallFailed,
    ChallengeRaised,
    ClassSpan,
    CloseBegun,
    ConsentGiven,
    Considered,
    ContextAdded,
    DocumentRecord,
    DraftRead,
    DraftRevised,
    EntryWithdrawn,
    Event,
    FactRecord,
    FactsShown,
    HistoryRead,
    OpenAssigned,
    OwnQuestion,
    PartnerChanged,
    PressRaised,
    ReplyWithheld,
    RoundsAdded,
    SituationGiven,
    StanceTaken,
)
from sparring.record.payload import Stretch
from sparring.record.shown import AnchorRecord, PassageRecord, QuoteRecord
from sparring.situation import Situation

BEGIN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DRAFT_TEXT = "# Objective: Clubs trust us\r\n- KR: 40 clubs renew early\r\n- owner: Íñigo\r\n"
HOSTILE = 'We "asked"\n\x1b[31m eleven\x00 clubs, \u202eno\u202c \U0001f94a [/] {{ x }} \ud800!\u2028'


def _draft(text: str = DRAFT_TEXT) -> DraftRecord:
    def segment(start: int, end: int) -> SegmentRecord:
        return SegmentRecord(text=Stretch(start=0, end=end - start), source=Stretch(start=start, end=end))

    objective = ItemRecord(
        kind="objective", id="O1", key="o-1", label="", text="Clubs trust us", segments=(segment(13, 27),), lines=(1, 1), parent=None
    )
    result = ItemRecord(
        kind="key_result",
        id="O1.KR1",
        key="k-1",
        label="KR",
        text="40 clubs renew early",
        segments=(segment(35, 55),),
        lines=(2, 2),
        fields={"owner": "Íñigo"},
        baseline="12",
        target="40",
        under="o-1",
    )
    return DraftRecord(
        name="draft.md",
        path="okrs/draft.md",
        encoding="utf-8",
        digest="0" * 64,
        language="en",
        format="markdown",
        title="",
        text=text,
        items=(objective, result),
        notes=(RemarkRecord(span=Stretch(start=0, end=1), lines=(1, 1), text="#"),),
    )


EVERY_EVENT: tuple[Event, ...] = (
    BoutOpened(
        bout="2026-11-21-kofu", seed=7, program="0.1.0", catalogue="a" * 64, language="en", partner="offline", team="Clubs", cycle="2027 Q1"
    ),
    DraftRead(draft=_draft()),
    ContextAdded(documents=(DocumentRecord(file="strategy.md", digest="b" * 64, passages=12),)),
    SituationGiven(situation=Situation(written_by="us", moment="before-commitment", bet="Trust first.")),
    FactsShown(
        facts=(FactRecord(lens="owner", said="Nobody's name stands beside it.", quotes=(QuoteRecord(id="O1", text="Clubs trust us"),)),)
    ),
    ChallengeRaised(
        round=1,
        lens="lagging-impact",
        title="Would you know in time?",
        family="signal",
        anchor=AnchorRecord(kind="key_result", keys=("k-1",), phrase=Stretch(start=9, end=20)),
        quotes=(QuoteRecord(id="O1.KR1", text="40 clubs renew early", lines=(2, 2)),),
        passage=PassageRecord(file="strategy.md", line=4, text="Renewals decide the year.", headings=("Strategy", "2027")),
        searched=True,
        doubt="Renewals come once a year.",
        question="What would you see in March?",
        question_id="lagging-impact/open/2",
        evidence="lagging",
        reason="first of its family",
        considered=(Considered(lens="coverage", ids=("O1",), reason="weaker"),),
    ),
    AnswerGiven(text=HOSTILE, by="ÍG"),
    AnswerRead(
        answer=7,
        reader="words",
        classes=(ClassSpan(answer_class="fact", span=Stretch(start=0, end=3)), ClassSpan(answer_class="commits")),
        settled=(Stretch(start=0, end=3),),
        open="By when, nobody said.",
        rest=False,
    ),
    PressRaised(
        question="Which of the eleven?", question_id="lagging-impact/press/1", rung="press", answer=7, said=Stretch(start=0, end=3)
    ),
    ReplyWithheld(rule="number-closure"),
    AnswerGiven(text="The two in the north."),
    StanceTaken(stance="skip", skipped_because="misread"),
    EntryWithdrawn(entry=12),
    StanceTaken(stance="keep", reason="Renewal is what pays.", by="ÍG"),
    OwnQuestion(text="What do we stop?", role="coach"),
    ConsentGiven(host="models.example", documents=("strategy.md",)),
    PartnerChanged(partner="example-model"),
    CallFailed(error="The model did not answer within a minute. Go on offline, or try again."),
    DraftRevised(version=2, where="in-app", draft=_draft(DRAFT_TEXT.replace("early", "by May"))),
    RoundsAdded(rounds=2),
    BoutPaused(),
    BoutResumed(program="0.1.0"),
    CloseBegun(why="two rounds brought nothing new"),
    OpenAssigned(round=1, owner="Íñigo", due=date(2026, 12, 4)),
    HistoryRead(bouts=("2026-08-21-bima",)),
    BoutEnded(),
)


def told(events: tuple[Event, ...] = EVERY_EVENT) -> list[Entry]:
    """Return the events as a chain of entries, half a minute apart."""
    entries: list[Entry] = []
    for number, event in enumerate(events):
        at = BEGIN + timedelta(seconds=30 * number)
        entries.append(next_entry(entries[-1] if entries else None, event, at, f"{number:032x}"))
    return entries


def lines(events: tuple[Event, ...] = EVERY_EVENT) -> list[bytes]:
    """Return the events as the lines of a transcript."""
    return [encode_line(entry) for entry in told(events)]
