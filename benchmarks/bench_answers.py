"""How answers are read, against answers that people labelled: `python benchmarks/bench_answers.py ANSWERS.jsonl ...`.

A line is an object with `question`, `answer`, `lang`, `reads` (classes, the weightiest first), `span` (the stretch that carries the first)
and `closes` (a good coach would let the doubt rest). Printed are F1 per class and its macro mean, how often the program's own decision to
rest agrees with `closes`, the same for what it shows as settled, and how often its stretch meets the labelled one. Answers to one question
stand together, so halves are drawn by question.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import Any, get_args
from zlib import crc32

from sparring.bout.reading import Reading, read_answer
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
    print(f"{name}: {len(rows)} answers to {len({row['question'] for row in rows})} questions")
    f1s = {name: f1_of(name, rows, readings) for name in get_args(AnswerClass)}
    for answer_class, (precision, recall, f1) in f1s.items():
        print(f"  {answer_class:18} precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}")
    print(f"  class macro F1     {fmean(f1 for *_, f1 in f1s.values()):.2f}")
    for language in sorted({row["lang"] for row in rows}):
        of_language = [(row, reading) for row, reading in zip(rows, readings, strict=True) if row["lang"] == language]
        print(f"  {language}: rest right     {fmean(reading.rest == row['closes'] for row, reading in of_language):.2f}")
    print(f"  rest right         {fmean(reading.rest == row['closes'] for row, reading in zip(rows, readings, strict=True)):.2f}")
    print(f"  settled shown right {fmean(bool(reading.settled) == row['closes'] for row, reading in zip(rows, readings, strict=True)):.2f}")
    kinds = Counter((row["closes"], reading.rest, bool(reading.open)) for row, reading in zip(rows, readings, strict=True))
    for (closes, rest, is_open), count in sorted(kinds.items()):
        print(f"    closes {closes!s:5}  rests {rest!s:5}  says what is open {is_open!s:5}  {count}")
    spans = [meets(row, reading) for row, reading in zip(rows, readings, strict=True) if row["span"] and reading.spans]
    print(f"  stretch meets the labelled one {fmean(spans):.2f} of {len(spans)}")
    for row, reading in zip(rows, readings, strict=True) if misses else ():
        read = {each.answer_class for each in reading.spans}
        if read != set(row["reads"]) or reading.rest != row["closes"]:
            wrong = "REST " if reading.rest != row["closes"] else ""
            print(f"{wrong}{row['id']} wants {row['reads']} {row['closes']} got {sorted(read)} {reading.rest}\n    {row['answer']!r}")


def f1_of(name: str, rows: list[Row], readings: list[Reading]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a class; an answer may have several."""
    pairs = [(name in row["reads"], name in reading.classes) for row, reading in zip(rows, readings, strict=True)]
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
