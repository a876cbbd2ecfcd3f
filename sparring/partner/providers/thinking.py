"""A model's thinking is no reply: where it stands in the reply's own text, between tags, it is taken out."""

import re
from typing import Final

_TAGS: Final = ("think", "thinking", "reasoning", "thought")
_OPEN: Final = re.compile(rf"\s*(?:<(?:{'|'.join(_TAGS)})>|\[THINK\])", re.IGNORECASE)
_CLOSE: Final = re.compile(rf"(?:</(?:{'|'.join(_TAGS)})>|\[/THINK\])", re.IGNORECASE)
_OPENING_TAGS: Final = (*(f"<{tag}>" for tag in _TAGS), "[think]")
_LONGEST_TAG: Final = 16


def without_thinking(text: str) -> tuple[str, str]:
    """Return the reply and the thinking before it.

    Some servers send only the end of the thinking, as its beginning stood in the prompt. What comes after the reply's first brace is the
    reply's own, whatever tags it holds.
    """
    opened = _OPEN.match(text)
    brace = text.find("{")
    last = None
    for closed in _CLOSE.finditer(text):
        if opened is None and 0 <= brace < closed.start():
            break
        last = closed
        if opened is not None:
            break
    if last is not None:
        return text[last.end() :], text[: last.end()]
    return ("", text) if opened else (text, "")


class Beginning:
    """Tells of a reply that is still coming whether a word of the reply itself has come yet."""

    def __init__(self) -> None:
        self._text = ""
        self._inside = False

    def hear(self, piece: str) -> bool:
        """Return whether with this piece the reply itself has begun."""
        self._text += piece
        if not self._inside:
            start = self._text.lstrip()
            if not start or _may_become_a_tag(start):
                return False
            if not _OPEN.match(start):
                return True
            self._inside = True
        if closed := _CLOSE.search(self._text):
            self._inside = False
            self._text = self._text[closed.end() :]
            return bool(self._text.strip())
        self._text = self._text[-_LONGEST_TAG:]
        return False


def _may_become_a_tag(start: str) -> bool:
    return len(start) < _LONGEST_TAG and any(tag.startswith(start.lower()) and tag != start.lower() for tag in _OPENING_TAGS)
