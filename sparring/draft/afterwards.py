"""What can only be settled once all lines are read."""

from collections import Counter

from sparring.draft.lines import Line
from sparring.draft.outline import Outline
from sparring.expressions import expression

_NAME_AT_THE_END = expression(
    r"\s[(\[](?P<name>[A-ZÀ-Þ][\w.'-]{1,20}(?:(?:\s?[,/&+]\s?|\s(?:and\s|und\s)?)[A-ZÀ-Þ][\w.'-]{0,20}){0,3})[)\]]$"
)
_FEWEST_NAMED = 3
_SHARE_NAMED = 0.6
"""Of the key results that have words; a bracket on a few of them says more of those few."""


def place_under_the_only_aim(outline: Outline) -> None:
    """Put key results that say so under the only objective, wherever they stand."""
    aims = [entry for entry in outline.entries if entry.kind == "objective"]
    if len(aims) != 1:
        return
    for entry in outline.entries:
        if entry.kind == "key_result" and entry.under is None and entry.label:
            entry.under = aims[0]


def owners_at_the_end(outline: Outline) -> None:
    """Take names in brackets at the ends of most key results for their owners, where somebody owns several."""
    results = [entry for entry in outline.entries if entry.kind == "key_result" and entry.words]
    if len(results) < _FEWEST_NAMED:
        return
    named = [(entry, match) for entry in results if (match := _NAME_AT_THE_END.search(entry.words.text)) and match.start()]
    often = Counter(match["name"] for _, match in named)
    if len(named) < max(_FEWEST_NAMED, _SHARE_NAMED * len(results)) or len(often) == len(named):
        return
    for entry, match in named:
        entry.add("owner", entry.words.part(*match.span("name")))
        entry.words = entry.words.part(0, match.start()).strip()


def name_after_first_heading(outline: Outline, first: Line | None) -> None:
    """A heading above everything that turned out to be a remark names the draft, where rows of a table are its items."""
    if first is None or first.kind != "heading" or outline.title or not outline.entries:
        return
    words = first.content.words or first.marked
    place = next((number for number, note in enumerate(outline.notes) if note is words), None)
    if place is not None:
        outline.title = outline.notes.pop(place)
