"""Web pages as trees of elements, mended as browsers mend them: what was never closed ends where it must."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from sparring.documents.outcome import Trouble

MOST_ELEMENTS = 400_000
_DEEPEST = 120
"""Elements inside each other; what is deeper is read as if it stood here."""

_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# fmt: off
BLOCKS = HEADINGS.keys() | frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
    "figcaption", "form", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
])
# fmt: on
_CLOSES = {
    "li": frozenset(["ul", "ol"]),
    "tr": frozenset(["table"]),
    "td": frozenset(["table", "tr"]),
    "th": frozenset(["table", "tr"]),
    "dt": frozenset(["dl"]),
    "dd": frozenset(["dl"]),
}  # fmt: skip
"""Elements that end the one of their kind before them, and what they do not reach beyond."""


@dataclass(slots=True)
class Element:
    """An element of a page, with text and elements inside it in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator["Element"]:
        """Yield the elements below of these tags, in order."""
        waiting = [*reversed(self.children)]
        while waiting:
            each = waiting.pop()
            if isinstance(each, Element):
                if each.tag in tags:
                    yield each
                waiting.extend(reversed(each.children))


def tree_of(text: str) -> Element:
    """Return a page as a tree.

    Raises:
        Trouble: it has more elements than any page that people read.
    """
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self._open = [self.root]
        self._elements = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise Trouble("too-large")
        self._close_before(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # A page may close what cannot be closed so ("<p/>"): browsers leave it open.

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return
            if self._open[index].tag == "table":
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _close_before(self, tag: str) -> None:
        if tag in BLOCKS and self._open[-1].tag == "p":
            self._open.pop()
        limits = _CLOSES.get(tag)
        if limits is None:
            return
        alike = {"td", "th"} if tag in ("td", "th") else {"dt", "dd"} if tag in ("dt", "dd") else {tag}
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in limits:
                return
            if self._open[index].tag in alike:
                del self._open[index:]
                return
