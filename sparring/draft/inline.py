"""Markdown within a line: emphasis, links, code, comments. Words come out without the marks, each character with its place.

markdown-it-py reads Markdown well but gives lines only, no columns; a quotation needs the columns.
"""

import html
import re
from dataclasses import dataclass, field

from sparring.draft.model import Segment
from sparring.draft.words import Words, joined
from sparring.expressions import expression
from sparring.text import Span

_MARK = expression(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<comment><!--)"
    r"|(?P<break><br ?/?>)"
    r"|(?P<tag></?(?:b|i|u|em|strong|sub|sup|span|p|div|mark|s|del|small|font|center|a|ul|ol|li|h[1-6])(?: [^<>]{0,200})?>)"
    r"|<(?P<auto>https?://[^<>\s]{1,2000})>"
    r"|(?P<link>!?\[(?P<words>(?:[^\[\]\\]|\\.){0,1000})\]\((?P<url>(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})(?:\s+\"[^\"]{0,300}\")?\))"
    r"|(?P<entity>&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,10});)"
    r"|(?P<run>\*+|_+|~~)",
)


@dataclass
class Inline:
    """A line's words without marks.

    Attributes:
        words: what a reader takes in.
        links: addresses that the words were linked to.
        comments: remarks that Markdown does not show.
    """

    words: Words
    links: list[Words] = field(default_factory=list)
    comments: list[Words] = field(default_factory=list)


def unmarked(words: Words) -> Inline:
    """Return the words of a line of Markdown without its marks, in time linear in the length."""
    text = words.text
    if not re.search(r"[\\`<\[&*_~]", text):
        return Inline(words)
    found = Inline(words)
    cuts: list[Span] = []
    decoded: dict[int, str] = {}
    runs: list[re.Match[str]] = []
    position, comment_may_end = 0, True
    while mark := _MARK.search(text, position):
        position = mark.end()
        match mark.lastgroup:
            case "escape":
                cuts.append(Span(mark.start(), mark.start() + 1))
            case "code":
                end = text.find(mark["code"], mark.end(), mark.end() + 2000)
                if end >= 0:
                    cuts += [Span(*mark.span()), Span(end, end + len(mark["code"]))]
                    position = end + len(mark["code"])
            case "comment":
                end = text.find("-->", mark.end()) if comment_may_end else -1
                comment_may_end = end >= 0
                if end >= 0:
                    found.comments.append(words.part(mark.end(), end).strip())
                    cuts.append(Span(mark.start(), end + 3))
                    position = end + 3
            case "break" | "tag":
                cuts.append(Span(*mark.span()))
                if mark.lastgroup == "break":
                    decoded[mark.start()] = " "
            case "auto":
                cuts += [Span(mark.start(), mark.start() + 1), Span(mark.end() - 1, mark.end())]
            case "link" | "words" | "url":
                found.links.append(words.part(*mark.span("url")))
                cuts += [Span(mark.start(), mark.start("words")), Span(mark.end("words"), mark.end())]
            case "entity":
                character = html.unescape(mark["entity"])
                if len(character) == 1:
                    decoded[mark.start()] = character
                    cuts.append(Span(*mark.span()))
            case _:
                runs.append(mark)
    cuts += _emphasis(text, runs)
    found.words = _cut(words, sorted(cuts), decoded)
    return found


def _emphasis(text: str, runs: list[re.Match[str]]) -> list[Span]:
    """Pair runs of the same mark; a run without a partner (a footnote's asterisk, snake_case) stays."""
    cuts: list[Span] = []
    waiting: dict[str, list[re.Match[str]]] = {}
    for run in runs:
        before = text[run.start() - 1] if run.start() else " "
        after = text[run.end()] if run.end() < len(text) else " "
        inside_word = run[0][0] == "_" and before.isalnum() and after.isalnum()
        openers = waiting.setdefault(run[0], [])
        if not before.isspace() and openers and not inside_word:
            opener = openers.pop()
            cuts += [Span(*opener.span()), Span(*run.span())]
        elif not after.isspace() and not inside_word:
            openers.append(run)
    return cuts


def _cut(words: Words, cuts: list[Span], decoded: dict[int, str]) -> Words:
    parts, position = [], 0
    for cut in cuts:
        if cut.start < position:
            continue
        parts.append(words.part(position, cut.start))
        if cut.start in decoded:
            parts.append(_unit(words.part(cut.start, cut.end), decoded[cut.start]))
        position = cut.end
    parts.append(words.part(position))
    return joined(parts, "")


def _unit(written: Words, character: str) -> Words:
    if not written.segments:
        return Words(character)
    return Words(character, (Segment(Span(0, 1), written.span),))
