"""A model behind an endpoint: what is sent, what is heard, and how it is let go of."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sparring.partner.chat import Progress
from sparring.partner.endpoint import Endpoint
from sparring.partner.providers.listing import list_models
from sparring.partner.providers.openai_chat import OpenAIChat
from tests.partner.providers.calls import KEY, OBJECT, SECRET_WORD, at, plain, request
from tests.scripted_endpoint import HANG, Answer, Gate, ScriptedEndpoint, Thought, failing, streamed, whole

ROOT = Path(__file__).parents[3]


async def test_a_reply_is_streamed_and_comes_whole_with_what_it_took(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(streamed("Who looked at it?", usage=(120, 7)))
    chat = OpenAIChat(at(endpoint))
    reply = await chat.reply(plain())
    await chat.close()
    assert reply.text == "Who looked at it?"
    assert (reply.usage.prompt_tokens, reply.usage.reply_tokens) == (120, 7)
    assert reply.usage.first_token is not None
    assert 0 < reply.usage.first_token <= reply.usage.seconds
    sent = endpoint.asked[0]
    assert sent.json["stream"] is True
    assert sent.json["model"] == "tiny"
    assert sent.json["messages"] == [
        {"role": "system", "content": "You are a sparring partner."},
        {"role": "user", "content": f"The draft: {SECRET_WORD}"},
    ]
    assert sent.headers["authorization"] == f"Bearer {KEY}"


async def test_progress_tells_how_far_it_is_but_never_what_is_said(endpoint: ScriptedEndpoint) -> None:
    gate = Gate()
    endpoint.plays(streamed(Thought("hm hm"), gate, "One two ", "three"))
    heard: list[Progress] = []
    thought = asyncio.Event()

    def hear(progress: Progress) -> None:
        heard.append(progress)
        if len(heard) == 2:
            thought.set()

    call = asyncio.create_task(OpenAIChat(at(endpoint)).reply(plain(), hear))
    await thought.wait()
    assert heard[-1].thinking
    gate.open()
    await call
    assert not heard[-1].thinking
    assert [each.tokens for each in heard] == sorted(each.tokens for each in heard)
    assert heard[-1].tokens >= 5


@pytest.mark.parametrize(
    "parts",
    [
        (Thought("Let me see. {"), "The reply."),
        (Thought("Let me see.", "reasoning"), "The reply."),
        ("<think>Let me ", "see. {}</think>\n\nThe reply.",),
        ("<thi", "nk>Let me see.</th", "ink>The reply."),
        ("Let me see, without a beginning.</think>The reply.",),
        ("[THINK]Let me see.[/THINK]The reply.",),
    ],
)  # fmt: skip
async def test_thinking_is_no_part_of_the_reply(endpoint: ScriptedEndpoint, parts: tuple[str | Thought, ...]) -> None:
    endpoint.plays(streamed(*parts))
    assert (await OpenAIChat(at(endpoint)).reply(plain())).text == "The reply."


async def test_parts_of_a_message_are_put_together_without_the_thinking_among_them(endpoint: ScriptedEndpoint) -> None:
    content = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"type": "text", "text": "The reply."}]
    event = json.dumps({"choices": [{"index": 0, "delta": {"content": content}, "finish_reason": "stop"}]})
    endpoint.plays(streamed(f"data: {event}\n\n".encode(), finish=None))
    assert (await OpenAIChat(at(endpoint)).reply(plain())).text == "The reply."


async def test_cancelling_closes_the_connection_and_the_next_call_works(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(streamed("Half a ", HANG), streamed("Well."))
    chat = OpenAIChat(at(endpoint))
    came = asyncio.Event()
    call = asyncio.create_task(chat.reply(plain(), lambda progress: came.set()))
    await came.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    await endpoint.asked[0].left.seen()
    assert (await chat.reply(plain())).text == "Well."


async def test_cancelling_before_the_first_byte_closes_the_connection(endpoint: ScriptedEndpoint) -> None:
    gate = Gate()
    endpoint.plays(Answer([gate]), streamed("Well."))
    chat = OpenAIChat(at(endpoint))
    call = asyncio.create_task(chat.reply(plain()))
    await gate.reached.seen()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    await endpoint.asked[0].left.seen()
    assert (await chat.reply(plain())).text == "Well."


async def test_a_server_that_does_not_stream_is_understood(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(whole(OBJECT))
    reply = await OpenAIChat(at(endpoint)).reply(request())
    assert json.loads(reply.text) == json.loads(OBJECT)
    assert reply.usage.prompt_tokens == 9


def test_one_model_serves_several_event_loops(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(lambda asked: "Well.")
    chat = OpenAIChat(at(endpoint))
    assert [asyncio.run(chat.reply(plain())).text for _ in range(2)] == ["Well.", "Well."]


async def test_warming_up_makes_no_call_and_hides_what_is_wrong_until_the_first_one(endpoint: ScriptedEndpoint) -> None:
    await OpenAIChat(at(endpoint)).warm_up()
    assert endpoint.asked == endpoint.others == []
    await OpenAIChat(Endpoint("x", "tiny", "http://[::1/v1")).warm_up()


async def test_what_an_endpoint_calls_the_limit_is_found_out_once(endpoint: ScriptedEndpoint) -> None:
    endpoint.rejects = frozenset({"max_tokens", "stream_options"})
    endpoint.talks(lambda asked: "Well.")
    chat = OpenAIChat(at(endpoint))
    await chat.reply(plain(most_tokens=77))
    assert endpoint.asked[-1].json["max_completion_tokens"] == 77
    asked_so_far = len(endpoint.asked)
    await chat.reply(plain())
    assert len(endpoint.asked) == asked_so_far + 1


async def test_an_endpoint_without_a_key_gets_none(endpoint: ScriptedEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    endpoint.talks(lambda asked: "Well.")
    await OpenAIChat(at(endpoint, key="")).reply(plain())
    assert "authorization" not in endpoint.asked[0].headers


async def test_nothing_of_the_environment_goes_to_an_endpoint_that_is_not_openai(
    endpoint: ScriptedEndpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY", "OPENAI_WEBHOOK_SECRET"):
        monkeypatch.setenv(name, "acme-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    endpoint.talks(lambda asked: "Well.")
    await OpenAIChat(at(endpoint, headers={"X-Team": "growth"})).reply(plain())
    assert "acme-secret" not in str(endpoint.asked[0].headers)
    assert endpoint.asked[0].headers["x-team"] == "growth"


async def test_what_stays_on_this_machine_goes_through_no_proxy(endpoint: ScriptedEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    endpoint.talks(lambda asked: "Well.")
    assert (await OpenAIChat(at(endpoint)).reply(plain())).text == "Well."


SPEAKING = """
import asyncio, logging, sys
logging.basicConfig(level=logging.DEBUG)
from sparring.partner.faults import CallFault
from sparring.partner.providers.openai_chat import OpenAIChat
from tests.partner.providers.calls import KEY, plain
from sparring.partner.endpoint import Endpoint

