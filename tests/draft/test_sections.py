"""Headings above objectives, and the choice that a file with several teams or cycles offers."""

import json

import pytest

from sparring.draft.as_json import draft_as_json
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.draft.sections import sections_of
from sparring.text import Place, Source
from tests.draft.drafts import draft_of

GROUPED = {
    "headings": (
        "grouped.md",
        "# Hotel OKRs\n\n## Q1 2031\n\n### Kitchen\n\n#### Objective 1: Guests eat well\n- KR1: Soup in 5 minutes\n\n"
        "#### Objective 2: Cooks stay\n- KR1: Leavers 4 to 1\n\n### Desk\n\n#### Objective 1: Guests arrive\n- KR1: Queue of ten\n\n"
        "## Q2 2031\n\n### Desk\n\n#### Objective 1: Keys work\n- KR1: Lost keys 9 to 3\n",
    ),
    "bullets": (
        "grouped.md",
        "# Hotel OKRs\n\n## Q1 2031\n- **Kitchen**\n  - O1: Guests eat well\n    - KR1: Soup in 5 minutes\n  - O2: Cooks stay\n"
        "    - KR1: Leavers 4 to 1\n- **Desk**\n  - O1: Guests arrive\n    - KR1: Queue of ten\n\n"
        "## Q2 2031\n- **Desk**\n  - O1: Keys work\n    - KR1: Lost keys 9 to 3\n",
    ),
    "columns": (
        "grouped.csv",
        "Quarter,Team,Objective,Key Result\nQ1 2031,Kitchen,Guests eat well,Soup in 5 minutes\n,,Cooks stay,Leavers 4 to 1\n"
        "Q1 2031,Desk,Guests arrive,Queue of ten\nQ2 2031,Desk,Keys work,Lost keys 9 to 3\n",
    ),
    "keys": (
        "grouped.json",
        json.dumps(
            {
                "okrs": {
                    "Q1 2031": {
                        "Kitchen": {
                            "objectives": [
                                {"title": "Guests eat well", "key_results": ["Soup in 5 minutes"]},
                                {"title": "Cooks stay", "key_results": ["Leavers 4 to 1"]},
                            ]
                        },
                        "Desk": {"objectives": [{"title": "Guests arrive", "key_results": ["Queue of ten"]}]},
                    },
                    "Q2 2031": {"Desk": {"objectives": [{"title": "Keys work", "key_results": ["Lost keys 9 to 3"]}]}},
                }
            }
        ),
    ),
    "names beside lists": (
        "grouped.yaml",
        "cycles:\n- name: Q1 2031\n  teams:\n  - name: Kitchen\n    objectives:\n    - title: Guests eat well\n"
        "      krs: [Soup in 5 minutes]\n"
        "    - title: Cooks stay\n      krs: [Leavers 4 to 1]\n  - name: Desk\n    objectives:\n    - title: Guests arrive\n"
        "      krs: [Queue of ten]\n- name: Q2 2031\n  teams:\n  - name: Desk\n    objectives:\n    - title: Keys work\n"
        "      krs: [Lost keys 9 to 3]\n",
    ),
    "fields of each record": (
        "grouped.json",
        json.dumps(
            [
                {"quarter": "Q1 2031", "team": "Kitchen", "objective": "Guests eat well", "keyResults": ["Soup in 5 minutes"]},
                {"quarter": "Q1 2031", "team": "Kitchen", "objective": "Cooks stay", "keyResults": ["Leavers 4 to 1"]},
                {"quarter": "Q1 2031", "team": "Desk", "objective": "Guests arrive", "keyResults": ["Queue of ten"]},
                {"quarter": "Q2 2031", "team": "Desk", "objective": "Keys work", "keyResults": ["Lost keys 9 to 3"]},
            ]
        ),
    ),
}


def offered(draft: Draft) -> dict[str, list[str]]:
    """Each choice with the words of its objectives."""
    found = {}
    for section in sections_of(draft):
        items = [draft.item(key) for key in section.objectives]
        found[section.title] = [item.text for item in items if item is not None]
    return found


