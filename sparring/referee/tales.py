"""F1: a goal told as something else: as another's goal, as a fact of a day to come, as what success would bring, as what may not be said.

The policy forbids an objective, key result, metric or target of the partner's "in any mood": story, "I may not write it, but...", and
what a page could hold as it stands. Questions and doubts about the team's own lines stay what they are.
"""

from itertools import zip_longest

from sparring.referee.phrases import COMMITS, COMMITS_CUES, DAY_CUES, EXAMPLE, FRONTED_TIME, LEVEL, OTHERS, REFUSAL, REFUSAL_CUES
from sparring.referee.sentences import Sentence, form, sentences
from sparring.referee.vocabulary import THING, THING_DE

_OTHERS = form(OTHERS)
_COMMITS = form(COMMITS, COMMITS_CUES)
_LEVEL = form(LEVEL)
_FRONTED = form(FRONTED_TIME, DAY_CUES)
_ANOTHER_CLAUSE = form(
    r"[;.](?!\d)|,(?! (?:das|der|die|dem|den|who|that|which|whose|so|and|und|where|wo|in|hatte|war|ein|eine|an?|the)\b)|"
    r"\b(?:während|because|weil|if|wenn|nachdem|as|whereas)\b"
)
_THOUGHT_OF = form(r"(?:picture|think of|name|find|ask|call|visit|read|show|nennt|fragt|denkt|sucht|ruft|zeigt|lest)\b")
_EXAMPLE = form(
    EXAMPLE,
    "example instance such name illustration like along kind idea spirit beispiel beispielsweise etwa so irgendetwas irgendwas "
    "exemplarisch anderem wir",
)
_REFUSAL = form(REFUSAL, REFUSAL_CUES)
_AFTER_REFUSAL = form(
    r"(?:[,:;]| -|\.\.)\s(?:but|yet|still|however|though|only|so|if|otherwise|except|aber|doch|nur|sonst|sachlich|dennoch|"
    r"trotzdem|allerdings|"
    r"mir schwebt)\b|\s(?:but|yet|however|aber|sonst|allerdings)\b|: | - |; "
)
_EXCUSE = form(r"^(?:since|as|while|without|ohne|da|weil|obwohl)\b")
"""A refusal that is only the first clause: "Since you have to write it yourselves, I will only whisper ..."."""
_CLAUSE_ENDS = form(r",\s")
_ASKING_ON = form(
    r"[\s,:]*(?:(?:honestly|quite|ganz|ehrlich|so|viel|then|dann|rather|lieber|here is|hier ist|then|and|und|because|weil|since|"
    r"da|not|denn)[\s,:]+)*"
    r"(?:i\b|ich\b|we\b|wir\b|you\b|your\b|ihr\b|euch\b|eure?\b|it (?:would|is|was|will)|it's|this|that|das|dies|es|one "
    r"(?:question|thing)|a question|"
    r"eine frage|what(?! you (?:are|want|mean))|which|who|how|where|when|why|was|welche\w*|wer|wie|wo|wann|warum|whether|ob|let me|tell me|"
    r"ask|say|name|fragt|sagt|nennt|an example|ein beispiel|then|dann|there|kr ?\d|the (?:draft|question|doubt|line|number)|der "
    r"entwurf|die frage)\b"
)
"""What a refusal honestly goes on with: a question, a reason, or the team."""
_SPOILT = form(
    r"\b(?:but|yet|although|though|(?:nobody|no one|niemand) (?:(?:any|can|will|kann|wird|mehr) )?(?:notices?|cares?|reads?|"
    r"uses?|asks?|knows?|says?|"
    r"plans?|has|hat|is|ist|becomes?|learns?|tells?|weiß|merkt|sagt|lernt|liest|fragt|plant)|"
    r"(?:weiß|merkt|sagt|lernt|liest|fragt|plant) niemand|still (?:complain|die|leave|unhappy)\w*|fails?|failed|lost|loses?|quits?|ill|bad|"
    r"worse|empty|angry|wrong|late|broken|drops?|fell|falls|complains?|and yet|only because|aber|doch|obwohl|trotzdem|dennoch|"
    r"schlecht\w*|leere?n?|"
    r"falsch\w*|krank|verloren|kündigt|kündigen|sauer|nur weil|kr ?\d|o\d|your|euer|eure\w*|the (?:draft|team)|der entwurf)\b|n't\b"
)
"""What makes a day to come a trouble that is thought through, or speaks of the team's lines."""
_OF_NOBODY = form(r"(?:not (?:one|a single)|no [\w-]+|kein(?:e[nmrs]?)? (?:einzige[rsnm]? )?\w+)\b")
_TURNS = form(r"\b(?:but|yet|although|though|knows?|says?|believes?|aber|doch|obwohl|trotzdem|weiß|sagt|glaubt|your|euer|eure\w*)\b")
"""Troubles that nobody has any more are no troubles; what turns the sentence round still is."""
_SETTING = ("it is", "it's", "es ist", "imagine")
_PROSPERS = form(
    r"\b(?:always|themselves|by themselves|on their own|alone|freely|together|again|first|daily|every|each|all|once|recommend|"
    r"trust|choose|prefer|return|come back|"
    r"(?:know|find|love|enjoy)s?|more often|the same|selbst|allein|freiwillig|von selbst|immer|jede[rsn]?|gern|wieder|zuerst|"
    r"gemeinsam|täglich|"
    r"empfehlen|kennen|kennt|lieben|freuen|vertrauen|verlassen)\b|\b\d"
)
_IN_THE_WAY_OF_DRAFTS = form(rf"\b(?:{THING}|{THING_DE}|behaviou?r|verhalten|wirkung|something|etwas|number|zahl|shape|form|effort)\b")
_THINKS_OR_MAY = form(
    r"^(?:name|think|pick|choose|take|describe|say|look|go|aim|denkt|nennt|nehmt|nehmen|wählt|beschreibt|sagt|by way|as an|like\b)|"
    r"\b(?:would|could|might|may|should|wäre|wären|könnte\w*|sollte\w*|würde\w*|genannt|heißen|soll|sei|gemeint)\b|[,;:] "
    r"(?:maybe|perhaps|vielleicht)\b"
)
_GAMED = form(
    r"^(?:for (?:example|instance)|zum beispiel|beispielsweise|etwa),? (?:an?|one|two|some|somebody|someone|if|when|the|your|ein|"
    r"eine|jemand|wenn|"
    r"was|wie|who|what|how)\b"
)
"""An example at the start of a sentence with somebody acting in it is a case to think through."""
_SHOWS = form(
    r"\b(?:you(?:'d| would)|one would|we(?:'d| would)) (?:\w+ )?(?:see|notice|know|find|tell|recognise|recognize|spot)\b"
    r"(?! (?:it|that|this|what|how|why|whether|who|if|nothing|the difference|in the draft)\b(?! (?:in|by|from|because|when|through)\b))"
    r" (?:(?:it|that|this) )?(?:in|by|from|because|when|through|\w+)\b"
)
_POINTS_TO_PAGE = form(
    r"\b(?:(?:and|,) (?:that|this|there)(?:'s| is) (?:your|the) (?:number|goal|target|result|line|metric|objective)|that is what "
    r"(?:ought to|should|belongs)|"
    r"write (?:that|this|it) down|put (?:that|this|it) (?:down|on)|(?:und )?(?:das|genau das|dies) (?:ist|wäre) (?:eure|die|euer|das) "
    rf"(?:zahl|{THING_DE})|(?:genau )?das gehört (?:in|auf)|schreibt (?:das|es) (?:auf|hin)|tragt (?:das|es) ein|und gut ist)\b",
    "number goal target result line metric objective ought should belongs write put ist wäre gehört schreibt tragt",
)
_CONDITION = form(
    r"^(?:if|once|when|were|should|had|provided|wenn|falls|sobald|wäre[nt]?|ginge|gelänge|klappt\w*|käme|hätte[nt]?|stünde|sollte) ",
    "^if ^once ^when ^were ^should ^had ^provided ^wenn ^falls ^sobald ^wäre ^wären ^wäret ^ginge ^gelänge klappt* ^käme ^hätte ^hätten "
    "^hättet ^stünde ^sollte",
)
_WORKS_OUT = form(
    r"^(?:klappt|gelingt|geht|stimmt|funktioniert|läuft|greift) (?:das|es|alles|dies)\b[^,]*,|^(?:if|once|when|wenn|sobald) "
    r"(?:it|that|this|all (?:this|that)|das|es|alles) (?:really )?"
    r"(?:works?|worked|works out|succeeds?|pays? off|klappt|gelingt|funktioniert|greift|aufgeht)\b[^,]*,",
    "work works worked succeed succeeds pay pays klappt gelingt ^geht ^stimmt ^läuft funktioniert greift aufgeht",
)
_COUNTED = form(
    r"(?<![\w.])\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert|hundreds?) \w"
)
_THEN = form(r",\s+(?:then |dann |so )?(?P<main>[^,].*)$")
_UNREAL = form(r"^(?:wäre[nt]?|ginge[nt]?|gelänge[nt]?|käme[nt]?|hätte[nt]?|stünde[nt]?) ")
_WOULD_BE = form(
    r"(?:\b(?:would|could|'d|will|könnte\w*|gäbe|blieb\w*|käm\w*|wäre\w*|käme\w*|würde\w*|hätte\w*|spiel\w*|schalt\w*|merk\w*|find\w*)\b)"
)


