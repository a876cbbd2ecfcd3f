"""Decoded text, spans of it, and the one place that makes text from outside safe to show.

Everything that Sparring quotes is a span of a `Source`; nothing else in the program holds a quotation.
"""

import codecs
import hashlib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LARGEST_SOURCE = 4_000_000
"""Bytes. A page of OKRs has about 5,000; beyond this limit a file is something else and reading it would only keep people waiting."""


class TextError(Exception):
    """A file that cannot be used as text; the message says what happened and what to do next."""


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Characters `start` (inclusive) to `end` (exclusive) of some text."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start} to {end}")
        # A reader makes many spans; this takes half the time of the generated method.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a converted document a stretch of its text comes from, as people name it: "page 3", "slide 2", "sheet Goals"."""

    start: int
    name: str


@dataclass(frozen=True)
class Source:
    """One text as the team has it, character for character (line ends included).

    Attributes:
        name: what people call it: a file's name, or "pasted text".
        text: the decoded characters; a byte-order mark is not part of them.
        encoding: the codec that turns `text` back into the file's bytes.
        guessed: the encoding was detected, not declared: say so to the user.
        path: the file, where there is one.
        converted: the file is no text (an office document): `text` was made from it, cannot be written back, and its lines are not the
            file's.
        places: for a converted document, its pages, slides or sheets in order; each reaches to the next.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    path: Path | None = None
    converted: bool = False
    places: tuple[Place, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the decoded text (UTF-8, lone surrogates kept), in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(index + 1 for index, character in enumerate(self.text) if character == "\n")
        return starts

    def line_of(self, offset: int) -> int:
        """Return the line (1-based) that the character at `offset` stands in."""
        return bisect_right(self._line_starts, offset)

    def place_of(self, offset: int) -> str:
        """Return the name of the page, slide or sheet that the character at `offset` comes from; "" where there are none."""
        at = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[at - 1].name if at else ""

    def lines_of(self, span: Span) -> tuple[int, int]:
        """Return the first and last line (1-based, inclusive) that `span` touches."""
        return self.line_of(span.start), self.line_of(max(span.start, span.end - 1))

    def line_span(self, line: int) -> Span:
        """Return the span of a line (1-based), with its line end."""
        starts = self._line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return Span(starts[line - 1], end)

    @property
    def line_count(self) -> int:
        """Number of lines; a text that ends in a line end has an empty last line."""
        return len(self._line_starts)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str, path: Path | None = None) -> Source:
    """Turn a file's bytes into a `Source`.

    Raises:
        TextError: the bytes are no text, or too many.
    """
    if len(data) > LARGEST_SOURCE:
        raise _too_large(name, len(data))
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Source(name, data.decode(codec), codec, path=path)
            except UnicodeDecodeError:
                raise TextError(f"{name} says it is {codec} but is not: it may be damaged. Save it again as UTF-8 text.") from None
    if b"\0" in data[:65536]:
        raise TextError(f"{name} is not a text file. Save it as text, Word, PowerPoint, Excel or PDF, or paste the text.")
    try:
        return Source(name, data.decode("utf-8"), "utf-8", path=path)
    except UnicodeDecodeError:
        return _decode_by_guess(data, name, path)


def _too_large(name: str, size: int, largest: int = LARGEST_SOURCE) -> TextError:
    what = "text" if largest == LARGEST_SOURCE else "document"
    return TextError(
        f"{name} has {size / 1e6:.1f} MB; a {what} of at most {largest / 1e6:.0f} MB can be read. "
        "Copy the part that matters into a file of its own, or paste it."
    )


def _decode_by_guess(data: bytes, name: str, path: Path | None) -> Source:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise TextError(f"{name} is in no encoding that Sparring knows. Save it again as UTF-8 text, or paste the text.")
    try:
        return Source(name, data.decode(best.encoding), best.encoding, guessed=True, path=path)
    except (UnicodeDecodeError, LookupError):
        raise TextError(f"{name} changes its encoding half-way. Save it again as UTF-8 text, or paste the text.") from None


def read_source(path: Path) -> Source:
    """Read a text file.

    Raises:
        TextError: missing, a folder, not readable, not text, too large; the message says what to do.
    """
    return decode(read_bytes(path, LARGEST_SOURCE), visible(path.name), path)


def read_bytes(path: Path, largest: int) -> bytes:
    """Read a file's bytes, one more than `largest` where it holds more and does not say so.

    Raises:
        TextError: missing, a folder, not readable, larger; the message says what to do.
    """
    name = visible(path.name)
    if "\0" in str(path):
        raise TextError(f"{name} cannot be the name of a file. Check the name; the tab key completes it in most terminals.")
    try:
        if path.is_dir():
            raise TextError(f"{name} is a folder. Name the file in it that holds the draft.")
        if (size := path.stat().st_size) > largest:
            raise _too_large(name, size, largest)
        # A device or pipe has no size beforehand and may never end.
        with path.open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        raise TextError(f"There is no file {visible(str(path))}. Check the name; the tab key completes it in most terminals.") from None
    except PermissionError:
        raise TextError(f"You may not read {name}. Ask its owner for access, or copy it to a place of your own.") from None
    except OSError as error:
        raise TextError(f"{name} could not be read: {error.strerror or error}. Try again, or copy it to another place.") from None


_KEPT = frozenset("\n\t")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str, *, lines: bool = False) -> str:
    """Return `text` so that showing it can neither move the cursor, colour the screen, reorder nor hide anything.

    Control characters become their Unicode pictures, bidirectional controls, zero-width and unassigned format characters become "·", lone
    surrogates "�". The result has as many characters as `text`, so spans of one are spans of the other. Markup of Rich or Textual is not
    touched: show text as `Content`, never as markup.

    Args:
        text: anything.
        lines: keep line ends and tabs as they are; otherwise each becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible_line_character if lines else _visible_character, text))


def _visible_line_character(character: str) -> str:
    return character if character in _KEPT else _visible_character(character)


def _visible_character(character: str) -> str:
    code = ord(character)
    if code >= 0x20 and character.isprintable():
        return character
    if character in "\n\t\r\v\f\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character in _BIDI:
        return "·"
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cs":
        return "�"
    # A zero-width joiner holds emoji and several scripts together; alone it shows nothing and hides nothing.
    return character if code in (0x200C, 0x200D) else "·"
