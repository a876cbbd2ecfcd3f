import io

from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.record.chain import ChainReport, verify
from sparring.record.codec import canonical, strike_line
from sparring.record.entry import GENESIS
from sparring.record.events import AnswerGiven
from tests.record.every_event import lines, told
from tests.record.test_codec import resealed

WHOLE = lines()
HEAD = told()[-1].hash
STRUCK = [strike_line(line) if number in (0, 6, len(WHOLE) - 1) else line for number, line in enumerate(WHOLE)]


def check(report: ChainReport, state: str, seq: int | None, entries: int) -> None:
    assert (report.state, report.seq, report.entries) == (state, seq, entries)
    assert report.sentence[0].isupper() or report.sentence[0].isdigit()
    assert report.sentence.endswith(".")


def test_a_whole_transcript_is_found_whole() -> None:
    report = verify(WHOLE)
    check(report, "ok", None, len(WHOLE))
    assert report.ok
    assert report.head == HEAD


def test_a_transcript_with_struck_entries_is_whole_and_has_the_same_head() -> None:
    report = verify(STRUCK)
    check(report, "ok", None, len(WHOLE))
    assert report.head == HEAD


def test_an_edit_is_found_where_it_is() -> None:
    edited = [*WHOLE]
    edited[6] = edited[6].replace(b"eleven", b"twelve")
    check(verify(edited), "edited", 7, 6)


def test_words_sealed_anew_break_the_chain_behind_them() -> None:
    forged = [*WHOLE]
    forged[6] = resealed(forged[6], payload=AnswerGiven(text="Something nicer.").model_dump(mode="json", exclude={"type"}))
    check(verify(forged), "edited", 7, 7)


def test_a_forged_last_entry_is_found_against_the_head_of_an_export() -> None:
    forged = [*WHOLE[:-1], resealed(WHOLE[-1], at="2026-11-21T23:00:00.000000Z")]
    assert verify(forged).ok
    check(verify(forged, expected_head=HEAD), "shortened", len(WHOLE) + 1, len(WHOLE))


def test_a_missing_entry_is_a_gap() -> None:
    check(verify(WHOLE[:4] + WHOLE[5:]), "gap", 5, 4)
    check(verify(WHOLE[3:]), "gap", 1, 0)


def test_an_entry_twice_or_out_of_order_is_found() -> None:
    check(verify([*WHOLE[:4], WHOLE[3], *WHOLE[4:]]), "edited", 5, 4)
    assert not verify([WHOLE[0], WHOLE[2], WHOLE[1]]).ok


def test_entries_of_another_bout_do_not_fit() -> None:
    other = lines((AnswerGiven(text="another"), AnswerGiven(text="bout")))
    check(verify([WHOLE[0], other[1]]), "edited", 1, 1)


def test_a_torn_end_is_told_from_an_edit() -> None:
    torn = [*WHOLE[:5], WHOLE[5][:40]]
    report = verify(torn)
    check(report, "torn", 6, 5)
    assert "resume" in report.sentence
    check(verify([WHOLE[0][:3]]), "torn", 1, 0)


def test_a_shortened_end_is_found_only_against_a_head() -> None:
    assert verify(WHOLE[:-3]).ok
    check(verify(WHOLE[:-3], expected_head=HEAD), "shortened", len(WHOLE) - 2, len(WHOLE) - 3)
    check(verify([*WHOLE[:-3], b'{"at":"2026'], expected_head=HEAD), "shortened", len(WHOLE) - 2, len(WHOLE) - 3)
    check(verify([], expected_head=HEAD), "shortened", 1, 0)


def test_a_bout_that_went_on_after_an_export_still_holds_its_head() -> None:
    assert verify(WHOLE, expected_head=told()[9].hash).ok


def test_an_empty_file_is_no_fault_of_anybody() -> None:
    report = verify([])
    check(report, "empty", None, 0)
    assert report.head == GENESIS


def test_a_newer_transcript_says_update() -> None:
    newer = canonical({"schema": 2, "prev": GENESIS}) + b"\n"
    report = verify([newer])
    check(report, "newer", 1, 0)
    assert "Update" in report.sentence


def test_files_of_something_else_are_foreign() -> None:
    for foreign in ([b"hello"], [b"hello\n", b"world\n"], [b'{"name":"package"}\n'], [b"\xff\xfe\0\0"], [b"\n"]):
        check(verify(foreign), "foreign", None, 0)


@given(st.data())
@settings(deadline=None, max_examples=400)
def test_any_byte_changed_in_a_line_is_found(data: st.DataObject) -> None:
    transcript = [*data.draw(st.sampled_from([WHOLE, STRUCK]))]
    number = data.draw(st.integers(0, len(transcript) - 1))
    line = bytearray(transcript[number])
    place = data.draw(st.integers(0, len(line) - 1))
    line[place] ^= data.draw(st.integers(1, 255))
    transcript[number] = bytes(line)
    as_a_file = io.BytesIO(b"".join(transcript))
    assert not verify(as_a_file, expected_head=HEAD).ok


@given(st.integers(0, len(WHOLE) - 1), st.data())
@settings(deadline=None, max_examples=200)
def test_a_byte_changed_in_unstruck_words_is_found_without_any_head(number: int, data: st.DataObject) -> None:
    line = bytearray(WHOLE[number])
    line[data.draw(st.integers(0, len(line) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    report = verify([*WHOLE[:number], bytes(line)])
    assert not report.ok
    assert report.entries == number
