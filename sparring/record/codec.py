"""Entries as lines of JSON, and back.

A line is canonical: keys sorted, no spaces, UTF-8, no NaN. Every entry has therefore one spelling, and any byte changed in it shows.
What the seals cover is the line as written, never the event as this version would write it: a transcript stays provable when the event
types grow.
"""

import hashlib
import json
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final, cast, get_args

from pydantic import ValidationError

from sparring.record.entry import GENESIS, Entry
from sparring.record.errors import LineDamaged, LineEdited, NewerSchema, UnknownType
from sparring.record.events import SCHEMA, Event
from sparring.record.payload import Payload
from sparring.record.upgrade import UPGRADES, JsonObject, Upgrades
from sparring.text import visible

_HEADER: Final = frozenset({"at", "prev", "schema", "seal", "seq", "type"})
_WHOLE: Final = _HEADER | {"payload", "salt"}
_STRUCK: Final = _HEADER | {"struck"}
_HASH: Final = re.compile(r"[0-9a-f]{64}\Z")
_SALT: Final = re.compile(r"[0-9a-f]{32}\Z")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: object) -> bytes:
    """Return the one spelling of a JSON value.

    Lone surrogates, which files in broken encodings and some clipboards bring along, have no UTF-8: they are written as JSON escapes and
    come back as they were. Two that form a character become that character.
    """
    text = _encode(value)
    try:
        return text.encode()
    except UnicodeEncodeError:
        paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", paired).encode()


def next_entry(previous: Entry | None, event: Event, at: datetime, salt: str) -> Entry:
    """Return `event` as the entry that follows `previous`.

    Args:
        previous: the transcript's last entry; None for the first.
        event: what happened.
        at: when, with its time zone.
        salt: 32 hexadecimal digits that nobody can guess.

    Raises:
        ValueError: `at` has no time zone, or `salt` is none.
    """
    if at.tzinfo is None:
        raise ValueError("an entry needs a time with its time zone")
    if not _SALT.match(salt):
        raise ValueError("a salt has 32 hexadecimal digits")
    at = at.astimezone(UTC)
    fields: JsonObject = {
        "schema": SCHEMA,
        "seq": previous.seq + 1 if previous else 1,
        "at": _stamp(at),
        "type": event.type,
        "prev": previous.hash if previous else GENESIS,
        "salt": salt,
        "payload": _payload(event),
    }
    fields["seal"] = _seal(fields)
    return _entry(fields, at, event.type, event)


def encode_line(entry: Entry) -> bytes:
    """Return the line of an entry made by `next_entry`, with its line end.

    Entries that were read are not written again: this version may spell their events with fields that the seal does not know.
    """
    if entry.event is None:
        raise ValueError("a struck entry has no words to write")
    return _line(
        {
            "schema": entry.schema,
            "seq": entry.seq,
            "at": _stamp(entry.at),
            "type": entry.type,
            "prev": entry.prev,
            "seal": entry.seal,
            "salt": entry.salt,
            "payload": _payload(entry.event),
        }
    )


def decode_line(line: bytes, upgrades: Upgrades = UPGRADES) -> Entry:
    """Return the entry of a line, with or without its line end. Its place in the chain is not checked (see `chain.Chain`).

    Raises:
        LineDamaged: no entry.
        LineEdited: an entry changed after it was sealed.
        NewerSchema: written by a later version.
        UnknownType: sealed, but of a type that this version does not know.
    """
    fields = _fields(line, upgrades.current)
    at = _checked(fields, line)
    type_, payload = upgrades.apply(fields["schema"], fields["type"], fields.get("payload"))
    kind = _types().get(type_)
    if kind is None:
        raise UnknownType("It holds an event that this version of Sparring does not know. Update Sparring.")
    if payload is None:
        return _entry(fields, at, type_, None)
    try:
        event = cast("Event", kind.model_validate(payload))
    except ValidationError as error:
        if any(each["type"] == "extra_forbidden" for each in error.errors()):
            # Sealed as it stands, so it is no damage: a later version says more in the same schema.
            raise NewerSchema("It says things that this version of Sparring does not know. Update Sparring to read it.") from None
        place = visible(".".join(map(str, error.errors()[0]["loc"]))) or "its payload"
        raise LineDamaged(f"It is no proper {type_.replace('_', ' ')}: {place} is not what it should be.") from None
    return _entry(fields, at, type_, event)


def strike_line(line: bytes) -> bytes:
    """Return the line without payload and salt, with its line end: a marked gap that keeps seal and place.

    Raises:
        RecordError: as `decode_line`.
    """
    fields = _fields(line, SCHEMA)
    _checked(fields, line)
    return _line({key: fields[key] for key in _HEADER} | {"struck": True})


def _fields(line: bytes, newest: int) -> JsonObject:
    """Read a line's fields: all there, none too many, each of its type."""
    try:
        fields = json.loads(line.decode(), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise LineDamaged("It is not the JSON text that Sparring writes.") from None
    if not isinstance(fields, dict) or type(schema := fields.get("schema")) is not int or schema < 1:
        raise LineDamaged("It is no entry of a transcript.")
    if schema > newest:
        raise NewerSchema(
            f"It was written by a newer Sparring (format {schema}; this version reads up to {newest}). Update Sparring to read it."
        )
    struck = "struck" in fields
    if fields.keys() != (_STRUCK if struck else _WHOLE):
        raise LineDamaged("Parts of the entry are missing, or something was added.")
    texts = (fields["at"], fields["type"], fields["prev"], fields["seal"], "" if struck else fields["salt"])
    if (
        not all(isinstance(text, str) for text in texts)
        or type(fields["seq"]) is not int
        or not _HASH.match(fields["prev"])
        or not _HASH.match(fields["seal"])
        or (fields["struck"] is not True if struck else not (_SALT.match(fields["salt"]) and isinstance(fields["payload"], dict)))
    ):
        raise LineDamaged("Parts of the entry are not what they should be.")
    return fields


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _checked(fields: JsonObject, line: bytes) -> datetime:
    """Check spelling and seal; return the time."""
    if canonical(fields) != line.removesuffix(b"\n") or ("struck" not in fields and _seal(fields) != fields["seal"]):
        raise LineEdited("Its words or marks are not those that were sealed when it was written.")
    try:
        at = datetime.fromisoformat(fields["at"])
        if _stamp(at) == fields["at"]:
            return at
    except ValueError:
        pass
    raise LineDamaged("Its time is none.")


def _entry(fields: JsonObject, at: datetime, type_: str, event: Event | None) -> Entry:
    return Entry(
        schema=fields["schema"],
        seq=fields["seq"],
        at=at,
        type=type_,
        event=event,
        salt=fields.get("salt", ""),
        seal=fields["seal"],
        prev=fields["prev"],
        hash=hashlib.sha256(canonical({key: fields[key] for key in _HEADER})).hexdigest(),
    )


def _seal(fields: JsonObject) -> str:
    return hashlib.sha256(canonical({key: value for key, value in fields.items() if key != "seal"})).hexdigest()


def _line(fields: JsonObject) -> bytes:
    return canonical(fields) + b"\n"


def _payload(event: Event) -> JsonObject:
    return event.model_dump(mode="json", exclude={"type"})


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


@cache
def _types() -> dict[str, type[Payload]]:
    union: Any = get_args(Event)[0]
    return {kind.model_fields["type"].default: kind for kind in get_args(union)}
