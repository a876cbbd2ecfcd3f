"""What a partner is to the session: somebody who turns the planner's choices into one challenge."""

from dataclasses import dataclass
from typing import Protocol

from sparring.bout.answer_as_read import Reading
from sparring.bout.state import Round
from sparring.challenge import Challenge, Choice
from sparring.draft.model import Draft
from sparring.lenses.model import AnswerClass, Rung
from sparring.library.model import Library
from sparring.partner.budget import Budget
from sparring.partner.cast import Voice
from sparring.partner.chat import OnProgress, unheard
from sparring.situation import Situation


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything a partner may know for one challenge.

    Attributes:
        draft: the version that is on the table.
        situation: what the team said about itself.
        library: its strategy documents.
        choices: what the planner would raise, best first; never empty.
        rung: how hard the challenge presses.
        spoken: ids of the bank's lines already said in this bout.
        spoken_texts: the doubts and questions already said, in order.
        answers: the team's answers in this round, latest last; empty when the round begins.
        answer_class: what the latest answer is above all, or None.
        seed: every draw of this turn comes from it.
        language: of the bout, ISO 639-1.
        rounds: the bout so far, the current round last.
        may_raise: ids of the lenses that budgets and situation leave open now: a model may choose among them; empty when the planner's
            choices are all there is (the opening, the closing questions, a press).
        left_alone: keys of items that are decided, done or barren: nobody chooses them by himself.
        barren: those among them on which a round brought nothing, and nothing is decided or done.
        kept_before: lenses with keys of items on which the team kept that very point in an earlier bout.
    """

    draft: Draft
    situation: Situation
    library: Library
    choices: tuple[Choice, ...]
    rung: Rung
    spoken: frozenset[str]
    spoken_texts: tuple[str, ...]
    answers: tuple[str, ...]
    answer_class: AnswerClass | None
    seed: int
    language: str = "en"
    rounds: tuple[Round, ...] = ()
    may_raise: frozenset[str] = frozenset()
    left_alone: frozenset[str] = frozenset()
    barren: frozenset[str] = frozenset()
    kept_before: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """An answer of the team that is to be read.

    Attributes:
        text: the answer.
        question: that it answers.
        rounds: the bout so far; the last round is the one that was answered.
        draft: the version on the table.
        language: of the bout.
    """

    text: str
    question: str
    rounds: tuple[Round, ...]
    draft: Draft
    language: str = "en"


class Breach(Exception):
    """A reply that breaks a rule before there is a challenge to judge: it chose what is not open.

    Attributes:
        rule: id of the rule (see `referee.rules.RULES`).
    """

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Partner(Protocol):
    """Whoever challenges: the offline partner, or one that asks a language model.

    Attributes:
        name: as the status line and the transcript call it.
        host: where text is sent, "" when nothing leaves the machine.
        voice: whose words are shown: a model's under the referee, or the bank's.
        reader: name of the second reader, "" when there is none.
        budget: what a turn with it may take.
    """

    @property
    def name(self) -> str:
        """As the status line and the transcript call it."""
        ...

    @property
    def host(self) -> str:
        """Where text is sent, "" when nothing leaves the machine."""
        ...

    @property
    def voice(self) -> Voice:
        """Whose words are shown."""
        ...

    @property
    def reader(self) -> str:
        """Name of the second reader, "" when there is none."""
        ...

    @property
    def budget(self) -> Budget:
        """What a turn with it may take."""
        ...

    async def warm_up(self) -> None:
        """Load what the first call will need; never raises."""
        ...

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        """Return a challenge, not yet judged.

        Args:
            turn: what is known.
            broken_rule: id of the rule that the last reply to this turn broke.
            on_progress: hears how far a call is.

        Raises:
            Breach: the reply chose what is not open.
            CallFault: a model's call failed.
        """
        ...

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        """Return how an answer is to be read; None leaves it to the word lists.

        Raises:
            CallFault: a model's call failed.
        """
        ...

    async def could_be_pasted(self, challenge: Challenge, turn: Turn, on_progress: OnProgress = unheard) -> bool:
        """Return whether the second reader finds something in a model's words that could be pasted; never asked where `reader` is "".

        Raises:
            CallFault: the reader is away, slow, or says neither yes nor no.
        """
        ...

    async def close(self) -> None:
        """Let go of connections and memory."""
        ...
