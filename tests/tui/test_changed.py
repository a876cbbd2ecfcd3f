from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from sparring.draft.changes import changes
from sparring.tui.changed import IN, OUT, change_lines, difference
from tests.draft.drafts import draft_of


def parts(content: Content, style: str) -> list[str]:
    return [content.plain[span.start : span.end] for span in content.spans if span.style == style]


def test_a_changed_phrase_is_struck_and_set_in_as_a_whole() -> None:
    shown = difference("Increase activation rate by 20%", "Increase import success to 80%")
    assert parts(shown, OUT) == ["activation rate by 20"]
    assert parts(shown, IN) == ["import success to 80"]


def test_words_that_were_only_added_strike_nothing() -> None:
    shown = difference("Reach NPS of 45", "Reach an NPS of 45 in the survey")
    assert parts(shown, OUT) == []
    assert "".join(parts(shown, IN)).split() == ["an", "in", "the", "survey"]


def test_a_line_written_anew_stands_whole_beneath_the_old_one() -> None:
    shown = difference("Publish twelve posts in the blog", "Organic signups from readers grow from 200 to 500")
    assert shown.plain == "Publish twelve posts in the blog\nOrganic signups from readers grow from 200 to 500"
    assert parts(shown, OUT) == ["Publish twelve posts in the blog"]


@given(st.text(alphabet="ab %\n\x1b", min_size=1, max_size=30), st.text(alphabet="ab %\n\x1b", min_size=1, max_size=30))
def test_no_word_of_either_version_is_missing(old: str, new: str) -> None:
    plain = difference(old, new).plain
    for letter in "ab%":
        assert plain.count(letter) >= max(old.count(letter), new.count(letter))
    assert "\x1b" not in plain


TABLE = "| Objective | Key result | Target |\n|---|---|---|\n| Guests arrive | Minutes in the queue | 10 |\n"


def test_another_target_beside_the_same_words_is_shown() -> None:
    found = changes(draft_of(TABLE), draft_of(TABLE.replace("10", "8")))
    shown = change_lines(found[1])

    assert parts(shown, OUT) == ["target 10"]
    assert parts(shown, IN) == ["target 8"]