async def main():
    chat = OpenAIChat(Endpoint("scripted", "tiny", sys.argv[1], key=KEY, headers={"X-Secret": "Palatschinken"}))
    for _ in range(2):
        try:
            await chat.reply(plain())
        except CallFault as fault:
            logging.exception("told")
    print(chat, chat.endpoint)
    await chat.close()

asyncio.run(main())
"""


def test_no_log_holds_a_key_a_prompt_or_a_reply_not_even_where_the_library_is_told_to_log(endpoint: ScriptedEndpoint) -> None:
    echoing = {"content-type": "text/event-stream", "x-echo": f"{KEY} {SECRET_WORD}"}
    endpoint.plays(Answer(streamed("Kaiserschmarrn").steps, headers=echoing), failing(500, message="Kaiserschmarrn", headers=echoing))
    environment = os.environ | {"OPENAI_LOG": "debug", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", SPEAKING, endpoint.base_url], env=environment, capture_output=True, text=True, check=True)
    assert len(endpoint.asked) == 2
    written = done.stdout + done.stderr
    assert "told" in written
    assert "openai._base_client" not in written, "a log in the terminal would spoil the screen"
    for secret in (KEY, SECRET_WORD, "Kaiserschmarrn", "Palatschinken"):
        assert secret not in written


async def test_the_names_of_models_are_listed_and_those_that_cannot_be_shown_are_not(endpoint: ScriptedEndpoint) -> None:
    endpoint.models = ("zeta", "alpha", "evil\x1b[31m", "alpha")
    assert await list_models(at(endpoint)) == ("alpha", "zeta")


@pytest.mark.parametrize(
    "body", ['["b", "a"]', '{"models": [{"name": "b"}, {"name": "a"}]}', '{"data": [{"id": "b"}, {"id": "a"}, 7, {}]}']
)
async def test_lists_of_models_come_in_several_forms(endpoint: ScriptedEndpoint, body: str) -> None:
    endpoint.lists(Answer([body.encode()], headers={"content-type": "application/json"}))
    assert await list_models(at(endpoint)) == ("a", "b")
