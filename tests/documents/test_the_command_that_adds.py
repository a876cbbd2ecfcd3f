"""The command that adds what office files need fits the way in which this program was installed."""

import json
import sys
from pathlib import Path

import pytest

from sparring.documents import installing
from sparring.documents.installing import command_that_adds


class Installed:
    def __init__(self, origin: dict[str, object] | None) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self.origin is None else json.dumps(self.origin)


@pytest.mark.parametrize(
    ("prefix", "command"),
    [
        ("/home/ana/.local/share/pipx/venvs/okr-sparring", "pipx install --force 'okr-sparring[documents]'"),
        ("/home/ana/.local/share/uv/tools/okr-sparring", "uv tool install --force 'okr-sparring[documents]'"),
        ("/home/ana/team/.venv", "/usr/bin/python3 -m pip install 'okr-sparring[documents]'"),
    ],
)
def test_it_is_that_of_the_installer(prefix: str, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", prefix)
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    monkeypatch.setattr(installing, "distribution", lambda name: Installed(None))
    monkeypatch.setattr(installing, "find_spec", lambda name: None)
    assert command_that_adds() == command


def test_what_is_there_already_is_kept_where_everything_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "distribution", lambda name: Installed(None))
    monkeypatch.setattr(installing, "find_spec", lambda name: name if name in ("pdfplumber", "keyring") else None)
    monkeypatch.setattr(sys, "prefix", "/home/ana/.local/share/pipx/venvs/okr-sparring")
    assert command_that_adds("local") == "pipx install --force 'okr-sparring[documents,keyring,local]'"
    monkeypatch.setattr(sys, "prefix", "/home/ana/team/.venv")
    assert command_that_adds("local").endswith("-m pip install 'okr-sparring[local]'")


def test_it_names_where_an_unpublished_copy_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "a.whl"
    wheel.touch()
    for origin, what in (
        ({"url": tmp_path.as_uri(), "dir_info": {}}, f"'{tmp_path}[documents]'"),
        ({"url": wheel.as_uri(), "archive_info": {}}, f"'okr-sparring[documents] @ {wheel.as_uri()}'"),
        ({"url": "https://example.com/r.git", "vcs_info": {"vcs": "git"}}, "'okr-sparring[documents] @ git+https://example.com/r.git'"),
        ({"url": "file:///gone"}, "'okr-sparring[documents]'"),
    ):
        monkeypatch.setattr(installing, "distribution", lambda name, origin=origin: Installed(origin))
        assert command_that_adds().endswith(f"install {what}")
