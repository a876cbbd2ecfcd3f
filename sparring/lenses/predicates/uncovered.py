"""The priority that no item serves."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sparring.expressions import expression
from sparring.lenses.predicates.documents import is_exclusion, is_wanted, marks_in
from sparring.lenses.predicates.registry import DRAFT, Sighting, finder
from sparring.lenses.put_off import is_put_off
from sparring.lenses.subjects import is_met, name_of, subject_terms, without_number
from sparring.lenses.view import View
from sparring.library.model import Passage

_FIRST_PART = expression(r"[:.;(–—]|\s-\s")
LONGEST_FIRST_PART = 100
"""Characters of a line in which it says how to choose, if it does."""
MOST_PRIORITIES = 40
"""Lines under headings of priorities that are looked at: a strategy that names more has chosen nothing."""


@finder("uncovered", draws_on=("output-as-result", "activity-count"))
def uncovered(view: View) -> Iterator[Sighting]:
    """The priority that no item serves and to which the documents come back most: what the team left out, on purpose or not.

    Work that is merely done for a priority does not serve it yet. Nothing is said where the documents name less than two priorities or most
    of them have no item (they are then not this team's), and of those that are for later or for others or only say how to choose.
    """
    known = view.beginnings
    wanted = list(islice((each for each in known if is_wanted(each, view) and not is_exclusion(each)), MOST_PRIORITIES))
    wanted = [each for each in wanted if "later-or-others" not in marks_in(each.text, view) and not is_put_off(each)]
    depth = {each.file: max(len(other.headings) for other in wanted if other.file == each.file) for each in wanted}
    # What stands right under a title says what all of it is about, where priorities have a heading of their own.
    wanted = [each for each in wanted if len(each.headings) == depth[each.file]]
    if len(wanted) < 2:
        return
    work = view.found["output-as-result"] | view.found["activity-count"]
    readings = [reading for reading in view.readings if reading.key not in work]
    served = {b.passage.id for reading in readings for b in view.bearings(reading)}
    said = frozenset(term for reading in readings for term in subject_terms(reading.text))
    left = [each for each in wanted if each.id not in served and not is_met(name_of(each), said)]
    if 2 * len(left) > len(wanted):
        return
    left = [each for each in left if not _prefers(each, view)]
    if left:
        yield Sighting(DRAFT, max(left, key=lambda each: _returns_to(each, said, known)))


def _returns_to(priority: Passage, said: frozenset[str], known: Sequence[Passage]) -> int:
    """How many other parts of its document come back to what the draft does not say of a priority."""
    unsaid = subject_terms(priority.text) - said
    beside = (other for other in known if other.file == priority.file and other.headings != priority.headings)
    return sum(bool(unsaid & subject_terms(other.text)) and not is_exclusion(other) for other in beside)


def _prefers(priority: Passage, view: View) -> bool:
    """Whether a line says how to choose ("Reliability over speed"), not what to work on: any item may go along with it."""
    first = _FIRST_PART.split(without_number(priority.text), maxsplit=1)[0][:LONGEST_FIRST_PART]
    return "preferring" in view.lists.only(("preferring",), (view.language, "en", "de")).find(first)
