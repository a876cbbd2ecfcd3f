"""Markdown as it is written from a document: blocks one after the other, and the places they stand on."""

import re
from collections.abc import Iterable, Sequence

from sparring.documents.outcome import Converted

_INDENT = "    "
_LONGEST_NAME = 60
"""Characters of a heading that serves as the name of a place."""

_UNSEEN = dict.fromkeys([*range(9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC])
_SPACES = dict.fromkeys([0x09, 0x0D, 0x85, 0xA0, 0x2007, 0x202F], " ")
_SHOWN = {**_UNSEEN, **_SPACES, 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"}


def shown(text: str) -> str:
    """Return `text` as people see it: without characters that show nothing, with plain spaces and line ends; none at either end."""
    lines = (" ".join(line.split(" ")) for line in text.translate(_SHOWN).split("\n"))
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in lines).strip()


def on_one_line(text: str) -> str:
    """Return `text` as people see it, its lines joined."""
    return " ".join(shown(text).split())


class Writing:
    """Blocks of Markdown as they are written."""

    def __init__(self, *, places_by_heading: bool = False) -> None:
        """Begin with nothing.

        Args:
            places_by_heading: the document has no pages: each heading names the place of what stands below it.
        """
        self._blocks: list[str] = []
        self._places: list[tuple[int, str]] = []
        self._length = 0
        self._by_heading = places_by_heading
        self._in_list = False

    def begin_place(self, name: str) -> None:
        """What is written next stands on this page, slide or sheet."""
        start = self._length + (2 if self._blocks else 0)
        if self._places and self._places[-1][0] == start:
            self._places.pop()
        self._places.append((start, name))
        self._in_list = False

    def heading(self, level: int, text: str) -> None:
        """Write a heading of level 1 to 6."""
        words = on_one_line(text).strip("#").strip()
        if not words:
            return
        if self._by_heading:
            name = words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME].rsplit(' ', 1)[0]} …"
            self.begin_place(f"“{name}”")
        self._put(f"{'#' * min(max(level, 1), 6)} {words}")

    def paragraph(self, text: str) -> None:
        """Write a paragraph; its line ends stay."""
        if words := shown(text):
            self._put(re.sub(r"\n{2,}", "\n", words))

    def lines(self, lines: Sequence[str]) -> None:
        """Write lines as their author set them, indentation included."""
        cleaned = [line.translate({**_UNSEEN, **_SPACES}).rstrip() for line in lines]
        if block := "\n".join(line for line in cleaned if line):
            self._put(block)

    def item(self, depth: int, text: str, marker: str = "-") -> None:
        """Write a list item; `depth` 0 is the outermost."""
        words = shown(text)
        if not words:
            return
        lead = _INDENT * min(depth, 8)
        # An item that begins with a bullet of its own has been given two.
        first, *more = [line for line in re.sub(r"^(?:[•·▪◦●○‣]\s+)", "", words).split("\n") if line]
        lines = [f"{lead}{marker} {first}", *(f"{lead}{' ' * (len(marker) + 1)}{line}" for line in more)]
        self._put("\n".join(lines), in_list=True)

    def form(self, rows: Sequence[Sequence[str]]) -> None:
        """Write the rows of a form: what is asked for and the answer on one line; the lines of a longer answer as a list."""
        for row in rows:
            label, *answers = (shown(cell) for cell in row if cell.strip())
            lines = [line for answer in answers for line in answer.split("\n") if line]
            lead = f"{label.rstrip(':')}:"
            if len(lines) < 2:
                self.paragraph(" ".join([lead, *lines]))
                continue
            self.paragraph(lead)
            for line in lines:
                self.item(0, line)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Write a table; the first row is its head. Rows and columns without a word are left out, lines of a cell joined."""
        cells = [[_cell(each) for each in row] for row in rows]
        width = max((len(row) for row in cells), default=0)
        cells = [[*row, *[""] * (width - len(row))] for row in cells]
        columns = [index for index in range(width) if any(row[index] for row in cells)]
        kept = [[row[index] for index in columns] for number, row in enumerate(cells) if number == 0 or any(row)]
        if not columns:
            return
        head, *body = kept
        self._put("\n".join([_row(head), _row(["---"] * len(columns)), *map(_row, body)]))

    def done(self) -> Converted:
        """Return what was written."""
        text = "".join(self._blocks)
        return Converted(f"{text}\n" if text else "", tuple(place for place in self._places if place[0] < len(text)))

    def _put(self, block: str, *, in_list: bool = False) -> None:
        gap = "" if not self._blocks else "\n" if in_list and self._in_list else "\n\n"
        self._blocks.append(gap + block)
        self._length += len(gap) + len(block)
        self._in_list = in_list


def _cell(text: str) -> str:
    return on_one_line(text).replace("|", "\\|")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
