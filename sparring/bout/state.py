"""A bout as it stands, as values: every view of a bout, live or stored, starts here. `bout.fold` makes them from entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Literal

from sparring.draft.model import Draft
from sparring.draft.sections import part_of
from sparring.lenses.model import AnswerClass
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    BoutOpened,
    CallFailed,
    ChallengeRaised,
    DocumentRecord,
    FactsShown,
    OpenAssigned,
    OwnQuestion,
    PressRaised,
    StanceTaken,
    Voice,
)
from sparring.record.payload import Stretch
from sparring.situation import Situation

Stage = Literal["opening", "situation", "facts", "rounds", "close", "ended"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Words of the team.

    Attributes:
        seq: of the entry.
        given: the event; None once the team took it back or struck it: a gap is shown.
        reading: how it was read, once it was.
        kept_back: the team struck it before it shared the bout.
    """

    seq: int
    given: AnswerGiven | None
    reading: AnswerRead | None = None
    kept_back: bool = False

    @property
    def text(self) -> str:
        """What was said, or "" for a gap."""
        return self.given.text if self.given else ""

    @property
    def main_class(self) -> AnswerClass | None:
        """What the answer is above all: the first class of its reading."""
        return self.reading.classes[0].answer_class if self.reading and self.reading.classes else None

    @property
    def settles(self) -> bool:
        """It was shown as settling something; where no reader saw it, nobody can tell, and it counts as one that does."""
        return self.reading is None or bool(self.reading.settled)

    @property
    def telling_words(self) -> Stretch | None:
        """The stretch that says so, where the reading names one."""
        return self.reading.classes[0].span if self.reading and self.reading.classes else None


@dataclass(frozen=True, slots=True)
class Press:
    """The same doubt, harder."""

    seq: int
    raised: PressRaised


@dataclass(frozen=True, slots=True)
class Aside:
    """A question of the team's or a coach's own."""

    seq: int
    asked: OwnQuestion


@dataclass(frozen=True, slots=True)
class Decision:
    """The round's stance."""

    seq: int
    taken: StanceTaken


@dataclass(frozen=True, slots=True)
class Opposite:
    """A partner as the transcript knows it.

    Attributes:
        name: "offline partner", or the model's name.
        voice: whose words it shows.
        second_reader: name of the model that reads a challenge before it is shown, or "".
        host: where text is sent; "" when nothing leaves the machine.
        since: how many challenges had been raised when it took over.
    """

    name: str
    voice: Voice = "bank"
    second_reader: str = ""
    host: str = ""
    since: int = field(default=0, compare=False)


Exchange = Answer | Press | Aside

EMPTY_CLASSES: frozenset[AnswerClass | None] = frozenset({"no-content", "dont-know", "authority", "counter-question", "asks-for-writing"})
"""Answers above all of one of these classes brought neither fact nor reason."""


