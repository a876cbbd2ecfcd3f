"""Phrases that make a sentence one that could be pasted as a goal: how much, by when, by whom, and as what.

They are grammar, English and German: closed classes of words and the places where numbers stand, no topics.
"""

from typing import Final

from sparring.referee.vocabulary import CALENDAR

_NUMERAL = (
    r"(?:[€$£]\s?)?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|a hundred|ein(?:e[mnrs]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|"
    r"vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert)"
)
SHARE: Final = (
    rf"(?:{_NUMERAL}\s?(?:%|percent\b|per cent\b|prozent\b)|\b{_NUMERAL} (?:(?:out )?of|in|von) (?:(?:every|all|the|our|allen|"
    rf"den) )?{_NUMERAL}\b|"
    r"\b(?:(?:about|over|more than|at least|mehr als|über|rund|etwa) )?(?:half|two[- ]thirds|a third|one third|three[- ]quarters|a quarter|"
    r"a fifth|a tenth|die hälfte|zwei drittel|ein drittel|drei viertel|ein viertel|ein fünftel|ein zehntel) "
    r"(?:of|as many|der|des|aller|von|vom|unserer|eurer)\b|"
    rf"\b(?:of|out of|von) (?:{_NUMERAL}) [\w-]+(?: [\w-]+)?,? (?:at (?:most|least) |höchstens |mindestens |only |nur )?{_NUMERAL}\b|"
    r"\b(?:every|each) (?:second|third|fourth|fifth|other)\b|\b(?:jede[rsnm]?|alle) (?:zweite|dritte|vierte|fünfte|zehnte)[rsnm]?\b|"
    r"\b(?:a|the) (?:majority|vast majority) of\b|\bdie (?:mehrheit|meisten)\b|\bmost of (?:the|our|those)\b)"
)
"""A part of a whole: "95 %", "nine of ten", "every second", "half of"."""
LIMIT: Final = (
    r"\b(?:under|below|less than|fewer than|no (?:more|less|fewer|later|longer|older|earlier) than|at (?:most|least)|more than|above|over|"
    r"within|up to|unter|höchstens|maximal|mindestens|weniger als|nicht (?:mehr|länger|später) als|nie (?:mehr|länger) als|mehr als|über|"
    rf"innerhalb von|binnen|in unter|bis zu) (?:an? |the |einer? |einem |etwa |about )?(?:{_NUMERAL}\b|half|week|day|hour|minute|month|"
    r"stunde|tag|woche|minute|monat)"
)
"""A bound: "under ten minutes", "höchstens zwei Anrufe"."""
NONE: Final = (
    r"\b(?:nobody|no one|no [\w-]+(?: [\w-]+)? (?:waits?|has|have|ever|needs?|goes|leaves?|sits?|takes?|stays?)|not (?:a single|one)|zero|"
    r"none of (?:the|our)|no longer|"
    r"never again|never|without (?:a|any|ever|\w+ing|calling|help)|niemand|kein(?:e[nmrs]?)? [\w-]+ (?:mehr|länger|je)|"
    r"kein(?:e[nmrs]?)? einzige[rsnm]?|"
    r"null|nicht mehr|nie(?:mals)? (?:mehr|wieder)|ohne (?:einen |eine |ein |jede[rn]? |anruf|hilfe|umweg|rückfrage|wartezeit))"
)
"""What happens to nobody any more."""
MULTIPLE: Final = (
    r"\b(?:twice|three times|half|double) (?:as|a|the)\b|\b(?:doppelt|dreimal|halb) so (?:viel|oft|schnell|lang|groß)\w*|"
    r"\b(?:halbier|verdoppel|verdreifach)\w*|\b(?:halv|doubl|tripl)(?:e|es|ed|ing)\b"
)
LEVEL: Final = rf"(?:{SHARE}|{LIMIT}|{NONE}|{MULTIPLE})"
"""How much is wished for, in any of these ways."""

MEASURING_NOUN: Final = (
    r"\b(?:rates?|share|percentage|proportion|ratio|number|count|average|median|index|score|nps|csat|retention|conversion|churn|"
    r"uptime|latency|"
    r"throughput|frequency|turnover|yield|lead time|cycle time|response time|[\w-]*time|interval|duration|accuracy|coverage|referrals?|"
    r"\w*quote|\w*rate|anteil|\w*zahl|\w*zeit|\w*dauer|\w*häufigkeit|durchschnitt|\w*index|\w*grad|\w*treue)\b"
)
"""A noun that says how something is counted."""

