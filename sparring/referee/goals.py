"""F1: goals stated as such, and offers of wording.

The rules read one sentence at a time in English and German and know grammar, not samples: hedged hints inside a question pass them,
which is what the second reader and the `bank` voice are for.
"""

import re

from sparring.referee.sentences import NOT_IN_A_CLAUSE, holds_any, sentences

_STRONG = (
    r"increase|reduce|grow|raise|decrease|lower|improve|boost|double|triple|quadruple|halve|cut|achieve|attain|maximi[sz]e|minimi[sz]e|"
    r"accelerate|delight|become|"
    r"shorten|slash|eliminate|lift|dominate|expand|establish|transform|optimi[sz]e|moderni[sz]e|streamline|strengthen|scale|deliver|"
    r"launch|build|ship|drive|enable|"
    r"unlock|empower|make (?:our|every|all|each|us)"
)
_WEAK = (
    r"reach|hit|make|win|ensure|create|maintain|keep|get|bring|move|migrate|close|hire|sign|onboard|"
    r"convert|retain|complete|answer|train|publish|acquire|generate|secure|hold|resolve|roll out|stay|turn|take|have"
)
_GOAL_START = re.compile(rf"(?:{_STRONG})\s+(?!of\b|in\b|is\b|was\b|or\b|and\b|to mind\b|through\b)[\w'’-]+", re.IGNORECASE)
_TARGETED_START = re.compile(
    rf"(?:{_STRONG}|{_WEAK})\b[^?]*?(?:\d|\bpercent\b|\b(?:to|by|under|below|above|at least|within)\s+(?:an?\s+)?(?:half|third|quarter|"
    r"ten|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred)|\bby (?:the end of|end of|year[- ]end|q[1-4]|january|february|march|april|may|june|july|august|"
    r"september|october|november|december))",
    re.IGNORECASE,
)
_GOAL_END_DE = re.compile(
    r"(?:\bauf\b|\bum\b|\bunter\b|\büber\b|\bmindestens\b|\bhöchstens\b|\bvon\b).*?(?:\d|prozent|hälfte|drittel|viertel).*?\b"
    r"(?:steigern|erhöhen|senken|reduzieren|verringern|verbessern|verkürzen|halten|erreichen|bringen|heben|ausbauen|drücken|verdoppeln|"
    r"halbieren|gewinnen|abschließen)"
    r"\s*[.!?]?[\"“”»'’)]*$",
    re.IGNORECASE,
)
_GOAL_VERB_DE = re.compile(
    r"^[^?,]{3,90}\s(?:steigern|erhöhen|senken|reduzieren|verringern|verkürzen|verdoppeln|halbieren|maximieren|minimieren)"
    r"[.!]?[\"“”»'’)]*$",
    re.IGNORECASE,
)
_MODAL_DE = re.compile(
    r"\b(?:soll(?:en|t|te|ten)?|woll(?:en|t|te|ten)|könn(?:en|t|te|ten|tet)|kann|würde[nt]?|würdet|will|muss|müss(?:en|t|te)|darf|"
    r"dürf(?:en|t|te)|lassen|lässt|um|wird|werden)\b",
    re.IGNORECASE,
)
_METRIC_TARGET = re.compile(
    r"(?:\b(?:rate|share|percentage|number|time|score|retention|conversion|churn|activation|satisfaction|revenue|cost|costs|quote|"
    r"anteil|zeit|kosten|zahl)\b[^.;?!]{0,40}?)"
    r"(?:[≥≤<>]|\bat least\b|\bat most\b|\bno more than\b|\bmindestens\b|\bhöchstens\b)\s*[€$£]?\d",
    re.IGNORECASE,
)
_MEASURED_BY = re.compile(r"\b(?:as measured by|measured as|gemessen an|gemessen als)\s+(?!who\b|what\b|how\b|wem\b|was\b)", re.IGNORECASE)
_REALLY_WANT = re.compile(
    r"\b(?:what you (?:really|actually) (?:want|mean) is|your (?:real|true|actual) (?:goal|objective|target|key result|aim) (?:is|"
    r"would be)|so (?:it|this) is really)\b",
    re.IGNORECASE,
)

