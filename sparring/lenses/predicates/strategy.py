"""Which line of the strategy bears on an item: none, only what the company is for, or only lines beside it."""

from collections.abc import Iterator

from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.spoken_of import is_spoken_of
from sparring.lenses.view import Reading, View
from sparring.library.model import Passage

_DOUBTED = ("lagging-impact", "slow-signal", "activity-count", "kpi-in-disguise", "influence", "vague-measure")
"""Lenses that say of a key result that it may stand on the page for another reason than the strategy."""


@finder("no-line")
def no_line(view: View) -> Iterator[Sighting]:
    """Objectives of which no passage speaks, nor of any of their key results, in documents that say more than what the company is for."""
    if not view.library.passages:
        return
    without = list(_without_line(view))
    if without and _purpose(view) is None:
        yield from (Sighting(on(reading)) for reading in without if not _is_spoken_of(reading, view))


@finder("only-the-purpose")
def only_the_purpose(view: View) -> Iterator[Sighting]:
    """Objectives on which no line bears by its words, where the documents say what all of it is for: an assumption links the two."""
    without = list(_without_line(view)) if view.library.passages else []
    purpose = _purpose(view) if without else None
    if purpose is not None:
        yield from (Sighting(on(reading), purpose) for reading in without)


@finder("beside-the-strategy", draws_on=_DOUBTED)
def beside_the_strategy(view: View) -> Iterator[Sighting]:
    """Key results of which no passage speaks, unlike what stands beside them, and of which something else is doubtful as well.

    That nothing was found proves little of a line that says well what is to change: the documents may put it in other words.
    """
    if not view.library.passages:
        return
    doubted = set().union(*(view.found[lens] for lens in _DOUBTED))
    for objective in view.draft.objectives:
        own = [kr for kr in objective.key_results if kr.text.strip()]
        without = [kr for kr in own if not view.bearings(view.by_key[kr.key])]
        if len(without) < len(own) or view.bearings(view.by_key[objective.key]):
            doubtful = (kr for kr in without if kr.key in doubted)
            yield from (Sighting(on(view.by_key[kr.key])) for kr in doubtful if not _is_named(view.by_key[kr.key], view))


def _is_spoken_of(objective: Reading, view: View) -> bool:
    beneath = view.beneath(objective.aim) if objective.aim else ()
    return any(_is_named(each, view) for each in (objective, *beneath))


def _is_named(reading: Reading, view: View) -> bool:
    return is_spoken_of(reading.text, view.library, view.beginnings)


def _without_line(view: View) -> Iterator[Reading]:
    for objective in view.draft.objectives:
        if objective.text.strip() and not any(view.bearings(view.by_key[item.key]) for item in (objective, *objective.key_results)):
            yield view.by_key[objective.key]


def _purpose(view: View) -> Passage | None:
    """Return the line that says what the company is for: the first under a heading that announces it, or that says so itself.

    It is looked for in the beginning of each document, the longer the fewer documents there are.
    """
    purpose = view.lists.only(("purpose",), (view.language, "en", "de"))
    announced: dict[str, bool] = {}

    def is_announced(heading: str) -> bool:
        if heading not in announced:
            announced[heading] = purpose.is_met(heading)
        return announced[heading]

    if "purpose" not in view.passages:
        known = view.beginnings
        said = (each for each in known if purpose.is_met(each.text[:60]) or (each.headings and is_announced(each.headings[-1])))
        view.passages["purpose"] = next(said, None)
    return view.passages["purpose"]
