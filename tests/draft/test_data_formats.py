"""YAML, JSON and spreadsheets of unknown schema."""

import json
from typing import Any

import pytest

from tests.draft.drafts import draft_of, items_of, quoted

YAML = """\
scope: org
objectives:
  - objective: Guests arrive rested   # the aim
    owner: Ann
    key_results:
      - id: KR-1
        description: Queue of ten minutes
        baseline: 20
        target: 10
        status: open
      - Keys work
"""


def test_yaml_fields_are_found_by_their_meaning() -> None:
    draft = draft_of(YAML, "draft.yaml")
    first = next(draft.key_results())

    assert draft.format == "yaml"
    assert items_of(draft) == {"Guests arrive rested": ["Queue of ten minutes", "Keys work"]}
    assert (first.label, first.baseline, first.target, dict(first.fields), first.lines) == ("KR-1", "20", "10", {"status": "open"}, (6, 7))
    assert dict(draft.objectives[0].fields) == {"owner": "Ann"}
    assert [remark.text for remark in draft.unplaced] == ["scope: org", "# the aim"]


SCHEMAS: list[Any] = [
    {"objectives": [{"title": "Guests arrive", "keyResults": [{"title": "Queue of ten"}, {"title": "Keys work"}]}]},
    {"okrs": [{"objective": "Guests arrive", "krs": ["Queue of ten", "Keys work"]}]},
    [{"name": "Guests arrive", "results": [{"name": "Queue of ten"}, {"name": "Keys work"}]}],
    {"2030": {"q1": {"objectives": {"O1": {"text": "Guests arrive", "key_results": {"KR1": "Queue of ten", "KR2": "Keys work"}}}}}},
    {"objectives": {"Guests arrive": ["Queue of ten", "Keys work"]}},
    {"objetivos": [{"titulo": "Guests arrive", "resultados_clave": [{"texto": "Queue of ten"}, {"texto": "Keys work"}]}]},
    {"目标": [{"名称": "Guests arrive", "关键结果": ["Queue of ten", "Keys work"]}]},
    [{"objective": "Guests arrive", "key_result": "Queue of ten"}, {"objective": "Guests arrive", "key_result": "Keys work"}],
    {"objective": {"title": "Guests arrive"}, "key_results": ["Queue of ten", "Keys work"]},
    {"Data": [{"Period": "Q1", "OKR": "O1：Guests arrive\nKR1：Queue of ten\nKR2：Keys work"}]},
]


@pytest.mark.parametrize("data", SCHEMAS, ids=range(len(SCHEMAS)))
def test_json_of_any_schema_gives_the_same_items(data: Any) -> None:
    draft = draft_of(json.dumps(data, ensure_ascii=False, indent=1), "draft.json")

    assert draft.format == "json"
    assert items_of(draft) == {"Guests arrive": ["Queue of ten", "Keys work"]}


def test_counts_and_settings_beside_the_objectives_are_no_items() -> None:
    draft = draft_of('{"objectives": [{"title": "Guests arrive"}], "summary": {"total_objectives": 1, "total_key_results": 0}}', "a.json")

    assert items_of(draft) == {"Guests arrive": []}


def test_values_of_a_nested_measure_stand_beside_the_key_result() -> None:
    draft = draft_of(
        '{"okrs": [{"objective": "Guests arrive", "key_results": [{"text": "Queue", "metric": {"from": 9, "to": 3, "unit": "min"}}]}]}', "a"
    )
    (key_result,) = draft.key_results()

    assert (key_result.baseline, key_result.target, dict(key_result.fields)) == ("9", "3", {"unit": "min"})


def test_objectives_that_name_the_one_above_by_its_id_stand_under_it() -> None:
    draft = draft_of(
        '[{"id": "C1", "title": "Guests arrive", "key_results": []}, '
        '{"id": "T1", "title": "Drivers know", "parent_objective": "C1", "key_results": ["x y"]}]',
        "a.json",
    )

    assert [objective.parent for objective in draft.objectives] == [None, "O1"]


