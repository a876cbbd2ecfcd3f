"""Errors of LangChain's chat models, as faults that people can read.

LangChain sorts most of them under `ModelError`; the rest is what the libraries below it raise, told apart by the names of their classes, as
nobody knows here which libraries there are. As with `errors`, faults are returned, for the errors may hold keys and prompts.
"""

from collections.abc import Mapping
from typing import Final

from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.providers.causes import Cause, Complaint, cause_of, seconds_to_wait
from sparring.partner.providers.names import named
from sparring.partner.providers.told import fault, told_otherwise

_BY_NAME: Final[Mapping[str, Cause]] = {
    "ModelAuthenticationError": "wrong-key",
    "ModelPermissionDeniedError": "forbidden",
    "ModelNotFoundError": "no-model",
    "ContextOverflowError": "prompt-too-long",
    "ModelRefusalError": "refusal",
    "ModelTimeoutError": "timeout",
    "StreamChunkTimeoutError": "timeout",
    "ContentFilterFinishReasonError": "refusal",
    "LengthFinishReasonError": "reply-too-long",
    "APITimeoutError": "timeout",
    "TimeoutError": "timeout",
    "TimeoutException": "timeout",
    "ModelConnectionError": "refused",
    "APIConnectionError": "refused",
    "ConnectError": "refused",
    "ConnectionError": "refused",
    "TransportError": "cut",
    "ModelAPIError": "server",
    "APIError": "server",
    "JSONDecodeError": "garbage",
    "UnicodeDecodeError": "garbage",
    "RecursionError": "garbage",
    "OpenAIError": "no-key",
}
"""Looked up along the classes of an error, the most special first. `openai.OpenAIError` itself says only that there is no key."""

_STATUS: Final[Mapping[str, int]] = {"ModelRateLimitError": 429, "ModelInvalidRequestError": 400}
_NOTHING_CAME: Final = "no generation chunks were returned"


def cause_and_fault(error: BaseException, endpoint: Endpoint, *, in_stream: bool, shaped: bool = False) -> tuple[Cause, CallFault]:
    """Return what an error of a LangChain model means; `in_stream`: the reply had begun; `shaped`: a shape was asked for."""
    names = [each.__name__ for each in type(error).__mro__]
    response = getattr(error, "response", None)
    status = (
        getattr(error, "status_code", None)
        or getattr(response, "status_code", None)
        or next((_STATUS[n] for n in names if n in _STATUS), 0)
    )
    by_name = next((_BY_NAME[name] for name in names if name in _BY_NAME), None)
    if by_name in (None, "server") and isinstance(status, int) and status:
        headers = getattr(response, "headers", None)
        retry_after = seconds_to_wait(headers) if isinstance(headers, Mapping) else None
        body = getattr(error, "body", None)
        cause = cause_of(
            Complaint(status, body if isinstance(body, dict) else str(error), retry_after=retry_after, shaped=shaped), has_key=True
        )
        return cause, fault(cause, endpoint, status=status, retry_after=retry_after)
    if by_name == "refused" and in_stream:
        by_name = "cut"
    if by_name is not None:
        return by_name, fault(by_name, endpoint)
    if isinstance(error, ValueError) and _NOTHING_CAME in str(error).lower():
        return "garbage", fault("garbage", endpoint)
    if isinstance(error, OSError):
        return "cut", fault("cut", endpoint)
    sentence = f"{{host}} failed ({named(type(error).__name__)}). Try again; if it stays so, whoever set this model up can look at it."
    return "server", told_otherwise("server", sentence, endpoint)
