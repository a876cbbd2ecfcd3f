"""Helpers: read a text as a draft and show its items in a form that tests can state."""

from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.text import Source

Items = dict[str, list[str]]


def draft_of(text: str, name: str = "draft.md") -> Draft:
    return read_draft(Source(name, text))


def items_of(draft: Draft) -> Items:
    """Objectives with their key results; key results under no objective stand under ""."""
    found = {objective.text: [key_result.text for key_result in objective.key_results] for objective in draft.objectives}
    if draft.unplaced_key_results:
        found[""] = [key_result.text for key_result in draft.unplaced_key_results]
    return found


def quoted(draft: Draft, key: str) -> list[str]:
    """What stands in the source where an item's words are said to stand."""
    item = draft.item(key)
    assert item is not None
    return [segment.source.of(draft.source.text) for segment in item.segments]
