"""A model's turn under the referee: its budget, its second reader, its failures, and what is left when it is stopped."""

import asyncio
import traceback
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import AnswerClass
from sparring.partner import refereed as under_the_referee
from sparring.partner.budget import TURN, Budget
from sparring.partner.cast import Cast
from sparring.partner.faults import CallFault
from sparring.partner.ground import ground_of
from sparring.partner.model import ModelPartner
from sparring.partner.port import Turn
from sparring.partner.refereed import Refereed, refereed
from sparring.referee.judge import judge
from tests.partner.must_be_withheld import GROUND
from tests.partner.obedient import LENS, turn_in
from tests.partner.scripted_chat import NO, YES, Said, ScriptedChat, says

CATALOGUE = packaged_catalogue()
FINE = says("Who would notice first if this never came?", "Nothing here says what has to wait.", lens=LENS)
BAD = says("KR1: more?", lens=LENS)
AWAY = CallFault("refused", "Nobody is there. Try again.")


def partner(*script: Said, reader: ScriptedChat | None = None) -> ModelPartner:
    return ModelPartner(Cast(ScriptedChat(*script), second_reader=reader), CATALOGUE)


async def outcome_of(model: ModelPartner, turn: Turn | None = None, budget: Budget = TURN) -> Refereed:
    return await refereed(model, turn or turn_in(GROUND), CATALOGUE, budget=budget)


async def test_a_second_reader_that_finds_nothing_lets_words_pass() -> None:
    reader = ScriptedChat(NO)
    outcome = await outcome_of(partner(FINE, reader=reader))
    assert (outcome.challenge.origin, outcome.fallback, len(reader.requests)) == ("model", "", 1)


async def test_what_a_second_reader_could_paste_is_asked_for_anew_and_then_the_bank_speaks() -> None:
    found = await outcome_of(partner(FINE, reader=ScriptedChat(YES, NO)))
    assert (found.challenge.origin, found.withheld) == ("model", ("second-reader",))
    always = await outcome_of(partner(FINE, reader=ScriptedChat(YES)))
    assert (always.challenge.origin, always.withheld, always.fallback) == ("bank", ("second-reader",) * 3, "withheld")


@pytest.mark.parametrize("said", ["", "perhaps", "{}", '{"could_be_pasted": "maybe"}', AWAY])
async def test_a_second_reader_that_is_away_or_garbled_lets_nothing_pass(said: Said) -> None:
    outcome = await outcome_of(partner(FINE, reader=ScriptedChat(said)))
    assert (outcome.challenge.origin, outcome.fallback) == ("bank", "reader-away")


async def test_a_second_reader_that_is_slow_lets_nothing_pass() -> None:
    reader = ScriptedChat(asyncio.Event())
    outcome = await outcome_of(partner(FINE, reader=reader), budget=Budget(seconds=0.2))
    assert (outcome.challenge.origin, outcome.fallback, reader.in_flight) == ("bank", "reader-away", 0)


async def test_the_second_reader_sees_the_anchored_items_and_the_challenge_and_nothing_else() -> None:
    reader = ScriptedChat(NO)
    asks = partner(says("Who stands in that queue?", lens="inputs", items=("O1.KR1",)), reader=reader)
    await outcome_of(asks, replace(turn_in(GROUND), may_raise=frozenset({"inputs"})))
    sent = reader.requests[0].messages[-1].text
    assert "Who stands in that queue?" in sent
    assert "Waiting time" in sent
    assert "Launch the new reservation page" not in sent
    assert "branches close" not in sent


async def test_the_bank_needs_no_second_reader() -> None:
    reader = ScriptedChat(YES)
    model = ModelPartner(Cast(ScriptedChat(FINE), "bank", second_reader=reader), CATALOGUE)
    outcome = await outcome_of(model)
    assert (outcome.challenge.origin, reader.requests, model.reader) == ("bank", [], "")


async def test_a_turn_makes_six_calls_at_most_and_three_to_the_speaker() -> None:
    chat, reader = ScriptedChat(FINE), ScriptedChat(YES)
    await outcome_of(ModelPartner(Cast(chat, second_reader=reader), CATALOGUE))
    assert (len(chat.requests), len(reader.requests)) == (3, 3)
    few = await outcome_of(partner(BAD), budget=Budget(calls=2))
    assert (few.withheld, few.fallback) == (("label",) * 2, "budget")


async def test_when_the_seconds_are_spent_the_bank_speaks() -> None:
    chat = ScriptedChat(asyncio.Event())
    outcome = await outcome_of(ModelPartner(Cast(chat), CATALOGUE), budget=Budget(seconds=0.05))
    assert (outcome.challenge.origin, outcome.fallback, chat.in_flight) == ("bank", "budget", 0)


async def test_no_further_call_begins_once_the_clock_has_run_out() -> None:
    now = iter([0.0, *([1.0] * 3), *([30.0] * 20)])
    chat = ScriptedChat(BAD)
    outcome = await refereed(ModelPartner(Cast(chat), CATALOGUE), turn_in(GROUND), CATALOGUE, clock=lambda: next(now))
    assert (outcome.fallback, len(outcome.withheld), len(chat.requests)) == ("budget", 1, 1)


async def test_a_first_call_that_fails_is_the_sessions_to_report() -> None:
    with pytest.raises(CallFault, match="Nobody is there"):
        await outcome_of(partner(AWAY))


