"""Recognises what explains the method of OKRs: such lines are about goals in general, so none of them bears on a team's own."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TypeAlias

from sparring.library.model import Passage

_SHARE = 0.25
_FEWEST_SPEAKING = 4
_FEWEST_KINDS = 3
_FEWEST_PASSAGES = 8
_FEWEST_IN_SECTION = 3
_REST = 0.5
"""A document teaches OKRs where at least a quarter of its passages, and four, speak of OKRs or key results as such, in words of three
kinds; a shorter one never does. Where half of it or more stands in sections that never speak of them, only the other sections teach."""

_Section: TypeAlias = Sequence[tuple[Passage, bool]]
"""Passages in a row below the same headings, each with whether it speaks of OKRs."""

_NEEDLES = (
    *("okr", "key results", "key-results", "key result", "schlüsselergeb", "schlüsselresult", "resultado", "résultat", "risultati chiave"),
    *("kernresultaten", "关键结果", "關鍵結果", "主要な結果", "主要な成果", "キーリザルト", "핵심"),
)
"""One of them stands in every text that speaks of OKRs: most documents are done with when none is found."""

_LABEL = r"(?!\s*[-#]?\s*[\d０-９一二三四五六七八九十]*\s*[:：.．])(?![\s-]?\d)"
"""What follows no label: "OKR 3:" and "关键结果一：" name an OKR, they do not speak of OKRs."""


def strategy_in(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages of a document without the sections that teach OKRs; none where the document does so as a whole.

    A list of OKRs names each key result rather than "key results", and a strategy that mentions its OKRs does so in few lines: both stay.
    """
    if not _has_needle("\n".join(map(_all_of, passages))):
        return list(passages)
    marked = [(passage, _speaks(passage)) for passage in passages]
    sections = [list(section) for _, section in groupby(marked, key=lambda each: each[0].headings)]
    if _teaches_as_a_whole(sections):
        return []
    return [passage for section in sections if not _teaches(section) for passage, _ in section]


def _teaches_as_a_whole(sections: Sequence[_Section]) -> bool:
    passages = sum(map(len, sections))
    speaking = [passage for section in sections for passage, speaks in section if speaks]
    if passages < _FEWEST_PASSAGES or len(speaking) < max(_FEWEST_SPEAKING, _SHARE * passages):
        return False
    kinds = {match.lastgroup for passage in speaking for match in _kinds().finditer(_all_of(passage))}
    elsewhere = sum(len(section) for section in sections if not any(speaks for _, speaks in section))
    return len(kinds) >= _FEWEST_KINDS and elsewhere < _REST * passages


def _teaches(section: _Section) -> bool:
    speaking = sum(speaks for _, speaks in section)
    return speaking >= _FEWEST_IN_SECTION and 2 * speaking >= len(section)


def _speaks(passage: Passage) -> bool:
    if _has_needle(passage.text) and _speech().search(passage.text):
        return True
    heading = passage.headings[-1] if passage.headings else ""
    return _has_needle(heading) and _speech().search(heading) is not None and _question().search(heading) is not None


def _has_needle(text: str) -> bool:
    low = text.casefold()
    return any(needle in low for needle in _NEEDLES)


def _all_of(passage: Passage) -> str:
    return "\n".join((*passage.headings[-1:], passage.text))


# Made when they are first needed: most documents never speak of OKRs.


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(
        r"(?<![A-Za-z])OKRs?(?![A-Za-z])" + _LABEL + r"|\bkey[ -]results\b(?!\s*[:：])"
        r"|\b(?:an?|each|every|one|per|the|that|jedes|jedem|ein|das)\s+key[ -]result\b"
        r"|\bschlüssel(?:ergebnisse|resultate)\w*(?!\s*[:：])|\b(?:ein|jedes|jedem|das)\s+schlüssel(?:ergebnis|resultat)\b"
        r"|\bresultados[ -](?:clave|chave)\b(?!\s*[:：])|\b(?:un|cada|um|el|o)\s+resultado[ -](?:clave|chave)\b"
        r"|\brésultats[ -]clés?\b(?!\s*[:：])|\b(?:un|chaque|le)\s+résultat[ -]clé\b|\brisultati chiave\b|\bkernresultaten\b"
        r"|(?:关键结果|關鍵結果|主要な結果|主要な成果|キーリザルト|핵심 ?결과)" + _LABEL,
        re.IGNORECASE,
    )


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(
        r"(?P<okr>(?<![A-Za-z])OKRs?(?![A-Za-z]))"
        r"|(?P<key_results>key[ -]results?|schlüssel(?:ergebnis|resultat)|resultados?[ -](?:clave|chave)|résultats?[ -]clé|risultati chiave"
        r"|kernresultaten|关键结果|關鍵結果|主要な結果|主要な成果|キーリザルト|핵심 ?결과)"
        r"|(?P<objectives>\bobjectives?\b|\bobjetivos?\b|\bobjectifs?\b|\bobiettivi\b|目标|目標|목표)"
        r"|(?P<initiatives>\binitiative[ns]?\b|\biniciativas?\b|举措|施策|이니셔티브)"
        r"|(?P<kpi>(?<![A-Za-z])KPIs?(?![A-Za-z]))"
        r"|(?P<method>methodology|framework|method\b|methode|methodik|méthode|metodología|metodologia|leitfaden|rahmenwerk|marco\b|手法|方法|框架|방법론)"
        r"|(?P<grading>\bgrade[sd]?\b|\bgrading\b|\bscor(?:e[sd]?|ing)\b|bewertet|\bcalifica\w*|\bnote[sz]?\b|\bnota\b|打分|評価|평가)"
        r"|(?P<rhythm>\bcheck-?ins?\b|\bcadence\b|\bretrospective\w*|チェックイン|체크인)"
        r"|(?P<alignment>\bcascad\w+|\balign(?:s|ed|ment)?\b|\bs'align\w+|ausrichten)"
        r"|(?P<pay>\bappraisal|\bbonus(?:es)?\b|leistungsbeurteilung|绩效|人事評価|성과급)",
        re.IGNORECASE,
    )


@cache
def _question() -> re.Pattern[str]:
    return re.compile(
        r"[?？]\s*$|^(?:how|what|why|who|when|where|wie|was|warum|wer|wann|cómo|qué|por qué|quién|comment|pourquoi|qu'est|como|o que)\b",
        re.IGNORECASE,
    )
