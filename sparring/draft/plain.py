"""Drafts in plain text: labelled lines, bullets, numbers; no mark of Markdown has a meaning here."""

from sparring.draft.lines import read_lines
from sparring.draft.outline import Outline
from sparring.draft.placing import place
from sparring.draft.words import Words, verbatim
from sparring.text import Source, Span


def read_plain(source: Source) -> Outline:
    """Read the lines of a plain text source."""
    return read_plain_words(verbatim(source.text, Span(0, len(source.text))))


def read_plain_words(words: Words) -> Outline:
    """Read the lines of a text that stands inside something else, such as a string in JSON."""
    return place(read_lines(words, markdown=False))