async def test_a_later_call_that_fails_leaves_the_bank() -> None:
    outcome = await outcome_of(partner(BAD, AWAY))
    assert (outcome.challenge.origin, outcome.withheld, outcome.fallback) == ("bank", ("label",), "withheld")


ANOTHER_SHAPE = ("", "no JSON", "[]", '{"lens": "not-doing"}', '{"lens": 3, "items": {}, "question": []}', "\ud800", "x" * 50_000)


@pytest.mark.parametrize("said", ANOTHER_SHAPE)
async def test_a_reply_of_another_shape_is_a_failed_call(said: str) -> None:
    with pytest.raises(CallFault) as caught:
        await outcome_of(partner(said))
    assert caught.value.kind == "not-structured"


async def test_a_failed_call_holds_nothing_of_what_came() -> None:
    with pytest.raises(CallFault) as caught:
        await outcome_of(partner('{"question": "Raise zebra crossings to 77%?"}'))
    assert caught.value.__context__ is None
    inside = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__) if "sparring" in frame.f_code.co_filename]
    under = [frame for frame in inside if "/tests/" not in frame.f_code.co_filename]
    assert under
    assert all("to 77%" not in repr(frame.f_locals.get("text", "")) for frame in under)


@pytest.mark.parametrize(
    "reply",
    [
        says("Who would notice?", lens="made-up"),
        says("Who would notice?", lens=LENS, items=("O9.KR9",)),
        says("Who would notice?", lens=LENS, items=()),
        says("Who would notice?", lens=LENS, passage="P77"),
        says("Who would notice?", lens="gameable", items=("O1.KR1",)),
    ],
)
async def test_what_is_not_open_is_not_raised(reply: Said) -> None:
    outcome = await outcome_of(partner(reply, FINE))
    assert outcome.withheld == ("choice",)
    assert outcome.challenge.choice.lens == LENS


async def test_nothing_is_said_twice() -> None:
    turn = replace(turn_in(GROUND), spoken_texts=("Who would notice first if this never came?",))
    again = says("And who would notice first if this never came true?", lens=LENS)
    outcome = await outcome_of(partner(again, FINE, says("Whose week does this change?", lens=LENS)), turn)
    assert outcome.withheld == ("repetition",) * 2
    assert outcome.challenge.question == "Whose week does this change?"


@pytest.mark.parametrize(
    ("answer_class", "withheld"),
    [("no-content", ("withdrawal",)), ("dont-know", ("withdrawal",)), ("authority", ("withdrawal",)), ("fact", ()), ("reason", ())],
)
async def test_a_doubt_is_taken_back_for_a_fact_or_a_reason_only(answer_class: AnswerClass, withheld: tuple[str, ...]) -> None:
    turn = replace(turn_in(GROUND), answers=("We are sure.",), answer_class=answer_class)
    giving_in = says("Who else would see it that way?", "You are right about that queue.", lens=LENS)
    outcome = await outcome_of(partner(giving_in, FINE), turn)
    assert outcome.withheld == withheld


async def test_what_the_referee_cannot_judge_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(under_the_referee, "judge", broken)
    outcome = await outcome_of(partner(FINE))
    assert set(outcome.withheld) == {"unjudged"}
    assert outcome.challenge.origin == "bank"


async def test_a_turn_that_was_stopped_leaves_the_next_one_whole() -> None:
    chat = ScriptedChat(asyncio.Event(), FINE)
    model = ModelPartner(Cast(chat), CATALOGUE)
    begun = asyncio.Event()
    stopped = asyncio.create_task(refereed(model, turn_in(GROUND), CATALOGUE, on_progress=lambda progress: begun.set()))
    await begun.wait()
    stopped.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopped
    assert chat.in_flight == 0
    assert (await outcome_of(model)).challenge.origin == "model"


async def test_progress_is_heard_while_a_model_replies() -> None:
    heard: list[int] = []
    await refereed(partner(FINE), turn_in(GROUND), CATALOGUE, on_progress=lambda progress: heard.append(progress.tokens))
    assert heard[-1] > heard[0] == 0


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=60),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)
FIELDS = ("lens", "items", "phrase", "passage", "doubt", "question")
REPLIES = some.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, ANYTHING)) | some.fixed_dictionaries(
    {
        "lens": some.sampled_from([LENS, "inputs", "nothing"]),
        "items": some.lists(some.sampled_from(["draft", "O1", "O1.KR1", "bet", "O7", ""]), max_size=3),
        "phrase": some.text(max_size=40),
        "passage": some.sampled_from(["none", "P1", "P9", ""]),
        "doubt": some.text(max_size=300),
        "question": some.text(max_size=220).map(lambda text: f"{text}?"),
    }
)


@settings(max_examples=150, deadline=None)
@given(REPLIES)
def test_whatever_a_model_replies_what_is_shown_has_passed_the_referee(reply: dict[str, object]) -> None:
    turn = replace(turn_in(GROUND), may_raise=frozenset({"inputs"}))
    try:
        shown = asyncio.run(outcome_of(partner(reply), turn)).challenge
    except CallFault:
        return
    assert judge(shown, ground_of(turn, shown.choice)).passed
    assert all(turn.draft.item(key) for key in shown.choice.anchor.keys)
