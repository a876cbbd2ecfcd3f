import stat
from pathlib import Path

import pytest

from sparring.archive.errors import CannotRead, CannotWrite
from sparring.archive.scratch import Scratch
from tests.record.every_event import HOSTILE


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path / "2026-11-21-kofu.jsonl")


def test_nothing_typed_is_nothing_kept(scratch: Scratch) -> None:
    assert scratch.load() == ""


@pytest.mark.parametrize("text", ["", "We have\nasked eleven.", "a\r\nb\rc", HOSTILE])
def test_what_was_typed_comes_back(scratch: Scratch, text: str) -> None:
    scratch.save("something before, and longer than what follows" * 10)
    scratch.save(text)
    assert scratch.load() == text


def test_it_is_private(scratch: Scratch) -> None:
    scratch.save("x")
    assert scratch.path.name == "2026-11-21-kofu.scratch"
    assert stat.S_IMODE(scratch.path.stat().st_mode) == 0o600


def test_what_was_sent_is_forgotten(scratch: Scratch) -> None:
    scratch.save("x")
    scratch.clear()
    scratch.clear()
    assert scratch.load() == ""
    assert list(scratch.path.parent.iterdir()) == []


def test_a_damaged_file_gives_what_can_be_read(scratch: Scratch) -> None:
    scratch.path.write_bytes(b"asked \xff eleven")
    assert scratch.load() == "asked \ufffd eleven"


def test_a_folder_in_its_place_says_what_to_do(scratch: Scratch) -> None:
    scratch.path.mkdir()
    with pytest.raises(CannotWrite, match="Move that folder away"):
        scratch.save("x")
    with pytest.raises(CannotRead):
        scratch.load()
    assert [each.name for each in scratch.path.parent.iterdir()] == [scratch.path.name]
