"""What comes of converting a document: its text with its places, or what stands in the way."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal["locked", "broken", "other", "open-document", "pictures", "too-large", "not-installed"]
"""Why a document gives no text: a password, damage, no document, a format that is not read, pictures alone, too much, no converter."""


class Trouble(Exception):
    """A document that cannot be converted."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Converted:
    """A document's text as Markdown.

    Attributes:
        text: the Markdown; empty where the document is.
        places: pages, slides, sheets or headings, as offset and name, in order.
    """

    text: str
    places: tuple[tuple[int, str], ...] = ()
