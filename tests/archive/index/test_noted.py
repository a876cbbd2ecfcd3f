"""What coaches wrote is found by those whom it concerns, as it stands in their files."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sparring.archive.index.bouts import BoutIndex
from sparring.archive.notes import CoachFiles
from sparring.record.notes import Named, Note, NoteAdded, NoteChanged, NoteRemoved
from sparring.reviewing import Review
from tests.transcripts import copied, many

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory, 4, 2, 2)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path / "transcripts")


@pytest.fixture
def index(folder: Path, tmp_path: Path) -> Iterator[BoutIndex]:
    index = BoutIndex(tmp_path / "cache" / "bouts.sqlite")
    index.update([folder])
    yield index
    index.close()


@pytest.fixture
def coach(tmp_path: Path) -> Callable[[str], CoachFiles]:
    return lambda name: CoachFiles(name, tmp_path / "aside")


def added(text: str, by: str, note: str = "n", tags: tuple[str, ...] = (), entry: int | None = None) -> NoteAdded:
    return NoteAdded(at=AT, by=by, note=note, text=text, tags=tags, entry=entry)


def first(folder: Path) -> Path:
    return min(folder.glob("*.jsonl"))


def test_a_note_is_found_by_its_words_and_tags_and_leads_to_its_entry(
    index: BoutIndex, folder: Path, coach: Callable[[str], CoachFiles]
) -> None:
    coach("Ana").write(first(folder), [added("Their wishlist für autumn", "Ana", tags=("retro", "zq-next"), entry=7)])
    assert index.update_notes([folder], coach("Ana")) == 1
    for query in ("wishlist", "fuer", "zq-next", '"their wishlist"', "#retro wishlist"):
        (hit,) = index.search(query, [folder], kinds=["note"], coach="Ana")
        assert (hit.path, hit.seq, hit.kind) == (first(folder), 7, "note")
        assert "#retro" in hit.text


def test_private_notes_are_their_coachs_alone_and_those_for_the_team_everybodys(
    index: BoutIndex, folder: Path, coach: Callable[[str], CoachFiles]
) -> None:
    coach("Ana").write(first(folder), [added("wishlist alone", "Ana", "a")])
    coach("Bo").write(first(folder), [added("wishlist for all", "Bo", "b")], for_team=True)
    index.update_notes([folder], coach("Ana"))

    def texts(name: str) -> set[str]:
        return {hit.text for hit in index.search("wishlist", [folder], coach=name)}

    assert texts("Ana") == {"wishlist alone", "wishlist for all"}
    assert texts("Bo") == texts("") == {"wishlist for all"}


def test_a_note_is_found_as_it_stands_now_and_one_that_is_gone_is_not(
    index: BoutIndex, folder: Path, coach: Callable[[str], CoachFiles]
) -> None:
    ana = coach("Ana")
    ana.write(first(folder), [added("wishlist", "Ana")])
    index.update_notes([folder], ana)
    ana.write(first(folder), [NoteChanged(at=AT, by="Ana", note="n", text="shortlist")])
    assert index.update_notes([folder], ana) == 1
    assert not index.search("wishlist", [folder], coach="Ana")
    assert index.search("shortlist", [folder], coach="Ana")
    ana.write(first(folder), [NoteRemoved(at=AT, by="Ana", note="n")])
    index.update_notes([folder], ana)
    assert not index.search("shortlist", [folder], coach="Ana")
    assert index.update_notes([folder], ana) == 0


def test_a_bout_is_found_by_the_name_that_a_coach_gave_it(index: BoutIndex, folder: Path, coach: Callable[[str], CoachFiles]) -> None:
    coach("Ana").write(first(folder), [Named(at=AT, by="Ana", team="Zebra crossing", cycle="Q9")])
    index.update_notes([folder], coach("Ana"))
    assert [hit.path for hit in index.search("zebra q9", [folder], coach="Ana")] == [first(folder)]


def test_notes_outlive_a_transcript_that_changed_and_go_with_their_files(
    index: BoutIndex, folder: Path, coach: Callable[[str], CoachFiles]
) -> None:
    ana = coach("Ana")
    ana.write(first(folder), [added("wishlist", "Ana")])
    index.update_notes([folder], ana)
    lines = first(folder).read_bytes().splitlines(keepends=True)
    first(folder).write_bytes(b"".join(lines[:-1]))
    index.update([folder])
    assert index.search("wishlist", [folder], coach="Ana")
    ana.remove(first(folder))
    index.update_notes([folder], ana)
    assert not index.search("wishlist", [folder], coach="Ana")


def test_a_coach_finds_a_note_as_soon_as_it_is_written(folder: Path, tmp_path: Path) -> None:
    review = Review([folder], coach="Ana", index_file=tmp_path / "index.sqlite", aside=tmp_path / "aside", now=lambda: AT)
    review.bring_up_to_date()
    opened = review.open(first(folder))
    review.note(opened, "wishlist", tags=("retro",))
    (hit,) = review.search("wishl")
    assert (hit.kind, hit.text) == ("note", "wishlist #retro")
    (note,) = review.open(first(folder)).notes.notes
    assert isinstance(note, Note)
    review.change_note(opened, note, "")
    assert review.search("wishl") == ()
    review.close()
