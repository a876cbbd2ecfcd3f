"""What an answer shows by its grammar, its word lists and its question: the signs that its reading is weighed from.

A sign is a name that a coach can read ("somebody by name", "a day that comes") and either there or not. Single phrases do not carry from
one team to the next; who does what, when, and how the clauses hang together does. English and German share every sign. Those that words and
patterns can tell are data: `prompts/reading/signs.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sparring.bout.clauses import clauses_of
from sparring.bout.fitting import beginning, fits
from sparring.bout.heard import Heard, heard_in
from sparring.bout.times import coming, is_a_time, passed, soon
from sparring.bout.weight import compares, measures
from sparring.draft.language import is_function_word
from sparring.packaged import packaged
from sparring.text import Span

LONGEST_WEIGHED = 3_000
"""Characters that signs are looked for in: more than anybody types in an answer."""
LETTERS_OF_A_STEM = 6
"""A longer word is one sign with those that begin alike, as its endings are many."""

_NAMED_PERSON = re.compile(r"\b(?:Mrs?|Ms|Miss|Mister|Dr|Herrn?|Frau|Familie|Kolleg\w+)\.? [A-ZÄÖÜ]\w+")
_SOMEBODY_DOES = re.compile(
    r"(?:^|[.,;:–—]\s*|\b(?:and|und|dass|that|then|dann|maybe|morgen|tomorrow) )"
    r"(?:(?:[Tt]he|[Dd]ie|[Dd]er|Herr|Frau|Mrs?|Ms|Dr)\.? )?"
    r"(?!Das|Die|Der|We|Wir|It|This|That|There|The|He|She|Er|Es|Man|Ich|If|Wenn|Was|Who)"
    r"[A-ZÄÖÜ][\wäöüß]{2,}(?: (?:and|und) (?:ich|I|me|[A-ZÄÖÜ]\w+))? "
    r"(?!is\b|was\b|has\b|are\b|were\b|ist\b|hat\b|war\b|sind\b|haben\b|said\b|wird\b|geht\b|kommt\b|bleibt\b|nicht\b|jetzt\b)"
    r"(?:[a-zäöüß]{2,}(?:s|t|en)|will|sit|take|map|spend)\b"
)
_NEXT_WORD = re.compile(r" (?:(?:and|und) \w+ )?([a-zäöüß]{3,}) \w")
_PLACE = re.compile(r"\b(?:in|aus|nach|from|to|at|near) (?!I\b)[A-ZÄÖÜ][a-zäöüß]{2,}\b(?! (?:und|oder))")
_FORMAL_YOU = re.compile(r"(?<=\w )(?:Sie|Ihnen|Ihre?[nmrs]?)\b|^\W*(?:Könn|Würd|Mein|Woll|Dürf|Geb|Hab|Sag|Mach|Schreib)\w* Sie\b")
_PROPER = re.compile(r"(?<=[a-z,;:&] )(?!I\b|I['’]|OKR|KR|[A-Z]{2,}\b)[A-Z][a-z]{2,}\b")
_ABSTRACT = re.compile(
    r"\b\w{3,}(?:tion|ment|ness|ity|ance|ence|ship|ism|ency)s?\b|\b[A-ZÄÖÜ]\w{2,}(?:ung|heit|keit|tion|ität|schaft|ismus|anz|enz)(?:en|s)?\b"
)
_TOKEN = re.compile(r"(?<![\w'’.,])\w+(?![\w'’])")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SIZES = ((2, "one or two words"), (6, "a few words"), (14, "a sentence"), (40, "some sentences"))


@dataclass(frozen=True)
class _Signs:
    """Signs that single words or patterns tell.

    Attributes:
        exact: the signs of a word.
        beginnings: those of words that begin so.
        patterns: one for each sign that has any.
    """

    exact: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, Any]]) -> "_Signs":
        """Make ready the signs of one table of the file."""
        exact: dict[str, set[str]] = {}
        beginnings: dict[str, set[str]] = {}
        for name, told in table.items():
            for word in str(told.get("words", "")).split():
                (beginnings if word.endswith("*") else exact).setdefault(word.rstrip("*"), set()).add(name)
        patterns = {name: re.compile("|".join(told["patterns"]), re.IGNORECASE) for name, told in table.items() if "patterns" in told}
        return cls(_frozen(exact), _frozen(beginnings), patterns)

    def in_text(self, text: str, words: Iterable[str]) -> set[str]:
        """Return the signs that hold of `text`, whose words in lower case are `words`."""
        found = {name for name, pattern in self.patterns.items() if pattern.search(text)}
        for word in words:
            found |= self.exact.get(word, frozenset())
            for end in range(2, len(word) + 1):
                found |= self.beginnings.get(word[:end], frozenset())
        return found


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(names) for word, names in table.items()}


@cache
def _packaged_signs() -> tuple[_Signs, _Signs, Mapping[str, str]]:
    """Return the signs of an answer, those of a question, and how people type on a phone; read once."""
    told = tomllib.loads((packaged("prompts") / "reading" / "signs.toml").read_text("utf-8"))
    return _Signs.of(told["shown"]), _Signs.of(told["asked"]), told["typed"]


def _words(text: str) -> set[str]:
    return {word.lower() for word in _ANY_WORD.findall(text)}


def signs_of(text: str, question: str = "") -> frozenset[str]:
    """Return the signs that an answer shows.

    Args:
        text: the answer, or a clause of it.
        question: what was asked; "" when that does not matter.
    """
    shown, asks, typed = _packaged_signs()
    question = question[:LONGEST_WEIGHED]
    text = _TOKEN.sub(lambda match: typed.get(match[0].lower(), match[0]), text[:LONGEST_WEIGHED])
    heard = heard_in(text)
    words = _words(text)
    signs = shown.in_text(text, words)
    signs |= {f"hears {name}" for name in heard if name.startswith("answer-") and name != "answer-names"}
    signs |= {f"hears {name}" for name in ("people", "decision", "rhythm", "asks-outright", "asks-for-writing") if name in heard}
    if {"writing-verbs", "writing-things"} <= heard.keys():
        signs.add("a verb of writing and a thing to write")
    signs |= _names(text, heard) | _figures(text) | _shape(text)
    signs |= {f'the word "{word if len(word) <= LETTERS_OF_A_STEM else word[:LETTERS_OF_A_STEM] + "…"}"' for word in words}
    if _SOMEBODY_DOES.search(text):
        signs.add("somebody by name does something")
    if any(_acts(text, span) for name in ("answer-roles", "answer-names") for span in heard.get(name, ())):
        signs.add("somebody one could ask does something")
    asked = asks.in_text(question, _words(question))
    short = bool({"one or two words", "a few words"} & signs)
    signs |= {f"{name}, few words" for name in asked} if short else {f"{name}, more words" for name in asked}
    signs |= _beginning(text, question, asked, shown)
    if "asked who" in asked and signs & {"somebody by name", "hears answer-roles", "hears answer-others"}:
        signs.add("asked who, and somebody is named")
    if "asked when, how often" in asked and signs & _TIMES:
        signs.add("asked when, and a time is told")
    if _tells_what_would_have_been(text, asked, signs):
        signs.add(TELLS_WHAT_WOULD_HAVE_BEEN)
    if "asked where it stands" in asked and signs & {"a figure", "a number in words"}:
        signs.add("asked where it stands, and a number")
    said = {word.lower() for word in _WORD.findall(text)}
    asked_words = {word.lower() for word in _WORD.findall(question)}
    if said and len(said & asked_words) >= max(1, len(said) / 2):
        signs.add("says the question again")
    if not signs & _CONCRETE:
        signs.add("nothing to hold on to")
    signs |= {f"{one} + {other}" for one, other in _TOGETHER if one in signs and other in signs}
    if short:
        # In a scrap a sign weighs otherwise than in a paragraph, where others stand beside it.
        signs |= {f"{name}, in few words" for name in signs if not is_a_word(name) and " words" not in name}
    return frozenset(signs)


def is_a_word(sign: str) -> bool:
    """Return whether a sign says only that a word stands there."""
    return sign.startswith("the word ")


_TOGETHER = (
    ("a condition", "we, doing"),
    ("a day that comes", "we, doing"),
    ("a day that comes", "somebody by name"),
    ("we, now", "we, doing"),
    ("a cause", "nothing to hold on to"),
    ("a cause", "everybody's"),
    ("some sentences", "nothing to hold on to"),
    ("very long", "nothing to hold on to"),
    ("a figure", "takes stock"),
    ("a figure", "somebody by name"),
    ("hears answer-above", "we, doing"),
    ("hears answer-authority", "we, doing"),
    ("hears answer-authority", "somebody wants, said, gave"),
    ("hears answer-authority", "was decided, was given"),
    ("hears answer-above", "was decided, was given"),
    ("says what it is not", "sets right"),
    ("begins with no", "of counting"),
)
"""Signs that say something else together than each by itself."""


TELLS_WHAT_WOULD_HAVE_BEEN = "asked what would have been, and that is told"
"""An answer by its kind, whatever its words: such a question asks for nothing to hold on to."""
_WOULD_HAVE = re.compile(
    r"\b(?:(?:would|['’]d) (?:\w+ )?(?:have|be|go|keep|stay|do|carry|just)\b(?: \w+){1,}|hätten (?:wir|sie|die)\b.*\w{3,}"
    r"|(?:wir|sie|die) (?:hätten|würden|wären)\b.*\w{3,}|wäre? (?:jetzt|dann|nun) \w+"
    r"|(?:lief|läuft|stand|war) (?:ja |eh |sowieso )?(?:schon|an|bereits)\b)",
    re.IGNORECASE,
)
_NO_WORK = frozenset(
    {"vague in itself", "hears answer-dont-know", "hears answer-disputes", "hears answer-authority", "hears answer-above"}
    | {"does not know, in a phrase", "told by somebody above", "others hold the strings", "sees it otherwise", "what the partner thinks"}
    | {"hands the pen over", "hears asks-for-writing", "hears asks-outright", "ends with a question", "a generality", "that there are such"}
)

_TIMES = frozenset(
    {"a day that has passed", "a day that comes", "a time at all", "a span of time", "a time of day", "every time", "how often"}
)

_CONCRETE = frozenset(
    {"somebody by name", "a name", "a place", "hears answer-roles", "hears answer-things", "a figure", "a number in words", "words said"}
    | {"a day that has passed", "a day that comes", "a span of time", "a time of day"}
)


def _acts(text: str, somebody: Span) -> bool:
    """Whether a verb with something to it follows: "two engineers move to import", not "sales would"."""
    following = _NEXT_WORD.match(text, somebody.end)
    return following is not None and not is_function_word(following[1].lower())


def _beginning(text: str, question: str, asked: set[str], shown: _Signs) -> set[str]:
    scrap = beginning(text)
    if scrap is None:
        return set()
    words = scrap.of(text)
    told = shown.in_text(words, _words(words))
    times = {"a span of time", "a time of day", "every time", "how often"}
    return fits(
        words,
        question,
        asked,
        vague="vague in itself" in told,
        time=is_a_time(words) or coming(words) or bool(times & told),
        denies=bool({"begins with nothing", "begins with no"} & told),
    )


def _tells_what_would_have_been(text: str, asked: set[str], signs: set[str]) -> bool:
    """Whether a question for what would be without it is answered by work: named in a scrap, or told by "we would have built it anyway"."""
    if "asked what would have been" not in asked or "asked yes or no" in asked or signs & _NO_WORK:
        return False
    return "begins with a thing by itself" in signs or _WOULD_HAVE.search(text) is not None


def _names(text: str, heard: Heard) -> set[str]:
    signs = set()
    if _NAMED_PERSON.search(text) or any(span.of(text)[0].isupper() for span in heard.get("answer-names", ())):
        signs.add("somebody by name")
    german = bool(re.search(r"[äöüß]|\b(?:der|die|das|und|ist|nicht|wir|ich|ein\w*|zu|mit|auf|es)\b", text))
    if not german and _PROPER.search(text):
        signs.add("a name")
    if _PLACE.search(text) and (not german or not _ABSTRACT.search(text)):
        signs.add("a place")
    if _FORMAL_YOU.search(text):
        signs.add("says Sie")
    return signs


def _figures(text: str) -> set[str]:
    figures = measures(text)
    told = {
        "a figure": bool(figures) or any(letter.isdigit() for letter in text),
        "two figures": len(figures) > 1,
        "how many of how many": compares(text),
        "a day that has passed": passed(text),
        "a day that comes": coming(text),
        "soon": soon(text),
        "a time at all": is_a_time(text),
    }
    return {name for name, holds in told.items() if holds}


def _shape(text: str) -> set[str]:
    words = len(text.split())
    signs = {next((name for most, name in _SIZES if words <= most), "very long")}
    clauses = [clause.of(text) for clause in clauses_of(text)]
    asking = [clause.rstrip().endswith("?") for clause in clauses]
    if asking and asking[-1]:
        signs.add("ends with a question")
    if any(asking):
        signs.add("all questions" if all(asking) else "question and statement")
    abstract = len(_ABSTRACT.findall(text))
    if abstract:
        signs.add("an abstract noun")
    if abstract > 1:
        signs.add("several abstract nouns")
    return signs
