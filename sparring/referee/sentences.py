"""Sentences of a text, as the rules on meaning read them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sparring.expressions import expression
from sparring.referee.language import ENGLISH_ONLY, GERMAN_ONLY
from sparring.referee.vocabulary import THING_WORDS

LONGEST = 400
"""Characters of one stretch. Whatever is longer is read in stretches that overlap, so that time grows with the length alone."""
_OVERLAP = 120

_SENTENCE_END = expression(r"(?<=[.!?…;])[\"“”»«'’)]*\s+|\n+|(?<=:)\s+|\s-+\s| ?(?:→|->|=>) ?")
_OPENERS = (
    r"(?:(?:well|right|look|listen|honestly|frankly|really|sure|true|fair enough|you know(?: what)?|i mean|to be (?:frank|honest|"
    r"fair|clear|blunt|precise)|"
    r"(?:quite )?(?:simply|frankly)(?: put)?|put simply|in (?:short|essence|a nutshell|other words|the end|plain terms)|all in "
    r"all|at bottom|at heart|"
    r"between (?:you and me|us)|if (?:you ask me|i may|i'm honest)|in my (?:view|eyes|book|opinion)|the way i (?:see|hear|read) "
    r"it|as i (?:see|hear|read) it|"
    r"from where i (?:sit|stand)|when all is said and done|less talk|long story short|by all means|tbh|ok so|"
    r"(?:ganz |mal )?(?:ehrlich|offen)(?: gesagt)?|kurz(?: gesagt| und gut| gefasst)?|im (?:grunde|kern|prinzip|klartext)(?: "
    r"genommen)?|unter uns(?: gesagt)?|"
    r"wenn (?:ihr|sie) mich (?:fragt|fragen)|so wie ich es sehe|aus meiner sicht|meiner meinung nach|am ende(?: des tages)?|"
    r"letztlich|eigentlich|sagen wir(?: mal)?|"
    r"na ja|naja|tja|schaut|seht|also gut|mit anderen worten|anders gesagt|wisst ihr(?: was)?|genau genommen|streng "
    r"genommen)(?:[,:]| -)\s+|"
    r"(?:to be (?:frank|honest|blunt)|in (?:short|essence|a nutshell)|between you and me|if you ask me|(?:the way|as) i (?:see|"
    r"hear|read) it|"
    r"ehrlich gesagt|kurz gesagt|im grunde(?: genommen)?|unter uns gesagt|offen gesagt|anders gesagt|genau genommen|aus meiner sicht)\s+)"
)
"""What people say before they say something: "To be frank," and the like. The sentence begins behind it."""
_OPENER = expression(_OPENERS + "?")
_BULLETS = expression(r"[\s\-*+•>·◦▪|#\"“„”«»‘'(\[\]]*(?:(?:\d{1,2}|[a-z])[.)]\s+)?[\"“„”«»‘'(]*")
_PARTICLES = expression(
    r"(?:(?:and|or|but|so|then|just|simply|maybe|perhaps|please|ideally|basically|clearly|again|well|now|ok|okay|sure|yes|no|try to|"
    r"try and|und|oder|aber|also|einfach|vielleicht|bitte|dann|nun|gut|ja|nein)\b,?\s+)*"
)
_MARKS = expression(r"[\"“„”«»‘'(]*")
_LEADING = (_BULLETS, _OPENER, _OPENER, _PARTICLES, _OPENER, _MARKS)
"""What may stand before a sentence's first word, in this order."""
_WORDS = expression(r"[^\W_]+(?:['-][^\W_]+)*")
_OPEN = expression(
    r"(?:(?:and|so|but|then|und|also|aber|dann|in|on|at|for|by|to|from|with|of|bei|mit|in|an|auf|für|von|zu|über|um)\s+)?"
    r"(?:what(?! (?:you|we|they|it|the team)(?:'re| are| really| actually| truly)? \w)|which|who|whose|whom|how|where|"
    r"when|why|was(?! (?:ihr|wir|sie) )|welche[nmrs]?|we[rmn]|wessen|wie|wo(?:ran|rauf|für|mit|durch|bei|von|her|hin|nach|rum|rüber|rin)?|"
    r"wann|warum|weshalb|wieso|inwiefern)\b"
)
_OPEN_LATER = expression(
    r"[,:]\s+(?:and |then |dann |und )?(?:(?:in|on|at|for|by|to|from|with|of|bei|mit|an|auf|für|von|zu)\s+)?"
    r"(?:what|which|who|whose|whom|how|where|when|why|was|welche[nmrs]?|we[rmn]|wessen|wie|wo(?:ran|rauf|für|mit|durch|bei|von|her|hin)?|"
    r"wann|warum)\b"
)
_POLAR = expression(
    r"(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had|isn't|aren't|doesn't|don't|"
    r"wouldn't|couldn't|"
    r"shouldn't|won't|ist|sind|wäre[nt]?|könnte[nt]?|kann|könnt|sollte[nt]?|soll|müsste[nt]?|würde[nt]?|habt|hat|wollt|meint|seid)\b"
)
"""A question that begins so asks for yes or no, whatever relative clauses it holds."""
_VERB_FIRST_DE = expression(
    r"\w+(?:t|en|e|st|rn|ln) (?:ihr|sie|er|es|man|wir|ich|das|der|die|den|dem|eine?[nmrs]?|keine?[nmrs]?|jemand|niemand|euer|"
    r"eure\w*|euch|sich|diese\w*|hier|da\w*|"
    r"auch|noch|denn|eigentlich|wirklich|mehr|nur|doch|lieber|alle|jede\w*|etwas|so|wer)\b"
)
_EITHER_OR = expression(r"\b(?:or|oder)\b")
_SUPPOSES = expression(
    r"\b(?:if|suppose|supposing|assume|assuming|imagine|unless|whether|even when|wenn|falls|angenommen|stellt? euch vor|gesetzt|sofern)\b"
)


