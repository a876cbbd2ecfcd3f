"""F1: how wording, an example or a better version is offered in German."""

from sparring.referee.phrases import LEVEL
from sparring.referee.sentences import THING_MARK, form
from sparring.referee.vocabulary import BETTER_DE, CHANGE_INFINITIVES_DE, GOOD_DE, THING_DE, WORD_DE, either

_ADVERBS_DE = (
    r"(?:(?:auch|eher|lieber|besser|einfach|vielleicht|stattdessen|doch|zum beispiel|etwa|eigentlich|dann|"
    r"ja|noch|mal|wohl|hier|zuerst) )*"
)
_MODAL_DE = r"(?:könnte[nt]?|sollte[nt]?|müsste[nt]?|würde[nt]?|könntet|solltet|müsstet|würdet|dürfte[nt]?|kann|soll|muss)"

_IF_IT_READ = (
    form(
        rf"\b(?:wenn|falls|angenommen|gesetzt|nehmt an|nehmen wir an|stellt euch vor)\b[^?.!:]{{0,40}}?(?:\b{THING_DE}|\bda|\bdort|"
        rf"\bhier|\bes|\bihr)\b[^?.!:]{{0,25}}?"
        rf"\b(?:hieße|lautete|stünde|stände|hießen|lauteten|schriebe|spräche|verspräche|forderte|zielt|zielte|heißen würde|lauten "
        rf"würde|stehen würde)\b(?! "
        rf"(?:nicht|nichts|was|wer|wie)\b)",
        "wenn falls angenommen gesetzt nehmt nehmen stellt",
        open_questions=True,
    ),
    form(
        rf"\b(?:angenommen|gesetzt|stellt euch vor|was,? wenn|und wenn|was wäre,? wenn),? (?:\w+ ){{0,3}}?(?:in |bei )?(?:{THING_DE}|"
        rf"da|dort) (?:stünde|stände|lautete|hieße|stehen|steht)\b",
        "angenommen gesetzt stellt wenn",
        open_questions=True,
    ),
    form(
        rf"^(?:könnte|ließe|lässt|wäre|sollte|müsste|würde|geht|ginge|darf|dürfte)\b[^?]{{0,60}}\b(?:dastehen|da stehen|festzuhalten|"
        rf"festhalten|als {THING_DE}|fassen|zu formulieren|"
        rf"formulieren|ausdrücken|lauten|heißen)\b",
        "könnte ließe lässt wäre sollte müsste würde geht ginge darf dürfte",
    ),
    form(
        r"^(?:geht|ginge) es (?:(?:euch|hier|am ende|im kern|eigentlich|denn|doch|in wahrheit|letztlich) )*(?:nicht (?:eher |"
        r"vielmehr |eigentlich )?(?:darum|um)|eher (?:darum|um))\b",
        "geht ginge",
    ),
    form(
        rf"\bwenn ihr (?:sagt|schreibt|sagtet|schriebt|sagen würdet|schreiben würdet|euch vornehmt|anpeilt|festlegt|"
        rf"versprecht)\b[^?]*(?:{LEVEL}|\d)",
        "wenn",
        open_questions=True,
    ),
    form(r"\bwas haltet ihr davon\b", "haltet", open_questions=True),
    form(r"\bmir schwebt\b|\bschwebt mir\b|\bmir fällt (?:da )?(?:ein|etwas ein)\b|\bwas mir (?:so |dazu )?einfällt\b", "mir"),
)
"""A line that is only supposed to read otherwise has been written all the same."""

