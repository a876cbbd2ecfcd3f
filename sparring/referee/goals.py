"""F1: a goal, key result or target that is stated as such, in whatever mood.

The rules know grammar, not samples: an imperative of change, a German infinitive at the end, a metric with a threshold, a team speaking of
itself. What is only hinted at is for `hints`, and for the second reader.
"""

import re

from sparring.referee.sentences import Sentence, any_stands, form, sentences
from sparring.referee.vocabulary import (
    CALENDAR,
    CHANGE_EN,
    CHANGE_INFINITIVES_DE,
    CHANGE_STEMS_DE,
    DEED_EN,
    DEED_IMPERATIVES_DE,
    FINITE_DE,
    THING,
    THING_DE,
    either,
)

_CHANGE, _DEED = either(CHANGE_EN), either(DEED_EN)
_NO_OBJECT = (
    r"(?!(?:of|in|is|was|are|were|or|and|to mind|through|as|but|can|may|could|would|might|will|alone|means|"
    r"says|tells|than|what|why)\b)"
)
_THOUGHT_OF = (
    r"(?!(?:me|us|him|her|it|them|this|that|these|those|one|two|three|someone|somebody|anyone|anybody|yourself|yourselves|each other|"
    r"away|aside|back|down|up|out|on|off|over|in|into|for|from|with|by|at|to|of|or|and|as|if|is|was|are|"
    r"were|can|may|could|would|might|will|"
    r"sure|room|what|who|how|which|whether|when|where|why|mind|sense|nothing|something|anything|together|"
    r"here|there|than|alone|rates?|ratios?|times?|tickets?|calls?|costs?|numbers?|dates?|"
    r"(?:the|this|that|your|any|each|its|their|his|her|my|our|a|an|another|some|both|all|kr|o|q)\b|kr\d|o\d)\b)"
)
_MARK = (
    r"(?:(?<![a-z0-9])\d|\bpercent\b|\b(?:every|each|all|any) (?!three\b|two\b)\w+|\b(?:at least|at most|no more than|"
    r"no (?:single )?\w+ (?:than|waits?))\b|"
    r"\b(?:to|by|under|below|above|within) (?:an? )?(?:half|third|quarter|ten|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred)\b|"
    rf"\bby {CALENDAR}\b|\bso that\b)"
)
_IMPERATIVE = re.compile(rf"(?:{_CHANGE} {_NO_OBJECT}[\w'\"“„$€£<>~-]|make (?:our|every|all|each|us)\b)")
_MAKES = re.compile(
    r"(?:make|turn|keep|help|get|give) (?!(?:me|us|it|this|that|them|sure|up|room|sense|a (?:case|list|guess|bet|note|point|copy)|"
    r"the (?:case|list|guess|bet|point)|your (?:case|point))\b)"
    r"(?:(?:the|your|a|an|any) )?[\w'-]+(?: [\w'-]+){0,4} (?:(?:more |less |so |as )?\w+(?:ful|less|able|ible|ier|est|ous|ive)\b|into\b|"
    r"(?:faster|better|easier|easy|reliable|simple|the (?:best|first|most|default|only|reason|rule|place|tool|norm|standard))\b)"
)
_DEED_DONE = re.compile(rf"{_DEED} {_THOUGHT_OF}[\w'$€£<>~-]")
_DEED_MARKED = re.compile(
    rf"(?:{_CHANGE}|{_DEED}) (?!(?:me|us|it to|is|was|are|were|rates?|ratios?|times?|tickets?|calls?|costs?|"
    rf"numbers?|dates?)\b)[^?]{{0,120}}?{_MARK}"
)
_PARTICLED = re.compile(
    r"(?:(?:win|bring|get) back|roll out|open up|scale (?:up|out)|build (?:up|out)|speed up|step up|ramp "
    r"up|phase out|cut (?:back|down)|drive (?:up|down)|"
    r"bring (?:down|up)|take over|set up|scale back) (?!(?:it|this|that|them|to|and|or|is|was)\b)\w"
)
_VALUE_ALONE = re.compile(r"[<>≥≤=+-]{0,2}\s?[€$£]?\d[\d.,]*\s?(?:%|percent|prozent|[km])?(?: [\w%]+){0,3}[.!?]?$")
_TO_CHANGE = re.compile(rf"to {_CHANGE} {_NO_OBJECT}(?!.*\b(?:is|are|was|would|will|takes|means|needs?|must|have|has|had)\b)[^,]*$")

