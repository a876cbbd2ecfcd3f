"""The draft laid out in lines of a given width: a mark, the author's label, the words; the words under challenge stressed.

What the team does not spar on is there, but quiet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from sparring.bout.marks import Mark, marks
from sparring.bout.state import Bout
from sparring.draft.model import KeyResult, Objective
from sparring.text import visible
from sparring.tui.bout.marks_shown import SHAPES

LONGEST_SHOWN = 2000
"""Characters of one item; what is longer is no line of a draft, and is shown cut."""

WIDEST_LABEL = 10
"""Cells; a longer label stands before the words without a column of its own."""

LEFT_OPEN = "left open"
WITHOUT_OBJECTIVE = "Under no objective"


@dataclass(frozen=True)
class DraftLines:
    """The lines, and the first and last of each item by key."""

    lines: tuple[Content, ...]
    places: Mapping[str, tuple[int, int]]


def draft_lines(bout: Bout, width: int) -> DraftLines:
    """Lay the bout's draft out."""
    width = max(width, 16)
    marked = marks(bout)
    stressed = _stressed(bout)
    lines: list[Content] = []
    places: dict[str, tuple[int, int]] = {}

    sparred_on = {item.key for item in bout.part.items()}

    def add(item: Objective | KeyResult, indent: int, column: int) -> None:
        first = len(lines)
        made = _item_lines(item, marked.get(item.key, "untouched"), stressed.get(item.key), indent, column, width)
        lines.extend(made if item.key in sparred_on else (Content.styled(line.plain, "$quiet") for line in made))
        places[item.key] = (first, len(lines) - 1)

    for objective in bout.draft.objectives:
        if lines:
            lines.append(Content(""))
        add(objective, 0, _column([objective]))
        column = _column(objective.key_results)
        for key_result in objective.key_results:
            add(key_result, 2, column)
    if bout.draft.unplaced_key_results:
        if lines:
            lines.append(Content(""))
        lines.append(Content.styled(f"  {WITHOUT_OBJECTIVE}", "$quiet"))
        column = _column(bout.draft.unplaced_key_results)
        for key_result in bout.draft.unplaced_key_results:
            add(key_result, 2, column)
    return DraftLines(tuple(lines), places)


def _stressed(bout: Bout) -> dict[str, tuple[int, int]]:
    """The stretch of each item's text that is under challenge now, only where the draft still says it."""
    current = bout.round
    if current is None or bout.stage != "rounds" or current.decision is not None:
        return {}
    anchor = current.raised.anchor
    quoted = {quote.text: quote for quote in current.raised.quotes}
    found = {}
    for key in anchor.keys:
        item = bout.draft.item(key)
        quote = quoted.get(item.text) if item else None
        if item and quote:
            found[key] = (quote.phrase.start, quote.phrase.end) if quote.phrase else (0, len(item.text))
    return found


def label_of(item: Objective | KeyResult) -> str:
    """Return what the author calls the item, else its place."""
    return visible(item.label) or item.id.rpartition(".")[2]


def _column(items: "tuple[KeyResult, ...] | list[Objective]") -> int:
    return max((min(cell_len(label_of(item)), WIDEST_LABEL) for item in items), default=0) + 2


def _item_lines(
    item: Objective | KeyResult, mark: Mark, stress: tuple[int, int] | None, indent: int, column: int, width: int
) -> Iterator[Content]:
    now = mark == "now"
    label = label_of(item)
    head = Content.assemble(
        " " * indent,
        (SHAPES[mark], "bold $accent" if now else "$quiet"),
        " ",
        (label, "bold" if isinstance(item, Objective) else "$quiet"),
    )
    hanging = indent + 2 + column
    head = head.pad_right(max(2, hanging - head.cell_length)) if head.cell_length < hanging else head.append("  ")
    if width - hanging < 12:
        hanging = indent + 2
    words = _words(item, stress)
    room = max(width - hanging, 4)
    pieces = words.wrap(room)
    if head.cell_length > hanging:
        yield head
    elif pieces:
        yield head + pieces.pop(0)
    for piece in pieces:
        yield Content(" " * hanging) + piece


def _words(item: Objective | KeyResult, stress: tuple[int, int] | None) -> Content:
    if not item.text:
        return Content.styled(LEFT_OPEN, "$quiet italic")
    text = visible(item.text)
    cut = text[:LONGEST_SHOWN]
    words = Content(cut)
    if isinstance(item, Objective):
        words = words.stylize("bold")
    if stress is not None:
        words = words.stylize("bold underline $accent", *stress)
    if len(text) > LONGEST_SHOWN:
        words = words.append(Content.styled(" … (cut here)", "$quiet"))
    beside = " → ".join(visible(part) for part in (item.baseline, item.target) if part) if isinstance(item, KeyResult) else ""
    return words.append(Content.styled(f"  {beside}", "$quiet")) if beside else words
