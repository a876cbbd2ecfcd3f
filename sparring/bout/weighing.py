"""What the signs of an answer weigh, for and against each class and for letting a doubt rest: learned once, read from a file.

The file names every sign and its weight, so that a coach can read why an answer was taken for what it was; `benchmarks/learn_answers.py`
makes it anew from the answers it was learned from.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from sparring.packaged import packaged


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a file.

    Attributes:
        signs: for each judgement ("fact", "closes" and so on) what each sign weighs, in log odds.
        alone: for each judgement what it weighs when no sign is there.
    """

    signs: Mapping[str, Mapping[str, float]]
    alone: Mapping[str, float]

    def of(self, judgement: str, signs: Collection[str]) -> float:
        """Return how likely `judgement` is, from 0 to 1, of an answer that shows `signs`."""
        weight = self.signs[judgement]
        return 1 / (1 + exp(-self.alone[judgement] - sum(weight.get(sign, 0.0) for sign in signs)))


@cache
def weights() -> Weights:
    """Return the weights that travel with the program, read once."""
    told = json.loads((packaged("prompts") / "reading" / "answer-weights.json").read_text("utf-8"))
    return Weights(told["signs"], told["alone"])
