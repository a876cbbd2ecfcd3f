"""A reply as one JSON object of the asked shape, found in whatever a model wrote around it."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_LONGEST_TO_REPAIR: Final = 16_000
_MOST_BRACKETS_TO_REPAIR: Final = 100
"""Mending takes seconds where hostile text opens brackets without end; a challenge has about ten."""

_MOST_BEGINNINGS: Final = 40
_FENCE: Final = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)


def object_in(text: str, fields: Mapping[str, Any], *, repair: bool = True) -> str | None:
    """Return the object of the asked shape as JSON text; None where there is none.

    Required fields and JSON types are looked at; lengths, choices and the like are for whoever reads the object. What a closed object does
    not know is left out; a required field that may be null and is missing is null.

    Args:
        text: the reply.
        fields: the JSON schema.
        repair: mend what is nearly JSON (commas, quotes, a bracket that is missing); a reply that broke off is not to be mended.
    """
    for found in _objects(text):
        if (shaped := _shaped_within(found, fields)) is not None:
            return _as_json(shaped)
    start = text.find("{")
    if not repair or start < 0:
        return None
    shaped = _shaped_within(_mended(text[start : start + _LONGEST_TO_REPAIR]), fields)
    return None if shaped is None else _as_json(shaped)


def _objects(text: str) -> Iterator[object]:
    """Yield what may be the object: the text itself, what stands in fences, what begins at a brace."""
    for piece in (text, *_FENCE.findall(text)):
        if (loaded := _loaded(piece)) is not None:
            yield loaded
    decoder = json.JSONDecoder(parse_constant=_no_number)
    at = -1
    for _ in range(_MOST_BEGINNINGS):
        if (at := text.find("{", at + 1)) < 0:
            return
        try:
            loaded, at_end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        yield loaded
        at = at_end - 1


def _loaded(text: str) -> object | None:
    try:
        loaded: object = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return loaded


def _no_number(name: str) -> float:
    raise ValueError(name)


def _mended(text: str) -> object | None:
    if text.count("{") + text.count("[") > _MOST_BRACKETS_TO_REPAIR:
        return None
    from json_repair import loads

    try:
        mended: object = loads(text, skip_json_loads=True)
    except (ValueError, RecursionError, IndexError, TypeError, AttributeError):
        # It reads hostile text; that it stumbles means only that this is no JSON.
        return None
    return mended


def _shaped_within(found: object, fields: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the object, or the one object that a model wrapped once more, in a list or under a name."""
    for candidate in (found, *_wrapped(found)):
        try:
            if isinstance(candidate, dict) and candidate:
                return _shaped_object(candidate, fields, fields)
        except (_OtherShape, RecursionError):
            continue
    return None


def _wrapped(found: object) -> list[object]:
    if isinstance(found, list):
        return list(found[:1]) if len(found) == 1 else []
    if isinstance(found, dict) and len(found) <= 3:
        return [value for value in found.values() if isinstance(value, dict)]
    return []


class _OtherShape(Exception):
    """The value is not of the asked shape."""


_TYPES: Final[Mapping[str, type | tuple[type, ...]]] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float), "null": type(None),
}  # fmt: skip


def _shaped(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    if isinstance(name := schema.get("$ref"), str):
        return _shaped(value, _referred(name, root), root)
    if isinstance(choices := schema.get("anyOf") or schema.get("oneOf"), list):
        return _shaped_as_any(value, choices, root)
    wanted = schema.get("type")
    types = wanted if isinstance(wanted, list) else [wanted] if wanted else []
    if types and not any(_is(value, name) for name in types):
        raise _OtherShape
    if isinstance(value, dict) and (not types or "object" in types):
        return _shaped_object(value, schema, root)
    if isinstance(value, list) and isinstance(items := schema.get("items"), dict):
        return [_shaped(each, items, root) for each in value]
    return value


def _shaped_as_any(value: Any, choices: list[Any], root: Mapping[str, Any]) -> Any:
    for choice in choices:
        try:
            return _shaped(value, choice, root)
        except _OtherShape:
            continue
    raise _OtherShape


def _shaped_object(value: dict[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any]) -> dict[str, Any]:
    known: Mapping[str, Any] = schema.get("properties", {})
    shaped = {} if schema.get("additionalProperties") is False else {name: each for name, each in value.items() if name not in known}
    for name, each in known.items():
        if name in value:
            shaped[name] = _shaped(value[name], each, root)
        elif name in schema.get("required", ()):
            shaped[name] = _shaped(None, each, root)
    return shaped


def _referred(name: str, root: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Any = root
    for step in name.removeprefix("#/").split("/"):
        found = found[step]
    referred: Mapping[str, Any] = found
    return referred


def _is(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES.get(name, ()))


def _as_json(shaped: dict[str, Any]) -> str:
    # Half a surrogate pair can be written in JSON but not in a file.
    return json.dumps(shaped, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
