"""Answers whose words stand in no list, read by who does what and how the clauses hang together."""

import tomllib

import pytest

from sparring.bout.reading import read_answer
from sparring.bout.weighing import weights
from sparring.packaged import packaged

SAID_BY_OTHERS = "Who would be the first to see that it makes no difference?"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "What will you do about this that you did not do last quarter?",
            "Two carpenters join the night crew, Selma leaves the desk on Fridays",
        ),
        (
            "Was tut ihr dafür, das ihr sonst nicht tätet?",
            "Zwei Tischler wechseln in die Nachtschicht, Selma gibt freitags den Schalter ab",
        ),
        (
            "What did you see that made you watch this?",
            "The ferry crew keeps a handwritten list next to the wheel because they don't trust the tablet",
        ),
        ("Was habt ihr gesehen?", "Auf der Fähre liegt neben dem Steuer eine Liste aus Papier, die schreibt der Kapitän jeden Morgen ab"),
        ("Woran scheitert das am ehesten?", "Wir warten auf die Leute vom Hafenamt"),
    ],
)
def test_what_somebody_does_lets_the_doubt_rest_without_a_figure(question: str, answer: str) -> None:
    reading = read_answer(answer, question)
    assert reading.rest
    assert reading.open == ""


@pytest.mark.parametrize(
    "answer",
    [
        "The second one goes. It only says what the first says, two weeks later",
        "We don't change the price. If the ferry stands still for a day we lose the whole season, so the crew comes first",
        "Die Hälfte hilft nichts. Entweder legt die Fähre um sechs ab oder die Pendler nehmen weiter das Auto",
    ],
)
def test_a_reason_needs_no_because(answer: str) -> None:
    reading = read_answer(answer, "What would half of it change?")
    assert reading.rest


@pytest.mark.parametrize(
    "answer",
    [
        "Not clear to us either. Selma rides along on Wednesday and we look at it again",
        "Das wissen wir nicht. Selma fährt am Mittwoch mit und danach reden wir weiter",
    ],
)
def test_not_knowing_with_a_next_step_is_both_and_rests(answer: str) -> None:
    reading = read_answer(answer, "How often does it happen?")
    assert reading.classes >= {"dont-know", "commits"}
    assert reading.rest


@pytest.mark.parametrize(
    "answer",
    [
        "The harbour board settled that at its retreat and we were told afterwards. It's what they want, so it stays",
        "Das hat der Hafenvorstand auf der Klausur so festgelegt und uns hinterher mitgeteilt",
    ],
)
def test_what_others_decided_stays_open_however_it_is_told(answer: str) -> None:
    reading = read_answer(answer, "Why this number?")
    assert "authority" in reading.classes
    assert not reading.rest


@pytest.mark.parametrize(
    "answer",
    [
        "We look at the whole picture. Every part of it contributes, and in the end it is the attitude that makes the difference",
        "Wir sehen das ganzheitlich. Jeder trägt seinen Teil bei, und am Ende macht die Haltung den Unterschied",
        "we do a lot for this already, I don't see the problem",
        "People will notice. It will be a better experience for everybody involved",
    ],
)
def test_many_sentences_with_nobody_in_them_answer_nothing(answer: str) -> None:
    reading = read_answer(answer, SAID_BY_OTHERS)
    assert not reading.rest
    assert reading.settled == ()


@pytest.mark.parametrize(
    "answer",
    [
        "Would you mind telling me what you are after with that question?",
        "Dürfte ich fragen, worauf Sie mit der Frage hinauswollen?",
    ],
)
def test_a_polite_question_back_is_one(answer: str) -> None:
    reading = read_answer(answer, "What is this number a sign of?")
    assert "counter-question" in reading.classes
    assert not reading.rest


def test_an_answer_typed_on_a_phone_is_read_like_one_that_is_spelled_out() -> None:
    question = "How often does it go wrong?"
    assert "dont-know" in read_answer("idk", question).classes
    assert read_answer("cant say havent counted", question).classes == read_answer("can't say, haven't counted", question).classes


@pytest.mark.parametrize("answer", ["otherwise nobody knows which ferry is due", "sonst weiß niemand, welche Fähre dran ist"])
def test_that_nobody_would_know_otherwise_is_no_ignorance_of_the_team(answer: str) -> None:
    assert "dont-know" not in read_answer(f"The board stays. {answer}" if answer[0] == "o" else f"Die Tafel bleibt, {answer}").classes


def test_what_is_shown_as_settled_is_said_by_the_clause_that_settles_it() -> None:
    answer = "Good question, hm. The ferry crew copies the list by hand, every morning at six, and Selma checks it."
    reading = read_answer(answer, "What did you see?")
    assert [answer[each.start : each.end] for each in reading.settled] == [
        "The ferry crew copies the list by hand, every morning at six, and Selma checks it."
    ]


def test_every_sign_of_the_file_has_been_weighed() -> None:
    told = tomllib.loads((packaged("prompts") / "reading" / "signs.toml").read_text("utf-8"))
    weighed = weights().signs.keys()
    assert set(told["shown"]) <= weighed
