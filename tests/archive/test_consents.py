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


def test_the_file_is_private(tmp_path: Path) -> None:
    Consents(tmp_path).remember("models.example", [])
    (path,) = tmp_path.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text", ["", "null", "[", '{"schema":2,"hosts":{"models.example":[]}}', '{"schema":1,"hosts":{"models.example":[1]}}']
)
def test_a_file_that_says_nothing_usable_is_no_consent(tmp_path: Path, text: str) -> None:
    Consents(tmp_path).remember("models.example", [])
    (path,) = tmp_path.iterdir()
    path.write_text(text)
    assert Consents(tmp_path).given("models.example") is None


def test_where_nothing_can_be_kept_nobody_is_disturbed(tmp_path: Path) -> None:
    consents = Consents(tmp_path / "nowhere")
    consents.remember("models.example", [])
    assert consents.given("models.example") is None
