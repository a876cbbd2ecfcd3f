"""Whether an endpoint can be reached: its name, a connection, and a certificate that this machine trusts. No key and no text is sent."""

import asyncio
import socket
import ssl
import sys
import time
from collections.abc import AsyncIterator
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from sparring.casting.steps import Outcome, Step
from sparring.partner.endpoint import Endpoint
from sparring.text import visible

_PORTS = {"http": 80, "https": 443}


async def reached(endpoint: Endpoint) -> AsyncIterator[Step]:
    """Look at the way to an endpoint, step by step; the last one is wrong where it ends."""
    parts = urlsplit(endpoint.base_url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    secure = parts.scheme == "https"
    if not endpoint.is_here and not secure:
        told = (
            f"{visible(host)} is called over http, so everybody on the way can read the draft and the key. Ask for an address with https."
        )
        yield Step("encryption", "encryption", "note", told)
    proxy = "" if endpoint.is_here else _proxy_for(parts.scheme, host)
    if proxy:
        try:
            address = urlsplit(proxy if "//" in proxy else f"//{proxy}")
            host, port = address.hostname or "", address.port or _PORTS.get(address.scheme, 80)
        except ValueError:
            host = ""
        if not host:
            yield Step("proxy", "proxy", "wrong", f"{_variable(parts.scheme)} holds no address of a proxy. Mend it, or take it out.")
            return
        yield Step("proxy", "proxy", "ok", f"Calls go through the proxy {visible(host)}:{port}, as {_variable(parts.scheme)} says.")
    step = await _found(host, port, endpoint.connect_seconds)
    yield step
    if step.outcome == "wrong":
        return
    step = await _connected(host, port, endpoint.connect_seconds)
    yield step
    if step.outcome != "wrong" and secure and not proxy:
        yield await _trusted(host, port, endpoint.connect_seconds)


def _proxy_for(scheme: str, host: str) -> str:
    proxies = getproxies()
    address = proxies.get(scheme) or proxies.get("all") or ""
    return "" if not address or proxy_bypass(host) else address


def _variable(scheme: str) -> str:
    return f"{scheme.upper()}_PROXY in the environment"


async def _found(host: str, port: int, patience: float) -> Step:
    try:
        async with asyncio.timeout(patience):
            await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except TimeoutError:
        told = f"Nobody said within {patience:g} s where {visible(host)} is. Is this machine online? Does it need a VPN or a proxy?"
        return Step("name", "name", "wrong", told)
    except (OSError, UnicodeError):
        told = (
            f"There is no {visible(host)} to be found. Is it spelled right in the base URL? Is this machine online, or does it need a VPN?"
        )
        return Step("name", "name", "wrong", told)
    return Step("name", "name", "ok", f"{visible(host)} is known.")


async def _connected(host: str, port: int, patience: float) -> Step:
    shown = f"{visible(host)}:{port}"
    begun = time.monotonic()
    try:
        async with asyncio.timeout(patience):
            _, writer = await asyncio.open_connection(host, port)
    except TimeoutError:
        told = f"{shown} did not answer within {patience:g} s. Does this network let it through, or does it need a VPN or a proxy?"
        return Step("connection", "connection", "wrong", told)
    except ConnectionRefusedError:
        told = f"Nothing answers at {shown}. Is the server running, and is the port in the base URL right?"
        return Step("connection", "connection", "wrong", told)
    except OSError:
        told = f"{shown} cannot be reached. Is this machine online? Does it need a VPN or a proxy (HTTPS_PROXY)?"
        return Step("connection", "connection", "wrong", told)
    writer.close()
    return Step("connection", "connection", "ok", f"{shown} answers, after {_milliseconds(begun)}.")


async def _trusted(host: str, port: int, patience: float) -> Step:
    try:
        context = await asyncio.to_thread(ssl.create_default_context)
        async with asyncio.timeout(patience):
            _, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        # Elsewhere than on Linux the calls themselves ask the system, which may know more than Python does.
        outcome: Outcome = "wrong" if sys.platform == "linux" else "note"
        told = (
            f"The certificate of {visible(host)} is not trusted: {visible(error.verify_message or 'it could not be checked')}. "
            "If your company has its own certificate authority, set SSL_CERT_FILE to its file; otherwise ask whoever runs this endpoint."
        )
        return Step("certificate", "certificate", outcome, told)
    except (ssl.SSLError, ConnectionError):
        told = f"{visible(host)}:{port} does not speak https. Does its base URL begin with http:// instead?"
        return Step("certificate", "certificate", "wrong", told)
    except (TimeoutError, OSError):
        told = f"{visible(host)}:{port} does not speak https, or takes over {patience:g} s. Does its base URL begin with http:// instead?"
        return Step("certificate", "certificate", "wrong", told)
    writer.close()
    return Step("certificate", "certificate", "ok", "It is encrypted, and this machine trusts it.")


def _milliseconds(begun: float) -> str:
    return f"{(time.monotonic() - begun) * 1000:.0f} ms"
