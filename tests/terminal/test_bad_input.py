"""What a team meets when a file, a folder or a colleague stands in the way: a sentence, and everything typed still there."""

from pathlib import Path

import pytest

from tests.terminal.bout import leave, to_keys, to_round_one
from tests.terminal.conftest import DRAFT, Desk
from tests.terminal.terminal import Terminal

BAD: dict[str, tuple[bytes | None, str]] = {
    "missing.md": (None, "There is no file"),
    "picture.md": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.md is not a text file."),
    "empty.md": (b"", "empty.md is empty. Choose another file, or paste your draft."),
    "huge.md": (b"- KR: more\n" * 400_000, "a text of at most 4 MB can be read"),
}


def test_a_draft_that_cannot_be_used_is_explained_beside_the_path_as_it_was_typed(desk: Desk) -> None:
    (desk.folder / "strategy" / "more").mkdir()
    team = desk.start()
    team.wait_for("It never writes an OKR", "o Open a draft")
    team.type("o")
    team.wait_for("Open a draft Markdown, text", "enter open")
    team.type("./strategy/more\r")
    team.wait_for("more is a folder. Name the file in it that holds the draft.")
    team.key("ctrl+u")
    for name, (content, sentence) in BAD.items():
        if content is not None:
            (desk.folder / name).write_bytes(content)
        team.type(f"./{name}\r")
        team.wait_for(sentence, f"Open a draft Markdown, text, CSV, YAML, JSON, Word, Excel, slides, PDF ./{name}")
        team.key("ctrl+u")
    team.type("okrs")
    team.key("escape")
    team.wait_for("It never writes an OKR")
    team.type("o")
    team.wait_for("Open a draft Markdown, text, CSV, YAML, JSON, Word, Excel, slides, PDF okrs")
    leave(team)


def test_a_path_that_was_wrong_is_mended_and_opened_with_its_strategy(desk: Desk) -> None:
    team = desk.start()
    team.wait_for("It never writes an OKR")
    team.type("o")
    team.wait_for("Open a draft Markdown, text", "enter open")
    team.type("okr.md\r")
    team.wait_for("There is no file")
    team.key("left", "left", "left")
    team.type("s\r")
    team.wait_for("Your strategy, if you have it at hand", "strategy/", "2 objectives, 6 key results")
    team.key("enter")
    team.wait_for("Who is here?")
    leave(team)


@pytest.fixture
def edited(desk: Desk) -> Terminal:
    """The draft is being edited, and somebody else has just saved another text."""
    team = desk.spar()
    to_round_one(team)
    to_keys(team)
    team.type("e")
    team.wait_for("is saved as it stands here", "F2 save")
    team.key("down", "down", "end")
    team.type(" by a third")
    team.wait_for("on the day they arrive by a third")
    desk.draft.write_text(DRAFT.replace("15%", "22%"))
    team.key("ctrl+s")
    team.wait_for("The draft was changed meanwhile", "keep mine in the bout only")
    return team


def test_a_draft_changed_by_somebody_else_can_stand_beside_ours(desk: Desk, edited: Terminal) -> None:
    edited.type("b")
    edited.wait_for("by a third", gone="keep mine in the bout only")
    assert "22%" in desk.draft.read_text()
    edited.key("ctrl+s")
    edited.wait_for("keep mine in the bout only")
    edited.type("m")
    edited.wait_for("What you changed, as I read it", "version 2")
    assert "22%" in desk.draft.read_text()
    assert "by a third" not in desk.draft.read_text()
    assert "by a third" in desk.events("draft_revised")[0]["draft"]["text"]


def test_a_draft_changed_by_somebody_else_can_come_into_the_bout_and_ours_after_it(desk: Desk, edited: Terminal) -> None:
    edited.type("t")
    edited.wait_for("Their text is now version 2 of the bout", "by a third", gone="keep mine in the bout only")
    edited.key("ctrl+s")
    edited.wait_for("What you changed, as I read it", "version 3")
    assert "by a third" in desk.draft.read_text()
    assert [each["where"] for each in desk.events("draft_revised")] == ["outside", "in-app"]


def test_where_no_transcript_can_be_kept_the_command_says_so_and_ends_with_three(desk: Desk) -> None:
    _no_transcripts(desk)
    team = desk.spar()
    assert team.status() == 3
    assert "a file stands where its folder should be" in team.words
    assert team.is_left_clean()


def test_where_no_transcript_can_be_kept_the_welcome_says_so_and_stays(desk: Desk) -> None:
    _no_transcripts(desk)
    team = desk.start()
    team.wait_for("It never writes an OKR")
    team.type("e")
    team.wait_for("a file stands where its folder should be", "e Spar with the example")
    leave(team)


def _no_transcripts(desk: Desk) -> None:
    (desk.folder / "transcripts").rmdir()
    (desk.folder / "transcripts").write_text("a file")
    Path(desk.folder / "sparring.toml").touch()


def test_a_bout_that_is_open_elsewhere_is_not_opened_twice(desk: Desk) -> None:
    first = desk.spar()
    to_round_one(first)
    second = desk.start("resume")
    assert second.status() == 3
    assert "open" in second.words
    first.type("still here")
    first.wait_for("still here")
    leave(first)


def test_a_damaged_transcript_is_explained(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    leave(team)
    lines = desk.transcript.read_text().splitlines(keepends=True)
    desk.transcript.write_text("".join([*lines[:2], lines[2].replace("strategy", "strategie"), *lines[3:]]))
    again = desk.start("resume")
    assert again.status() == 3
    assert "changed" in again.words
