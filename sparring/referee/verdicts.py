"""F7: choosing between wordings, scores, warmer and colder; praise and flattery."""

import re

from sparring.expressions import expression
from sparring.referee.sentences import NUMBER_MARK, any_stands, form
from sparring.referee.vocabulary import THING, THING_DE

_ITEM = rf"(?:this|that|it|these|(?:the|your|this|that) (?:[\w-]+ )?(?:draft|page|line|answer|question|point|set|{THING})|{THING})"
_ITEM_DE = (
    rf"(?:das|dies|(?:das|die|der|euer|eure|dieses|diese|dieser) (?:[\w-]+ )?(?:entwurf|seite|satz|zeile|"
    rf"antwort|frage|punkt|{THING_DE})|{THING_DE})"
)
_VERY = (
    r"(?:(?:really|very|already|such|truly|clearly|quite|pretty|so|much|rather|well|now|far|an?|wirklich|"
    r"sehr|schon|richtig|ganz|echt|ein(?:e[snmr]?)?|bereits|ziemlich|recht) )*"
)
_FINE = (
    r"(?:great|excellent|awesome|amazing|fantastic|brilliant|impressive|outstanding|exemplary|wonderful|"
    r"superb|strong|solid|spot[ -]on|compelling|inspiring|"
    r"well[ -](?:written|phrased|worded|formulated|crafted|defined|put|done|chosen|thought)|beautifully|"
    r"perfect|nicely|lovely|good|nice|remarkable|commendable|ambitious and|very clear|crystal clear)"
)
_FINE_CUES = (
    "great excellent awesome amazing fantastic brilliant impressive outstanding exemplary wonderful superb strong solid spot compelling "
    "inspiring well beautifully perfect nicely lovely good nice remarkable commendable ambitious clear"
)
"""One of these stands in every `_FINE`."""
_FINE_DE = (
    r"(?:toll\w*|großartig\w*|hervorragend\w*|ausgezeichnet\w*|beeindruckend\w*|klasse|vorbildlich\w*|"
    r"stark|starke[rsn]?|super|gelungen\w*|gut|gute[rsn]?|prima|perfekt\w*|spitze|sauber)"
)

