from hypothesis import given
from hypothesis import strategies as st

from sparring.tui.editable import as_written, editable, place_in

HOSTILE = st.text(alphabet=st.sampled_from("ab \t\n\r\x0b\x0c\x1b\x00\x85\u2028\u202e\u200b\ud800é🙂"), max_size=60)


@given(HOSTILE)
def test_a_text_that_nobody_changed_is_written_as_it_was(text: str) -> None:
    assert as_written(text, editable(text)) == text


@given(HOSTILE, st.text(alphabet="xy\n", max_size=8), st.integers(0, 60))
def test_what_the_team_types_is_written_and_shown_again_as_typed(text: str, typed: str, place: int) -> None:
    shown = editable(text)
    edited = shown[:place] + typed + shown[place:]
    assert editable(as_written(text, edited)) == edited


@given(HOSTILE)
def test_nothing_that_moves_a_cursor_reaches_the_box(text: str) -> None:
    shown = editable(text)
    assert not set(shown) & set("\r\x0b\x0c\x1b\x00\x85\u2028\u202e")


def test_line_ends_stay_those_of_the_file_and_new_lines_get_the_usual_one() -> None:
    text = "# Q1\r\n- one\r\n- two\n- three"
    edited = editable(text).replace("- two", "- two, changed\n- new")
    assert as_written(text, edited) == "# Q1\r\n- one\r\n- two, changed\n- new\r\n- three"


def test_a_line_added_at_the_end_is_on_a_line_of_its_own() -> None:
    assert as_written("a\r\nb", "a\nb\nc") == "a\r\nb\r\nc"
    assert as_written("a\r\nb\r\n", "a\nb\nc\n") == "a\r\nb\r\nc\r\n"


def test_an_untouched_escape_on_a_changed_line_stays_an_escape() -> None:
    assert as_written("KR\x1b one", editable("KR\x1b one") + "!") == "KR\x1b one!"


def test_a_new_empty_line_after_a_lone_carriage_return_stays_a_line() -> None:
    assert editable(as_written("\ra\n", "\n\nxa\n")) == "\n\nxa\n"


def test_places_in_the_box_count_every_kind_of_line_end() -> None:
    text = "a\r\nbc\rd\nef"
    assert place_in(text, text.index("c")) == (1, 1)
    assert place_in(text, text.index("f")) == (3, 1)
    assert place_in(text, 0) == (0, 0)
