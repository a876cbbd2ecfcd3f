"""The shape of a challenge, on a bakery team's draft."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge
from sparring.referee.rules import RULES

DOUBT = "The line would count as reached even if nobody came back."
QUESTION = "Who would be the first to notice that it did not work?"


def verdict(doubt: str = DOUBT, question: str = QUESTION) -> str | None:
    return judge(Challenge(Choice("generic", Anchor("draft")), doubt, question, origin="model"), Ground()).rule


def test_a_doubt_with_one_question_passes() -> None:
    assert verdict() is None


def test_a_press_without_a_doubt_passes() -> None:
    assert verdict(doubt="") is None


@pytest.mark.parametrize(
    ("rule", "doubt", "question"),
    [
        ("question-missing", DOUBT, ""),
        ("question-missing", DOUBT, "?"),
        ("question-end", DOUBT, "Say who would notice."),
        ("question-end", DOUBT, "Who would notice? I wonder."),
        ("one-question", DOUBT, "Who would notice? When would they?"),
        ("one-question", DOUBT, "Who would notice？ When would they?"),
        ("one-question", "Is this the whole story?", QUESTION),
        ("doubt-length", "Nobody can tell. " * 15, QUESTION),
        ("question-length", DOUBT, "Who " + "would really " * 16 + "notice?"),
        ("hidden-characters", "First line.\nSecond line.", QUESTION),
        ("hidden-characters", "Red \x1b[31malert.", QUESTION),
        ("hidden-characters", "Turned \u202eround.", QUESTION),
        ("hidden-characters", "Hid\u200bden.", QUESTION),
        ("hidden-characters", DOUBT, "Who\u2028would notice?"),
        ("quotation-marks", 'The word "fresh" means nothing yet.', QUESTION),
        ("quotation-marks", "Das Wort „frisch“ sagt noch nichts.", QUESTION),
        ("quotation-marks", DOUBT, "Who decides what 'fresh bread' means?"),
        ("label", "KR2: more bread, fewer leftovers.", QUESTION),
        ("label", "Objective: be the bakery that the street talks about.", QUESTION),
        ("label", DOUBT, "Would Key result 3 = repeat visits help?"),
        ("label", "Ziel: Die Straße spricht von uns.", QUESTION),
        ("list", "- Nobody can tell.", QUESTION),
        ("list", "1. Nobody can tell.", QUESTION),
        ("list", "Two gaps: 1) nobody asked, 2) nobody counted.", QUESTION),
        ("table", "Bread | sold | left", QUESTION),
        ("markup", "This is **not** clear.", QUESTION),
        ("markup", "Use `bread_sold` here.", QUESTION),
        ("blanks", "See [bold]this[/bold].", QUESTION),
        ("markup", "Not clear&nbsp;at all.", QUESTION),
        ("url", "It stands on www.bakery.example in full.", QUESTION),
        ("url", "Write to anna@bakery.example about it.", QUESTION),
        ("symbols", "Nobody can tell 🎯 yet.", QUESTION),
        ("symbols", "Bread → regulars.", QUESTION),
        ("encoded", "R e g u l a r s come back.", QUESTION),
        ("encoded", "SW5jcmVhc2UgcmVndWxhcnMgdG8gODAl", QUESTION),
        ("encoded", "The custоmers come back.", QUESTION),
        ("encoded", "Think of sell-out-by-noon-on-most-days.", QUESTION),
        ("encoded", DOUBT, "Who could own bring–the–regulars–back–by–spring?"),
        ("encoded", DOUBT, "Who likes bring/the/regulars/back/by/spring?"),
        ("encoded", "Besser wäre den-Anteil-der-Stammkunden-erhöhen.", "Wer merkt das?"),
        ("blanks", "The team wants ___ by summer.", QUESTION),
        ("blanks", "It goes from X to Y.", QUESTION),
        ("blanks", "More ... from ... on.", QUESTION),
    ],
)
def test_a_challenge_of_another_shape_is_withheld(rule: str, doubt: str, question: str) -> None:
    assert verdict(doubt, question) == rule


@pytest.mark.parametrize(
    ("doubt", "question"),
    [
        ("The teams' own figures and last year's plan don't agree.", "Whose figure would you bet on?"),
        ("It isn't the bread’s fault that people stay away.", QUESTION),
        ("Everybody means something else by it: the shop, the oven, the van.", "Which of the three is it?"),
        (DOUBT, "Whose week changes first — yours or theirs?"),
        ("A café-goer's naïve wish is no promise.", QUESTION),
        ("", "If KR2 were gone tomorrow, what would you miss?"),
    ],
)
def test_apostrophes_dashes_and_colons_of_plain_prose_pass(doubt: str, question: str) -> None:
    assert verdict(doubt, question) is None


@pytest.mark.parametrize(
    ("doubt", "question"),
    [
        ("", "Weekly-regulars-to-80-percent is whose number?"),
        ("Sell-out-by-noon-80 would settle it.", QUESTION),
        ("Increase-the-regulars.", QUESTION),
        ("The better line is raise_weekly_regulars.", QUESTION),
    ],
)
def test_words_chained_by_hyphens_are_read_as_words(doubt: str, question: str) -> None:
    assert verdict(doubt, question) is not None


@pytest.mark.parametrize(
    "question",
    [
        "Who looks at the end-of-quarter figures with you?",
        "What does your day-to-day look like when the oven fails?",
        "Who told you that this oven is state-of-the-art?",
        "Whose up-to-date list did you trust on 2026-01-31?",
        "What happens in the hand-over to the second-shift people on Mondays?",
        "Which back-and-forth with the mill cost you the last Friday?",
        "Who decides 24/7, on the spot and on a well-thought-out plan?",
    ],
)
def test_honest_compounds_pass(question: str) -> None:
    assert verdict("", question) is None


@pytest.mark.parametrize(
    "question", ["Wer macht den Ende-zu-Ende-Test vor dem Go-live?", "Wer trifft bei euch die Make-or-buy-Entscheidung?"]
)
def test_honest_german_compounds_pass(question: str) -> None:
    assert judge(Challenge(Choice("generic", Anchor("draft")), "", question), Ground(), language="de").passed


def test_every_rule_has_one_sentence_for_the_screen() -> None:
    assert all(key == rule.id and rule.says.endswith(".") and rule.says.count(". ") == 0 for key, rule in RULES.items())


def test_the_verdict_names_a_rule_of_the_table_and_never_the_text() -> None:
    refused = judge(Challenge(Choice("generic", Anchor("draft")), "KR1: sell out by noon.", QUESTION, origin="model"), Ground())
    assert not refused.passed
    assert refused.rule in RULES
    assert "noon" not in repr(refused)
