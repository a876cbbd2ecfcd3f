"""PowerPoint presentations as Markdown: a heading for each slide's title, a bullet for each point below it."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from sparring.documents.grid import Grid, Merged, filled
from sparring.documents.outcome import Converted, Trouble
from sparring.documents.repeated import repeated
from sparring.documents.rows import write_rows
from sparring.documents.writing import Writing, on_one_line, shown

MOST_SLIDES = 500
_LONGEST_TITLE = 120
_FOOT = 0.85
"""Share of a slide's height; what stands below it on most slides alike is a footer."""

_FURNITURE = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_POINTS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"


def presentation(data: bytes) -> Converted:
    """Convert a presentation; hidden slides, notes and what stands on most slides alike are left out."""
    opened = Presentation(BytesIO(data))
    slides = list(opened.slides)
    if len(slides) > MOST_SLIDES:
        raise Trouble("too-large")
    seen = [(number, slide) for number, slide in enumerate(slides, 1) if slide._element.get("show") not in ("0", "false")]
    foot = _FOOT * (opened.slide_height or 0)
    feet = [[shape for shape in _flat(slide.shapes) if _stands_below(shape, foot)] for _, slide in seen]
    furniture = repeated([[on_one_line(shape.text_frame.text) for shape in shapes] for shapes in feet])
    writing = Writing()
    for number, slide in seen:
        writing.begin_place(f"slide {number}")
        _write(slide, writing, furniture)
    return writing.done()


def _stands_below(shape: Any, foot: float) -> bool:
    return shape.has_text_frame and shape.top is not None and shape.top > foot


def _write(slide: Any, writing: Writing, furniture: frozenset[str]) -> None:
    shapes = [shape for shape in _flat(slide.shapes) if not _is_furniture(shape, furniture)]
    title = _title(shapes)
    if title is not None:
        writing.heading(1, title.text_frame.text)
    for shape in _in_reading_order(shape for shape in shapes if shape is not title):
        if getattr(shape, "has_table", False) and shape.has_table:
            write_rows(writing, _rows(shape.table))
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            if shape.chart.has_title and shape.chart.chart_title.has_text_frame:
                writing.paragraph(shape.chart.chart_title.text_frame.text)
        elif shape.has_text_frame:
            _write_text(shape, writing)
        elif points := list(_points_of_diagram(shape, slide)):
            for point in points:
                writing.item(0, point)


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    """Yield shapes, those of groups in the group's place."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _in_reading_order(_flat(shape.shapes))
        else:
            yield shape


def _kind(shape: Any) -> Any:
    return shape.placeholder_format.type if shape.is_placeholder else None


def _is_furniture(shape: Any, furniture: frozenset[str]) -> bool:
    return _kind(shape) in _FURNITURE or (shape.has_text_frame and on_one_line(shape.text_frame.text) in furniture)


def _title(shapes: list[Any]) -> Any:
    """Return the shape that names the slide: its title, else a short line alone in a box above all others."""
    written = [shape for shape in shapes if shape.has_text_frame and shown(shape.text_frame.text)]
    named = next((shape for shape in written if _kind(shape) in _TITLES), None)
    if named is not None:
        return named
    first = min(written, key=lambda shape: (shape.top or 0, shape.left or 0), default=None)
    if first is None or len(written) < 2 or len(first.text_frame.paragraphs) > 1 or len(first.text_frame.text) > _LONGEST_TITLE:
        return None
    top = first.top or 0
    beside = any(other is not first and abs((other.top or 0) - top) < (first.height or 1) // 2 for other in shapes)
    return None if beside else first


def _in_reading_order(shapes: Iterable[Any]) -> list[Any]:
    """Return shapes column by column where they stand in columns of one width, else row by row from the top."""
    ordered = sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))
    columns = _columns(ordered)
    return [shape for column in columns for shape in column] if columns else _row_by_row(ordered)


def _columns(ordered: list[Any]) -> list[list[Any]]:
    """Return shapes in columns of at least two, all about as wide; none where they stand otherwise, as labels beside their texts do."""
    columns: list[list[Any]] = []
    for shape in ordered:
        column = next((each for each in columns if abs(_middle(each[0]) - _middle(shape)) < (each[0].width or 0) / 4), None)
        if column is None:
            columns.append([shape])
        else:
            column.append(shape)
    columns.sort(key=lambda column: column[0].left or 0)
    widths = [shape.width or 0 for shape in ordered]
    apart = all((left[0].left or 0) + (left[0].width or 0) <= (right[0].left or 0) * 1.02 for left, right in pairwise(columns))
    if len(columns) < 2 or not apart or min(map(len, columns)) < 2 or min(widths) < 0.8 * max(widths):
        return []
    return columns


def _middle(shape: Any) -> float:
    return float((shape.left or 0) + (shape.width or 0) / 2)


def _row_by_row(ordered: list[Any]) -> list[Any]:
    """Return shapes from the top down, and from the left where their tops nearly meet."""
    rows: list[list[Any]] = []
    for shape in ordered:
        first = rows[-1][0] if rows else None
        if first is not None and (shape.top or 0) - (first.top or 0) < min(first.height or 0, shape.height or 0) // 4:
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return [shape for row in rows for shape in sorted(row, key=lambda shape: shape.left or 0)]


def _write_text(shape: Any, writing: Writing) -> None:
    points = _kind(shape) in _POINTS
    numbers: dict[int, int] = {}
    for paragraph in shape.text_frame.paragraphs:
        text = paragraph.text
        if not shown(text):
            continue
        style = paragraph._p.pPr
        level = paragraph.level
        numbered = style is not None and style.find(f"{_DRAWING}buAutoNum") is not None
        bullet = style is not None and (style.find(f"{_DRAWING}buChar") is not None or style.find(f"{_DRAWING}buBlip") is not None)
        plain = style is not None and style.find(f"{_DRAWING}buNone") is not None
        for deeper in [each for each in numbers if each > level]:
            del numbers[deeper]
        if numbered:
            numbers[level] = numbers.get(level, 0) + 1
            writing.item(level, text, f"{numbers[level]}.")
        elif (bullet or points or level > 0) and not plain:
            writing.item(level, text)
        else:
            writing.paragraph(f"**{shown(text)}**" if _is_bold(paragraph) else text)


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.font.bold for run in runs) and "\n" not in shown(paragraph.text)


def _rows(table: Any) -> list[list[str]]:
    grid = Grid()
    for row_number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell.is_spanned:
                continue
            grid.put(row_number, column, cell.text_frame.text)
            if cell.is_merge_origin:
                grid.merge(Merged(row_number, column, cell.span_height, cell.span_width))
    return filled(grid)


def _points_of_diagram(shape: Any, slide: Any) -> Iterator[str]:
    """Yield the texts of a diagram of boxes and arrows (SmartArt), which stand in a part of their own."""
    from lxml.etree import XMLParser, fromstring

    link = shape._element.find(f".//{_DIAGRAM}relIds")
    if link is None:
        return
    part = slide.part.related_part(link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"))
    root = fromstring(part.blob, XMLParser(resolve_entities=False, no_network=True))
    for point in root.iter(f"{_DIAGRAM}pt"):
        if point.get("type", "node") not in ("node", "asst"):
            continue
        lines = ("".join(run.text or "" for run in paragraph.iter(f"{_DRAWING}t")) for paragraph in point.iter(f"{_DRAWING}p"))
        if text := " ".join(line for line in lines if line.strip()):
            yield text
