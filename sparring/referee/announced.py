"""F1: wording announced by what stands before its colon ("Three options:", "A sharper version:"), or set out as a list."""

import re

from sparring.expressions import expression
from sparring.referee.phrases import LEVEL, MEASURING_NOUN
from sparring.referee.sentences import Sentence, form
from sparring.referee.vocabulary import THING, THING_DE

_LEADS = form(
    r"(?:\b(?:consider|try|take|instead|rather|perhaps|maybe|(?<!-)example|instance|suggestions?|proposals?|"
    r"options?|alternatives?|alternatively|versions?|"
    r"rewrite|reframe|rephrase|reword|rewritten|reworded|reframed|after|better|stronger|sharper|cleaner|"
    r"clearer|improved|fix|shape|headline|title|"
    r"template|formula|(?:say|put|write|written|go|goes|reads?|looks?|sounds?|it|something) (?:more )?like "
    r"this|this way|that is|like so|as follows|words|something like|along the lines|to (?:say|write|read|"
    r"put it)|becomes?|wording|"
    r"recommend\w*|ideally|target|good|strong|would (?:say|read|write|be|phrase|sign)|should (?:say|read|"
    r"be)|might (?:say|read|write|be)|could (?:say|read|write|be)|sign this|"
    r"stattdessen|besser|lieber|vorschlag|why not|how about|what about|warum nicht|wie wäre es|vorschläge|"
    r"beispiel|etwa|vielleicht|alternativ\w*|neu|fassung|"
    r"möglichkeit|idee|idea|possibility|rephrase that|versucht es so|"
    r"klänge|klingt|lauten|lautet|heißen|hieße|"
    r"gemeint ist\b.*|um|denkbar wäre|wäre|so|schreiben|schreibt|formuliert|würde|nachher|überschrift|"
    r"titel|empfehlung|your (?:objective|sentence) (?:as|is))"
    r"(?: (?:be|would be|for (?:you|it)|here|now|it|of it|them|kr ?\d|the objective|mit|so|das|es|ich|"
    r"dazu|dafür|wohl|could be|might be|is|are|an? \w+))*)\s*:$"
)
"""What announces wording: a lead that ends so, with anything after its colon that is no question."""


_REFUSES = form(r"\b(?:no|(?<!why )not|never|won't|can't|cannot|without|kein\w*|(?<!warum )nicht|ohne|nie)\b")


_ANNOUNCES = form(
    rf"\b(?:(?<!-)examples?|options|ideas?|possibilit(?:y|ies)|candidates?|formulations?|wordings?|variants?|alternatives?|"
    rf"suggestions?|proposals?|shapes?|"
    rf"drafts?|off the top of my head|quick ones?|in short form|for inspiration|would qualify|comes? to mind|beispiele?|"
    rf"möglichkeit(?:en)?|ideen?|"
    rf"optionen|kandidaten|formulierung(?:en)?|wortlaut|vorschläge|denkbar(?: (?:ist|sind|wäre|wären).*)?|einfällt|kurzform|inspiration|"
    rf"(?:new|neue?[rs]?|recommended|first|second|third|alternative|next) {THING}|outcome statement|{THING} ideas?)\b[^?]*:$"
)
_NAMES_A_LINE = form(
    rf"(?:\b(?:here is|here's|that is|this is|that's)\b[^:]{{0,30}}\b{THING}\b[^:]{{0,40}}|^(?:the|a|an|new|first|second) (?:\w+ "
    rf")?{THING}(?:, [^:]{{1,40}}| [a-z]+){{1,2}}|"
    rf"\b{THING_DE}\b[^:]{{0,30}} (?:ist|heißt|lautet|wäre|hieße)(?: doch| also| dann| ja| eigentlich)*):$"
)
_DIAGNOSES = form(
    r"(?:this line|an? (?:\w+ )?(?:output|task|launch|wish|number|activity|project|date)|not|ein(?:e)? (?:\w+ )?(?:aufgabe|"
    r"wunsch|termin|zahl))\b"
)
_ASKS_OF_THE_TEAM = form(
    r"\b(?:your|euer|eure\w*|doubts?|questions?|worr(?:y|ies)|risks?|concerns?|gaps?|missing|reads?|says?|readings?|zweifel|"
    r"fragen?|sorgen?|risik\w+|lücken?|"
    r"fehlt|fehlen|name|give|write|nennt|schreibt|i(?:'d| would)? (?:rather )?ask|tell me)\b"
)
_BULLET = expression(r"^\s*(?:[-–—*+•·◦▪‣→]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?P<point>\S.*)$", re.IGNORECASE | re.MULTILINE)
_OF_THE_TEAM = expression(
    r"\b(?:you|your|ihr|euch|euer|eure\w*|this|that|kr ?\d|o\d|is|are|was|were|ist|sind|war|fehlt|missing|no|not)\b", re.IGNORECASE
)
_MEASURED = form(LEVEL + r"|(?<![\w.])\d|" + MEASURING_NOUN)


def listed(text: str) -> bool:
    """Two points of a list, and nothing asked in them: a measure in one of them."""
    if "\n" not in text:
        return False
    points = [match["point"] for match in _BULLET.finditer(text)]
    told = [point for point in points if "?" not in point and not _OF_THE_TEAM.search(point)]
    return len(points) > 1 and len(told) == len(points) and any(_MEASURED.pattern.search(point.lower()) for point in told)


def announced(sentence: Sentence) -> bool:
    """Whether what stands before the colon of this sentence announces wording, and this sentence gives it."""
    if not sentence.lead or sentence.asks_openly or len(sentence.words) < 2:
        return False
    if _REFUSES.pattern.search(sentence.lead):
        return False
    if _NAMES_A_LINE.pattern.search(sentence.lead) and sentence.tells and not _DIAGNOSES.pattern.match(sentence.lower):
        return True
    return _LEADS.pattern.search(sentence.lead) is not None or (
        _ANNOUNCES.pattern.search(sentence.lead) is not None and not _ASKS_OF_THE_TEAM.pattern.search(sentence.lead) and sentence.tells
    )
