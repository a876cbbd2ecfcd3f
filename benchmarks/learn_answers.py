"""Learns what the signs of an answer weigh: `python benchmarks/learn_answers.py` writes prompts/reading/answer-weights.json anew.

It learns from answers that we wrote and labelled ourselves, benchmarks/answers/written.jsonl and the samples of the tests, and from nobody
else's. Every class, and whether the doubt may rest, is a logistic regression over the signs (`sparring.bout.reading.evidence`), held
back by a penalty, as a few hundred answers cannot tell what a rare sign means. `--check` leaves out one group after another (a voice, or a
question in both languages) and prints how well those are read that were not learned from; `--why TEXT` tells what speaks for and against.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.bench_answers import print_report
from sparring.bout.reading import LIKELY, evidence, rests
from sparring.bout.signs import is_a_word
from sparring.bout.weighing import weights
from sparring.lenses.model import AnswerClass

HOME = Path(__file__).resolve().parent.parent
SOURCES = (HOME / "benchmarks" / "answers" / "written.jsonl", HOME / "tests" / "bout" / "samples" / "answers.jsonl")
TARGET = HOME / "prompts" / "reading" / "answer-weights.json"
JUDGEMENTS = (*get_args(AnswerClass), "closes")

PENALTY = 2
"""On the square of each weight."""
LEAST_SEEN = 6
"""Answers that must show a sign before it is learned from."""
LEAST_HEARD = 10
"""The same for a word: there are more of them, and each says less."""
OF_A_WORD = 0.45
"""How much of a sign a word is: what it says must be held back more."""
STEPS = 12
LEAST_WEIGHT = 0.02
"""What weighs less is left out of the file."""

Row = dict[str, Any]
Array = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=int, metavar="FOLDS", help="leave out groups in so many folds and print how those are read")
    parser.add_argument(
        "--why", metavar="TEXT", help="print what speaks for and against each class of this answer, by the weights as they are"
    )
    parser.add_argument("--question", default="", help="the question to --why")
    arguments = parser.parse_args()
    if arguments.why:
        _explain(arguments.why, arguments.question)
        return
    rows = [json.loads(line) for source in SOURCES for line in source.read_text("utf-8").splitlines()]
    shown = [evidence(row["answer"], row["question"]) for row in rows]
    if arguments.check:
        _check(rows, shown, arguments.check)
    else:
        _write(*_learned(rows, shown))


def _learned(rows: Sequence[Row], shown: Sequence[frozenset[str]]) -> tuple[list[str], Array]:
    """Return the signs and their weights, a column for each judgement; the last row is what it weighs alone."""
    seen = Counter(sign for signs in shown for sign in signs)
    names = sorted(sign for sign, count in seen.items() if count >= (LEAST_HEARD if is_a_word(sign) else LEAST_SEEN))
    table = _table(shown, names)
    wanted = np.array([[float(each in row["reads"] or (each == "closes" and row["closes"])) for each in JUDGEMENTS] for row in rows])
    return names, np.column_stack([_fitted(table, wanted[:, column]) for column in range(len(JUDGEMENTS))])


def _fitted(table: Array, wanted: Array) -> Array:
    """Return the weights of one judgement, by Newton's method."""
    penalty = np.eye(table.shape[1]) * PENALTY
    penalty[-1, -1] = 0.01
    result = np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(table @ result, -30, 30)))
        slope = table.T @ (likely - wanted) + penalty @ result
        bend = (table * (likely * (1 - likely) + 1e-6)[:, None]).T @ table + penalty
        result -= np.linalg.solve(bend, slope)
    return result


def _table(shown: Sequence[frozenset[str]], names: Sequence[str]) -> Array:
    rows = [[(OF_A_WORD if is_a_word(name) else 1.0) if name in signs else 0.0 for name in names] + [1.0] for signs in shown]
    return np.array(rows)


def _check(rows: Sequence[Row], shown: Sequence[frozenset[str]], folds: int) -> None:
    groups = sorted({_group(row) for row in rows})
    fold_of = {group: number % folds for number, group in enumerate(groups)}
    read: dict[str, tuple[frozenset[str], bool]] = {}
    for fold in range(folds):
        kept = [place for place, row in enumerate(rows) if fold_of[_group(row)] != fold]
        left_out = [place for place, row in enumerate(rows) if fold_of[_group(row)] == fold]
        names, learned = _learned([rows[place] for place in kept], [shown[place] for place in kept])
        likely = 1 / (1 + np.exp(-_table([shown[place] for place in left_out], names) @ learned))
        for place, values in zip(left_out, likely, strict=True):
            of_class = dict(zip(JUDGEMENTS, values, strict=True))
            closes = of_class.pop("closes")
            chosen = {each for each, value in of_class.items() if value >= LIKELY} or {max(of_class, key=of_class.__getitem__)}
            read[rows[place]["id"]] = (frozenset(chosen), rests(closes, chosen, shown[place], hollow=of_class["no-content"]))
    print_report("left out in turn", rows, [read[row["id"]] for row in rows])


def _group(row: Row) -> str:
    return str(row.get("group") or row["question"])


def _write(names: Sequence[str], learned: Array) -> None:
    scale = np.array([OF_A_WORD if is_a_word(name) else 1.0 for name in names])
    told = np.where(np.abs(learned[:-1] * scale[:, None]) < LEAST_WEIGHT, 0.0, learned[:-1] * scale[:, None])
    lines = [f" {_told(name)}: {_told(_rounded(row))}" for name, row in zip(names, told, strict=True) if row.any()]
    head = f'{{"judgements": {_told(JUDGEMENTS)},\n"alone": {_told(_rounded(learned[-1]))},\n"signs": {{\n'
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(head + ",\n".join(lines) + "\n}}\n", "utf-8")
    print(f"{np.count_nonzero(told)} weights of {len(lines)} signs in {TARGET.relative_to(HOME)}")


def _rounded(row: Array) -> list[float]:
    # Zero is written short: most weights are.
    return [round(float(value), 2) or 0 for value in row]


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _explain(text: str, question: str) -> None:
    signs = evidence(text, question)
    for judgement in JUDGEMENTS:
        told = sorted(((weights().weight(judgement, sign), sign) for sign in signs), reverse=True)
        speaking = ", ".join(f"{sign} {weight:+.1f}" for weight, sign in told if abs(weight) >= 0.3)
        print(f"{judgement:18} {weights().of(judgement, signs):.2f}  {speaking}")


if __name__ == "__main__":
    main()
