"""A coach at work on many bouts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sparring.archive.index.rounds import Wanted
from sparring.reviewing import Review
from tests.transcripts import copied, many

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory, 10, 6, 3)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path / "transcripts")


@pytest.fixture
def review(folder: Path, tmp_path: Path) -> Iterator[Review]:
    review = Review([folder], coach="Ana", index_file=tmp_path / "index.sqlite", aside=tmp_path / "aside", now=lambda: NOW)
    review.bring_up_to_date()
    yield review
    review.close()


def test_what_was_dodged_most_comes_first_and_says_why(review: Review) -> None:
    listed = review.bouts()
    assert [each.rank for each in listed] == sorted((each.rank for each in listed), reverse=True)
    assert listed[0].reasons
    assert all(each.reasons for each in listed if each.rank > 0)


def test_a_bout_that_the_coach_is_through_with_comes_last_until_that_is_taken_back(review: Review, folder: Path, tmp_path: Path) -> None:
    first = review.bouts()[0]
    opened = review.open(first.kept.path)
    assert review.mark_reviewed(opened) == ""
    assert review.bouts()[-1].kept.path == first.kept.path
    assert review.bouts()[-1].reviewed
    other = Review([folder], coach="Ben", index_file=tmp_path / "index.sqlite", aside=tmp_path / "aside", now=lambda: NOW)
    assert not next(each.reviewed for each in other.bouts() if each.kept.path == first.kept.path)
    other.close()
    review.mark_reviewed(opened, done=False)
    assert review.bouts()[0].kept.path == first.kept.path


def test_a_bout_is_seen_with_the_draft_as_it_stood_at_each_round(review: Review) -> None:
    opened = [review.open(each.kept.path) for each in review.bouts()]
    edited = next(each for each in opened if len(each.bout.versions) > 1)
    second = edited.bout.versions[1]
    assert edited.as_of(second.seq - 1).draft == edited.bout.versions[0].draft
    assert edited.as_of(second.seq).draft == second.draft
    assert edited.as_of(edited.bout.last_seq) == edited.bout


def test_notes_are_written_changed_and_taken_away(review: Review) -> None:
    opened = review.open(review.bouts()[0].kept.path)
    review.note(opened, "Ask who decided", entry=opened.bout.rounds[0].seq, tags=("dodged",), opens_next=True)
    (note,) = review.open(opened.path).notes.notes
    assert (note.by, note.entry, note.for_team, note.opens_next) == ("Ana", opened.bout.rounds[0].seq, True, True)
    review.change_note(opened, note, "Ask when")
    assert [each.text for each in review.open(opened.path).notes.notes] == ["Ask when"]
    review.change_note(opened, note, "")
    assert review.open(opened.path).notes.notes == ()


def test_a_bout_goes_by_the_names_that_the_coach_gave_it_and_the_file_keeps_its_own(review: Review) -> None:
    path = review.bouts()[0].kept.path
    before = path.read_bytes()
    review.name(review.open(path), "Lockers", "Q9")
    seen = next(each.glance for each in review.bouts() if each.kept.path == path)
    assert seen is not None
    assert (seen.team, seen.cycle) == ("Lockers", "Q9")
    assert {(each.team, each.cycle) for each in review.rounds() if each.path == path} == {("Lockers", "Q9")}
    assert path.read_bytes() == before


def test_what_is_put_away_is_out_of_the_list_and_comes_back(review: Review) -> None:
    opened = review.open(review.bouts()[0].kept.path)
    review.put_away(opened)
    assert opened.path not in {each.kept.path for each in review.bouts()}
    review.put_away(opened, away=False)
    assert opened.path in {each.kept.path for each in review.bouts()}


def test_readings_and_kept_lines_are_judged(review: Review) -> None:
    opened = review.open(review.bouts()[0].kept.path)
    answer = next(answer for each in opened.bout.rounds for answer in each.answers)
    review.correct_reading(opened, answer.seq, ("reason",))
    review.judge_kept(opened, opened.bout.rounds[0].seq, "did-not")
    notes = review.open(opened.path).notes
    assert notes.readings == {answer.seq: ("reason",)}
    assert notes.judged == {opened.bout.rounds[0].seq: "did-not"}
    told = next(each for each in review.rounds() if each.path == opened.path)
    assert [each.judged for each in told.rounds if each.judged] == ["did-not"]


def test_an_answer_counts_as_the_coach_reads_it(review: Review) -> None:
    before = next(each for each in review.bouts() if each.glance and each.glance.unanswered)
    opened = review.open(before.kept.path)
    for each in opened.bout.rounds:
        for answer in each.answers:
            review.correct_reading(opened, answer.seq, ("fact",))
    after = next(each for each in review.bouts() if each.kept.path == before.kept.path)
    assert after.glance is not None
    assert after.glance.unanswered == sum(1 for each in opened.bout.rounds if not each.answers and not each.revised)
    told = next(each for each in review.rounds() if each.path == before.kept.path)
    assert all(one.brought for one in told.rounds if one.classes)


def test_a_cut_off_end_is_found_against_a_note(review: Review) -> None:
    path = review.bouts()[0].kept.path
    review.note(review.open(path), "seen to the end")
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-2]))
    assert any("was cut off or changed" in remark for remark in review.open(path).remarks)


def test_bouts_are_searched_and_filtered(review: Review) -> None:
    hits = review.search("nobody looked")
    assert all("nobody looked" in hit.text.lower() for hit in hits)
    open_ones = review.bouts_with(Wanted(outcome="open"))
    assert open_ones == {each.kept.path for each in review.bouts() if each.glance and each.glance.open}


def test_a_damaged_file_is_listed_with_what_can_be_read_of_it(review: Review, folder: Path) -> None:
    path = review.bouts()[0].kept.path
    path.write_bytes(path.read_bytes()[:-40])
    (folder / "foreign.jsonl").write_text("[]\n")
    review.bring_up_to_date()
    listed = {each.kept.path: each for each in review.bouts()}
    assert listed[path].kept.problem
    assert listed[path].glance
    assert listed[folder / "foreign.jsonl"].glance is None
    assert review.open(path).remarks


def test_a_bout_after_which_its_team_sparred_again_comes_later_and_says_so(review: Review) -> None:
    listed = [each for each in review.bouts() if each.glance]
    teams = {each.glance.team for each in listed if each.glance}
    for team in teams:
        own = sorted((each for each in listed if each.glance and each.glance.team == team), key=lambda each: each.kept.opened)
        assert [each.since for each in own] == list(range(len(own) - 1, -1, -1))
        assert all(("since" in each.said) is bool(each.since and each.reasons) for each in own)
    old = next(each for each in listed if each.since and each.reasons)
    assert old.rank < replace(old, since=0).rank


def test_a_corrected_bout_that_somebody_removed_meanwhile_hides_no_other(review: Review) -> None:
    gone = review.open(review.bouts()[0].kept.path)
    answer = next(answer for each in gone.bout.rounds for answer in each.answers)
    review.correct_reading(gone, answer.seq, ("fact",))
    gone.path.unlink()
    assert len(review.bouts()) == 10
    assert len(review.rounds()) == 10
    review.bring_up_to_date()
    assert len(review.bouts()) == 9


def test_what_was_put_away_can_be_looked_at_and_still_counts_as_a_later_bout(review: Review) -> None:
    before = {each.kept.path: each.since for each in review.bouts()}
    newest = max(review.bouts(), key=lambda each: each.kept.opened)
    review.put_away(review.open(newest.kept.path))
    assert [each.kept.path for each in review.bouts(put_away=True)] == [newest.kept.path]
    assert {each.kept.path: each.since for each in review.bouts()} == {path: n for path, n in before.items() if path != newest.kept.path}
    review.put_away(review.open(newest.kept.path), away=False)
    assert review.bouts(put_away=True) == ()
