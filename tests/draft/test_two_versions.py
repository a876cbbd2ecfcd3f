"""Edits as a team makes them, and what the diff says became of each line."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.draft.changes import Change, carry_keys, changes
from sparring.draft.model import Draft
from tests.draft.drafts import draft_of

DRAFT = """\
## O1: Guests find their way
- KR1: Lost guests fall from 9 to 3 a week
- KR2: Half of the guests use the map
- KR3: Complaints about signs stay below 2

## O2: Staff rest between shifts
- KR1: Night calls go from 4 to 1
- KR2: Every shift ends with a free hour
"""


def became(before: str, after: str, name: str = "draft.md", new_name: str = "") -> list[tuple[str, str, str]]:
    """Kind, id before and id after of what did not stay the same."""
    found = changes(draft_of(before, name), draft_of(after, new_name or name))
    return [(each.kind, each.old.id if each.old else "", each.new.id if each.new else "") for each in found if each.kind != "same"]


def test_new_numbers_alone_change_nothing() -> None:
    assert became(DRAFT, DRAFT.replace("KR3", "KR7").replace("O2", "O5").replace("KR1", "KR4")) == []


def test_a_line_put_in_front_moves_and_rewords_nobody() -> None:
    after = DRAFT.replace("- KR2: H", "- KR3: H").replace("- KR1: Lost", "- KR1: The desk answers in a minute\n- KR2: Lost")

    assert became(DRAFT, after) == [("new", "", "O1.KR1")]


def test_objectives_that_change_places_take_their_key_results_along() -> None:
    first, second = DRAFT.split("\n\n")
    found = became(DRAFT, f"{second}\n{first}\n".replace("O2", "O0").replace("O1", "O2").replace("O0", "O1"))

    assert [kind for kind, _, _ in found] == ["moved"]
    assert all("." not in place for _, *places in found for place in places)


def test_a_key_result_under_another_objective_has_moved() -> None:
    line = "- KR3: Complaints about signs stay below 2\n"

    assert became(DRAFT, DRAFT.replace(line, "") + line) == [("moved", "O1.KR3", "O2.KR3")]


def test_a_key_result_moved_and_reworded_keeps_its_key() -> None:
    line = "- KR3: Complaints about signs stay below 2\n"
    after = DRAFT.replace(line, "") + "- KR3: Complaints about signs stay below 1 a week\n"

    assert became(DRAFT, after) == [("reworded", "O1.KR3", "O2.KR3")]


def test_of_a_split_line_one_half_is_the_old_one() -> None:
    before = DRAFT.replace("Half of the guests use the map", "Half of the guests use the map and every room has a sign")
    after = before.replace(" and every room has a sign\n", "\n- KR4: Every room has a sign\n")

    assert sorted(kind for kind, _, _ in became(before, after)) == ["new", "reworded"]


def test_of_merged_lines_one_is_gone() -> None:
    after = DRAFT.replace("- KR3: Complaints about signs stay below 2\n", "").replace(
        "Half of the guests use the map", "Half of the guests use the map and complaints about signs stay below 2"
    )

    assert sorted(kind for kind, _, _ in became(DRAFT, after)) == ["gone", "reworded"]


REWRITTEN = {
    "an output that became an outcome": ("Launch the new onboarding flow", "60% of new users complete onboarding within a day"),
    "fewer words": ("We will make sure that half of all of our guests use the map", "Half of the guests use the map"),
    "German": ("Wir veröffentlichen zwölf Beiträge im Firmenblog", "Anmeldungen über den Firmenblog steigen von 20 auf 80"),
    "Chinese": ("举办十场客户培训", "培训后的客户投诉从20降到5"),
}


@pytest.mark.parametrize("case", REWRITTEN)
def test_a_line_rewritten_in_its_place_is_the_same_line(case: str) -> None:
    before, after = REWRITTEN[case]

    assert became(f"## O1: Grow\n- {before}\n- Keys work\n", f"## O1: Grow\n- {after}\n- Keys work\n") == [("reworded", "O1.KR1", "O1.KR1")]


REPLACED = {
    "same number": ("Launch the new onboarding flow", "Cut churn among small accounts from 5% to 3%"),
    "same frame": ("Hire three engineers by June", "The site is back within an hour"),
    "Chinese": ("举办十场客户培训", "页面加载时间降到2秒"),
}


@pytest.mark.parametrize("case", REPLACED)
def test_another_idea_in_the_same_place_is_a_new_line(case: str) -> None:
    before, after = REPLACED[case]

    assert became(f"## O1: Grow\n- KR1: {before}\n- KR2: Keys work\n", f"## O1: Grow\n- KR1: {after}\n- KR2: Keys work\n") == [
        ("new", "", "O1.KR1"),
        ("gone", "O1.KR1", ""),
    ]


def test_an_objective_said_anew_over_the_same_key_results_is_the_same_objective() -> None:
    assert became(DRAFT, DRAFT.replace("Guests find their way", "Nobody asks at the desk twice")) == [("reworded", "O1", "O1")]


def test_an_objective_put_in_the_place_of_another_is_new() -> None:
    first, second = DRAFT.split("\n\n")
    found = became(DRAFT, f"{first}\n\n## O2: Kitchen is quick\n- KR1: Soup in five minutes\n- KR2: No plate comes back\n")

    assert sorted(kind for kind, _, _ in found) == ["gone"] * 3 + ["new"] * 3
    assert second


def test_lines_with_the_same_words_are_told_apart_by_their_objective() -> None:
    before = "## O1: Guests\n- Score of 9\n- Queue of ten\n\n## O2: Staff\n- Score of 9\n"

    assert became(before, before.replace("## O2: Staff\n- Score of 9\n", "## O2: Staff\n- Rest of an hour\n")) == [
        ("new", "", "O2.KR1"),
        ("gone", "O2.KR1", ""),
    ]


TABLE = """\
| Objective | Key result | Target | Owner | Status |
|---|---|---|---|---|
| Guests find their way | Guests who use the map | 40 % | Ann | on track |
| | Lost guests a week | 3 | Bo | open |
"""


def test_the_same_words_in_a_table_are_the_same() -> None:
    after = "| Objective | Key result |\n|---|---|\n" + "".join(
        f"| {objective} | {result} |\n"
        for objective, result in (
            ("Guests find their way", "Lost guests fall from 9 to 3 a week"),
            ("", "Half of the guests use the map"),
            ("", "Complaints about signs stay below 2"),
            ("Staff rest between shifts", "Night calls go from 4 to 1"),
            ("", "Every shift ends with a free hour"),
        )
    )

    assert became(DRAFT, after) == []


def test_another_target_in_a_cell_changes_its_key_result() -> None:
    assert became(TABLE, TABLE.replace("40 %", "60 %")) == [("reworded", "O1.KR1", "O1.KR1")]


@pytest.mark.parametrize(("old", "new"), [("Ann", "Cem"), ("on track", "done"), ("40 %", "40%")])
def test_another_owner_or_status_changes_no_key_result(old: str, new: str) -> None:
    assert became(TABLE, TABLE.replace(old, new)) == []


@pytest.mark.parametrize(
    "after",
    [
        "half of the guests use the map",
        "Half of the guests use the map.",
        "**Half** of the guests  use the map!",
        "“Half” of the guests – use the map",
    ],
)
def test_typography_is_no_change(after: str) -> None:
    assert became(DRAFT, DRAFT.replace("Half of the guests use the map", after)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Queue of 10 minutes", "Queue of 10 minutes?"),
        ("Queue < 10 minutes", "Queue > 10 minutes"),
        ("Growth of 1.5 %", "Growth of 15 %"),
        ("Growth of 5 %", "Growth of -5 %"),
        ("Growth of 5 %", "Growth of 5"),
    ],
)
def test_a_sign_that_changes_a_promise_is_a_change(before: str, after: str) -> None:
    assert became(f"## O1: Grow\n- KR1: {before}\n", f"## O1: Grow\n- KR1: {after}\n") == [("reworded", "O1.KR1", "O1.KR1")]


def test_a_gap_that_was_filled_is_the_same_line() -> None:
    before = DRAFT.replace("Half of the guests use the map", "")
    old, new = draft_of(before), draft_of(DRAFT)

    assert became(before, DRAFT) == [("reworded", "O1.KR2", "O1.KR2")]
    assert [item.key for item in carry_keys(old, new).items()] == [item.key for item in old.items()]


def test_a_translated_draft_keeps_its_keys() -> None:
    german = """\
