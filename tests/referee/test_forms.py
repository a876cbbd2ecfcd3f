"""The forbidden forms F1 to F8, and honest challenges that look like them; on a hospital kitchen's draft."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge, judge_prose
from sparring.referee.rules import RULES, Form

ITEM = "Serve warm meals on every ward before half past twelve"
GROUND = Ground(items=(ITEM, "Cut returned trays from 30% to 18%"), passage="Patients who eat well leave earlier.")


def rule(doubt: str, question: str = "What would you miss then?", language: str = "en") -> str | None:
    return judge(Challenge(Choice("generic", Anchor("key_result")), doubt, question, origin="model"), GROUND, language=language).rule


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("F1", "KR4: Patients finish their lunch."),
        ("F1", "Objective: Every patient looks forward to lunch."),
        ("F1", "Key result 2 - Fewer cold plates on the wards"),
        ("F1", "Increase the number of patients who finish their lunch."),
        ("F1", "Delight every patient at lunch."),
        ("F1", "Improve how patients feel about lunch."),
        ("F1", "Deliver a warm lunch experience."),
        ("F1", "A sharper version would be about patients who eat up."),
        ("F1", "You might write that patients finish their plates."),
        ("F1", "I would phrase it as patients finishing their plates."),
        ("F1", "Consider: patients finish their plates."),
        ("F1", "Patients matter more, for example increasing how many eat up."),
        ("F1", "What you really want is that patients eat up."),
        ("F1", "Lunch works, as measured by clean plates."),
        ("F1", "The line should read: patients eat up."),
        ("F1", "Would it be clearer to say that patients eat up?"),
        ("F1", "Have you considered measuring how many plates come back empty?"),
        ("F2", "Serve warm meals on each ward before half past twelve."),
        ("F3", "Replace serve with enjoy."),
        ("F3", "Strike the words every ward."),
        ("F3", "Instead of serving meals, write that patients eat them."),
        ("F3", "The second line should be merged with the first."),
        ("F3", "Rewrite it as patients eating up."),
        ("F4", "Use this template for the next line."),
        ("F4", "Cut [metric] from [baseline] to [target]."),
        ("F6", "You could instead measure how many patients eat up."),
        ("F6", "Track empty plates instead."),
        ("F6", "The target should be lower than this."),
        ("F6", "Add a guardrail metric for kitchen costs."),
        ("F7", "The second wording is clearer."),
        ("F7", "I would give this a good mark."),
        ("F7", "Getting warmer."),
        ("F7", "Great objective."),
        ("F7", "This is an excellent line."),
        ("F8", "Les patients ne sont pas là pour vous et vous ne le savez pas dans la semaine."),
        ("F8", "Пациенты едят."),
    ],
)
def test_the_plainest_forms_are_withheld(form: Form, text: str) -> None:
    broken = judge_prose(text, GROUND).rule
    assert broken is not None
    # A template is an offer as well, a goal may be an edited copy: what counts is that it is withheld for what it says, not for a number.
    assert RULES[broken].form.startswith("F")
    assert RULES[broken].form == form or form in ("F4", "F2")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Besser wäre: Patienten essen auf.", "de"),
        ("Ihr könntet stattdessen zählen, wie viele aufessen.", "de"),
        ("Ihr solltet schreiben, dass Patienten aufessen.", "de"),
        ("Den Anteil leerer Teller verdoppeln.", "de"),
        ("Ersetzt servieren durch genießen.", "de"),
        ("Schlüsselergebnis 2: Die Teller kommen leer zurück.", "de"),
        ("Wie wäre es mit leeren Tellern?", "de"),
        ("Das ist wirklich großartig.", "de"),
        ("What would the patients say about the meals that they get?", "de"),
    ],
)
def test_the_same_forms_in_german(text: str, language: str) -> None:
    assert judge_prose(text, GROUND, language=language).rule is not None


@pytest.mark.parametrize(
    "doubt",
    [
        "The meal can be warm and still come back untouched.",
        "If the share falls only because patients leave earlier, the kitchen did nothing.",
        "Reducing returned trays could simply mean smaller portions.",
        "You track trays every month, and a week can go wrong unseen.",
        "This describes work, and the line is met the day it is done.",
        "Any kitchen could say this of itself.",
        "A baseline is missing here, so nobody can tell where you stand.",
        "Read the line aloud to a nurse.",
        "Ask three patients who sent their tray back.",
        "Before you could choose, somebody has to stand in the corridor at noon.",
        "A better kitchen is not the same as a better lunch.",
        "Cut returned trays from 30% to 18% is met as well when nobody is served.",
        "Serve warm meals on every ward before half past twelve says nothing about eating.",
    ],
)
def test_honest_doubts_that_look_like_them_pass(doubt: str) -> None:
    assert rule(doubt) is None


@pytest.mark.parametrize(
    "question",
    [
        "Which leading indicator would warn you in week three?",
        "What would be lost without KR2?",
        "How could somebody reach 18% without a single patient eating better?",
        "Who would have to agree before you could change this?",
        "What would you measure if the trays did not exist?",
        "What happens to the night shift if this works?",
        "Which of these two lines would you defend in front of the ward?",
        "What would you rather give up than this?",
    ],
)
def test_honest_questions_that_look_like_them_pass(question: str) -> None:
    assert rule("", question) is None


def test_german_challenges_in_a_german_bout_pass() -> None:
    assert rule("Warm heißt noch nicht, dass jemand isst.", "Woran würde eine Pflegekraft merken, dass es besser läuft?", "de") is None


def test_words_of_the_draft_pass_in_any_language() -> None:
    ground = Ground(items=("Ausgabezeit der Stationsküche von elf auf neun Minuten senken",))
    challenge = Challenge(
        Choice("generic", Anchor("key_result")), "The Ausgabezeit der Stationsküche says little.", "Who waits longest?", origin="model"
    )
    assert judge(challenge, ground).passed


def test_prose_may_quote_the_team_verbatim_and_nobody_else() -> None:
    assert judge_prose(f'You wrote "{ITEM}". Who eats then?', GROUND).passed
    assert judge_prose('You wrote "Serve hot meals everywhere". Who eats then?', GROUND).rule == "quotation"


RECORDED = [
    (
        "Everybody likes the warm trolleys.",
        "Liking the trolleys explains why they came, not what they change. A ward can have one and still send every plate back.",
        "What would a nurse have to tell you after a week for you to admit that the trolleys did not help?",
    ),
    (
        "We took 18% since the other clinic has it.",
        "Another clinic's 18% shows what is possible there. It says nothing about why your 30% come back.",
        "Which reason for a full tray did the patients of this house give you themselves?",
    ),
    (
        "We do not know yet.",
        "Then the 18% stands on nothing so far.",
        "What would you have to see on the wards before you put your names to it?",
    ),
]


@pytest.mark.parametrize(("answer", "doubt", "question"), RECORDED)
def test_a_good_models_rounds_pass(answer: str, doubt: str, question: str) -> None:
    ground = Ground(items=GROUND.items, passage=GROUND.passage, answers=(answer,))
    assert judge(Challenge(Choice("inputs", Anchor("key_result")), doubt, question, origin="model"), ground).passed
