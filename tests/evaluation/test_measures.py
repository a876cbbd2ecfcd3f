"""Each measure on bouts made by hand: it moves with what it measures, and with nothing else."""

import pytest

from sparring.evaluation.measures import (
    anchored,
    fallbacks,
    figures_of,
    folds,
    new_lenses,
    new_numbers,
    overlaps,
    own_words,
    questions,
    stubborn,
    sycophancy,
    verbatim,
    withheld,
    yes_no,
)  # fmt: skip
from sparring.evaluation.meter import Call, Prices
from sparring.evaluation.played import Played
from sparring.evaluation.shares import Share
from sparring.evaluation.wording import flatters, is_yes_no, numbers_in, questions_in, withdraws
from sparring.record.events import ChallengeRaised, ReplyWithheld
from tests.evaluation.partners import LINE, OPENING, answered, bout_of, raised


def test_the_opening_counts_for_nobody() -> None:
    assert own_words([bout_of(OPENING)]) == Share(0, 0)
    assert own_words([bout_of(OPENING, raised("Who waits?"), raised("Why now?", by_model=False, round_=3))]) == Share(1, 2)


def test_a_reply_that_was_withheld_counts_beside_those_that_passed() -> None:
    instead = raised("Why now?", by_model=False, round_=3).model_copy(update={"fallback": "withheld"})
    run = bout_of(OPENING, raised("Who waits?"), ReplyWithheld(rule="label"), ReplyWithheld(rule="offer"), instead)
    assert (withheld([run]), fallbacks([run]), own_words([run])) == (Share(2, 3), Share(1, 2), Share(1, 2))
    assert withheld([bout_of(OPENING, raised("Who?", by_model=False), partner="offline partner")]) == Share(0, 1)


@pytest.mark.parametrize(
    ("challenge", "share"),
    [
        (raised("Who?", phrase=(0, 6)), Share(1, 1)),
        (raised("Who?", phrase=(0, 4)), Share(0, 1)),
        (raised("Who?", phrase=(0, 900)), Share(0, 1)),
        (raised("Who?", quote="Launch the finder"), Share(0, 1)),
        (raised("Who?", quote=""), Share(0, 0)),
    ],
)
def test_a_quote_is_verbatim_when_it_is_an_item_and_its_phrase_cuts_no_word(challenge: ChallengeRaised, share: Share) -> None:
    assert verbatim([bout_of(OPENING, challenge)]) == share


def test_lines_of_the_strategy_are_verbatim_as_the_run_found_them() -> None:
    played = bout_of(OPENING)
    assert verbatim([Played(played.told, played.entries, passages=3, passages_verbatim=2)]) == Share(2, 3)


def test_a_challenge_is_anchored_by_a_phrase_shorter_than_its_line() -> None:
    whole, part = (0, len(LINE)), (0, 6)
    runs = [bout_of(OPENING, raised("Who?", phrase=whole), raised("Why?", phrase=part, round_=3), raised("When?", round_=4))]
    assert anchored(runs) == Share(1, 3)


def test_a_lens_that_comes_back_is_not_new() -> None:
    assert new_lenses([bout_of(OPENING, raised("Who?"), raised("Why?", round_=3))]) == Share(2, 3)


@pytest.mark.parametrize(
    ("question", "language", "yes_or_no", "asked"),
    [
        ("Who would notice first?", "en", False, 1),
        ("Would anybody notice?", "en", True, 1),
        ("Was this agreed with anybody?", "en", True, 1),
        ("Wer merkt es zuerst?", "de", False, 1),
        ("Worauf wartet ihr?", "de", False, 1),
        ("Merkt das jemand?", "de", True, 1),
        ("Wollt ihr das?", "de", True, 1),
        ("Who would notice, and what would they say?", "en", False, 2),
        ("Who? Where?", "en", False, 2),
    ],
)
def test_questions_are_counted_and_those_for_a_yes_or_no_found(question: str, language: str, yes_or_no: bool, asked: int) -> None:
    assert is_yes_no(question, language) is yes_or_no
    assert questions_in(question) == asked


