"""What is shown as settled never comes from a question, an exception by itself, what used to be, or what is only admitted."""

from itertools import product

import pytest

from sparring.bout.reading import read_answer

TOLD = {
    "en": (
        "Selma moves two skippers to the early tour on Monday.",
        "9 of 14 ferries were late in May, so we count them at the pier.",
        "The harbour master, because she signs the berths.",
        "We drop the leaflets and put Jonna on the berths from October.",
    ),
    "de": (
        "Selma setzt am Montag zwei Leute auf die frühe Tour.",
        "9 von 14 Fähren waren im Mai zu spät, deshalb zählen wir am Anleger.",
        "Die Hafenmeisterin, weil sie die Liegeplätze unterschreibt.",
        "Wir lassen die Flyer weg und setzen Jonna ab Oktober an die Liegeplätze.",
    ),
}
ASIDE = {
    "en": (
        "Who would notice that on 9 May?",
        "Unless the harbour closes in March.",
        "But unless the yard sends the 3 engines",
        "We used to count 40 boats a week.",
        "Back then Arne rang 12 skippers every morning.",
        "So far nothing, because the berth was put off twice.",
        "I don't know who counted the 40 boats in May.",
        "We'd have no idea which 3 of the 9 came back.",
        "Happy?",
    ),
    "de": (
        "Wer würde das am 9. Mai merken?",
        "Es sei denn, der Hafen schließt im März.",
        "Außer wenn die Werft die 3 Motoren schickt.",
        "Früher haben wir 40 Boote in der Woche gezählt.",
        "Damals rief Arne jeden Morgen 12 Leute an.",
        "Bisher nichts, weil der Liegeplatz zweimal verschoben wurde.",
        "Wer die 40 Boote im Mai gezählt hat, weiß ich ehrlich gesagt nicht.",
        "Da müsste ich nachschauen, welche 3 von den 9 zurückkamen.",
        "Zufrieden?",
    ),
}
ASKED = {
    "en": (
        "Which decision turns out differently if this goes badly?",
        "Who would notice first?",
        "What will you do differently?",
        "What would have to happen for this page to lose its point?",
    ),
    "de": (
        "Welche Entscheidung fällt anders aus, wenn es schlecht läuft?",
        "Wer würde es als Erstes merken?",
        "Was macht ihr anders?",
        "Was müsste geschehen, damit diese Seite ihren Sinn verliert?",
    ),
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_aside_is_never_part_of_what_is_shown_as_settled(language: str) -> None:
    shown = 0
    for aside, told, question in product(ASIDE[language], TOLD[language], ASKED[language]):
        for answer in (aside, f"{aside} {told}", f"{told} {aside}", f"{told} {aside} {told}"):
            settled = [answer[each.start : each.end] for each in read_answer(answer, question, language).settled]
            assert not any(aside.rstrip(".?") in each for each in settled), (answer, question)
            shown += bool(settled)
    assert shown > len(ASIDE[language]) * len(TOLD[language])


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        (
            "What will you do differently because of this page?",
            "We used to print leaflets. Since May one of us stands at the pier on Fridays and asks ten people where they are going.",
            "Since May one of us stands at the pier on Fridays and asks ten people where they are going.",
        ),
        (
            "What had gone wrong?",
            "A ferry left 40 people at the pier in June, and the mayor's office rang Selma. But that's sorted out.",
            "A ferry left 40 people at the pier in June, and the mayor's office rang Selma.",
        ),
        (
            "Was passiert, nachdem das gelesen wurde?",
            "Bisher wenig, weil die Sitzung ausfiel. Am 3.12. entscheidet Arne danach, ob wir die Nachtfähre einstellen.",
            "Am 3.12. entscheidet Arne danach, ob wir die Nachtfähre einstellen.",
        ),
        (
            "Welche Entscheidung fällt anders aus?",
            "Ob wir die Nachtfähre einstellen. Das entscheidet Selma am 3.12., je nachdem, was die acht Zählungen zeigen.",
            "Ob wir die Nachtfähre einstellen. Das entscheidet Selma am 3.12., je nachdem, was die acht Zählungen zeigen.",
        ),
    ],
)
def test_the_sentence_that_holds_today_is_shown(question: str, answer: str, shown: str) -> None:
    assert [answer[each.start : each.end] for each in read_answer(answer, question).settled] == [shown]


@pytest.mark.parametrize(
    ("language", "refusal"),
    [
        ("en", "That is not up for discussion."),
        ("en", "We don't discuss that."),
        ("de", "Da diskutieren wir nicht."),
        ("de", "Die Frage kann ich so nicht beantworten."),
    ],
)
def test_an_answer_that_refuses_the_question_settles_nothing(language: str, refusal: str) -> None:
    for told, asked in product(TOLD[language], ASKED[language]):
        assert read_answer(f"{told} {refusal}", asked, language).settled == ()
        assert read_answer(f"{refusal} {told}", asked, language).settled == ()
