"""What the documents plan and measure: a roadmap that the draft repeats, a metric that stands above all others."""

from collections.abc import Iterator

from sparring.lenses.predicates.numbers import has_number
from sparring.lenses.predicates.registry import Sighting, finder, on, whole_draft
from sparring.lenses.put_off import is_put_off
from sparring.lenses.subjects import subject_terms
from sparring.lenses.view import View
from sparring.library.model import Passage

LONGEST_HEADING = 60
"""Characters of a heading that names a roadmap; longer ones only mention it."""

FEWEST_MIRRORED = 3
"""Key results that repeat a roadmap before it is worth asking what else fills the week: one or two only show where they come from."""

TERMS_IN_COMMON = 2
"""Words of the subject that a key result shares with the entry of a roadmap that it repeats; all of them, where it has fewer."""


@finder("mirrored-roadmap", draws_on=("output-as-result", "activity-count"))
def mirrored_roadmap(view: View) -> Iterator[Sighting]:
    """Deliverables that together repeat what a roadmap in the documents lists, at least a third of the key results."""
    entries = [each for each in _under(view, "roadmap-headings") if not is_put_off(each)] if view.library.passages else []
    if not entries:
        return
    work = view.found["output-as-result"] | view.found["activity-count"]
    mirrored: list[str] = []
    first: Passage | None = None
    for reading in view.readings:
        if reading.key in work and (entry := _repeated(subject_terms(reading.text), entries)):
            mirrored.append(reading.key)
            first = first or entry
    written = sum(1 for reading in view.readings if reading.is_key_result)
    if len(mirrored) >= FEWEST_MIRRORED and 3 * len(mirrored) >= written:
        yield Sighting(whole_draft(mirrored), first)


@finder("top-metric")
def top_metric(view: View) -> Iterator[Sighting]:
    """The first objective with a measured key result, where the documents name a metric above all others or the tree beneath it."""
    if not view.library.passages:
        return
    measured = (
        reading
        for reading in view.readings
        if not reading.is_key_result and reading.aim and any(has_number(each, view, None) for each in view.beneath(reading.aim))
    )
    objective = next(measured, None)
    if objective is None:
        return
    named = view.lists.only(("top-metrics",), (view.language, "en", "de"))
    line = next(iter(_under(view, "top-metrics")), None) or next((each for each in view.near_the_top if named.is_met(each.text)), None)
    if line is not None:
        yield Sighting(on(objective), line)


def _under(view: View, name: str) -> list[Passage]:
    """Return the passages under headings that a list knows."""
    headings = view.lists.only((name,), (view.language, "en", "de"))
    known: dict[str, bool] = {}

    def is_known(heading: str) -> bool:
        if heading not in known:
            known[heading] = len(heading) <= LONGEST_HEADING and headings.is_met(heading)
        return known[heading]

    return [each for each in view.beginnings if each.headings and is_known(each.headings[-1])]


def _repeated(terms: frozenset[str], entries: list[Passage]) -> Passage | None:
    least = min(TERMS_IN_COMMON, len(terms))
    return next((entry for entry in entries if least and len(terms & subject_terms(entry.text)) >= least), None)
