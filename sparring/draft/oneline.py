"""Lines that hold several items: "O1: aim → KR1: result; KR2: result", and lists that lost their line ends."""

import re
from collections.abc import Iterator

from sparring.draft.labels import INNER_LABEL, labelled
from sparring.draft.lines import RANK_ITEM, Line
from sparring.draft.tags import Labelled
from sparring.draft.words import Words

_JOINTS = " \t\xa0→⇒➔|;,；，•·–—-=>("
"""What stands between two items on one line."""

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
        return [line]
    return list(_cut(line, words, [match.start("label") for match in labels]))


def _cut(line: Line, words: Words, starts: list[int]) -> Iterator[Line]:
    line.content.words = _trimmed(words.part(0, starts[0]))
    if line.content.role is None:
        line.content.role = "objective"
    line.links, links = [], line.links
    yield line
    aim_stands = line.content.role == "objective"
    for start, end in zip(starts, [*starts[1:], len(words.text)], strict=True):
        piece = _trimmed(words.part(start, end))
        content = labelled(piece)
        beneath = aim_stands and content.role == "key_result"
        yield _line(line, piece, content, deeper=beneath)
    line.links = links


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