_THING = (
    r"(?:objectives?|key results?|krs?\s?\d*|o\d|goals?|targets?|metrics?|measures?|kpis?|versions?|wordings?|formulations?|phrasings?|"
    r"options?|alternatives?|outcomes?|results?|examples?|lines?|indicators?)"
)
_BETTER = r"(?:better|stronger|sharper|clearer|tighter|crisper|improved|good|great|solid|proper|cleaner|more \w+|outcome)"
_OFFERS = (
    rf"\b(?:an?|one|the|some|here (?:is|are)(?: an?| some| three| two)?)\s+{_BETTER}[\w -]{{0,20}}?\s{_THING}\b[^?]*?(?:would|could|"
    r"might|may)?\s*(?:be|is|are|read|look|say)s?\b",
    rf"^(?:a |an )?{_BETTER}\s+{_THING}\b",
    rf"\b(?:an?|the) (?:{_BETTER} )?(?:outcome|objective|key result|kr|goal|metric|target|version)[\w ]{{0,20}} (?:would|could|might)"
    r" (?:be|read|say|look|go)\b(?! (?:lost|missed|gone|hurt|harmed|met|missing|wrong|true|the first|left|dropped|different|worth))",
    r"\b(?:should|could|might|would|may)\s+(?:rather |instead |then |also |simply )?(?:read|say)\s*[:\"“„‘']",
    rf"\b(?:{_THING}|it)\s+(?:should|could|might|would)\s+(?:rather |instead |then |also |simply )?(?:read|say)\b[^?]*$",
    r"\b(?:should|could|might|would|may)\s+(?:rather |instead |then |also |simply )?"
    r"(?:be (?:re)?(?:worded|phrased|written|framed|stated as|defined as)|become something like|look like this)\b(?!-)[^?]*$",
    r"\b(?:i|we)(?:'d|’d| would| might| could| may)\s+(?:rather |instead |simply |suggest |recommend )?(?:re)?(?:word|phrase|write|"
    r"frame|state|define|put|sign|set|suggest|recommend|propose|choose|pick)\b(?! (?:ask|it for you|that for you|your))",
    r"\b(?:my|one|a) (?:suggestion|proposal|recommendation|draft) (?:is|would be|here|for)\b",
    rf"{NOT_IN_A_CLAUSE}\b(?:you|the team|teams?|one|a (?:company|team|coach) like \w+|companies like \w+) "
    r"(?:could|might|should|may|can)\s+(?:also |rather |instead |just |simply |then )*"
    r"(?:write|say|phrase|word|frame|state|put it|go with|use|set|commit to|target|aim)"
    r"\b(?! (?:you\b|it differently|so\b|this\b|that of\b|what\b|which\b|who\b|how\b|why\b|whether\b|yes\b|no\b))",
    r"\b(?:how about|what about (?=[^?]*(?:\d|[:\"“]))|wie wäre es mit|wie wär'?s mit|was haltet ihr von)\b",
    r"\bwhat if (?:the|your|this|that)?\s*(?:kr|key result|objective|goal|target|metric|line|result)?\s?\d*\s*(?:were|was|is|became|"
    r"read|said)\b[^?]*(?:\d|[\"“„‘':]|\b(?:reduce|increase|grow|raise|cut|share|percentage|rate)\b)",
    r"\b(?:consider|try|take|imagine|picture|think of|perhaps|maybe|for example|for instance|e\.g\.|i\.e\.|such as|something like|"
    r"along the lines of|zum beispiel|z\.\s?b\.|etwa|beispielsweise|"
    r"vielleicht|besser|stattdessen|vorschlag|vorschläge)\s*:\s*(?=\S)",
    r"\b(?:e\.g\.|for example|for instance|such as|something like|along the lines of|z\.\s?b\.|zum beispiel|beispielsweise)"
    r"[,:]?\s+[\"“„‘']?(?:(?:a|an|the|one|to|you (?:might|could))\s+)?"
    rf"(?:(?:{_STRONG}|aim|target|reach|measur\w+|track\w*|cutting|reducing|increasing|growing|raising)\b|[^.?]*?\d+(?:[.,]\d+)?\s?(?:%|"
    r"percent|prozent|days|hours|minutes))",
    r"\b(?:besser|klarer|stärker|schärfer|messbarer) wäre\b(?! es,? (?:wenn|zu wissen|zu fragen))",
    r"\b(?:ihr|man|wir|das team) (?:könntet|könnte|solltet|sollte|könnten|sollten)\s+(?:\w+\s+){0,3}?(?:schreiben|formulieren|sagen|"
    r"festlegen|anpeilen|anstreben|setzen)\b",
    r"\bich würde\b[^?]*\b(?:schreiben|formulieren|sagen|setzen|wählen|vorschlagen|empfehlen)\b",
    r"\b(?:use this (?:shape|template|structure|form)|^fill in\b|fill in the (?:blanks?|gaps?)|here (?:is|are) (?:a|an|some|two|three)|"
    r"in english (?:that|it|this)"
    r" would be|auf (?:deutsch|englisch) (?:wäre|hieße))\b",
    r"\b(?:would|wouldn't|wouldn’t) (?:it|this) (?:not )?be (?:clearer|better|stronger|sharper) (?:to (?:say|write|read)|if (?:it|"
    r"the \w+) (?:said|read))",
    r"\bhave you (?:thought about|considered|tried) (?:increasing|reducing|raising|cutting|lowering|growing|doubling|halving|measuring|"
    r"tracking|targeting|aiming|setting)\b",
)
_OFFER = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _OFFERS)


def goal(text: str) -> bool:
    """F1: a goal stated as such: an imperative of change or with a target, its German infinitive, a metric with a threshold."""
    if _MEASURED_BY.search(text) or _REALLY_WANT.search(text) or _METRIC_TARGET.search(text):
        return True
    for sentence in sentences(text):
        if _GOAL_START.match(sentence) and not sentence.endswith("?"):
            return True
        if _TARGETED_START.match(sentence):
            return True
        if not _MODAL_DE.search(sentence) and (_GOAL_END_DE.search(sentence) or _GOAL_VERB_DE.match(sentence)):
            return True
    return False


def offer(text: str) -> bool:
    """F1: a wording, example or better version is offered."""
    return any(holds_any(_OFFER, sentence) for sentence in (text, *sentences(text)))
