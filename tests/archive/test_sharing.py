"""Bouts on their way to a coach."""

from pathlib import Path

import pytest

from sparring.archive.errors import CannotShare, NotACopy, TranscriptUnfit
from sparring.archive.sharing import collect, delete_copy, share
from sparring.archive.transcript import read_transcript, verify_transcript
from sparring.bout.fold import WORDS_OF_THE_TEAM, fold
from tests.transcripts import copied, many


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory, 4, 4, 2)


@pytest.fixture
def team(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path / "team")


@pytest.fixture
def coach(tmp_path: Path) -> Path:
    folder = tmp_path / "coach"
    folder.mkdir()
    return folder


def first(folder: Path) -> Path:
    return min(folder.glob("*.jsonl"))


def answers(path: Path) -> list[int]:
    return [entry.seq for entry in read_transcript(path).entries if entry.type == "answer_given"]


def cut(path: Path, entries: int) -> bytes:
    whole = path.read_bytes()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:entries]))
    return whole


def test_a_copy_is_the_bout_and_the_group_reads_it(team: Path, coach: Path) -> None:
    shared = share(first(team), coach)
    assert shared.path.read_bytes() == first(team).read_bytes()
    assert shared.path.stat().st_mode & 0o777 == 0o660
    assert verify_transcript(shared.path, shared.head).ok
    assert share(first(team), coach, group=False).path.stat().st_mode & 0o777 == 0o600


def test_struck_words_are_nowhere_in_the_copy_and_the_chain_holds(team: Path, coach: Path) -> None:
    path = first(team)
    seq = answers(path)[1]
    event = read_transcript(path).entries[seq - 1].event
    assert event is not None
    assert event.type == "answer_given"
    shared = share(path, coach, strike=[seq])
    assert event.text.encode() not in shared.path.read_bytes()
    assert verify_transcript(shared.path, read_transcript(path).entries[-1].hash).ok
    assert shared.struck == 1
    assert len(fold(read_transcript(shared.path).entries).rounds) == len(fold(read_transcript(path).entries).rounds)
    assert read_transcript(path).entries[seq - 1].event is not None


def test_every_line_that_may_be_struck_leaves_a_bout_that_can_be_read(team: Path, coach: Path) -> None:
    path = first(team)
    entries = read_transcript(path).entries
    shared = share(path, coach, strike=[entry.seq for entry in entries if entry.type in WORDS_OF_THE_TEAM])
    bout = fold(read_transcript(shared.path).entries)
    assert not any(each.answers or each.decision for each in bout.rounds)
    assert bout.stage == fold(entries).stage


@pytest.mark.parametrize("seq", [1, 2, 0, -3, 99999])
def test_what_holds_up_the_bout_cannot_be_struck(team: Path, coach: Path, seq: int) -> None:
    with pytest.raises(CannotShare):
        share(first(team), coach, strike=[seq])
    assert list(coach.iterdir()) == []


def test_a_later_copy_brings_the_first_up_to_date_and_strikes_the_same(team: Path, coach: Path) -> None:
    path = first(team)
    seq = answers(path)[0]
    whole = cut(path, len(path.read_bytes().splitlines()) - 6)
    share(path, coach, strike=[seq])
    path.write_bytes(whole)
    shared = share(path, coach)
    assert shared.was_there
    assert read_transcript(shared.path).entries[seq - 1].event is None
    assert len(read_transcript(shared.path).entries) == len(read_transcript(path).entries)


def test_another_bout_of_the_same_name_is_never_overwritten(team: Path, coach: Path) -> None:
    one, other, *_ = sorted(team.glob("*.jsonl"))
    there = coach / one.name
    there.write_bytes(other.read_bytes())
    with pytest.raises(CannotShare):
        share(one, coach)
    assert there.read_bytes() == other.read_bytes()


def test_a_bout_is_not_shared_onto_itself(team: Path) -> None:
    with pytest.raises(CannotShare):
        share(first(team), team)


def test_a_damaged_bout_is_not_shared(team: Path, coach: Path) -> None:
    path = first(team)
    path.write_bytes(path.read_bytes().replace(b"the", b"thy", 1))
    with pytest.raises(TranscriptUnfit):
        share(path, coach)


