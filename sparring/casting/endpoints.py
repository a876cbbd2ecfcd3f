"""Endpoints as they are called: what the settings say, with the key that belongs there."""

import re
from collections.abc import Mapping
from typing import Any, Final

from sparring.casting.keys import find_key, two_ways
from sparring.partner.endpoint import OPENAI, Endpoint
from sparring.partner.faults import CallFault
from sparring.settings import OPENAI_NAME, EndpointSettings, Settings, SettingsError
from sparring.settings.told import wrong_in_address
from sparring.text import visible

OPENAI_ADDRESS_VARIABLE: Final = "OPENAI_BASE_URL"
_VARIABLE: Final = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def endpoint_names(settings: Settings) -> tuple[str, ...]:
    """Return the endpoints there are: OpenAI, which is there without settings, and those that settings name."""
    return (OPENAI_NAME, *(name for name in settings.endpoints if name != OPENAI_NAME))


def settings_of(name: str, settings: Settings) -> EndpointSettings:
    """Return what is set for the endpoint called `name`.

    Raises:
        SettingsError: there is no such endpoint.
    """
    if name not in endpoint_names(settings):
        known = ", ".join(visible(each) for each in ("offline", "local", *endpoint_names(settings)))
        raise SettingsError(
            f"There is no partner “{visible(name)}”. There are: {known}. To add an endpoint, write a part [endpoints.{visible(name)}] with "
            "its base_url into your settings (docs/models.md)."
        )
    return settings.endpoints.get(name, EndpointSettings())


def address_of(name: str, settings: Settings, environment: Mapping[str, str]) -> str:
    """Return the base URL of the endpoint called `name`, without a slash at the end.

    Raises:
        SettingsError: there is no such endpoint, or OPENAI_BASE_URL holds no address.
    """
    said = settings_of(name, settings).base_url
    if not said and name == OPENAI_NAME:
        said = environment.get(OPENAI_ADDRESS_VARIABLE, "").strip()
        if said and (wrong := wrong_in_address(said)):
            raise SettingsError(f"{OPENAI_ADDRESS_VARIABLE} in the environment {wrong}")
    return (said or OPENAI).rstrip("/")


def endpoint_named(
    name: str, model: str, settings: Settings, environment: Mapping[str, str], *, base_url: str = "", any_model: bool = False
) -> Endpoint:
    """Return the endpoint called `name` with the model asked there and the key found for it.

    Args:
        name: an endpoint of the settings, or "openai".
        model: "" for the first one that the settings name.
        settings: the person's and the workspace's.
        environment: of the process.
        base_url: another address, typed by the person: the key in the environment goes there, no other key and no header of the settings.
        any_model: leave `model` "" where none is named: to ask the endpoint which there are.

    Raises:
        SettingsError: there is no such endpoint, or `base_url` is no address.
        CallFault: the key or the model's name is missing, or a variable that a header names.
    """
    said = settings_of(name, settings)
    address = address_of(name, settings, environment)
    if base_url and base_url.rstrip("/") != address:
        if wrong := wrong_in_address(base_url):
            raise SettingsError(f"--base-url {wrong}")
        address = base_url.rstrip("/")
        said = EndpointSettings(key_env=said.key_env)
    headers = _headers(name, said, environment)
    here = Endpoint(name, model, address).is_here
    # On this machine a key is the exception, so nobody is asked to unlock a keyring for it.
    found = find_key(name, address, said, environment, ask_keyring=not here or said.key_from == "keyring")
    if not found.key and found.is_expected and not here and not _carries_a_key(headers):
        raise missing_key(name, address, said)
    model = model or next(iter(said.models), "")
    if not model and not any_model:
        shown = visible(name)
        raise CallFault(
            "no-model",
            f'Which model of {shown}? Name it in one of two ways: --model MODEL, or partner = "{shown}/MODEL" in your settings. '
            f"`sparring models {shown}` lists them.",
        )
    limits: dict[str, Any] = {
        field: value
        for field in ("connect_seconds", "quiet_seconds", "context_tokens", "prompt_price", "reply_price")
        if (value := getattr(said, field)) is not None
    }
    return Endpoint(name, model, address, key=found.key, key_from=found.place, headers=headers, **limits)


def missing_key(name: str, address: str, said: EndpointSettings) -> CallFault:
    """Return the fault of an endpoint whose key was not found."""
    host = Endpoint(name, "", address).address
    return CallFault("no-key", f"No key was found for {visible(name)} ({visible(host)}). {two_ways(name, said)}")


def _carries_a_key(headers: Mapping[str, str]) -> bool:
    return any(header.lower() in ("authorization", "api-key", "x-api-key") for header in headers)


def _headers(name: str, said: EndpointSettings, environment: Mapping[str, str]) -> dict[str, str]:
    missing = [variable for value in said.headers.values() for variable in _VARIABLE.findall(value) if variable not in environment]
    if missing:
        raise CallFault(
            "no-key",
            f"The endpoint {visible(name)} sends {missing[0]} of the environment in a header, and it is not set. Set it before you start "
            "Sparring, or take the header out of your settings.",
        )
    return {header: _VARIABLE.sub(lambda found: environment[found[1]].strip(), value) for header, value in said.headers.items()}
