"""The app: themes, help, commands, leaving, and what stands between the user and a traceback. Screens are imported when they are opened."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.filter import Monochrome, NoColor
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from sparring.partner.offers import OfflineAlone, Partners
from sparring.text import visible
from sparring.tui import clipboard
from sparring.tui.hangup import watch_terminal
from sparring.tui.keymap import APP, group_of
from sparring.tui.themes import DEFAULT_THEME, THEMES, TITLES, Forgetful, Preferences
from sparring.tui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from sparring.archive.places import Workspace
    from sparring.opening import Ring
    from sparring.reviewing import Review
    from sparring.tui.beginning import Beginning
    from sparring.tui.sharing.screen import Sharing
    from sparring.tui.who_spars import Chosen
    from sparring.wishes import Wishes

SMALLEST = (40, 10)
"""Columns and rows; in less, a challenge and an answer cannot both be read."""

PATIENCE_WHEN_HUNG_UP = 10.0
"""Seconds for keeping what is typed once the terminal went away; a disk that hangs must not keep the program for ever."""
HUNG_UP = 129
"""Exit status of a program whose terminal went away, as shells report it."""

TOO_SMALL = "This window is too small for a bout. Make it larger: {width} columns and {height} rows do. Nothing is lost."
NOT_IN_PALETTE = ("answer.", "app.commands")
"""Keys that edit, and the palette's own."""

OPENING = "Reading your draft and your documents…"


class TooSmall(ModalScreen[None]):
    """Stands in front while the window is too small."""

    def compose(self) -> ComposeResult:
        """Say so."""
        yield Static(TOO_SMALL.format(width=SMALLEST[0], height=SMALLEST[1]), markup=False)


class Opening(Screen[None]):
    """Stands there while the draft and the documents are read."""

    def compose(self) -> ComposeResult:
        """Say so."""
        yield Static(Content.styled(OPENING, "$quiet"), id="opening")


