"""Whether lines without any label can be objectives and key results at all: drafts are lists, other documents explain."""

import re
from collections.abc import Iterable

from sparring.draft.lines import HEADING_NUMBER, Line
from sparring.draft.vocabulary import begins_a_question, mentions_okrs
from sparring.draft.wordcount import length_in_words

_LONGEST_REMARK = 12
"""Words; a longer paragraph explains."""

_LEAST_MENTIONS = 4
"""A text about the method names its terms in every fourth line at least; a draft hardly does."""

_WEIGHT_OF_CODE = 3
"""Code and front matter are read by programs; a draft has hardly any."""

_DEFINED = re.compile(
    r"(?P<term>[^\W\d](?:[\w&/'’.-]+(?: [\w&/'’.-]+){0,4} ?)?(?:\([^()]{1,40}\))?)\s*(?:[:：]|[-–—]\s)\s*(?P<meaning>\S.+)"
)
_ONLY_A_LINK = re.compile(r"[^\w\[]*+(?:\[[ xX]?\][^\w\[]*+)?\[[^\[\]]*+\]\([^)]*+\)\W*+|\W*+https?://\S++\W*+")


def asks(text: str) -> bool:
    """Tell whether a heading asks or explains rather than states an aim."""
    number = HEADING_NUMBER.match(text)
    return text.rstrip()[-1:] in ("?", "？") or begins_a_question(text[number.end() :] if number else text)


def reads_like_a_draft(lines: list[Line]) -> bool:
    """Tell whether a text is mostly headings and lists that speak of something else than OKRs.

    One that is mostly paragraphs and code, or about the method, holds no draft unless its labels say so.
    """
    listed = [line for line in lines[1:] if line.kind in ("item", "heading")]
    if _LEAST_MENTIONS * sum(mentions_okrs(line.content.words.text) for line in listed) > len(listed) > 1:
        return False
    explained = counted = 0
    for line in lines:
        length = length_in_words(line.raw.text)
        counted += length
        if line.kind == "remark":
            explained += _WEIGHT_OF_CODE * length
        leads = line.kind == "text" and any(child.kind == "item" for child in line.children)
        if line.kind == "quote" or (line.kind == "text" and not leads and length > _LONGEST_REMARK):
            explained += length
    return 2 * explained <= counted


def may_be_items(items: list[Line]) -> bool:
    """Tell whether the bullets of one list can be key results or objectives; definitions, links and single words cannot."""
    return not (_most(map(_defines, items), items) or _most(map(_only_links, items), items) or _are_words(items))


def _most(told: Iterable[bool], items: list[Line]) -> bool:
    return 2 * sum(told) > len(items)


def _defines(item: Line) -> bool:
    """A bullet like "Focus - pick what matters", with nothing to measure by."""
    match = _DEFINED.fullmatch(item.content.words.text)
    return match is not None and not re.search(r"\d", match["meaning"]) and length_in_words(match["meaning"]) > 2


def _only_links(item: Line) -> bool:
    return _ONLY_A_LINK.fullmatch(item.raw.text.lstrip(" \t-*+•")) is not None


def _are_words(items: list[Line]) -> bool:
    """A list like "Focus, Align, Track" gives names, no results."""
    texts = [item.content.words.text for item in items]
    return len(texts) > 2 and all(length_in_words(text) <= 1 and not re.search(r"\d", text) for text in texts)
