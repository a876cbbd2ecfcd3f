"""Office files as people make them, built with the libraries that office programs' files are usually written with."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
from fpdf import FPDF
from openpyxl.styles import Font
from pptx import Presentation
from pptx.util import Inches

Rows = Sequence[Sequence[Any]]


def workbook(
    path: Path,
    sheets: dict[str, Rows],
    *,
    merged: Iterable[str] = (),
    formats: dict[str, str] | None = None,
    bold: Iterable[str] = (),
    hidden: Iterable[str] = (),
) -> Path:
    """Write a workbook; merged cells, number formats and bold cells are those of the first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
        if title in hidden:
            sheet.sheet_state = "hidden"
    first = book.worksheets[0]
    for cells in merged:
        first.merge_cells(cells)
    for cell, pattern in (formats or {}).items():
        first[cell].number_format = pattern
    for cell in bold:
        first[cell].font = Font(bold=True)
    book.save(path)
    return path


def document(path: Path, build: Callable[[Any], None]) -> Path:
    """Write a Word document; `build` puts in what it holds."""
    made = docx.Document()
    build(made)
    made.save(str(path))
    return path


def presentation(path: Path, slides: Iterable[Callable[[Any], None]]) -> Path:
    """Write a presentation; each of `slides` puts one in."""
    made = Presentation()
    for put in slides:
        put(made)
    made.save(str(path))
    return path


def titled(title: str, *points: tuple[int, str]) -> Callable[[Any], None]:
    """A slide with a title and points, each with its level."""

    def put(made: Any) -> None:
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        for number, (level, text) in enumerate(points):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.text, paragraph.level = text, level

    return put


def with_table(title: str, rows: Sequence[Sequence[str]]) -> Callable[[Any], None]:
    """A slide with a title and a table."""

    def put(made: Any) -> None:
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = title
        table = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(6), Inches(2)).table
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text

    return put


def with_boxes(*boxes: tuple[float, float, str]) -> Callable[[Any], None]:
    """A slide of loose boxes: inches from the left, inches from the top, text."""

    def put(made: Any) -> None:
        slide = made.slides.add_slide(made.slide_layouts[6])
        for left, top, text in boxes:
            slide.shapes.add_textbox(Inches(left), Inches(top), Inches(4), Inches(0.8)).text_frame.text = text

    return put


class Pages(FPDF):
    """A PDF with a header and page numbers."""

    head = ""

    def header(self) -> None:
        if self.head:
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, self.head)
            self.ln(12)

    def footer(self) -> None:
        if self.head:
            self.set_y(-15)
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()} of 9", align="C")

    def heading(self, text: str) -> None:
        self.set_font("Helvetica", "B", 18)
        self.multi_cell(0, 10, text, new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def prose(self, text: str) -> None:
        self.set_font("Helvetica", size=11)
        self.multi_cell(0, 6, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def points(self, *texts: str) -> None:
        self.set_font("Helvetica", size=11)
        for text in texts:
            self.set_x(14)
            self.cell(6, 6, "-")
            self.multi_cell(0, 6, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.set_font("Helvetica", size=11)
        with self.table() as table:
            for cells in rows:
                row = table.row()
                for cell in cells:
                    row.cell(cell)
        self.ln(4)


def pdf(path: Path, pages: Iterable[Callable[[Pages], object]], *, head: str = "", password: str = "") -> Path:
    """Write a PDF; each of `pages` fills one."""
    made = Pages()
    made.head = head
    made.set_auto_page_break(True, 20)
    for fill in pages:
        made.add_page()
        fill(made)
    if password:
        made.set_encryption(owner_password="o", user_password=password)
    made.output(str(path))
    return path


def changed_part(source: Path, target: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Copy an office file with one of its parts changed."""
    made = BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part.filename, change(data) if part.filename == name else data)
    target.write_bytes(made.getvalue())
    return target
