"""What a model is told about the rule."""

from sparring.partner.rule import PLAINLY, RULE, SAID_AGAIN, told
from sparring.referee.rules import RULES


def test_every_rule_can_be_explained_to_a_model() -> None:
    assert PLAINLY.keys() == RULES.keys()
    assert all(not words.endswith(".") and words[0].islower() for words in PLAINLY.values())


def test_what_a_model_is_told_never_repeats_a_reply() -> None:
    assert "withheld" in told("label")
    assert PLAINLY["label"] in told("label")


def test_the_rule_is_said_again_in_full() -> None:
    assert RULE.split(". ", 1)[1] in SAID_AGAIN