_NOT_SUBJECT_DE = (
    r"(?!(?:ihr|er|sie|es|man|wer|was|sich|euch|mir|uns|mich|jemand\w*|niemand\w*|nicht|nichts|ein|kein|der|euer|unser|jeder|dieser|das|"
    r"dies|und|oder|aber|nur|auch|heute|bloß|mal|einmal|aus|vor|an|auf|ab|weg|ob|wie|kr\s?\d|o\d)\b)"
)
_IMPERATIVE_DE = re.compile(
    rf"(?:(?:{either(CHANGE_STEMS_DE)}(?:t|et)|{either(CHANGE_STEMS_DE)}n? sie|{either(DEED_IMPERATIVES_DE)})"
    rf" {_NOT_SUBJECT_DE}[\wäöü„“\"<>]|"
    r"(?:sorgt|sorge|sorgen sie) dafür\b|stellt? sicher\b|werdet? (?:zu[rm]?|die|der|das)\b)"
)
_CLAUSE_AFTER_DE = re.compile(r", (?:so |dann |ist |sind |hat |haben |war |wird |werden |kann |könnte |bleibt |was |wer |wie |warum )")
_ASIDE_DE = re.compile(
    r" (?:weg|beiseite|vor|hin|an|inne|daneben|nebeneinander|zur seite|auf den tisch|an die wand|zurück|ab|gegenüber|"
    r"einmal|mal)[.!]?$"
)
"""What a team is asked to do with a line, not with the world: "legt die Zahl einen Moment weg"."""
_INFINITIVE_END_DE = re.compile(rf"(?<! zu) {either(CHANGE_INFINITIVES_DE)}[\"“”»«'’).!?]*$")
_BIS_DATE = re.compile(rf"\bbis (?:zum |zur |ende |mitte |anfang )?(?:\d|{CALENDAR})")
_NOUNS_OF_CHANGE_DE = re.compile(
    r"(?:die |eine |der )?(?:steigerung|erhöhung|senkung|reduktion|reduzierung|verringerung|verbesserung|"
    r"verkürzung|verdoppelung|verdopplung|"
    r"halbierung|ausweitung|einführung|aufbau|ausbau|etablierung|minimierung|maximierung) (?:der|des|von|"
    r"unserer|eurer|unseres|eures|vom)\b"
    r"(?!.*\b(?:ist|sind|wäre|wird|hat|kann|könnte|sagt|heißt|bedeutet|hilft|war|würde|steht|bleibt)\b)"
)
_NOUNS_OF_CHANGE_EN = re.compile(
    r"(?:an? |the )?(?:increase|reduction|decrease|improvement|growth|rise|drop) (?:of|in) (?!.*\b(?:is|"
    r"are|was|would|can|could|may|might|has|"
    r"does|says|tells|means|comes|came|will|if|says|do|did|needs?)\b)"
)

_WE_EN = re.compile(
    rf"(?:we(?:'ll| will| are going to| aim to| want to| strive to)? (?:{_CHANGE}|delight|are the|become|win)|"
    r"our [\w' -]{3,50}? (?:love|loves|trust|trusts|feel|feels|become|becomes|are|is|find|finds|enjoy|"
    r"get|gets|deliver|delivers|return|reaches|reach) )"
)
_WE_DE = re.compile(
    rf"(?:wir (?:{either(CHANGE_STEMS_DE)}e?n|begeistern|gewinnen|schaffen|werden|sind de[rn]|sind die|"
    rf"sind das|liefern|machen|erreichen|haben un)|"
    r"unsere? [\w -]{3,50}? (?:lieben|vertrauen|fühlen|erleben|sind|ist|wird|werden|finden|bekommen|liefern|"
    r"erreichen|empfehlen|begeistert) )"
)

