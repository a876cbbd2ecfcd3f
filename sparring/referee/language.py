"""F8: a challenge is in the bout's language; words of the draft and the documents pass in any."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from sparring.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FUNCTION_WORDS: Final = {
    "en": _words(
        """
        the a an of to in and or is are was were be been it this that these those what which who whose how why where when would could
        should do does did you your we our they their there with without from for not no nothing if than then at on by as has have
        had will can may might its into about before after though actually really too so but because while still just also even only all
        any some more most than who's what's that's it's isn't doesn't don't won't can't you're they're i'd i'll you'd get got give going
        one
        """
    ),
    "de": _words(
        """
        der die das den dem des ein eine einen einem einer und oder ist sind war waren sein es dies diese dieser dieses was welche
        welcher welches wer wessen wie warum wo wann würde würdet würden könnte könntet sollte ihr euer eure euch wir unser sie da
        mit ohne von für nicht kein keine nichts wenn als dann bei auf an zu zur zum im am vom hat habt haben wird werden kann könnt
        daran woran nur auch noch schon mal aber so eigentlich man heißt weil obwohl wem wen jeder jede jedes etwas jemand niemand
        mehr weniger sehr immer wieder bis durch gegen über unter zwischen nach vor seit ich mir mich dir uns ihm ihn ihnen sich selbst
        doch denn sonst wirklich genau gerade muss soll sollt darf lasst gibt geht
        """
    ),
    "fr": _words(
        """
        le la les un une des et ou est sont ce cette ces que qui quoi comment pourquoi où quand vous votre vos nous notre ils avec
        sans de du pour ne pas si dans sur au aux plutôt d'ici
        """
    ),
    "es": _words(
        """
        el la los las un una unos y o es son este esta estos que qué quién cómo por porque dónde cuándo usted su sus nosotros nuestro
        con sin de del para no si en al antes más
        """
    ),
    "it": _words(
        """
        il lo la gli i le un una e o è sono questo questa che chi come perché dove quando voi vostro noi con senza di del della per
        non se in nel al più
        """
    ),
    "pt": _words(
        """
        o a os as um uma e ou é são este esta que quem como por porque onde quando você seu sua nós com sem de do da para não se em
        no na ao mais
        """
    ),
    "nl": _words(
        """
        de het een en of is zijn was dit dat deze wat welke wie hoe waarom waar wanneer jullie je wij ons zij met zonder van voor
        niet geen als dan bij op te
        """
    ),
}
FUNCTION_WORDS: Final = _FUNCTION_WORDS["en"] | _FUNCTION_WORDS["de"]
"""Words that carry no content of their own, of the languages that the question bank speaks."""
ENGLISH_ONLY: Final = _FUNCTION_WORDS["en"] - _FUNCTION_WORDS["de"]
GERMAN_ONLY: Final = _FUNCTION_WORDS["de"] - _FUNCTION_WORDS["en"]
_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN_LANGUAGES = frozenset(_FUNCTION_WORDS)
_LEAST_FOREIGN = 3
"""Function words of another language before a text counts as written in it: one or two may be a name or a title."""


def foreign(text: str, language: str, own: Iterable[str]) -> bool:
    """Whether `text` is in another language or script than `language`, leaving out words that stand in the texts `own`.

    Args:
        text: what is judged.
        language: ISO 639-1; for a language without a word list only the script is looked at, for "und" nothing.
        own: the team's texts.
    """
    if language not in _LATIN_LANGUAGES:
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    ours = _FUNCTION_WORDS[language]
    foreign_words = [word for word in words if word not in ours]
    native = len(words) - len(foreign_words)
    if not _stands_out(foreign_words, native, language):
        return False
    team = {word.lower() for source in own for word in _WORD.findall(source)}
    return _stands_out([word for word in foreign_words if word not in team], native, language)


def _stands_out(foreign_words: list[str], native: int, language: str) -> bool:
    if not all(map(_is_latin, foreign_words)):
        return True
    return any(
        (count := sum(word in others for word in foreign_words)) >= _LEAST_FOREIGN and count > native
        for tongue, others in _FUNCTION_WORDS.items()
        if tongue != language
    )


def _is_latin(word: str) -> bool:
    return word.isascii() or all(unicodedata.name(character, "").startswith("LATIN") for character in word if character.isalpha())
