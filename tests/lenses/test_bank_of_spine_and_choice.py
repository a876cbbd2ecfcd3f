"""The voice of the spine, choice and fact lenses: there is always a line to say, on every rung and after every kind of answer."""

import pytest

from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import BankLine, Lens
from sparring.speech import LANGUAGES

EVERY_LENS = [lens for language in LANGUAGES for lens in packaged_catalogue(language)]
VOICED = [lens for lens in EVERY_LENS if lens.family in {"spine", "choice", "facts"}]
IN_EVERY_BOUT = [lens for lens in EVERY_LENS if lens.family == "spine"]


def name_of(lens: Lens) -> str:
    return f"{lens.language}-{lens.id}"


def lines_of(lens: Lens) -> list[BankLine]:
    return [*lens.doubts, *(line for rung in lens.questions.values() for line in rung)]


def untagged(lines: tuple[BankLine, ...]) -> int:
    return sum(1 for line in lines if not line.when)


@pytest.mark.parametrize("lens", VOICED, ids=name_of)
def test_a_lens_has_something_to_say_whatever_the_situation(lens: Lens) -> None:
    assert untagged(lens.doubts) >= 3
    assert untagged(lens.questions["open"]) >= 3
    assert untagged(lens.questions["press"]) >= 2
    assert untagged(lens.questions["press-harder"]) >= 1


@pytest.mark.parametrize("answer", ["dont-know", "no-content", "authority"])
@pytest.mark.parametrize("lens", VOICED, ids=name_of)
def test_pressing_starts_from_what_kind_of_answer_was_given(lens: Lens, answer: str) -> None:
    assert any(answer in line.when for line in lens.questions["press"])


@pytest.mark.parametrize("lens", IN_EVERY_BOUT, ids=name_of)
@pytest.mark.parametrize("level", ["mid-cycle", "company", "platform", "discovery"])
def test_a_lens_of_every_bout_knows_the_teams_situation(lens: Lens, level: str) -> None:
    assert any(level in line.when for line in lens.doubts)
    assert any(level in line.when for line in lens.questions["open"])


@pytest.mark.parametrize("lens", VOICED, ids=name_of)
def test_a_line_fits_any_draft_and_asks_one_thing(lens: Lens) -> None:
    for line in lines_of(lens):
        assert not any(character.isdigit() for character in line.text), line.id
        assert not set(line.text) & set('{}[]<>"“”„—–'), line.id
    for doubt in lens.doubts:
        assert len(doubt.text) <= 240, doubt.id
        assert "?" not in doubt.text, doubt.id
    for rung in lens.questions.values():
        for question in rung:
            assert question.text.count("?") == 1, question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_lenses_ask_the_same_question(language: str) -> None:
    asked = [line.text for lens in VOICED if lens.language == language for rung in lens.questions.values() for line in rung]
    assert len(asked) == len(set(asked))
