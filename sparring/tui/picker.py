"""Choosing a draft file, and the strategy that belongs to it: a path with tab completion, and what lies near."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from sparring.documents.reading import read_document
from sparring.text import Source, TextError, visible
from sparring.tui.files_at_hand import Offer, completed, drafts_at_hand, meant, offers_for
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import Page, heading, quiet


class PathInput(KeysInOrder, Input):
    """A path being typed; the arrows choose among the offers below it."""

    HELP = "Type the path of a file, or choose one from the list. Tab completes what you type; ~ is your home folder."
    EXAMPLE = "~/team/okrs-q1.md"
    BINDINGS: ClassVar = [
        Binding("tab", "complete", "complete", id="path.complete", tooltip="Complete what is typed"),
        Binding("down", "move(1)", "choose", id="path.down", tooltip="The next file of the list", key_display="↑ ↓"),
        Binding("up", "move(-1)", "choose", id="path.up", tooltip="The file before", show=False),
    ]

    def __init__(self, value: str, placeholder: str) -> None:
        super().__init__(visible(value), placeholder=placeholder, id="path", classes="-writes", select_on_focus=False)

    @property
    def field(self) -> "PathField":
        """The field around it."""
        return self.query_ancestor(PathField)

    def action_complete(self) -> None:
        """Complete what is typed."""
        self.field.complete()

    def action_move(self, by: int) -> None:
        """Move the bar of the list."""
        self.field.move(by)


class PathField(Vertical):
    """A path input with offers below it."""

    DEFAULT_CSS = """
    PathField { height: 1fr; }
    PathField OptionList { height: 1fr; margin: 1 0 0 0; }
    PathField OptionList > .option-list--option { padding: 0 1; }
    """

    @dataclass
    class Chosen(Message):
        """The team means this path."""

        path: Path
        is_folder: bool

    def __init__(self, folder: Path, value: str = "", *, placeholder: str, only_folders: bool = False) -> None:
        """Make the field.

        Args:
            folder: where typed paths begin.
            value: what stands in it at first.
            placeholder: what stands there while nothing is typed.
            only_folders: a folder is asked for, not a file.
        """
        super().__init__()
        self.folder = folder
        self._only_folders = only_folders
        self._value = value
        self._placeholder = placeholder
        self._at_hand: tuple[Offer, ...] = ()
        self._offers: tuple[Offer, ...] = ()

    def compose(self) -> ComposeResult:
        """The input, the list."""
        yield PathInput(self._value, self._placeholder)
        offers = OptionList(id="offers")
        offers.can_focus = False
        yield offers

    def on_mount(self) -> None:
        """Offer what is at hand."""
        self._offer()

    @property
    def typed(self) -> str:
        """What is typed."""
        return self.query_one(PathInput).value

    def know(self, at_hand: tuple[Offer, ...]) -> None:
        """Offer these files as well."""
        self._at_hand = at_hand
        self._offer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what fits what is typed."""
        event.stop()
        self._offer()

    def _offer(self) -> None:
        offers = offers_for(self.typed, self.folder, self._at_hand)
        self._offers = tuple(each for each in offers if each.is_folder or not self._only_folders)
        listed = self.query_one("#offers", OptionList)
        listed.clear_options()
        listed.add_options([Option(_shown(offer)) for offer in self._offers])
        listed.highlighted = None

    def complete(self) -> None:
        """Complete what is typed, or take the chosen offer into the input."""
        if (offer := self._highlighted()) is not None:
            self._fill(offer.typed)
        else:
            self._fill(completed(self.typed, self.folder, self._at_hand))

    def _fill(self, text: str) -> None:
        box = self.query_one(PathInput)
        box.value = text
        box.cursor_position = len(text)

    def move(self, by: int) -> None:
        """Move the bar of the list."""
        listed = self.query_one("#offers", OptionList)
        if not self._offers:
            return
        at = listed.highlighted
        if at is None:
            listed.highlighted = 0 if by > 0 else len(self._offers) - 1
        elif 0 <= at + by < len(self._offers):
            listed.highlighted = at + by
        else:
            listed.highlighted = None

    def _highlighted(self) -> Offer | None:
        at = self.query_one("#offers", OptionList).highlighted
        return self._offers[at] if at is not None and at < len(self._offers) else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the chosen offer, or what is typed."""
        event.stop()
        self.submit()

    def submit(self) -> None:
        """Take the chosen offer, or what is typed."""
        self.take(self._highlighted())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the offer that was clicked."""
        event.stop()
        self.take(self._offers[event.option_index])

    def take(self, offer: Offer | None) -> None:
        """Take an offer, or what is typed."""
        if offer is None:
            self.post_message(self.Chosen(meant(self.typed, self.folder), is_folder=False))
            return
        self._fill(offer.typed)
        self.post_message(self.Chosen(offer.path, is_folder=offer.is_folder))


