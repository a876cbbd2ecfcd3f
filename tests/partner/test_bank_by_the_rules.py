"""Every line of the packaged bank, by the referee and by those rules for questions that a program can check."""

import re

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor, BankLine, Lens
from sparring.partner.asked_to_write import phrasings
from sparring.referee.judge import judge, judge_prose

LENSES = tuple(packaged_catalogue())
BY_ID = [pytest.param(lens, id=lens.id) for lens in LENSES]

IN_FULL = frozenset(
    [
        *("do-differently", "risk-fit", "sufficiency", "decision-use", "change-rule"),
        *("missing-baseline", "arithmetic", "placeholder", "objectives-without-krs", "orphan-results", "check-in"),
        *("strategy-link", "coverage", "not-doing", "whose-behaviour", "generic", "kpi-in-disguise", "lagging-impact", "no-leading-signal"),
        *("output-as-result", "roadmap-wrapper", "influence", "vague-measure", "gameable", "objective-is-task"),
    ]
)
"""The lenses that the bank gives at least four questions; every other has two."""

CATALOGUE = IN_FULL | frozenset(
    [
        *("work-link", "inputs", "objective-is-metric", "objective-compound", "business-as-usual", "purpose", "audience"),
        *("slow-signal", "last-cycle", "metric-tree", "activity-count", "by-itself", "qualitative-evidence", "compound", "moonshot"),
        *("sandbagged", "overlap", "confidence", "polishing", "individual"),
    ]
)

_YES_OR_NO = re.compile(
    r"(?:is|are|was|were|am|do|does|did|can|could|would|will|has|have|had|should|shall|may|might|must|isn't|aren't|don't|doesn't|didn't)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,\s*and|\band)\s+(?:how|what|which|who|whose|when|where|why)\b", re.IGNORECASE)


def questions(lens: Lens) -> tuple[BankLine, ...]:
    return tuple(line for lines in lens.questions.values() for line in lines)


ALL_QUESTIONS = tuple(line for lens in LENSES for line in questions(lens))


def test_every_lens_of_the_catalogue_is_there() -> None:
    assert {lens.id for lens in LENSES} >= CATALOGUE


@pytest.mark.parametrize("lens", BY_ID)
def test_the_referee_passes_every_doubt_and_question(lens: Lens) -> None:
    choice = Choice(lens.id, Anchor("draft"))
    refused = [
        (line.id, rule)
        for line in (*lens.doubts, *questions(lens))
        if (
            rule := judge(
                Challenge(choice, *(("", line.text) if line in questions(lens) else (line.text, "What happens then?"))), Ground()
            ).rule
        )
    ]
    assert refused == []


@pytest.mark.parametrize("lens", BY_ID)
def test_a_lens_has_doubts_and_enough_questions_to_open_with(lens: Lens) -> None:
    assert len(questions(lens)) >= (4 if lens.id in IN_FULL else 2)
    assert lens.doubts
    assert any(not line.when for line in lens.questions["open"]), "nothing is said where no condition holds"
    if lens.id in IN_FULL:
        assert all(lens.questions.get(rung) for rung in ("open", "press", "press-harder"))


@pytest.mark.parametrize("lens", BY_ID)
def test_lines_are_short_and_carry_no_digits(lens: Lens) -> None:
    assert [line.id for line in questions(lens) if len(line.text.split()) > 30] == []
    assert [line.id for line in lens.doubts if len(line.text.split()) > 40] == []
    assert [line.id for line in (*lens.doubts, *questions(lens)) if any(map(str.isdigit, line.text))] == []


@pytest.mark.parametrize("lens", BY_ID)
def test_no_question_joins_two(lens: Lens) -> None:
    assert [line.text for line in questions(lens) if _JOINED.search(line.text)] == []


@pytest.mark.parametrize("lens", BY_ID)
def test_no_line_stands_twice_for_the_same_moment(lens: Lens) -> None:
    lines = [(line.text, line.when) for line in (*lens.doubts, *questions(lens))]
    assert len(lines) == len(set(lines))


def test_few_questions_can_be_answered_by_yes_or_no() -> None:
    closed = [line.id for line in ALL_QUESTIONS if _YES_OR_NO.match(line.text.split(". ")[-1])]
    assert len(closed) <= 0.15 * len(ALL_QUESTIONS)


def test_what_is_said_when_asked_to_write_holds_the_rule_itself() -> None:
    assert len(phrasings()) >= 6
    for phrasing in phrasings():
        assert judge_prose(phrasing, Ground()).passed
        assert "what will you do differently" in phrasing.lower()
        assert phrasing.count("?") == 1
