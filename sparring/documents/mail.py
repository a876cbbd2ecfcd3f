"""Mail as Markdown: the subject as its heading, then what was written; headers, attachments and pictures are left out."""

import re
from email import message_from_bytes, policy
from email.message import MIMEPart
from io import BytesIO

from sparring.documents.markup import write_markup
from sparring.documents.outcome import Converted, Trouble
from sparring.documents.writing import Writing, shown

_SUBJECT = re.compile(r"^\*\*Subject:\*\* (.*)$", re.MULTILINE)
_BODY = "\n## Content\n"


def eml(data: bytes) -> Converted:
    """Convert a mail as mail programs save it."""
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise Trouble("other")
    writing = Writing(places_by_heading=True)
    writing.heading(1, str(message.get("subject", "")))
    part = message.get_body(("html", "plain"))
    if part is not None:
        text = _decoded(part)
        if part.get_content_subtype() == "html":
            write_markup(text, writing)
        else:
            _write_lines(_unwrapped(text) if part.get_param("format") == "flowed" else text, writing)
    return writing.done()


def _decoded(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _unwrapped(text: str) -> str:
    """Join lines that a mail program has broken and marked as such (RFC 3676: a space at the end)."""
    return re.sub(r"(?m)(?<!^--) \n(?!>)", " ", text.replace("\r\n", "\n"))


def _write_lines(text: str, writing: Writing) -> None:
    """Write plain text paragraph by paragraph; what a list or a table would be stays as its author typed it."""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        lines = [shown(line) if not line[:1].isspace() else line.rstrip() for line in block.split("\n")]
        writing.lines([line for line in lines if line.strip() and line != "--"])


def msg(data: bytes) -> Converted:
    """Convert a message from Outlook."""
    from markitdown import StreamInfo
    from markitdown.converters import OutlookMsgConverter

    made = OutlookMsgConverter().convert(BytesIO(data), StreamInfo(extension=".msg")).markdown
    head, _, body = made.partition(_BODY)
    writing = Writing(places_by_heading=True)
    subject = _SUBJECT.search(head)
    writing.heading(1, subject[1] if subject else "")
    _write_lines(body, writing)
    return writing.done()