_ONE_OF_TWO = (
    r"(?:(?:the|your) (?:first|second|third|latter|former|last|new|old|shorter|longer|other|original|earlier)(?: of (?:the|your) "
    r"\w+)?(?: (?:wording|version|formulation|"
    r"phrasing|variant|option|draft|sentence|one|line|attempt))?|(?:formulation|wording|version|option|variant|number|draft) "
    r"(?:[a-d]|one|two|three|1|2|3)|"
    r"[\"“][^\"“”]{3,80}[\"”])"
)
_ONE_OF_TWO_DE = (
    r"(?:(?:die|der|das|den|eure?|ihre?|dein|deine) (?:erste|zweite|dritte|letzte|neue|alte|kürzere|längere|andere|ursprüngliche|"
    r"frühere)[rsn]?(?: (?:formulierung|fassung|"
    r"version|variante|satz|zeile|entwurf|versuch))?|(?:formulierung|fassung|version|variante|nummer|satz|option) (?:[a-d]|eins|"
    r"zwei|drei|1|2|3)|[\"„“][^\"“”„]{3,80}[\"“”])"
)
_BETTER = (
    r"(?:better|stronger|sharper|clearer|warmer|crisper|tighter|nicer|weaker|worse|best|superior|preferable|mush|vague|bland|"
    r"more (?:precise|vivid|concrete|honest|human))"
)
_BETTER_DE = (
    r"(?:besser|stärker|klarer|präziser|schöner|schwächer|treffender|wärmer|runder|schärfer|schlechter|griffiger|knackiger|am "
    r"besten|vorzuziehen)"
)
_CHOICES = (
    form(
        rf"{_ONE_OF_TWO} (?:is|was|sounds|works|reads|feels|looks|says it|seems)(?: (?!not\b)\w+){{0,2}} {_BETTER}\b",
        "best better bland clearer concrete crisper honest human mush nicer precise preferable sharper stronger superior tighter "
        "vague vivid warmer weaker worse",
    ),
    form(
        rf"{_ONE_OF_TWO} (?:beats|wins|trumps|outshines|gets (?:an? )?(?:\w+|\d+)(?: points)? (?:from me|out of|of)|gets my vote)",
        "beats* wins* trumps* outshines* gets",
    ),
    form(
        rf"{_ONE_OF_TWO_DE} (?:ist|war|klingt|wirkt|liest sich|trifft es|sitzt|bleibt)(?: (?!nicht\b)\w+){{0,2}} {_BETTER_DE}\b",
        "besser besten griffiger klarer knackiger präziser runder schlechter schwächer schärfer schöner stärker treffender "
        "vorzuziehen wärmer",
    ),
    form(
        r"\bgets? (?:an? |only an? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) from me\b|\b\w+ (?:von|aus) (?:zehn|"
        r"fünf|10|5|100) punkten\b",
        "me punkten",
    ),
    form(
        r"\b(?:bekommt|kriegt|verdient|erhält)\b[^?.!]{0,40}\b(?:punkte?n?|von mir (?:eine?n? )?(?:\d+|eins|zwei|drei|vier|fünf|"
        r"sechs|sieben|acht|neun|zehn))\b",
        "bekommt erhält kriegt verdient",
    ),
    form(
        r"^(?:definitely|clearly|certainly|absolutely|surely|i say|my vote:?|eindeutig|ganz klar|auf jeden fall) (?:the|die|der|das) "
        r"(?:first|second|third|former|latter|last|erste|zweite|dritte|letzte)\b",
        "das der die the",
    ),
    form(
        r"\b(?:i'd|i would|i'll|let's|we(?:'ll)?) (?:\w+ )?(?:go with|take|keep|choose|pick|stick with|vote for) the (?:first|second|"
        r"third|former|latter|last|shorter|longer|original|old|new)\b",
        "the",
    ),
    form(
        r"^(?:keep|take|use|choose|stick with|go back to|return to) the (?:first|second|third|former|latter|last|shorter|longer|"
        r"original|old|new)(?: (?:one|version|wording|formulation|sentence))?[.!]?$",
        "the",
    ),
    form(
        r"\b(?:die|das|den) (?:nehmen|behalten|wählen) wir\b|\b(?:kehrt|kehren sie) (?:zu|zur)\b[^?]{1,40}zurück\b|\bbehaltet (?:die|"
        r"das|den) (?:erste|zweite|alte|neue|ursprüngliche)",
        "wir kehrt kehren behaltet",
    ),
    form(
        r"\b(?:trefft|trifft) (?:ihr |sie )?es (?:\w+ )?(?:besser|genauer|schöner)\b|\bwird es noch (?:wärmer|besser|klarer)\b",
        "trefft trifft wärmer besser klarer",
    ),
)
"""F7: one of two wordings is chosen, or points are given for them."""

