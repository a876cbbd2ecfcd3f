"""Lines of Markdown or plain text, classified: heading, list item, table row, remark. What they mean is decided in `placing`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from sparring.draft.inline import unmarked
from sparring.draft.labels import Labelled, labelled
from sparring.draft.words import Words, joined
from sparring.text import Span

LineKind = Literal["heading", "item", "text", "quote", "table", "remark"]

RANK_BOLD = 70
RANK_TEXT = 80
RANK_ITEM = 100
"""Depth in the tree: a heading ranks ten times its level, a bold line below all headings, an item by its indent; greater is deeper."""

_WIDTH_OF_TAB = 4
_LONG_LINE = 70
"""Characters from which an unindented next line is taken for a wrapped line's rest."""


@dataclass(eq=False)
class Line:
    """One line (with its wrapped rest) or one table.

    Attributes:
        kind: what its marks say.
        rank: depth in the tree.
        raw: the line without its line end.
        content: the words with label and tags taken off.
        marked: the words before label and tags were taken off, without Markdown's marks.
        box: what stands in a checkbox, None where there is none.
        number: the author's number of a numbered item ("4.").
        after_blank: an empty line stands before it.
        rows: the cells of a table, each row a list.
        parent: the line it stands beneath.
        children: the lines beneath it.
    """

    kind: LineKind
    rank: int
    raw: Words
    content: Labelled
    marked: Words
    box: Words | None = None
    number: Words = field(default_factory=lambda: Words(""))
    after_blank: bool = False
    rows: list[list[Words]] = field(default_factory=list)
    links: list[Words] = field(default_factory=list)
    comments: list[Words] = field(default_factory=list)
    parent: "Line | None" = None
    children: list["Line"] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """The stretch of the source that the line takes up."""
        return self.raw.span


_HEADING = re.compile(r"(?P<indent> {0,3})(?P<marks>#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(
    r"(?P<indent>[ \t\u3000\xa0]*)"
    r"(?:(?P<bullet>[-*+–—>→➔➤](?=[ \t\xa0])|[•◦▪‣·●○■□・](?=\S|\s))|(?P<number>\d{1,3}[.)](?=[ \t\xa0])|\d{1,3}、|\(\d{1,2}\)(?=\s)|[a-z][.)](?=[ \t])))?[ \t\xa0]*"
    r"(?:\[(?P<box>[ xX✓✔~-]?)\][ \t\xa0]+|(?P<sign>[☐☑☒])[ \t\xa0]*)?"
)
_RULE = re.compile(r"[ \t]*([-*_=~])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+\1[ \t]*[:：]?$")


def read_lines(words: Words, *, markdown: bool) -> list[Line]:
    """Return the classified lines of `words`, blank lines and rules left out, in order.

    Args:
        words: a whole source, or a string inside one.
        markdown: read Markdown's headings, tables, fences and emphasis; plain text has bullets and numbers only.
    """
    lines: list[Line] = []
    for line in _classified(words, markdown=markdown):
        if lines and _continues(lines[-1], line):
            _append(lines[-1], line, markdown=markdown)
        else:
            lines.append(line)
    for line in lines:
        _read_content(line, markdown=markdown)
    _nest(lines)
    return lines


def _classified(words: Words, *, markdown: bool) -> Iterator[Line]:
    blank, fence, comment = True, "", False
    raws = words.lines()
    front_matter = _front_matter_end(raws) if markdown else 0
    table: Line | None = None
    for index, raw in enumerate(raws):
        text = raw.text
        if not text.strip():
            blank, table = True, None
            continue
        if markdown and (index < front_matter or fence or comment or _FENCE.match(text)):
            opening = _FENCE.match(text)
            if index >= front_matter and not comment and opening:
                fence = "" if fence == opening[1] else fence or opening[1]
            comment = comment and "-->" not in text
            yield _line("remark", RANK_TEXT, raw, raw, after_blank=blank)
            blank = False
            continue
        if markdown and text.lstrip().startswith("<!--") and "-->" not in text:
            comment = any("-->" in later.text for later in raws[index + 1 : index + 200])
            yield _line("remark", RANK_TEXT, raw, raw, after_blank=blank)
            continue
        if _RULE.match(text) and not (table and "|" in text):
            table, blank = None, True
            continue
        if markdown and "|" in text and (table or _starts_table(raws, index)):
            if table is None:
                table = _line("table", RANK_TEXT, raw, raw, after_blank=blank)
                table.rows.append(_cells(raw))
                yield table
            elif not _TABLE_RULE.match(text):
                table.rows.append(_cells(raw))
            blank = False
            continue
        table = None
        yield _one_line(raw, markdown=markdown, after_blank=blank)
        blank = False


def _line(kind: LineKind, rank: int, raw: Words, body: Words, *, after_blank: bool) -> Line:
    return Line(kind, rank, raw, Labelled(body), body, after_blank=after_blank)