OFFERS_DE = (
    form(rf"\b{THING_DE}\b[^?.,]{{0,30}}, (?:etwa|zum beispiel|beispielsweise) (?:ein\w*|die|der|das|dass|den)\b", THING_MARK),
    form(
        rf"^(?!(?:das|es|dies|kr ?\d|o\d|euer|eure|die zeile)\b)[^?]{{4,90}} (?:klingt|klingen|klänge\w*) nach (?:einem|einer) "
        rf"(?:\w+ )?{THING_DE}\b",
        "klingt klingen klänge klängen",
    ),
    form(
        rf"\b{THING_DE}\b[^?.]{{0,30}} (?:wäre|ist|könnte|hieße|sind|wären)(?: \w+)? (?:etwa|zum beispiel|beispielsweise|vielleicht|"
        rf"exemplarisch)\b(?! (?:so|nicht|nur|noch|zu)\b)",
        "beispiel beispielsweise etwa exemplarisch vielleicht",
    ),
    *_IF_IT_READ,
    form(
        r"\bes wäre (?:\w+ )?(?:besser|klarer|ehrlicher|sinnvoller|stärker|messbarer|klüger|hilfreicher)\b(?!,? "
        r"(?:wenn ihr wüsstet|zu wissen|zu fragen|zu verstehen|als nichts))",
        "wäre",
    ),
    form(
        r"^(?:besser|sinnvoller|klarer|treffender|ehrlicher|stärker|passender|geeigneter|messbarer|näher liegt|"
        r"näher läge) (?:wäre|erscheint|scheint|fände|klänge|passt|passte|passen|würde)\b",
        "erscheint fände klänge passen passt passte scheint wäre würde",
    ),
    form(
        r"\bwürden? (?:hier |da |wohl |viel |deutlich )*(?:besser|eher) (?:passen|taugen|zeigen|treffen|sagen|"
        r"helfen|wirken|klingen)\b",
        "würde würden",
    ),
    form(r"\bgehört (?:da|hier|dort|an diese stelle|auf die seite)[^.?!]{0,60}(?:hin|rein|hinein)[.!]?$", "gehört"),
    form(
        r"\bwarum (?:messt|zählt|verfolgt|schreibt|formuliert|nehmt|setzt|sagt|nennt|macht) ihr (?:das |es "
        r"|da |hier )?(?:nicht|stattdessen|nicht lieber)\b",
        "warum",
        open_questions=True,
    ),
    form(
        r"\bhabt ihr (?:\w+ ){0,3}?(?:überlegt|gedacht|erwogen|gezogen|nachgedacht)\b[^?]*?(?: zu \w+en\b|"
        r"\w+zu\w+en\b| statt)",
        "überlegt gedacht erwogen gezogen nachgedacht",
    ),
    form(rf"^denkt (?:doch |mal |einmal )*über (?:ein|eine|einen|die|das) (?:\w+ )?{THING_DE}", "denkt"),
    form(
        r"^(?:schreibt?|formuliert?|sagt|nehmt|messt|zählt|nennt|verfolgt) (?:doch,? |lieber,? |besser,? |"
        r"stattdessen,? |eher,? |einfach,? )+\S",
        "schreibt schreib formuliert formulier sagt nehmt messt zählt nennt verfolgt",
    ),
    form(r"\bich (?:schlage|schlüge) (?:\w+ )*vor\b|\bich (?:empfehle|rate)\b", "ich"),
    form(rf"\bkönnte (?:das|euer|eure|die|der) (?:\w+ )?{THING_DE} (?:heißen|lauten|klingen|aussehen)\b", "könnte"),
    form(r"\b(?:nennt|nenne) (?:es|das|ihn|sie) (?:doch |lieber |einfach |besser )*[\"„“]", "nennt nenne"),
    form(
        r"^(?:eine |die erste |eine andere |zum beispiel eine )?(?:möglichkeit|idee|variante|alternative)"
        r"(?: \w+){0,3}:$|^(?:\w+)?vorschlag\b|\b\w*vorschlag (?:lautet|ist|wäre)\b",
        "möglichkeit idee variante alternative *vorschlag",
    ),
    form(rf"\b(?:ein|eine|einen|das|die|der) {BETTER_DE} (?:[\w-]+ ){{0,2}}?{THING_DE}(?! als\b)", THING_MARK),
    form(
        rf"\b(?:ein|eine|das|die|der|euer|eure|dieses|diese)? ?(?:{GOOD_DE} )?{THING_DE}(?: (?:dazu|hier|aus "
        rf"dem \w+|dafür|zum \w+))? {_MODAL_DE} {_ADVERBS_DE}(?:lauten|heißen|so (?:aussehen|klingen)|aussehen|"
        rf"etwa so|sein:|sein [\"„“]|dann (?:lauten|heißen)|um(?:formuliert)?\b)",
        THING_MARK,
    ),
    form(
        rf"\b{THING_DE}\b[^.?!]{{0,50}}\b{_MODAL_DE} [^.?!]{{0,40}}?(?:lauten|heißen|klingen|formuliert werden|"
        rf"umformuliert|geschrieben werden)\b",
        THING_MARK,
    ),
    form(
        r"(?:^|[,:] )(?:noch )?(?:besser|klarer|stärker|schärfer|messbarer|ehrlicher|denkbar|möglich|sinnvoll|"
        r"passender|treffender|ehrgeiziger|schöner|üblich) (?:wäre|klänge|fände ich|klingt|ist so etwas|ist|"
        r"hieße)(?! es,? (?:wenn|zu wissen|zu fragen))\b",
        "etwas fände hieße ist klingt klänge wäre",
    ),
    form(
        r"\b(?:wie wäre (?:es,|es mit|denn|[\"„“'])|wie wär'?s|wie klingt(?= (?:das:|es:|[\"„“]))|was haltet ihr "
        r"von|was wäre mit|wie wäre es,? wenn)",
        "wie was",
        open_questions=True,
    ),
    form(
        rf"\bwarum nicht (?:gleich |lieber |einfach |besser |stattdessen |eher )*(?:[\"„“]|auf \d|[^?]* {either(CHANGE_INFINITIVES_DE)}|"
        rf"[^?]* (?:messen|zählen|schreiben|sagen))",
        "warum",
        open_questions=True,
    ),
    form(
        r"\bich (?:würde|schlage|empfehle|hätte|nähme|schriebe|setzte|käme)\b (?!(?:nicht|euch (?:gern|nur|"
        r"nichts) fragen|gern (?:wissen|verstehen|hören|fragen)|hier (?:fragen|nachfragen)|fragen|wissen|mich)"
        r"\b)[^?]*?(?:\b(?:schreiben|formulieren|sagen|setzen|wählen|vorschlagen|empfehlen|vor|nehmen|messen|"
        r"gehen|zählen|nennen|streichen|fassen|anpeilen|ansetzen)\b|auf \d)",
        "ich",
    ),
    form(
        rf"\b(?:ihr|man|wir|das team)(?: \w+)? {_MODAL_DE} [^.?!]*?\b(?:{'|'.join(WORD_DE)})\b(?<!sagen)|\b{_MODAL_DE} "
        rf"(?:ihr|man) {_ADVERBS_DE}[^.?!,]*?\b(?:schreiben|formulieren|nennen)\b",
        "ihr man wir das",
    ),
    form(r"\b(?:probiert|versucht) (?:es |das )?(?:doch |mal |einmal )*mit [\"„“]?\w", "probiert versucht"),
    form(
        rf"\b(?:formuliert?|schreibt?|fasst|nennt|sagt|beschreibt) (?:es|das|{THING_DE}|den satz|die zeile|"
        rf"euer \w+|eure \w+)(?: \w+)? (?:lieber |besser |doch |einfach |eher )*(?:als|so|um|in|anders)\b",
        "formuliert formulier schreibt schreib fasst nennt sagt beschreibt",
    ),
    form(
        rf"\b(?:ihr|das team) (?:braucht|bräuchtet|wollt|solltet) (?:eher |auch |noch |dafür |hier )*(?:ein|"
        rf"eine|einen) (?:\w+ )?{THING_DE}(?:\s|$|[.,:])(?! (?:das|die|der|mit|ohne)\b)",
        "ihr team",
    ),
    form(
        rf"\b{THING_DE} (?:in der art (?:von)?|im sinne von|im stil von|nach dem muster|wie etwa|wie zum beispiel|"
        rf"rund um|zu den|zur|zum) (?!(?:strategie|entwurf|seite|papier|ziel|thema|objective)\b)[^.?!]*?\b(?:wäre|"
        rf"würde|passt|hilft|könnte|bräuchtet|braucht|fehlt)\b",
        "braucht bräuchtet fehlt hilft könnte passt wäre würde",
    ),
    form(rf"\bals (?:\w+ )?{THING_DE} (?:bietet|böte|bieten|eignet|eignen|käme|kommt|kämen|taugt|empfiehlt|reicht|würde|wäre)\b", "als"),
    form(r"\betwa so:|\bso etwas wie\b|\bin etwa:|\bin der art von\b", "der etwa etwas"),
    form(
        r"\bmein (?:vorschlag|rat|tipp|entwurf)\b|^(?:vorschlag|vorschläge|beispiel|beispiele|alternative|alternativ)\b:?",
        "alternativ alternative beispiel beispiele entwurf mein vorschlag vorschläge",
    ),
)
