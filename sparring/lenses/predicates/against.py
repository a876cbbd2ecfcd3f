"""Items that go against the strategy: what it rules out, puts second, puts off, calls good enough or tells to have been in vain."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sparring.expressions import expression
from sparring.lenses.predicates.documents import MOST_FOR_EXCLUSIONS, exclusions, is_exclusion, is_wanted, marks_in
from sparring.lenses.predicates.numbers import wants_less
from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.preferred import preference_in
from sparring.lenses.put_off import is_put_off, what_is_put_off
from sparring.lenses.ruled_out import RuledOut, says_no_new, things_in
from sparring.lenses.subjects import is_about, is_met, name_of, subject_terms, terms_in_order
from sparring.lenses.view import Reading, View
from sparring.library.model import Passage

NEAR_THE_BEST = 0.95
"""Share of the best passage's score from which on a passage bears as much: further down, a team that works on X often meets "no X"."""
NEAR = 0.7
"""The same for a line that says of an item itself that it helps nobody or leaves no room: its own words make it the one that is meant."""
MOST_ITEMS = 60
"""Items that tell what a draft is about."""
MOST_OF_THE_DRAFT = 20_000
"""Characters of a draft in which the name of its cycle is looked for."""
LONGEST_SUBJECT = 60
"""Characters of a line in which it names what it is about ..."""
TERMS_OF_A_SUBJECT = 2
"""... in its first words."""
_ANOTHER = expression(r"\b(?:new|further|additional|another|neue\w*|weitere\w*|zusätzliche\w*)\s", re.IGNORECASE)
_WITHOUT = expression(r"\b(?:no|not|never|without|kein\w*|ohne|nicht|nie)\b", re.IGNORECASE)
_WAYS_TO_PURSUE = ("rising", "falling", "improving", "reaching", "doubling", "halving", "shipping", "releasing", "shipped", "rollout")
_CYCLE = expression(r"\b(?:Q[1-4]|H[12]|20\d\d)\b", re.IGNORECASE)
_UNTIL_CYCLE = expression(r"\b(?:before|until|till|vor|bis(?: zum)?)\s(?:the\s)?(Q[1-4]|H[12]|20\d\d)\b", re.IGNORECASE)
_PART_OF_A_LINE = expression(r"[.;:,]\s|\s(?:but|aber|und|and)\s")
_MORE = expression(r"(?<!any )(?<!no )(?<!nicht )(?<!kein )\b(?:more|mehr)\b", re.IGNORECASE)
_STRETCH = expression(
    r"\b(?:stretch|extend|prolong|increase|push|raise|grow|chase|verlängern|ausdehnen|erhöhen|steigern|strecken)\b", re.IGNORECASE
)


@finder("excluded")
def excluded(view: View) -> Iterator[Sighting]:
    """Items that go against a line that bears on them: one that says what the company will not do, or that its own words turn round.

    A line of the first kind has to bear about as much as any other, or to name a thing that the item asks for.
    """
    if not view.library.passages:
        return
    named, second = _ruled_out(view), _put_second(view)
    for reading in view.readings:
        bearings = view.bearings(reading)
        nearest = [b.passage for b in bearings if b.score >= NEAR_THE_BEST * bearings[0].score and not says_no_new(b.passage)]
        against = next((passage for passage in nearest if is_exclusion(passage) and is_about(reading.text, passage.text)), None)
        if against is None:
            near = (b.passage for b in bearings if b.score >= NEAR * bearings[0].score)
            against = next(
                (
                    passage
                    for passage in near
                    if _turns_it_round(reading, passage, view)
                    or _leaves_it_as_it_is(reading, passage, view)
                    or _tells_that_it_came_to_nothing(reading, passage, view)
                ),
                None,
            )
        if against is None and not _wants_less(reading, view):
            against = named.against(reading.text)
            if against is not None and says_no_new(against) and not _adds(reading, view):
                against = None
        if against is None and (against := second.against(reading.text)) is not None:
            preferred = preference_in(against)
            named_too = preferred is not None and subject_terms(preferred.first) & subject_terms(reading.text)
            against = against if _pursues(reading, view) and not named_too else None
        if against is not None:
            yield Sighting(on(reading), against)


@finder("put-off")
def put_off(view: View) -> Iterator[Sighting]:
    """Items that ask now for what a line that bears on them puts off ("later: an app").

    A line that names the cycle of the draft itself ("not before the third quarter" in the third) puts nothing off.
    """
    if not view.library.passages:
        return
    now = view.draft.source.text[:MOST_OF_THE_DRAFT].casefold()
    lines = (each for each in islice(view.beginnings, MOST_FOR_EXCLUSIONS) if is_put_off(each))
    named = RuledOut(_not_of_now(view, lines, _CYCLE), _texts(view), lambda each: things_in(what_is_put_off(each) or ""))
    for reading in view.readings:
        bearings = view.bearings(reading)
        nearest = (b.passage for b in bearings if b.score >= NEAR_THE_BEST * bearings[0].score)
        line = next((each for each in nearest if (later := what_is_put_off(each)) and is_about(reading.text, later)), None)
        if line is not None and says_no_new(line):
            line = None
        if line is None and (line := named.against(reading.text)) is not None:
            line = line if _pursues(reading, view) and (not says_no_new(line) or _adds(reading, view)) else None
        if line is not None and not any(name.casefold() in now for name in _CYCLE.findall(line.text)):
            yield Sighting(on(reading), line)


