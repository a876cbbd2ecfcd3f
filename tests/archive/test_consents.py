"""What was agreed to once in a workspace: remembered for whoever agreed, and never taken for more than it was."""

from pathlib import Path

import pytest

from sparring.archive.consents import Consents


def test_what_was_agreed_to_is_remembered_with_its_documents(tmp_path: Path) -> None:
    Consents(tmp_path).remember("models.example", ["strategy.md"])
    again = Consents(tmp_path)
    assert again.given("models.example") == frozenset({"strategy.md"})
    assert again.given("other.example") is None


def test_documents_that_are_added_stand_beside_those_before(tmp_path: Path) -> None:
    consents = Consents(tmp_path)
    consents.remember("models.example", [])
    assert consents.given("models.example") == frozenset()
    consents.remember("models.example", ["strategy.md"])
    consents.remember("models.example", ["bets.docx"])
    assert consents.given("models.example") == frozenset({"strategy.md", "bets.docx"})


def test_the_file_is_private_and_not_in_the_workspace_which_may_come_from_anybody(tmp_path: Path) -> None:
    workspace, kept = tmp_path / "workspace", tmp_path / "kept"
    workspace.mkdir()
    Consents(workspace, kept).remember("models.example", [])
    (path,) = kept.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert kept.stat().st_mode & 0o777 == 0o700
    assert list(workspace.iterdir()) == []


def test_what_was_agreed_to_in_one_workspace_is_not_for_another(tmp_path: Path) -> None:
    Consents(tmp_path / "a").remember("models.example", [])
    assert Consents(tmp_path / "b").given("models.example") is None
    assert Consents(tmp_path / "c" / ".." / "a").given("models.example") == frozenset()


@pytest.mark.parametrize(
    "text", ["", "null", "[", '{"schema":2,"hosts":{"models.example":[]}}', '{"schema":1,"hosts":{"models.example":[1]}}']
)
def test_a_file_that_says_nothing_usable_is_no_consent(tmp_path: Path, text: str) -> None:
    Consents(tmp_path / "a", tmp_path).remember("models.example", [])
    (path,) = tmp_path.iterdir()
    path.write_text(text)
    assert Consents(tmp_path / "a", tmp_path).given("models.example") is None


def test_where_nothing_can_be_kept_it_holds_as_long_as_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    consents = Consents(tmp_path / "a", tmp_path / "file")
    consents.remember("models.example", ["strategy.md"])
    assert consents.given("models.example") == frozenset({"strategy.md"})
    assert Consents(tmp_path / "a", tmp_path / "file").given("models.example") is None
