"""The partner that asks a model: when it asks, what it asks, and how it reads answers."""

import asyncio
from dataclasses import replace

import pytest

from sparring.bout.answer_as_read import Reading
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.partner.budget import Budget
from sparring.partner.cast import Cast
from sparring.partner.faults import CallFault
from sparring.partner.model import ModelPartner
from sparring.partner.port import Partner, Said
from sparring.partner.refereed import refereed
from sparring.speech import speech
from tests.bouts import draft_of, session_on
from tests.partner.must_be_withheld import GROUND
from tests.partner.obedient import LENS, OPENED, turn_in
from tests.partner.scripted_chat import Said as Step
from tests.partner.scripted_chat import ScriptedChat, says

CATALOGUE = packaged_catalogue()
FREE = replace(turn_in(GROUND), may_raise=frozenset({"inputs", "coverage"}))


def asked(chat: ScriptedChat, voice: str = "guarded") -> ModelPartner:
    return ModelPartner(Cast(chat, "bank" if voice == "bank" else "guarded"), CATALOGUE)


async def test_the_opening_of_a_bout_is_the_banks_and_needs_no_call() -> None:
    chat = ScriptedChat("{}")
    model = asked(chat)
    opening = replace(FREE, rounds=())
    assert model.will_call(opening) is False
    assert (await model.challenge(opening)).origin == "bank"
    assert chat.requests == []


async def test_a_press_is_one_question_about_the_planners_choice() -> None:
    chat = ScriptedChat(says("Who counted that on those Saturdays?", "A doubt that nobody asked for."))
    press = replace(FREE, rung="press", answers=("We counted 45 minutes on two Saturdays.",), answer_class="fact")
    challenge = await asked(chat).challenge(press)
    assert (challenge.doubt, challenge.question) == ("", "Who counted that on those Saturdays?")
    assert challenge.choice == press.choices[0]
    assert "We counted 45 minutes on two Saturdays." in chat.requests[0].messages[-1].text


async def test_in_the_banks_voice_the_model_chooses_and_no_word_is_its_own() -> None:
    chat = ScriptedChat(says("KR1: mine?", "KR2: mine.", lens="inputs", items=("O1.KR2",)))
    outcome = await refereed(asked(chat, "bank"), FREE, CATALOGUE)
    assert (outcome.challenge.choice.lens, outcome.challenge.choice.anchor.keys) == ("inputs", ("k2",))
    assert outcome.challenge.origin == "bank"
    assert outcome.challenge.question in {line.text for line in CATALOGUE["inputs"].questions["open"]}
    assert "question" not in chat.requests[0].schema.fields["properties"] if chat.requests[0].schema else False


async def test_in_the_banks_voice_nothing_is_asked_where_there_is_nothing_to_choose() -> None:
    chat = ScriptedChat("{}")
    model = asked(chat, "bank")
    for turn in (turn_in(GROUND), replace(FREE, rung="press")):
        assert model.will_call(turn) is False
        assert (await model.challenge(turn)).origin == "bank"
    assert chat.requests == []


async def test_a_prompt_that_is_too_long_is_sent_once_more_with_fewer_passages_and_remembered() -> None:
    too_long = CallFault("prompt-too-long", "Too long.")
    fine = says("Who would notice first?", lens=LENS)
    chat = ScriptedChat(too_long, fine, fine)
    model = asked(chat)
    await model.challenge(FREE)
    await model.challenge(FREE)
    assert len(chat.requests) == 3
    bare = replace(FREE, library=NoLibrary())
    with pytest.raises(CallFault):
        await asked(ScriptedChat(too_long, fine)).challenge(bare)


async def test_what_would_be_sent_is_what_is_sent() -> None:
    chat = ScriptedChat(says("Who would notice first?", lens=LENS))
    model = asked(chat)
    prompt = model.prompt(FREE)
    await model.challenge(FREE)
    assert chat.requests == [prompt.request]


async def test_it_is_a_partner_that_names_its_model_and_every_host_that_text_goes_to() -> None:
    speaker, reader = ScriptedChat(model="big", host="a.example"), ScriptedChat(model="small", host="b.example")
    model: Partner = ModelPartner(Cast(speaker, second_reader=reader), CATALOGUE)
    assert (model.name, model.host, model.voice, model.reader) == ("big", "a.example, b.example", "guarded", "small")
    await model.warm_up()
    await model.close()
    assert speaker.warm and reader.warm and speaker.closed and reader.closed


async def test_warming_up_never_raises() -> None:
    class Broken(ScriptedChat):
        async def warm_up(self) -> None:
            raise OSError

    await asked(Broken()).warm_up()


ANSWER = "Honestly everybody likes it. In September 9 of 14 gave up at the import. We will move it to April."


async def reading(step: Step, text: str = ANSWER) -> Reading | None:
    session = await session_on()
    return await asked(ScriptedChat(step)).read(Said(text, "What did you see?", (OPENED,), session.bout.part))


def read_as(*classes: tuple[str, str], settled: tuple[str, ...] = (), rest: bool = False) -> dict[str, object]:
    return {"classes": [{"class": name, "words": words} for name, words in classes], "settled": list(settled), "open": [], "rest": rest}


