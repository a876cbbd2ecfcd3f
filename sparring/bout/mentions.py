"""Which items of the draft the team named in what it said: "KR2", "O1.KR2", or the author's own label."""

import re
from collections.abc import Iterable

from sparring.draft.model import Draft, Objective

_CODE = re.compile(r"\bO\d+\.KR\d+\b|\b(?:[A-Za-z]{1,3}[ -]?)?\d+(?:[.\-]\d+)*\b", re.IGNORECASE)


def named_items(texts: Iterable[str], draft: Draft, main: Objective | None) -> tuple[str, ...]:
    """Return the keys of items named, in the order in which they were named.

    A code that several items share ("KR2" under each objective) means the one under `main`.
    """
    by_code: dict[str, str] = {}
    for objective in sorted(draft.objectives, key=lambda each: each is not main):
        _learn(by_code, objective.key, objective.id, objective.label)
        for number, key_result in enumerate(objective.key_results, start=1):
            _learn(by_code, key_result.key, key_result.id, key_result.label, f"KR{number}")
    named: list[str] = []
    for text in texts:
        for match in _CODE.finditer(text):
            key = by_code.get(_normal(match[0]))
            if key and key not in named:
                named.append(key)
    return tuple(named)


def _learn(by_code: dict[str, str], key: str, *codes: str) -> None:
    for code in codes:
        normal = _normal(code)
        # A bare number in an answer is a number, not the name of a line.
        if normal and not normal.replace(".", "").isdigit():
            by_code.setdefault(normal, key)


def _normal(code: str) -> str:
    return re.sub(r"[\s\-_:]", "", code).lower().rstrip(".")
