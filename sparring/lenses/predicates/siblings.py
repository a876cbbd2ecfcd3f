"""What the other items show: guards beside a number, outputs that make up most of a page, two lines that measure one thing."""

import re
from collections import defaultdict
from collections.abc import Iterator

from sparring.lenses.model import Anchor
from sparring.lenses.predicates.numbers import has_number, says_from_where_to_where
from sparring.lenses.predicates.registry import Sighting, condition, finder, on, whole_draft
from sparring.lenses.stretch import beginning_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

_LATE = ("lagging-impact", "slow-signal")
_WORK = ("output-as-result", "activity-count")
_ALIKE = 0.8
"""Share of the words that two lines have in common from which on they measure the same."""


@condition("guards-a-sibling")
def guards_a_sibling(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It holds something steady while a line beside it moves something: a guardrail, on purpose.

    Beneath an objective that is itself about keeping a service up, what holds steady guards nothing: it is what is aimed at.
    """
    if reading.objective is not None and view.says(view.by_key[reading.objective.key], "standing-duties"):
        return False

    def moves(other: Reading) -> bool:
        return says_from_where_to_where(other, view, None) and not view.says(other, "keeping")

    return (view.says(reading, "keeping") or view.says(reading, "guarding")) and view.is_beside(reading, "moves", moves)


@condition("guarded")
def is_guarded(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A guardrail stands in the line ("while keeping ...") or beside it."""

    def holds(other: Reading) -> bool:
        return view.says(other, "keeping") and has_number(other, view, None)

    return view.says(reading, "guarding") or view.is_beside(reading, "holds", holds)


@condition("choice-beneath")
def results_carry_the_choice(reading: Reading, view: View, phrase: Span | None) -> bool:
    """At least two key results beneath that say from where to where and name somebody."""
    objective = reading.aim
    if objective is None:
        return False
    concrete = [r for r in view.beneath(objective) if says_from_where_to_where(r, view, None) and view.says(r, "people")]
    return len(concrete) >= 2


@condition("users-and-results")
def names_users_and_has_results(reading: Reading, view: View, phrase: Span | None) -> bool:
    """An objective that names who it is for, and at least half of whose key results say from where to where."""
    objective = reading.aim
    if objective is None or not view.says(reading, "people"):
        return False
    measured = sum(says_from_where_to_where(r, view, None) for r in view.beneath(objective))
    return measured > 0 and 2 * measured >= len(objective.key_results)


@finder("heading-over-outputs", draws_on=_WORK)
def headings_over_outputs(view: View) -> Iterator[Sighting]:
    """Objectives whose key results are mostly outputs or activities."""
    work = set().union(*(view.found[lens] for lens in _WORK))
    for objective in view.draft.objectives:
        if objective.text.strip() and 2 * sum(kr.key in work for kr in objective.key_results) > len(objective.key_results):
            yield Sighting(Anchor("objective", (objective.key,)))


@finder("mostly-outputs", draws_on=_WORK)
def mostly_outputs(view: View) -> Iterator[Sighting]:
    """Half of the key results or more are outputs or activities, in a draft of at least three; or under one objective of at least three."""
    work = set().union(*(view.found[lens] for lens in _WORK))
    written = [kr for kr in view.draft.key_results() if kr.text.strip()]
    outputs = [kr.key for kr in written if kr.key in work]
    if len(written) >= 3 and 2 * len(outputs) >= len(written):
        yield Sighting(whole_draft(outputs))


@finder("all-late", draws_on=(*_LATE, *_WORK))
def all_late(view: View) -> Iterator[Sighting]:
    """Every measured key result is at the end of the chain or comes late: of the draft, or else of one objective with at least two."""
    late = set().union(*(view.found[lens] for lens in _LATE))
    work = set().union(*(view.found[lens] for lens in _WORK))

    def is_all_late(readings: list[Reading]) -> bool:
        measured = [r for r in readings if has_number(r, view, None) and r.key not in work]
        return len(measured) >= 2 and all(r.key in late for r in measured)

    if is_all_late([r for r in view.readings if r.is_key_result]):
        yield Sighting(whole_draft(r.key for r in view.readings if r.key in late))
        return
    for objective in view.draft.objectives:
        if is_all_late(list(view.beneath(objective))):
            yield Sighting(Anchor("objective", (objective.key,)))


@finder("nobody-named", draws_on=_WORK)
def nobody_named(view: View) -> Iterator[Sighting]:
    """Objectives that name nobody and whose key results do not either; key results under no objective that name nobody."""
    if "people" not in view.vocabulary:
        return
    work = set().union(*(view.found[lens] for lens in _WORK))
    for reading in view.readings:
        if not reading.text.strip() or view.says(reading, "people"):
            continue
        objective = reading.aim
        if objective is None:
            if reading.key not in work:
                yield Sighting(on(reading, beginning_of(reading, view)))
        elif not reading.is_key_result and not any(view.says(r, "people") for r in view.beneath(objective)):
            yield Sighting(on(reading, beginning_of(reading, view)))


@finder("alike")
def alike(view: View) -> Iterator[Sighting]:
    """Two key results with a number that name the same measure: they differ in little but the numbers, or one only narrows the other."""
    measured = []
    for reading in view.readings:
        if reading.is_key_result and (reading.quantities or reading.target is not None):
            names = frozenset(word.word for word in reading.words if _NAMES.match(word.word)) - _said_of_change(reading, view)
            if len(names) >= 2:
                measured.append((reading, names))
    by_word: dict[str, list[int]] = defaultdict(list)
    paired: set[str] = set()
    for number, (reading, names) in enumerate(measured):
        near = {other for name in names for other in by_word[name][-MOST_COMPARED:]}
        twin = next((measured[other][0] for other in sorted(near) if _names_the_same(names, measured[other][1])), None)
        if twin is not None and not {twin.key, reading.key} & paired:
            paired |= {twin.key, reading.key}
            yield Sighting(Anchor("items", (twin.key, reading.key)))
        for name in names:
            by_word[name].append(number)


_NAMES = re.compile(r"[^\W\d]{3,}")
MOST_COMPARED = 30
"""Earlier lines with a word in common that a line is compared with."""


def _said_of_change(reading: Reading, view: View) -> set[str]:
    """The words of a line that name no measure: verbs of change and small words."""
    starts = {span.start for name in (*_SAID_OF_CHANGE, "function-words") for span in view.phrases(reading, name)}
    return {word.word for word in reading.words if word.span.start in starts}


_SAID_OF_CHANGE = ("rising", "falling", "improving", "reaching", "keeping", "stretch-fillers", "stretch-ends")


def _names_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both >= _ALIKE * len(one | other) or (both >= 2 and both == min(len(one), len(other)) and both + 1 >= max(len(one), len(other)))