@pytest.mark.parametrize(
    ("text", "name", "words", "places"),
    [
        (r'{"objectives": ["Say \"hi\" caf\u00e9"]}', "a.json", 'Say "hi" café', ["Say ", r"\"", "hi", r"\"", " caf", r"\u00e9"]),
        (r'{"objectives": ["Smile \ud83d\ude00 on"]}', "a.json", "Smile 😀 on", ["Smile ", r"\ud83d\ude00", " on"]),
        ('objectives:\n  - "Say \\"hi\\" \\x41"\n', "a.yaml", 'Say "hi" A', ["Say ", '\\"', "hi", '\\"', " ", "\\x41"]),
        ("objectives:\n  - 'It''s fine'\n", "a.yaml", "It's fine", ["It", "''", "s fine"]),
        ("objectives:\n  - >\n    Guests arrive\n    rested\n", "a.yaml", "Guests arrive rested", ["Guests arrive", "rested"]),
        (
            'Objective,Key result\nGuests,"The ""queue"" is short, ok"\n',
            "a.csv",
            'The "queue" is short, ok',
            ["The ", '""', "queue", '""', " is short, ok"],
        ),
    ],
)
def test_segments_point_at_the_source_with_its_escapes(text: str, name: str, words: str, places: list[str]) -> None:
    draft = draft_of(text, name)
    item = list(draft.items())[-1]

    assert item.text == words
    assert quoted(draft, item.key) == places


def test_several_yaml_documents_and_shared_values_are_read() -> None:
    draft = draft_of("objective: Guests arrive\nkrs:\n  - &x Queue of ten\n---\nobjective: Staff rest\nkrs:\n  - *x\n", "a.yaml")

    assert items_of(draft)["Staff rest"] == ["Queue of ten"]


CSV = {
    "objective repeated": "Objective,Key Result,Target\nGuests arrive,Queue of ten,10\nGuests arrive,Keys work,\nStaff rest,Sleep,8\n",
    "objective once": "Objective;Key Result;Target\nGuests arrive;Queue of ten;10\n;Keys work;\nStaff rest;Sleep;8\n",
    "tabs": "Objective\tKey Result\tTarget\nGuests arrive\tQueue of ten\t10\n\tKeys work\t\nStaff rest\tSleep\t8\n",
    "codes": "id,text\nO1,Guests arrive\nKR1.1,Queue of ten\nKR1.2,Keys work\nO2,Staff rest\nKR2.1,Sleep\n",
    "labels without header": "O1: Guests arrive,,\nKR1: Queue of ten,10,\nKR2: Keys work,,\nO2: Staff rest,,\nKR1: Sleep,8,\n",
    "nothing but cells": "Guests arrive,Queue of ten,10\nGuests arrive,Keys work,1\nStaff rest,Sleep,8\n",
    "wide": "Objective,KR1,KR2\nGuests arrive,Queue of ten,Keys work\nStaff rest,Sleep,\n",
    "tasks": "Group,Objective,Task Name,Description\nX,Guests arrive,Queue of ten,l\nX,Guests arrive,Keys work,l\nY,Staff rest,Sleep,l\n",
}


@pytest.mark.parametrize("form", CSV)
def test_spreadsheets_are_read_with_and_without_a_header(form: str) -> None:
    draft = draft_of(CSV[form], "draft.csv")

    assert draft.format == "csv"
    assert items_of(draft) == {"Guests arrive": ["Queue of ten", "Keys work"], "Staff rest": ["Sleep"]}


def test_a_sheet_of_key_results_alone_and_one_of_objectives_alone_are_told_apart() -> None:
    results = draft_of("id,nome,inicial,meta,atual\n1,Fila menor,9,3,8\n2,Chaves,0,1,0\n", "a.csv")
    objectives = draft_of("id,titulo\n1,Hóspedes chegam bem\n2,Equipe descansa\n", "b.csv")

    first = results.unplaced_key_results[0]
    assert (first.text, first.baseline, first.target) == ("Fila menor", "9, 8", "3")
    assert items_of(objectives) == {"Hóspedes chegam bem": [], "Equipe descansa": []}


