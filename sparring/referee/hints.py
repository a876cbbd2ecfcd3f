"""F6: a question hides an answer: it names the line, the measure or the wording that it pretends to ask about."""

from sparring.referee.offers import ADVERBS, MEASURE, STATE
from sparring.referee.sentences import THING_MARK, any_stands, form
from sparring.referee.vocabulary import BETTER_DE, BETTER_EN, GOOD_EN, THING, THING_DE

_POINTS_AT = r"(?!(?:what|which|who|how|why|whether|when|where|so|it|this|that|them|you|they|yes|no|nothing|something|anything|out)\b)"
_ABOUT = (
    rf"(?:read|say|sound|look like|become|be about|be(?= (?!\w+[.?!]?$){STATE})|{MEASURE}|speak (?:of|"
    rf"about)|talk about|state|name|aim (?:for|at)|focus on|go)"
)

_NAMED_THING = (
    rf"(?:kr ?\d+(?:\.\d+)*|o\d+|(?:the|your|this) (?:first|second|third|last|fourth) {THING}|(?:the|your|"
    rf"this) (?:objective|key result|kr|goal|metric|measure|indicator|target|north star|baseline|result)"
    rf")"
)
_NAMED_THING_DE = rf"(?:kr ?\d+(?:\.\d+)*|o\d+|(?:das|euer|eure|die|dieses) (?:erste|zweite|dritte|letzte)? ?{THING_DE})"
_HINTS = (
    form(
        rf"^(?:is|isn't|was|wasn't|would|wouldn't|ist|wäre|lautet) (?:the|your|das|euer|eure|die) (?:[\w-]+ )?(?:{THING}|{THING_DE}) "
        rf"(?:(?:not|nicht|really|actually|eigentlich|then|denn|in truth|simply|be) )*"
        rf"(?:that|dass|,? dass|about the|simply (?:a|the))\b(?! (?:what|was|the same|line|one|clear)\b)",
        THING_MARK,
    ),
    form(
        rf"^(?:could|should|might|would|shouldn't|couldn't|wouldn't|mightn't|can|may|must|ought) {_NAMED_THING} "
        rf"(?:not )?{ADVERBS}{_ABOUT} {_POINTS_AT}\w",
        "can could couldn't may might mightn't must ought should shouldn't would wouldn't",
    ),
    form(
        rf"\b(?:would|wouldn't|could|couldn't|might|may|isn't|aren't|is|are|should|shouldn't) (?!(?:this|that|"
        rf"it|either|one|there|these)\b)[^?]{{3,80}}? (?:not )?(?:be |make |a )?(?:an? |the )?(?:far |much "
        rf"|even )?(?:{BETTER_EN}|more telling|more useful|more honest|fairer|truer) (?:\w+ )?(?:{THING}|signal|"
        rf"sign|number|test|proof|choice|fit)\b",
        "are aren't could couldn't is isn't may might should shouldn't would wouldn't",
    ),
    form(
        rf"^(?!if\b)[^?]{{3,80}} (?:would|could|might|may) (?:be|make|serve as|work as|do as|give you) (?:an? "
        rf"|the )?(?:far |much |even |also )?(?:{BETTER_EN}|{GOOD_EN}|more telling|more useful|more honest|"
        rf"leading) (?:\w+ )?(?:{THING}|signal|number|choice|fit)\b(?! (?:if|for whom)\b)",
        "could may might would",
    ),
    form(
        r"\b(?:would|could|might|may) (?:be|say|tell you|show) (?:far |much |even )?(?:more telling|more (?:\w+ )?than all)\b",
        "even more much",
    ),
    form(
        r"^(?:would|does|doesn't|wouldn't|isn't|could|might|is) [\"“„'‘][^\"“”]{8,}[\"“”'’]",
        "could does doesn't is isn't might would wouldn't",
    ),
    form(
        r"\bisn't what you (?:mean|want)|\b(?:do|don't|could|might|would) you (?:perhaps |maybe |really |actually "
        r"|not )*mean (?!by\b|it\b|that\b|this\b|what\b)\w",
        "isn't mean",
    ),
    form(r"\bwould it be (?:fair|right|true|better|clearer|wrong) to (?:say|call|write|phrase|put)\b", "would"),
    form(
        r"^(?:should|shouldn't|couldn't|wouldn't|could) (?:you|the team|we|it|this|that|there)(?: not| rather|"
        r" instead| also)* (?:be about|measure|track|aim (?:for|at)|target|write|say|count|be called)\b(?! "
        r"(?:something|anything|what|it|this|that)\b)",
        "could couldn't should shouldn't wouldn't",
    ),
    form(
        rf"\b(?:wäre|wären) (?:nicht |das nicht |hier nicht |vielleicht |eher )*(?:(?:eher|vielmehr) )?(?!es\b|"
        rf"das\b\?|was\b)[^?]{{3,70}}(?:nicht )?(?:das |die |der |ein |eine )?(?:{BETTER_DE}|eigentliche[rs]?|"
        rf"wahre[rs]?) (?:{THING_DE}|zahl|signal|zeichen|maß)",
        "wäre wären",
    ),
    form(r"\bwäre (?:es )?nicht (?:eher|vielmehr|besser|klarer|ehrlicher|sinnvoller)\b", "wäre"),
    form(
        rf"^(?:könnte|sollte|müsste|dürfte) (?:es )?(?:nicht |bei |in |mit )*{_NAMED_THING_DE} (?:nicht |eher "
        rf"|auch |vielleicht |besser )*(?:von|um|über|lauten|heißen|den|die|das|auf)\b",
        "dürfte könnte müsste sollte",
    ),
    form(
        rf"^(?:könnte|sollte|müsste) es (?:nicht |eher )*(?:bei|in|mit) {_NAMED_THING_DE} (?:nicht |eher |vielleicht )*(?:um|gehen)\b", "es"
    ),
    form(
        r"\b(?:solltet|könntet|müsstet) ihr (?:nicht |eher |lieber |besser |vielleicht |stattdessen )+[^?]*(?:messen|"
        r"zählen|schreiben|verfolgen|aufnehmen|sagen|anpeilen)\b",
        "solltet könntet müsstet",
    ),
    form(r"\b(?:meint|wollt) ihr (?:vielleicht |eher |eigentlich |nicht )+\w", "meint wollt"),
)


def hint(text: str) -> bool:
    """F6: a question hides no answer. One that names the measure, the line or the wording that it asks about is withheld."""
    return any_stands(_HINTS, text)
