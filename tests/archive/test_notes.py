"""Coaches' notes: in files of their own, none lost, none shown to whom it is not meant for."""

import multiprocessing
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sparring.archive.errors import CannotWrite
from sparring.archive.notes import CoachFiles, notes_for_team, take_notes
from sparring.record.notes import (
    Archived,
    KeptJudged,
    Named,
    NoteAdded,
    NoteChanged,
    NoteRemoved,
    ReadingCorrected,
    Reviewed,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "transcripts" / "2026-11-20-kofu.jsonl"
    path.parent.mkdir()
    path.write_text("")
    return path


def added(note: str, text: str = "They never said who", by: str = "Ana", minute: int = 0, entry: int | None = 7) -> NoteAdded:
    return NoteAdded(at=NOW + timedelta(minutes=minute), by=by, note=note, entry=entry, text=text)


def coach(tmp_path: Path, name: str = "Ana", *, shared: bool = False) -> CoachFiles:
    return CoachFiles(name, tmp_path / "aside", shared=shared)


def test_notes_come_back_with_their_place_and_tags(tmp_path: Path, transcript: Path) -> None:
    ana = coach(tmp_path)
    line = NoteAdded(at=NOW, by="Ana", note="n1", entry=12, text="Who?\n\x1b[31mred \ud800", tags=("dodged", "öffentlich"), opens_next=True)
    assert ana.write(transcript, [line], for_team=True) == ""
    (note,) = ana.read(transcript).notes.notes
    assert (note.entry, note.text, note.tags, note.opens_next, note.for_team) == (12, line.text, line.tags, True, True)


def test_the_team_sees_what_is_meant_for_it_and_nothing_else(tmp_path: Path, transcript: Path) -> None:
    ana = coach(tmp_path)
    ana.write(transcript, [added("n1", "for you")], for_team=True)
    ana.write(transcript, [added("n2", "for me")])
    assert [each.text for each in notes_for_team(transcript).notes] == ["for you"]
    assert {each.text for each in ana.read(transcript).notes.notes} == {"for you", "for me"}


def test_a_private_file_is_private_and_one_for_the_team_follows_the_folder(tmp_path: Path, transcript: Path) -> None:
    ana = coach(tmp_path, shared=True)
    ana.write(transcript, [added("n1")], for_team=True)
    ana.write(transcript, [added("n2")])
    modes = {path.name.split(".", 2)[2]: path.stat().st_mode & 0o777 for path in transcript.parent.glob("*.notes")}
    assert modes == {"team.notes": 0o660, "private.notes": 0o600}


def test_a_note_is_changed_and_removed_by_its_coach_alone(tmp_path: Path, transcript: Path) -> None:
    ana, ben = coach(tmp_path), coach(tmp_path, "Ben")
    ana.write(transcript, [added("n1"), added("n2", minute=1)])
    later = NOW + timedelta(minutes=5)
    ben.write(transcript, [NoteRemoved(at=later, by="Ben", note="n1"), NoteChanged(at=later, by="Ben", note="n2", text="mine now")])
    assert [each.text for each in ana.read(transcript).notes.notes] == ["They never said who"] * 2
    ana.write(transcript, [NoteRemoved(at=later, by="Ana", note="n1"), NoteChanged(at=later, by="Ana", note="n2", text="better")])
    assert [each.text for each in ben.read(transcript).notes.notes] == ["better"]


def test_marks_of_several_coaches_stand_together_and_the_last_word_counts(tmp_path: Path, transcript: Path) -> None:
    ana, ben = coach(tmp_path), coach(tmp_path, "Ben")
    ana.write(transcript, [Reviewed(at=NOW, by="Ana"), ReadingCorrected(at=NOW, by="Ana", answer=9, classes=("fact",))])
    later = NOW + timedelta(hours=1)
    ben.write(
        transcript,
        [
            Reviewed(at=later, by="Ben"),
            ReadingCorrected(at=later, by="Ben", answer=9, classes=("no-content",)),
            KeptJudged(at=later, by="Ben", round=5, judgement="did-not"),
            Named(at=later, by="Ben", team="Lockers", cycle="Q4"),
            Archived(at=later, by="Ben"),
        ],
    )
    notes = ana.read(transcript).notes
    assert notes.reviewed_by == {"Ana", "Ben"}
    assert (notes.readings, notes.judged) == ({9: ("no-content",)}, {5: "did-not"})
    assert (notes.team, notes.cycle, notes.archived) == ("Lockers", "Q4", True)


def _note_many(path: Path, aside: Path, name: str) -> None:
    files = CoachFiles(name, aside)
    for number in range(40):
        files.write(path, [added(f"{name}-{os.getpid()}-{number}", by=name, minute=number)])


def test_what_is_noted_at_once_all_stays(tmp_path: Path, transcript: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_note_many, args=(transcript, tmp_path / "aside", name)) for name in ("Ana", "Ana", "Ben")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    read = coach(tmp_path).read(transcript)
    assert len(read.notes.notes) == 120
    assert read.problems == ()


def test_a_damaged_line_costs_itself_alone(tmp_path: Path, transcript: Path) -> None:
    ana = coach(tmp_path)
    ana.write(transcript, [added("n1")])
    (path,) = transcript.parent.glob("*.notes")
    with path.open("ab") as file:
        file.write(b'{"type": "note_added", "no')
    ana.write(transcript, [added("n2", minute=1)])
    with path.open("ab") as file:
        file.write(b"\xff\xfe[[[[\n" + b'{"type":"note_from_the_future","at":"2026-11-22T09:00:00Z","by":"x"}\n')
    read = ana.read(transcript)
    assert [each.note for each in read.notes.notes] == ["n1", "n2"]
    assert "3 of the lines" in read.problems[0]


def test_where_the_folder_cannot_be_written_notes_go_aside_and_are_found_again(tmp_path: Path, transcript: Path) -> None:
    os.mkfifo(transcript.parent / "2026-11-20-kofu.Ana.private.notes.x")
    (transcript.parent / "2026-11-20-kofu.Ana.private.notes").symlink_to(tmp_path / "elsewhere")
    ana = coach(tmp_path)
    said = ana.write(transcript, [added("n1")])
    assert "cannot be written" in said
    assert str(tmp_path / "aside") in said
    assert [each.note for each in ana.read(transcript).notes.notes] == ["n1"]
    assert not (tmp_path / "elsewhere").exists()


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path, transcript: Path) -> None:
    (tmp_path / "aside").write_text("a file")
    (transcript.parent / "2026-11-20-kofu.Ana.private.notes").mkdir()
    with pytest.raises(CannotWrite):
        coach(tmp_path).write(transcript, [added("n1")])


