"""Who reads transcripts for the index: this process, or, where there are very many, others beside it."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

MANY: Final = 800
"""Transcripts from which on starting further processes pays."""
MOST_PROCESSES: Final = 4

File = TypeVar("File")
Read = TypeVar("Read")


def read_batches(read: Callable[[Sequence[File]], list[Read]], batches: Sequence[Sequence[File]]) -> Iterator[list[Read]]:
    """Yield what `read` makes of each batch, in order; it must be a function that other processes can find by its name."""
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if sum(map(len, batches)) < MANY or processes < 2:
        yield from map(read, batches)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, as a fork would copy the locks of a running screen's threads.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(read, batches)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
