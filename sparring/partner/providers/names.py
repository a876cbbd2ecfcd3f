"""Names from outside so that they can stand in a sentence."""

from typing import Final

from sparring.partner.endpoint import Endpoint
from sparring.text import visible

_LONGEST_NAME: Final = 100


def host_of(endpoint: Endpoint) -> str:
    """Return host and port, safe to show; a name and password in the address stay out."""
    try:
        address = endpoint.address
    except ValueError:
        address = ""
    return named(address) or f"the endpoint {named(endpoint.name)}".rstrip()


def named(name: str) -> str:
    """Return a name from outside so that it can stand in a sentence."""
    return visible(name.strip()[:_LONGEST_NAME])
