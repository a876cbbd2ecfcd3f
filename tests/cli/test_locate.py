"""Where things are kept, as `sparring locate` prints it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sparring.archive.consents import Consents
from sparring.cli.locate import locate_command
from sparring.library.cache import LibraryCache, entry_name, user_cache_folder
from sparring.library.indexed import indexed
from sparring.library.model import Passage


def test_the_place_of_documents_read_before_is_printed_and_is_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    LibraryCache().keep(entry_name(b"plan", ".md"), indexed([Passage("P1", "plan.md", 1, "Couriers ring once.")], "0" * 64))
    printed = CliRunner().invoke(locate_command).output
    assert f"documents read before       {user_cache_folder()}\n" in printed
    assert len(list(user_cache_folder().iterdir())) == 1


def test_what_is_kept_about_endpoints_has_a_place_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    Consents(tmp_path).remember("llm.example.com", [])
    printed = CliRunner().invoke(locate_command).output
    assert f"hosts you agreed to         {tmp_path / 'sparring' / 'consents'}\n" in printed
    assert f"what endpoints can do       {tmp_path / 'sparring' / 'endpoints.json'}   (not there yet)\n" in printed
