"""Answers that are whole by what was asked: a person to "who", a place to "where", a line to "which", a case to "which could you".

Such an answer may be two words long and show no grammar to weigh. It must be one that could be pointed at: "Oliver", "me and the bosun",
"at the caretaker of lift B", "KR2"; a group, "the responsible person" or a sentence about it are left to what is weighed.
"""

import re
from typing import Literal

from sparring.bout.asides import admits
from sparring.bout.claims import only_claims, says_none
from sparring.bout.clauses import sentences_of
from sparring.bout.heard import heard_in
from sparring.bout.times import coming, is_a_time
from sparring.draft.language import is_function_word

Whole = Literal["sure", "hedged", ""]
"""Whether an answer is whole, and said without a "maybe"."""

MOST_WORDS_OF_ONE = 7
"""Words of a name with what belongs to it; more are a sentence."""
WORDS_OF_A_NAME = 2
"""Words of a name alone."""

_OPENING = re.compile(
    r"^\W*(?:(?:good question|ach|och|oh|nun|eigentlich|actually|at least|wenigstens|zumindest|gute frage|schwierig|difficult"
    r"|well|ok|okay|hm+|puh|uff|tja|na|ja|no|nein|da|dann|wo immer|as always|wie immer"
    r"|probably|maybe|perhaps|presumably|mostly|honestly|i (?:guess|think|suppose)|vielleicht|wahrscheinlich|vermutlich|wohl|eher"
    r"|also|ehrlich(?: gesagt)?"
    r"|that['’]s|it['’]s|das ist|das wäre)\b[\s,.:…–-]*)+",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|probably|i guess|i suppose|might|not sure|vielleicht|wahrscheinlich|vermutlich|womöglich|eventuell"
    r"|oder so|keine ahnung|no idea|dunno|don['’]?t know)\b|\?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,;:!?()\n–—…]|\.(?!\d)| - | (?:if|when|because|as|since|who|whose|that|wenn|weil|da|sobald|der die|dass)\b")
