"""What can happen in a bout. Events are the truth: every other view of a bout is a fold of them.

Texts stand here as the team wrote them and as the screen showed them, so that a transcript stays readable without the pack of
lenses that made it.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sparring.challenge import Origin
from sparring.lenses.model import AnswerClass, Family, Rung
from sparring.record.draft_record import DraftRecord
from sparring.record.payload import Payload, Stretch
from sparring.record.shown import AnchorRecord, EarlierRecord, PassageRecord, QuoteRecord
from sparring.situation import Situation

SCHEMA = 1
"""Version of the event types below; a change that old readers would misread raises it and adds an upgrade step."""

Stance = Literal["will-change", "keep", "park", "skip"]
SkipReason = Literal["does-not-apply", "misread"]
AnswerTo = Literal["round", "still-stands", "prove-wrong"]
Speaker = str
"""Initials typed before an answer, or "" for the team as one."""
Voice = Literal["guarded", "bank"]
"""Whose words a partner's challenges are: a model's under the referee, or the bank's."""
During = Literal["challenge", "angle", "press", "reading"]
"""What a call to a model was for; the first three are asked for once more by the command of the same name."""
Fallback = Literal["", "withheld", "budget", "reader-away"]
"""Why the bank spoke where a model was to: its replies were withheld, its time was over, or nobody could read them a second time."""


class BoutOpened(Payload):
    """The bout begins."""

    type: Literal["bout_opened"] = "bout_opened"
    bout: str
    seed: int
    program: str
    """Version of Sparring."""
    catalogue: str
    """Digest of the lens catalogue and its question bank."""
    language: str
    partner: str
    """"offline partner", or the model's name."""
    voice: Voice = "bank"
    second_reader: str = ""
    """Name of the model that reads a challenge before it is shown; "" when none does."""
    host: str = ""
    """Where text is sent; "" when nothing leaves the machine."""
    team: str = ""
    cycle: str = ""
    rounds: int = 5
    readers: str = ""
    """Who can read this transcript, in the sentence that the team was shown."""


class DraftRead(Payload):
    """A draft was read; version 1 of the bout. Before the first round it may be read once more, as the team marked its lines."""

    type: Literal["draft_read"] = "draft_read"
    draft: DraftRecord


class DocumentRecord(Payload):
    """A document of the library: only its digest is kept, and the passages that were cited."""

    file: str
    digest: str
    passages: int


class ContextAdded(Payload):
    """Strategy documents were given."""

    type: Literal["context_added"] = "context_added"
    documents: tuple[DocumentRecord, ...]
    places: tuple[str, ...] = ()
    """Files and folders as the team named them, absolute: where they are looked for when the bout goes on."""


class HistoryRead(Payload):
    """Earlier bouts of the same team were looked at; kept so that the bout goes on with the same ones."""

    type: Literal["history_read"] = "history_read"
    bouts: tuple[str, ...]
    """Their names, newest first. What they say stays in their own transcripts."""


class SituationGiven(Payload):
    """The team said where it stands, or skipped it."""

    type: Literal["situation_given"] = "situation_given"
    situation: Situation
    skipped: bool = False


class FactRecord(Payload):
    """A line of the fact card."""

    lens: str
    said: str
    quotes: tuple[QuoteRecord, ...] = ()


class FactsShown(Payload):
    """The fact card was shown; `owner` and `due` if the team said who fills the gaps by when."""

    type: Literal["facts_shown"] = "facts_shown"
    facts: tuple[FactRecord, ...]


class Considered(Payload):
    """A candidate that the planner weighed and did not raise now."""

    lens: str
    ids: tuple[str, ...]
    reason: str


class ChallengeRaised(Payload):
    """A round begins: everything as shown. `seq` of this event's entry names the round from here on."""

    type: Literal["challenge_raised"] = "challenge_raised"
    round: int
    closing: bool = False
    """One of the closing questions, beyond the numbered rounds."""
    lens: str
    title: str
    family: Family
    anchor: AnchorRecord
    quotes: tuple[QuoteRecord, ...]
    passage: PassageRecord | None = None
    searched: bool = False
    """A line that bears on this was looked for in vain, and the screen says so."""
    doubt: str
    question: str
    question_id: str | None = None
    rung: Rung = "open"
    origin: Origin = "bank"
    evidence: str = ""
    reason: str = ""
    considered: tuple[Considered, ...] = ()
    angle_on: int | None = None
    """`round` of the challenge that this is another angle on."""
    asked_by_coach: Speaker = ""
    """The coach in the room who asked for this other angle; "" where the team did, or nobody had to."""
    earlier: EarlierRecord | None = None
    """What the team said of this in an earlier bout, where the screen shows it."""
    fallback: Fallback = ""


class ReplyWithheld(Payload):
    """A reply broke a rule of the referee and was never shown; the text is not kept anywhere."""

    type: Literal["reply_withheld"] = "reply_withheld"
    rule: str


