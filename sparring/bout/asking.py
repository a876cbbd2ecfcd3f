"""Whether the team asks the partner to write for it: the words ask for it and are said to the partner.

"Write it for us" does, "Paul will write it" and "we improve it every week" do not. A verb of writing asks where it opens the sentence or
follows a request ("could you", "please"), and only with a thing to be written beside it.
"""

import re

from sparring.bout.heard import Heard
from sparring.text import Span

_TO_THE_PARTNER = re.compile(
    r"\?|\b(?:you|your|u|for (?:us|me)|please|pls|plz|du|dir|dein\w*|ihr|bitte|uns|mir)\b"
    r"|^\W*(?:(?:ok|okay|just|then|so|and|fine|now|dann|und|also)\W+)*$",
    re.IGNORECASE,
)
_REQUESTED = re.compile(
    r"(?:\b(?:can|could|would|will|may|must|shall|should)(?:n?['’]?t)?\s+(?:you|u)\b"
    r"|\b(?:you|u)\s+(?:can|could|would|may|must|shall|should)\b"
    r"|\b(?:please|pls|plz|bitte|want you to|need you to|let you|have you|allowed to)\b"
    r"|\b(?:kannst|könntest|würdest|magst|sollst|darfst)\s+du\b|\b(?:könnt|könntet|würdet)\s+ihr\b"
    r"|\bdu\s+(?:kannst|könntest|darfst|sollst)\b)"
    r"(?:\s+[\w'’]+){0,7}\W*$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?:[A-ZÄÖÜ][\w]{1,11}:\s*)?(?:(?:ok|okay|just|then|so|and|but|or|fine|now|simply|only|first|please|pls|instead|well|hey|come on"
    r"|dann|und|also|doch|jetzt"
    r"|einfach|nur|bitte|komm|los)\W+)*$",
    re.IGNORECASE,
)
_AFTER_A_COLON = re.compile(
    r":\s*$|\b(?:ai|reviewers?|assistant|bot|partner|coach)\b.*(?:[,:]|\b(?:shall|must|should)\b(?:\s\w+){0,2})\s*$", re.IGNORECASE
)
_GUESSING = re.compile(
    r"\b(?:should|shall|must) (?:the |our |my )?(?:kr|okr|key result|objective|goal)\S*(?: \d)?"
    r" (?:be|name|say|read|mention|include|contain|start|end)\b",
    re.IGNORECASE,
)
"""Warmer, colder: a goal put together from the partner's yes and no."""
_ITEM_CODE = re.compile(r"\bKR[ -]?\d+(?:\.\d+)*\b|\bO\d+\b")
_NUMBERED = re.compile(r"\s*\d")
"""What follows a noun that looks like a verb: "Draft 2 had it"."""
_NOT_THEM = re.compile(r"^\W*(?:we|i|they|he|she|it|nobody|wir|ich|sie|er|es|man)\b", re.IGNORECASE)
_NEAR = 60
"""Characters after a verb of writing within which the thing to be written stands."""


def asks_for_writing(clause: str, heard: Heard) -> bool:
    """Return whether a clause of an answer asks the partner to write, in whatever way.

    Args:
        clause: the clause.
        heard: what the lists hear in it.
    """
    if "asks-outright" in heard or _GUESSING.search(clause):
        return True
    phrases = heard.get("asks-for-writing", ())
    if phrases:
        before = clause[: min(phrases).start]
        if _TO_THE_PARTNER.search(clause) or _TO_THE_PARTNER.search(before):
            return True
    things = heard.get("writing-things", ())
    verbs = heard.get("writing-verbs", ())
    codes = tuple(Span(*match.span()) for match in _ITEM_CODE.finditer(clause))
    return any(
        _is_request(clause, verb) and not _NUMBERED.match(clause, verb.end) and any(_beside(verb, thing) for thing in (*things, *codes))
        for verb in verbs
    )


def _beside(verb: Span, thing: Span) -> bool:
    return verb.end <= thing.start <= verb.end + _NEAR or (thing.end <= verb.start <= thing.end + _NEAR)


def _is_request(clause: str, verb: Span) -> bool:
    before = clause[: verb.start]
    if _OPENS.match(before) or _AFTER_A_COLON.search(before):
        return True
    return _REQUESTED.search(before) is not None and not _NOT_THEM.match(clause)
