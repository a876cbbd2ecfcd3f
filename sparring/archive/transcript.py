"""Reading a transcript's file line by line, never more of it at once than a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sparring.archive.errors import TranscriptUnfit, cannot_read
from sparring.record.chain import Chain, ChainBroken, ChainReport, verify
from sparring.record.entry import Entry
from sparring.text import LARGEST_SOURCE, visible

SUFFIX = ".jsonl"
LONGEST_LINE = 16 * LARGEST_SOURCE
"""Bytes: a draft of the largest size, every character escaped, and its items once more."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a transcript's file holds.

    Attributes:
        entries: all up to the first fault.
        fault: what is wrong from there on, in a sentence; "" when all is well.
        title: names the kind of the fault.
    """

    entries: tuple[Entry, ...]
    fault: str = ""
    title: str = ""


def lines_of(file: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the lines of a transcript with their line ends.

    Raises:
        TranscriptUnfit: a line is longer than any that Sparring writes.
    """
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise TranscriptUnfit(f"{visible(name)} holds a line that Sparring cannot have written: it is too long.", "Not a transcript")
        yield line


def read_transcript(path: Path) -> Transcript:
    """Read a transcript as far as it can be trusted; for showing and exporting, while somebody else may be writing to it.

    Raises:
        CannotRead: it is not there, or may not be read.
        TranscriptUnfit: not even its first entry can be read.
    """
    chain, entries = Chain(), []
    try:
        with path.open("rb") as file:
            for line in lines_of(file, path.name):
                try:
                    entries.append(chain.take(line))
                except ChainBroken as broken:
                    if not entries:
                        raise TranscriptUnfit(f"{visible(path.name)}: {broken}", broken.title) from None
                    return Transcript(tuple(entries), str(broken), broken.title)
    except OSError as error:
        raise cannot_read(path, error) from None
    return Transcript(tuple(entries))


def verify_transcript(path: Path, expected_head: str | None = None) -> ChainReport:
    """Check a transcript's chain (see `chain.verify`).

    Raises:
        CannotRead: it is not there, or may not be read.
        TranscriptUnfit: a line is longer than any that Sparring writes.
    """
    try:
        with path.open("rb") as file:
            return verify(lines_of(file, path.name), expected_head)
    except OSError as error:
        raise cannot_read(path, error) from None
