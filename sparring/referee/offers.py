"""F1: wording, an example or a better version is offered.

A challenge may say what does not hold. It may not say what would.
"""

from sparring.referee.announced import announced, listed
from sparring.referee.offers_in_german import OFFERS_DE
from sparring.referee.phrases import LEVEL, MEASURING_NOUN
from sparring.referee.put_forward import PUT_FORWARD
from sparring.referee.sentences import NOT_IN_A_CLAUSE, THING_MARK, any_stands, form, sentences
from sparring.referee.vocabulary import (
    BETTER_EN,
    CHANGE_EN,
    CHANGE_ING,
    DEED_EN,
    GOOD_EN,
    MEASURE_EN,
    MEASURE_ING,
    THING,
    WORD_EN,
    WORD_ING,
    either,
)

_CHANGE, _CHANGING = either(CHANGE_EN), either(CHANGE_ING)
MEASURE, _MEASURING = either(MEASURE_EN), either(MEASURE_ING)
_WORD, _WORDING = either(WORD_EN), either(WORD_ING)
ADVERBS = (
    r"(?:(?:also|rather|instead|then|just|simply|maybe|perhaps|really|actually|better|probably|even|well|"
    r"quite|easily|always|first|usually) )*"
)
_MODAL = r"(?:could|should|might|would|may|can|must|ought to|needs? to|has to|wants to|'d)"
STATE = (
    r"(?!(?:lost|missed|gone|hurt|harmed|met|missing|wrong|true|right|left|dropped|different|worth|hit|reached|achieved|fine|easy|hard|"
    r"green|red|done|enough|safe|alive|dead|useless|useful|noticed|seen|read|known|measured|counted|honest|brave|the same|the first|able|"
    r"in|on|at|by|so|there|here|too|more|less|left|kept|gamed|empty|full|cheaper|cheap|visible|ticked|"
    r"scored|missed|why|what|where|how|who|"
    r"a (?:wish|guess|hope|coincidence|lie|surprise|problem|mistake|reason|sign)|nothing|something|anything|meaningless|ashamed|"
    r"better|worse|sooner|later|faster|slower|possible|impossible|necessary|blocked|late|early|settled|decided|failed|over)\b)"
)

_APT = (
    r"(?:more (?:honest|useful|telling|measurable|meaningful|realistic|specific|concrete|sensible|precise|"
    r"ambitious|fitting|suitable|robust|actionable|outcome\S*|"
    r"customer\S*)|realistic|preferable)"
)
"""In what way a proposal is said to be better."""

