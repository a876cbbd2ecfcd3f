"""One ask: a second question behind a joining word is withheld; what belongs to the first is not."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge

CHOICE = Choice("do-differently", Anchor("draft"))

TWO_ASKS = [
    "Who decides that and what would they see?",
    "What happened the last time it fell, and who noticed?",
    "How often does it move and how will you know?",
    "Which line would you drop first, and what would the team lose?",
    "Who outside the team would notice, and would they say so?",
    "If the number fell tomorrow, who would notice and what would they do?",
    "Suppose the line is met. Who would notice and what would they do?",
    "Name one hiker who turned back, and what did they say?",
    "Who uses this number; what do they do with it?",
    "Wer entscheidet das und was würden sie sehen?",
    "Was ist beim letzten Mal passiert, und wer hat es gemerkt?",
    "Woran würdet ihr es merken und was würdet ihr dann tun?",
    "Wen fragt ihr zuerst, und wie lange wartet ihr?",
    "Wenn die Zahl fiele, wer würde es merken und was würde er tun?",
]
ONE_ASK = [
    "Who decides that, and by when?",
    "Which of these would you open first, and why?",
    "Who could say what changed and why it did?",
    "Who here knows what was promised and who promised it?",
    "What happens when the number falls and nobody looks?",
    "Every line is green and hikers still stay away: what happened?",
    "Is speed what you want, or is it only what you can count?",
    "What do you see when you look at those who came and who never came back?",
    "Who would have to change what they do and how they work?",
    "Wer weiß, was versprochen wurde und wer es versprochen hat?",
    "Was passiert, wenn die Zahl fällt und niemand hinsieht?",
    "Welche Entscheidung fällt anders aus und in welcher Woche?",
    "Wer müsste ändern, was er tut und wie er arbeitet?",
]


def rule(question: str) -> str | None:
    german = any(word in question.split() for word in ("Wer", "Was", "Wen", "Woran", "Wenn", "Welche"))
    return judge(Challenge(CHOICE, "", question), Ground(), language="de" if german else "en").rule


@pytest.mark.parametrize("question", TWO_ASKS)
def test_two_questions_joined_into_one_are_withheld(question: str) -> None:
    assert rule(question) == "one-question"


@pytest.mark.parametrize("question", ONE_ASK)
def test_one_question_of_several_parts_passes(question: str) -> None:
    assert rule(question) is None
