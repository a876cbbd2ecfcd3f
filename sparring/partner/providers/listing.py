"""Which models an endpoint offers."""

import asyncio
import json
from typing import Any, Final

from sparring.partner.endpoint import Endpoint
from sparring.partner.providers.client import make_client
from sparring.partner.providers.errors import cause_and_fault
from sparring.partner.providers.loading import loaded
from sparring.partner.providers.told import fault, unusable_secret, wrong_address
from sparring.text import visible

_MOST_MODELS: Final = 2_000
_LONGEST_NAME: Final = 200


async def list_models(endpoint: Endpoint) -> tuple[str, ...]:
    """Return the names of the models that an endpoint lists, sorted; names that could not be shown or sent are left out.

    Raises:
        CallFault: it does not answer, or not with a list.
    """
    if wrong := wrong_address(endpoint) or unusable_secret(endpoint):
        raise wrong
    client = await asyncio.to_thread(_client, endpoint)
    try:
        async with asyncio.timeout(endpoint.quiet_seconds):
            answer = await client.models.with_raw_response.list()
            return _names(json.loads(answer.content))
    except TimeoutError:
        told = fault("timeout", endpoint)
    except Exception as error:
        told = cause_and_fault(error, endpoint, in_stream=False)[1]
    finally:
        await client.close()
    raise told


def _client(endpoint: Endpoint) -> Any:
    with loaded():
        pass
    return make_client(endpoint)


def _names(listed: Any) -> tuple[str, ...]:
    """Read the list in any of the forms that servers give it."""
    entries = listed if isinstance(listed, list) else listed.get("data", listed.get("models"))
    if not isinstance(entries, list):
        raise TypeError("no list")
    names = (entry.get("id", entry.get("name")) if isinstance(entry, dict) else entry for entry in entries[:_MOST_MODELS])
    return tuple(sorted({name for name in names if isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME and visible(name) == name}))
