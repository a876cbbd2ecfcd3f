"""The one file of a bout, as its writer has it: an entry is on the disk when `append` returns."""

import contextlib
import os
import secrets
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from sparring.archive.durable import remove_unfinished, replace_file, sync_folder, write_whole
from sparring.archive.errors import ArchiveError, CannotWrite, OpenElsewhere, TranscriptMoved, TranscriptUnfit, cannot_read, cannot_write
from sparring.archive.lock import Lock
from sparring.archive.names import bout_name
from sparring.archive.places import Workspace
from sparring.archive.transcript import SUFFIX, lines_of
from sparring.record.chain import Chain, ChainBroken
from sparring.record.codec import decode_line, encode_line, next_entry, strike_line
from sparring.record.entry import GENESIS, Entry
from sparring.record.errors import RecordError
from sparring.record.events import AnswerRead, EntryWithdrawn, Event
from sparring.text import visible

_MOST_NAMES = 100


def _new_salt() -> str:
    return secrets.token_hex(16)


class Journal:
    """Writes one bout, alone: no other process can. Calls come from one thread at a time.

    Attributes:
        path: the transcript's file.
        bout: the bout's name.
    """

    def __init__(self, path: Path, descriptor: int, lock: Lock, last: Entry | None, length: int, salt: Callable[[], str]) -> None:
        """Use `create` or `reopen`."""
        self.path = path
        self.bout = path.stem
        self._descriptor = descriptor
        self._lock = lock
        self._last = last
        self._length = length
        self._salt = salt
        self._new = False
        self._untidy = False

    @classmethod
    def create(
        cls,
        workspace: Workspace,
        at: datetime,
        *,
        random: Callable[[int], bytes] = secrets.token_bytes,
        salt: Callable[[], str] = _new_salt,
    ) -> Self:
        """Begin the transcript of a new bout, named by the day of `at` (its own time zone).

        Raises:
            CannotWrite: nothing can be kept there; said before the team has typed a word.
        """
        folder = workspace.prepare()
        for _ in range(_MOST_NAMES):
            path = folder / (bout_name(at, random(2)) + SUFFIX)
            try:
                lock = Lock(path.with_suffix(".lock"), workspace.file_mode)
            except OpenElsewhere:
                continue
            try:
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC, workspace.file_mode)
            except FileExistsError:
                lock.release()
                continue
            except OSError as error:
                lock.release()
                raise cannot_write(path, error) from None
            journal = cls(path, descriptor, lock, None, 0, salt)
            journal._new = True
            try:
                os.fchmod(descriptor, workspace.file_mode)
                sync_folder(folder)
            except OSError as error:
                journal.close()
                raise cannot_write(path, error) from None
            return journal
        raise CannotWrite(f"{visible(str(folder))} holds too many bouts of this day. Choose another folder.")

    @classmethod
    def reopen(cls, path: Path, *, salt: Callable[[], str] = _new_salt) -> "Reopened":
        """Go on with the bout at `path`.

        A last line that was not written to its end is moved to the bout's `.torn` file. Words that the team took back just before the
        program was killed are struck now.

        Raises:
            OpenElsewhere: somebody writes to it.
            CannotRead: it is not there, or may not be read.
            CannotWrite: it may be read and not written.
            TranscriptUnfit: damaged, changed, newer, or no transcript. The file is as it was.
        """
        path = path.resolve()
        if not path.is_file():
            raise cannot_read(path, FileNotFoundError())
        lock = Lock(path.with_suffix(".lock"), stat.S_IMODE(path.stat().st_mode) & 0o660)
        try:
            descriptor = _open_for_writing(path)
        except OSError as error:
            lock.release()
            raise cannot_write(path, error) from None
        journal = cls(path, descriptor, lock, None, 0, salt)
        try:
            remove_unfinished(path)
            entries, torn = journal._read()
            remark = journal._set_aside(torn) if torn else ""
            journal._finish_withdrawals(entries)
        except OSError as error:
            journal.close()
            raise cannot_write(path, error) from None
        except BaseException:
            journal.close()
            raise
        return Reopened(journal, tuple(entries), remark)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def head(self) -> str:
        """Hash of the last entry: what is noted beside the transcript carries it."""
        return self._last.hash if self._last else GENESIS

    def close(self) -> None:
        """Let others write; further calls do nothing. A new bout in which nothing was said leaves no file."""
        if self._descriptor < 0:
            return
        if self._new and self._last is None:
            with contextlib.suppress(OSError):
                if os.fstat(self._descriptor).st_size == 0 and self._is_in_place():
                    self.path.unlink()
        os.close(self._descriptor)
        self._descriptor = -1
        self._lock.release()

    def append(self, event: Event, at: datetime) -> Entry:
        """Keep `event`: it is on the disk when this returns.

        Raises:
            CannotWrite: it is not; the file is as it was, and another attempt may succeed.
            TranscriptMoved: the file is no longer where it was, or somebody else wrote to it.
        """
        entry = next_entry(self._last, event, at, self._salt())
        line = encode_line(entry)
        self._require_untouched()
        try:
            write_whole(self._descriptor, line)
            os.fsync(self._descriptor)
        except OSError as error:
            self._cut_back()
            raise cannot_write(self.path, error) from None
        except BaseException:
            self._cut_back()
            raise
        self._last = entry
        self._length += len(line)
        return entry

    def strike(self, *seqs: int) -> None:
        """Remove the words of these entries from the file for good, and how they were read; their seals and places stay.

        The file is replaced as a whole.

        Raises:
            ValueError: there is no such entry.
            CannotWrite: the file is as it was.
            TranscriptMoved: the file is no longer where it was, or somebody else wrote to it.
        """
        last = self._last.seq if self._last else 0
        if unknown := [seq for seq in seqs if not 1 <= seq <= last]:
            raise ValueError(f"no entries {unknown} in a transcript of {last}")
        self._require_untouched()
        wanted = frozenset(seqs)
        try:
            with self.path.open("rb") as file:
                lines = lines_of(file, self.path.name)
                struck = (
                    strike_line(line) if seq in wanted or _reads_one_of(wanted, line) else line for seq, line in enumerate(lines, start=1)
                )
                replace_file(self.path, struck, self._mode())
        except OSError as error:
            raise cannot_write(self.path, error) from None
        except RecordError as error:
            raise TranscriptUnfit(f"The words could not be removed from {visible(self.path.name)}. {error}", error.title) from None
        finally:
            self._follow_file()

    def _read(self) -> tuple[list[Entry], bytes]:
        """Read all whole entries and the torn last line, and take the place after the whole ones."""
        chain, entries, torn = Chain(), list[Entry](), b""
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            lines = lines_of(file, self.path.name)
            for line in lines:
                try:
                    entries.append(chain.take(line))
                except ChainBroken as broken:
                    if broken.fault != "torn" or next(lines, None) is not None:
                        raise TranscriptUnfit(f"The bout {visible(self.bout)} cannot be gone on with. {broken}", broken.title) from None
                    torn = line
                    break
        if not entries:
            begun = f"The bout {visible(self.bout)} was left before it began: there is nothing to go on with. "
            raise TranscriptUnfit(begun + "Begin a new one with `sparring spar`.", "An empty transcript")
        self._last, self._length = entries[-1], chain.length
        return entries, torn

    def _set_aside(self, torn: bytes) -> str:
        """Move a torn line to its own file before it leaves this one."""
        aside = self.path.with_suffix(".torn")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            with contextlib.suppress(PermissionError):
                os.fchmod(descriptor, self._mode())
            write_whole(descriptor, torn + b"\n")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(self.path.parent)
        os.ftruncate(self._descriptor, self._length)
        os.fsync(self._descriptor)
        return (
            "The last line of this bout was not written to its end: the machine stopped, or the disk was full. "
            f"Everything before it is here; the rest of that line is kept in {visible(aside.name)}."
        )

    def _finish_withdrawals(self, entries: list[Entry]) -> None:
        withdrawn = {each.event.entry for each in entries if isinstance(each.event, EntryWithdrawn)}
        pending = [each.seq for each in entries if each.seq in withdrawn and each.event is not None]
        if not pending:
            return
        self.strike(*pending)
        with self.path.open("rb") as file:
            for seq, line in enumerate(lines_of(file, self.path.name), start=1):
                if seq in pending:
                    entries[seq - 1] = decode_line(line)

    def _require_untouched(self) -> None:
        if self._descriptor < 0:
            raise ArchiveError(f"The bout {visible(self.bout)} was closed. Open it again with `sparring resume {visible(self.bout)}`.")
        name, folder = visible(self.path.name), visible(str(self.path.parent))
        if not self._is_in_place():
            raise TranscriptMoved(f"{name} is no longer in {folder}: somebody moved, replaced or deleted it. Put it back, then try again.")
        if self._untidy:
            self._cut_back()
        if os.fstat(self._descriptor).st_size != self._length:
            raise TranscriptMoved(
                f"Another program wrote to {name} while its bout was open. "
                f"Leave the bout; `sparring verify {visible(self.bout)}` says what is still as it was."
            )

    def _is_in_place(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), self.path.stat())
        except OSError:
            return False

    def _cut_back(self) -> None:
        """Remove what a failed append left; where that fails too, the next append tries again, and `reopen` finds a torn line."""
        self._untidy = True
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, self._length)
            self._untidy = False

    def _follow_file(self) -> None:
        """Take up the file that stands at the path now, where it was replaced."""
        if self._is_in_place():
            return
        with contextlib.suppress(OSError):
            replaced = _open_for_writing(self.path)
            os.close(self._descriptor)
            self._descriptor = replaced
            self._length = os.fstat(replaced).st_size

    def _mode(self) -> int:
        return stat.S_IMODE(os.fstat(self._descriptor).st_mode)


@dataclass(frozen=True)
class Reopened:
    """A bout to go on with.

    Attributes:
        journal: takes what comes next.
        entries: what there is.
        remark: what people should know about the file, or "".
    """

    journal: Journal
    entries: tuple[Entry, ...]
    remark: str


def _reads_one_of(answers: frozenset[int], line: bytes) -> bool:
    """Return whether a line tells how one of these answers was read: a model may have done so in words of the answer."""
    if b'"type":"answer_read"' not in line:
        return False
    event = decode_line(line).event
    return isinstance(event, AnswerRead) and event.answer in answers


def _open_for_writing(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
