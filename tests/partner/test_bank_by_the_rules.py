"""Every line of the packaged bank, in every language, by the referee and by those rules for questions that a program can check."""

import re

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor, BankLine, Lens
from sparring.referee.judge import judge, judge_prose
from sparring.speech import LANGUAGES, speech

CATALOGUES = {language: packaged_catalogue(language) for language in LANGUAGES}
LENSES = [lens for catalogue in CATALOGUES.values() for lens in catalogue]
BY_ID = [pytest.param(lens, id=f"{lens.language}-{lens.id}") for lens in LENSES]

CATALOGUE = frozenset(
    [
        *("do-differently", "risk-fit", "sufficiency", "decision-use", "change-rule"),
        *("missing-baseline", "arithmetic", "placeholder", "objectives-without-krs", "orphan-results", "check-in"),
        *("strategy-link", "coverage", "not-doing", "whose-behaviour", "generic", "kpi-in-disguise", "lagging-impact", "no-leading-signal"),
        *("output-as-result", "roadmap-wrapper", "influence", "vague-measure", "gameable", "objective-is-task"),
        *("work-link", "inputs", "objective-is-metric", "objective-compound", "business-as-usual", "purpose", "audience"),
        *("slow-signal", "last-cycle", "metric-tree", "activity-count", "by-itself", "qualitative-evidence", "compound", "moonshot"),
        *("sandbagged", "overlap", "confidence", "polishing", "individual"),
    ]
)

MOST_USED = frozenset(
    [
        *("do-differently", "risk-fit", "output-as-result", "kpi-in-disguise", "lagging-impact", "strategy-link", "influence"),
        *("not-doing", "vague-measure", "gameable", "no-leading-signal", "whose-behaviour"),
    ]
)

JOINED = {
    "en": re.compile(r"\band\s+(?:how|what|which|who|whose|when|where|why)\b", re.IGNORECASE),
    "de": re.compile(
        r"\bund\s+(?:(?:mit|bei|für|an|auf|in|von|zu)\s+)?(?:wie|was|welche\w*|we[rmn]|wessen|wann|wo\w*|warum)\b", re.IGNORECASE
    ),
}
YES_OR_NO = {
    "en": re.compile(
        r"(?:is|are|was|were|am|do|does|did|can|could|would|will|has|have|had|should|shall|may|might|must|isn't|aren't|don't|doesn't|didn't)"
        r"\b",
        re.IGNORECASE,
    ),
    "de": re.compile(r"(?:wisst|könnt|habt|seid|gibt|glaubt|meint|werdet|würdet)\b", re.IGNORECASE),
}
W_WORD = re.compile(r"\b(?:we[rmn]|wessen|was|wie|wann|warum|welche\w*|wo\w*)\b", re.IGNORECASE)
"""In German a question without one of these asks for yes or no; "Fiele das weg, wer ..." begins with its verb and does not."""


def questions(lens: Lens) -> tuple[BankLine, ...]:
    return tuple(line for lines in lens.questions.values() for line in lines)


def is_closed(line: BankLine, language: str) -> bool:
    """Whether yes or no answers the question itself: what stands before its last sentence only sets the scene."""
    asked = re.split(r"(?<=[.:])\s", line.text)[-1]
    return bool(YES_OR_NO[language].match(asked)) or (language == "de" and not W_WORD.search(asked))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lens_of_the_catalogue_is_there(language: str) -> None:
    assert {lens.id for lens in CATALOGUES[language]} >= CATALOGUE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lens_speaks_every_language(language: str) -> None:
    assert [lens.id for lens in CATALOGUES[language] if lens.language != language] == []


@pytest.mark.parametrize("lens", BY_ID)
def test_the_referee_passes_every_doubt_and_question(lens: Lens) -> None:
    choice = Choice(lens.id, Anchor("draft"))
    some_question = next(line.text for line in lens.questions["open"])
    refused = [
        (line.id, rule)
        for line in (*lens.doubts, *questions(lens))
        if (
            rule := judge(
                Challenge(choice, *(("", line.text) if line in questions(lens) else (line.text, some_question))),
                Ground(),
                language=lens.language,
            ).rule
        )
    ]
    assert refused == []


@pytest.mark.parametrize("lens", BY_ID)
def test_a_lens_has_doubts_and_enough_questions_to_open_with(lens: Lens) -> None:
    assert len(lens.questions["open"]) >= (8 if lens.id in MOST_USED else 4 if lens.family != "facts" else 3)
    assert any(not line.when for line in lens.doubts)
    assert any(not line.when for line in lens.questions["open"]), "nothing is said where no condition holds"
    assert all(lens.questions.get(rung) for rung in ("open", "press", "press-harder"))


@pytest.mark.parametrize("lens", BY_ID)
def test_lines_are_short_and_carry_no_digits(lens: Lens) -> None:
    assert [line.id for line in questions(lens) if len(line.text.split()) > 30] == []
    assert [line.id for line in lens.doubts if len(line.text.split()) > 40] == []
    assert [line.id for line in (*lens.doubts, *questions(lens)) if any(map(str.isdigit, line.text))] == []


@pytest.mark.parametrize("lens", BY_ID)
def test_no_question_joins_two(lens: Lens) -> None:
    assert [line.text for line in questions(lens) if JOINED[lens.language].search(line.text)] == []


@pytest.mark.parametrize("lens", BY_ID)
def test_no_line_stands_twice_for_the_same_moment(lens: Lens) -> None:
    lines = [(line.text, line.when) for line in (*lens.doubts, *questions(lens))]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_questions_can_be_answered_by_yes_or_no(language: str) -> None:
    asked = [line for lens in LENSES if lens.language == language for line in questions(lens)]
    closed = [line.text for line in asked if is_closed(line, language)]
    assert len(closed) <= 0.15 * len(asked), closed


@pytest.mark.parametrize("lens", [each for each in BY_ID if "en-" not in str(each.id)])
def test_a_line_in_another_language_stands_for_the_moments_that_the_english_bank_knows(lens: Lens) -> None:
    english = CATALOGUES["en"][lens.id]
    assert {line.when for line in questions(lens)} >= {line.when for line in questions(english)}
    assert {line.when for line in lens.doubts} >= {line.when for line in english.doubts}


@pytest.mark.parametrize(("language", "core"), [("en", "what will you do differently"), ("de", "anders")])
def test_what_is_said_when_asked_to_write_holds_the_rule_itself(language: str, core: str) -> None:
    phrasings = speech(language).asked_to_write
    assert len(phrasings) >= 6
    for phrasing in phrasings:
        assert judge_prose(phrasing, Ground(), language=language).passed
        assert core in phrasing.lower()
        assert phrasing.count("?") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_core_question_passes_the_referee_where_nothing_else_is_left(language: str) -> None:
    challenge = Challenge(Choice("do-differently", Anchor("draft")), "", speech(language).last_resort)
    assert judge(challenge, Ground(), language=language).passed
