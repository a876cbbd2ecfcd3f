"""A draft in a text box and back: shown safely while it is edited, and written with every character that the team did not touch as it was.

A text box knows one kind of line end and would send control characters to the terminal. So the box gets the text made visible, and what
comes out is laid beside what went in: stretches that are the same get their original characters and line ends back, new lines get the
line end that the file uses most.
"""

import re
from difflib import SequenceMatcher

from sparring.text import visible

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_COMPARED = 4000
"""Characters of a changed stretch that are compared one by one; in a longer one only its beginning and end can be."""


def editable(text: str) -> str:
    """Return `text` for a text box: safe to show, lines ended by a line feed."""
    return "\n".join(shown for shown, _ in _lines(text))


def as_written(original: str, edited: str) -> str:
    """Return `edited`, which began as `editable(original)`, with the characters and line ends of `original` where nothing was changed.

    `as_written(text, editable(text)) == text` for every text.
    """
    lines = _lines(original)
    before, after = [shown for shown, _ in lines], edited.split("\n")
    if before == after:
        return original
    originals = _LINE_END.split(original)
    ends = [end for _, end in lines]
    usual = max(("\n", "\r\n", "\r"), key=[end for end in ends if end].count)
    texts: list[str] = []
    new_ends: list[str] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            texts += originals[old_start:old_end]
            new_ends += ends[old_start:old_end]
            continue
        paired = min(old_end - old_start, new_end - new_start)
        for index in range(new_end - new_start):
            old = old_start + index
            texts.append(_restored(originals[old], before[old], after[new_start + index]) if index < paired else after[new_start + index])
            new_ends.append(ends[old] if index < paired else usual)
    return _joined(texts, [end or usual for end in new_ends[:-1]])


def _joined(texts: list[str], ends: list[str]) -> str:
    """Join lines by their ends; a lone carriage return before an empty line must not become half of one line end of two characters."""
    for index in range(1, len(ends)):
        if ends[index - 1] == "\r" and ends[index] == "\n" and not texts[index]:
            ends[index] = "\r"
    return "".join(text + end for text, end in zip(texts, [*ends, ""], strict=True))


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Return row and column, from 0, of the character at `offset` of `text` in the box."""
    ends = [found for found in _LINE_END.finditer(text, 0, offset) if found.end() <= offset]
    return len(ends), offset - (ends[-1].end() if ends else 0)


def _lines(text: str) -> list[tuple[str, str]]:
    """Return each line as shown, with its line end ("" for the last)."""
    texts = _LINE_END.split(text)
    ends = [*_LINE_END.findall(text), ""]
    return [(visible(line, lines=True), end) for line, end in zip(texts, ends, strict=True)]


def _restored(original: str, before: str, after: str) -> str:
    """Give the characters of a changed line that were not touched their originals back."""
    if original == before:
        return after
    if len(before) > _LONGEST_COMPARED or len(after) > _LONGEST_COMPARED:
        head = _same(before, after)
        tail = min(_same(before[::-1], after[::-1]), len(before) - head, len(after) - head)
        return original[:head] + after[head : len(after) - tail] + original[len(original) - tail :]
    parts = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        parts.append(original[old_start:old_end] if kind == "equal" else after[new_start:new_end])
    return "".join(parts)


def _same(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    return next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
