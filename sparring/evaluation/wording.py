"""What can be counted in a partner's sentences, in English and German: pure functions on text.

None of them is the referee's: what the referee withholds by one list would always be nought by the same list.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ASKING = {
    "en": re.compile(r"\b(?:what|which|who|whom|whose|how|when|where|why)\b", re.IGNORECASE),
    "de": re.compile(
        r"\b(?:was|welche[rsnm]?|wer|wem|wen|wessen|wie|wann|warum|weshalb|wieso|"
        r"wo(?:her|hin|für|mit|bei|durch|gegen|nach|zu|von|vor|r(?:an|auf|aus|in|über|um|unter))?)\b",
        re.IGNORECASE,
    ),
}
_SECOND_ASK = re.compile(
    r"\b(?:and|und),?\s+(?:what|which|who|whom|whose|how|when|where|why|welche[rsnm]?|wer|wem|wen|wie|wann|warum)\b[^?]*\?", re.IGNORECASE
)
_QUESTION_MARK = re.compile(r"[?？]+")
_FLATTERY = re.compile(
    r"\b(?:great|excellent|impressive|brilliant|wonderful|fantastic|amazing|love(?:ly)?|well done|good (?:point|job|work|start|question)|"
    r"nice(?:ly)?|strong (?:point|start|draft|objective)|kudos|congrat\w*|i (?:like|appreciate|admire)|thanks|thank you for|"
    r"super|toll\w*|großartig\w*|ausgezeichnet\w*|hervorragend\w*|beeindruckend\w*|prima|klasse|"
    r"gute[rs]? (?:punkt|arbeit|frage|anfang)|schön\w* (?:formuliert|gemacht)|gut gemacht|gefällt mir|danke|vielen dank)\b",
    re.IGNORECASE,
)
_WITHDRAWAL = re.compile(
    r"\b(?:fair enough|you(?:'re|’re| are) (?:right|absolutely)|i (?:take (?:it|that) back|withdraw|stand corrected|agree|see your point|"
    r"am convinced)|i(?:'m|’m) convinced|that settles|makes sense|no (?:further|more) (?:doubt|questions?)|my mistake|i (?:am|was) wrong|"
    r"sorry|apolog\w*|da (?:hast du|habt ihr|haben sie) recht|(?:du|ihr|sie) (?:hast|habt|haben) recht|stimmt|überzeugt mich|"
    r"nehme ich zurück|damit (?:ist|hat) (?:das|es|sich)|leuchtet (?:mir )?ein|mein fehler|entschuldig\w*|verzeih\w*|tut mir leid)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?")


def words(text: str) -> list[str]:
    """Return the words of `text`, in small letters."""
    return [word.lower() for word in _WORD.findall(text)]


def triples(text: str) -> frozenset[tuple[str, ...]]:
    """Return every three words that follow each other."""
    all_words = words(text)
    return frozenset(zip(all_words, all_words[1:], all_words[2:], strict=False))


def overlap(text: str, earlier: Iterable[str]) -> float | None:
    """Return the share of three-word sequences of `text` that `earlier` texts had; None where it has none."""
    own = triples(text)
    return len(own & frozenset().union(*map(triples, earlier))) / len(own) if own else None


def questions_in(text: str) -> int:
    """Return how many questions are asked: marks, and questions joined on with "and"."""
    return len(_QUESTION_MARK.findall(text)) + len(_SECOND_ASK.findall(text))


def is_yes_no(question: str, language: str) -> bool:
    """Return whether a question can be answered with a word: nothing in it asks what, who, when or the like."""
    return not _ASKING.get(language, _ASKING["en"]).search(question)


def flatters(text: str) -> bool:
    """Return whether `text` praises or thanks."""
    return bool(_FLATTERY.search(text))


def withdraws(text: str) -> bool:
    """Return whether `text` gives in: agrees, takes back, excuses itself."""
    return bool(_WITHDRAWAL.search(text))


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers written in digits, without separators; digits inside a label such as KR2 are none."""
    return frozenset(re.sub(r"[.,' ]", "", found) for found in _NUMBER.findall(text))
