"""An event appended and synced, against a bare write and fsync of as many bytes beside it: the ratio of the medians.

usage: python benchmarks/bench_append.py [FOLDER_ON_A_DISK]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.record.events import AnswerGiven

TIMES = 400
ANSWER = "We look at it every Monday; last week 212 of 540 were stuck there. " * 4


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        room = Path(name)
        journal = Journal.create(Workspace(room, room / "transcripts"), datetime.now(UTC))
        journal.append(AnswerGiven(text=ANSWER), datetime.now(UTC))
        line = journal.path.read_bytes()
        bare = os.open(room / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        ours, theirs = [], []
        for _ in range(TIMES):
            ours.append(timed(lambda: journal.append(AnswerGiven(text=ANSWER), datetime.now(UTC))))
            theirs.append(timed(lambda: write_and_sync(bare, line)))
        journal.close()
        os.close(bare)
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"append and sync {mine * 1e3:.2f} ms, bare write and fsync {other * 1e3:.2f} ms, ratio {mine / other:.2f} (wanted: at most 1.5)")


def write_and_sync(file: int, line: bytes) -> None:
    os.write(file, line)
    os.fsync(file)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