## O1: Die Gäste finden sich bei uns zurecht
- KR1: Die Zahl der verirrten Gäste sinkt von 9 auf 3 in der Woche
- KR2: Die Hälfte der Gäste nutzt den Plan
- KR3: Die Beschwerden über die Schilder bleiben unter 2

## O2: Das Personal ruht sich zwischen den Schichten aus
- KR1: Die Anrufe in der Nacht gehen von 4 auf 1 zurück
- KR2: Jede Schicht endet mit einer freien Stunde
"""
    old, new = draft_of(DRAFT), draft_of(german)

    assert {change.kind for change in changes(old, new)} == {"reworded"}
    assert [item.key for item in carry_keys(old, new).items()] == [item.key for item in old.items()]


@pytest.mark.parametrize("count", [30, 500])
def test_a_numbered_line_finds_its_own_place_however_many_objectives_there_are(count: int) -> None:
    before = "".join(f"## O{number}: Aim {number}\n- KR1: Launch the onboarding of part {number}\n" for number in range(count))
    after = before.replace(f"Launch the onboarding of part {count - 1}\n", "Most people finish the onboarding unaided\n")

    assert became(before, after) == [("reworded", f"O{count}.KR1", f"O{count}.KR1")]


AIMS = ("Guests arrive", "Staff rest", "Kitchen is quick", "")
RESULTS = ("Queue of ten", "Queue of nine", "Queue of ten minutes at the desk", "Keys work", "Soup in 5 minutes", "Night calls: 4", "")
DRAFTS = st.lists(st.tuples(st.sampled_from(AIMS), st.lists(st.sampled_from(RESULTS), max_size=4)), max_size=4)
Aims = list[tuple[str, list[str]]]


def written(aims: Aims, *, labels: bool = True) -> str:
    return "".join(
        f"## Objective{f' {number}' if labels else ''}: {aim}\n"
        + "".join(f"- KR{at if labels else ''}: {each}\n" for at, each in enumerate(results, 1))
        for number, (aim, results) in enumerate(aims, 1)
    )


def pairs(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return sorted((each.kind, each.old.text if each.old else "", each.new.text if each.new else "") for each in found)


@given(aims=DRAFTS, labels=st.booleans())
@settings(deadline=None, max_examples=60)
def test_a_draft_compared_with_itself_is_the_same_throughout(aims: Aims, labels: bool) -> None:
    draft = draft_of(written(aims, labels=labels))

    assert {each.kind for each in changes(draft, draft)} <= {"same"}


@given(old=DRAFTS, new=DRAFTS, labels=st.booleans())
@settings(deadline=None, max_examples=150)
def test_the_other_way_round_new_and_gone_change_places_and_nothing_else(old: Aims, new: Aims, labels: bool) -> None:
    before, after = draft_of(written(old, labels=labels)), draft_of(written(new, labels=labels))
    turned = {"new": "gone", "gone": "new"}

    there, back = pairs(changes(before, after)), pairs(changes(after, before))
    assert there == sorted((turned.get(kind, kind), new_text, old_text) for kind, old_text, new_text in back)


@given(aims=DRAFTS, labels=st.booleans(), data=st.data())
@settings(deadline=None, max_examples=100)
def test_another_order_only_moves(aims: Aims, labels: bool, data: st.DataObject) -> None:
    before = draft_of(written(aims, labels=labels))
    shuffled = tuple(
        replace(objective, key_results=tuple(data.draw(st.permutations(objective.key_results))))
        for objective in data.draw(st.permutations(before.objectives))
    )

    assert {each.kind for each in changes(before, replace(before, objectives=shuffled))} <= {"same", "moved"}


@given(old=DRAFTS, new=DRAFTS)
@settings(deadline=None, max_examples=100)
def test_every_item_is_accounted_for_once_and_every_key_is_given_once(old: Aims, new: Aims) -> None:
    before = draft_of(written(old))
    after = carry_keys(before, draft_of(written(new)))
    found = changes(before, after)

    assert sorted(each.old.key for each in found if each.old) == sorted(item.key for item in before.items())
    assert [each.new.key for each in found if each.new] == [item.key for item in after.items()]
    assert len(set(keys_of(after))) == len(keys_of(after))
    assert all(each.old.key == each.new.key for each in found if each.old and each.new)


def keys_of(draft: Draft) -> list[str]:
    return [item.key for item in draft.items()]