HELPERS: list[Any] = [
    {
        "okrs": [{"objetivo": "Guests arrive", "krs": [{"id": "KR1", "texto": "Queue of ten", "notas": ["late trains"], "peso": 30}]}],
        "pesos": [{"kr": "KR-C1", "peso": 3}],
        "historial": [{"kr": "queue", "valor": 3}],
    },
    {
        "objectives": [
            {"name": "Guests arrive", "keyResults": [{"name": "Queue of ten", "direction": {"label": "down"}}], "metrics": ["at the desk"]}
        ],
        "key_result_ids": ["k1-a"],
    },
    {"kr_notes": {"KR1": "said by Ann"}, "okr": {"objective": {"text": "Guests arrive"}, "keyResults": [{"text": "Queue of ten"}]}},
    {
        "items": [
            {"type": "objective", "text": "Guests arrive", "id": "a"},
            {"type": "key_result", "text": "Queue of ten", "parent": "a"},
        ]
    },
]


@pytest.mark.parametrize("data", HELPERS)
def test_weights_references_and_notes_are_no_further_items(data: Any) -> None:
    assert items_of(draft_of(json.dumps(data), "a.json")) == {"Guests arrive": ["Queue of ten"]}


MADE_UP: dict[str, object] = {
    "a draft in a string": {
        "team": "Desk",
        "content": "Objective: Guests sleep well\nKR1: Noise complaints 9 to 2\nKR2: 80 % rate beds 5",
    },
    "a draft in a string without line ends": {"okr": "O1: Guests sleep well KR1: Noise complaints 9 to 2 KR2: 80 % rate beds 5"},
    "labelled strings": [{"okrs": ["O1: Guests sleep well", "KR1: Noise complaints 9 to 2", "KR2: 80 % rate beds 5"]}],
    "keyed by ids": {
        "objectives": {
            "o1": {
                "name": "Guests sleep well",
                "keyResults": {"k1": {"name": "Noise complaints 9 to 2"}, "k2": {"name": "80 % rate beds 5"}},
            }
        }
    },
    "names with their kind": {
        "objectiveTitle": "Guests sleep well",
        "keyResultList": [{"krTitle": "Noise complaints 9 to 2"}, {"krTitle": "80 % rate beds 5"}],
    },
    "two lists that point at each other": {
        "objectives": [{"id": 1, "title": "Guests sleep well"}],
        "keyResults": [
            {"id": 5, "objectiveId": 1, "title": "Noise complaints 9 to 2"},
            {"id": 6, "objectiveId": 1, "title": "80 % rate beds 5"},
        ],
    },
    "numbered keys": {"goals": [{"goal": "Guests sleep well", "kr1": "Noise complaints 9 to 2", "kr2": "80 % rate beds 5"}]},
    "one list of both kinds": [
        {"type": "objective", "id": "a", "title": "Guests sleep well"},
        {"type": "key_result", "parent": "a", "title": "Noise complaints 9 to 2"},
        {"type": "key_result", "parent": "a", "title": "80 % rate beds 5"},
    ],
    "in German, by department": {
        "abteilungen": [
            {
                "name": "Empfang",
                "ziele": [{"ziel": "Guests sleep well", "schlüsselergebnisse": ["Noise complaints 9 to 2", "80 % rate beds 5"]}],
            }
        ]
    },
}


@pytest.mark.parametrize("form", MADE_UP)
def test_schemas_that_programs_and_people_make_up(form: str) -> None:
    draft = draft_of(json.dumps(MADE_UP[form], ensure_ascii=False), "draft.json")

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints 9 to 2", "80 % rate beds 5"]}
