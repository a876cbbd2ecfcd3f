"""Tags around the words of an item: priorities, owners, statuses, scores, links, pictures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sparring.draft.model import FieldName
from sparring.draft.pairs import field_pairs
from sparring.draft.vocabulary import normal
from sparring.draft.words import NO_WORDS, Words
from sparring.expressions import expression

Role = Literal["objective", "key_result", "objectives", "key_results", "notes"]
"""What a label says of the words after it; the plural ones are headings over several items."""

_REACH_AT_FRONT = 200
_REACH_AT_END = 400
_MOST_TAGS = 20

PICTURE = expression(
    r"(?:[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\u25A0-\u25FF\u2190-\u21FF][\uFE0F\u200D\U0001F3FB-\U0001F3FF]*\s*)+"
)
_PART_OF_PICTURE = expression(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\u25A0-\u25FF\u2190-\u21FF\uFE0F\u200D]")
_STATUS_PICTURES = expression("[✅☑✔❌✖🟢🟡🔴🟠⚪🔵🚧⏳⌛⚠🏁]")


@dataclass
class Labelled:
    """The words of a line or cell with what stands around them taken off.

    Attributes:
        words: the words alone.
        role: what the label says they are, if it does.
        label: the author's own name: "KR 2.1".
        number: the number in it: "2.1".
        word: the label's word in lower case ("objective", "hedef"), "" for a code.
        fields: tags and trailing fields.
        syntax: what has no meaning of its own (a label's words, pictures).
        loose: nothing but a space follows the label, so a sentence may begin that way.
    """

    words: Words
    role: Role | None = None
    label: Words = NO_WORDS
    number: str = ""
    word: str = ""
    fields: list[tuple[FieldName, Words]] = field(default_factory=list)
    syntax: list[Words] = field(default_factory=list)
    loose: bool = False


_BRACKET_FRONT = expression(r"\[(?P<tag>[^\W_][\w /&.+-]{0,24})\]\s*(?=[^\s()·,])")
_SHORTCODE = expression(r"(?::[a-z][a-z0-9_+-]{1,30}:|!(?P<state>[A-Z]{2,10})!)\s*")
"""A picture by its name (":rocket:"), or a state between exclamation marks."""

_BLANK_TO_FILL = expression(r"[a-zà-ÿ]+|.*\s[a-zà-ÿ].*")
"""Words in brackets that begin small stand for something still to be written, and are no tag."""
_PRIORITY = expression(r"p[0-5x]|(?:high|medium|low|must|should|could)", re.IGNORECASE)
_PRIORITY_FRONT = expression(r"(?:\((?P<tag>P[0-5X])\)\s*[-–—:|]?|(?P<bare>P[0-5X])\s*(?:[-–—:|]|(?=\(?@)))\s*(?=\S)")
_OWNER_FRONT = expression(
    r"\(?(?P<tag>@[\w.-]{2,40}(?:\s*+(?:(?:[,/&+]|and|und|y|e|et)\s*+)?@[\w.-]{2,40}){0,9})\)?\s*(?:[-–—:|]\s*|\s)(?=\S)"
)
_OWNER_AFTER_TAG = expression(
    r"(?P<tag>(?-i:[^\W\d_a-z])[\w.]{0,30}(?:(?:\s*[,/&+]\s*|\s)(?-i:[^\W\d_a-z])[\w.]{0,30}){0,5})\s+[-–—|]\s+(?=\S)"
)
_NOBODY_AFTER_TAG = expression(r"(?:\(?\?{1,3}\)?\s*[-–—:|]?|[-–—:|])\s+(?=\S)|\(\?{1,3}\)\s*(?=\S)")
"""After "P0 - " the next part up to a dash is the owner's place; an unowned line has a question mark or nothing there."""

_MAY_BE_TAG = expression(r"[:!\[(@P\u2190-\u2bff\U0001f000-\U0001faff]", re.IGNORECASE)
"""How every tag begins: most lines have none, and one look spares them the patterns above."""


def leading_tags(found: Labelled) -> None:
    """Take tags off the front of the words."""
    words, at = found.words, 0
    tagged = parted = False
    for _ in range(_MOST_TAGS):
        if not (tagged or _MAY_BE_TAG.match(words.text, at)):
            break
        head = words.text[at : at + _REACH_AT_FRONT]
        if match := PICTURE.match(head):
            picture = words.part(at, at + match.end()).strip()
            if _STATUS_PICTURES.search(picture.text):
                found.fields.append(("status", picture))
            else:
                found.syntax.append(picture)
        elif match := _SHORTCODE.match(head):
            if match["state"]:
                found.fields.append(("status", _span(words, at, match, "state")))
            found.syntax.append(words.part(at, at + match.end()))
        elif match := _PRIORITY_FRONT.match(head):
            found.fields.append(("priority", _span(words, at, match, "tag" if match["tag"] else "bare")))
        elif match := _OWNER_FRONT.match(head):
            found.fields.append(("owner", _span(words, at, match, "tag")))
        elif (match := _BRACKET_FRONT.match(head)) and (name := _meaning_of_tag(match["tag"])) and (tagged or name != "owner"):
            found.fields.append((name, _span(words, at, match, "tag")))
        elif tagged and (match := _NOBODY_AFTER_TAG.match(head)):
            found.syntax.append(words.part(at, at + match.end()))
        elif parted and (match := _OWNER_AFTER_TAG.match(head)) and not any(name == "owner" for name, _ in found.fields):
            found.fields.append(("owner", _span(words, at, match, "tag")))
        else:
            break
        tagged, parted = tagged or bool(found.fields), match[0].rstrip()[-1:] in "-–—|"
        at += match.end()
    found.words = words.part(at)


def _span(words: Words, at: int, match: re.Match[str], group: str) -> Words:
    """The words of a group of a match that was sought from `at`."""
    return words.part(at + match.start(group), at + match.end(group))


def _meaning_of_tag(tag: str) -> FieldName | None:
    if _PRIORITY.fullmatch(tag):
        return "priority"
    if _IS_STATUS.fullmatch(tag):
        return "status"
    return None if _UNFINISHED.match(tag) or _BLANK_TO_FILL.fullmatch(tag) else "owner"


def take_owner(words: Words, groups: Iterable[str]) -> tuple[Words, Words]:
    """Take a tag in brackets off the front where it names the team that the words stand under: the rest, and the tag or nothing."""
    match = _BRACKET_FRONT.match(words.text[:_REACH_AT_FRONT])
    if match is None or normal(match["tag"]) not in map(normal, groups):
        return words, NO_WORDS
    return words.part(match.end()), words.part(*match.span("tag"))


_STATUS = (
    r"(?:wip|done|open|closed|met|not met|missed|on track|off track|at risk|"
    r"in progress|not started|completed?|achieved|blocked|paused|cancell?ed|"
    r"dropped|draft|erledigt|offen|in arbeit|läuft|erreicht|nicht erreicht|terminé|en cours|"
    r"hecho|en curso|feito|em andamento|tamamlandı|devam ediyor|"
    r"完成|已完成|进行中|未开始|完了|進行中|未着手|완료|진행 ?중|미착수)"
)
_IS_STATUS = expression(_STATUS, re.IGNORECASE)
_SCORE = (
    r"(?:\d{1,2}(?:[.,]\d)?\s*/\s*10|[01][.,]\d{1,2}(?:\s*(?:→|->|=>)\s*[01](?:[.,]\d{1,2})?)?|score:?\s*[\d.,]+%?"
    r"|[01](?:[.,]\d{1,2})?\s*(?:→|->|=>)\s*[01][.,]\d{1,2})"
)
# No pattern begins with white space, which would be tried from each of its characters; what stands before a tag is cut off with it.
_TRAILING = (
    ("score", expression(rf"[(\[（](?P<value>{_SCORE})[)\]）]$", re.IGNORECASE)),
    ("links", expression(r"[(\[](?P<value>(?:PR |issue |GH-)?#\d{1,7}(?:, ?#\d{1,7})*)[)\]]$", re.IGNORECASE)),
    ("status", expression(rf"[(\[（](?P<value>{_STATUS}(?:\s*[:：,–-][^()\[\]]{{0,120}})?)[)\]）]$", re.IGNORECASE)),
    ("status", expression(rf"(?<=\s)[–—|-]\s++(?P<value>{_STATUS})$", re.IGNORECASE)),
    ("status", expression(rf"(?<=\s)[·•|]\s++\[?(?P<value>{_STATUS_PICTURES.pattern}[^·•|\[\]]{{0,80}})\]?$")),
    ("priority", expression(r"\[(?P<value>p[0-5])\]$", re.IGNORECASE)),
    (
        "status",
        expression(rf"(?<=\s)(?P<value>{_STATUS_PICTURES.pattern}\uFE0F?\s*+{_STATUS}(?:\s*[(\[][^()\[\]]{{0,80}}[)\]])?)$", re.IGNORECASE),
    ),
    ("score", expression(r"(?<=\s)[–—]\s++(?P<value>\d|10|\d[.,]\d{1,2})$")),
    ("owner", expression(r"(?<=[.!?。])\s*+[(\[（](?P<value>(?-i:[A-Z])[\w-]{1,20}(?: (?-i:[A-Z])[\w-]{1,20})?)[)\]）]$")),
    (
        "owner",
        expression(
            r"(?<=\s)(?:[–—|-]\s*+)?(?P<value>@[\w.-]{2,40}(?:,? @[\w.-]{2,40})*)$"
            r"|[(\[](?P<value2>@[\w.-]{2,40}(?:,? @[\w.-]{2,40})*)[)\]]$"
        ),
    ),
    ("owner", expression(r"\[(?P<value>[A-Z][A-Z0-9/&_-]{1,14})\]$")),
    ("links", expression(r"(?<=\s)(?P<value>https?://\S{4,300}+)$")),
)
_WEIGHT = expression(r"[(（](?P<value>\d{1,3} ?%)[)）]$")
"""How much an objective counts, or how far it has come."""

_TRAILING_PICTURES = expression(rf"{PICTURE.pattern}$")
_UNFINISHED = expression(r"t\.?b\.?[dc]|x+|n/?a|todo", re.IGNORECASE)

_MAY_HOLD_TAG = expression(r"[)\]）@/|·•;–—\u2190-\u2bff\U0001f000-\U0001faff]|-\s")
"""What every tag at the end of a line holds."""


def trailing_tags(found: Labelled) -> None:
    """Take tags off the end of the words."""
    if found.role == "objective" and (weight := _WEIGHT.search(found.words.text[-_REACH_AT_END:])) and weight.start():
        start = len(found.words.text) - len(weight[0])
        found.fields.append(("score", found.words.part(start + weight.start("value") - weight.start(), -1 + len(found.words.text))))
        found.words = found.words.part(0, start).strip()
    text, end = found.words.text, len(found.words.text)
    for _ in range(_MOST_TAGS):
        offset = max(0, end - _REACH_AT_END)
        tail = text[offset:end]
        if not _MAY_HOLD_TAG.search(tail):
            break
        cut = _one_trailing_tag(found, tail, offset)
        if cut is None:
            break
        end = len(text[:cut].rstrip())
    found.words = found.words.part(0, end)


def _one_trailing_tag(found: Labelled, tail: str, offset: int) -> int | None:
    """Move the last tag of the words into the fields; return where it began, None when there is none (or nothing else would remain)."""
    for name, pattern in _TRAILING:
        match = pattern.search(tail)
        if match and (start := _end_before(tail, match)) + offset > 0:
            group = "value" if match["value"] else "value2"
            if _UNFINISHED.fullmatch(match[group]):
                continue
            found.fields.append((name, found.words.part(match.start(group) + offset, match.end(group) + offset)))  # type: ignore[arg-type]  # groups are named for fields
            return start + offset
    match = _TRAILING_PICTURES.search(tail) if _PART_OF_PICTURE.match(tail[-1:]) else None
    if match and (start := _end_before(tail, match)) + offset > 0:
        picture = found.words.part(match.start() + offset, match.end() + offset).strip()
        if _STATUS_PICTURES.search(picture.text):
            found.fields.append(("status", picture))
        else:
            found.syntax.append(picture)
        return start + offset
    return _trailing_pairs(found, tail, offset)


def _end_before(tail: str, match: re.Match[str]) -> int:
    """Where the words before a tag end, without the white space between."""
    return len(tail[: match.start()].rstrip())


_PART_OF_A_SENTENCE = frozenset(
    map(
        normal,
        (
            "today",
            "now",
            "heute",
            "from",
            "to",
            "start",
            "current",
            "currently",
            "actual",
            "aktuell",
            "ist",
            "hoy",
            "hoje",
            "现在",
            "現在",
            "현재",
        ),
    )
)
"""In brackets at a sentence's end these belong to its wording: "(today: 6)"."""

_PAIRS_IN_BRACKETS = expression(r"[(（\[](?P<pairs>[^()（）\[\]]*(?:\([^()]*\)[^()]*)?)[)）\]]$")
_PAIRS_AFTER_DASH = expression(r"(?<=\s)(?:[|·•–—;]|-(?=\s))\s*+(?P<pairs>[^|·•–—;]{2,200}+)$")


def _belong_to_the_sentence(pairs: list[tuple[FieldName, Words, Words]]) -> bool:
    """Where it stands or what is aimed at, said alone in brackets, is part of the wording: "Queue shorter (target: 10)"."""
    if len(pairs) == 1 and pairs[0][0] in ("baseline", "target", "unit") and pairs[0][2].text[:1].islower():
        return True
    return all(normal(label.text) in _PART_OF_A_SENTENCE for _, _, label in pairs)


def _trailing_pairs(found: Labelled, tail: str, offset: int) -> int | None:
    for pattern in (_PAIRS_IN_BRACKETS, _PAIRS_AFTER_DASH):
        opening = max(tail.rfind("("), tail.rfind("["), tail.rfind("（")) if pattern is _PAIRS_IN_BRACKETS else 0
        if opening < 0 or (pattern is _PAIRS_IN_BRACKETS and tail[-1:] not in ")]）"):
            continue
        match = pattern.search(tail)
        if match is None or (start := _end_before(tail, match)) + offset <= 0:
            continue
        pairs = field_pairs(found.words.part(match.start("pairs") + offset, match.end("pairs") + offset))
        if pairs and not _belong_to_the_sentence(pairs):
            found.fields.extend((name, value) for name, value, _ in pairs)
            found.syntax.extend(label for _, _, label in pairs)
            return start + offset
    return None
