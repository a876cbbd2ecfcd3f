"""`sparring prompt`: what a model would be sent, without a model, a key or a network."""

import json
from pathlib import Path

from sparring.packaged import packaged
from tests.cli.running import sparring

EXAMPLE = packaged("examples") / "growth-squad"


def test_it_prints_every_word_that_would_be_sent(folder: Path) -> None:
    done = sparring(folder, "prompt", str(EXAMPLE / "draft.md"), "--context", str(EXAMPLE / "strategy"), "--format", "json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert [message["role"] for message in told["messages"]] == ["system", "user"]
    assert "Increase activation rate by 20%" in told["messages"][1]["content"]
    assert "We do not compete on price." in told["messages"][1]["content"]
    assert told["documents"] == ["last-cycle.txt", "strategy.md"]
    assert (told["left_out"], told["reply"]["name"]) == (0, "challenge")
    assert told["tokens"] > 1_000


def test_it_says_what_is_left_out_and_how_much_it_is(folder: Path) -> None:
    done = sparring(
        folder, "prompt", str(EXAMPLE / "draft.md"), "--context", str(EXAMPLE / "strategy"), "--context-tokens", "3500", "--voice", "bank"
    )
    assert done.returncode == 0
    assert "Lines of documents left out: none." not in done.stdout
    assert "tokens at most" in done.stdout
    assert '"doubt"' not in done.stdout.split("shape of the reply")[1]


def test_answers_lead_to_the_prompt_of_a_later_round(folder: Path) -> None:
    answers = ("--answer", "We would have built the wizard anyway.", "--answer", "Not understanding the problem.")
    done = sparring(folder, "prompt", str(EXAMPLE / "draft.md"), *answers)
    assert done.returncode == 0
    assert "We would have built the wizard anyway." in done.stdout
    assert "Also open" in done.stdout


def test_a_bout_that_is_over_asks_no_model(folder: Path) -> None:
    answers = [word for number in range(12) for word in ("--answer", f"We counted {number} of 14 on Monday.")]
    done = sparring(folder, "prompt", str(EXAMPLE / "draft.md"), *answers)
    assert (done.returncode, done.stdout) == (1, "")
    assert "No model would be asked" in done.stderr
