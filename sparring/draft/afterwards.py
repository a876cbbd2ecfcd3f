"""What can only be settled once all lines are read."""

from sparring.draft.lines import Line
from sparring.draft.outline import Outline


def place_under_the_only_aim(outline: Outline) -> None:
    """Put key results that say so under the only objective, wherever they stand."""
    aims = [entry for entry in outline.entries if entry.kind == "objective"]
    if len(aims) != 1:
        return
    for entry in outline.entries:
        if entry.kind == "key_result" and entry.under is None and entry.label:
            entry.under = aims[0]


def name_after_first_heading(outline: Outline, first: Line | None) -> None:
    """A heading above everything that turned out to be a remark names the draft, where rows of a table are its items."""
    if first is None or first.kind != "heading" or outline.title or not outline.entries:
        return
    words = first.content.words or first.marked
    place = next((number for number, note in enumerate(outline.notes) if note is words), None)
    if place is not None:
        outline.title = outline.notes.pop(place)
