"""What a killed process and a full disk leave behind: real processes, real limits."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.archive.scratch import Scratch
from sparring.archive.transcript import read_transcript, verify_transcript
from sparring.record.events import AnswerGiven
from tests.archive.conftest import AT

PREAMBLE = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from sparring.archive.drafts import save_draft
from sparring.archive.errors import ArchiveError, CannotWrite
from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.archive.scratch import Scratch
from sparring.record.events import AnswerGiven
from sparring.text import read_source

root = Path(sys.argv[1])
workspace = Workspace(root, root / "transcripts")
now = lambda: datetime.now(UTC)

def at_most(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
"""

APPEND_FOR_EVER = """
journal = Journal.create(workspace, now())
print(journal.path, flush=True)
while True:
    print(journal.append(AnswerGiven(text="words " * 2000), now()).seq, flush=True)
"""

STRIKE_FOR_EVER = """
journal = Journal.create(workspace, now())
print(journal.path, flush=True)
for number in range(200):
    journal.append(AnswerGiven(text="words " * 200), now())
for number in range(1, 201):
    journal.strike(number)
    print(number, flush=True)
"""

FULL = """
journal = Journal.create(workspace, now())
for text in ("first", "second"):
    journal.append(AnswerGiven(text=text), now())
before = journal.path.read_bytes()
at_most(len(before) + 100)
for attempt in range(2):
    try:
        journal.append(AnswerGiven(text="too much"), now())
    except CannotWrite as error:
        print(error)
    assert journal.path.read_bytes() == before
try:
    journal.strike(1)
except CannotWrite as error:
    raise AssertionError("there is room for a smaller file") from error
at_most(10)
struck = journal.path.read_bytes()
try:
    journal.strike(2)
except CannotWrite as error:
    print(error)
assert journal.path.read_bytes() == struck
assert not list(journal.path.parent.glob(".*.new"))
at_most(resource.RLIM_INFINITY)
print(journal.append(AnswerGiven(text="room again"), now()).seq)
journal.close()
"""

FULL_SCRATCH = """
scratch = Scratch(workspace.prepare() / "2026-11-21-kofu.jsonl")
scratch.save("what was typed")
at_most(20)
try:
    scratch.save("what was typed and then some more")
except CannotWrite as error:
    print(error)
at_most(resource.RLIM_INFINITY)
print(scratch.load())
"""

FULL_DRAFT = """
draft = root / "draft.md"
draft.write_text("# Objective")
read = read_source(draft)
at_most(5)
try:
    save_draft(read, "# Another objective")
except CannotWrite as error:
    print(error)
at_most(resource.RLIM_INFINITY)
print(draft.read_text(), sorted(each.name for each in root.iterdir()))
"""


def run(script: str, root: Path) -> str:
    done = subprocess.run([sys.executable, "-c", PREAMBLE + script, str(root)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def kill_after(script: str, root: Path, lines: int) -> tuple[Path, list[int]]:
    """Kill -9 the script once it has printed so many numbers; return the transcript and all numbers that it printed."""
    with subprocess.Popen([sys.executable, "-c", PREAMBLE + script, str(root)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        path = Path(process.stdout.readline().strip())
        printed = [int(process.stdout.readline()) for _ in range(lines)]
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    printed += [int(each) for each in rest.split("\n")[:-1]]
    assert process.returncode == -signal.SIGKILL
    return path, printed


def test_after_kill_9_every_entry_that_was_told_of_is_there(tmp_path: Path) -> None:
    for attempt, lines in enumerate((1, 7, 40)):
        root = tmp_path / str(attempt)
        path, printed = kill_after(APPEND_FOR_EVER, root, lines)
        assert printed == list(range(1, len(printed) + 1))
        assert path.with_suffix(".lock").exists()
        again = Journal.reopen(path)
        with again.journal as reopened:
            assert [entry.seq for entry in again.entries][: len(printed)] == printed
            assert len(again.entries) <= len(printed) + 1
            reopened.append(AnswerGiven(text="after the fall"), AT)
        assert verify_transcript(path).ok


def test_kill_9_while_striking_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    path, printed = kill_after(STRIKE_FOR_EVER, tmp_path, 5)
    again = Journal.reopen(path)
    again.journal.close()
    assert len(again.entries) == 200
    assert all(entry.event is None for entry in again.entries[: len(printed)])
    assert all(entry.event is not None for entry in again.entries[len(printed) + 1 :])
    assert sorted(each.suffix for each in path.parent.iterdir() if each.name != ".gitignore") == [".jsonl"]


def test_a_full_disk_costs_nothing_that_was_there_and_trying_again_works(tmp_path: Path) -> None:
    first, second, third, seq = run(FULL, tmp_path).splitlines()
    assert first == second
    assert "could not be written" in first
    assert "try again" in first
    assert "could not be written" in third
    assert seq == "3"
    path = next((tmp_path / "transcripts").glob("*.jsonl"))
    assert verify_transcript(path).ok
    assert [entry.event is None for entry in read_transcript(path).entries] == [True, False, False]


def test_a_full_disk_keeps_what_was_typed_before(tmp_path: Path) -> None:
    error, kept = run(FULL_SCRATCH, tmp_path).splitlines()
    assert "could not be written" in error
    assert kept == "what was typed"
    assert not list(tmp_path.rglob("*.new"))


def test_a_full_disk_keeps_the_draft_as_it_was(tmp_path: Path) -> None:
    error, kept = run(FULL_DRAFT, tmp_path).splitlines()
    assert "could not be written" in error
    assert kept == "# Objective ['draft.md']"


def test_another_process_is_refused_until_the_writer_is_gone(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "transcripts")
    with Journal.create(workspace, AT) as journal:
        journal.append(AnswerGiven(text="mine"), AT)
        reopen = f"""
try:
    Journal.reopen(Path({str(journal.path)!r})).journal.close()
    print("taken")
except ArchiveError as error:
    print(error)
"""
        assert f"process {os.getpid()}" in run(reopen, tmp_path)
    assert run(reopen, tmp_path) == "taken\n"


def test_what_was_typed_survives_kill_9(tmp_path: Path) -> None:
    script = """
scratch = Scratch(workspace.prepare() / "2026-11-21-kofu.jsonl")
print(scratch.path, flush=True)
number = 0
while True:
    number += 1
    scratch.save(str(number) * 1000)
    print(number, flush=True)
"""
    path, printed = kill_after(script, tmp_path, 10)
    kept = Scratch(path.with_suffix(".jsonl")).load()
    assert kept in {str(number) * 1000 for number in (printed[-1], printed[-1] + 1)}
