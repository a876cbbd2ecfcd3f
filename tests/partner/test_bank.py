"""Which line of the bank is said."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sparring.bout.state import Answer, Round
from sparring.lenses.model import AnswerClass, Rung
from sparring.partner.bank import word
from sparring.partner.tags import tags_of
from sparring.record.events import AnswerGiven, AnswerRead, ChallengeRaised, ClassSpan
from sparring.situation import Situation
from sparring.speech import speech
from tests.partner.table import PASSAGE, WATCHED, choice, lens, turn

NONE: frozenset[str] = frozenset()


def said(tags: frozenset[str] = NONE, rung: Rung = "open", spoken: tuple[str, ...] = (), seed: int = 1, texts: tuple[str, ...] = ()) -> str:
    return word(WATCHED, choice(), tags, rung, spoken, seed, spoken_texts=texts).question


def test_lines_whose_conditions_do_not_hold_are_never_said() -> None:
    assert {said(seed=seed) for seed in range(50)} == {"Who would notice first?", "Whose week changes because of this?"}


def test_the_most_specific_line_is_said_first() -> None:
    assert said(frozenset({"platform"})) == "Which team has to pick this up?"
    assert said(frozenset({"platform", "mid-cycle", "key-result"})) == "Which team has picked this up so far?"


@given(some.integers(), some.frozensets(some.sampled_from(["platform", "mid-cycle", "company", "passage"])))
def test_nothing_is_said_twice_while_another_line_is_left(seed: int, tags: frozenset[str]) -> None:
    spoken: list[str] = []
    eligible = [line for line in WATCHED.questions["open"] if line.when <= tags]
    for _ in eligible:
        challenge = word(WATCHED, choice(), tags, "open", spoken, seed)
        assert challenge.question_id not in spoken
        spoken.append(challenge.question_id or "")
    assert word(WATCHED, choice(), tags, "open", spoken, seed).question_id in spoken


def test_the_same_seed_says_the_same() -> None:
    assert len({said(seed=3) for _ in range(5)}) == 1


def test_lines_that_fit_equally_well_are_drawn_equally_often() -> None:
    three = lens("three", open_=(("", "Who?"), ("", "Where?"), ("", "When?")))
    drawn = Counter(word(three, choice("three"), NONE, "open", (), seed).question for seed in range(600))
    assert all(150 < count < 250 for count in drawn.values())


def test_words_said_under_another_id_are_not_repeated() -> None:
    assert said(texts=("Who would notice first?",)) == "Whose week changes because of this?"


def test_a_line_that_sounds_like_an_earlier_one_waits() -> None:
    assert all(said(seed=seed, texts=("And who would notice that?",)) == "Whose week changes because of this?" for seed in range(20))


def test_a_doubt_fits_as_well_and_a_press_has_none() -> None:
    assert word(WATCHED, choice(), frozenset({"company"}), "open", (), 1).doubt == "A whole company can be met and unchanged."
    assert word(WATCHED, choice(), NONE, "press", (), 1).doubt == ""


def test_a_press_takes_up_the_kind_of_answer() -> None:
    pressed = word(WATCHED, choice(), frozenset({"dont-know"}), "press", (), 1)
    assert (pressed.question, pressed.rung) == ("Who could find that out by Friday?", "press")


def test_a_second_press_takes_up_the_answer_before_it_presses_harder() -> None:
    pressed = word(WATCHED, choice(), frozenset({"dont-know"}), "press-harder", ("watched/press/1",), 1)
    assert (pressed.question, pressed.rung) == ("Who could find that out by Friday?", "press-harder")


def test_when_every_press_was_said_a_harder_one_comes_before_a_repetition() -> None:
    assert said(rung="press", spoken=("watched/press/1",)) == "Suppose nobody comes. What was this for?"


def test_a_lens_with_nothing_that_fits_asks_the_core_question() -> None:
    assert (
        word(lens("silent", open_=(("company", "Who pays?"),)), choice("silent"), NONE, "open", (), 1).question == speech("en").last_resort
    )


def test_the_tags_tell_what_the_turn_knows() -> None:
    raised = choice(passage=PASSAGE, evidence="end-of-chain")
    situated = turn(raised, situation=Situation(written_by="given", level="platform", bet="quiet rooms"), answer_class="dont-know")
    assert tags_of(situated, raised) == {
        *("key-result", "passage", "no-library", "one-objective", "written-by-given", "platform", "bet", "dont-know", "end-of-chain")
    }


@pytest.mark.parametrize(
    ("answer", "reader", "goes_on"),
    [
        ("I don't know, nobody has looked", "words", True),
        ("None of them, we never quarrel", "words", False),
        ("None of them, we never quarrel", "some-model", True),
    ],
)
def test_a_press_goes_on_from_a_kind_of_answer_that_the_lists_are_sure_of_or_a_model_read(answer: str, reader: str, goes_on: bool) -> None:
    read: AnswerClass = "dont-know"
    raised = ChallengeRaised.model_construct(question="Which line would settle a quarrel?")
    said = Answer(1, AnswerGiven.model_construct(text=answer), AnswerRead(answer=1, reader=reader, classes=(ClassSpan(answer_class=read),)))
    pressed = turn(choice(), rung="press", rounds=(Round(0, raised, (said,)),), answers=(answer,), answer_class=read)
    assert (read in tags_of(pressed, choice())) is goes_on


def test_a_question_in_the_words_of_the_answer_comes_after_one_in_other_words() -> None:
    for seed in range(20):
        asked = word(WATCHED, choice(), NONE, "open", (), seed, answers=("The weeks of the drivers change.",)).question
        assert asked == "Who would notice first?"
