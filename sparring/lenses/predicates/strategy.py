"""What the strategy documents show: a line that rules an item out, an objective that no line bears on."""

import re
from collections.abc import Iterator

from sparring.lenses.predicates.registry import Sighting, finder, on
from sparring.lenses.view import Reading, View
from sparring.library.model import Library, Passage

SMALL = 0.3
"""What a term says about the subject that is a mere word of the trade or a number (compare `library.words`)."""

_FAMILY = 6
_BESIDE_IT = re.compile(
    r"\b(?:before|until|unless|as long as|bevor|solange|außer|sofern)\b|[:;(]|\.\s|,\s(?!(?:no|nor|or|kein\w*|noch)\b)", re.IGNORECASE
)
_PART = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"\b[^\W\d_]+-[^\W\d_]+\b")

MOST_LOOKED_AT = 5_000
"""Passages of all documents together in which the company's purpose is looked for ..."""
FEWEST_OF_A_DOCUMENT = 20
"""... and of each at least: it stands near the top."""

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
        against = next((passage for passage in nearest if is_exclusion(passage) and _is_about_it(reading.text, passage)), None)
        if against is not None:
            yield Sighting(on(reading), against)


def _is_about_it(words: str, excluded: Passage) -> bool:
    """Whether what is ruled out shares its subject with `words`.

    The subject stands before any condition or explanation ("no ads before complaints are down", "no ads: they annoy people" are about ads).
    A compound with a hyphen is meant as a whole: "no e-books" says nothing about books.
    """
    from sparring.library.words import terms_of

    said = terms_of(words)
    spoken = {part.casefold() for part in _PART.findall(words)}
    subject = _BESIDE_IT.split(excluded.text, maxsplit=1)[0]
    for compound in _COMPOUND.findall(subject):
        if not all(part.casefold() in spoken or terms_of(part).keys() & said.keys() for part in compound.split("-")):
            subject = subject.replace(compound, " ")
    return any(
        weight > SMALL and any(term == other or _are_related(term, other) for other in said) for term, weight in terms_of(subject).items()
    )


def _are_related(term: str, other: str) -> bool:
    return len(term) >= _FAMILY and len(other) >= _FAMILY and (term[:_FAMILY] == other[:_FAMILY] or term in other or other in term)


@finder("no-line")
def no_line(view: View) -> Iterator[Sighting]:
    """Objectives on which no passage bears, nor on any of their key results, in documents that say more than what the company is for."""
    if not view.library.passages or _purpose(view) is not None:
        return
    for reading in _without_line(view):
        yield Sighting(on(reading))


@finder("only-the-purpose")
def only_the_purpose(view: View) -> Iterator[Sighting]:
    """Objectives on which no line bears by its words, where the documents say what all of it is for: an assumption links the two."""
    purpose = _purpose(view)
    if purpose is not None:
        for reading in _without_line(view):
            yield Sighting(on(reading), purpose)


def _without_line(view: View) -> Iterator[Reading]:
    for objective in view.draft.objectives:
        if objective.text.strip() and not any(view.bearings(view.by_key[item.key]) for item in (objective, *objective.key_results)):
            yield view.by_key[objective.key]


def _purpose(view: View) -> Passage | None:
    """Return the line that says what the company is for: the first under a heading that announces it, or that says so itself.

    It is looked for in the beginning of each document, the longer the fewer documents there are.
    """
    purpose = view.lists.only("purpose", *dict.fromkeys((view.language, "en", "de")))
    announced: dict[str, bool] = {}

    def is_announced(heading: str) -> bool:
        if heading not in announced:
            announced[heading] = bool(purpose.find(heading))
        return announced[heading]

    return next(
        (each for each in _beginnings(view.library) if purpose.find(each.text[:60]) or (each.headings and is_announced(each.headings[-1]))),
        None,
    )


def _beginnings(library: Library) -> Iterator[Passage]:
    most = max(FEWEST_OF_A_DOCUMENT, MOST_LOOKED_AT // max(1, len(library.documents)))
    start = 0
    for document in library.documents:
        yield from (library.passages[start + number] for number in range(min(most, document.passages)))
        start += document.passages
