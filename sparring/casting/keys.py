"""Where a key is found. A key goes only to the address that the person gave it for.

In the keyring a key lies under the endpoint's name and its host, so an endpoint of the same name on another host does not find it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import ModuleType
from typing import Final
from urllib.parse import urlsplit

from sparring.settings import OPENAI_NAME, EndpointSettings, user_settings_file
from sparring.text import visible

OPENAI_KEY_VARIABLE: Final = "OPENAI_API_KEY"
_SERVICE: Final = "okr-sparring"


class KeyringAway(Exception):
    """The system's keyring cannot be used; the message says why and what to do instead."""


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key, or where it was looked for.

    Attributes:
        key: the secret; "" where none was found.
        place: where it was found ("OPENAI_API_KEY in the environment"), or where it was looked for.
        is_expected: settings say that there is one, so that a call without it is bound to fail.
    """

    key: str = field(repr=False)
    place: str
    is_expected: bool


def key_variable(name: str, endpoint: EndpointSettings) -> str:
    """Return the environment variable that holds the key of the endpoint called `name`; "" where none is named."""
    return endpoint.key_env or (OPENAI_KEY_VARIABLE if name == OPENAI_NAME else "")


def find_key(name: str, base_url: str, endpoint: EndpointSettings, environment: Mapping[str, str], *, ask_keyring: bool = True) -> FoundKey:
    """Look for the key of the endpoint called `name` in the environment, in the person's settings, and in the keyring.

    Args:
        name: of the endpoint.
        base_url: where the key would go.
        endpoint: what the settings say of it.
        environment: of the process.
        ask_keyring: an unlocked keyring answers at once; a locked one asks its owner first.
    """
    variable = key_variable(name, endpoint)
    if endpoint.key_from != "keyring":
        if key := environment.get(variable, "").strip():
            return FoundKey(key, f"{variable} in the environment", is_expected=True)
        if endpoint.key:
            return FoundKey(endpoint.key, "your settings", is_expected=True)
    if ask_keyring and (key := _from_keyring(name, base_url)):
        return FoundKey(key, "the keyring", is_expected=True)
    places = []
    if endpoint.key_from != "keyring":
        places = [f"{variable} in the environment", "your settings"] if variable else ["your settings"]
    if ask_keyring and has_keyring():
        places.append("the keyring")
    return FoundKey("", ", ".join(places), is_expected=bool(variable or endpoint.key_from))


def two_ways(name: str, endpoint: EndpointSettings) -> str:
    """Say in which two ways the key of the endpoint called `name` can be given."""
    shown = visible(name)
    variable = key_variable(name, endpoint)
    ways = []
    if has_keyring():
        ways.append(f"type `sparring key set {shown}`")
    if variable and endpoint.key_from != "keyring":
        ways.append(f"set {variable} in the environment before you start Sparring")
    if len(ways) < 2:
        ways.append(f'write key = "..." below [endpoints.{shown}] in your settings, {visible(str(user_settings_file()))}')
    return f"Give it in one of two ways: {', or '.join(ways[:2])}."


def has_keyring() -> bool:
    """Return whether this machine has a keyring, locked or not, and the extra `keyring` is installed."""
    if not _is_installed():
        return False
    import keyring
    from keyring.backends import fail

    return not isinstance(keyring.get_keyring(), fail.Keyring)


def _is_installed() -> bool:
    return find_spec("keyring") is not None


def keep_key(name: str, base_url: str, key: str) -> None:
    """Keep a key in the system's keyring.

    Raises:
        KeyringAway: there is none, or it is locked.
    """
    keyring = _keyring()
    try:
        keyring.set_password(_SERVICE, _account(name, base_url), key)
    except Exception:  # backends raise errors of their own, whose text may hold what was to be kept
        raise KeyringAway(_away("did not take the key")) from None


def forget_key(name: str, base_url: str) -> bool:
    """Remove a key from the keyring; return whether there was one.

    Raises:
        KeyringAway: there is no keyring, or it is locked.
    """
    keyring = _keyring()
    try:
        if keyring.get_password(_SERVICE, _account(name, base_url)) is None:
            return False
        keyring.delete_password(_SERVICE, _account(name, base_url))
    except Exception:  # as above
        raise KeyringAway(_away("did not answer")) from None
    return True


def ask_whether_keyring_works() -> str:
    """Return the name of the keyring.

    Raises:
        KeyringAway: there is none that can be used.
    """
    keyring = _keyring()
    try:
        keyring.get_password(_SERVICE, "is it there")
        return visible(str(keyring.get_keyring().name))
    except Exception:  # as above
        raise KeyringAway(_away("did not answer")) from None


def _from_keyring(name: str, base_url: str) -> str:
    try:
        return (_keyring().get_password(_SERVICE, _account(name, base_url)) or "").strip()
    except Exception:  # a keyring that cannot be used holds no key; `sparring doctor` says why
        return ""


def _account(name: str, base_url: str) -> str:
    parts = urlsplit(base_url)
    return f"{name} at {parts.scheme}://{parts.netloc.lower()}"


def _keyring() -> ModuleType:
    if not _is_installed():
        from sparring.documents.installing import command_that_adds

        raise KeyringAway(f"Keys can be kept in the keyring once a package is added: {command_that_adds('keyring')}")
    import keyring

    return keyring


def _away(what: str) -> str:
    return (
        f"The keyring of this machine {what}: there is none, or it is locked. Unlock it and try again, or give the key in the environment "
        "or in your settings (docs/models.md)."
    )
