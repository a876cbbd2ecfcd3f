"""The keys that say what a line is, each with the shape that stands for it: the legend of the gutter at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from sparring.draft.model import LineMeaning
from sparring.tui.reading.gutter import MARKED, SHAPES

CAPITALS = "capitals: all like it"


@dataclass(frozen=True, slots=True)
class _Key:
    """A binding's id and what its key says a line is."""

    id: str
    meaning: LineMeaning
    says: str
    look: str


_KEYS = (
    _Key("mark.objective", "objective", "objective", "bold $secondary"),
    _Key("mark.key-result", "key_result", "key result", "$secondary"),
    _Key("mark.note", "note", "note", "$quiet"),
    _Key("mark.nothing", "nothing", "nothing", "$quiet"),
)


class MarkKeys(Static):
    """Shows the keys as they are bound; each can be clicked."""

    DEFAULT_CSS = """
    MarkKeys {
        height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: clip;
        link-style: none; link-color: $foreground; link-background: $background;
        link-style-hover: underline; link-color-hover: $foreground; link-background-hover: $background;
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._bound: Mapping[str, str] = {}

    def show(self, bound: Mapping[str, str]) -> None:
        """Show these keys, by the ids of their bindings."""
        self._bound = bound
        self._write()

    def on_resize(self) -> None:
        """Show as much as there is room for."""
        self._write()

    def _write(self) -> None:
        width = self.content_size.width
        for space, names, capitals in ((3, True, True), (2, True, True), (2, True, False), (2, False, True), (1, False, False)):
            line = self._line(space, names=names, capitals=capitals)
            if line.cell_length <= width:
                break
        self.update(line)

    def _line(self, space: int, *, names: bool, capitals: bool) -> Content:
        parts = []
        for key in _KEYS:
            if bound := self._bound.get(key.id):
                shape = (SHAPES[MARKED[key.meaning]], key.look)
                part = Content.assemble((bound, "bold"), " ", shape, (f" {key.says}" if names else "", "$quiet"))
                parts.append(part.stylize(Style.from_meta({"@click": f"screen.mark('{key.meaning}')"})))
        if capitals:
            parts.append(Content.styled(CAPITALS, "$quiet"))
        return Content(" " * space).join(parts)
