"""F1 in German: a command to do something with the world, or a bare infinitive, states a goal; a verb in front may ask as well."""

from sparring.referee.phrases import DEADLINE, LEVEL
from sparring.referee.sentences import Sentence, form, opening
from sparring.referee.vocabulary import (
    CALENDAR,
    CHANGE_INFINITIVES_DE,
    CHANGE_STEMS_DE,
    DEED_IMPERATIVES_DE,
    DEED_STEMS_DE,
    FINITE_DE,
    either,
)

_NOT_SUBJECT_DE = (
    r"(?!(?:ihr|er|sie|es|man|wer|was|sich|euch|mir|uns|mich|jemand\w*|niemand\w*|nicht|nichts|ein|kein|der|euer|unser|jeder|dieser|das|"
    r"dies|und|oder|aber|nur|auch|heute|bloß|mal|einmal|aus|vor|an|auf|ab|weg|ob|wie|kr\s?\d|o\d)\b)"
)
_IMPERATIVE_DE = form(
    rf"(?:(?:{either(CHANGE_STEMS_DE)}(?:t|et)|{either(DEED_IMPERATIVES_DE)})"
    rf" {_NOT_SUBJECT_DE}[\wäöü„“\"<>]|"
    rf"(?:{either(CHANGE_STEMS_DE)}|{either(DEED_STEMS_DE)})e?n sie (?!sich\b)\w|"
    r"werdet? (?:zu[rm]?|die|der|das)\b)",
    opening(
        (
            *(stem + end for stem in CHANGE_STEMS_DE for end in ("t", "et", "n", "en")),
            *(stem + end for stem in DEED_STEMS_DE for end in ("n", "en")),
            *DEED_IMPERATIVES_DE,
            *("werde", "werdet"),
        )
    ),
)
_WITHOUT_SUBJECT_DE = form(
    r"\w+ (?:bis|auf|mit|in|von|zu|aus|für|den|einen|euren|jeden|mindestens|höchstens|wenigstens)\b(?!.*\b(?:ihr|er|es|man|wir|"
    r"ich|die|das|der)\b)"
)
"""After a verb in front no subject begins so, and none follows: it is a command, whatever mark stands behind it."""
_COMMAND_DE = form(
    r"(?!(?:fragt|nennt|schreibt|ruft|lest|hört|seht|schaut|beschreibt|erzählt|prüft|klärt|zählt|sucht|findet|stellt|setzt euch|"
    r"geht|fahrt|esst|sprecht|redet|denkt|"
    r"überlegt|zeigt|notiert|holt euch|ladet|begleitet|vergleicht|erklärt|benennt|besucht|trefft|wartet|sagt|ist|hat|bleibt|"
    r"steht|gibt|kommt|liegt|heißt|nicht|jetzt|fast|"
    r"erst|sonst|oft|selbst|dort|fest|nächst\w*|letzt\w*|seit|mit|damit|somit|nicht|gut|weit|leicht|meist|längst|zuletzt|zuerst|"
    r"macht (?:das|es))\b)"
    r"[a-zäöüß]{3,}t (?:das|die|den|dem|ein\w*|kein\w*|jede\w*|alle\w*|mehr|weniger|bis|an|auf|in)\b[^,]*$"
)
"""A verb in front of its object, of any meaning but of thinking, asking and looking."""
_OF_ALL_DE = form(rf"\b(?:jede[rsnm]?|alle[nrs]?|kein(?:e[nmrs]?)?)\b|{LEVEL}|{DEADLINE}")
_SEES_TO_IT_DE = form(
    r"(?:sorgt|sorge|sorgen sie) dafür\b|stellt? sicher\b|stellen sie sicher\b|(?:schafft|seht zu|erreicht)(?: es)?(?: \w+){0,4}, dass\b",
    "^sorgt ^sorge ^sorgen ^stell ^stellt ^stellen ^schafft ^seht ^erreicht",
)
_PARTICLES_DE = form(r"^(\w+) (?:(?:doch|einfach|halt|eben|mal|ruhig|schlicht|am besten|bitte|endlich|erst mal|nur) )+")
"""Particles after a command's verb, which change its tone only: "Sorgt doch einfach dafür"."""
_CLAUSE_AFTER_DE = form(r", (?:so |dann |ist |sind |hat |haben |war |wird |werden |kann |könnte |bleibt |was |wer |wie |warum )")
_ASIDE_DE = form(
    r" (?:weg|beiseite|vor|hin|an|inne|daneben|nebeneinander|zur seite|auf den tisch|an die wand|zurück|ab|gegenüber|"
    r"einmal|mal)[.!]?$"
)
"""What a team is asked to do with a line, not with the world: "legt die Zahl einen Moment weg"."""
_INFINITIVE_END_DE = form(rf"(?<! zu) {either(CHANGE_INFINITIVES_DE)}[\"“”»«'’).!?]*$", " ".join(CHANGE_INFINITIVES_DE))
_BIS_DATE = form(rf"\bbis (?:zum |zur |ende |mitte |anfang )?(?:\d|{CALENDAR})")
_UM_AMOUNT = form(
    r"\bum (?:etwa |rund |mindestens |fast )?(?:\d|ein(?:e[nmrs]?)? \w*(?:drittel|viertel|fünftel|zehntel|hälfte)|die hälfte|zwei drittel)"
)
_TURNED_ROUND = form(r"\b(?:nicht|aber|gleichzeitig|trotzdem|doch nicht)\b")


def commands(sentence: Sentence) -> bool:
    """Whether the sentence, which asks nothing openly, tells somebody to do something with the world."""
    lower = sentence.lower
    lower = _PARTICLES_DE.pattern.sub(r"\1 ", lower, count=1)
    if sentence.tells and _COMMAND_DE.pattern.match(lower) and _OF_ALL_DE.pattern.search(lower) and not _TURNED_ROUND.pattern.search(lower):
        return True
    if _SEES_TO_IT_DE.may_stand_in(sentence) and _SEES_TO_IT_DE.pattern.match(lower):
        return True
    if sentence.asks and not _WITHOUT_SUBJECT_DE.pattern.match(lower):
        # In German a question for yes or no begins with its verb, as a command does.
        return False
    return (
        _IMPERATIVE_DE.may_stand_in(sentence)
        and _IMPERATIVE_DE.pattern.match(lower) is not None
        and not _ASIDE_DE.pattern.search(lower)
        and not _CLAUSE_AFTER_DE.pattern.search(lower)
    )


def bare_infinitive(sentence: Sentence) -> bool:
    """A German infinitive at the end of a sentence that has no finite verb and no subject: "Wartezeiten spürbar senken"."""
    lower = sentence.lower
    if len(sentence.words) < 3 or not _INFINITIVE_END_DE.found_in(sentence):
        return False
    words = sentence.words - {"bis"} if _BIS_DATE.pattern.search(lower) else sentence.words
    if _UM_AMOUNT.pattern.search(lower):
        words = words - {"um"}
    return words.isdisjoint(FINITE_DE)
