"""Orders are withheld however the sentence ends; questions about who counts or what belongs together are not."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge

GROUND = Ground(items=("Guests come back because they slept well", "Complaints at the desk fall from 30 to 12 a week"))


def rule(question: str, language: str, doubt: str = "") -> str | None:
    return judge(Challenge(Choice("inputs", Anchor("draft")), doubt, question), GROUND, language=language).rule


@pytest.mark.parametrize(
    ("order", "language"),
    [
        ("Instead of the desk, measure how many rooms stay quiet", "en"),
        ("Then count how often somebody asks for another room", "en"),
        ("Track the share of guests who sleep through", "en"),
        ("Merge the two lines about the desk into one", "en"),
        ("Split this line into one about noise and one about beds", "en"),
        ("Messt, wie viele Gäste durchschlafen", "de"),
        ("Zählt stattdessen, wie oft jemand ein anderes Zimmer will", "de"),
        ("Erfasst den Anteil der Gäste, die durchschlafen", "de"),
        ("Fasst die beiden Zeilen zum Empfang zusammen", "de"),
        ("Teilt die Zeile in zwei auf", "de"),
    ],
)
def test_orders_are_withheld_as_a_sentence_and_as_a_question(order: str, language: str) -> None:
    fine = "Who would notice first?" if language == "en" else "Wem fiele das zuerst auf?"
    assert rule(fine, language, f"{order}.") is not None
    assert rule(f"{order}?", language) is not None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who counts how many guests ask for another room?", "en"),
        ("When you count how often somebody complains, whom do you leave out?", "en"),
        ("Which of the two lines would you split first if the desk closed?", "en"),
        ("What do you measure that nobody looks at?", "en"),
        ("Wer zählt, wie oft jemand ein anderes Zimmer will?", "de"),
        ("Messt ihr, wie viele Gäste durchschlafen, oder hört ihr es am Empfang?", "de"),
        ("Was fasst ihr zusammen, wenn ihr montags berichtet?", "de"),
        ("Wenn ihr zählt, wie viele kommen, wen zählt ihr nicht?", "de"),
    ],
)
def test_questions_about_counting_pass(question: str, language: str) -> None:
    assert rule(question, language) is None