@pytest.mark.parametrize("name", ["Ana", "../../etc/passwd", "Ana/Ben", "אנה", "a" * 500, ".", "\x00", "con \n"])
def test_no_name_of_a_coach_leaves_the_folder(tmp_path: Path, transcript: Path, name: str) -> None:
    files = coach(tmp_path, name)
    assert files.write(transcript, [added("n1", by=name)]) == ""
    assert [each.by for each in files.read(transcript).notes.notes] == [name]
    assert sorted(path.parent for path in tmp_path.rglob("*.notes")) == [transcript.parent]


def test_names_that_look_alike_as_files_stay_apart(tmp_path: Path, transcript: Path) -> None:
    for name in ("a/b", "a-b", "a b"):
        coach(tmp_path, name).write(transcript, [added(f"of {name}", by=name)])
    assert len(list(transcript.parent.glob("*.notes"))) == 3


def test_bouts_with_notes_are_told_without_reading_them(tmp_path: Path, transcript: Path) -> None:
    ana = coach(tmp_path)
    assert ana.with_notes(transcript.parent) == frozenset()
    ana.write(transcript, [added("n1")])
    assert ana.with_notes(transcript.parent) == {transcript.stem}


def test_a_team_takes_its_coachs_notes_for_it_and_each_once(tmp_path: Path, transcript: Path) -> None:
    away = tmp_path / "coach" / transcript.name
    away.parent.mkdir()
    for path in (transcript, away):
        path.write_text('{"first":"line"}\n')
    ana = coach(tmp_path)
    ana.write(away, [added("n1", "for you")], for_team=True)
    ana.write(away, [added("n2", "for me")])
    coach(tmp_path, "Ben").write(transcript, [added("n3", "from Ben", by="Ben")], for_team=True)
    assert take_notes(away.parent, transcript.parent) == (transcript.stem,)
    ana.write(away, [added("n4", "more", minute=1)], for_team=True)
    assert take_notes(away.parent, transcript.parent) == (transcript.stem,)
    assert take_notes(away.parent, transcript.parent) == ()
    assert {each.text for each in notes_for_team(transcript).notes} == {"for you", "from Ben", "more"}
    assert not list(transcript.parent.glob("*.private.notes"))
    assert transcript.read_text() == '{"first":"line"}\n'


def test_notes_on_another_bout_of_the_same_name_and_on_bouts_that_are_not_here_stay_away(tmp_path: Path, transcript: Path) -> None:
    transcript.write_text('{"first":"ours"}\n')
    away = tmp_path / "coach"
    away.mkdir()
    for name in (transcript.name, "2026-11-19-babe.jsonl"):
        (away / name).write_text('{"first":"theirs"}\n')
        coach(tmp_path).write(away / name, [added("n1")], for_team=True)
    assert take_notes(away, transcript.parent) == ()
    assert [path.name for path in transcript.parent.iterdir()] == [transcript.name]
