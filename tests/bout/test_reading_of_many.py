"""Answers as teams type them, and how a coach would read them: all of them at once, as single answers can be read in more than one way."""

import json
from pathlib import Path

from sparring.bout.answer_as_read import Reading
from sparring.bout.reading import read_answer

ROWS = [json.loads(line) for line in (Path(__file__).parent / "samples" / "answers.jsonl").read_text("utf-8").splitlines()]


def readings() -> list[Reading]:
    return [read_answer(row["answer"], row["question"], row["lang"]) for row in ROWS]


def test_the_doubt_rests_where_a_coach_would_let_it_rest() -> None:
    agree = sum(reading.rest == row["closes"] for row, reading in zip(ROWS, readings(), strict=True))
    assert agree >= 0.85 * len(ROWS)


def test_few_answers_that_a_coach_would_let_rest_are_pressed() -> None:
    pressed = [row["id"] for row, reading in zip(ROWS, readings(), strict=True) if row["closes"] and not reading.rest]
    assert len(pressed) <= 0.15 * sum(row["closes"] for row in ROWS)


def test_the_main_class_is_mostly_the_one_that_people_see() -> None:
    found = sum(row["reads"][0] in reading.classes for row, reading in zip(ROWS, readings(), strict=True))
    assert found >= 0.8 * len(ROWS)


def test_no_harmless_answer_is_taken_for_a_request_to_write() -> None:
    taken = [row["id"] for row, reading in zip(ROWS, readings(), strict=True) if "asks-for-writing" in reading.classes]
    assert set(taken) == {row["id"] for row in ROWS if "asks-for-writing" in row["reads"]}
