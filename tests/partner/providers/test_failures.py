"""Everything that goes wrong between a team and a model is told in a sentence that holds nothing of what was sent or received."""

import asyncio
import socket
import ssl
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import trustme

from sparring.partner.chat import Request
from sparring.partner.endpoint import OPENAI, Endpoint
from sparring.partner.faults import CallFault, FaultKind
from sparring.partner.providers.causes import seconds_to_wait
from sparring.partner.providers.listing import list_models
from sparring.partner.providers.openai_chat import OpenAIChat
from tests.partner.providers.calls import KEY, OBJECT, SECRET_WORD, at, plain, request
from tests.scripted_endpoint import (
    CUT,
    HANG,
    Answer,
    Gate,
    Pause,
    Raw,
    Refused,
    ScriptedEndpoint,
    Thought,
    endless,
    failing,
    page,
    streamed,
    whole,
)

ECHO = f"You said {SECRET_WORD} with the key {KEY}."
"""What a careless endpoint says in its errors."""


async def fault_of(endpoint: Endpoint, asked: Request | None = None, **settings: Any) -> CallFault:
    chat = OpenAIChat(endpoint, **settings)
    with pytest.raises(CallFault) as caught:
        await chat.reply(asked or plain())
    await chat.close()
    assert_can_be_shown(caught.value)
    return caught.value


def assert_can_be_shown(fault: CallFault) -> None:
    written = "".join(traceback.format_exception(fault)) + repr(fault)
    for secret in (KEY, SECRET_WORD, "Bearer", "Traceback (most recent call last):\n\n"):
        assert secret not in written
    assert fault.__cause__ is None
    assert fault.__context__ is None
    told = str(fault)
    assert told.endswith((".", "?"))
    assert told[0].isupper() or told[0].isdigit() or told.startswith("tiny")
    assert "\n" not in told
    assert "{" not in told
    assert len(told) < 260