_VERDICTS = (
    form(
        r"\b(?:the|your) (?:first|second|third|latter|former|last|new|old|shorter|longer|other|original) (?:wording|"
        r"version|formulation|phrasing|variant|option|draft|sentence|one) (?:is|works|reads|sounds|feels|looks|"
        r"fits|says it) (?:\w+ )?(?:better|stronger|sharper|clearer|best|weaker|worse|good|fine)",
        "the your",
    ),
    *_CHOICES,
    form(
        r"\b(?:i|we)(?:'d| would)? (?:prefer|favou?r|like) (?:the|your|version|option|variant|wording|how|"
        r"that|it)\b",
        "prefer favor favour like",
    ),
    form(
        r"\b(?:option|version|variant|variante) (?:a|b|c|1|2|eins|zwei) (?:is|wins|works|reads|ist|klingt|"
        r"gewinnt)\b",
        "option version variant variante",
    ),
    form(
        r"\b(?:warmer|colder|hotter|getting (?:warm|close)|you(?:'re| are) (?:getting )?(?:there|closer|close)"
        r"|almost there|nearly there|wärmer|kälter|heiß|(?:ihr habt(?: es|'s)?|schon) fast geschafft|fast "
        r"da)\b(?=\s*[.,!:;]|$| if\b| now\b| -)",
        "almost close closer colder fast geschafft getting heiß hotter kälter nearly there warmer wärmer you're",
    ),
    form(
        r"\b(?:grade|score|rating|note|bewertung|mark) ?(?::|of|is|would be|=) ?(?:[a-f][+-]?(?![\w'])|\d+ ?(?:/|of|out of|von))",
        "grade* score* rating* note* bewertung* mark*",
    ),
    form(rf"\b{_ITEM} (?:is|gets|scores|deserves|'s|earns|would be|rates)(?: \w+){{0,3}} \d+(?:\.\d)? ?(?:/|of|out of) ?\d+", NUMBER_MARK),
    form(r"\b(?:this|that|it)(?:'s| is) (?:a |an )?(?:\w+ )?\d+(?:\.\d)? ?(?:/|out of) ?\d+", NUMBER_MARK),
    form(r"\bfrom \d+/\d+ to \d+/\d+", "from"),
    form(r"\bi(?:'d| would) (?:give|rate|score|grade|mark) (?:this|it|your|you|the|kr|that)\b", "give rate score grade mark"),
    form(r"\b(?:gebe|gäbe|würde) (?:ich )?(?:euch|dem|dafür|das)?[^.?!]{0,30}\d+ (?:von|/) ?\d+|\b\d+ von \d+ punkten\b", NUMBER_MARK),
    form(
        r"\b(?:die|eure) (?:erste|zweite|neue|alte|letzte|kürzere|andere) (?:formulierung|fassung|version|"
        r"variante) (?:ist|klingt|wirkt|gefällt|passt|trifft)",
        "die eure",
    ),
    form(
        r"\b(?:that|this|the (?:first|second|third|new|last|other)) (?:one|sentence|line|version|wording|draft)"
        r" (?:is|reads|sounds|works|looks|feels) (?:\w+ )?(?:better|stronger|sharper|clearer|worse|weaker)"
        r"\b",
        "draft line one sentence version wording",
    ),
    form(
        r"\b(?:satz|fassung|version|formulierung|variante|zeile|entwurf) (?:ist|klingt|wirkt|liest sich)(?: "
        r"(?!vielleicht|wohl|womöglich)\w+)? (?:besser|stärker|klarer|schwächer|schlechter|schärfer)\b",
        "besser klarer schlechter schwächer schärfer stärker",
    ),
    form(
        r"\b(?:much |far |a lot |already )(?:better|stronger|clearer|sharper) (?:than (?:before|the (?:last|first|old|previous))|now)\b",
        "already far lot much",
    ),
    form(r"\bgefällt mir\b|\bist mir lieber\b|\bziehe ich vor\b|\bmir gefällt\b", "gefällt lieber ziehe"),
    form(rf"[\"”“'’] is (?:an? )?(?:{_FINE}|better|valid|fine|acceptable|the right|what (?:i|we))", "is"),
    form(
        r"\b(?:captures?|says?|puts?|sums?|trifft|fasst) it (?:better|best|well|perfectly|nicely)\b|\bcaptures "
        r"(?:the idea|this) better\b",
        "better best well perfectly nicely",
    ),
)
_PRAISES = (
    form(
        r"\b(?:sofort|gleich|glatt|so) (?:sofort |gleich )?unterschreiben\b|\b(?:kompliment|hut ab|chapeau|nailed it|hats off|"
        r"couldn't have (?:said|put) it)\b|\bi(?:'m| am) (?:really |very |quite )*impressed\b",
        "unterschreiben kompliment hut chapeau nailed hats couldn't impressed",
    ),
    form(
        rf"^(?:sehr |wirklich |richtig |ganz |echt )*{_FINE_DE} (?:formuliert|geschrieben|gelöst|getroffen|gedacht|gewählt|gesagt)\b",
        "formuliert gedacht gelöst gesagt geschrieben getroffen gewählt",
    ),
    form(
        r"^(?:ein |eine |sehr |wirklich |was für ein |was für eine )*(?:schön|toll|stark|klar|gelungen|super|"
        r"klasse|spannend|prägnant)(?:e[rsnm]?)? (?:objective|ziel|key result|entwurf|satz|formulierung|idee)"
        r"\b(?=[!.]|$)",
        "entwurf formulierung idee objective result satz ziel",
    ),
    form(
        rf"^(?:{_FINE}|well done|good (?:job|work|start|point|question|answer)|kudos|bravo|congratulations|"
        rf"love it|super|klasse|prima|toll|gut gemacht|sehr gut|hervorragend|glückwunsch)\b"
        r"(?=[\s,!.:;-]*(?:$|[!.,:;]|(?:\w+ ){0,2}(?:work|job|draft|objectives?|point|question|answer|goal|"
        r"start|key results?|krs?|page|set|thinking|progress|arbeit|entwurf|ziel|frage|antwort)\b[!.,;:]?(?:\s|"
        r"$)))",
        f"{_FINE_CUES} kudos bravo congratulations love super klasse prima toll gut sehr hervorragend glückwunsch",
    ),
    form(
        rf"^{_ITEM}(?:'s|'ve| is| are| have| has| looks?| reads?| sounds?| feels?) {_VERY}{_FINE}\b(?! (?:at|"
        rf"enough|for|as|until|on paper|only|to (?:know|hear|ask|whom)|luck|reason|question|news|if|when|morning|"
        rf"that)\b)",
        _FINE_CUES,
    ),
    form(
        rf"\b(?:you|you've|ihr|ihr habt) (?:(?:have|did|are|make|made|wrote|habt|seid|macht)? ?){_VERY}(?:done|"
        rf"doing)? ?(?:an? )?(?:great|excellent|fantastic|impressive|amazing|very good|really good|good) (?:job|"
        rf"work|progress|point|start|draft|question|thinking)",
        "habt ihr you you've",
    ),
    form(
        r"\b(?:i|we) (?:really |do |very much |so )*(?:love|admire|like how|like that|like the|appreciate|am impressed|are impressed)\b",
        "i we",
    ),
    form(
        rf"^(?:ein(?:e)? )?(?:sehr |wirklich |richtig )?{_FINE_DE} (?:objective|ziel|key result|entwurf|frage|"
        rf"antwort|formulierung|arbeit|gemacht|gelöst)\b",
        "antwort arbeit entwurf formulierung frage gelöst gemacht objective result ziel",
    ),
    form(
        rf"\b{_ITEM_DE} (?:ist|sind|klingt|liest sich|wirkt|sieht) {_VERY}{_FINE_DE}\b(?! (?:genug|für|wenn|"
        rf"zu wissen|an|und schlecht|gegen|gemeint|möglich)\b)",
        "ist klingt liest sieht sind wirkt",
    ),
    form(r"\b(?:glückwunsch|gratuliere|respekt vor|hut ab|chapeau)\b", "chapeau glückwunsch gratuliere hut respekt"),
)


