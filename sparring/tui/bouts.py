"""Bouts, to choose one: to go on with, or to share."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sparring.archive.shelf import Spine
from sparring.text import visible
from sparring.tui.page import Page, heading


class BoutsScreen(Page[Path | None]):
    """Lists bouts, the last one first; None is going back."""

    HELP = "Bouts of this folder, the last one first. Choose one with the arrows and enter."
    AUTO_FOCUS = "#bouts"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "take it", id="bouts.take", tooltip="Take the bout under the bar"),
        Binding("escape,q", "back", "back", id="bouts.back", tooltip="Back to the beginning"),
    ]
    SHOWN = ("bouts.take", "bouts.back")
    DEFAULT_CSS = "BoutsScreen #bouts { height: auto; max-height: 1fr; }"

    def __init__(self, spines: tuple[Spine, ...], what_for: str = "Go on with a bout") -> None:
        super().__init__()
        self._spines = spines
        self._what_for = what_for

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield heading(self._what_for, "the last one first")
        names = [visible(each.draft or each.team or each.bout) for each in self._spines]
        width = min(30, max(map(cell_len, names)))
        yield OptionList(*(Option(_shown(spine, name, width)) for spine, name in zip(self._spines, names, strict=True)), id="bouts")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        self.dismiss(self._spines[event.option_index].path)

    def action_take(self) -> None:
        """Take it (a click on the key)."""
        self.query_one("#bouts", OptionList).action_select()

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)


def _shown(spine: Spine, name: str, width: int) -> Content:
    touched = spine.touched.astimezone()
    rounds = f"{spine.rounds} round{'' if spine.rounds == 1 else 's'}"
    team = Content(" · ".join(visible(part) for part in (spine.team, spine.cycle) if part)).truncate(12, ellipsis=True)
    beside = Content.styled(f"  {touched.day:>2} {touched:%b %Y, %H:%M}  {rounds:<9}  ", "$quiet")
    return Content(name).truncate(width, ellipsis=True, pad=True) + beside + team.stylize("$quiet")
