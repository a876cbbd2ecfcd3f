"""Recognises a document that explains the method of OKRs: its lines are about goals in general, so none of them bears on a team's own."""

import re
from collections.abc import Sequence

from sparring.library.model import Passage

_SHARE = 0.3
_FEWEST_PASSAGES = 12
_FEWEST_KINDS = 3

_TERMS = re.compile(
    r"""\b(?:
    (?P<okr> OKRs?)
    | (?P<key_results> key[ -]?results | schlüsselergebnisse\w* | resultados[ ]clave)
    | (?P<objectives> objectives)
    | (?P<initiatives> initiativen|initiatives)
    | (?P<kpi> KPIs?)
    | (?P<method> methodology|framework|methode|methodik|leitfaden)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def explains_method(passages: Sequence[Passage]) -> bool:
    """Return whether a document teaches OKRs: at least 30 % of its passages speak of OKRs, key results and the like, in three such terms.

    A list of OKRs names each key result rather than "key results", and a strategy that mentions its OKRs does so in few lines: both stay.
    A short text is never taken for a handbook.
    """
    if len(passages) < _FEWEST_PASSAGES or not any("okr" in passage.text.casefold() for passage in passages):
        return False
    hits = [{match.lastgroup for match in _TERMS.finditer(passage.text)} for passage in passages]
    kinds = set().union(*hits)
    return len(kinds) >= _FEWEST_KINDS and "okr" in kinds and sum(map(bool, hits)) >= _SHARE * len(passages)
