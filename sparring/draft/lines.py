"""Lines of Markdown or plain text, classified: heading, list item, table row, remark. What they mean is decided in `placing`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import Literal

from sparring.draft.html_blocks import BlockKind, Blocks, begins_table, closes_table, rows_of
from sparring.draft.inline import unmarked
from sparring.draft.labels import labelled
from sparring.draft.pairs import field_pairs
from sparring.draft.sideways import upright
from sparring.draft.tags import PICTURE, Labelled
from sparring.draft.vocabulary import GENERIC_HEADING
from sparring.draft.words import NO_WORDS, Words, joined
from sparring.text import Span

LineKind = Literal["heading", "item", "text", "quote", "table", "remark"]

RANK_BOLD = 70
RANK_TEXT = 80
RANK_ITEM = 100
"""Depth in the tree: a heading ranks ten times its level, a bold line below all headings, an item by its indent; greater is deeper."""

_WIDTH_OF_TAB = 4
_NARROWEST_WRAP, _WIDEST_WRAP = 60, 130
"""Characters; texts whose longest line lies between are taken for hard-wrapped."""

_RAGGED, _ENOUGH_FULL_LINES = 16, 3
"""So many lines must come so near to the longest one."""


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
        after_blank: an empty line, a rule or a heading stands before it.
        rows: the cells of a table, each row a list.
        parent: the line it stands beneath.
        children: the lines beneath it.
        wrapped: its rest on the next lines, until they are joined.
    """

    kind: LineKind
    rank: int
    raw: Words
    content: Labelled
    marked: Words
    box: Words | None = None
    number: Words = NO_WORDS
    after_blank: bool = False
    rows: list[list[Words]] = field(default_factory=list)
    links: list[Words] = field(default_factory=list)
    comments: list[Words] = field(default_factory=list)
    parent: "Line | None" = None
    children: list["Line"] = field(default_factory=list)
    wrapped: list["Line"] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """The stretch of the source that the line takes up."""
        return self.raw.span

    @property
    def number_alone(self) -> Words:
        """The number without its point or brackets."""
        digits = re.search(r"\w+", self.number.text)
        return self.number.part(*digits.span()) if digits else self.number


_HEADING = re.compile(r"(?P<indent> {0,3})(?P<marks>#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(
    r"(?P<indent>[ \t\u3000\xa0]*)"
    r"(?:(?P<bullet>\\?[-*+–—>→➔➤](?=[ \t\xa0]|$)|-(?=[^\W\d_])|[•◦▪▫‣·●○■□・★☆✦✧✱❖◆◇▶►▸▹▷⁃∙‧✓✔✗✘➢➣✅❌](?=\S|\s))"
    r"|(?P<number>\d{1,3}[.)](?=[ \t\xa0])|\d{1,3}、|\(\d{1,2}\)(?=\s)|[a-z][.)](?=[ \t])))?[ \t\xa0]*"
    r"(?:\[(?P<box>[ xX✓✔~-]?)\][ \t\xa0]+|(?P<sign>[☐☑☒])[ \t\xa0]*)?"
)
HEADING_NUMBER = re.compile(
    r"(?:\(?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.)）]\s+|[、．]\s*)|(?P<code>[A-Z]{1,5}-\d{1,4})\s*(?:[:：]|\s[–—-])\s*)(?=\S)"
)
"""A chapter's number before the words of a heading."""

_RULE = re.compile(r"[ \t]*([-*_=~])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?){1,3}")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*+:?-*:?[ \t]*)*$")
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+\1[ \t]*[:：]?$")


def read_lines(words: Words, *, markdown: bool, into_code: bool = False) -> list[Line]:
    """Return the classified lines of `words`, blank lines and rules left out, in order.

    Args:
        words: a whole source, or a string inside one.
        markdown: read Markdown's headings, tables, fences and emphasis; plain text has bullets and numbers only.
        into_code: read what stands between fences or is quoted like everything else.
    """
    lines: list[Line] = []
    found = list(_classified(words, markdown=markdown, into_code=into_code))
    _pictures_as_bullets(found)
    _numbers_beneath_a_bullet(found)
    width = _wrap_width(found)
    for line in found:
        if lines and _continues(lines[-1], line, width):
            lines[-1].wrapped.append(line)
        else:
            lines.append(line)
    for line in lines:
        if line.kind == "table":
            line.rows = upright(line.rows)
        _unwrap(line, markdown=markdown)
        _read_content(line, markdown=markdown)
    return lines


