"""A coach's folder of very many transcripts: listed, searched, counted, followed; beside it `grep -r` and `llm logs -q`.

usage: python benchmarks/bench_review.py [--transcripts 10000] [--llm PATH]

Makes the folder (see `many_bouts.py`), then times, in one run: building the index, opening it again and listing every bout with its
reasons, searches, patterns, one changed transcript. The same words are searched with grep over the folder and, where `llm` is given (the
command of the package of that name, in an environment of its own), in its log of as many turns as the folder has answers.
"""

import argparse
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.many_bouts import make_folder
from sparring.archive.index.bouts import BoutIndex
from sparring.archive.transcript import read_transcript
from sparring.bout.said import said_in
from sparring.lenses.catalogue import packaged_catalogue
from sparring.report.patterns import patterns
from sparring.report.triage import rank, reasons

TODAY = date(2026, 12, 1)
SEARCHES = 60
RUNS = 5

Value = TypeVar("Value")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--transcripts", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=12, help="numbered rounds of a bout: twelve make about a hundred events")
    parser.add_argument("--llm", type=Path, default=None)
    parser.add_argument("--folder", type=Path, default=None, help="keep the transcripts here, or use those that are here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.folder or Path(scratch) / "transcripts"
        if not folder.is_dir():
            make_folder(folder, arguments.transcripts, distinct=60, rounds=arguments.rounds)
        return _measure(folder, Path(scratch), arguments.llm)


def _measure(folder: Path, scratch: Path, llm: Path | None) -> int:
    paths = sorted(folder.glob("*.jsonl"))
    events = sum(path.read_bytes().count(b"\n") for path in paths)
    size = sum(path.stat().st_size for path in paths) / 1e6
    print(f"{len(paths)} transcripts, {events} events, {size:.0f} MB")

    index = BoutIndex(scratch / "bouts.sqlite", packaged_catalogue)
    built, _ = _timed(lambda: index.update([folder]))
    print(f"index built                 {built:8.2f} s    {events / built:8.0f} events/s   wanted >= 15000")
    index.close()

    def opened() -> int:
        again = BoutIndex(scratch / "bouts.sqlite", packaged_catalogue)
        again.update([folder])
        bouts = again.bouts([folder])
        ranked = sorted(bouts, key=lambda each: -rank(reasons(each.glance, TODAY)) if each.glance else 0)
        again.close()
        return len(ranked)

    listing = [_timed(opened)[0] for _ in range(RUNS)]
    print(f"opened, listed, ranked      {statistics.median(listing):8.3f} s                        wanted <= 1")

    index = BoutIndex(scratch / "bouts.sqlite", packaged_catalogue)
    queries = _queries(paths)
    took = sorted(_timed(lambda query=query: index.search(query, [folder]))[0] for query in queries)  # type: ignore[misc]
    p95 = took[int(len(took) * 0.95)]
    print(
        f"search, p50 / p95 / most    {statistics.median(took) * 1e3:8.1f} / {p95 * 1e3:.1f} / {took[-1] * 1e3:.1f} ms   wanted p95 <= 100"
    )

    counted = [_timed(lambda: patterns(index.rounds([folder]), TODAY))[0] for _ in range(3)]
    print(f"patterns                    {statistics.median(counted):8.3f} s                        wanted <= 2")

    followed = [_timed(lambda path=path: index.refresh(path))[0] for path in paths[:20]]  # type: ignore[misc]
    print(f"one transcript followed     {statistics.median(followed) * 1e3:8.1f} ms, most {max(followed) * 1e3:.1f}           wanted <= 50")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"memory, most                {memory:8.0f} MB                       wanted <= 300")

    words = [query.strip('"') for query in queries[:8]]
    ours = statistics.median(_timed(lambda word=word: index.search(f'"{word}"', [folder]))[0] for word in words)  # type: ignore[misc]
    grep = statistics.median(
        _timed(lambda word=word: subprocess.run(["grep", "-r", "-c", "-F", word, str(folder)], capture_output=True, check=False))[0]  # type: ignore[misc]
        for word in words
    )
    print(f"grep -r, median             {grep * 1e3:8.0f} ms   {grep / ours:8.0f} times as long as a search")
    if llm:
        logs = _llm_logs(llm, paths, words, scratch)
        print(f"llm logs -q, median         {logs * 1e3:8.0f} ms   {logs / ours:8.0f} times as long (with its start; as many turns)")
        start = statistics.median(
            _timed(lambda: subprocess.run([str(llm), "--version"], capture_output=True, check=False))[0] for _ in range(3)
        )
        print(f"  of which its start alone  {start * 1e3:8.0f} ms   {(logs - start) / ours:8.0f} times as long without it")
    index.close()
    return 0


def _timed(what: Callable[[], Value]) -> tuple[float, Value]:
    began = time.perf_counter()
    value = what()
    return time.perf_counter() - began, value


def _queries(paths: list[Path]) -> list[str]:
    """Return what people look for: a word, several, a phrase, a beginning; common and rare."""
    chance = random.Random(3)
    found = []
    for number in range(SEARCHES):
        lines = [line.text for line in said_in(read_transcript(chance.choice(paths)).entries) if len(line.text.split()) > 5]
        words = chance.choice(lines).replace('"', " ").split()
        at = chance.randrange(len(words) - 3)
        found.append((f'"{" ".join(words[at : at + 3])}"', words[at], " ".join(words[at : at + 2]), words[at][:3])[number % 4])
    return sorted(found, key=lambda query: not query.startswith('"'))


def _llm_logs(llm: Path, paths: list[Path], words: list[str], scratch: Path) -> float:
    """Return how long `llm logs -q` takes over as many logged turns as there are challenges; the turns are ours, the tables llm's."""
    home = scratch / "llm"
    home.mkdir()
    environment = {**os.environ, "LLM_USER_PATH": str(home)}
    subprocess.run([str(llm), "logs", "on"], env=environment, check=True, capture_output=True)
    migrate = "import llm.migrations, sqlite_utils, sys; llm.migrations.migrate(sqlite_utils.Database(sys.argv[1]))"
    subprocess.run([str(llm.parent / "python"), "-c", migrate, str(home / "logs.db")], check=True, capture_output=True)
    store = sqlite3.connect(home / "logs.db")
    store.execute("INSERT INTO conversations (id, name, model) VALUES ('c', 'bouts', 'm')")
    number = 0
    for path in paths:
        lines = list(said_in(read_transcript(path).entries))
        questions = [line.text for line in lines if line.kind == "question"]
        answers = [line.text for line in lines if line.kind == "answer"]
        turns = zip(answers, questions, strict=False)
        rows = [(f"{number + place:026d}", "m", answer, question, "c", "2026-01-01") for place, (answer, question) in enumerate(turns)]
        store.executemany(
            "INSERT INTO responses (id, model, prompt, response, conversation_id, datetime_utc) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
        number += len(rows)
    store.commit()
    store.close()
    print(f"  ({number} turns logged for llm)")
    command = [str(llm), "logs", "-n", "200", "-q"]
    return statistics.median(
        _timed(lambda word=word: subprocess.run([*command, f'"{word}"'], env=environment, capture_output=True, check=True))[0]  # type: ignore[misc]
        for word in words
    )


if __name__ == "__main__":
    sys.exit(main())
