"""Which part of a big draft to spar on: its teams or cycles, or its objectives, in a list of any length."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sparring.draft.model import Draft
from sparring.draft.sections import sections_of
from sparring.text import visible
from sparring.tui.page import Page, heading
from sparring.tui.reading.counts import how_many

TICKS = {True: "▣", False: "□"}
ALL = "all of it"
NUMBERED = 9
"""Parts that a digit takes at once."""

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Part:
    """Something to spar on alone.

    Attributes:
        title: as the author wrote it.
        objectives: the keys of its objectives.
        beside: how much that is, in a few words.
    """

    title: str
    objectives: tuple[str, ...]
    beside: str = ""


def sections(draft: Draft) -> tuple[Part, ...]:
    """Return the teams or cycles of a draft that holds several."""
    return tuple(Part(each.title, each.objectives, how_many(len(each.objectives), "objective")) for each in sections_of(draft))


def objectives(draft: Draft, within: Collection[str]) -> tuple[Part, ...]:
    """Return the objectives of a draft, or those of them with a key in `within`."""
    return tuple(
        Part(f"{each.label or each.id}  {each.text}", (each.key,), how_many(len(each.key_results), "key result"))
        for each in draft.objectives
        if not within or each.key in within
    )


def named(chosen: Collection[str], parts: Sequence[Part]) -> str:
    """Return what the keys of objectives stand for: the titles of the parts that they fill, or that it is all of them."""
    filled = [part.title for part in parts if set(part.objectives) <= set(chosen)]
    return ", ".join(filled) if chosen and filled else f"{ALL}, {how_many(sum(len(part.objectives) for part in parts), 'objective')}"


class PartList(OptionList):
    """The parts; the space bar ticks them."""

    BINDINGS: ClassVar = [
        Binding("space", "screen.tick", "choose several", id="part.tick", tooltip="Tick this part; several may be ticked"),
    ]


class PartScreen(Page[tuple[str, ...] | None]):
    """Takes one part or several; the result is the keys of their objectives, () for all of it, None for going back."""

    HELP = "A bout is for one team and one cycle. Choose what to spar on by its digit, or with the arrows and enter; all of it works too."
    EXAMPLE = "2, or down space down space enter for two parts"
    AUTO_FOCUS = "#parts"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "spar on it", id="part.take", tooltip="Spar on what is ticked, else on the part under the bar"),
        Binding("f2,ctrl+s", "take", "spar on it", id="part.take-too", show=False),
        Binding("a,0", "all", "all of it", id="part.all", tooltip="Spar on all of it"),
        Binding("escape,q", "back", "back", id="part.back", tooltip="Back, with what was chosen before"),
        *(Binding(str(number), f"take_at({number})", show=False) for number in range(1, NUMBERED + 1)),
    ]
    SHOWN = ("part.take", "part.tick", "part.all", "part.back")
    DEFAULT_CSS = "PartScreen #parts { height: 1fr; max-width: 92; scrollbar-gutter: stable; }"

    def __init__(self, asks: str, parts: Sequence[Part], chosen: Collection[str] = ()) -> None:
        """Ask.

        Args:
            asks: the question.
            parts: what there is to choose.
            chosen: keys of the objectives chosen before.
        """
        super().__init__()
        self._asks = asks
        self._parts = tuple(parts)
        self._has_ticked = False
        self._ticked = {number for number, part in enumerate(self._parts) if chosen and set(part.objectives) <= set(chosen)}

    def body(self) -> Iterable[Widget]:
        """The question, the list."""
        yield heading(self._asks)
        yield PartList(id="parts")

    @property
    def parts(self) -> PartList:
        """The list."""
        return self.query_one("#parts", PartList)

    def on_resize(self, event: events.Resize) -> None:
        """Cut the titles to the new width."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        width = self.parts.scrollable_content_region.width
        if not width:
            return
        at = self.parts.highlighted if self.parts.option_count else min(self._ticked, default=-1) + 1
        self.parts.clear_options()
        self.parts.add_options(self._options(width))
        self.parts.highlighted = at

    def _options(self, width: int) -> Iterable[Option]:
        whole = sum(len(part.objectives) for part in self._parts)
        yield Option(_row("a", " ", ALL, how_many(whole, "objective"), width))
        for number, part in enumerate(self._parts, 1):
            ticked = number - 1 in self._ticked
            row = _row(str(number) if number <= NUMBERED else " ", TICKS[ticked], part.title, part.beside, width)
            yield Option(row.stylize("bold $secondary") if ticked else row)

    # -- choosing ----------------------------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Tick the part under the bar, or take the tick away."""
        at = self.parts.highlighted
        if at:
            self._has_ticked = True
            self._ticked ^= {at - 1}
            self._write()

    def action_take_at(self, number: int) -> None:
        """Take the part with this digit."""
        if number <= len(self._parts):
            self.dismiss(self._parts[number - 1].objectives)

    def action_take(self) -> None:
        """Take (a click on the key)."""
        self.parts.action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was ticked, else what is under the bar."""
        if event.option_index == 0:
            self.action_all()
        elif self._ticked and (self._has_ticked or event.option_index - 1 in self._ticked):
            self.dismiss(tuple(key for number in sorted(self._ticked) for key in self._parts[number].objectives))
        else:
            self.action_take_at(event.option_index)

    def action_all(self) -> None:
        """Take all of it."""
        self.dismiss(())

    def action_back(self) -> None:
        """Back, with what was chosen before."""
        self.dismiss(None)


def _row(digit: str, tick: str, title: str, beside: str, width: int) -> Content:
    """Return a row; its title is cut where there is no room, and what stands beside it where there is less."""
    before = Content.assemble((digit, "bold $accent"), f" {tick} ")
    room = width - before.cell_length - 2
    beside = beside if room - cell_len(beside) > 16 else ""
    words = Content(visible(title[:_LONGEST_TITLE])).truncate(max(4, room - cell_len(beside)), ellipsis=True, pad=True)
    return Content.assemble(before, words, "  ", (beside, "$quiet"))
