"""F6: the measure that the partner would rather see, named by comparing it, by praising it, or by telling the team to watch it."""

from sparring.referee.phrases import MEASURING_NOUN
from sparring.referee.sentences import Sentence, any_stands, form, sentences
from sparring.referee.vocabulary import THING, THING_DE

_YARDSTICK = (
    rf"(?:{THING}|yardstick|gauge|signal|sign|number|figure|benchmark|ambition|thing to (?:watch|track|measure|count)|one to "
    rf"(?:watch|track|go for))"
)
_YARDSTICK_DE = rf"(?:{THING_DE}|größe|maßstab|maß|zahl|signal|zeichen|wert|gradmesser)"
_APT = (
    r"(?:(?:far |much |even |by far )?(?:better|stronger|truer|fairer|sharper|clearer|right|appropriate|adequate|honest|"
    r"defensible|sensible|"
    r"realistic|reasonable|suitable|obvious|natural|real|best|relevant|telling|meaningful|more [\w-]+|most [\w-]+))"
)
_APT_DE = (
    r"(?:(?:viel |weit |deutlich )?(?:bessere|treffendere|ehrlichere|stärkere|richtige|passende|passendere|geeignete|geeignetere|"
    r"realistische|"
    r"aussagekräftigere|sinnvolle|sinnvollere|angemessene|maßgebliche|entscheidende|eigentliche|wahre)[rsnm]?)"
)
_POINTING = (
    r"(?:this|that|it|which|what|who|these|those|there|you|we|i|they|he|she|nobody|nothing|the (?:first|second|third|same|only|"
    r"draft|question)|"
    r"your|kr ?\d|o\d|das|dies|es|was|wer|ihr|wir|ich|man|euer|eure|"
    r"if|wenn|how|wie|whether|ob)"
)
_OUTDOES = form(
    rf"^(?!{_POINTING}\b)[^?:]{{4,90}}? (?:(?:would|might|could) )?(?:(?:say|tell|show|reveal|mean|count)s?(?: (?:you|us|me|them|"
    rf"anyone|[\w-]+))?"
    r" (?:(?:far|much|a lot|way|rather) )?more(?: about [\w' -]{2,30})? than|beats?|outweighs?|trumps?|is worth more than)\b(?! "
    r"(?:you|we|i|they|it|expected)\b)",
    "than beat beats outweighs outweigh trumps trump",
)
_OUTDOES_DE = form(
    rf"^(?!{_POINTING}\b)[^?:]{{4,90}}? (?:(?:sagt|sagen|zählt|zählen|zeigt|zeigen|bedeutet|verrät|verraten|wiegt)(?: \w+)? (?:viel |weit "
    rf"|deutlich )?mehr(?: über [^,?]{{2,30}}(?= als (?!über\b)))?|"
    r"(?:würde|würden)(?: \w+){0,3} mehr (?:sagen|zeigen|verraten|aussagen)) als\b",
    "als",
)
_FORMS = (
    _OUTDOES,
    _OUTDOES_DE,
    form(
        rf"\b(?:is|are|was|would be|might be|could be|makes?|constitutes?|seems?|remains?) (?:of course |probably |simply |still |"
        rf"clearly )*"
        rf"(?:a|an|the|your) {_APT} (?:[\w-]+ )?{_YARDSTICK}\b(?! (?:of|for) (?:failure|this kind)\b)",
        "are constitute constitutes could is make makes might remain remains seem seems was would",
    ),
    form(rf"^the {_APT} {_YARDSTICK} (?:here )?(?:is|would be)\b", "the"),
    form(
        rf"\b(?:is|are|would be|'s) (?:the|a|an) (?:{_YARDSTICK}|thing|one) (?:to (?:watch|track|measure|count|follow|go (?:by|for))|"
        rf"(?:that )?(?:i'd|i would|you (?:should|could|want|need)))\b",
        "a an the",
    ),
    form(
        rf"\b(?:wäre|wären|ist|sind|bleibt|scheint)\b[^?.!]{{0,70}}\b(?:die|der|das|ein|eine) {_APT_DE} (?:[\w-]+ )?{_YARDSTICK_DE}\b",
        "wäre wären ist sind bleibt scheint",
    ),
    form(
        rf"^(?:wichtig|interessant|spannend|nützlich|hilfreich|entscheidend|gut|lohnend) (?:wäre|wären|ist|sind)(?: \w+)? (?:die|der|"
        rf"das|ein|eine) (?:[\w-]+ )?{MEASURING_NOUN}",
        "wäre wären ist sind",
    ),
    form(
        r"\b(?:zahl|größe|kennzahl|messgröße|metrik), die ihr (?:sucht|braucht|wollt|meint|wirklich braucht),? (?:ist|wäre|heißt)\b",
        "zahl größe kennzahl messgröße metrik",
    ),
    form(
        r"^(?:have|take) a (?:\w+ )?look at [^?]* instead\b|\byou (?:could|might|should) be (?:measuring|tracking|counting|watching|"
        r"aiming)\b",
        "look you",
    ),
    form(
        rf"^(?:consider|try|think of|treat|take|see|declare) [^?]{{3,70}} as (?:your|an?|the) (?:[\w-]+ )?{THING}\b|"
        rf"^(?:consider|try) (?!(?:the|what|how|who|whether|that|this|your|an? (?:customer|team|day|week|"
        rf"moment))\b)[^?]{{0,50}}{MEASURING_NOUN}",
        "consider try think treat take see declare",
    ),
    form(
        r"^(?:maßgeblich|aussagekräftiger|ehrlicher|treffender|entscheidend|empfehlenswert|ratsam|sinnvoll|sinnvoller|besser|"
        r"wichtiger|naheliegend|"
        r"angemessen|vielsagender|interessanter)\b[^?]{0,60}?\b(?:ist|wäre|wären|sind|erscheint|scheint|bleibt)\b(?! (?:es,? (?:zu "
        r"wissen|zu fragen)|"
        r"was|wer|die frage)\b)",
        "bleibt erscheint ist scheint sind wäre wären",
    ),
    form(
        r"\b(?:als (?:ziel|zielwert|maß|kennzahl|messgröße) )?(?:empfiehlt|empfehlen|böte|bietet|eignet|eignen) sich\b",
        "empfiehlt empfehlen böte bietet eignet eignen",
    ),
    form(
        r"\b(?:it (?:would|might) be (?:advisable|prudent|sensible|wise|worth|better)|i (?:would|'d) (?:advise|counsel)) (?:to )?\w", "it i"
    ),
    form(
        r"\b(?:wären|wäre|reichen|reicht|genügen|genügt|täten|täte) (?:es |doch |auch |wohl |völlig |ja )*(?:angemessen|"
        r"realistisch\w*|ein ergebnis|ein ziel|genug|völlig|"
        r"ehrlich\w*|machbar|auch|schon was|doch (?:mal )?was)\b(?!,? (?:wenn|um|für)\b)",
        "wären wäre reichen reicht genügen genügt täten täte",
    ),
    # Watched by the team, whoever its people are: not what the team looks up for itself once.
    form(
        r"^(?:track|monitor|follow|watch|log|measure|count)s? how (?:many|often|much|long|quickly|soon|far)\b(?!.*\b(?:your|you|our|"
        r"own|yourself|last|"
        r"yesterday|today|draft|page|line|lines|this (?:week|room)|these|it takes (?:you|to)|ago)\b)",
        "track monitor follow watch log measure count tracks monitors follows watches logs measures counts",
    ),
    form(
        r"\b(?:i'd|i would|i might|you (?:might|could|should|may) want to|you(?:'d| would) (?:do|be) (?:well|better)|better to|best "
        r"to) (?:rather |always |also |really |just )*"
        r"(?:look at|keep an eye on|follow|watch|track|measure|count|monitor|go (?:by|for|with)|focus on|check)\b(?! (?:it|this|that|"
        r"them|you|how you|your|what)\b)",
        "i'd i you you'd better best",
    ),
    form(
        r"^(?:go (?:for|by|with)|keep an eye on|look out for|watch(?: for| out for)?|focus on|concentrate on|look at) (?!(?:it|this|"
        r"that|them|one|a walk|"
        r"kr ?\d|o\d|your|the (?:line|draft|page|wording|word|verb|last|first|number|three|two|calendar|week|day|people|person|team)|"
        r"what|who|how|where|which|"
        r"each|any|your)\b)\w",
        "go keep look watch focus concentrate",
    ),
    form(
        r"^(?:schaut|guckt|achtet|zählt|messt|nehmt|seht|blickt|konzentriert euch)(?: (?:doch|lieber|besser|eher|mal|stattdessen|"
        r"vielmehr))* auf (?!(?:euch|kr ?\d|"
        r"den entwurf|die (?:zeile|seite|uhr|letzte|erste)|das (?:blatt|wort|verb)|euren?|eure)\b)",
        "schaut guckt achtet zählt messt nehmt seht blickt konzentriert",
    ),
    form(
        r"^(?:schaut|guckt|achtet|zählt|messt|nehmt|seht)(?: \w+)? (?:lieber|besser|eher|stattdessen|vielmehr)\b",
        "schaut guckt achtet zählt messt nehmt seht",
        open_questions=True,
    ),
    form(
        r"\b(?:ich würde|würde ich|mich würde)\b[^.?!]{0,50}\b(?:verfolgen|beobachten|messen|zählen|anschauen|ansehen|interessieren|"
        r"nehmen|im auge behalten|"
        r"betrachten|schauen)\b(?<!wissen)",
        "würde",
    ),
    form(
        rf"^(?:use|take|try|adopt|choose|pick|go with|make it|get|prefer|nehmt|nutzt|verwendet|wählt) (?!(?:it|this|that|them|kr ?\d|"
        rf"o\d|your|a (?:day|walk|break|moment|look)|the "
        rf"(?:last|first|draft|page|line|word|wording))\b)(?:[\w'-]+ ){{0,4}}?{MEASURING_NOUN}[.!]?$",
        "use take try adopt choose pick go make get prefer nehmt nutzt verwendet wählt",
    ),
    form(r"\b(?:nehmt|nimm|wählt|verwendet|nutzt) (?:die|das|den|diese|dieses|sie|es)[.!]?$", "nehmt nimm wählt verwendet nutzt"),
    form(
        r"(?:[,;.]|\band|\bso) (?:so |just |and |then )*(?:use|take|go (?:with|for)|settle (?:for|on)|pick|choose|keep|put|aim for) "
        r"(?:that|this|it|those)(?: one| instead| in| down)?[.!]?$",
        "use take go settle pick choose keep put aim",
    ),
)