_METRIC = (
    r"(?:rate|share|percentage|number|time|score|retention|conversion|churn|activation|adoption|satisfaction|"
    r"revenue|costs?|nps|csat|uptime|"
    r"latency|tickets?|complaints?|errors?|losses|visits?|users?|listeners?|members?|merchants?|customers?|"
    r"teams?|\w*quote|anteil|\w*zeit|\w*kosten|"
    r"\w*zahl|\w*rate|beschwerden|kunden|nutzer|ausfälle|\w*fehler|zufriedenheit|verfügbarkeit)"
)
_VALUE = r"(?:[€$£]\s?)?(?:\d|one|two|half|zero|null|(?:an? )?(?:third|quarter|fifth|tenth)\b)"
_THRESHOLD = re.compile(
    rf"\b{_METRIC}\b[^.;?!]{{0,40}}?(?:[≥≤<>]=?|\b(?:at least|at most|no (?:more|less|fewer|higher|lower)"
    rf" than|mindestens|höchstens|maximal)\b|"
    rf"(?<!\w)(?:up|down) to\b|\b(?:stays?|kept|bleibt|bleiben) (?:below|under|above|over|unter|über|bei)\b)\s*{_VALUE}"
)
_FRAGMENT_CHANGE = re.compile(
    rf"\b(?:increas|grow|ris|decreas|declin|fall|dropp|improv|climb|sink|steig|wachs)(?:ing|end)\b[^.?!]{{0,30}}\b(?:to|"
    rf"by|from|auf|um|von)\b\s*{_VALUE}"
)
_FRAGMENT_CLASS = re.compile(rf"^[^?]{{2,60}}(?:[<>≥≤]=?|\b(?:under|below|over|above|unter|über|up to|down to)\b)\s*{_VALUE}[^?]{{0,40}}$")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should|must|"
    r"says?|means?|gives?|takes?|comes?|goes|"
    r"went|came|tells?|stands?|looks?|sounds?|counts?|ist|sind|war|waren|hat|haben|kann|können|soll|wird|"
    r"werden|würde|wäre|sagt|heißt|steht|"
    r"gibt|geht|kommt|liegt|bleibt|klingt)\b"
)

_PEOPLE = (
    r"(?:customers?|users?|members?|visitors?|merchants?|listeners?|readers?|viewers?|patients?|buyers?|"
    r"sellers?|shoppers?|admins?|employees?|applicants?|"
    r"candidates?|drivers?|teachers?|students?|pupils?|parents?|guests?|tenants?|partners?|developers?|"
    r"engineers?|citizens?|residents?|families|clients?|"
    r"kund(?:e|en|innen)|nutzer(?:innen)?|mitglied(?:er)?|besucher|händler|hörer|leser|patient(?:en|innen)"
    r"?|käufer|verkäufer|bewerber(?:innen)?|mitarbeiter|"
    r"mitarbeitende|fahrer|lehrkräfte|schüler(?:innen)?|eltern|gäste|mieter(?:innen)?|partner|bürger(?:innen)?)"
)
_AS_WISHED = (
    r"(?:stops?|never|no longer|without|always|on their own|by themselves|themselves|within|in under|from "
    r"(?:day one|the first|the start)|at first|on the first|"
    r"(?:recommend|love|trust|choose|prefer|rave|brag|come back|return|stay|sleep|feel|look forward|enjoy|delight|rely|count on)s?|"
    r"empfehlen|lieben|vertrauen|bevorzugen|bleiben|fühlen sich|freuen sich|ohne|nie|nicht mehr|keine[nr]? "
    r"\w+ mehr|immer|selbst|allein|beim ersten|ab dem ersten|vom ersten|sofort)"
)
_STATE_OF_PEOPLE = re.compile(
    rf"(?:(?:every|each|all|our|new|most|first-time|jede[rs]?|alle|unsere|neue|kein|keine) )*(?:[\w-]+ "
    rf"){{0,2}}?{_PEOPLE} (?:(?!who\b|that\b|which\b|die\b)[\w'-]+ ){{0,6}}?{_AS_WISHED}\b"
)
_EVERYBODY = re.compile(
    rf"(?:every|jede[rsn]?) (?:[\w-]+ ){{0,2}}?{_PEOPLE} (?!(?:who|that|of|in|is|has|had|was|could|"
    rf"may|might|can|would|will|hat|ist|kann|könnte)\b)\w+(?:s|t)\b"
)
_BUT = re.compile(
    r"n't\b|\b(?:not|cannot|nicht|but|yet|although|though|even|still|anyway|because|if|when|while|until|unless|may|might|could|"
    r"can|would|did|was|were|only|maybe|perhaps|nobody|nothing|says?|said|claims?|"
    r"assumes?|believe|think|means?|trotzdem|dennoch|aber|obwohl|wenn|weil|kann|können|könnte\w*|würde\w*|"
    r"vielleicht|sagt|sagen|heißt|noch|auch|nur|bevor|bis|als)\b|\.\.\."
)
_COMPARED = re.compile(
    r"(?:more|fewer|less|higher|lower|faster|mehr|weniger|höhere|niedrigere|schnellere|kürzere) [\w-]+(?: "
    r"[\w,'-]+)*[.!]?$"
)
_WORLD_VERB = re.compile(
    r"\b(?:mean|means|bring|brings|cost|costs|take|takes|need|needs|hide|hides|make|makes|leave|leaves|"
    r"come|comes|go|goes|help|helps|tell|tells|say|prove|proves|move|moves|"
    r"than|als|heißt|bedeuten|bedeutet|bringt|bringen|kosten|kostet|machen|macht|helfen|hilft|sagen|sagt|zeigen|zeigt)\b"
)

