"""A document's passages: each a sentence or a list item that can be cited with its file and line."""

import re
from collections import Counter
from collections.abc import Iterator

from sparring.library.blocks import Block, blocks_of
from sparring.library.boilerplate import is_boilerplate, points_elsewhere
from sparring.library.inline import without_marks
from sparring.library.model import Passage
from sparring.library.sentences import sentences_of
from sparring.text import Source, Span

KEPT_WHOLE = 200
"""Columns. A list item or short paragraph up to this length is quoted whole: its second sentence is mostly the reason for the first."""

LONGEST = 800
"""Characters. What is longer and has no sentence end is data, and cannot be quoted beside a challenge."""

_SHORTEST_SENTENCE = 16
"""Columns. A shorter sentence ("Small.") says nothing alone and stays with the one before."""

_RUNNING_FROM = 3
"""Times from which on a short line of one document belongs to its pages, not to its text: a running head, "to be defined"."""
_LONGEST_RUNNING_LINE = 80

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINK_ONLY = re.compile(r"^(?:\W*(?:https?://|www\.|mailto:)\S+\W*)+$")
_CONTENTS_ENTRY = re.compile(r"^\[[^\[\]\n]{1,300}\]\(#[^()\s]*\)$")
_STRUCK = re.compile(r"^~~[^~]+~~$")


def passages_of(source: Source, file: str, *, first: int = 1) -> list[Passage]:
    """Return the passages of a Markdown or plain text, in reading order.

    Args:
        source: the document.
        file: its name as people should read it.
        first: number of the first passage's id: a library counts on over its documents.
    """
    found = [(line, text, block.headings) for block in blocks_of(source.text) for line, text in _citable(block)]
    times = Counter(text for _, text, _ in found if len(text) <= _LONGEST_RUNNING_LINE)
    passages: list[Passage] = []
    for line, text, headings in found:
        if times[text] < _RUNNING_FROM:
            place = source.place_of(source.line_span(line).start) if source.places else ""
            shown = line if place or not source.converted else 0
            passages.append(Passage(f"P{first + len(passages)}", file, shown, text, headings, place))
    return passages


def _citable(block: Block) -> Iterator[tuple[int, str]]:
    raw = "\n".join(block.lines)
    if _CONTENTS_ENTRY.match(raw) or _STRUCK.match(raw) or points_elsewhere(raw):
        return
    text = without_marks(raw)
    for span in _cut(text):
        words = " ".join(span.of(text).split())
        if _can_stand_alone(words):
            yield block.line + text.count("\n", 0, span.start), words


def _can_stand_alone(words: str) -> bool:
    # What ends in a colon announces something else.
    if len(words) > LONGEST or words.endswith((":", "：")) or not _WORD.search(words):
        return False
    return not _LINK_ONLY.match(words) and not is_boilerplate(words)


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _cut(text: str) -> Iterator[Span]:
    lead = len(text) - len(text.lstrip())
    whole = Span(lead, max(lead, len(text.rstrip())))
    if len(whole) <= KEPT_WHOLE and _columns(text) <= KEPT_WHOLE:
        if len(whole):
            yield whole
        return
    waiting: Span | None = None
    for sentence in sentences_of(text):
        joined = sentence.end - waiting.start if waiting else 0
        if waiting and joined <= KEPT_WHOLE and _columns(sentence.of(text)) < _SHORTEST_SENTENCE:
            waiting = Span(waiting.start, sentence.end)
            continue
        if waiting:
            yield waiting
        waiting = sentence
    if waiting:
        yield waiting
