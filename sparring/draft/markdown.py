"""Drafts in Markdown."""

import re

from sparring.draft.lines import read_lines
from sparring.draft.outline import Outline
from sparring.draft.placing import place
from sparring.draft.words import verbatim
from sparring.text import Source, Span

_SIGNS = re.compile(r"^(?:#{1,6} |[ \t]*[-*+] |[ \t]*\d+\. |\|.*\||\*\*.+\*\*|```|> |>\S|\*\S.*\*$)", re.MULTILINE)
_MARK = re.compile(r"[\\`<>\[&*_~#|]|\A---")
_SET_APART = re.compile(r"^[ \t]*(?:```|~~~|>)", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text without a telling name uses Markdown's marks."""
    return _SIGNS.search(text) is not None


def has_marks(text: str) -> bool:
    """Tell whether a text holds any character that means more in Markdown than in plain text."""
    return _MARK.search(text) is not None


def read_markdown(source: Source) -> Outline:
    """Read headings, lists, tables and labelled lines of a Markdown source."""
    words = verbatim(source.text, Span(0, len(source.text)))
    outline = place(read_lines(words, markdown=True))
    if any(entry.kind == "key_result" for entry in outline.entries) or not _SET_APART.search(source.text):
        return outline
    # A draft handed over as a block of code or as a quotation is one all the same, where its labels say so.
    lines = read_lines(words, markdown=True, into_code=True)
    within = place(lines) if any(line.content.role in ("objective", "key_result") for line in lines) else outline
    return within if len(within.entries) > len(outline.entries) else outline
