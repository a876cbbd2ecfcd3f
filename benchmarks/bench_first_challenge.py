"""The first offline challenge on 5 objectives x 5 key results with 20 documents of 20 kB: cold, as a whole process, and with the library loaded.

usage: python benchmarks/bench_first_challenge.py
"""

import asyncio
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sparring.bout.planner import next_move
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.library.folder import open_library
from sparring.opening import Wishes, open_unkept
from sparring.text import read_source

RUNS = 7
NOUNS = "locker courier scanner depot parcel route customer warning handover tariff district returns window shelf pallet invoice".split()
VERBS = "reach finds drops grows waits misses repeats slows opens carries".split()


def sentence(draw: random.Random) -> str:
    words = [draw.choice(NOUNS), draw.choice(VERBS), "the", draw.choice(NOUNS), "before", "a", draw.choice(NOUNS), str(draw.randint(2, 90)) + "%"]
    return " ".join(words).capitalize() + "."


def make(folder: Path) -> tuple[Path, Path]:
    draw = random.Random(7)
    draft = folder / "draft.md"
    lines = ["# Draft"]
    for objective in range(1, 6):
        lines += ["", f"## O{objective}: {sentence(draw)}", ""]
        lines += [f"- KR{number}: Increase {draw.choice(NOUNS)} {draw.choice(NOUNS)} from {draw.randint(1, 40)}% to {draw.randint(41, 90)}%" for number in range(1, 6)]
    draft.write_text("\n".join(lines))
    documents = folder / "strategy"
    documents.mkdir()
    for number in range(20):
        text = f"# Document {number}\n"
        while len(text) < 20_000:
            text += f"\n## {draw.choice(NOUNS).title()}\n\n" + "\n".join(f"- {sentence(draw)}" for _ in range(12)) + "\n"
        (documents / f"{number:02}.md").write_text(text)
    return draft, documents


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        draft, documents = make(Path(name))
        command = [sys.executable, "-m", "sparring", "challenge", str(draft), "--context", str(documents), "--rounds", "1"]
        cold = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            cold.append(time.perf_counter() - start)
        bare = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", "import pydantic, click, yaml, sqlite3, asyncio"], check=True, capture_output=True)
            bare.append(time.perf_counter() - start)
        print(f"cold, whole process: {statistics.median(cold) * 1e3:.0f} ms (wanted: 400); the same imports alone {statistics.median(bare) * 1e3:.0f} ms")
        asyncio.run(loaded(draft, documents))


async def loaded(draft: Path, documents: Path) -> None:
    library = open_library([documents]).library
    catalogue = packaged_catalogue()
    session, _ = await open_unkept(read_draft(read_source(draft)), Wishes(context=(documents,)))
    await session.give_situation(None)
    found, planned = [], []
    for _ in range(RUNS):
        read = read_draft(read_source(draft))
        start = time.perf_counter()
        findings = detect(read, library, catalogue)
        found.append(time.perf_counter() - start)
        await session.go_on()
        start = time.perf_counter()
        next_move(session.bout, findings, catalogue, library)
        planned.append(time.perf_counter() - start)
    total = statistics.median(found) + statistics.median(planned)
    print(f"library loaded: findings {statistics.median(found) * 1e3:.1f} ms, next challenge {statistics.median(planned) * 1e3:.1f} ms, together {total * 1e3:.1f} ms (wanted: 50)")


if __name__ == "__main__":
    main()
