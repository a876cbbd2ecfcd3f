"""The JSON that other programs read."""

import json

from sparring.draft.as_json import draft_as_json
from tests.draft.drafts import draft_of


def test_the_json_view_holds_items_lines_fields_and_what_found_no_place() -> None:
    text = (
        "objectives:\n  - title: Guests arrive with ease\n    krs:\n"
        "      - {id: KR9, text: Queue of ten, baseline: 20, target: 10, owner: Ann}\nodd: thing\n"
    )
    view = draft_as_json(draft_of(text, "a.yaml"))

    assert json.loads(json.dumps(view)) == {
        "schema": 1,
        "language": "en",
        "objectives": [
            {
                "id": "O1",
                "key": "k1",
                "label": "",
                "text": "Guests arrive with ease",
                "lines": [2, 2],
                "parent": None,
                "section": [],
                "fields": {},
                "key_results": [
                    {
                        "id": "O1.KR1",
                        "key": "k2",
                        "label": "KR9",
                        "text": "Queue of ten",
                        "lines": [4, 4],
                        "baseline": "20",
                        "target": "10",
                        "fields": {"owner": "Ann"},
                    }
                ],
            }
        ],
        "unplaced_key_results": [],
        "notes": [],
        "unplaced": [{"lines": [5, 5], "text": "odd: thing"}],
    }


def test_key_results_under_no_objective_and_notes_are_listed() -> None:
    view = draft_as_json(draft_of("Some remark here.\n\n- Queue of ten minutes\n- Keys work\n"))

    assert [item["id"] for item in view["unplaced_key_results"]] == ["KR1", "KR2"]  # type: ignore[index,union-attr,call-overload]
    assert view["notes"] == [{"lines": [1, 1], "text": "Some remark here."}]
