"""`sparring eval --rules`, as somebody at a terminal and a script meet it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sparring.cli.eval import eval_command
from sparring.evaluation.labelled import LabelledError
from sparring.text import TextError

GOAL = {"id": "g", "label": 1, "form": "goal", "ctx": "inn", "text": "Increase the number of guests who return."}
HONEST = {"id": "h", "label": 0, "form": "question", "ctx": "inn", "text": "Who returns, and what brings them?"}
MISSED = {"id": "m", "label": 1, "form": "odd", "ctx": "inn", "text": "Somebody hums in the garden."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contexts.json").write_text(json.dumps({"inn": {"draft": {"O1": "Guests return for the garden"}}}), "utf-8")
    return tmp_path


def written(folder: Path, name: str, *rows: dict[str, object]) -> str:
    path = folder / name
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return str(path)


def test_good_rules_end_with_status_0_and_show_each_file_and_all_together(folder: Path) -> None:
    shown = CliRunner().invoke(eval_command, ["--rules", written(folder, "one.jsonl", GOAL), written(folder, "two.jsonl", HONEST)])
    assert shown.exit_code == 0
    assert [line.split()[0] for line in shown.output.splitlines()] == ["sentences", "one.jsonl", "two.jsonl", "pooled"]
    assert "1.000 (0.207-1.000) 1/1" in shown.output


def test_rules_below_what_is_wanted_end_with_status_1_and_the_misses_can_be_read(folder: Path) -> None:
    shown = CliRunner().invoke(eval_command, ["--rules", "--misses", written(folder, "one.jsonl", GOAL, HONEST, MISSED)])
    assert shown.exit_code == 1
    assert "one.jsonl m odd: passed\n  Somebody hums in the garden." in shown.output
    assert "Below what is wanted" in shown.output


@pytest.mark.parametrize("name", ["hedged.jsonl", "adversarial-two.jsonl"])
def test_hints_and_attacks_are_shown_and_not_counted(folder: Path, name: str) -> None:
    shown = CliRunner().invoke(eval_command, ["--rules", written(folder, name, MISSED), written(folder, "one.jsonl", GOAL)])
    assert shown.exit_code == 0
    assert "shown, not counted" in shown.output


def test_json_holds_the_figures_and_the_misses(folder: Path) -> None:
    shown = CliRunner().invoke(
        eval_command, ["--rules", "--misses", "--forms", "--format", "json", written(folder, "one.jsonl", GOAL, MISSED)]
    )
    result = json.loads(shown.stdout)
    assert [each["name"] for each in result["sets"]] == ["one.jsonl", "goal", "odd", "pooled"]
    assert result["sets"][0]["recall"]["count"] == 1
    assert result["misses"][0]["id"] == "m"
    assert result["as_wanted"] is False


def test_files_of_one_name_in_two_folders_are_kept_apart(folder: Path) -> None:
    (folder / "more").mkdir()
    other = dict(HONEST)
    del other["ctx"]
    shown = CliRunner().invoke(eval_command, ["--rules", written(folder, "one.jsonl", GOAL), written(folder / "more", "one.jsonl", other)])
    assert shown.output.count("one.jsonl") == 2
    assert shown.exit_code == 0


def test_without_a_file_or_a_measure_it_is_wrong_usage() -> None:
    assert CliRunner().invoke(eval_command, ["--rules"]).exit_code == 2
    assert CliRunner().invoke(eval_command, []).exit_code == 2


def test_a_missing_file_and_a_bad_line_are_said(folder: Path) -> None:
    assert isinstance(CliRunner().invoke(eval_command, ["--rules", str(folder / "none.jsonl")]).exception, TextError)
    bad = CliRunner().invoke(eval_command, ["--rules", written(folder, "bad.jsonl", HONEST, {"text": "x"})])
    assert isinstance(bad.exception, LabelledError)
    assert "bad.jsonl, line 2" in str(bad.exception)