_FORMS = (
    form(
        r"\b(?:as measured by|measured (?:as|by|in)|gemessen an|gemessen als) (?!(?:who|what|how|wem|was|whom|nothing|itself)\b)",
        "measured gemessen",
    ),
    form(
        r"\bwhat (?:you|we|they|the team|it)(?:'re| are|'s| is)? (?:(?:really|actually|truly|probably) )*(?:want|"
        r"mean|need|after|aiming (?:for|at)|"
        r"trying to (?:say|achieve|do|reach)|driving at|looking for|saying|describing)(?:ed)? (?:here |now )?is (?!(?:missing|"
        r"not|unclear|nowhere|still|in|on)\b)",
        "what",
    ),
    form(
        rf"\b(?:your|the|the team's) (?:real|true|actual|underlying|genuine|proper) {THING} (?:here )?(?:is|"
        rf"would be|should be)\b",
        "your the team's",
    ),
    form(
        rf"\b{THING} (?:here |then |now )?(?:is|would be) (?:then |now |simply |really )?(?:the |a |an )?(?:number|"
        rf"share|percentage|rate|proportion|count|average|median|"
        r"amount|time (?:it takes|until|from)|anteil|zahl|anzahl|quote) (?:of|per|that|who|der|von|des|with)\b"
    ),
    form(r"^(?:so )?(?:it|this|that) is really(?: about)?\b(?=:|\s)"),
    form(
        r"^(?:i think |i guess |surely |do )?(?:you|they) (?:really |actually |probably |surely )?(?:mean|"
        r"meant) (?!(?:to|by|that for|it|this|what|well|when|something|anything|the same)\b)\w",
        "mean meant",
    ),
    form(
        r"\b(?:success|winning|victory) (?:means?|is when|looks like|would mean|would be|could be|should be|"
        r"might be|can be defined|here is)\b"
        r"(?! (?:something|different|nothing|what|that nobody|whatever|little|lost|missed|in the|the word|hard|easy)\b)",
        "success winning victory",
    ),
    form(
        r"^(?:let's |let us )?(?:define|call) (?:success|trust|done|winning|it|that|\w+) as (?!(?:you|they|"
        r"what|whatever)\b)\w",
        "define call",
    ),
    form(
        rf"(?:that|this|there|here)(?:'s| is|'re)? (?:is )?(?:now )?(?:your|an?|the|our) (?:\w+ )?{THING}[.!?]?$",
        "that that's this there there's here here's",
    ),
    form(r"\bhow (?:might|can|could|do|will) we " + _CHANGE + r"\b", "how", open_questions=True),
    form(r"\b(?:eigentliche?s?|wirkliche?s?|wahre?s?|echte?s?) " + THING_DE + r" (?:hier )?(?:ist|wäre|lautet|heißt)\b"),
    form(
        r"\bwas (?:ihr|wir|sie) (?:(?:wirklich|eigentlich|tatsächlich|wohl) )*(?:wollt|meint|braucht|sucht|"
        r"wollen|meinen|anstrebt),? ist(?! (?:nicht|unklar|offen|hier)\b)",
        "was",
    ),
    form(r"^ihr (?:wollt|meint|sucht|braucht) (?:doch |ja |wohl )*(?:eigentlich|im grunde|in wahrheit|wirklich|im kern)\b", "ihr"),
    form(r"\beigentlich (?:wollt|meint|geht es euch|braucht) (?:ihr|um)\b(?! was\b)", "eigentlich"),
    form(
        r"(?:^(?:eigentlich |wohl )?|: )(?:gemeint ist|ihr meint(?: \w+){0,2}(?: eher| wohl| doch)?|meint "
        r"ihr (?:eher|vielleicht|eigentlich|nicht eher)|das heißt eigentlich)\b(?! damit)",
        "gemeint meint heißt",
    ),
    form(r"\b(?:erfolg (?:heißt|bedeutet|hieße|ist,? wenn|wäre,? wenn|wäre))\b(?! (?:was|etwas|nichts|hier|für|nicht|das)\b)", "erfolg"),
    form(rf"(?:das|da|hier) (?:ist|wäre|habt ihr|steht)(?: doch| ja)? (?:euer|eure|ein|das) (?:\w+ )?{THING_DE}[.!?]?$", "das da hier"),
)


