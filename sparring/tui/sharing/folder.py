"""Where the copy of a bout goes: the folder where the coach reads. It is made here, and what was made is said."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from sparring.archive.errors import CannotShare
from sparring.archive.sharing import Shared, share
from sparring.text import visible
from sparring.tui.files_at_hand import folders_at_hand
from sparring.tui.page import Page, heading
from sparring.tui.picker import PathField
from sparring.tui.reading.counts import how_many
from sparring.tui.review.plain_page import PlainPage


class FolderScreen(Page[Shared | None]):
    """Asks for the folder and shares; None is going back without."""

    HELP = "Name the folder where your coach reads, such as one that you share with each other. The copy goes there; yours stays as it is."
    EXAMPLE = "../for-ana enter"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "share it there", id="path.open", tooltip="Copy the bout into this folder"),
        Binding("escape", "back", "back", id="path.back", tooltip="Back to the lines; nothing is shared yet"),
    ]
    SHOWN = ("path.open", "path.complete", "path.down", "path.back")

    def __init__(self, transcript: Path, strike: frozenset[int], *, group: bool) -> None:
        """Ask.

        Args:
            transcript: of the bout.
            strike: `seq` of the lines that are kept back.
            group: the folder's group may read the copy.
        """
        super().__init__()
        self._transcript = transcript
        self._strike = strike
        self._group = group

    def body(self) -> Iterable[Widget]:
        """The path, the folders at hand."""
        kept = f"{how_many(len(self._strike), 'line')} kept back" if self._strike else "nothing kept back"
        yield heading("Where does your coach read?", kept)
        yield PathField(Path.cwd(), placeholder="a folder, or ↓ to choose below", only_folders=True)

    def on_mount(self) -> None:
        """Look around without keeping anybody waiting."""
        self.run_worker(self._look_around(), exit_on_error=False)

    async def _look_around(self) -> None:
        self.query_one(PathField).know(await asyncio.to_thread(folders_at_hand, Path.cwd()))

    def action_take(self) -> None:
        """Share (a click on the key)."""
        self.query_one(PathField).submit()

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)

    def on_path_field_chosen(self, event: PathField.Chosen) -> None:
        """Share there; a folder of the list is taken into the field first, to be looked into or taken with enter."""
        if event.is_folder:
            return
        if not self.query_one(PathField).typed.strip():
            self.say("Choose a folder with ↓, or type its path.")
            return
        self.carry_out(lambda: self._share(event.path))

    async def _share(self, folder: Path) -> None:
        if not await asyncio.to_thread(folder.is_dir):
            raise CannotShare(f"{visible(str(folder))} is not a folder. Name the one where your coach reads, or make it first.")
        shared = await asyncio.to_thread(share, self._transcript, folder, strike=self._strike, group=self._group)
        self.app.push_screen(PlainPage(list(_told(shared, folder, group=self._group))), lambda _: self.dismiss(shared))


def _told(shared: Shared, folder: Path, *, group: bool) -> Iterable[Content]:
    yield Content.styled("Brought up to date" if shared.was_there else "Shared", "bold")
    yield Content("")
    yield Content(visible(str(shared.path)))
    yield Content(f"{how_many(shared.struck, 'line')} kept back." if shared.struck else "Nothing was kept back.")
    yield Content("The group of that folder can read it." if group else "Only you can read it there.")
    yield Content("")
    yield Content("Your own transcript is as it was. What your coach writes for you comes back with")
    yield Content.styled(f"sparring collect {visible(str(folder))} --notes", "bold")
    yield Content("")
    yield Content.styled(f"head {shared.head}", "$quiet")
