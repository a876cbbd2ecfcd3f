"""An indexed document as bytes, and back: checked to the last number, as whoever can write the cache can write anything into it.

A header in JSON, then the parts one after the other. No pickle: reading an entry runs nothing that stands in it.
"""

import json
import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any
from zlib import crc32

from sparring.library.indexed import NUMBERS, SIZES, IndexedDocument, Postings, Section

_MAGIC = b"sparring passages\n"
_CHECK = 4
_LENGTH = 8


class NotAnEntry(Exception):
    """Bytes that are no indexed document: damaged, cut off, or made by somebody else."""


def as_bytes(document: IndexedDocument) -> bytes:
    """Return `document` as bytes that `from_bytes` reads."""
    parts = [_encoded(document.joined), _raw(document.lines), _raw(document.sizes)]
    for postings in (document.in_text, document.in_headings):
        parts += [_encoded("\n".join(postings.terms)), _raw(postings.starts), _raw(postings.numbers)]
    header = {
        "digest": document.digest,
        "explains_method": document.explains_method,
        "firsts": [section.first for section in document.sections],
        "places": [section.place for section in document.sections],
        "headings": [section.headings for section in document.sections],
        "parts": [len(part) for part in parts],
    }
    opening = json.dumps(header, separators=(",", ":")).encode("ascii")
    body = b"".join([len(opening).to_bytes(_LENGTH), opening, *parts])
    return _MAGIC + crc32(body).to_bytes(_CHECK) + body


def from_bytes(data: bytes) -> IndexedDocument:
    """Return the document that `as_bytes` made these bytes of.

    Raises:
        NotAnEntry: anything in them is not as `as_bytes` would have it.
    """
    start = len(_MAGIC) + _CHECK
    body = memoryview(data)[start:]
    if not data.startswith(_MAGIC) or crc32(body) != int.from_bytes(data[len(_MAGIC) : start]):
        raise NotAnEntry
    try:
        return _document(body)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError) as error:
        # `ValueError` covers bad JSON and bad UTF-8.
        raise NotAnEntry from error


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _raw(numbers: Sequence[float]) -> bytes:
    return bytes(memoryview(numbers))  # type: ignore[arg-type]  # an array is a buffer


def _document(body: memoryview) -> IndexedDocument:
    length = int.from_bytes(body[:_LENGTH])
    header: dict[str, Any] = json.loads(bytes(body[_LENGTH : _LENGTH + length]))
    parts = _parts(body, _LENGTH + length, header["parts"])
    joined = _text(next(parts))
    lines, sizes = _numbers(NUMBERS, next(parts)), _numbers(SIZES, next(parts))
    count = len(lines)
    sections = _sections(header["firsts"], header["places"], header["headings"], count)
    _check(count > 0 and len(sizes) == count and joined.count("\n") == count - 1)
    _check(min(sizes) >= 1 and math.isfinite(sum(sizes)))
    in_text, in_headings = _postings(parts, count), _postings(parts, len(sections))
    digest, explains_method = header["digest"], header["explains_method"]
    _check(isinstance(digest, str) and isinstance(explains_method, bool) and len(digest) == 64)
    return IndexedDocument(digest, explains_method, joined, lines, sections, sizes, in_text, in_headings)


def _parts(body: memoryview, at: int, lengths: list[Any]) -> Iterator[memoryview]:
    _check(len(lengths) == 9 and all(isinstance(length, int) and length >= 0 for length in lengths))
    _check(at + sum(lengths) == len(body))
    for length in lengths:
        yield body[at : at + length]
        at += length


def _postings(parts: Iterator[memoryview], places: int) -> Postings:
    terms = tuple(words.split("\n")) if (words := _text(next(parts))) else ()
    starts, numbers = _numbers(NUMBERS, next(parts)), _numbers(NUMBERS, next(parts))
    _check(len(starts) == len(terms) + 1 and starts[0] == 0 and starts[-1] == len(numbers))
    listed = starts.tolist()
    _check(listed == sorted(listed) and (not numbers or max(numbers) < places))
    return Postings(terms, starts, numbers)


def _sections(firsts: list[Any], places: list[Any], headings: list[Any], count: int) -> tuple[Section, ...]:
    _check(_all_are(int, firsts) and _all_are(str, places) and _all_are(list, headings) and _all_are(str, chain.from_iterable(headings)))
    _check(firsts[0] == 0 and firsts[-1] < count and firsts == sorted(set(firsts)))
    return tuple(map(Section._make, zip(firsts, map(tuple, headings), places, strict=True)))


def _all_are(kind: type, values: Iterable[Any]) -> bool:
    return set(map(type, values)) <= {kind}


def _text(part: memoryview) -> str:
    return str(part, "utf-8", "surrogatepass")


def _numbers(code: str, part: memoryview) -> "array[Any]":
    numbers: array[Any] = array(code)
    numbers.frombytes(part)
    return numbers


def _check(holds: bool) -> None:
    if not holds:
        raise NotAnEntry