def goal(text: str) -> bool:
    """F1: every goal on the page is the team's own. A goal stated as such is withheld: imperative, infinitive, threshold, "we"."""
    return any(_states_goal(sentence) for sentence in sentences(text)) or any_stands(_FORMS, text)


def _states_goal(sentence: Sentence) -> bool:
    lower = sentence.lower
    if _THRESHOLD.search(lower) and not sentence.supposes and not sentence.asks_openly:
        return True
    if _DEED_MARKED.match(lower) and not sentence.asks_openly:
        return True
    if sentence.is_question:
        return False
    if _IMPERATIVE.match(lower) or _MAKES.match(lower) or _DEED_DONE.match(lower) or _PARTICLED.match(lower) or _TO_CHANGE.match(lower):
        return True
    if _WE_EN.match(lower) or _WE_DE.match(lower) or _NOUNS_OF_CHANGE_DE.match(lower) or _NOUNS_OF_CHANGE_EN.match(lower):
        return True
    if _FRAGMENT_CHANGE.search(lower) and not sentence.supposes and not _VERB.search(lower):
        return True
    if _FRAGMENT_CLASS.match(lower) and not _VERB.search(lower):
        return True
    if not _BUT.search(lower) and (_STATE_OF_PEOPLE.match(lower) or _EVERYBODY.match(lower)):
        return True
    if sentence.lead and _VALUE_ALONE.match(lower) and not _VERB.search(sentence.lead):
        return True
    if _compares_only(sentence) or _bare_infinitive(sentence):
        return True
    if sentence.asks:
        # In German a question for yes or no begins with its verb, as a command does.
        return False
    return _IMPERATIVE_DE.match(lower) is not None and not _ASIDE_DE.search(lower) and not _CLAUSE_AFTER_DE.search(lower)


def _compares_only(sentence: Sentence) -> bool:
    """A comparison without a verb: "More people, fewer queues"."""
    lower = sentence.lower
    if lower.endswith(":") or sentence.lead or len(sentence.words) < 3 or not _COMPARED.match(lower):
        return False
    return _VERB.search(lower) is None and _WORLD_VERB.search(lower) is None


def _bare_infinitive(sentence: Sentence) -> bool:
    """A German infinitive at the end of a sentence that has no finite verb and no subject: "Wartezeiten spürbar senken"."""
    lower = sentence.lower
    if not _INFINITIVE_END_DE.search(lower) or len(sentence.words) < 3:
        return False
    words = sentence.words - {"bis"} if _BIS_DATE.search(lower) else sentence.words
    return words.isdisjoint(FINITE_DE)