def told(text: str) -> bool:
    """F1: a goal is a goal in a story, a fact, a consequence or a confession as well."""
    said = sentences(text)
    return any(_tells(sentence, following) for sentence, following in zip_longest(said, said[1:]) if sentence)


def _tells(sentence: Sentence, following: Sentence | None) -> bool:
    if sentence.asks_openly:
        return False
    return (
        _anothers(sentence)
        or _confesses(sentence, following)
        or _foretells(sentence, following)
        or _exemplifies(sentence)
        or _follows_from_success(sentence)
        or _POINTS_TO_PAGE.found_in(sentence) is not None
    )


def _anothers(sentence: Sentence) -> bool:
    """Another's goal: "A practice I know aimed at ...", "In einer Nachbarstadt lautete das Ziel ..."."""
    if sentence.is_question or sentence.supposes or not _COMMITS.may_stand_in(sentence) or _THOUGHT_OF.opens(sentence):
        return False
    other = _OTHERS.found_in(sentence)
    commits = _COMMITS.pattern.search(sentence.lower, other.start()) if other else None
    return other is not None and commits is not None and not _ANOTHER_CLAUSE.pattern.search(sentence.lower, other.end(), commits.start())


def _confesses(sentence: Sentence, following: Sentence | None) -> bool:
    """A refusal that goes on with what it refuses: "I may not write it, but ..."."""
    if not sentence.tells:
        return False
    refusal = _REFUSAL.found_in(sentence)
    if refusal is None:
        return False
    if sentence.lower.endswith((":", ";")):
        return following is not None and following.tells and not _ASKING_ON.pattern.match(following.lower)
    turn = _AFTER_REFUSAL.pattern.search(sentence.lower, refusal.end())
    if turn is None and _EXCUSE.pattern.match(sentence.lower):
        turn = _CLAUSE_ENDS.pattern.search(sentence.lower, refusal.end())
    if turn is None:
        return False
    rest = sentence.lower[turn.end() :]
    return len(rest.split()) > 1 and (not _ASKING_ON.pattern.match(rest) or _LEVEL.pattern.search(rest) is not None)


