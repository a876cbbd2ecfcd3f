"""What announces a form hides it nowhere: a form that stands in a sentence is looked for there."""

import importlib
import pkgutil

import pytest

import sparring.referee
from sparring.lenses.catalogue import packaged_catalogue
from sparring.referee.normalise import plain
from sparring.referee.sentences import Form, form, opening, sentences
from sparring.speech import LANGUAGES
from tests.partner.must_be_withheld import ENGLISH, GERMAN

BANK = [line.text for language in LANGUAGES for lens in packaged_catalogue(language) for line in (*lens.doubts, *lens.questions["open"])]


def forms() -> list[Form]:
    found: dict[int, Form] = {}
    for module in pkgutil.iter_modules(sparring.referee.__path__, "sparring.referee."):
        for value in vars(importlib.import_module(module.name)).values():
            found |= {id(each): each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, Form)}
    return list(found.values())


def stands(each: Form, lower: str) -> bool:
    opens = any(cue.startswith("^") for cue in each.cues)
    return (each.pattern.match(lower) if opens else each.pattern.search(lower)) is not None


def test_no_sentence_that_must_be_withheld_and_no_line_of_the_bank_holds_a_form_that_nothing_announces() -> None:
    said = [sentence for text in (*ENGLISH, *GERMAN, *BANK[::5]) for sentence in sentences(plain(text))]
    hidden = [
        (each.pattern.pattern, sentence.lower)
        for each in forms()
        for sentence in said
        if not each.may_stand_in(sentence) and stands(each, sentence.lower)
    ]
    assert hidden == []


@pytest.mark.parametrize(
    ("cues", "text", "may"),
    [
        ("", "Anything at all.", True),
        ("word", "The word.", True),
        ("word", "The wording.", False),
        ("team", "The team's own day-to-day.", True),
        ("day", "The team's own day-to-day.", True),
        ("^reduce", "Reduce churn.", True),
        ("^reduce", "And simply: reduce churn.", True),
        ("^reduce", "Who would reduce churn?", False),
        ("monat*", "Das dauert Monate.", True),
        ("*ferien", "Bis zu den Sommerferien.", True),
        ("monat* *ferien", "Bis zum Sommer.", False),
        ("<", "Churn < 3 %", True),
        ("*number*", "Churn is 3 %.", True),
        ("*number*", "Churn is low.", False),
    ],
)
def test_a_form_is_looked_for_where_a_cue_stands(cues: str, text: str, may: bool) -> None:
    assert form(".", cues).may_stand_in(sentences(text)[-1]) is may


def test_what_opens_a_sentence_is_the_first_word_of_each_phrase() -> None:
    assert opening(["roll_out", "cross-sell", "keep"]) == "^roll ^cross-sell ^keep"
