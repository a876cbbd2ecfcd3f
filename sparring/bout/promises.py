"""Whether a clause commits the team: somebody will do something by a day, something is decided as it is said, or a rule is set."""

import re

from sparring.bout.heard import Heard
from sparring.bout.times import coming, soon
from sparring.bout.weight import measures

_RULE = re.compile(r"\b(?:if|unless|once|as soon as|wenn|falls|sobald)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|i|we['’]ll|i['’]ll|it|wir|ich)\b\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_WE_AFTER = re.compile(r"\W*(?:wir|ich)\b", re.IGNORECASE)
_THEN = re.compile(r"\W*(?:then|in that case|dann)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:i|we|i['’]ll|we['’]ll|i['’]m|we['’]re|ich|wir)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|got|took|told|\w{3,}ed|war|waren|hatte\w*|wurde\w*)\b", re.IGNORECASE)
_SOMEBODY_DOES = re.compile(
    r"\W*(?:(?:Herr|Frau|Mrs?|Ms|Dr)\.?\s)?[A-ZÄÖÜ][a-zäöüß]+\s(?:\([^)]*\)\s)?(?!is\b|was\b|has\b|ist\b|hat\b|war\b)[a-zäöüß]+(?:s|t)\b"
)
"""Somebody by name, and what they do: "Sofia splits it", "Frau Demir rechnet"."""
_DOING = re.compile(r"\W*[A-Za-z]{3,}ing\b")
"""What somebody is about to do: "Announcing it on the 9th"."""
_NOTHING = re.compile(r"\b(?:nothing|nobody|never|nichts|niemand|nie)\b", re.IGNORECASE)
_NEEDS = re.compile(r"\bneeds? \d+ (?:days?|hours?|weeks?)\b|\bbraucht \d+ (?:tage?|stunden?|wochen?)\b", re.IGNORECASE)


def promises(clause: str, heard: Heard) -> bool:
    """Return whether a clause commits the team to something."""
    if "answer-dont-know" in heard or (heard.keys() & {"answer-others"} and "answer-wanting" in heard):
        return False
    if "answer-decisions" in heard:
        return True
    if (_RULE.search(clause) or _THEN.match(clause)) and _decides(clause, heard):
        return not _is_talk(heard) and not _NOTHING.search(clause)
    if _RULE.search(clause) and _OURS.search(clause) and "answer-appeal" not in heard and (measures(clause) or coming(clause)):
        return not _is_talk(heard) and not _NOTHING.search(clause)
    if _is_talk(heard) or _NOTHING.search(clause):
        return False
    if _decides(clause, heard) and coming(clause) and not _PAST.search(clause):
        return True
    if "answer-plans" in heard and (coming(clause) or _NEEDS.search(clause)):
        return True
    if _PAST.search(clause) is None and ((_SOMEBODY_DOES.match(clause) and soon(clause)) or (_DOING.match(clause) and coming(clause))):
        return True
    return _OURS.search(clause) is not None and soon(clause) and _PAST.search(clause) is None


def _decides(clause: str, heard: Heard) -> bool:
    """Whether it is the team that lets go, moves or stops something."""
    return any(_WE.search(clause[: span.start]) or _WE_AFTER.match(clause[span.end :]) for span in heard.get("decision", ()))


def _is_talk(heard: Heard) -> bool:
    """Good intentions: "we could", "somebody should look into it at some point"."""
    return "answer-hollow" in heard
