import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.challenge import EarlierKind
from sparring.draft.model import FieldName, LineMeaning
from sparring.record.codec import canonical, decode_line, encode_line, next_entry, strike_line
from sparring.record.draft_record import ItemRecord, MarkRecord, PlaceRecord
from sparring.record.errors import LineDamaged, LineEdited, NewerSchema, RecordError, UnknownType
from sparring.record.events import AnswerGiven, Event
from sparring.record.shown import EarlierRecord
from tests.record.every_event import BEGIN, EVERY_EVENT, HOSTILE, lines, told

EVENT_TYPES = get_args(get_args(Event)[0])
SALT = "0123456789abcdef" * 2

any_text = st.text(st.characters(exclude_categories=()))
# What is inferred for a field with a default factory is no dictionary.
st.register_type_strategy(ItemRecord, st.builds(ItemRecord, fields=st.dictionaries(st.sampled_from(get_args(FieldName)), any_text)))
st.register_type_strategy(MarkRecord, st.builds(MarkRecord, line=st.integers(), meaning=st.sampled_from(get_args(LineMeaning))))
st.register_type_strategy(PlaceRecord, st.builds(PlaceRecord, start=st.integers(), name=any_text))
st.register_type_strategy(
    EarlierRecord, st.builds(EarlierRecord, kind=st.sampled_from(get_args(EarlierKind)), bout=any_text, on=st.dates(), words=any_text)
)
events = st.one_of(
    st.builds(AnswerGiven, text=any_text, by=any_text),
    *(st.from_type(kind) for kind in EVENT_TYPES),
)
moments = st.datetimes(timezones=st.just(UTC), min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1))


def resealed(line: bytes, **changes: Any) -> bytes:
    """Forge a line: other fields, spelled and sealed as if they were ours."""
    fields = json.loads(line) | changes
    del fields["seal"]
    return canonical(fields | {"seal": hashlib.sha256(canonical(fields)).hexdigest()}) + b"\n"


def test_the_sample_bout_tells_every_type_of_event() -> None:
    assert {type(event) for event in EVERY_EVENT} == set(EVENT_TYPES)


@given(events, moments, st.binary(min_size=16, max_size=16))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_event_comes_back_from_its_line_as_it_was(event: Event, at: datetime, salt: bytes) -> None:
    entry = next_entry(None, event, at, salt.hex())
    line = encode_line(entry)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    back = decode_line(line)
    assert (back.seq, back.at, back.type, back.salt, back.seal, back.hash) == (1, at, event.type, salt.hex(), entry.seal, entry.hash)
    assert type(back.event) is type(event)
    assert encode_line(back) == line


@given(any_text)
def test_no_text_is_lost_in_a_line(text: str) -> None:
    event = decode_line(encode_line(next_entry(None, AnswerGiven(text=text), BEGIN, SALT))).event
    assert isinstance(event, AnswerGiven)
    # Two surrogates that form a character are that character.
    assert event.text.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_a_line_is_utf_8_and_readable_without_the_program() -> None:
    line = encode_line(next_entry(None, AnswerGiven(text="Größe \ud800 zählt"), BEGIN, SALT))
    assert "Größe \\ud800 zählt" in line.decode()
    assert json.loads(line)["payload"]["text"] == "Größe \ud800 zählt"


def test_hostile_text_keeps_to_its_line() -> None:
    for line in lines((AnswerGiven(text=HOSTILE),)):
        assert line.count(b"\n") == 1
        assert b"\x1b" not in line
        assert b"\0" not in line


def test_entries_follow_each_other() -> None:
    first, second = told()[:2]
    assert (first.seq, second.seq) == (1, 2)
    assert second.prev == first.hash


def test_times_are_kept_in_utc() -> None:
    summer = datetime(2026, 7, 1, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    entry = decode_line(encode_line(next_entry(None, AnswerGiven(text=""), summer, SALT)))
    assert entry.at == summer
    assert entry.at.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        next_entry(None, AnswerGiven(text=""), datetime(2026, 7, 1), SALT)


@pytest.mark.parametrize("salt", ["", "kofu", SALT.upper(), SALT + "0"])
def test_a_weak_salt_is_refused(salt: str) -> None:
    with pytest.raises(ValueError, match="salt"):
        next_entry(None, AnswerGiven(text=""), BEGIN, salt)


def test_a_struck_line_keeps_place_and_chain_and_no_words() -> None:
    entry = told()[6]
    struck = strike_line(encode_line(entry))
    assert b"eleven" not in struck
    assert entry.salt.encode() not in struck
    gap = decode_line(struck)
    assert gap.event is None
    assert gap.salt == ""
    assert (gap.seq, gap.at, gap.type, gap.seal, gap.prev, gap.hash) == (
        entry.seq,
        entry.at,
        "answer_given",
        entry.seal,
        entry.prev,
        entry.hash,
    )
    assert strike_line(struck) == struck


def test_a_struck_entry_cannot_be_given_words_again() -> None:
    entry = decode_line(strike_line(lines()[6]))
    with pytest.raises(ValueError, match="no words"):
        encode_line(entry)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"null\n",
        b"[]\n",
        b"hello\n",
        b"\xff\xfe\n",
        b'{"schema":true}\n',
        b'{"schema":0}\n',
        b'{"schema":1}\n',
        b'{"schema":NaN}\n',
        b'{"schema":' + b"9" * 5000 + b"}\n",
        b"[" * 100_000 + b"\n",
        b'{"a":' * 100_000 + b"\n",
    ],
)
def test_what_is_no_entry_is_called_damaged(line: bytes) -> None:
    with pytest.raises(LineDamaged):
        decode_line(line)


@pytest.mark.parametrize(
    "changes",
    [
        {"salt": 5},
        {"salt": "short"},
        {"payload": []},
        {"payload": {"text": 5}},
        {"payload": {}},
        {"at": "yesterday"},
        {"at": "2026-11-21T09:30:00Z"},
        {"at": 5},
        {"seq": "1"},
        {"seq": True},
        {"prev": "0"},
        {"prev": None},
        {"type": 5},
        {"more": 1},
        {"struck": True},
    ],
)
def test_even_a_well_sealed_line_is_damaged_when_its_parts_are_wrong(changes: dict[str, Any]) -> None:
    with pytest.raises(LineDamaged):
        decode_line(resealed(lines()[6], **changes))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"eleven", b"twelve"),
        (b'"seq":7', b'"seq":8'),
        (b'"seq":7', b'"seq": 7'),
        (b'{"at"', b' {"at"'),
        (b"\\ud800", b"\\uD800"),
        (b"answer_given", b"own_question"),
        (b"09:33", b"09:34"),
    ],
)
def test_a_changed_line_is_called_edited(old: bytes, new: bytes) -> None:
    line = lines()[6]
    assert old in line
    with pytest.raises(LineEdited):
        decode_line(line.replace(old, new))


def test_a_key_given_twice_is_found() -> None:
    line = lines()[6]
    with pytest.raises(RecordError):
        decode_line(line.replace(b'"payload":{', b'"payload":{"text":"other words",'))


def test_a_newer_line_says_so_whatever_else_it_holds() -> None:
    with pytest.raises(NewerSchema, match="Update Sparring"):
        decode_line(b'{"schema":2,"something":"new"}\n')


def test_an_unknown_event_says_so() -> None:
    with pytest.raises(UnknownType, match="Update Sparring"):
        decode_line(resealed(lines()[6], type="dance_begun"))


def test_not_a_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"share": float("nan")})
