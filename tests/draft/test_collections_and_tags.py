"""Shapes without a word for objectives or key results: collections of plain lines, goals with metrics, tags, tables of codes, periods."""

import pytest

from tests.draft.drafts import draft_of, items_of

EXPECTED = {
    "Guests find their way": ["Lost guests fall from 9 to 3 a week", "Half of them use the map"],
    "Staff can rest": ["Night calls: 4 to 1"],
}

LINES_OVER_LISTS = {
    "colons": """\
Guests find their way:
* Lost guests fall from 9 to 3 a week
* Half of them use the map

Staff can rest:
* Night calls: 4 to 1
""",
    "blank lines under a heading": """\
## Hotel OKR examples

Guests find their way

* Lost guests fall from 9 to 3 a week
* Half of them use the map

Staff can rest

* Night calls: 4 to 1
""",
    "headings that group": """\
# Hotel

Desk

Guests find their way:

- Lost guests fall from 9 to 3 a week
- Half of them use the map

Staff can rest:

- Night calls: 4 to 1
""",
    "months and nested bullets": """\
# OKRs:

## Jan - Mar 2030
- Guests find their way
    - Lost guests fall from 9 to 3 a week
    - Half of them use the map

## 1st of April to 30th of June
- Staff can rest
    - Night calls: 4 to 1
""",
    "how far work has come": """\
# Hotel Team OKRs

## Work in progress
- Guests find their way
  - Lost guests fall from 9 to 3 a week
  - Half of them use the map

## Done
- Staff can rest
  - Night calls: 4 to 1
""",
}


@pytest.mark.parametrize("shape", LINES_OVER_LISTS)
def test_plain_lines_and_bullets_are_aims_and_what_groups_them_is_not(shape: str) -> None:
    assert items_of(draft_of(LINES_OVER_LISTS[shape])) == EXPECTED


UNDER_OBJECTIVES = {
    "headings": "## Objectives\n\n### Guests come back\n\n- Visits\n- Reviews\n\n### Staff stay\n\n- Leavers\n\n## Menu\n- soup\n",
    "bold lines": "## Goals\n\n**Guests come back**\n\n- Visits\n- Reviews\n\n**Staff stay**\n\n- Leavers\n",
    "bullets": "Objectives:\n- Guests come back\n  - Visits\n  - Reviews\n- Staff stay\n  - Leavers\n",
    "headings over key results": "## Ziele\n\n### Guests come back\n#### Schlüsselergebnisse\n- Visits\n- Reviews\n\n"
    "### Staff stay\n#### Schlüsselergebnisse\n- Leavers\n",
    "a table of goals": "| Goal | Metric | Baseline | Target |\n|---|---|---|---|\n| Guests come back | Visits | 9 | 12 |\n"
    "| | Reviews | 3 | 4 |\n| Staff stay | Leavers | 9 | 4 |\n",
}


@pytest.mark.parametrize("shape", UNDER_OBJECTIVES)
def test_everything_on_one_level_beneath_a_word_for_objectives_is_an_objective(shape: str) -> None:
    assert items_of(draft_of(UNDER_OBJECTIVES[shape])) == {"Guests come back": ["Visits", "Reviews"], "Staff stay": ["Leavers"]}


TABLES_OF_CODES = {
    "a heading that names the words": ("KR", "Measurable Outcome"),
    "codes under a heading for them": ("ID", "What we will see"),
    "both headings name key results": ("Key result", "Success metric"),
    "words under a heading for targets": ("KR", "Target"),
}


@pytest.mark.parametrize("heads", TABLES_OF_CODES)
def test_a_column_of_codes_labels_the_words_in_the_other_column(heads: str) -> None:
    first, second = TABLES_OF_CODES[heads]
    draft = draft_of(
        f"## Objective 1: Guests find their way\n\n| {first} | {second} |\n|---|---|\n"
        "| KR 1.1 | Lost guests fall from 9 to 3 a week |\n| **KR 1.2** | Half of them use the map |\n"
    )

    assert items_of(draft) == {"Guests find their way": ["Lost guests fall from 9 to 3 a week", "Half of them use the map"]}
    assert [key_result.label for key_result in draft.key_results()] == ["KR 1.1", "KR 1.2"]


GOALS_AND_METRICS = {
    "de": ("Ziel: Gäste finden den Weg", "Metrik: Verirrte sinken von 9 auf 3"),
    "en": ("Goal: Guests find their way", "Metric: Lost guests fall from 9 to 3"),
    "es": ("Objetivo: Nadie se pierde en el hotel", "Indicador: de 9 a 3 perdidos"),
    "fr": ("Objectif : Les clients s'y retrouvent", "Indicateur : de 9 à 3 perdus"),
    "pt": ("Objetivo: Ninguém se perde no hotel", "Métrica: de 9 para 3 perdidos"),
    "tr": ("Hedef: Otelde kimse kaybolmasın", "Gösterge: 9'dan 3'e kayıp"),
    "zh": ("目标：客人不再迷路", "指标：从9降到3人"),
    "ko": ("목표: 호텔에서 길을 잃지 않는다", "지표: 9에서 3으로"),
}


