"""A goal is no question because a question mark stands behind it; a question about the team's own lines and people is one."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge, judge_prose

CHOICE = Choice("do-differently", Anchor("draft"))
GROUND = Ground(items=("Hikers come home safe", "Mark 14 crossings anew"))
GROUND_DE = Ground(items=("Wer wandert, kommt heil zurück", "14 Querungen neu markieren"))

OFFERS = [
    ("What about increase the share of hikers who turn back in time?", "en"),
    ("What about simply cut the calls after dark?", "en"),
    ("What about reach more schools?", "en"),
    ("What of reducing the calls after dark?", "en"),
    ("How about raising the share of marked crossings?", "en"),
    ("How do you feel about halving the calls?", "en"),
    ("What do you say to doubling the patrols?", "en"),
    ("What speaks against lowering the number of calls?", "en"),
    ("Would it help to reduce the calls after dark?", "en"),
    ("Could you not simply raise the share of marked crossings?", "en"),
    ("Why not cut the calls after dark?", "en"),
    ("Wie wär es mit weniger Einsätzen?", "de"),
    ("Was ist mit den Anteil der Rückkehrer erhöhen?", "de"),
    ("Warum senkt ihr nicht einfach die Einsätze?", "de"),
    ("Könnte man nicht die Einsätze halbieren?", "de"),
    ("Was spricht dagegen, die Einsätze zu halbieren?", "de"),
    ("Und wenn ihr einfach die Einsätze halbiert?", "de"),
]
ASKED = [
    ("What about the people who left before the increase?", "en"),
    ("What about support calls?", "en"),
    ("What about launch day would surprise you?", "en"),
    ("What of the work that nobody counts?", "en"),
    ("How do you feel about keeping this line for a quarter?", "en"),
    ("How do you feel about raising it with whoever runs the patrols?", "en"),
    ("Would it help to see it every week?", "en"),
    ("Could you just ask them?", "en"),
    ("Was ist mit denen, die ihr nie erreicht?", "de"),
    ("Warum senkt ihr die Zahl jedes Jahr?", "de"),
    ("Warum wächst die Zahl nicht?", "de"),
    ("Was spricht dafür, dass die Zahl von selbst fällt?", "de"),
    ("Könnt ihr einfach nachsehen?", "de"),
]


@pytest.mark.parametrize(("question", "language"), OFFERS)
def test_a_goal_put_forward_as_a_question_is_withheld(question: str, language: str) -> None:
    ground = GROUND_DE if language == "de" else GROUND
    assert judge(Challenge(CHOICE, "", question), ground, language=language).rule == "offer"
    assert judge_prose(question, ground, language=language).rule == "offer"


@pytest.mark.parametrize(("question", "language"), ASKED)
def test_a_question_that_begins_alike_passes(question: str, language: str) -> None:
    ground = GROUND_DE if language == "de" else GROUND
    assert judge(Challenge(CHOICE, "", question), ground, language=language).rule is None


@pytest.mark.parametrize(
    ("said", "language", "rule"),
    [
        ("Why not just 16 crossings?", "en", "offer"),
        ("Warum nicht gleich 16?", "de", "offer"),
        ("Our hikers plan their day around the last bus.", "en", "goal"),
        ("Unsere Wanderer verlassen sich blind auf uns.", "de", "goal"),
        ("Your key result could simply be the share of hikers who turn back in time.", "en", "offer"),
    ],
)
def test_a_number_the_teams_voice_and_what_a_line_could_measure_are_withheld_in_prose(said: str, language: str, rule: str) -> None:
    assert judge_prose(said, GROUND_DE if language == "de" else GROUND, language=language).rule == rule
