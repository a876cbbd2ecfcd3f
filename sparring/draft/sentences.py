"""Sentences that say more of an item, or of the method, and are no items themselves."""

import re

from sparring.draft.lines import RANK_BOLD, Line
from sparring.draft.wordcount import length_in_words
from sparring.draft.words import NO_WORDS, Words
from sparring.expressions import expression

_LONGEST_NAME = 5
"""Words; a key result's heading with more of them states it already."""

_EXPLAINS = expression(
    r"(?<=[.!?。！？])\s*(?=(?:This (?:KR|is|means|will|would|includes|ensures|gives|measures|refers)|These (?:are|KRs)|That (?:is|means)"
    r"|It (?:is|means|measures)|Dies(?:e|er|es)? (?:ist|sind|KR|Kennzahl)|Das (?:ist|heißt|bedeutet|misst)|Cela |Ceci |C['’]est |Esto "
    r"|Isto |Questo |Bu, |Đây là |이는 |이것은 )\b|(?<=[。！？.])(?:这是|这些|这意味|此关键|これは))"
)

_METHOD = expression(
    r"(?:an? |the |your |each |every |los |las |les |die |das |ein |eine |un |une |um |uma |o |os )?"
    r"(?:okrs?|objectives?|key results?|krs?|ziele?|schlüsselergebnisse?|objetivos?|resultados?[ -]clave|resultados?[ -]chave|objectifs?"
    r"|résultats?[ -]clés?|hedefler|anahtar sonuçlar|mục tiêu|目标|目標|关键结果|목표|핵심 ?결과)"
    r"(?:\s+(?:is|are|should|must|need|needs|have to|has to|can|consists?|describes?|tells?|sind|ist|sollen|sollte|müssen|beschreib\w+"
    r"|son|es|deben?|sont|est|doivent|são|é|devem|là|phải)\b|(?:是|应该|应当|必须|とは|は|은 |는 ))",
    re.IGNORECASE,
)


def tells_the_method(text: str) -> bool:
    """Tell whether a sentence says what objectives or key results are or should be: it is about the method and no item."""
    return _METHOD.match(text) is not None


def explanation_after(words: Words) -> tuple[Words, Words]:
    """Part a key result from a sentence that explains it ("This is ..."): the key result, and the explanation or nothing."""
    match = _EXPLAINS.search(words.text)
    if match is None:
        return words, NO_WORDS
    return words.part(0, len(words.text[: match.start()].rstrip())), words.part(match.end())


def take_up_sentences(lines: list[Line]) -> list[Line]:
    """Let a heading like "KR1 - Leading" that only names the kind take the sentence beneath it for its words; the name becomes a remark.

    Returns:
        The lines without the sentences.
    """
    kept: list[Line] = []
    for line in lines:
        above = kept[-1] if kept else None
        if above is not None and _names_only(above) and _states(line):
            above.comments = [*above.comments, above.content.words, *line.comments]
            above.content.words = line.content.words
            above.links = [*above.links, *line.links]
            continue
        kept.append(line)
    return kept


def _names_only(line: Line) -> bool:
    text = line.content.words.text
    return (
        line.kind == "heading"
        and line.content.role == "key_result"
        and not line.content.loose
        and 0 < length_in_words(text) <= _LONGEST_NAME
        and not re.search(r"\d", text)
    )


def _states(line: Line) -> bool:
    plain = line.kind == "text" or (line.kind == "heading" and line.rank == RANK_BOLD)
    return plain and line.content.role is None and bool(re.search(r"\d", line.content.words.text))
