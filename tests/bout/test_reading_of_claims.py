"""What is told to the team about its answer: nothing settled by a claim, nothing left open that was answered, no figures where none are."""

import pytest

from sparring.bout.reading import evidence, read_answer, tells_surely
from sparring.lenses.model import AnswerClass
from sparring.speech import speech


def settled(answer: str, question: str = "") -> list[str]:
    return [answer[each.start : each.end] for each in read_answer(answer, question).settled]


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        (
            "The ferry can't go wrong. And if it does, then only because the skippers don't want to learn it.",
            "Suppose every line is met and the aim is missed: what happened?",
        ),
        (
            "Das geht nicht schief. Wenn doch, dann liegt es daran, dass die Fahrer es nicht wollen, das hat nichts mit uns zu tun.",
            "Alles ist erfüllt, das Ziel verfehlt: Was ist passiert?",
        ),
        ("Nothing. It was approved in October.", "Which news would make you change this page?"),
        ("Nichts. Das wurde im Oktober freigegeben.", "Welche Nachricht würde euch diese Seite ändern lassen?"),
        ("Keiner, warum denn? Die neue Fähre fährt seit März.", "Wer verbringt die nächste Woche anders?"),
        ("We will manage, we always get there, because the crew is good.", "What happens if it stands still?"),
    ],
)
def test_success_blame_and_sign_off_settle_nothing(answer: str, question: str) -> None:
    assert settled(answer, question) == []


@pytest.mark.parametrize(
    ("answer", "question", "shown"),
    [
        (
            "In March. The 14 late ferries were on the board every Monday, and Jonna moved two skippers to the early tour after that.",
            "When did a number last change a decision?",
            "In March. The 14 late ferries were on the board every Monday, and Jonna moved two skippers to the early tour after that.",
        ),
        (
            "Selma at the ticket desk, because her list shows only the sold seats. I ring her tomorrow.",
            "Who else needs to know?",
            "Selma at the ticket desk, because her list shows only the sold seats.",
        ),
        (
            "Arne, für den Hafenleiter, der abends anruft. Er hat ihn auf Dienstag eingeladen.",
            "Wer muss das noch wissen?",
            "Arne, für den Hafenleiter, der abends anruft.",
        ),
        (
            "Der Aushang am Anleger. Zweimal haben uns Leute angesprochen, weil 3 von 8 Fähren nicht kamen; die App kann warten.",
            "Was davon wäre die Mühe noch wert?",
            "Der Aushang am Anleger. Zweimal haben uns Leute angesprochen, weil 3 von 8 Fähren nicht kamen; die App kann warten.",
        ),
        (
            "Waiting. The harbour office must sign the new berth, in 2023 that took seven weeks, and we sent the form on Tuesday.",
            "Which is it: the wrong problem, waiting for others, or too much work?",
            "Waiting. The harbour office must sign the new berth, in 2023 that took seven weeks, and we sent the form on Tuesday.",
        ),
    ],
)
def test_the_sentence_that_answers_the_question_is_shown_whole(answer: str, question: str, shown: str) -> None:
    assert settled(answer, question) == [shown]


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("We don't count that, it's a building site.", "How would you measure that it paid off?"),
        ("None, the figures come from the harbour office and we don't decide on them.", "Which decision falls between two readings?"),
        ("I can't think of any, we never had a quarrel about ferries.", "Which line would settle an argument?"),
        ("Das messen wir nicht, das ist ein Bauvorhaben.", "Woran messt ihr, dass es sich gelohnt hat?"),
        ("When the yearly poll is out. That is what polls are for.", "When would you first notice?"),
        ("Vielleicht am falschen Bild, mit den 80-Jährigen haben wir nie geredet.", "Woran lag es?"),
    ],
)
def test_what_was_answered_is_not_said_to_be_unknown_or_a_figure(answer: str, question: str) -> None:
    assert read_answer(answer, question).open in ("", speech("en").open_unanswered)


@pytest.mark.parametrize(
    ("answer", "question", "answer_class", "sure"),
    [
        ("I don't know, nobody has looked at it", "Who notices first?", "dont-know", True),
        ("Keine Ahnung, das haben wir nie nachgesehen", "Wer merkt es zuerst?", "dont-know", True),
        ("None of them, we don't quarrel here", "Which line settles a quarrel?", "dont-know", False),
        ("9 of 14 ferries were late in May", "What did you see?", "fact", True),
        ("People over 70 are hard to reach, 70-year-olds most of all", "Why?", "fact", False),
        ("If it fails then because the skippers don't want to learn it", "What happened?", "reason", False),
    ],
)
def test_a_question_goes_on_from_a_class_only_where_the_reading_is_sure(
    answer: str, question: str, answer_class: AnswerClass, sure: bool
) -> None:
    assert tells_surely(answer, question, answer_class, evidence(answer, question)) is sure


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (
            "We have not looked at the night ferries. Selma rides along for two nights this week.",
            "Selma rides along for two nights this week.",
        ),
        ("Gute Frage, haben wir nie gezählt. Arne zählt es am Donnerstag nach", "Arne zählt es am Donnerstag nach"),
        (
            "None. We stop the leaflets on Friday and put Jonna on the berths.",
            "We stop the leaflets on Friday and put Jonna on the berths.",
        ),
    ],
)
def test_behind_an_admitted_gap_what_is_done_about_it_is_shown(answer: str, shown: str) -> None:
    assert settled(answer) == [shown]