async def test_an_answer_is_read_with_the_words_that_say_so() -> None:
    found = await reading(
        read_as(("fact", "In September 9 of 14 gave up at the import."), ("commits", "We will"), settled=("9 of 14 gave up",), rest=True)
    )
    assert found
    assert {each.answer_class for each in found.spans} == {"fact", "commits"}
    assert [ANSWER[each.start : each.end] for each in found.settled] == ["9 of 14 gave up"]
    assert (found.rest, found.open) == (True, "")


async def test_what_answers_another_question_settles_nothing_under_this_one() -> None:
    step = read_as(("commits", "We will move it to April."), settled=("We will move it to April.",), rest=True)
    found = await reading({**step, "answers_the_question": False})
    assert found
    assert found.classes == {"commits"}
    assert (found.settled, found.rest, found.open) == ((), False, speech("en").open_unanswered)


async def test_what_the_team_says_is_missing_stands_open_beside_what_is_settled() -> None:
    step = read_as(("fact", "In September 9 of 14 gave up"), settled=("9 of 14 gave up",), rest=True)
    found = await reading({**step, "open": ["9 of 14", "Honestly everybody likes it."]})
    assert found
    assert [ANSWER[each.start : each.end] for each in found.settled] == ["9 of 14 gave up"]
    assert (found.rest, found.open) == (True, "Honestly everybody likes it.")


async def test_a_part_can_be_settled_while_the_question_stays_open() -> None:
    found = await reading(read_as(("fact", "In September 9 of 14 gave up"), settled=("9 of 14 gave up",)))
    assert found
    assert [ANSWER[each.start : each.end] for each in found.settled] == ["9 of 14 gave up"]
    assert (found.rest, found.open) == (False, speech("en").open_fact)


async def test_figures_are_spoken_of_only_where_there_are_any() -> None:
    found = await reading(read_as(("fact", "Anna decides.")), "Anna decides.")
    assert found
    assert found.open == speech("en").open_unanswered


async def test_what_is_open_follows_what_the_answer_is_above_all() -> None:
    found = await reading(read_as(("dont-know", "Honestly everybody likes it."), ("fact", "In September 9 of 14 gave up")))
    assert found
    assert found.open == speech("en").open_dont_know


async def test_what_is_not_in_the_answer_settles_nothing() -> None:
    found = await reading(read_as(("fact", "40 of 50 loved it"), ("no-content", ""), settled=("a made-up number",), rest=True))
    assert found
    assert found.classes == {"no-content"}
    assert (found.settled, found.rest, found.open) == ((), False, speech("en").open_unanswered)


@pytest.mark.parametrize("name", ["no-content", "dont-know", "authority", "counter-question"])
async def test_a_doubt_rests_on_nothing_but_a_fact_a_reason_a_promise_or_how_it_is_instead(name: str) -> None:
    found = await reading(read_as((name, "Honestly everybody likes it."), settled=("everybody likes it",), rest=True))
    assert found
    assert (found.rest, found.settled) == (False, ())
    assert found.open


async def test_a_reading_that_bears_on_nothing_is_left_to_the_word_lists() -> None:
    assert await reading(read_as(("fact", "forty-one penguins"), rest=True)) is None


async def test_a_request_to_write_is_heard_by_the_word_lists_alone() -> None:
    chat = ScriptedChat(read_as(("fact", "Write KR1 for us"), rest=True))
    found = await asked(chat).read(Said("Please write KR1 for us.", "Who?", (OPENED,), draft_of()))
    assert (found, chat.requests) == (None, [])


@pytest.mark.parametrize("said", ["", "{}", '{"classes": "fact", "rest": 7}'])
async def test_a_garbled_reading_is_a_failed_call(said: str) -> None:
    with pytest.raises(CallFault):
        await reading(said)


async def test_a_new_challenge_may_rest_on_what_the_team_said_last() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("Of 14 couriers 9 had never opened the app.")
    turn = replace(FREE, rounds=session.bout.rounds)
    own = await refereed(asked(ScriptedChat(says("Who of the 9 couriers did you ask why?", lens=LENS))), turn, CATALOGUE)
    other = await refereed(asked(ScriptedChat(says("Who of the 11% did you ask why?", lens=LENS))), turn, CATALOGUE)
    assert own.challenge.origin == "model"
    assert other.challenge.origin == "bank"


async def test_a_press_may_rest_on_all_that_the_challenge_in_the_room_rests_on() -> None:
    session = await session_on()
    await session.give_situation(None)
    for answer in ("Of 14 couriers 9 had never opened the app.", "We don't know that yet."):
        await session.go_on()
        await session.answer(answer)
    await session.press()
    await session.answer("Good question.")
    press = replace(FREE, rung="press", rounds=session.bout.rounds, answers=("We don't know that yet.", "Good question."))
    before = await refereed(asked(ScriptedChat(says("Who of the 9 couriers did you ask why?"))), press, CATALOGUE)
    unheard = await refereed(asked(ScriptedChat(says("Who of the 8% did you ask why?"))), press, CATALOGUE)
    assert before.challenge.origin == "model"
    assert unheard.challenge.origin == "bank"


async def test_a_reading_that_takes_too_long_is_a_failed_call() -> None:
    chat = ScriptedChat(asyncio.Event())
    model = ModelPartner(Cast(chat, budget=Budget(seconds=0.05)), CATALOGUE)
    with pytest.raises(CallFault) as caught:
        await model.read(Said(ANSWER, "What did you see?", (OPENED,), draft_of()))
    assert (caught.value.kind, chat.in_flight) == ("timeout", 0)
