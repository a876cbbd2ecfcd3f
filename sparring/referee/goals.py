"""F1: a goal, key result or target that is stated as such, in whatever mood.

The rules know grammar, not samples: an imperative of change, a German infinitive at the end, a metric with a threshold, a team speaking of
itself. What is only hinted at is for `hints`, and for the second reader.
"""

from sparring.referee.goals_in_german import bare_infinitive, commands
from sparring.referee.phrases import DEADLINE, LEVEL, LIMIT, SHARE
from sparring.referee.sentences import ENGLISH_MARK, GERMAN_MARK, NUMBER_MARK, THING_MARK, Sentence, any_stands, form, opening, sentences
from sparring.referee.vocabulary import (
    CALENDAR,
    CHANGE_EN,
    CHANGE_STEMS_DE,
    DEED_EN,
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
_IMPERATIVE = form(
    rf"(?:{_CHANGE} {_NO_OBJECT}[\w'\"“„$€£<>~-]|make (?:our|every|all|each|us)\b)",
    opening((*CHANGE_EN, "make")),
)
_MAKES = form(
    r"(?:make|turn|keep|help|get|give) (?!(?:me|us|it|this|that|them|sure|up|room|sense|a (?:case|list|guess|bet|note|point|copy)|"
    r"the (?:case|list|guess|bet|point)|your (?:case|point))\b)"
    r"(?:(?:the|your|a|an|any) )?[\w'-]+(?: [\w'-]+){0,4} (?:(?:more |less |so |as )?\w+(?:ful|less|able|ible|ier|est|ous|ive)\b|into\b|"
    r"(?:faster|better|easier|easy|reliable|simple|the (?:best|first|most|default|only|reason|rule|place|tool|norm|standard))\b)",
    "^make ^turn ^keep ^help ^get ^give",
)
_DEED_DONE = form(rf"{_DEED} {_THOUGHT_OF}[\w'$€£<>~-]", opening(DEED_EN))
_DEED_MARKED = form(
    rf"(?:{_CHANGE}|{_DEED}) (?!(?:me|us|it to|is|was|are|were|rates?|ratios?|times?|tickets?|calls?|costs?|"
    rf"numbers?|dates?)\b)[^?]{{0,120}}?{_MARK}",
    opening((*CHANGE_EN, *DEED_EN)),
)
_PARTICLED = form(
    r"(?:(?:win|bring|get) back|roll out|open up|scale (?:up|out)|build (?:up|out)|speed up|step up|ramp "
    r"up|phase out|cut (?:back|down)|drive (?:up|down)|"
    r"bring (?:down|up)|take over|set up|scale back) (?!(?:it|this|that|them|to|and|or|is|was)\b)\w",
    "^win ^bring ^get ^roll ^open ^scale ^build ^speed ^step ^ramp ^phase ^cut ^drive ^take ^set",
)
_VALUE_ALONE = form(r"[<>≥≤=+-]{0,2}\s?[€$£]?\d[\d.,]*\s?(?:%|percent|prozent|[km])?(?: [\w%]+){0,3}[.!?]?$", NUMBER_MARK)
_TO_CHANGE = form(rf"to {_CHANGE} {_NO_OBJECT}(?!.*\b(?:is|are|was|would|will|takes|means|needs?|must|have|has|had)\b)[^,]*$", "^to")

_WANTS = form(
    r"(?:so |then |basically )*(?:you|they|the team)(?:'d| would)? (?:(?:really|basically|simply|just|actually|clearly|truly) "
    r")*(?:want|need|like|love|wish|are after|are aiming|are trying)"
    r" (?:to |for |is to )?[^?]{3,}$|(?:ihr|sie|das team) (?:wollt|braucht|wollen|brauchen|möchtet|wünscht euch)\b[^?]{3,}$",
    "want need like love wish after aiming trying wollt braucht wollen brauchen möchtet wünscht",
)
_OF_THE_PAGE = form(rf"\b(?:{THING}|{THING_DE}|line|draft|page|entwurf|seite)\b")
_BOUND = form(rf"{SHARE}|{LIMIT}|{DEADLINE}|\b(?:next (?:year|season|quarter|month)|nächste[sn]? (?:jahr|quartal|saison|monat))\b")
_MUST = form(
    r"(?!(?:to|you|we|i|it|this|that|these|those|they|he|she|what|which|who|there|your|the (?:team|draft|line|number|result|"
    r"target|objective)|kr ?\d|o\d|ihr|es|das|dies|wer|was|"
    r"nobody|nothing|no one|niemand|nichts|sie|er|wir|man|if|wenn|um|euer|eure)\b)[^?,]{3,60}? (?:must|should|has to|have to|"
    r"ought to|müssen|muss|sollen|soll|sollten|sollte) (?!have\b|be true\b)[^?]+$",
    "must should has have ought müssen muss sollen soll sollten sollte",
)
"""Somebody who has to do something, wherever it is said: the team's own lines and the team itself left out."""
_LETS = form(
    r"let (?!(?:me|us|it|this|that|them|him|her|go|alone|a|an|some|someone|somebody|one|your|the (?:team|other|first|"
    r"others))\b)[\w-]+ (?!(?:be|read|say|ask|tell|try|explain|look|see|out|in|go on)\b)\w",
    "^let",
)
_TO_EACH = form(
    r"(?:jede[mr]|allen|every|each|für jede[ns]?|for (?:every|each)) \w+ (?:an?|one|einen?|ein|eine)(?! (?:of|von)\b) "
    r"(?!.*\b(?:is|are|has|have|ist|sind|hat|haben|gibt|gehört|says?|sagt|fehlt|needs?)\b)\w",
    "^jedem ^jeder ^allen ^every ^each ^für ^for",
)
_TO_LEVEL = form(
    r"^(?!(?:from|von|the|das|die|der|you|we|they|ihr|sie|wir)\b)[^?,:]{4,60}? (?:auf|to|unter|under|below|above|über|um|by) "
    r"(?:[€$£]\s?)?\d[\d.,]*\s?(?:%|prozent|percent|\w{1,12})? ?(?:runter|rauf|hoch|down|up|gedrückt|gehoben)?[.!]?$",
    NUMBER_MARK,
)
_YET = form(r"n't\b|\b(?:not|but|yet|although|though|aber|doch nicht|nicht|gleichzeitig|at the same time)\b")
_SAY = form(
    r"(?:say,|let's say|sagen wir|perhaps|maybe|vielleicht|etwa|roughly|ungefähr|something like|so etwas wie),? (?P<what>[^?]{4,})$",
    "^say ^let's ^sagen ^perhaps ^maybe ^vielleicht ^etwa ^roughly ^ungefähr ^something ^so",
)
_NOUNS_OF_CHANGE_DE = form(
    r"(?:die |eine |der )?(?:steigerung|erhöhung|senkung|reduktion|reduzierung|verringerung|verbesserung|"
    r"verkürzung|verdoppelung|verdopplung|"
    r"halbierung|ausweitung|einführung|aufbau|ausbau|etablierung|minimierung|maximierung) (?:der|des|von|"
    r"unserer|eurer|unseres|eures|vom)\b"
    r"(?!.*\b(?:ist|sind|wäre|wird|hat|kann|könnte|sagt|heißt|bedeutet|hilft|war|würde|steht|bleibt)\b)",
    "steigerung erhöhung senkung reduktion reduzierung verringerung verbesserung verkürzung verdoppelung verdopplung halbierung "
    "ausweitung einführung aufbau ausbau etablierung minimierung maximierung",
)
_NOUNS_OF_CHANGE_EN = form(
    r"(?:an? |the )?(?:increase|reduction|decrease|improvement|growth|rise|drop) (?:of|in) (?!.*\b(?:is|"
    r"are|was|would|can|could|may|might|has|"
    r"does|says|tells|means|comes|came|will|if|says|do|did|needs?)\b)",
    "increase reduction decrease improvement growth rise drop",
)

_HOW_MUCH = form(LEVEL + rf"|{DEADLINE}|\b(?:every|each|all)\b(?! (?:this|that|of (?:it|this|that|them)))")
_WE_EN = form(
    rf"(?:we(?:'ll| will| are going to| aim to| want to| strive to)? (?:{_CHANGE}|delight|are the|become|win)|"
    r"our [\w' -]{3,50}? (?:love|loves|trust|trusts|feel|feels|become|becomes|are|is|find|finds|enjoy|"
    r"get|gets|deliver|delivers|return|reaches|reach) )",
    "^we ^our",
)
_WE_DE = form(
    rf"(?:wir (?:{either(CHANGE_STEMS_DE)}e?n|begeistern|gewinnen|schaffen|werden|sind de[rn]|sind die|"
    rf"sind das|liefern|machen|erreichen|haben un)|"
    r"unsere? [\w -]{3,50}? (?:lieben|vertrauen|fühlen|erleben|sind|ist|wird|werden|finden|bekommen|liefern|"
    r"erreichen|empfehlen|begeistert) )",
    "^wir ^unser ^unsere",
)

_OURS = form(
    r"(?:our|unsere?) (?!(?:questions?|doubts?|talk|conversation|bout|partner|frage\w*|zweifel|gespräch\w*)\b)[\w-]+ (?:[\w-]+ ){2,}",
    "^our ^unser ^unsere",
)
"""The team's voice, which the partner never has: "Our guests plan their day around us"."""

_METRIC = (
    r"(?:rate|share|percentage|number|time|score|retention|conversion|churn|activation|adoption|satisfaction|"
    r"revenue|costs?|nps|csat|uptime|"
    r"latency|tickets?|complaints?|errors?|losses|visits?|users?|listeners?|members?|merchants?|customers?|"
    r"teams?|\w*quote|anteil|\w*zeit|\w*kosten|"
    r"\w*zahl|\w*rate|beschwerden|kunden|nutzer|ausfälle|\w*fehler|zufriedenheit|verfügbarkeit)"
)
_VALUE = r"(?:[€$£]\s?)?(?:\d|one|two|half|zero|null|(?:an? )?(?:third|quarter|fifth|tenth)\b)"
_THRESHOLD = form(
    rf"\b{_METRIC}\b[^.;?!]{{0,40}}?(?:[≥≤<>]=?|\b(?:at least|at most|no (?:more|less|fewer|higher|lower)"
    rf" than|mindestens|höchstens|maximal)\b|"
    rf"(?<!\w)(?:up|down) to\b|\b(?:stays?|kept|bleibt|bleiben) (?:below|under|above|over|unter|über|bei)\b)\s*{_VALUE}",
    f"{NUMBER_MARK} one two half zero null third quarter fifth tenth",
)
_FRAGMENT_CHANGE = form(
    rf"\b(?:increas|grow|ris|decreas|declin|fall|dropp|improv|climb|sink|steig|wachs)(?:ing|end)\b[^.?!]{{0,30}}\b(?:to|"
    rf"by|from|auf|um|von)\b\s*{_VALUE}",
    "*ing *end",
)
_FRAGMENT_CLASS = form(
    rf"^[^?]{{2,60}}(?:[<>≥≤]=?|\b(?:under|below|over|above|unter|über|up to|down to)\b)\s*{_VALUE}[^?]{{0,40}}$",
    "< > ≥ ≤ under below over above unter über up down",
)
_VERB = form(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|will|would|should|must|"
    r"könnte\w*|sollte\w*|müsste\w*|says?|means?|gives?|takes?|comes?|goes|"
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
_PEOPLE_CUES = (
    "customer customers user users member members visitor visitors merchant merchants listener listeners reader readers viewer viewers "
    "patient patients buyer buyers seller sellers shopper shoppers admin admins employee employees applicant applicants candidate "
    "candidates driver drivers teacher teachers student students pupil pupils parent parents guest guests tenant tenants partner "
    "partners developer developers engineer engineers citizen citizens resident residents families client clients kunde kunden "
    "kundinnen nutzer nutzerinnen mitglied mitglieder besucher händler hörer leser patienten patientinnen käufer verkäufer bewerber "
    "bewerberinnen mitarbeiter mitarbeitende fahrer lehrkräfte schüler schülerinnen eltern gäste mieter mieterinnen bürger bürgerinnen"
)
_AS_WISHED = (
    r"(?:stops?|never|no longer|without|always|on their own|by themselves|themselves|within|in under|from "
    r"(?:day one|the first|the start)|at first|on the first|"
    r"(?:recommend|love|trust|choose|prefer|rave|brag|come back|return|stay|sleep|feel|look forward|enjoy|delight|rely|count on)s?|"
    r"empfehlen|lieben|vertrauen|bevorzugen|bleiben|fühlen sich|freuen sich|ohne|nie|nicht mehr|keine[nr]? "
    r"\w+ mehr|immer|selbst|allein|beim ersten|ab dem ersten|vom ersten|sofort)"
)
_STATE_OF_PEOPLE = form(
    rf"(?:(?:every|each|all|our|new|most|first-time|jede[rs]?|alle|unsere|neue|kein|keine) )*(?:[\w-]+ "
    rf"){{0,2}}?{_PEOPLE} (?:(?!who\b|that\b|which\b|die\b)[\w'-]+ ){{0,6}}?{_AS_WISHED}\b",
    _PEOPLE_CUES,
)
_EVERYBODY = form(
    rf"(?:every|jede[rsn]?) (?:[\w-]+ ){{0,2}}?{_PEOPLE} (?!(?:who|that|of|in|is|has|had|was|could|"
    rf"may|might|can|would|will|hat|ist|kann|könnte)\b)\w+(?:s|t)\b",
    "^every ^jede ^jeder ^jedes ^jeden",
)
_BUT = form(
    r"n't\b|\b(?:not|cannot|nicht|but|yet|although|though|even|still|anyway|because|if|when|while|until|unless|may|might|could|"
    r"can|would|did|was|were|only|maybe|perhaps|nobody|nothing|says?|said|claims?|"
    r"assumes?|believe|think|means?|trotzdem|dennoch|aber|obwohl|wenn|weil|kann|können|könnte\w*|würde\w*|"
    r"vielleicht|sagt|sagen|heißt|noch|auch|nur|bevor|bis|als)\b|\.\.\."
)
_COMPARED = form(
    r"^(?:(?:(?:an? |ein |eine )?(?:half|third|quarter|tenth|drittel|viertel|fünftel|zehntel)|\d+\s?(?:%|percent|prozent)|twice|zehnmal) )?"
    r"(?:more|fewer|less|higher|lower|faster|mehr|weniger|höhere|niedrigere|schnellere|kürzere) [\w-]+(?: "
    r"[\w,'-]+)*[.!]?$",
    "more fewer less higher lower faster mehr weniger höhere niedrigere schnellere kürzere",
)
_WORLD_VERB = form(
    r"\b(?:mean|means|bring|brings|cost|costs|take|takes|need|needs|hide|hides|make|makes|leave|leaves|"
    r"come|comes|go|goes|help|helps|tell|tells|say|prove|proves|move|moves|"
    r"than|als|heißt|bedeuten|bedeutet|bringt|bringen|kosten|kostet|machen|macht|helfen|hilft|sagen|sagt|zeigen|zeigt)\b"
)

_FORMS = (
    form(
        r"\b(?:it|this|that|all(?: of it| this)?|everything|the rest) (?:really |all |simply )*(?:boils|comes|adds|amounts|"
        r"translates)(?: down| up)? (?:to|into) "
        r"(?!(?:one|whether|who|what|how|an? (?:guess|wish|hope)|trust|luck|this|that|the same|nothing|you|your|the (?:team|"
        r"question))\b)\w",
        "boils comes adds amounts translates",
    ),
    form(
        r"^(?:what|all that) (?:really |truly |actually )?(?:matters|counts|is needed|would convince (?:me|anyone)|would help)(?: "
        r"here| most)? is (?!(?:who|what|how|why|whether|when|not|that you|your)\b)\w",
        "what that",
    ),
    form(
        r"^was (?:wirklich |eigentlich |am ende )?(?:zählt|zählte|überzeugen würde|fehlt euch)(?: hier)?,? (?:ist|wäre|sind|wären) "
        r"(?!(?:wer|was|wie|ob|nicht|euer|eure)\b)\w",
        "was",
    ),
    form(r"\b(?:läuft|liefe|läuft's) (?:doch |alles |letztlich |am ende )*(?:auf|darauf)\b[^?]*\bhinaus\b", "hinaus"),
    form(
        r"\bi(?:'d| would) (?:rather |really |much )?(?:love|like|want|be happy|prefer) to (?:see|read|hear|find) [^?]*\b(?:here|"
        r"there|instead|on the page|in its place|written|in kr ?\d)\b",
        "i'd i",
    ),
    form(r"\bgood looks like\b|\bwhat good would look like is\b", "good"),
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
        r"amount|time (?:it takes|until|from)|anteil|zahl|anzahl|quote) (?:of|per|that|who|der|von|des|with)\b",
        THING_MARK,
    ),
    form(r"^(?:so )?(?:it|this|that) is really(?: about)?\b(?=:|\s)", "really"),
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
    form(r"\b(?:eigentliche?s?|wirkliche?s?|wahre?s?|echte?s?) " + THING_DE + r" (?:hier )?(?:ist|wäre|lautet|heißt)\b", THING_MARK),
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
    if not (sentence.supposes or sentence.asks_openly) and _THRESHOLD.found_in(sentence):
        return True
    if GERMAN_MARK not in sentence.words and not sentence.asks_openly and _DEED_MARKED.opens(sentence):
        return True
    if sentence.is_question:
        return False
    if GERMAN_MARK not in sentence.words and (
        _IMPERATIVE.opens(sentence)
        or _MAKES.opens(sentence)
        or _DEED_DONE.opens(sentence)
        or _PARTICLED.opens(sentence)
        or _TO_CHANGE.opens(sentence)
    ):
        return True
    if _OURS.opens(sentence) and sentence.tells and not sentence.supposes and not _BUT.found_in(sentence):
        return True
    if _WE_EN.opens(sentence) or _NOUNS_OF_CHANGE_EN.opens(sentence):
        return True
    if not sentence.supposes and _FRAGMENT_CHANGE.found_in(sentence) and not _VERB.found_in(sentence):
        return True
    if _FRAGMENT_CLASS.opens(sentence) and not _VERB.found_in(sentence):
        return True
    if (_STATE_OF_PEOPLE.opens(sentence) or _EVERYBODY.opens(sentence)) and not _BUT.found_in(sentence):
        return True
    if sentence.lead and _VALUE_ALONE.opens(sentence) and not _VERB.pattern.search(sentence.lead):
        return True
    if _WANTS.opens(sentence) and not _YET.found_in(sentence) and _HOW_MUCH.found_in(sentence):
        return True
    said = _SAY.opens(sentence)
    if said and _HOW_MUCH.found_in(sentence) and not _VERB.pattern.search(lower, said.start("what")):
        return True
    if _MUST.opens(sentence) and not _YET.found_in(sentence) and _BOUND.found_in(sentence) and not _OF_THE_PAGE.found_in(sentence):
        return True
    if (_LETS.opens(sentence) or _TO_EACH.opens(sentence)) and not _YET.found_in(sentence):
        return True
    if _TO_LEVEL.found_in(sentence) and not _VERB.found_in(sentence):
        return True
    return _compares_only(sentence) or (ENGLISH_MARK not in sentence.words and _states_goal_in_german(sentence))


def _states_goal_in_german(sentence: Sentence) -> bool:
    if _WE_DE.opens(sentence) or _NOUNS_OF_CHANGE_DE.opens(sentence):
        return True
    return bare_infinitive(sentence) or commands(sentence)


def _compares_only(sentence: Sentence) -> bool:
    """A comparison without a verb: "More people, fewer queues"."""
    if sentence.lower.endswith(":") or sentence.lead or sentence.supposes or len(sentence.words) < 3 or not _COMPARED.opens(sentence):
        return False
    return _VERB.found_in(sentence) is None and _WORLD_VERB.found_in(sentence) is None