_DAY = (
    rf"(?:{CALENDAR}|(?:the )?(?:season|school year|term|month|week|quarter|year|saison|schuljahr\w*|halbjahr\w*|monat\w*|"
    rf"quartal\w*|jahr\w*)|"
    r"(?:mid|early|late)[- ]\w+|xmas|easter|holidays|\w*ferien|ostern|pfingsten|herbst|sommer|winter|frühling|frühjahr|november|"
    r"april|august|september|"
    r"20\d\d)"
)
DEADLINE: Final = (
    rf"\b(?:by|until|before|no later than|come|bis)(?: (?:the|next|this|zum|zur|ende|anfang|mitte|nächsten?\w*|end of|start of))* {_DAY}\b"
)
FRONTED_TIME: Final = (
    rf"(?:(?:by|come|from|after|at|in|next|this|ab|bis|im|in|am|nach|zum|zur|nächste[nrsm]?)(?! ende\b(?! de[rs]\b| von\b| \d))"
    rf"(?: (?:the|a|an|zum|zur|next|this|end of|start of|middle of|close of|ende|anfang|mitte|dem|der|den|des|diesem|nächsten|"
    rf"kommenden|early|late|"
    rf"{_NUMERAL}))* "
    rf"(?:{_DAY}|(?:weeks?|months?|years?|wochen|monaten?|jahren?)\b)(?! (?:one|two|three|four|five|six|seven|eight|nine|ten|"
    rf"\d)\b)(?: (?:from now|on|later|after [\w' -]{{3,30}}|an|des jahres|"
    r"dieses jahres|the year|the season|the quarter))*|"
    rf"(?:before|bevor) (?:the |das )?{_DAY} (?:is out|is over|ends|endet|um ist|vorbei ist)|"
    rf"(?:it is|it's|es ist|imagine) (?:the end of |ende |(?:early|late) )?(?:next )?{_DAY}(?: \w+)?,? (?:and|und|then)|"
    rf"{_NUMERAL} (?:days?|weeks?|months?|years?|tage?|wochen?|monate?|jahre?) (?:after|into|from now|on|later|nach|später|"
    rf"danach)\b[^,]{{0,40}},?|"
    rf"(?:the )?(?:end of|next) (?:the )?{_DAY}|weihnachten|ostern|{_DAY} (?:comes|is here|ist da)),? "
)
"""At the start of a sentence: the day that a wish is told from."""
DAY_CUES: Final = (
    "q1 q2 q3 q4 h1 h2 january february march april may june july august september october november december end christmas xmas easter "
    "holidays summer autumn winter spring season term day days week weeks month months quarter year years mid early late januar februar "
    "märz mai juni juli oktober dezember ende jahresende quartalsende weihnachten ostern pfingsten sommer herbst frühling frühjahr saison "
    "tag tage woche wochen 20* jahr* monat* quartal* halbjahr* schuljahr* *ferien"
)
"""One of these stands in every `FRONTED_TIME`."""

OTHERS: Final = (
    r"(?:\b(?:an?|one|some|any|the|my|our)(?: (?:of|[\w-]+)){0,3}? (?:(?:i|we) (?:once )?(?:know|knew|worked (?:with|for|at)|met|heard of|"
    r"saw|visited|read about))\b|"
    r"\b(?:(?:an)?other(?! teams?\b)|similar|comparable|neighbou?ring|competing|rival|leading|successful|mature|peer|fellow) [\w-]+|"
    r"\b(?:competitors?|rivals?|peers?|market leaders|benchmarks?|buddy|friend|colleague|neighbou?rs?|former (?:\w+ )?(?:club|"
    r"team|employer|studio|company|boss))\b|"
    r"\b(?:at|bei|in) (?:an?|one|another|einem|einer) [\w-]+ (?:in|near|from|outside|aus|bei|von|nahe) \w+|\bi (?:ever|once|"
    r"recently) (?:saw|knew|met|visited|heard of)\b|"
    r"\bi (?:once |also |used to |have )*(?:work(?:ed)?|was|coached|advised|helped|sat) (?:with|at|for|in|once)\b|\bmy (?:last|"
    r"old|previous|former|first|\w+'s) \w+|^(?:\w+ ){0,2}(?:elsewhere|somewhere|anderswo)\b|\b(?:next door|over at|heard of)\b|"
    r"\bthe (?:people|folks|team|guys) "
    r"(?:behind|at|over at|from|of)\b|"
    r"\b(?:(?<!etwas )andere[rsnm]?\b(?! teams?\b)|vergleichbare[rsnm]?|ähnliche[rsnm]?|benachbarte[rsnm]?|führende[rsnm]?|"
    r"erfolgreiche[rsnm]?|"
    r"frühere[rsnm]?|ehemalige[rsnm]?|nachbar\w+|konkurren\w+|mitbewerber\w*|wettbewerber\w*|kolleg(?:e|in|en)\b|bekannte[rn]?|"
    r"freund(?:in)?\b|"
    r"nebenan)|^in [\w-]+(?=,? (?:heißt|hieß|sagt|lautet|they|hatte|haben|hat|wollte|misst|zählt))|\bich kenne\b|\bes (?:war|"
    r"gab) (?:einmal|mal)\b|\bbei (?:meiner?|meinem|uns(?:erer)?) [\w-]+)"
)
"""Somebody who is not the team: whoever tells of their goal hands one over."""
COMMITS: Final = (
    r"(?:\b(?:aim(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|commit(?:s|ted)?|vow(?:s|ed)?|swore|resolv(?:e|es|ed)|set out|went "
    r"(?:for|with|after)|"
    r"goes for|go for|shoots? for|shot for|target(?:s|ed)?|defin(?:e|es|ed) (?:success|it|trust|quality|\w+ as)|decid(?:e|es|ed) "
    r"(?:that|to)|"
    r"wanted|wants|wrote|set (?:itself|themselves|himself|herself)|strives?|strove|measures?|measured|tracks?|tracked|count(?:s|"
    r"ed)?(?! on\b)|"
    r"(?:had|has|have) (?:only )?(?:one|a single) (?:number|sentence|goal|line|target)|made (?:that|it|this) their|the (?:line|"
    r"goal|sentence|target) was|"
    r"just say|simply say|lived by|live by|swore by|swear by|went by|had (?:one|a) rule|war das ziel|always say|they say)\b|"
    r"\b(?:vorgenommen|nahm\w* sich|verpflichtet|verpflichtete\w*|streb(?:t|te|en|ten) \w+|anstreb\w*|zum ziel gesetzt|wollten?|"
    r"lautete|hieß|"
    r"heißt es|schrieb(?:en)?|geschrieben|misst|maß|maßen|messen|zählt|zählte\w*|verspr(?:icht|ach|achen)|versprochen|steuert\w* auf|"
    r"beschloss\w*|beschlossen|entschied\w*|entschieden)\b)"
)
"""What they did about it: aimed, pledged, wrote, measured."""
COMMITS_CUES: Final = (
    "aim aims aimed pledge pledges pledged promise promises promised commit commits committed vow vows vowed swore swear resolve resolves "
    "resolved set went goes go shoot shoots shot target targets targeted define defines defined decide decides decided wanted wants wrote "
    "strive strives strove measure measures measured track tracks tracked count counts counted number sentence goal line their say lived "
    "live rule ziel vorgenommen nahm* verpflichte* streb* anstreb* gesetzt wollte wollten lautete hieß heißt schrieb schrieben "
    "geschrieben misst maß maßen messen zählt zählte* versprich* versprach* versprochen steuert* beschloss* beschlossen entschied*"
)
"""One of these stands in every `COMMITS`."""

