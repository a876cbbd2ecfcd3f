"""What takes a doubt back, and what only speaks of doubts, rights and what would settle something."""

import pytest

from sparring.referee.verdicts import withdrawal


@pytest.mark.parametrize(
    "text",
    [
        "You are right, the desk is not the trouble.",
        "You're absolutely right about that.",
        "Fair enough, the line can stay.",
        "Point taken. The beds matter more.",
        "I withdraw the doubt.",
        "I'll take that back.",
        "I stand corrected.",
        "That settles it.",
        "That answers my question.",
        "My doubt is settled.",
        "No doubt remains about the beds.",
        "Ihr habt recht, am Empfang liegt es nicht.",
        "Ihr habt natürlich recht.",
        "Das nehme ich zurück.",
        "Mein Zweifel ist ausgeräumt.",
        "Damit hat sich mein Einwand erledigt.",
        "Das klärt die Frage.",
        "Da ist was dran.",
        "Einverstanden, die Zeile bleibt.",
    ],
)
def test_a_doubt_taken_back_is_found(text: str) -> None:
    assert withdrawal(text)


@pytest.mark.parametrize(
    "text",
    [
        "What would settle it for the person at the desk?",
        "Who has the right to close the desk?",
        "Nobody withdrew the promise to the guests.",
        "Which question does this number answer?",
        "You are right at the start of the cycle.",
        "Agreed in March, forgotten in April.",
        "A no settles nothing here.",
        "Wer hat das Recht, den Empfang zu schließen?",
        "Was würde die Frage für euch klären?",
        "Wann habt ihr recht bekommen?",
        "Welcher Zweifel bleibt, wenn die Zahl steigt?",
        "Das klärt sich nicht am Empfang.",
    ],
)
def test_what_speaks_of_doubts_takes_none_back(text: str) -> None:
    assert not withdrawal(text)
