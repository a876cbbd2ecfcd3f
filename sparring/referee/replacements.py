"""F3: turns of phrase that take words off the page and put others there, whichever comes first and whoever does it."""

from typing import Final

from sparring.referee.sentences import QUOTE_MARK, form
from sparring.referee.vocabulary import THING, THING_DE

_TAKES = r"(?:strike|drop|lose|cut|take out|remove|delete|scrap|leave out|cross out|lose|swap out|kill|ditch|forget)"
_PUTS = r"(?:put|write|say|use|insert|add|go with|make it|type|set|try|choose)"
_WORD = rf"(?:(?:the |your )?(?:word|words|verb|noun|adjective|phrase|term|object|subject|wording|{THING})\b|[\"“„'‘])"
_TAKES_DE = r"(?:streicht?|nehmt?|lasst?|löscht?|werft|kürzt?|vergesst|weg mit|tilgt)"
_PUTS_DE = r"(?:schreibt?|setzt?|nehmt?|sagt?|macht?|nennt?|tragt?|fügt?)"
_WORD_DE = rf"(?:(?:das|der|die|den) (?:wort|wörter|begriff|verb|satz|ausdruck)|{THING_DE}\b|[\"“„'])"

SWAPS: Final = (
    form(r"[\"”“'’] (?:wants|needs|ought|has|is) to be(?:come)? [\"“„'‘]", QUOTE_MARK),
    form(r"(?:^|, |; |and |so )(?:take|leave|throw|kick|cut) (?:it|that|this) out[.!]?$", "take leave throw kick cut"),
    form(r"(?:^|, |; |also )(?:streicht|löscht|werft|lasst) (?:es|sie|ihn|das|kr ?\d)(?: \w+)?[.!]?$", "streicht löscht werft lasst"),
    form(
        rf"\b{_TAKES} [^?]{{2,70}}?(?:,| and| then|;)+ (?:then |instead |just )?{_PUTS}\b(?! (?:it|that|this|them) (?:away|aside|"
        rf"back|down)\b)",
        "cross cut delete ditch drop forget kill leave lose remove scrap strike swap take",
    ),
    form(
        rf"{_WORD}[^?]{{0,50}} (?:should|must|could|needs? to|ought to|may|might) (?:give way to|make way for|yield to|become|turn "
        rf"into|go\b|be (?:swapped|traded))",
        "could may might must need needs ought should",
    ),
    form(r"\bwhere (?:it|kr ?\d|o\d|the \w+) (?:says|reads|has|speaks of) [^?]{1,60}, (?:say|write|put|read|use|have)\b", "where"),
    form(
        r"\bthe (?:word|verb|phrase|noun|number) (?:that )?(?:i|you)(?:'d| would| could| might| should)? (?:\\w+ )?(?:trade|swap|put|"
        r"use|choose|replace|pick|change)\b",
        "the",
    ),
    form(r"^(?:in (?:kr ?\d|o\d|the \w+)[^,?]{0,20}, )(?:change|replace|swap|turn|put|write|use|strike|drop)\b", "in"),
    form(
        r"\b(?:out|raus|weg|fort)\b ?[,;:-]+ ?(?:und |and |dafür )?[^?]{2,60} \b(?:in|rein|hin|her|hinein)[.!]?$|\bweg, (?:und "
        r")?dafür\b|\braus, (?:und )?dafür\b",
        "out raus weg fort",
    ),
    form(r"^(?:substitute|swap|trade|exchange) [^?]{2,80}? (?:for|with|against|in)\b", "substitute swap trade exchange"),
    form(
        r"^(?:kr ?\d|o\d|the (?:first|second|third|last) (?:one|line|result))(?: \w+)? (?:can|could|should|may|must|has to) (?:go|be "
        r"left out|leave)\b(?! (?:wrong|up|down|on|to|from))",
        "go leave left",
    ),
    form(
        r"^(?:kr ?\d|o\d|(?:das|die|der) (?:erste|zweite|dritte|letzte) \w+) (?:sollte|kann|könnte|darf|muss)(?: \w+)? (?:entfallen|"
        r"weg|raus|wegfallen|gehen)\b",
        "entfallen gehen raus weg wegfallen",
    ),
    form(
        rf"\b{_TAKES_DE} [^?]{{2,70}}?(?:,| und| dann|;)+ (?:dafür |stattdessen |lieber |dann )?{_PUTS_DE}\b",
        "kürz kürzt lass lasst lösch löscht nehm nehmt streich streicht tilgt vergesst weg werft",
    ),
    form(
        r"\baus [^?,]{2,60} (?:macht|mach|machen|machte|würde|wird)(?: ihr| man| doch| lieber| einfach| dann)* (?!(?:noch |nur |erst "
        r")?(?:ein(?:e[nr]?)? (?:wunsch|problem)|nichts|was)\b)\S",
        "aus",
    ),
    form(r"^(?:macht?|machen sie) (?:doch |einfach |lieber )?aus \S", "macht mach machen"),
    form(r"^(?:tauscht?|wechselt?)\b(?! (?:ihr|euch|sie sich)\b)[^?]{2,80} (?:gegen|ein)\b", "tauscht tausch wechselt wechsel"),
    form(
        r"\b(?:statt|anstelle|anstatt)\b[^?]{2,80}\b(?:nehmt|schreibt|sollte|solltet|messt|zählt|setzt|zielt|strebt|gehört|gehören|"
        r"könntet|nutzt|"
        r"verwendet|sagt|nennt)\b(?! (?:nur|noch|das nicht|ihr)\b)",
        "statt anstelle anstatt",
    ),
    form(r"^(?:schreibt?|sagt?|nehmt?|setzt?|messt?|zählt?|nennt?) (?:doch |einfach |lieber )?(?:an)?statt\b", "statt anstatt"),
    form(
        r"\b(?:ist|sind|wäre|wären)\b[^?]{2,80}\b(?:zu ersetzen|zu streichen|auszutauschen|umzuformulieren|zu tauschen|wegzulassen|"
        r"zu kürzen)\b",
        "ersetzen streichen auszutauschen umzuformulieren tauschen wegzulassen kürzen",
    ),
    form(
        rf"{_WORD_DE}[^?]{{0,50}} (?:sollte|muss|müsste|könnte|darf)\b[^?]{{2,60}}\b(?:weichen|heißen|werden|ersetzt|getauscht|platz "
        rf"machen)\b",
        "sollte muss müsste könnte darf",
    ),
    form(
        r"^(?:kr ?\d|o\d)[^?,.:]{0,25} (?:umdrehen|umformulieren|streichen|ersetzen|kürzen|weglassen|ändern|tauschen|anders fassen)\b",
        "anders ersetzen kürzen streichen tauschen umdrehen umformulieren weglassen ändern",
    ),
)
"""Instructions to exchange words, English and German."""
