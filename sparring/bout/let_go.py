"""What the team said goes: a line that it hands back or strikes while it talks of another is decided too."""

import re
from collections.abc import Iterator

from sparring.bout.heard import heard_in
from sparring.bout.mentions import Codes
from sparring.bout.state import Bout

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_CLAUSE_ENDS = re.compile(r",\s|\s(?:and|but|so|und|aber)\s|:\s", re.IGNORECASE)
_ON_A_CONDITION = re.compile(
    r"\b(?:if|unless|until|when|once|should|could|might|maybe|perhaps|would have|falls|wenn|sobald|bis|ob|könnt\w*|vielleicht|sollt\w*)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that|this one|es|sie|das|die|den)\b", re.IGNORECASE)


def let_go(bout: Bout) -> frozenset[str]:
    """Return the keys of items of which the team said that they go, in an answer or in the reason of a decision.

    A rule for later ("if none comes by May we drop KR2") and a question let nothing go; so does a "not" beside it.
    """
    said = [answer.text for each in bout.rounds for answer in each.answers]
    said += [each.decision.taken.reason for each in bout.rounds if each.decision]
    if not said:
        return frozenset()
    codes = Codes(bout.part, None)
    gone = frozenset(key for text in said for key in _gone(text, codes))
    beneath = (kr.key for objective in bout.part.objectives if objective.key in gone for kr in objective.key_results)
    return gone.union(beneath)


def _gone(text: str, codes: Codes) -> Iterator[str]:
    last = None
    for sentence in _BETWEEN_SENTENCES.split(text):
        plain = not sentence.rstrip().endswith("?") and not _ON_A_CONDITION.search(sentence)
        for clause in _CLAUSE_ENDS.split(sentence):
            named = [key for _, key in codes.in_text(clause)]
            heard = heard_in(clause, "letting-go", "answer-negations") if plain else {}
            if "letting-go" in heard and "answer-negations" not in heard:
                yield from named or ([last] if last and _IT.search(clause) else [])
            last = named[-1] if named else last
