"""Several items on one line: short forms people type, and lists that lost their line ends."""

import pytest

from tests.draft.drafts import draft_of, items_of

HOTEL = {"Guests find their way": ["Lost guests fall from 9 to 3", "Half of them use the map"], "Staff can rest": ["Night calls: 4 to 1"]}

ONE_LINE = {
    "an arrow and a label in italics": "- **O1:** Guests find their way → _KR1:_ Lost guests fall from 9 to 3; "
    "_KR2:_ Half of them use the map\n"
    "- **O2:** Staff can rest → _KR1:_ Night calls: 4 to 1\n",
    "words for the labels": "Objective 1: Guests find their way. Key result 1: Lost guests fall from 9 to 3. "
    "Key result 2: Half of them use the map\n"
    "Objective 2: Staff can rest. Key result 1: Night calls: 4 to 1\n",
    "everything on one line": "O1: Guests find their way KR1: Lost guests fall from 9 to 3 KR2: Half of them use the map "
    "O2: Staff can rest KR1: Night calls: 4 to 1",
    "after a heading's words": "Guests find their way (KR1: Lost guests fall from 9 to 3, KR2: Half of them use the map\n\n"
    "O2: Staff can rest | KR1: Night calls: 4 to 1\n",
}


@pytest.mark.parametrize("ending", ["md", "txt"])
@pytest.mark.parametrize("form", ONE_LINE)
def test_labels_within_a_line_begin_new_items(form: str, ending: str) -> None:
    found = items_of(draft_of(ONE_LINE[form], f"draft.{ending}"))

    assert {aim.rstrip("."): [result.rstrip(".") for result in results] for aim, results in found.items()} == HOTEL


def test_a_sentence_that_speaks_of_a_key_result_is_not_cut() -> None:
    draft = draft_of("## O1: Guests arrive\n- KR1: Queue of ten (counted as in KR2)\n- KR2: Ratio of O2 to CO2 below 3\n")

    assert items_of(draft) == {"Guests arrive": ["Queue of ten (counted as in KR2)", "Ratio of O2 to CO2 below 3"]}


def test_an_owner_an_aim_its_results_and_a_score_in_one_sentence() -> None:
    draft = draft_of(
        "Desk: Guests find their way. 3 lost guests a week, half of them with a map => 80 %\nCellar: Wine is cool. 12 degrees => 100 %\n"
    )
    first = draft.objectives[0]

    assert items_of(draft) == {
        "Guests find their way.": ["3 lost guests a week", "half of them with a map"],
        "Wine is cool.": ["12 degrees"],
    }
    assert dict(first.fields) == {"owner": "Desk", "score": "80 %"}


@pytest.mark.parametrize(
    ("line", "text", "fields"),
    [
        ("- KR1: Queue of ten ✅ DONE (by Ann)", "Queue of ten", {"status": "✅ DONE (by Ann)"}),
        ("- KR1: Queue of ten - Current Score: 3/10", "Queue of ten", {"score": "3/10"}),
        ("- KR1: Keys work. (Bo)", "Keys work.", {"owner": "Bo"}),
        ("- KR1: Keys work (target: all of 90)", "Keys work (target: all of 90)", {}),
        ("- KR1: Rooms [open tonight]", "Rooms [open tonight]", {}),
    ],
)
def test_what_follows_the_words_is_a_field_unless_it_belongs_to_the_sentence(line: str, text: str, fields: dict[str, str]) -> None:
    (key_result,) = draft_of(f"## O1: Guests arrive\n{line}\n").key_results()

    assert (key_result.text, dict(key_result.fields)) == (text, fields)


def test_a_grade_after_a_dash_is_the_score_of_an_aim() -> None:
    draft = draft_of("# OKRs\n\nGuests find their way – 2\n\n- lost guests\n- maps in use\n\nStaff can rest – 0.7\n\n- night calls\n")

    assert items_of(draft) == {"Guests find their way": ["lost guests", "maps in use"], "Staff can rest": ["night calls"]}
    assert [dict(objective.fields) for objective in draft.objectives] == [{"score": "2"}, {"score": "0.7"}]


