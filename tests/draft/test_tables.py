"""Tables as teams lay them out: several key results in a cell, on their side, in HTML, with kinds in words, from a spreadsheet."""

import pytest

from tests.draft.drafts import draft_of, items_of

HOTEL = {
    "Guests sleep well": ["Noise complaints 9 to 2", "80 % rate beds 5"],
    "Staff can rest": ["Night calls 4 to 1", "Two free days a week"],
}

SEVERAL_IN_A_CELL = {
    "bullets": "• Noise complaints 9 to 2<br>• 80 % rate beds 5",
    "dashes": "- Noise complaints 9 to 2<br/>- 80 % rate beds 5",
    "no marks": "Noise complaints 9 to 2<br>80 % rate beds 5",
    "labels": "KR1: Noise complaints 9 to 2 <br> KR2: 80 % rate beds 5",
    "a list": "<ul><li>Noise complaints 9 to 2</li><li>80 % rate beds 5</li></ul>",
    "numbers that lost their line ends": "1. Noise complaints 9 to 2 2. 80 % rate beds 5",
    "bullets that lost their line ends": "• Noise complaints 9 to 2 • 80 % rate beds 5",
    "labels that lost their line ends": "KR1: Noise complaints 9 to 2 KR2: 80 % rate beds 5",
    "after a word for them": "Results:<br>- Noise complaints 9 to 2<br>- 80 % rate beds 5",
}


@pytest.mark.parametrize("form", SEVERAL_IN_A_CELL)
def test_a_cell_may_hold_several_key_results(form: str) -> None:
    draft = draft_of(
        "| Objective | Key Results | Owner |\n|---|---|---|\n"
        f"| Guests sleep well | {SEVERAL_IN_A_CELL[form]} | Ann |\n"
        "| Staff can rest | 1) Night calls 4 to 1<br>2) Two free days a week | Bo<br>Cy |\n"
    )
    beds, rest = draft.objectives

    assert items_of(draft) == HOTEL
    assert [result.fields["owner"] for result in (*beds.key_results, *rest.key_results)] == ["Ann", "Ann", "Bo", "Cy"]


@pytest.mark.parametrize(
    "cell",
    [
        "Noise complaints fall from 9 to 2<br>(as counted at the desk)",
        "Noise complaints fall from 9<br>to 2 a month",
        "Open 3 rooms: 1, 2 and 3",
    ],
)
def test_a_break_within_a_sentence_divides_nothing(cell: str) -> None:
    draft = draft_of(f"| Objective | Key Result |\n|---|---|\n| Guests sleep well | {cell} |\n")

    assert [result.text for result in draft.key_results()] == [cell.replace("<br>", " ")]


ON_THEIR_SIDE = {
    "objectives head the columns": """\
| O1: Guests sleep well | O2: Staff can rest |
|---|---|
| Noise complaints 9 to 2 | Night calls 4 to 1 |
| 80 % rate beds 5 | Two free days a week |
""",
    "rows are labelled": """\
| | O1: Guests sleep well | O2: Staff can rest |
|---|---|---|
| KR1 | Noise complaints 9 to 2 | Night calls 4 to 1 |
| KR2 | 80 % rate beds 5 | Two free days a week |
| Owner | Ann | Bo |
""",
    "labels head the columns": """\
| | O1 | O2 |
|---|---|---|
| **Objective** | Guests sleep well | Staff can rest |
| **KR1** | Noise complaints 9 to 2 | Night calls 4 to 1 |
| **KR2** | 80 % rate beds 5 | Two free days a week |
| **Owner** | Ann | Bo |
""",
    "the objective is a row": """\
| Objective | Guests sleep well | Staff can rest |
|---|---|---|
| Owner | Ann | Bo |
| Key Result 1 | Noise complaints 9 to 2 | Night calls 4 to 1 |
| Key Result 2 | 80 % rate beds 5 | Two free days a week |
""",
    "in German": """\
| Ziel | Guests sleep well | Staff can rest |
|---|---|---|
| Verantwortlich | Ann | Bo |
| Schlüsselergebnis 1 | Noise complaints 9 to 2 | Night calls 4 to 1 |
| Schlüsselergebnis 2 | 80 % rate beds 5 | Two free days a week |
""",
}


@pytest.mark.parametrize("form", ON_THEIR_SIDE)
def test_a_table_on_its_side_is_turned(form: str) -> None:
    draft = draft_of(ON_THEIR_SIDE[form])

    assert items_of(draft) == HOTEL
    if "Ann" in ON_THEIR_SIDE[form]:
        assert [objective.fields["owner"] for objective in draft.objectives] == ["Ann", "Bo"]
    assert not draft.unplaced


def test_teams_may_head_the_columns_and_each_key_result_have_its_target_below() -> None:
    draft = draft_of(
        "| | Desk | Cellar |\n|---|---|---|\n| Objective | Guests sleep well | Wine is cool |\n"
        "| KR1 | Noise complaints | Degrees |\n| Target | 2 | 12 |\n| KR2 | Beds rated 5 | Corked bottles |\n| Target | 80 % | 1 |\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints", "Beds rated 5"], "Wine is cool": ["Degrees", "Corked bottles"]}
    assert [result.target for result in draft.key_results()] == ["2", "80 %", "12", "1"]
    assert [objective.section for objective in draft.objectives] == [("Desk",), ("Cellar",)]


def test_a_table_of_two_columns_tells_one_objective_after_the_other() -> None:
    draft = draft_of(
        "| Objective | Guests sleep well |\n|---|---|\n| KR1 | Noise complaints 9 to 2 |\n| KR2 | 80 % rate beds 5 |\n"
        "| Objective | Staff can rest |\n| KR1 | Night calls 4 to 1 |\n| KR2 | Two free days a week |\n"
    )

    assert items_of(draft) == HOTEL


