"""A team's desk: a home and a workspace of their own, and the terminals that stand on it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import sparring
from tests.terminal.terminal import Terminal

DRAFT = """\
# Locker squad, Q1 2027

## O1: Parcels leave our lockers on the day they arrive

- KR1: Increase same-day pickups by 15%
- KR2: Launch the reminder service in all cities
- KR3: Reach a satisfaction of 4.6 in the yearly customer survey

## O2: Make lockers a reliable place for shops

- KR1: Improve the quality of our partner documentation
- KR2: Open 40 lockers at train stations by the end of February
- KR3: Maintain 99.5% uptime of the locker doors
"""

STRATEGY = """\
# Where we play

- Full lockers turn parcels away: 14% of deliveries in December found no free door.
- We win shops by same-day pickups, not by more lockers.
- No new lockers at train stations before the summer.
"""


class Desk:
    """Where a team works.

    Attributes:
        folder: its workspace, with a draft in `okrs.md` and a strategy in `strategy/`.
        env: the environment of everything that is started here.
    """

    def __init__(self, place: Path) -> None:
        self.folder = place / "desk"
        self.draft = self.folder / "okrs.md"
        self.terminals: list[Terminal] = []
        home = place / "home"
        self.settings = home / "config" / "sparring" / "settings.toml"
        self.env = {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(Path(sparring.__file__).parents[1]),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        home.mkdir()
        (self.folder / "transcripts").mkdir(parents=True)
        (self.folder / "strategy").mkdir()
        (self.folder / "strategy" / "strategy.md").write_text(STRATEGY)
        self.draft.write_text(DRAFT)

    def start(
        self, *command: str, size: tuple[int, int] = (80, 24), env: dict[str, str] | None = None, before: Callable[[], None] | None = None
    ) -> Terminal:
        """Run `sparring` with `command` in a terminal."""
        terminal = Terminal(command, cwd=self.folder, env={**self.env, **(env or {})}, size=size, before=before)
        self.terminals.append(terminal)
        return terminal

    def spar(self, *more: str, size: tuple[int, int] = (80, 24), env: dict[str, str] | None = None) -> Terminal:
        """Begin a bout on the draft, always the same one."""
        return self.start("spar", "okrs.md", "--context", "strategy", "--seed", "7", *more, size=size, env=env)

    def run(self, *command: str) -> str:
        """Run `sparring` without a terminal and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "sparring", *command],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    @property
    def transcript(self) -> Path:
        """The file of the only bout that is kept here."""
        (path,) = (self.folder / "transcripts").glob("*.jsonl")
        return path

    def events(self, kind: str) -> list[dict[str, Any]]:
        """Return what is kept of one kind of event, in order."""
        entries = (json.loads(line) for line in self.transcript.read_text().splitlines())
        return [entry["payload"] for entry in entries if entry["type"] == kind]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk; whatever was done on it, no terminal has seen a traceback."""
    desk = Desk(tmp_path)
    try:
        yield desk
        for terminal in desk.terminals:
            terminal.settle(0)
            assert b"Traceback" not in terminal.raw
    finally:
        for terminal in desk.terminals:
            terminal.close()
