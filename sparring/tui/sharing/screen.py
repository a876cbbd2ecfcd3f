"""Before a bout goes to a coach: read as the coach will read it, with the lines that the team keeps to itself."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.archive.sharing import Shared
from sparring.archive.striking import as_struck, repeated, struck_with
from sparring.archive.transcript import read_transcript
from sparring.bout.fold import WORDS_OF_THE_TEAM, fold
from sparring.bout.said import said_in
from sparring.record.notes import NO_NOTES
from sparring.text import visible
from sparring.tui.page import Page
from sparring.tui.reading.counts import how_many
from sparring.tui.sharing.folder import FolderScreen
from sparring.tui.sharing.own_lines import OwnLines

if TYPE_CHECKING:
    from sparring.record.entry import Entry

ABOUT = (
    "This is what your coach will read, with your draft. Of a line that you keep back the copy holds no word; "
    "a mark shows that something was said."
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is to be shared, as somebody asked for it.

    Attributes:
        path: of the transcript.
        struck: `seq` of entries that are kept back from the beginning.
        group: the folder's group may read the copy.
    """

    path: Path
    struck: frozenset[int] = frozenset()
    group: bool = True


class ShareScreen(Page[str]):
    """Shows the copy before it is made; the result says what was shared, "" for nothing."""

    HELP = OwnLines.HELP
    EXAMPLE = OwnLines.EXAMPLE
    AUTO_FOCUS = "#own-lines"
    BINDINGS: ClassVar = [
        Binding("x,delete", "strike", "keep back", id="share.strike", tooltip="Keep the line to yourselves; again gives it back"),
        Binding("enter,f2", "share", "share", id="share.share", tooltip="Share it like this; the folder is asked next"),
        Binding("escape,q", "back", "not now", id="share.back", tooltip="Back; nothing is shared"),
    ]
    SHOWN = ("own-line.down", "share.strike", "share.share", "share.back")
    DEFAULT_CSS = """
    ShareScreen Body { padding: 0; }
    ShareScreen Body > * { max-width: 100%; }
    ShareScreen #about { height: auto; padding: 0 1 1 2; color: $quiet; max-width: 92; }
    ShareScreen.-short #about { display: none; }
    ShareScreen #own-lines { height: 1fr; }
    """

    def __init__(self, sharing: Sharing) -> None:
        super().__init__()
        self._sharing = sharing
        self._entries: tuple[Entry, ...] = ()
        self._own: frozenset[int] = frozenset()
        self._chosen: set[int] = set(sharing.struck)

    def status(self) -> Widget:
        """Which bout this is, and how much of it stays."""
        return Static(id="status", markup=False)

    def body(self) -> Iterable[Widget]:
        """What this is, and the bout."""
        yield Static(Content(ABOUT), id="about")
        yield OwnLines(id="own-lines")

    def on_mount(self) -> None:
        """Read the bout."""
        self.carry_out(self._read, self._show)

    async def _read(self) -> None:
        transcript = await asyncio.to_thread(read_transcript, self._sharing.path)
        if transcript.fault:
            self.call_after_refresh(self.say, transcript.fault, transcript.title)
        self._entries = transcript.entries
        self._own = frozenset(each.seq for each in self._entries if each.type in WORDS_OF_THE_TEAM and each.event)
        self._chosen &= self._own

    def _show(self, seq: int = 0) -> None:
        """Show the copy as it would be now."""
        struck = struck_with(self._entries, self._chosen)
        bout = fold(as_struck(self._entries, struck))
        own = self.query_one(OwnLines)
        own.keep_to(self._own)
        own.show(bout, NO_NOTES, seq)
        named = " · ".join(visible(part) for part in (bout.opened.team, bout.opened.cycle) if part) or visible(bout.draft.title)
        kept = f"{len(self._chosen)} of your {how_many(len(self._own), 'line')} kept back"
        beside = f"   {kept} · {named or visible(bout.draft.source.name)} · {bout.opened_at.astimezone():%Y-%m-%d}"
        self.query_one("#status", Static).update(Content.assemble(("Share with your coach", "bold"), (beside, "$quiet")))

    def action_strike(self) -> None:
        """Keep the line under the cursor back, or give it back."""
        stop = self.query_one(OwnLines).stop
        if stop is None or stop.seq not in self._own:
            return
        self.say("")
        seq = stop.seq
        if seq in self._chosen:
            self._chosen.discard(seq)
        else:
            again = [each for each in repeated(self._entries, struck_with(self._entries, {*self._chosen, seq})) if each.struck == seq]
            if any(each.by_partner for each in again):
                self.say("This line cannot be kept back: a question of the partner says some of its words again, and questions stay.")
                return
            self._chosen.add(seq)
            if again:
                number = next(line.round for line in said_in(self._entries) if line.seq == again[0].seq)
                where = f"in a line of round {number}" if number else "in another line"
                self.say(f"Some of these words stand {where} too. Look whether you want to keep that one back as well.")
        self._show(seq)

    def action_share(self) -> None:
        """Ask for the folder, and share."""
        if self._entries:
            self.app.push_screen(FolderScreen(self._sharing.path, frozenset(self._chosen), group=self._sharing.group), self._shared)

    def _shared(self, shared: Shared | None) -> None:
        if shared is not None:
            self.dismiss(f"Shared: {visible(str(shared.path))}")

    def action_back(self) -> None:
        """Back without sharing."""
        self.dismiss("")
