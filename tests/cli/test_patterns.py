"""`sparring patterns`."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.many_bouts import TEAMS, make_folder
from sparring.cli import sparring


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    make_folder(folder, 24, distinct=8, teams=3)
    return folder


@pytest.fixture(autouse=True)
def _private_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(sparring, ["patterns", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_the_text_names_every_team_and_fits_a_terminal(folder: Path) -> None:
    status, text, _ = run(str(folder))
    assert status == 0
    assert text.startswith("24 bouts, ")
    assert all(team in text for team in TEAMS[:3])


def test_names_can_be_hidden(folder: Path) -> None:
    _, text, _ = run(str(folder), "--hide-names", "--format", "json")
    assert not any(team in text for team in TEAMS[:3])
    assert "Team A" in text


def test_json_and_csv_hold_the_same_counts(folder: Path) -> None:
    _, text, _ = run(str(folder), "--format", "json", "--by", "cycle", "--angles")
    cells = json.loads(text)["cells"]
    _, table, _ = run(str(folder), "--format", "csv", "--by", "cycle", "--angles")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["row"], row["column"], int(row["raised"])) for row in rows] == [(c["row"], c["column"], c["raised"]) for c in cells]
    assert sum(cell["raised"] for cell in cells) == json.loads(text)["rounds"]


def test_a_file_that_is_no_bout_is_named_and_the_others_are_counted(folder: Path, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    path = next(iter(sorted(folder.iterdir())))
    (mixed / path.name).write_bytes(path.read_bytes())
    (mixed / "foreign.jsonl").write_text("not ours\n")
    status, text, remarks = run(str(mixed))
    assert (status, text.partition(",")[0]) == (0, "1 bout")
    assert "1 of the files could not be read" in remarks


def test_an_empty_folder_and_no_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(str(tmp_path / "empty"))[0] == 1
    status, _, wrong = run(str(tmp_path / "nowhere"))
    assert status == 2
    assert "is not a folder" in wrong
