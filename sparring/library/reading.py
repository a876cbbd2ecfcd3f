"""Reads one document, or takes what was made of it the last time."""

import os
import stat
from pathlib import Path

from sparring.documents.formats import DOCUMENT_ENDINGS
from sparring.documents.reading import LARGEST_DOCUMENT, read_document
from sparring.library.cache import LibraryCache, entry_name
from sparring.library.indexed import IndexedDocument, indexed
from sparring.library.method import strategy_in
from sparring.library.passages import passages_of

KEPT_FROM = 10_000
"""Bytes of a text from which on it is kept: a shorter one is read sooner than it is found."""


def read_indexed(path: Path, cache: LibraryCache) -> IndexedDocument:
    """Return a document's passages with their index; none where it holds no sentence that could be quoted.

    Large texts, and whatever has to be converted, come from the cache if their bytes were read before.

    Raises:
        TextError: it cannot be read; the message says what to do.
    """
    data = _bytes_of(path)
    if data is None or (len(data) < KEPT_FROM and path.suffix.lower() not in DOCUMENT_ENDINGS):
        return _read_anew(path)
    name = entry_name(data, path.suffix)
    found = cache.find(name)
    if found is None:
        found = _read_anew(path)
        # An entry says what became of these very bytes; a file that was written to meanwhile holds others.
        if found and _bytes_of(path) == data:
            cache.keep(name, found)
    return found


def _read_anew(path: Path) -> IndexedDocument:
    source = read_document(path)
    passages = passages_of(source, source.name)
    strategy = strategy_in(passages)
    # Of a handbook all passages are kept, so that it is known again; none of them is ever shown.
    return indexed(strategy or passages, source.digest, explains_method=bool(passages) and not strategy)


def _bytes_of(path: Path) -> bytes | None:
    """Return a file's bytes; None for what is no file, too large or not to be read: `read_document` says so in words."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            data = file.read(LARGEST_DOCUMENT + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= LARGEST_DOCUMENT else None
