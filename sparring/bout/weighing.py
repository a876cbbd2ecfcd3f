"""What the signs of an answer weigh, for and against each class and for letting a doubt rest: learned once, read from a file.

The file is a table, a line for every sign by its name and a column for every judgement, so that a coach can read why an answer was taken
for what it was; `benchmarks/learn_answers.py` makes it anew from the answers it was learned from.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from sparring.packaged import packaged


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a file.

    Attributes:
        judgements: what is judged ("fact", "closes" and so on), in the order of the numbers.
        signs: what each sign weighs for each of them, in log odds.
        alone: what each of them weighs when no sign is there.
    """

    judgements: tuple[str, ...]
    signs: Mapping[str, Sequence[float]]
    alone: Sequence[float]

    def of(self, judgement: str, signs: Collection[str]) -> float:
        """Return how likely `judgement` is, from 0 to 1, of an answer that shows `signs`."""
        column = self.judgements.index(judgement)
        return 1 / (1 + exp(-self.alone[column] - sum(self.signs[sign][column] for sign in signs if sign in self.signs)))

    def weight(self, judgement: str, sign: str) -> float:
        """Return what `sign` weighs for `judgement`, 0 for a sign that was not learned from."""
        return self.signs[sign][self.judgements.index(judgement)] if sign in self.signs else 0.0


@cache
def weights() -> Weights:
    """Return the weights that travel with the program, read once."""
    told = json.loads((packaged("prompts") / "reading" / "answer-weights.json").read_text("utf-8"))
    return Weights(tuple(told["judgements"]), told["signs"], told["alone"])
