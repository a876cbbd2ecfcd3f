"""What the lenses see in a draft: everything that words, structure and documents set off. The planner raises very little of it."""

from collections import defaultdict
from collections.abc import Iterator

from sparring.draft.model import Draft
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, Finding, Lens, SetOff
from sparring.lenses.predicates import CONDITIONS, FINDERS, Sighting
from sparring.lenses.predicates.registry import on
from sparring.lenses.stretch import stretch_of
from sparring.lenses.view import Reading, View
from sparring.library.model import Library
from sparring.text import Span


def detect(draft: Draft, library: Library, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return every finding.

    They come by item in reading order (those on several items where the first of them stands, those on the draft last), then by lens. A
    lens says one thing about one anchor: the first of its ways that is set off, in the order of its file. Lenses that are always open find
    nothing here.
    """
    found: dict[str, set[str]] = defaultdict(set)
    view = View(draft, library, catalogue.words, found)
    findings: dict[tuple[str, Anchor], tuple[int, Finding]] = {}
    for drawing in (0, 1, 2):
        for lens in catalogue:
            for rank, way in enumerate(lens.set_off_by):
                if _stage(way, catalogue) != drawing:
                    continue
                for sighting in _sightings(lens, way, view):
                    place = (lens.id, Anchor(sighting.anchor.kind, sighting.anchor.keys))
                    if place not in findings or rank < findings[place][0]:
                        findings[place] = (rank, Finding(lens.id, sighting.anchor, way.strength, way.evidence, sighting.passage))
                    found[lens.id].update(sighting.anchor.keys)
    order = {reading.key: number for number, reading in enumerate(view.readings)}
    places = {lens.id: number for number, lens in enumerate(catalogue)}
    last = len(order)

    def by_place(finding: Finding) -> tuple[int, int]:
        return min((order.get(key, last) for key in finding.anchor.keys), default=last), places[finding.lens]

    return tuple(sorted((finding for _, finding in findings.values()), key=by_place))


def _stage(way: SetOff, catalogue: Catalogue) -> int:
    """Return after how many others a way is looked at: a finder comes after the lenses that it draws on, those on the ones they draw on."""
    if way.structure is None:
        return 0
    sources = FINDERS[way.structure].draws_on
    if not sources:
        return 0
    deeper = any(
        other.structure and FINDERS[other.structure].draws_on
        for name in sources
        if (lens := catalogue.get(name))
        for other in lens.set_off_by
    )
    return 2 if deeper else 1


def _sightings(lens: Lens, way: SetOff, view: View) -> Iterator[Sighting]:
    if way.words is not None:
        yield from _by_words(lens, way, way.words, view)
    elif way.structure is not None:
        for sighting in FINDERS[way.structure].find(view):
            reading = view.by_key.get(sighting.anchor.keys[0]) if len(sighting.anchor.keys) == 1 else None
            if reading is None or _holds(way, reading, view, sighting.anchor.phrase):
                yield sighting


def _by_words(lens: Lens, way: SetOff, words: str, view: View) -> Iterator[Sighting]:
    for reading in view.readings:
        if ("key_result" if reading.is_key_result else "objective") not in lens.anchors:
            continue
        phrase = next((phrase for phrase in view.phrases(reading, words) if _holds(way, reading, view, phrase)), None)
        if phrase is not None:
            yield Sighting(on(reading, stretch_of(reading, view, phrase)))


def _holds(way: SetOff, reading: Reading, view: View, phrase: Span | None) -> bool:
    return all(_is(name, reading, view, phrase) for name in way.when) and not any(_is(name, reading, view, phrase) for name in way.unless)


def _is(name: str, reading: Reading, view: View, phrase: Span | None) -> bool:
    rule = CONDITIONS.get(name)
    return rule(reading, view, phrase) if rule else view.says(reading, name)
