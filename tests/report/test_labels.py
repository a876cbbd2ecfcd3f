"""The labels of what a bout leaves behind speak the bout's language."""

import string
from dataclasses import asdict, replace

import pytest

from sparring.report.labels import labels
from sparring.report.markdown import as_markdown
from sparring.speech import LANGUAGES
from tests.bouts import fight, session_on


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_label_with_the_same_places(language: str) -> None:
    english, named = asdict(labels("en")), asdict(labels(language))
    for name, text in named.items():
        assert text, name
        assert places(text) == places(english[name]), name


async def test_the_file_of_a_german_bout_has_german_labels() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("no idea")
    await fight(session)
    await session.say_at_close("the couriers decide", "still-stands")
    bout = replace(session.bout, opened=session.bout.opened.model_copy(update={"language": "de"}))
    german, english = as_markdown(bout, "0" * 64), as_markdown(session.bout, "0" * 64)
    for name in ("then_and_now", "what_came", "what_is_open", "the_draft", "the_conversation", "own_words"):
        assert getattr(labels("de"), name) in german
        assert getattr(labels("en"), name) in english
        assert f"# {getattr(labels('en'), name)}\n" not in german
    assert "Die erste Frage ist noch offen" in german
