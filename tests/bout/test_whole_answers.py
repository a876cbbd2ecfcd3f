"""A name, a place, a line or a case is a whole answer where it was asked for; a tail takes nothing from it, an evasion is none."""

import pytest

from sparring.bout.reading import read_answer
from sparring.speech import speech


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which two of you would have to agree before an aim goes?", "Selma and the harbour master."),
        ("Which two of you would have to agree before an aim goes?", "Me and the CFO. He'd grumble."),
        ("Who has the last word when you disagree?", "Arne. And Jonna when he is at sea."),
        ("Wer bringt das in eine Besprechung mit, weil etwas entschieden werden muss?", "Der Hafenmeister, in der Montagsrunde."),
        ("Wo verlässt die Arbeit zum ersten Mal eure Hände?", "Beim Lotsen an Pier C."),
        ("Welche Zeile sieht immer gut aus?", "Die Hafentage. Da kommen jedes Jahr dieselben, auch bei Sturm."),
        ("If it went wrong, which line would show it first?", "KR2, the berths. If no captain has signed by October, we're guessing."),
        ("Which case could you score together this week?", "we could take the nine log books from Tuesday, never thought of it"),
        (
            "Pick the line you are surest of. How could it be met and help nobody?",
            "Delays. All 40 ferries leave on time and sail half empty. OK?",
        ),
    ],
)
def test_one_that_can_be_pointed_at_is_shown_as_settled(question: str, answer: str) -> None:
    reading = read_answer(answer, question)
    assert reading.rest
    assert reading.settled


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Wenn daran etwas schiefgeht, wer von euch hört als Erstes davon?", "Gute Frage... wahrscheinlich ich, wenn die Lotsen anrufen."),
        ("Welchen Fall könntet ihr diese Woche zusammen bewerten?", "Die Fähre Helga vielleicht, die lag im Mai drei Tage fest."),
        ("What would the first few have to teach you?", "whether anybody takes the ferry back, i think. we've never checked"),
        ("In which week would you see it coming?", "october maybe? when the season is over"),
        ("Suppose it stands still: what happens then?", "probably we'd shrug, the date would move"),
    ],
)
def test_one_said_with_a_maybe_leaves_nothing_open_and_settles_nothing(question: str, answer: str) -> None:
    reading = read_answer(answer, question)
    assert (reading.rest, reading.open, reading.settled) == (True, "", ())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who would notice first?", "The responsible people."),
        ("Who would notice first?", "Everybody, naturally."),
        ("Wer würde es merken?", "Die Beteiligten halt."),
        ("Which of these would you drop first?", "A difficult one."),
        ("Auf welchen Daten ruht das?", "Das ergibt sich im weiteren Verlauf."),
        ("Wo könntet ihr zuschauen?", "Eigentlich überall, wenn man hinsieht."),
        ("In which week will your plan change?", "In none, because the plan is the plan. Period."),
        ("In welcher Woche ändert sie euren Plan?", "In keiner, weil der Plan fest ist. Punkt."),
    ],
)
def test_what_points_at_nobody_settles_nothing(question: str, answer: str) -> None:
    assert read_answer(answer, question).settled == ()


@pytest.mark.parametrize(
    ("question", "answer", "left_open"),
    [
        ("What did the people who asked for it hope for?", "No idea what they hoped. They asked, we did it.", speech("en").open_dont_know),
        ("Who could tell you?", "no clue, we'd read it in the paper", speech("en").open_dont_know),
        ("Which two of you would have to agree?", "None, management decides that.", speech("en").open_authority),
        ("Welche zwei müssten sich einig sein?", "Keine zwei, das entscheidet die Geschäftsleitung.", speech("de").open_authority),
        ("Welche Annahme müsste falsch sein?", "Keine. Da haben wir nichts zu melden.", speech("de").open_authority),
    ],
)
def test_what_is_not_known_or_not_the_teams_to_decide_is_said_to_be_open(question: str, answer: str, left_open: str) -> None:
    language = "de" if left_open == speech("de").open_authority else "en"
    assert read_answer(answer, question, language).open == left_open


@pytest.mark.parametrize(
    "answer",
    [
        "On Thursdays. Selma and Arne sit with two captains and no longer in the internal price-board, we closed it in May.",
        "I called the CEO in March and we moved 3 people to the pier.",
    ],
)
def test_somebody_above_who_only_stands_beside_it_has_decided_nothing(answer: str) -> None:
    assert "authority" not in read_answer(answer, "What is different since then?").classes


@pytest.mark.parametrize("answer", ["so ", "well, ...  ", "maybe, " * 40, "Happy? " * 9, "if not " * 40, "haha. " * 30, "ok.\n"])
def test_words_that_only_lead_up_to_an_answer_settle_nothing(answer: str) -> None:
    assert read_answer(answer, "Who would notice first?").settled == ()