_FORMS = (
    # A thing on the page, and what it could be.
    form(
        rf"\b(?:a|an|one|another|any|some|your|the|this|that|each|its) (?:[\w-]+ ){{0,3}}?(?:{THING}|line|sentence)"
        rf"(?: (?:here|there|worth the name|for this|of this|on this page|like this))?,? {_MODAL} {ADVERBS}(?:be "
        rf"(?:phrased|worded|written|framed|stated|put|defined|rewritten|rephrased|reworded|reframed|expressed|"
        rf"split|merged|something)(?! by\b)|read(?! (?:better|worse|well|easily|aloud))|say\b|sound|become|"
        rf"look like|go like|track|measure|capture|aim|speak|talk about|focus on|include)",
        "a an another any each its one some that the this your",
    ),
    form(
        rf"\b(?:the|your|this|that|its) (?:[\w-]+ ){{0,2}}?{THING} {_MODAL} {ADVERBS}be (?:the |an? )?(?:[\w-]+ ){{0,2}}?{MEASURING_NOUN}",
        THING_MARK,
    ),
    form(
        rf"\b(?:an?|one|the|some|here(?:'s| is| are)?(?: an?| some| three| two| my)?) {BETTER_EN} (?:[\w-]+ "
        rf"){{0,2}}?{THING}\b(?! (?:than|for whom|is not|isn't)\b)",
        THING_MARK,
    ),
    form(rf"\b{BETTER_EN} (?:[\w-]+ ){{0,2}}?{THING}\b(?=:| would| could| might| is\b|$)", THING_MARK),
    form(
        rf"\b{BETTER_EN} (?:line|aim|sentence|number|figure) (?:is|would be|could be|might be)\b"
        r"(?! (?:the one|one|not|no|never|of|here|there|further|already|missing|open|still|only|worth|bought|made|found)\b)",
        "line aim sentence number figure",
    ),
    form(
        rf"\b(?:an?|one|another) (?:{GOOD_EN} )?(?:outcome|{THING})(?: \w+){{0,3}}? (?:would|could|might) (?:be|"
        rf"read|say|look like|go) {STATE}",
        "could might would",
    ),
    form(
        rf"\b(?:kr ?\d+(?:\.\d+)*|o\d+|it|this|that|(?:the|your) (?:\w+ )?(?:{THING}|line|sentence)),? {_MODAL} "
        rf"{ADVERBS}(?:(?:be )?(?:read|say|reworded|rewritten|rephrased|phrased|worded|framed|stated as|defined "
        rf"as|become something|split into|merged)|look like this)\b(?! (?:aloud|better|worse|well|out loud|"
        rf"out|about|to (?:you|a|the)|by|in|what|so|that,|nothing|anything|if|when)\b)",
        "read say reworded rewritten rephrased phrased worded framed stated defined become split merged look",
    ),
    form(
        rf"\b(?:kr ?\d+(?:\.\d+)*|o\d+|{THING}) (?:now |then |thus |here )?(?:becomes?|turns into|might end "
        rf"up as|would then be|ends up as|gets to be)\b",
        "become becomes ends gets here might then thus turns would",
    ),
    form(
        r"\b(?:make|makes|turn|turns|made) (?:that|it|this|kr ?\d+|o\d|the \w+) (?:in)?to\b(?! (?:a (?:wish|"
        r"habit)|you|nothing|something you)\b)",
        "make makes turn turns made",
    ),
    form(
        rf"\bthe (?:{THING}|line|sentence|number) (?:that )?(?:you(?:'re| are)?|they|we|the team) (?:really "
        rf")?(?:need|want|lack|miss|are looking for|is looking for|looking for|mean|have in mind|should have|"
        rf"could use)\b(?! to\b| from\b)",
        "the",
    ),
    form(
        rf"\b(?:you|we|they|the team)(?:'d| would| could| may| might| should)? (?:also |really |probably |rather "
        rf")?(?:need|want|like|use|add|be better off with|do better with|benefit from)s? (?:an?|another|some(?:thing)"
        rf"?) (?:\w+[\w-]* ){{0,3}}?(?:{THING}|that (?:captures|tracks|measures|counts))\b",
        "need want like use add better benefit needs wants likes uses adds benefits",
    ),
    form(
        rf"\b{THING} (?:on|about|around|along the lines of|in the (?:shape|direction|style) of|built (?:on|"
        rf"around)|to do with) (?!(?:its|your|the|their) own\b|the (?:page|draft|list|wall|slide|board)\b|this\b|"
        rf"that\b|it\b|which\b|what\b|purpose\b|paper\b|track\b|time\b|schedule\b|monday|tuesday|wednesday|"
        rf"thursday|friday)[\w-]+ (?=\w)[^?]*?\b(?:would|could|might|fits?|helps?|works?|does it|do it)\b",
        THING_MARK,
    ),
    form(
        rf"\b(?:{THING}|number|signal|figure) (?:such as|like|along the lines of|in the vein of|namely|say) (?!(?:this|that|it|these|"
        rf"those|yours|every|any|the (?:one|others?)|mine|a (?:dream|wish|promise|poem))\b|[\"“]?\d)[\"“]?\w",
        "such like along vein namely say",
    ),
    form(
        r"\b(?:something|anything|a line|a sentence|one) (?:around|along the lines of|like|in the (?:direction|"
        r"region|style|spirit) of|similar to) (?!(?:this|that|it|these|those|a \w+ing|hope|magic|trust|panic)"
        r"\b(?!:))\S",
        "around along like direction region style spirit similar",
    ),
    # Someone says how they would put it.
    form(
        rf"\b(?:i|we)(?:'d| would| might| could| may|'ll| will) {ADVERBS}(?:suggest|recommend|propose|advise|"
        rf"(?:re)?(?:word|phrase|write|frame|state)|say|put (?:it|this|that|the|kr)|sign|go (?:for|with)|take "
        rf"(?:b|a|c|the (?:first|second|last)|option)|aim|target|settle|opt|choose|pick|trade|swap|leave kr|"
        rf"keep kr|drop|look (?:for|at)|track|measure|count|define|shoot|set)\b(?! (?:it for you|that for you|"
        rf"aloud|with (?:what|you)|away|back|here|out|aside|for you|no more|yours?|a (?:word|thing))\b)",
        "i we i'd we'd i'll we'll",
    ),
    form(r"\b(?:i|we) (?:suggest|recommend|propose|advise) (?!(?:nothing|no)\b)\w", "suggest recommend propose advise"),
    form(r"\bif (?:i were (?:you|coaching|in your)|this were mine|it were (?:up to )?me)\b", "if"),
    form(
        r"\b(?:my|one|a|another|some|the obvious|here (?:is|are)) (?:modest |quick |small |first |concrete "
        r")?(?:suggestions?|proposals?|recommendations?|drafts?|advice|take|options?|ways?|ideas?|possibilit(?:y|"
        r"ies)|candidates?|approach|shot|attempt|stab)(?: at it| here| for you| to (?:say|put|phrase|word|"
        r"write|state|frame|measure|express|fix) (?:it|this|that))? ?(?:is\b|are\b|would be|could be|might "
        r"be|here|for (?:it|you)\b|:)(?! (?:open|left|gone|closed|to (?:ask|wait|stop)|not|still)\b)",
        "a another here my obvious one some",
    ),
    form(
        rf"\b(?:customers?|users?|listeners?|compan(?:y|ies)|teams?|competitors?|leaders|ceo|cfo|vp|boss|coach|"
        rf"patients?|merchants?|members?|buyers?|[a-z]+(?: like (?:you|yours))) (?:in your (?:phase|position|"
        rf"place) )?(?:would|might|could|often|usually|typically) {ADVERBS}(?:say|phrase|put|write|word|state|"
        rf"look at metrics|aim (?:for|at)|target|go for|use a|set)\b(?=:| (?:it|that|this|your|the objective)"
        rf"(?: \w+){{0,3}}? as\b| (?:it|this|something) (?:this way|like)|: | \d| an? | metrics| something "
        rf"like)",
        "could might often phase place position typically usually would",
    ),
    form(
        r"(?:most|many|other|good|great|leading|similar|the best) (?:[\w-]+ ){0,2}?(?:compan(?:y|ies)|teams?|"
        r"marketplaces?|products?|players?|banks?|shops?|leaders|organi[sz]ations) (?:[\w -]{0,40} )?(?:use|"
        r"aim|target|track|measure|keep|set|look at|sit at|go for|run at|shoot for) ",
        "use aim target track measure keep set look sit go run shoot",
    ),
    form(r"\b(?:as|like) (?:a|an|your) [\w-]+,? i (?:would|'d|want|know|knew|will)\b", "i"),
    # You could, you should, how about.
    form(
        rf"\b(?=[ytosw]){NOT_IN_A_CLAUSE}(?:you|the team|teams?|one|somebody|someone|they|we)(?: really| actually| probably|"
        rf" also| certainly)?(?:'d better| could| might|"
        rf" should| may| can| need to| ought to| must| (?:will|may|might) want to) {ADVERBS}(?:{_WORD}|set|"
        rf"try something|commit|aim|target)\b(?! (?:that (?:of|about|for|much|to|and|or|in|with|without)|that[.?!]?$|"
        rf"it|this|them|so|no|yes|what|which|who|how|why|whether|in|to (?:a|the|your|anybody|anyone|each)|differently|"
        rf"aloud|down|aside|up|out|off|nothing|anything|if|when|from|about|goodbye|sorry|after|before)\b)",
        "you team teams one somebody someone they we you'd",
    ),
    form(
        r"\b(?:how about|what about (?=(?:an? (?:[\w-]+ )?(?:kr|key result|objective|metric|measure|kpi|target|"
        r"guardrail)\b|[\w-]+ ?ing\b|[\"“]|[^?]*\d))|what if we (?:said|measured|tracked|"
        r"wrote|aimed))",
        "about if",
        open_questions=True,
    ),
    form(
        rf"\bwhy not (?:just |simply |rather |instead |also )*(?:{MEASURE}|{_WORD}|{_CHANGE}|{either(DEED_EN)}|"
        rf"go|say|a |an |something)\b",
        "why",
        open_questions=True,
    ),
    form(
        rf"\bwhat if (?:the|your|this|that|it|one|kr ?\d|o\d)?(?: \w+)?(?: {THING})? ?(?:were|was|is|became|"
        rf"read|said|measured|spoke|tracked|aimed|had to)\b[^?]*(?:\d|[\"“:]|\b(?:reduc|increas|grow|rais|cut|"
        rf"share|percentage|rate|number|completion|about|within|instead)\w*)",
        "if",
        open_questions=True,
    ),
    form(
        rf"^(?!(?:this|that|it|kr ?\d|o\d|your|the (?:line|draft|page))\b)[^?]{{4,90}} (?:(?:sounds?|looks?|feels?) like (?:an?|the) "
        rf"(?:[\w-]+ )?{THING}\b|"
        rf"(?:would|might) be hard to beat\b)",
        "sounds sound looks look feels feel beat",
    ),
    form(
        r"\b(?:unofficially|off the record|inoffiziell|unter der hand|hinter vorgehaltener hand)\b[,:]? \S",
        "unofficially record inoffiziell hand",
    ),
    # A line is supposed to read otherwise.
    form(
        rf"^(?:what |and )?if (?:kr ?\d|o\d|(?:the|your) (?:\w+ )?{THING}) (?:were|was|became) {STATE}(?!(?:the only|your|one of|"
        rf"twice|half|true|all|about (?:this|that)|only|ever|also)\b)"
        rf"[^?]*(?:{LEVEL}|{MEASURING_NOUN}|\d|\bper\b)",
        "if",
        open_questions=True,
    ),
    form(
        rf"\b(?:if|suppose|imagine|assume|say|picture) (?:that )?(?:instead )?(?:(?:the|your|this|that|an?|one) (?:[\w-]+ "
        rf"){{0,2}}?(?:{THING}|line|sentence)"
        rf"|kr ?\d+|o\d+|it) (?:simply |just |instead |really |then )*(?:(?:was|were|is|would be|became) (?:simply |just |really "
        rf")*(?:that|[\"“'])|"
        rf"(?:read|reads|said|says|stated|states|promised|promises|pledged|demanded)\b(?! (?:by|nothing|so|it|aloud|out)\b))",
        "if suppose imagine assume say picture",
        open_questions=True,
    ),
    form(
        rf"\b(?:accept|consider|like|live with|agree (?:to|on)|sign|defend|imagine|commit to|picture|want|prefer) (?:an?|another) "
        rf"(?:[\w-]+ )?{THING} "
        rf"(?:stating|saying|that (?:says|states|reads)|which (?:says|states|reads)|like|such as|of|about|on|around)\b(?! (?:this|"
        rf"the (?:draft|team|page))\b)",
        "accept consider like live agree sign defend imagine commit picture want prefer",
    ),
    form(
        r"\bwhat if[^?]{0,50}\b(?:you|the team|they|we) (?:simply |just |instead )*(?:committed|aimed|promised|pledged|agreed|went "
        r"for|settled|measured|tracked|counted|set|wrote|said)\b"
        r"(?! (?:it|this|that|nothing|less|more|too|the wrong)\b)",
        "if",
        open_questions=True,
    ),
    form(r"\b(?:live with|agree to|sign|accept|consider) [\"“„'‘][^\"“”]{8,}[\"“”'’]", "live agree sign accept consider"),
    form(
        r"\b(?:you|the team|they) (?:simply |just |perhaps |ever |instead )*(?:committed|pledged|promised|agreed|undertook) to "
        r"(?:\w+ing|an?|the|\d|[\w-]+ )",
        "committed pledged promised agreed undertook",
    ),
    form(
        r"^(?:so )?(?:how does|how would|what about|how about|wie klingt|und wie klingt|how is) (?:this|that|it|das|es|so etwas)(?: "
        r"one)?(?: sound)?:",
        "how und what wie",
        open_questions=True,
    ),
    form(
        r"\b(?:how would it (?:sound|look|be|feel)|what would (?:\w+ ){1,3}say) if (?:\w+ ){0,4}?(?:said|read|was that|were that|was "
        r"simply|were simply|stated)\b",
        "if",
        open_questions=True,
    ),
    form(
        rf"(?<!n't )(?<!not )(?<!never )\b(?:consider|try|imagine|suggest|recommend|propose|picture|start with|"
        rf"start by|think (?:about|of)|thought (?:about|of)|considered|tried|better off|worth|opt for|go for|"
        rf"lean towards?) (?:maybe |perhaps |instead |also |rather )*(?:{_MEASURING}|{_WORDING}|{_CHANGING}|"
        rf"a {THING}|an {THING}|something (?:like|along|around))\b",
        "consider try imagine suggest recommend propose picture start think thought considered tried better worth opt go lean",
    ),
    form(
        r"\b(?:consider|try|imagine|picture|have you considered|how does|would|what do you think of|perhaps|"
        r"maybe) [\"“„][^\"“”]{8,}[\"“”]",
        "consider try imagine picture considered does would think perhaps maybe",
        open_questions=True,
    ),
    form(
        r"^(?:go with|go for|aim for|aim at|shoot for|opt for|settle on|commit to|focus the (?:objective|goal|"
        r"line) on|frame it|phrase it|word it|put it|state it|think of it as|describe (?:it as|a meaningful|"
        r"the destination)|call it|name it|express it) (?!(?:it|what|which|them|whatever|a walk|in your own|"
        r"in one|in a|aloud|away|to (?:a|the|your)|yourselves|like you|the way you|without)\b)",
        "at destination for goal it line meaningful objective of on to with",
    ),
    # Examples, templates, translations.
    form(
        rf"\b(?:for example|for instance|such as|something like|along the lines of|zum beispiel|beispielsweise|"
        rf"wie etwa|let's say|say,)[,:]? (?:(?:(?:a|an|the|one|to|you (?:might|could)|your|der|die|das|eine?)"
        rf" )?(?:{_CHANGE}|aim|target|reach|measur\w+|track\w*|{_CHANGING}|(?:\w+ )?{THING} (?:could|might|"
        rf"would|may))\b|[\"“„'‘]\w+ \w+ \w|[^.?]*?(?:from|von|auf|to|under|unter|below|over|über|at least|"
        rf"mindestens) (?:[€$£] ?)?\d)",
        "example instance such like along beispiel beispielsweise etwa say",
    ),
    form(
        r"\b(?:use|take|follow|try|fill in|here is|here's) (?:this|the following|a|an|the) (?:shape|template|"
        r"structure|form|formula|format|pattern|frame|skeleton)\b|^fill in\b|\bfill in the (?:blanks?|gaps?)",
        "use take follow try fill here here's",
    ),
    form(
        r"\b(?:in (?:english|german|plain words|plain english|other words|short|a word)|auf (?:deutsch|englisch)"
        r"|mit anderen worten|im klartext)(?: (?:that|it|this) would be| hieße das| wäre das)?(?: \w+){0,3}:",
        "english german words short word deutsch englisch worten klartext",
    ),
    form(
        r"\b(?:in english|in german|auf deutsch|auf englisch)(?:,| that| it| this| wäre| hieße| would)", "english german deutsch englisch"
    ),
    form(
        rf"\b(?:it|this|that|kr ?\d|the \w+) (?:would|might|could) be (?:much |far |a lot |even )?{BETTER_EN} "
        rf"(?:with|as|to (?:say|write|read|measure|name)|if (?:it|the \w+|you) (?:said|read|named|wrote|spoke|"
        rf"measured|tracked))\b",
        "would might could",
    ),
    form(
        r"\b(?:wouldn't|would|isn't|might) (?:it|this|that) (?:not )?be (?:clearer|better|stronger|sharper|"
        r"fairer|wiser|more \w+) (?:to|if|with|as)\b",
        "would wouldn't isn't might",
    ),
    form(r"\bmy (?:objective|key result|version|kr|wording|goal)\b", "my"),
    form(
        r"\b(?:stands?|reads?|works?|lands?|sounds?) (?:much |far |even )?(?:better|stronger|clearer) (?:as|"
        r"with|like this|this way)\b",
        "better stronger clearer",
    ),
    # Judged better than what the team has.
    form(rf"\b(?:better|stronger|clearer|sharper|{_APT}) (?:would|could|might) be\b", "would could might"),
    form(
        r"^(?!(?:that|it|this|these|those|which|what|who|nobody|nothing|somebody|someone|anyone|you|they|we|"
        r"he|she|there|if)\b)[^?]{3,90}? (?:would|might|could) "
        rf"(?:be|make|fit|work|say|tell|sit|serve|do|read|sound|show|come|get) (?:you |it |this |far |much |even |a |an |the |us )*"
        rf"(?:better(?! off)|stronger|clearer|sharper|closer to|{_APT}|the job|the trick)\b",
        "would might could",
    ),
    form(
        r"\b(?:number|target|value|figure|goal|level|threshold|baseline|bar|wert|zahl|ziel|zielwert|schwelle)"
        r" (?:would|could|should|might|wäre|könnte|sollte|müsste)"
        r"(?: \w+){0,3} [€$£]?\d",
        "number target value figure goal level threshold baseline bar wert zahl ziel zielwert schwelle",
    ),
    form(
        r"^(?:take|use|make it|say|try|go with|call it|nehmt|nimm|sagen wir) (?:about |around |at least |etwa "
        r")?[€$£]?\d",
        "take use make say try go call nehmt nimm sagen",
    ),
    form(
        r"\b(?:have|has) (?:you|the team|anyone|anybody) (?:ever |already |perhaps |maybe )*(?:thought (?:of|"
        r"about)|considered|contemplated|played with) "
        r"(?!(?:the opposite|that|this|it|what|who|why|how|whether|asking|talking|stopping|leaving|not|when|where|them)\b)\w",
        "thought considered contemplated played",
    ),
    form(
        rf"\bwhy (?:don't|not|doesn't|couldn't|wouldn't|haven't) (?:you|the team|we|it) (?:just |simply |rather "
        rf"|instead )*(?:{MEASURE}|{_WORD}|{_CHANGE}|set|aim|go|put|turn|drop|split)\b",
        "why",
        open_questions=True,
    ),
    form(
        r"\b(?:is|would be|might be|could be|sounds like) what you(?:'re| are)? (?:really |actually |truly "
        r")*(?:after|want|mean|need|aiming at|looking for)\b",
        "what",
    ),
    form(r"\b(?:could|might) it be that (?:you|the team) (?:really |actually )?(?:wants?|means?|needs?)\b", "could might"),
    form(r"\bwould(?:n't)? you (?:not )?rather (?:not )?(?:measure|track|write|count|aim|look at|know how many)\b", "rather"),
    form(r"\blet me (?:just )?(?:re)?(?:phrase|word|put|write|frame|state|say|draft|try|suggest|propose|offer)\b", "let"),
    form(
        r"[,;] (?:sagen wir|let's say|say|maybe|perhaps) (?:mal )?[^?,]{0,30}?(?:\d|\b(?:half|hundred|hundert|tausend|zwanzig|"
        r"dreißig|fünfzig|zehn|twenty|thirty|fifty|ten|a dozen)\b)[^?]*$",
        "sagen say maybe perhaps let's",
    ),
    form(
        r"\b(?:first|second|third|one|other|another) (?:way|option|possibility|alternative|candidate|idea|"
        r"variant)\b(?: \w+){0,4}:$|^(?:an? |one |the )?(?:alternative|option|possibility|idea) (?:would|could|"
        r"might)? ?(?:be|is)\b",
        "way option possibility alternative candidate idea variant",
    ),
    *OFFERS_DE,
    *PUT_FORWARD,
)


def offer(text: str) -> bool:
    """F1: the team finds its own words. An example, suggestion, better version, template, list or translation is withheld."""
    return any(announced(sentence) for sentence in sentences(text)) or any_stands(_FORMS, text) or listed(text)
