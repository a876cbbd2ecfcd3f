"""The fact card: what is not written down. One card before round one, neutral, and it costs no round (LENSES.md, "Facts, not sparring")."""

from collections.abc import Iterable

from sparring.bout.shown import quotes_of
from sparring.bout.state import Bout
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Finding
from sparring.record.events import FactRecord
from sparring.situation import Situation

ORDER = ("objectives-without-krs", "orphan-results", "placeholder", "missing-baseline", "arithmetic")
"""From what a reader trips over first to what needs a calculator."""

SILENT_IN_DISCOVERY = frozenset({"missing-baseline"})
"""A team that is finding out has no baselines yet, and that is the point."""


def fact_card(bout: Bout, findings: Iterable[Finding], catalogue: Catalogue) -> tuple[FactRecord, ...]:
    """Return the card's lines: one a kind of gap, with the items that have it."""
    situation = bout.situation or Situation()
    lines = []
    for lens in ORDER:
        if situation.level == "discovery" and lens in SILENT_IN_DISCOVERY:
            continue
        anchors = [finding.anchor for finding in findings if finding.lens == lens]
        if anchors and lens in catalogue:
            quotes = tuple(quote for anchor in anchors for quote in quotes_of(anchor, bout))
            lines.append(FactRecord(lens=lens, said=catalogue[lens].doubts[0].text, quotes=quotes))
    return tuple(lines)
