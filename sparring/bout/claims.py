"""What an answer only claims: that it will go well, that others are to blame, that somebody signed it off, that there is none.

None of it settles a doubt, whatever figures or causes stand beside it. The words by which a claim is heard are lists
(`prompts/words/<language>/going-well.txt`, `blaming`, `signing-off`); how people say that there is none is grammar, and stands here.
"""

import re

from sparring.bout.heard import heard_in
from sparring.bout.weight import compares

_SAYS_NONE = re.compile(
    r"^\W*(?:(?:oh|hm+|well|honestly|frankly|i think|i suppose|na|tja|also|ehrlich(?: gesagt)?|eigentlich)\W+)?"
    r"(?:(?:at|in|by|for|from|with|to|on|bei|an|in|mit|von|auf|für)\s)?"
    r"(?:none|nothing|nobody|no\s?one|nowhere|never|not one|neither|keine[rsmn]?|nichts|niemand(?:e[mn])?|nirgends|nie|gar nichts)\b"
    r"(?! (?:knows?|has|have|looked|asked|of us (?:knows?|has|have)|ahnung|idee|weiß|wissen|hat|haben|so far|yet))",
    re.IGNORECASE,
)
_THINKS_OF_NONE = re.compile(
    r"\b(?:can(?:['’]t|not| not) (?:think of|name|imagine) (?:one|any\w*|a single)\b"
    r"|(?:fällt|fiele) (?:mir|uns) (?:\w+ ){0,2}(?:kein\w*|nicht|nichts|niemand\w*)(?: \w+){0,2} ein\b)",
    re.IGNORECASE,
)
_DOES_NOT = re.compile(
    r"^\W*(?:(?:no|well|nein|nee)\W+)?(?:"
    r"(?:we|i) (?:don['’]t|do not|never) (?:\w+ )?(?:measure|count|argue|fight|decide|track|vote|discuss|need|do)\b(?!.*\bany ?more\b)"
    r"|(?:(?:das|so was|so etwas|darüber|davon|daran|über \w+|um \w+) )?(?:messen|zählen|streiten|entscheiden|diskutieren"
    r"|brauchen|machen)"
    r" (?:wir|ich) (?:\w+ ){0,3}?(?:nicht|nie|kein\w*)\b(?! mehr)"
    r"|(?:wir|ich) (?:messe?n?|zähle?n?|streiten?|entscheiden?|diskutieren?|brauchen?|machen?)"
    r" (?:\w+ ){0,3}?(?:nicht|nie|kein\w*)\b(?! mehr))",
    re.IGNORECASE,
)
"""What the team does not do is an answer; what it has not found out ("we never measured it") is not."""
_HANDS_IT_UP = re.compile(
    r"\b(?:(?:nichts|nix|wenig|kein wort|kaum etwas) (?:mit)?zu\s?(?:melden|sagen|entscheiden|reden)"
    r"|(?:führungs|leitungs|vorstands|chef|management|konzern)entscheidung"
    r"|(?:macht|machen|entscheidet|entscheiden|bestimmt|regelt) (?:\w+ )?(?:die|der|das) "
    r"(?:GL|GF|geschäfts\w+|führung\w*|leitung|chef\w*|vorstand\w*|zentrale|konzern\w*|management|da oben|oben)"
    r"|nicht unsere (?:entscheidung|sache)"
    r"|not (?:our|my) (?:call|decision)|(?:no|little) say (?:in|there|here|over)|not (?:ours|mine) to (?:decide|say)|above (?:our"
    r"|my) pay ?grade"
    r"|(?:management|leadership|the (?:board|execs?|executives|directors?|[vc].o|vp|top)) (?:\w+ )?(?:decides?|makes? (?:that"
    r"|the) (?:call|decision))"
    r"|don['’]t get a say)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|i|us|wir|ich|uns)\b", re.IGNORECASE)
_THE_OTHERS = re.compile(r"\bthe \w+\W+$", re.IGNORECASE)
NEXT = 2
"""Characters between two words that stand side by side."""

MOST_WORDS_OF_NONE = 5
"""A sentence that begins with "nobody" and goes on tells something: "nobody of us can drive the big van"."""
_PART = re.compile(r"[,:;.!?–—]")


def says_none(answer: str) -> bool:
    """Return whether `answer` says that there is none, or that the team does no such thing: an answer, and no not-knowing."""
    first = _PART.split(answer.strip(), maxsplit=1)[0]
    if len(first.split()) <= MOST_WORDS_OF_NONE and _SAYS_NONE.search(first):
        return True
    return _THINKS_OF_NONE.search(answer) is not None or _DOES_NOT.search(answer) is not None


_BESIDE = re.compile(
    r"(?:-|(?:\b(?:called|rang|rings|tell|told|show|neben|beside|(?:me|i|ich) (?:and|und))"
    r"|\b(?:i|we|wir|ich)\b[^,;.!?]*\b(?:with|mit)) (?:(?:the|our|my|de[mnr]|die|unser\w*|meine\w*) )?)$",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:agreed|aligned|approved|signed|cleared|abgestimmt|abgesprochen|vereinbart|beschlossen|vorgegeben|freigegeben)\b",
    re.IGNORECASE,
)


def only_mentions_above(text: str) -> bool:
    """Return whether somebody above is named only in a part of a word or beside those who act: "the tool-board", "I do it with the VP"."""
    spans = heard_in(text, "answer-authority").get("answer-authority", ())
    return bool(spans) and _AGREED.search(text) is None and all(_BESIDE.search(text[: span.start]) for span in spans)


def hands_it_up(answer: str) -> bool:
    """Return whether `answer` says that somebody above decides: by a verb of deciding, or as a decision that is not the team's own."""
    return _HANDS_IT_UP.search(answer) is not None


def only_claims(sentence: str) -> bool:
    """Return whether `sentence` says no more than that it will go well, that others are to blame, or that it was signed off."""
    heard = heard_in(sentence, "going-well", "blaming", "others-blamed", "not-willing", "signing-off")
    if "going-well" in heard or "blaming" in heard:
        return True
    others = heard.get("others-blamed", ())
    for verb in heard.get("not-willing", ()):
        if _THE_OTHERS.search(sentence, 0, verb.start) or any(0 < verb.start - whom.end <= NEXT for whom in others):
            return True
    return "signing-off" in heard and _OURS.search(sentence) is None and not compares(sentence)
