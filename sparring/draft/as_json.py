"""The draft as JSON: what `sparring read --format json` prints."""

from collections.abc import Mapping, Sequence

from sparring.draft.model import Draft, Item, KeyResult, Objective, Remark

SCHEMA = 1
"""Version of the form below; it rises when a field changes its meaning or goes."""

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def draft_as_json(draft: Draft) -> dict[str, Json]:
    """Return the draft as values that `json.dumps` takes; lines are 1-based and inclusive."""
    return {
        "schema": SCHEMA,
        "language": draft.language,
        "objectives": [_objective(objective) for objective in draft.objectives],
        "unplaced_key_results": [_key_result(key_result) for key_result in draft.unplaced_key_results],
        "notes": [_remark(note) for note in draft.notes],
        "unplaced": [_remark(remark) for remark in draft.unplaced],
    }


def _item(item: Item) -> dict[str, Json]:
    return {"id": item.id, "key": item.key, "label": item.label, "text": item.text, "lines": list(item.lines)}


def _objective(objective: Objective) -> dict[str, Json]:
    return {
        **_item(objective),
        "parent": objective.parent,
        "section": list(objective.section),
        "fields": _fields(objective),
        "key_results": [_key_result(key_result) for key_result in objective.key_results],
    }


def _key_result(key_result: KeyResult) -> dict[str, Json]:
    return {
        **_item(key_result),
        "baseline": key_result.baseline,
        "target": key_result.target,
        "fields": _fields(key_result),
    }


def _fields(item: Item) -> dict[str, Json]:
    return {str(name): value for name, value in item.fields.items()}


def _remark(remark: Remark) -> dict[str, Json]:
    return {"lines": list(remark.lines), "text": remark.text}