_ASKS_WHO = re.compile(
    r"(?:^|[.:,] )\W*(?:(?:from|for|to|with|an|von|für|bei|mit) )?(?:who|whom|whose|wer|wen|wem|wessen)\b", re.IGNORECASE
)
_ASKS_WHO_OF_MANY = re.compile(
    r"\b(?:which (?:two|three|one) of you|welche (?:zwei|drei) von euch|wer von euch|who of you|[^.?!]*\bwer ist das|who is it)\b",
    re.IGNORECASE,
)
_ASKS_WHERE_OR_WHICH = re.compile(
    r"(?:^|[.:,] )\W*(?:(?:in|for|on|of|at|by|from|to|an|auf|für|bei|mit|aus) )?(?:where|which|wo|welche[rsnm]?)\b|^(?:pick|take"
    r"|nehmt|sucht)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"^(?:me|I|myself|ich|mich|mir)\b(?!['’]| (?:\w+ )?(?:think|guess|don|am|was|have|glaube?|denke?|weiß|hab|würde))", re.IGNORECASE
)
_LINE = re.compile(r"^(?:(?:at|on|in|auf|an|bei) )?(?:(?:O\d+\W?)?KR ?\d(?:\.\d)?|O\d|\d\.\d)\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(?:(?:at|on|in|with|from|to|by|beim?|an|auf|in|mit|von|zu|für) )?(?:the|our|der|die|das|den|dem|einen?|eine[rm]?"
    r"|unsere?[nrm]?|beim|im|am|vom|zum|zur)\b",
    re.IGNORECASE,
)
_WHERE_FROM = re.compile(r"^[A-ZÄÖÜ]\w+ (?:in|of|from|at|aus|von|vom|im|bei)\b")
_WHERE = re.compile(r"^(?:at|on|in|am|an|auf|im|in)\b", re.IGNORECASE)
_NOT_OURS = re.compile(r"\b(?:not (?:mine|ours)|nicht (?:unsere?r?|meine?r?))\b", re.IGNORECASE)
_ASKS_WHOSE_WILL = re.compile(
    r"\b(?:who\w*|we[rmn]|wessen|decision|entscheidung)\b(?: \w+){0,3} "
    r"(?:ask(?:s|ed)|decid\w+|want\w*|agreed|hangs|gebeten|entschieden|entscheidet|zugestimmt|wollte|gewollt|hängt|wartet)\b",
    re.IGNORECASE,
)
_ASKS_WHAT_IS_UNCLEAR = re.compile(r"\b(?:underst\w+ least|least sure|unclear|am wenigsten|unklar\w*)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:i|we|you|they|want\w*|ich|woll\w*|(?-i:it)|he|she|wir|ihr|sie|es|er|man|is|are|was|were|has|have|had|will|would|could|should"
    r"|can|must|do|does|did"
    r"|decides?|ist|sind|war|waren|hat|haben|hätte\w*|wird|werden|würde\w*|kann|können|könnte\w*|muss|müssen|soll\w*|gibt|geht"
    r"|sagt|kommt|sieht|macht|machen|wollte\w*|will|wollen|meinte\w*|entscheide\w*|wurde\w*)\b",
    re.IGNORECASE,
)
_NO_ONE_IN_PARTICULAR = re.compile(
    r"\b(?:all\w*|every\w*|any\w*|each|some\w*|various|several|many|most|none|nobody|nothing|whoever|whatever|who|the (?:one"
    r"|ones) (?:who|that)|responsible|important|right|good|best"
    r"|people|person|folks|users?|customers?|clients?|team|stakeholders?|us|ours|them|things?|stuff|way"
    r"|jede\w*|viele\w*|mehrere|einige|kein\w*|niemand\w*|nichts|irgend\w*|zuständig\w*|verantwortlich\w*|leute|nutzer\w*"
    r"|\w*kunden?|bürger\w*|beteiligte\w*"
    r"|betroffene\w*|uns|team|dinge|sache|zeit|time|weg|always|immer|erfahrung|experience|both|beides?|oh|hard|top)\b",
    re.IGNORECASE,
)
_COULD = re.compile(r"\b(?:could|könntet|ließe sich|might)\b", re.IGNORECASE)
_WE_COULD = re.compile(
    r"(?:^|, )\W*(?:\w+\W+){0,2}?(?:(?:we|i) (?:could|can)|(?:wir|ich) (?:könnten?|können|kann)|(?:könnten?|können) (?:wir"
    r"|ich))\b",
    re.IGNORECASE,
)
_PARTICULAR = re.compile(
    r"\d|\b(?:the|a|an|two|three|four|five|six|ten|de[rnm]|das|die|zwei|drei|vier|fünf|zehn) \w{3,}|[a-z,] (?!I\b)[A-Z]\w{2,}"
)


def is_whole(text: str, question: str) -> Whole:
    """Return whether `text` begins with all that `question` asked for.

    Args:
        text: the answer.
        question: what was asked.
    """
    sentences = [each.of(text) for each in sentences_of(text)]
    if not sentences or says_none(text) or only_claims(sentences[0]) or text.rstrip().endswith("?"):
        return ""
    opening = _OPENING.match(text)
    words = text[opening.end() if opening else 0 :]
    named = _ENDS.split(words.strip(), maxsplit=1)[0].strip()
    if not named or admits(named):
        return ""
    # What is admitted in a sentence of its own takes nothing from a name that was told without a "maybe".
    unknown = admits(sentences[0])
    maybe = bool(
        _HEDGE.search(" ".join(sentences[:2]) if len(sentences[0].split()) == 1 else sentences[0])
        or (opening and _HEDGE.search(opening[0]))
    )
    if _COULD.search(question) and _proposes(words):
        return "hedged" if unknown or maybe else "sure"
    if _tells_what_to_learn(words, question) or _tells_what_follows(text, question) or _names_a_time(named, question):
        return "hedged"
    if not _names_one(words, named, question):
        return ""
    if maybe and any(admits(each) for each in sentences[1:]) and not _ASKS_WHAT_IS_UNCLEAR.search(question):
        return ""
    return "hedged" if unknown or maybe else "sure"


def _names_one(words: str, named: str, question: str) -> bool:
    who = bool(_ASKS_WHO.search(question) or _ASKS_WHO_OF_MANY.search(question))
    if len(named.split()) > MOST_WORDS_OF_ONE or not (who or _ASKS_WHERE_OR_WHICH.search(question)):
        return False
    if who and _SPEAKER.search(named):
        return True
    if _LINE.search(words.strip()):
        return not who
    named_from = _WHERE_FROM.match(named)
    one = named.split()[0] if named_from else named
    if _FINITE.search(named) or _NO_ONE_IN_PARTICULAR.search(one) or _NOT_OURS.search(words):
        return False
    if _ASKS_WHOSE_WILL.search(question) and heard_in(named, "answer-authority", "answer-above"):
        return False
    if named.lower().rstrip("s") in question.lower() or _ABSTRACT.search(one):
        return False
    if heard_in(named, "answer-hollow") or (who and _WHERE.match(named)):
        return False
    article = _ARTICLE.match(named)
    if article is None:
        return (
            named[0].isupper()
            and not is_function_word(one.split()[0].lower())
            and (named_from is not None or len(named.split()) <= WORDS_OF_A_NAME)
        )
    thing = named[article.end() :].split()
    if article[0].split()[-1].lower() in ("the", "our"):
        return len(thing) > who and thing != ["ones"]
    # German writes what is named with a capital: "das neue Portal", not "das zeigt sich".
    return any(each[0].isupper() for each in thing[:2])


_ABSTRACT = re.compile(
    r"\b(?:\w{3,}(?:tion|ment|ness|ity|ance|ence|ship|ism)s?|\w{2,}(?:ung|heit|keit|tion|ität|schaft|ismus)(?:en|s)?)$", re.IGNORECASE
)


def _proposes(words: str) -> bool:
    first = next((each.of(words) for each in sentences_of(words)), "")
    proposed = _WE_COULD.search(first)
    return proposed is not None and not first.endswith("?") and _PARTICULAR.search(first[proposed.end() :]) is not None


_ASKS_WHAT_TO_LEARN = re.compile(
    r"\b(?:teach|learn|know|find out|argu\w+|decision|decide|beibringen|lernen|wissen|herausfinden|streit\w*|entscheidung"
    r"|entscheidet)\b",
    re.IGNORECASE,
)
_INDIRECT = re.compile(r"^\W*(?:whether|ob)\b(?: [\w'’]+){3,}", re.IGNORECASE)
_ASKS_WHAT_FOLLOWS = re.compile(
    r"\b(?:what happens (?:then|next)|was passiert dann|was geschieht dann|what then|was dann)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"^\W*(?:(?:then|dann|probably|wahrscheinlich|vermutlich) )?(?:(?:we|they|it|the \w+)(?:['’]d| would| will)|gibt['’]?s?"
    r"|(?:w[iü]rd|fäll|flieg|streich)\w*)\b(?: \S+){2,}",
    re.IGNORECASE,
)
_ASKS_WHEN = re.compile(
    r"\b(?:when|(?:in|by|from|until) (?:which|what) (?:week|month|day)|wann|welche[rmn]? (?:woche|monat|tag))\b",
    re.IGNORECASE,
)


def _tells_what_to_learn(words: str, question: str) -> bool:
    """Whether the thing to be learned or decided is named as such: "whether anyone comes twice"."""
    return _ASKS_WHAT_TO_LEARN.search(question) is not None and _INDIRECT.match(words) is not None


def _tells_what_follows(text: str, question: str) -> bool:
    first = next(sentences_of(text)).of(text)
    if _ASKS_WHAT_FOLLOWS.search(question) is None or _FOLLOWS.match(first) is None:
        return False
    return not heard_in(first, "answer-hollow", "answer-authority", "answer-dont-know")


def _names_a_time(named: str, question: str) -> bool:
    time = _MAYBE.sub("", named).strip()
    return (
        _ASKS_WHEN.search(question) is not None
        and 0 < len(time.split()) <= WORDS_OF_A_NAME + 1
        and (coming(f"in {time}") or is_a_time(time))
    )


_MAYBE = re.compile(r"\b(?:maybe|perhaps|probably|vielleicht|wahrscheinlich|wohl)\b", re.IGNORECASE)
