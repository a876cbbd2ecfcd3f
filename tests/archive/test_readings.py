"""What a team said of its draft's lines is there the next time that the file is opened."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.archive.errors import CannotWrite
from sparring.archive.places import Workspace, find_workspace
from sparring.archive.readings import is_confirmed, read_as_marked, recalled, remember
from sparring.draft.model import LineMark
from sparring.text import read_source

TEXT = "Minutes\n\nNurses trust the hand-over\nAsked twice: from 9 to 3\n"
MARKS = (LineMark(3, "objective"), LineMark(4, "key_result"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "draft.txt").write_text(TEXT)
    return find_workspace(tmp_path)


def test_marks_are_recalled_also_when_the_file_was_edited(workspace: Workspace) -> None:
    draft = workspace.root / "draft.txt"
    remember(read_source(draft), MARKS, workspace)
    draft.write_text("Date: Monday\n" + TEXT)
    read = read_as_marked(read_source(draft))
    assert [item.text for item in read.items()] == ["Nurses trust the hand-over", "Asked twice: from 9 to 3"]


def test_the_kept_file_is_private_and_holds_none_of_the_teams_words(workspace: Workspace) -> None:
    remember(read_source(workspace.root / "draft.txt"), MARKS, workspace)
    [kept] = workspace.transcripts.glob("*.marks")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "Nurses" not in kept.read_text()
    assert "draft" not in kept.read_text() + kept.name


def test_marks_move_with_the_folder(workspace: Workspace, tmp_path: Path) -> None:
    remember(read_source(workspace.root / "draft.txt"), MARKS, workspace)
    other = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(other)
    assert recalled(read_source(other / "draft.txt"), find_workspace(other)) == MARKS


def test_taking_every_mark_back_leaves_none(workspace: Workspace) -> None:
    source = read_source(workspace.root / "draft.txt")
    remember(source, MARKS, workspace)
    remember(source, (), workspace)
    assert recalled(source, workspace) == ()


@pytest.mark.parametrize("marks", [MARKS, ()])
def test_a_reading_is_confirmed_for_this_very_text_with_or_without_marks(workspace: Workspace, marks: tuple[LineMark, ...]) -> None:
    draft = workspace.root / "draft.txt"
    assert not is_confirmed(read_source(draft), workspace)
    remember(read_source(draft), marks, workspace)
    assert is_confirmed(read_source(draft), workspace)
    draft.write_text(TEXT + "Rotas kept: 80%\n")
    assert not is_confirmed(read_source(draft), workspace)


def test_pasted_text_has_no_file_to_remember(workspace: Workspace) -> None:
    pasted = replace(read_source(workspace.root / "draft.txt"), path=None)
    remember(pasted, MARKS, workspace)
    assert recalled(pasted, workspace) == ()
    assert not list(workspace.transcripts.glob("*.marks"))


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        json.dumps({"schema": 2, "marks": []}).encode(),
        json.dumps({"schema": 1, "marks": [["a", "b", "note"]]}).encode(),
        json.dumps({"schema": 1, "marks": [["a", 0, "delete everything"]]}).encode(),
        json.dumps({"schema": 1, "marks": [["a", -5, "note"]]}).encode(),
    ],
)
def test_a_damaged_file_is_as_good_as_none(workspace: Workspace, damaged: bytes) -> None:
    source = read_source(workspace.root / "draft.txt")
    remember(source, MARKS, workspace)
    [kept] = workspace.transcripts.glob("*.marks")
    kept.write_bytes(damaged)
    assert recalled(source, workspace) == ()
    assert not is_confirmed(source, workspace)


def test_a_place_that_cannot_be_written_is_told(workspace: Workspace) -> None:
    source = read_source(workspace.root / "draft.txt")
    elsewhere = replace(workspace, transcripts=workspace.root / "draft.txt")
    with pytest.raises(CannotWrite):
        remember(source, MARKS, elsewhere)
