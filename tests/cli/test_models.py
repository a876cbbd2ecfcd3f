"""`sparring models`: which endpoints there are, whether a key was found, and what they offer."""

import json
from pathlib import Path

import pytest

from tests.cli.running import sparring, told
from tests.scripted_endpoint import ScriptedEndpoint, failing, page

SECRET = "sk-very-secret-7f3a"


def set_up(folder: Path, written: str) -> None:
    """Write the person's settings."""
    (folder / "config" / "sparring").mkdir(parents=True)
    (folder / "config" / "sparring" / "settings.toml").write_text(written)
    (folder / "config" / "sparring" / "settings.toml").chmod(0o600)


def test_endpoints_are_listed_with_the_place_of_their_key_and_what_they_offer(folder: Path) -> None:
    with ScriptedEndpoint(models=("tiny", "large\x1b[31m", "grand")) as endpoint:
        set_up(folder, f'[endpoints.work]\nbase_url = "{endpoint.base_url}"\nkey = "{SECRET}"\n')
        done = sparring(folder, "models")
        asked = endpoint.others[0]
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "openai  https://api.openai.com/v1  no key"
    assert "set OPENAI_API_KEY in the environment" in lines[1]
    at = lines.index(f"work  {endpoint.base_url}  on this machine  key from your settings")
    assert lines[at + 1 : at + 3] == ["    grand", "    tiny"]
    assert "\x1b" not in done.stdout
    assert "offline" in done.stdout
    assert asked.headers["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in done.stdout + done.stderr


def test_one_endpoint_is_listed_for_programs(folder: Path) -> None:
    with ScriptedEndpoint() as endpoint:
        environment = {"OPENAI_API_KEY": SECRET, "OPENAI_BASE_URL": endpoint.base_url}
        done = sparring(folder, "models", "openai", "--format", "json", environment=environment)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "schema": "sparring-models/1",
        "endpoints": [
            {
                "name": "openai",
                "base_url": endpoint.base_url,
                "on_this_machine": True,
                "key_found": True,
                "key_from": "OPENAI_API_KEY in the environment",
                "models": ["tiny"],
                "problem": None,
            }
        ],
    }


@pytest.mark.parametrize(
    ("answer", "words"), [(failing(401), "does not accept the key"), (page(), "/v1"), (failing(500), "fault of its own")]
)
def test_an_endpoint_that_does_not_say_is_told_in_a_sentence(folder: Path, answer: object, words: str) -> None:
    with ScriptedEndpoint() as endpoint:
        endpoint.lists(answer)  # type: ignore[arg-type]
        done = sparring(folder, "models", "--base-url", endpoint.base_url, environment={"OPENAI_API_KEY": SECRET})
    assert done.returncode == 3
    assert words in done.stdout
    assert told(done) == ""
    assert SECRET not in done.stdout


def test_an_endpoint_that_is_not_set_up_is_told_with_those_that_are(folder: Path) -> None:
    done = sparring(folder, "models", "wrk")
    assert done.returncode == 3
    assert "offline, local, openai" in told(done)


def test_an_address_that_only_a_workspace_names_is_not_called_before_somebody_asks(folder: Path) -> None:
    with ScriptedEndpoint() as endpoint:
        # Loopback in a form that is not taken for this machine.
        (folder / "sparring.toml").write_text(f'[endpoints.team]\nbase_url = "http://127.1:{endpoint.port}/v1"\n')
        done = sparring(folder, "models", environment={"NO_PROXY": "*"})
        assert done.returncode == 0
        assert "To ask it: sparring models team" in done.stdout
        assert endpoint.others == []
        named = sparring(folder, "models", "team", environment={"NO_PROXY": "*", "OPENAI_API_KEY": SECRET})
        assert "    tiny" in named.stdout
        assert SECRET not in str(endpoint.others[0].headers)