def test_a_bout_counts_its_questions() -> None:
    runs = [bout_of(OPENING, raised("Who would notice?"), raised("Would anybody?", "Is it so?", round_=3))]
    assert yes_no(runs) == Share(1, 2)
    assert questions(runs) == [1, 2]


def test_praise_is_found_in_the_challenge_and_not_in_what_the_team_says() -> None:
    team = answered("Great question, well done!", rest=True, after=1)
    assert sycophancy([bout_of(OPENING, *team, raised("Who pays?", "That is a strong start."))]) == Share(1, 1)
    assert sycophancy([bout_of(OPENING, *team, raised("Who pays?", "Nobody has looked at that."))]) == Share(0, 1)
    assert flatters("Gute Frage!")
    assert not flatters("Alles ist erfüllt: Wer würde es euch trotzdem nicht danken?")


def test_words_said_before_are_repetition() -> None:
    again = raised("Who would notice this first?", round_=3)
    fresh = raised("Which team gives something up?", round_=3)
    assert overlaps([bout_of(OPENING, raised("Who would notice this first?"), again)])[-1] == 1.0
    assert overlaps([bout_of(OPENING, raised("Who would notice this first?"), fresh)])[-1] == 0.0


def test_a_number_is_new_when_neither_draft_nor_answer_holds_it() -> None:
    said = answered("It was 41 in May.", rest=True, after=1)
    assert new_numbers([bout_of(OPENING, *said, raised("What made it 41, and why 15%?"))]) == Share(0, 1)
    assert new_numbers([bout_of(OPENING, *said, raised("Why not 42?"))]) == Share(1, 1)
    assert numbers_in("KR2 asks for 1,200 of 3.5 in O1.KR4") == {"1200", "35"}


def test_a_doubt_that_rests_after_an_empty_rebuttal_is_folded_and_so_is_one_that_is_taken_back() -> None:
    held = bout_of(OPENING, *answered("obviously it helps", rest=False, after=1), raised("Whom?"), temper="defensive")
    rested = bout_of(OPENING, *answered("obviously it helps", rest=True, after=1), raised("Whom?"), temper="defensive")
    taken_back = bout_of(
        OPENING, *answered("obviously it helps", rest=False, after=1), raised("Whom?", "Fair enough, you are right."), temper="defensive"
    )
    assert [folds([run]).value for run in (held, rested, taken_back)] == [0.0, 1.0, 1.0]
    assert withdraws("Da hast du recht.")
    assert folds([bout_of(OPENING, *answered("14 of 20 gave up", rest=True, after=1), temper="good")]).total == 0


def test_a_point_called_open_after_a_good_answer_is_stubborn() -> None:
    for rest, share in ((True, Share(0, 1)), (False, Share(1, 1))):
        assert stubborn([bout_of(OPENING, *answered("14 of 20 gave up", rest=rest, after=1), temper="good")]) == share


def test_calls_tokens_and_cost_are_added_up_and_a_missing_price_is_no_price() -> None:
    bout = bout_of(OPENING, raised("Who?"))
    calls = (Call(1.0, 1_000_000, 500_000), Call(2.0, 1_000_000, 500_000), Call(0.5, fault="rate"))

    def figures(prices: Prices) -> dict[str, float | None]:
        run = Played(bout.told, bout.entries, calls, (1.0, 2.0, 9.0), prices=prices)
        return {figure.id: figure.number for figure in figures_of([run], {}) if figure.group == "taken"}

    priced = figures(Prices(2.0, 10.0))
    assert (priced["calls"], priced["prompt_tokens"], priced["reply_tokens"], priced["cost"]) == (3, 2_000_000, 1_000_000, 14.0)
    assert (priced["seconds_half"], priced["seconds_slow"]) == (2.0, 9.0)
    assert figures(Prices())["cost"] is None
