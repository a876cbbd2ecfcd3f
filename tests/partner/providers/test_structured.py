"""A reply of a given shape, from endpoints that can more or less."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from sparring.partner.faults import CallFault
from sparring.partner.providers.abilities import Abilities, InMind
from sparring.partner.providers.abilities_file import AbilitiesFile
from sparring.partner.providers.openai_chat import OpenAIChat
from sparring.partner.providers.shape import object_in
from tests.partner.providers.calls import FIELDS, OBJECT, SCHEMA, at, request
from tests.scripted_endpoint import Answer, Asked, ScriptedEndpoint, Thought, failing, streamed


def way_of(asked: Asked) -> str:
    wanted = asked.json.get("response_format", {})
    return "strict" if wanted.get("json_schema", {}).get("strict") else wanted.get("type", "none")


async def test_an_endpoint_that_can_is_asked_for_a_strict_schema_once(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(lambda asked: OBJECT)
    reply = await OpenAIChat(at(endpoint)).reply(request())
    assert json.loads(reply.text) == json.loads(OBJECT)
    assert [way_of(asked) for asked in endpoint.asked] == ["strict"]
    assert endpoint.asked[0].schema == FIELDS
    assert endpoint.asked[0].json["response_format"]["json_schema"]["name"] == "challenge"


@pytest.mark.parametrize(
    ("rejects", "ways"),
    [
        ({"strict"}, ["strict", "json_schema"]),
        ({"json_schema"}, ["strict", "json_schema", "json_object"]),
        ({"json_schema", "json_object"}, ["strict", "json_schema", "json_object", "none"]),
    ],
)
async def test_what_an_endpoint_takes_is_found_out_once_and_remembered(
    endpoint: ScriptedEndpoint, rejects: set[str], ways: list[str]
) -> None:
    endpoint.rejects = frozenset(rejects)
    endpoint.talks(lambda asked: OBJECT)
    memory = InMind()
    await OpenAIChat(at(endpoint), memory=memory).reply(request())
    assert [way_of(asked) for asked in endpoint.asked] == ways
    await OpenAIChat(at(endpoint), memory=memory).reply(request())
    assert [way_of(asked) for asked in endpoint.asked] == [*ways, ways[-1]]


@pytest.mark.parametrize(
    "message",
    [
        "This model does not support structured outputs.",
        "Invalid value: 'json_schema'",
        "Something is not right.",
        "failed to parse grammar",
    ],
)
async def test_however_an_endpoint_words_its_refusal_of_a_schema_the_next_way_is_tried(endpoint: ScriptedEndpoint, message: str) -> None:
    endpoint.plays(failing(400, message=message), streamed(OBJECT))
    await OpenAIChat(at(endpoint)).reply(request())
    assert [way_of(asked) for asked in endpoint.asked] == ["strict", "json_schema"]


async def test_an_error_in_the_words_of_a_web_framework_is_understood(endpoint: ScriptedEndpoint) -> None:
    detail = b'{"detail": [{"type": "extra_forbidden", "loc": ["body", "stream_options"], "msg": "Extra inputs are not permitted"}]}'
    endpoint.plays(Answer([detail], 422, {"content-type": "application/json"}), streamed(OBJECT))
    await OpenAIChat(at(endpoint)).reply(request())
    assert [("stream_options" in asked.json, way_of(asked)) for asked in endpoint.asked] == [(True, "strict"), (False, "strict")]


@pytest.mark.parametrize("ignored", ["Certainly! Who looked at the lockers?", '{"answer": "Who looked?"}', "{}", "[]", '{"lens": 5}'])
async def test_an_endpoint_that_ignores_the_schema_is_told_it_in_words(endpoint: ScriptedEndpoint, ignored: str) -> None:
    endpoint.plays(streamed(ignored), streamed(f"Here it is:\n```json\n{OBJECT}\n```\nI hope this helps."))
    memory = InMind()
    reply = await OpenAIChat(at(endpoint), memory=memory).reply(request())
    assert json.loads(reply.text) == json.loads(OBJECT)
    assert [way_of(asked) for asked in endpoint.asked] == ["strict", "json_object"]
    assert '"anchors"' in endpoint.asked[1].text
    assert endpoint.asked[1].messages[0] == endpoint.asked[0].messages[0], "the stable part stays as it was, so that servers can keep it"
    found = memory.find(endpoint.base_url, "tiny")
    assert found is not None
    assert found.structure == "object"


async def test_who_never_keeps_to_the_shape_is_asked_twice_and_then_told(endpoint: ScriptedEndpoint) -> None:
    endpoint.talks(lambda asked: "I would rather write prose.")
    memory = InMind()
    with pytest.raises(CallFault) as caught:
        await OpenAIChat(at(endpoint), memory=memory).reply(request())
    assert caught.value.kind == "not-structured"
    assert "prose" not in str(caught.value)
    assert len(endpoint.asked) == 2
    assert memory.find(endpoint.base_url, "tiny") is None


async def test_what_two_tries_took_is_counted_together(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(streamed("Prose.", usage=(10, 1)), streamed(OBJECT, usage=(20, 5)))
    usage = (await OpenAIChat(at(endpoint)).reply(request())).usage
    assert (usage.prompt_tokens, usage.reply_tokens) == (30, 6)


async def test_a_whole_object_is_a_reply_even_when_the_stream_just_ends(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(streamed(OBJECT, finish=None, done=False), streamed(Thought("hm"), OBJECT, finish="length"))
    chat = OpenAIChat(at(endpoint))
    for _ in range(2):
        assert json.loads((await chat.reply(request())).text) == json.loads(OBJECT)


async def test_half_an_object_is_never_mended_into_a_reply(endpoint: ScriptedEndpoint) -> None:
    endpoint.plays(streamed(OBJECT[:-12], finish=None, done=False), streamed(OBJECT[:-12], finish="length"))
    chat = OpenAIChat(at(endpoint))
    for kind in ("cut", "reply-too-long"):
        with pytest.raises(CallFault) as caught:
            await chat.reply(request())
        assert caught.value.kind == kind


WANTED = json.loads(OBJECT)


@pytest.mark.parametrize(
    "text",
    [
        OBJECT,
        f"```json\n{OBJECT}\n```",
        f"Sure.\n{OBJECT}\nAnything else?",
        f"I thought of {{this}} and of {{}}: {OBJECT}",
        f"[{OBJECT}]",
        f'{{"challenge": {OBJECT}}}',
        OBJECT.replace("}", ', "confidence": 0.9}'),
        OBJECT.replace('"passage": null, ', ""),
        OBJECT.replace("}", ",}"),
        OBJECT.replace('"', "'"),
        OBJECT.replace("null", "None"),
        OBJECT[:-1],
    ],
    ids=lambda text: text[:30],
)
def test_an_object_is_found_in_what_a_model_wrote_around_it(text: str) -> None:
    found = object_in(text, FIELDS)
    assert found is not None
    assert json.loads(found) == WANTED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "prose without any",
        '"a string"',
        OBJECT.replace('["O1"]', '"O1"'),
        OBJECT.replace('["O1"]', "[1]"),
        OBJECT.replace('"bet"', "7"),
        '{"lens": "bet", "anchors": ["O1"], "passage": null}',
        "[" * 50_000,
        "{" * 50_000,
        '{"a":' * 50_000,
        json.dumps(FIELDS),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_not_of_the_shape_is_none(text: str) -> None:
    assert object_in(text, FIELDS) is None


def test_half_a_character_does_not_travel_on() -> None:
    found = object_in(OBJECT.replace("lockers", "\\ud83d lockers"), FIELDS)
    assert found is not None
    found.encode()


def test_shapes_within_shapes_are_looked_at() -> None:
    fields: dict[str, Any] = {
        "type": "object", "additionalProperties": False, "required": ["spans", "target"],
        "properties": {
            "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}},
            "target": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/span"}]},
        },
        "$defs": {
            "span": {"type": "object", "additionalProperties": False, "required": ["start"], "properties": {"start": {"type": "integer"}}},
        },
    }  # fmt: skip
    found = object_in('{"spans": [{"start": 3, "why": "x"}], "target": null}', fields)
    assert found is not None
    assert json.loads(found) == {"spans": [{"start": 3}], "target": None}
    assert object_in('{"spans": [{"start": "3"}], "target": null}', fields) is None
    assert object_in('{"spans": [], "target": {"end": 3}}', fields) is None


def test_findings_are_kept_in_a_private_file_without_secrets(tmp_path: Path) -> None:
    path = tmp_path / "state" / "endpoints.json"
    found = Abilities("object", "max_completion_tokens", counts=False)
    AbilitiesFile(path).keep("https://me:hidden@llm.example.com/v1?key=hidden", "tiny", found)
    assert AbilitiesFile(path).find("https://me:hidden@llm.example.com/v1?key=hidden", "tiny") == found
    assert AbilitiesFile(path).find("https://llm.example.com/v1", "large") is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "hidden" not in path.read_text()
    assert [file.name for file in path.parent.iterdir()] == ["endpoints.json"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"version": 1, "endpoints": [1]}',
        b"[" * 100_000,
        b'{"version": 1, "endpoints": {"http://h/v1 m": 5}}',
    ],
    ids=lambda damage: damage[:30].hex(),
)
def test_a_damaged_file_of_findings_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "endpoints.json"
    path.write_bytes(damage)
    path.chmod(0o600)
    memory = AbilitiesFile(path)
    assert memory.find("http://h/v1", "m") is None
    memory.keep("http://h/v1", "m", Abilities("schema"))
    assert memory.find("http://h/v1", "m") == Abilities("schema")


def test_findings_of_somebody_else_do_not_count_and_a_place_that_cannot_be_written_to_harms_nobody(tmp_path: Path) -> None:
    path = tmp_path / "endpoints.json"
    AbilitiesFile(path).keep("http://h/v1", "m", Abilities("schema"))
    path.chmod(0o666)
    assert AbilitiesFile(path).find("http://h/v1", "m") is None
    AbilitiesFile(tmp_path / "endpoints.json" / "below").keep("http://h/v1", "m", Abilities("schema"))


def test_findings_are_made_anew_after_a_month(tmp_path: Path) -> None:
    path = tmp_path / "endpoints.json"
    AbilitiesFile(path, lambda: 1_000.0).keep("http://h/v1", "m", Abilities("schema"))
    assert AbilitiesFile(path, lambda: 1_000.0 + 29 * 86_400).find("http://h/v1", "m") == Abilities("schema")
    assert AbilitiesFile(path, lambda: 1_000.0 + 31 * 86_400).find("http://h/v1", "m") is None
    assert AbilitiesFile(path, lambda: 0.0).find("http://h/v1", "m") is None


async def test_a_call_keeps_its_findings_in_the_file(tmp_path: Path, endpoint: ScriptedEndpoint) -> None:
    endpoint.rejects = frozenset({"json_schema", "json_object"})
    endpoint.talks(lambda asked: OBJECT)
    for expected in (4, 5):
        await OpenAIChat(at(endpoint), memory=AbilitiesFile(tmp_path / "endpoints.json")).reply(request(SCHEMA))
        assert len(endpoint.asked) == expected
