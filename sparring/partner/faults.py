"""What can go wrong in a call to a model, told so that the team knows what happened and what to do next."""

from typing import Final, Literal

FaultKind = Literal[
    "no-key",
    "wrong-key",
    "forbidden",
    "no-model",
    "bad-request",
    "rate",
    "quota",
    "server",
    "timeout",
    "refused",
    "cut",
    "garbage",
    "empty",
    "refusal",
    "reply-too-long",
    "prompt-too-long",
    "thought-away",
    "not-structured",
    "proxy",
    "certificate",
    "not-installed",
    "model-file",
]
"""`rate` may try again after a while, `quota` not before somebody pays; `refused` no connection was made, `cut` it broke off; `refusal` the
model declined; `thought-away` all tokens went into thinking; `not-structured` the reply was not of the asked shape, even after repair.
"""

WORTH_ANOTHER_TRY: Final[frozenset[FaultKind]] = frozenset(
    {
        "rate",
        "server",
        "timeout",
        "refused",
        "cut",
        "garbage",
        "empty",
        "refusal",
        "reply-too-long",
        "thought-away",
        "not-structured",
        "proxy",
    }
)
"""Where the same call may do better without anybody changing a setting."""


class CallFault(Exception):
    """A call that brought no reply.

    The message is shown as it stands: one or two sentences that say what happened and what to do next. It never holds what was sent or
    received, nor a key.

    Attributes:
        kind: what went wrong.
        retry_after: seconds that the endpoint asked to wait; None where it did not say.
    """

    def __init__(self, kind: FaultKind, told: str, *, retry_after: float | None = None) -> None:
        super().__init__(told)
        self.kind: FaultKind = kind
        self.retry_after = retry_after

    @property
    def worth_another_try(self) -> bool:
        """The same call may do better without anybody changing a setting."""
        return self.kind in WORTH_ANOTHER_TRY