def _classified(words: Words, *, markdown: bool, into_code: bool) -> Iterator[Line]:
    blank, fence, comment = True, "", False
    raws = words.lines()
    last_comment_end = max((index for index, raw in enumerate(raws) if "-->" in raw.text), default=-1)
    front_matter = _front_matter_end(raws) if markdown else 0
    last_table_end = max((index for index, raw in enumerate(raws) if markdown and closes_table(raw.text)), default=-1)
    in_table: list[Words] = []
    blocks = Blocks()
    table: Line | None = None
    for index, raw in enumerate(raws):
        if into_code and (quoted := _QUOTED.match(raw.text)):
            raw = raw.part(quoted.end())
        text = raw.text
        if in_table or (index <= last_table_end and begins_table(text)):
            in_table.append(raw)
            if closes_table(text):
                yield _html_table(joined(in_table, "\n"), after_blank=blank)
                in_table, blank, table = [], False, None
            continue
        if not text.strip():
            blank, table = True, None
            continue
        if markdown and into_code and _FENCE.match(text):
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
            comment = index < last_comment_end
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
        if markdown and (found := blocks.of(raw)) is not None:
            for kind, level, body in found:
                yield _html_block(kind, level, body, after_blank=blank)
                blank = kind == "heading"
            continue
        line = _one_line(raw, markdown=markdown, after_blank=blank)
        blank = line.kind == "heading"
        yield line


def _line(kind: LineKind, rank: int, raw: Words, body: Words, *, after_blank: bool) -> Line:
    return Line(kind, rank, raw, Labelled(body), body, after_blank=after_blank)


def _html_table(raw: Words, *, after_blank: bool) -> Line:
    line = _line("table", RANK_TEXT, raw, raw, after_blank=after_blank)
    line.rows = rows_of(raw)
    return line


def _html_block(kind: BlockKind, level: int, body: Words, *, after_blank: bool) -> Line:
    rank = {"heading": 10 * level, "item": RANK_ITEM + _WIDTH_OF_TAB * level, "text": RANK_TEXT}[kind]
    return _line(kind, rank, body, body, after_blank=after_blank)


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
    bars = list(re.finditer(r"(?<!\\)\|", text[start:]))
    starts = [start, *(start + bar.end() for bar in bars)]
    ends = [*(start + bar.start() for bar in bars), len(text)]
    cells = [raw.part(left, right).strip() for left, right in zip(starts, ends, strict=True)]
    return cells[:-1] if bars and starts[-1] == len(text) else cells


def _one_line(raw: Words, *, markdown: bool, after_blank: bool) -> Line:
    text = raw.text
    if markdown and (match := _HEADING.match(text)):
        body = raw.part(match.end())
        closing = (
            len(body.text.rstrip().rstrip("#").rstrip()) if body.text.rstrip().endswith(" #") or " ##" in body.text[-8:] else len(body.text)
        )
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


def _pictures_as_bullets(lines: list[Line]) -> None:
    """Neighbouring lines that begin with the same picture form a list."""
    for line, following in pairwise(lines):
        first = line.marked.text[:1]
        alike = first == following.marked.text[:1] and first > "\u2190" and PICTURE.match(first) is not None
        if alike and line.kind in ("text", "item") and following.kind == "text" and not following.after_blank:
            for bullet in (line, following):
                if bullet.kind == "text":
                    bullet.kind, bullet.rank = "item", max(bullet.rank, RANK_ITEM)


