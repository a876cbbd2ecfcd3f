"""What the strategy documents show: a line that rules an item out, an objective that no line bears on."""

from collections.abc import Iterator

from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.view import View

NEAR_THE_BEST = 0.95
"""Share of the best passage's score from which on a passage bears as much: further down, a team that works on X often meets "no X"."""


@finder("excluded")
def excluded(view: View) -> Iterator[Sighting]:
    """Items on which hardly any passage bears more than one that says what the company will not do."""
    if not view.library.passages:
        return
    from sparring.library.exclusions import is_exclusion

    for reading in view.readings:
        bearings = view.bearings(reading)
        nearest = (b.passage for b in bearings if b.score >= NEAR_THE_BEST * bearings[0].score)
        against = next((passage for passage in nearest if is_exclusion(passage)), None)
        if against is not None:
            yield Sighting(on(reading), against)


@finder("no-line")
def no_line(view: View) -> Iterator[Sighting]:
    """Objectives on which no passage bears, nor on any of their key results."""
    if not view.library.passages:
        return
    for objective in view.draft.objectives:
        if objective.text.strip() and not any(view.bearings(view.by_key[item.key]) for item in (objective, *objective.key_results)):
            yield Sighting(on(view.by_key[objective.key]))
