"""F3 and F6: instructions to replace words, and advice on what to measure or aim for."""

from sparring.referee.replacements import SWAPS
from sparring.referee.sentences import NOT_IN_A_CLAUSE, any_stands, form
from sparring.referee.vocabulary import (
    CHANGE_EN,
    CHANGE_INFINITIVES_DE,
    DEED_EN,
    EDIT_EN,
    MEASURE_DE,
    MEASURE_EN,
    THING,
    THING_DE,
    WORD_EN,
    either,
)

_MEASURE = either(MEASURE_EN)
_ITEM = (
    rf"(?:the )?(?:words?|phrases?|adjectives?|verbs?|{THING}|(?:first|second|third|last) (?:line|one|half|"
    rf"sentence|part)|line|sentence|item|kr|o\d|[\"“„‘'])"
)
_ITEM_DE = (
    rf"(?:das wort|die wörter|den (?:ersten|zweiten|dritten|letzten) (?:satz|teil|punkt)|(?:das |die |den "
    rf")?(?:erste |zweite |dritte |letzte )?{THING_DE}|[\"„“'])"
)
_ASKS = r"(?:what|which|who|whose|how|where|when|why|was|welche\w*|wer|wie|wo|wann|warum)"

_REPLACE = (
    form(
        r"^(?:i(?:'d| would) |you (?:could|should|might) |better |small fix: )?(?:replace|swap|substitute|"
        r"exchange|change|rename|turn|switch|trade|convert) "
        r"(?!(?:my|your|his|her|their) mind\b|places\b|seats\b|sides\b).{2,60}? (?:with|for|to|by|into) \S",
        "replace swap substitute exchange change rename turn switch trade convert",
    ),
    form(
        rf"^(?:i(?:'d| would) |you (?:could|should|might) )?(?:strike|delete|remove|drop|cross out|cut|scrap|"
        rf"ditch|kill|lose|discard|shorten|trim|tighten|"
        rf"merge|combine|split|reorder|move|promote|demote|downgrade|retire|fold) (?:out |up )?(?:the |your |that |this |in )?{_ITEM}",
        "strike delete remove drop cross cut scrap ditch kill lose discard shorten trim tighten merge combine "
        "split reorder move promote demote downgrade retire fold",
    ),
    form(
        r"^(?:strike|delete|scrap|ditch|drop) (?!(?:in|by|off|back|out|me|us|it|your (?:guard|mask)|everything|"
        r"all|anything|the (?:question|subject|number for)|dates?|rates?)\b)\w",
        "strike delete scrap ditch drop",
    ),
    form(
        r"\b(?:should|must|needs to|ought to|could|can|wants to) be (?:replaced|swapped|changed|reworded|rewritten|"
        r"renamed|merged|split|removed|dropped|deleted|rephrased|reframed|scrapped|"
        r"scaled back|lowered|raised|tightened|shortened)\b(?! (?:by (?:whom|\w+ing|those|accident|anyone)|when|if|without)\b)",
        "should must needs ought could can wants",
    ),
    form(
        rf"\b(?:instead of|rather than) [^?]{{2,80}}?,? (?!{_ASKS}\b)(?:you (?:could|should|might|can) |try "
        rf"|just |simply |please |better )*"
        rf"(?:{either(WORD_EN)}|{_MEASURE}|commit|go (?:for|with|by)|look at|put|try|focus|talk|ask for|{either(CHANGE_EN)}|"
        rf"{either(DEED_EN)})\b(?! (?:is|are|was|were|you|they|who)\b)(?<!you say)(?<!you say,)"
        r"(?=[^?]*$)",
        "instead rather",
    ),
    form(r"^(?:write|say|put|use|add|call it) .{2,80}? (?:instead|in its place)\b", "instead place"),
    form(r"\b(?:write|say|put) (?:[\"“„‘']).{2,80}? (?:instead|in its place|where)\b", "instead place where"),
    form(r"^put .{2,60} where (?:it|you|the)\b", "where"),
    form(
        rf"^(?:{either(EDIT_EN)}) (?:it|this|that|them|kr ?\d|o\d|(?:the|your|each|every|all) [\w-]+|success|"
        rf"trust|[\w-]+) (?:[\w'-]+ ){{0,5}}?"
        r"(?:to|in|into|on|with|from|around|as|at|by|down|up|towards?|against)\b(?!.*\b(?:is|are|was|were|"
        r"has|have|can|could|may|might|would|will)\b)",
        " ".join(EDIT_EN),
    ),
    form(
        r"^make (?:it|this|that|kr ?\d|o\d|(?:the|your) (?:\w+ )?\w+) (?:about|more|less|measurable|specific|"
        r"concrete|visible|a (?:result|statement|behaviou?r|number|promise|question of|rate|share)|an? \w+ "
        r"(?:result|number|metric))\b",
        "make",
    ),
    form(r"^macht? aus (?:kr ?\d|o\d|dem|der|diesem|dieser|eurem|eurer|das)\b", "macht mach"),
    form(r"^(?:lasst|lass|nehmt) (?:kr ?\d|o\d|das \w+|die \w+|den \w+)(?: \w+)? (?:weg|raus|aus dem entwurf)[.!]?$", "weg raus entwurf"),
    form(r"^(?:try )?(?:rewording|rephrasing|reframing|rewriting)\b", "reframing rephrasing rewording rewriting"),
    form(
        r"^(?:i(?:'d| would) |you (?:could|should|might) )?(?:reword|rephrase|reframe|rewrite|restate|scale "
        r"back|scale down|dial (?:back|down|up)|downgrade|tighten|sharpen|split|spell out) (?!.*\b(?:own words|"
        r"yourselves|yourself)\b)\w",
        "reword rephrase reframe rewrite restate scale dial downgrade tighten sharpen split spell",
    ),
    form(r"\b(?:leave|keep) kr ?\d+ (?:as it is )?(?:and|but) (?:rewrite|change|drop|replace|move|turn)\b", "leave keep"),
    form(
        r"^(?:just |only |then )?(?:add|append|insert|attach|include) (?!(?:up|it up|them up|that up|to (?:that|"
        r"this|it)|nothing)\b|(?:an?|the|another) (?:[\w-]+ )?(?:counter-?metric|guardrail|metric|kpi|target|"
        r"indicator|key result)s?\b)[\"“„‘'\w]",
        "add append insert attach include",
    ),
    form(r"\b(?:just|only|simply) (?:add|append|insert|drop|change|replace) (?:an?|the|[\"“„‘'])", "add append insert drop change replace"),
    form(r"\bput that (?:sentence|line|number)? ?(?:on the page|in|there|down)\b", "put"),
    form(
        r"^(?:ersetzt?|tauscht?|streicht?|ändert?|löscht?|entfernt?|verschiebt?|teilt|fasst?|kürzt?|ergänzt?|"
        r"fügt?|setzt|hängt|schreibt) (?!(?:euch|ihr|sich|er|sie|man|mir|uns|auf,|es auf|sie auf|das auf)\b)"
        rf"(?:{_ITEM_DE}|.{{2,60}}? (?:durch|gegen|in|zu|zusammen|um|an|hinzu|ein|mit)\b|ein(?:e|en)? |den |das |die )",
        "ersetzt ersetz tauscht tausch streicht streich ändert änder löscht lösch entfernt entfern verschiebt teilt "
        "fasst fass kürzt kürz ergänzt ergänz fügt füg setzt hängt schreibt",
    ),
    form(
        r"\bstatt (?:[\"„“'][^\"„“”']+[\"“”'] |[^,?]{2,60}?,? )(?:besser|lieber|schreibt|sagt|nehmt|messt|"
        r"formuliert|könntet ihr|solltet ihr|würde ich)\b",
        "statt",
    ),
    form(
        r"\b(?:sollte\w*|könnte\w*|müsste\w*|muss|kann) (?:\w+ ){0,6}?(?:ersetzt|gestrichen|umformuliert|geändert|"
        r"zusammengelegt|gekürzt|ergänzt|gelöscht) ?(?:werden)?\b",
        "ersetzt gestrichen umformuliert geändert zusammengelegt gekürzt ergänzt gelöscht",
    ),
    form(r"^(?:formuliert?|schreibt?) [^?]{2,40} um\b", "um"),
    *SWAPS,
)

