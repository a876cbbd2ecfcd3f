"""The team edits its own draft: the whole source in a text box. Saved to its file where it has one, and to the transcript always."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.archive.drafts import save_draft
from sparring.archive.errors import ArchiveError, DraftChanged
from sparring.draft.changes import Change, changes
from sparring.packaged import packaged
from sparring.text import LARGEST_SOURCE, Source, TextError, read_source, visible
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.changed import change_lines
from sparring.tui.editable import as_written, editable, place_in
from sparring.tui.page import Body, BoutPage
from sparring.tui.paste import DraftArea

if TYPE_CHECKING:
    from sparring.opening import Ring

FILE_STAYS = "{name} itself stays as it is: what you change here is kept in this bout's transcript alone. Put it into the file afterwards."
IN_THE_BOUT_ONLY = "Your draft has no file of its own here: what you change is kept in this bout's transcript alone."
TAKE_THEIRS = Answer("t", "take theirs into the bout as a version; mine stays here, unsaved", "theirs")
KEEP_MINE = Answer("m", "keep mine in the bout only; the file stays as it is", "mine")
LEAVE = (
    Answer("s", "save it", "save"),
    Answer("t", "throw my changes away", "away"),
)


class EditScreen(BoutPage[None]):
    """Edits the draft, saves it, and shows what was changed."""

    HELP = "Your whole draft. Change what you like: Sparring adds nothing and corrects nothing. ctrl+s or f2 saves, escape leaves."
    AUTO_FOCUS = "#source"
    BINDINGS: ClassVar = [
        Binding("f2,ctrl+s", "save", "save", id="edit.save", tooltip="Save your draft"),
        Binding("enter,escape,q", "done", "back to the bout", id="edit.done", tooltip="Back to the bout"),
        Binding("escape", "back", "back", id="edit.back", tooltip="Back to the bout; asks when something was changed"),
    ]
    SHOWN = ("edit.save", "edit.done", "edit.back")
    DEFAULT_CSS = """
    EditScreen Body { padding: 0 1 0 2; }
    EditScreen #where { height: auto; padding: 0 1; color: $quiet; max-width: 100%; }
    EditScreen #source { height: 1fr; min-height: 4; max-width: 100%; }
    EditScreen #saved { display: none; height: auto; padding: 1 1 0 1; max-width: 92; }
    EditScreen #saved .change { height: auto; margin: 0 0 1 0; }
    EditScreen.-saved #source, EditScreen.-saved #where { display: none; }
    EditScreen.-saved #saved { display: block; }
    """

    def __init__(self, ring: "Ring") -> None:
        super().__init__(ring, about=ring.session.bout.draft.source.digest)
        self._base = self.bout.draft.source
        """What the file held when it was read or written last, as far as we know."""

    def body(self) -> Iterable[Widget]:
        """Where it is saved, the text; after saving, what was changed."""
        yield Static(Content(self._where()), id="where")
        yield DraftArea(editable(self._base.text), id="source")
        yield Vertical(id="saved")

    def _where(self) -> str:
        path = self._file
        if path:
            return f"{visible(str(path))} is saved as it stands here, line ends and all."
        return FILE_STAYS.format(name=visible(self._base.name)) if self._base.converted and self._base.path else IN_THE_BOUT_ONLY

    @property
    def _file(self) -> Path | None:
        """The file that is saved, or None: pasted text has none, an office file is no text, and the packaged example is not the team's."""
        path = self._base.path
        if path is None or self._base.converted or path.resolve().is_relative_to(packaged("examples").resolve()):
            return None
        return path

    @property
    def area(self) -> DraftArea:
        """The text box."""
        return self.query_one("#source", DraftArea)

    @property
    def text(self) -> str:
        """The draft as it would be written."""
        return as_written(self._base.text, self.area.text)

    def on_mount(self) -> None:
        """Name the draft, and go to the item under challenge before the first key arrives."""
        self.area.border_title = visible(self._base.name)
        if (offset := self._offset()) is not None:
            self.area.move_cursor(place_in(self._base.text, offset))
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Bring the item under challenge into view; say when the text is one that was left."""
        if self.was_left:
            self.say("This is your text as you left it, not saved yet.")
        else:
            self.area.scroll_cursor_visible(center=True)

    def _offset(self) -> int | None:
        current = self.bout.round
        keys = current.raised.anchor.keys if current else ()
        items = [item for key in keys if (item := self.bout.draft.item(key)) and item.segments]
        return items[0].segments[0].source.start if items else None

    # -- saving ------------------------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save; after saving, back to the bout."""
        self.carry_out(self._save)

    async def _save(self) -> None:
        text = self.text
        if text == self.bout.draft.source.text and text == self._base.text:
            self.typed.forget()
            self.dismiss(None)
            return
        await self._require_items(text)
        if self._file is None:
            await self._revise(replace(self._base, text=text, places=()))
            return
        try:
            self._base = await asyncio.to_thread(save_draft, self._base, text)
        except ArchiveError as error:
            await self._not_saved(error, text)
            return
        await self._revise(self._base)

    async def _require_items(self, text: str) -> None:
        from sparring.draft.reading import read_again

        if len(text.encode("utf-8", "surrogatepass")) > LARGEST_SOURCE:
            raise TextError("This is more text than a draft holds. Nothing was saved, and your text is still here.")
        if (await asyncio.to_thread(read_again, self.bout.draft, replace(self._base, text=text))).is_empty:
            raise TextError(
                "No objective and no key result can be read in this text any more, so it was not saved. "
                "Your text is still here: give each line its bullet or its label back."
            )

    async def _not_saved(self, error: ArchiveError, text: str) -> None:
        """Say why the file was not written, and let the team choose what becomes of both texts."""
        path = self._file
        theirs = (TAKE_THEIRS,) if isinstance(error, DraftChanged) and path and path.is_file() else ()
        stay = Answer("b", "back to my text; decide later", "back")
        chosen = await self.app.push_screen_wait(Chooser(f"{error.title}. {error}", (*theirs, KEEP_MINE, stay)))
        if chosen == "mine":
            await self._revise(replace(self._base, text=text))
        elif chosen == "theirs" and path:
            await self._take_theirs(path)
        else:
            raise error

    async def _take_theirs(self, path: Path) -> None:
        """Make the file's present text a version of the bout; the team's own text stays in the box."""
        mine = self.area.text
        source = await asyncio.to_thread(read_source, path)
        before = self.bout.draft
        await self.session.revise(source, outside=True)
        self._base = source
        self.typed.about = f"{type(self).__name__} {source.digest}"
        self.area.text = mine
        count = sum(1 for change in changes(before, self.bout.draft) if change.kind != "same")
        self.show_status()
        raise TextError(
            f"Their text is now version {self.bout.version} of the bout, with {count} item{'' if count == 1 else 's'} changed. "
            "Yours is still here, unsaved: saving it now puts it in the place of theirs."
        )

    async def _revise(self, source: Source) -> None:
        before = self.bout.draft
        await self.session.revise(source)
        self._base = source
        self.typed.forget()
        self.show_status()
        made = [change for change in changes(before, self.bout.draft) if change.kind != "same"]
        await self._show_saved(made)

    async def _show_saved(self, made: list[Change]) -> None:
        saved = self.query_one("#saved", Vertical)
        await saved.remove_children()
        where = f"Saved in {visible(self._base.name)} and" if self._file else "Kept"
        heads = [Static(Content.styled("What you changed, as I read it", "bold"), classes="change")]
        if not made:
            heads = [Static(Content("The words of your objectives and key results are as they were."), classes="change")]
        await saved.mount(
            *heads,
            *(Static(change_lines(change), classes="change") for change in made),
            Static(Content.styled(f"{where} in the transcript, version {self.bout.version}.", "$quiet")),
        )
        self.add_class("-saved")
        self.set_focus(self.query_one("#body", Body))
        self.refresh_bindings()

    # -- leaving -----------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what fits: before saving, and after."""
        if action in ("save", "back", "done"):
            return self.has_class("-saved") == (action == "done")
        return True

    def action_done(self) -> None:
        """Back to the bout."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Leave; ask first when something was changed."""
        if self.text == self._base.text:
            self.typed.forget()
            self.dismiss(None)
        else:
            stay = Answer("b", "back to the bout; my text waits here", "wait")
            self.app.push_screen(Chooser("Your changes are not saved.", (LEAVE[0], stay, LEAVE[1])), self._leave)

    def _leave(self, chosen: str | None) -> None:
        match chosen:
            case "save":
                self.action_save()
            case "wait":
                self.carry_out(self.typed.save, lambda: self.dismiss(None))
            case "away":
                self.typed.forget()
                self.dismiss(None)