def wording_verdict(text: str) -> bool:
    """F7: no wording is chosen for the team. A choice between wordings, a score, warmer and colder are withheld."""
    return any_stands(_VERDICTS, text)


def praise(text: str) -> bool:
    """F7: the partner challenges. Praise and flattery are withheld."""
    return any_stands(_PRAISES, text)


_WITHDRAWALS = (
    form(
        r"\b(?:you(?:'re| are)|ihr habt) (?:(?:quite|absolutely|completely|of course|völlig|natürlich|ganz) )?(?:right|"
        r"recht)\b(?! (?:to|at the|about who|now|here|away|before|after))",
        "habt you you're",
    ),
    form(
        r"\bi(?:'ll| will| can)? (?:withdraw|take (?:that|it|this) back|drop (?:the|this|that|my) (?:doubt|point|objection|"
        r"concern)|stand corrected|rest my case)\b",
        "can i i'll will",
    ),
    form(
        r"\b(?:nehme ich zurück|ich nehme (?:das|den einwand|meinen zweifel|es) zurück|"
        r"ziehe ich zurück|mein(?:en)? (?:zweifel|einwand) (?:ist|sind|hat sich) (?:erledigt|ausgeräumt|vom tisch)|"
        r"hat sich (?:mein|der|dieser) (?:zweifel|einwand) erledigt)\b",
        "einwand nehme ziehe zweifel",
    ),
    form(
        r"\b(?:that|this|das) (?:settles|answers|resolves|clears|klärt|"
        r"erledigt|beantwortet|räumt) (?:it|that|this|up|the (?:matter|doubt|point|question)|my "
        r"(?:doubt|concern|question)|es|das|die (?:frage|sache)|den zweifel|meinen zweifel)\b(?! (?:if|when|only|once|how|nicht|kaum|"
        r"noch))",
        "das that this",
    ),
    form(
        r"\b(?:the|this|my) (?:doubt|concern|objection) (?:is|has been|was) (?:settled|resolved|answered|gone|addressed|cleared)\b",
        "my the this",
    ),
)


_AGREES = expression(
    r"(?:^|[.!?]\s+)(?:ok(?:ay)?,? )?(?:(?:fair (?:enough|point)|point taken|agreed|understood|einverstanden|verstanden|"
    r"da(?:s ist| ist was) (?:richtig|dran|wahr))(?=\s*(?:[,.!;:]|$))"
    r"|(?:nothing|no doubt|kein zweifel|nichts) (?:more )?(?:remains|is left|is open|bleibt offen|ist mehr offen|bleibt übrig)\b)",
    re.IGNORECASE,
)
"""Agreement that opens a sentence, where `sentences` would leave it out as a mere opening."""


def withdrawal(text: str) -> bool:
    """A doubt is taken back, or the team is told that it is right. Whether it may be depends on what the team answered."""
    return _AGREES.search(text) is not None or any_stands(_WITHDRAWALS, text)
