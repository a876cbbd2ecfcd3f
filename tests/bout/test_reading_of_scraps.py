"""A few words are an answer where they are of the kind that the question asks for."""

import pytest

from sparring.bout.reading import read_answer

WITHOUT_IT = "Without this page, what would your team have worked on anyway?"
OHNE_SIE = "Woran hättet ihr gearbeitet, wenn es diese Seite nicht gäbe?"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (WITHOUT_IT, "we would have built the wizard anyway"),
        (WITHOUT_IT, "the ferry timetable, that was already under way"),
        (OHNE_SIE, "wir hätten den Fahrplan sowieso umgebaut"),
        (OHNE_SIE, "Am Fahrplan, der lief schon"),
    ],
)
def test_what_would_have_been_done_anyway_answers_the_question_for_it(question: str, answer: str) -> None:
    reading = read_answer(answer, question)
    assert reading.rest
    assert reading.open == ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who opens this page on an ordinary Tuesday?", "the harbour master"),
        ("Wer schaut heute schon hin, ohne dass man ihn bittet?", "die Hafenmeisterin"),
        ("In which week would you see a difference to last quarter?", "week six"),
        ("In welcher Woche rechnet ihr damit, da zu sein?", "in KW 31"),
        ("When in the week does your team look at this page together?", "wednesdays after lunch"),
        ("Wann in der Woche schaut ihr gemeinsam auf diese Seite?", "mittwochs nach dem Essen"),
        ("What has to make room?", "the harbour festival"),
        ("Welches dieser Ziele geht zuerst, wenn in Woche fünf eines gehen muss?", "das mit der Fähre"),
        ("What did you see or hear that made you watch this?", "a queue of bikes at the ramp"),
    ],
)
def test_a_scrap_of_the_kind_that_was_asked_for_is_an_answer(question: str, answer: str) -> None:
    assert read_answer(answer, question).rest


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who opens this page on an ordinary Tuesday?", "everybody"),
        ("Wer schaut heute schon hin, ohne dass man ihn bittet?", "alle Beteiligten"),
        ("When in the week does your team look at this page together?", "whenever it suits"),
        ("Wann in der Woche schaut ihr gemeinsam auf diese Seite?", "regelmäßig"),
        ("What has to make room?", "various things"),
        ("Was habt ihr mit Absicht weggelassen?", "so einiges"),
        (WITHOUT_IT, "all sorts of things"),
        (OHNE_SIE, "an allem Möglichen"),
    ],
)
def test_a_scrap_that_would_fit_any_question_is_none(question: str, answer: str) -> None:
    assert not read_answer(answer, question).rest
