"""Office files of today: ZIP packages of XML parts, whose content type says which program they are for."""

import re
import zipfile
import zlib
from io import BytesIO

from sparring.documents.outcome import Converted, Trouble

MOST_PARTS = 20_000
MOST_XML = 120_000_000
"""Bytes of all XML parts, unpacked."""

_MOST_PART = 40_000_000
_XML = (".xml", ".rels", ".vml")
_KINDS = {
    "word": re.compile(rb"(?:wordprocessingml|ms-word)\.[\w.-]*main\+xml"),
    "slides": re.compile(rb"(?:presentationml|ms-powerpoint)\.[\w.-]*main\+xml"),
    "sheets": re.compile(rb"(?:spreadsheetml|ms-excel)\.[\w.-]*main\+xml"),
}
"""Content types of the part that all others hang on; its name is each program's own."""


def package(data: bytes) -> Converted:
    """Convert a Word, PowerPoint or Excel file.

    Raises:
        Trouble: it is damaged, something else, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            _bound(parts)
            kind = _kind(archive)
            slim = _without_media(archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zlib.error):
        raise Trouble("broken") from None
    if kind == "word":
        from sparring.documents.word import document

        return document(slim)
    if kind == "slides":
        from sparring.documents.slides import presentation

        return presentation(slim)
    from sparring.documents.sheets import workbook

    return workbook(slim)


def _bound(parts: list[zipfile.ZipInfo]) -> None:
    """A ZIP file gives no more bytes for a part than it declares, so what it declares can be trusted as a bound."""
    sizes = [part.file_size for part in parts if part.filename.lower().endswith(_XML)]
    if len(parts) > MOST_PARTS or sum(sizes) > MOST_XML or max(sizes, default=0) > _MOST_PART:
        raise Trouble("too-large")


def _kind(archive: zipfile.ZipFile) -> str:
    if "[Content_Types].xml" not in archive.namelist():
        if "mimetype" in archive.namelist() and archive.read("mimetype")[:100].startswith(b"application/vnd.oasis.opendocument"):
            raise Trouble("open-document")
        raise Trouble("other")
    if archive.getinfo("[Content_Types].xml").flag_bits & 1:
        raise Trouble("locked")
    types = archive.read("[Content_Types].xml")
    kind = next((kind for kind, main in _KINDS.items() if main.search(types)), None)
    if kind is None:
        raise Trouble("other")
    return kind


def _without_media(archive: zipfile.ZipFile) -> bytes:
    """Return the package with its pictures, films and fonts emptied: nothing of them is read, and some readers load them all."""
    slim = BytesIO()
    with zipfile.ZipFile(slim, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for part in archive.infolist():
            target.writestr(part.filename, archive.read(part) if part.filename.lower().endswith(_XML) else b"")
    return slim.getvalue()
