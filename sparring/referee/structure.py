"""Rules on the shape of a challenge: plain text that ends in one question and holds nothing that could be pasted.

Each rule takes one text (a doubt or a question) and says whether it breaks the rule.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from sparring.expressions import expression

LONGEST_DOUBT = 240
"""Characters."""
LONGEST_QUESTION = 200
"""Characters."""

_QUESTION_MARKS = frozenset("?？؟¿⁇⁈⁉❓❔")

_ALWAYS_QUOTES = frozenset('"“”„‟«»‹›‚‛「」『』〝〞＂')
_SINGLE_QUOTED = expression(r"(?<!\w)['‘’´](?=\S)[^'‘’´]*(?:\w['‘’´]\w[^'‘’´]*)*(?<=\S)['‘’´](?!\w)")

_NAMED = (
    r"objectives?|key[ -]?results?|kr|okrs?|goals?|targets?|metrics?|kpis?|measures?|indicators?|outcomes?|baselines?|results?|"
    r"ziele?|zielwerte?|schlüsselergebnis(?:se)?|ergebnis(?:se)?|kennzahl(?:en)?|metrik(?:en)?|messgrößen?|ausgangswerte?|"
    r"kernergebnis(?:se)?"
)
_ASKS = r"(?:what|which|who|whose|how|where|when|why|was|welche\w*|wer|wie|wo|wann|warum)"
_LABEL = expression(
    rf"(?:^|[\s(\[{{\"'*|,;:.])(?:o|{_NAMED})[\"'*]*\s?(?:#?\d+(?:\.\d+)*[\"'*]*)?\s?(?:\([^()\n]{{1,30}}\)\s?)?(?::(?!\s*(?:$|"
    rf"{_ASKS}\b[^.!\n]{{0,200}}\?))|=|"
    r"\s[-–—]\s(?=(?-i:[A-ZÄÖÜ]))|-->|->|→|：)",
    re.IGNORECASE,
)
_SETS_AFTER = frozenset(":=→：>-–—")
"""One of these stands in every label."""
_NUMBERED_LABEL = expression(
    r"(?:^|(?<=\s)|(?<=[(\[{\"'*|,;:.]))(?:O|KR|OKR)\s?\d+(?:\.(?:KR)?\d+)*\s*(?:[:=→：]|\s[-–—]\s(?=(?-i:[A-ZÄÖÜ])))", re.IGNORECASE
)

_LIST = expression(r"^\s*(?:[-–—*+•·◦▪‣]\s|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s)|[•◦▪‣]")
_ENUMERATED = expression(r"(?:^|\s)\(?(?:1|a|i)[.)]\s.*\s\(?(?:2|b|ii)[.)]\s", re.IGNORECASE)
_MARKUP = expression(r"[*_`#{}\[\]<>\\=^]|~~|&(?:\w{2,8}|#\w+);|%[0-9A-Fa-f]{2}(?![\d\s])")
_URL = expression(
    r"\w+://|\bwww\.|\bmailto:|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:com|org|net|io|ai|dev|app|de|eu|co|us|uk|ch|at|fr|es)\b", re.IGNORECASE
)
_BLANKS = expression(
    r"_{2,}|\.{4,}|\[[^\[\]]{0,200}\]|\{[^{}]{0,200}\}|<[A-Za-z][^<>]{0,200}>|\b[XYZN]{1,2}\s?(?:%|percent\b|prozent\b)|"
    r"(?i:\((?:who|what|when|how \w+|which \w+|by when|wer|was|wann|wie \w+|welche \w+|bis wann)\)[^()]{0,60}\()|"
    r"\b[XYZN]\b[^.?!\n]{1,60}\b[XYZN]\b|"
    r"\b(?:from|von)\s+[A-Zxyn]{1,2}\s+(?:to|auf|bis)\s+[A-Zxyn]{1,2}\b|\b(?:to|by|auf|um)\s+[XYZN]{1,2}\b"
)
_LETTERED_SHARE = expression(r"[XYZN]{1,2}\s?(?:%|percent|prozent)")
_ELLIPSIS = expression(r"…|\.{3}")
_LETTERS_APART = expression(r"(?<!\w)(?:[^\W\d_][ .·-]){5,}[^\W\d_](?!\w)")
_LONG_TOKEN = expression(r"[A-Za-z0-9+/=]{20,}")
_CHAIN_OF_MANY = expression(r"(?<!\w)[^\W\d_][^\W_]*(?:[-_‐‑‒–—−.,/+~·•]{1,3}[^\W_]+){4,}")
"""Longer than any compound that people write: "state-of-the-art" has four words."""
_PLAIN_SYMBOLS = frozenset("°©®™№")


def question_missing(question: str) -> bool:
    """Nothing is asked."""
    return not any(character.isalpha() for character in question)


def question_end(question: str) -> bool:
    """The question does not end in "?" (or the full-width mark)."""
    return not question.endswith(("?", "？"))


def several_questions(doubt: str, question: str) -> bool:
    """More than one question mark, of any script, in the doubt and the question together."""
    return sum(character in _QUESTION_MARKS for character in doubt + question) > 1


def too_long_a_doubt(doubt: str) -> bool:
    """More than 240 characters."""
    return len(doubt) > LONGEST_DOUBT


def too_long_a_question(question: str) -> bool:
    """More than 200 characters."""
    return len(question) > LONGEST_QUESTION


def hidden_characters(text: str) -> bool:
    """Line breaks, tabs, control, bidirectional, zero-width, private or unassigned characters."""
    if text.isascii():
        return not text.isprintable()
    return any(unicodedata.category(character)[0] == "C" or unicodedata.category(character) in ("Zl", "Zp") for character in set(text))


def quotation_marks(text: str) -> bool:
    """Marks around words; the apostrophe inside or after a word is none."""
    return not _ALWAYS_QUOTES.isdisjoint(text) or _SINGLE_QUOTED.search(text) is not None


def label(text: str) -> bool:
    """A name of an objective, key result, metric or target with something set after it ("KR2: ...", "Ziel: ...")."""
    return any(True for _ in _labels(text))


def _labels(text: str) -> Iterator[re.Match[str]]:
    if not _SETS_AFTER.isdisjoint(text):
        yield from _LABEL.finditer(text)
        yield from _NUMBERED_LABEL.finditer(text)


_DIAGNOSIS = expression(
    r"\s*(?:(?:this|it|das|es) (?:is|ist) )?(?:an?|ein|eine|no|not|kein|keine|nicht)\s+(?:\w+\s+)?(?:outputs?|"
    r"outcome|task|activity|project|deliverable|deadline|wish|"
    r"slogan|count|vanity|lagging|leading|health|milestone|feature|aufgabe|projekt|termin|maßnahme|wunsch|"
    r"number|baseline|target|owner|zahl|"
    r"ausgangswert|zielwert)\b|\s*(?:an?|ein|eine) [^\W\d]+(?: [^\W\d]+)?[.;](?=\s+\w)|\s*(?:what|which|who|how|where|when|why|"
    r"was|wer|wie|wo|wann|welche)\b[^.!\n]{0,200}\?",
    re.IGNORECASE,
)


def label_of_a_goal(text: str) -> bool:
    """A label with a goal behind it. In prose a label may also name the line that a doubt is about ("KR3: an output", "KR1: who?")."""
    return any(not _DIAGNOSIS.match(text, match.end()) for match in _labels(text))


def enumeration(text: str) -> bool:
    """A bullet or number at the start, or numbered points inside."""
    return _LIST.search(text) is not None or _ENUMERATED.search(text) is not None


def table(text: str) -> bool:
    """A cell's border."""
    return "|" in text or "\t" in text