def _ruled_out(view: View) -> RuledOut:
    """Return what the documents rule out; a line that rules something out until the cycle of the draft rules nothing out of it."""
    return RuledOut(_not_of_now(view, exclusions(view), _UNTIL_CYCLE), _texts(view))


def _put_second(view: View) -> RuledOut:
    """Return what the documents put behind something else."""
    lines = (each for each in islice(view.beginnings, MOST_FOR_EXCLUSIONS) if preference_in(each) and not is_exclusion(each))
    return RuledOut(lines, _texts(view), lambda each: things_in(preferred.second) if (preferred := preference_in(each)) else ())


def _not_of_now(view: View, lines: Iterable[Passage], cycle: re.Pattern[str]) -> Iterator[Passage]:
    now = view.draft.source.text[:MOST_OF_THE_DRAFT].casefold()
    return (each for each in lines if not any(name.casefold() in now for name in cycle.findall(each.text)))


def _texts(view: View) -> Iterator[str]:
    return (reading.text for reading in view.readings[:MOST_ITEMS])


def _adds(reading: Reading, view: View) -> bool:
    """Whether an item wants another one of something, rather than something of those that there are."""
    return (
        any(view.says(reading, name) for name in ("shipping", "releasing", "shipped", "rollout"))
        or _ANOTHER.search(reading.text) is not None
    )


def _pursues(reading: Reading, view: View) -> bool:
    """Whether an item wants something moved or made, rather than held where it is beside what it moves."""
    if view.says(reading, "keeping") or view.says(reading, "guarding") or _WITHOUT.search(reading.text):
        return False
    return bool(reading.changes or (reading.baseline and reading.target)) or any(view.says(reading, name) for name in _WAYS_TO_PURSUE)


def _wants_less(reading: Reading, view: View) -> bool:
    """Whether an item itself does away with something: it goes along with a line that rules it out."""
    return wants_less(reading, view, None) or view.says(reading, "falling") or view.says(reading, "stopping")


def _turns_it_round(reading: Reading, passage: Passage, view: View) -> bool:
    """Whether a line that does not rule anything out still speaks against an item.

    It says that more of it helps nobody, where the item wants more; it leaves room for exceptions, where the item leaves none; or it says
    in its own second half what is not to be stretched, where the item's numbers rise. It has to name the item's subject at its beginning.
    """
    if not is_met(name_of(passage), subject_terms(reading.text)):
        return False
    rises = any(change.end.value > change.start.value for change in reading.changes) or view.says(reading, "rising")
    if reading.target is not None and reading.baseline is not None:
        rises = rises or reading.target.value > reading.baseline.value
    said = marks_in(passage.text, view)
    if rises and "no-help" in said and _MORE.search(passage.text):
        return True
    if rises and "not-stretching" in said and is_wanted(passage, view) and _STRETCH.search(passage.text):
        return True
    absolute = any(q.unit == "percent" and q.value >= 100 for q in (*reading.measures, *([reading.target] if reading.target else [])))
    return absolute and "accepting" in said


def _leaves_it_as_it_is(reading: Reading, passage: Passage, view: View) -> bool:
    """Whether a line calls good enough what an item wants to move: in the very part of it that names the item's subject."""
    words = view.lists.only(("good-enough",), (view.language, "en", "de"))
    if not words.is_met(passage.text) or not is_wanted(passage, view):
        # Among what was learned, such a line often goes on with what is not good enough.
        return False
    if view.says(reading, "keeping") or view.says(reading, "guarding"):
        return False
    subject = subject_terms(reading.text)
    spoken_of = (
        part[: spans[0].start] for part in _PART_OF_A_LINE.split(passage.text) if (spans := words.find(part).get("good-enough", ()))
    )
    return any(subject_terms(part) & subject for part in spoken_of)


def _tells_that_it_came_to_nothing(reading: Reading, passage: Passage, view: View) -> bool:
    """Whether a line begins with the thing that an item is to deliver, and goes on that it was in vain or that nobody wants it."""
    opens = reading.words[reading.opening].span.start if reading.opening < len(reading.words) else -1
    if not view.says(reading, "shipped") and not any(
        span.start == opens for name in ("shipping", "releasing") for span in view.phrases(reading, name)
    ):
        return False
    if not view.lists.only(("in-vain",), (view.language, "en", "de")).is_met(passage.text):
        return False
    first = frozenset(islice(terms_in_order(passage.text[:LONGEST_SUBJECT]), TERMS_OF_A_SUBJECT))
    return bool(first) and is_met(first, subject_terms(reading.text))
