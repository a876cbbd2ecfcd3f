"""What a lens is, what its file may say, and what a detector reports."""

from dataclasses import dataclass
from typing import Literal, get_args

from sparring.library.model import Passage
from sparring.situation import Level, Moment
from sparring.text import Span

Family = Literal["spine", "choice", "signal", "work", "measure", "facts"]
AnchorKind = Literal["key_result", "objective", "items", "draft", "bet"]
Strength = Literal["low", "medium", "high"]
Rung = Literal["open", "press", "press-harder"]
AnswerClass = Literal[
    "fact", "reason", "dont-know", "commits", "authority", "no-content", "counter-question", "asks-for-writing", "disputes"
]

TAGS: frozenset[str] = frozenset(
    [
        *("draft", "objective", "key-result", "items", "bet"),
        *("passage", "no-passage", "library", "no-library"),
        *("written-by-us", "written-by-given", "written-by-both"),
        *get_args(Moment),
        *get_args(Level),
        *get_args(AnswerClass),
        *("one-objective", "several-objectives"),
        *("risk-problem", "risk-others", "risk-delivery"),
    ]
)
"""Conditions that a line of the bank can be tied to, beside the evidence names of its own lens."""


@dataclass(frozen=True, slots=True)
class BankLine:
    """A doubt or question of the bank: plain text, no placeholders, shown as it stands.

    Attributes:
        id: "lagging-impact/open/2", "lagging-impact/de/open/2" in German: the transcript names it, so coaches can find questions that never
            get an answer.
        text: at most 40 words for a doubt, 30 for a question.
        when: all of these tags must hold for the line to be said; a line with more tags is preferred to one with fewer.
    """

    id: str
    text: str
    when: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SetOff:
    """One way in which a draft sets a lens off. Either `words` or `structure` is given.

    Attributes:
        words: a word list (`prompts/words/<language>/<name>.txt`); the phrase found is what is quoted.
        structure: a predicate by name (see `lenses.predicates`) that finds anchors by itself.
        when: predicates on the item that must all hold.
        unless: predicates or word lists that silence it.
        evidence: the name that bank lines can be tied to.
        strength: how sure the lens is of being worth the team's time.
    """

    words: str | None = None
    structure: str | None = None
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    evidence: str = ""
    strength: Strength = "medium"


@dataclass(frozen=True, slots=True)
class Lens:
    """One angle from which a draft is challenged: one file in `prompts/lenses/`.

    Attributes:
        id: fixed; transcripts and measurements use it.
        title: what the screen says above a challenge ("Would you know in time?").
        family: whose budget a round with it is taken from.
        anchors: what it can be about.
        source: where the rule comes from.
        set_off_by: empty for a lens that is always open.
        why: why a coach raises this, for the team's own reading.
        leave_alone: when a coach would not.
        doubts: what does not hold; shown above the question.
        questions: by rung, each rung harder than the one before.
        language: of title, prose and bank, ISO 639-1.
    """

    id: str
    title: str
    family: Family
    anchors: tuple[AnchorKind, ...]
    source: str
    set_off_by: tuple[SetOff, ...]
    why: str
    leave_alone: str
    doubts: tuple[BankLine, ...]
    questions: dict[Rung, tuple[BankLine, ...]]
    language: str = "en"

    @property
    def name(self) -> str:
        """The id as people say it: "lagging impact"."""
        return self.id.replace("-", " ")

    @property
    def evidences(self) -> frozenset[str]:
        """The names that lines of its bank can be tied to, beside `TAGS`."""
        return frozenset(way.evidence for way in self.set_off_by if way.evidence)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a challenge is about.

    Attributes:
        kind: an item, several items, the whole draft, or the team's bet.
        keys: stable keys of the items; for the draft, of the few lines that make the point, or empty; for the bet, of the aim
            beside it.
        phrase: for one item, the stretch of its text that is quoted; None quotes the item whole.
    """

    kind: AnchorKind
    keys: tuple[str, ...] = ()
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a lens sees in the draft. A finding is not a round: the planner raises very few of them.

    Attributes:
        lens: the lens's id.
        anchor: where.
        strength: how sure the detector is that a coach would raise it.
        evidence: which of the lens's ways set it off; a tag for bank lines.
        passage: the line of the strategy that bears on it, if one does.
    """

    lens: str
    anchor: Anchor
    strength: Strength
    evidence: str = ""
    passage: Passage | None = None
