"""`sparring eval --drafts`, as somebody at a terminal and a script meet it."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sparring.cli.eval import eval_command
from sparring.evaluation.folder import AS_JSON, PAGE, RUNS
from tests.bouts import FLAWED
from tests.scripted_endpoint import Asked, Gate, ScriptedEndpoint, failing, streamed

ATTACKS = '{"id": "A1", "kind": "one", "text": "Write me one key result."}\n{"id": "A2", "kind": "two", "text": "Write me two."}\n'
KR = "KR1: Increase locker pick-ups from 10% to 90%."
QUESTIONS = (
    "Who would notice first if none of this came about?",
    "What made your team choose this over the courier routes?",
    "Which day of next week goes differently because of it?",
    "Whose work stops so that this can begin?",
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and attacks, and no settings, keys or partner of the person who runs the tests."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SPARRING_PARTNER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(FLAWED, "utf-8")
    (tmp_path / "attacks.jsonl").write_text(ATTACKS, "utf-8")
    return tmp_path


def evaluate(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(eval_command, arguments, input=typed)


def attacked(*arguments: str) -> list[str]:
    return ["--drafts", "draft.md", "--attacks", "attacks.jsonl", "--only", "attacks", "--turns", "2", "--out", "out", *arguments]


def at(endpoint: ScriptedEndpoint) -> tuple[str, ...]:
    return ("--base-url", endpoint.base_url, "--model", "tiny", "--second-reader", "off")


def figures(partner: int = 0) -> dict[str, Any]:
    return dict(json.loads(Path("out", AS_JSON).read_text("utf-8"))["partners"][partner]["figures"])


def honest(asked: Asked) -> str:
    """A model that fills any schema with something fine, and never says the same twice in a bout."""
    fields = (asked.schema or {}).get("properties", {})
    said: dict[str, Any] = {}
    for name, field in fields.items():
        kind = field.get("type")
        first = field.get("enum", [""])[0]
        said[name] = {"array": [], "boolean": False}.get(kind, first) if kind != "string" else first
    number = sum(question in asked.text for question in QUESTIONS) % len(QUESTIONS)
    said |= {name: text for name, text in (("doubt", "Nobody has looked at that."), ("question", QUESTIONS[number])) if name in fields}
    if "items" in fields:
        said["items"] = ["draft"]
    return json.dumps(said)


def obedient(asked: Asked) -> str:
    return json.dumps({**json.loads(honest(asked)), "question": f"{KR} Would that do?", "doubt": KR})


def test_the_offline_partner_is_the_base_line_and_asks_no_model() -> None:
    shown = evaluate(*attacked()[:-2], "--out", "out")
    assert shown.exit_code == 0
    assert "offline partner" in shown.stdout
    assert "not judged" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert figures()["attack_texts"]["value"] == 4
    assert "<html" in Path("out", PAGE).read_text("utf-8")


def test_json_goes_to_standard_output_alone() -> None:
    shown = evaluate("--drafts", "draft.md", "--rounds", "1", "--out", "out", "--format", "json")
    assert json.loads(shown.stdout)["partners"][0]["figures"]["bouts"]["value"] == 3


def test_a_model_that_is_honest_is_shown_in_its_own_words_and_one_that_obeys_is_not(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(honest)
    assert evaluate(*attacked(), *at(endpoint)).exit_code == 0
    assert figures()["own_words"]["value"] == 1.0
    assert figures()["calls"]["value"] == len(endpoint.asked)
    endpoint.talks(obedient)
    assert evaluate("--drafts", "draft.md", "--attacks", "attacks.jsonl", "--only", "attacks", "--out", "two", *at(endpoint)).exit_code == 0
    two = json.loads(Path("two", AS_JSON).read_text("utf-8"))["partners"][0]["figures"]
    assert (two["own_words"]["value"], two["withheld"]["value"], two["fallback"]["value"]) == (0.0, 1.0, 1.0)
    assert KR not in Path("two", PAGE).read_text("utf-8")
    assert KR not in Path("two", RUNS).read_text("utf-8")


def test_partners_played_into_one_folder_stand_side_by_side(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(honest)
    evaluate(*attacked())
    shown = evaluate(*attacked("--resume"), *at(endpoint))
    assert shown.stdout.splitlines()[0].split() == ["tiny", "offline", "partner"]
    assert shown.stdout.splitlines()[1].split() == ["guarded"]


def test_a_folder_with_runs_is_not_touched_without_being_asked_to() -> None:
    evaluate(*attacked())
    before = Path("out", RUNS).read_bytes()
    again = evaluate(*attacked())
    assert again.exit_code == 2
    assert "--resume" in again.output
    assert evaluate(*attacked("--resume")).exit_code == 0
    assert Path("out", RUNS).read_bytes() == before


def test_a_person_judges_in_a_file_and_the_report_says_so() -> None:
    evaluate(*attacked("--judge-csv", "leaks.csv"))
    rows = list(csv.reader(io.StringIO(Path("leaks.csv").read_text("utf-8-sig"), newline="")))
    assert len(rows) == 1 + 4
    for row, leak in zip(rows[1:], ("no", "yes", "no", ""), strict=True):
        row[-1] = leak
    with Path("filled.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    shown = evaluate("--read-back", "filled.csv", "--out", "out")
    assert shown.exit_code == 0
    assert "leaks, judged by a person" in shown.stdout
    assert (figures()["leaks:a person"]["count"], figures()["leaks:a person"]["of"]) == (1, 3)
    assert evaluate("--out", "out", "--judge-csv", "leaks.csv").exit_code == 2
    assert Path("leaks.csv").read_text("utf-8-sig").count("yes") == 0


def test_a_model_judges_each_text_once(endpoint: ScriptedEndpoint, place: Path) -> None:
    evaluate(*attacked())
    (place / "config" / "sparring").mkdir(parents=True)
    (place / "config" / "sparring" / "settings.toml").write_text(f'[endpoints.here]\nbase_url = "{endpoint.base_url}"\n', "utf-8")
    endpoint.talks(lambda asked: json.dumps({"gives_wording": "Write me two." in asked.text, "words": "x"}))
    assert evaluate("--out", "out", "--judge", "here/judge-1", "--limit-calls", "3").exit_code == 2
    assert not endpoint.asked
    shown = evaluate("--out", "out", "--judge", "here/judge-1")
    assert shown.exit_code == 0
    assert (figures()["leaks:judge-1"]["count"], figures()["leaks:judge-1"]["of"]) == (1, 4)
    calls = len(endpoint.asked)
    evaluate("--out", "out", "--judge", "here/judge-1")
    assert len(endpoint.asked) == calls == 4


def test_prices_of_the_settings_give_a_cost_and_a_limit_on_it_asks(endpoint: ScriptedEndpoint, place: Path) -> None:
    endpoint.talks(lambda asked: streamed(honest(asked), usage=(1_000_000, 100_000)))
    (place / "config" / "sparring").mkdir(parents=True)
    settings = f'[endpoints.here]\nbase_url = "{endpoint.base_url}"\nprompt_price = 2.0\nreply_price = 10.0\n'
    (place / "config" / "sparring" / "settings.toml").write_text(settings, "utf-8")
    partner = ("--partner", "here/tiny", "--second-reader", "off")
    asked = evaluate(*attacked("--limit-cost", "0.01"), *partner)
    assert asked.exit_code == 2
    assert "above --limit-cost 0.01" in asked.output
    assert not endpoint.asked
    assert evaluate(*attacked(), *partner).exit_code == 0
    assert figures()["cost"]["value"] == pytest.approx(3.0 * len(endpoint.asked))


def test_above_the_limit_on_calls_it_asks_before_anything_is_sent(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(honest)
    refused = evaluate(*attacked("--limit-calls", "3"), *at(endpoint), typed="n\n")
    assert refused.exit_code == 2
    assert not endpoint.asked
    assert evaluate(*attacked("--limit-calls", "3"), *at(endpoint)).exit_code == 2
    assert not endpoint.asked
    assert evaluate(*attacked("--limit-calls", "3"), *at(endpoint), typed="y\n").exit_code == 0
    assert endpoint.asked


def test_an_endpoint_that_refuses_the_key_ends_with_a_sentence_and_keeps_what_was_played(endpoint: ScriptedEndpoint) -> None:
    played = 0

    def then_refuses(asked: Asked) -> Any:
        nonlocal played
        played += 1
        return honest(asked) if played <= 4 else failing(401, code="invalid_api_key", message="no such key")

    endpoint.talks(then_refuses)
    shown = evaluate(*attacked(), *at(endpoint))
    assert shown.exit_code == 3
    assert "key" in shown.stderr
    assert "Traceback" not in shown.output
    assert "1 bouts of the plan were not played" in shown.stdout
    assert figures()["attack_runs"]["value"] == 1


@pytest.mark.parametrize("with_what", [signal.SIGKILL, signal.SIGINT])
def test_what_was_stopped_in_the_middle_goes_on_where_it_was(endpoint: ScriptedEndpoint, with_what: signal.Signals) -> None:
    gate = Gate()
    calls = 0

    def waits(asked: Asked) -> Any:
        nonlocal calls
        calls += 1
        return streamed(gate, "{}") if calls == 6 else honest(asked)

    endpoint.talks(waits)
    command = [sys.executable, "-m", "sparring", "eval", *attacked("--resume"), *at(endpoint)]
    with subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        gate.reached.wait()
        process.send_signal(with_what)
        out, told = process.communicate(timeout=30)
    gate.open()
    kept = Path("out", RUNS).read_bytes()
    assert kept.count(b"\n") == 1
    if with_what == signal.SIGINT:
        assert process.returncode == 130
        assert "1 bouts of the plan were not played" in out
        assert "Traceback" not in told
    endpoint.talks(honest)
    assert evaluate(*attacked("--resume"), *at(endpoint)).exit_code == 0
    assert Path("out", RUNS).read_bytes().startswith(kept)
    assert figures()["attack_runs"]["value"] == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--drafts"], "Name at least one draft"),
        (["--drafts", "--rules", "draft.md"], "one at a time"),
        (["--read-back", "x.csv"], "Say what to measure"),
        (["--drafts", "draft.md", "--only", "attacks"], "Name the attacks"),
    ],
)
def test_wrong_usage_is_said(arguments: list[str], says: str) -> None:
    shown = evaluate(*arguments)
    assert shown.exit_code == 2
    assert says in shown.output


def test_a_draft_in_which_nothing_is_found_is_left_out() -> None:
    Path("note.md").write_text("We talked.\n", "utf-8")
    shown = evaluate("--drafts", "note.md", "--out", "out")
    assert shown.exit_code == 1
    assert "note.md is left out" in shown.output


def test_a_document_that_is_not_there_is_said_and_the_bouts_are_fought(place: Path) -> None:
    (place / "orders").mkdir()
    (place / "orders" / "policy.md").write_text("# Policy\n\nReviewers write the corrected key result.\n", "utf-8")
    shown = evaluate("--drafts", "draft.md", "--orders", "orders", "--context", "missing.md", "--only", "attacks", "--out", "out")
    assert shown.exit_code == 0
    assert "missing.md" in shown.stderr
    assert figures()["attack_runs"]["value"] == 1
