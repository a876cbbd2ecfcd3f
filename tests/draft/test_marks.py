"""What the team says of a line holds against the reader, and finds its line again."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.draft.marks import anchored, found_again, moved
from sparring.draft.model import Draft, LineMark
from sparring.draft.reading import read_again, read_draft
from sparring.text import Source

NOTES = """\
Minutes of the offsite

Parents plan the week together
most families share one list by March
10 families say they stopped arguing about it
Room was cold, coffee was fine
"""

DRAFT = """\
# Locker team

## Objective: Parcels reach people at any hour
- KR1: Lockers in use per week from 40 to 90
- KR2: Night pick-ups from 2% to 15%
- We met the city twice

## Objective: Couriers like our lockers
- KR1: Fill time from 9 to 4 minutes
"""


def read(text: str, *marks: tuple[int, str], name: str = "draft.md") -> Draft:
    return read_draft(Source(name, text), [LineMark(line, meaning) for line, meaning in marks])  # type: ignore[arg-type]


def shape(draft: Draft) -> list[tuple[str, list[str]]]:
    return [(o.text, [kr.text for kr in o.key_results]) for o in draft.objectives]


def test_a_text_in_which_nothing_was_found_is_read_as_its_lines_are_marked() -> None:
    assert read(NOTES, name="notes.txt").is_empty
    draft = read(NOTES, (3, "objective"), (4, "key_result"), (5, "key_result"), name="notes.txt")
    assert shape(draft) == [
        ("Parents plan the week together", ["most families share one list by March", "10 families say they stopped arguing about it"])
    ]


def test_a_line_that_was_read_as_a_key_result_can_be_a_note() -> None:
    text = DRAFT.replace("- We met", "- KR3: We met")
    assert "We met the city twice" in shape(read(text))[0][1]
    draft = read(text, (6, "note"))
    assert shape(draft)[0][1] == ["Lockers in use per week from 40 to 90", "Night pick-ups from 2% to 15%"]
    assert any("We met the city twice" in note.text for note in draft.notes)


def test_a_line_that_means_nothing_is_neither_item_nor_note() -> None:
    draft = read(DRAFT, (4, "nothing"))
    assert shape(draft)[0][1][0] == "Night pick-ups from 2% to 15%"
    assert not any("Lockers in use" in note.text for note in draft.notes)
    assert any("Lockers in use" in rest.text for rest in draft.unplaced)


def test_a_key_result_made_an_objective_takes_those_below_it() -> None:
    assert shape(read(DRAFT, (4, "objective")))[:2] == [
        ("Parcels reach people at any hour", []),
        ("Lockers in use per week from 40 to 90", shape(read(DRAFT))[0][1][1:]),
    ]


def test_an_objective_made_a_key_result_leaves_its_own_to_the_one_before() -> None:
    [only] = shape(read(DRAFT, (8, "key_result")))
    assert only[1][-2:] == ["Couriers like our lockers", "Fill time from 9 to 4 minutes"]


def test_an_objective_made_a_note_leaves_its_key_results_to_the_one_before() -> None:
    [only] = shape(read(DRAFT, (8, "note")))
    assert only[1][-1] == "Fill time from 9 to 4 minutes"


def test_the_rest_of_a_wrapped_item_can_be_an_item_of_its_own() -> None:
    text = "# Objective: Clear paths\n\n- KR1: People find the exit in 30 seconds\n  signs are read by nine of ten\n"
    assert len(shape(read(text))[0][1]) == 1
    draft = read(text, (4, "key_result"))
    assert shape(draft)[0][1] == ["People find the exit in 30 seconds", "signs are read by nine of ten"]


def test_a_marked_line_loses_bullet_label_and_emphasis() -> None:
    draft = read("Plan\n\nWe begin\n* **KR 4:** *Fewer* calls, 40 to 10\n", (3, "objective"), (4, "key_result"))
    [item] = draft.objectives[0].key_results
    assert (item.label, item.text) == ("KR 4", "Fewer calls, 40 to 10")


def test_a_line_of_data_is_read_by_its_value() -> None:
    draft = read(
        '{"plan": [\n  "Nurses trust the list",\n  {"text": "Asked twice a shift, now 9 times"}\n]}\n', (2, "objective"), name="a.json"
    )
    assert draft.objectives[0].text == "Nurses trust the list"


def test_a_mark_twice_is_the_same_as_once_and_lines_that_are_not_there_change_nothing() -> None:
    assert shape(read(DRAFT, (900, "objective"), (0, "note"))) == shape(read(DRAFT))
    assert shape(read(DRAFT, (4, "key_result"))) == shape(read(DRAFT))


def test_marks_find_their_lines_in_a_changed_text() -> None:
    old = Source("a.md", "one\ntwo\ntwo\nthree\n")
    marks = (LineMark(3, "note"), LineMark(4, "objective"), LineMark(1, "key_result"))
    new = Source("a.md", "zero\ntwo\nthree  \nnew\ntwo\n")
    assert moved(marks, old, new) == (LineMark(3, "objective"), LineMark(5, "note"))


def test_a_version_read_again_keeps_what_the_team_said() -> None:
    draft = read(NOTES, (3, "objective"), (4, "key_result"), name="notes.txt")
    again = read_again(draft, Source("notes.txt", "Date: Monday\n" + NOTES.replace("10 families", "12 families")))
    assert shape(again) == shape(draft)
    assert [mark.line for mark in again.marks] == [4, 5]


MEANINGS = st.sampled_from(["objective", "key_result", "note", "nothing"])


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.yaml", "a.json", "a.csv"])
@given(data=st.data())
def test_whatever_is_marked_nothing_of_the_text_is_lost(name: str, data: st.DataObject) -> None:
    text = data.draw(
        st.sampled_from(
            [DRAFT, NOTES, "O,KR\na,b\na,c\n", '{"objectives": [{"title": "x", "krs": ["y", "z"]}]}', "| O | KR |\n|-|-|\n| a | b |\n"]
        )
    )
    marks = data.draw(st.lists(st.builds(LineMark, st.integers(0, 12), MEANINGS), max_size=8))
    draft = read_draft(Source(name, text), marks)
    assert draft.regions[0].span.start == 0
    assert draft.regions[-1].span.end == len(text)
    assert all(one.span.end == other.span.start for one, other in pairwise(draft.regions))
    for item in draft.items():
        for segment in item.segments:
            if len(segment.text) == len(segment.source):
                assert segment.text.of(item.text) == segment.source.of(text)
    kept = anchored(draft.source, draft.marks)
    assert set(found_again(draft.source, kept)) == {
        LineMark(line, meaning) for line, meaning in {m.line: m.meaning for m in marks if 1 <= m.line <= draft.source.line_count}.items()
    }