HTML = {
    "a table with cells that reach over rows": """\
<table>
<thead><tr><th>Objective</th><th>Key Result</th></tr></thead>
<tbody>
<tr><td rowspan="2">Guests sleep well</td><td>Noise complaints 9 to 2</td></tr>
<tr><td>80 % rate beds 5</td></tr>
<tr>
  <td rowspan=2><b>Staff can rest</b></td>
  <td>Night calls
      4 to 1</td>
</tr>
<tr><td>Two free days a week</td></tr>
</tbody>
</table>
""",
    "headings and lists": """\
<h2>O1: Guests sleep well</h2>
<ul>
<li>KR1: Noise complaints 9 to 2</li>
<li>KR2: 80 % rate beds 5</li>
</ul>
<h2 align="center">
O2: Staff can rest
</h2>
<ol>
  <li>Night calls 4 to 1</li><li><b>Two free days</b> a week</li>
</ol>
""",
    "parts that fold": """\
<details>
<summary>O1: Guests sleep well</summary>

- KR1: Noise complaints 9 to 2
- KR2: 80 % rate beds 5

</details>
<details open><summary><b>O2: Staff can rest</b></summary>

- KR1: Night calls 4 to 1
- KR2: Two free days a week

</details>
""",
}


@pytest.mark.parametrize("form", HTML)
def test_html_within_markdown_is_read_as_it_shows(form: str) -> None:
    draft = draft_of(f"# Hotel OKRs\n\n{HTML[form]}\nSee you soon.\n")

    assert items_of(draft) == HOTEL
    assert not [remark.text for remark in (*draft.notes, *draft.unplaced) if "<" in remark.text]


SPREADSHEETS = {
    "several key results on the lines of a cell": "Objective,Key Results\n"
    'Guests sleep well,"1. Noise complaints 9 to 2\n2. 80 % rate beds 5"\n'
    'Staff can rest,"- Night calls 4 to 1\r\n- Two free days a week"\n',
    "merged cells": "Objective\tKey Result\nGuests sleep well\tNoise complaints 9 to 2\n\t80 % rate beds 5\n"
    "Staff can rest\tNight calls 4 to 1\n\tTwo free days a week\n",
    "kinds in words": "Type,Title,Parent\nKey Result,Two free days a week,Staff can rest\nObjective,Guests sleep well,\n"
    "Key Result,Noise complaints 9 to 2,Guests sleep well\nKey Result,80 % rate beds 5,Guests sleep well\nObjective,Staff can rest,\n"
    "Key Result,Night calls 4 to 1,Staff can rest\n",
    "numbers for the parents": "ID;Level;Description;Parent\nA;Objective;Guests sleep well;\nB;Objective;Staff can rest;\n"
    "C;Key Result;Noise complaints 9 to 2;A\nD;Key Result;80 % rate beds 5;A\nE;Key Result;Night calls 4 to 1;B\n"
    "F;Key Result;Two free days a week;B\n",
    "on its side": "Objective,Guests sleep well,Staff can rest\nKey Result 1,Noise complaints 9 to 2,Night calls 4 to 1\n"
    "Key Result 2,80 % rate beds 5,Two free days a week\n",
    "a column for each key result": "Objective,KR1,KR2,KR3\nGuests sleep well,Noise complaints 9 to 2,80 % rate beds 5,\n"
    "Staff can rest,Night calls 4 to 1,Two free days a week,\n",
}


@pytest.mark.parametrize("name", ["draft.csv", "pasted"])
@pytest.mark.parametrize("form", SPREADSHEETS)
def test_rows_of_a_spreadsheet(form: str, name: str) -> None:
    found = items_of(draft_of(SPREADSHEETS[form], name))

    assert {aim: sorted(results) for aim, results in found.items()} == {aim: sorted(results) for aim, results in HOTEL.items()}


def test_the_first_of_several_teams_names_its_part_and_not_the_draft() -> None:
    table = "| Objective | Key Result |\n|---|---|\n"
    draft = draft_of(f"# Desk\n{table}| Guests sleep well | Noise complaints 9 to 2 |\n\n# Cellar\n{table}| Wine is cool | Degrees: 12 |\n")

    assert [objective.section for objective in draft.objectives] == [("Desk",), ("Cellar",)]


def test_a_table_that_explains_a_sheet_holds_no_items() -> None:
    draft = draft_of(
        "# How to fill the sheet\n\n| Column | Content |\n|---|---|\n| `ID` | A name that stays |\n| `Objective` | What we want |\n"
        "| `Key Result` | What can be counted |\n| `Owner` | Who answers for it |\n"
    )

    assert draft.is_empty


def test_bullets_after_a_table_of_key_results_say_more_of_them() -> None:
    draft = draft_of(
        "## O1: Guests sleep well\n\n| KR | Baseline | Target |\n|---|---|---|\n| KR1.1 Noise complaints | 9 | 2 |\n\n"
        "What stands behind it:\n\n- The lift wakes the second floor. KR1.1 depends on it.\n\n"
        "KR1.1 is the one that turns this around.\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints"]}


def test_numbers_right_after_a_bullet_count_what_stands_beneath_it() -> None:
    draft = draft_of(
        "- Guests sleep well\n1. Noise complaints 9 to 2\n2. 80 % rate beds 5\n\n"
        "- Staff can rest\n1. Night calls 4 to 1\n2. Two free days a week\n"
    )

    assert items_of(draft) == HOTEL


def test_brackets_at_a_columns_head_may_say_what_it_holds() -> None:
    draft = draft_of(
        "## Guests sleep well\n\n| Target (KR) | Current status |\n|---|---|\n| At most 2 complaints about noise | 9 in May |\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["At most 2 complaints about noise"]}
