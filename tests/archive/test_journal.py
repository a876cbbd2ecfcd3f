import stat
from pathlib import Path

import pytest

from sparring.archive.errors import CannotRead, CannotWrite, OpenElsewhere, TranscriptMoved, TranscriptUnfit
from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.archive.transcript import read_transcript, verify_transcript
from sparring.record.codec import canonical, encode_line
from sparring.record.events import AnswerGiven, AnswerRead, EntryWithdrawn, StanceTaken
from tests.archive.conftest import AT
from tests.record.every_event import EVERY_EVENT, HOSTILE


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_appended_is_read_again(journal: Journal) -> None:
    appended = [journal.append(event, AT) for event in EVERY_EVENT]
    transcript = read_transcript(journal.path)
    assert transcript.entries == tuple(appended)
    assert transcript.fault == ""
    assert verify_transcript(journal.path).ok


def test_an_entry_is_in_the_file_when_append_returns(journal: Journal) -> None:
    for text in ("first", "second", HOSTILE):
        entry = journal.append(AnswerGiven(text=text), AT)
        assert journal.path.read_bytes().endswith(encode_line(entry))


def test_a_bout_is_named_by_its_day(journal: Journal) -> None:
    assert journal.bout.startswith("2026-11-21-")
    assert journal.path.name == f"{journal.bout}.jsonl"


def test_a_name_that_is_taken_is_not_taken_twice(workspace: Workspace) -> None:
    bytes_drawn = iter([b"\0\0", b"\0\0", b"\0\1"])
    with Journal.create(workspace, AT, random=lambda count: next(bytes_drawn)) as first:
        first.append(EVERY_EVENT[0], AT)
    before = first.path.read_bytes()
    with Journal.create(workspace, AT, random=lambda count: next(bytes_drawn)) as second:
        assert second.bout != first.bout
    assert first.path.read_bytes() == before


def test_a_folder_full_of_names_says_so(workspace: Workspace) -> None:
    with Journal.create(workspace, AT, random=lambda count: b"\0\0"), pytest.raises(CannotWrite, match="another folder"):
        Journal.create(workspace, AT, random=lambda count: b"\0\0")


def test_transcript_and_folder_are_private(journal: Journal, workspace: Workspace) -> None:
    assert mode_of(journal.path) == 0o600
    assert mode_of(workspace.transcripts) == 0o700
    assert all(mode_of(each) & 0o077 == 0 for each in workspace.transcripts.iterdir() if each.suffix in (".jsonl", ".lock"))


def test_a_shared_workspace_is_the_groups_too(tmp_path: Path) -> None:
    shared = Workspace(tmp_path, tmp_path / "transcripts", shared=True)
    with Journal.create(shared, AT) as journal:
        journal.append(AnswerGiven(text="secret"), AT)
        journal.strike(1)
        assert mode_of(journal.path) == 0o660
        assert mode_of(shared.transcripts) & 0o777 == 0o770


def test_a_bout_in_which_nothing_was_said_leaves_nothing_behind(workspace: Workspace) -> None:
    Journal.create(workspace, AT).close()
    assert [each.name for each in workspace.transcripts.iterdir()] == [".gitignore"]


def test_a_bout_goes_on_where_it_was_left(journal: Journal) -> None:
    first = journal.append(EVERY_EVENT[0], AT)
    journal.close()
    again = Journal.reopen(journal.path)
    with again.journal as reopened:
        assert again.entries == (first,)
        assert again.remark == ""
        second = reopened.append(AnswerGiven(text="on we go"), AT)
    assert (second.seq, second.prev) == (2, first.hash)
    assert verify_transcript(journal.path).ok


def test_a_second_writer_is_told_who_writes(journal: Journal) -> None:
    import os
    import socket

    journal.append(EVERY_EVENT[0], AT)
    with pytest.raises(OpenElsewhere) as refused:
        Journal.reopen(journal.path)
    assert f"process {os.getpid()} on {socket.gethostname()}" in str(refused.value)
    assert f"sparring show {journal.bout}" in str(refused.value)
    journal.append(AnswerGiven(text="still mine"), AT)


