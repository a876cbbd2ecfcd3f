"""Copies text out by every road that is open: the terminal's own (OSC 52, also over SSH), tmux's buffer, and the clipboard of this machine.

tmux drops OSC 52 of the programs inside it unless it is told otherwise; `tmux load-buffer -w` works as it comes: it fills tmux's own buffer
and passes the text to the outer terminal. Nobody waits for a clipboard: each road is tried in a thread of its own that ends with the
program, and one that is not there is passed over.
"""

import os
import subprocess
from threading import Thread

LONGEST_WAIT = 3.0
"""Seconds for tmux to take the text; it takes milliseconds."""


def copy_outside(text: str) -> None:
    """Begin to copy `text` to tmux's buffer and this machine's clipboard; returns at once and never raises."""
    roads = [_to_system]
    if os.environ.get("TMUX"):
        roads.append(_to_tmux)
    for road in roads:
        Thread(target=road, args=(text,), daemon=True).start()


def encodable(text: str) -> str:
    """Return `text` with lone surrogates replaced: a clipboard takes UTF-8 only."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _to_system(text: str) -> None:
    import pyperclip  # type: ignore[import-untyped]  # it ships no types

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError):
        return


def _to_tmux(text: str) -> None:
    for arguments in (["-w", "-"], ["-"]):
        try:
            done = subprocess.run(  # noqa: S603 - no shell
                ["tmux", "load-buffer", *arguments],  # noqa: S607 - whichever tmux the user runs
                input=text.encode("utf-8"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=LONGEST_WAIT,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return
        if done.returncode == 0:
            return
