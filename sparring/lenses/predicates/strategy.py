"""What the strategy documents show: a line that rules an item out, an objective that no line bears on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from sparring.expressions import expression
from sparring.lenses.predicates.numbers import wants_less
from sparring.lenses.predicates.registry import DRAFT, Sighting, finder, on
from sparring.lenses.preferred import preference_in
from sparring.lenses.put_off import is_put_off, what_is_put_off
from sparring.lenses.ruled_out import RuledOut, says_no_new, things_in
from sparring.lenses.spoken_of import is_spoken_of
from sparring.lenses.view import Reading, View
from sparring.library.model import Passage

SMALL = 0.3
"""What a term says about the subject that is a mere word of the trade or a number (compare `library.words`)."""

_FAMILY = 6
_BESIDE_IT = expression(
    r"\b(?:before|until|unless|as long as|bevor|solange|außer|sofern)\b|[:;(]|\.\s|,\s(?!(?:no|nor|or|kein\w*|noch)\b)", re.IGNORECASE
)
_PART = expression(r"[^\W\d_]+")
_COMPOUND = expression(r"\b[^\W\d_]+-[^\W\d_]+\b")

_DOUBTED = ("lagging-impact", "slow-signal", "activity-count", "kpi-in-disguise", "influence", "vague-measure")
"""Lenses that say of a key result that it may stand on the page for another reason than the strategy."""

NEAR_THE_BEST = 0.95
"""Share of the best passage's score from which on a passage bears as much: further down, a team that works on X often meets "no X"."""
NEAR = 0.7
"""The same for a line that says of an item itself that it helps nobody or leaves no room: its own words make it the one that is meant."""


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
        against = next((passage for passage in nearest if _is_exclusion(passage) and _is_about_it(reading.text, passage)), None)
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


def _ruled_out(view: View) -> RuledOut:
    """Return what the documents rule out; a line that speaks of the cycle of the draft itself rules nothing out of it."""
    return RuledOut(_not_of_now(view, exclusions(view)), _texts(view))


def _put_second(view: View) -> RuledOut:
    """Return what the documents put behind something else."""
    lines = (each for each in islice(view.beginnings, MOST_FOR_EXCLUSIONS) if preference_in(each) and not _is_exclusion(each))
    return RuledOut(lines, _texts(view), lambda each: things_in(preferred.second) if (preferred := preference_in(each)) else ())


def _not_of_now(view: View, lines: Iterable[Passage]) -> Iterator[Passage]:
    now = view.draft.source.text[:MOST_OF_THE_DRAFT].casefold()
    return (each for each in lines if not any(name.casefold() in now for name in _CYCLE.findall(each.text)))


def _texts(view: View) -> Iterator[str]:
    return (reading.text for reading in view.readings[:MOST_ITEMS])


def _adds(reading: Reading, view: View) -> bool:
    """Whether an item wants another one of something, rather than something of those that there are."""
    return (
        any(view.says(reading, name) for name in ("shipping", "releasing", "shipped", "rollout"))
        or _ANOTHER.search(reading.text) is not None
    )


_ANOTHER = expression(r"\b(?:new|further|additional|another|neue\w*|weitere\w*|zusätzliche\w*)\s", re.IGNORECASE)


def _pursues(reading: Reading, view: View) -> bool:
    """Whether an item wants something moved or made, rather than held where it is beside what it moves."""
    if view.says(reading, "keeping") or view.says(reading, "guarding") or _WITHOUT.search(reading.text):
        return False
    return bool(reading.changes or (reading.baseline and reading.target)) or any(view.says(reading, name) for name in _WAYS_TO_PURSUE)


_WITHOUT = expression(r"\b(?:no|not|never|without|kein\w*|ohne|nicht|nie)\b", re.IGNORECASE)
_WAYS_TO_PURSUE = ("rising", "falling", "improving", "reaching", "doubling", "halving", "shipping", "releasing", "shipped", "rollout")


MOST_ITEMS = 60
"""Items that tell what a draft is about."""


def _wants_less(reading: Reading, view: View) -> bool:
    """Whether an item itself does away with something: it goes along with a line that rules it out."""
    return wants_less(reading, view, None) or view.says(reading, "falling") or view.says(reading, "stopping")


@finder("put-off")
def put_off(view: View) -> Iterator[Sighting]:
    """Items that ask now for what a line that bears on them puts off ("later: an app").

    A line that names the cycle of the draft itself ("not before the third quarter" in the third) puts nothing off.
    """
    if not view.library.passages:
        return
    now = view.draft.source.text[:MOST_OF_THE_DRAFT].casefold()
    lines = (each for each in islice(view.beginnings, MOST_FOR_EXCLUSIONS) if is_put_off(each))
    named = RuledOut(_not_of_now(view, lines), _texts(view), lambda each: things_in(what_is_put_off(each) or ""))
    for reading in view.readings:
        bearings = view.bearings(reading)
        nearest = (b.passage for b in bearings if b.score >= NEAR_THE_BEST * bearings[0].score)
        line = next((each for each in nearest if (later := what_is_put_off(each)) and _is_about(reading.text, later)), None)
        if line is not None and says_no_new(line):
            line = None
        if line is None and (line := named.against(reading.text)) is not None:
            line = line if _pursues(reading, view) and (not says_no_new(line) or _adds(reading, view)) else None
        if line is not None and not any(name.casefold() in now for name in _CYCLE.findall(line.text)):
            yield Sighting(on(reading), line)