_SPECIFIC = rf"(?:kr ?\d+(?:\.\d+)*|o\d+|(?:the|your|this) (?:[\w-]+ )?(?:{THING}|verb|word|line|sentence|number|wording))"
_SPECIFIC_DE = rf"(?:kr ?\d+(?:\.\d+)*|o\d+|(?:das|euer|eure|die|der|dieses|diese) (?:[\w-]+ )?(?:{THING_DE}|verb|wort|satz|zahl))"
_CONTENT = (
    r"(?:capture|measure|track|reflect|mention|name|contain|describe|show|state|focus|cover|express|be "
    r"about|put|centre|center|start|end with|include|talk|"
    r"speak|point at|aim|count|commit|promise|be (?:[\"“„'‘]|called|something|an? |the |\d))"
)
_CONTENT_DE = (
    r"(?:stellen|nennen|messen|enthalten|beschreiben|zeigen|abbilden|erfassen|ausdrücken|rücken|erwähnen|"
    r"umfassen|benennen|zählen|beginnen|heißen|lauten|sein,? dass|sein:)"
)

_OF_NO_METRIC = (
    r"(?! (?:it|that|this|them|what|who|which|whether|when|where|why|your|something|anything|nothing|success|"
    r"by|if|to|on|down|in|as)\b)"
)
_ADVICE = (
    form(
        rf"\b{_SPECIFIC} (?:should|ought to|must|needs to|has to|could|might|would do (?:better|well) to|wants "
        rf"to) (?:rather |instead |really |also |only |just |probably |better )*{_CONTENT}"
        r"(?! (?:you|nobody|nothing|why|when|where|whether|if|in (?:week|may)|on a)\b)",
        "should ought must needs has could might would wants",
    ),
    form(
        rf"\b{_SPECIFIC_DE} (?:sollte|müsste|könnte|muss|soll|darf) [^.?!]{{0,70}}?\b{_CONTENT_DE}\b(?! (?:was|"
        rf"wer|wie|ob|warum)\b)",
        "sollte müsste könnte muss soll darf",
    ),
    form(
        r"\b(?:you'll|you will|you'd) (?:probably |also |still )*(?:want|need) to (?:pair|add|measure|track|"
        r"set|define|include|name|write|state|balance|rephrase|rewrite|use|pick|choose|commit|aim|shift|turn|"
        r"replace)\b",
        "you'll you will you'd",
    ),
    form(
        rf"\b(?=[ytosw]){NOT_IN_A_CLAUSE}(?:you|the team|one|we|teams)(?: really| actually| probably| also| certainly)"
        rf"?(?: could| should| might| can| may| ought to| need "
        rf"to| must|'d better| might want to| may want to| will want to|'d do better to| do well to) "
        rf"(?:instead |rather |also |better |simply |just |always )*(?:{_MEASURE}|look at|focus on|aim (?:for|at)|set)\b" + _OF_NO_METRIC,
        "you team one we teams you'd",
    ),
    form(
        r"^(?:instead,? |better,? |rather,? )?(?:measure|track|monitor|quantify|count|aim (?:for|at)|target) "
        r"(?!(?:how|what|who|which|whether|when|where|why|it|this|that|them|these|one|two|three|your|yourselves|"
        r"each|any|only|back|up|in|to|by|on|aside|out|is|are|was|can|"
        r"and|or|down|among|from|of|for|a (?:day|week|moment|customer|colleague|minute|person)|somebody|someone|"
        r"the (?:last|days|people|times|hours|weeks|words|lines|verbs|ones|"
        r"draft|page|objective|way|calendar|first|week|day|quarter|line|numbers? (?:aside|apart)|number away|"
        r"numbers|other|whole|two|three))\b)[\w'$€<>-]",
        "measure track monitor quantify count aim target",
    ),
    form(rf"^(?:use|take|pick|choose|make) [^?]{{2,60}} (?:as|for) (?:an?|the|your) (?:\w+ )?{THING}\b", "use take pick choose make"),
    form(r"^set (?:the|a|your) (?:\w+ )?(?:target|goal|bar|threshold|baseline|kr|key result)\b", "set"),
    form(rf"\b(?:instead|rather),? (?:{_MEASURE})\b{_OF_NO_METRIC}[^?]*$", "instead rather"),
    form(rf"\b{_MEASURE} (?!(?:something|anything|nothing|did|do|you)\b)[^.?]{{2,50}} instead\b", "instead"),
    form(
        r"\b(?:the|your|this|a) (?:right |better |real |honest |sensible )?(?:target|threshold|baseline|goal|"
        r"bar|ambition|kr|key result|objective)s? (?:should|ought to|must|needs to|has to|would|could|might)"
        r" (?:rather |instead |probably |really )?(?:be|sit|lie|start|stand|move|go|come) (?!(?:met|hit|reached|"
        r"missed|wrong|lost|yours|the same|true|in|on|too|achieved|gone|up to you|different|missing)\b)",
        "a the this your",
    ),
    form(
        r"\b(?:add|introduce|include|set|define|pair (?:it|this) with|balance (?:it|this) with|guard (?:it|"
        r"this) with) (?:an?|the|another) (?:[\w-]+ )?(?:counter-?metric|guardrail|metric|kpi|target|leading "
        r"indicator|key result|deadline|date|baseline|owner|threshold)s?\b",
        "add introduce include set define pair balance guard",
    ),
    form(
        r"(?:\b\d[\d.,]*\s?%?|\bpercent|\btarget|\bnumber|\bbar|\bgoal) (?:is|are|looks?|seems?|sounds?|feels?)"
        r" (?:far |much |way |a bit |a little |probably |clearly |rather )*(?:too (?:low|high|small|big|modest|"
        r"timid|ambitious|soft|easy|aggressive)|not (?:ambitious|bold|high|low) enough|unambitious)\b",
        "are feel feels is look looks seem seems sound sounds",
    ),
    form(
        r"(?:\b\d[\d.,]*\s?%?|\bprozent|\bziel|\bzahl) (?:ist|sind|klingt|wirkt|scheint)(?: \w+)? (?:viel "
        r"|deutlich |etwas |eher |ein wenig )*zu (?:niedrig|hoch|klein|groß|leicht|ambitioniert|vorsichtig|"
        r"bescheiden)\b",
        "ambitioniert bescheiden groß hoch klein leicht niedrig vorsichtig",
    ),
    form(
        r"\b(?:the )?(?:metric|measure|number|indicator|kpi|signal|leading indicator|kennzahl|messgröße)s? "
        r"(?:that )?(?:you(?:'re| are)?|they|ihr|to)(?: really| actually| should| need to)* (?:looking for|"
        r"need|want|after|missing|watch|track|measure|look at|use|sucht|braucht)\b(?! (?:to|from|is|a|an)\b(?! "
        r"(?:\w+ )*(?:to|from)\b))",
        "metric measure number indicator kpi signal metrics measures numbers indicators kpis signals kennzahl messgröße",
    ),
    form(
        r"\b(?:stattdessen|lieber|besser) (?:\w+ ){0,4}?(?:messen|verfolgen|zählen|tracken|anpeilen|betrachten|"
        r"nehmen|beobachten)\b",
        "stattdessen lieber besser",
    ),
    form(
        rf"\b(?:ihr|man|das team) (?:könntet|solltet|könnte|sollte|müsstet|müsste) [^.?!]{{0,80}}?\b(?:{'|'.join(MEASURE_DE)})"
        rf"\b(?! und trotzdem)",
        "ihr man team",
    ),
    form(
        rf"\b(?:könntet|solltet|müsstet) ihr [^.?!]{{2,80}}?\b(?:{'|'.join(MEASURE_DE)}|{'|'.join(CHANGE_INFINITIVES_DE)})"
        rf"[.!]?$",
        "könntet solltet müsstet",
    ),
    form(
        r"^(?:messt|zählt|verfolgt|nehmt|beobachtet|miss|trackt|wählt|setzt|messen sie|achtet) (?:(?:doch|"
        r"lieber|besser|stattdessen|eher),? |(?:als|die|den|das|auf|statt) (?!(?:auch|für|schon|noch|nicht|überhaupt|denn|dann|als|"
        r"mit|zu|euch|ihr|wirklich|hier|kr ?\d|stift|blatt|telefon|"
        r"uhr|zeit|kalender|zahl (?:weg|mal|einmal)|zeile|beispiel|tage|tag|wochen|letzte\w*|erste\w*)\b))"
        r"[^\s?]",
        "messt zählt verfolgt nehmt beobachtet miss trackt wählt setzt messen achtet",
    ),
    form(
        r"\b(?:setzt|legt|hebt|senkt) (?:das ziel|den zielwert|die latte|die zahl) (?:auf|höher|niedriger|"
        r"bei|an|ab)\b",
        "setzt legt hebt senkt",
    ),
    form(r"^(?:aim|go|think|reach|set it) (?:much |a bit |a little |far )?(?:higher|lower|bigger|bolder)\b", "aim go think reach set"),
    form(r"\b(?:success|erfolg) (?:could|should|would|might|könnte|sollte) (?:be|als)\b", "success erfolg"),
    form(
        r"\b(?:we'd|you'd|we|you|one) (?:would )?know (?:it|that it|this) (?:worked|works|is working) (?:if|"
        r"when|once)\b(?!.*\?)",
        "know",
    ),
    form(
        r"\b(?:move|bring|lower|raise|set|put|push|pull|drop|increase|scale back|cut) (?:the|your) (?:target|"
        r"bar|threshold|number|goal|ambition) (?:to|down|up|at|from|by|higher|lower)\b",
        "move bring lower raise set put push pull drop increase scale cut",
    ),
)


def replacement(text: str) -> bool:
    """F3: the words on the page change by the team's hand alone. Instructions to replace, strike, add, merge or rename are withheld."""
    return any_stands(_REPLACE, text)


def metric_advice(text: str) -> bool:
    """F6: what is measured, and how much is enough, the team decides. Naming the measure or the target is withheld."""
    return any_stands(_ADVICE, text)
