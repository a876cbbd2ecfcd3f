"""Sentences of an answer that are not the answer: questions, refusals, what used to be, what is only admitted, jokes and tails.

People begin with how it was, say how it is, and end with a joke or a doubt. Where another sentence answers, these neither take its place
nor take anything from it. English and German.
"""

import re

from sparring.bout.clauses import sentences_of
from sparring.bout.heard import heard_in

MOST_WORDS_OF_A_TAIL = 7
"""A longer last sentence is no tail; it tells something of its own."""

_USED_TO_BE = re.compile(
    r"\b(?:used to|back then|in the old days|früher (?!als\b)|damals|ehemals|einst)\b"
    r"|^\W*(?:(?:but|aber|well|tja|naja|also)\W+)?(?:so far|until now|up to now|till now|previously|formerly|bisher|bislang"
    r"|bis jetzt|früher)\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:now|nowadays|from now|today|since|instead|any ?more|no longer|jetzt|nun|heute|ab|seit\w*|stattdessen|nicht mehr|künftig)\b",
    re.IGNORECASE,
)
_ONLY_UNLESS = re.compile(
    r"^\W*(?:(?:but|and|or|aber|und|oder|well|tja)\W+)?(?:unless|except (?:if|when)|if not|es sei denn|außer(?:,)? (?:wenn|dass)"
    r"|wenn nicht|falls nicht)\b",
    re.IGNORECASE,
)
_MAIN_CLAUSE = re.compile(
    r",\s*(?:then |dann |so )?(?:we|i|it|they|he|she|wir|ich|es|sie|er|\w+[et]n? (?:wir|ich|es|sie|er))\b", re.IGNORECASE
)
_ADMITS = re.compile(
    r"\b(?:(?:weiß|wüsste|wissen|wüssten) (?:\w+ ){0,4}?(?:nicht|kein\w*|niemand)\b(?! nur)"
    r"|(?:do|does|did|would|could)(?:n['’]?t| not) (?:really |even |honestly )?(?:know|tell you)"
    r"|no (?:real )?(?:idea|clue)|not (?:really )?sure|can(?:['’]?t| not|not) say"
    r"|(?:müsst\w*|muss) (?:\w+ ){0,3}?(?:nachsehen|nachschauen|nachfragen|prüfen|herausfinden)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\W*(?:if|when|once|wenn|falls|sobald)\b(?! (?:i['’]?m|we['’]?re|i am|ich|wir) (?:\w+ )?(?:honest|ehrlich))",
    re.IGNORECASE,
)
"""What it would be if nobody knew is no admission that nobody does."""
_SETS_ASIDE = re.compile(r"^\W*(?:but|although|aber|allerdings|obwohl)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"^\W*(?:(?:and|but|aber|und|so|na|also)\W+)?(?:so what\b.*|does that (?:count|help|answer)\b.*|zählt das\b.*"
    r"|reicht (?:euch )?das\b.*|what(?:ever)? (?:else|now|of it)\b.*|happy\b.*|okay|ok|right"
    r"|punkt|basta|period"
    r"|full stop|fertig|ende|na und\b.*|was solls?|was soll['’]s|und jetzt|zufrieden\b.*|reicht das|"
    r"(?:ha|he|hi){2,}|lol|just kidding|(?:nur )?(?:scherz|spaß)\b.*|there you go|that['’]?s (?:it|all)|das war['’]?s"
    r"|wie (?:gesagt|immer)|as (?:i said|always))\W*$",
    re.IGNORECASE,
)
_ADMITTING_TAIL = re.compile(
    r"(?:^|[,;.!?…–—]|\s-)\s*(?:(?:but|and|though|aber|und)\s+)?(?P<tail>"
    r"(?:(?:i|we|wir|ich)\s+)?(?:i['’]ve |we['’]ve |have |haben |hab )?(?:\w+ ){0,2}?(?:never|nie|noch nie)\b[^.!?;]*"
    r"|(?:i |we )?(?:dunno|don['’]?t know|do not know|idk)|not (?:quite |really )?sure|no idea|(?:i (?:guess|think|suppose))"
    r"|keine ahnung|weiß (?:ich )?nicht|glaub(?:e)? ich|denk(?:e)? ich|schätze ich)\W*$",
    re.IGNORECASE,
)
_SMILES = re.compile(r"[\U0001F300-\U0001FAFF☺☹]|[:;]-?[)D(P]|\b(?:haha\w*|lol)\b", re.IGNORECASE)


def used_to_be(sentence: str) -> bool:
    """Return whether `sentence` tells only of how it was before, and nothing of how it is."""
    return _USED_TO_BE.search(sentence) is not None and _NO_LONGER.search(sentence) is None


def only_unless(sentence: str) -> bool:
    """Return whether `sentence` is an exception by itself: "Unless the harbour closes.", "Es sei denn, es friert."."""
    return _ONLY_UNLESS.search(sentence) is not None and (
        re.match(r"^\W*(?:\w+\W+)?(?:unless|except|es sei denn|außer)", sentence, re.IGNORECASE) is not None
        or not _MAIN_CLAUSE.search(sentence)
    )


def admits(sentence: str) -> bool:
    """Return whether `sentence` says that something is not known, or would have to be looked up."""
    if _CONDITION.match(sentence):
        return False
    return _ADMITS.search(sentence) is not None or "answer-dont-know" in heard_in(sentence, "answer-dont-know")


def sets_aside(sentence: str) -> bool:
    """Return whether `sentence` takes something back from the one before it: "But that is fixed now."."""
    return _SETS_ASIDE.search(sentence) is not None


def is_tail(sentence: str) -> bool:
    """Return whether `sentence` is said for effect: "Happy?", "So what.", "Punkt.", or a few words with a smile."""
    if _TAIL.search(sentence):
        return True
    return _SMILES.search(sentence) is not None and len(sentence.split()) <= MOST_WORDS_OF_A_TAIL


def refuses(text: str) -> bool:
    """Return whether `text` declines the question: "We don't discuss that.". What else it says is then no answer either."""
    return "refusing" in heard_in(text, "refusing")


def is_no_answer(sentence: str) -> bool:
    """Return whether `sentence` is of a kind that is never shown as what settles a doubt."""
    return sentence.rstrip().endswith("?") or used_to_be(sentence) or only_unless(sentence) or admits(sentence) or is_tail(sentence)


def without_tails(text: str) -> str:
    """Return `text` up to the tails that it ends with: a rhetorical one, or one that admits some ignorance behind something told.

    What is left begins where `text` begins, so that stretches of it are stretches of `text`; it is `text` itself where it has no tail.
    """
    kept = text.rstrip()
    while True:
        sentences = list(sentences_of(kept))
        if len(sentences) > 1 and is_tail(sentences[-1].of(kept)):
            kept = kept[: sentences[-1].start].rstrip()
            continue
        tail = _ADMITTING_TAIL.search(kept)
        if tail and tail.start("tail") > 0 and len(tail["tail"].split()) <= MOST_WORDS_OF_A_TAIL and len(kept[: tail.start()].split()) > 1:
            kept = kept[: tail.start() + (kept[tail.start()] in ".!?…")].rstrip()
            continue
        return kept
