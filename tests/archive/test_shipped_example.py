from pathlib import Path

from sparring.archive.transcript import read_transcript, verify_transcript
from sparring.bout.fold import fold

EXAMPLE = Path(__file__).parents[2] / "transcripts" / "example.jsonl"


def test_the_transcript_that_is_kept_as_an_example_is_whole_and_names_no_place_of_a_machine() -> None:
    assert verify_transcript(EXAMPLE).ok
    bout = fold(read_transcript(EXAMPLE).entries)
    assert bout.ended
    assert bout.draft.source.path is None
    assert bout.context == ()
