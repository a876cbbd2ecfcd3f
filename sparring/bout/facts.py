"""The fact card: what is not written down. One card before round one, neutral, and it costs no round (LENSES.md, "Facts, not sparring")."""

from collections.abc import Iterable

from sparring.bout.shown import quotes_of
from sparring.bout.state import Bout
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Finding, Lens
from sparring.record.events import FactRecord
from sparring.situation import Situation
from sparring.speech import speech

ORDER = ("objectives-without-krs", "orphan-results", "placeholder", "missing-baseline", "arithmetic")
"""From what a reader trips over first to what needs a calculator."""

OWN_WORDS = frozenset({"nought", "unnamed"})
"""Evidence that the card tells in words of its own, apart from other gaps of the same kind."""

MOST_NAMED = 3
"""Items that the card names for one kind of gap; it counts the rest. A card is read in a minute, and the page is in sight."""

SILENT_IN_DISCOVERY = frozenset({"missing-baseline"})
"""A team that is finding out has no baselines yet, and that is the point."""


def fact_card(bout: Bout, findings: Iterable[Finding], catalogue: Catalogue) -> tuple[FactRecord, ...]:
    """Return the card's lines: one a kind of gap, with the first items that have it and how many there are."""
    situation = bout.situation or Situation()
    lines: list[FactRecord] = []
    for lens, own_words in ((lens, own_words) for lens in ORDER for own_words in (None, *sorted(OWN_WORDS))):
        if situation.level == "discovery" and lens in SILENT_IN_DISCOVERY:
            continue
        named = {quote.id for line in lines for quote in line.quotes}
        anchors = [
            finding.anchor
            for finding in findings
            if finding.lens == lens
            and (finding.evidence if finding.evidence in OWN_WORDS else None) == own_words
            and not any(q.id in named for q in quotes_of(finding.anchor, bout))
        ]
        if anchors and lens in catalogue:
            keys = [key for anchor in anchors for key in anchor.keys]
            quotes = tuple(quote for anchor in anchors for quote in quotes_of(anchor, bout))
            said = _said(catalogue[lens], own_words, several=len(keys) > 1, situation=situation)
            if len(keys) > MOST_NAMED:
                more = speech(bout.opened.language).more_facts
                said += " " + more.format(count=len(keys), shown=min(MOST_NAMED, len(quotes)))
            lines.append(FactRecord(lens=lens, said=said, quotes=quotes[:MOST_NAMED]))
    return tuple(lines)


def _said(lens: Lens, own_words: str | None, *, several: bool, situation: Situation) -> str:
    """Return the lens's first line that fits one item or several, in the team's situation before others."""
    holds = situation.tags | {"items" if several else "one"} | ({own_words} if own_words else set())
    about_several = [line for line in lens.doubts if ("items" in line.when) is several and line.when <= holds]
    fitting = about_several or [line for line in lens.doubts if line.when <= holds]
    return max(fitting, key=lambda line: (own_words in line.when, len(line.when))).text