@pytest.mark.parametrize("form", GROUPED)
def test_every_reader_keeps_the_cycle_and_the_team_above_an_objective(form: str) -> None:
    name, text = GROUPED[form]
    draft = draft_of(text, name)

    assert {objective.text: objective.section for objective in draft.objectives} == {
        "Guests eat well": ("Q1 2031", "Kitchen"),
        "Cooks stay": ("Q1 2031", "Kitchen"),
        "Guests arrive": ("Q1 2031", "Desk"),
        "Keys work": ("Q2 2031", "Desk"),
    }
    assert not [remark.text for remark in draft.unplaced if remark.text in ("Kitchen", "Desk", "Q1 2031")]


@pytest.mark.parametrize("form", GROUPED)
def test_cycles_are_offered_where_teams_have_too_little_to_divide(form: str) -> None:
    name, text = GROUPED[form]

    assert offered(draft_of(text, name)) == {"Q1 2031": ["Guests eat well", "Cooks stay", "Guests arrive"], "Q2 2031": ["Keys work"]}


def hotel(*headings: str, objectives: int) -> str:
    number = iter(range(1, 100))
    return "# Hotel OKRs\n\n" + "\n".join(
        f"## {heading}\n\n"
        + "".join(f"### Objective {at}: Aim of many {at}\n- KR1: Queue of ten\n\n" for at in (next(number) for _ in range(objectives)))
        for heading in headings
    )


def test_teams_with_several_objectives_each_are_a_choice() -> None:
    assert [len(section.objectives) for section in sections_of(draft_of(hotel("Kitchen", "Desk", "Cellar", objectives=3)))] == [3, 3, 3]


@pytest.mark.parametrize(
    "headings", [("Q1 2031", "Q2 2031"), ("Team Küche", "Team Empfang"), ("OKRs 2030", "OKRs 2031"), ("厨房团队", "前台团队")]
)
def test_headings_that_name_teams_or_times_are_a_choice_whatever_they_hold(headings: tuple[str, ...]) -> None:
    assert [section.title for section in sections_of(draft_of(hotel(*headings, objectives=1)))] == list(headings)


def test_a_theme_over_each_objective_is_no_choice() -> None:
    draft = draft_of(hotel("Comfort", "Speed", "Rest", "Food", objectives=1))

    assert [objective.section for objective in draft.objectives] == [("Comfort",), ("Speed",), ("Rest",), ("Food",)]
    assert sections_of(draft) == ()


@pytest.mark.parametrize(
    "text",
    [
        "# Hotel OKRs\n\n## Objectives\n\n### Objective 1: Guests arrive\n- KR1: Queue of ten\n\n### Objective 2: Keys work\n"
        "- KR1: Lost keys 9\n",
        "objectives:\n- title: Guests arrive\n  krs: [Queue of ten]\n- title: Keys work\n  krs: [Lost keys 9]\n",
        "Objective,Key Result\nGuests arrive,Queue of ten\nKeys work,Lost keys 9\n",
        "",
    ],
)
def test_headings_that_only_announce_objectives_are_no_sections(text: str) -> None:
    draft = draft_of(text, "draft.md" if text.startswith("#") else "pasted text")

    assert {objective.section for objective in draft.objectives} <= {()}
    assert sections_of(draft) == ()


def test_objectives_above_all_teams_are_a_choice_of_their_own_under_the_drafts_name() -> None:
    text = hotel("Team Kitchen", "Team Desk", objectives=2).replace(
        "# Hotel OKRs\n", "# Hotel OKRs\n\n## Objective 9: All rest\n- KR1: Sleep\n"
    )

    assert [section.title for section in sections_of(draft_of(text))] == ["Hotel OKRs", "Team Kitchen", "Team Desk"]


def test_the_sheets_of_a_converted_spreadsheet_are_sections_and_named_once() -> None:
    head = "| Objective | Key result |\n|---|---|\n"
    first = f"## Desk\n{head}| Guests arrive | Queue of ten |\n\n"
    text = f"{first}{head}| Keys work | Lost keys 9 |\n"
    source = Source("okrs.xlsx", text, converted=True, places=(Place(0, "sheet Desk"), Place(len(first), "sheet Keys")))
    draft = read_draft(source)

    assert [objective.section[0] for objective in draft.objectives] == ["Desk", "Keys"]
    assert draft.objectives[0].section == ("Desk",)


def test_the_json_view_shows_the_section() -> None:
    view = json.loads(json.dumps(draft_as_json(draft_of(hotel("Q1", "Q2", objectives=1)))))

    assert [objective["section"] for objective in view["objectives"]] == [["Q1"], ["Q2"]]
