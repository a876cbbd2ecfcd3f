"""PDF files: sentences, lists, headings and tables found again, page by page."""

from collections.abc import Callable
from pathlib import Path

from sparring.documents.reading import read_document
from sparring.library.folder import open_library
from tests.documents.files import Pages, pdf

LONG = (
    "We sell to small shops that have no department for computers, because they need the help that large vendors never gave them. "
    "A shop is running within a day, and nobody there has to wait for an appointment with us."
)


def one(build: Callable[[Pages], None], path: Path) -> str:
    return read_document(pdf(path, [build])).text


def test_wrapped_lines_are_joined_and_lines_that_their_author_ended_are_not(tmp_path: Path) -> None:
    def build(page: Pages) -> None:
        page.heading("Where we play")
        page.prose(LONG)
        page.prose("No resellers.\nNo projects.")

    assert one(build, tmp_path / "s.pdf") == f"# Where we play\n\n{LONG}\n\nNo resellers.\n\nNo projects.\n"


def test_bullets_that_stand_apart_from_their_words_begin_items(tmp_path: Path) -> None:
    text = one(lambda page: page.points("Self-service before sales", LONG, "No resellers"), tmp_path / "s.pdf")
    assert text == f"- Self-service before sales\n- {LONG}\n- No resellers\n"


def test_a_ruled_table_is_a_table(tmp_path: Path) -> None:
    def build(page: Pages) -> None:
        page.prose("Before.")
        page.rows([["Objective", "Key result", "Target"], ["Grow", "Import success of new teams in the first week of use", "80 %"]])
        page.prose("After.")

    assert one(build, tmp_path / "s.pdf") == (
        "Before.\n\n| Objective | Key result | Target |\n| --- | --- | --- |\n"
        "| Grow | Import success of new teams in the first week of use | 80 % |\n\nAfter.\n"
    )


def test_a_word_broken_at_the_end_of_a_line_is_mended_only_where_the_document_shows_it_whole(tmp_path: Path) -> None:
    def build(page: Pages) -> None:
        page.prose("Our strat-\negy is simple, and we think long-\nterm about each cus-\ntomer.")
        page.prose("A word on strategy: the long-term plan stays.")

    assert one(build, tmp_path / "s.pdf") == (
        "Our strategy is simple, and we think long-term about each cus-tomer.\n\nA word on strategy: the long-term plan stays.\n"
    )


def test_headers_and_page_numbers_are_not_quoted_and_titles_that_differ_in_a_number_are_kept(tmp_path: Path) -> None:
    def page(number: int) -> Callable[[Pages], None]:
        def fill(made: Pages) -> None:
            made.heading(f"Objective {number}")
            made.prose(f"We sell to shop number {number} before all others.")

        return fill

    path = pdf(tmp_path / "s.pdf", [page(number) for number in range(1, 5)], head="Acme strategy 2026, confidential")
    source = read_document(path)
    assert "confidential" not in source.text
    assert "Page" not in source.text
    assert source.text.count("# Objective") == 4
    passages = open_library([path]).library.passages
    assert [(each.source, each.headings) for each in passages] == [(f"s.pdf, page {n}", (f"Objective {n}",)) for n in range(1, 5)]


def test_a_sentence_that_goes_on_overleaf_is_one(tmp_path: Path) -> None:
    path = pdf(tmp_path / "s.pdf", [lambda page: page.prose("We sell to small"), lambda page: page.prose("shops and to nobody else.")])
    assert [each.text for each in open_library([path]).library.passages] == ["We sell to small shops and to nobody else."]
