"""Which kind of failure an endpoint's answer means, from its status, its codes and what it says of itself. Pure; nothing of it is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, Literal

from sparring.partner.faults import FaultKind

Cause = FaultKind | Literal["wrong-address", "elsewhere", "structure", "limit", "counts"]
"""A kind of fault, or what only this room knows: the address is no API's, the endpoint sends on to another one, or it rejects the way in
which a shape (`structure`), a bound (`limit`) or a count of tokens (`counts`) was asked for.
"""

MOST_RETRY_AFTER: Final = 86_400.0

_CONTEXT: Final = re.compile(
    r"context.{0,20}(?:length|size|window|limit)|maximum context|prompt (?:is )?too (?:long|large)|input.{0,20}too (?:long|large|many)"
    r"|too many (?:input )?tokens|request too large|reduce (?:the )?(?:length|your)"
    r"|exceeds? the (?:available|maximum).{0,20}(?:context|tokens)"
)
_QUOTA_CODES: Final = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "quota_exceeded", "insufficient_balance"}
)
_QUOTA: Final = re.compile(r"billing|credit|balance|payment|insufficient.quota|top.?up")
_MODEL: Final = re.compile(
    r"(?:model|deployment)\b.{0,80}(?:not.{0,4}found|not.exist|unknown|invalid|not.supported|not.available|no.access|not.a.valid)"
    r"|(?:unknown|invalid|no.such|unsupported|not.found).{0,12}\bmodel|model_not_found"
)
_KEY: Final = re.compile(r"(?:api|access|auth\w*).{0,3}(?:key|token)|credential|authenti|unauthori")
_POLICY: Final = re.compile(r"content.?(?:filter|policy|management)|safety|moderation|responsible.?ai|usage polic")
_STRUCTURE: Final = re.compile(r"response_?format|json_?schema|json_?object|json.mode|structured|schema|grammar")
_STATUS_OF_CODE: Final[Mapping[str, int]] = {
    "rate_limit_exceeded": 429, "server_error": 500, "internal_error": 500, "overloaded_error": 529, "overloaded": 529,
    "invalid_api_key": 401, "authentication_error": 401, "permission_error": 403, "invalid_request_error": 400, "timeout": 408,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Complaint:
    """What an endpoint says is wrong.

    Attributes:
        status: of HTTP; 0 where the error came within a stream and says nothing like it.
        body: the error's fields, or a text; hostile.
        is_page: a web page came instead of an API's answer.
        retry_after: seconds it asks to wait.
        shaped: a shape was asked for, so that this may be what it complains of.
    """

    status: int
    body: object = None
    is_page: bool = False
    retry_after: float | None = None
    shaped: bool = False


def cause_of(complaint: Complaint, *, has_key: bool) -> Cause:
    """Return what a complaint means."""
    fields = _fields(complaint.body)
    code = _word(fields.get("code")) or _word(fields.get("type"))
    said = [_word(fields.get(name)) for name in ("code", "type", "status", "param", "message")]
    words = " ".join([*said, str(fields.get("detail", ""))[:2_000].lower()]) if fields else _word(complaint.body)
    status = complaint.status or _status_within(fields)
    if 300 <= status < 400:
        return "elsewhere"
    if status in (400, 413, 422, 429, 500) and (_CONTEXT.search(words) or code in ("context_length_exceeded", "exceed_context_size_error")):
        return "prompt-too-long"
    if status in (400, 422, 501):
        return _of_a_bad_request(words, has_key=has_key, shaped=complaint.shaped)
    match status:
        case 401:
            return "wrong-key" if has_key else "no-key"
        case 402:
            return "quota"
        case 403:
            return "refusal" if _POLICY.search(words) else "quota" if _QUOTA.search(words) else "forbidden"
        case 404:
            return "wrong-address" if complaint.is_page or not _MODEL.search(words) else "no-model"
        case 405 | 410:
            return "wrong-address"
        case 407:
            return "proxy"
        case 408:
            return "timeout"
        case 413:
            return "prompt-too-long"
        case 429:
            waits = complaint.retry_after is not None and code not in _QUOTA_CODES
            return "quota" if code in _QUOTA_CODES or (_QUOTA.search(words) and not waits) else "rate"
    if status >= 500:
        return "structure" if complaint.shaped and _STRUCTURE.search(words) else "server"
    return "bad-request" if status else "server"


def _of_a_bad_request(words: str, *, has_key: bool, shaped: bool) -> Cause:
    if "stream_options" in words or "include_usage" in words:
        return "counts"
    if "max_completion_tokens" in words or "max_tokens" in words:
        return "limit"
    if shaped and _STRUCTURE.search(words):
        return "structure"
    if _POLICY.search(words):
        return "refusal"
    if _MODEL.search(words):
        return "no-model"
    if _KEY.search(words):
        return "wrong-key" if has_key else "no-key"
    return "bad-request"


def _fields(body: object) -> dict[str, object]:
    """Return the fields of an error; some servers wrap it in a list, or once more."""
    if isinstance(body, list) and body:
        body = body[0]
    if isinstance(body, dict) and isinstance(inner := body.get("error"), dict):
        body = inner
    return body if isinstance(body, dict) else {}


def _word(value: object) -> str:
    return str(value)[:2_000].lower() if isinstance(value, str | int) else ""


def _status_within(fields: Mapping[str, object]) -> int:
    """Return the status that an error within a stream names, as a number or by a known word."""
    for name in ("code", "status", "type"):
        value = fields.get(name)
        if isinstance(value, int) and 300 <= value < 600:
            return value
        word = _word(value)
        if word.isascii() and word.isdigit() and 300 <= int(word[:4]) < 600:
            return int(word)
        if word in _STATUS_OF_CODE:
            return _STATUS_OF_CODE[word]
    return 0


def seconds_to_wait(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Return what `Retry-After` asks for: seconds, or the time until a date; None where it says nothing that can be used."""
    for name, unit in (("retry-after-ms", 1e-3), ("retry-after", 1.0)):
        said = headers.get(name, "").strip()[:64]
        try:
            seconds = float(said) * unit
        except ValueError:
            seconds = _until(said, now or datetime.now(UTC)) if name == "retry-after" and said else -1.0
        if 0.0 <= seconds < float("inf"):
            return min(seconds, MOST_RETRY_AFTER)
    return None


def _until(said: str, now: datetime) -> float:
    try:
        then = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return -1.0
    return max(0.0, ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds())
