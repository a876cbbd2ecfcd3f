"""Which transcripts of a folder are copies: whoever put them there wrote it down beside them.

A folder in which a team fights its bouts looks like a coach's, and may hold both; only what is written down is known to be a copy.
What went on after it was copied is none any more.
"""

import os
from pathlib import Path
from typing import Final

from sparring.archive.durable import write_whole

COPIES_NAME: Final = ".copies"
_LARGEST: Final = 10_000_000


def remember_copy(copy: Path, head: str, mode: int) -> None:
    """Write down that `copy`, whose last entry has the hash `head`, is a copy; where that cannot be done, it counts as the only one."""
    try:
        descriptor = os.open(copy.parent / COPIES_NAME, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    except OSError:
        return
    try:
        write_whole(descriptor, _line(copy, head) + b"\n")
    except OSError:
        return
    finally:
        os.close(descriptor)


def is_known_copy(transcript: Path, head: str) -> bool:
    """Return whether a transcript whose last entry has the hash `head` was put there as a copy."""
    listed = transcript.parent / COPIES_NAME
    try:
        return listed.stat().st_size <= _LARGEST and _line(transcript, head) in listed.read_bytes().split(b"\n")
    except OSError:
        return False


def _line(transcript: Path, head: str) -> bytes:
    return head.encode() + b" " + os.fsencode(transcript.name)
