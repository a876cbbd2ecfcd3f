"""Drafts in Word and PowerPoint files."""

from pathlib import Path
from typing import Any

import pytest

from sparring.documents.reading import read_document
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from tests.documents.files import document, presentation, titled, with_boxes, with_table

TABLE = [["Key Result", "Baseline", "Target"], ["Churn a month", "3.5 %", "2 %"]]


def shape(draft: Draft) -> list[tuple[str, list[str]]]:
    return [(each.text, [kr.text for kr in each.key_results]) for each in draft.objectives]


def test_a_word_draft_keeps_headings_lists_and_tables(tmp_path: Path) -> None:
    def build(made: Any) -> None:
        made.add_heading("Growth squad", 0)
        made.add_heading("Objective 1: New teams recommend us", 1)
        made.add_paragraph("Import success from 61% to 80%", style="List Bullet")
        made.add_paragraph("only teams below 20", style="List Bullet 2")
        made.add_paragraph("NPS from 23 to 40", style="List Bullet")
        made.add_heading("Objective 2: Renewals are boring", 1)
        table = made.add_table(rows=0, cols=3)
        for row in TABLE:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    source = read_document(document(tmp_path / "draft.docx", build))
    assert "- Import success from 61% to 80%\n    - only teams below 20\n- NPS from 23 to 40\n" in source.text
    draft = read_draft(source)
    assert shape(draft) == [
        ("New teams recommend us", ["Import success from 61% to 80%", "NPS from 23 to 40"]),
        ("Renewals are boring", ["Churn a month"]),
    ]
    last = draft.objectives[-1].key_results[0]
    assert (last.baseline, last.target) == ("3.5 %", "2 %")


def test_a_word_draft_of_bold_lines_and_typed_bullets_is_read_too(tmp_path: Path) -> None:
    def build(made: Any) -> None:
        for title, points in (
            ("Objective 1: New teams recommend us", ["Import success from 61% to 80%"]),
            ("Objective 2: Calm", ["No pages"]),
        ):
            made.add_paragraph().add_run(title).bold = True
            for point in points:
                made.add_paragraph(f"•\t{point}")

    assert shape(read_draft(read_document(document(tmp_path / "draft.docx", build)))) == [
        ("New teams recommend us", ["Import success from 61% to 80%"]),
        ("Calm", ["No pages"]),
    ]


def test_what_is_struck_out_stays_marked_and_what_shows_nothing_is_gone(tmp_path: Path) -> None:
    def build(made: Any) -> None:
        paragraph = made.add_paragraph(style="List Bullet")
        paragraph.add_run("NPS from 23\u00a0to 40\u200b")
        made.add_paragraph(style="List Bullet").add_run("Churn to zero").font.strike = True

    assert read_document(document(tmp_path / "draft.docx", build)).text == "- NPS from 23 to 40\n- ~~Churn to zero~~\n"


def test_a_presentation_has_a_heading_for_each_slide_and_nested_points(tmp_path: Path) -> None:
    slides = [
        titled("Objective 1: New teams recommend us", (0, "Import success from 61% to 80%"), (1, "below 20"), (0, "NPS from 23 to 40")),
        with_table("Objective 2: Renewals\vare boring", TABLE),
    ]
    source = read_document(presentation(tmp_path / "draft.pptx", slides))
    assert [place.name for place in source.places] == ["slide 1", "slide 2"]
    assert "- Import success from 61% to 80%\n    - below 20\n- NPS from 23 to 40\n" in source.text
    assert shape(read_draft(source)) == [
        ("New teams recommend us", ["Import success from 61% to 80%", "NPS from 23 to 40"]),
        ("Renewals are boring", ["Churn a month"]),
    ]


def test_loose_boxes_are_read_from_the_top_and_side_by_side(tmp_path: Path) -> None:
    slide = with_boxes((5, 2.05, "Second"), (0.5, 4, "Third"), (0.5, 2, "First"), (1, 0.3, "Where we play"))
    assert read_document(presentation(tmp_path / "s.pptx", [slide])).text == "# Where we play\n\nFirst\n\nSecond\n\nThird\n"


def test_objectives_side_by_side_keep_their_own_key_results(tmp_path: Path) -> None:
    slide = with_boxes(
        (0.5, 0.3, "OKRs Q1"),
        (0.5, 1.5, "Objective 1: New teams recommend us"),
        (5, 1.5, "Objective 2: Renewals are boring"),
        (0.5, 2.5, "KR1: Import success from 61% to 80%\nKR2: NPS from 23 to 40"),
        (5, 2.5, "KR1: Churn from 3% to 2%"),
    )
    assert shape(read_draft(read_document(presentation(tmp_path / "s.pptx", [slide])))) == [
        ("New teams recommend us", ["Import success from 61% to 80%", "NPS from 23 to 40"]),
        ("Renewals are boring", ["Churn from 3% to 2%"]),
    ]


def test_a_form_for_each_objective_is_read(tmp_path: Path) -> None:
    forms = (
        [
            ("Objective", "New teams recommend us"),
            ("Key result 1", "Import success from 61% to 80%"),
            ("Key result 2", "NPS from 23 to 40"),
        ],
        [("Objective", "Renewals are boring"), ("Key results", "Churn from 3% to 2%\nCalls from 10 to 3")],
    )

    def build(made: Any) -> None:
        for form in forms:
            table = made.add_table(rows=0, cols=2)
            for pair in form:
                for cell, text in zip(table.add_row().cells, pair, strict=True):
                    cell.text = text
            made.add_paragraph()

    assert shape(read_draft(read_document(document(tmp_path / "draft.docx", build)))) == [
        ("New teams recommend us", ["Import success from 61% to 80%", "NPS from 23 to 40"]),
        ("Renewals are boring", ["Churn from 3% to 2%", "Calls from 10 to 3"]),
    ]


def test_notes_hidden_slides_and_footers_are_not_read(tmp_path: Path) -> None:
    def hidden(made: Any) -> None:
        titled("An old idea", (0, "Sell to everybody"))(made)
        made.slides[-1]._element.set("show", "0")

    def noted(made: Any) -> None:
        titled("Where we play", (0, "Small shops"))(made)
        made.slides[-1].notes_slide.notes_text_frame.text = "Say this slowly"

    footers = [
        with_boxes((1, 0.3, f"Part {name}"), (1, 2, f"We say {name}"), (1, 7, "Acme, confidential")) for name in ("one", "two", "three")
    ]
    text = read_document(presentation(tmp_path / "s.pptx", [hidden, noted, *footers])).text
    assert "Small shops" in text
    for unsaid in ("Sell to everybody", "Say this slowly", "confidential"):
        assert unsaid not in text


def test_a_word_document_is_known_by_what_it_holds_whatever_it_is_called(tmp_path: Path) -> None:
    path = document(tmp_path / "draft.docx", lambda made: made.add_paragraph("We sell to small shops."))
    for name in ("draft.txt", "draft.pdf", "draft.doc", "draft"):
        path.with_name(name).write_bytes(path.read_bytes())
        assert read_document(path.with_name(name)).text == "We sell to small shops.\n"


@pytest.mark.parametrize("name", ["notes.docx", "notes.xlsx", "notes.pdf"])
def test_text_under_the_name_of_an_office_file_is_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("We sell to small shops.\n")
    source = read_document(tmp_path / name)
    assert (source.text, source.converted) == ("We sell to small shops.\n", False)
