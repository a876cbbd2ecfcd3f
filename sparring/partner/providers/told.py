"""What people are told of a failed call: what happened and what to do next. Never what was sent or received, nor a key."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault, FaultKind
from sparring.partner.providers.causes import Cause
from sparring.partner.providers.names import host_of, named

_KIND: Final[Mapping[Cause, FaultKind]] = {
    "wrong-address": "bad-request",
    "elsewhere": "bad-request",
    "structure": "not-structured",
    "limit": "bad-request",
    "counts": "bad-request",
}

_TOLD: Final[Mapping[Cause, str]] = {
    "no-key": "{host} wants a key, and none was found ({key_from}). Set it there, then try again.",
    "wrong-key": "{host} does not accept the key ({key_from}). Check that it is whole, valid and meant for this endpoint; then try again.",
    "forbidden": "{host} refuses this key, model or network{code}. Ask whoever runs your account or network whether it may use {model}.",
    "no-model": "{host} has no model called {model}, or this key may not use it. `sparring models` lists what there is; choose one.",
    "bad-request": "{host} did not accept the request{code}. Choose another model, or let `sparring doctor` look at this one step by step.",
    "wrong-address": "{host} has no model service at this address{code}. Check the base URL of this endpoint: does it end in /v1?",
    "elsewhere": (
        "{host} sends on to another address{code}, and nothing was sent there. Check the base URL of this endpoint: https instead of http, "
        "and does it end in /v1?"
    ),
    "rate": "{host} has too many requests at the moment. {wait}",
    "quota": "{host} says that the account has no quota or credit left. Whoever pays can add some; until then choose another partner.",
    "server": "{host} has a fault of its own{code}. {wait}",
    "timeout": "{host} did not answer in time. Try again, choose a faster model, or allow it more time in the settings.",
    "refused": "{host} cannot be reached. Is it running, is its address right, and is this machine online? Then try again.",
    "cut": "The connection to {host} broke off before the reply was whole. Try again.",
    "garbage": "{host} answered with something that is no model's reply. Try again; if it stays so, check the base URL of this endpoint.",
    "empty": "{model} gave an empty reply. Try again, or choose another model.",
    "refusal": "{model} declined to reply. Try again, or choose another model.",
    "reply-too-long": "{model} did not come to an end within the length that was asked for. Try again, or choose another model.",
    "prompt-too-long": (
        "The draft and what belongs to it are too long for {model}. Choose a model that reads more at once, or give it fewer documents."
    ),
    "thought-away": "{model} used up the whole reply for thinking. Try again, or choose a model that thinks less.",
    "not-structured": "{model} did not keep to the form that a reply must have, even when asked again. Try again, or choose another model.",
    "structure": "{host} cannot keep {model} to the form that a reply must have. Choose another model or endpoint.",
    "limit": "{host} accepts no limit for the length of a reply{code}. Choose another model or endpoint.",
    "counts": "{host} did not accept the request{code}. Choose another model or endpoint.",
    "proxy": (
        "The proxy between this machine and {host} did not let the call through{code}. Check HTTPS_PROXY and NO_PROXY, or ask whoever runs "
        "your network."
    ),
    "certificate": (
        "This machine does not trust the certificate of {host}. If your company has a certificate authority of its own, set SSL_CERT_FILE "
        "to its file; then try again."
    ),
    "not-installed": "A library that this partner needs is not installed.",
    "model-file": "The model file cannot be used. Choose another one.",
}


def fault(cause: Cause, endpoint: Endpoint, *, status: int = 0, retry_after: float | None = None) -> CallFault:
    """Return the fault that a cause is for people."""
    told = _TOLD[cause].format(
        host=host_of(endpoint),
        model=named(endpoint.model) or "the model",
        key_from=named(endpoint.key_from) or "no place is set",
        status=status,
        code=f" (HTTP {status})" if status else "",
        wait=f"It asks to wait {_duration(retry_after)}; then try again." if retry_after else "Wait a little, then try again.",
    )
    # A cause without a kind of its own is called as its kind.
    return CallFault(_KIND.get(cause, cause), told[:1].upper() + told[1:], retry_after=retry_after)  # type: ignore[arg-type]


def told_otherwise(kind: FaultKind, sentence: str, endpoint: Endpoint) -> CallFault:
    """Return a fault in words of its own; {host} and {model} stand for the names."""
    told = sentence.format(host=host_of(endpoint), model=named(endpoint.model) or "the model")
    return CallFault(kind, told[:1].upper() + told[1:])


def wrong_address(endpoint: Endpoint) -> CallFault | None:
    """Return what is wrong with an endpoint's address on its face, if anything is."""
    try:
        parts = urlsplit(endpoint.base_url)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        fine = False
    if fine:
        return None
    sentence = "The base URL of {name} is no web address. It looks like https://llm.example.com/v1; correct it in the settings."
    return CallFault("bad-request", sentence.format(name=named(endpoint.name) or "this endpoint"))


def unusable_secret(endpoint: Endpoint) -> CallFault | None:
    """Return what is wrong with a key or a header on its face: characters that cannot be sent."""
    if not (endpoint.key.isascii() and endpoint.key.isprintable()):
        sentence = "The key ({place}) holds characters that no key has, perhaps a line end or a typographic dash. Copy it once more."
        return CallFault("wrong-key", sentence.format(place=named(endpoint.key_from) or "as it was set"))
    for name, value in endpoint.headers.items():
        if not (name and name.isascii() and name.replace("-", "").replace("_", "").isalnum() and value.isascii() and value.isprintable()):
            sentence = "The header {name} of {host} holds characters that cannot be sent. Correct it in the settings."
            return CallFault("bad-request", sentence.format(name=named(name) or "without a name", host=host_of(endpoint)))
    return None


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    return f"{round(seconds / 60)} minutes" if seconds < 5_400 else f"{round(seconds / 3_600)} hours"
