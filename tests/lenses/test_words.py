"""Word lists: what coaches may write in them, and what is found where."""

from pathlib import Path

import pytest

from sparring.lenses.errors import LensError
from sparring.lenses.words import LARGEST_LIST, Vocabulary, WordList, WordLists
from sparring.text import Span


def found(entries: str, text: str, *, opening: int = 0) -> list[str]:
    spans = Vocabulary(WordList.of("list", entries)).find(text, openings=(opening,)).get("list", ())
    return [span.of(text) for span in spans]


def test_a_phrase_is_found_as_it_stands_whatever_its_case() -> None:
    assert found("net revenue", "Raise Net  Revenue soon") == ["Net  Revenue"]


def test_a_hyphen_is_a_space() -> None:
    assert found("sign up", "More sign-ups, one Sign-up, signup") == ["Sign-up"]


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert found("built in", "It was built. In March we rest") == []


def test_whole_words_only() -> None:
    assert found("arr", "The arrival of an arr figure") == ["arr"]


def test_a_star_stands_for_the_rest_of_a_word_on_either_side() -> None:
    assert found("launch*\n*quote", "Launches heben die Kündigungsquote") == ["Launches", "Kündigungsquote"]


def test_a_star_of_its_own_stands_for_a_few_words() -> None:
    assert found("bring * live", "Bring the new tariff live") == ["Bring the new tariff live"]
    assert found("bring * live", "Bring one two three four five six live") == []


def test_a_roof_asks_for_the_beginning() -> None:
    assert found("^launch", "Launch the launch") == ["Launch"]
    assert found("^launch", "We launch it", opening=1) == ["launch"]
    assert found("^launch", "A launch") == []


def test_the_longest_phrase_at_a_word_wins() -> None:
    assert found("churn\nchurn rate", "Churn rate falls") == ["Churn rate"]


def test_scripts_without_spaces_are_found_anywhere() -> None:
    assert found("用户", "提升用户数量") == ["用户"]


def test_letters_that_change_their_length_in_lower_case_do_not_shift_what_is_quoted() -> None:
    assert found("launch", "İİİ launch") == ["launch"]


def test_comments_and_blank_lines_mean_nothing() -> None:
    assert found("# a note\n\nshipped # in any form\n", "note: shipped") == ["shipped"]


def test_all_lists_of_a_language_are_searched_in_one_pass() -> None:
    vocabulary = Vocabulary(WordList.of("more", "raise"), WordList.of("money", "revenue"))
    assert vocabulary.find("Raise revenue") == {"more": (Span(0, 5),), "money": (Span(6, 13),)}


def folder_with(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / "en").mkdir(parents=True, exist_ok=True)
    (tmp_path / "en" / name).write_bytes(data)
    return tmp_path


def test_a_list_of_an_earlier_folder_stands_in_for_one_of_a_later(tmp_path: Path) -> None:
    ours = folder_with(tmp_path / "ours", "more.txt", b"lift")
    theirs = folder_with(tmp_path / "theirs", "more.txt", b"raise")
    folder_with(theirs, "less.txt", b"cut")
    vocabulary = WordLists(ours, theirs).of("en")
    assert vocabulary.find("lift, raise, cut") == {"more": (Span(0, 4),), "less": (Span(13, 16),)}


def test_a_language_without_lists_finds_nothing(tmp_path: Path) -> None:
    lists = WordLists(folder_with(tmp_path, "more.txt", b"raise"))
    assert "more" not in lists.of("tr")
    assert lists.of("../en").find("raise") == {}


@pytest.mark.parametrize(("data", "said"), [(b"\xff\xfe\x00raise", "UTF-8"), (b"word\n" * (LARGEST_LIST // 4), "larger")])
def test_a_list_that_is_none_is_named_with_what_to_do(tmp_path: Path, data: bytes, said: str) -> None:
    folder = folder_with(tmp_path, "more.txt", data)
    with pytest.raises(LensError, match=rf"en/more\.txt.*{said}"):
        WordLists(folder)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("raise")
    (tmp_path / "pack" / "en").mkdir(parents=True)
    (tmp_path / "pack" / "en" / "more.txt").symlink_to(secret)
    with pytest.raises(LensError, match="link"):
        WordLists(tmp_path / "pack")