def test_a_lock_file_that_nobody_holds_does_not_block(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.close()
    journal.path.with_suffix(".lock").write_text('{"process": 1, "host": "\x1b[31mx", "since": "long ago"}')
    Journal.reopen(journal.path).journal.close()
    assert not journal.path.with_suffix(".lock").exists()


def test_a_torn_line_is_kept_aside_and_told_of(journal: Journal) -> None:
    kept = [journal.append(event, AT) for event in EVERY_EVENT[:3]]
    torn = encode_line(journal.append(AnswerGiven(text="torn words"), AT))
    journal.close()
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-20])

    again = Journal.reopen(journal.path)
    with again.journal as reopened:
        assert again.entries == tuple(kept)
        aside = journal.path.with_suffix(".torn")
        assert aside.name in again.remark
        assert aside.read_bytes() == torn[:-20] + b"\n"
        assert mode_of(aside) == 0o600
        reopened.append(AnswerGiven(text="said again"), AT)
    report = verify_transcript(journal.path)
    assert (report.state, report.entries) == ("ok", 4)


def test_a_second_torn_line_does_not_replace_the_first(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.close()
    for torn in (b'{"at":"first', b'{"at":"second'):
        with journal.path.open("ab") as file:
            file.write(torn)
        Journal.reopen(journal.path).journal.close()
    assert journal.path.with_suffix(".torn").read_bytes() == b'{"at":"first\n{"at":"second\n'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"# Minutes\n", "not a transcript"),
        (b"no line end", "not a transcript"),
        (canonical({"schema": 99, "prev": "0" * 64}) + b"\n", "Update Sparring"),
        (b'{"at":"20', "before it began"),
        (b"", "before it began"),
    ],
)
def test_what_cannot_be_gone_on_with_stays_as_it_was(workspace: Workspace, content: bytes, says: str) -> None:
    path = workspace.prepare() / "2026-11-21-kofu.jsonl"
    path.write_bytes(content)
    with pytest.raises(TranscriptUnfit, match=says) as unfit:
        Journal.reopen(path)
    assert unfit.value.title
    assert path.read_bytes() == content
    assert not path.with_suffix(".torn").exists()
    assert not path.with_suffix(".lock").exists()


def test_an_edited_transcript_is_not_written_to(journal: Journal) -> None:
    for event in EVERY_EVENT[:5]:
        journal.append(event, AT)
    journal.close()
    edited = journal.path.read_bytes().replace(b"Trust first.", b"Speed first.")
    journal.path.write_bytes(edited)
    with pytest.raises(TranscriptUnfit, match="Entry 4"):
        Journal.reopen(journal.path)
    assert journal.path.read_bytes() == edited
    shown = read_transcript(journal.path)
    assert len(shown.entries) == 3
    assert "Entry 4" in shown.fault


def test_a_line_damaged_in_the_middle_is_not_cut_away(journal: Journal) -> None:
    for event in EVERY_EVENT[:3]:
        journal.append(event, AT)
    journal.close()
    first, rest = journal.path.read_bytes().split(b"\n", 1)
    damaged = first + b" " + rest
    journal.path.write_bytes(damaged)
    with pytest.raises(TranscriptUnfit):
        Journal.reopen(journal.path)
    assert journal.path.read_bytes() == damaged


def test_a_missing_transcript_says_so(workspace: Workspace) -> None:
    with pytest.raises(CannotRead, match="sparring transcripts"):
        Journal.reopen(workspace.prepare() / "2026-11-21-none.jsonl")


