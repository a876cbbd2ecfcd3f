"""Many transcripts at a glance: what is in the folder is what is listed, whatever happens to files and index."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sparring.archive.errors import CannotRead
from sparring.archive.index.bouts import BoutIndex
from sparring.archive.index.rounds import Wanted
from sparring.archive.index.store import open_store
from sparring.archive.transcript import read_transcript
from sparring.bout.fold import fold
from sparring.bout.said import said_in
from sparring.lenses.catalogue import packaged_catalogue
from tests.transcripts import copied, many


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory, 12, 6, 3)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path / "transcripts")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[BoutIndex]:
    index = BoutIndex(tmp_path / "cache" / "bouts.sqlite", packaged_catalogue)
    yield index
    index.close()


def transcripts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def test_every_transcript_is_listed_the_newest_first(index: BoutIndex, folder: Path) -> None:
    assert index.update([folder]) == 12
    listed = index.bouts([folder])
    assert {each.path for each in listed} == set(transcripts(folder))
    assert [each.opened for each in listed] == sorted((each.opened for each in listed), reverse=True)
    assert not any(each.problem for each in listed)


def test_what_is_listed_is_what_the_transcript_tells(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    for each in index.bouts([folder]):
        bout = fold(read_transcript(each.path).entries)
        seen = each.glance
        assert seen is not None
        assert (seen.team, seen.cycle, seen.rounds, seen.ended) == (bout.opened.team, bout.opened.cycle, len(bout.numbered), bout.ended)
        assert seen.open == len(bout.open_rounds)
        assert seen.settled + seen.standing + seen.kept + seen.changed + seen.open + seen.skipped == len(bout.rounds)


def test_only_changed_files_are_read_again(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    first, second, *_ = transcripts(folder)
    lines = first.read_bytes().splitlines(keepends=True)
    first.write_bytes(b"".join(lines[:-1]))
    second.unlink()
    assert index.update([folder]) == 1
    assert index.update([folder]) == 0
    listed = {each.path: each for each in index.bouts([folder])}
    assert second not in listed
    assert len(listed) == 11


def test_one_changed_transcript_is_followed_by_itself(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    path = transcripts(folder)[0]
    text = path.read_bytes()
    path.write_bytes(b"".join(text.splitlines(keepends=True)[:5]))
    index.refresh(path)
    assert next(each.glance.rounds for each in index.bouts([folder]) if each.path == path and each.glance) < 5
    path.unlink()
    index.refresh(path)
    assert path not in {each.path for each in index.bouts([folder])}
    assert index.update([folder]) == 0


def test_everything_said_is_found_and_leads_to_its_entry(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    path = transcripts(folder)[3]
    line = next(each for each in said_in(read_transcript(path).entries) if each.kind == "answer" and len(each.text.split()) > 6)
    hits = index.search(f'"{line.text}"', [folder])
    assert (path, line.seq) in {(hit.path, hit.seq) for hit in hits}
    assert all(hit.text == line.text for hit in hits)
    assert not index.search(f'"{line.text}"', [folder], kinds=["question"])


def test_words_of_an_older_version_of_a_file_are_no_longer_found(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    path = transcripts(folder)[3]
    answer = [each for each in said_in(read_transcript(path).entries) if each.kind == "answer"][-1]
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[: answer.seq - 1]))
    index.update([folder])
    assert (path, answer.seq) not in {(hit.path, hit.seq) for hit in index.search(f'"{answer.text}"', [folder])}


def test_bad_files_are_listed_with_the_reason_and_hide_nothing(index: BoutIndex, folder: Path) -> None:
    good = transcripts(folder)
    (folder / "empty.jsonl").write_bytes(b"")
    (folder / "foreign.jsonl").write_bytes(b'{"text": "somebody else\'s"}\n')
    (folder / "noise.jsonl").write_bytes(os.urandom(4000))
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "cut.jsonl").write_bytes(good[0].read_bytes()[:-30])
    newer = good[1].read_bytes().splitlines(keepends=True)
    (folder / "newer.jsonl").write_bytes(newer[0] + newer[1].replace(b'"schema":1', b'"schema":99'))
    edited = good[2].read_bytes().replace(b"nobody", b"everybody").replace(b"the", b"The")
    (folder / "edited.jsonl").write_bytes(edited)
    index.update([folder])
    listed = {each.path.name: each for each in index.bouts([folder])}
    assert {path.name for path in good} <= {name for name, each in listed.items() if not each.problem}
    for name in ("empty", "foreign", "noise", "cut", "newer", "edited"):
        assert listed[f"{name}.jsonl"].problem, name
    assert "newer Sparring" in listed["newer.jsonl"].problem
    cut = listed["cut.jsonl"].glance
    assert cut is not None
    assert cut.rounds > 0


def test_a_huge_file_is_listed_and_not_read(index: BoutIndex, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (folder / "huge.jsonl").open("wb") as file:
        file.truncate(60_000_000)
    index.update([folder])
    assert "larger than any bout" in next(each.problem for each in index.bouts([folder]) if each.name == "huge")


def test_a_damaged_index_is_made_anew(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "cache" / "bouts.sqlite"
    index = BoutIndex(path)
    index.update([folder])
    index.close()
    with path.open("r+b") as file:
        for place in range(4096, path.stat().st_size, 4096):
            file.seek(place)
            file.write(b"\xff" * 200)
    index = BoutIndex(path)
    index.update([folder])
    assert len(index.bouts([folder])) == 12
    assert index.search("the", [folder])
    index.close()


def test_an_index_that_is_no_database_or_of_another_version_is_made_anew(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "bouts.sqlite"
    path.write_text("no database at all, but long enough to be looked at twice" * 50)
    index = BoutIndex(path)
    assert index.update([folder]) == 12
    index.store.execute("PRAGMA user_version = 7")
    index.close()
    index = BoutIndex(path)
    assert index.update([folder]) == 12
    index.close()


def test_where_no_index_can_be_kept_it_lives_as_long_as_the_program(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    index = BoutIndex(tmp_path / "file" / "bouts.sqlite")
    index.update([folder])
    assert len(index.bouts([folder])) == 12


def test_the_index_is_private(index: BoutIndex, folder: Path, tmp_path: Path) -> None:
    index.update([folder])
    for path in (tmp_path / "cache").iterdir():
        assert path.stat().st_mode & 0o077 == 0, path


def test_two_use_one_index_while_a_third_bout_is_written(index: BoutIndex, folder: Path, tmp_path: Path) -> None:
    index.update([folder])
    other = BoutIndex(tmp_path / "cache" / "bouts.sqlite")
    path = transcripts(folder)[0]
    lines = path.read_bytes().splitlines(keepends=True)
    for end in range(4, len(lines), 9):
        path.write_bytes(b"".join(lines[:end]) + lines[end][:7])
        other.update([folder])
        index.update([folder])
        assert index.bouts([folder]) == other.bouts([folder])
    other.close()


def test_folders_are_kept_apart(index: BoutIndex, folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    (second / "alone.jsonl").write_bytes(transcripts(folder)[0].read_bytes())
    index.update([folder, second])
    assert [each.name for each in index.bouts([second])] == ["alone"]
    assert len(index.bouts([folder, second])) == 13
    assert {hit.path.parent for hit in index.search("the", [second])} <= {second}


def test_a_folder_that_may_not_be_read_says_so_and_one_that_is_not_there_is_empty(index: BoutIndex, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotRead):
        index.update([tmp_path / "file"])
    index.update([tmp_path / "nowhere"])
    assert index.bouts([tmp_path / "nowhere"]) == ()


def test_rounds_carry_what_patterns_count(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    told = index.rounds([folder])
    assert [each.opened for each in told] == sorted(each.opened for each in told)
    for each in told:
        bout = fold(read_transcript(each.path).entries)
        assert [one.lens for one in each.rounds] == [one.raised.lens for one in bout.rounds]
        assert {one.lens for one in each.rounds} <= each.could_raise
        owners = {one.owner for one in bout.assigned if one.owner}
        assert {one.owner for one in each.rounds if one.owner} <= owners


def test_bouts_are_found_by_what_happened_in_their_rounds(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    told = index.rounds([folder])
    one = next(each for bout in told for each in bout.rounds if each.classes)
    name = next(iter(one.classes))
    expected = {
        bout.path
        for bout in told
        if any(each.lens == one.lens and each.outcome == one.outcome and name in each.classes for each in bout.rounds)
    }
    assert index.bouts_with([folder], Wanted(one.lens, one.outcome, name)) == expected
    assert index.bouts_with([folder], Wanted("no-such-lens")) == frozenset()
    assert index.bouts_with([folder], Wanted(answer_class="fac%")) == frozenset()
    assert index.bouts_with([folder], Wanted()) == {bout.path for bout in told}


def test_names_that_are_no_text_are_listed(index: BoutIndex, folder: Path) -> None:
    odd = folder / os.fsdecode(b"caf\xe9-\xff.jsonl")
    odd.write_bytes(transcripts(folder)[0].read_bytes())
    index.update([folder])
    assert odd in {each.path for each in index.bouts([folder])}


def test_dates_come_back_as_they_were(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    assert all(each.opened.tzinfo == UTC and each.opened > datetime(2026, 1, 1, tzinfo=UTC) for each in index.bouts([folder]))
    dues = [one.due for each in index.rounds([folder]) for one in each.rounds if one.due]
    assert dues
    assert all(isinstance(due, date) for due in dues)


def test_a_bout_is_found_by_its_team_its_cycle_and_its_draft(index: BoutIndex, folder: Path) -> None:
    index.update([folder])
    seen = next(each for each in index.bouts([folder]) if each.glance and each.glance.team)
    assert seen.glance is not None
    hits = index.search(f'"{seen.glance.team}" "{seen.glance.cycle}"', [folder], kinds=["named"])
    assert seen.path in {hit.path for hit in hits}
    assert {hit.seq for hit in hits} == {0}
    assert len(hits) == len({hit.path for hit in hits})


def test_the_file_of_the_index_is_closed_for_good(folder: Path, tmp_path: Path) -> None:
    index = BoutIndex(tmp_path / "bouts.sqlite")
    index.close()
    with pytest.raises(sqlite3.ProgrammingError):
        index.store.execute("SELECT 1")
    open_store(tmp_path / "bouts.sqlite").close()
