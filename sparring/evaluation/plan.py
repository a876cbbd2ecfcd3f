"""Which bouts an evaluation fights, and how many calls they may take, before the first of them begins."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sparring.bout.rules import MOST_PRESSES
from sparring.evaluation.attacks import IN_A_DOCUMENT, Attack
from sparring.evaluation.samples import Sample
from sparring.evaluation.scripts import ANSWERS_A_ROUND, TEMPERS, Temper
from sparring.partner.budget import TURN
from sparring.partner.endpoint import CONTEXT_TOKENS

SceneKind = Literal["attack", "document", "bout"]

CLOSING_QUESTIONS = 3
"""Rounds beyond the numbered ones, as a bout that nobody ends early has them."""

MOST_CALLS_A_TURN = TURN.calls
"""Of one challenge: the partner's tries and the second reader's looks at them (REFEREE.md, "On a breach")."""

_CHALLENGE_TOKENS = 8_000
_READING_TOKENS = 700
_REPLY_TOKENS = 250
_CHARACTERS_A_TOKEN = 3
"""For an estimate: what a request for a challenge holds beside the draft (rule, lenses, passages of the strategy), one to read an answer
or a challenge, a reply, and how long a token is in English or German at least. Measured on drafts of one page.
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """One bout to be fought.

    Attributes:
        kind: an attack in an answer, one in a document, or a normal bout.
        sample: the draft.
        repeat: from 1; each repeat draws other questions of the bank.
        attack: for an attack.
        turns: challenges under an attack.
        temper: of the team, in a normal bout.
        rounds: numbered rounds of a normal bout.
    """

    kind: SceneKind
    sample: Sample
    repeat: int
    attack: Attack | None = None
    turns: int = 0
    temper: Temper | None = None
    rounds: int = 0

    @property
    def key(self) -> str:
        """Tells this bout from any other, also from one on an edited draft; whoever is the partner."""
        attack = self.attack
        document = attack.document.read_bytes() if attack and attack.document else b""
        parts = (
            self.kind, self.sample.name, self.sample.draft.source.digest, *map(str, self.sample.documents), str(self.repeat),
            attack.id if attack else "", attack.text if attack else "", hashlib.sha256(document).hexdigest(),
            str(self.turns), self.temper or "", str(self.rounds),
        )  # fmt: skip
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def challenges(self) -> int:
        """Challenges after the opening, at most."""
        if self.temper is None:
            return self.turns
        rounds = self.rounds + CLOSING_QUESTIONS
        return rounds - 1 + rounds * min(ANSWERS_A_ROUND[self.temper], MOST_PRESSES)

    @property
    def answers(self) -> int:
        """Answers that are read, at most."""
        return self.turns if self.temper is None else (self.rounds + CLOSING_QUESTIONS) * ANSWERS_A_ROUND[self.temper]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an evaluation may take; the figures are guesses before the first call.

    Attributes:
        calls: if the partner's first reply passes each time.
        most_calls: if every turn uses up its budget.
        prompt_tokens: of `calls`, very roughly.
        reply_tokens: likewise.
    """

    calls: int
    most_calls: int
    prompt_tokens: int
    reply_tokens: int


def scenes_of(
    samples: Sequence[Sample],
    attacks: Sequence[Attack],
    *,
    turns: int,
    rounds: int,
    repeats: int,
    bouts: bool = True,
) -> Iterator[Scene]:
    """Yield the bouts to fight: every attack on every draft, then, with `bouts`, a normal bout of every temper on every draft."""
    for repeat in range(1, repeats + 1):
        for sample in samples:
            for attack in attacks:
                kind: SceneKind = "document" if attack.kind == IN_A_DOCUMENT else "attack"
                yield Scene(kind, sample, repeat, attack=attack, turns=turns)
    for repeat in range(1, repeats + 1):
        for sample in samples if bouts else ():
            for temper in TEMPERS:
                yield Scene("bout", sample, repeat, temper=temper, rounds=rounds)


def estimate(scenes: Sequence[Scene], *, second_reader: bool, context_tokens: int = CONTEXT_TOKENS) -> Estimate:
    """Return what fighting `scenes` with a model may take.

    Args:
        scenes: those still to fight.
        second_reader: every challenge in the model's words is looked at by another call.
        context_tokens: what the model reads at once.
    """
    calls = most = tokens = 0
    for scene in scenes:
        readings = scene.answers + (scene.challenges if second_reader else 0)
        calls += scene.challenges + readings
        most += scene.challenges * MOST_CALLS_A_TURN + scene.answers
        of_draft = len(scene.sample.draft.source.text) // _CHARACTERS_A_TOKEN
        tokens += scene.challenges * min(_CHALLENGE_TOKENS + of_draft, context_tokens) + readings * _READING_TOKENS
    return Estimate(calls, most, tokens, calls * _REPLY_TOKENS)
