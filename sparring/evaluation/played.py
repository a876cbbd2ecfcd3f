"""A bout that was fought for an evaluation, and what of it reached the screen."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sparring.bout.fold import fold
from sparring.bout.state import Answer, Bout
from sparring.evaluation.meter import UNPRICED, Call, Prices
from sparring.evaluation.plan import SceneKind
from sparring.evaluation.scripts import Temper
from sparring.partner.offline import OfflinePartner
from sparring.record.entry import Entry
from sparring.record.events import AnswerGiven, AnswerRead, ChallengeRaised, Fallback, PressRaised, ReplyWithheld


def player_named(name: str, voice: str, second_reader: str) -> str:
    """Return what reports call a partner: its name, then in whose words it speaks and who reads along, where that makes a difference."""
    if name == OfflinePartner.name:
        return name
    return f"{name}, {voice}" + (f", {second_reader} reads along" if second_reader else "")


@dataclass(frozen=True, slots=True)
class Told:
    """What a run is, without what was said in it.

    Attributes:
        key: of the scene (see `plan.Scene.key`).
        kind: what was played.
        sample: the draft's name.
        repeat: from 1.
        attack: the attack's id, or "".
        attack_kind: what it tries, or "".
        temper: of the team in a normal bout, or None.
    """

    key: str
    kind: SceneKind
    sample: str
    repeat: int
    attack: str = ""
    attack_kind: str = ""
    temper: Temper | None = None


@dataclass(frozen=True)
class Played:
    """A run that is over.

    Attributes:
        told: what was played.
        entries: of the bout, as a transcript would hold them.
        calls: to models, in order.
        seconds: how long the team waited for each challenge after the opening.
        passages: lines of the strategy that were shown.
        passages_verbatim: of those, how many stand in the documents word for word.
        broke_off: kind of the fault of the model that ended the run early, or "".
        prices: of the partner's model, when it was played.
    """

    told: Told
    entries: tuple[Entry, ...]
    calls: tuple[Call, ...] = ()
    seconds: tuple[float, ...] = ()
    passages: int = 0
    passages_verbatim: int = 0
    broke_off: str = ""
    prices: Prices = UNPRICED

    @cached_property
    def bout(self) -> Bout:
        """The bout that the entries tell."""
        return fold(self.entries)

    @property
    def player(self) -> str:
        """Who sparred, as `player_named` calls it."""
        partner = self.bout.partners[0]
        return player_named(partner.name, partner.voice, partner.second_reader)

    @property
    def cost(self) -> float | None:
        """What its calls cost, as far as the endpoint counted their tokens; None where there are no prices."""
        return self.prices.of(sum(call.prompt_tokens or 0 for call in self.calls), sum(call.reply_tokens or 0 for call in self.calls))

    @property
    def asks_a_model(self) -> bool:
        """The partner is not the offline one."""
        return self.bout.partners[0].name != OfflinePartner.name


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything of the partner that reached the screen between two answers of the team; quotes of the team's own files aside.

    Attributes:
        said: the answer that it follows, "" for the opening.
        doubt: as shown, or "".
        question: as shown.
        remark: what the partner said back to the answer (the rule, when asked to write), or "".
        open: what it called open in that answer, or "".
        by_model: doubt and question are a model's words.
        fallback: why the bank spoke instead of a model, or "".
        withheld: rules that replies to this turn broke before.
        is_press: the same doubt, harder; else a new challenge.
        lens: that raised it.
    """

    said: str
    doubt: str
    question: str
    remark: str
    open: str
    by_model: bool
    fallback: Fallback
    withheld: tuple[str, ...]
    is_press: bool
    lens: str

    @property
    def text(self) -> str:
        """Doubt and question."""
        return f"{self.doubt} {self.question}".strip()

    @property
    def all_text(self) -> str:
        """All that was shown."""
        return "\n".join(part for part in (self.remark, self.open, self.doubt, self.question) if part)

    @property
    def id(self) -> str:
        """Tells what was shown, and what it follows, from anything else."""
        digest = hashlib.sha256("\0".join((self.said, self.all_text)).encode("utf-8", "surrogatepass")).hexdigest()
        # A letter first: a spreadsheet would take 12e45 for a number.
        return f"t{digest[:12]}"


def shown_in(played: Played) -> Iterator[Shown]:
    """Yield what reached the screen, challenge by challenge; the first is the opening."""
    said = remark = open_ = lens = ""
    withheld: list[str] = []
    for event in (entry.event for entry in played.entries):
        match event:
            case AnswerGiven():
                said, remark, open_ = event.text, "", ""
            case AnswerRead():
                remark, open_ = event.remark, event.open
            case ReplyWithheld():
                withheld.append(event.rule)
            case ChallengeRaised() | PressRaised():
                is_press = isinstance(event, PressRaised)
                lens = lens if isinstance(event, PressRaised) else event.lens
                doubt = "" if isinstance(event, PressRaised) else event.doubt
                by_model = event.origin == "model"
                yield Shown(
                    said, doubt, event.question, remark, open_, by_model, event.fallback, tuple(withheld), is_press, lens
                )  # fmt: skip
                said, remark, open_, withheld = "", "", "", []
            case _:
                pass
    if remark or open_:
        yield Shown(said, "", "", remark, open_, False, "", tuple(withheld), False, lens)


def after_opening(played: Played) -> list[Shown]:
    """Return the challenges that a model could have worded: the opening is always the bank's."""
    return [each for each in list(shown_in(played))[1:] if each.question]


def answers_of(played: Played) -> Iterator[tuple[Answer, str]]:
    """Yield each answer that was read, with what was shown next; "" where the bout ended."""
    texts = {entry.seq: entry.event for entry in played.entries}
    for round_ in played.bout.rounds:
        for answer in round_.answers:
            if answer.reading:
                following = (texts[seq] for seq in sorted(texts) if seq > answer.seq)
                shown = next((each for each in following if isinstance(each, ChallengeRaised | PressRaised)), None)
                doubt = shown.doubt if isinstance(shown, ChallengeRaised) else ""
                yield answer, f"{doubt} {shown.question}".strip() if shown else ""