@dataclass(frozen=True, slots=True)
class Round:
    """One challenge and all that was said to it.

    Attributes:
        seq: of the entry that raised it.
        raised: the challenge as shown.
        exchanges: in the order in which they were said.
        decision: the team's stance, if it took one.
        revised: the team edited its draft in this round; keys of the items that changed.
        kept_back: `seq` of what the team said in it and struck before it shared the bout: nobody can tell whether it settled the doubt.
    """

    seq: int
    raised: ChallengeRaised
    exchanges: tuple[Exchange, ...] = ()
    decision: Decision | None = None
    revised: tuple[str, ...] = ()
    kept_back: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """Its number in the bout, from 1."""
        return self.raised.round

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that still stand, in order."""
        return tuple(each for each in self.exchanges if isinstance(each, Answer) and each.given)

    @property
    def presses(self) -> tuple[Press, ...]:
        """The presses, in order."""
        return tuple(each for each in self.exchanges if isinstance(each, Press))

    def quoted_by(self, press: Press) -> str:
        """Return the words of an answer that `press` shows beside its question; "" when they were taken back."""
        answer = next((each for each in self.answers if each.seq == press.raised.answer), None)
        said = press.raised.said
        return answer.text[said.start : said.end] if answer and said else ""

    @property
    def settles(self) -> bool:
        """An answer of it was shown as settling something, or nobody can tell: it was kept back, or never read."""
        return bool(self.kept_back) or any(answer.settles for answer in self.answers)

    @property
    def awaits_answer(self) -> bool:
        """The last thing said was the partner's."""
        last = next((each for each in reversed(self.exchanges) if not isinstance(each, Aside)), None)
        return last is None or isinstance(last, Press) or last.given is None

    @property
    def stance(self) -> str | None:
        """The name of the stance, or None while the round is open."""
        return self.decision.taken.stance if self.decision else None

    @property
    def brought_something(self) -> bool:
        """An answer held something, or the team decided or edited something.

        An answer that could not be read for sure counts as one that held something, and so does what the team keeps to itself.
        """
        if self.revised or self.kept_back or self.stance in ("will-change", "keep"):
            return True
        return any(answer.reading is None or answer.main_class not in EMPTY_CLASSES for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the draft.

    Attributes:
        number: 1 for the draft as it was read.
        draft: as read then.
        where: "opened", "in-app" or "outside".
        seq: of the entry.
    """

    number: int
    draft: Draft
    where: Literal["opened", "in-app", "outside"]
    seq: int


@dataclass(frozen=True)
class Bout:
    """A bout after `last_seq` entries."""

    opened: BoutOpened
    opened_at: datetime
    last_seq: int
    last_at: datetime
    active: timedelta = timedelta()
    versions: tuple[Version, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    context: tuple[Path, ...] = ()
    """Where the team's documents were when it named them."""
    earlier: tuple[str, ...] = ()
    """Names of the earlier bouts of this team that were looked at, newest first."""
    situation: Situation | None = None
    facts: FactsShown | None = None
    facts_seq: int = 0
    rounds: tuple[Round, ...] = ()
    asides: tuple[Aside, ...] = ()
    """Own questions outside any round."""
    added_rounds: int = 0
    closing_because: str | None = None
    still_stands: Answer | None = None
    proofs: Mapping[int, Answer] = field(default_factory=dict)
    """What would prove the team wrong, by the number of the round whose point it keeps."""
    assigned: tuple[OpenAssigned, ...] = ()
    assigned_at: Mapping[int | None, int] = field(default_factory=dict)
    """`seq` of the entries of `assigned`, by their round."""
    partners: tuple[Opposite, ...] = ()
    """Whoever sparred, in order, the one that spars now last; the same one may come back."""
    withheld: Mapping[str, int] = field(default_factory=dict)
    """How many replies the referee withheld, by rule."""
    failures: tuple[CallFailed, ...] = ()
    failed: CallFailed | None = None
    """The call that brought no challenge and was not made good since: it may be tried again."""
    consented: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The documents that the team agreed to send, by the host that they are sent to."""
    kept_back: tuple[int, ...] = ()
    """`seq` of what the team said outside the rounds and struck before it shared the bout."""
    paused: bool = False
    ended: bool = False

    @property
    def partner(self) -> Opposite:
        """Who spars now."""
        return self.partners[-1]

    @property
    def stage(self) -> Stage:
        """Where the bout is."""
        if self.ended:
            return "ended"
        if self.closing_because is not None:
            return "close"
        if not self.versions:
            return "opening"
        if self.situation is None:
            return "situation"
        return "rounds" if self.rounds else "facts"

    @property
    def draft(self) -> Draft:
        """The draft as it stands now."""
        return self.versions[-1].draft

    @cached_property
    def part(self) -> Draft:
        """What of the draft is sparred on: the objectives that the team chose, or all of it."""
        return part_of(self.draft, self.situation.focus) if self.situation and self.situation.focus else self.draft

    @property
    def version(self) -> int:
        """Number of the draft's version."""
        return self.versions[-1].number

    @property
    def round(self) -> Round | None:
        """The round being fought: the last one raised."""
        return self.rounds[-1] if self.rounds else None

    @property
    def planned_rounds(self) -> int:
        """Numbered rounds planned, with those that the team asked for."""
        return self.opened.rounds + self.added_rounds

    @property
    def numbered(self) -> tuple[Round, ...]:
        """Rounds that count against the plan: neither closing questions nor other angles on the same item."""
        return tuple(each for each in self.rounds if not each.raised.closing)

    def counted_as(self, number: int) -> int | None:
        """Return which of the numbered rounds the round of this number is, from 1, as the team counts them; None for a closing question."""
        return next((place for place, each in enumerate(self.numbered, start=1) if each.number == number), None)

    @property
    def first_answer(self) -> Answer | None:
        """The team's first answer, which the close returns to; a gap where the team keeps it to itself."""
        said = (each for one in self.rounds for each in one.exchanges if isinstance(each, Answer))
        return next((each for each in said if each.given or each.kept_back), None)

    @property
    def open_rounds(self) -> tuple[Round, ...]:
        """Rounds whose point is open: parked, or without a stance where the last answer left something open and none settled anything."""
        return tuple(each for each in self.rounds if _is_open(each))

    @property
    def kept(self) -> tuple[Round, ...]:
        """Rounds that ended with "we keep it"."""
        return tuple(each for each in self.rounds if each.stance == "keep")


def _is_open(round_: Round) -> bool:
    if round_.stance is not None:
        return round_.stance == "park"
    if round_.revised or round_.kept_back:
        return False
    readings = [answer.reading for answer in round_.answers if answer.reading]
    if not readings or not readings[-1].rest:
        return True
    return bool(readings[-1].open) and not round_.settles