class AnswerGiven(Payload):
    """The team said something."""

    type: Literal["answer_given"] = "answer_given"
    text: str
    by: Speaker = ""
    to: AnswerTo = "round"
    about: int | None = None
    """For "prove-wrong": the number of the round whose point is kept."""


class ClassSpan(Payload):
    """A class of the answer and the stretch of it that says so."""

    answer_class: AnswerClass
    span: Stretch | None = None


class AnswerRead(Payload):
    """How the answer was read; a coach can correct it, and the team is never confronted with it."""

    type: Literal["answer_read"] = "answer_read"
    answer: int
    """`seq` of the answer's entry."""
    reader: str
    """"words" for the rules, or the model's name."""
    classes: tuple[ClassSpan, ...]
    settled: tuple[Stretch, ...] = ()
    """Stretches of the answer that settle something."""
    open: str = ""
    """What is still open: a sentence of the bank, or words of the answer beside which the doubt rests; "" when nothing is."""
    rest: bool = True
    """Let it rest: the answer settles the doubt, or the reading is not sure enough to press."""
    remark: str = ""
    """What the partner says back (the rule, when asked to write); "" for nothing."""


class PressRaised(Payload):
    """The same doubt, one rung harder."""

    type: Literal["press_raised"] = "press_raised"
    question: str
    question_id: str | None = None
    rung: Rung
    origin: Origin = "bank"
    answer: int | None = None
    """`seq` of the answer that it presses from."""
    said: Stretch | None = None
    """The stretch of that answer shown beside the question: a place, so that taking the answer back takes these words back too."""
    fallback: Fallback = ""


class StanceTaken(Payload):
    """What the team decided about the round's point."""

    type: Literal["stance_taken"] = "stance_taken"
    stance: Stance
    reason: str = ""
    skipped_because: SkipReason | None = None
    by: Speaker = ""


class DraftRevised(Payload):
    """A new version of the draft. The team's own changes; nothing here is the program's."""

    type: Literal["draft_revised"] = "draft_revised"
    version: int
    where: Literal["in-app", "outside"]
    draft: DraftRecord


class OwnQuestion(Payload):
    """The team or a coach put a question of its own; recorded as theirs. It opens no budgeted round."""

    type: Literal["own_question"] = "own_question"
    text: str
    by: Speaker = ""
    role: Literal["team", "coach"] = "team"


class PartnerChanged(Payload):
    """Another partner or model goes on."""

    type: Literal["partner_changed"] = "partner_changed"
    partner: str
    voice: Voice = "bank"
    second_reader: str = ""
    host: str = ""


class ConsentGiven(Payload):
    """The team agreed that text is sent to a host."""

    type: Literal["consent_given"] = "consent_given"
    host: str
    documents: tuple[str, ...] = ()
    remembered: bool = False
    """The team had agreed in an earlier bout of this workspace, and was not asked again."""


class CallFailed(Payload):
    """A model call failed; nothing else of the bout changed by it."""

    type: Literal["call_failed"] = "call_failed"
    error: str
    """What happened and what to do next, as shown; never what was sent or received."""
    kind: str = ""
    """See `partner.faults.FaultKind`."""
    during: During = "challenge"
    asked_by_coach: Speaker = ""
    """The coach who asked for the other angle that the call was for: asked once more, it is still the coach's."""


class EntryWithdrawn(Payload):
    """The team took back an answer or a stance; its payload is struck from the file as well."""

    type: Literal["entry_withdrawn"] = "entry_withdrawn"
    entry: int


class OpenAssigned(Payload):
    """Somebody will find out what is open, by a date."""

    type: Literal["open_assigned"] = "open_assigned"
    round: int | None = None
    """The round whose point is open; None for the gaps on the fact card."""
    owner: str = ""
    due: date | None = None


class RoundsAdded(Payload):
    """The team asked for more rounds than planned."""

    type: Literal["rounds_added"] = "rounds_added"
    rounds: int


class CloseBegun(Payload):
    """The rounds are over."""

    type: Literal["close_begun"] = "close_begun"
    why: str


class BoutPaused(Payload):
    """The program was left in the middle."""

    type: Literal["bout_paused"] = "bout_paused"


class BoutResumed(Payload):
    """Somebody went on."""

    type: Literal["bout_resumed"] = "bout_resumed"
    program: str


class BoutEnded(Payload):
    """The debrief was shown; nothing follows."""

    type: Literal["bout_ended"] = "bout_ended"


Event = Annotated[
    BoutOpened
    | DraftRead
    | ContextAdded
    | HistoryRead
    | SituationGiven
    | FactsShown
    | ChallengeRaised
    | ReplyWithheld
    | AnswerGiven
    | AnswerRead
    | PressRaised
    | StanceTaken
    | DraftRevised
    | OwnQuestion
    | PartnerChanged
    | ConsentGiven
    | CallFailed
    | EntryWithdrawn
    | OpenAssigned
    | RoundsAdded
    | CloseBegun
    | BoutPaused
    | BoutResumed
    | BoutEnded,
    Field(discriminator="type"),
]
