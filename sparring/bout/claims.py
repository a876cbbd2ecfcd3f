"""What an answer only claims: that it will go well, that others are to blame, that somebody signed it off, that there is none.

None of it settles a doubt, whatever figures or causes stand beside it. The patterns hear the claim as the whole point of a sentence; a
sentence that goes on to say who does what by when is for the reading to weigh.
"""

import re

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
    r"|(?:(?:das|so was|so etwas|darüber|davon|daran|über \w+|um \w+) )?(?:messen|zählen|streiten|entscheiden|diskutieren|brauchen|machen)"
    r" (?:wir|ich) (?:\w+ ){0,3}?(?:nicht|nie|kein\w*)\b(?! mehr)"
    r"|(?:wir|ich) (?:messe?n?|zähle?n?|streiten?|entscheiden?|diskutieren?|brauchen?|machen?)"
    r" (?:\w+ ){0,3}?(?:nicht|nie|kein\w*)\b(?! mehr))",
    re.IGNORECASE,
)
"""What the team does not do is an answer; what it has not found out ("we never measured it") is not."""
_WILL_GO_WELL = re.compile(
    r"\b(?:(?:won['’]t|will not|can['’]t|cannot|never) (?:\w+ )?(?:fail|go wrong|slip|happen)"
    r"|always (?:\w+ )?(?:get there|make it|manage|worked out)|will (?:all )?(?:be fine|work out)|nothing (?:can|will) go wrong"
    r"|(?:scheitert|misslingt) (?:\w+ )?nicht|geht (?:\w+ )?nicht schief|wird (?:schon|alles) (?:\w+ )?(?:klappen|gut|werden)"
    r"|klappt (?:schon|immer)|(?:schaffen|kriegen) (?:wir )?(?:das )?(?:schon|immer)|kann nichts schiefgehen)\b",
    re.IGNORECASE,
)
_BLAMES = re.compile(
    r"\b(?:(?:our|my) fault|nothing to do with us|down to them|their (?:fault|problem|own fault)"
    r"|(?:they|people|users|customers|the \w+) (?:just |simply )?(?:don['’]t|won['’]t|do not|never)"
    r" (?:want|understand|listen|get it|bother|care)"
    r"|schuld|unser problem|deren problem|nichts mit uns zu tun|(?:wollen|kapieren|begreifen|verstehen) (?:es|das) (?:einfach |halt )?nicht"
    r"|meckern?|meckert)\b",
    re.IGNORECASE,
)
_SIGNED_OFF = re.compile(
    r"\b(?:(?:was|were|been|is|has|have) (?:\w+ )?(?:signed off|approved|agreed|decided|settled|rubber-stamped)|signed (?:this|it|that) off"
    r"|(?:ist|war|wurde|sind|wurden) (?:\w+ ){0,4}?(?:beschlossen|entschieden|abgesegnet|abgenickt|freigegeben|verabschiedet|genehmigt)"
    r"|(?:steht|stand) (?:\w+ ){0,2}(?:fest|im (?:jahres)?\w*(?:plan|kalender)))\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|i|us|wir|ich|uns)\b", re.IGNORECASE)
MOST_WORDS_OF_NONE = 5
"""A sentence that begins with "nobody" and goes on tells something: "nobody of us can drive the big van"."""
_PART = re.compile(r"[,:;.!?–—]")


def says_none(answer: str) -> bool:
    """Return whether `answer` says that there is none, or that the team does no such thing: an answer, and no not-knowing."""
    first = _PART.split(answer.strip(), maxsplit=1)[0]
    if len(first.split()) <= MOST_WORDS_OF_NONE and _SAYS_NONE.search(first):
        return True
    return _THINKS_OF_NONE.search(answer) is not None or _DOES_NOT.search(answer) is not None


def only_claims(sentence: str) -> bool:
    """Return whether `sentence` says no more than that it will go well, that others are to blame, or that it was signed off."""
    if _WILL_GO_WELL.search(sentence) or _BLAMES.search(sentence):
        return True
    return _SIGNED_OFF.search(sentence) is not None and _OURS.search(sentence) is None and not compares(sentence)