EXAMPLE: Final = (
    r"(?:\b(?:for (?:example|instance)|such as|to name one|as an example|by way of (?:example|illustration)|something like|"
    r"(?:more )?along the lines of|that kind of thing|to give you an idea|in the spirit of|"
    r"zum beispiel|beispielsweise|als beispiel|etwa so|so (?:et)?was wie|irgend(?:et)?was (?:wie|mit)|exemplarisch|unter anderem|wie etwa|"
    r"nehmen wir(?: mal| einmal)?)\b)"
)
"""What announces an example."""

REFUSAL: Final = (
    r"(?:\b(?:i|we)(?:'m| am| are|'re)? (?:really |honestly |actually )?(?:can't|cannot|can not|won't|will not|shouldn't|should "
    r"not|mustn't|must not|may not|not allowed|"
    r"not supposed|not going to|not gonna|never|wouldn't dare|don't want|do not want|would never|'d never|have no right|will only)\b|"
    r"\bi'd never\b|\bnot gonna\b|\bfar be it from me\b|\bmy hands are tied\b|\b(?:this is )?not (?:as )?a (?:suggestion|"
    r"proposal|recommendation|draft)\b|"
    r"\byou didn't hear (?:it|this) from me\b|\b(?:wording|drafting|phrasing|writing|choice|words?)\b[^,.;]{0,30} (?:is|are|has "
    r"to be|must be|have to be) "
    r"(?:your|yours|up to you|for you)\b|\b(?:since|as) you (?:have|need) to write\b|\bwithout (?:prejudice|wanting|meaning|"
    r"prescribing|wishing)\b|"
    r"\b(?:darf|kann|soll|will|werde|möchte) ich\b[^,.:;-]{0,30}\b(?:nicht|nichts|kein\w*)\b|"
    r"\bich (?:darf|kann|soll|will|werde|möchte|schreibe|formuliere|sage?|halte|gebe|schlage)\b[^,.:;-]{0,40}\b(?:nicht|nichts|"
    r"kein\w*|raus|zurück)\b|"
    r"\b(?:eigentlich|steht) (?:soll |darf )?(?:ich|es mir) (?:\w+ )?(?:nicht|nichts)\b|\bes steht mir nicht zu\b|\bvon mir habt "
    r"ihr das nicht\b|"
    r"\bnicht als vorschlag\b|\bohne euch\b|\bdie (?:formulierung|wortwahl|worte)\b[^,.:;]{0,20}\b(?:obliegt|liegt bei|gehört|"
    r"bleibt|ist eure|ist sache)\b|"
    r"\b(?:das )?müsst ihr selbst (?:formulieren|schreiben|wissen|sagen)\b)"
)
"""Whoever says that it is not for them to write, and goes on, writes."""
REFUSAL_CUES: Final = (
    "i i'm i're i'd we we'm we're gonna me my suggestion proposal recommendation draft didn't wording drafting phrasing writing choice "
    "word words write prejudice wanting meaning prescribing wishing ich mir vorschlag ohne formulierung wortwahl worte müsst"
)
"""One of these stands in every `REFUSAL`."""