THING_MARK = "*thing*"
"""Among a sentence's words where it names a part of a page of goals ("result", "KR3"): a cue for the forms that need one."""
QUOTE_MARK = "*quote*"
"""Among a sentence's words where it holds a quotation mark."""
ENGLISH_MARK = "*english*"
"""Among the words of a sentence that is plainly English: what is looked for in German alone cannot stand in it."""
GERMAN_MARK = "*german*"
"""The same for German."""
_PLAINLY = 3
NUMBER_MARK = "*number*"
"""Among a sentence's words where it holds a digit."""
_NUMBERED_THING = expression(r"(?:kr|o)-?\d")
_QUOTES = frozenset("\"'“”„«»‘’")
_SIGNS = frozenset("<>≥≤")
_PARTS = expression(r"[^\W_]+")


def _words_of(lower: str) -> frozenset[str]:
    words = set(_WORDS.findall(lower))
    english, german = len(words & ENGLISH_ONLY), len(words & GERMAN_ONLY)
    if english >= _PLAINLY and not german:
        words.add(ENGLISH_MARK)
    elif german >= _PLAINLY and not english:
        words.add(GERMAN_MARK)
    numbered = any(map(str.isdigit, lower))
    if not words.isdisjoint(THING_WORDS) or (numbered and any(map(_is_numbered_thing, words))):
        words.add(THING_MARK)
    if not _QUOTES.isdisjoint(lower):
        words.add(QUOTE_MARK)
    if numbered:
        words.add(NUMBER_MARK)
    return frozenset(words)


def _is_numbered_thing(word: str) -> bool:
    """Whether a word names a line by its number: "kr3", "o-1", "goal2"."""
    return _NUMBERED_THING.match(word) is not None or word.rstrip("0123456789") in THING_WORDS


def _cues_of(words: frozenset[str], lower: str, bare: str) -> frozenset[str]:
    cues = set(words)
    for word in words:
        if "-" in word or "'" in word:
            cues.update(_PARTS.findall(word))
    if first := _WORDS.search(bare):
        cues.add("^" + first.group())
        cues.add("^" + _PARTS.findall(first.group())[0])
    return frozenset(cues | _SIGNS.intersection(lower))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what stands before or after a colon or a dash.

    Attributes:
        lower: its words in small letters, without bullets, opening marks, opening particles, or a mark that asks nothing.
        words: the words in it, and marks for what else it holds (`THING_MARK`, `QUOTE_MARK`, `NUMBER_MARK`).
        cues: its words, the parts of joined ones, the word that it begins with behind a "^", and the signs of a bound.
        lead: what stands before its colon, "" for a sentence of its own.
        asks: it ends in a question mark.
        asks_openly: it asks who, what, which, how and the like.
        is_question: it asks openly, for yes or no, or which of two; not a statement or a command with a question mark behind it.
        tells: it is no question, or only by the mark behind it; in German a verb in front may ask as well as order.
        supposes: it holds an if, a suppose, an imagine.
        whole: the text as it stands, from its own first character.
    """

    lower: str
    words: frozenset[str]
    cues: frozenset[str]
    lead: str
    asks: bool
    asks_openly: bool
    is_question: bool
    tells: bool
    supposes: bool
    whole: str


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a plain `text`, and what follows a colon, a dash or an arrow, each on its own.

    Kept for texts read lately: every rule asks for those of one challenge.
    """
    found = []
    lead = ""
    for part in _stretches(text):
        whole = part.strip()
        if not any(map(str.isalnum, whole)):
            continue
        lower = whole.lower()
        bare = _bare(lower)
        ended = lower.rstrip("\"“”»«'’) ")
        asks = ended.endswith(("?", "？"))
        polar = _POLAR.match(bare) is not None
        openly = asks and (_OPEN.match(bare) is not None or (not polar and _OPEN_LATER.search(bare) is not None))
        is_question = asks and (openly or polar or _EITHER_OR.search(bare) is not None)
        tells = not asks or not (is_question or _VERB_FIRST_DE.match(bare))
        if asks and tells:
            bare = bare.rstrip("?？ ") + "."
        words = _words_of(lower)
        found.append(
            Sentence(
                lower=bare,
                words=words,
                cues=_cues_of(words, lower, bare),
                lead=lead,
                asks=asks,
                asks_openly=openly,
                is_question=is_question,
                tells=tells,
                supposes=_SUPPOSES.search(lower) is not None,
                whole=whole,
            )
        )
        lead = lower if ended.endswith(":") else ""
    return tuple(found)