def named_yardstick(text: str) -> bool:
    """F6: what is worth measuring the team finds out itself; nothing is named as the better measure or the one to watch."""
    return any_stands(_FORMS, text) or any(_enough(sentence) for sentence in sentences(text))


_ENOUGH = form(
    r"^[€$£]?(?:\d[\d.,]*|[a-zäöüß]+(?:zig|ßig|tausend|hundert|zehn|ty|teen|hundred|thousand|dozen)|ten|twelve)\s?(?:%|percent|"
    r"prozent)? (?:(?:\w+ ){0,3}?)"
    r"(?:is|are|would|will|wären|wäre|reichen|reicht|genügen|genügt) (?:(?:völlig|also|quite|probably|surely|more than|absolutely) )?"
    r"(?:plenty|enough|fine|do\b|realistic|honest|better|the honest|a realistic|more \w+|realistischer|ehrlicher|besser|genug|"
    r"völlig|aus\b|besser|doch)?"
    r"[^?]*[.!]?$"
)
_PUT_IT = form(
    r"\b(?:plenty|enough|would do|will do|realisti\w+|better|honest|reichen|reicht|genügen|genügt|wären|sleep|put that|go with|"
    r"tragt|schreibt)\b",
    "plenty enough do realisti* better honest reichen reicht genügen genügt wären sleep put go tragt schreibt",
)


def _enough(sentence: Sentence) -> bool:
    """A number that is said to do: "94 is plenty", "Zehntausend reichen völlig"."""
    if not sentence.tells or sentence.supposes:
        return False
    return _PUT_IT.found_in(sentence) is not None and _ENOUGH.opens(sentence) is not None