@pytest.mark.parametrize(
    "label",
    [
        "Primary Goal:",
        "**Team objective 1:**",
        "Objetivo general:",
        "Objetivo de producto:",
        "Objectif principal :",
        "Annual company goal:",
    ],
)
def test_which_objective_it_is_may_stand_in_the_label(label: str) -> None:
    assert items_of(draft_of(f"{label} Guests arrive\n\n- KR1: Queue of ten\n")) == {"Guests arrive": ["Queue of ten"]}


def test_a_column_for_a_later_goal_holds_no_objectives() -> None:
    draft = draft_of(
        "## O1: Guests arrive\n- KR1: Queue of ten\n\n## Numbers\n\n| Metric | Target | 2031 goal |\n|---|---|---|\n| Guests | 9 | 10 |\n"
    )

    assert items_of(draft) == {"Guests arrive": ["Queue of ten"]}


LOST_ITS_LINE_ENDS = {
    "numbers": "Objective 1: Guests sleep well Key Results: 1. Noise complaints 9 to 2 2. 80 % rate beds 5 "
    "Objective 2: Staff can rest Key Results: 1. Night calls 4 to 1 2. Two free days a week",
    "bullets": "O1: Guests sleep well • Noise complaints 9 to 2 • 80 % rate beds 5 "
    "O2: Staff can rest • Night calls 4 to 1 • Two free days a week",
    "a line for the results": "Objective: Guests sleep well\nKey Results: (1) Noise complaints 9 to 2; (2) 80 % rate beds 5\n\n"
    "Objective: Staff can rest\nKey Results: (1) Night calls 4 to 1; (2) Two free days a week\n",
}


@pytest.mark.parametrize("form", LOST_ITS_LINE_ENDS)
def test_a_list_that_lost_its_line_ends_is_a_list_all_the_same(form: str) -> None:
    draft = draft_of(LOST_ITS_LINE_ENDS[form], "pasted")

    assert items_of(draft) == {
        "Guests sleep well": ["Noise complaints 9 to 2", "80 % rate beds 5"],
        "Staff can rest": ["Night calls 4 to 1", "Two free days a week"],
    }
    assert not draft.unplaced


COPIED = {
    "a web page": "OKRs Q3 – Front desk\nEdit | Comment | Share\n\nObjective 1: Guests sleep well\n• KR1:\u00a0Noise complaints 9 to 2\n"
    "•\u00a0KR2: 80 % rate beds 5\u200b\n◦ counted at the desk\n\nLast updated by Ann on 3 May | Like | Reply\n",
    "a page with characters that show nothing": "\ufeff# OKRs\n\n## \u200bO1: Guests sleep well\u200b\n"
    "-\u00a0KR1: Noise complaints 9 to 2\n"
    "-\u00a0KR2: 80 % rate beds 5\n",
    "a chat": "*O1: Guests sleep well*\n>KR1: Noise complaints 9 to 2\n>KR2: 80 % rate beds 5\n",
    "lists that fold": "▸ O1: Guests sleep well\n    ▸ KR1: Noise complaints 9 to 2\n    ▸ KR2: 80 % rate beds 5\n",
    "a mail": "Hi all,\n\nhere are our OKRs:\n\n1) Guests sleep well\n"
    "   - Noise complaints 9 to 2\n   - 80 % rate beds 5\n\nThanks,\nAnn\n",
}


@pytest.mark.parametrize("form", COPIED)
def test_drafts_copied_from_elsewhere(form: str) -> None:
    draft = draft_of(COPIED[form], "pasted")

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints 9 to 2", "80 % rate beds 5"]}
    assert draft.objectives[0].section == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We make sure that guests (1) sleep and (2) eat well",
        "Rooms cost 9 (1.5 a bed) and not 2) more",
        "Open floors 1. and 2. of the house",
        "Im 1. Quartal und im 2. Quartal schlafen Gäste gut",
    ],
)
def test_numbers_within_a_sentence_begin_no_items(sentence: str) -> None:
    assert items_of(draft_of(f"## O1: {sentence}\n- KR1: {sentence}\n")) == {sentence: [sentence]}
    assert items_of(draft_of(f"| Objective | Key Result |\n|---|---|\n| Guests | {sentence} |\n")) == {"Guests": [sentence]}
