"""PDF files as Markdown, page by page.

A PDF knows letters and where they stand, no more: paragraphs, lists, headings and tables are found again by place, size and weight.
"""

from io import BytesIO
from itertools import pairwise

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from sparring.documents.outcome import Converted, Trouble
from sparring.documents.pdf_blocks import Block, blocks_of, joined, known_words, levels_of
from sparring.documents.pdf_lines import Page, page_of, without_furniture
from sparring.documents.pdf_tables import tables_of
from sparring.documents.writing import Writing

MOST_PAGES = 400
_LAYOUT = LAParams(all_texts=True)


def pdf(data: bytes) -> Converted:
    """Convert a PDF.

    Raises:
        Trouble: it is locked, damaged, too long, or pictures alone.
    """
    try:
        pages = _pages(data)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise Trouble("locked") from None
    except (PDFException, PSException):
        raise Trouble("broken") from None
    if not any(page.lines or page.tables for page in pages):
        if any(page.has_pictures for page in pages):
            raise Trouble("pictures")
        return Converted("")
    return _written(without_furniture(pages))


def _pages(data: bytes) -> list[Page]:
    document = PDFDocument(PDFParser(BytesIO(data)))
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=_LAYOUT)
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[Page] = []
    for number, sheet in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise Trouble("too-large")
        interpreter.process_page(sheet)
        layout: LTPage = device.get_result()
        page = page_of(layout)
        if page.ruled:
            page = page.with_tables(tables_of(data, number))
        pages.append(page)
    if not pages:
        raise Trouble("broken")
    return pages


def _written(pages: list[Page]) -> Converted:
    words = known_words(pages)
    levels = levels_of(pages)
    by_page = [blocks_of(page, levels, words) for page in pages]
    _join_over_pages(by_page, words)
    writing = Writing()
    for number, blocks in enumerate(by_page, 1):
        writing.begin_place(f"page {number}")
        for block in blocks:
            block.write(writing)
    return writing.done()


def _join_over_pages(by_page: list[list[Block]], words: frozenset[str]) -> None:
    """A sentence that goes on overleaf is one: the page where it begins has it."""
    for before, after in pairwise(by_page):
        if before and after and before[-1].goes_on and after[0].continues:
            before[-1].text = joined(before[-1].text, after.pop(0).text, words)
