"""`sparring key`: a key goes into the keyring, and nowhere else."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment_in, sparring, told
from tests.terminal.terminal import Terminal

SECRET = "sk-very-secret-7f3a"
BACKEND = """
import json
from pathlib import Path
from keyring.backend import KeyringBackend

class Backend(KeyringBackend):
    priority = 9
    name = "paper keyring"
    file = Path({file!r})

    def _all(self):
        return json.loads(self.file.read_text()) if self.file.exists() else {{}}

    def get_password(self, service, username):
        return self._all().get(username)

    def set_password(self, service, username, password):
        self.file.write_text(json.dumps({{**self._all(), username: password}}))

    def delete_password(self, service, username):
        self.file.write_text(json.dumps({{name: key for name, key in self._all().items() if name != username}}))
"""
"""A backend of the keyring library that keeps keys in a file."""


@pytest.fixture
def paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process whose keyring is a file."""
    place = tmp_path_factory.mktemp("keyring")
    (place / "paper_keyring.py").write_text(BACKEND.format(file=str(place / "kept.json")))
    return {"PYTHONPATH": f"{place}:{':'.join(sys.path)}", "PYTHON_KEYRING_BACKEND": "paper_keyring.Backend"}


def kept(paper: dict[str, str]) -> dict[str, str]:
    held = json.loads((Path(paper["PYTHONPATH"].partition(":")[0]) / "kept.json").read_text())
    assert isinstance(held, dict)
    return held


def test_a_key_is_typed_unseen_found_again_and_forgotten(folder: Path, paper: dict[str, str]) -> None:
    terminal = Terminal(["key", "set", "openai"], cwd=folder, env=environment_in(folder, paper))
    try:
        terminal.wait_for("Key for openai at https://api.openai.com/v1 (it is not shown)")
        terminal.settle()
        terminal.type(f"{SECRET}\r")
        assert terminal.status() == 0
        assert "for https://api.openai.com/v1 alone" in terminal.words
        assert SECRET.encode() not in terminal.raw
    finally:
        terminal.close()
    assert kept(paper) == {"openai at https://api.openai.com": SECRET}
    assert not any(SECRET in path.read_text() for path in folder.rglob("*") if path.is_file())
    forgotten = sparring(folder, "key", "forget", "openai", environment=paper)
    assert forgotten.returncode == 0
    assert kept(paper) == {}
    assert sparring(folder, "key", "forget", "openai", environment=paper).returncode == 1


def test_a_key_may_come_from_another_program(folder: Path, paper: dict[str, str]) -> None:
    done = sparring(folder, "key", "set", "openai", stdin=f"{SECRET}\n", environment={**paper, "OPENAI_API_KEY": "another"})
    assert done.returncode == 0
    assert kept(paper) == {"openai at https://api.openai.com": SECRET}
    assert "OPENAI_API_KEY in the environment comes before it" in told(done)
    assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize("typed", ["", "\n", "two words\n", "sk-\u2013dash\n"])
def test_what_is_no_key_is_not_kept(folder: Path, paper: dict[str, str], typed: str) -> None:
    done = sparring(folder, "key", "set", "openai", stdin=typed, environment=paper)
    assert done.returncode == 2
    assert "Nothing was kept" in told(done)
    assert typed.strip() == "" or typed.strip() not in done.stderr


def test_without_a_keyring_other_ways_are_told(folder: Path) -> None:
    done = sparring(folder, "key", "set", "openai", stdin=SECRET)
    assert done.returncode == 3
    assert "in the environment" in told(done)
    assert SECRET not in done.stderr


def test_a_key_for_an_endpoint_of_a_workspace_is_for_its_address_alone(folder: Path, paper: dict[str, str]) -> None:
    (folder / "sparring.toml").write_text('[endpoints.team]\nbase_url = "https://llm.example.com/v1"\n')
    assert sparring(folder, "key", "set", "team", stdin=SECRET, environment=paper).returncode == 0
    assert kept(paper) == {"team at https://llm.example.com": SECRET}
    done = sparring(folder, "key", "set", "nobody", stdin=SECRET, environment=paper)
    assert done.returncode == 3
    assert "no partner “nobody”" in told(done)
