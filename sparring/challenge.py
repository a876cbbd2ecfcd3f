"""One challenge: what it is about, what it says, and whose words and numbers it may rest on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sparring.lenses.model import Anchor, Rung
from sparring.library.model import Passage

Origin = Literal["bank", "model"]
EarlierKind = Literal["open", "keep", "will-change"]


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """What the team said in an earlier bout, shown beside a challenge that comes back to it.

    Attributes:
        kind: it left the point open, kept it, or meant to change it.
        bout: the earlier bout's name.
        on: the day of that bout.
        words: the team's own, verbatim; "" where only the fact is remembered.
    """

    kind: EarlierKind
    bout: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What to raise, before it has words.

    Attributes:
        lens: the lens's id.
        anchor: what it is about.
        passage: the line of the strategy shown beside it.
        evidence: which way set the lens off, "" for a lens that is always open.
        reason: why this and why now, in a sentence for the transcript; never shown as a challenge.
        earlier: what the team said of it in an earlier bout.
    """

    lens: str
    anchor: Anchor
    passage: Passage | None = None
    evidence: str = ""
    reason: str = ""
    earlier: EarlierWords | None = None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A choice with its words. Quotes, labels and passages are no part of them: the program prints those itself from the team's files.

    Attributes:
        choice: what it is about.
        doubt: what does not hold, at most 240 characters; "" when a question stands alone (a press).
        question: one question, at most 200 characters.
        rung: how hard it presses.
        question_id: the bank line's id; None for words of a model.
        origin: whose words these are.
    """

    choice: Choice
    doubt: str
    question: str
    rung: Rung = "open"
    question_id: str | None = None
    origin: Origin = "bank"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a challenge may rest on: numbers elsewhere than here are inventions.

    Attributes:
        items: texts of the anchored items, with baseline and target.
        passage: the cited passage, or "".
        bet: the team's bet, or "".
        answers: the team's last answers.
    """

    items: tuple[str, ...] = ()
    passage: str = ""
    bet: str = ""
    answers: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the ground."""
        return tuple(text for text in (*self.items, self.passage, self.bet, *self.answers) if text)
