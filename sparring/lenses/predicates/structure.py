"""What the shape of a draft shows: bare objectives, orphans, too much of it, lines without a measure."""

import re
from collections import Counter
from collections.abc import Iterator

from sparring.lenses.model import Anchor
from sparring.lenses.predicates.documents import leaves_something_out
from sparring.lenses.predicates.gaps import has_a_gap
from sparring.lenses.predicates.numbers import is_unmeasured
from sparring.lenses.predicates.registry import DRAFT, Sighting, condition, finder, on, whole_draft
from sparring.lenses.stretch import beginning_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

MANY = 5
"""More objectives for one team, or key results under one objective, than this are many (Wodtke and public reviewers draw the line here)."""
_SENTENCE_END = re.compile(r"[.;。；]\s*(?=\S)")


@finder("bare")
def bare_objectives(view: View) -> Iterator[Sighting]:
    """Objectives without a key result, in a draft that has key results or several objectives; a parent's children stand for its own."""
    parents = {objective.parent for objective in view.draft.objectives}
    for objective in view.draft.objectives:
        if not objective.key_results and objective.id not in parents and objective.text.strip():
            yield Sighting(Anchor("objective", (objective.key,)))


@finder("orphan")
def orphans(view: View) -> Iterator[Sighting]:
    """Key results that stand under no objective: one finding for all of them."""
    keys = tuple(kr.key for kr in view.draft.unplaced_key_results if kr.text.strip())
    if len(keys) == 1:
        yield Sighting(Anchor("key_result", keys))
    elif keys:
        yield Sighting(Anchor("items", keys))


@finder("many-objectives")
def many_objectives(view: View) -> Iterator[Sighting]:
    """More objectives than a team can want at once; those of other teams or cycles, and those that others stand under, are not counted."""
    parents = {objective.parent for objective in view.draft.objectives}
    beside = Counter((objective.section, objective.parent) for objective in view.draft.objectives if objective.id not in parents)
    if max(beside.values(), default=0) > MANY:
        yield Sighting(DRAFT)


@finder("many-results")
def many_results(view: View) -> Iterator[Sighting]:
    """Objectives with more key results than a team can watch."""
    for objective in view.draft.objectives:
        if len(objective.key_results) > MANY:
            yield Sighting(Anchor("objective", (objective.key,)))


@finder("standing-duties", draws_on=("business-as-usual", "kpi-in-disguise"))
def standing_duties(view: View) -> Iterator[Sighting]:
    """A draft of which a third or more, and at least three lines, would stand in any quarter's."""
    standing = view.found["business-as-usual"] | view.found["kpi-in-disguise"]
    if len(standing) >= 3 and 3 * len(standing) >= len(view.readings):
        yield Sighting(DRAFT)


@finder("nothing-stops")
def nothing_stops(view: View) -> Iterator[Sighting]:
    """Neither the draft nor its notes nor the documents name anything that stops or is left out."""
    if "stopping" not in view.vocabulary or view.draft.is_empty or any(view.says(reading, "stopping") for reading in view.readings):
        return
    stopping = view.lists.only(("stopping",), (view.language,))
    if any(stopping.is_met(remark.text) for remark in (*view.draft.notes, *view.draft.unplaced)) or leaves_something_out(view):
        return
    yield Sighting(DRAFT)


@finder("no-measure")
def without_measure(view: View) -> Iterator[Sighting]:
    """Key results without any number but in brackets, and no gap for one: done or not done is all that can be told of them."""
    for reading in view.readings:
        if reading.text.strip() and is_unmeasured(reading, view, None) and not has_a_gap(reading):
            yield Sighting(on(reading, beginning_of(reading, view)))


@finder("one-person")
def of_one_person(view: View) -> Iterator[Sighting]:
    """A draft of which several lines speak of the writer alone, or whose title says that it is one person's."""
    mine = [reading.key for reading in view.readings if view.says(reading, "first-person")]
    if (len(mine) >= 2 and 5 * len(mine) >= len(view.readings)) or "one-person" in view.vocabulary.find(view.draft.title):
        yield Sighting(whole_draft(mine))


@finder("whole-objective")
def objectives(view: View) -> Iterator[Sighting]:
    """Every objective; conditions choose among them."""
    return (Sighting(on(reading)) for reading in view.readings if not reading.is_key_result and reading.text.strip())


@finder("whole-key-result")
def key_results(view: View) -> Iterator[Sighting]:
    """Every key result; conditions choose among them."""
    return (Sighting(on(reading)) for reading in view.readings if reading.is_key_result and reading.text.strip())


@condition("short")
def is_short(reading: Reading, view: View, phrase: Span | None) -> bool:
    """At most six words: a heading rather than a sentence."""
    return len(reading.words) <= 6


@condition("title-with-and")
def is_a_title_with_and(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A heading that names two things with "&" or "+": two headings in one."""
    return re.search(r"\s[&+]\s", reading.text) is not None and len(reading.words) <= 8


@condition("two-sentences")
def has_two_sentences(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Two sentences of at least three words, each with something that it moves."""
    parts = [part for part in _SENTENCE_END.split(reading.text) if len(part.split()) >= 3]
    return len(parts) > 1
