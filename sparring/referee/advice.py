"""F3, F6 and F7: instructions to replace words, advice on metrics, verdicts on wordings, praise."""

import re

from sparring.referee.sentences import NOT_IN_A_CLAUSE, holds_any, sentences

_ASKS = r"(?:what|which|who|whose|how|where|when|why|was|welche\w*|wer|wie|wo|wann|warum)"
_REPLACEMENT = (
    r"^(?:i(?:'d|’d| would)\s+|you (?:could|should|might)\s+|better\s+)?(?:replace|swap|substitute|exchange|change|rename|turn|switch)"
    r"\s+.{2,60}?\s+(?:with|for|to|by|into)\s+\S",
    r"^(?:strike|delete|remove|drop|cross out|cut out)\s+(?:the words?|the phrase|kr|o\d|[\"“„‘']|this (?:line|key result|objective)|"
    r"the (?:first|second|third|last) (?:line|key result|objective))",
    r"\bshould be (?:replaced|swapped|changed|reworded|rewritten|renamed|merged|split|removed|dropped)\b",
    rf"\b(?:instead of|rather than)\s+[^,?]{{2,60}},\s+(?!{_ASKS}\b)(?:write|say|use|put|aim|measure|track|target|set|go|try|state|"
    r"focus)\b",
    r"\b(?:write|say|put|use)\s+.{2,80}?\s+(?:instead|in its place)\b[^?]*$",
    r"^(?:try )?(?:rewording|rephrasing|reframing|rewriting)\b",
    r"^(?:reword|rephrase|reframe|rewrite|restate)\b(?!.*\b(?:own words|yourselves|yourself)\b).*(?::|\bas\b|\bto (?:say|read)\b)",
    r"^(?:ersetz\w*|tausch\w*|streich\w*|ändert|ändere)\s+.{2,60}?\s+(?:durch|gegen|in|zu|und)\s+\S",
    r"\bstatt\s+[^,?]{2,60}?,?\s+(?:besser|lieber|schreibt|sagt|nehmt|messt|formuliert)\b",
    r"\bsollte\w*\s+(?:\w+\s+){0,6}?(?:ersetzt|gestrichen|umformuliert|geändert|zusammengelegt)\b",
)
_REPLACE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _REPLACEMENT)

_MEASURING = r"(?:measure|track|aim for|aim at|target|count|monitor|look at|watch|use|choose|pick)"
_METRIC_ADVICE = (
    rf"{NOT_IN_A_CLAUSE}\b(?:you|the team|one|we|teams)\s+(?:could|should|might|can|may|ought to|need to|must)\s+"
    rf"(?:instead |rather |also |better |simply |just )*{_MEASURING}\b(?! (?:it|that|this|them)\b)(?!ing)",
    rf"^(?:instead,? |better,? |rather,? )?(?:{_MEASURING})\s+(?!who\b|what\b|which\b|whether\b|how\b|when\b|where\b|the last\b|back\b|"
    r"at\b|one of\b|yourselves\b|two of\b)[^?]*(?:\binstead\b|\brather\b|\d)",
    rf"\b(?:instead|rather),?\s+(?:{_MEASURING})\b(?! (?:it|that|this|them)\b)[^?]*$",
    rf"\b{_MEASURING}\s+(?!something\b|anything\b|nothing\b)[^.?]{{2,50}}\s+instead\b",
    r"\bthe (?:right |better |real )?(?:target|number|threshold|baseline|goal)\s+(?:should|ought to|must|needs to|has to|would)"
    r"\s+(?:rather |instead )?be\b",
    r"\b(?:add|introduce|include|set|define)\s+(?:an?|the|another)\s+(?:[\w-]+\s+)?(?:counter-?metric|guardrail|metric|kpi|target|"
    r"leading indicator|key result)s?\s*(?::|of\b|like\b|such as\b|for\b|on\b)",
    r"\b(?:stattdessen|lieber|besser)\s+(?:\w+\s+){0,4}?(?:messen|verfolgen|zählen|tracken|anpeilen|betrachten)\b",
    r"\b(?:ihr|man|das team)\s+(?:könntet|solltet|könnte|sollte|müsstet)\s+(?:\w+\s+){0,6}?(?:messen|verfolgen|zählen|tracken|"
    r"betrachten)\b",
    r"^(?:messt|zählt|verfolgt|nehmt)\s+(?:doch |lieber |besser |stattdessen )\S",
    r"\b(?:success|erfolg) (?:could|should|would|might|könnte|sollte) (?:be|als)\b",
)
_ADVICE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _METRIC_ADVICE)

