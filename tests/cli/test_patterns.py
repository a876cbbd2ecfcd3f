"""`sparring patterns`."""

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.many_bouts import TEAMS, make_folder
from sparring.bout.glance import BoutRounds
from sparring.cli import sparring
from sparring.report.chosen import quarter_of
from sparring.report.patterns import patterns
from sparring.reviewing import Review


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    make_folder(folder, 24, distinct=8, teams=3)
    return folder


@pytest.fixture(autouse=True)
def _private_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))


def rounds_of(folder: Path) -> tuple[BoutRounds, ...]:
    review = Review([folder], index_file=None)
    review.bring_up_to_date()
    told = review.rounds()
    review.close()
    return told


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(sparring, ["patterns", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_the_text_names_every_team_and_fits_a_terminal(folder: Path) -> None:
    status, text, _ = run(str(folder))
    assert status == 0
    assert text.startswith("24 bouts of 3 teams, ")
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
    told = json.loads(text)
    assert sum(cell["raised"] for cell in cells) == told["rounds"] + told["closing"]


def test_a_file_that_is_no_bout_is_named_and_the_others_are_counted(folder: Path, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    path = next(iter(sorted(folder.iterdir())))
    (mixed / path.name).write_bytes(path.read_bytes())
    (mixed / "foreign.jsonl").write_text("not ours\n")
    status, text, remarks = run(str(mixed))
    assert (status, text.partition(",")[0]) == (0, "1 bout of 1 team")
    assert "1 of the files could not be read" in remarks


def test_an_empty_folder_and_no_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run(str(tmp_path / "empty"))[0] == 1
    status, _, wrong = run(str(tmp_path / "nowhere"))
    assert status == 2
    assert "is neither a folder nor a transcript" in wrong


def test_one_quarter_is_counted_and_what_came_back_from_the_one_before_stays(folder: Path) -> None:
    quarters = {quarter_of(each.opened) for each in rounds_of(folder)}
    last = max(quarters)
    expected = [each for each in rounds_of(folder) if quarter_of(each.opened) == last]
    status, text, _ = run(str(folder), "--quarter", f"{last[5:]} {last[:4]}", "--format", "json")
    told = json.loads(text)
    assert (status, told["bouts"]) == (0, len(expected))
    assert len(quarters) > 1
    assert told["came_back"] == [
        asdict(each) | {"then_outcomes": list(each.then_outcomes), "now_outcomes": list(each.now_outcomes)}
        for each in patterns(expected, date.today(), among=rounds_of(folder)).came_back
    ]
    assert told["came_back"]


def test_bouts_are_chosen_by_team_cycle_and_day(folder: Path) -> None:
    told = rounds_of(folder)
    one = told[len(told) // 2]
    day = one.opened.astimezone().date()
    for option, value, expected in (
        ("--team", one.team.upper(), sum(each.team == one.team for each in told)),
        ("--cycle", one.cycle, sum(each.cycle == one.cycle for each in told)),
        ("--since", day.isoformat(), sum(each.opened.astimezone().date() >= day for each in told)),
    ):
        assert json.loads(run(str(folder), option, value, "--format", "json")[1])["bouts"] == expected


def test_a_choice_that_no_bout_fits_says_what_there_is(folder: Path) -> None:
    status, text, remarks = run(str(folder), "--quarter", "1999-Q1")
    assert (status, text) == (1, "")
    assert quarter_of(rounds_of(folder)[0].opened) in remarks
    assert all(team in run(str(folder), "--team", "Nobody")[2] for team in TEAMS[:3])
    assert not any(team in run(str(folder), "--team", "Nobody", "--hide-names")[2] for team in TEAMS[:3])
    status, _, wrong = run(str(folder), "--quarter", "winter")
    assert status == 2
    assert "2026-Q4" in wrong


def test_files_are_taken_as_well_as_folders(folder: Path, tmp_path: Path) -> None:
    first, second, *_ = sorted(folder.glob("*.jsonl"))
    assert json.loads(run(str(first), str(second), "--format", "json")[1])["bouts"] == 2
    whole = json.loads(run(str(folder), str(second), "--format", "json")[1])
    assert whole["bouts"] == 24
    (tmp_path / "draft.md").write_text("# Aims\n")
    assert run(str(tmp_path / "draft.md"))[0] == 2


def test_a_page_to_share_names_nobody_if_names_are_hidden(folder: Path) -> None:
    _, page, _ = run(str(folder), "--format", "md", "--hide-names")
    assert page.startswith("# ")
    assert "| Team A |" in page
    assert not any(team in page for team in TEAMS[:3])
