"""F3 and F6 as orders: what to measure, and which lines to merge or split, however the sentence ends.

An order opens its clause with the verb alone; "who counts how many come back" and "messt ihr, wie viele kommen" ask.
"""

from sparring.referee.sentences import any_stands, form

_OPENS = (
    r"^(?:(?!(?:who|what|when|where|which|how|if|wer|was|wann|wo|wie|wenn)\b)[^,.:;?!]{1,60}, )?"
    r"(?:(?:and|so|then|please|just|simply|rather|better|now|und|also|bitte|dann) )*"
)
_HOW_MUCH = (
    r"(?:how (?:many|much|often|long|fast|soon|far|well)|whether|it|that|this"
    r"|the (?:[\w-]+ )?(?:share|number|percentage|proportion|rate|count|time|ratio))"
)
_HOW_MUCH_DE = r"(?:wie\w*|ob|(?:den|die|das) (?:[\w-]+ )?(?:anteil|zahl|anzahl|quote|rate|dauer|zeit))"
_NOT_THE_TEAMS = (
    r"(?!.*\b(?:you|your|yourselves|our|own|last|yesterday|today|ago|draft|page|lines?|ihr|euch|euer|eure\w*|heute|gestern|"
    r"letzte\w*|entwurf|seite|zeilen?|"
    r"these|diese\w*)\b)"
)
"""What the team counts for once in its own draft or days is a task for thinking, no measure for the page."""
_LINES = r"(?:the|these|those|this|that|your|both|all|kr ?\d|o ?\d|them|it|lines?|items?|key results?|objectives?)"
_LINES_DE = r"(?:die|das|den|diese[rs]?|beide|eure|kr ?\d|o ?\d|zeilen?|ziele?)"

_CUES = "measure track count monitor record log merge combine split join fold collapse separate divide break"
_CUES_DE = (
    "messt miss zählt zähl verfolgt verfolge erfasst erfasse trackt beobachtet fasst fass legt leg führt führ "
    "teilt teil trennt trenn spaltet spalte"
)

_TO_MEASURE = (
    form(_OPENS + rf"(?:measure|track|count|monitor|record|log) (?:instead )?{_HOW_MUCH}\b{_NOT_THE_TEAMS}", _CUES, open_questions=True),
    form(
        _OPENS
        + r"(?:messt|miss|zählt|zähl|verfolgt|verfolge|erfasst|erfasse|trackt|beobachtet)"
        + rf"(?: (?:stattdessen|lieber|einfach|doch|dann|nur))*,? {_HOW_MUCH_DE}\b{_NOT_THE_TEAMS}",
        _CUES_DE,
        open_questions=True,
    ),
)
_TO_RESTRUCTURE = (
    form(_OPENS + rf"(?:merge|combine|split|join|fold|collapse|separate|divide|break (?:up|down)) {_LINES}\b", _CUES, open_questions=True),
    form(_OPENS + rf"(?:fasst|fass|legt|leg|führt|führ) {_LINES_DE}\b[^.?!]* zusammen\b", _CUES_DE, open_questions=True),
    form(
        _OPENS + rf"(?:teilt|teil|trennt|trenn|spaltet|spalte) {_LINES_DE}\b[^.?!]*\b(?:auf|voneinander|in (?:zwei|drei|mehrere))\b",
        _CUES_DE,
        open_questions=True,
    ),
)


def to_measure(text: str) -> bool:
    """F6: the team is told what to measure."""
    return any_stands(_TO_MEASURE, text)


def to_restructure(text: str) -> bool:
    """F3: the team is told to merge or split its lines."""
    return any_stands(_TO_RESTRUCTURE, text)
