"""What the partner says besides its lenses' questions."""

import string
from dataclasses import asdict

import pytest

from sparring.speech import LANGUAGES, language_spoken, speech


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_the_same_places_for_numbers(language: str) -> None:
    english, said = asdict(speech("en")), asdict(speech(language))
    for name, text in said.items():
        assert text, name
        if isinstance(text, str):
            assert places(text) == places(english[name]), name


def test_languages_differ_in_what_they_say() -> None:
    english, german = asdict(speech("en")), asdict(speech("de"))
    assert [name for name in english if english[name] == german[name]] == []


def test_a_language_that_is_not_spoken_is_answered_in_english() -> None:
    assert speech("tlh") is not None
    assert speech("tlh") == speech("en")


@pytest.mark.parametrize(
    ("wished", "draft", "spoken"),
    [("", "de", "de"), ("", "en", "en"), ("", "fr", "en"), ("", "und", "en"), ("en", "de", "en"), ("de", "fr", "de")],
)
def test_a_wish_wins_over_the_drafts_language_and_english_stands_in(wished: str, draft: str, spoken: str) -> None:
    assert language_spoken(wished, draft) == spoken
