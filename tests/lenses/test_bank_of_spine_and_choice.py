"""The voice of the spine, choice and fact lenses: there is always a line to say, on every rung and after every kind of answer."""

import pytest

from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import BankLine, Lens

CATALOGUE = packaged_catalogue()
VOICED = [lens for lens in CATALOGUE if lens.family in {"spine", "choice", "facts"}]
IN_EVERY_BOUT = [lens for lens in CATALOGUE if lens.family == "spine"]
JOINTS_OF_TWO_ASKS = (" and what", " and who", " and how", " and when", " and which", " and where", " and why")


def lines_of(lens: Lens) -> list[BankLine]:
    return [*lens.doubts, *(line for rung in lens.questions.values() for line in rung)]


def untagged(lines: tuple[BankLine, ...]) -> int:
    return sum(1 for line in lines if not line.when)


@pytest.mark.parametrize("lens", VOICED, ids=lambda lens: lens.id)
def test_a_lens_has_something_to_say_whatever_the_situation(lens: Lens) -> None:
    assert untagged(lens.doubts) >= 3
    assert untagged(lens.questions["open"]) >= 3
    assert untagged(lens.questions["press"]) >= 2
    assert untagged(lens.questions["press-harder"]) >= 1


@pytest.mark.parametrize("answer", ["dont-know", "no-content", "authority"])
@pytest.mark.parametrize("lens", VOICED, ids=lambda lens: lens.id)
def test_pressing_starts_from_what_kind_of_answer_was_given(lens: Lens, answer: str) -> None:
    assert any(answer in line.when for line in lens.questions["press"])


@pytest.mark.parametrize("lens", IN_EVERY_BOUT, ids=lambda lens: lens.id)
@pytest.mark.parametrize("level", ["mid-cycle", "company", "platform", "discovery"])
def test_a_lens_of_every_bout_knows_the_teams_situation(lens: Lens, level: str) -> None:
    assert any(level in line.when for line in lens.doubts)
    assert any(level in line.when for line in lens.questions["open"])


@pytest.mark.parametrize("lens", VOICED, ids=lambda lens: lens.id)
def test_a_line_fits_any_draft_and_asks_one_thing(lens: Lens) -> None:
    for line in lines_of(lens):
        assert not any(character.isdigit() for character in line.text), line.id
        assert not set(line.text) & set('{}[]<>"“”—'), line.id
    for doubt in lens.doubts:
        assert len(doubt.text) <= 240, doubt.id
        assert "?" not in doubt.text, doubt.id
    for rung in lens.questions.values():
        for question in rung:
            assert question.text.count("?") == 1, question.id
            assert not any(joint in question.text.lower() for joint in JOINTS_OF_TWO_ASKS), question.id


def test_no_two_lenses_ask_the_same_question() -> None:
    asked = [line.text for lens in VOICED for rung in lens.questions.values() for line in rung]
    assert len(asked) == len(set(asked))


def test_hardly_a_question_can_be_answered_with_yes_or_no() -> None:
    asked = [line.text for lens in VOICED for rung in lens.questions.values() for line in rung]
    closed = [
        text
        for text in asked
        if text.split()[0].lower() in {"is", "are", "do", "does", "did", "will", "would", "can", "could", "has", "have"}
    ]
    assert len(closed) * 10 <= len(asked)
