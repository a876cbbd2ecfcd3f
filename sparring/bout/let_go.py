"""What the team said goes, or is not its own: a line that it hands back, strikes or disowns while it talks of another is decided too."""

import re
from collections.abc import Iterator

from sparring.bout.heard import heard_in
from sparring.bout.mentions import Codes
from sparring.bout.state import Bout, Round

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_CLAUSE_ENDS = re.compile(r",\s|\s(?:and|but|so|und|aber)\s|:\s", re.IGNORECASE)
_ON_A_CONDITION = re.compile(
    r"\b(?:if|unless|until|when|once|should|could|might|maybe|perhaps|would have|falls|wenn|sobald|bis|ob|könnt\w*|vielleicht|sollt\w*)\b",
    re.IGNORECASE,
)
NEAR = 10
"""Characters between a "not" and what it denies."""

_RULES = re.compile(r"\b(?:if|unless|once|as soon as|otherwise|or else|falls|wenn|sobald|sonst|andernfalls)\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|that|this one|es|sie|das|die|den)\b", re.IGNORECASE)


_THIS = re.compile(r"\b(?:this|that|it|this one|that one|das|dies\w*|es|die|der)\b", re.IGNORECASE)
_AN_AIM = re.compile(r"\b(?:objectives?|goals?|aims?|ziel\w*)\b", re.IGNORECASE)


def let_go(bout: Bout) -> frozenset[str]:
    """Return the keys of items of which the team said that they go, or are not its own, in an answer or in the reason of a decision.

    A rule for later ("if none comes by May we drop KR2") and a question let nothing go; so does a "not" beside it.
    """
    codes = Codes(bout.part, None)
    gone = frozenset(key for each in bout.rounds for text in _said_in(each) for key in _gone(text, codes, _about(each, bout)))
    beneath = (kr.key for objective in bout.part.objectives if objective.key in gone for kr in objective.key_results)
    return gone.union(beneath)


def states_a_rule(bout: Bout) -> bool:
    """Return whether the team has said on what condition something goes: "if nobody signs by May we drop it"."""
    return any(_is_a_rule(sentence) for each in bout.rounds for text in _said_in(each) for sentence in _BETWEEN_SENTENCES.split(text))


def _is_a_rule(sentence: str) -> bool:
    if sentence.rstrip().endswith("?") or not _RULES.search(sentence):
        return False
    heard = heard_in(sentence, "letting-go", "answer-negations")
    refused = heard.get("answer-negations", ())
    return any(not any(0 <= goes.start - no.end <= NEAR for no in refused) for goes in heard.get("letting-go", ()))


def _said_in(round_: Round) -> Iterator[str]:
    yield from (answer.text for answer in round_.answers)
    if round_.decision:
        yield round_.decision.taken.reason


def _about(round_: Round, bout: Bout) -> tuple[str | None, str | None]:
    """Return the keys of the one line or aim that a round is about, and of the aim above it."""
    keys = round_.raised.anchor.keys
    if round_.raised.anchor.kind not in ("key_result", "objective") or len(keys) != 1:
        return None, None
    above = bout.part.objective_of(keys[0])
    return keys[0], above.key if above else None


def _gone(text: str, codes: Codes, about: tuple[str | None, str | None]) -> Iterator[str]:
    last = None
    for sentence in _BETWEEN_SENTENCES.split(text):
        plain = not sentence.rstrip().endswith("?") and not _ON_A_CONDITION.search(sentence)
        for clause in _CLAUSE_ENDS.split(sentence):
            named = [key for _, key in codes.in_text(clause)]
            heard = heard_in(clause, "letting-go", "disowning", "answer-negations") if plain else {}
            if "disowning" in heard:
                meant = last or (about[1] if _AN_AIM.search(clause) else about[0])
                yield from named or ([meant] if meant and _THIS.search(clause) else [])
            elif "letting-go" in heard and "answer-negations" not in heard:
                yield from named or ([last] if last and _IT.search(clause) else [])
            last = named[-1] if named else last