@pytest.mark.parametrize("language", GOALS_AND_METRICS)
@pytest.mark.parametrize("form", ["## Desk\n\n- {}\n- {}\n", "- {}\n  - {}\n", "- **Desk**\n  - {}\n  - {}\n"])
def test_a_metric_beside_a_goal_is_its_key_result(language: str, form: str) -> None:
    goal, metric = GOALS_AND_METRICS[language]

    aim, result = (line.replace("：", ":").partition(":")[2].strip() for line in (goal, metric))
    assert items_of(draft_of(form.format(goal, metric))) == {aim: [result]}


def test_metrics_keep_their_codes_and_chapters_are_no_items() -> None:
    draft = draft_of(
        "## 3. Messwerte\n\n### 3.1. Empfang\n* **Ziel: 90 % der Gäste finden den Weg**\n"
        "  * **Definition:** ohne zu fragen\n  * **Metrik (M-1): Verirrte:** < 3 am Tag\n    * **Haupt-Ziel:** 2\n"
        "### 3.2. Küche\n* **Ziel: Köche bleiben gern**\n  * **Metrik (M-2): Kündigungen:** < 1\n"
    )

    assert items_of(draft) == {"90 % der Gäste finden den Weg": ["Verirrte: < 3 am Tag"], "Köche bleiben gern": ["Kündigungen: < 1"]}
    assert [key_result.label for key_result in draft.key_results()] == ["M-1", "M-2"]


def test_details_beneath_some_bullets_do_not_turn_headings_into_groups() -> None:
    draft = draft_of(
        "# OKRs\n\n## From 01/02/2030 To 01/05/2030\n\n### Guests find their way\n- Lost guests\n- Maps\n- Signs\n\n"
        "### Staff can rest\n- Ask them\n  - at night\n- Beds\n  - new ones\n"
    )

    assert items_of(draft) == {"Guests find their way": ["Lost guests", "Maps", "Signs"], "Staff can rest": ["Ask them", "Beds"]}


def test_a_goal_that_only_gives_a_number_beneath_a_key_result_is_its_target() -> None:
    draft = draft_of("## Gäste\n- Weniger Verirrte\n  - Metrik: Zählung\n  - Ziel: 3\n- Karten\n  - Metrik: Umfrage\n  - Ziel: 50 %\n")

    assert items_of(draft) == {"Gäste": ["Weniger Verirrte", "Karten"]}
    assert [key_result.target for key_result in draft.key_results()] == ["3", "50 %"]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("`P0` - @ann - Keys work", {"priority": "P0", "owner": "@ann"}),
        ("`P0` - ANN - Keys work", {"priority": "P0", "owner": "ANN"}),
        ("[P1] @bo: Keys work", {"priority": "P1", "owner": "@bo"}),
        ("[P1][DESK] Keys work", {"priority": "P1", "owner": "DESK"}),
        ("`P2` - (?) - Keys work", {"priority": "P2"}),
        ("`PX` - OWNER - Keys work", {"priority": "PX", "owner": "OWNER"}),
        ("P2 - - Keys work", {"priority": "P2"}),
        ("**P2** (@cy) Keys work", {"priority": "P2", "owner": "@cy"}),
    ],
)
def test_tags_before_the_words_become_fields(line: str, fields: dict[str, str]) -> None:
    (key_result,) = draft_of(f"## Guests find their way\n- {line}\n").key_results()

    assert key_result.text == "Keys work"
    assert dict(key_result.fields) == fields


def test_a_word_before_a_dash_stays_where_no_tag_says_that_it_is_an_owner() -> None:
    draft = draft_of("## Guests find their way\n- NPS - from 30 to 40\n- [P0] NPS: from 30 to 40\n")

    assert [key_result.text for key_result in draft.key_results()] == ["NPS - from 30 to 40", "NPS: from 30 to 40"]


@pytest.mark.parametrize(
    "heading", ["Objective / key result", "Objectives and key results", "Line", "Objective/KR", "What we want to see", "Text", ""]
)
def test_a_column_of_codes_for_both_kinds_says_what_each_row_is_whatever_the_columns_are_called(heading: str) -> None:
    draft = draft_of(
        f"# Hotel\n\n| # | {heading} | Baseline | Target | How we measure |\n|---|---|---|---|---|\n"
        "| O1 | Guests find their way | | | |\n"
        "| KR1.1 | Lost guests a week | 9 | 3 | counted at the desk, every Sunday evening |\n"
        "| O2 | Staff can rest | | | |\n"
        "| KR2.1 | Night calls | 4 | 1 | log of the switchboard |\n"
    )
    assert items_of(draft) == {"Guests find their way": ["Lost guests a week"], "Staff can rest": ["Night calls"]}
    first = draft.objectives[0].key_results[0]
    assert (first.label, first.baseline, first.target) == ("KR1.1", "9", "3")
    assert draft.title == "Hotel"
