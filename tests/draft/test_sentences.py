"""Sentences around items: what explains a key result, what speaks of the method, what only mentions an item."""

import pytest

from tests.draft.drafts import draft_of, items_of

LOUNGE = {"Guests sleep well": ["Noise complaints fall from 9 to 2"]}


@pytest.mark.parametrize(
    "explanation",
    [
        "This KR tells whether the new doors help.",
        "This is measured at the desk.",
        "These are complaints after ten at night.",
        "Das ist die Zahl vom Empfang.",
        "Dies ist ein Hinweis auf dünne Wände.",
        "Ceci compte après 22 heures.",
    ],
)
def test_a_sentence_that_explains_a_key_result_is_a_remark(explanation: str) -> None:
    draft = draft_of(f"## O1: Guests sleep well\n- KR1: Noise complaints fall from 9 to 2. {explanation}\n")

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints fall from 9 to 2."]}
    assert explanation in [note.text for note in draft.notes]


@pytest.mark.parametrize("second", ["Each counts once.", "Rooms 3 and 4 as well.", "This week or next"])
def test_another_sentence_belongs_to_the_key_result(second: str) -> None:
    draft = draft_of(f"## O1: Guests sleep well\n- KR1: Fewer than 2 complaints. {second}\n")

    assert items_of(draft) == {"Guests sleep well": [f"Fewer than 2 complaints. {second}"]}


def test_a_text_that_says_what_okrs_are_holds_none() -> None:
    draft = draft_of(
        "# Goals at the hotel\n\n- Objectives\n  - Objectives are short and say where we want to be.\n"
        "- Key Results\n  - Key Results are numbers that tell whether we got there.\n"
    )

    assert draft.is_empty


def test_principles_above_a_draft_are_no_items() -> None:
    draft = draft_of(
        "# OKRs\n\n## Objectives\n- Objectives should fit on a shirt.\n- Every key result must have a number.\n\n"
        "## O1: Guests sleep well\n- KR1: Noise complaints fall from 9 to 2\n"
    )

    assert items_of(draft) == LOUNGE


def test_a_heading_that_only_names_the_kind_takes_the_sentence_beneath_it() -> None:
    draft = draft_of(
        "## Objective\n\n**Guests sleep well**\n\n## Key Results\n\n### KR1 — Lagging (quality)\n"
        "**Noise complaints fall from 9 to 2**\n\n> Nobody counts the dog.\n\n### KR2 — Leading\nAll 40 doors have new seals\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints fall from 9 to 2", "All 40 doors have new seals"]}
    assert [result.label for result in draft.key_results()] == ["KR1", "KR2"]
    assert "Lagging (quality)" in [note.text for note in draft.notes]


def test_a_heading_that_states_a_key_result_keeps_its_words() -> None:
    draft = draft_of("## O1: Guests sleep well\n### KR1: Noise complaints fall from 9 to 2\nCounted 3 times a week.\n")

    assert items_of(draft) == LOUNGE


def test_a_heading_after_the_list_says_more_of_a_key_result() -> None:
    draft = draft_of(
        "### Desk\n\n**Objective:** Guests sleep well\n\n**Key Results:**\n1. Noise complaints fall from 9 to 2\n\n"
        "#### KR1 Deep Dive: doors\n\n**What we do:**\n- Order 40 seals\n- Oil the hinges\n\n"
        "## Success\n\n**It works if:**\n- Nobody calls at night\n- Ann gets a free day\n"
    )

    assert items_of(draft) == LOUNGE


def test_bullets_after_the_key_results_are_none() -> None:
    draft = draft_of(
        "# Goals\n\n## Active goals\n\n### _(next: G-003)_\n\n### G-002: Guests sleep well\n**Status**: open\n\n**Key Results**:\n"
        "- [ ] Noise complaints fall from 9 to 2\n\n**Acceptance criteria**:\n- The doors close\n- Ann agrees\n"
    )

    assert items_of(draft) == LOUNGE
    assert draft.objectives[0].label == "G-002"


NUMBERED = {
    "Chinese numerals": "目标一：Guests sleep well\n关键结果1：Noise complaints fall from 9 to 2\n",
    "Roman numerals": "Objective II: Guests sleep well\n- KR1: Noise complaints fall from 9 to 2\n",
    "letters": "Objective A: Guests sleep well\n- Key result A: Noise complaints fall from 9 to 2\n",
    "a bar": "## O｜Guests sleep well\n\n### KR-1｜Noise complaints fall from 9 to 2\n",
    "which quarter": "**Objectif du trimestre : Guests sleep well**\n- Résultat clé 1 : Noise complaints fall from 9 to 2\n",
    "a theme": "**Theme**: Guests sleep well\n**Key Results**:\n- [ ] Noise complaints fall from 9 to 2\n",
    "a period in the code": "### O1: Guests sleep well\n\n| KR | Target | Today | Active initiatives |\n|---|---|---|---|\n"
    "| KR-2031Q3-01 | Noise complaints fall from 9 to 2 | 7 | plan 12 |\n",
    "chapters": "### 12.2 OKRs (Objectives and Key Results)\n\n#### Q1\n**Objetivo**: Guests sleep well\n\n**Key Results**:\n"
    "- [ ] KR1: Noise complaints fall from 9 to 2\n\n### 13.1 Documents\n- [Plan](plan.md) - the plan\n",
}


@pytest.mark.parametrize("form", NUMBERED)
def test_labels_people_make_up(form: str) -> None:
    assert items_of(draft_of(NUMBERED[form])) == LOUNGE


def test_a_draft_in_a_quotation_is_read_where_nothing_else_is_one() -> None:
    draft = draft_of(
        "The team agreed on this:\n\n> **Objective: Guests sleep well**\n"
        "> - Key result 1: Noise complaints fall from **9** to **2**\n\nMore soon.\n"
    )

    assert items_of(draft) == LOUNGE


def test_names_and_values_under_an_objective_are_no_key_results() -> None:
    draft = draft_of(
        "## O1: Guests sleep well\n\n| Premise | Value | Who |\n|---|---|---|\n| Budget | 900 | Ann |\n| Horizon | May | Bo |\n\n"
        "### KR1: Noise complaints fall from 9 to 2\n"
    )

    assert items_of(draft) == LOUNGE
