"""What the tests of providers send."""

from typing import Any

from sparring.partner.chat import Message, Request, Schema
from sparring.partner.endpoint import Endpoint
from tests.scripted_endpoint import ScriptedEndpoint

KEY = "sk-sparring-4711-secret"
SECRET_WORD = "Zwetschgenknoedel"

FIELDS: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["lens", "anchors", "passage", "doubt"],
    "properties": {
        "lens": {"type": "string"},
        "anchors": {"type": "array", "items": {"type": "string"}},
        "passage": {"type": ["string", "null"]},
        "doubt": {"type": "string", "maxLength": 240},
    },
}
SCHEMA = Schema("challenge", FIELDS)
OBJECT = '{"lens": "bet", "anchors": ["O1"], "passage": null, "doubt": "Who looked at the lockers?"}'


def request(schema: Schema | None = SCHEMA, *, most_tokens: int = 200) -> Request:
    return Request((Message("system", "You are a sparring partner."), Message("user", f"The draft: {SECRET_WORD}")), schema, most_tokens)


def plain(*, most_tokens: int = 200) -> Request:
    return request(None, most_tokens=most_tokens)


def at(endpoint: ScriptedEndpoint, **settings: Any) -> Endpoint:
    return Endpoint("scripted", "tiny", endpoint.base_url, **({"key": KEY, "key_from": "SPARRING_KEY in the environment"} | settings))
