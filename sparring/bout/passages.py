"""Which line of the strategy stands beside a challenge, and when the team is told that none was found.

A line beside a question says "this bears on it", so it has to: a coach shows it where the challenge lives from it, or where it plainly
speaks of the same thing, and shows no line twice.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.draft.model import Item, Objective
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Finding
from sparring.library.model import Library, Passage

PLAINLY = 0.65
"""Score from which a line plainly speaks of the item (the library's own threshold is 0.5). Beside questions that make sense without any
line, the spine's above all, less than this is noise."""

MOST_LOOKED_AT = 4

LONGEST_HEADING = 120

ON_OTHERS = frozenset({"influence", "risk-fit"})
"""Lenses beside which a line on what others deliver is at home."""

AGAINST = "against"
"""Evidence of a finding whose line of the strategy rules out what the item asks for."""

SPEAKS_AGAINST = frozenset({AGAINST, "put-off"})
"""The same, for now too: the line lives in the challenge that says so."""


def with_passages(
    choices: Iterable[Choice], bout: Bout, library: Library, catalogue: Catalogue, findings: Iterable[Finding] = ()
) -> tuple[Choice, ...]:
    """Return the choices, those about a single item with the best line that bears on it and was not shown yet, where there is one.

    A line that speaks against an item is kept for the challenge that says so: shown in passing, it would be spent.
    """
    kept = frozenset(finding.passage.text for finding in findings if finding.passage and finding.evidence in SPEAKS_AGAINST)
    return tuple(_with_passage(choice, bout, library, catalogue, kept) for choice in choices)


def searched_in_vain(choice: Choice, bout: Bout, library: Library, catalogue: Catalogue) -> bool:
    """Return whether nothing in the documents bears on what `choice` is about, and the team should hear so now.

    It hears so the first time, and then where the challenge is about the documents; never twice about one item.
    """
    if choice.passage or choice.anchor.kind not in ("key_result", "objective") or not library.passages:
        return False
    item = bout.draft.item(choice.anchor.keys[0])
    told = {each.raised.anchor.keys for each in bout.rounds if each.raised.searched}
    if item is None or choice.anchor.keys in told or (told and not _speaks_of_lines(choice, catalogue)):
        return False
    from sparring.lenses.spoken_of import is_spoken_of

    beside = _beside(item, bout)
    if any(library.bearing_on(each.text, most=1) for each in (item, *beside)):
        return False
    return not any(is_spoken_of(each.text, library) for each in (item, *beside))


def _beside(item: Item, bout: Bout) -> tuple[Item, ...]:
    """Return what else shows whether the documents speak of an item: of an objective its key results, of a key result its objective."""
    if isinstance(item, Objective):
        return item.key_results
    return tuple(each for each in bout.draft.objectives if item in each.key_results)


def _speaks_of_lines(choice: Choice, catalogue: Catalogue) -> bool:
    """Whether the lens has something to say about a line beside it, or about there being none."""
    lens = catalogue.get(choice.lens)
    lines = (*lens.doubts, *(line for rung in lens.questions.values() for line in rung)) if lens else ()
    return any(line.when & {"passage", "no-passage"} for line in lines)


def _with_passage(choice: Choice, bout: Bout, library: Library, catalogue: Catalogue, kept: frozenset[str]) -> Choice:
    item = bout.draft.item(choice.anchor.keys[0]) if len(choice.anchor.keys) == 1 else None
    if choice.anchor.kind == "bet" or item is None or choice.passage is not None:
        return choice
    least = 0.0 if _speaks_of_lines(choice, catalogue) else PLAINLY
    shown = kept | {each.raised.passage.text for each in bout.rounds if each.raised.passage}
    near = library.bearing_on(item.text, most=MOST_LOOKED_AT)
    may_wait = choice.lens in ON_OTHERS
    usable = (each.passage for each in near if each.score >= least and (may_wait or not _names_a_dependency(each.passage)))
    best = next((each for each in usable if _may_be_shown(each, shown)), None)
    return replace(choice, passage=best) if best else choice


def _names_a_dependency(passage: Passage) -> bool:
    """Whether a line says what others have to deliver first: nobody's work serves that, and no item follows from it."""
    if not passage.headings:
        return False
    from sparring.lenses.words import packaged_words

    return packaged_words().only(("dependency-headings",), ("en", "de")).is_met(passage.headings[-1][:LONGEST_HEADING])


def _may_be_shown(passage: Passage, shown: AbstractSet[str]) -> bool:
    """A line that says no is shown by the lens that found what it rules out, or not at all: beside anything else it is a verdict."""
    if passage.text in shown:
        return False
    from sparring.lenses.put_off import is_put_off
    from sparring.library.exclusions import is_exclusion

    return not is_exclusion(passage) and not is_put_off(passage)
