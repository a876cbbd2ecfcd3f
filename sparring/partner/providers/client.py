"""A client of the openai library that sends what Sparring says, where Sparring says, and nothing else."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Final

from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.errors import TooMuch
from sparring.partner.providers.loading import NO_KEY, quieten

if TYPE_CHECKING:
    import httpx2
    from openai import AsyncOpenAI

MOST_BYTES: Final = 16_000_000
"""Of one answer. A reply of 2,000 tokens takes about 600,000 with all its envelopes."""

MOST_PACKED_BYTES: Final = 100_000
"""Of an answer that comes packed although it was asked for plain: unpacked it may be a thousand times as large."""

_ENVELOPE: Final = "OpenAI-Organization", "OpenAI-Project"


def make_client(endpoint: Endpoint) -> "AsyncOpenAI":
    """Return a client for an endpoint; loads certificates, so make it in a thread.

    Proxies and certificate authorities come from the environment, but what stays on this machine goes through no proxy. Redirects are not
    followed: the team agreed to one host. Organisation and project of the environment are OpenAI's, and go to no other host.
    """
    from openai import AsyncOpenAI, Omit

    quieten()
    http = _http_client(endpoint)
    headers: dict[str, Any] = {"Accept-Encoding": "identity", **endpoint.headers}
    if endpoint.address != "api.openai.com":
        headers |= {name: Omit() for name in _ENVELOPE if name not in headers}
    return AsyncOpenAI(
        api_key=endpoint.key or NO_KEY,
        base_url=endpoint.base_url,
        default_headers=headers,
        max_retries=0,
        http_client=http,
        timeout=http.timeout,
    )


def _http_client(endpoint: Endpoint) -> "httpx2.AsyncClient":
    import httpx2

    wrong: CallFault | None = None
    try:
        trusted = httpx2.create_ssl_context()
    except OSError:
        sentence = "The certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be used. Correct the variable; then try again."
        wrong = CallFault("certificate", sentence)
    if wrong:
        raise wrong
    try:
        return httpx2.AsyncClient(
            verify=trusted,
            follow_redirects=False,
            trust_env=not endpoint.is_here,
            timeout=httpx2.Timeout(None, connect=endpoint.connect_seconds, write=endpoint.quiet_seconds),
            event_hooks={"request": [] if endpoint.key or _has_authorization(endpoint) else [_without_key], "response": [_bound]},
        )
    except (ValueError, ImportError, httpx2.InvalidURL):
        sentence = (
            "The proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names cannot be used. Its address looks like "
            "http://proxy.example.com:8080; correct the variable, then try again."
        )
        wrong = CallFault("proxy", sentence)
    raise wrong


def _has_authorization(endpoint: Endpoint) -> bool:
    return any(name.lower() == "authorization" for name in endpoint.headers)


async def _without_key(request: "httpx2.Request") -> None:
    """The library sends some key in any case; who was given none gets none."""
    request.headers.pop("authorization", None)


async def _bound(response: "httpx2.Response") -> None:
    packed = response.headers.get("content-encoding", "identity").lower() != "identity"
    response.stream = _bounded(response.stream, MOST_PACKED_BYTES if packed else MOST_BYTES)


def _bounded(stream: Any, most: int) -> "httpx2.AsyncByteStream":
    import httpx2

    class Bounded(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            came = 0
            async for piece in stream:
                came += len(piece)
                if came > most:
                    raise TooMuch
                yield piece

        async def aclose(self) -> None:
            await stream.aclose()

    return Bounded()
