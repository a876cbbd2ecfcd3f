"""`sparring share` and `sparring collect`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.many_bouts import make_folder
from sparring.archive.notes import CoachFiles
from sparring.archive.transcript import read_transcript
from sparring.cli import sparring
from sparring.record.notes import NoteAdded


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_folder(tmp_path / "transcripts", 2, distinct=1, teams=1)
    (tmp_path / "coach").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(sparring, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_a_bout_is_shared_with_the_lines_that_the_list_names_struck(workspace: Path) -> None:
    _, listed, _ = run("share", "last", "--to", "coach", "--list")
    assert not list((workspace / "coach").iterdir())
    number, _, words = listed.splitlines()[0].strip().partition("  ")
    status, said, _ = run("share", "last", "--to", "coach", "--strike", number)
    assert status == 0
    assert "1 of your lines without their words" in said
    (copy,) = (workspace / "coach").glob("*.jsonl")
    assert words.encode() not in copy.read_bytes()
    assert read_transcript(copy).entries[-1].hash in said


def test_the_list_needs_no_folder_and_shares_nothing(workspace: Path) -> None:
    status, listed, wrong = run("share", "--list")
    assert (status, wrong) == (0, "")
    assert listed == run("share", "last", "--to", "coach", "--list")[1]
    assert listed.splitlines()[0].strip().partition("  ")[0].isdecimal()
    assert not list((workspace / "coach").iterdir())


@pytest.mark.parametrize("lines", ["x", "3-", "-3", "9" * 30, "1;2"])
def test_what_names_no_lines_is_wrong_usage(workspace: Path, lines: str) -> None:
    status, _, wrong = run("share", "last", "--to", "coach", "--strike", lines)
    assert status == 2
    assert "names no lines" in wrong


def test_a_folder_that_is_not_there_is_asked_for(workspace: Path) -> None:
    status, _, wrong = run("share", "last", "--to", "nowhere")
    assert status == 2
    assert "is not a folder" in wrong


def test_a_colleagues_folder_is_taken_in(workspace: Path) -> None:
    status, said, remarks = run("collect", "transcripts", "--into", "coach")
    assert (status, said.count("new ")) == (0, 2)
    assert "2 new" in remarks
    assert "2 here already" in run("collect", "transcripts", "--into", "coach")[2]


def test_an_empty_folder_brings_nothing(workspace: Path) -> None:
    assert run("collect", "coach")[0] == 1


def test_a_coachs_notes_come_back_to_the_team_and_are_shown(workspace: Path) -> None:
    run("share", "last", "--to", "coach")
    (copy,) = (workspace / "coach").glob("*.jsonl")
    assert run("collect", "coach", "--notes")[0] == 1
    line = NoteAdded(at=datetime(2026, 11, 22, tzinfo=UTC), by="Ana", note="n", text="Who decides this?")
    CoachFiles("Ana").write(copy, [line], for_team=True)
    status, said, _ = run("collect", "coach", "--notes")
    assert (status, said) == (0, f"notes    {copy.stem}\n")
    assert "Who decides this?" in run("show", copy.stem)[1]
    page = run("export", str(copy), "--format", "html")[1]
    assert "Who decides this?" in page
    assert copy.stem in run("transcripts", "coach")[1]
