"""What a file holds, by its content first: names lie more often than bytes do."""

import re
from typing import Literal

Format = Literal["package", "pdf", "msg", "html", "eml"]
"""What is converted; a package is a Word, PowerPoint or Excel file, whichever its parts say."""

_BY_ENDING: dict[str, Format] = {
    **dict.fromkeys((".docx", ".docm", ".pptx", ".pptm", ".xlsx", ".xlsm"), "package"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".pdf": "pdf",
    ".msg": "msg",
    ".eml": "eml",
}

DOCUMENT_ENDINGS = frozenset(_BY_ENDING)
"""Endings of the files that are converted."""

SAVE_AS = {
    **dict.fromkeys((".doc", ".dot", ".rtf", ".odt", ".pages", ".gdoc"), ".docx"),
    **dict.fromkeys((".ppt", ".pps", ".odp", ".key", ".gslides"), ".pptx"),
    **dict.fromkeys((".xls", ".xlsb", ".ods", ".numbers", ".gsheet"), ".xlsx"),
}
"""Endings of documents that are not converted, and what the program they are from can save them as."""

OFFICE_ENDINGS = DOCUMENT_ENDINGS | SAVE_AS.keys()
"""Endings that people expect to be read; what cannot be is named, not passed over."""

_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", ".docx"),
    ("PowerPoint Document", ".pptx"),
    ("Workbook", ".xlsx"),
    ("Book", ".xlsx"),
)
"""Names of streams in an OLE container, and what they say of it."""

_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_PIECE = re.compile(r"\s*(?:<!--[^>]{0,2000}-->\s*)?<(?:ul|ol|table|div|p|span|h[1-6]|section|article)\b[^<>]{0,2000}>", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body|ul|ol|li|table|div|p|h[1-6]|section|article)\s*>", re.IGNORECASE)
_OWN_MARKS = re.compile(r"^ {0,3}(?:#{1,6}|[-*+•]|\d{1,2}[.)])[ \t]", re.MULTILINE)
"""Lines that Markdown or a person marked: such a text has a tag here and there, and is no page."""


def format_named(ending: str) -> Format | None:
    """Return the format that a file's ending (".docx") says it has; None for text and everything unknown."""
    return _BY_ENDING.get(ending)


def format_held(data: bytes) -> Format | Literal["ole"] | None:
    """Return the format that a file's bytes say they have; None for what may be text."""
    if data.startswith(_ZIP_MARKS):
        return "package"
    if data.startswith(_OLE_MARK):
        return "msg" if _stream(data, "__properties_version1.0") and not _stream(data, "WordDocument") else "ole"
    # Some programs write a few bytes before the mark.
    return "pdf" if b"%PDF" in data[:1024] else None


def old_office(data: bytes) -> str:
    """Return what an OLE container holds: "locked", or the ending to save it as (".docx"); "" for anything else."""
    return next((meaning for name, meaning in _OLD_OFFICE if _stream(data, name)), "")


def _stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def looks_like_markup(text: str) -> bool:
    """Return whether `text` is the source of a web page, or a piece of one."""
    if _PAGE.match(text[:5000]):
        return True
    return _PIECE.match(text[:5000]) is not None and _CLOSED.search(text) is not None and _OWN_MARKS.search(text) is None
