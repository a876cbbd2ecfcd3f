"""Messages as Outlook saves them: a compound file with a stream for each property."""

import struct

_SECTOR = 512
_LARGE = 4096
"""Bytes from which on a stream stands in sectors of its own; shorter ones are filled up to this."""

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def message(subject: str, body: str) -> bytes:
    """Return a message with a subject and a body."""
    return _compound(
        {
            "__properties_version1.0": b"\0" * 32,
            "__substg1.0_0037001F": subject.encode("utf-16-le"),
            "__substg1.0_1000001F": body.encode("utf-16-le"),
        }
    )


def _compound(streams: dict[str, bytes]) -> bytes:
    padded = {name: data + " ".encode("utf-16-le") * ((_LARGE - len(data)) // 2) for name, data in streams.items()}
    directory_sectors = 1
    fat = [_FAT, _END]
    data = b""
    entries = [_entry("Root Entry", kind=5, child=1)]
    for number, (name, content) in enumerate(padded.items(), 1):
        start = 1 + directory_sectors + len(data) // _SECTOR
        content += b"\0" * (-len(content) % _SECTOR)
        count = len(content) // _SECTOR
        fat += [*range(start + 1, start + count), _END]
        entries.append(_entry(name, kind=2, right=number + 1 if number < len(padded) else _FREE, start=start, size=len(content)))
        data += content
    assert len(entries) <= 4
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LARGE, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    return header + table + b"".join(entries).ljust(_SECTOR, b"\0") + data


def _entry(name: str, *, kind: int, right: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    spelled = (name + "\0").encode("utf-16-le")
    entry = spelled.ljust(64, b"\0") + struct.pack("<HBBIII", len(spelled), kind, 1, _FREE, right, child)
    return entry + b"\0" * 36 + struct.pack("<III", start, size, 0)
