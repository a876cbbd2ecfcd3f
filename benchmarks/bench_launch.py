"""Launch to the first painted screen, through a real pseudo-terminal, against a Textual app with the same widgets and no core.

usage: python benchmarks/bench_launch.py

Launches alternate in one run. A launch counts from the start of the process until the terminal has got a text that stands on the screen.
Modules are compiled beforehand, as installing leaves them.
"""

import fcntl
import os
import pty
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 15
WANTED = 1.5
LONGEST = 30.0
"""Seconds after which a launch is given up."""
COLUMNS, ROWS = 100, 30

DRAFT = Path(__file__).parent.parent / "examples" / "growth-squad" / "draft.md"
_CONTROL = re.compile(rb"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])")

WELCOME = """
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import OptionList, Static

class Welcome(Screen):
    CSS = "#status, #keys, #rule {height: 1;} #body {height: 1fr; padding: 1 2;} #choices {height: auto;} #said {display: none;}"

    def compose(self):
        yield Static("Welcome", id="status")
        yield Static(id="rule")
        with VerticalScroll(id="body"):
            yield Static("One line.\\nAnother line.\\nA third line.")
            yield OptionList("One choice", "Another choice", "A third choice", "Leave", id="choices")
            yield Static("The last line of this page.")
        with VerticalScroll(id="said"):
            with Horizontal():
                yield Static("!")
                yield Static()
        yield Static("a one  b another  c third", id="keys")

class Bare(App):
    def on_mount(self):
        self.push_screen(Welcome())

Bare().run()
"""
OPENING = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

class Opening(Screen):
    def compose(self):
        yield Static("The only line of this page.")

class Bare(App):
    def on_mount(self):
        self.push_screen(Opening())

Bare().run()
"""


def seconds_to_paint(command: Sequence[str], shown: str, folder: Path, environment: dict[str, str]) -> float:
    """Return the seconds from starting `command` until `shown` was painted; the process is ended then."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment, start_new_session=True, close_fds=True
    )
    os.close(theirs)
    try:
        return _painted(ours, shown.encode(), start + LONGEST) - start
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _painted(terminal: int, shown: bytes, latest: float) -> float:
    painted = b""
    while time.perf_counter() < latest:
        try:
            painted += os.read(terminal, 65536)
        except OSError:  # Linux: the process has left the terminal
            break
        now = time.perf_counter()
        if shown in _CONTROL.sub(b"", painted):
            return now
    sys.exit(f"{shown.decode()!r} was not painted. The terminal got:\n{_CONTROL.sub(b'', painted).decode(errors='replace')[-2000:]}")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "home"
        work = folder / "work"
        for each in (home, work):
            each.mkdir()
        draft = work / "draft.md"
        draft.write_bytes(DRAFT.read_bytes())
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE" and not key.startswith("XDG_")}
        environment = kept | {"TERM": "xterm-256color", "HOME": str(home), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        sparring = [sys.executable, "-m", "sparring"]
        for screen, ours, our_text, bare, bare_text in (
            ("welcome", sparring, "Spar with the example", WELCOME, "The last line of this page."),
            ("spar DRAFT", [*sparring, "spar", str(draft)], "Reading your draft", OPENING, "The only line of this page."),
        ):
            pairs = ((ours, our_text), ([sys.executable, "-c", bare], bare_text))
            times: tuple[list[float], list[float]] = ([], [])
            for run in range(RUNS + 1):
                for (command, text), taken in zip(pairs, times, strict=True):
                    seconds = seconds_to_paint(command, text, work, environment)
                    if run:  # the first one compiles the modules
                        taken.append(seconds)
            mine, other = (statistics.median(each) * 1e3 for each in times)
            print(
                f"{screen}: first painted screen {mine:.0f} ms, bare Textual app with the same widgets {other:.0f} ms, "
                f"ratio {mine / other:.2f} (wanted: at most {WANTED})"
            )


if __name__ == "__main__":
    main()
