"""Recognises a document that explains the method of OKRs: its lines are about goals in general, so none of them bears on a team's own."""

import re
from collections.abc import Sequence

from sparring.library.model import Passage

_SHARE = 0.3
_FEWEST_PASSAGES = 12
_FEWEST_KINDS = 3

_TERMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bOKRs?\b",
        r"\bkey[ -]?results\b|\bschlüsselergebnisse\w*|\bresultados clave\b",
        r"\bobjectives\b|\bobjectives and key\b",
        r"\binitiatives\b|\binitiativen\b",
        r"\bKPIs?\b",
        r"\b(?:methodology|framework|methode|methodik|leitfaden)\b",
    )
)


def explains_method(passages: Sequence[Passage]) -> bool:
    """Return whether a document teaches OKRs: at least 30 % of its passages speak of OKRs, key results and the like, in three such terms.

    A list of OKRs names each key result rather than "key results", and a strategy that mentions its OKRs does so in few lines: both stay.
    A short text is never taken for a handbook.
    """
    if len(passages) < _FEWEST_PASSAGES or not any("okr" in passage.text.casefold() for passage in passages):
        return False
    hits = [{number for number, term in enumerate(_TERMS) if term.search(passage.text)} for passage in passages]
    kinds = set().union(*hits)
    return len(kinds) >= _FEWEST_KINDS and 0 in kinds and sum(map(bool, hits)) >= _SHARE * len(passages)
