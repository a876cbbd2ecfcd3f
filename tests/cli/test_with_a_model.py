"""Bouts without a screen, fought with a model: only with consent, only where somebody asked for it, and whole when a call fails."""

import json
from pathlib import Path
from typing import Any

import pytest

from sparring.packaged import packaged
from tests.cli.running import environment_in, sparring, told
from tests.scripted_endpoint import Asked, ScriptedEndpoint, failing
from tests.terminal.terminal import Terminal

EXAMPLE = packaged("examples") / "growth-squad"
SECRET = "sk-very-secret-7f3a"
ANSWERS = "We looked at it on Monday, it was 61%.\n\n/next\n\nNobody knows yet.\n\n/stop\n"
QUESTION = "What did the team see when it last looked at this?"


def honest(asked: Asked) -> str:
    """Fill whatever shape is asked for: with the first that is offered, and with a plain question of the model's own."""
    return json.dumps({name: _filled(name, shape) for name, shape in (asked.schema or {}).get("properties", {}).items()})


def _filled(name: str, shape: dict[str, Any]) -> Any:
    if "enum" in shape:
        return shape["enum"][0]
    match name:
        case "items":
            return [shape["items"]["enum"][0]]
        case "question":
            return QUESTION
        case "could_be_pasted" | "rest":
            return False
    kinds = shape.get("type")
    return [] if kinds == "array" else None if isinstance(kinds, list) and "null" in kinds else ""


@pytest.fixture
def draft(folder: Path) -> Path:
    (folder / "draft.md").write_bytes((EXAMPLE / "draft.md").read_bytes())
    (folder / "answers.txt").write_text(ANSWERS)
    return folder / "draft.md"


PLAY = ("spar", "draft.md", "--answers", "answers.txt", "--seed", "1")


def entries(folder: Path) -> list[dict[str, Any]]:
    (transcript,) = (folder / "transcripts").glob("*.jsonl")
    return [json.loads(line) for line in transcript.read_text().splitlines()]


def test_a_model_on_this_machine_needs_no_consent_and_asks_in_its_own_words(folder: Path, draft: Path, endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(honest)
    done = sparring(folder, *PLAY, "--partner", "openai/tiny", environment={"OPENAI_API_KEY": SECRET, "OPENAI_BASE_URL": endpoint.base_url})
    assert done.returncode == 0, done.stderr
    assert QUESTION in done.stdout
    assert "tiny" in json.dumps(entries(folder))
    assert SECRET not in done.stdout + done.stderr + json.dumps(entries(folder))


def test_without_consent_nothing_is_sent_and_no_bout_begins(folder: Path, draft: Path) -> None:
    done = sparring(folder, *PLAY, "--partner", "openai/tiny", environment={"OPENAI_API_KEY": SECRET})
    assert done.returncode == 2
    assert "--consent api.openai.com" in told(done)
    assert not list((folder / "transcripts").glob("*.jsonl"))


def test_consent_for_another_host_is_none(folder: Path, draft: Path) -> None:
    done = sparring(folder, *PLAY, "--partner", "openai/tiny", "--consent", "openai.com", environment={"OPENAI_API_KEY": SECRET})
    assert done.returncode == 2
    assert "would be sent to api.openai.com" in told(done)


def test_consent_is_kept_for_the_workspace_with_the_documents_it_was_given_for(folder: Path, draft: Path) -> None:
    (folder / "plan.md").write_text("- We win mid-market by being the tool a team can adopt alone.\n")
    with ScriptedEndpoint() as endpoint:
        endpoint.talks(honest)
        # Loopback in a form that is not taken for this machine.
        host = f"127.1:{endpoint.port}"
        environment = {"OPENAI_API_KEY": SECRET, "OPENAI_BASE_URL": f"http://{host}/v1", "NO_PROXY": "*"}
        agreed = sparring(folder, *PLAY, "--partner", "openai/tiny", "--consent", host, environment=environment)
        again = sparring(folder, *PLAY, "--partner", "openai/tiny", environment=environment)
        more = sparring(folder, *PLAY, "--context", "plan.md", "--partner", "openai/tiny", environment=environment)
    assert (agreed.returncode, again.returncode) == (0, 0), agreed.stderr
    assert QUESTION in agreed.stdout
    assert QUESTION in again.stdout
    assert more.returncode == 2
    assert "passages of plan.md would be sent" in told(more)


def test_a_call_that_fails_ends_the_bout_with_a_sentence_and_what_was_said_is_kept(
    folder: Path, draft: Path, endpoint: ScriptedEndpoint
) -> None:
    endpoint.talks(lambda asked: failing(401))
    done = sparring(folder, *PLAY, "--partner", "openai/tiny", environment={"OPENAI_API_KEY": SECRET, "OPENAI_BASE_URL": endpoint.base_url})
    assert done.returncode == 3
    assert "does not accept the key" in told(done)
    assert "sparring resume" in told(done)
    kinds = [entry["type"] for entry in entries(folder)]
    assert "answer_given" in kinds
    assert "call_failed" in kinds
    assert SECRET not in done.stderr + json.dumps(entries(folder))


def test_challenge_asks_a_model_only_where_an_option_says_so(folder: Path, draft: Path, endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(honest)
    environment = {"OPENAI_API_KEY": SECRET, "OPENAI_BASE_URL": endpoint.base_url, "SPARRING_PARTNER": "openai/tiny"}
    offline = sparring(folder, "challenge", "draft.md", "--rounds", "3", environment=environment)
    assert offline.returncode == 0
    assert endpoint.asked == []
    asked = sparring(folder, "challenge", "draft.md", "--rounds", "3", "--partner", "openai/tiny", environment=environment)
    assert asked.returncode == 0, asked.stderr
    assert QUESTION in asked.stdout
    assert QUESTION not in offline.stdout
    assert endpoint.asked


def test_challenge_sends_nothing_anywhere_without_consent(folder: Path, draft: Path) -> None:
    done = sparring(folder, "challenge", "draft.md", "--partner", "openai/tiny", environment={"OPENAI_API_KEY": SECRET})
    assert done.returncode == 2
    assert "--consent api.openai.com" in told(done)


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("--partner", "wrk/large"), 3, "no partner “wrk”"),
        (("--partner", "openai/large"), 3, "set OPENAI_API_KEY in the environment"),
        (("--partner", "openai"), 3, "set OPENAI_API_KEY in the environment"),
        (("--model-file", "gone.gguf"), 3, "no model file gone.gguf"),
        (("--partner", "offline", "--model", "x"), 3, "leave --model"),
        (("--voice", "loud"), 2, "guarded"),
    ],
)
def test_what_is_missing_is_told_in_a_sentence(folder: Path, draft: Path, words: tuple[str, ...], status: int, sentence: str) -> None:
    done = sparring(folder, *PLAY, *words)
    assert done.returncode == status
    assert sentence in told(done)


