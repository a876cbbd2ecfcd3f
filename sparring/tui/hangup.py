"""Notices that the terminal is gone: a program that has lost its terminal and was sent no signal would read nothing from it for ever."""

import select
import threading
from collections.abc import Callable


def watch_terminal(descriptor: int, gone: Callable[[], None]) -> None:
    """Call `gone`, in a thread of its own, once nothing is at the other end of the terminal at `descriptor`. Costs nothing until then."""
    poller = select.poll()
    # Asked for nothing, poll still reports a hang-up.
    poller.register(descriptor, 0)

    def wait() -> None:
        poller.poll()
        gone()

    threading.Thread(target=wait, name="hang-up", daemon=True).start()