def _front_matter_end(raws: list[Words]) -> int:
    if raws[0].text.rstrip() != "---":
        return 0
    return next((index + 1 for index, raw in enumerate(raws[1:60], 1) if raw.text.rstrip() in ("---", "...")), 0)


def _starts_table(raws: list[Words], index: int) -> bool:
    text = raws[index].text
    following = raws[index + 1].text if index + 1 < len(raws) else ""
    return text.lstrip().startswith("|") or ("|" in following and "-" in following and _TABLE_RULE.match(following) is not None)


def _cells(raw: Words) -> list[Words]:
    text = raw.text.rstrip()
    start = len(text) - len(text.lstrip())
    if text.startswith("|", start):
        start += 1
    cells = []
    for bar in re.finditer(r"(?<!\\)\|", text[start:]):
        cells.append((start, bar))
    bounds = [start, *(start + bar.end() for _, bar in cells)]
    ends = [*(start + bar.start() for _, bar in cells), len(text)]
    found = [raw.part(left, right).strip() for left, right in zip(bounds, ends, strict=True)]
    return found[:-1] if cells and ends[-1] == bounds[-1] else found


def _one_line(raw: Words, *, markdown: bool, after_blank: bool) -> Line:
    text = raw.text
    if markdown and (match := _HEADING.match(text)):
        body = raw.part(match.end())
        closing = len(body.text.rstrip().rstrip("#").rstrip()) if body.text.rstrip().endswith(" #") or " ##" in body.text[-8:] else len(body.text)
        return _line("heading", 10 * len(match["marks"]), raw, body.part(0, closing), after_blank=after_blank)
    match = _ITEM.match(text)
    indent = _width(match["indent"]) if match else 0
    if match and match["bullet"] == ">" and markdown:
        return _line("quote", RANK_TEXT if not indent else RANK_ITEM + indent, raw, raw.part(match.end("bullet")), after_blank=after_blank)
    if match and (match["bullet"] or match["number"] or match["box"] is not None or match["sign"]):
        line = _line("item", RANK_ITEM + indent, raw, raw.part(match.end()), after_blank=after_blank)
        if match["box"] is not None or match["sign"]:
            line.box = raw.part(*match.span("box" if match["box"] is not None else "sign"))
        if match["number"]:
            line.number = raw.part(*match.span("number"))
        return line
    body = raw.strip()
    if markdown and _BOLD_LINE.match(body.text[:400]) and not indent:
        return _line("heading", RANK_BOLD, raw, body, after_blank=after_blank)
    return _line("text", RANK_ITEM + indent if indent else RANK_TEXT, raw, body, after_blank=after_blank)


def _width(indent: str) -> int:
    return sum(_WIDTH_OF_TAB if character == "\t" else 1 for character in indent)


def _continues(line: Line, following: Line) -> bool:
    """Tell whether the following line is the wrapped rest of an item or labelled line."""
    if following.kind != "text" or following.after_blank or line.kind not in ("item", "text"):
        return False
    head = labelled(following.marked.part(0, 300))
    if head.role or head.label or _looks_like_field(following.marked.text):
        return False
    indented = following.rank > line.rank
    starts_low = following.marked.text[:1].islower()
    if line.kind == "item":
        return indented or starts_low or (len(line.raw.text.rstrip()) >= _LONG_LINE and not _ends_sentence(line.marked.text))
    return starts_low or (len(line.raw.text.rstrip()) >= _LONG_LINE and not _ends_sentence(line.marked.text))


def _looks_like_field(text: str) -> bool:
    from sparring.draft.labels import field_pairs

    return bool(field_pairs(Words(re.sub(r"[*_`]", "", text[:300]))))


def _ends_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in ".!?:;。！？：；"


def _append(line: Line, following: Line, *, markdown: bool) -> None:
    # Two spaces or a backslash at a line's end are Markdown's forced break.
    body = line.marked.part(0, len(line.marked.text.rstrip().rstrip("\\"))) if markdown else line.marked
    line.marked = joined([body.strip(), following.marked.strip()])
    line.raw = joined([line.raw, following.raw], "\n")


def _read_content(line: Line, *, markdown: bool) -> None:
    if line.kind in ("table", "remark"):
        return
    if markdown:
        inline = unmarked(line.marked)
        line.marked, line.links, line.comments = inline.words, inline.links, inline.comments
    line.content = labelled(line.marked)


def _nest(lines: list[Line]) -> None:
    above: list[Line] = []
    for line in lines:
        if line.kind in ("table", "remark", "quote") and line.rank == RANK_TEXT:
            # A table or a remark belongs to the heading; lists do not stand beneath it.
            parent = next((other for other in reversed(above) if other.rank < RANK_TEXT), None)
            line.parent = parent
            if parent:
                parent.children.append(line)
            continue
        while above and above[-1].rank >= line.rank:
            above.pop()
        if above:
            line.parent = above[-1]
            above[-1].children.append(line)
        above.append(line)