def test_a_workspace_that_sends_keys_elsewhere_is_refused(folder: Path, draft: Path, endpoint: ScriptedEndpoint) -> None:
    (folder / "sparring.toml").write_text(f'partner = "openai/tiny"\n[endpoints.openai]\nbase_url = "{endpoint.base_url}"\n')
    done = sparring(folder, *PLAY, environment={"OPENAI_API_KEY": SECRET})
    assert done.returncode == 3
    assert "another address than yours" in told(done)
    assert endpoint.asked + endpoint.others == []


def test_an_endpoint_of_a_workspace_gets_no_key_of_the_environment(folder: Path, draft: Path, endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(honest)
    (folder / "sparring.toml").write_text(f'partner = "team/tiny"\n[endpoints.team]\nbase_url = "{endpoint.base_url}"\n')
    done = sparring(folder, *PLAY, environment={"OPENAI_API_KEY": SECRET, "TEAM_API_KEY": SECRET})
    assert done.returncode == 0, done.stderr
    assert endpoint.asked
    for asked in (*endpoint.asked, *endpoint.others):
        assert SECRET not in json.dumps(asked.headers) + asked.body.decode()


def test_documents_are_not_kept_in_the_cache_where_the_settings_say_so(folder: Path, draft: Path) -> None:
    (folder / "plan.md").write_text("".join(f"- We win team {n} by being the tool that it can adopt alone.\n" for n in range(300)))
    for written, kept in (("cache = false\n", False), ("cache = true\n", True)):
        (folder / "sparring.toml").write_text(written)
        cache = folder / f"cache of {written.strip()}"
        for words in (PLAY, ("challenge", "draft.md"), ("challenge", "draft.md", "--all")):
            sparring(folder, *words, "--context", "plan.md", environment={"XDG_CACHE_HOME": str(cache)})
            assert any(path.is_file() for path in cache.rglob("*")) is kept


def screen_of(folder: Path, *words: str, environment: dict[str, str]) -> Terminal:
    """Start the screens."""
    return Terminal(list(words), cwd=folder, env={**environment_in(folder, environment), "TERM": "xterm-256color"}, size=(110, 34))


def test_the_screens_spar_with_the_model_of_the_settings(folder: Path, draft: Path, endpoint: ScriptedEndpoint) -> None:
    (folder / "sparring.toml").write_text(f'partner = "team/tiny"\n[endpoints.team]\nbase_url = "{endpoint.base_url}"\n')
    terminal = screen_of(folder, "spar", "draft.md", environment={})
    try:
        terminal.wait_for("tiny guarded")
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("words", "environment", "sentence"),
    [
        (("--partner", "openai/large"), {}, "set OPENAI_API_KEY in the environment"),
        (("--partner", "openai"), {"OPENAI_API_KEY": SECRET}, "Which model of openai?"),
        (("--model-file", "gone.gguf"), {}, "There is no model file gone.gguf"),
    ],
)
def test_a_model_that_cannot_spar_yet_keeps_nobody_from_a_bout(
    folder: Path, draft: Path, words: tuple[str, ...], environment: dict[str, str], sentence: str
) -> None:
    terminal = screen_of(folder, "spar", "draft.md", *words, environment=environment)
    try:
        terminal.wait_for("so the offline partner does", sentence, "offline partner, nothing is sent")
    finally:
        terminal.close()
