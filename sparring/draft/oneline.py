"""Lines that hold several items: "O1: aim → KR1: result; KR2: result", and lists that lost their line ends."""

import re
from collections.abc import Iterator

from sparring.draft.labels import INNER_LABEL, labelled
from sparring.draft.lines import RANK_ITEM, Line
from sparring.draft.tags import Labelled
from sparring.draft.words import Words

_JOINTS = " \t\xa0→⇒➔|;,；，•·–—-=>("
"""What stands between two items on one line."""

_BULLET_WITHIN = re.compile(r"(?:^|(?<=\s))[•◦▪■●‣](?=\s*\S)")
_NUMBER_WITHIN = re.compile(r"(?:^|(?<=\s))\(?(?P<number>\d{1,2})[.)](?=\s+\S)")
_MARK_BEFORE = re.compile(r"\s*(?:[•◦▪■●‣]|\(?\d{1,2}[.)](?=\s))\s*")
_ENOUGH_LABELS = 2
_AIM_WITH_SCORE = re.compile(
    r"(?P<owner>[^:：.]{2,40})[:：]\s+(?P<aim>[^.!。]{4,200}[.!。])\s+(?P<results>\S.{2,600}?)\s*(?:=>|→|->)\s*(?P<score>\d{1,3} ?%)"
)
_BETWEEN_RESULTS = re.compile(r"[;；]\s*|,\s+")


def several_items(line: Line) -> list[Line]:
    """Return a line as the items it holds: itself alone, or the aim with its key results as lines beneath."""
    if line.kind not in ("heading", "item", "text") or line.content.role in ("notes", "objectives", "key_results"):
        return [line]
    if line.content.role is None and (match := _AIM_WITH_SCORE.fullmatch(line.content.words.text)):
        return list(_aim_with_score(line, match))
    words = line.content.words
    labels = [match for match in INNER_LABEL.finditer(words.text) if match.start() > 0]
    if not labels or (line.content.role is None and len(labels) < _ENOUGH_LABELS):
        return _listed(line) or [line]
    return list(_cut(line, words, [match.start("label") for match in labels]))


def listed_within(piece: Words) -> list[Words]:
    """Cut a piece where bullets, ascending numbers or labels stand within one line; itself alone where they do not."""
    text = piece.text
    starts = [match.start() for match in _BULLET_WITHIN.finditer(text)]
    if len(starts) < 2:
        numbered = list(_NUMBER_WITHIN.finditer(text))
        before = text[: numbered[0].start()].rstrip() if numbered else ""
        if before[-1:] not in ("", ":", "："):
            # "We do (1) this and (2) that", "im 1. und 2. Quartal" are sentences.
            numbered = []
        counted = [int(match["number"]) for match in numbered]
        starts = [match.start() for match in numbered] if len(counted) > 1 and counted == list(range(1, len(counted) + 1)) else []
    if len(starts) < 2:
        starts = [match.start("label") for match in INNER_LABEL.finditer(text)]
    if len(starts) < 2:
        return [piece]
    return [piece.part(left, right) for left, right in zip([0, *starts], [*starts, len(text)], strict=True)]


def _cut(line: Line, words: Words, starts: list[int]) -> Iterator[Line]:
    line.content.words = _trimmed(words.part(0, starts[0]))
    if line.content.role is None:
        line.content.role = "objective"
    line.links, links = [], line.links
    yield from _listed(line) or [line]
    aim_stands = line.content.role == "objective"
    for start, end in zip(starts, [*starts[1:], len(words.text)], strict=True):
        piece = _trimmed(words.part(start, end))
        content = labelled(piece)
        beneath = aim_stands and content.role == "key_result"
        made = _line(line, piece, content, deeper=beneath)
        yield from _listed(made) or [made]
    line.links = links


def _listed(line: Line) -> list[Line]:
    """Return the items that stand after a label in one line: "O1: aim • result • result", "Key results: 1. result 2. result"."""
    content = line.content
    parts = [part for part in listed_within(content.words) if part.text.strip()]
    if len(parts) < _ENOUGH_LABELS or (content.role != "objective" and (content.role != "key_result" or content.number)):
        return []
    if any(labelled(part).role is not None for part in parts):
        return []
    if content.role == "objective":
        content.words, parts = _trimmed(parts[0]), parts[1:]
        if not content.words or _MARK_BEFORE.match(content.words.text):
            return []
    made = []
    for part in parts:
        end = mark.end() if (mark := _MARK_BEFORE.match(part.text)) else 0
        words = _trimmed(part.part(end))
        found = Labelled(words, "key_result", syntax=[part.part(0, end)])
        made.append(_line(line, words, found, deeper=content.role == "objective"))
    if content.role == "objective":
        return [line, *made]
    made[0].content.syntax += content.syntax
    made[-1].content.fields += content.fields
    return made


def _aim_with_score(line: Line, match: re.Match[str]) -> Iterator[Line]:
    words = line.content.words
    start = match.start("results")
    results = match["results"]
    bounds = [0, *(edge for joint in _BETWEEN_RESULTS.finditer(results) for edge in joint.span()), len(results)]
    line.content = Labelled(words.part(*match.span("aim")), "objective")
    line.content.fields += [("owner", words.part(*match.span("owner"))), ("score", words.part(*match.span("score")))]
    yield line
    for left, right in zip(bounds[::2], bounds[1::2], strict=True):
        piece = words.part(start + left, start + right).strip()
        yield _line(line, piece, Labelled(piece, "key_result"), deeper=True)


def _line(line: Line, piece: Words, content: Labelled, *, deeper: bool) -> Line:
    rank = max(line.rank + 1, RANK_ITEM) if deeper else line.rank
    return Line("item" if deeper else line.kind, rank, piece, content, piece)


def _trimmed(words: Words) -> Words:
    start = len(words.text) - len(words.text.lstrip(_JOINTS))
    return words.part(start, len(words.text.rstrip(_JOINTS)))
