"""Chat models of LangChain, by their import path."""

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith import utils

from sparring.partner.faults import CallFault
from sparring.partner.providers import langchain_chat
from sparring.partner.providers.langchain_chat import LangChainChat
from tests.partner.providers import langchain_models
from tests.partner.providers.calls import KEY, OBJECT, SECRET_WORD, plain, request
from tests.partner.providers.langchain_models import FAILURES, Scripted
from tests.partner.providers.test_failures import assert_can_be_shown
from tests.scripted_endpoint import ScriptedEndpoint

if TYPE_CHECKING:
    from sparring.partner.chat import Progress

MODELS = "tests.partner.providers.langchain_models:"


def model(name: str, **settings: Any) -> LangChainChat:
    return LangChainChat(MODELS + name, **settings)


async def test_a_reply_is_streamed_with_what_it_took() -> None:
    heard: list[Progress] = []
    reply = await model("speaks").reply(plain(), heard.append)
    assert reply.text == "Who looked?"
    assert (reply.usage.prompt_tokens, reply.usage.reply_tokens) == (12, 5)
    assert len(heard) == 3


async def test_a_model_may_be_there_or_be_made() -> None:
    assert (await model("an_object").reply(plain())).text == "Who looked?"


async def test_its_messages_are_langchains() -> None:
    made = Scripted(script=lambda messages: ["Well.", langchain_models.ending()], seen=[])
    chat = model("speaks")
    chat._loaded = made
    await chat.reply(plain())
    assert [(message.type, message.content) for message in made.seen[0]] == [
        ("system", "You are a sparring partner."),
        ("human", f"The draft: {SECRET_WORD}"),
    ]


@pytest.mark.parametrize("name", ["thinks", "in_parts"])
async def test_thinking_is_no_part_of_the_reply(name: str) -> None:
    assert (await model(name).reply(plain())).text == "Who looked?"


async def test_a_shape_is_asked_for_in_words() -> None:
    assert json.loads((await model("shaped").reply(request())).text) == json.loads(OBJECT)
    assert json.loads((await model("second_time").reply(request())).text) == json.loads(OBJECT)
    with pytest.raises(CallFault) as caught:
        await model("never").reply(request())
    assert caught.value.kind == "not-structured"


async def test_a_model_that_speaks_openais_interface_is_asked_by_a_schema_in_the_way_it_takes() -> None:
    chat = model("speaks_openai")
    for _ in range(2):
        assert json.loads((await chat.reply(request())).text) == json.loads(OBJECT)
    assert [each["json_schema"]["strict"] for each in langchain_models.speaks_openai.formats] == [True, False, False]


@pytest.mark.parametrize("name", FAILURES)
async def test_a_failure_is_of_its_kind_and_holds_nothing_of_the_call(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARRING_TEST_FAILURE", name)
    with pytest.raises(CallFault) as caught:
        await model("failing_with").reply(plain())
    assert caught.value.kind == FAILURES[name][1]
    assert_can_be_shown(caught.value)


async def test_cancelling_lets_go_of_the_stream() -> None:
    chat = model("hangs")
    began = asyncio.Event()
    call = asyncio.create_task(chat.reply(plain(), lambda progress: began.set()))
    await began.wait()
    loaded = chat._loaded
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert loaded.left


@pytest.mark.parametrize("settings", [{"quiet_seconds": 0.2}, {"whole_seconds": 0.2}])
async def test_a_model_that_says_nothing_is_given_up(settings: dict[str, float]) -> None:
    chat = model("silent", **settings)
    await chat.warm_up()
    with pytest.raises(CallFault) as caught:
        await chat.reply(plain())
    assert caught.value.kind == "timeout"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("tests.nothing_here:model", "needs the Python package"),
        (MODELS + "nothing_here", "nothing of that name"),
        (MODELS + "no_model", "could not be made ready"),
        (MODELS + "makes_nothing", "no chat model"),
        (MODELS + "broken", "could not be made ready"),
        ("tests", "no import path"),
        ("os;system:x", "no import path"),
        ("", "no import path"),
    ],
)
async def test_a_path_that_leads_to_no_model_is_told(path: str, words: str) -> None:
    chat = LangChainChat(path)
    await chat.warm_up()
    with pytest.raises(CallFault) as caught:
        await chat.reply(plain())
    assert words in str(caught.value)
    assert KEY not in str(caught.value)
    assert caught.value.__context__ is None


async def test_without_langchain_the_command_that_adds_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(langchain_chat, "find_spec", lambda name: None)
    with pytest.raises(CallFault) as caught:
        await model("speaks").reply(plain())
    assert caught.value.kind == "not-installed"
    assert "[langchain]" in str(caught.value)


@pytest.mark.parametrize("traced", [False, True])
async def test_langsmith_hears_of_a_call_only_when_that_was_asked_for(traced: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedEndpoint() as spy:
        for prefix in ("LANGSMITH", "LANGCHAIN"):
            monkeypatch.setenv(f"{prefix}_ENDPOINT", spy.base_url)
            monkeypatch.setenv(f"{prefix}_API_KEY", "key")
            monkeypatch.setenv(f"{prefix}_TRACING", "true")
            monkeypatch.setenv(f"{prefix}_TRACING_V2", "true")
        utils.get_env_var.cache_clear()  # type: ignore[attr-defined]
        assert utils.tracing_is_enabled()
        await model("speaks", traced=traced).reply(plain())
        wait_for_all_tracers()
        assert bool(spy.others) == traced
    utils.get_env_var.cache_clear()  # type: ignore[attr-defined]


def test_where_it_sends_to_is_not_called_this_machine() -> None:
    assert model("speaks").host == MODELS + "speaks"