_CYCLE = expression(r"\b(?:Q[1-4]|H[12]|20\d\d)\b", re.IGNORECASE)
MOST_OF_THE_DRAFT = 20_000
"""Characters of a draft in which the name of its cycle is looked for."""


def _turns_it_round(reading: Reading, passage: Passage, view: View) -> bool:
    """Whether a line that does not rule anything out still speaks against an item.

    It says that more of it helps nobody, where the item wants more; it leaves room for exceptions, where the item leaves none; or it says
    in its own second half what is not to be stretched, where the item's numbers rise. It has to name the item's subject at its beginning.
    """
    if not _is_met(_name_of(passage), subject_terms(reading.text)):
        return False
    rises = any(change.end.value > change.start.value for change in reading.changes) or view.says(reading, "rising")
    if reading.target is not None and reading.baseline is not None:
        rises = rises or reading.target.value > reading.baseline.value
    said = _marks_in(passage.text, view)
    if rises and "no-help" in said and _MORE.search(passage.text):
        return True
    if rises and "not-stretching" in said and _is_wanted(passage, view) and _STRETCH.search(passage.text):
        return True
    absolute = any(q.unit == "percent" and q.value >= 100 for q in (*reading.measures, *([reading.target] if reading.target else [])))
    return absolute and "accepting" in said


def _leaves_it_as_it_is(reading: Reading, passage: Passage, view: View) -> bool:
    """Whether a line calls good enough what an item wants to move: in the very part of it that names the item's subject."""
    words = view.lists.only(("good-enough",), (view.language, "en", "de"))
    if not words.is_met(passage.text) or not _is_wanted(passage, view):
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
    first = frozenset(islice(_in_order(passage.text[:LONGEST_SUBJECT]), TERMS_OF_A_SUBJECT))
    return bool(first) and _is_met(first, subject_terms(reading.text))


def _in_order(text: str) -> Iterator[str]:
    from sparring.library.words import terms_of

    return (term for term, weight in terms_of(text).items() if weight > SMALL)


LONGEST_SUBJECT = 60
"""Characters of a line in which it names what it is about ..."""
TERMS_OF_A_SUBJECT = 2
"""... in its first words."""

_PART_OF_A_LINE = expression(r"[.;:,]\s|\s(?:but|aber|und|and)\s")

_MORE = expression(r"(?<!any )(?<!no )(?<!nicht )(?<!kein )\b(?:more|mehr)\b", re.IGNORECASE)
_STRETCH = expression(
    r"\b(?:stretch|extend|prolong|increase|push|raise|grow|chase|verlängern|ausdehnen|erhöhen|steigern|strecken)\b", re.IGNORECASE
)


def _marks_in(text: str, view: View) -> frozenset[str]:
    """Return which of the lists for documents are met in `text`, in the draft's language or in English or German: documents mix them."""
    return frozenset(view.lists.only(_FOR_DOCUMENTS, (view.language, "en", "de")).find(text))


_FOR_DOCUMENTS = ("later-or-others", "accepting", "no-help", "not-stretching")


def _is_wanted(passage: Passage, view: View) -> bool:
    """Whether a line stands among what the strategy says counts most."""
    priorities = view.lists.only(("priorities",), (view.language, "en", "de"))
    return bool(passage.headings) and priorities.is_met(passage.headings[-1][:LONGEST_HEADING])


@finder("uncovered", draws_on=("output-as-result", "activity-count"))
def uncovered(view: View) -> Iterator[Sighting]:
    """The priority that no item serves and to which the documents come back most: what the team left out, on purpose or not.

    Work that is merely done for a priority does not serve it yet. Nothing is said where the documents name less than two priorities or most
    of them have no item (they are then not this team's), and of those that are for later or for others or only say how to choose.
    """
    known = view.beginnings
    wanted = list(islice((each for each in known if _is_wanted(each, view) and not _is_exclusion(each)), MOST_PRIORITIES))
    wanted = [each for each in wanted if "later-or-others" not in _marks_in(each.text, view) and not is_put_off(each)]
    depth = {each.file: max(len(other.headings) for other in wanted if other.file == each.file) for each in wanted}
    # What stands right under a title says what all of it is about, where priorities have a heading of their own.
    wanted = [each for each in wanted if len(each.headings) == depth[each.file]]
    if len(wanted) < 2:
        return
    work = view.found["output-as-result"] | view.found["activity-count"]
    readings = [reading for reading in view.readings if reading.key not in work]
    served = {b.passage.id for reading in readings for b in view.bearings(reading)}
    said = frozenset(term for reading in readings for term in subject_terms(reading.text))
    left = [each for each in wanted if each.id not in served and not _is_met(_name_of(each), said)]
    if 2 * len(left) > len(wanted):
        return
    left = [each for each in left if not _prefers(each, view)]
    if left:
        yield Sighting(DRAFT, max(left, key=lambda each: _returns_to(each, said, known)))


