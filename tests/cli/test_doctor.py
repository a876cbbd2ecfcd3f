"""`sparring doctor`: each thing that can be wrong is found at its step, and told with what to do."""

import json
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from click.testing import CliRunner, Result
from keyring.backends.fail import Keyring

from sparring.casting.trying import TEST_SENTENCE
from sparring.cli.doctor import doctor_command
from tests.cli.running import environment_in
from tests.scripted_endpoint import CUT, HANG, Answer, Asked, Raw, ScriptedEndpoint, Thought, endless, failing, page, streamed
from tests.terminal.terminal import Terminal

SECRET = "sk-very-secret-7f3a"
OBJECT = '{"heard": true, "word": "one"}'


def honest(asked: Asked) -> str:
    """Answer as a model that does what it is asked."""
    return OBJECT if asked.schema or "JSON" in asked.text else "one two three four five six seven eight nine ten"


@pytest.fixture(autouse=True)
def surroundings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A home, a keyring and an environment of the test's own."""
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "SPARRING_PARTNER",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "NO_PROXY",
        "SSL_CERT_FILE",
    ):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name, value in environment_in(folder).items():
        if name.startswith(("XDG_", "HOME")):
            monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)
    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call] # keyring's own
    yield
    keyring.set_keyring(before)


def look(*words: str, environment: dict[str, str] | None = None) -> Result:
    result = CliRunner().invoke(doctor_command, list(words), env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert SECRET not in result.output
    return result


def steps(*words: str, environment: dict[str, str] | None = None) -> dict[str, dict[str, Any]]:
    """Return what was found, by the ids of the steps."""
    result = look(*words, "--format", "json", environment={"OPENAI_API_KEY": SECRET, **(environment or {})})
    report = json.loads(result.stdout)
    assert report["schema"] == "sparring-doctor/1"
    assert report["ok"] is (result.exit_code == 0)
    assert report["ok"] is all(each["outcome"] != "wrong" for each in report["steps"])
    return {each["id"]: each for each in report["steps"]}


def wrong(found: dict[str, dict[str, Any]]) -> tuple[str, str]:
    """Return the one step that is wrong, and what is told of it; nothing is looked at after it."""
    (at,) = [each for each in found.values() if each["outcome"] == "wrong"]
    assert list(found)[-1] == at["id"]
    return at["id"], at["told"]


def test_offline_says_that_everything_needed_is_there(folder: Path) -> None:
    result = look()
    assert result.exit_code == 0
    assert result.output.rstrip().endswith("Everything needed is there.")
    assert "Nothing is sent anywhere." in result.output
    assert str(folder / "transcripts") in result.output


def test_a_model_that_works_is_looked_at_step_by_step_with_nothing_of_a_draft(folder: Path, endpoint: ScriptedEndpoint) -> None:
    (folder / "draft.md").write_text("# O1: Lockers never stand full\n- KR1: from 14% to 6%\n")
    endpoint.talks(honest)
    found = steps("openai/tiny", "--base-url", endpoint.base_url)
    looked = ["partner", "name", "connection", "key", "model", "reply", "streaming", "structure", "second_reader"]
    assert list(found)[-len(looked) :] == looked
    assert all(found[name]["outcome"] == "ok" for name in looked)
    assert "OPENAI_API_KEY in the environment" in found["key"]["told"]
    assert "strict schema" in found["structure"]["told"]
    assert "tokens a second" in found["streaming"]["told"]
    assert endpoint.asked[0].messages == [{"role": "user", "content": TEST_SENTENCE}]
    assert len(endpoint.asked) == 2
    assert "Lockers" not in "".join(asked.text for asked in endpoint.asked)


@pytest.mark.parametrize(
    ("rejected", "words"),
    [({"strict"}, "by a schema"), ({"json_schema"}, "as JSON"), ({"response_format"}, "words alone")],
    ids=["strict", "json_schema", "response_format"],
)
def test_the_way_in_which_a_model_keeps_to_a_form_is_found_anew(rejected: set[str], words: str) -> None:
    for rejects in (set[str](), rejected):
        with ScriptedEndpoint(rejects=rejects) as endpoint:
            endpoint.talks(honest)
            found = steps("openai/tiny", "--base-url", endpoint.base_url)
    assert words in found["structure"]["told"]


REPLIES: dict[str, tuple[Answer | Raw, str, str]] = {
    "a model that is not there": (
        failing(404, code="model_not_found", message="The model does not exist"),
        "reply",
        "has no model called tiny",
    ),
    "too many requests": (failing(429, code="rate_limit_exceeded", headers={"retry-after": "7"}), "reply", "7 seconds"),
    "no credit": (failing(429, code="insufficient_quota"), "reply", "quota or credit"),
    "a fault of the server": (failing(500), "reply", "fault of its own"),
    "a login page": (page(), "reply", "no model's reply"),
    "an empty reply": (streamed(), "reply", "empty reply"),
    "thinking without end": (streamed(Thought("hm " * 50), finish="length"), "reply", "thinking"),
    "an endless stream": (endless(), "reply", "come to an end"),
    "a connection that breaks": (streamed("one two", CUT), "reply", "broke off"),
}


@pytest.mark.parametrize("case", REPLIES)
def test_a_reply_that_fails_is_told_at_its_step(endpoint: ScriptedEndpoint, case: str) -> None:
    answer, step, words = REPLIES[case]
    endpoint.plays(answer)
    at, told = wrong(steps("openai/tiny", "--base-url", endpoint.base_url))
    assert (at, words in told) == (step, True), told


def test_a_model_that_keeps_to_no_form_is_told(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(lambda asked: "I would rather talk about the weather.")
    found = steps("openai/tiny", "--base-url", endpoint.base_url)
    assert found["reply"]["outcome"] == "ok"
    assert found["structure"]["outcome"] == "wrong"
    assert "another model" in found["structure"]["told"]


def test_a_model_that_does_not_stream_is_noted_and_works(endpoint: ScriptedEndpoint) -> None:
    whole = {"choices": [{"index": 0, "message": {"role": "assistant", "content": "one"}, "finish_reason": "stop"}]}
    endpoint.plays(Answer([json.dumps(whole).encode()], headers={"content-type": "application/json"}))
    endpoint.talks(honest)
    found = steps("openai/tiny", "--base-url", endpoint.base_url)
    assert found["streaming"]["outcome"] == "note"
    assert "does not stream" in found["streaming"]["told"]
    assert found["structure"]["outcome"] == "ok"


def test_a_server_that_says_nothing_is_told_once_patience_ends(folder: Path, endpoint: ScriptedEndpoint) -> None:
    (folder / "config" / "sparring").mkdir(parents=True)
    settings = f'[endpoints.work]\nbase_url = "{endpoint.base_url}"\nquiet_seconds = 0.2\n'
    (folder / "config" / "sparring" / "settings.toml").write_text(settings)
    endpoint.plays(streamed("one", HANG))
    at, told = wrong(steps("work/tiny"))
    assert (at, "did not answer in time" in told) == ("reply", True)


@pytest.mark.parametrize(("status", "words"), [(401, "does not accept the key"), (403, "refuses this key")])
def test_a_key_that_is_not_accepted_is_told_before_anything_is_asked(endpoint: ScriptedEndpoint, status: int, words: str) -> None:
    endpoint.lists(failing(status))
    at, told = wrong(steps("openai/tiny", "--base-url", endpoint.base_url))
    assert (at, words in told) == ("key", True)
    assert endpoint.asked == []


def test_an_endpoint_that_lists_no_models_is_tried_all_the_same(endpoint: ScriptedEndpoint) -> None:
    endpoint.lists(failing(404))
    endpoint.talks(honest)
    found = steps("openai/tiny", "--base-url", endpoint.base_url)
    assert found["key"]["outcome"] == "note"
    assert found["reply"]["outcome"] == "ok"


def test_without_a_model_it_is_told_how_to_name_one(endpoint: ScriptedEndpoint) -> None:
    at, told = wrong(steps("openai", "--base-url", endpoint.base_url))
    assert (at, "sparring models openai" in told) == ("model", True)
    assert endpoint.asked == []


def test_without_a_key_the_two_ways_to_give_one_are_told() -> None:
    result = look("openai/large")
    assert result.exit_code == 1
    assert "WRONG  key" in result.output
    assert "set OPENAI_API_KEY in the environment" in result.output
    assert "1 thing has to be mended" in result.output


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("address", "step", "words"),
    [
        (lambda: "http://nowhere.invalid/v1", "name", "spelled right"),
        (lambda: f"http://127.0.0.1:{free_port()}/v1", "connection", "Is the server running"),
        (lambda: "llm.example.com", "partner", "has to look like this"),
    ],
    ids=["name", "port", "address"],
)
def test_an_endpoint_that_cannot_be_reached_is_told_where_the_way_ends(address: Callable[[], str], step: str, words: str) -> None:
    at, told = wrong(steps("openai/tiny", "--base-url", address()))
    assert (at, words in told) == (step, True)


def test_a_proxy_that_does_not_answer_is_named() -> None:
    proxy = f"http://127.0.0.1:{free_port()}"
    found = steps("openai/tiny", "--base-url", "http://llm.invalid/v1", environment={"HTTP_PROXY": proxy, "http_proxy": proxy})
    assert "HTTP_PROXY" in found["proxy"]["told"]
    at, told = wrong(found)
    assert (at, proxy.removeprefix("http://") in told) == ("connection", True)
    assert found["encryption"]["outcome"] == "note"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody vouches for, with its key."""
    made = tmp_path / "own.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", made, "-out", tmp_path / "cert.pem",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    made.write_bytes(made.read_bytes() + (tmp_path / "cert.pem").read_bytes())
    return made


def test_a_private_certificate_is_told_with_the_variable_that_makes_it_trusted(certificate: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with ScriptedEndpoint(tls=tls) as endpoint:
        endpoint.talks(honest)
        at, told = wrong(steps("openai/tiny", "--base-url", endpoint.base_url))
        assert (at, "SSL_CERT_FILE" in told) == ("certificate", True)
        assert endpoint.asked + endpoint.others == []
        trusted = {"SSL_CERT_FILE": str(certificate.parent / "cert.pem")}
        assert steps("openai/tiny", "--base-url", endpoint.base_url, environment=trusted)["certificate"]["outcome"] == "ok"


def test_http_is_told_where_https_is_asked_for(folder: Path, endpoint: ScriptedEndpoint) -> None:
    (folder / "config" / "sparring").mkdir(parents=True)
    settings = f'[endpoints.work]\nbase_url = "{endpoint.base_url.replace("http:", "https:")}"\nconnect_seconds = 0.3\n'
    (folder / "config" / "sparring" / "settings.toml").write_text(settings)
    at, told = wrong(steps("work/tiny"))
    assert (at, "does not speak https" in told) == ("certificate", True)


def test_a_second_reader_of_its_own_is_looked_at_too(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(
        lambda asked: honest(asked) if asked.json["model"] == "tiny" else failing(404, code="model_not_found", message="no such model")
    )
    environment = {"OPENAI_BASE_URL": endpoint.base_url}
    at, told = wrong(steps("openai/tiny", "--second-reader", "openai/gone", environment=environment))
    assert (at, "no model called gone" in told) == ("second_reader", True)
    assert steps("openai/tiny", "--second-reader", "off", environment=environment)["second_reader"]["outcome"] == "note"
    assert "second_reader" not in steps("openai/tiny", "--voice", "bank", environment=environment)


def test_settings_that_cannot_be_read_are_a_step_too(folder: Path) -> None:
    (folder / "sparring.toml").write_text("rounds = many\n")
    found = steps()
    assert found["settings"]["outcome"] == "wrong"
    assert "line 1" in found["settings"]["told"]
    assert found["transcripts"]["outcome"] == "ok"


def test_settings_with_a_key_that_others_can_read_are_noted(folder: Path) -> None:
    (folder / "config" / "sparring").mkdir(parents=True)
    settings = folder / "config" / "sparring" / "settings.toml"
    settings.write_text(f'[endpoints.openai]\nkey = "{SECRET}"\n')
    settings.chmod(0o644)
    assert f"chmod 600 {settings}" in steps()["settings_private"]["told"]


def test_transcripts_that_cannot_be_kept_are_wrong(folder: Path) -> None:
    (folder / "transcripts").rmdir()
    (folder / "transcripts").write_text("a file where the folder should be")
    (folder / "sparring.toml").touch()
    found = steps()
    assert found["transcripts"]["outcome"] == "wrong"


def test_what_is_not_installed_is_named_with_the_command_that_adds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sparring.documents.installing.find_spec", lambda name: None)
    found = steps()
    assert found["local"]["outcome"] == "note"
    assert "[local]" in found["local"]["told"]


@pytest.mark.parametrize(("size", "words"), [((100, 30), "100 columns and 30 rows."), ((38, 24), "WRONG terminal")])
def test_a_terminal_is_measured_and_lines_are_wrapped_to_it(folder: Path, size: tuple[int, int], words: str) -> None:
    environment = {**environment_in(folder), "TERM": "xterm-256color", "NO_COLOR": "1"}
    # What runs the tests may have set these for itself; they win over the terminal.
    environment = {name: value for name, value in environment.items() if name not in ("COLUMNS", "LINES")}
    terminal = Terminal(["doctor"], cwd=folder, env=environment, size=(size[0], 60))
    terminal.resize(*size)
    try:
        status = terminal.status()
        shown = terminal.raw.decode()
    finally:
        terminal.close()
    assert words in " ".join(shown.split())
    assert status == (0 if size[0] == 100 else 1)
    assert "as NO_COLOR asks" in " ".join(shown.split())
    # A word that is longer than a line, such as a path, stays whole, so that it can be copied.
    assert all(len(line) <= size[0] or len(line.split()[-1]) > size[0] - 26 for line in shown.splitlines())
