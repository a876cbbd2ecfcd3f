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

MOST_NAMED = 3
"""Items that the card names for one kind of gap; it counts the rest. A card is read in a minute, and the page is in sight."""

SILENT_IN_DISCOVERY = frozenset({"missing-baseline"})
"""A team that is finding out has no baselines yet, and that is the point."""


def fact_card(bout: Bout, findings: Iterable[Finding], catalogue: Catalogue) -> tuple[FactRecord, ...]:
    """Return the card's lines: one a kind of gap, with the first items that have it and how many there are."""
    situation = bout.situation or Situation()
    lines: list[FactRecord] = []
    for lens in ORDER:
        if situation.level == "discovery" and lens in SILENT_IN_DISCOVERY:
            continue
        named = {quote.id for line in lines for quote in line.quotes}
        anchors = [
            finding.anchor
            for finding in findings
            if finding.lens == lens and not any(q.id in named for q in quotes_of(finding.anchor, bout))
        ]
        if anchors and lens in catalogue:
            keys = [key for anchor in anchors for key in anchor.keys]
            quotes = tuple(quote for anchor in anchors for quote in quotes_of(anchor, bout))
            said = _said(catalogue[lens], several=len(keys) > 1, situation=situation)
            if len(keys) > MOST_NAMED:
                more = speech(bout.opened.language).more_facts
                said += " " + more.format(count=len(keys), shown=min(MOST_NAMED, len(quotes)))
            lines.append(FactRecord(lens=lens, said=said, quotes=quotes[:MOST_NAMED]))
    return tuple(lines)


def _said(lens: Lens, *, several: bool, situation: Situation) -> str:
    """Return the lens's first line that fits one item or several, in the team's situation before others."""
    holds = situation.tags | {"items" if several else "one"}
    about_several = [line for line in lens.doubts if ("items" in line.when) is several and line.when <= holds]
    fitting = about_several or [line for line in lens.doubts if line.when <= holds]
    return max(fitting, key=lambda line: len(line.when)).text
