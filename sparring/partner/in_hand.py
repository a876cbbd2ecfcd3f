"""The call of a bout that is under way: at most one, and gone at once when the team cancels it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from sparring.record.events import During

Result = TypeVar("Result")
OnCall = Callable[[During | None], None]


class CallCancelled(Exception):
    """The team cancelled the call; nothing changed."""


class CallInHand:
    """Makes calls one after the other.

    Attributes:
        during: what the call under way is for; None while there is none.
        on_change: told when a call begins and, with None, when it is over.
    """

    def __init__(self, on_change: OnCall = lambda during: None) -> None:
        self.during: During | None = None
        self.on_change = on_change
        self._stop: asyncio.Future[None] | None = None
        self._left: asyncio.Task[Any] | None = None
        self._refuses = False

    def refuse(self) -> None:
        """Let go of the call under way, and make none from here on: the bout is being left."""
        self._refuses = True
        self.cancel()

    def cancel(self) -> bool:
        """Let go of the call under way; whoever waits for it gets `CallCancelled`. Returns whether there was one."""
        if self._stop is None or self._stop.done():
            return False
        self._stop.set_result(None)
        return True

    async def make(self, during: During, call: Coroutine[Any, Any, Result]) -> Result:
        """Return what `call` returns.

        Who cancels does not wait until the other side has let go; the next call does, so that two are never under way.

        Raises:
            CallCancelled: the team cancelled.
            CallFault: or whatever else `call` raises.
        """
        stop = self._stop = asyncio.get_running_loop().create_future()
        self.during = during
        self.on_change(during)
        task: asyncio.Task[Result] | None = None
        try:
            if self._left is not None:
                await asyncio.wait({self._left, stop}, return_when=asyncio.FIRST_COMPLETED)
            if stop.done() or self._refuses:
                raise CallCancelled
            task = asyncio.create_task(call)
            await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise CallCancelled
            return task.result()
        finally:
            if task is None:
                call.close()
            elif not task.done():
                task.cancel()
                task.add_done_callback(_nobody_waits)
                self._left = task
            self._stop = self.during = None
            self.on_change(None)


def _nobody_waits(task: "asyncio.Task[Any]") -> None:
    if not task.cancelled():
        task.exception()