def markup(text: str) -> bool:
    """Emphasis, headings, brackets, tags, entities, escapes, code."""
    return _MARKUP.search(text) is not None


def address(text: str) -> bool:
    """A link, a host or a mail address."""
    return _URL.search(text) is not None


def blanks(text: str) -> bool:
    """A template: blanks, bracketed or lettered places to fill in."""
    return _BLANKS.search(text) is not None or _words_between_dots(text)


def _words_between_dots(text: str) -> bool:
    """Two gaps marked by dots in one line, with a word between them."""
    for line in text.splitlines():
        gaps = [match.span() for match in _ELLIPSIS.finditer(line)]
        if len(gaps) > 1 and any(map(str.isalnum, line[gaps[0][1] : gaps[-1][0]])):
            return True
    return False


def template(text: str) -> bool:
    """A form to fill in, in prose: as `blanks`, but for a lettered share that is asked about ("was X % achieved")."""
    return any(not _LETTERED_SHARE.fullmatch(match.group()) for match in _BLANKS.finditer(text)) or _words_between_dots(text)


def symbols(text: str) -> bool:
    """Emoji and arrows."""
    if text.isascii():
        return "->" in text
    return "->" in text or any(_is_symbol(character) for character in set(text))


def _is_symbol(character: str) -> bool:
    if character in _PLAIN_SYMBOLS:
        return False
    return unicodedata.category(character) == "So" or "ARROW" in unicodedata.name(character, "")


def encoded(text: str) -> bool:
    """Letters set apart, a sentence chained into one word, base64 and the like, or one word from several alphabets.

    All of it is readable only for somebody who wants to read it.
    """
    if _LETTERS_APART.search(text) or _CHAIN_OF_MANY.search(text):
        return True
    if any(_looks_encoded(token.group()) for token in _LONG_TOKEN.finditer(text)):
        return True
    return not text.isascii() and any(_mixes_alphabets(word) for word in text.split() if not word.isascii())


def _looks_encoded(token: str) -> bool:
    cases = sum(a.islower() and b.isupper() for a, b in pairwise(token))
    return cases + sum(character.isdigit() for character in token) >= 3


def _mixes_alphabets(word: str) -> bool:
    alphabets = {unicodedata.name(character, "").partition(" ")[0] for character in word if character.isalpha()}
    return len(alphabets & {"LATIN", "CYRILLIC", "GREEK", "FULLWIDTH", "MATHEMATICAL"}) > 1