def _returns_to(priority: Passage, said: frozenset[str], known: Sequence[Passage]) -> int:
    """How many other parts of its document come back to what the draft does not say of a priority."""
    unsaid = subject_terms(priority.text) - said
    beside = (other for other in known if other.file == priority.file and other.headings != priority.headings)
    return sum(bool(unsaid & subject_terms(other.text)) and not _is_exclusion(other) for other in beside)


def _prefers(priority: Passage, view: View) -> bool:
    """Whether a line says how to choose ("Reliability over speed"), not what to work on: any item may go along with it."""
    first = _FIRST_PART.split(_without_number(priority.text), maxsplit=1)[0][:LONGEST_FIRST_PART]
    return "preferring" in view.lists.only(("preferring",), (view.language, "en", "de")).find(first)


_FIRST_PART = expression(r"[:.;(–—]|\s-\s")
LONGEST_FIRST_PART = 100
"""Characters of a line in which it says how to choose, if it does."""

LONGEST_HEADING = 120
MOST_PRIORITIES = 40
"""Lines under headings of priorities that are looked at: a strategy that names more has chosen nothing."""

_NAME_ENDS = expression(r"[:.;,(–—]|\s-\s")
_BET_NUMBER = expression(r"^\W*(?:(?:bet|choice|priority|wette|schwerpunkt|[a-z])\s*)?\d*\s*[-–—.:)]\s*", re.IGNORECASE)


def _name_of(passage: Passage) -> frozenset[str]:
    """Return the terms by which a priority is named: those of its first part ("Tutors as a safety net: ...")."""
    return subject_terms(_NAME_ENDS.split(_without_number(passage.text), maxsplit=1)[0])


def _without_number(text: str) -> str:
    return text[number.end() :] if (number := _BET_NUMBER.match(text)) else text


@lru_cache(maxsize=4_096)
def subject_terms(text: str) -> frozenset[str]:
    """Return what a text is about: its terms without mere words of the trade and numbers."""
    from sparring.library.words import terms_of

    return frozenset(term for term, weight in terms_of(text).items() if weight > SMALL)


def _is_met(name: frozenset[str], said: frozenset[str]) -> bool:
    return not name or any(term in said or any(_are_related(term, other) for other in said) for term in name)


def _is_about_it(words: str, excluded: Passage) -> bool:
    """Whether what is ruled out shares its subject with `words`.

    The subject stands before any condition or explanation ("no ads before complaints are down", "no ads: they annoy people" are about ads).
    A compound with a hyphen is meant as a whole: "no e-books" says nothing about books.
    """
    return _is_about(words, excluded.text)


def _is_about(words: str, excluded: str) -> bool:
    from sparring.library.words import terms_of

    said = terms_of(words)
    spoken = {part.casefold() for part in _PART.findall(words)}
    subject = _BESIDE_IT.split(excluded, maxsplit=1)[0]
    for compound in _COMPOUND.findall(subject):
        if not all(part.casefold() in spoken or terms_of(part).keys() & said.keys() for part in compound.split("-")):
            subject = subject.replace(compound, " ")
    return any(
        weight > SMALL and any(term == other or _are_related(term, other) for other in said) for term, weight in terms_of(subject).items()
    )


def _are_related(term: str, other: str) -> bool:
    return len(term) >= _FAMILY and len(other) >= _FAMILY and (term[:_FAMILY] == other[:_FAMILY] or term in other or other in term)


def leaves_something_out(view: View) -> bool:
    """Return whether the documents say, near their beginnings, what the company will not do."""
    return next(exclusions(view), None) is not None


def exclusions(view: View) -> Iterator[Passage]:
    """Yield the lines near the beginnings of the documents that say what the company will not do."""
    return (each for each in islice(view.beginnings, MOST_FOR_EXCLUSIONS) if _is_exclusion(each))


@lru_cache(maxsize=2_000)
def _is_exclusion(passage: Passage) -> bool:
    from sparring.library.exclusions import is_exclusion

    # "D2. We keep away from ..." says no in its second sentence only because of its name.
    coded = _CODE.match(passage.text)
    if is_exclusion(replace(passage, text=passage.text[coded.end() :]) if coded else passage):
        return True
    # A short heading that says no as a sentence would ("Not on our list").
    heading = passage.headings[-1] if passage.headings else ""
    return 0 < len(heading) <= LONGEST_NO and not is_put_off(passage) and is_exclusion(replace(passage, text=heading, headings=()))


LONGEST_NO = 40
"""Characters of a heading that rules out all that stands beneath it."""


_CODE = expression(r"[A-Z]{0,2}\d{1,2}[.):]\s+(?=\S)")


MOST_FOR_EXCLUSIONS = 400
"""Passages looked at for a no: a strategy that says one says it early."""


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