def _foretells(sentence: Sentence, following: Sentence | None) -> bool:
    """A day to come told as it is wished: "By summer operators upgrade without calling anyone"."""
    if not sentence.tells or sentence.supposes:
        return False
    front = _FRONTED.opens(sentence)
    if front is None:
        return False
    rest = sentence.lower[front.end() :]
    spoilt = _TURNS if _OF_NOBODY.pattern.match(rest) else _SPOILT
    if spoilt.pattern.search(rest) or len(rest.split()) < 3:
        return False
    if following is not None and following.asks and front.group().startswith(_SETTING):
        # What is asked about at once is a scenario.
        return False
    return _LEVEL.pattern.search(rest) is not None or _PROSPERS.pattern.search(rest) is not None


def _exemplifies(sentence: Sentence) -> bool:
    """An example of what could stand there, in a sentence about what should."""
    lower = sentence.lower
    if sentence.is_question or not _EXAMPLE.found_in(sentence) or _GAMED.opens(sentence):
        return False
    if _LEVEL.pattern.search(lower) or _COUNTED.pattern.search(lower):
        return not sentence.supposes and _SPOILT.pattern.search(lower) is None
    return _THINKS_OR_MAY.pattern.search(lower) is not None or _IN_THE_WAY_OF_DRAFTS.pattern.search(lower) is not None


def _follows_from_success(sentence: Sentence) -> bool:
    """What would be seen if all went well: "If owners trusted you, fewer than one in twenty would query an invoice"."""
    if not sentence.tells:
        return False
    lower = sentence.lower
    if not (_CONDITION.opens(sentence) or _WORKS_OUT.opens(sentence)):
        return False
    if _SHOWS.pattern.search(lower) and not _SPOILT.pattern.search(lower):
        return True
    main = _THEN.pattern.search(lower)
    if _WORKS_OUT.opens(sentence) and main is not None and _COUNTED.pattern.search(main["main"]) and not _SPOILT.pattern.search(lower):
        return True
    return (
        main is not None
        and _SPOILT.pattern.search(main["main"]) is None
        and _LEVEL.pattern.search(main["main"]) is not None
        and (_UNREAL.pattern.match(lower) is not None or _WOULD_BE.pattern.search(main["main"]) is not None)
    )