JSON = {"content-type": "application/json"}
KINDS: list[tuple[str, Answer | Raw, FaultKind]] = [
    ("wrong key", failing(401, code="invalid_api_key", message=ECHO), "wrong-key"),
    ("wrong key, said with 400", failing(400, message="API key not valid. Please pass a valid API key."), "wrong-key"),
    ("forbidden", failing(403, code="unsupported_country_region_territory", message=ECHO), "forbidden"),
    ("no such model", failing(404, code="model_not_found", message=f"The model `tiny` does not exist. {ECHO}"), "no-model"),
    ("no such model, in other words", failing(404, message='model "tiny" not found, try pulling it first'), "no-model"),
    ("no such model, said with 400", failing(400, message="tiny is not a valid model ID: unknown model"), "no-model"),
    ("no such address", failing(404, message="Not Found"), "bad-request"),
    ("no such address, a page", page("<h1>404</h1>", 404), "bad-request"),
    ("sends elsewhere", Answer([], 302, {"location": "http://127.0.0.1:1/v1/chat/completions"}), "bad-request"),
    ("sends elsewhere for good", Answer([], 308, {"location": "/v2/chat/completions"}), "bad-request"),
    ("too many requests", failing(429, code="rate_limit_exceeded", message=ECHO), "rate"),
    ("too many requests, about a quota", failing(429, message="Quota exceeded, see billing", headers={"retry-after": "7"}), "rate"),
    ("no money left", failing(429, code="insufficient_quota", message=ECHO), "quota"),
    ("no money left, with a time to wait", failing(429, code="insufficient_quota", headers={"retry-after": "7"}), "quota"),
    ("no money left, in other words", failing(402, message="Insufficient Balance"), "quota"),
    ("server error", failing(500, message=ECHO), "server"),
    ("server error, a page", page("<h1>502 Bad Gateway</h1>", 502), "server"),
    ("overloaded", failing(529, kind="overloaded_error"), "server"),
    ("server error, not even JSON", Answer([b"oops " + ECHO.encode()], 503, {"content-type": "text/plain"}), "server"),
    ("bad request", failing(400, message=ECHO), "bad-request"),
    ("unprocessable", failing(422, message=ECHO), "bad-request"),
    ("proxy wants a name", page("<h1>Proxy authentication required</h1>", 407), "proxy"),
    ("context", failing(400, code="context_length_exceeded", message="This model's maximum context length is 4096."), "prompt-too-long"),
    ("context of llama.cpp", failing(400, kind="exceed_context_size_error", message="request (5031 tokens) exceeds..."), "prompt-too-long"),
    ("too large", failing(413, message="Payload too large"), "prompt-too-long"),
    ("too large a request for the rate", failing(429, code="rate_limit_exceeded", message="Request too large for tiny"), "prompt-too-long"),
    ("filtered before", failing(400, code="content_filter", message="The prompt triggered the content management policy."), "refusal"),
    ("filtered after", streamed("Well", finish="content_filter"), "refusal"),
    ("declined", streamed(Refused("I cannot help with that.")), "refusal"),
    ("cut at the limit", streamed("Half a sen", finish="length"), "reply-too-long"),
    ("all thinking", streamed(Thought("hm " * 40), finish="length"), "thought-away"),
    ("all thinking between tags", streamed("<think>" + "hm " * 40, finish="length"), "thought-away"),
    ("all thinking out of sight", streamed(finish="length"), "thought-away"),
    ("thinking and then nothing", streamed(Thought("hm"), finish="stop"), "thought-away"),
    ("empty", streamed(), "empty"),
    ("blank", streamed("  \n "), "empty"),
    ("empty, in one piece", whole(""), "empty"),
    ("nothing at all", Answer([]), "garbage"),
    ("no answer at all", Raw([]), "cut"),
    ("broken off before the answer", Raw([CUT]), "cut"),
    ("broken off within the reply", streamed("Half ", CUT), "cut"),
    ("broken off within a line", Raw([b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 99\r\n\r\ndata: {"]), "cut"),
    ("no HTTP", Raw([b"SSH-2.0-OpenSSH_9.6\r\n\r\n"]), "garbage"),
    ("a page", page(f"<h1>Log in</h1>{ECHO}"), "garbage"),
    ("a page that says it is JSON", Answer([b"<html>"], headers={"content-type": "application/json"}), "garbage"),
    ("JSON that is no reply", Answer([b'{"hello": "world"}'], headers={"content-type": "application/json"}), "garbage"),
    ("no JSON in the stream", streamed("Half ", b"data: {oops\n\n"), "garbage"),
    ("no text in the stream", streamed("Half ", b"data: \xff\xfe\xfa\n\n"), "garbage"),
    ("depth without end in the stream", streamed(b"data: " + b"[" * 100_000 + b"\n\n"), "garbage"),
    ("other shapes in the stream", streamed(b'data: 5\n\ndata: [1]\n\ndata: {"choices": 7}\n\n', finish=None, done=False), "garbage"),
    ("odd values in the stream", streamed(b'data: {"choices": [{"delta": {"content": 7, "reasoning": []}}]}\n\n', finish=None), "garbage"),
    ("a line without end", Answer([b"data: " + b"x" * 1_000_000] * 40), "garbage"),
    ("packed without end", Answer([b"\0" * 200_000], headers={"content-type": "text/event-stream", "content-encoding": "gzip"}), "garbage"),
    ("an error without end", Answer([b"x" * 1_000_000] * 40, 500, {"content-type": "text/plain"}), "garbage"),
    ("an error in a stream", streamed("A ", b'data: {"error": {"message": "%b", "code": "overloaded"}}\n\n' % ECHO.encode()), "server"),
    ("a rate in the stream", streamed(b'data: {"error": {"message": "slow down", "code": 429}}\n\n'), "rate"),
    ("an error in the stream, a text", streamed(f'data: {{"error": "{ECHO}"}}\n\n'.encode()), "server"),
    ("server error about a schema that nobody sent", failing(500, message="database schema is locked"), "server"),
    ("bad request about a schema that nobody sent", failing(400, message="request does not match the schema"), "bad-request"),
    ("an error that says that it went well", Answer([b'{"error": {"message": "slow", "code": 429}}'], 200, JSON), "rate"),
    ("an end by an error", streamed("Half", finish="error"), "server"),
    ("an error in a list", Answer([b'[{"error": {"code": 400, "message": "API key not valid."}}]'], 400, JSON), "wrong-key"),
    ("a stream without end", endless(), "reply-too-long"),
    ("thinking without end", endless(thought=True), "thought-away"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "kind"), [pytest.param(answer, kind, id=name) for name, answer, kind in KINDS])
async def test_a_failure_is_of_its_kind_and_holds_nothing_of_the_call(
    endpoint: ScriptedEndpoint, answer: Answer | Raw, kind: FaultKind
) -> None:
    endpoint.plays(answer)
    fault = await fault_of(at(endpoint))
    assert fault.kind == kind
    endpoint.plays(streamed("Well."))
    assert (await OpenAIChat(at(endpoint)).reply(plain())).text == "Well."


async def test_a_wrong_address_is_told_with_what_it_should_look_like(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(failing(404, message="Not Found"))
    assert "does it end in /v1?" in str(await fault_of(at(endpoint)))


async def test_where_the_key_was_looked_for_is_told(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(failing(401), failing(401))
    assert "SPARRING_KEY in the environment" in str(await fault_of(at(endpoint)))
    without = await fault_of(at(endpoint, key=""))
    assert without.kind == "no-key"
    assert "SPARRING_KEY in the environment" in str(without)


async def test_openai_without_a_key_is_not_even_asked() -> None:
    assert (await fault_of(Endpoint("openai", "gpt-5", OPENAI, key_from="OPENAI_API_KEY in the environment"))).kind == "no-key"


@pytest.mark.parametrize("key", ["sk-sparring-4711-secret\n", "sk–dash", "sk\x00"])
async def test_a_key_that_no_key_can_be_is_told_as_such(endpoint: ScriptedEndpoint, key: str) -> None:
    assert (await fault_of(at(endpoint, key=key))).kind == "wrong-key"
    assert endpoint.asked == []


@pytest.mark.parametrize("headers", [{"X-Team": "a\r\nb"}, {"X Team": "a"}, {"": "a"}, {"X-Team": "ключ"}])
async def test_a_header_that_cannot_be_sent_is_named(endpoint: ScriptedEndpoint, headers: dict[str, str]) -> None:
    fault = await fault_of(at(endpoint, headers=headers))
    assert fault.kind == "bad-request"
    assert "header" in str(fault)


@pytest.mark.parametrize(
    "url", ["", "llm.example.com/v1", "ftp://h/v1", "http://[::1/v1", "http://h:99999/v1", "http:///v1", "http://h:x/v1"]
)
async def test_an_address_that_is_none_is_told(url: str) -> None:
    assert (await fault_of(Endpoint("ours", "tiny", url, key=KEY))).kind == "bad-request"
    with pytest.raises(CallFault):
        await list_models(Endpoint("ours", "tiny", url, key=KEY))


async def test_a_name_and_a_password_in_the_address_are_never_shown(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(failing(500))
    url = endpoint.base_url.replace("http://", f"http://me:{KEY}@")
    await fault_of(Endpoint("ours", "tiny", url, key="k"))


async def test_names_from_outside_are_safe_to_show(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(failing(404, code="model_not_found"))
    chat = OpenAIChat(Endpoint("ours", "evil\x1b[31m{host}\u202e" + "x" * 500, endpoint.base_url, key="k"))
    with pytest.raises(CallFault) as caught:
        await chat.reply(plain())
    told = str(caught.value)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert len(told) < 400


async def test_nobody_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        fault = await fault_of(Endpoint("ours", "tiny", f"http://127.0.0.1:{taken.getsockname()[1]}/v1", key=KEY))
    assert fault.kind == "refused"
    assert "Is the server running" in str(fault)


async def test_a_host_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    no_proxy(monkeypatch)
    fault = await fault_of(Endpoint("ours", "tiny", "http://nothing.invalid/v1", key=KEY))
    assert fault.kind == "refused"
    assert "spelled right" in str(fault)


async def test_a_server_that_takes_the_connection_and_never_speaks_is_given_up(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(Answer([HANG]), streamed("Half ", HANG), Raw([HANG]))
    await OpenAIChat(at(endpoint)).warm_up()
    for _ in range(3):
        assert (await fault_of(at(endpoint, quiet_seconds=0.2))).kind == "timeout"
    for asked in endpoint.asked:
        await asked.left.seen()


async def test_a_slow_drip_ends_with_the_whole_time(endpoint: ScriptedEndpoint) -> None:
    await OpenAIChat(at(endpoint)).warm_up()
    endpoint.plays(streamed(*(part for _ in range(2_000) for part in ("drip ", Pause(0.02)))))
    assert (await fault_of(at(endpoint), plain(most_tokens=10_000), whole_seconds=1.0)).kind == "timeout"
    await endpoint.asked[0].left.seen()


async def test_an_endpoint_that_ends_the_reply_but_not_the_stream_is_not_waited_for(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(streamed("Well.", done=False), Answer([*streamed("Well.", done=False).steps, HANG]))
    chat = OpenAIChat(at(endpoint, quiet_seconds=60.0), whole_seconds=20.0)
    assert [(await chat.reply(plain())).text for _ in range(2)] == ["Well.", "Well."]


async def test_what_comes_after_the_end_of_a_reply_does_not_spoil_it(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(Answer([*streamed("Well.", done=False).steps, b"data: {oops\n\n"]), Answer([*streamed("Well.").steps, CUT]))
    chat = OpenAIChat(at(endpoint))
    assert [(await chat.reply(plain())).text for _ in range(2)] == ["Well.", "Well."]


async def test_how_long_to_wait_is_handed_on_and_told(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(failing(429, headers={"retry-after": "20"}), failing(503, headers={"retry-after": "20"}))
    for _ in range(2):
        fault = await fault_of(at(endpoint))
        assert fault.retry_after == 20.0
        assert "20 seconds" in str(fault)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "12"}, 12.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "2"}, 1.5),
        ({"retry-after": "Sun, 22 Nov 2026 10:00:30 GMT"}, 30.0),
        ({"retry-after": "Sun, 22 Nov 2026 09:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "9" * 400}, 86_400.0),
        ({"retry-after": "999999999"}, 86_400.0),
    ],
)
def test_the_time_to_wait_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    assert seconds_to_wait(headers, datetime(2026, 11, 22, 10, tzinfo=UTC)) == seconds


@contextmanager
def encrypted() -> Iterator[tuple[ScriptedEndpoint, trustme.CA]]:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "llm.invalid").configure_cert(context)
    with ScriptedEndpoint(tls=context) as there:
        yield there, authority


async def test_a_private_certificate_authority_works_when_it_is_named_and_is_told_when_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_proxy(monkeypatch)
    with encrypted() as (there, authority):
        there.talks(lambda asked: "Well.")
        fault = await fault_of(at(there))
        assert fault.kind == "certificate"
        assert "SSL_CERT_FILE" in str(fault)
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        assert (await OpenAIChat(at(there)).reply(plain())).text == "Well."


async def test_a_file_of_certificates_that_is_not_there_is_told(endpoint: ScriptedEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nothing/here.pem")
    assert (await fault_of(at(endpoint))).kind == "certificate"


async def test_https_where_http_is_spoken_and_the_other_way_round(endpoint: ScriptedEndpoint) -> None:
    wrong = Endpoint("ours", "tiny", endpoint.base_url.replace("http:", "https:"), key=KEY, connect_seconds=1.0)
    assert (await fault_of(wrong)).kind in ("refused", "timeout")
    with encrypted() as (there, _):
        assert (await fault_of(Endpoint("ours", "tiny", there.base_url.replace("https:", "http:"), key=KEY))).kind in ("garbage", "cut")


def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


async def test_a_proxy_of_the_environment_is_spoken_through(endpoint: ScriptedEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    no_proxy(monkeypatch)
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{endpoint.port}")
    endpoint.talks(lambda asked: "Well.")
    assert (await OpenAIChat(Endpoint("ours", "tiny", "http://llm.invalid/v1", key=KEY)).reply(plain())).text == "Well."
    assert endpoint.asked[0].headers["host"] == "llm.invalid"


@pytest.mark.parametrize("answer", [Raw([b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n"]), Raw([b"HTTP/1.1 407 Who\r\n\r\n"])])
async def test_a_proxy_that_lets_nothing_through_is_told(endpoint: ScriptedEndpoint, monkeypatch: pytest.MonkeyPatch, answer: Raw) -> None:
    no_proxy(monkeypatch)
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:{KEY}@127.0.0.1:{endpoint.port}")
    endpoint.lists(answer)
    assert (await fault_of(Endpoint("ours", "tiny", "https://llm.invalid/v1", key=KEY))).kind == "proxy"


async def test_a_proxy_that_is_not_there_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    no_proxy(monkeypatch)
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:{KEY}@127.0.0.1:1")
    fault = await fault_of(Endpoint("ours", "tiny", "https://llm.invalid/v1", key=KEY))
    assert fault.kind == "proxy"
    assert "127.0.0.1:1" in str(fault)


async def test_a_proxy_that_is_no_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    no_proxy(monkeypatch)
    monkeypatch.setenv("HTTPS_PROXY", f"gopher://me:{KEY}@proxy")
    assert (await fault_of(Endpoint("ours", "tiny", "https://llm.invalid/v1", key=KEY))).kind == "proxy"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (failing(401, message=ECHO), "wrong-key"),
        (failing(404, message="Not Found"), "bad-request"),
        (page(), "garbage"),
        (Answer([b"5"], headers={"content-type": "application/json"}), "garbage"),
        (Answer([b'{"data": 5}'], headers={"content-type": "application/json"}), "garbage"),
        (Answer([HANG]), "timeout"),
        (Raw([CUT]), "cut"),
    ],
)
async def test_a_list_of_models_that_does_not_come_is_told_as_well(
    endpoint: ScriptedEndpoint, answer: Answer | Raw, kind: FaultKind
) -> None:
    endpoint.lists(answer)
    with pytest.raises(CallFault) as caught:
        await list_models(at(endpoint, quiet_seconds=0.3 if kind == "timeout" else 20.0))
    assert caught.value.kind == kind
    assert_can_be_shown(caught.value)


async def test_a_call_with_a_schema_fails_with_the_same_faults(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(failing(500, message=ECHO), streamed(Refused("No.")), streamed("Half ", CUT), failing(429))
    kinds = [(await fault_of(at(endpoint), request())).kind for _ in range(4)]
    assert kinds == ["server", "refusal", "cut", "rate"]


async def test_two_models_at_once_do_not_disturb_each_other(endpoint: ScriptedEndpoint) -> None:
    gate = Gate()
    endpoint.plays(streamed("Slow", gate, "."), streamed(OBJECT))
    slow = asyncio.create_task(OpenAIChat(at(endpoint)).reply(plain()))
    await gate.reached.seen()
    await OpenAIChat(at(endpoint)).reply(request())
    gate.open()
    assert (await slow).text == "Slow."
