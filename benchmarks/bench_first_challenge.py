"""The first offline challenge on 5 x 5 key results with 20 documents of 20 kB: cold, from the command; and with the library loaded.

usage: python benchmarks/bench_first_challenge.py

Modules are compiled beforehand, as installing leaves them. Beside the time by the clock stands that of the processor: on a machine that
others use too it tells more.
"""

import asyncio
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from sparring.bout.planner import next_move
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.library.folder import open_library
from sparring.opening import open_unkept
from sparring.text import read_source
from sparring.wishes import Wishes

RUNS = 7


def sentences() -> list[str]:
    """Plain English of some variety: what the lenses say."""
    return [text for lens in packaged_catalogue() for text in (*lens.why.split(". "), *(line.text for line in lens.doubts)) if text]


def make(folder: Path) -> tuple[Path, Path]:
    draw, prose = random.Random(7), sentences()
    words = sorted({word.strip(".,;:").lower() for text in prose for word in text.split() if len(word) > 6})
    draft = folder / "draft.md"
    lines = ["# Draft"]
    for objective in range(1, 6):
        lines += ["", f"## O{objective}: {' '.join(draw.sample(words, 6)).capitalize()}", ""]
        for number in range(1, 6):
            measured = " ".join(draw.sample(words, 4))
            lines.append(f"- KR{number}: Increase {measured} from {draw.randint(1, 40)}% to {draw.randint(41, 90)}%")
    draft.write_text("\n".join(lines))
    documents = folder / "strategy"
    documents.mkdir()
    for number in range(20):
        text = f"# Document {number}\n"
        while len(text) < 20_000:
            text += f"\n## {' '.join(draw.sample(words, 2)).title()}\n\n" + "\n".join(f"- {draw.choice(prose)}" for _ in range(12)) + "\n"
        (documents / f"{number:02}.md").write_text(text)
    return draft, documents


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        draft, documents = make(Path(name))
        command = [sys.executable, "-m", "sparring", "challenge", str(draft), "--context", str(documents), "--rounds", "1"]
        libraries = [sys.executable, "-c", "from pydantic import BaseModel; import click, yaml, asyncio, rapidfuzz.fuzz"]
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(name) / "compiled")
        cold, bare, first = [], [], []
        for run in range(RUNS + 1):
            # Nothing is known of the documents, as the first time; and the cache of who measures stays as it is.
            environment["XDG_CACHE_HOME"] = os.environ["XDG_CACHE_HOME"] = str(Path(name) / f"cache-{run}")
            taken = seconds(command, environment), seconds(libraries, environment)
            if run:  # the first one compiles the modules
                cold.append(taken[0])
                bare.append(taken[1])
                first.append(first_challenge(command, environment))
        (clock, processor), (alone, alone_processor) = medians(cold), medians(bare)
        print(f"cold, until the first challenge can be read: {statistics.median(first) * 1e3:.0f} ms by the clock (wanted: 400)")
        print(
            f"cold, whole process with six challenges: {clock:.0f} ms by the clock, {processor:.0f} of the processor; "
            f"Python and its libraries' imports alone: {alone:.0f}, {alone_processor:.0f}"
        )
        asyncio.run(loaded(draft, documents))


def first_challenge(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return seconds by the clock from starting the process until its first question can be read."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        for line in process.stdout or ():
            if line.strip().startswith("? "):
                taken = time.perf_counter() - start
                process.kill()
                return taken
    raise SystemExit("No challenge was printed.")


def seconds(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return how long a process took by the clock, and the processor's time for it."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    end, after = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    return end - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(times: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the medians of both kinds of time, in milliseconds."""
    clock, processor = (statistics.median(each) * 1e3 for each in zip(*times, strict=True))
    return clock, processor


async def loaded(draft: Path, documents: Path) -> None:
    library = open_library([documents]).library
    catalogue = packaged_catalogue()
    session = (await open_unkept(read_draft(read_source(draft)), Wishes(context=(documents,)))).session
    await session.give_situation(None)
    await session.go_on()
    found, planned = [], []
    for _ in range(RUNS):
        read = read_draft(read_source(draft))
        start = time.process_time()
        findings = detect(read, library, catalogue)
        found.append(time.process_time() - start)
        start = time.process_time()
        next_move(session.bout, findings, catalogue, library)
        planned.append(time.process_time() - start)
    finding, planning = statistics.median(found) * 1e3, statistics.median(planned) * 1e3
    print(
        f"library loaded, of the processor: findings {finding:.1f} ms, next challenge {planning:.1f} ms, "
        f"together {finding + planning:.1f} ms (wanted: 50)"
    )


if __name__ == "__main__":
    main()
