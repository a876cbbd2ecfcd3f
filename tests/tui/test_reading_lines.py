"""What each line of a draft is shown as, which lines are alike, and how long lines are laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sparring.draft.model import LineMark
from sparring.draft.reading import read_draft
from sparring.text import Source
from sparring.tui.reading.alike import alike
from sparring.tui.reading.lines_read import Understanding, understanding_of
from sparring.tui.reading.rows import Rows, breaks_of, expanded, moved

DRAFT = """\
# Locker squad

## Objective: Parcels leave on the day

- KR1: Pickups from 40%
  to 60%
- KR2:
  - Owner: Anna
"""


def seen(understanding: Understanding) -> list[tuple[str, str]]:
    count = understanding.draft.source.line_count
    return [(read.seen, read.id) for read in map(understanding.line, range(1, count + 1)) if read.seen != "blank"]


def test_each_line_is_what_it_was_read_as() -> None:
    assert seen(understanding_of(Source("okrs.md", DRAFT), ())) == [
        ("heading", ""),
        ("objective", "O1"),
        ("key_result", "O1.KR1"),
        ("more", ""),
        ("key_result", "O1.KR2"),
        ("field", ""),
    ]


def test_an_item_of_several_lines_has_a_bracket_over_them() -> None:
    understanding = understanding_of(Source("okrs.md", DRAFT), ())
    assert [understanding.line(number).bracket for number in (4, 5, 6, 7)] == ["", "first", "last", ""]


def test_lines_that_the_team_calls_nothing_are_no_longer_unclear() -> None:
    source = Source("minutes.txt", "Present: all\nWe talked about lockers\n\nO1: Parcels leave\nKR1: from 4 to 6\n")
    before = understanding_of(source, ())
    marked = understanding_of(source, (LineMark(1, "nothing"), LineMark(2, "nothing")))
    assert marked.line(1).seen == marked.line(2).seen == "nothing"
    assert marked.unclear == ()
    assert set(marked.unclear) <= set(before.unclear)


def test_a_line_with_several_items_tells_how_many_more_begin_on_it() -> None:
    understanding = understanding_of(Source("okrs.json", '{"objective": "Win", "key_results": ["Share 4 to 6", "Stock 1 to 2"]}'), ())
    read = understanding.line(1)
    assert (read.seen, read.id, read.beside) == ("objective", "O1", 2)


@given(st.text(alphabet=st.sampled_from('ab 1-#|:\t\n\r"{}[]*KRO.é客'), max_size=120))
def test_the_pieces_of_every_line_are_the_whole_line(text: str) -> None:
    source = Source("draft.md", text)
    understanding = understanding_of(source, ())
    for line in range(1, source.line_count + 1):
        pieces = understanding.line(line).pieces
        assert [piece.end for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]
        assert sum(piece.end - piece.start for piece in pieces) == len(source.line_span(line))


@pytest.mark.parametrize(
    ("name", "text", "line", "found"),
    [
        ("d.md", "# A\n\n- one\n- two\n  - deeper\n- three\n\n# B\n- four\n", 3, (3, 4, 6)),
        ("d.md", "# T\n## A\n- one\n## B\n- two\n# U\n## C\n", 2, (2, 4)),
        ("d.txt", "Aim one\n- a\n- b\nAim two\n- c\n", 1, (1, 4)),
        ("d.txt", "O1: Aim\nKR1: a\nKR2: b\nO2: Aim\nKR1: c\n", 2, (2, 3, 5)),
        ("d.txt", "1. a\n2. b\n* c\n3. d\n", 1, (1, 2, 4)),
        ("d.md", "- [x] a\n- [ ] b\n* c\n", 1, (1, 2)),
        ("d.md", "| Goal |\n|---|\n| a |\n| b |\n\n| c |\n", 3, (3, 4)),
        ("d.yaml", "objectives:\n- title: A\n  krs:\n  - a\n  - b\n- title: B\n  krs:\n  - c\n", 2, (2, 6)),
        ("d.yaml", "objectives:\n- title: A\n  krs:\n  - a\n  - b\n- title: B\n  krs:\n  - c\n", 4, (4, 5)),
        ("d.json", '{"objectives": [\n {\n  "title": "A",\n  "note": "x"\n },\n {\n  "title": "B"\n }\n]}', 3, (3, 7)),
        ("d.csv", "Objective,Key Result\nA,one\nA,two\n", 2, (2, 3)),
    ],
    ids=["bullets", "headings", "plain", "labels", "numbers", "boxes", "table", "yaml names", "yaml list", "json names", "rows"],
)
def test_lines_alike_are_found_up_to_a_line_of_less_depth(name: str, text: str, line: int, found: tuple[int, ...]) -> None:
    assert alike(read_draft(Source(name, text)), line) == found


@given(st.text(max_size=200), st.integers(2, 40))
def test_rows_hold_all_of_a_line_and_none_is_too_wide(text: str, width: int) -> None:
    source = Source("d.txt", text)
    rows = Rows(source, width)
    for line in range(1, source.line_count + 1):
        shown, _ = expanded(source, line)
        parts = [rows.part(line, nth) for nth in range(len(rows.rows_of(line)))]
        assert "".join(shown[start:end] for start, end in parts) == shown
        assert all(sum(map(cell_len, shown[start:end])) <= width for start, end in parts)
        assert rows.line_at(rows.rows_of(line).start) == (line, 0)


def test_a_row_ends_behind_a_space_where_there_is_one_and_a_tab_is_widened() -> None:
    assert breaks_of("aaaa bbb cccc", 9) == (0, 9)
    assert breaks_of("aaaaaaaaaaaa", 5) == (0, 5, 10)
    shown, tabs = expanded(Source("d.txt", "a\tb\x1b[31m\n"), 1)
    assert shown == "a    b␛[31m"
    assert shown[moved(2, tabs)] == "b"
