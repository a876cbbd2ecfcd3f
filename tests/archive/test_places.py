import os
import stat
import subprocess
from pathlib import Path

from sparring.archive.names import bout_name
from sparring.archive.places import Workspace, find_workspace
from tests.archive.conftest import AT


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_nearest_folder_with_settings_or_transcripts_is_the_workspace(tmp_path: Path) -> None:
    below = tmp_path / "team" / "okrs" / "q1"
    below.mkdir(parents=True)
    (tmp_path / "transcripts").mkdir()
    assert find_workspace(below).root == tmp_path
    (tmp_path / "team" / "sparring.toml").touch()
    found = find_workspace(below)
    assert found == Workspace(tmp_path / "team", tmp_path / "team" / "transcripts")
    assert not found.transcripts.exists()


def test_a_file_in_the_workspace_leads_there(tmp_path: Path) -> None:
    (tmp_path / "transcripts").mkdir()
    assert find_workspace(tmp_path / "draft.md").root == tmp_path


def test_a_file_called_transcripts_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "transcripts").write_text("notes")
    assert not find_workspace(tmp_path, data_folder=tmp_path / "data").found


def test_without_a_workspace_bouts_go_to_the_data_folder(tmp_path: Path) -> None:
    found = find_workspace(tmp_path, data_folder=tmp_path / "data")
    assert found == Workspace(tmp_path / "data", tmp_path / "data" / "transcripts", found=False)
    assert found.prepare().is_dir()


def test_the_folder_is_private_and_git_leaves_it_alone(tmp_path: Path) -> None:
    folder = Workspace(tmp_path, tmp_path / "transcripts").prepare()
    assert mode_of(folder) == 0o700
    (folder / "2026-11-21-kofu.jsonl").touch()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    seen = subprocess.run(["git", "-C", str(tmp_path), "status", "--short", "-uall"], check=True, capture_output=True, text=True)
    assert seen.stdout == ""


def test_a_checked_out_folder_keeps_its_own_rules_and_becomes_private(tmp_path: Path) -> None:
    folder = tmp_path / "transcripts"
    folder.mkdir(mode=0o755)
    (folder / ".gitignore").write_text("*\n!.gitignore\n!example.jsonl\n")
    (folder / "example.jsonl").touch()
    Workspace(tmp_path, folder).prepare()
    assert (folder / ".gitignore").read_text() == "*\n!.gitignore\n!example.jsonl\n"
    assert mode_of(folder) == 0o700


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "transcripts"
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "interview.docx").touch()
    Workspace(tmp_path, folder).prepare()
    Workspace(tmp_path, folder).prepare()
    assert mode_of(folder) == 0o755


def test_a_shared_folder_is_open_to_its_group_and_hands_it_on(tmp_path: Path) -> None:
    folder = Workspace(tmp_path, tmp_path / "transcripts", shared=True).prepare()
    assert mode_of(folder) == 0o2770


def test_a_tight_umask_does_not_lock_the_group_out(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folder = Workspace(tmp_path, tmp_path / "transcripts", shared=True).prepare()
    finally:
        os.umask(before)
    assert mode_of(folder) & 0o777 == 0o770


def test_people_are_told_who_can_read(tmp_path: Path) -> None:
    assert "Only you" in Workspace(tmp_path, tmp_path / "transcripts").readers()
    shared = Workspace(tmp_path, tmp_path / "transcripts", shared=True)
    assert "group" in shared.readers()
    assert "Only you" not in shared.readers()


def test_bout_names_sort_by_day_and_can_be_said() -> None:
    name = bout_name(AT, b"\x12\x34")
    assert name == bout_name(AT, b"\x12\x34")
    day, word = name[:10], name[11:]
    assert day == "2026-11-21"
    assert [letter in "aeiou" for letter in word] == [False, True, False, True]


def test_other_random_bytes_give_other_names() -> None:
    names = {bout_name(AT, number.to_bytes(2)) for number in range(6400)}
    assert len(names) == 6400
