"""Saving a team's draft without losing anybody's work."""

import codecs
import contextlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from sparring.archive.durable import replace_file
from sparring.archive.errors import DraftChanged, DraftNotSavable, cannot_write
from sparring.text import Source, visible

# Longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def save_draft(read: Source, text: str) -> Source:
    """Put `text` in the file that `read` came from; return it as it would be read now.

    Encoding, byte-order mark, mode and owner stay as they are; line ends are those of `text`. A symbolic link stays one: the file it
    leads to is saved.

    Args:
        read: the draft as it was read last.
        text: the team's own new version.

    Raises:
        ValueError: `read` is pasted text and has no file, or was converted from a file that is no text.
        DraftChanged: the file is not what was read.
        DraftNotSavable: its encoding cannot hold the new text.
        CannotWrite: the file is as it was.
    """
    if read.path is None or read.converted:
        raise ValueError("pasted text has no file, and converted text is not what its file holds")
    path = Path(os.path.realpath(read.path))
    try:
        mark, codec = _spelling(path, read)
        new = mark + _encoded(read, text, codec)
        status = path.stat()

        def keep_owner_and_check(descriptor: int) -> None:
            for user, group in ((-1, status.st_gid), (status.st_uid, -1)):
                with contextlib.suppress(PermissionError):
                    os.fchown(descriptor, user, group)
            _spelling(path, read)

        replace_file(path, (new,), stat.S_IMODE(status.st_mode), keep_owner_and_check)
    except OSError as error:
        raise cannot_write(path, error) from None
    return replace(read, text=text)


def _spelling(path: Path, read: Source) -> tuple[bytes, str]:
    """Return the file's byte-order mark and codec, if it still says what was read.

    The codec is that of the reading: guessing it anew from other words could give another.
    """
    name = visible(read.name)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise DraftChanged(
            f"{name} was moved or deleted since it was read. Your text is still here: put the file back, or copy your text into a new one."
        ) from None
    mark, codec = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", read.encoding))
    try:
        same = data[len(mark) :].decode(codec) == read.text
    except UnicodeDecodeError:
        same = False
    except LookupError:
        raise _not_savable(read) from None
    if not same:
        raise DraftChanged(
            f"Somebody changed {name} since it was read, so it was not saved over. Your text is still here: "
            "read the file again and put your changes in, or save yours under another name."
        )
    if mark + _encoded(read, read.text, codec) != data:
        raise _not_savable(read)
    return mark, codec


def _encoded(read: Source, text: str, codec: str) -> bytes:
    try:
        return text.encode(codec)
    except UnicodeEncodeError as error:
        character = visible(error.object[error.start : error.start + 1])
        raise DraftNotSavable(
            f"{visible(read.name)} is written in {visible(read.encoding)}, which has no “{character}”. Your text is still here: "
            "write that otherwise, or save the file as UTF-8 in your editor and read it again."
        ) from None


def _not_savable(read: Source) -> DraftNotSavable:
    return DraftNotSavable(
        f"{visible(read.name)} is written in {visible(read.encoding)}, which Sparring cannot write back byte for byte. "
        "Your text is still here: save the file as UTF-8 in your editor, then read it again."
    )
