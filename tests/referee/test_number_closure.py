"""Number closure, on a library's draft: numbers that measure a result stand in the ground."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge

GROUND = Ground(
    items=(
        "Raise the share of members who return within a month from 24% to 36%",
        "Lend 1,500 books a week, up from 1.200",
        "Waiting time 9 days 3 days",
    ),
    passage="Opening hours cost us €40,000 a year, and 7 of 12 branches close at noon.",
    bet="Half of the visitors come for the quiet rooms",
    answers=("We guessed 36 because the year before gave us six points.",),
)
NUMBERS = {"number-not-in-ground", "target-not-in-ground", "change-not-in-ground"}


def rule(doubt: str, question: str = "What makes you sure of it?", ground: Ground = GROUND, language: str = "en") -> str | None:
    return judge(Challenge(Choice("inputs", Anchor("key_result")), doubt, question, origin="model"), ground, language=language).rule


@pytest.mark.parametrize(
    "doubt",
    [
        "36% is a wish as long as nobody knows why people return.",
        "36 percent is a wish.",
        "Thirty-six percent is a wish.",
        "The 36 stands on nothing.",
        "Going from 24% to 36% is a lot.",
        "From 24 to 36 percent is a lot.",
        "1500 books say nothing about who reads them.",
        "1.500 books say nothing about who reads them.",
        "Forty thousand euros buy a lot of quiet.",
        "The €40,000 is there whether people come or not.",
        "Seven of twelve branches are dark when people could come.",
    ],
)
def test_numbers_of_the_ground_pass_however_they_are_written(doubt: str) -> None:
    assert rule(doubt) is None


@pytest.mark.parametrize(
    "doubt",
    [
        "That is 12 points, twice what the year before gave you.",
        "Twelve points in one quarter is more than you ever saw.",
        "That is growth of 50 %.",
        "That is one and a half times: 1.5x in a quarter.",
        "Taking six days off a queue changes who bothers to wait.",
    ],
)
def test_differences_and_ratios_of_two_numbers_of_one_text_pass(doubt: str) -> None:
    assert rule(doubt) is None


@pytest.mark.parametrize(
    "doubt",
    [
        "It is week three, and the shelf looks as before.",
        "Between weeks two and six nobody looks.",
        "On the third of March the grant ends, in 2027 the building does.",
        "Q3 is over in ten weeks.",
        "After 14 days people forget their card.",
        "Three people in this room would name three reasons.",
        "KR2 and KR3 pull apart.",
        "One of your three results can be met alone.",
        "In the last two years nobody asked.",
    ],
)
def test_calendar_ordinals_and_small_counts_are_free(doubt: str) -> None:
    assert rule(doubt, ground=Ground()) is None


@pytest.mark.parametrize(
    "doubt",
    [
        "40% would be honest.",
        "Forty percent would be honest.",
        "forty per cent would be honest.",
        "４０％ would be honest.",
        "30-40% return elsewhere.",
        "Three quarters of members return elsewhere.",
        "Eight of ten members return elsewhere.",
        "Members return 7x as often elsewhere.",
        "Visits grew tenfold elsewhere.",
        "It costs $25k elsewhere.",
        "Elsewhere people wait 20 minutes.",
        "Elsewhere 800 books go out.",
        "An NPS of 8 would say more.",
        "Elsewhere it takes under two days.",
        "24 days is long.",
        "On level 60% it would be honest.",
        "Elsewhere it is week two, 60% in.",
    ],
)
def test_numbers_from_nowhere_are_withheld(doubt: str) -> None:
    assert rule(doubt) in NUMBERS


@pytest.mark.parametrize(
    "doubt",
    [
        "You could be at 24% and still aim to reach 12%.",
        "Nobody returns unless you get to at least 13 points.",
        "The honest line stops at most at 60 books.",
        "It would take growing to five branches.",
        "Members return more if the rate climbs by 50%.",
    ],
)
def test_in_the_place_of_a_target_only_the_teams_own_numbers_stand(doubt: str) -> None:
    assert rule(doubt) in NUMBERS


def test_nothing_follows_from_the_number_of_a_quarter_or_a_year() -> None:
    assert rule("Elsewhere 17 members come back.", ground=Ground(items=("Reach 20 branches by Q3 2026",))) == "number-not-in-ground"


def test_a_change_whose_ends_stand_in_two_different_lines_is_no_change_of_the_teams() -> None:
    assert rule("Going from 9 to 36 would be something else.") == "change-not-in-ground"


@pytest.mark.parametrize(
    ("doubt", "passes"),
    [
        ("Von 3,1 % auf 1,5 % ist es nur die Hälfte des Weges.", True),
        ("Fünfzehnhundert Bücher sind viel.", False),
        ("Zwölf Prozent wären ehrlicher.", False),
        ("Einundzwanzig Tage sind lang.", False),
        ("Das Doppelte, also 3,1 Prozent, stand schon einmal da.", True),
        ("In den letzten drei Wochen hat niemand hingesehen.", True),
        ("Am 31. März endet die Förderung.", True),
        ("Mindestens acht Filialen machen nicht mit.", False),
        ("Der Rückgang um 1,6 Punkte wäre neu.", False),
        ("Das sind 1,6 Punkte, mehr als je zuvor.", True),
        ("Dreifach besetzte Schalter helfen keinem.", False),
    ],
)
def test_german_numbers_in_digits_and_words(doubt: str, passes: bool) -> None:
    ground = Ground(items=("Beschwerden von 3,1 % auf 1,5 % senken",))
    found = rule(doubt, "Woran würdet ihr es merken?", ground, "de")
    assert (found is None) is passes
    assert passes or found in NUMBERS


def test_a_tables_unit_counts_for_its_cells() -> None:
    assert rule("30 minutes feel long at the counter.", ground=Ground(items=("Waiting time (minutes) 45 30",))) is None


def test_a_number_with_another_unit_is_another_number() -> None:
    assert rule("36 hours is a long time to wait.") == "number-not-in-ground"


def test_a_goal_cut_in_two_between_doubt_and_question_is_found() -> None:
    assert (
        rule("Perhaps members should come back more often, and reach", "eighty percent by summer, or would that hurt anybody?") in NUMBERS
    )


@pytest.mark.parametrize(
    ("question", "language", "passes"),
    [
        ("Who still reads this at eleven at night?", "en", True),
        ("Who is at the counter at nine in the morning?", "en", True),
        ("Who brings the queue to eleven in the evening?", "en", False),
        ("Wer sitzt um elf abends noch davor?", "de", True),
    ],
)
def test_a_time_of_day_measures_nothing(question: str, language: str, passes: bool) -> None:
    assert (rule("", question, language=language) is None) is passes
