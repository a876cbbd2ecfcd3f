"""Drafts in Excel workbooks, in the layouts that teams use, read as well as the same in Markdown."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from sparring.documents.reading import read_document
from sparring.draft.reading import read_draft
from tests.documents.files import workbook

NONE: Any = None
Read = list[tuple[str, list[tuple[str, str | None, str | None]]]]


def read(path: Path) -> Read:
    """Objectives with their key results: words, baseline, target."""
    draft = read_draft(read_document(path))
    assert not draft.unplaced_key_results
    return [(each.text, [(kr.text, kr.baseline, kr.target) for kr in each.key_results]) for each in draft.objectives]


GROW: Read = [
    ("New teams recommend us", [("Import success", "61%", "80%"), ("NPS", "23", "40")]),
    ("Renewals are boring", [("Churn a month", "3.5%", "2%")]),
]
PERCENT = {"C2": "0%", "D2": "0%", "C4": "0.0%", "D4": "0%"}
HEAD = ["Objective", "Key Result", "Baseline", "Target", "Owner", "Status"]


def test_a_plain_sheet_reads_as_the_same_table_in_markdown_does(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        HEAD,
        ["New teams recommend us", "Import success", 0.61, 0.8, "Ana", "On track"],
        [NONE, "NPS", 23, 40.0, "Bo", NONE],
        ["Renewals are boring", "Churn a month", 0.035, 0.02, "Cy", "At risk"],
    ]
    path = workbook(tmp_path / "draft.xlsx", {"OKRs": rows}, formats=PERCENT, merged=["A2:A3"])
    assert read(path) == GROW
    owners = [kr.fields.get("owner") for kr in read_draft(read_document(path)).key_results()]
    assert owners == ["Ana", "Bo", "Cy"]


def test_titles_notes_and_empty_rows_and_columns_around_the_table_change_nothing(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [],
        [NONE, "OKRs Q1 2026"],
        [NONE, "Team", "Growth"],
        [],
        [NONE, "#", "Objective", "Key Result", NONE, "Baseline", "Target"],
        [NONE, "O1", "New teams recommend us", "Import success", NONE, 0.61, 0.8],
        [NONE, NONE, NONE, "NPS", NONE, 23, 40],
        [],
        [NONE, "O2", "Renewals are boring", "Churn a month", NONE, 0.035, 0.02],
    ]
    formats = {"F6": "0%", "G6": "0%", "F9": "0.0%", "G9": "0%"}
    assert read(workbook(tmp_path / "draft.xlsx", {"Sheet1": rows}, formats=formats)) == GROW


def test_an_objective_that_stands_across_the_table_heads_the_rows_below_it(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Key Result", "Baseline", "Target"],
        ["New teams recommend us"],
        ["Import success", 0.61, 0.8],
        ["NPS", 23, 40],
        ["Renewals are boring"],
        ["Churn a month", 0.035, 0.02],
    ]
    formats = {"B3": "0%", "C3": "0%", "B6": "0.0%", "C6": "0%"}
    path = workbook(tmp_path / "draft.xlsx", {"Sheet1": rows}, formats=formats, merged=["A2:C2", "A5:C5"])
    assert read(path) == GROW


def test_a_table_for_each_objective_with_its_name_above(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Objective:", "New teams recommend us"],
        ["Key Result", "From", "To"],
        ["Import success", 0.61, 0.8],
        ["NPS", 23, 40],
        [],
        ["Objective:", "Renewals are boring"],
        ["Key Result", "From", "To"],
        ["Churn a month", 0.035, 0.02],
    ]
    formats = {"B3": "0%", "C3": "0%", "B8": "0.0%", "C8": "0%"}
    assert read(workbook(tmp_path / "draft.xlsx", {"Sheet1": rows}, formats=formats)) == GROW


def test_columns_in_groups_are_named_by_the_row_below(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Objective", "Key Result", "Values"],
        [NONE, NONE, "Baseline", "Target"],
        ["New teams recommend us", "Import success", 0.61, 0.8],
        [NONE, "NPS", 23, 40],
        ["Renewals are boring", "Churn a month", 0.035, 0.02],
    ]
    path = workbook(
        tmp_path / "draft.xlsx",
        {"Sheet1": rows},
        formats={"C3": "0%", "D3": "0%", "C5": "0.0%", "D5": "0%"},
        merged=["A1:A2", "B1:B2", "C1:D1", "A3:A4"],
    )
    assert read(path) == GROW


@pytest.mark.parametrize(
    "cell",
    [
        "KR1: Import success from 61% to 80%\nKR2: NPS from 23 to 40",
        "• Import success from 61% to 80%\n• NPS from 23 to 40",
        "1. Import success from 61% to 80%\n2. NPS from 23 to 40",
        "Import success from 61% to 80%\nNPS from 23 to 40",
    ],
)
def test_several_key_results_in_one_cell_are_several(tmp_path: Path, cell: str) -> None:
    rows: list[list[Any]] = [["Objective", "Key Results"], ["New teams recommend us", cell], ["Renewals are boring", "Churn from 3% to 2%"]]
    found = read(workbook(tmp_path / "draft.xlsx", {"Sheet1": rows}))
    assert [(objective, [text for text, *_ in krs]) for objective, krs in found] == [
        ("New teams recommend us", ["Import success from 61% to 80%", "NPS from 23 to 40"]),
        ("Renewals are boring", ["Churn from 3% to 2%"]),
    ]


def test_words_wrapped_by_hand_in_a_cell_stay_one(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Objective", "Key Result", "Target"], ["New teams\nrecommend us", "Import success\n(first week)", 80]]
    assert read(workbook(tmp_path / "draft.xlsx", {"Sheet1": rows})) == [
        ("New teams recommend us", [("Import success (first week)", None, "80")])
    ]


def test_rows_that_say_what_they_are_need_no_head(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["O1", "New teams recommend us"],
        ["KR1", "Import success"],
        ["KR2", "NPS"],
        ["O2", "Renewals are boring"],
        ["KR1", "Churn"],
    ]
    found = read(workbook(tmp_path / "draft.xlsx", {"Sheet1": rows}))
    assert [(objective, [text for text, *_ in krs]) for objective, krs in found] == [
        ("New teams recommend us", ["Import success", "NPS"]),
        ("Renewals are boring", ["Churn"]),
    ]


def test_a_draft_with_gaps_keeps_them(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Objective", "Key Result", "Target"],
        ["New teams recommend us", "NPS", 40],
        [NONE, "Import success"],
        [],
        ["Renewals"],
        [NONE, "tbd"],
    ]
    found = read(workbook(tmp_path / "draft.xlsx", {"Sheet1": rows}))
    assert [(objective, [text for text, *_ in krs]) for objective, krs in found] == [
        ("New teams recommend us", ["NPS", "Import success"]),
        ("Renewals", ["tbd"]),
    ]


def test_each_sheet_is_a_section_and_hidden_ones_and_their_lists_are_left_out(tmp_path: Path) -> None:
    table: list[list[Any]] = [["Objective", "Key Result"], ["New teams recommend us", "NPS from 23 to 40"]]
    path = workbook(tmp_path / "draft.xlsx", {"Growth": table, "Platform": table, "Lists": [["On track"], ["At risk"]]}, hidden=["Lists"])
    source = read_document(path)
    assert [place.name for place in source.places] == ["sheet Growth", "sheet Platform"]
    assert "At risk" not in source.text
    assert [each.text for each in read_draft(source).objectives] == ["New teams recommend us"] * 2


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (0.8, "0%", "80%"),
        (0.125, "0.0%", "12.5%"),
        (0.8, "General", "0.8"),
        (40.0, "General", "40"),
        (0.1 + 0.2, "General", "0.3"),
        (1200000, "#,##0", "1,200,000"),
        (1200000, '#,##0 "€"', "1,200,000 €"),
        (1200000, "#,##0\\ [$€-407]", "1,200,000 €"),
        (12.5, '"$"#,##0.00', "$12.50"),
        (1234567, '#,##0.0,,"M"', "1.2M"),
        (3, '0 "days"', "3 days"),
        (-5, "0;(0)", "(5)"),
        (-0.05, "0%", "-5%"),
        (0, '0;-0;"none"', "none"),
        (datetime.datetime(2026, 3, 31), "dd.mm.yyyy", "2026-03-31"),
        (datetime.datetime(2026, 3, 31, 14, 30), "dd.mm.yyyy hh:mm", "2026-03-31 14:30"),
        (datetime.datetime(2026, 3, 1), "mmm yyyy", "2026-03"),
        (True, "General", "TRUE"),
        ("  80 %  ", "@", "80 %"),
        (1e21, "General", "1.000000E+21"),
    ],
)
def test_values_stand_as_people_see_them(tmp_path: Path, value: Any, pattern: str, shown: str) -> None:
    rows: list[list[Any]] = [["Key Result", "Target"], ["It is better", value]]
    path = workbook(tmp_path / "draft.xlsx", {"OKRs": rows}, formats={"B2": pattern})
    assert f"| It is better | {shown} |" in read_document(path).text
