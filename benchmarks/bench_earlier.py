"""What earlier bouts cost a new one: opening a bout in a workspace of 200 transcripts against opening it in an empty one.

usage: python benchmarks/bench_earlier.py
"""

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sparring.archive.earlier import earlier_bouts
from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.opening import leave, open_new
from sparring.partner.offline import OfflinePartner
from sparring.session import open_bout
from sparring.text import read_source
from sparring.wishes import Wishes

BOUTS = 200
RUNS = 7
DRAFT = "# Plans\n\n" + "".join(
    f"## O{o}: Couriers find a free locker in town {o}\n\n"
    + "".join(f"- KR{k}: Lockers found full: from {k}4% to 6% in town {o}\n" for k in range(1, 6))
    for o in range(1, 6)
)


async def fight(workspace: Workspace, draft: Path, number: int) -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC) - timedelta(days=number)
    journal = Journal.create(workspace, at)
    catalogue = packaged_catalogue()
    session = await open_bout(
        read_draft(read_source(draft)),
        bout_id=journal.bout,
        seed=number,
        language="en",
        journal=journal,
        partner=OfflinePartner(catalogue),
        catalogue=catalogue,
        library=NoLibrary(),
        team=f"team {number % 10}",
        clock=lambda: at,
    )
    await session.give_situation(None)
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
        if session.bout.stage == "rounds":
            await session.answer("9 of 14 came back in May, Mira asks the rest by Thursday")
    await session.end()
    journal.close()


async def opening(workspace: Workspace, draft: Path) -> float:
    source = read_source(draft)
    began = time.perf_counter()
    ring = await open_new(source, workspace, Wishes(team="team 3"))
    passed = time.perf_counter() - began
    await leave(ring)
    ring.journal.path.unlink()
    return passed


async def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        full, empty = (Workspace(Path(name) / kind, Path(name) / kind / "transcripts") for kind in ("full", "empty"))
        for workspace in (full, empty):
            workspace.prepare()
        draft = Path(name) / "draft.md"
        draft.write_text(DRAFT)
        for number in range(BOUTS):
            await fight(full, draft, number)
        await opening(empty, draft)
        alone = [await opening(empty, draft) for _ in range(RUNS)]
        among = [await opening(full, draft) for _ in range(RUNS)]
        began = time.perf_counter()
        history = earlier_bouts(full, team="team 3", draft=draft)
        looked = time.perf_counter() - began
    print(f"opening in an empty workspace      {statistics.median(alone) * 1000:6.0f} ms")
    print(f"opening among {BOUTS} transcripts      {statistics.median(among) * 1000:6.0f} ms")
    print(f"of it, the past of {len(history.bouts)} bouts         {looked * 1000:6.0f} ms")


if __name__ == "__main__":
    asyncio.run(main())
