from pathlib import Path
from typing import Any

import pytest

from sparring.record.chain import verify
from sparring.record.codec import canonical, decode_line, strike_line
from sparring.record.errors import NewerSchema
from sparring.record.events import SCHEMA, AnswerGiven, BoutEnded, BoutOpened, StanceTaken
from sparring.record.upgrade import UPGRADES, Step, Upgrades
from tests.record.every_event import EVERY_EVENT, HOSTILE
from tests.record.test_codec import resealed

SAMPLES = Path(__file__).parent / "samples"
HEADS = {"schema-1.jsonl": "8173ff10797141f4a4071b14deda94a7c406c1055836585eadede8234252cc90"}
"""The head of each stored transcript: neither the file nor how it is read may ever change."""


def lines_of_sample(name: str) -> list[bytes]:
    return (SAMPLES / name).read_bytes().splitlines(keepends=True)


def test_every_schema_has_a_stored_transcript() -> None:
    assert sorted(each.name for each in SAMPLES.iterdir()) == sorted(HEADS) == [f"schema-{number + 1}.jsonl" for number in range(SCHEMA)]


@pytest.mark.parametrize("name", HEADS)
def test_stored_transcripts_stay_whole_and_readable(name: str) -> None:
    lines = lines_of_sample(name)
    report = verify(lines)
    assert report.ok, report.sentence
    assert report.head == HEADS[name]
    entries = [decode_line(line) for line in lines]
    assert [entry.event is None for entry in entries].count(True) == 1


def test_the_stored_transcript_of_schema_1_tells_what_it_told() -> None:
    entries = [decode_line(line) for line in lines_of_sample("schema-1.jsonl")]
    opened, answer, struck, kept, ended = (entries[number] for number in (0, 6, 11, 13, -1))
    assert isinstance(opened.event, BoutOpened)
    assert (opened.event.bout, opened.event.team) == ("2026-11-21-kofu", "Clubs")
    assert isinstance(answer.event, AnswerGiven)
    assert answer.event.text == HOSTILE
    assert (struck.type, struck.event) == ("stance_taken", None)
    assert isinstance(kept.event, StanceTaken)
    assert kept.event.reason == "Renewal is what pays."
    assert isinstance(ended.event, BoutEnded)
    assert {entry.type for entry in entries} == {event.type for event in EVERY_EVENT} - {"history_read"}


def _as_version_two_has_it(type_: str, payload: dict[str, Any]) -> dict[str, Any]:
    if type_ == "answer_given":
        return {"text": payload["said"]}
    return payload


FAKE = Upgrades(current=2, steps={1: Step(renamed={"team_spoke": "answer_given"}, payload=_as_version_two_has_it)})
OLD = resealed(lines_of_sample("schema-1.jsonl")[6], type="team_spoke", payload={"said": "Eleven clubs."})


def test_an_older_entry_is_read_in_todays_words() -> None:
    entry = decode_line(OLD, FAKE)
    assert entry.event == AnswerGiven(text="Eleven clubs.")
    assert (entry.schema, entry.type) == (1, "answer_given")


def test_an_upgraded_entry_keeps_the_hash_of_the_line_as_written() -> None:
    assert verify(lines_of_sample("schema-1.jsonl"), upgrades=Upgrades(current=2, steps={1: Step()})).head == HEADS["schema-1.jsonl"]


def test_a_struck_older_entry_is_called_by_its_new_name() -> None:
    entry = decode_line(strike_line(OLD), FAKE)
    assert (entry.type, entry.event) == ("answer_given", None)


def test_steps_follow_one_another() -> None:
    steps = {
        1: Step(payload=lambda type_, payload: payload | {"n": 2}),
        2: Step(payload=lambda type_, payload: payload | {"n": payload["n"] * 5}),
    }
    assert Upgrades(current=3, steps=steps).apply(1, "t", {"a": 1}) == ("t", {"a": 1, "n": 10})
    assert Upgrades(current=3, steps=steps).apply(3, "t", {"a": 1}) == ("t", {"a": 1})


def test_a_missing_step_is_found_at_once() -> None:
    with pytest.raises(ValueError, match="upgrade steps"):
        Upgrades(current=3, steps={1: Step()})


def test_this_program_reads_its_own_schema_and_none_above() -> None:
    assert UPGRADES.current == SCHEMA
    with pytest.raises(NewerSchema):
        decode_line(canonical({"schema": SCHEMA + 1}))


def test_what_a_later_version_says_in_the_same_schema_is_newer_and_not_damaged() -> None:
    later = resealed(
        lines_of_sample("schema-1.jsonl")[6], payload={"text": "Eleven clubs.", "by": "", "to": "round", "about": None, "mood": "calm"}
    )
    with pytest.raises(NewerSchema, match="Update Sparring"):
        decode_line(later)


def test_a_transcript_from_before_models_says_that_the_bank_spoke() -> None:
    opened = decode_line(lines_of_sample("schema-1.jsonl")[0]).event
    assert isinstance(opened, BoutOpened)
    assert (opened.voice, opened.second_reader, opened.host) == ("bank", "", "")
