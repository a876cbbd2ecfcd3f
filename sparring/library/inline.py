"""Inline marks of Markdown left out of a text, so that what stays is the words of the file in their order."""

import re

# Every repetition is bounded or excludes its own opening mark: a line of a million brackets has to be read in one pass.
_TARGET = r"\((?:[^()\s]|\([^()\s]{0,300}\))*(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]" + _TARGET)
_LINK = re.compile(r"\[([^\[\]]{0,500})\](?:" + _TARGET + r"|\[[^\[\]\n]{0,200}\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_ATTRIBUTES = re.compile(r"\{[:#%][^{}\n]{0,500}\}")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_CODE = re.compile(r"`+")
# A star or underscore between two letters or digits, or between two spaces, is no mark.
_EMPHASIS = re.compile(r"(?<![\w\\])[*_]{1,3}(?=\S)|(?<=[^\s\\])[*_]{1,3}(?!\w)|(?<=\w)\*\*(?=\w)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_MARKS = frozenset("[]{}<>`*_\\")


def without_marks(text: str) -> str:
    """Return `text` without emphasis, link targets, images, tags, footnote marks and attribute lists; line ends stay.

    Characters are left out, never added or changed; only a `<br>` becomes the space that a line end would be.
    """
    if _MARKS.isdisjoint(text):
        return text
    if "[" in text:
        text = _IMAGE.sub("", text)
        text = _FOOTNOTE.sub("", text)
        text = _LINK.sub(r"\1", text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "<" in text:
        text = _ADDRESS.sub(r"\1", text)
        text = _BREAK.sub(" ", text)
        text = _TAG.sub("", text)
    text = _CODE.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    return _ESCAPE.sub("", text) if "\\" in text else text
