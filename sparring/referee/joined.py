"""One ask: a second question behind "and", "or" or "but" is a question more ("Who decides that and what would they see?").

Told by grammar. Behind the joining word stands a clause that asks by itself: a question word with its verb before the subject, as main
clauses have it, or with the verb at once where the question word is the subject. What is only named beside the first ("who, and by when?")
or asked inside another clause ("who could say what changed and why it did?") is no ask of its own.
"""

from itertools import pairwise

from sparring.expressions import expression
from sparring.referee.normalise import plain
from sparring.referee.sentences import sentences

_JOINING = frozenset(["and", "or", "but", "und", "oder", "aber"])
_JOINS = r",? (?P<by>and|or|but|und|oder|aber)(?: (?:then|also|so|dann|auch|if so|wenn ja))?,? "
_PREPOSITION = r"(?:(?:in|on|at|for|by|to|from|with|of|about|bei|mit|an|auf|für|von|zu|über|um|aus|nach) )?"
_ASKS_EN = r"(?:what|who|whom|whose|which|when|where|why|how)"
_ASKS_DE = (
    r"(?:was|welche[nmrs]?|we[rmn]|wessen|wann|warum|weshalb|wieso|wie|"
    r"wo(?:ran|rauf|für|mit|durch|bei|von|her|hin|nach|rum|rüber|rin)?)"
)
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|"
    r"didn't|won't|wouldn't|can't|couldn't|shouldn't)"
)
_SUBJECT = r"(?:you|it|they|he|she|we|that|this|there|these|those|your|their|its|the|anybody|anyone|nobody|somebody|someone)"
_FINITE_DE = (
    r"(?:ist|sind|war|waren|hat|habt|haben|hatte[nt]?|wird|werdet|werden|wurde[nt]?|würde[nt]?|kann|könnt|können|könnte[nt]?|soll|sollt|"
    r"sollen|sollte[nt]?|muss|müsst|müssen|müsste[nt]?|darf|dürft|dürfen|wäre[nt]?|hätte[nt]?|käme[nt]?|ginge[nt]?|bleibt|gibt|gäbe)"
)
_SUBJECT_DE = (
    r"(?:ihr|sie|er|es|man|wir|das|der|die|den|dem|eine?[nmrs]?|euer|eure\w*|euch|jemand|niemand|diese\w*|sich|davon|daran|dann|dafür|hier)"
)
_NO_VERB_DE = r"(?!(?:nicht|sonst|jetzt|selbst|meist|zuerst|zuletzt|erst|fast|dort|oft|seit|mit|überhaupt|vielleicht|it)\b)"

_ASKS_ON = expression(
    rf"{_JOINS}(?:{_PREPOSITION}(?:"
    rf"{_ASKS_EN}(?:'s|(?: (?!{_AUXILIARY}\b)[\w'-]+){{0,4}}? {_AUXILIARY} {_SUBJECT}\b)|"
    rf"{_ASKS_EN} (?:would|will|could|can|is|are|was|were|does|did|has|had|might|should) |"
    rf"{_ASKS_DE}(?: (?!{_FINITE_DE}\b)[\w-]+){{0,3}}? {_FINITE_DE} {_SUBJECT_DE}\b|"
    rf"{_ASKS_DE}(?: (?!{_SUBJECT_DE}\b)[\w-]+){{0,2}}? {_NO_VERB_DE}\w+(?:t|en|te|ten|tet) (?:ihr|er|es|man|wir)\b|"
    rf"{_ASKS_DE} {_NO_VERB_DE}\w+(?:t|en|te|ten|tet) (?:sie|sich|das|die|der)\b)|"
    rf"(?P<yes_or_no>{_AUXILIARY} (?:you|it|they|he|she|we|there|anybody|anyone|somebody|someone)\b))"
)
"""The second clause has its verb before its subject: it asks, wherever it stands."""
_ASKS_OF_SOMEBODY = expression(
    rf"{_JOINS}(?:(?:who|what) (?!(?:else|exactly|not|for|in|on|by|with|about|if|when|the|a|an|you|they|it|we|he|she|your|their|his|her|"
    rf"its|this|that|these|those|our|my|and|or|of|to|at|from|kind|sort|order)\b)[\w']+|"
    rf"(?:wer|was) {_NO_VERB_DE}(?:{_FINITE_DE}|\w+te?)\b)"
)
"""The question word is the subject: the order of words is the same inside another clause."""
_FIRST_ASK = expression(
    rf"(?:^|[,:;.] ){_PREPOSITION}(?:{_ASKS_EN}|{_ASKS_DE})\b|^{_AUXILIARY} |^\w+(?:t|en|st) (?:ihr|man|jemand|sich|euer|eure)\b|"
    r"^(?:name|tell|show|give|pick|choose|describe|nennt|sagt|zeigt|beschreibt|wählt)\b"
)
_YES_OR_NO = expression(rf"(?:^|[,:;.] ){_AUXILIARY} ")
_INSIDE = expression(
    rf"(?<![,:;.]) {_PREPOSITION}(?:{_ASKS_EN}|that|{_ASKS_DE}|ob|whether|if)\b|"
    r", (?:die|der|das|dass|ob|was|wer|wie|who|which|that)\b"
)
"""A question word that begins no clause of its own: what follows "and" may go on with that inner clause."""


def joined_questions(question: str) -> bool:
    """A sentence of `question` asks, and asks again behind a joining word or a semicolon."""
    said = sentences(plain(question))
    return any(_asks_twice(sentence.lower) for sentence in said if sentence.asks and not _JOINING.isdisjoint(sentence.words)) or any(
        one.lower.endswith(";") and _FIRST_ASK.match(one.lower) and other.asks_openly for one, other in pairwise(said)
    )


def _asks_twice(lower: str) -> bool:
    first = _FIRST_ASK.search(lower)
    if first is None:
        return False
    for again in _ASKS_ON.finditer(lower, first.end()):
        offers_another = again["yes_or_no"] and again["by"] in ("or", "oder") and _YES_OR_NO.search(lower, 0, again.start())
        if not offers_another:
            return True
    second = _ASKS_OF_SOMEBODY.search(lower, first.end())
    return second is not None and _INSIDE.search(lower, first.end(), second.start()) is None
