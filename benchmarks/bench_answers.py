"""How answers are read, against answers that people labelled: `python benchmarks/bench_answers.py ANSWERS.jsonl ...`.

A line is an object with `question`, `answer`, `lang`, `reads` (classes, the weightiest first), `span` (the stretch that carries the first)
and `closes` (a good coach would let the doubt rest). Printed are F1 per class and its macro mean, how often the program's own decision to
rest agrees with `closes` and in which way it does not, the same for what it shows as settled, and how often its stretch meets the labelled
one. Answers to one question stand together, so halves are drawn by question.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, get_args
from zlib import crc32

from sparring.bout.answer_as_read import Reading
from sparring.bout.reading import read_answer
from sparring.lenses.model import AnswerClass

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every answer whose classes or whose rest came out otherwise")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the questions of this half")
    arguments = parser.parse_args()
    for path in arguments.files:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        if arguments.half is not None:
            rows = [row for row in rows if half_of(row) == arguments.half]
        _report(path.name, rows, misses=arguments.misses)


def half_of(row: Row) -> int:
    """Return the half that the row's question belongs to."""
    return crc32(row["question"].encode()) % 2


def _report(name: str, rows: list[Row], *, misses: bool) -> None:
    readings = [read_answer(row["answer"], row["question"]) for row in rows]
    print_report(name, rows, [(reading.classes, reading.rest) for reading in readings])
    settled = fmean(bool(reading.settled) == row["closes"] for row, reading in zip(rows, readings, strict=True))
    print(f"  settled shown right {settled:.2f}")
    spans = [meets(row, reading) for row, reading in zip(rows, readings, strict=True) if row["span"] and reading.spans]
    if spans:
        print(f"  stretch meets the labelled one {fmean(spans):.2f} of {len(spans)}")
    for row, reading in zip(rows, readings, strict=True) if misses else ():
        if reading.classes != set(row["reads"]) or reading.rest != row["closes"]:
            wrong = "REST " if reading.rest != row["closes"] else ""
            print(f"{wrong}{row['id']} wants {row['reads']} {row['closes']} got {sorted(reading.classes)} {reading.rest}")
            print(f"    {row['answer']!r}")


def print_report(name: str, rows: Sequence[Row], read: Sequence[tuple[frozenset[str], bool]]) -> None:
    """Print how classes and rests that were read agree with the labelled ones.

    Args:
        name: of the answers.
        rows: the labelled answers.
        read: for each its classes, and whether the doubt rests.
    """
    print(f"{name}: {len(rows)} answers to {len({row['question'] for row in rows})} questions")
    f1s = {each: f1_of(each, rows, [classes for classes, _ in read]) for each in get_args(AnswerClass)}
    for answer_class, (precision, recall, f1) in f1s.items():
        print(f"  {answer_class:18} precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}")
    print(f"  class macro F1     {fmean(f1 for *_, f1 in f1s.values()):.3f}")
    right = [rests == row["closes"] for row, (_, rests) in zip(rows, read, strict=True)]
    for language in sorted({row["lang"] for row in rows}):
        print(f"  {language}: rest right     {fmean(hit for row, hit in zip(rows, right, strict=True) if row['lang'] == language):.3f}")
    print(f"  rest right         {fmean(right):.3f}")
    good = sum(row["closes"] for row in rows)
    pressed = sum(row["closes"] and not rests for row, (_, rests) in zip(rows, read, strict=True))
    let_go = sum(rests and not row["closes"] for row, (_, rests) in zip(rows, read, strict=True))
    print(f"  good answers pressed {pressed} of {good}, others let go {let_go} of {len(rows) - good}")


def f1_of(name: str, rows: Sequence[Row], read: Sequence[frozenset[str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a class; an answer may have several."""
    pairs = [(name in row["reads"], name in classes) for row, classes in zip(rows, read, strict=True)]
    hits = sum(wanted and got for wanted, got in pairs)
    precision = hits / max(sum(got for _, got in pairs), 1)
    recall = hits / max(sum(wanted for wanted, _ in pairs), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def meets(row: Row, reading: Reading) -> bool:
    """Return whether the stretch of the reading's first class overlaps the labelled one."""
    start = row["answer"].find(row["span"])
    span = reading.spans[0].span
    return span is not None and start < span.end and span.start < start + len(row["span"])


if __name__ == "__main__":
    main()
