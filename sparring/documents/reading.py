"""Reads any file that a team may have its draft or its strategy in: text as it is, documents converted in a process of their own."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from sparring.documents.formats import SAVE_AS, Format, format_held, format_named, looks_like_markup, old_office
from sparring.text import LARGEST_SOURCE, Place, Source, TextError, decode, read_bytes, visible

LARGEST_DOCUMENT = 60_000_000
"""Bytes; presentations carry pictures."""

_SHOWS_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens, zero-width spaces and byte-order marks, which web pages put between letters and at the beginning of lines."""

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")

_SENTENCES = {
    "locked": "{name} is protected with a password. Open it, save a copy without one, and name that copy.",
    "broken": "{name} is damaged or cut off and cannot be read. Open it in its own program and save it again, or take another copy.",
    "other": "{name} holds no document that can be read, whatever its name says. Open it in its own program and save it again, "
    "or paste the text.",
    "open-document": "{name} is an OpenDocument file, which is not read. Save it as .docx, .pptx or .xlsx in its own program, "
    "and name that file.",
    "pictures": "{name} holds no text, only pictures: it was scanned or drawn. Take the file it was made from, "
    "or run text recognition over it.",
    "too-large": "{name} holds too much to be read. Copy the part that matters into a file of its own.",
    "not-installed": "{name} needs a part of Sparring that is not installed. Add it with this command, then try again: {command}",
}


def read_document(path: Path) -> Source:
    """Read a text file or a document of any kind that can be converted: Word, PowerPoint, Excel, PDF, a web page, a mail.

    Raises:
        TextError: it cannot be read; the message says what happened and what to do next.
    """
    name = visible(path.name)
    ending = path.suffix.lower()
    data = read_bytes(path, LARGEST_DOCUMENT)
    held = format_held(data)
    if held == "ole":
        raise _of_old_office(name, old_office(data))
    if held is not None:
        return _converted(held, data, name, path)
    return _without_mark(data, name, ending, path)


def read_pasted(data: bytes, name: str) -> Source:
    """Read text that has no file, as it was piped or pasted; the source of a web page is read as the page shows it.

    Raises:
        TextError: it is no text, or too much.
    """
    held = format_held(data)
    if held is not None and held != "ole":
        return _converted(held, data, name, None)
    return as_shown(decode(data, name))


def as_shown(source: Source) -> Source:
    """Return pasted text as people see it: the source of a web page as the page shows it, else without characters that show nothing.

    Raises:
        TextError: the page cannot be read.
    """
    if looks_like_markup(source.text):
        return _as_page(source)
    text = _SHOWS_NOTHING.sub("", source.text)
    return source if text == source.text else replace(source, text=text)


def _as_page(source: Source) -> Source:
    return _converted("html", source.text.encode("utf-8", "replace"), source.name, source.path)


def _without_mark(data: bytes, name: str, ending: str, path: Path) -> Source:
    """Read a file whose bytes do not say what they are: text, a web page, a mail, or a document that is none."""
    named = format_named(ending)
    if named in ("html", "eml"):
        if len(data) > LARGEST_SOURCE * 5:
            raise TextError(_SENTENCES["too-large"].format(name=name))
        return _converted(named, data, name, path)
    if named is None and ending not in SAVE_AS:
        source = decode(data, name, path)
        return _as_page(source) if ending in ("", ".txt") and looks_like_markup(source.text) else source
    if not data.strip(b"\0 \r\n\t"):
        raise TextError(f"{name} is empty. Take another copy of it.")
    if ending in SAVE_AS and not _is_plain(data):
        raise _save_as(name, SAVE_AS[ending])
    if not _is_plain(data) or data.startswith(b"{\\rtf"):
        raise _save_as(name, ".docx") if data.startswith(b"{\\rtf") else TextError(_SENTENCES["other"].format(name=name))
    # Programs on the web hand out pages and tables under the names of office files.
    source = decode(data, name, path)
    if looks_like_markup(source.text):
        return _as_page(source)
    if ending in SAVE_AS:
        raise _save_as(name, SAVE_AS[ending])
    return source


def _is_plain(data: bytes) -> bool:
    try:
        return _BINARY.search(data.decode("utf-8")) is None
    except UnicodeDecodeError:
        return False


def _of_old_office(name: str, held: str) -> TextError:
    if held == "locked":
        return TextError(_SENTENCES["locked"].format(name=name))
    return _save_as(name, held) if held else TextError(_SENTENCES["other"].format(name=name))


def _save_as(name: str, ending: str) -> TextError:
    return TextError(f"{name} is in a format that is not read. Open it in its own program, save it as {ending}, and name that file.")


def _converted(form: Format, data: bytes, name: str, path: Path | None) -> Source:
    # Most drafts and documents are text: only others load what runs the process.
    from sparring.documents.worker import ConversionDied, ConversionTimeout, convert

    try:
        answer = convert(form, data)
    except ConversionTimeout:
        raise TextError(f"{name} took too long to read and was left out. Copy the part that matters into a file of its own.") from None
    except ConversionDied:
        raise TextError(
            f"{name} could not be read: it is damaged, or needs too much memory. Save it again, or copy out what matters."
        ) from None
    if (trouble := answer.get("trouble")) is not None:
        sentence = _SENTENCES.get(trouble, _SENTENCES["broken"]) if isinstance(trouble, str) else _SENTENCES["broken"]
        raise TextError(sentence.format(name=name, command=_command() if trouble == "not-installed" else ""))
    text, places = _checked(answer)
    if not text.strip():
        raise TextError(f"{name} holds no text. Name the file that holds it, or paste the text.")
    return Source(name, text, path=path, converted=True, places=places)


def _command() -> str:
    from sparring.documents.installing import command_that_adds

    return command_that_adds()


def _checked(answer: dict[str, Any]) -> tuple[str, tuple[Place, ...]]:
    """Return text and places of an answer; a process that read a hostile document may answer anything."""
    text, listed = answer.get("text"), answer.get("places")
    if not isinstance(text, str) or not isinstance(listed, list):
        return "", ()
    places: list[Place] = []
    for each in listed:
        if not (isinstance(each, list) and len(each) == 2 and isinstance(each[0], int) and isinstance(each[1], str)):
            return "", ()
        if not (places[-1].start if places else 0) <= each[0] <= len(text):
            return "", ()
        places.append(Place(each[0], visible(each[1])))
    return text, tuple(places)
