"""Tells what is wrong in a settings file, to people who are no programmers: what is meant, and a line that would do.

No value of a file is ever repeated: it may be a key.
"""

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from sparring.settings import LOCAL, OFFLINE, OPENAI_NAME, EndpointSettings
from sparring.text import visible

EXPECTED: Final[dict[str, tuple[str, str]]] = {
    "theme": ("the name of a theme, in quotes", 'theme = "sparring-light"'),
    "rounds": ("a whole number from 1 to 12, without quotes", "rounds = 5"),
    "team": ("your team's name, in quotes", 'team = "Growth squad"'),
    "cycle": ("the cycle's name, in quotes", 'cycle = "Q1 2027"'),
    "language": ('"en" or "de"', 'language = "de"'),
    "context": ("a list of files and folders in quotes, between brackets", 'context = ["strategy/", "plan.md"]'),
    "share_with_group": ("true or false, without quotes", "share_with_group = true"),
    "cache": ("true or false, without quotes", "cache = false"),
    "partner": ("the name of a partner, in quotes", 'partner = "openai/MODEL"'),
    "voice": ('"guarded" or "bank"', 'voice = "bank"'),
    "second_reader": ('"same", "off" or an endpoint with a model, in quotes', 'second_reader = "same"'),
    "model_file": ("a file, in quotes", 'model_file = "~/models/model.gguf"'),
    "tracing": ("true or false, without quotes", "tracing = true"),
    "endpoints": ("a part of its own for each endpoint, with a heading", '[endpoints.work] and below it base_url = "https://..."'),
    "keys": ("a part with the heading [keys] and a line for each key, both in quotes", '"bout.press" = "f5"'),
}
"""What each setting is, and a line that sets it."""

EXPECTED_OF_ENDPOINT: Final[dict[str, tuple[str, str]]] = {
    "base_url": ("an address, in quotes", 'base_url = "https://llm.example.com/v1"'),
    "key": ("the key, in quotes", 'key = "..."'),
    "key_env": ("the name of an environment variable, in quotes", 'key_env = "WORK_LLM_KEY"'),
    "key_from": ('"keyring"', 'key_from = "keyring"'),
    "headers": ("names and values in quotes, between braces", 'headers = { X-Team = "growth", X-Token = "${WORK_TOKEN}" }'),
    "connect_seconds": ("a number, without quotes", "connect_seconds = 5"),
    "quiet_seconds": ("a number, without quotes", "quiet_seconds = 30"),
    "context_tokens": ("a whole number, without quotes", "context_tokens = 32000"),
    "prompt_price": ("a number, without quotes", "prompt_price = 0.25"),
    "reply_price": ("a number, without quotes", "reply_price = 2.0"),
    "models": ("a list of names in quotes, between brackets", 'models = ["MODEL"]'),
}
"""What each setting of an endpoint is, and a line that sets it."""

LEAST_CONTEXT: Final = 2_000
"""Tokens; in less, no draft and no reply fit beside the rule."""

_LEAST: Final = {"connect_seconds": 0.1, "quiet_seconds": 0.1, "context_tokens": LEAST_CONTEXT, "prompt_price": 0, "reply_price": 0}
_MOST: Final = 1e9


def not_toml(path: Path, error: ValueError) -> str:
    """Say that a file is not written as settings are."""
    line = re.search(r"at line (\d+)", str(error))
    place = f" near line {line[1]}" if line else ""
    return (
        f"{visible(str(path))} is not written as settings are (TOML){place}. A setting is a name, an equals sign and a value, and text "
        'stands in quotes: team = "Growth squad". Mend it, or move the file away to go on with the defaults.'
    )


def not_understood(where: Sequence[int | str]) -> str:
    """Say what is meant by the setting at `where`: its name, or "endpoints", an endpoint's name and the name of a setting there."""
    of_endpoint = len(where) >= 3 and where[0] == "endpoints"
    known = EXPECTED_OF_ENDPOINT if of_endpoint else EXPECTED
    name = str(where[2] if of_endpoint else where[0])
    if len(where) == 2 and where[0] == "endpoints":
        return f"`endpoints.{visible(str(where[1]))}` has to be a part with a heading of its own: [endpoints.{visible(str(where[1]))}]."
    shown = f"`{visible(name)}`" + (f" of the endpoint {visible(str(where[1]))}" if of_endpoint else "")
    if name in known:
        what, example = known[name]
        return f"{shown} has to be {what}, such as: {example}. Mend the line, or take it out."
    near = difflib.get_close_matches(name, known, n=1)
    meant = f"Did you mean `{near[0]}`?" if near else f"There are: {', '.join(known)}."
    return f"There is no setting {shown}. {meant} Mend the line, or take it out."


def wrong_in_endpoint(name: str, endpoint: EndpointSettings) -> str:
    """Return what is wrong in what is set for the endpoint called `name`; "" where nothing is."""
    shown = visible(name)
    if not re.fullmatch(r"[\w.-]+", name) or name in (OFFLINE, LOCAL, "langchain"):
        return f"An endpoint cannot be called “{shown}”. Choose a name of letters, digits, dots and hyphens, other than offline and local."
    if name != OPENAI_NAME and not endpoint.base_url:
        return f"The endpoint {shown} has no address. Add a line with its base_url, such as: {EXPECTED_OF_ENDPOINT['base_url'][1]}."
    if endpoint.base_url and (wrong := wrong_in_address(endpoint.base_url)):
        return f"`base_url` of the endpoint {shown} {wrong}"
    if endpoint.key_env and not re.fullmatch(r"[A-Z_][A-Z0-9_]*", endpoint.key_env):
        # What stands there may be the key itself, so it is not repeated.
        return (
            f"`key_env` of the endpoint {shown} has to be the name of an environment variable, in capitals, such as WORK_LLM_KEY. "
            "If it is the key itself, write `key` instead of `key_env`."
        )
    if any(not re.fullmatch(r"[!-9;-~]+", header) or not value.isprintable() for header, value in endpoint.headers.items()):
        return f"`headers` of the endpoint {shown} holds a name or a value that cannot be sent. Names have no spaces and no colon."
    for field, least in _LEAST.items():
        value = getattr(endpoint, field)
        if value is not None and not least <= value < _MOST:
            return f"`{field}` of the endpoint {shown} has to be at least {least:,}. Mend the line, or take it out."
    return ""


def wrong_in_address(address: str) -> str:
    """Return what is wrong in an endpoint's address, as the end of a sentence; "" where nothing is."""
    example = "https://llm.example.com/v1"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not host or port == 0 or visible(address) != address or " " in address:
        return f"is no address of an endpoint. It has to look like this: {example}"
    if not host.isascii():
        # An address that looks like another one would be agreed to by mistake.
        return "holds letters that are easily mistaken for others. Write the host in its technical form, which begins with xn--."
    if parts.username is not None or parts.password is not None:
        return (
            "may not hold a name or a password. Take what stands before the @ out, and give the key in one of the ways of docs/models.md."
        )
    if parts.query or parts.fragment:
        return f"may not hold a ? or a #. It ends with the version, such as {example}"
    return ""
