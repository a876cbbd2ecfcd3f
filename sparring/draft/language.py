"""The language a draft is written in, told by its script and its function words.

Counting function words against small lists takes about a millisecond, needs no dependency, and teams can add a language by adding a
file. A trained detector (py3langid, the lightest that needs no download) takes half a second to load its model and brings numpy: too much
for a command that prints a draft.
"""

import re
from functools import cache

from sparring.packaged import packaged

_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTERS = {"de": frozenset("ß"), "es": frozenset("ñ"), "fr": frozenset("œ"), "pt": frozenset("ãõ"), "tr": frozenset("ğşı")}
"""Letters that among the listed languages only one uses."""

_LETTERS_ENOUGH = 200_000
"""Characters looked at: more do not change the answer."""


@cache
def _function_words() -> dict[str, frozenset[str]]:
    lists = {}
    for path in sorted((packaged("prompts") / "words").glob("*/function-words.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        lists[path.parent.name] = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return lists


@cache
def _all_function_words() -> frozenset[str]:
    return frozenset().union(*_function_words().values())


def is_function_word(word: str) -> bool:
    """Tell whether a word in lower case serves the grammar of one of the listed languages and says nothing of its own."""
    return word in _all_function_words()


def language_of(text: str) -> str:
    """Return the language of `text` as ISO 639-1, or "und" when there is too little to tell.

    Chinese, Japanese and Korean are told by script (kana make a text Japanese even where most of it is Chinese characters); the others by
    which language's function words occur most, a word that several languages share counting for less.
    """
    text = text[:_LETTERS_ENOUGH]
    words = [word.casefold() for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    if not letters:
        return "und"
    han, kana, hangul = (len(script.findall(text)) for script in (_HAN, _KANA, _HANGUL))
    # A Chinese character says about as much as three letters of an alphabet.
    if 3 * (han + kana + hangul) > letters - (han + kana + hangul):
        if hangul >= max(han, kana):
            return "ko"
        return "ja" if kana * 12 > han + kana else "zh"
    return _by_function_words(words)


def _by_function_words(words: list[str]) -> str:
    lists = _function_words()
    shared: dict[str, int] = {}
    for known in lists.values():
        for word in known:
            shared[word] = shared.get(word, 0) + 1
    scores = dict.fromkeys(lists, 0.0)
    for word in words:
        if word in shared:
            # One letter alone is as often a variable or an initial.
            weight = 1.0 if len(word) > 1 else 0.25
            for language, known in lists.items():
                if word in known:
                    scores[language] += weight / shared[word]
        for language, letters in _LETTERS.items():
            if language in scores and not letters.isdisjoint(word):
                scores[language] += 0.5
    ranked = sorted(scores.items(), key=lambda score: -score[1])
    if not ranked or ranked[0][1] < 1 or (len(ranked) > 1 and ranked[0][1] < 1.2 * ranked[1][1]):
        return "und"
    return ranked[0][0]
