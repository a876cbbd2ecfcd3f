"""Waiting for a condition, never for a time."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

PATIENCE = 20.0
"""Seconds after which a condition counts as never coming true."""


async def wait_until(pilot: "Pilot[int]", condition: Callable[[], object]) -> None:
    """Let the app work until `condition` holds."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await pilot.pause()
            await asyncio.sleep(0)
