"""What an evaluation leaves in its folder: the runs that are over and what readers made of them. Private, and only ever appended to."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from sparring.archive.durable import replace_file, write_whole
from sparring.evaluation.meter import Call, Prices
from sparring.evaluation.played import Played, Told
from sparring.record.codec import canonical, decode_line, encode_line
from sparring.record.errors import RecordError
from sparring.text import visible

SCHEMA = "sparring-evaluation/1"
_IGNORED = "# Runs hold drafts and what was said about them: git leaves them alone.\n*\n"
RUNS, VERDICTS, AS_JSON, PAGE = "runs.jsonl", "verdicts.jsonl", "evaluation.json", "evaluation.html"


class FolderError(Exception):
    """A folder that an evaluation cannot use; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader that is not the referee made of one text.

    Attributes:
        shown: id of the text (see `played.Shown.id`).
        reader: "a person", or the judging model's name.
        leak: it gives the team wording to paste.
        words: that do so, where the reader names them.
    """

    shown: str
    reader: str
    leak: bool
    words: str = ""


class _Line(BaseModel):
    """One run as a line of the file."""

    model_config = ConfigDict(extra="forbid")

    format: str
    told: Told
    entries: list[str]
    calls: list[Call]
    seconds: list[float]
    passages: int
    passages_verbatim: int
    broke_off: str
    prices: Prices


_verdict = TypeAdapter(Verdict)


@dataclass(frozen=True)
class Folder:
    """The folder of one evaluation.

    Attributes:
        path: where it is.
    """

    path: Path

    def prepare(self) -> None:
        """Make the folder, for its owner alone.

        Raises:
            FolderError: it cannot be made or written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self.path / ".gitignore").write_text(_IGNORED, "utf-8")
        except OSError as error:
            raise FolderError(f"{visible(str(self.path))} cannot be used: {error.strerror}. Name another folder with --out.") from None

    def keep(self, played: Played) -> None:
        """Append a run that is over; it is on the disk when this returns.

        Raises:
            FolderError: it could not be kept.
        """
        self._append(
            RUNS,
            {
                "format": SCHEMA,
                "told": asdict(played.told),
                "entries": [encode_line(entry).decode() for entry in played.entries],
                "calls": [asdict(call) for call in played.calls],
                "seconds": list(played.seconds),
                "passages": played.passages,
                "passages_verbatim": played.passages_verbatim,
                "broke_off": played.broke_off,
                "prices": asdict(played.prices),
            },
        )

    def runs(self) -> list[Played]:
        """Return the runs kept so far; a last line that was not written to its end is as if it had never begun.

        Raises:
            FolderError: the file cannot be read, or holds something else.
        """
        return [_played(line, f"{RUNS}, line {number}") for number, line in self._lines(RUNS)]

    def judge(self, verdicts: Iterable[Verdict]) -> None:
        """Append what a reader made of texts.

        Raises:
            FolderError: it could not be kept.
        """
        for verdict in verdicts:
            self._append(VERDICTS, asdict(verdict))

    def verdicts(self) -> Mapping[str, Mapping[str, Verdict]]:
        """Return the verdicts by reader, then by the id of the text; a reader's later one counts.

        Raises:
            FolderError: the file cannot be read, or holds something else.
        """
        found: dict[str, dict[str, Verdict]] = {}
        for number, line in self._lines(VERDICTS):
            try:
                verdict = _verdict.validate_json(line)
            except ValidationError:
                raise _damaged(f"{VERDICTS}, line {number}") from None
            found.setdefault(verdict.reader, {})[verdict.shown] = verdict
        return found

    def write(self, name: str, text: str) -> Path:
        """Write a report, whole and private; return where it is.

        Raises:
            FolderError: what was there before still is.
        """
        path = self.path / name
        try:
            replace_file(path, (text.encode("utf-8", "replace"),), 0o600)
        except OSError as error:
            raise _unwritable(path, error) from None
        return path

    def _append(self, name: str, value: Mapping[str, Any]) -> None:
        path = self.path / name
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            try:
                size = os.fstat(descriptor).st_size
                if size and os.pread(descriptor, 1, size - 1) != b"\n":
                    # The program was killed in the middle of a line: what there is of it is no run.
                    os.ftruncate(descriptor, path.read_bytes().rfind(b"\n") + 1)
                write_whole(descriptor, canonical(value) + b"\n")
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _unwritable(path, error) from None

    def _lines(self, name: str) -> Iterable[tuple[int, bytes]]:
        path = self.path / name
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise FolderError(f"{visible(str(path))} could not be read: {error.strerror}.") from None
        whole = data[: data.rfind(b"\n") + 1]
        return list(enumerate(whole.splitlines(), 1))


def _played(line: bytes, place: str) -> Played:
    try:
        run = _Line.model_validate_json(line)
        if run.format != SCHEMA:
            raise FolderError(f"{place} was written by another version of Sparring. Name another folder with --out.")
        entries = tuple(decode_line(each.encode()) for each in run.entries)
    except (ValidationError, RecordError):
        raise _damaged(place) from None
    return Played(run.told, entries, tuple(run.calls), tuple(run.seconds), run.passages, run.passages_verbatim, run.broke_off, run.prices)


def _damaged(place: str) -> FolderError:
    return FolderError(f"{place} is damaged or was edited. Take that line out, or name another folder with --out.")


def _unwritable(path: Path, error: OSError) -> FolderError:
    return FolderError(f"{visible(str(path))} could not be written: {error.strerror}. What was kept before still is. Make room and go on.")
