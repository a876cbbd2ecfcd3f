"""The chain over a transcript's entries: finds edits, gaps, a torn end, and, against a head kept elsewhere, a missing one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sparring.record.codec import decode_line
from sparring.record.entry import GENESIS, Entry
from sparring.record.errors import NewerSchema, RecordError
from sparring.record.upgrade import UPGRADES, Upgrades

State = Literal["ok", "empty", "edited", "gap", "torn", "shortened", "newer", "foreign"]
Fault = Literal["edited", "gap", "torn", "newer", "foreign"]


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What `verify` found.

    Attributes:
        state: "ok" when every entry is as it was written.
        entries: how many hold, counted from the first.
        head: hash of the last entry that holds; an export carries it, so that a shortened end can be found later.
        seq: where the fault is, if it has a place.
        sentence: all this for people, with what to do next.
    """

    state: State
    entries: int
    head: str
    seq: int | None
    sentence: str

    @property
    def ok(self) -> bool:
        """Whether the transcript is whole."""
        return self.state == "ok"


class ChainBroken(RecordError):
    """The chain ends here; the message is the sentence of the report."""

    def __init__(self, fault: Fault, seq: int | None, sentence: str, title: str) -> None:
        super().__init__(sentence)
        self.fault: Fault = fault
        self.seq = seq
        self.title = title


class Chain:
    """Takes a transcript's lines one by one and gives their entries.

    Attributes:
        seq: entries taken.
        head: hash of the last one.
        length: bytes of the lines taken.
    """

    def __init__(self, upgrades: Upgrades = UPGRADES) -> None:
        self.seq = 0
        self.head = GENESIS
        self.length = 0
        self._upgrades = upgrades

    def take(self, line: bytes) -> Entry:
        """Return the entry of the next line, which keeps its line end.

        Raises:
            ChainBroken: it is not the entry that follows; nothing is taken.
        """
        expected = self.seq + 1
        if self.seq == 0 and not _begins_a_transcript(line):
            raise ChainBroken("foreign", None, _FOREIGN, "Not a transcript")
        if not line.endswith(b"\n"):
            raise ChainBroken("torn", expected, _TORN.format(kept=self.seq), "The last line is incomplete")
        try:
            entry = decode_line(line, self._upgrades)
        except NewerSchema as error:
            raise ChainBroken("newer", expected, f"Entry {expected} cannot be read. {error}", error.title) from None
        except RecordError as error:
            raise ChainBroken("edited", expected, f"Entry {expected} was damaged or changed. {error} {_WHAT_NEXT}", error.title) from None
        if entry.seq > expected:
            missing = f"Entry {expected} is" if entry.seq == expected + 1 else f"Entries {expected} to {entry.seq - 1} are"
            raise ChainBroken("gap", expected, f"{missing} missing from this transcript. {_WHAT_NEXT}", "Entries are missing")
        if entry.seq < expected:
            again = f"Entry {entry.seq} stands where entry {expected} should. {_WHAT_NEXT}"
            raise ChainBroken("edited", expected, again, "The transcript was changed")
        if entry.prev != self.head:
            # This entry's own seal holds, so the change is in what it follows: a struck entry's marks, or an entry sealed anew.
            apart = f"Entry {expected} does not follow from what stands before it: entry {max(self.seq, 1)} was changed. {_WHAT_NEXT}"
            raise ChainBroken("edited", max(self.seq, 1), apart, "The transcript was changed")
        self.seq, self.head = entry.seq, entry.hash
        self.length += len(line)
        return entry


def verify(lines: Iterable[bytes], expected_head: str | None = None, upgrades: Upgrades = UPGRADES) -> ChainReport:
    """Check a transcript.

    Args:
        lines: as the file has them, line ends included.
        expected_head: a head that an export or a note carries; found when the transcript still holds that entry, also if it went on since.
        upgrades: how older entries are read.
    """
    chain = Chain(upgrades)
    seen = expected_head is None
    remaining = iter(lines)
    for line in remaining:
        try:
            chain.take(line)
        except ChainBroken as broken:
            if broken.fault == "torn" and next(remaining, None) is not None:
                sentence = f"Entry {broken.seq} was damaged: its end is missing. {_WHAT_NEXT}"
                return ChainReport("edited", chain.seq, chain.head, broken.seq, sentence)
            if broken.fault == "torn" and not seen:
                break
            return ChainReport(broken.fault, chain.seq, chain.head, broken.seq, str(broken))
        seen = seen or chain.head == expected_head
    if not seen:
        return ChainReport("shortened", chain.seq, chain.head, chain.seq + 1, _SHORTENED.format(kept=_count(chain.seq)))
    if chain.seq == 0:
        return ChainReport("empty", 0, GENESIS, None, _EMPTY)
    return ChainReport("ok", chain.seq, chain.head, None, f"{_count(chain.seq)}, each as it was written, none missing up to the last.")


def _count(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries} entries"


_FIRST = b'{"at":"'


def _begins_a_transcript(line: bytes) -> bool:
    """Tell a damaged first entry from a file of something else."""
    return line.startswith(_FIRST) or (len(line) > 0 and _FIRST.startswith(line)) or GENESIS.encode() in line


_WHAT_NEXT = "What stands before it can be trusted; for the rest, take a copy of the file from a backup."
_EMPTY = "This transcript holds nothing: the bout was left before it began. It can be deleted."
_FOREIGN = "This file is not a transcript of Sparring. `sparring transcripts` lists those that are."
_TORN = (
    "The last line was not written to its end: the machine stopped, or the disk was full. The {kept} entries before it are whole; "
    "`sparring resume` goes on from there and keeps the torn line aside."
)
_SHORTENED = (
    "The end of this transcript is missing: it does not hold the entry that the export or note names ({kept} are here). "
    "It was cut off, or it is another bout's. Take a copy of the file from a backup."
)
