"""The first screen when nothing was named: what this is, what it never does, who spars, and the ways to begin."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sparring.archive.places import Workspace, find_workspace
from sparring.packaged import packaged
from sparring.text import Source, read_source, visible
from sparring.tui.beginning import Beginning, NewBout, OldBout, ring_for
from sparring.tui.page import Page, Sentence
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.archive.shelf import Spine

PROMISES = (
    "Sparring challenges the OKRs that your team wrote, for about 25 minutes.",
    "It asks one question at a time, from your own words and your strategy.",
    "It never writes an OKR, gives no score, and sends nothing unasked.",
)
EXAMPLE_NAME = "growth-squad"
READING = "Reading your draft and your documents…"


def example() -> NewBout:
    """Return the packaged example. It has no file of its own: what is edited in a bout on it stands in the transcript alone."""
    folder = packaged("examples") / EXAMPLE_NAME
    source = replace(read_source(folder / "draft.md"), path=None, name="growth-squad.md")
    return NewBout(source, Wishes(context=(folder / "strategy",)))


class WelcomeScreen(Page[None]):
    """Offers the ways to begin; opens the bout itself, so that what stands in the way is said here."""

    HELP = "Choose how to begin: with a letter, or with the arrows and enter. Nothing is kept before a bout begins."
    EXAMPLE = "e, to see a bout on an example before you show it a draft of your own"
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar = [
        Binding("e", "example", "spar with the example", id="begin.example", tooltip="A growth squad's draft and its strategy"),
        Binding("o", "open_draft", "open a draft", id="begin.open", tooltip="A file: text of any kind, Word, Excel, PowerPoint, PDF"),
        Binding("p", "paste", "paste a draft", id="begin.paste", tooltip="Into a large box"),
        Binding("g", "go_on", "go on with a bout", id="begin.go-on", tooltip="A bout that was left"),
        Binding("s", "share", "share a bout", id="begin.share", tooltip="Copy a bout that is over to where your coach reads"),
        Binding("w", "who_spars", "who spars", id="begin.partner", tooltip="Choose who spars: the offline partner, or a model"),
        Binding("q", "leave", "leave", id="begin.leave", tooltip="Leave"),
    ]
    DEFAULT_CSS = """
    WelcomeScreen #promises { margin: 1 0 1 0; }
    WelcomeScreen #choices { height: auto; margin: 1 0; }
    WelcomeScreen #doing { height: auto; }
    WelcomeScreen.-short #promises, WelcomeScreen.-short #choices { margin: 0; }
    """

    def __init__(self, folder: Path | None = None, draft: Source | None = None) -> None:
        """Welcome.

        Args:
            folder: where files are looked for; the current one by default.
            draft: what the team was about to open or paste.
        """
        super().__init__()
        self.folder = folder or Path.cwd()
        self._left: tuple[Spine, ...] = ()
        self._over: tuple[Spine, ...] = ()
        self._typed_path = str(draft.path) if draft and draft.path else ""
        self._pasted = draft.text if draft and not draft.path else ""
        self._meant: NewBout | None = None
        """The draft that the team chose last, as it means it: going back and forth asks nobody twice."""

    @property
    def workspace(self) -> Workspace:
        """Where bouts are kept."""
        return self.sparring.workspace or find_workspace(self.folder)

    @property
    def wishes(self) -> Wishes:
        """What is set for new bouts."""
        return self.sparring.wishes or Wishes()

    def body(self) -> Iterable[Widget]:
        """What this is, the choices, where bouts are kept."""
        first, second, third = PROMISES
        yield Static(Content.assemble(first, "\n", second, "\n", (third, "bold")), id="promises")
        yield OptionList(*self._options(), id="choices")
        yield Static(Content.styled(self._kept(), "$quiet"), id="doing")

    def on_mount(self) -> None:
        """Look for bouts that were left; where there is little room, the choices come first."""
        self.call_after_refresh(self.query_one("#choices").scroll_visible, animate=False)
        # Once this screen is painted: reading transcripts has to load more than painting does.
        self.app.call_later(self.call_after_refresh, lambda: self.run_worker(self._find_left(), exit_on_error=False))

    async def _find_left(self) -> None:
        from sparring.archive.errors import ArchiveError
        from sparring.archive.shelf import bouts_in

        try:
            spines = await asyncio.to_thread(bouts_in, self.workspace)
        except ArchiveError as error:
            if not self.query_one(Sentence).said:  # a choice that was made meanwhile has said why it could not be
                self.say(str(error), error.title)
            return
        whole = sorted((each for each in spines if each.opened and not each.problem), key=lambda each: each.touched, reverse=True)
        self._left = tuple(each for each in whole if not each.ended)
        self._over = tuple(each for each in whole if each.ended)
        if whole:
            self._show_options()

    def _show_options(self) -> None:
        choices = self.query_one("#choices", OptionList)
        at = choices.highlighted
        choices.clear_options()
        choices.add_options(self._options())
        choices.highlighted = at

    def _options(self) -> Iterable[Option]:
        yield _choice("e", "Spar with the example", "a squad's draft and its strategy", "example")
        yield _choice("o", "Open a draft", "Markdown, text, CSV, Word, Excel, PDF", "open_draft")
        yield _choice("p", "Paste a draft", "", "paste")
        if self._left:
            last = self._left[0]
            which = line_of(last) if len(self._left) == 1 else f"{len(self._left)} were left; the last: {line_of(last)}"
            yield _choice("g", "Go on with a bout", which, "go_on")
        if self._over:
            yield _choice("s", "Share a bout", "with your coach; lines that you keep back stay with you", "share")
        yield _choice("w", "Who spars", self._who(), "who_spars")
        yield _choice("q", "Leave", "", "leave")

    def _who(self) -> str:
        from sparring.partner.offline import OfflinePartner

        app = self.sparring
        return visible(app.chosen.name if app.chosen else app.partners.usual or OfflinePartner.name)

    def _kept(self) -> str:
        workspace = self.workspace
        where = "transcripts/ of this folder" if workspace.root == self.folder else visible(str(workspace.transcripts))
        return f"Bouts are kept in {where}. {workspace.readers()}"

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the choice under the bar."""
        self.run_worker(self.run_action(event.option_id or ""), exit_on_error=False)

    # -- ways to begin -----------------------------------------------------------------------------------------------------

    def action_example(self) -> None:
        """Spar with the example."""
        found = example()
        beginning = NewBout(found.source, replace(self.wishes, context=found.wishes.context))
        self.carry_out(lambda: self._begin(beginning))

    def action_open_draft(self) -> None:
        """Open a file."""
        self.carry_out(self._open_draft)

    async def _open_draft(self) -> None:
        from sparring.tui.picker import DraftPicker

        while True:
            drafted = await self.app.push_screen_wait(DraftPicker(self.folder, self._typed_path))
            self._typed_path = drafted.typed
            if drafted.source is None:
                return
            if await self._with_strategy(drafted.source):
                return

    def action_paste(self) -> None:
        """Paste a draft."""
        self.carry_out(self._paste)

    async def _paste(self) -> None:
        from sparring.tui.paste import PasteScreen

        while True:
            drafted = await self.app.push_screen_wait(PasteScreen(self._pasted))
            self._pasted = drafted.typed
            if drafted.source is None:
                return
            if await self._with_strategy(drafted.source):
                return

    async def _with_strategy(self, source: Source) -> bool:
        """Make sure of the draft, ask for the strategy, and begin; False for going back to the draft."""
        from sparring.tui.files_at_hand import strategy_at_hand
        from sparring.tui.picker import StrategyPicker

        meant = await self._as_meant(source)
        if meant is None:
            return False
        context: tuple[Path, ...] | None = self.wishes.context
        if not context:
            likely = strategy_at_hand(source.path, self.folder)
            about = await asyncio.to_thread(_about, meant)
            context = await self.app.push_screen_wait(StrategyPicker(self.folder, likely, about))
            if context is None:
                return False
        await self._begin(replace(meant, wishes=replace(self.wishes, context=context)))
        return True

    async def _as_meant(self, source: Source) -> NewBout | None:
        from sparring.tui.reading.asking import as_the_team_means

        if self._meant is None or self._meant.source != source:
            self._meant = await as_the_team_means(self.sparring, NewBout(source, self.wishes), self.workspace)
        return self._meant

    def action_go_on(self) -> None:
        """Go on with a bout that was left."""
        if not self._left:
            self.say("There is no unfinished bout here.")
            return
        self.carry_out(self._go_on)

    async def _go_on(self) -> None:
        from sparring.tui.bouts import BoutsScreen

        path: Path | None = self._left[0].path
        if len(self._left) > 1:
            path = await self.app.push_screen_wait(BoutsScreen(self._left))
        if path is not None:
            await self._begin(OldBout(path))

    def action_share(self) -> None:
        """Share a bout that is over with a coach."""
        if not self._over:
            self.say("There is no bout here that is over yet.")
            return
        self.carry_out(self._share)

    async def _share(self) -> None:
        from sparring.tui.bouts import BoutsScreen
        from sparring.tui.sharing.screen import ShareScreen, Sharing

        path: Path | None = self._over[0].path
        if len(self._over) > 1:
            path = await self.app.push_screen_wait(BoutsScreen(self._over, "Share a bout with your coach"))
        if path is not None and (said := await self.app.push_screen_wait(ShareScreen(Sharing(path)))):
            self.call_after_refresh(self.say, said)

    def action_who_spars(self) -> None:
        """Choose who spars."""
        self.carry_out(self._choose_partner, self._show_options)

    async def _choose_partner(self) -> None:
        from sparring.tui.who_spars import PartnerScreen

        chosen = await self.app.push_screen_wait(PartnerScreen(self.sparring.partners, self._who()))
        if chosen is not None:
            self.sparring.chosen = chosen

    async def action_leave(self) -> None:
        """Leave."""
        await self.sparring.action_quit()

    # -- beginning ---------------------------------------------------------------------------------------------------------

    async def _begin(self, beginning: Beginning) -> None:
        """Open the bout and show it; raises what stands in the way."""
        doing = self.query_one("#doing", Static)
        doing.update(Content.styled(READING, "$quiet"))
        try:
            ring = await ring_for(self.sparring, beginning, self.workspace)
        finally:
            doing.update(Content.styled(self._kept(), "$quiet"))
        # Leaving the stack ends this screen's workers, of which this is one: what follows must not wait.
        app = self.sparring
        app.pop_screen()
        app.open_bout_screen(ring)


def _about(meant: NewBout) -> str:
    """Return what was read of a draft, in a few words."""
    from sparring.draft.reading import read_draft
    from sparring.tui.reading.counts import counted

    return f"{meant.source.name}: {counted(read_draft(meant.source, meant.marks or ()))}"


def line_of(spine: "Spine") -> str:
    """Return a bout in a line: its draft, its day, its rounds."""
    touched = spine.touched.astimezone()
    rounds = f"{spine.rounds} round{'' if spine.rounds == 1 else 's'}"
    return " · ".join((visible(spine.draft or spine.team or spine.bout), f"{touched.day} {touched:%B}", rounds))


def _choice(letter: str, says: str, beside: str, action: str) -> Option:
    """Return a choice; what stands beside it is cut where there is no room."""
    return Option(Content.assemble("  ", (letter, "bold $accent"), f"   {says:<22}  ", (beside, "$quiet")), id=action)
