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
_LINES = r"(?:the|these|those|this|that|your|both|all|kr ?\d|o ?\d|them|it|lines?|items?|key results?|objectives?)"
_LINES_DE = r"(?:die|das|den|diese[rs]?|beide|eure|kr ?\d|o ?\d|zeilen?|ziele?)"

_TO_MEASURE = (
    form(_OPENS + rf"(?:measure|track|count|monitor|record|log) (?:instead )?{_HOW_MUCH}\b", open_questions=True),
    form(
        _OPENS
        + r"(?:messt|miss|zählt|zähl|verfolgt|verfolge|erfasst|erfasse|trackt|beobachtet)"
        + rf"(?: (?:stattdessen|lieber|einfach|doch|dann|nur))*,? {_HOW_MUCH_DE}\b",
        open_questions=True,
    ),
)
_TO_RESTRUCTURE = (
    form(_OPENS + rf"(?:merge|combine|split|join|fold|collapse|separate|divide|break (?:up|down)) {_LINES}\b", open_questions=True),
    form(_OPENS + rf"(?:fasst|fass|legt|leg|führt|führ) {_LINES_DE}\b[^.?!]* zusammen\b", open_questions=True),
    form(
        _OPENS + rf"(?:teilt|teil|trennt|trenn|spaltet|spalte) {_LINES_DE}\b[^.?!]*\b(?:auf|voneinander|in (?:zwei|drei|mehrere))\b",
        open_questions=True,
    ),
)


def to_measure(text: str) -> bool:
    """F6: the team is told what to measure."""
    return any_stands(_TO_MEASURE, text)


def to_restructure(text: str) -> bool:
    """F3: the team is told to merge or split its lines."""
    return any_stands(_TO_RESTRUCTURE, text)
