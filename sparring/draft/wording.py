"""What an item's words say: whether two say the same, how much they have in common, and which words differ."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from sparring.draft.language import is_function_word
from sparring.draft.model import FieldName, KeyResult, Objective
from sparring.expressions import expression
from sparring.text import Span

_PROMISED: tuple[FieldName, ...] = ("baseline", "target", "unit", "measure", "due")
"""What stands beside the words and belongs to what is promised; who does it and how far it is do not."""

_ARROW = expression(r"[-=–—]+>|[→➔➜⇒]")
_SILENT = expression(r"['’‘‛`´\"“”„‟«»‹›*]")
_DASH = "-–—−‐‑‒"
_TOKEN = expression(rf"\d+(?:[.,:/]\d+)*|[^\W\d_]+|(?<![^\W\d_])[{_DASH}](?=\d)|[%$€£¥<>≤≥=+±~?§#&→]")

_IDEOGRAPH = expression(r"[\u3040-\u30ff\u3400-\u9fff]")
_STEM = 5
"""Letters that two forms of one word share in most languages ("guest", "guests")."""
_LITTLE = 0.25
"""Weight of function words, numbers and signs: they say little of what a line is about."""
COMPARED = 400
"""Characters of a text that are looked at to tell how alike two are."""
_MOST_WORDS = 800
"""Beyond this, spaces and signs counted, a diff word by word would keep people waiting."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """Stretches of two texts that stand for each other: equal, or replaced, deleted (empty `new`), inserted (empty `old`)."""

    kind: Literal["equal", "replaced", "deleted", "inserted"]
    old: Span
    new: Span


def wording(text: str) -> str:
    """Return what a text says without how it is written: case, typography, white space and punctuation are gone.

    What changes a promise stays: numbers with their signs and units, comparisons, arrows, a question mark (a number that is not sure).
    """
    plain = _SILENT.sub("", _ARROW.sub("→", unicodedata.normalize("NFKC", text)).casefold())
    tokens = ["-" if token in _DASH else token for token in _TOKEN.findall(plain)]
    return " ".join(tokens) or plain.strip()


def beside(item: Objective | KeyResult) -> dict[FieldName, str]:
    """Return what stands beside an item's words and belongs to what it promises, as written."""
    values = dict(item.fields)
    if isinstance(item, KeyResult):
        values |= {"baseline": item.baseline or "", "target": item.target or ""}
    return {name: values[name] for name in _PROMISED if values.get(name)}


def says_the_same(before: Objective | KeyResult, after: Objective | KeyResult) -> bool:
    """Tell whether two versions of an item promise the same: another comma, owner or status is no change, another target is one."""
    return _promise(before) == _promise(after)


def _promise(item: Objective | KeyResult) -> tuple[str, dict[FieldName, str]]:
    return wording(item.text), {name: wording(value) for name, value in beside(item).items()}


def in_common(before: str, after: str) -> float:
    """Return how much two wordings have in common, from 0 to 100: twice the weight of what both hold by the weight of all."""
    old, new = _ideas(before[:COMPARED]), _ideas(after[:COMPARED])
    whole = sum(map(_weighed, old.items())) + sum(map(_weighed, new.items()))
    return 200.0 * sum(map(_weighed, (old & new).items())) / whole if whole else 0.0


def _weighed(idea: tuple[tuple[str, float], int]) -> float:
    (_, weight), times = idea
    return weight * times


@lru_cache(maxsize=8192)
def _ideas(said: str) -> Counter[tuple[str, float]]:
    found: Counter[tuple[str, float]] = Counter()
    for token in said.split():
        if _IDEOGRAPH.search(token):
            found.update((character, 0.5) for character in token)
        elif not token[0].isalpha() or is_function_word(token):
            found[token, _LITTLE] += 1
        else:
            found[token[:_STEM], 1.0] += 1
    return found


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the difference of two texts word by word, as spans that cover both; characters of Chinese and Japanese count as words."""
    old_words, new_words = _word_spans(old), _word_spans(new)
    olds, news = [span.of(old) for span in old_words], [span.of(new) for span in new_words]
    kinds: dict[str, Literal["equal", "replaced", "deleted", "inserted"]]
    kinds = {"equal": "equal", "replace": "replaced", "delete": "deleted", "insert": "inserted"}
    return tuple(
        WordChange(kinds[tag], _cover(old_words, start, end, len(old)), _cover(new_words, new_start, new_end, len(new)))
        for tag, start, end, new_start, new_end in _opcodes(olds, news)
    )


def _opcodes(olds: list[str], news: list[str]) -> list[tuple[str, int, int, int, int]]:
    if max(len(olds), len(news)) <= _MOST_WORDS:
        return list(SequenceMatcher(a=olds, b=news, autojunk=False).get_opcodes())
    shorter = min(len(olds), len(news))
    head = next((index for index in range(shorter) if olds[index] != news[index]), shorter)
    rest = shorter - head
    tail = next((index for index in range(rest) if olds[-1 - index] != news[-1 - index]), rest)
    middle = ("replace", head, len(olds) - tail, head, len(news) - tail)
    if middle[1] == middle[2]:
        middle = ("insert", *middle[1:])
    elif middle[3] == middle[4]:
        middle = ("delete", *middle[1:])
    codes = [("equal", 0, head, 0, head), middle, ("equal", middle[2], len(olds), middle[4], len(news))]
    return [code for code in codes if code[1] < code[2] or code[3] < code[4]]


_WORD = expression(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:[.,:/'’-][^\W\u3040-\u30ff\u3400-\u9fff]+)*|\s+|[^\w\s]"
)


def _word_spans(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _cover(words: list[Span], start: int, end: int, length: int) -> Span:
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    position = words[start].start if start < len(words) else length
    return Span(position, position)
