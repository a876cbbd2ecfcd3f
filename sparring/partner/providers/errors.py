"""Errors of the openai client and of the network below it, as faults that people can read.

The client's errors hold the request with its key, and often the prompt: none of them may be the context of a `CallFault`. So faults are
returned here, and raised by the caller outside of its `except`.
"""

import socket
import ssl
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.causes import Cause, Complaint, cause_of, seconds_to_wait
from sparring.partner.providers.told import fault, told_otherwise

_DEEPEST: Final = 20


class TooMuch(Exception):
    """More bytes came than any reply has."""


def cause_and_fault(error: BaseException, endpoint: Endpoint, *, in_stream: bool, shaped: bool = False) -> tuple[Cause, CallFault]:
    """Return what an error means.

    Args:
        error: of openai, httpx2 or Python.
        endpoint: that was asked.
        in_stream: the reply had begun.
        shaped: a shape was asked for.
    """
    import openai

    if isinstance(error, openai.APIStatusError):
        return _of_status(error, endpoint, shaped=shaped)
    chain = list(_chain(error))
    if isinstance(error, openai.APIError) and error.body is not None:
        cause = cause_of(Complaint(0, error.body, shaped=shaped), has_key=bool(endpoint.key))
        return cause, fault(cause, endpoint)
    told = _of_network(chain, endpoint, in_stream=in_stream)
    return told.kind, told


def _of_status(error: object, endpoint: Endpoint, *, shaped: bool) -> tuple[Cause, CallFault]:
    response = getattr(error, "response", None)
    status = int(getattr(response, "status_code", 0))
    headers = getattr(response, "headers", {})
    is_page = "html" in headers.get("content-type", "").lower()
    retry_after = seconds_to_wait(headers)
    cause = cause_of(Complaint(status, getattr(error, "body", None), is_page, retry_after, shaped), has_key=bool(endpoint.key))
    return cause, fault(cause, endpoint, status=status, retry_after=retry_after)


def _of_network(chain: list[BaseException], endpoint: Endpoint, *, in_stream: bool) -> CallFault:
    import httpx2

    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(each, kinds) for each in chain)

    if has(TooMuch):
        return fault("garbage", endpoint)
    if has(httpx2.ProxyError):
        return fault("proxy", endpoint)
    if has(ssl.SSLCertVerificationError):
        return fault("certificate", endpoint)
    if has(httpx2.ConnectTimeout):
        sentence = (
            "{host} could not be reached in time. Is its address right, is this machine online, does it take a proxy? Then try again."
        )
        return told_otherwise("timeout", sentence, endpoint)
    if has(ssl.SSLError) and has(httpx2.ConnectError):
        sentence = "{host} does not speak https at this port. Does its base URL begin with http:// instead? Correct it in the settings."
        return told_otherwise("refused", sentence, endpoint)
    if has(httpx2.ConnectError):
        return _of_no_connection(chain, endpoint)
    if has(httpx2.TimeoutException, TimeoutError):
        return fault("timeout", endpoint)
    if has(httpx2.UnsupportedProtocol, httpx2.InvalidURL):
        return fault("wrong-address", endpoint)
    if any(isinstance(each, httpx2.RemoteProtocolError) and "illegal" in str(each).lower() for each in chain):
        return fault("garbage", endpoint)
    if has(httpx2.DecodingError, ValueError, TypeError, AttributeError, RecursionError):
        return fault("garbage", endpoint)
    if has(httpx2.RemoteProtocolError, httpx2.ReadError, httpx2.WriteError, OSError):
        return fault("cut", endpoint)
    return fault("garbage" if in_stream else "refused", endpoint)


def _of_no_connection(chain: list[BaseException], endpoint: Endpoint) -> CallFault:
    if proxy := _proxy_for(endpoint):
        sentence = "The proxy {proxy} cannot be reached, so neither can {{host}}. Check HTTPS_PROXY, or ask whoever runs your network."
        return told_otherwise("proxy", sentence.format(proxy=proxy), endpoint)
    if any(isinstance(each, socket.gaierror) for each in chain):
        sentence = "There is no {host} to be found. Is its address spelled right, and is this machine online? Then try again."
        return told_otherwise("refused", sentence, endpoint)
    if any(isinstance(each, ConnectionRefusedError) for each in chain):
        sentence = "Nothing answers at {host}. Is the server running, and is the port right? Then try again."
        return told_otherwise("refused", sentence, endpoint)
    return fault("refused", endpoint)


def _proxy_for(endpoint: Endpoint) -> str:
    """Return host and port of the proxy that the environment sets for an endpoint; "" where there is none."""
    from urllib.request import getproxies, proxy_bypass

    if endpoint.is_here:
        return ""
    parts = urlsplit(endpoint.base_url)
    proxies = getproxies()
    address = proxies.get(parts.scheme) or proxies.get("all") or ""
    if not address or proxy_bypass(parts.hostname or ""):
        return ""
    shown = urlsplit(address if "//" in address else f"//{address}").netloc.rpartition("@")[2]
    return shown.replace("{", "").replace("}", "")


def _chain(error: BaseException) -> Iterator[BaseException]:
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < _DEEPEST:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)
        waiting.extend(other for other in (each.__context__, each.__cause__) if other is not None)
