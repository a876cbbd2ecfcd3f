"""The program as a user meets it: a process of its own on a pseudo-terminal, its bytes on a screen of rows and columns."""

import contextlib
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pyte

PATIENCE = 60.0
"""Seconds until something that should appear is missing; a machine with other work takes many."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    **{f"f{number}": f"\x1b[{code}~" for number, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)},
    **{f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What an xterm sends."""


class NeverShown(AssertionError):
    """What was waited for did not come; the message holds the screen."""


class Terminal:
    """A terminal in which one command runs.

    Attributes:
        raw: every byte that the command sent, standard error included.
        seen: the words of each screen that was waited for.
        process: the command's.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        before: Callable[[], None] | None = None,
    ) -> None:
        """Start `command`.

        Args:
            command: words after `sparring`.
            cwd: where it runs.
            env: its whole environment.
            size: columns and rows.
            before: called in the new process before the command, for limits.
        """
        self.raw = bytearray()
        self.seen: list[str] = []
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._terminal = pty.openpty()
        self._open = {self._master, self._terminal}
        self._set_size(size)
        self._settings = termios.tcgetattr(self._terminal)
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "sparring", *command],
                stdin=self._terminal,
                stdout=self._terminal,
                stderr=self._terminal,
                cwd=cwd,
                env=dict(env),
                start_new_session=True,
                preexec_fn=partial(_take_terminal, before),
            )
        except BaseException:
            self.hang_up()
            raise

    # -- what the user does ------------------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type `text` as fast as the terminal takes it; a line feed is ctrl+j, a carriage return is enter."""
        self._send(text.encode())

    def key(self, *names: str) -> None:
        """Press keys: names as in `KEYS`, everything else is typed."""
        for name in names:
            self._send(KEYS.get(name, name).encode())
            if name == "escape":
                # A terminal tells a bare escape from the beginning of a key's sequence by what follows at once.
                self.settle()

    def paste(self, text: str) -> None:
        """Paste `text` as a terminal does: in brackets, line feeds sent as carriage returns."""
        self._send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        self._screen.resize(rows, columns)
        self._set_size((columns, rows))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGWINCH)

    def kill(self) -> None:
        """Kill the command as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def hang_up(self) -> None:
        """Take the terminal away, as a dropped line does."""
        for descriptor in (self._master, self._terminal):
            if descriptor in self._open:
                self._open.remove(descriptor)
                os.close(descriptor)

    def close(self) -> None:
        """Kill the command if it runs, and take the terminal away."""
        self.kill()
        self.hang_up()

    # -- what the user sees ------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.rows)

    @property
    def ground(self) -> str:
        """The colour of the ground, as six hexadecimal digits: that of the last cell, where nothing else stands."""
        return str(self._screen.buffer[self._screen.lines - 2][self._screen.columns - 1].bg)

    @property
    def cursor_row(self) -> str:
        """The row in which the cursor stands."""
        return self.rows[self._screen.cursor.y]

    @property
    def words(self) -> str:
        """The screen's words, one space between each: what a reader reads of a text that wraps. Frames and bars are left out."""
        return " ".join(re.sub("[─│╭╮╰╯▌▁▂▃▄▅▆▇█]", " ", self.text).split())

    def wait_for(self, *wanted: str, gone: str = "", timeout: float = PATIENCE) -> None:
        """Return when all of `wanted` can be read on the screen, wrapped or not, and `gone` cannot.

        Raises:
            NeverShown: they did not come in `timeout` seconds, or the command ended before.
        """
        said = f"{wanted}" + (f" without {gone!r}" if gone else "")
        self.wait_until(lambda: all(each in self.words for each in wanted) and not (gone and gone in self.words), said, timeout)

    def wait_until(self, holds: Callable[[], object], said: str, timeout: float = PATIENCE) -> None:
        """Read what the command sends until `holds`.

        Raises:
            NeverShown: it does not in `timeout` seconds, or the command ended before; says `said`.
        """
        end = time.monotonic() + timeout
        while not holds():
            left = end - time.monotonic()
            if left <= 0 or not (self._read(min(left, 0.05)) or self.process.poll() is None):
                if holds():
                    break
                raise NeverShown(f"{'Ended' if left > 0 else 'Waited'} without {said}. The screen:\n{self.text}")

        self.seen.append(self.words)

    def settle(self, quiet: float = 0.2) -> None:
        """Read until the command has been silent for `quiet` seconds."""
        while self._read(quiet):
            pass

    def status(self, timeout: float = PATIENCE) -> int:
        """Wait for the command to end by itself, read its last words, and return its exit status."""
        self.wait_until(lambda: self.process.poll() is not None, "an end", timeout)
        self.settle(0.05)
        return self.process.wait()

    def is_left_clean(self) -> bool:
        """Return whether the terminal is as it was: its modes, the normal screen, a cursor, no brackets around pastes."""
        return termios.tcgetattr(self._terminal) == self._settings and all(
            self.raw.rfind(f"\x1b[?{mode}{wanted}".encode()) > self.raw.rfind(f"\x1b[?{mode}{other}".encode())
            for mode, wanted, other in (("1049", "l", "h"), ("25", "h", "l"), ("2004", "l", "h"))
        )

    # -- inside ------------------------------------------------------------------------------------------------------------

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _send(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            readable, writable, _ = select.select([self._master], [self._master], [], PATIENCE)
            if readable:
                self._read(0)
            if writable:
                rest = rest[os.write(self._master, rest[:512]) :]
            elif not readable:
                raise NeverShown(f"The command takes no keys. The screen:\n{self.text}")

    def _read(self, timeout: float) -> bool:
        if self._master not in self._open or not select.select([self._master], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.raw += data
        self._stream.feed(data)
        return True


def _take_terminal(before: Callable[[], None] | None) -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if before:
        before()