def _bare(lower: str) -> str:
    """Return the sentence without what stands before its first word; all of it where nothing else would be left."""
    at = 0
    for each in _LEADING:
        if begins := each.match(lower, at):
            at = begins.end()
    return lower[at:].strip() or lower


def _stretches(text: str) -> Iterator[str]:
    for part in _SENTENCE_END.split(text):
        if len(part) <= LONGEST:
            yield part
            continue
        for start in range(0, len(part), LONGEST - _OVERLAP):
            yield part[start : start + LONGEST]


@dataclass(frozen=True)
class Form:
    """A turn of phrase that a rule looks for.

    Attributes:
        pattern: a regular expression over a sentence in small letters.
        cues: the pattern is looked for only where one of these is among the sentence's cues.
        stems: or where one of its words begins so.
        ends: or where one of its words ends so. Without any of the three it is looked for everywhere.
        open_questions: whether it counts in a question that asks who, what, which, how.
    """

    pattern: re.Pattern[str]
    cues: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    open_questions: bool = False

    @property
    def by_cues_alone(self) -> bool:
        """Nothing but its cues can announce it."""
        return bool(self.cues) and not self.stems and not self.ends

    def may_stand_in(self, sentence: Sentence) -> bool:
        """Whether anything announces the turn: most sentences hold nothing that does, and its pattern need not be compiled for them."""
        if not self.cues.isdisjoint(sentence.cues):
            return True
        if not self.stems and not self.ends:
            return not self.cues
        return any(word.startswith(self.stems) or word.endswith(self.ends) for word in sentence.cues)

    def found_in(self, sentence: Sentence) -> re.Match[str] | None:
        """Return where the turn first stands in `sentence`, whatever that asks."""
        return self.pattern.search(sentence.lower) if self.may_stand_in(sentence) else None

    def opens(self, sentence: Sentence) -> re.Match[str] | None:
        """Return the turn with which `sentence` begins, whatever that asks."""
        return self.pattern.match(sentence.lower) if self.may_stand_in(sentence) else None

    def stands_in(self, sentence: Sentence) -> bool:
        """Whether the turn stands in `sentence`, and counts in its kind of sentence."""
        return (self.open_questions or not sentence.asks_openly) and self.found_in(sentence) is not None


def form(pattern: str, cues: str = "", *, open_questions: bool = False) -> Form:
    """Return the form of a pattern.

    Args:
        pattern: a regular expression over a sentence in small letters.
        cues: words in small letters, separated by spaces, one of which stands wherever the pattern does: "word" as a word or a part of a
            joined one, "^word" at the start of the sentence, "word*" and "*word" as the start and the end of a word.
        open_questions: whether it counts in a question that asks who, what, which, how.
    """
    given = cues.split()
    stems = tuple(each[:-1] for each in given if each.endswith("*") and not each.startswith("*"))
    ends = tuple(each[1:] for each in given if each.startswith("*") and not each.endswith("*"))
    whole = frozenset(each for each in given if each.startswith("*") == each.endswith("*"))
    return Form(expression(pattern), whole, stems, ends, open_questions)


def opening(words: Iterable[str]) -> str:
    """Return cues for a pattern that stands at the start of a sentence and begins with one of `words` ("_" for a space)."""
    return " ".join(f"^{word.partition('_')[0]}" for word in words)


def any_stands(forms: tuple[Form, ...], text: str) -> bool:
    """Whether any of `forms`, a constant of its module, stands in any sentence of `text`."""
    index = _INDICES.get(id(forms)) or _INDICES.setdefault(id(forms), _Index(forms))
    return any(
        any(each.stands_in(sentence) for each in index.everywhere)
        or any(each.stands_in(sentence) for word in sentence.cues & index.cues for each in index.by_cue[word])
        for sentence in sentences(text)
    )


class _Index:
    """Forms by the words that announce them: most sentences hold few of those."""

    def __init__(self, forms: tuple[Form, ...]) -> None:
        self.forms = forms
        self.everywhere = tuple(each for each in forms if not each.by_cues_alone)
        self.by_cue: dict[str, list[Form]] = {}
        for each in forms:
            for cue in each.cues if each.by_cues_alone else ():
                self.by_cue.setdefault(cue, []).append(each)
        self.cues = frozenset(self.by_cue)


_INDICES: dict[int, _Index] = {}
"""By identity: an index holds its forms, so none of these numbers is ever given to others."""


NOT_IN_A_CLAUSE = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("before", "until", "unless", "if", "when", "whether", "how", "what", "why", "where", "than", "which", "who", "whom"),
        *("that", "anything", "because"),
    )
)
"""Put before a subject: "before you could say" offers nothing, "you could say" may."""