_VERDICTS = (
    r"\b(?:the|your)\s+(?:first|second|third|latter|former|last|new|old)\s+(?:wording|version|formulation|phrasing|variant|option|"
    r"draft)\s+(?:is|works|reads|sounds|feels|looks)\s+(?:\w+\s+)?(?:better|stronger|sharper|clearer|best|weaker|worse|good)",
    r"\b(?:i|we)(?:'d|’d| would)? (?:prefer|favou?r|like) (?:the|your|version|option|variant|wording)\b",
    r"\b(?:option|version|variant|variante) (?:a|b|c|one|two|1|2|eins|zwei) (?:is|wins|works|reads|ist|klingt)\b",
    r"\b(?:warmer|colder|hotter|getting (?:warm|close)|you(?:'re|’re| are) getting (?:there|closer)|almost there|wärmer|kälter|heiß)"
    r"\b(?=\s*[.,!:;]|$| if\b)",
    r"\b(?:grade|score|rating|note|bewertung)\s*(?::|of|is|would be|=)\s*(?:[a-f][+-]?\b|\d+\s*(?:/|of|out of|von))",
    r"\bi(?:'d|’d| would) (?:give|rate|score|grade) (?:this|it|your|the|kr)\b",
    r"\b(?:die|eure)\s+(?:erste|zweite|neue|alte|letzte)\s+(?:formulierung|fassung|version|variante)\s+(?:ist|klingt|wirkt)"
    r"\s+(?:\w+\s+)?(?:besser|stärker|klarer|schwächer|gut)",
)
_VERDICT = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _VERDICTS)

_PRAISES = (
    r"^(?:great|excellent|awesome|amazing|fantastic|brilliant|perfect|impressive|wonderful|nice|lovely|well done|good (?:job|work|"
    r"start|point|question|answer)|super|klasse|prima|toll|"
    r"gut gemacht|sehr gut|stark|hervorragend|ausgezeichnet|perfekt)\b(?=[\s,!.:;]*(?:$|[!.,:;]|\w+[!.]|work|job|draft|objective|point|"
    r"question|answer|goal|arbeit|entwurf|ziel|frage|antwort))",
    r"\b(?:this|that|it|your (?:draft|objective|key result|answer|goal|page)|you)(?:'s|’s|'ve|’ve| is| are| have| has)?\s+(?:really |"
    r"very |already |such |truly |clearly )*(?:an? )?"
    r"(?:great|excellent|awesome|amazing|fantastic|brilliant|impressive|outstanding|exemplary|wonderful|done (?:a )?(?:great|good|well))\b",
    r"\b(?:i|we) (?:really |do )*(?:love|admire|like how|like that|appreciate)\b",
    r"\b(?:das|euer|eure) (?:\w+ )?(?:ist|sind) (?:wirklich |sehr |schon |ein(?:e)? )*(?:toll\w*|großartig\w*|hervorragend\w*|"
    r"ausgezeichnet\w*|beeindruckend\w*|klasse|vorbildlich\w*)\b",
)
_PRAISE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PRAISES)


def replacement(text: str) -> bool:
    """F3: words are to be replaced, struck, merged or renamed."""
    return any(holds_any(_REPLACE, sentence) for sentence in sentences(text))


def metric_advice(text: str) -> bool:
    """F6: what to measure or aim for instead is named."""
    return any(holds_any(_ADVICE, sentence) for sentence in sentences(text))


def wording_verdict(text: str) -> bool:
    """F7: a choice between wordings, a score, a game of warmer and colder."""
    return holds_any(_VERDICT, text)


def praise(text: str) -> bool:
    """F7: praise or flattery."""
    return any(holds_any(_PRAISE, sentence) for sentence in sentences(text))