class SparringApp(TypeAhead):
    """Sparring on a terminal.

    Attributes:
        ring: the bout being fought, or None before there is one.
        workspace: where bouts are kept; for the welcome.
        wishes: what the team set for new bouts; for the welcome.
        partners: who can spar beside the offline partner.
        chosen: who spars, once that is settled.
        failure: what ended the program, if something did; whoever runs the app says so, once the screen is gone.
    """

    TITLE = "Sparring"
    CSS_PATH = "sparring.tcss"
    BINDINGS: ClassVar = list(APP)
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        *,
        ring: "Ring | None" = None,
        beginning: "Beginning | None" = None,
        review: "Review | None" = None,
        share: "Sharing | None" = None,
        workspace: "Workspace | None" = None,
        wishes: "Wishes | None" = None,
        partners: Partners | None = None,
        preferences: Preferences | None = None,
        keys: Mapping[str, str] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        copy_outside: Callable[[str], None] = clipboard.copy_outside,
    ) -> None:
        """Make the app.

        Args:
            ring: a bout to show at once.
            beginning: the bout to open; the app paints before it is. With neither, the welcome is shown.
            review: the bouts that a coach looks at, instead of one.
            share: a bout that is to be shared with a coach, instead of fighting one.
            workspace: where bouts are kept.
            wishes: settings for new bouts.
            partners: who can spar beside the offline partner, and who does where nobody chooses.
            preferences: remembers the theme.
            keys: other keys by binding id (see `keymap`), several separated by commas.
            clock: the wall clock.
            copy_outside: takes copied text to clipboards that the terminal does not reach.
        """
        super().__init__()
        self.ring = ring
        self.workspace = workspace
        self.wishes = wishes
        self.partners: Partners = partners or OfflineAlone()
        self.chosen: Chosen | None = None
        self.failure: BaseException | None = None
        self.clock = clock
        self._beginning = beginning
        self._review = review
        self._share = share
        self._preferences = preferences or Forgetful()
        self._copy_outside = copy_outside
        self._leaving = False
        if self.no_color:
            self._filters = [each for each in self._filters if not isinstance(each, Monochrome)]
            self._filters.append(NoColor())
        for theme in THEMES:
            self.register_theme(theme)
        chosen = self._preferences.theme()
        self.theme = chosen if chosen in self.available_themes else DEFAULT_THEME
        if keys:
            self.set_keymap(dict(keys))

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as people say them: "ctrl+p", "F2"."""
        if binding.key.startswith(("ctrl+", "alt+", "shift+")) or binding.key in ("enter", "tab"):
            return binding.key
        if binding.key == "escape":
            return "esc"
        display = super().get_key_display(binding)
        return display.upper() if display[1:].isdigit() else display

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own variables for themes that are not ours."""
        return {"quiet": "#8a8f98", "rule": "#6b7078"}

    # -- opening and leaving -----------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the bout, or make it, or welcome."""
        self.watch(self, "theme", self._remember_theme, init=False)
        if not self.is_headless and sys.stdin.isatty():
            watch_terminal(sys.stdin.fileno(), partial(self._hung_up, asyncio.get_running_loop()))
        if self.ring is not None:
            self.open_bout_screen(self.ring)
        elif self._review is not None:
            from sparring.tui.review.screen import ReviewScreen

            self.push_screen(ReviewScreen(self._review), lambda _: self.exit(0))
        elif self._share is not None:
            from sparring.tui.sharing.screen import ShareScreen

            self.push_screen(
                ShareScreen(self._share), lambda said: self.exit(0 if said else 1, message=Text(said or "Nothing was shared."))
            )
        elif self._beginning is not None:
            self.push_screen(Opening())
        else:
            from sparring.tui.welcome import WelcomeScreen

            self.push_screen(WelcomeScreen())

    def on_ready(self) -> None:
        """Make the bout once the first screen is painted: what a bout needs takes longer to load than a screen to paint."""
        if self.ring is None and (beginning := self._beginning) is not None:
            self.screen.call_after_refresh(lambda: self.run_worker(self._open(beginning), exit_on_error=False))

    async def _open(self, beginning: "Beginning") -> None:
        try:
            ring = await self._ring_for(beginning)
        except Exception as error:  # whoever runs the app says what went wrong
            self.failure = error
            self.exit(return_code=3)
            return
        await self.pop_screen()
        if ring is None:
            await self._welcome_back(beginning)
        else:
            self.open_bout_screen(ring)

    async def _ring_for(self, beginning: "Beginning") -> "Ring | None":
        """Open the bout, where the draft is in doubt once the team has seen how it was read; None when it went back instead."""
        from sparring.archive.places import find_workspace
        from sparring.tui.beginning import NewBout, ring_for
        from sparring.tui.reading.asking import as_the_team_means

        workspace = self.workspace or find_workspace(Path.cwd())
        meant: Beginning | None = beginning
        if isinstance(beginning, NewBout):
            meant = await as_the_team_means(self, beginning, workspace)
        return await ring_for(self, meant, workspace) if meant else None

    async def _welcome_back(self, beginning: "Beginning") -> None:
        """Go back to the ways to begin, with what the command line asked for still at hand."""
        from sparring.tui.beginning import NewBout
        from sparring.tui.welcome import WelcomeScreen

        if isinstance(beginning, NewBout):
            self.wishes = beginning.wishes
            await self.push_screen(WelcomeScreen(draft=beginning.source))

    def open_bout_screen(self, ring: "Ring") -> None:
        """Show a bout; it stays until it is left."""
        from sparring.tui.bout.screen import BoutScreen

        self.ring = ring
        self.push_screen(BoutScreen(ring, self.clock))

    async def action_quit(self) -> None:
        """Leave: what is typed is kept, the bout is paused, others may open it."""
        if self._leaving:
            return
        self._leaving = True
        try:
            await self._leave_ring()
        except Exception as error:  # leaving must not hang on a full disk
            self.exit(0, message=Text(f"{visible(str(error))} What was on the screen is kept."))
        else:
            self.exit(0)

    def _hung_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """Keep what is typed and end at once: nobody is there to see the screen close, and writing to it would fail."""
        leaving = asyncio.run_coroutine_threadsafe(self._leave_ring(), loop)
        try:
            leaving.result(timeout=PATIENCE_WHEN_HUNG_UP)
        finally:
            os._exit(HUNG_UP)

    async def _leave_ring(self) -> None:
        if self.ring is None:
            return
        from sparring.opening import leave
        from sparring.tui.bout.screen import BoutScreen

        ring, self.ring = self.ring, None
        for screen in self.screen_stack:
            if isinstance(screen, BoutScreen):
                await screen.save_unsent()
        await leave(ring)

    # -- faults ------------------------------------------------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        """Leave without a traceback: Textual prints the values of variables, the team's words. The caller says `failure`."""
        self._return_code = 3
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.failure = error
        self._close_messages_no_wait()

    # -- size --------------------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Say kindly that there is too little room, and go on when there is enough."""
        too_small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        in_front = isinstance(self.screen, TooSmall)
        if too_small and not in_front:
            self.push_screen(TooSmall())
        elif in_front and not too_small:
            self.pop_screen()

    # -- looks -------------------------------------------------------------------------------------------------------------

    def _remember_theme(self, name: str) -> None:
        self._preferences.remember_theme(name)

    # -- clipboard ---------------------------------------------------------------------------------------------------------

    def copy_to_clipboard(self, text: str) -> None:
        """Copy through the terminal (OSC 52), tmux and this machine's clipboard."""
        text = clipboard.encodable(text)
        super().copy_to_clipboard(text)
        self._copy_outside(text)

    def action_help_quit(self) -> None:
        """Say what ctrl+c does here and how to leave."""
        self.notify("ctrl+c copies what you selected. ctrl+q leaves; the bout waits for you.", markup=False)

    # -- help and commands -------------------------------------------------------------------------------------------------

    def action_help(self) -> None:
        """Open the help of the focused part."""
        from sparring.tui.help import HelpScreen

        if not isinstance(self.screen, ModalScreen):
            self.push_screen(HelpScreen(self.screen))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return every command that has a key, by its group, and the looks; also those whose letters are text just now."""
        nodes: list[DOMNode] = [*(screen.focused.ancestors_with_self if screen.focused else (screen, self))]
        seen: set[str] = set()
        for node in nodes:
            for _, binding in node._bindings:
                if not binding.id or binding.id in seen or binding.id.startswith(NOT_IN_PALETTE) or binding.id.endswith("-too"):
                    continue
                seen.add(binding.id)
                yield SystemCommand(
                    f"{group_of(binding)}: {binding.description}", binding.tooltip, partial(self._act, node, binding.action)
                )
        for name, title in TITLES.items():
            yield SystemCommand(f"Look: {title}", "Choose this theme; it is remembered", lambda theme=name: setattr(self, "theme", theme))

    async def _act(self, node: DOMNode, action: str) -> None:
        await self.run_action(action, node)
