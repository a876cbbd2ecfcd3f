"""A team that comes back hears other words: what a lens says is drawn from several lines, whatever set it off."""

import pytest

from sparring.challenge import Choice
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor, Lens
from sparring.partner.bank import word
from sparring.speech import LANGUAGES

OFTEN_RAISED = (
    *("do-differently", "risk-fit", "sufficiency", "decision-use", "change-rule"),
    *("strategy-link", "roadmap-wrapper", "output-as-result", "activity-count", "influence", "inputs", "whose-behaviour"),
    *("vague-measure", "gameable", "lagging-impact", "kpi-in-disguise", "objective-is-task", "generic"),
)
NEEDS_A_LINE = {"against", "put-off", "assumption"}
CASES = [
    pytest.param(lens, evidence, id=f"{lens.language}-{lens.id}-{evidence or 'open'}")
    for language in LANGUAGES
    for lens in packaged_catalogue(language)
    if lens.id in OFTEN_RAISED
    for evidence in (sorted(lens.evidences - {"no-line"}) or [""])
]


@pytest.mark.parametrize(("lens", "evidence"), CASES)
def test_a_lens_opens_with_at_least_three_questions_and_doubts(lens: Lens, evidence: str) -> None:
    kind = lens.anchors[0]
    tags = {kind.replace("_", "-"), "library", "passage" if evidence in NEEDS_A_LINE else "no-passage", "one-objective"}
    said = [word(lens, Choice(lens.id, Anchor(kind)), frozenset({*tags, evidence} - {""}), "open", (), seed) for seed in range(60)]
    assert len({challenge.question for challenge in said}) >= 3
    assert len({challenge.doubt for challenge in said}) >= 2


SPINE = [
    pytest.param(lens, id=f"{lens.language}-{lens.id}")
    for language in LANGUAGES
    for lens in packaged_catalogue(language)
    if lens.family == "spine"
]


@pytest.mark.parametrize("answer", ["no-content", "dont-know"])
@pytest.mark.parametrize("lens", SPINE)
def test_pressing_in_every_bout_has_more_than_one_line_for_an_empty_answer(lens: Lens, answer: str) -> None:
    tags = frozenset({lens.anchors[0].replace("_", "-"), "no-passage", "no-library", "one-objective", answer})
    said = {word(lens, Choice(lens.id, Anchor(lens.anchors[0])), tags, "press", (), seed).question for seed in range(60)}
    assert len(said) >= 2