def test_a_bout_that_is_being_fought_is_shared_up_to_its_last_whole_line(team: Path, coach: Path) -> None:
    path = first(team)
    path.write_bytes(path.read_bytes()[:-20])
    shared = share(path, coach)
    assert verify_transcript(shared.path).ok


def test_a_folder_is_taken_in_once(team: Path, coach: Path) -> None:
    taken = collect(team, coach)
    assert (len(taken.new), taken.updated, taken.same, taken.problems) == (4, (), 0, ())
    again = collect(team, coach)
    assert (again.new, again.updated, again.same) == ((), (), 4)


def test_what_went_on_is_brought_up_to_date_and_what_went_on_here_stays(team: Path, coach: Path) -> None:
    collect(team, coach)
    whole = cut(coach / first(team).name, 10)
    assert collect(team, coach).updated == (first(team).stem,)
    assert (coach / first(team).name).read_bytes() == whole
    cut(first(team), 10)
    assert collect(team, coach).same == 4
    assert (coach / first(team).name).read_bytes() == whole


def test_what_the_team_struck_since_goes_from_the_coachs_copy_too(team: Path, coach: Path, tmp_path: Path) -> None:
    collect(team, coach)
    seq = answers(first(team))[0]
    between = tmp_path / "between"
    between.mkdir()
    share(first(team), between, strike=[seq])
    assert collect(between, coach).updated == (first(team).stem,)
    assert read_transcript(coach / first(team).name).entries[seq - 1].event is None
    assert collect(team, coach).same == 4
    assert read_transcript(coach / first(team).name).entries[seq - 1].event is None


def test_two_bouts_of_one_name_both_stay(team: Path, coach: Path, tmp_path: Path) -> None:
    one, other, *_ = sorted(team.glob("*.jsonl"))
    collect(team, coach)
    second = tmp_path / "second"
    second.mkdir()
    (second / one.name).write_bytes(other.read_bytes())
    assert collect(second, coach).new == (f"{one.stem}-2",)
    assert (coach / one.name).read_bytes() == one.read_bytes()
    assert collect(second, coach).same == 1


def test_bad_files_are_left_with_a_sentence_and_the_good_are_taken(team: Path, coach: Path) -> None:
    (team / "empty.jsonl").write_bytes(b"")
    (team / "foreign.jsonl").write_text("{}\n")
    (team / "notes.txt").write_text("not a bout")
    taken = collect(team, coach)
    assert len(taken.new) == 4
    assert len(taken.problems) == 2


def test_what_was_copied_into_a_folder_of_bouts_can_be_deleted_and_what_was_fought_there_never(team: Path, tmp_path: Path) -> None:
    coach = tmp_path / "transcripts"
    coach.mkdir()
    own, other, *_ = sorted(team.glob("*.jsonl"))
    (coach / own.name).write_bytes(own.read_bytes())
    collect(team, coach)
    with pytest.raises(NotACopy):
        delete_copy(coach / own.name)
    delete_copy(coach / other.name)
    assert not (coach / other.name).exists()
    assert (coach / own.name).exists()


def test_a_copy_that_is_gone_on_with_is_a_copy_no_more(team: Path, tmp_path: Path) -> None:
    coach = tmp_path / "transcripts"
    whole = cut(first(team), 12)
    collect(team, coach)
    copy = coach / first(team).name
    copy.write_bytes(b"".join(whole.splitlines(keepends=True)[:14]))
    with pytest.raises(NotACopy):
        delete_copy(copy)
    copy.write_bytes(b"".join(whole.splitlines(keepends=True)[:12]))
    delete_copy(copy)


def test_a_bout_of_ones_own_that_a_colleagues_folder_brings_up_to_date_stays_ones_own(team: Path, tmp_path: Path) -> None:
    ours = tmp_path / "transcripts"
    ours.mkdir()
    path = ours / first(team).name
    path.write_bytes(b"".join(first(team).read_bytes().splitlines(keepends=True)[:12]))
    assert collect(team, ours).updated == (path.stem,)
    with pytest.raises(NotACopy):
        delete_copy(path)


def test_a_folder_that_is_not_called_like_a_teams_holds_copies(team: Path) -> None:
    delete_copy(first(team))
    assert len(list(team.glob("*.jsonl"))) == 3