def _shown(offer: Offer) -> Content:
    place, slash, name = visible(offer.typed.rstrip("/")).rpartition("/")
    return Content.assemble((f"{place}{slash}", "$quiet"), name, ("/" if offer.is_folder else "", "$quiet"))


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a screen that takes a draft comes back with: the draft, or None for going back, and what was typed."""

    source: Source | None
    typed: str


class DraftPicker(Page[Drafted]):
    """Opens a draft; what cannot be used is said here, with the path still in its field."""

    HELP = "Choose the file that holds your draft: text of any kind, Word, PowerPoint, Excel, PDF. Only you change it, by editing."
    EXAMPLE = "okr enter, when the list shows the one file you mean"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "open", id="path.open", tooltip="Open the file"),
        Binding("escape", "back", "back", id="path.back", tooltip="Back to the beginning"),
    ]
    SHOWN = ("path.open", "path.complete", "path.down", "path.back")

    def __init__(self, folder: Path, typed: str = "") -> None:
        super().__init__()
        self._folder = folder
        self._typed = typed

    def body(self) -> Iterable[Widget]:
        """The path, the files at hand."""
        yield heading("Open a draft", "Markdown, text, CSV, YAML, JSON, Word, Excel, slides, PDF")
        yield PathField(self._folder, self._typed, placeholder="its path, or ↓ to choose below")

    def on_mount(self) -> None:
        """Look around without keeping anybody waiting."""
        self.run_worker(self._look_around(), exit_on_error=False)

    async def _look_around(self) -> None:
        import asyncio

        self.query_one(PathField).know(await asyncio.to_thread(drafts_at_hand, self._folder))

    def action_take(self) -> None:
        """Open (a click on the key)."""
        self.query_one(PathField).submit()

    def action_back(self) -> None:
        """Back, with what is typed."""
        self.dismiss(Drafted(None, self.query_one(PathField).typed))

    def on_path_field_chosen(self, event: PathField.Chosen) -> None:
        """Read it; a folder of the list is opened in the list."""
        if event.is_folder:
            return
        field = self.query_one(PathField)
        if not field.typed.strip():
            self.say("Choose a file with ↓, or type its path.")
            return
        self.carry_out(lambda: self._read(event.path))

    async def _read(self, path: Path) -> None:
        import asyncio

        source = await asyncio.to_thread(read_usable, path)
        self.dismiss(Drafted(source, self.query_one(PathField).typed))


def read_usable(path: Path) -> Source:
    """Read a draft that holds some text.

    Raises:
        TextError: it cannot be read, or is empty.
    """
    source = read_document(path)
    if not source.text.strip():
        raise TextError(f"{visible(source.name)} is empty. Choose another file, or paste your draft.")
    return source


class StrategyPicker(Page[tuple[Path, ...] | None]):
    """Asks for the strategy that belongs to the draft; an empty field is an answer too. None is going back."""

    HELP = (
        "Name a document or a folder with your strategy: Sparring shows its lines beside your draft's where they bear on each other. "
        "Without one it works as well."
    )
    EXAMPLE = "strategy/"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar = [
        Binding("enter", "take", "go on", id="path.open", tooltip="Go on with this document or folder"),
        Binding("f2,ctrl+n", "without", "without", id="path.without", tooltip="Go on without strategy documents"),
        Binding("escape", "back", "back", id="path.back", tooltip="Back to the draft"),
    ]
    SHOWN = ("path.open", "path.without", "path.complete", "path.back")
    DEFAULT_CSS = "StrategyPicker PathField { margin: 1 0 0 0; }"

    def __init__(self, folder: Path, likely: Path | None, about: str) -> None:
        """Ask.

        Args:
            folder: where typed paths begin.
            likely: what the field holds at first.
            about: what was read of the draft, in a few words.
        """
        super().__init__()
        self._folder = folder
        self._likely = likely
        self._about = about

    def body(self) -> Iterable[Widget]:
        """What was read, why this is asked, the path."""
        yield heading("Your strategy, if you have it at hand")
        yield quiet(f"{visible(self._about)}. Where a line of the strategy bears on one of yours, it is shown beside it.", "page-quiet")
        likely = self._likely
        typed = ""
        if likely is not None:
            shown = likely.relative_to(self._folder) if likely.is_relative_to(self._folder) else likely
            typed = f"{shown}/" if likely.is_dir() else str(shown)
        yield PathField(self._folder, typed, placeholder="a document or a folder; empty goes on without")

    def action_take(self) -> None:
        """Go on (a click on the key)."""
        self.query_one(PathField).submit()

    def action_without(self) -> None:
        """Go on without."""
        self.dismiss(())

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)

    def on_path_field_chosen(self, event: PathField.Chosen) -> None:
        """Take a path that is there."""
        if not self.query_one(PathField).typed.strip():
            self.dismiss(())
        elif not event.path.exists():
            self.say(f"There is no file or folder {visible(str(event.path))}. Mend the path, or empty the field to go on without.")
        else:
            self.dismiss((event.path,))