def _numbers_beneath_a_bullet(lines: list[Line]) -> None:
    """Numbers that begin at 1 right after a bullet count what stands beneath it, though nobody indented them."""
    bullet: Line | None = None
    above: Line | None = None
    for line in lines:
        counts = line.kind == "item" and bool(line.number)
        if counts and line.number_alone.text == "1":
            follows = above is not None and above.kind == "item" and not above.number and above.rank == line.rank and not line.after_blank
            bullet = above if follows else None
        elif counts and bullet is not None and line.rank != bullet.rank:
            bullet = None
        elif not counts:
            bullet = bullet if line.kind == "text" else None
        if counts and bullet is not None:
            line.rank += 1
        above = line


def _wrap_width(lines: list[Line]) -> int:
    """The width that a text was wrapped at, 0 when its lines run on."""
    lengths = sorted((len(line.raw.text.rstrip()) for line in lines if line.kind in ("text", "item")), reverse=True)
    longest = lengths[0] if lengths else 0
    full = sum(length > longest - _RAGGED for length in lengths)
    return longest if _NARROWEST_WRAP <= longest <= _WIDEST_WRAP and full >= _ENOUGH_FULL_LINES else 0


def _continues(line: Line, following: Line, width: int) -> bool:
    """Tell whether the following line is the wrapped rest of an item or labelled line."""
    if following.kind != "text" or following.after_blank or line.kind not in ("item", "text"):
        return False
    if line.kind == "text" and GENERIC_HEADING.search(line.marked.text[:200]):
        return False
    text = following.marked.text
    if text[:1] in "=>":
        return False
    indented = line.kind == "item" and following.rank > line.rank
    if not (indented or text[:1].islower() or (width and _is_full(line.wrapped[-1] if line.wrapped else line, text, width))):
        return False
    head = labelled(following.marked.part(0, 300))
    return not (head.role or head.label or _looks_like_field(text))


def _is_full(line: Line, following: str, width: int) -> bool:
    """Tell whether a line ends within a sentence and has no room for the first word of the following one."""
    first_word = following.split(None, 1)[0]
    return width < len(line.raw.text.rstrip()) + 1 + len(first_word) and not _ends_sentence(line.marked.text)


def _looks_like_field(text: str) -> bool:
    return bool(field_pairs(Words(re.sub(r"[*_`]", "", text[:300]))))


def _ends_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in ".!?:;。！？：；%"


def _unwrap(line: Line, *, markdown: bool) -> None:
    if not line.wrapped:
        return
    parts = [line.marked, *(rest.marked for rest in line.wrapped)]
    if markdown:
        # A backslash at a line's end is Markdown's forced break.
        parts = [part.part(0, len(part.text.rstrip().rstrip("\\"))) for part in parts]
    line.marked = joined([part.strip() for part in parts])
    line.raw = joined([line.raw, *(rest.raw for rest in line.wrapped)], "\n")


def _read_content(line: Line, *, markdown: bool) -> None:
    if line.kind in ("table", "remark"):
        return
    if markdown:
        inline = unmarked(line.marked)
        line.marked, line.links, line.comments = inline.words, inline.links, inline.comments
    if line.kind == "item" and line.links and _is_way_to_heading(line):
        line.kind = "remark"
        return
    line.content = labelled(line.marked)
    if line.kind == "heading" and line.content.role is None and (number := HEADING_NUMBER.match(line.content.words.text)):
        named = labelled(line.content.words.part(number.end()))
        if named.role is not None:
            named.syntax.append(line.content.words.part(0, number.end()))
            line.content = named


def _is_way_to_heading(line: Line) -> bool:
    """A line of a table of contents: nothing but a link to a heading of the same text."""
    return all(link.text.startswith("#") for link in line.links) and line.raw.text.rstrip().endswith(")") and len(line.links) == 1


def nest(lines: list[Line]) -> None:
    """Give every line the one it stands beneath."""
    above: list[Line] = []
    for line in lines:
        if line.kind in ("table", "remark", "quote") and line.rank == RANK_TEXT:
            # A table or a remark belongs to the heading; lists do not stand beneath it.
            for other in takewhile(lambda other: other.rank < RANK_TEXT, above):
                line.parent = other
            if line.parent:
                line.parent.children.append(line)
            continue
        while above and above[-1].rank >= line.rank:
            above.pop()
        if above:
            line.parent = above[-1]
            above[-1].children.append(line)
        above.append(line)
