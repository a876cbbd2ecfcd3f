"""Where a page of patterns goes."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from sparring.archive.pages import free_name, write_new_page
from sparring.text import visible
from sparring.tui.page import Page, heading, quiet
from sparring.tui.picker import PathField

ENDING = ".md"


class PageFileScreen(Page[Path | None]):
    """Asks for a file and writes the page there; the result is the file, None is going back without."""

    HELP = "Name the file that takes the page. It is Markdown: text that opens anywhere, and that mail programs and wikis take."
    EXAMPLE = "patterns.md enter"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "write it there", id="path.open", tooltip="Write the page into this file"),
        Binding("escape", "back", "back", id="path.back", tooltip="Back to the patterns; nothing is written"),
    ]
    SHOWN = ("path.open", "path.complete", "path.down", "path.back")

    def __init__(self, page: str, name: str, about: str) -> None:
        """Ask.

        Args:
            page: what the file will hold.
            name: of the file, as it is offered.
            about: what is in the page, in a sentence.
        """
        super().__init__()
        self._page = page
        self._offered = name
        self._about = about

    def body(self) -> Iterable[Widget]:
        """The path, and the folders at hand."""
        yield heading("Where does the page go?")
        yield quiet(self._about, "page-quiet")
        yield PathField(Path.cwd(), free_name(Path.cwd(), self._offered), placeholder="a file")

    def action_take(self) -> None:
        """Write (a click on the key)."""
        self.query_one(PathField).submit()

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)

    def on_path_field_chosen(self, event: PathField.Chosen) -> None:
        """Write there; a folder of the list is taken into the field first."""
        if event.is_folder:
            return
        if not self.query_one(PathField).typed.strip():
            self.say("Type a name for the file.")
            return
        self.carry_out(lambda: self._write(event.path))

    async def _write(self, typed: Path) -> None:
        path = typed if typed.suffix else typed.with_name(f"{typed.name}{ENDING}")
        if await asyncio.to_thread(path.is_dir):
            path = path / self._offered
        await asyncio.to_thread(write_new_page, path, self._page)
        self.dismiss(path)


def written_to(path: Path) -> str:
    """Say where it is."""
    return f"Written: {visible(str(path))}"
