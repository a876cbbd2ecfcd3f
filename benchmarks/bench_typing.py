"""Whether typing grows slower as a bout grows: the echo of a key in the answer box, in a real pseudo-terminal, after 2 and after 60 rounds.

usage: python benchmarks/bench_typing.py
"""

import asyncio
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import UTC, datetime
from pathlib import Path

from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.packaged import packaged
from sparring.partner.offline import OfflinePartner
from sparring.session import open_bout
from sparring.text import read_source

SHORT, LONG = 2, 60
KEYS = 120
PATIENCE = 20.0
"""Seconds."""


async def fought(workspace: Workspace, rounds: int) -> Path:
    """Keep a bout of `rounds` rounds, each answered; the lenses run out, so rounds are repeated as they were raised."""
    catalogue = packaged_catalogue()
    journal = Journal.create(workspace, datetime.now(UTC))
    draft = read_draft(read_source(packaged("examples") / "growth-squad" / "draft.md"))
    session = await open_bout(
        draft, bout_id=journal.bout, seed=1, language="en", journal=journal, partner=OfflinePartner(catalogue), catalogue=catalogue,
        library=NoLibrary(), rounds=5,
    )  # fmt: skip
    await session.give_situation(None)
    await session.go_on()
    raised = session.bout.rounds[0].raised
    for number in range(2, rounds + 1):
        await session.answer("We look at it every Monday; last week 212 of 540 were stuck there. " * 3)
        journal.append(raised.model_copy(update={"round": number}), datetime.now(UTC))
    await session.pause()
    journal.close()
    return journal.path


def echoes(transcript: Path, folder: Path) -> list[float]:
    """Return seconds from writing a key to the first byte of its echo."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm-256color", HOME=str(folder), XDG_CONFIG_HOME=str(folder))
        os.execv(sys.executable, [sys.executable, "-m", "sparring", "resume", transcript.stem])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    read_until_quiet(terminal, b"your answer")
    times = []
    for number in range(KEYS):
        start = time.perf_counter()
        os.write(terminal, b"abcdefghij"[number % 10 : number % 10 + 1])
        select.select([terminal], [], [], PATIENCE)
        times.append(time.perf_counter() - start)
        read_until_quiet(terminal)
    os.kill(child, 9)
    os.close(terminal)
    os.waitpid(child, 0)
    return times[10:]


def read_until_quiet(terminal: int, awaited: bytes = b"", quiet: float = 0.06) -> None:
    seen, since = b"", time.perf_counter()
    while time.perf_counter() - since < PATIENCE:
        ready, _, _ = select.select([terminal], [], [], 1.0 if awaited and awaited not in seen else quiet)
        if ready:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                raise SystemExit(f"The program left: {seen[-400:]!r}") from None
        elif not awaited or awaited in seen:
            return
    raise SystemExit(f"The screen never showed {awaited!r}.")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = Workspace(folder, folder / "transcripts")
        medians = []
        for rounds in (SHORT, LONG):
            times = echoes(asyncio.run(fought(workspace, rounds)), folder)
            medians.append(statistics.median(times))
            slow = sorted(times)[int(len(times) * 0.95)]
            print(f"after {rounds} rounds: a key's echo {medians[-1] * 1e3:.1f} ms (median), {slow * 1e3:.1f} ms (95 %)")
        print(f"ratio {medians[1] / medians[0]:.2f} (wanted: about 1)")


if __name__ == "__main__":
    main()
