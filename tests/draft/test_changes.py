"""Two versions of one draft: what became of each item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.draft.changes import carry_keys, changes
from sparring.draft.model import Draft
from sparring.draft.wording import word_changes
from tests.draft.drafts import draft_of

OLD = """\
## O1: Guests find their way
- KR1: Lost guests fall from 9 to 3 a week
- KR2: Half of the guests use the map
- KR3: Complaints about signs stay below 2

## O2: Staff rest between shifts
- KR1: Night calls go from 4 to 1
"""


def kinds(old: Draft, new: Draft) -> list[tuple[str, str]]:
    return [(change.kind, (change.new or change.old).text) for change in changes(old, new) if (change.new or change.old) is not None]  # type: ignore[union-attr]


def keys(draft: Draft) -> dict[str, str]:
    return {item.text: item.key for item in draft.items()}


def test_an_unchanged_draft_is_the_same_item_by_item() -> None:
    assert {kind for kind, _ in kinds(draft_of(OLD), draft_of(OLD))} == {"same"}


def test_keys_survive_rewording_and_renumbering() -> None:
    old = draft_of(OLD)
    new = carry_keys(
        old,
        draft_of(
            OLD.replace("- KR1: Lost", "- KR1: Front desk answers in a minute\n- KR2: Lost")
            .replace("KR2: Half of the guests use", "KR3: Six in ten of the guests use")
            .replace("- KR3: Complaints about signs stay below 2\n", "")
        ),
    )
    before, after = keys(old), keys(new)

    assert after["Lost guests fall from 9 to 3 a week"] == before["Lost guests fall from 9 to 3 a week"]
    assert after["Six in ten of the guests use the map"] == before["Half of the guests use the map"]
    assert after["Front desk answers in a minute"] not in before.values()
    assert {text: kind for kind, text in kinds(old, new)} == {
        "Guests find their way": "same",
        "Front desk answers in a minute": "new",
        "Lost guests fall from 9 to 3 a week": "same",
        "Six in ten of the guests use the map": "reworded",
        "Staff rest between shifts": "same",
        "Night calls go from 4 to 1": "same",
        "Complaints about signs stay below 2": "gone",
    }


def test_regions_and_items_carry_the_same_keys() -> None:
    old = draft_of(OLD)
    new = carry_keys(old, draft_of(OLD.replace("## O1", "## O1: Kitchen is quick\n- KR1: Soup in 5 minutes\n\n## O1")))

    assert {region.key for region in new.regions if region.owner == "item"} == {item.key for item in new.items()}
    assert len({item.key for item in new.items()}) == len(list(new.items()))


def test_a_key_that_is_gone_is_not_given_out_again() -> None:
    old = draft_of(OLD)
    shorter = carry_keys(old, draft_of(OLD.replace("- KR3: Complaints about signs stay below 2\n", "")))
    gone = keys(old)["Complaints about signs stay below 2"]
    longer = carry_keys(shorter, draft_of(OLD.replace("Complaints about signs stay below 2", "Soup in 5 minutes")), used={gone})

    assert gone not in {item.key for item in longer.items()}


def test_a_key_result_under_another_objective_has_moved() -> None:
    line = "- KR2: Half of the guests use the map\n"
    new = draft_of(OLD.replace(line, "") + line)

    assert ("moved", "Half of the guests use the map") in kinds(draft_of(OLD), new)
    assert sum(kind == "moved" for kind, _ in kinds(draft_of(OLD), new)) == 1


def test_another_order_moves_as_few_items_as_it_can() -> None:
    first, second, third = OLD.splitlines(keepends=True)[1:4]
    new = draft_of(OLD.replace(first + second + third, third + first + second))

    assert [text for kind, text in kinds(draft_of(OLD), new) if kind == "moved"] == ["Complaints about signs stay below 2"]


def test_another_target_in_a_cell_counts_as_reworded() -> None:
    table = "| Objective | Key result | Target |\n|---|---|---|\n| Guests arrive | Queue of minutes | 10 |\n"

    assert ("reworded", "Queue of minutes") in kinds(draft_of(table), draft_of(table.replace("10", "8")))


def test_a_gap_that_was_filled_keeps_its_key() -> None:
    old = draft_of("## O1: Guests arrive\n- KR1:\n- KR2: Keys work\n")
    new = carry_keys(old, draft_of("## O1: Guests arrive\n- KR1: Queue of ten minutes\n- KR2: Keys work\n"))

    assert [item.key for item in new.items()] == ["k1", "k2", "k3"]
    assert [change.kind for change in changes(old, new)] == ["same", "reworded", "same"]


def test_the_words_that_changed_are_shown_as_spans() -> None:
    old, new = "Lost guests fall from 9 to 3 a week", "Lost guests fall from 12 to 3 each week"
    shown = [(change.kind, change.old.of(old), change.new.of(new)) for change in word_changes(old, new) if change.kind != "equal"]

    assert shown == [("replaced", "9", "12"), ("replaced", "a", "each")]


@pytest.mark.parametrize(("old", "new"), [("", "a b"), ("a b", ""), ("", ""), ("客人到了", "客人还没到")])
def test_empty_texts_and_texts_without_spaces_have_a_diff(old: str, new: str) -> None:
    found = word_changes(old, new)

    assert "".join(change.old.of(old) for change in found) == old
    assert "".join(change.new.of(new) for change in found) == new


@given(old=st.text(max_size=60), new=st.text(max_size=60))
def test_a_diff_covers_both_texts(old: str, new: str) -> None:
    found = word_changes(old, new)

    assert ("".join(change.old.of(old) for change in found), "".join(change.new.of(new) for change in found)) == (old, new)


LINES = st.lists(
    st.sampled_from(
        [
            "## O1: Guests arrive",
            "## O2: Staff rest",
            "## Kitchen",
            "- KR1: Queue of ten",
            "- KR2: Keys work",
            "- KR: Queue of nine",
            "- KR1:",
        ]
    ),
    max_size=10,
)


@given(old=LINES, new=LINES)
def test_every_item_of_both_versions_is_accounted_for_once(old: list[str], new: list[str]) -> None:
    before, after = draft_of("\n".join(old)), draft_of("\n".join(new))
    carried = carry_keys(before, after)
    found = changes(before, carried)

    assert sorted(change.old.key for change in found if change.old) == sorted(item.key for item in before.items())
    assert [change.new.key for change in found if change.new] == [item.key for item in carried.items()]
    assert all(change.old.key == change.new.key for change in found if change.old and change.new)


LONG = "guests who ask at the desk " * 400


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (LONG, LONG, ["equal"]),
        (LONG + "a", LONG + "b", ["equal", "replaced"]),
        ("then " + LONG, LONG, ["deleted", "equal"]),
        (LONG, LONG + "twice", ["equal", "inserted"]),
        (LONG + "x " + LONG, LONG + "y " + LONG, ["equal", "replaced", "equal"]),
    ],
)
def test_very_long_texts_have_a_diff_that_covers_both(old: str, new: str, kinds: list[str]) -> None:
    found = word_changes(old, new)

    assert [change.kind for change in found] == kinds
    assert ("".join(change.old.of(old) for change in found), "".join(change.new.of(new) for change in found)) == (old, new)
