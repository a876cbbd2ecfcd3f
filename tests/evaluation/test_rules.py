"""Labelled sentences and the figures over them."""

import json

import pytest

from sparring.evaluation.labelled import LabelledError, read_contexts, read_labelled
from sparring.evaluation.rules import by_form, figures, judge_all
from sparring.evaluation.shares import Share

CONTEXTS = {
    "inn": {
        "draft": {"O1": "Gäste kommen wieder, ohne dass wir werben", "KR1": "Absagen von 12 auf 4 senken"},
        "strategy": "Wir bleiben klein.",
    }
}


def lines(*rows: dict[str, object]) -> str:
    return "\n".join(json.dumps(row) for row in rows)


def test_a_sentence_knows_its_draft_and_the_drafts_language() -> None:
    [sentence] = read_labelled(lines({"id": "a", "ctx": "inn", "label": 0, "form": "q", "text": "Wer kommt wieder?"}), "x.jsonl", CONTEXTS)
    assert sentence.language == "de"
    assert "Absagen von 12 auf 4 senken" in sentence.ground.items
    assert sentence.ground.passage == "Wir bleiben klein."
    assert (sentence.id, sentence.form, sentence.label) == ("a", "q", "pass")


def test_a_line_may_carry_its_own_draft() -> None:
    [sentence] = read_labelled(lines({"label": 1, "text": "Sell more rooms.", "draft": {"KR1": "Open the garden"}}), "x.jsonl", {})
    assert sentence.ground.items == ("Open the garden",)
    assert sentence.id == "1"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no sentences"),
        ("not json", "line 1 is not JSON"),
        ('{"text": "a", "label": 1}\n\n[1]', "line 3 is no JSON object"),
        ('{"label": 1}', 'line 1 has no "text"'),
        ('{"text": "a"}', 'no usable "label"'),
        ('{"text": "a", "label": true}', 'no usable "label"'),
        ('{"text": "a", "label": 1, "ctx": "none"}', "the context 'none'"),
        ('{"text": "a", "label": 1, "draft": ["x"]}', '"draft" that cannot be read'),
        ("[" * 100_000, "line 1 is not JSON"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(text: str, says: str) -> None:
    with pytest.raises(LabelledError, match=r"x\.jsonl") as raised:
        read_labelled(text, "x.jsonl", {})
    assert says in str(raised.value)


@pytest.mark.parametrize("text", ["{", "[]", '{"inn": 1}'])
def test_contexts_that_cannot_be_used_are_said(text: str) -> None:
    with pytest.raises(LabelledError, match=r"contexts\.json"):
        read_contexts(text, "contexts.json")


def test_intervals_are_wilsons() -> None:
    assert Share(0, 148).interval == pytest.approx((0.0, 0.0253), abs=1e-4)
    assert Share(190, 190).interval == pytest.approx((0.9802, 1.0), abs=1e-4)
    assert Share(8, 10).interval == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert Share(0, 0).value is None


def test_misses_are_counted_on_both_sides_and_borderline_on_none() -> None:
    judged = judge_all(
        read_labelled(
            lines(
                {"label": 1, "form": "goal", "text": "Increase the number of guests who return."},
                {"label": 1, "form": "odd", "text": "Somebody hums in the garden."},
                {"label": 0, "form": "q", "text": "Who returns, and why?"},
                {"label": 0, "form": "q", "text": "Great objective!"},
                {"label": "b", "form": "q", "text": "Great objective!"},
            ),
            "x.jsonl",
            {},
        )
    )
    found = figures(judged)
    assert (found.recall.count, found.recall.total) == (1, 2)
    assert (found.false_positives.count, found.false_positives.total) == (1, 2)
    assert (found.borderline.count, found.borderline.total) == (1, 1)
    assert [each.missed for each in judged] == [False, True, False, True, False]
    assert not found.as_wanted
    assert list(by_form(judged)) == ["goal", "odd", "q"]