def test_struck_words_are_gone_from_the_disk_and_the_chain_holds(journal: Journal, workspace: Workspace) -> None:
    journal.append(EVERY_EVENT[0], AT)
    head = journal.append(AnswerGiven(text="the merger is off"), AT)
    journal.append(StanceTaken(stance="keep", reason="the merger again"), AT)
    journal.strike(2, 3)
    last = journal.append(AnswerGiven(text="something else"), AT)
    for file in workspace.transcripts.iterdir():
        assert b"merger" not in file.read_bytes()
    report = verify_transcript(journal.path, expected_head=head.hash)
    assert report.ok
    assert report.head == last.hash
    assert [entry.event is None for entry in read_transcript(journal.path).entries] == [False, True, True, False]
    assert mode_of(journal.path) == 0o600


def test_striking_twice_changes_nothing_more(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.strike(1)
    once = journal.path.read_bytes()
    journal.strike(1)
    assert journal.path.read_bytes() == once


@pytest.mark.parametrize("seq", [0, 2, -1])
def test_only_an_entry_that_is_there_can_be_struck(journal: Journal, seq: int) -> None:
    journal.append(EVERY_EVENT[0], AT)
    with pytest.raises(ValueError, match="no entries"):
        journal.strike(seq)


def test_words_taken_back_before_a_crash_are_struck_when_the_bout_goes_on(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.append(AnswerGiven(text="the merger is off"), AT)
    journal.append(EntryWithdrawn(entry=2), AT)
    journal.close()
    again = Journal.reopen(journal.path)
    with again.journal as reopened:
        assert b"merger" not in journal.path.read_bytes()
        assert again.entries[1].event is None
        reopened.append(AnswerGiven(text="on"), AT)
    assert verify_transcript(journal.path).ok


def test_with_an_answer_goes_what_a_reader_said_of_it_in_its_words(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.append(AnswerGiven(text="the merger is off"), AT)
    journal.append(AnswerRead(answer=2, reader="a model", classes=(), open="whether the merger is off"), AT)
    journal.append(AnswerGiven(text="we look every Monday"), AT)
    journal.append(AnswerRead(answer=4, reader="a model", classes=(), open="who looks"), AT)
    journal.strike(2)
    kept = journal.path.read_bytes()
    assert b"merger" not in kept
    assert b"who looks" in kept
    assert verify_transcript(journal.path).ok


def test_a_deleted_transcript_is_noticed_before_anything_is_said_to_be_saved(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    content = journal.path.read_bytes()
    moved = journal.path.rename(journal.path.with_suffix(".elsewhere"))
    with pytest.raises(TranscriptMoved, match="Put it back"):
        journal.append(AnswerGiven(text="lost?"), AT)
    assert moved.read_bytes() == content
    moved.rename(journal.path)
    journal.append(AnswerGiven(text="not lost"), AT)
    assert verify_transcript(journal.path).entries == 2


def test_a_transcript_that_somebody_else_wrote_to_is_noticed(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    with journal.path.open("ab") as file:
        file.write(b"a note\n")
    with pytest.raises(TranscriptMoved, match="Another program"):
        journal.append(AnswerGiven(text="x"), AT)
    assert journal.path.read_bytes().endswith(b"a note\n")


def test_a_closed_journal_takes_nothing(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.close()
    journal.close()
    with pytest.raises(Exception, match="sparring resume"):
        journal.append(AnswerGiven(text="x"), AT)


def test_a_transcripts_folder_that_is_a_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "transcripts").write_text("notes")
    with pytest.raises(CannotWrite, match="Move that file away"):
        Journal.create(Workspace(tmp_path, tmp_path / "transcripts"), AT)


def test_a_workspace_below_a_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("notes")
    root = tmp_path / "file" / "below"
    with pytest.raises(CannotWrite, match="Move that file away"):
        Journal.create(Workspace(root, root / "transcripts"), AT)


def test_what_a_killed_rewriting_left_is_removed(journal: Journal) -> None:
    journal.append(EVERY_EVENT[0], AT)
    journal.close()
    left = journal.path.with_name(f".{journal.path.name}.abc.new")
    left.write_bytes(b"words")
    Journal.reopen(journal.path).journal.close()
    assert not left.exists()
