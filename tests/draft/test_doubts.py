"""When the reader is not sure, the team is asked; when it is, nobody is kept waiting."""

import pytest

from sparring.draft.doubts import doubts_about
from sparring.draft.reading import read_draft
from sparring.packaged import packaged
from sparring.text import Source, read_source

GOOD = """\
# Objective: Tenants report damage at once
- KR1: Reports within a day from 30% to 70%
- KR2: Calls to the office from 400 to 150 a month

# Objective: Craftsmen come once
- KR1: Second visits from 35% to 10%
"""


def said(text: str, name: str = "draft.md") -> list[str]:
    return [each.says for each in doubts_about(read_draft(Source(name, text)))]


@pytest.mark.parametrize("example", ["growth-squad", "city-library"])
def test_the_examples_raise_no_doubt(example: str) -> None:
    [draft] = (packaged("examples") / example).glob("draft.*")
    assert doubts_about(read_draft(read_source(draft))) == ()


def test_a_plain_draft_raises_no_doubt() -> None:
    assert said(GOOD) == []


def test_a_text_in_which_nothing_was_found_does() -> None:
    [says] = said("We met on Monday and talked about the garden.\n", "notes.txt")
    assert says.startswith("No objective and no key result was found.")


def test_key_results_without_an_objective_do() -> None:
    [doubt] = doubts_about(read_draft(Source("a.md", "- KR1: Reports within a day from 30% to 70%\n- KR2: Calls from 400 to 150\n")))
    assert "No objective was found" in doubt.says
    assert doubt.line == 1


def test_objectives_that_are_mostly_bare_do() -> None:
    text = (
        "Objective: Tenants report damage at once\n\nObjective: Craftsmen come once\n\n"
        "Objective: Nobody waits for an answer\n- KR1: Answers within a day: 30% to 70%\n"
    )
    assert any("2 of 3 objectives have no key result" in each for each in said(text))


def test_a_date_read_as_an_objective_does() -> None:
    assert any("seems to be a date" in each for each in said("Objective: Q3 2026\n- KR1: Reports within a day from 30% to 70%\n"))


def test_an_item_that_swallowed_a_page_does() -> None:
    text = GOOD + "- KR2: " + "and then the house was painted once more by everybody " * 12 + "\n"
    assert any("is very long" in each for each in said(text))


def test_listed_figures_that_were_passed_over_do() -> None:
    lost = "\n# Remarks\n" + "".join(f"- Visits on floor {n} from 40% to 1{n}%\n" for n in range(6))
    assert any("were taken for notes" in each for each in said(GOOD + lost))


def test_details_beneath_a_key_result_are_no_lost_items() -> None:
    below = "".join(f"    - week {n}: 4{n}%\n" for n in range(6))
    assert said(GOOD + below) == []


def test_a_mark_that_most_lines_begin_with_does() -> None:
    lines = "".join(f"- zz | from {n}0 visits to {n}5\n" for n in range(1, 7))
    assert any("begin with “zz |”" in each for each in said("# Objective: Tenants report damage at once\n" + lines))


def test_hostile_words_in_a_doubt_are_made_visible() -> None:
    lines = "".join(f"- a\u202eb - from {n}0 visits to {n}5\n" for n in range(1, 7))
    assert not any("\u202e" in each for each in said("# Objective: Tenants report damage at once\n" + lines))
