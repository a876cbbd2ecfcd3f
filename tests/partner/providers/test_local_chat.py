"""A real small model on this machine: loaded, asked, stopped, and told of when it cannot be."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sparring.partner.chat import Message, Progress, Request, Schema
from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers import local_chat
from sparring.partner.providers.listing import list_models
from sparring.partner.providers.local_chat import LocalChat
from sparring.partner.providers.openai_chat import OpenAIChat

FIELDS = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sure", "lens", "line"],
    "properties": {
        "sure": {"type": "boolean"},
        "lens": {"type": "string", "enum": ["bet", "baseline"]},
        "line": {"type": ["integer", "null"]},
    },
}


def short() -> Request:
    """A question whose answer has an end: a small model may talk in circles, but not within this schema."""
    return Request((Message("user", "Is a locker a door?"),), Schema("verdict", FIELDS), 100)


def long() -> Request:
    return Request((Message("user", "Tell a story about lockers, as long as you can."),), None, 900)


async def server_of(chat: LocalChat) -> Endpoint:
    """Return the endpoint that a local model stands behind."""
    await chat.warm_up()
    assert chat._chat is not None
    return chat._chat.endpoint


async def test_it_streams_an_answer_of_the_asked_shape_and_nothing_leaves_the_machine(real_model: Path) -> None:
    chat = LocalChat(real_model, context_tokens=1024)
    heard: list[Progress] = []
    reply = await chat.reply(short(), heard.append)
    await chat.close()
    assert set(json.loads(reply.text)) == {"sure", "lens", "line"}
    assert len(heard) > 3
    assert reply.usage.reply_tokens
    assert (chat.host, chat.model, chat.context_tokens) == ("", real_model.stem, 1024)


async def test_an_openai_client_asks_a_real_server_for_a_shape_streams_it_and_learns_that_it_can(real_endpoint: Endpoint) -> None:
    chat = OpenAIChat(real_endpoint)
    heard: list[Progress] = []
    reply = await chat.reply(short(), heard.append)
    await chat.close()
    assert set(json.loads(reply.text)) == {"sure", "lens", "line"}
    assert len(heard) > 3
    assert chat.found.structure == "strict"


async def test_its_server_speaks_as_endpoints_do_to_those_who_know_the_key(real_model: Path) -> None:
    local = LocalChat(real_model, context_tokens=512)
    endpoint = await server_of(local)
    try:
        assert endpoint.base_url.startswith("http://127.0.0.1:")
        assert len(await list_models(endpoint)) == 1
        stranger = OpenAIChat(Endpoint("stranger", "m", endpoint.base_url, key="guessed"))
        with pytest.raises(CallFault) as caught:
            await stranger.reply(short())
        assert caught.value.kind == "wrong-key"
        too_long = Request((Message("user", "lockers " * 3_000),), None, 20)
        with pytest.raises(CallFault) as caught:
            await local.reply(too_long)
        assert caught.value.kind == "prompt-too-long"
    finally:
        await local.close()


async def test_a_cancelled_answer_ends_and_the_next_one_comes(real_model: Path) -> None:
    chat = LocalChat(real_model, context_tokens=1024)
    began = asyncio.Event()
    call = asyncio.create_task(chat.reply(long(), lambda progress: began.set()))
    await began.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert (await chat.reply(short())).text
    await chat.close()


async def test_a_crash_of_the_native_code_is_a_sentence_and_the_next_call_starts_it_anew(real_model: Path) -> None:
    chat = LocalChat(real_model, context_tokens=1024)
    began = asyncio.Event()
    call = asyncio.create_task(chat.reply(long(), lambda progress: began.set()))
    await began.wait()
    assert chat._process is not None
    os.kill(chat._process.pid, signal.SIGSEGV)
    with pytest.raises(CallFault) as caught:
        await call
    assert caught.value.kind == "model-file"
    assert "stopped" in str(caught.value)
    assert (await chat.reply(short())).text
    await chat.close()


async def test_closing_ends_the_process(real_model: Path) -> None:
    chat = LocalChat(real_model, context_tokens=512)
    await chat.warm_up()
    process = chat._process
    assert process is not None
    assert process.poll() is None
    await chat.close()
    assert process.poll() is not None


def test_the_process_ends_with_the_program_that_started_it_even_when_that_is_killed(real_model: Path) -> None:
    program = (
        "import asyncio, os, signal, sys\n"
        "from pathlib import Path\n"
        "from sparring.partner.providers.local_chat import LocalChat\n"
        "chat = LocalChat(Path(sys.argv[1]), context_tokens=512)\n"
        "asyncio.run(chat.warm_up())\n"
        "print(chat._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(real_model)], capture_output=True, text=True, timeout=120)
    pid = int(done.stdout)
    until = time.monotonic() + 20
    while (state := state_of(pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert state == ""


def state_of(pid: int) -> str:
    """Return how a process is; "" when it has ended, waited for or not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return "" if state.startswith("Z") else state


@pytest.mark.parametrize("what", ["missing", "a folder", "no model", "half a model", "empty"])
async def test_a_file_that_cannot_be_used_is_told(what: str, tmp_path: Path, real_model: Path) -> None:
    file = tmp_path / "model.gguf"
    match what:
        case "a folder":
            file.mkdir()
        case "no model":
            file.write_text("Dear team, this is a letter.")
        case "half a model":
            with real_model.open("rb") as whole:
                file.write_bytes(whole.read(1_000_000))
        case "empty":
            file.touch()
    chat = LocalChat(file)
    await chat.warm_up()
    with pytest.raises(CallFault) as caught:
        await chat.reply(short())
    await chat.close()
    assert caught.value.kind == "model-file"
    assert "model.gguf" in str(caught.value)
    assert str(caught.value).endswith(".")


async def test_without_the_library_the_command_that_adds_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_chat, "find_spec", lambda name: None)
    chat = LocalChat(tmp_path / "model.gguf")
    await chat.warm_up()
    with pytest.raises(CallFault) as caught:
        await chat.reply(short())
    assert caught.value.kind == "not-installed"
    assert "[local]" in str(caught.value)
    assert "install" in str(caught.value)
